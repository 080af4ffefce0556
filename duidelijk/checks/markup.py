"""What structural checks ask of a page's tree: the element at a place, hidden or not, named by what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.html import hidden
from duidelijk.html.nodes import within
from duidelijk.html.soup import soup_of
from duidelijk.html.tree_index import index
from duidelijk.model import Block, Document

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

DECORATIVE: Final = frozenset({"none", "presentation"})
_KEY: Final = "checks.markup"
_HIDDEN: Final = "duidelijk_hidden"
_IDS: Final = "duidelijk_ids"
_TEXT: Final = "duidelijk_text"
_LONGEST: Final = 2000
_MOST_IDS: Final = 100
_PLACED: Final = ("img", "input", "area", "svg", "object", "h1", "h2", "h3", "h4", "h5", "h6")


def tree(document: Document) -> BeautifulSoup | None:
    """The tree of a page, or of the html of a mail; None for other formats."""
    return soup_of(document)


def tag_at(document: Document, offset: int) -> Tag | None:
    """The heading, image or element with a role whose start tag begins at source ``offset``."""
    return _places(document).at.get(offset)


def link_around(document: Document, offset: int) -> Tag | None:
    """The ``<a>`` element that source ``offset`` lies in."""
    links = _places(document).links
    at = bisect_right(links, offset, key=lambda link: link[0]) - 1
    return links[at][2] if at >= 0 and offset < links[at][1] else None


def attr(tag: Tag, name: str) -> str:
    """The value of an attribute without white space around it; ``""`` when absent."""
    value = tag.get(name)
    return value.strip() if isinstance(value, str) else " ".join(value or ())


def role(tag: Tag) -> str:
    """The first role of the element in small letters; ``""`` without one."""
    return attr(tag, "role").lower().partition(" ")[0]


def is_hidden(tag: Tag) -> bool:
    """Whether assistive technology skips the element, as far as the page itself says so."""
    path = []
    element: Tag | None = tag
    known: bool | None = None
    # What is around it is looked at once for each element, however deep the page is.
    while element is not None and (known := element.__dict__.get(_HIDDEN)) is None:
        path.append(element)
        element = element.parent
    found = bool(known)
    for step in reversed(path):
        found = step.__dict__[_HIDDEN] = found or hidden.is_hidden(step)
    return found


def own_name(tag: Tag) -> str:
    """The name that ``aria-labelledby`` or ``aria-label`` gives the element; ``""`` without either."""
    referred = attr(tag, "aria-labelledby").split()
    if referred:
        known = _by_id(tag)
        others = [known[name] for name in referred if name in known]
        name = " ".join(attr(other, "aria-label") or text_elsewhere(other) for other in others[:_MOST_IDS])
        if name.strip():
            return name.strip()
    return attr(tag, "aria-label")


def text_elsewhere(tag: Tag) -> str:
    """The text of an element that others refer to, worked out once however many do; not all of a long one."""
    text: str | None = tag.__dict__.get(_TEXT)
    if text is None:
        text = tag.__dict__[_TEXT] = tag.get_text(" ", strip=True)[:_LONGEST]
    return text


def _by_id(tag: Tag) -> dict[str, Tag]:
    """The elements of the page that the tag is in, by id."""
    *_, root = tag, *tag.parents
    found: dict[str, Tag] | None = root.__dict__.get(_IDS)
    if found is None:
        from bs4.element import Tag as Element

        found = root.__dict__[_IDS] = {}
        for one in root.descendants:
            if isinstance(one, Element) and "id" in one.attrs:
                found.setdefault(str(one.attrs["id"]), one)
    return found


def image_names(tag: Tag) -> Iterator[str]:
    """The text alternatives of the images inside the element that are not empty."""
    inside = [one for one in within(tag) if one.name in {"img", "svg"}]
    for image in inside:
        if image.name != "img":
            continue
        name = own_name(image) or attr(image, "alt") or attr(image, "title")
        if name and role(image) not in DECORATIVE and not is_hidden(image):
            yield name
    for drawing in inside:
        if drawing.name != "svg":
            continue
        title = drawing.find("title", recursive=False)
        name = own_name(drawing) or (title.get_text(strip=True) if title is not None else "")
        if name and attr(drawing, "aria-hidden").lower() != "true":
            yield name


def kind_of(block: Block) -> str:
    """The kind of the block, also when it stands outside the main content."""
    return block.attrs.get("kind", block.kind) if block.kind == "boilerplate" else block.kind


def named(document: Document, name: str) -> Sequence[Tag]:
    """The elements of that name, in order; none in other formats than HTML."""
    return index(document).by_name.get(name, ())


def with_role(document: Document) -> Sequence[Tag]:
    """The elements with a ``role`` attribute, in order."""
    return index(document).with_role


class _Places:
    """Where elements stand that text belongs to."""

    __slots__ = ("at", "links")

    def __init__(self) -> None:
        self.at: dict[int, Tag] = {}
        self.links: list[tuple[int, int, Tag]] = []


def _places(document: Document) -> _Places:
    found: _Places | None = document.cache.get(_KEY)
    if found is not None:
        return found
    found = document.cache[_KEY] = _Places()
    for tag in (*with_role(document), *(tag for name in _PLACED for tag in named(document, name))):
        start = html.start_tag(tag)
        if start is not None:
            found.at.setdefault(start.start, tag)
    for tag in named(document, "a"):
        start, end = html.start_tag(tag), html.end_tag(tag)
        if start is not None:
            found.links.append((start.start, end.end if end else len(document.source.text), tag))
    found.links.sort(key=lambda link: link[:2])
    return found
