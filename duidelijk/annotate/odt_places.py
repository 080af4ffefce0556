"""Where in an OpenDocument text a comment can stand, and putting it there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from duidelijk.model import Document, Span
from duidelijk.office.odf import DRAW, TEXT
from duidelijk.readers.extracted import origins_of
from duidelijk.readers.odt import PICTURES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.readers.odt_inline import Side

_PARAGRAPHS: Final = frozenset({TEXT + "p", TEXT + "h"})
_OPEN: Final = _PARAGRAPHS | {TEXT + "span", TEXT + "a"}  # elsewhere LibreOffice drops a comment
_BOX: Final = DRAW + "text-box"


class Point(NamedTuple):
    """Before character ``at`` of the text in an element, or of the text after it."""

    element: _Element
    side: Literal["text", "tail"]
    at: int


class Range(NamedTuple):
    """What a comment is about; ``end`` is None when that is no words, or it has to stand beside them."""

    start: Point
    end: Point | None
    paragraph: _Element
    is_beside: bool = False


def range_of(document: Document, span: Span) -> Range | None:
    """The place of a stretch of the text, as far as it lies in one paragraph.

    Text that nobody wrote is about the paragraph that is nearest; None when there is no text at all.
    """
    if not document.anchors:
        return None
    found = origins_of(document, span)
    (element, side), start, end = next(found, None) or _nearest(document, span.start)
    if element is None:
        return None
    paragraph = _paragraph(element, side)
    if paragraph is None:
        return None
    shape = _closed_shape(paragraph)
    if shape is not None:
        outside = _paragraph(shape, "element")
        return None if outside is None else Range(_before(shape), None, outside, is_beside=True)
    last = (element, side, end)
    for (other, other_side), _, until in found:
        if _paragraph(other, other_side) is not paragraph:
            break
        last = (other, other_side, until)
    stop = _point(*last, is_end=True) if end > start else None
    return Range(_point(element, side, start, is_end=False), stop, paragraph)


def put(new: Iterable[tuple[Point, _Element]]) -> None:
    """Insert elements, in this order where several are at one point. Points are of the tree before that."""
    groups: dict[tuple[_Element, str], list[tuple[int, _Element]]] = {}
    for point, element in new:
        groups.setdefault((point.element, point.side), []).append((point.at, element))
    for (holder, side), members in groups.items():
        members.sort(key=lambda one: one[0])
        text = (holder.text if side == "text" else holder.tail) or ""
        ends = [*(at for at, _ in members[1:]), len(text)]
        if side == "text":
            holder.text = text[: members[0][0]]
        else:
            holder.tail = None
        for (at, element), end in zip(reversed(members), reversed(ends), strict=True):
            element.tail = text[at:end]
            if side == "text":
                holder.insert(0, element)
            else:
                holder.addnext(element)
        if side == "tail":
            holder.tail = text[: members[0][0]]


def _nearest(document: Document, at: int) -> tuple[tuple[_Element | None, Side], int, int]:
    """The picture without words at an offset, or the start of the paragraph there, or the text before it."""
    picture = document.cache.get(PICTURES, {}).get(document.anchor(at))
    if picture is not None:
        return (picture, "element"), 0, 0
    origins = document.origins
    line = document.anchors[max(0, bisect_right(document.anchors, at, key=itemgetter(0)) - 1)][0]
    found = bisect_left(origins, line, key=itemgetter(0))
    for near in origins[found : found + 1] or origins[-1:]:
        return near.handle, near.at, near.at
    return (None, "text"), 0, 0


def _paragraph(element: _Element, side: Side) -> _Element | None:
    """The paragraph that a text is in."""
    at = element if side == "text" else element.getparent()
    while at is not None and at.tag not in _PARAGRAPHS:
        at = at.getparent()
    return at


def _closed_shape(paragraph: _Element) -> _Element | None:
    """The drawing around a paragraph in which LibreOffice keeps no comments; a text box is none."""
    shape = None
    at = paragraph.getparent()
    while at is not None:
        tag = str(at.tag)
        if tag.startswith(DRAW) and tag not in {_BOX, DRAW + "frame"}:
            shape = at
        at = at.getparent()
    return shape


def _point(element: _Element, side: Side, at: int, *, is_end: bool) -> Point:
    """The point nearest to a character at which a comment may stand."""
    closed = element if side == "element" else None
    holder = element if side == "text" else element.getparent()
    while holder is not None and holder.tag not in _PARAGRAPHS:
        if holder.tag not in _OPEN:
            closed = holder
        holder = holder.getparent()
    if closed is not None:
        return Point(closed, "tail", 0) if is_end else _before(closed)
    return Point(element, "text" if side == "text" else "tail", at)


def _before(element: _Element) -> Point:
    previous = element.getprevious()
    if previous is not None:
        return Point(previous, "tail", len(previous.tail or ""))
    parent = element.getparent()
    if parent is None:
        return Point(element, "text", 0)
    return Point(parent, "text", len(parent.text or ""))
