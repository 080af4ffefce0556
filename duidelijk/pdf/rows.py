"""Lines in rows: what stands at one height, list marks with their items, cells that touch apart."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from duidelijk.pdf.lines import Line, Run, joined

BULLET: Final = re.compile(r"[-–—*+•·●○▪■□◦‣⁃✓✔➢►➤\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|o(?= )")
NUMBER: Final = re.compile(
    r"(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)]|\([ivx]{1,5}\)|\d{1,2}(?:\.\d{1,2}){1,4}\.?)"
)
LEVEL: Final = 0.3  # baselines that differ less, in sizes, make one row
ALIGNED: Final = 1.5  # points
_MARK_GAP: Final = 5.0


def prepared(lines: Sequence[Line]) -> list[Line]:
    """Lines by row, with marks of list items at their item, and cells that touch apart."""
    rows = rows_of(lines)
    out: list[Line] = []
    for number, row in enumerate(rows):
        near = [one for other in rows[max(0, number - 3) : number + 4] if len(other) > 1 for one in other[1:]]
        starts = sorted(line.left for line in near)
        ends = sorted(line.right for line in near)
        cells = [part for line in row for part in _cut(line, starts, ends)] if near else row
        out += _with_marks(cells)
    return out


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by row, from top to bottom; in a row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.left)):
        if rows and rows[-1][0].base - line.base <= LEVEL * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _with_marks(row: Sequence[Line]) -> Iterator[Line]:
    mark: Line | None = None
    for line in row:
        if mark is not None:
            if line.left - mark.right <= _MARK_GAP * line.size:
                yield joined([mark, line])
                mark = None
                continue
            yield mark
            mark = None
        if BULLET.fullmatch(line.text) or NUMBER.fullmatch(line.text):
            mark = line
        else:
            yield line
    if mark is not None:
        yield mark


def _cut(line: Line, starts: Sequence[float], ends: Sequence[float]) -> Iterator[Line]:
    """A line in parts, where a new piece of text begins or ends below or above where a cell does."""
    cuts = []
    for run, following in pairwise([*line.runs[1:], None]):
        if run is None or line.angle or line.text[run.start - 1] != " ":
            continue
        last = following.start - 1 if following is not None else len(line.text) - 1
        while last > run.start and line.text[last] == " ":
            last -= 1
        if _is_near(line.boxes[4 * run.start], starts) or _is_near(line.boxes[4 * last + 2], ends):
            cuts.append(run.start)
    at = 0
    for cut in [*cuts, len(line.text)]:
        yield line if not cuts else _part(line, at, cut)
        at = cut


def _is_near(place: float, places: Sequence[float]) -> bool:
    at = bisect_left(places, place - ALIGNED)
    return at < len(places) and places[at] <= place + ALIGNED


def _part(line: Line, start: int, end: int) -> Line:
    while end > start and line.text[end - 1] == " ":
        end -= 1
    boxes = array("f", line.boxes[4 * start : 4 * end])
    first = max(0, bisect_right([run.start for run in line.runs], start) - 1)
    runs = [
        Run(max(0, run.start - start), run.style, run.order) for run in line.runs[first:] if run.start < end
    ]
    left = boxes[0] if start else line.left
    right = max(boxes[2::4], default=left)
    bold = all(run.style.bold for run in runs)
    return Line(
        line.page,
        line.text[start:end],
        boxes,
        tuple(runs),
        left,
        right,
        line.base,
        line.size,
        bold,
        line.angle,
    )
