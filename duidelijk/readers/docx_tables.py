"""The rows and cells of a Word table, and whether it is a table or only there for the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.letter.lines import is_salutation
from duidelijk.office.ooxml import MC, VAL, W, flag, number, value
from duidelijk.readers.docx_drawings import chosen

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx_styles import Styles

_WRAPPERS: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "dir", "bdo")
)
_FIRST_ROW: Final = 0x20  # of the bits in the look of a table
_LOOKED_AT: Final = 60  # paragraphs


class Cell(NamedTuple):
    """A cell with what is in it. ``row`` and ``column`` count from 1, on the grid of the table."""

    element: _Element
    row: int
    column: int
    is_header: bool


def flat(parent: _Element) -> Iterator[_Element]:
    """The children of an element as they are shown: content controls opened, what was deleted left out."""
    for one in parent.iterchildren("*"):
        if one.tag in _WRAPPERS:
            yield from flat(one)
        elif one.tag == MC + "AlternateContent":
            yield from flat(chosen(one))
        else:
            yield one


def cells_of(table: _Element, styles: Styles) -> tuple[Cell, ...]:
    """The cells of a table in reading order. What is merged into the cell above it is left out."""
    rows = [row for row in flat(table) if row.tag == W + "tr" and not _is_gone(row)]
    said = [flag(row.find(W + "trPr"), W + "tblHeader") or False for row in rows]
    if not any(said) and len(rows) > 1 and _first_row_stands_out(table, styles):
        said[0] = True
    found: list[Cell] = []
    is_head = True  # header rows are at the top only
    for number_, (row, header) in enumerate(zip(rows, said, strict=True), 1):
        is_head = is_head and header
        column = 1 + (number(value(row.find(W + "trPr"), W + "gridBefore")) or 0)
        for cell in flat(row):
            if cell.tag != W + "tc":
                continue
            properties = cell.find(W + "tcPr")
            merged = None if properties is None else properties.find(W + "vMerge")
            is_gone = properties is not None and properties.find(W + "cellDel") is not None
            if not is_gone and (merged is None or merged.get(VAL) == "restart"):
                found.append(Cell(cell, number_, column, is_head))
            column += max(1, number(value(properties, W + "gridSpan")) or 1)
    return tuple(found)


def is_layout(cells: Sequence[Cell]) -> bool:
    """Whether a table only puts text in its place: one column, tables within it, or a letter inside."""
    if any(cell.is_header for cell in cells):
        return False
    if len({cell.column for cell in cells}) <= 1:
        return True
    left = _LOOKED_AT
    for cell in cells:
        for one in flat(cell.element):
            if one.tag == W + "tbl":
                return True
            if one.tag == W + "p" and left:
                left -= 1
                text = " ".join("".join(found.text or "" for found in one.iter(W + "t")).split())
                if text and is_salutation(text):
                    return True
    return False


def _is_gone(row: _Element) -> bool:
    properties = row.find(W + "trPr")
    if properties is None:
        return False
    return properties.find(W + "del") is not None or bool(flag(properties, W + "hidden"))


def _first_row_stands_out(table: _Element, styles: Styles) -> bool:
    """Whether the first row looks like a header: the style has a look for it and the table asks for that."""
    properties = table.find(W + "tblPr")
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return False
    own = look.get(W + "firstRow")
    try:
        asked = int(look.get(VAL) or "0", 16) & _FIRST_ROW != 0 if own is None else own in {"1", "true", "on"}
    except ValueError:
        return False
    return asked and styles.formats_first_row(value(properties, W + "tblStyle"))
