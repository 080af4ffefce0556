"""Space between paragraphs that is typed: empty paragraphs, and line breaks in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks import document_layout
from duidelijk.checks.elements import elements, inside, plain
from duidelijk.measure import count_words
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_SHOWN: Final = ["img", "svg", "input", "iframe", "video", "audio", "button", "object", "canvas", "a"]
_PARAGRAPH: Final = 8  # words: a line of an address or of opening hours has fewer


def typed_space(document: Document, *, most: int = 1) -> Iterator[Hit]:
    """More than ``most`` empty paragraphs in a row, and paragraphs parted by two line breaks."""
    yield from document_layout.empty_paragraphs(document, most=most)
    run = 0
    last: Tag | None = None
    for tag in elements(document, "p"):
        if plain(tag) or tag.attrs.get("id") or tag.find(_SHOWN) is not None:
            run = 0
            continue
        run = run + 1 if run and last is _beside(tag, back=True) else 1
        last = tag
        if run == most + 1:
            yield Hit(None, html.place(tag), {"wat": "lege alinea’s"})
    seen: set[int] = set()
    for tag in elements(document, "br"):
        parent = tag.parent
        following = _beside(tag)
        if parent is None or id(parent) in seen or following is None or following.name != "br":
            continue
        seen.add(id(parent))
        if not inside(parent, "address", "pre", "code", "td", "th", "form") and _is_running(parent):
            yield Hit(None, html.place(tag), {"wat": "lege regels"})


def _beside(tag: Tag, *, back: bool = False) -> Tag | None:
    """The element right after (or before) this one, if no text stands between them."""
    from bs4.element import NavigableString, PreformattedString, Tag

    node = tag.previous_sibling if back else tag.next_sibling
    while isinstance(node, NavigableString) and (isinstance(node, PreformattedString) or not node.strip()):
        node = node.previous_sibling if back else node.next_sibling
    return node if isinstance(node, Tag) else None


def _is_running(parent: Tag) -> bool:
    """Whether double line breaks part texts of some length, and not the lines of an address."""
    from bs4.element import NavigableString, PreformattedString, Tag

    pieces: list[list[str]] = [[]]
    breaks = 0
    for node in parent.children:
        if isinstance(node, Tag) and node.name == "br":
            breaks += 1
            if breaks == 2:
                pieces.append([])
        elif isinstance(node, Tag):
            breaks = 0
            pieces[-1].append(node.get_text())
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            breaks = 0
            pieces[-1].append(node)
    return sum(count_words(" ".join(piece)) >= _PARAGRAPH for piece in pieces) > 1
