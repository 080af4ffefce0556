"""Where findings stand in the passages, found without trying every passage for every finding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duidelijk.model import Passage, Segment

_MOST: Final = 3  # passages; a finding over more of them is about the page
_GAP: Final = 100  # characters of white space between a tag and its text


class Place(NamedTuple):
    """A stretch of the text of one passage. An empty one stands before the text: it is about its markup."""

    passage: int
    start: int
    end: int


class Index:
    """Looks up source ranges in passages: a few bisections each."""

    __slots__ = ("_ends", "_owners", "_passages", "_segments", "_starts", "_text")

    def __init__(self, passages: Sequence[Passage], text: str) -> None:
        pieces = sorted(
            (
                (segment, at)
                for at, passage in enumerate(passages)
                for segment in passage.map.segments
                if segment.s0 < segment.s1
            ),
            key=lambda piece: (piece[0].s0, piece[0].s1),
        )
        self._passages = passages
        self._text = text
        self._segments = [segment for segment, _ in pieces]
        self._owners = [owner for _, owner in pieces]
        self._starts = [segment.s0 for segment in self._segments]
        self._ends: list[int] = []
        for segment in self._segments:
            self._ends.append(max(segment.s1, self._ends[-1] if self._ends else 0))

    def find(self, span: Span) -> tuple[Place, ...]:
        """The places of source ``span``; none if it is in no passage, or in so many that it is about all."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, max(span.end, span.start + 1)) - 1
        if first > last:
            return self._after(span, first)
        begin, end = self._owners[first], self._owners[last]
        if begin == end:
            place = self._place(begin, self._segments[first], self._segments[last], span)
            return (place,) if place is not None else ()
        if not 0 < end - begin < _MOST:
            return ()
        found = ((at, self._passages[at].map.to_text(*span)) for at in range(begin, end + 1))
        return tuple(Place(at, *text) for at, text in found if text is not None)

    def _place(self, at: int, first: Segment, last: Segment, span: Span) -> Place | None:
        start = first.t0 + max(0, span.start - first.s0) if first.literal else first.t0
        end = last.t1 - max(0, last.s1 - span.end) if last.literal else last.t1
        end = min(end, len(self._passages[at].text))
        return Place(at, start, end) if start < end else None

    def _after(self, span: Span, following: int) -> tuple[Place, ...]:
        """Before the text of a passage, for a start tag that this text comes right after."""
        if following == len(self._segments) or not self._text.startswith("<", span.start):
            return ()
        segment = self._segments[following]
        between = segment.s0 - span.end
        if segment.t0 or not 0 <= between <= _GAP or self._text[span.end : segment.s0].strip():
            return ()
        return (Place(self._owners[following], 0, 0),)
