"""Tables by what is in them: data to look up, or only the layout of a page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks import document_tables, pdf_structure
from duidelijk.checks.markup import attr, own_name, role
from duidelijk.checks.tables import grid_of, tables
from duidelijk.model import Document, Hit, Span
from duidelijk.office.facts import OFFICE

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.table_grid import Cell, Grid

_KEY: Final = "checks.table_shape"
_BUILDING: Final = [
    "article", "aside", "blockquote", "fieldset", "form", "h1", "h2", "h3", "h4", "h5", "h6", "iframe",
    "main", "nav", "section", "table", "video",
]  # fmt: skip
_HEADINGS: Final = ["h1", "h2", "h3", "h4", "h5", "h6"]
_LONG: Final = 300  # characters of a cell that is a text of its own
_LOOKED_AT: Final = 400  # cells of a table, which tell what it is
_MAIL_OR_PHONE: Final = re.compile(r"@|\b0\d{1,3}[ -]?\d|\+31|www\.|https?:|\b\d{4} ?[A-Z]{2}\b")
_NUMBER: Final = re.compile(r"[€$£]?\s*[-–]?\d[\d.,:/ –-]*\s*(?:%|euro|uur|m²|km|jaar|,-|-)?")
_CAPTION: Final = re.compile(r"(?:tabel|overzicht|table)\b|.*:\Z", re.IGNORECASE | re.DOTALL)

_EMPTY_HEADERS: Final = re.compile(
    r"^[ ]{0,3}(?P<row>\|[ \t]*(?:\|[ \t]*)+)\r?\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$",
    re.MULTILINE,
)


def without_headers(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Tables of data without a single header cell.

    Failed where the table itself shows that it has headers: a ``thead``, a caption, a first row or column in
    bold. Where only the figures say so, somebody has to look. Lists of a name with a value stay out of it.
    """
    if document.format in OFFICE:
        yield from document_tables.without_headers(document)
    elif document.format == "pdf":
        yield from pdf_structure.tables_without_headers(document)
    for table, grid in _own_tables(document, whole_page=whole_page):
        if _has_headers(grid) or grid.width < 2 or grid.height < 2 or _is_layout(table, grid):
            continue
        if _shows_headers(table, grid):
            yield Hit(None, html.place(table))
        elif _has_figures(grid):
            yield Hit(None, html.place(table), outcome="cantTell")
    if document.format == "markdown":
        yield from _markdown_without_headers(document)


