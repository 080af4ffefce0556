"""The text that a control shows, whether or not assistive technology meets it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk.html.css import style, unknown_stylesheets
from duidelijk.html.exposure import is_svg, is_visible
from duidelijk.html.native_names import input_type
from duidelijk.html.roles import role
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_BUTTONS: Final = frozenset({"button", "reset", "submit"})
_APART: Final = frozenset({"group", "listbox", "menu", "tablist", "tree"})
"""What hangs under a choice in a menu or tree, with texts of its own."""
_NO_TEXT: Final = frozenset({
    "audio", "canvas", "iframe", "noscript", "object", "script", "select", "style", "template", "textarea",
    "video",
})  # fmt: skip
_UNDRAWN: Final = frozenset({"desc", "metadata", "title"})
_FOR_EARS: Final = re.compile(
    r"\b(?:sr[-_]?only|screen[-_]?reader\w*|visually[-_]?hidden|assistive\w*|show-for-sr)",
    re.IGNORECASE,
)
"""Names of classes that by custom hide text from view, where the style sheet is not at hand."""
_ICON: Final = re.compile(r"(?:^|[-_ ])(?:icons?|material-symbols\S*|glyph\w*)(?:$|[-_ ])", re.IGNORECASE)
_LIGATURE: Final = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
_MOST: Final = 500
"""Nodes in an element; with so many it is no control but a part of the page."""


def shown_texts(document: Document, tag: Tag) -> tuple[str, ...]:
    """The text that an element shows, the ways it can be read: parts in a box of their own joined or not.

    One way for most elements; none without visible text, nor for a large part of the page.
    """
    if tag.name == "input":
        value = str(tag.attrs.get("value", "")) if input_type(tag) in _BUTTONS else ""
        return (value,) if value.strip() and is_visible(document, tag) else ()
    if sum(1 for _ in islice(tag.descendants, _MOST)) == _MOST:
        return ()
    parts: list[tuple[str, bool]] = []
    _collect(document, tag, parts)
    apart = "".join(text or " " for text, _ in parts)
    joined = "".join(text or (" " if breaks else "") for text, breaks in parts)
    return tuple(dict.fromkeys(text for text in (apart, joined) if text.strip()))


def _collect(document: Document, tag: Tag, parts: list[tuple[str, bool]]) -> None:
    """The visible texts in order. An empty text is the edge of a box; flagged: of one on lines of its own."""
    from bs4.element import NavigableString, PreformattedString
    from bs4.element import Tag as Element

    stack = [tag]
    waiting = [iter(tag.contents)]
    while waiting:
        node = next(waiting[-1], None)
        top = stack[-1]
        if node is None:
            waiting.pop()
            _edge(document, stack.pop(), parts)
        elif isinstance(node, Element):
            if node.name == "br":
                parts.append(("", True))
            elif not _is_skipped(document, node):
                _edge(document, node, parts)
                stack.append(node)
                waiting.append(iter(node.contents))
        elif (
            isinstance(node, NavigableString)
            and not isinstance(node, PreformattedString)
            and is_visible(document, top)
            and not _is_drawn(top, str(node))
        ):
            parts.append((str(node), False))


def _edge(document: Document, tag: Tag, parts: list[tuple[str, bool]]) -> None:
    display = "inline" if is_svg(tag) else style(document, tag).display
    if display not in {"inline", "contents", "none"}:
        parts.append(("", not display.startswith("inline")))


def _is_skipped(document: Document, tag: Tag) -> bool:
    if tag.name in _NO_TEXT or (tag.name in _UNDRAWN and is_svg(tag)) or role(document, tag) in _APART:
        return True
    return bool(unknown_stylesheets(document)) and _FOR_EARS.search(_classes(tag)) is not None


def _is_drawn(tag: Tag, text: str) -> bool:
    """Whether the text is the name of a drawing in an icon font."""
    return _LIGATURE.fullmatch(text) is not None and _ICON.search(_classes(tag)) is not None


def _classes(tag: Tag) -> str:
    value = tag.attrs.get("class", "")
    return value if isinstance(value, str) else " ".join(value)
