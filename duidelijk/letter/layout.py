"""The lines of a letter as a reader sees them, and which of them stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from duidelijk.html.soup import soup_of
from duidelijk.letter.lines import ends_sentence
from duidelijk.model import Block, Document

_NEWLINE: Final = re.compile(r"[\r\n]")
_BREAK: Final = re.compile(r"<br\b|\n\n", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_CELLS: Final = frozenset({"table_cell", "table_header"})
_GAP: Final = re.compile(r"\t|[ \u00a0]{3}")
_PAPER_KINDS: Final = frozenset({"paragraph", "heading", "table_cell"})
_LONGEST_PAPER: Final = 300  # characters
_WIDEST: Final = 200  # characters
_NEAR: Final = 2  # characters that what stands below each other may be apart


class Line(NamedTuple):
    """A line of text: ``start:end`` in the text of ``block``.

    ``group`` is the same for lines with no empty line between them. ``row`` is the same for lines that stand
    beside each other, ``column`` counts those from 0. A line by itself that is as far to the right as the
    second column of its group is in that column. ``left`` is how far from the left it begins, in a text file.
    """

    block: Block
    start: int
    end: int
    text: str
    group: int
    row: int
    column: int
    left: int = 0


def lines_of(document: Document) -> tuple[Line, ...]:
    """All lines of the main content in order. A paragraph is as many lines as it was typed in."""
    is_html = soup_of(document) is not None
    source = document.source.text
    found: list[Line] = []
    group = row = column = 0
    last = None
    for block in _blocks(document):
        if last is not None:
            if _is_beside(last, block, source, is_html=is_html):
                column += 1
            else:
                row, column = row + 1, 0
                group += is_html or _has_empty_line(source, last, block)
        cell = column
        for start, end, beside in _typed_lines(block, source, _BREAK if is_html else _NEWLINE):
            row += bool(start) and not beside
            cell = cell + 1 if beside else column
            found.append(Line(block, start, end, block.text[start:end], group, row, cell))
        last = block
    return tuple(found if is_html else _in_columns(found, source))


def _blocks(document: Document) -> Iterator[Block]:
    """The main content of a document, and the letterhead and footer of a page around it."""
    main = [number for number, block in enumerate(document.blocks) if block.main and block.kind != "title"]
    first, last = (main[0], main[-1]) if main else (0, 0)
    for number, block in enumerate(document.blocks):
        around = number < first or number > last
        if block.text and (_is_text(block) if block.main else around and _is_paper(block)):
            yield block


def _is_text(block: Block) -> bool:
    return block.kind not in {"title", "code", "image_alt"}


def _is_paper(block: Block) -> bool:
    """Whether what stands around the content may be a letterhead, and no menu and no sentence."""
    is_line = block.kind == "boilerplate" and block.attrs.get("kind") in _PAPER_KINDS
    return is_line and len(block.text) <= _LONGEST_PAPER and not ends_sentence(block.text)


def _typed_lines(block: Block, source: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    """Where each line of a block starts and ends; all of it when the source does not show lines.

    The third is true for what stands beside the line before it, with a wide gap between them.
    """
    start = 0
    beside = False
    before = None
    for segment in block.map.segments:
        at = before.s1 if before is not None and before.literal else segment.s0
        upto = segment.s0 if segment.literal else segment.s1
        if before is not None and segment.t0 > start and at < upto:
            is_line = mark.search(source, at, upto) is not None
            if is_line or (mark is _NEWLINE and _GAP.search(source, at, upto)):
                text = block.text[start : segment.t0]
                if text.strip():
                    yield start, start + len(text.rstrip()), beside
                start = segment.t1 if not segment.literal else segment.t0
                beside = not is_line
        before = segment
    if start < len(block.text):
        yield start, len(block.text), beside


def _in_columns(lines: Sequence[Line], source: str) -> Iterator[Line]:
    """The lines with the right column for those that stand alone below a second column."""
    rows = Counter(line.row for line in lines)
    for _, same in groupby(lines, key=lambda line: line.group):
        together = list(same)
        right = min((_indent(line, source) for line in together if line.column), default=0)
        for line in together:
            left = _indent(line, source)
            is_right = right > _NEAR and rows[line.row] == 1 and left >= right - _NEAR
            yield line._replace(left=left, column=1 if is_right else line.column)


def _indent(line: Line, source: str) -> int:
    """How far from the left a line begins."""
    at = line.block.map.to_source(line.start, line.end).start
    low = max(0, at - _WIDEST)
    start = max(source.rfind("\n", low, at), source.rfind("\r", low, at), low - 1) + 1
    return len(source[start:at].expandtabs())


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
