"""From the characters of a page to its lines.

Characters that follow each other on one baseline make a chunk, chunks that touch make a line. A wide gap
parts lines: what stands beside each other may be two columns, or two cells of a table.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from duidelijk.pdf.characters import Char, Glyphs, Page, Style

WIDE: Final = 1.0  # a gap of this many times the size parts lines
_SPACE: Final = 0.17  # a gap of this many times the size is a space that nobody wrote
_BACK: Final = 0.6  # so far back, and the text begins somewhere else
_SAME: Final = 0.2  # baselines that differ less are one
_RAISED: Final = 0.62  # how far a raised or lowered sign may stand from the line, in sizes of the line
_SMALL: Final = 0.85  # how much smaller such a sign is
_MARK: Final = 6  # signs of the mark of a note, at most
_BESIDE: Final = 8  # pieces of text that may end where such a mark begins
_LIFTED: Final = 0.15
_LEVEL: Final = 4  # degrees that a line may slope


class Run(NamedTuple):
    """From character ``start`` on, a line has this style. ``order``: the place of that in the file.

    ``raised``: small and above the line, as the mark of a note.
    """

    start: int
    style: Style
    order: int
    raised: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """A line of text without a wide gap in it, ``page`` from 0.

    ``left``, ``right`` and ``base`` are in points as a reader sees the page, with the text upright: ``base``
    is the height of the baseline. ``box`` is on the page itself. ``number`` counts the lines of the page from
    1 in the order of reading; what stands on one height has one number.
    """

    page: int
    text: str
    boxes: array[float]
    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    angle: int
    number: int = 0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all characters."""
        return around(zip(*[iter(self.boxes)] * 4, strict=True))

    @property
    def glyphs(self) -> Glyphs:
        """Where each character stands."""
        return Glyphs(self.page, self.boxes)

    @property
    def artifact(self) -> bool:
        """Whether the file says that this is no part of the text."""
        return all(run.style.artifact for run in self.runs)

    def fragment(self, start: int, end: int) -> Glyphs:
        """Where characters ``start:end`` stand."""
        return Glyphs(self.page, self.boxes[4 * start : 4 * end])


def around(
    boxes: Iterable[tuple[float, ...]],
) -> tuple[float, float, float, float]:
    """The box around boxes, apart from those of what is not drawn."""
    drawn = [one for one in boxes if one[2] > one[0] or one[3] > one[1]]
    if not drawn:
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = zip(*drawn, strict=True)
    return min(left), min(bottom), max(right), max(top)


