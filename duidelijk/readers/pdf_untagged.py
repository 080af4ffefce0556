"""Paragraphs, headings, lists and tables of pages without tags, from how the lines stand.

A line goes on in the next one when that stands right below it, looks the same, and its first word would not
have fitted.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from duidelijk.letter.lines import (
    ends_sentence,
    has_postcode,
    is_closing,
    is_date,
    is_label,
    is_salutation,
    subject_at,
)
from duidelijk.model import BlockKind
from duidelijk.pdf.layout import Area
from duidelijk.pdf.lines import Line
from duidelijk.pdf.links import Link
from duidelijk.pdf.rows import BULLET, NUMBER
from duidelijk.readers.extracted import Paragraph
from duidelijk.readers.pdf_pieces import Fragment, note_mark, paragraph, whole

_ALIKE: Final = 1.1  # sizes that differ less are one
_LARGE: Final = 1.12  # a heading is so much larger than the text
_LOOSE: Final = 1.13  # white between lines that is more than this times the usual parts paragraphs
_UNKNOWN: Final = 1.5  # the same in sizes, where nothing is usual
_INDENT: Final = 0.7  # sizes
_HEADING: Final = 130  # characters
_HEADING_LINES: Final = 4
_SHORT: Final = 40
_NAME: Final = 60
_DASHES: Final = frozenset("-–—+o")
_MARK_GAP: Final = re.compile(r" +")
_ALONE: Final = re.compile(r"(?:t\.?a\.?v\.?|p/a|c/o|postbus|antwoordnummer)\s", re.IGNORECASE)
_BOLD_TEXT: Final = 0.3  # when more of the text is bold, bold makes no heading
_LONELY: Final = frozenset("+o*")  # a bullet only when there are more of them
_TOP: Final = 40  # paragraphs before a salutation


@dataclass(slots=True, eq=False)
class _Group:
    """Lines that make one block. ``text_left``: where the words of a list item begin."""

    area: Area
    lines: list[Line]
    marker: str = ""
    skip: int = 0
    text_left: float = 0.0
    level: int = 0
    is_heading: bool = False
    cells: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    gap: bool = True

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Usual:
    """What is usual in a file: the size of text, the white between lines of a size, the room of a size."""

    body: float
    is_bold: bool
    pitch: dict[int, float] = field(default_factory=dict)
    right: dict[int, float] = field(default_factory=dict)


def untagged(pages: Sequence[Sequence[Area]], links: Mapping[int, Sequence[Link]]) -> list[Paragraph]:
    """The paragraphs of pages, given the areas of each in the order of reading."""
    usual = usual_of([area for page in pages for area in page])
    groups = list(_groups(pages, usual))
    for before, group, after in zip([None, *groups], groups, [*groups[1:], None], strict=False):
        beside = {one.marker for one in (before, after) if one is not None}
        if group.marker in _LONELY and group.marker not in beside:
            group.marker, group.skip = "", 0
    _find_headings(groups, usual)
    _find_levels(groups)
    return [one for group in groups for one in _paragraphs(group, links)]


def usual_of(areas: Sequence[Area]) -> Usual:
    """Measure what is usual."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    gaps: dict[int, Counter[float]] = {}
    usual = Usual(0.0, is_bold=False)
    for area in areas:
        for line in area.lines:
            sizes[line.size] += len(line.text)
            bold[line.bold] += len(line.text)
            if not area.rows:
                key = round(line.size)
                usual.right[key] = max(usual.right.get(key, line.right), line.right)
        for line, below in pairwise(area.lines):
            gap = line.base - below.base
            if not area.rows and round(line.size) == round(below.size) and 0.8 < gap / line.size < 2.2:
                gaps.setdefault(round(line.size), Counter())[round(gap * 2) / 2] += 1
    for key, counts in gaps.items():
        total = counts.total()
        usual.pitch[key] = min(gap for gap, count in counts.items() if count >= 0.15 * total or total < 4)
    usual.body = sizes.most_common(1)[0][0] if sizes else 0.0
    usual.is_bold = bold[True] > _BOLD_TEXT * bold.total()
    return usual


def _groups(pages: Sequence[Sequence[Area]], usual: Usual) -> Iterator[_Group]:
    open_text: _Group | None = None  # the last text of the page before, that may go on
    waiting: list[_Group] = []
    closed = False
    for page in pages:
        for number, area in enumerate(page):
            if area.rows:
                waiting.append(_Group(area, list(area.lines), cells=area.rows))
                continue
            made = _split(area, usual, closed=closed)
            closed = closed or any(is_closing(one.text) for one in made)
            before = open_text if not number else (waiting[-1] if waiting and not waiting[-1].cells else None)
            if before is not None and made and _continues(before, made[0], usual):
                before.lines += made.pop(0).lines
            waiting += made
        body = [one for one in waiting if not one.cells and _is_near(one.lines[0].size, usual.body)]
        open_text = body[-1] if body else None
        kept = waiting.index(open_text) if open_text is not None else len(waiting)
        yield from waiting[:kept]
        waiting = waiting[kept:]
    yield from waiting


