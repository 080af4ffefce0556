"""Tables: header cells where a reader needs them, that lead to cells and are there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.markup import attr, named, with_role
from duidelijk.html import table_grid, table_headers
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_visible
from duidelijk.html.roles import explicit_role, role
from duidelijk.model import Document, Hit, Outcome

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.table_grid import Cell, Grid

TABLES: Final = frozenset({"grid", "table", "treegrid"})
_ROW_PARENTS: Final = frozenset({"rowgroup", "none", "presentation", "generic"})
_CELLS: Final = frozenset({"cell", "columnheader", "gridcell", "rowheader"})
_MOVED: Final = ("aria-colindex", "aria-rowindex", "aria-owns")
_KEY: Final = "checks.tables"


def headers_without_cells(document: Document) -> Iterator[Hit]:
    """Header cells that no other cell belongs to (ACT rule d0f69e).

    A table without a single data cell on a page with scripts may be filled later: somebody has to look.
    """
    for table in tables(document):
        grid = grid_of(document, table)
        headed = table_headers.header_axes(grid, partial(explicit_role, document))
        if grid.whole and headed:
            yield from _alone(
                document, table_headers.without_cells(grid, headed), len(headed) == len(grid.cells)
            )
    for table in with_role(document):
        if table.name != "table" and role(document, table) in TABLES and is_met(document, table):
            found = _aria_grid(document, table)
            if found is not None:
                headed = table_headers.header_axes(found, partial(explicit_role, document))
                alone = table_headers.alone_in_line(found, headed)
                yield from _alone(document, alone, len(headed) == len(found.cells))


def _alone(document: Document, cells: Iterator[Cell], is_unfilled: bool) -> Iterator[Hit]:
    outcome: Outcome = "cantTell" if is_unfilled and named(document, "script") else "failed"
    for cell in cells:
        if is_met(document, cell.tag):
            yield Hit(None, html.place(cell.tag), {"kop": _short(cell.tag)}, outcome=outcome)


def wrong_header_references(document: Document) -> Iterator[Hit]:
    """``headers`` attributes that name anything but another cell of the same table (ACT rule a25f45)."""
    for table in tables(document):
        cells = [cell.tag for cell in grid_of(document, table).cells]
        if not any("headers" in cell.attrs for cell in cells) or not grid_of(document, table).whole:
            continue
        ids = {attr(cell, "id") for cell in cells}
        for cell in cells:
            own = attr(cell, "id")
            wrong = [name for name in attr(cell, "headers").split() if name not in ids or name == own]
            if wrong and is_met(document, cell):
                yield Hit(None, html.place(cell), {"verwijzing": wrong[0][:60]})


def tables(document: Document) -> list[Tag]:
    """The ``table`` elements that a reader meets as tables, in order."""
    found: list[Tag] | None = document.cache.get(_KEY)
    if found is None:
        met = (
            table
            for table in named(document, "table")
            if role(document, table) in TABLES and is_met(document, table)
        )
        found = document.cache[_KEY] = list(met)
    return found


def grid_of(document: Document, table: Tag) -> Grid:
    """The grid of a ``table`` element, made once."""
    key = (_KEY, id(table))
    found: Grid | None = document.cache.get(key)
    if found is None:
        found = document.cache[key] = table_grid.html_grid(table)
    return found


def is_met(document: Document, tag: Tag) -> bool:
    """Whether readers see the element, and hear it as well."""
    return is_visible(document, tag) and is_exposed(document, tag)


def _aria_grid(document: Document, table: Tag) -> Grid | None:
    """The grid that roles make; None where attributes move cells or nothing says where they stand."""
    if "aria-owns" in table.attrs:
        return None
    rows: list[list[tuple[Tag, int, int]]] = []
    stack = [iter(_elements(table))]
    count = 0
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        count += 1
        if count > table_grid.MAX_SLOTS or any(name in child.attrs for name in _MOVED):
            return None
        given = explicit_role(document, child)
        if given == "row":
            rows.append(
                [(cell, _wide(cell, "col"), _wide(cell, "row")) for cell in _aria_cells(document, child)]
            )
            if any(any(name in cell.attrs for name in _MOVED) for cell, *_ in rows[-1]):
                return None
        elif given in _ROW_PARENTS or (not given and child.name in {"div", "span"}):
            stack.append(iter(_elements(child)))
    grid = table_grid.form(iter([rows]))
    return grid if grid.whole else None


def _wide(cell: Tag, way: str) -> int:
    return table_grid.span(cell, f"aria-{way}span", table_grid.MAX_COLSPAN, 1)


def _aria_cells(document: Document, row: Tag) -> list[Tag]:
    found: list[Tag] = []
    stack = [iter(_elements(row))]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif (given := explicit_role(document, child)) in _CELLS or child.name in {"td", "th"}:
            found.append(child)
        elif given in _ROW_PARENTS or (not given and child.name in {"div", "span"}):
            stack.append(iter(_elements(child)))
    return found


def _short(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())[:60]


def _elements(tag: Tag) -> list[Tag]:
    return [child for child in tag.contents if getattr(child, "name", None)]  # type: ignore[misc]
