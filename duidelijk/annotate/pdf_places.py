"""Where on the pages of a PDF a finding is: boxes around its words, a line of text each.

All is in points of the page itself: before it is rotated, and wherever its visible part begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.model import Document, Span
from duidelijk.pdf.objects import as_number, rectangle
from duidelijk.readers.extracted import origins_of

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.characters import Glyphs

Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""

_USUAL: Final[Box] = (0.0, 0.0, 595.0, 842.0)
_SAME_LINE: Final = 0.5  # of the smaller character that must stand beside the first of the line
_BACK: Final = 1.0  # so far back (in sizes of a character), and the text begins somewhere else
_WIDE: Final = 3.0  # so far on, and it is another cell or column


class Stretch(NamedTuple):
    """Text of one line. ``angle`` is its direction: 0, 90, 180 or 270 degrees, anticlockwise."""

    box: Box
    angle: int

    @property
    def corners(self) -> tuple[float, ...]:
        """The four corners in the order that programs expect: top left, top right, bottom left, bottom right
        of the text as it is read.
        """
        left, bottom, right, top = self.box
        around = [(left, bottom), (right, bottom), (right, top), (left, top)]
        turn = self.angle // 90
        low_left, low_right, high_right, high_left = around[turn:] + around[:turn]
        return (*high_left, *high_right, *low_left, *low_right)


@dataclass(frozen=True, slots=True)
class Spot:
    """What of a finding is on page ``page`` (from 0); no stretches when it is not at any words.

    ``first`` is the box of the first character, as the reader has it.
    """

    page: int
    stretches: tuple[Stretch, ...] = ()
    first: Box | None = None


class View(NamedTuple):
    """What is shown of a page, how far it is rotated (clockwise), and how many points a unit is."""

    box: Box
    rotation: int
    unit: float


class Places:
    """Finds spots in one document."""

    __slots__ = ("_document", "_starts")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.place.start for block in document.blocks]

    def spots(self, span: Span) -> list[Spot]:
        """Where a finding is: one spot for each page, at least one."""
        found: dict[int, list[Stretch]] = {}
        firsts: dict[int, Box] = {}
        for handle, start, end in origins_of(self._document, span):
            glyphs: Glyphs = handle
            boxes = glyphs.boxes
            shown = [box for box in boxes[start:end] if _is_drawn(box)]
            if shown:
                firsts.setdefault(glyphs.page, shown[0])
                _add(
                    found.setdefault(glyphs.page, []), shown, _angle([one for one in boxes if _is_drawn(one)])
                )
        if not found:
            return [Spot(self._page(span))]
        return [Spot(page, tuple(stretches), firsts[page]) for page, stretches in found.items()]

    def _page(self, span: Span) -> int:
        """The page of the block that a place is in."""
        at = bisect_right(self._starts, span.start) - 1
        for block in reversed(self._document.blocks[: at + 1]):
            if "page" in block.attrs:
                return int(block.attrs["page"]) - 1
        return 0


def view(page: pikepdf.Page) -> View:
    """What a reader sees of a page."""
    sheet = rectangle(page.get("/MediaBox")) or _USUAL
    box = _common(rectangle(page.get("/CropBox")) or sheet, sheet) or sheet
    rotation = as_number(page.get("/Rotate")) or 0
    return View(box, int(rotation // 90 * 90) % 360, max(1.0, as_number(page.get("/UserUnit")) or 1.0))


def visible(stretches: Sequence[Stretch], box: Box) -> Iterator[Stretch]:
    """The stretches as far as they are in what is shown."""
    for one in stretches:
        common = _common(one.box, box)
        if common is not None:
            yield one._replace(box=common)


def around(boxes: Sequence[Box]) -> Box:
    """The box around one or more boxes."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _common(one: Box, other: Box) -> Box | None:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left < right and bottom < top else None


def _is_drawn(box: Box) -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _angle(boxes: Sequence[Box]) -> int:
    """The direction from the first character to the last."""
    first, last = boxes[0], boxes[-1]
    right = last[0] + last[2] - first[0] - first[2]
    up = last[1] + last[3] - first[1] - first[3]
    if abs(right) >= abs(up):
        return 0 if right >= 0 else 180
    return 90 if up > 0 else 270


def _add(stretches: list[Stretch], boxes: Sequence[Box], angle: int) -> None:
    """Put characters behind the stretches: a new stretch where a line begins, or climbs too far."""
    head: Box | None = None
    for box in boxes:
        if stretches and stretches[-1].angle == angle:
            last = stretches[-1].box
            if _beside(head or last, last, box, angle):
                head = head or box
                stretches[-1] = Stretch(around((last, box)), angle)
                continue
        stretches.append(Stretch(box, angle))
        head = box


def _beside(head: Box, last: Box, box: Box, angle: int) -> bool:
    """Whether a character goes on with the line that begins with ``head`` and covers ``last``."""
    along, across = (0, 1) if angle % 180 == 0 else (1, 0)
    height = min(head[across + 2] - head[across], box[across + 2] - box[across])
    shared = min(head[across + 2], box[across + 2]) - max(head[across], box[across])
    gap = box[along] - last[along + 2] if angle in (0, 90) else last[along] - box[along + 2]
    size = max(height, box[along + 2] - box[along])
    return shared >= _SAME_LINE * height and -_BACK * size <= gap <= _WIDE * size