def _split(area: Area, usual: Usual, *, closed: bool) -> list[_Group]:
    """The groups of an area; ``closed``: below the closing of a letter, where names stand."""
    groups: list[_Group] = []
    for block in _blocks(area, usual):
        room = _room(block, area, usual)
        group: _Group | None = None
        for line in block:
            before = group.lines[-1] if group is not None else None
            mark = _mark(line, before, group, room)
            closed = closed or (bool(groups) and is_closing(groups[-1].text))
            if (
                group is None
                or before is None
                or mark
                or (closed and len(before.text) < _NAME)
                or not _goes_on(group, before, line, room)
            ):
                gap = group is None
                group = _begin(area, line, mark)
                group.gap = gap
                groups.append(group)
            else:
                group.lines.append(line)
    return groups


def _begin(area: Area, line: Line, mark: str) -> _Group:
    if not mark:
        return _Group(area, [line], text_left=line.left)
    skip = len(mark)
    skip += len(line.text) - skip - len(line.text[skip:].lstrip(" "))
    return _Group(area, [line], mark, skip, line.boxes[4 * skip] if line.angle == 0 else line.left)


def _blocks(area: Area, usual: Usual) -> Iterator[list[Line]]:
    """Lines that stand right below each other and look the same."""
    block: list[Line] = []
    for line in area.lines:
        if block and not _below(block[-1], line, usual):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _below(line: Line, below: Line, usual: Usual) -> bool:
    gap = line.base - below.base
    if not _is_near(line.size, below.size) or line.angle != below.angle or gap <= 0:
        return False
    if line.bold != below.bold and not (below.text[0].islower() and not ends_sentence(line.text)):
        return False
    pitch = usual.pitch.get(round(line.size))
    return gap <= (pitch * _LOOSE + 0.6 if pitch else _UNKNOWN * line.size)


def _room(block: Sequence[Line], area: Area, usual: Usual) -> float:
    """How far to the right the lines of a block may go.

    A block whose lines plainly run on shows it itself, and so does a column.
    """
    pairs = list(pairwise(block))
    flowing = sum(below.text[0].islower() and not ends_sentence(line.text) for line, below in pairs)
    widest = max(line.right for line in block)
    if flowing and 3 * flowing >= len(pairs):
        return widest
    if area.is_column and not _flows(area):
        return math.inf
    size = block[0].size
    page = usual.right.get(round(size), area.right)
    return max(widest, min(area.right, page)) if area.right else page


def _flows(area: Area) -> bool:
    """Whether some lines plainly run on."""
    pairs = list(pairwise(area.lines))
    flowing = sum(below.text[0].islower() and not ends_sentence(line.text) for line, below in pairs)
    return flowing > 0 and 5 * flowing >= len(pairs)


def _mark(line: Line, before: Line | None, group: _Group | None, room: float) -> str:
    """The bullet or number of a list item that the line begins with, if it is one."""
    noted = note_mark(line)
    if noted:
        return noted
    match = BULLET.match(line.text) or NUMBER.match(line.text)
    if match is None or line.text[match.end() : match.end() + 1] != " ":
        return ""
    mark = match[0]
    if "." in mark[:-1]:
        return ""  # 1.2: the number of a heading or an article
    if before is None or group is None or not (mark in _DASHES or mark[0].isalnum()):
        return mark
    if group.marker or before.text[-1] in ".:;?!," or not _wraps(before, line, room):
        return mark
    return ""


def _goes_on(group: _Group, line: Line, below: Line, room: float) -> bool:
    """Whether a line of a block goes on in the next one."""
    text, after = line.text, below.text
    if _stands_alone(text) or _stands_alone(after):
        return (
            group.marker != "" and below.left >= group.text_left - _INDENT * line.size and after[0].islower()
        )
    runs_on = after[0].islower() and not ends_sentence(text)
    indent = below.left - (group.text_left if group.marker else line.left)
    limit = _INDENT * line.size
    if group.marker:
        if abs(indent) <= limit:
            return True
        return runs_on and _wraps(line, below, room)
    centred = abs(line.left + line.right - below.left - below.right) <= line.size
    if indent > limit and not centred:
        return runs_on and len(group.lines) == 1 and text[-1] != ":"
    if indent < -limit and not centred and len(group.lines) > 1:
        return runs_on
    if _wraps(line, below, room):
        return True
    return (runs_on and text[-1] not in ":;") or (text[-1] == "-" and text[-2:-1].isalpha())


