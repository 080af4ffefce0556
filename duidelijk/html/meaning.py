"""What HTML elements mean for text: which part it, which stand inside a sentence, what an image says."""

from __future__ import annotations

from typing import Final

from bs4.element import NavigableString, Tag

from duidelijk.html.places import attribute_pieces, pieces
from duidelijk.model import BlockKind, InlineKind, Segment

KINDS: Final[dict[str, BlockKind]] = {
    "address": "address",
    "blockquote": "quote",
    "button": "label",
    "caption": "label",
    "dd": "paragraph",
    "dt": "label",
    "figcaption": "paragraph",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "label": "label",
    "legend": "label",
    "li": "list_item",
    "listing": "code",
    "plaintext": "code",
    "pre": "code",
    "summary": "label",
    "td": "table_cell",
    "th": "table_header",
    "xmp": "code",
}
"""Elements that part text and give it a kind."""

BREAKS: Final = frozenset({
    "article", "aside", "body", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figure",
    "footer", "form", "header", "hgroup", "hr", "html", "main", "menu", "nav", "ol", "p", "search", "section",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that part text but leave its kind as it is."""

INLINES: Final[dict[str, InlineKind]] = {
    "a": "link",
    "abbr": "abbr",
    "acronym": "abbr",
    "b": "strong",
    "code": "code",
    "em": "emphasis",
    "i": "emphasis",
    "kbd": "code",
    "q": "quote",
    "samp": "code",
    "strong": "strong",
    "tt": "code",
    "var": "code",
}
"""Elements inside a sentence that say something about the words in them."""

LISTS: Final = frozenset({"dir", "menu", "ol", "ul"})
WHOLE: Final[frozenset[BlockKind]] = frozenset({"code", "heading", "label"})
"""Kinds that stay one block, whatever elements stand inside."""

_ROLES: Final[dict[str, BlockKind | None]] = {
    "heading": "heading",
    "listitem": "list_item",
    "none": None,
    "presentation": None,
}


def kind_of(tag: Tag) -> BlockKind | None:
    """The kind that the element gives to the text in it; its role goes before its name."""
    role = tag.attrs.get("role")
    return _ROLES[role] if isinstance(role, str) and role in _ROLES else KINDS.get(tag.name)


def heading_level(tag: Tag) -> int:
    """1 to 6; ``aria-level`` goes before the name, and a heading by its role alone is on level 2."""
    given = str(tag.attrs.get("aria-level", "")).strip()
    if given.isdecimal() and int(given) > 0:
        return min(6, int(given))
    return int(tag.name[1]) if KINDS.get(tag.name) == "heading" else 2


def alternative(tag: Tag, source: str) -> tuple[str, str, tuple[Segment, ...]]:
    """The text alternative of an image.

    Returns whether it is ``missing``, ``empty`` or ``text``, its text, and how that maps to ``source``. Text
    that stands elsewhere on the page (``aria-labelledby``) is not repeated.
    """
    attrs = tag.attrs
    if attrs.get("role") in {"none", "presentation"}:
        return "empty", "", ()
    for name in ("aria-label", "alt") if tag.name in {"img", "input"} else ("aria-label",):
        value = str(attrs.get(name, ""))
        if value.strip():
            return "text", value, attribute_pieces(tag, name, source)
    if "aria-labelledby" in attrs:
        return "text", "", ()
    string = _drawing_title(tag)
    if string is not None and string.strip():
        return "text", string, pieces(string)
    return ("empty" if "alt" in attrs else "missing"), "", ()


def _drawing_title(tag: Tag) -> NavigableString | None:
    title = tag.find("title", recursive=False) if tag.name == "svg" else None
    string = title.contents[0] if title is not None and title.contents else None
    return string if isinstance(string, NavigableString) else None


def is_note(tag: Tag) -> bool:
    """Whether this is only the number of a footnote, which would stick to the word before it."""
    link = tag.find("a") if tag.name == "sup" else None
    return link is not None and str(link.get("href", "")).startswith("#")


def is_page_title(tag: Tag) -> bool:
    """Whether this is the title of the page, not that of a drawing in it."""
    return tag.name == "title" and str(tag.namespace).endswith("xhtml")
