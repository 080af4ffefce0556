"""Between offsets in a text (code points) and the positions of an editor (line, and units of its encoding).

A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else, as the protocol says: a form feed or a line
separator is a character of its line. https://microsoft.github.io/language-server-protocol/ (Position).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Final, Literal

from lsprotocol.types import Position, Range

from duidelijk.model import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


def _units_16(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def _units_8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


_UNITS: Final[Mapping[str, Callable[[str], int]]] = {"utf-8": _units_8, "utf-16": _units_16, "utf-32": len}


class Positions:
    """The places of one text for an editor that counts in ``encoding``; wrong ones are brought inside."""

    __slots__ = ("_starts", "_text", "_units")

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._units = _UNITS[encoding]
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    @property
    def lines(self) -> int:
        """How many lines the text has; the last one has no end."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one half-way a character stands before it."""
        if position.line >= self.lines:
            return len(self._text)
        if position.line < 0:
            return 0
        line = self.line(position.line)
        wanted = max(0, position.character)
        if line.end - line.start <= wanted and self._units(self._text[slice(*line)]) <= wanted:
            return line.end
        return line.start + self._within(self._text[slice(*line)], wanted)

    def span(self, range_: Range) -> Span:
        """The span of a range; one whose end comes first is turned round."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return Span(min(start, end), max(start, end))

    def line(self, number: int) -> Span:
        """Where a line (from 0) lies, without its end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < self.lines else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def _within(self, line: str, wanted: int) -> int:
        """How many characters of the line fit in so many units."""
        if line.isascii() or self._units is len:
            return min(wanted, len(line))
        low, high = 0, len(line)
        while low < high:
            middle = (low + high + 1) // 2
            if self._units(line[:middle]) <= wanted:
                low = middle
            else:
                high = middle - 1
        return low
