"""Builds the text of a block piece by piece, and the map that leads each character back to the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from duidelijk.model import NO_ATTRS, Inline, InlineKind, OffsetMap, Segment, Span

# Soft hyphens, joiners, directions. The joiner U+200D only after a letter: in emoji it makes one of several.
_INVISIBLE: Final = r"\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_JOINER: Final = "\u200d"
_LIGATURES: Final = r"\u0132\u0133\ufb00-\ufb06"
# White space other than one plain space; characters that nobody sees; two letters written as one character;
# one letter written as several.
_SPECIAL: Final = re.compile(
    rf"(?P<space>\s{{2,}}|[^\S ])|(?P<invisible>[{_INVISIBLE}]+|(?<=[\w\u0300-\u036f{_INVISIBLE}])\u200d+)"
    rf"|(?P<ligature>[{_LIGATURES}])|.[\u0300-\u036f]+"
)
_MARKS: Final = re.compile("[\u0300-\u036f]+")
# One set, so that text without any of these is passed over about ten times as fast.
_RARE: Final = re.compile(
    r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u200d\u2028\u2029\u202f\u205f\u3000\u0300-\u036f"
    rf"{_INVISIBLE}{_LIGATURES}]"
)


class BlockText:
    """Collects pieces of source text into normalised block text.

    White space becomes single spaces (none at either end), invisible characters disappear, letters with
    combining marks are composed and ligatures (ĳ, ﬁ) are taken apart. Every change is kept in the offset map.
    """

    __slots__ = ("_inlines", "_length", "_open", "_parts", "_segments", "_source", "_spaced")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._spaced = True  # no space at the start
        self._open: list[tuple[InlineKind, int, Mapping[str, str]]] = []
        self._inlines: list[Inline] = []

    def __len__(self) -> int:
        return self._length

    def add(self, start: int, end: int) -> None:
        """Add source text ``start:end`` as it stands."""
        text = self._source
        if text.find("  ", start, end) < 0 and _RARE.search(text, start, end) is None:
            if end > start:
                self._literal(start, end)
            return
        marks = _MARKS.match(text, start, end)
        if marks is not None:
            start = marks.end()
            self._put(marks[0], marks.start(), start)
        at = start
        for match in _SPECIAL.finditer(text, start, end):
            if match.start() > at:
                self._literal(at, match.start())
            at = match.end()
            if match["space"] is not None:
                self._put(" ", match.start(), at)
            elif match["invisible"] is None:
                self._put(_normalise(match), match.start(), at)
        if end > at:
            self._literal(at, end)

    def add_decoded(self, text: str, start: int, end: int) -> None:
        """Add ``text`` that is written as source ``start:end`` (an entity, an escape)."""
        text = _SPECIAL.sub(_normalise, text)
        if text and not (text == _JOINER and self._parts and self._parts[-1][-1].isalnum()):
            self._put(text, start, end)

    def open(self, kind: InlineKind, attrs: Mapping[str, str] = NO_ATTRS) -> None:
        """Begin an inline stretch (a link, bold text). Close in reverse order."""
        self._open.append((kind, self._length, attrs))

    def close(self) -> None:
        """End the inline stretch that was opened last."""
        kind, start, attrs = self._open.pop()
        self._inlines.append(Inline(kind, Span(start, self._length), attrs))

    def build(self) -> tuple[str, OffsetMap, tuple[Inline, ...]]:
        """The text, its map and its inline stretches, in order of their start."""
        while self._open:
            self.close()
        if self._spaced and self._length:
            self._drop_last()
        text = "".join(self._parts)
        inlines = [_trimmed(text, inline) for inline in self._inlines]
        inlines.sort(key=lambda inline: inline.span)
        return text, OffsetMap(tuple(self._segments)), tuple(inlines)

    def _literal(self, start: int, end: int) -> None:
        source = self._source
        if self._spaced and source[start] == " ":
            start += 1
            if start == end:
                return
        self._parts.append(source[start:end])
        self._spaced = source[end - 1] == " "
        self._extend(Segment(self._length, self._length + end - start, start, end, literal=True))

    def _put(self, text: str, start: int, end: int) -> None:
        if self._spaced and text[0] == " ":
            text = text[1:]
            if not text:
                return
        elif not self._spaced and _MARKS.match(text):
            text, start = self._take_base(text, start)
        self._parts.append(text)
        self._spaced = text[-1] == " "
        same = text == self._source[start:end]
        self._extend(Segment(self._length, self._length + len(text), start, end, same))

    def _take_base(self, text: str, start: int) -> tuple[str, int]:
        """Join combining marks to the letter before them: the text, and where that begins in the source."""
        last = self._segments.pop()
        part = self._parts.pop()
        taken = part[-1:] if last.literal else part
        if last.literal:
            start = last.s1 - 1
            if len(part) > 1:
                self._parts.append(part[:-1])
            if last.t1 - last.t0 > 1:
                self._segments.append(Segment(last.t0, last.t1 - 1, last.s0, start, literal=True))
        else:
            start = last.s0
        self._length -= len(taken)
        return unicodedata.normalize("NFC", taken + text), start

    def _extend(self, segment: Segment) -> None:
        self._length = segment.t1
        if segment.literal and self._segments:
            last = self._segments[-1]
            if last.literal and last.s1 == segment.s0:
                self._segments[-1] = Segment(last.t0, segment.t1, last.s0, segment.s1, literal=True)
                return
        self._segments.append(segment)

    def _drop_last(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        last = self._segments.pop()
        if last.t1 - last.t0 > 1:
            s1 = last.s1 - 1 if last.literal else last.s1
            self._segments.append(Segment(last.t0, last.t1 - 1, last.s0, s1, last.literal))


def _normalise(match: re.Match[str]) -> str:
    if match["space"] is not None:
        return " "
    if match["invisible"] is not None:
        return ""
    return unicodedata.normalize("NFKC" if match["ligature"] else "NFC", match[0])


def _trimmed(text: str, inline: Inline) -> Inline:
    start, end = inline.span
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Inline(inline.kind, Span(min(start, end), end), inline.attrs)
