"""CSS source cut into rules and declarations, as CSS Syntax 3 says, with one regular expression.

No text is wrong here: what a browser would drop comes out as a piece that later stages do not understand.
Time is linear in the length of the source, and nothing recurses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

_LINES: Final = re.compile(r"\r\n?|\f")
# An unquoted url() may hold quotes and semicolons; a string that meets the end of its line stops there.
_OPAQUE: Final = (
    r"\"(?:[^\"\\\n]++|\\[\s\S])*+\"?|'(?:[^'\\\n]++|\\[\s\S])*+'?"
    r"|(?<![-\w][uU][rR][lL])(?<=[uU][rR][lL])\((?!\s*+[\"'])(?:[^)\\]++|\\[\s\S])*+\)?|\\[\s\S]"
)
_COMMENT: Final = re.compile(rf"{_OPAQUE}|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?")
# The same once more, but with one set of characters in front: that lets the engine leap to the next of them.
_TOKEN: Final = re.compile(
    r"[\"'\\(){}\[\];](?:(?<=\")(?:[^\"\\\n]++|\\[\s\S])*+\"?|(?<=')(?:[^'\\\n]++|\\[\s\S])*+'?|(?<=\\)[\s\S]"
    r"|(?<=[uU][rR][lL]\()(?<![-\w][uU][rR][lL]\()(?!\s*+[\"'])(?:[^)\\]++|\\[\s\S])*+\)?|)"
)
_STRUCTURE: Final = frozenset("(){}[];")
_BRACKET: Final = re.compile(rf"(?:{_OPAQUE})|([()])")
_CLOSER: Final = {"(": ")", "[": "]", "{": "}"}
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))")
_IMPORTANT: Final = re.compile(r"(?<!\s)\s*+!\s*+important\s*+\Z", re.IGNORECASE)
_MARKS: Final = re.compile(r"(?<!\s)\s*+(?:<!--|-->)")
_AT: Final = re.compile(r"\s*+@")
_CUSTOM: Final = re.compile(r"\s*--[^\s:;{}]*+\s*+:")
_AT_NAME: Final = re.compile(r"@([-\w]*)")
_NAME_CHARS: Final = re.compile(r"[-\w]")


class Piece(NamedTuple):
    """A statement: a rule with a block (``body`` is where its content lies) or, without one, a declaration
    or an at-rule that ends in a semicolon. ``head`` is the text before the block."""

    head: str
    body: tuple[int, int] | None


class Declared(NamedTuple):
    """``name: value``; the name in small letters unless it is a custom property.

    ``via`` is the shorthand that a value with ``var()`` was written for, else empty.
    """

    name: str
    value: str
    important: bool
    via: str = ""


class Sheet:
    """A style sheet, or the value of a ``style`` attribute, ready to be cut into pieces."""

    __slots__ = ("_closers", "_marks", "_places", "text")

    def __init__(self, source: str) -> None:
        self.text = text = _without_comments(_LINES.sub("\n", source).replace("\0", "\ufffd"))
        self._marks: list[str] = []
        self._places: list[int] = []
        for match in _TOKEN.finditer(text):
            if match[0] in _STRUCTURE:
                self._marks.append(match[0])
                self._places.append(match.start())
        self._closers = _pairs(self._marks)

    def pieces(self, within: tuple[int, int] | None = None, *, top: bool = False) -> Iterator[Piece]:
        """The statements of the whole text or of a block. On ``top`` a semicolon ends only at-rules."""
        text, marks, places = self.text, self._marks, self._places
        start, end = within or (0, len(text))
        at = bisect_left(places, start)
        count = len(marks)
        begin, ends_here = start, not top or _AT.match(text, start) is not None
        while at < count and (place := places[at]) < end:
            mark = marks[at]
            if mark == ";":
                if ends_here:
                    yield Piece(text[begin:place], None)
                    begin, ends_here = place + 1, not top or _AT.match(text, place + 1) is not None
                at += 1
                continue
            closer = self._closers[at]
            if closer is None:
                at += 1
                continue
            stop = min(places[closer], end) if closer < count else end
            if mark == "{" and not _CUSTOM.match(text, begin, place):
                head = text[begin:place]
                yield Piece(_MARKS.sub("", head) if top else head, (place + 1, stop))
                begin, ends_here = stop + 1, not top or _AT.match(text, stop + 1) is not None
            at = closer + 1
        if begin < end:
            yield Piece(text[begin:end], None)


def declaration(piece: str, kept: Container[str] | None = None) -> Declared | None:
    """The declaration that ``piece`` writes; None when it is none, or of a property that is not ``kept``."""
    name, colon, value = piece.partition(":")
    name = name.strip()
    if not colon or not name:
        return None
    if not name.startswith("--"):
        name = name.lower()
        if kept is not None and name not in kept:
            return None
    bare = value
    important = False
    if "!" in value:
        bare = _IMPORTANT.sub("", value)
        important = len(bare) != len(value)
    return Declared(name, bare.strip(), important)


def declarations(text: str, kept: Container[str] | None = None) -> list[Declared]:
    """The declarations of a ``style`` attribute, in order."""
    if "{" not in text and '"' not in text and "'" not in text and "(" not in text and "/*" not in text:
        return [found for piece in text.split(";") if (found := declaration(piece, kept))]
    pieces = Sheet(text).pieces()
    return [found for piece in pieces if not piece.body and (found := declaration(piece.head, kept))]


def at_rule(head: str) -> tuple[str, str] | None:
    """The name in small letters and the rest of ``@name rest``; None for anything else."""
    head = head.strip()
    match = _AT_NAME.match(head)
    return None if match is None else (match[1].lower(), head[match.end() :].strip())


def unescape(text: str) -> str:
    """The text that a name or the inside of a string stands for."""
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def bracketed(text: str, start: int) -> tuple[str, int]:
    """What stands in the round bracket that opens before ``start``, and the place after it."""
    depth = 1
    for match in _BRACKET.finditer(text, start):
        if match[1] == "(":
            depth += 1
        elif match[1] == ")":
            depth -= 1
            if depth == 0:
                return text[start : match.start()], match.end()
    return text[start:], len(text)


def split(text: str, separator: str) -> list[str]:
    """The parts of ``text`` between separators that stand outside brackets and strings."""
    if separator not in text:
        return [text]
    if not any(mark in text for mark in "\"'([{\\"):
        return text.split(separator)
    parts: list[str] = []
    depth = begin = 0
    for match in _separators(separator).finditer(text):
        mark = match[1]
        if mark is None:
            continue
        if mark == separator and depth == 0:
            parts.append(text[begin : match.start()])
            begin = match.end()
        elif mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth = max(0, depth - 1)
    parts.append(text[begin:])
    return parts


def words(text: str) -> list[str]:
    """The parts of a value between white space that stands outside brackets and strings."""
    text = " ".join(text.split())
    return [part for part in split(text, " ") if part]


def _separators(separator: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_OPAQUE})|([(){{}}\[\]]|{re.escape(separator)})")


def _escaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return "" if match[2] == "\n" else match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _without_comments(text: str) -> str:
    if "/*" not in text:
        return text

    def between(match: re.Match[str]) -> str:
        if not match[0].startswith("/*"):
            return match[0]
        # A comment parts two names, yet `.a/**/.b` is one compound.
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        return " " if _NAME_CHARS.match(before) and _NAME_CHARS.match(after) else ""

    return _COMMENT.sub(between, text)


def _pairs(marks: list[str]) -> list[int | None]:
    """For each opening bracket the index of its closing one, or the number of marks when it stays open."""
    closers: list[int | None] = [None] * len(marks)
    stack: list[tuple[str, int]] = []
    for at, mark in enumerate(marks):
        closer = _CLOSER.get(mark)
        if closer is not None:
            stack.append((closer, at))
            closers[at] = len(marks)
        elif stack and stack[-1][0] == mark:
            closers[stack.pop()[1]] = at
    return closers
