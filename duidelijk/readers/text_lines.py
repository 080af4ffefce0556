"""The lines of plain text, and how wide the text was set."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

# Non-empty lines that follow each other without an empty one.
CHUNK: Final = re.compile(r"\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\r\n]*)*")
_LINE: Final = re.compile(r"[^\S\r\n]*(\S[^\r\n]*)")
_NEWLINE: Final = re.compile(r"[\r\n]")

_SHORTEST_WRAPPED: Final = 30
_WIDEST: Final = 160
_ENDS: Final = frozenset(".:;?!")


class Line(NamedTuple):
    """A line without the white space around it; ``indent`` is its width before the text."""

    start: int
    end: int
    indent: int
    text: str


def typical_width(text: str) -> int:
    """How long the full lines of wrapped text are; 0 for a file in which each line is a paragraph of its own.

    A line that goes on in a lower-case one shows that text is wrapped, unless many are far longer.
    """
    wrapped: list[int] = []
    lengths: list[int] = []
    for match in CHUNK.finditer(text):
        if not _NEWLINE.search(text, match.start(), match.end()):
            continue
        lines = [line.strip() for line in _NEWLINE.split(match[0]) if line]
        lengths += map(len, lines)
        wrapped += (
            len(line)
            for line, following in pairwise(lines)
            if following[:1].islower() and line and line[-1] not in _ENDS and len(line) >= _SHORTEST_WRAPPED
        )
    if not wrapped:
        return 0
    wrapped.sort()
    width = wrapped[len(wrapped) * 9 // 10]
    too_long = sum(length > 1.3 * width for length in lengths)
    return width if width <= _WIDEST and too_long <= len(wrapped) / 2 else 0


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]``, none of them empty; ``start`` may lie after an indent."""
    before = start
    while before and text[before - 1] not in "\r\n":
        before -= 1
    found = []
    for match in _LINE.finditer(text, before, end):
        body = match[1].rstrip()
        lead = text[match.start() : match.start(1)]
        first = match.start(1)
        found.append(Line(first, first + len(body), len(lead.expandtabs(4)), body))
    return found
