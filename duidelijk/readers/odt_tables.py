"""The rows and cells of an OpenDocument table, and whether it is a table or only there for the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.letter.lines import is_salutation
from duidelijk.office.odf import TABLE, TEXT, count

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS: Final = frozenset(TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows"))
_CELLS: Final = frozenset({TABLE + "table-cell", TABLE + "covered-table-cell"})
_LOOKED_AT: Final = 60  # paragraphs
_LONGEST: Final = 200  # characters; no salutation has more


class Cell(NamedTuple):
    """A cell with what is in it. ``row`` and ``column`` count from 1, on the grid of the table."""

    element: _Element
    row: int
    column: int
    is_header: bool


def cells_of(table: _Element) -> tuple[Cell, ...]:
    """The cells of a table in reading order. What is merged into another cell is left out."""
    rows = [*_rows(table, is_header=False)]
    has_header = any(header for _, header in rows)
    if not has_header and len(rows) > 1 and table.get(TABLE + "use-first-row-styles") == "true":
        rows[0] = (rows[0][0], True)
    found: list[Cell] = []
    row = 1
    for element, is_header in rows:
        column = 1
        for cell in element.iterchildren(*_CELLS):
            if cell.tag == TABLE + "table-cell":
                found.append(Cell(cell, row, column, is_header))
            column += count(cell.get(TABLE + "number-columns-repeated"))
        row += count(element.get(TABLE + "number-rows-repeated"))
    return tuple(found)


def is_part(table: _Element) -> bool:
    """Whether a table is how a cell was split, and no table of its own."""
    return table.get(TABLE + "is-sub-table") == "true"


def is_layout(cells: Sequence[Cell]) -> bool:
    """Whether a table only puts text in its place: one column, tables within it, or a letter inside."""
    if any(cell.is_header for cell in cells):
        return False
    if len({cell.column for cell in cells}) <= 1:
        return True
    left = _LOOKED_AT
    for cell in cells:
        for one in cell.element.iterchildren(TABLE + "table", TEXT + "p"):
            if one.tag == TABLE + "table":
                if not is_part(one):
                    return True
            elif left:
                left -= 1
                text = _start(one)
                if text and is_salutation(text):
                    return True
    return False


def _rows(parent: _Element, *, is_header: bool) -> Iterator[tuple[_Element, bool]]:
    for one in parent.iterchildren("*"):
        if one.tag in _ROWS:
            yield from _rows(one, is_header=is_header or one.tag == TABLE + "table-header-rows")
        elif one.tag == TABLE + "table-row" and one.get(TABLE + "visibility", "visible") == "visible":
            yield one, is_header


def _start(paragraph: _Element) -> str:
    """The words of a paragraph that may be a salutation; empty when it is too long for that."""
    text = ""
    for part in paragraph.itertext():
        text += str(part)
        if len(text) > _LONGEST:
            return ""
    return " ".join(text.split())