def _wraps(line: Line, below: Line, room: float) -> bool:
    """Whether the first word of the line below did not fit on the line."""
    end = below.text.find(" ")
    last = (end if end > 0 else len(below.text)) - 1
    width = below.boxes[4 * last + 2] - below.left if below.angle == 0 else (last + 1) * 0.5 * below.size
    return line.right + width + 0.2 * line.size > room


def _stands_alone(text: str) -> bool:
    """Lines of a letter that never run on in the next line, and no line runs on in."""
    if len(text) > 90:
        return False
    return (
        is_label(text)
        or is_salutation(text)
        or is_closing(text)
        or is_date(text)
        or _ALONE.match(text) is not None
        or subject_at(text, at_top=False) is not None
        or (len(text) <= _SHORT and has_postcode(text))
    )


def _continues(before: _Group, after: _Group, usual: Usual) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    line, below = before.lines[-1], after.lines[0]
    if after.marker or not _is_near(line.size, below.size) or line.bold != below.bold:
        return False
    if ends_sentence(line.text) or line.text[-1] in ":;" or line.angle != below.angle:
        return False
    if _stands_alone(line.text) or _stands_alone(below.text):
        return False
    if below.text[0].islower() or (line.text[-1] == "-" and line.text[-2:-1].isalpha()):
        return True
    room = min(before.area.right or line.right, usual.right.get(round(line.size), line.right))
    return len(before.text) > 2 * _SHORT and _wraps(line, below, room)


def _find_headings(groups: Sequence[_Group], usual: Usual) -> None:
    top = next(
        (
            number
            for number, group in enumerate(groups[:_TOP])
            if not group.cells and len(group.lines) == 1 and is_salutation(group.text)
        ),
        0,
    )
    ranks: dict[tuple[int, bool], int] = {}
    found = []
    for group, following in pairwise([*groups[top:], None]):
        if group is not None and _is_heading(group, following, usual):
            group.is_heading, group.marker, group.skip = True, "", 0
            found.append(group)
    for key in sorted({_rank(group, usual) for group in found}, reverse=True):
        ranks[key] = min(6, len(ranks) + 1)
    for group in found:
        group.level = ranks[_rank(group, usual)]


def _rank(group: _Group, usual: Usual) -> tuple[int, bool]:
    line = group.lines[0]
    return round(line.size), line.bold and line.size < _LARGE * usual.body


def _is_heading(group: _Group, following: _Group | None, usual: Usual) -> bool:
    line, text = group.lines[0], group.text
    if group.cells or len(text) > _HEADING or len(group.lines) > _HEADING_LINES or line.angle:
        return False
    if text[-1] in ".,;:" or not any(map(str.isalpha, text)) or _stands_alone(text):
        return False
    if line.size >= _LARGE * usual.body:
        return not group.marker or group.marker[0].isalnum()
    is_bold = all(one.bold for one in group.lines) and not usual.is_bold
    if not is_bold or line.size < 0.95 * usual.body or following is None:
        return False
    return (not group.marker or group.marker[0].isdigit()) and not is_closing(text)


def _find_levels(groups: Sequence[_Group]) -> None:
    """The depth of list items, from how far they stand to the right."""
    open_lefts: list[float] = []
    for group in groups:
        if not group.marker or group.is_heading:
            if group.is_heading or not open_lefts or group.lines[0].left < open_lefts[-1] + 1:
                open_lefts = []
            continue
        line = group.lines[0]
        while open_lefts and line.left < open_lefts[-1] - _INDENT * line.size:
            open_lefts.pop()
        if not open_lefts or line.left > open_lefts[-1] + _INDENT * line.size:
            open_lefts.append(line.left)
        group.level = len(open_lefts)


def _paragraphs(group: _Group, links: Mapping[int, Sequence[Link]]) -> Iterator[Paragraph]:
    if group.cells:
        yield from _cells(group, links)
        return
    first, *rest = group.lines
    fragments = [Fragment(first, group.skip, len(first.text)), *map(whole, rest)]
    is_note = group.marker != "" and group.marker == note_mark(first)
    is_item = group.marker != "" and not is_note
    kind: BlockKind = "heading" if group.is_heading else "list_item" if is_item else "paragraph"
    one = paragraph(kind, fragments, links, level=0 if is_note else group.level, marker=group.marker)
    one.gap = group.gap or group.is_heading
    if is_note:
        one.attrs = {**one.attrs, "note": "1"}
    yield one


def _cells(group: _Group, links: Mapping[int, Sequence[Link]]) -> Iterator[Paragraph]:
    is_first = True
    for number, row in enumerate(group.cells):
        header = group.area.has_header and not number
        beside = False
        for cell in row:
            if not cell:
                continue
            lines = [whole(line) for line in cell]
            one = paragraph("table_header" if header else "table_cell", lines, links, joint=" ")
            one.beside, one.gap = beside, is_first
            is_first, beside = False, True
            yield one


def _is_near(size: float, other: float) -> bool:
    return max(size, other) <= _ALIKE * min(size, other)
