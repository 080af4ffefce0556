"""Elements in the main content of a page, the block that an element makes, and what a reader hears of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.markup import DECORATIVE, attr, image_names, is_hidden, named, own_name, role
from duidelijk.html.nodes import elements as elements_in
from duidelijk.html.nodes import is_text
from duidelijk.html.places import start_of
from duidelijk.html.tree_index import index
from duidelijk.model import Block, Document

if TYPE_CHECKING:
    from bs4.element import Tag

_STARTS: Final = "checks.elements.starts"
_MAIN: Final = "checks.elements.main"
_SPOKEN: Final = "duidelijk_spoken"
_NEAR: Final = 200  # so many nodes from its start tag an element shows its first text
_SPACE: Final = re.compile(r"\s+")
_STYLE: Final = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)


def elements(document: Document, *names: str, whole_page: bool = False) -> Iterator[Tag]:
    """The visible elements with these names, name by name; only those in the main content by default."""
    for name in names:
        for tag in named(document, name):
            if (whole_page or is_main(document, tag)) and not is_hidden(tag):
                yield tag


def element_of(document: Document, block: Block) -> Tag | None:
    """The element whose start tag is the place of the block; None in other formats than HTML."""
    return _by_start(document).get(block.place.start)


def is_main(document: Document, tag: Tag) -> bool:
    """Whether the element lies in the main content: its first text does or, without text, that around it."""
    starts, mains = _main_starts(document)
    if not starts:
        return True
    for node in islice(tag.descendants, _NEAR):
        if is_text(node) and not node.isspace() and (pieces := html.pieces(node)):
            return mains[max(0, bisect_right(starts, pieces[0].s0) - 1)]
    at = bisect_left(starts, html.place(tag).start)
    return all(mains[max(0, at - 1) : at + 1])


def plain(tag: Tag) -> str:
    """The text in the element with single spaces."""
    return squeeze(tag.get_text(" ")) if elements_in(tag) else squeeze(tag.get_text())


def squeeze(text: str) -> str:
    """``text`` with single spaces and nothing around it."""
    return _SPACE.sub(" ", text).strip()


def spoken(tag: Tag) -> str:
    """What assistive technology says for a link or field label: its own name, else text and images."""
    said: str | None = tag.__dict__.get(_SPOKEN)
    if said is None:
        text = own_name(tag) or " ".join([tag.get_text(), *image_names(tag)]) or attr(tag, "title")
        said = tag.__dict__[_SPOKEN] = squeeze(text)
    return said


def is_link(tag: Tag) -> bool:
    """Whether the element is a link that readers meet."""
    return "href" in tag.attrs and role(tag) in {"", "link", *DECORATIVE} and not is_hidden(tag)


def style_of(tag: Tag) -> Mapping[str, str]:
    """The declarations in the ``style`` attribute, by property, in small letters."""
    written = str(tag.attrs.get("style", ""))
    return {name.lower(): value.strip().lower() for name, value in _STYLE.findall(written)} if written else {}


def inside(tag: Tag, *names: str) -> bool:
    """Whether the element is one of these, or stands in one."""
    return tag.name in names or any(parent.name in names for parent in tag.parents)


def covered(block: Block, *kinds: str) -> bool:
    """Whether all words of the block stand in inlines of these kinds, such as bold."""
    at = 0
    text = block.text
    for inline in sorted((one for one in block.inlines if one.kind in kinds), key=lambda one: one.span):
        if re.search(r"\w", text[at : inline.span.start]):
            return False
        at = max(at, inline.span.end)
    return at > 0 and not re.search(r"\w", text[at:])


def _by_start(document: Document) -> Mapping[int, Tag]:
    found: dict[int, Tag] | None = document.cache.get(_STARTS)
    if found is None:
        found = document.cache[_STARTS] = {}
        for tag in index(document).tags:
            start = start_of(tag)
            if start is not None:
                found.setdefault(start, tag)
    return found


def _main_starts(document: Document) -> tuple[Sequence[int], Sequence[bool]]:
    found: tuple[list[int], list[bool]] | None = document.cache.get(_MAIN)
    if found is None:
        places = sorted(
            (block.map.segments[0].s0 if block.map.segments else block.place.start, block.main)
            for block in document.blocks
            if block.kind != "title"
        )
        found = [start for start, _ in places], [main for _, main in places]
        document.cache[_MAIN] = found = found if any(found[1]) else ([], [])  # all of it is the main content
    return found
