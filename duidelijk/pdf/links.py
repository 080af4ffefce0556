"""The links of a page, from its annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.pdf.objects import as_name, as_number, as_text, dictionary, first, items, rectangle

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf

Box = tuple[float, float, float, float]
_MOST: Final = 10_000  # on one page


class Link(NamedTuple):
    """A link to an address outside: ``boxes`` are where it can be clicked, in points of the page."""

    uri: str
    boxes: tuple[Box, ...]
    annotation: pikepdf.Dictionary


def links_of(pdf: Pdf, number: int) -> tuple[Link, ...]:
    """The links to web and mail addresses on page ``number`` (from 0)."""
    found = []
    for count, one in enumerate(items(pdf.page_object(number).get("/Annots"))):
        if count >= _MOST:
            break
        annotation = dictionary(one)
        if annotation is None or as_name(annotation.get("/Subtype")) != "Link":
            continue
        action = dictionary(annotation.get("/A"))
        uri = as_text(first(action, "/URI")) if as_name(first(action, "/S")) == "URI" else ""
        boxes = _quads(annotation.get("/QuadPoints")) or _one(rectangle(annotation.get("/Rect")))
        if uri and boxes:
            found.append(Link(uri, boxes, annotation))
    return tuple(found)


def _one(box: Box | None) -> tuple[Box, ...]:
    return () if box is None else (box,)


def _quads(value: object) -> tuple[Box, ...]:
    numbers = [as_number(one) or 0.0 for one in items(value)]
    boxes = []
    for at in range(0, len(numbers) - 7, 8):
        across, up = numbers[at : at + 8 : 2], numbers[at + 1 : at + 8 : 2]
        boxes.append((min(across), min(up), max(across), max(up)))
    return tuple(boxes)
