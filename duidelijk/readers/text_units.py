"""Lines of plain text to units: paragraphs, list items, underlined headings, rows of a table.

A unit is one block to be. What a short line means (a heading, part of an address) is decided later, when
its neighbours are known.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from duidelijk.letter.lines import (
    ends_sentence,
    has_postcode,
    is_closing,
    is_label,
    is_salutation,
    subject_at,
)
from duidelijk.readers.text_lines import CHUNK, Line, lines_of

UnitKind = Literal["plain", "item", "heading", "row"]

_UNDERLINE: Final = re.compile(r"(?:={3,}|-{3,}|~{3,})$")
_RULE: Final = re.compile(r"(?:={3,}|-{3,}|\*{3,}|_{3,}|~{3,}|(?:[-*_=] ){2,}[-*_=]|[|+][-|+:= ]{3,})$")
_GAP: Final = re.compile(r"(?<=\S)(?:[^\S\t\r\n]*\t\s*|[ \u00a0]{3,})(?=\S)")
_PIPE: Final = re.compile(r"\|")
_BULLET: Final = re.compile(r"([-–—*+•·●○▪■□◦‣⁃✓✔➢►➤\uf0b7\uf0a7]|o)\s+(?=\S)")
_NUMBER: Final = re.compile(
    r"(\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)]|\([ivx]{1,5}\))\s+(?=\S)"
)
_DECIMAL: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s+(?=[^\W\d]|[‘“\"'(])")
_MARKER_STARTS: Final = frozenset("|-–—*+•·●○▪■□◦‣⁃✓✔➢►➤\uf0b7\uf0a7o0123456789(abcdefghijklmnopqrstuvwxyz")
_DASHES: Final = frozenset("-–—")
_CAN_BE_PROSE: Final = frozenset("-–—+o")

_LAST_WORD: Final = re.compile(r"(?:^|\s)(\w+)$")
_GOES_ON: Final = frozenset(
    re.findall(
        r"\w+",
        "de het een en of van in op met aan bij voor door om te ten ter als dat die dan naar uit over tot "
        "per onder tegen tussen zonder is zijn wordt worden heeft hebben kan moet uw wij onze",
    )
)
_NARROW: Final = 40  # a line shorter than this is not full in any usual page width
_USUAL_WIDTH: Final = 72
_LONGEST_IMPLIED: Final = 30


@dataclass(slots=True)
class Unit:
    """One block to be: source text ``start:end``, of which ``text`` is the first line as it stands.

    ``head`` is the first line. ``lines`` counts them. ``alone`` means: no other line touches it.
    """

    kind: UnitKind
    start: int
    end: int
    text: str
    head: Line
    lines: int = 1
    level: int = 0
    marker: str = ""
    alone: bool = False
    chunk: int = 0
    cells: tuple[tuple[int, int], ...] = ()


def units(text: str, width: int) -> Iterator[Unit]:
    """The units of ``text``, in order; ``width`` as ``typical_width`` gives it."""
    for number, match in enumerate(CHUNK.finditer(text)):
        lines = lines_of(text, match.start(), match.end())
        line = lines[0]
        if len(lines) == 1 and line.text[0] not in _MARKER_STARTS:
            if not _RULE.match(line.text):
                yield Unit("plain", line.start, line.end, line.text, line, alone=True, chunk=number)
            continue
        found = list(_Chunk(lines, width).units())
        for unit in found:
            unit.chunk = number
            unit.alone = len(found) == 1 and unit.lines == 1
            yield unit


def marker_of(
    line: Line, *, previous: Line | None, following: Line | None, in_list: bool
) -> re.Match[str] | None:
    """The list marker that ``line`` begins with, if its surroundings make a list likely."""
    text = line.text
    if text[0] not in _MARKER_STARTS or _RULE.match(text):
        return None
    match = _BULLET.match(text)
    if match is not None:
        if match[1] not in _CAN_BE_PROSE:
            return match
        again = (
            following is not None
            and following.text[:1] == match[1]
            and _BULLET.match(following.text) is not None
        )
        if match[1] == "o":
            return match if in_list or again or "\t" in match[0] else None
        return match if previous is None or in_list or again or previous.text[-1] in ":;.?!,…" else None
    match = _NUMBER.match(text)
    if match is not None and (
        previous is None or in_list or previous.text[-1] in ":;.?!…" or len(previous.text) < _NARROW
    ):
        return match
    return None


class _Chunk:
    """Splits lines that touch each other into units."""

    def __init__(self, lines: Sequence[Line], width: int) -> None:
        self._lines = lines
        self._width = width
        self._full = 0.85 * width if width else math.inf

    def units(self) -> Iterator[Unit]:
        lines = self._lines
        number = 0
        run: list[Line] = []
        item: list[Line] = []
        marker: re.Match[str] | None = None
        while number < len(lines):
            line = lines[number]
            previous = lines[number - 1] if number else None
            following = lines[number + 1] if number + 1 < len(lines) else None
            found = marker_of(line, previous=previous, following=following, in_list=bool(item))
            if found is None and item and self._goes_on(item, line, marker):
                item.append(line)
                number += 1
                continue
            special = found is not None or self._special(line, previous, following, run)
            if special or item:
                yield from self._close(run, item, marker)
                run, item, marker = [], [], None
            number += 1
            if found is not None:
                item, marker = [line], found
            elif _RULE.match(line.text):
                continue
            elif (
                following is not None
                and not run
                and _UNDERLINE.match(following.text)
                and _may_be_underlined(line)
            ):
                level = 1 if following.text[0] == "=" else 2
                yield Unit("heading", line.start, line.end, line.text, line, level=level)
                number += 1
            elif special:
                last = self._end_of_row(number)
                yield _row(line, lines[last])
                number = last + 1
            else:
                run.append(line)
        yield from self._close(run, item, marker)

    def _special(
        self, line: Line, previous: Line | None, following: Line | None, run: Sequence[Line]
    ) -> bool:
        """Whether ``line`` is no running text but a rule, an underlined heading or a table row."""
        if _RULE.match(line.text):
            return True
        if following is not None and _UNDERLINE.match(following.text) and _may_be_underlined(line):
            return not run or (ends_sentence(run[-1].text) and len(line.text) < _NARROW * 2)
        if _has_pipes(line):
            return True
        return _is_row(line) and (
            (previous is not None and _is_row(previous)) or (following is not None and _is_row(following))
        )

    def _goes_on(self, item: Sequence[Line], line: Line, marker: re.Match[str] | None) -> bool:
        """Whether ``line`` belongs to the list item before it."""
        if marker is None or _RULE.match(line.text):
            return False
        last = item[-1].text
        if line.indent > item[0].indent:
            is_new = _DECIMAL.match(line.text) or (self._width == 0 and line.text[0].isupper())
            return not is_new or _goes_on(last)
        return line.text[0].islower() or (last[-1] not in ".;:?!" and self._wraps(item[-1], line))

    def _close(
        self, run: Sequence[Line], item: Sequence[Line], marker: re.Match[str] | None
    ) -> Iterator[Unit]:
        if item and marker is not None:
            first = item[0]
            start = first.start + marker.end()
            text = first.text[marker.end() :]
            yield Unit("item", start, item[-1].end, text, first, lines=len(item), marker=marker[1])
        if run:
            yield from self._paragraphs(run)

    def _paragraphs(self, run: Sequence[Line]) -> Iterator[Unit]:
        implied = self._implied_list(run)
        start = 0
        closed = False
        for number in range(1, len(run) + 1):
            closed = closed or is_closing(run[number - 1].text)
            if (
                number < len(run)
                and number < implied
                and self._joined(run[number - 1], run[number], closed=closed)
            ):
                continue
            part = run[start:number]
            kind: UnitKind = "item" if start >= implied else "plain"
            first = part[0]
            decimal = _DECIMAL.match(first.text) if kind == "plain" else None
            unit = Unit(kind, first.start, part[-1].end, first.text, first, lines=len(part))
            if decimal is not None:
                unit.marker = decimal[1]
                unit.text = first.text[decimal.end() :]
                unit.start += decimal.end()
            yield unit
            start = number

    def _implied_list(self, run: Sequence[Line]) -> int:
        """From which line on the lines are list items without a mark: short ones after a colon."""
        width = max(_USUAL_WIDTH, self._width)
        for number, line in enumerate(run[:-2]):
            if line.text[-1] != ":" or len(run) - number > _LONGEST_IMPLIED:
                continue
            rest = run[number + 1 :]
            short = all(len(part.text) < 0.75 * width for part in rest)
            open_ended = not any(ends_sentence(part.text) for part in rest[:-1])
            alike = all(part.text[0].islower() for part in rest) or all(
                part.text[-1] in ";," for part in rest[:-1]
            )
            if short and open_ended and alike:
                return number + 1
        return len(run)

    def _joined(self, line: Line, following: Line, *, closed: bool) -> bool:
        """Whether ``line`` runs on in ``following``; ``closed``: below the closing of a letter."""
        text, after = line.text, following.text
        if subject_at(text, at_top=False) is not None and not _stands_alone(after):
            return after[0].islower() or following.indent > line.indent + 3
        if closed and len(text) < _USUAL_WIDTH:
            return False
        if _stands_alone(text) or _stands_alone(after):
            return False
        if ends_sentence(text):
            is_question = text[-1] == "?" and text.count(" ") < 8 and after[0].isupper()
            is_whole = len(text) > 1.5 * self._width
            return not (is_whole or is_question or self._is_short_title(after))
        if after in {"en", "of"}:
            return True
        if text[-1] in ":;":
            return after[0].islower() and self._wraps(line, following)
        if after[0].islower() or after[0] in _DASHES or self._wraps(line, following):
            return True
        if _goes_on(text):
            return True
        return not after[0].isalpha() and len(text) >= _NARROW

    def _wraps(self, line: Line, following: Line) -> bool:
        """Whether ``line`` is so full that the first word of ``following`` did not fit on it."""
        return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > self._full

    def _is_short_title(self, text: str) -> bool:
        """Whether a line after a full stop is a heading: short, with a capital, and no mark at its end."""
        is_short = len(text) < 0.6 * self._width and text.count(" ") < 6
        return is_short and text[0].isupper() and (text[-1].isalpha() or text[-1] == "?")

    def _end_of_row(self, number: int) -> int:
        """The last line of the table row just before line ``number``: a cell may run on below itself."""
        lines = self._lines
        first = lines[number - 1]
        if _has_pipes(first):
            return number - 1
        column = first.indent + len(_GAP.sub(_as_spaces, first.text)) - len(_GAP.split(first.text)[-1])
        while (
            number < len(lines)
            and lines[number].indent >= max(column - 2, first.indent + 4)
            and not _is_row(lines[number])
        ):
            number += 1
        return number - 1


def _goes_on(text: str) -> bool:
    """Whether ``text`` ends in a word that no sentence ends in."""
    last = _LAST_WORD.search(text)
    return last is not None and last[1] in _GOES_ON


def _as_spaces(gap: re.Match[str]) -> str:
    return gap[0].expandtabs(4)


def _row(line: Line, last: Line) -> Unit:
    cells = []
    start = 0
    gaps = _PIPE if _has_pipes(line) else _GAP
    for gap in gaps.finditer(line.text):
        cells.append((line.start + start, line.start + gap.start()))
        start = gap.end()
    cells.append((line.start + start, last.end))
    if gaps is _PIPE:
        cells = cells[1:-1]
    return Unit("row", line.start, last.end, line.text, line, cells=tuple(cells))


def _has_pipes(line: Line) -> bool:
    return line.text[0] == "|" and line.text[-1] == "|" and len(line.text) > 1


def _is_row(line: Line) -> bool:
    return _GAP.search(line.text) is not None and _BULLET.match(line.text) is None


def _may_be_underlined(line: Line) -> bool:
    return _RULE.match(line.text) is None and len(line.text) <= 120


def _stands_alone(text: str) -> bool:
    """Lines of an address or a letter head, that never run on in the next line."""
    if len(text) > 90:
        return False
    return (
        is_label(text)
        or is_salutation(text)
        or is_closing(text)
        or subject_at(text, at_top=False) is not None
        or (len(text) <= _NARROW and has_postcode(text))
    )
