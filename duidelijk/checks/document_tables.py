"""Tables in an office file: a row of headers, and cells that were merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from duidelijk.checks.elements import covered
from duidelijk.model import Block, Document, Hit
from duidelijk.office.facts import facts

_PLACE: Final = re.compile(r"tabel (\d+), rij (\d+)(?:, kolom (\d+))?")
_CONTACT: Final = re.compile(r"@|\b0\d{1,3}[ -]?\d|\+31|www\.|https?:|\b\d{4} ?[A-Z]{2}\b")
_NUMBER: Final = re.compile(r"[€$£]?\s*[-–]?\d[\d.,:/ –-]*\s*(?:%|euro|uur|m²|km|jaar|,-|-)?")
_LONG: Final = 60  # characters; a header is shorter
_LOOKED_AT: Final = 400  # cells
_COLUMNS: Final = 3
_ROWS: Final = 3


@dataclass(slots=True)
class _Table:
    """The cells of a table with text, by row and column."""

    blocks: list[Block] = field(default_factory=list)
    cells: dict[tuple[int, int], list[Block]] = field(default_factory=dict)
    has_headers: bool = False

    @property
    def rows(self) -> int:
        """How many rows have text."""
        return len({row for row, _ in self.cells})

    @property
    def columns(self) -> int:
        """How many columns have text."""
        return len({column for _, column in self.cells})

    def row(self, number: int) -> list[list[Block]]:
        """The cells of a row."""
        return [blocks for (row, _), blocks in self.cells.items() if row == number]

    def column(self, number: int) -> list[str]:
        """What the cells of a column say."""
        return [_text(blocks) for (_, column), blocks in self.cells.items() if column == number]


def without_headers(document: Document) -> Iterator[Hit]:
    """Tables of data without a row of headers.

    Failed where the first row is bold and the rest is not; where only figures below words say that there are
    headers, somebody has to look. Lists of a name with a value stay out of it.
    """
    for table in _tables(document):
        if table.has_headers or table.rows < 2 or table.columns < 2 or _is_label_list(table):
            continue
        first = min(row for row, _ in table.cells)
        heads = table.row(first)
        if len(heads) < 2 or any(len(_text(cell)) > _LONG for cell in heads):
            continue
        others = [cell for (row, _), cell in table.cells.items() if row != first]
        if all(map(_is_bold, heads)) and sum(map(_is_bold, others)) * 2 <= len(others):
            yield Hit(None, table.blocks[0].place)
        elif len(heads) == table.columns and _has_figures(table, first):
            yield Hit(None, table.blocks[0].place, outcome="cantTell")


def merged_cells(document: Document) -> Iterator[Hit]:
    """Tables of data in which cells were merged; not those that only put a text in its place."""
    known = facts(document)
    if known is None:
        return
    starts = {block.map.to_source(0, 1).start: block for block in document.blocks if block.text}
    for at, number in known.merged:
        block = starts.get(at)
        if block is not None and block.main and _PLACE.match(block.anchor or ""):
            values = {"hoeveel": f"{number} samengevoegde cellen" if number > 1 else "een samengevoegde cel"}
            yield Hit(None, block.place, values)


def _tables(document: Document) -> Sequence[_Table]:
    found: dict[str, _Table] = {}
    for block in document.blocks:
        place = _PLACE.match(block.anchor or "")
        if place is None or not block.main or block.kind not in {"table_cell", "table_header"}:
            continue
        table = found.setdefault(place[1], _Table())
        table.has_headers |= block.kind == "table_header"
        if len(table.blocks) < _LOOKED_AT:
            table.blocks.append(block)
            table.cells.setdefault((int(place[2]), int(place[3] or 1)), []).append(block)
    return tuple(found.values())


def _has_figures(table: _Table, first: int) -> bool:
    """Whether a table of at least three columns and rows has a column of figures under words."""
    if table.columns < _COLUMNS or table.rows < _ROWS:
        return False
    for column in sorted({column for _, column in table.cells})[1:12]:
        below = [_text(cell) for (row, at), cell in table.cells.items() if at == column and row != first]
        head = _text(table.cells.get((first, column), []))
        if len(below) > 1 and all(map(_NUMBER.fullmatch, below)) and head:
            return not any(map(str.isdigit, head))
    return False


def _is_label_list(table: _Table) -> bool:
    """Whether this is a list of a name with a value, such as how to reach an office."""
    if table.columns != 2:
        return False
    left, right = (table.column(column) for column in sorted({column for _, column in table.cells}))
    labels = sum(text.endswith(":") for text in left) + sum(text.startswith(":") for text in right)
    contacts = sum(_CONTACT.search(text) is not None for text in right)
    return labels * 2 > len(left) or (contacts > 0 and len(left) <= 12)


def _is_bold(cell: Sequence[Block]) -> bool:
    return all(covered(block, "strong") or block.attrs.get("bold") == "true" for block in cell)


def _text(cell: Sequence[Block]) -> str:
    return " ".join(block.text for block in cell)
