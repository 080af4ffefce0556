"""The cells of a table by row and column, as the HTML standard's table model forms them.

Source: HTML Living Standard, “Forming a table”, read in November 2026. A table with more places than
``MAX_SLOTS`` is cut off, so that no span in a page can cost more than that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4.element import Tag

MAX_SLOTS: Final = 100_000
"""The places, rows times columns, of the largest table that is looked at in full."""

MAX_COLSPAN: Final = 1000
MAX_ROWSPAN: Final = 65534
_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell with the place of its top left corner, both from 0, and how far it reaches.

    ``group`` numbers the row group that it stands in.
    """

    tag: Tag
    x: int
    y: int
    width: int
    height: int
    group: int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """All cells of one table in source order, and which of them cover each place (x, y).

    ``whole`` is false when the table was too large and cells are left out.
    """

    cells: tuple[Cell, ...]
    slots: dict[tuple[int, int], list[Cell]]
    width: int
    height: int
    whole: bool


def cells_of(row: Tag) -> Iterator[Tag]:
    """The cells that stand directly in a table row."""
    return (child for child in _elements(row) if child.name in _CELLS)


def row_groups(table: Tag) -> Iterator[list[Tag]]:
    """The rows of a ``table`` element by group; rows outside a group form one of their own."""
    loose: list[Tag] = []
    footers: list[list[Tag]] = []
    for child in _elements(table):
        if child.name == "tr":
            loose.append(child)
        elif child.name in _GROUPS:
            if loose:
                yield loose
                loose = []
            rows = [row for row in _elements(child) if row.name == "tr"]
            if child.name == "tfoot":
                footers.append(rows)
            else:
                yield rows
    if loose:
        yield loose
    yield from footers


def html_grid(table: Tag) -> Grid:
    """The grid of a ``table`` element."""
    return form(
        [[(cell, *_spans(cell)) for cell in cells_of(row)] for row in rows] for rows in row_groups(table)
    )


def form(groups: Iterator[list[list[tuple[Tag, int, int]]]]) -> Grid:
    """The grid of rows by group; of each cell its element, its width (from 1) and its height.

    A height of 0 reaches to the end of the group, as does one that goes past it.
    """
    cells: list[Cell] = []
    slots: dict[tuple[int, int], list[Cell]] = {}
    left = MAX_SLOTS
    width = top = 0
    for number, rows in enumerate(groups):
        for offset, row in enumerate(rows):
            x, y = 0, top + offset
            for tag, across, down in row:
                while (x, y) in slots:
                    x += 1
                height = min(down or MAX_ROWSPAN, len(rows) - offset)
                left -= across * height
                if left < 0:
                    return Grid(tuple(cells), slots, width, y + 1, whole=False)
                cell = Cell(tag, x, y, across, height, number)
                cells.append(cell)
                for column in range(x, x + across):
                    for line in range(y, y + height):
                        slots.setdefault((column, line), []).append(cell)
                x += across
                width = max(width, x)
        top += len(rows)
    return Grid(tuple(cells), slots, width, top, whole=True)


def span(tag: Tag, name: str, most: int, least: int) -> int:
    """A span as browsers read it: digits at the start of the value; 1 for what is no number."""
    value = str(tag.attrs.get(name, "")).strip(" \t\n\r\f").removeprefix("+")
    digits = ""
    for char in value[:12]:
        if not ("0" <= char <= "9"):
            break
        digits += char
    number = int(digits) if digits else 1
    return min(number, most) if number >= least else 1


def _spans(cell: Tag) -> tuple[int, int]:
    return span(cell, "colspan", MAX_COLSPAN, 1), span(cell, "rowspan", MAX_ROWSPAN, 0)


def _elements(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.contents if getattr(child, "name", None))  # type: ignore[misc]
