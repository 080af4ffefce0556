"""The order of reading of a page without tags: columns, blocks beside each other, tables.

Lines are taken from top to bottom. Where lines stand beside each other with a strip of white between them
that goes on downwards, they make a region. What a region is, a table or columns, is seen from its rows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from duidelijk.pdf.lines import Line, joined
from duidelijk.pdf.rows import ALIGNED, LEVEL, prepared, rows_of

_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3}\s?[A-Z]{2}\b(?!\d)")
_DEPTH: Final = 4  # columns within columns
_CLOSE: Final = 1.8  # lines of one block: no farther apart, in sizes
_CLOSE_PROSE: Final = 2.6
_STRIP: Final = 0.15  # the white between two columns is at least so wide, in sizes
_WORD_GAP: Final = 2.2  # in a row of its own, white narrower than this is a wide space
_STRETCH: Final = 12.0
_INDENT: Final = 3.0
_LONG: Final = 25  # characters of a line of running text
_WIDER: Final = 1.25  # so much more white parts rows
_TRIES: Final = 8
_FEW_LINES: Final = 6
_MANY: Final = 5  # lines in a cell: rather a column


@dataclass(slots=True, eq=False)
class Area:
    """A piece of a page: lines in the order of reading, or the cells of a table.

    ``left`` and ``right`` are the room that the lines have, in points. ``rows`` holds the lines of each cell;
    it is empty for text. ``has_header``: the first row looks like the names of columns. ``is_column``: there
    is other text beside it.
    """

    lines: list[Line]
    left: float
    right: float
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    has_header: bool = False
    is_column: bool = False


def areas(lines: Sequence[Line]) -> list[Area]:
    """The areas of a page in the order of reading.

    Text in another direction than the first line comes last.
    """
    if not lines:
        return []
    angle = lines[0].angle
    upright = [line for line in lines if line.angle == angle]
    found = list(_areas(prepared(upright), 0))
    found += [Area([line], line.left, line.right) for line in lines if line.angle != angle]
    return found


def _areas(lines: Sequence[Line], depth: int) -> Iterator[Area]:
    """The areas of lines that are sorted from top to bottom."""
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    lines = _without_stretch(lines)
    plain: list[Line] = []
    at = tries = 0
    while at < len(lines):
        line = lines[at]
        if at + 1 < len(lines) and _beside(line, lines[at + 1]):
            region = _Region(line)
            stop = at + 1
            while stop < len(lines) and region.takes(lines, stop):
                region.add(lines[stop])
                stop += 1
            if tries < _TRIES and region.is_prose and region.takes_all(lines[stop:]):
                stop = len(lines)
            tries += 1
            while plain and region.reaches(plain[-1]):
                region.add_before(plain.pop())
            if plain:
                yield Area(plain, left, right)
                plain = []
            merged = region.as_line()
            if merged is not None:
                plain.append(merged)
            else:
                yield from region.areas(depth)
            at = stop
        else:
            plain.append(line)
            at += 1
    if plain:
        yield Area(plain, left, right)


def _without_stretch(lines: Sequence[Line]) -> list[Line]:
    """Join the words of lines that are stretched over the full width, so that each stood alone."""
    rows = rows_of(lines)
    before: Sequence[Line] = ()
    out: list[Line] = []
    for row, after in zip(rows, [*rows[1:], []], strict=True):
        near = [other[0] for other in (before, after) if len(other) == 1]
        before = [joined(row)] if len(row) > 1 and _is_stretched(row, near) else row
        out += before
    return out


def _is_stretched(row: Sequence[Line], near: Sequence[Line]) -> bool:
    if any(" " in line.text for line in row) or len({line.size for line in row}) > 1:
        return False
    gaps = [right.left - left.right for left, right in pairwise(row)]
    if max(gaps) > _STRETCH * row[0].size or max(gaps) > 1.2 * min(gaps) + 0.5:
        return False
    return any(
        abs(line.right - row[-1].right) <= ALIGNED
        and row[0].left - line.left > -_INDENT * line.size
        and abs(line.base - row[0].base) <= _CLOSE * line.size
        for line in near
    ) or (len(row) > 3 and not near)


def _beside(line: Line, other: Line) -> bool:
    """Whether two lines stand beside each other: they share height and no width."""
    apart = abs(line.base - other.base)
    if apart > 0.6 * min(line.size, other.size):
        return False
    return line.right < other.left or other.right < line.left


class _Region:
    """Lines in two or more columns with white between them."""

    __slots__ = ("columns", "lines", "prose")

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.columns: list[tuple[float, float]] = [(line.left, line.right)]
        self.prose = int(len(line.text) >= _LONG)

    def takes(self, lines: Sequence[Line], at: int) -> bool:
        """Whether line ``at`` belongs to the region."""
        line = lines[at]
        columns = self._with(line)
        if len(columns) < max(2, min(2, len(self.columns))):
            return False
        if any(_beside(line, other) for other in (*self.lines[-2:], *lines[at + 1 : at + 2])):
            last = max(self.lines[-3:], key=lambda one: -one.base)
            return last.base - line.base <= 2 * _CLOSE_PROSE * line.size
        return self._close(line)

    @property
    def is_prose(self) -> bool:
        """Whether most lines are long enough for running text."""
        return self.prose >= _FEW_LINES and 2 * self.prose > len(self.lines)

    def takes_all(self, lines: Sequence[Line]) -> bool:
        """Take the rest of the page if all of it stands in the columns, of which one is shorter."""
        kept = self.columns
        for line in lines:
            self.columns = self._with(line)
            if len(self.columns) < len(kept):
                self.columns = kept
                return False
        for line in lines:
            self.add(line)
        return True

    def reaches(self, line: Line) -> bool:
        """Whether a line above belongs to the region too."""
        if len(self._with(line)) < len(self.columns):
            return False
        low, high = next(one for one in self._with(line) if one[0] <= line.left <= one[1])
        below = next((one for one in self.lines if low <= one.left <= high), None)
        return (
            below is not None
            and line.base - below.base <= _CLOSE * below.size
            and abs(line.left - below.left) <= ALIGNED
            and abs(line.size - below.size) <= 0.5
        )

    def add(self, line: Line) -> None:
        self.columns = self._with(line)
        self.lines.append(line)
        self.prose += len(line.text) >= _LONG

    def add_before(self, line: Line) -> None:
        self.columns = self._with(line)
        self.lines.insert(0, line)

    def as_line(self) -> Line | None:
        """One line, when the white between its parts is no more than a wide space."""
        rows = rows_of(self.lines)
        if len(rows) > 1:
            return None
        for line, following in pairwise(rows[0]):
            if following.left - line.right > _WORD_GAP * line.size or line.size != following.size:
                return None
        return joined(rows[0])

    def areas(self, depth: int) -> Iterator[Area]:
        """What the region is."""
        self.lines = [line for row in rows_of(self.lines) for line in self._whole(row)]
        cells = self._cells(self.lines)
        bands = self._bands()
        if self._is_table(cells, bands):
            rows = tuple(tuple(tuple(cell) for cell in self._cells(band)) for band in bands)
            header = (
                len(rows) > 1 and all(one.bold for one in bands[0]) and not all(one.bold for one in bands[1])
            )
            yield Area(self.lines, self.columns[0][0], self.columns[-1][1], rows, header)
            return
        for number, cell in enumerate(cells):
            ends = (left for left, _ in self.columns[number + 1 : number + 2])
            room = next(ends, None)
            right = self.columns[number][1] if room is None else min(self.columns[number][1], room)
            for area in _areas(cell, depth + 1) if depth < _DEPTH else [Area(cell, 0.0, 0.0)]:
                area.is_column = True
                if not area.rows:
                    area.left, area.right = self.columns[number][0], right
                yield area

    def _whole(self, row: Sequence[Line]) -> Iterator[Line]:
        """The lines of a row, of which those that touch in one column are one again."""
        for cell in self._cells(row):
            touching: list[Line] = []
            for line in cell:
                if touching and line.left - touching[-1].right > _WORD_GAP * line.size:
                    yield joined(touching)
                    touching = []
                touching.append(line)
            if touching:
                yield joined(touching) if len(touching) > 1 else touching[0]

    def _with(self, line: Line) -> list[tuple[float, float]]:
        """The columns with ``line`` in one of them."""
        strip = _STRIP * line.size if len(self.lines) > 1 else 0.0
        left, right = line.left, line.right
        out: list[tuple[float, float]] = []
        for low, high in self.columns:
            if low < right + strip and left - strip < high:
                left, right = min(low, left), max(high, right)
            else:
                out.append((low, high))
        out.append((left, right))
        return sorted(out)

    def _close(self, line: Line) -> bool:
        low, high = next(one for one in self._with(line) if one[0] <= line.left <= one[1])
        above = next((one for one in reversed(self.lines[-60:]) if low <= one.left <= high), None)
        most = _CLOSE_PROSE if self.prose > 8 and 2 * self.prose > len(self.lines) else _CLOSE
        return above is not None and above.base - line.base <= most * max(line.size, above.size)

    def _cells(self, lines: Sequence[Line]) -> list[list[Line]]:
        starts = [left for left, _ in self.columns]
        cells: list[list[Line]] = [[] for _ in self.columns]
        for line in lines:
            cells[max(0, bisect_right(starts, line.left + 0.01) - 1)].append(line)
        return cells

    def _bands(self) -> list[list[Line]]:
        """The rows that a table would have."""
        rows = rows_of(self.lines)
        pitches = [above[0].base - below[0].base for above, below in pairwise(rows)]
        real = [
            pitch
            for pitch, row in zip(pitches, rows, strict=False)
            if pitch >= 0.9 * max(line.size for line in row)
        ]
        least = min(real, default=0.0)
        is_dense = not real or max(real) <= _WIDER * least
        runs_on = self._runs_on()
        edge = self.columns[0][1]
        bands = [list(rows[0])]
        for pitch, row in zip(pitches, rows[1:], strict=True):
            parted = pitch > _WIDER * least
            if is_dense:
                parted = not runs_on and row[0].left <= edge and not self._is_rest(row)
            if parted:
                bands.append([])
            bands[-1] += row
        return bands

    def _is_rest(self, row: Sequence[Line]) -> bool:
        """Whether a row of a dense table is the rest of the cells above it."""
        return len(row) < len(self.columns) and all(line.text[0].islower() for line in row)

    def _runs_on(self) -> bool:
        """Whether most lines go on in the line below them."""
        pairs = flowing = 0
        for cell in self._cells(self.lines):
            for line, below in pairwise(cell):
                if line.base - below.base <= _CLOSE * line.size:
                    pairs += 1
                    flowing += below.text[0].islower() or below.text[0] == "(" or line.text[-1] in ",-"
        return pairs > 0 and 2 * flowing >= pairs

    def _is_row(self, band: Sequence[Line]) -> bool:
        """Whether cells of a band begin, or have their middle, at one height."""
        cells = [cell for cell in self._cells(band) if cell]
        near = LEVEL * band[0].size
        tops = sorted(cell[0].base for cell in cells)
        middles = sorted((cell[0].base + cell[-1].base) / 2 for cell in cells)
        return any(below - above <= near for one in (tops, middles) for above, below in pairwise(one))

    def _is_table(self, cells: Sequence[Sequence[Line]], bands: Sequence[Sequence[Line]]) -> bool:
        if len(bands) == 1:
            return len({round(line.base) for line in self.lines}) == 1
        if len(self.lines) > _MANY * len(bands) * len(cells) or (
            self._runs_on() and len(bands) < 3 > len(cells)
        ):
            return False
        shared = sum(self._is_row(band) for band in bands)
        if 5 * shared < 3 * len(bands):
            return False
        long = sum(len(line.text) >= _LONG for line in self.lines)
        if len(cells) < 4 and 2 * long > len(self.lines) > 3 * len(bands):
            return False
        if len(cells) > 2:
            return True
        texts = [[line.text for line in cell] for cell in cells]
        if any(_POSTCODE.search(text) for column in texts for text in column):
            return 2 * sum(text.endswith(":") for text in texts[0]) >= len(texts[0])
        named = 2 * sum(text.endswith(":") for text in texts[0]) >= len(texts[0])
        figures = 2 * sum(any(map(str.isdigit, text)) for text in texts[1]) >= len(texts[1])
        return named or figures or len(bands) > 3 or all(line.bold for line in bands[0])


def in_rows(area: Area) -> list[Line]:
    """The lines of an area in the order in which a reader counts them."""
    return [line for row in rows_of(area.lines) for line in row] if area.rows else area.lines


def number(lines: Sequence[Line]) -> None:
    """Give the lines of a page, in the order of reading, their numbers; those beside each other share one."""
    count = 0
    before: Line | None = None
    for line in lines:
        apart = LEVEL * line.size
        if before is None or abs(before.base - line.base) > apart or before.angle != line.angle:
            count += 1
        line.number = count
        before = line
