"""Finds where each run of text stands in HTML source, and marks the runs so that a parser carries them along.

A parser that moves text about (out of a table, past a stray end tag) loses where it stood. A mark of two
private characters directly before the first visible character of each run goes wherever that text goes: the
parser treats it as any other letter. Runs are what lies between the tags that the parser itself reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

MARK_LENGTH: Final = 2
MARK: Final = re.compile("[\U000f0000-\U000ffffd][\U00100000-\U0010fffd]")
_PRIVATE: Final = re.compile("[\U000f0000-\U0010ffff]")
_PRIVATE_REFERENCE: Final = re.compile(
    r"&(?=#(?:[xX]0*(?:[fF]|10)[\da-fA-F]{4}|0*(?:98[3-9]\d{3}|99\d{4}|10\d{5}|11[01]\d{4}))(?![\da-fA-F]))",
    re.ASCII,
)
_BASE: Final = 0xFFFE
_WHITE: Final = " \t\n\f\r"
# White space, also when written as a reference: the tree builder tells it from other text.
_BLANK: Final = re.compile(
    r"(?:[ \t\n\f\r]+"
    r"|&(?:Tab;|NewLine;|#0*(?:9|10|12|13|32)(?!\d);?|#[xX]0*(?:[9acdACD]|20)(?![\da-fA-F]);?))*",
    re.ASCII,
)
_BLANK_STARTS: Final = frozenset(_WHITE) | {"&"}
# What lies between the tags of the tree besides text: comments, CDATA, declarations, tags without effect.
_OTHER: Final = re.compile(
    r"<!--(?:-?>|(?P<body>.*?)(?:--!?>|\Z))"
    r"|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?:[!?]|/[^>])[^>]*>?|</>"
    r"|<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>?",
    re.DOTALL,
)


class Run(NamedTuple):
    """Source text ``start:end`` between two pieces of markup; its first visible character stands at ``mark``.

    White space alone has its ``mark`` at the end. For a comment ``start:end`` is the whole of it and ``mark``
    the start of what it says.
    """

    start: int
    mark: int
    end: int


def plain(text: str) -> str:
    """The same text for the parser, as long as it was: line ends become newlines, NUL becomes U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.replace("\0", "\ufffd") if "\0" in text else text


def gaps(tags: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What lies between the tags, in order; ``tags`` are the spans of start and end tags, in any order."""
    at = 0
    for start, end in sorted(tags):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def is_blank(text: str, start: int, end: int) -> bool:
    """Whether there is nothing but plain white space, as between most tags."""
    return not text[start:end].strip(_WHITE)


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of text and the comments with a body between two tags of the tree."""
    at = start
    if text.find("<", start, end) >= 0:
        for match in _OTHER.finditer(text, start, end):
            if match.start() > at:
                yield _run(text, at, match.start())
            at = match.end()
            if match["body"]:
                yield Run(match.start(), match.start() + 4, at)
    if end > at:
        yield _run(text, at, end)


def marked(text: str, found: Iterable[Run]) -> str:
    """The text with a mark in each run; what would look like a mark becomes U+FFFD, also when a reference."""
    if not text.isascii() and _PRIVATE.search(text):
        text = _PRIVATE.sub("\ufffd", text)
    if "&#" in text:
        text = _PRIVATE_REFERENCE.sub("\ufffd", text)
    parts: list[str] = []
    at = 0
    for number, run in enumerate(found):
        high, low = divmod(number, _BASE)
        parts += text[at : run.mark], chr(0xF0000 + high), chr(0x100000 + low)
        at = run.mark
    parts.append(text[at:])
    return "".join(parts)


def number(text: str, at: int) -> int:
    """Which run the mark at ``at`` stands for."""
    return (ord(text[at]) - 0xF0000) * _BASE + ord(text[at + 1]) - 0x100000


def _run(text: str, start: int, end: int) -> Run:
    if text[start] not in _BLANK_STARTS:
        return Run(start, start, end)
    blank = _BLANK.match(text, start, end)
    return Run(start, blank.end() if blank else start, end)
