"""Tables: where cells stand by the HTML standard, which headers have cells, and what spans can ask for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk import html, readers
from duidelijk.checks import table_shape, tables
from duidelijk.html.table_grid import MAX_SLOTS, Grid, html_grid
from duidelijk.html.table_headers import header_axes, without_cells


def grid(rows: str) -> Grid:
    table = html.parse(f"<table>{rows}</table>").find("table")
    assert table is not None
    return html_grid(table)


def drawn(rows: str) -> list[str]:
    """A line for each row with the text of the cell at each place, ``.`` where there is none."""
    found = grid(rows)
    return [
        "".join(
            "/".join(cell.tag.get_text() for cell in found.slots[x, y]) if (x, y) in found.slots else "."
            for x in range(found.width)
        )
        for y in range(found.height)
    ]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["ab", "cd"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c", ["aab", "c.."]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["ab", "ac"]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d", ["ab", "ac", "d."]),
        ("<tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d", ["ab", "cd"]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", ["ab", "cb/c"]),
        ("<tfoot><tr><td>z</tfoot><tbody><tr><td>a", ["a", "z"]),
        ("<tr><td colspan=0>a<td colspan=-2>b<td colspan=' 2px'>c<td colspan=x>d", ["abccd"]),
        ("<tr><tr><td>a", [".", "a"]),
        ("", []),
        ("<caption>x</caption><colgroup><col></colgroup><tr><td>a<table><tr><td>b</table>", ["ab"]),
    ],
)
def test_cells_stand_where_browsers_put_them(rows: str, lines: list[str]) -> None:
    assert drawn(rows) == lines


def alone(rows: str) -> list[str]:
    """The header cells without cells, by their text."""
    found = grid(rows)
    headed = header_axes(found, lambda tag: str(tag.attrs.get("role", "")))
    return [cell.tag.get_text() for cell in without_cells(found, headed)]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ("<tr><th>a<tr><td>1", []),
        ("<tr><th>a", ["a"]),
        ("<tr><th>a<th>b<tr><td>1", ["b"]),
        ("<tr><th>a<th>b<tr><td colspan=2>1", []),
        ("<tr><th>a<td>1<tr><th>b<td>2", []),
        ("<tr><th scope=row>a<tr><th scope=row>b<td>1", ["a"]),
        ("<tr><th>a<th>b<tr><th>c<td>1", []),
        ("<tr><th>a<th>b<tr><th scope=row>c<td>1<tr><th scope=row>d", ["d"]),
        ("<tr><th id=a>a<th id=b>b<tr><td>1<td headers=a>2", ["b"]),
        ("<tr><th id=a>a<th id=b>b<tr><td>1<tr><td headers=b>2", []),
        ("<tr><th id=a headers=a>a", ["a"]),
        ("<tr><th>a<tr><td>1<tr><th>a<tr><td>2", []),
        ("<tr><th>a<tr><td headers=x>1<tr><th>b<tr><td>2", ["a"]),
        ("<tr><th colspan=2>a<tr><td headers=x>1<td>2", []),
        ("<tr><td role=columnheader>a<td role=columnheader>b<tr><td>1", ["b"]),
        ("<tr><th role=cell>a", []),
        ("<tr><th scope=rowgroup colspan=2>a<tr><td>1<td>2", []),
        ("<tbody><tr><th scope=rowgroup>a<tbody><tr><td>1", ["a"]),
        ("<tr><td>1<th>a<tr><td>2<td>3", []),
    ],
)
def test_headers_without_cells(rows: str, texts: list[str]) -> None:
    assert alone(rows) == texts


cells = st.tuples(st.sampled_from(["td", "th"]), st.integers(-1, 5), st.integers(-1, 5))


@given(st.lists(st.lists(cells, max_size=4), max_size=5))
def test_every_cell_covers_its_places_and_nothing_else(rows: list[list[tuple[str, int, int]]]) -> None:
    text = "".join(
        "<tr>" + "".join(f"<{name} colspan={wide} rowspan={high}>x" for name, wide, high in row)
        for row in rows
    )
    found = grid(text)
    assert len(found.cells) == sum(map(len, rows))
    covered = [
        (x, y, id(cell))
        for cell in found.cells
        for x in range(cell.x, cell.x + cell.width)
        for y in range(cell.y, cell.y + cell.height)
    ]
    assert sorted(covered) == sorted(
        (x, y, id(cell)) for (x, y), held in found.slots.items() for cell in held
    )
    assert all(cell.y + cell.height <= found.height for cell in found.cells)
    assert len({(cell.x, cell.y) for cell in found.cells}) == len(found.cells)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td colspan=1000 rowspan=65534>x" * 300,
        "<tr>" + "<td colspan=999999999999>x" * 300,
        "<tr><th scope=rowgroup rowspan=0 colspan=1000>x" * 300,
    ],
)
def test_spans_cost_no_more_than_a_large_table(rows: str) -> None:
    found = grid(rows)
    assert not found.whole
    assert sum(cell.width * cell.height for cell in found.cells) <= MAX_SLOTS
    document = readers.read(f"<table>{rows}</table>".encode(), "x.html")
    assert list(tables.headers_without_cells(document)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>" * 3000,
        "<table role=grid>" + "<div role=row>" * 3000,
        "<div role=grid>" * 3000,
        "<div role=grid aria-owns=a id=a><div role=row><div role=columnheader>x",
        "<svg><table></table></svg>",
        "<th headers=x>los",
        "<table><tr><th headers='" + "a " * 5000 + "'>x</table>",
    ],
)
def test_odd_pages_break_nothing(text: str) -> None:
    document = readers.read(text.encode(), "x.html")
    for check in (
        tables.headers_without_cells,
        tables.wrong_header_references,
        table_shape.without_headers,
        table_shape.for_layout,
        table_shape.without_caption,
    ):
        for hit in check(document):
            assert 0 <= hit.span.start <= hit.span.end <= len(text)


def test_an_unfilled_table_on_a_page_with_scripts_is_a_question() -> None:
    text = "<table><tr><th>Dag<th>Tijd</table>"
    for page, outcome in ((text, "failed"), (f"<script>vul()</script>{text}", "cantTell")):
        hits = list(tables.headers_without_cells(readers.read(page.encode(), "x.html")))
        assert {hit.outcome for hit in hits} == {outcome}
