"""What structural checks ask of a page's tree: the element at a place, hidden or not, named by what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.html import hidden
from duidelijk.html.soup import soup_of
from duidelijk.model import Block, Document

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

DECORATIVE: Final = frozenset({"none", "presentation"})
_KEY: Final = "checks.markup"
_PLACED: Final = ("img", "input", "area", "svg", "object", "h1", "h2", "h3", "h4", "h5", "h6")


def tree(document: Document) -> BeautifulSoup | None:
    """The tree of a page, or of the html of a mail; None for other formats."""
    return soup_of(document)


def tag_at(document: Document, offset: int) -> Tag | None:
    """The heading, image or element with a role whose start tag begins at source ``offset``."""
    return _index(document).at.get(offset)


def link_around(document: Document, offset: int) -> Tag | None:
    """The ``<a>`` element that source ``offset`` lies in."""
    links = _index(document).links
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
    return hidden.is_hidden(tag) or any(map(hidden.is_hidden, tag.parents))


def own_name(tag: Tag) -> str:
    """The name that ``aria-labelledby`` or ``aria-label`` gives the element; ``""`` without either."""
    referred = attr(tag, "aria-labelledby").split()
    if referred:
        *_, root = tag, *tag.parents
        others = [other for name in referred if (other := root.find(id=name)) is not None]
        name = " ".join(attr(other, "aria-label") or other.get_text(" ", strip=True) for other in others)
        if name.strip():
            return name.strip()
    return attr(tag, "aria-label")


def image_names(tag: Tag) -> Iterator[str]:
    """The text alternatives of the images inside the element that are not empty."""
    for image in tag.find_all("img"):
        name = own_name(image) or attr(image, "alt") or attr(image, "title")
        if name and role(image) not in DECORATIVE and not is_hidden(image):
            yield name
    for drawing in tag.find_all("svg"):
        title = drawing.find("title", recursive=False)
        name = own_name(drawing) or (title.get_text(strip=True) if title is not None else "")
        if name and attr(drawing, "aria-hidden").lower() != "true":
            yield name


def kind_of(block: Block) -> str:
    """The kind of the block, also when it stands outside the main content."""
    return block.attrs.get("kind", block.kind) if block.kind == "boilerplate" else block.kind


def named(document: Document, name: str) -> Sequence[Tag]:
    """The elements of that name, in order; none in other formats than HTML."""
    return _index(document).by_name.get(name, ())


def with_role(document: Document) -> Sequence[Tag]:
    """The elements with a ``role`` attribute, in order."""
    return _index(document).with_role


class _Index:
    """One walk over the tree, for all checks: ``find_all`` of bs4 costs twenty times as much."""

    __slots__ = ("at", "by_name", "links", "with_role")

    def __init__(self) -> None:
        self.at: dict[int, Tag] = {}
        self.by_name: dict[str, list[Tag]] = {}
        self.with_role: list[Tag] = []
        self.links: list[tuple[int, int, Tag]] = []


def _index(document: Document) -> _Index:
    found: _Index | None = document.cache.get(_KEY)
    if found is not None:
        return found
    found = document.cache[_KEY] = _Index()
    soup = tree(document)
    if soup is None:
        return found
    from bs4.element import Tag

    for tag in soup.descendants:
        if not isinstance(tag, Tag):
            continue
        found.by_name.setdefault(tag.name, []).append(tag)
        if "role" in tag.attrs:
            found.with_role.append(tag)
    for tag in (*found.with_role, *(tag for name in _PLACED for tag in found.by_name.get(name, ()))):
        start = html.start_tag(tag)
        if start is not None:
            found.at.setdefault(start.start, tag)
    for tag in found.by_name.get("a", ()):
        start, end = html.start_tag(tag), html.end_tag(tag)
        if start is not None:
            found.links.append((start.start, end.end if end else len(document.source.text), tag))
    found.links.sort(key=lambda link: link[:2])
    return found
