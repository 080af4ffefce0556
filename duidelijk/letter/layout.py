"""The lines of a letter as a reader sees them, and which of them stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from duidelijk.model import Block, Document

_NEWLINE: Final = re.compile(r"[\r\n]")
_BREAK: Final = re.compile(r"<br\b|\n\n", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_CELLS: Final = frozenset({"table_cell", "table_header"})


class Line(NamedTuple):
    """A line of text: ``start:end`` in the text of ``block``.

    ``group`` is the same for lines with no empty line between them. ``row`` is the same for lines that stand
    beside each other, ``column`` counts those from 0.
    """

    block: Block
    start: int
    end: int
    text: str
    group: int
    row: int
    column: int


def lines_of(document: Document) -> tuple[Line, ...]:
    """All lines of the main content in order. A paragraph is as many lines as it was typed in."""
    is_html = document.format == "html"
    source = document.source.text
    found: list[Line] = []
    group = row = column = 0
    last = None
    for block in document.blocks:
        if not block.main or not block.text or block.kind in {"title", "code", "image_alt"}:
            continue
        if last is not None:
            if _is_beside(last, block, source, is_html=is_html):
                column += 1
            else:
                row, column = row + 1, 0
                group += is_html or _has_empty_line(source, last, block)
        for start, end in _typed_lines(block, source, _BREAK if is_html else _NEWLINE):
            if start:
                row += 1
            found.append(Line(block, start, end, block.text[start:end], group, row, column))
        last = block
    return tuple(found)


def _typed_lines(block: Block, source: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where each line of a block starts and ends; all of it when the source does not show lines."""
    start = 0
    before = None
    for segment in block.map.segments:
        at = before.s1 if before is not None and before.literal else segment.s0
        upto = segment.s0 if segment.literal else segment.s1
        if before is not None and segment.t0 > start and at < upto and mark.search(source, at, upto):
            text = block.text[start : segment.t0]
            if text.strip():
                yield start, start + len(text.rstrip())
            start = segment.t1 if not segment.literal else segment.t0
        before = segment
    if start < len(block.text):
        yield start, len(block.text)


def _ends(block: Block) -> tuple[int, int]:
    segments = block.map.segments
    return (segments[0].s0, segments[-1].s1) if segments else block.place


def _is_beside(last: Block, block: Block, source: str, *, is_html: bool) -> bool:
    """Whether two blocks stand on one line: cells of a row, or the columns of a letter head."""
    if is_html:
        if last.kind not in _CELLS or block.kind not in _CELLS:
            return False
        between = source[_ends(last)[1] : _ends(block)[0]].lower()
        return len(between) < 2_000 and "<tr" not in between
    if last.place == block.place:
        return True
    return last.kind in _CELLS and not _NEWLINE.search(source, _ends(last)[1], _ends(block)[0])


def _has_empty_line(source: str, last: Block, block: Block) -> bool:
    return _EMPTY_LINE.search(source, _ends(last)[1], _ends(block)[0]) is not None