def for_layout(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Tables without header cells that hold other tables, headings, forms or whole texts.

    Only the outermost of tables inside each other is reported.
    """
    reported: set[int] = set()
    for table, grid in _own_tables(document, whole_page=whole_page):
        if _has_headers(grid) or not _is_layout(table, grid):
            continue
        inside = any(id(parent) in reported for parent in table.parents)
        reported.add(id(table))
        if not inside:
            yield Hit(None, html.place(table))


def without_caption(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Tables of data that nothing names: no caption, no heading or introduction right before them."""
    for table, grid in _own_tables(document, whole_page=whole_page):
        if _has_headers(grid) and grid.width > 1 and grid.height > 3 and not _is_named(table):
            yield Hit(None, html.place(table))


def _own_tables(document: Document, *, whole_page: bool) -> Iterator[tuple[Tag, Grid]]:
    """The tables to look at with their grids; the main content decides unless ``whole_page``."""
    starts: list[int] | None = document.cache.get(_KEY)
    if starts is None:
        starts = document.cache[_KEY] = sorted(block.place.start for block in document.blocks if block.main)
    for table in tables(document):
        first, end = html.place(table), html.end_tag(table)
        at = bisect_left(starts, first.start)
        in_main = at < len(starts) and (end is None or starts[at] < end.end)
        grid = grid_of(document, table)
        if (in_main or whole_page) and grid.cells:
            yield table, grid


def _has_headers(grid: Grid) -> bool:
    return any(
        cell.tag.name == "th"
        or role(cell.tag) in {"columnheader", "rowheader"}
        or "headers" in cell.tag.attrs
        or "scope" in cell.tag.attrs
        for cell in grid.cells
    )


def _is_layout(table: Tag, grid: Grid) -> bool:
    """Whether cells hold what a page is built of, or whole texts."""
    if table.find(_BUILDING) is not None:
        return True
    looked_at = grid.cells[:_LOOKED_AT]
    long = sum(len(_text(cell)) > _LONG for cell in looked_at)
    return long * 4 > len(looked_at) or (long > 0 and grid.height == 1)


def _shows_headers(table: Tag, grid: Grid) -> bool:
    if table.find(["thead", "caption"], recursive=False) is not None:
        return True
    if len({cell.width for cell in grid.cells[:_LOOKED_AT]}) > 1 and grid.width < 3:
        return False
    top = [cell for cell in grid.cells[:_LOOKED_AT] if cell.y == 0]
    rest = [cell for cell in grid.cells[:_LOOKED_AT] if cell.y > 0]
    return _stand_out(top, rest, least=2) and not _is_label_list(grid)


def _stand_out(heads: list[Cell], rest: list[Cell], *, least: int) -> bool:
    """Whether all these cells with text are bold and hardly any of the rest are."""
    said = [cell for cell in heads if _text(cell)]
    others = [cell for cell in rest if _text(cell)]
    if len(said) < least or not others or not all(map(_is_bold, said)):
        return False
    return sum(map(_is_bold, others)) * 2 <= len(others)


def _is_bold(cell: Cell) -> bool:
    bold = " ".join(part.get_text(" ") for part in cell.tag.find_all(["b", "strong"]))
    return bool(bold) and len(bold.split()) >= len(_text(cell).split())


def _has_figures(grid: Grid) -> bool:
    """Whether a table of at least three rows has a column of figures under words."""
    if grid.height < 3 or _is_label_list(grid):
        return False
    cells = [cell for cell in grid.cells[:_LOOKED_AT] if cell.width == 1 and _text(cell)]
    for x in range(1, min(grid.width, 12)):
        below = [_text(cell) for cell in cells if cell.x == x and cell.y > 0]
        head = next((_text(cell) for cell in cells if cell.x == x and cell.y == 0), "")
        figures = sum(_NUMBER.fullmatch(text) is not None for text in below)
        if len(below) > 1 and figures == len(below) and head and not any(map(str.isdigit, head)):
            return True
    return False


def _is_label_list(grid: Grid) -> bool:
    """Whether the table is a list of a name with a value, such as how to reach an office."""
    if grid.width != 2:
        return False
    cells = grid.cells[:_LOOKED_AT]
    left = [_text(cell) for cell in cells if cell.x == 0]
    right = [_text(cell) for cell in cells if cell.x == 1]
    labels = sum(text.endswith(":") for text in left)
    reachable = sum(_MAIL_OR_PHONE.search(text) is not None for text in right)
    return labels * 2 > len(left) or (reachable > 0 and len(left) <= 12)


def _is_named(table: Tag) -> bool:
    if table.find("caption", recursive=False) is not None or own_name(table) or attr(table, "title"):
        return True
    if attr(table, "summary") or table.find_parent("figure") is not None:
        return True
    before = _before(table)
    return before is not None and (
        before.name in {*_HEADINGS, "caption", "figcaption", "summary", "dt"}
        or role(before) == "heading"
        or _is_wrapped_heading(before)
        or _CAPTION.match(" ".join(before.get_text(" ").split())) is not None
    )


def _is_wrapped_heading(tag: Tag) -> bool:
    """Whether a heading is all that is in the element, a mark to link to it apart."""
    heading = tag.find(_HEADINGS)
    return heading is not None and len(tag.get_text(strip=True)) - len(heading.get_text(strip=True)) < 5


def _before(table: Tag) -> Tag | None:
    """The element with text right before the table; a wrapper that holds nothing else makes no difference."""
    from bs4.element import Tag

    node: Tag = table
    for _ in range(6):
        for sibling in islice(node.previous_siblings, 20):
            if isinstance(sibling, Tag) and sibling.get_text(strip=True):
                return sibling
        if node.parent is None or node.parent.name not in {"div", "section", "span", "center"}:
            return None
        node = node.parent
    return None


def _text(cell: Cell) -> str:
    return " ".join(cell.tag.get_text(" ").split())


def _markdown_without_headers(document: Document) -> Iterator[Hit]:
    """Tables whose first row, that of the headers, is empty."""
    text = document.source.text
    code = [
        (block.place.start, block.map.to_source(0, len(block.text)).end)
        for block in document.blocks
        if block.kind == "code"
    ]
    for match in _EMPTY_HEADERS.finditer(text):
        span = Span(*match.span("row"))
        above = text.rfind("\n", 0, max(0, match.start() - 1))
        if "|" in text[above + 1 : match.start()]:  # a row of the table above
            continue
        at = bisect_left(code, (span.start, len(text) + 1)) - 1
        if at < 0 or code[at][1] <= span.start:
            yield Hit(None, span)
