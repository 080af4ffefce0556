"""Which header cells of a table have cells that they belong to.

Source: HTML Living Standard, “Forming relationships between data cells and header cells”, read in November
2026. The standard looks from a cell to its headers; here it is the other way round, which needs to find one
cell only. Where a ``scope`` names a group, both readings of that count: a header is rather believed to have
cells than not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Literal

from duidelijk.html.table_grid import MAX_SLOTS, Cell, Grid

if TYPE_CHECKING:
    from bs4.element import Tag

Axis = Literal["column", "row", "none"]
ExplicitRole = Callable[["Tag"], str]
_SCOPES: Final[dict[str, Axis]] = {"col": "column", "colgroup": "column", "row": "row", "rowgroup": "row"}
_ROLES: Final[dict[str, Axis]] = {"columnheader": "column", "rowheader": "row"}


def header_axes(grid: Grid, role_of: ExplicitRole) -> dict[Cell, Axis]:
    """The header cells of the grid and what they head; ``none`` for a ``th`` that heads neither.

    ``role_of`` gives the role that the page itself gives an element, "" without one.
    """
    headed: dict[Cell, Axis] = {}
    auto: list[Cell] = []
    data_rows: set[int] = set()
    data_columns: set[int] = set()
    for cell in grid.cells:
        role = role_of(cell.tag)
        if role in _ROLES:
            headed[cell] = _ROLES[role]
        elif cell.tag.name == "th" and not role:
            scope = str(cell.tag.attrs.get("scope", "")).strip().lower()
            if scope in _SCOPES:
                headed[cell] = _SCOPES[scope]
            else:
                auto.append(cell)
        else:
            data_rows.update(range(cell.y, cell.y + cell.height))
            data_columns.update(range(cell.x, cell.x + cell.width))
    for cell in auto:
        if data_rows.isdisjoint(range(cell.y, cell.y + cell.height)):
            headed[cell] = "column"
        elif data_columns.isdisjoint(range(cell.x, cell.x + cell.width)):
            headed[cell] = "row"
        else:
            headed[cell] = "none"
    return headed


def without_cells(grid: Grid, headed: dict[Cell, Axis]) -> Iterator[Cell]:
    """The column and row headers that no other cell belongs to."""
    named = _named(grid.cells)
    budget = [4 * MAX_SLOTS]
    for cell, axis in headed.items():
        if axis != "none" and str(cell.tag.attrs.get("id", "")) not in named:
            group = str(cell.tag.attrs.get("scope", "")).strip().lower().endswith("group")
            if not _heads(grid, headed, cell, axis, budget) and not (group and _in_group(grid, cell, budget)):
                yield cell


def alone_in_line(grid: Grid, headed: dict[Cell, Axis]) -> Iterator[Cell]:
    """The same for a grid by ARIA, which knows no direction: headers alone in all their columns or row."""
    columns = Counter(x for cell in grid.cells for x in range(cell.x, cell.x + cell.width))
    rows = Counter(y for cell in grid.cells for y in range(cell.y, cell.y + cell.height))
    for cell, axis in headed.items():
        counts, start, size = (
            (columns, cell.x, cell.width) if axis == "column" else (rows, cell.y, cell.height)
        )
        if axis != "none" and all(counts[at] == 1 for at in range(start, start + size)):
            yield cell


def named_headers(tag: Tag) -> list[str]:
    """The ids in the ``headers`` attribute of a cell."""
    value = tag.attrs.get("headers", "")
    return value.split() if isinstance(value, str) else list(value)


def _named(cells: Iterable[Cell]) -> set[str]:
    """The ids that ``headers`` attributes name, a cell's own id apart."""
    return {name for cell in cells for name in named_headers(cell.tag) if name != cell.tag.attrs.get("id")}


def _heads(grid: Grid, headed: dict[Cell, Axis], header: Cell, axis: Axis, budget: list[int]) -> bool:
    """Whether a cell further on in the column or row looks back and meets this header.

    A cell with a ``headers`` attribute looks nowhere else. A header of the same size further on, with data
    between, takes over from there. ``budget`` is how many steps all headers of a table may take; when it is
    used up the answer is yes.
    """
    step_x, step_y = (0, 1) if axis == "column" else (1, 0)
    lines = header.width if axis == "column" else header.height
    for line in range(lines):
        x = header.x + (line if axis == "column" else header.width)
        y = header.y + (header.height if axis == "column" else line)
        met_data = False
        while x < grid.width and y < grid.height:
            budget[0] -= 1
            if budget[0] < 0:
                return True
            for cell in grid.slots.get((x, y), ()):
                if cell is header:
                    continue
                is_header = headed.get(cell) == axis
                if is_header and met_data and _same_size(cell, header, axis):
                    break
                met_data = met_data or cell not in headed
                if not named_headers(cell.tag):
                    return True
            else:
                x, y = x + step_x, y + step_y
                continue
            break
    return False


def _same_size(one: Cell, other: Cell, axis: Axis) -> bool:
    if axis == "column":
        return one.x == other.x and one.width == other.width
    return one.y == other.y and one.height == other.height


def _in_group(grid: Grid, header: Cell, budget: list[int]) -> bool:
    """Whether another cell of the row group lies level with the header, or below and to the right of it."""
    budget[0] -= len(grid.cells)
    return budget[0] < 0 or any(
        cell is not header
        and cell.group == header.group
        and cell.x + cell.width > header.x
        and cell.y + cell.height > header.y
        for cell in grid.cells
    )