def lines_of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom, those on one height from left to right.

    Text that stands in another direction than most of the page comes last.
    """
    groups: dict[int, list[tuple[Char, int]]] = {}
    for order, char in enumerate(page.chars):
        groups.setdefault(_direction(char.style.angle), []).append((char, order))
    found: list[Line] = []
    for angle, chars in sorted(groups.items(), key=lambda one: -len(one[1])):
        found += _upright(page.number, angle, chars)
    return found


def _direction(angle: int) -> int:
    """0, 90, 180 or 270 for text that is level or upright, else the angle itself."""
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _LEVEL else angle


class _Sign(NamedTuple):
    """A character in the coordinates of upright text."""

    text: str
    left: float
    right: float
    base: float
    char: Char
    order: int


@dataclass(slots=True, eq=False)
class _Chunk:
    """Characters in a row on one baseline."""

    signs: list[_Sign]
    left: float
    right: float
    base: float
    size: float


def _upright(page: int, angle: int, chars: Sequence[tuple[Char, int]]) -> list[Line]:
    chunks = list(_chunks(_turned(angle, chars)))
    rows = _rows(chunks)
    _lower(rows)
    lines = [
        _line(page, angle, signs) for row in rows for signs in _parts(sorted(row, key=lambda one: one.left))
    ]
    return [line for line in lines if line.text.strip()]


def _turned(angle: int, chars: Sequence[tuple[Char, int]]) -> Iterator[_Sign]:
    if angle == 0:
        for char, order in chars:
            yield _Sign(char.text, min(char.left, char.x), char.right, char.y, char, order)
        return
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    for char, order in chars:
        corners = [x * cos + y * sin for x in (char.left, char.right) for y in (char.bottom, char.top)]
        left = char.x * cos + char.y * sin
        right = max(corners) if angle % 90 == 0 else left + 0.75 * char.style.size
        yield _Sign(char.text, left, right, char.y * cos - char.x * sin, char, order)


def _chunks(signs: Iterable[_Sign]) -> Iterator[_Chunk]:
    chunk: _Chunk | None = None
    for sign in signs:
        size = sign.char.style.size
        if chunk is not None:
            gap = sign.left - chunk.right
            near = min(size, chunk.size)
            if (
                abs(sign.base - chunk.base) <= _SAME * near
                and -_BACK * near <= gap <= WIDE * near
                and sign.char.style.artifact == chunk.signs[-1].char.style.artifact
            ):
                if gap > _SPACE * near and sign.text != " " and chunk.signs[-1].text != " ":
                    chunk.signs.append(_space(chunk.signs[-1]))
                chunk.signs.append(sign)
                if sign.text != " ":
                    chunk.size = max(chunk.size, size)
                chunk.right = max(chunk.right, sign.right)
                continue
            yield chunk
        if sign.text == " ":
            chunk = None
            continue
        chunk = _Chunk([sign], sign.left, sign.right, sign.base, size)
    if chunk is not None:
        yield chunk


def _space(before: _Sign) -> _Sign:
    nothing = before.char._replace(text=" ", left=0.0, bottom=0.0, right=0.0, top=0.0)
    return _Sign(" ", before.right, before.right, before.base, nothing, before.order)


def _rows(chunks: list[_Chunk]) -> list[list[_Chunk]]:
    """The chunks by baseline, from top to bottom."""
    rows: list[list[_Chunk]] = []
    for chunk in sorted(chunks, key=lambda one: -one.base):
        if rows:
            head = rows[-1][0]
            if head.base - chunk.base <= _SAME * min(head.size, chunk.size):
                rows[-1].append(chunk)
                continue
        rows.append([chunk])
    return rows


def _lower(rows: list[list[_Chunk]]) -> None:
    """Put raised and lowered signs (a mark of a note, m²) on the line that they belong to."""
    largest = [max(chunk.size for chunk in row) for row in rows]
    ends: dict[int, list[tuple[float, int]]] = {}
    for number, row in enumerate(rows):
        for chunk in list(row):
            if len(chunk.signs) > _MARK:
                continue
            for near in (number + 1, number - 1):
                if not 0 <= near < len(rows) or chunk.size > _SMALL * largest[near]:
                    continue
                if near not in ends:
                    ends[near] = sorted((one.right, at) for at, one in enumerate(rows[near]))
                at = bisect_left(ends[near], (chunk.left - 0.3 * largest[near], 0))
                beside = [rows[near][one] for _, one in ends[near][at : at + _BESIDE]]
                if any(_belongs(chunk, other) for other in beside):
                    row.remove(chunk)
                    rows[near].append(chunk)
                    break
    rows[:] = [row for row in rows if row]


def _belongs(chunk: _Chunk, other: _Chunk) -> bool:
    if chunk.size > _SMALL * other.size or abs(chunk.base - other.base) > _RAISED * other.size:
        return False
    return abs(chunk.left - other.right) <= 0.3 * other.size


def _parts(row: list[_Chunk]) -> Iterator[list[_Sign]]:
    """The signs of each line of a row, from left to right."""
    signs: list[_Sign] = []
    right, size = 0.0, 0.0
    for chunk in row:
        gap = chunk.left - right
        near = min(size, chunk.size) if len(chunk.signs) > 2 else max(size, chunk.size)
        if signs and (gap > WIDE * near or gap < -2 * near or _artifact(signs) != _artifact(chunk.signs)):
            yield signs
            signs = []
        if signs and gap > _SPACE * near and signs[-1].text != " ":
            signs.append(_space(signs[-1]))
        signs += chunk.signs
        right, size = max(right, chunk.right) if len(signs) > len(chunk.signs) else chunk.right, chunk.size
    if signs:
        yield signs


def _artifact(signs: Sequence[_Sign]) -> bool:
    return signs[-1].char.style.artifact


def _line(page: int, angle: int, signs: list[_Sign]) -> Line:
    kept: list[_Sign] = []
    for sign in signs:
        if sign.text != " " or (kept and kept[-1].text != " "):
            kept.append(sign)
    while kept and kept[-1].text == " ":
        kept.pop()
    runs: list[Run] = []
    sizes: Counter[float] = Counter()
    bold = letters = 0
    for at, sign in enumerate(kept):
        style = sign.char.style
        if not runs or runs[-1].style is not style:
            runs.append(Run(at, style, sign.order))
        if sign.text != " ":
            sizes[style.size] += 1
            letters += 1
            bold += style.bold
    boxes = array("f")
    for sign in kept:
        boxes.extend(sign.char[1:5])
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    base = next((sign.base for sign in kept if sign.char.style.size == size), 0.0)
    runs = [
        run._replace(raised=True)
        if run.style.size <= _SMALL * size and kept[run.start].base > base + _LIFTED * size
        else run
        for run in runs
    ]
    return Line(
        page,
        "".join(sign.text for sign in kept),
        boxes,
        tuple(runs),
        kept[0].left if kept else 0.0,
        max((sign.right for sign in kept), default=0.0),
        base,
        size,
        letters > 0 and bold == letters,
        angle,
    )


def joined(lines: Sequence[Line]) -> Line:
    """Lines beside each other as one, with a space between them."""
    first = lines[0]
    boxes = array("f")
    runs: list[Run] = []
    text = ""
    for line in lines:
        if text:
            text += " "
            boxes.extend((0.0, 0.0, 0.0, 0.0))
        runs += [run._replace(start=run.start + len(text)) for run in line.runs]
        text += line.text
        boxes.extend(line.boxes)
    main = max(lines, key=lambda one: len(one.text))
    return Line(
        first.page,
        text,
        boxes,
        tuple(runs),
        first.left,
        max(line.right for line in lines),
        main.base,
        main.size,
        all(line.bold for line in lines),
        first.angle,
    )
