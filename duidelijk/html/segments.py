"""Works out how the text of one node maps to the source, from the marks that came along with it."""

from __future__ import annotations

from collections.abc import Iterable

from duidelijk.html import marks
from duidelijk.html.decode import align
from duidelijk.html.marks import MARK, MARK_LENGTH, Run
from duidelijk.model import Segment


class Sourced:
    """A source text with its runs of text; answers where the text of a node stands.

    ``tags`` are the spans of all start and end tags. ``raw`` are the places where text begins that holds no
    markup, whatever it looks like (a script).
    """

    __slots__ = ("_ends", "_runs", "_text")

    def __init__(self, text: str, tags: Iterable[tuple[int, int]], raw: frozenset[int]) -> None:
        self._text = text
        self._runs: list[Run] = []
        self._ends: dict[int, int] = {}
        for start, end in marks.gaps(tags, len(text)):
            if start in raw or marks.is_blank(text, start, end):
                self._ends[start] = end
                continue
            for run in marks.runs(text, start, end):
                self._ends[run.start] = run.end
                if run.mark < run.end:
                    self._runs.append(run)

    def marked(self) -> str:
        """The text with a mark in each run."""
        return marks.marked(self._text, self._runs)

    def run(self, said: str) -> Run | None:
        """The run whose mark comes first in ``said``."""
        match = MARK.search(said)
        return None if match is None else self._runs[marks.number(said, match.start())]

    def segments(self, data: str, said: str, edge: int, reach: int) -> tuple[Segment, ...]:
        """How ``data``, the text of a node, maps to the source; ``said`` is that text with its marks.

        ``edge`` is where the markup before it ends (-1: not known), ``reach`` the last known place before it.
        What has no exact place becomes one atomic segment.
        """
        count = len(data)
        extra = len(said) - count
        if extra == 0 and self._ends.get(edge) == edge + count and self._text.startswith(data, edge):
            return (Segment(0, count, edge, edge + count, literal=True),)
        run = self.run(said) if extra > 0 else None
        if run is None:
            return self._unmarked(data, edge, reach)
        if extra == MARK_LENGTH and run.end - run.start == count and self._text.startswith(data, run.start):
            return (Segment(0, count, run.start, run.end, literal=True),)
        starts = [match.start() for match in MARK.finditer(said)]
        # References to private characters were put out: lengths differ, so later marks have moved.
        if len(starts) > 1 and len(starts) * MARK_LENGTH != extra:
            return (Segment(0, count, run.start, run.end, literal=False),)
        return self._marked(data, said, starts)

    def _unmarked(self, data: str, edge: int, reach: int) -> tuple[Segment, ...]:
        """White space, the content of a raw element or, rarely, text that is not text everywhere (CDATA)."""
        count = len(data)
        end = self._ends.get(edge)
        if end is None:
            return (Segment(0, count, reach, reach, literal=False),)
        if end - edge == count and self._text.startswith(data, edge):
            return (Segment(0, count, edge, end, literal=True),)
        for start in (edge, edge + 1):  # a text area drops its first newline
            found = align(self._text, start, end, data, 0)
            if found and found[-1].t1 == count:
                return tuple(found)
        return (Segment(0, count, edge, end, literal=False),)

    def _marked(self, data: str, said: str, starts: list[int]) -> tuple[Segment, ...]:
        """Text from one or more runs: a reference, a stray tag or a comment stands between them."""
        segments: list[Segment] = []
        at = 0
        for index, mark in enumerate(starts):
            run = self._runs[marks.number(said, mark)]
            start = mark - index * MARK_LENGTH
            end = starts[index + 1] - (index + 1) * MARK_LENGTH if index + 1 < len(starts) else len(data)
            if at < start:
                segments.append(self._blank(data[at:start], at, run))
            found = align(self._text, run.mark, run.end, data, start)
            if not found or data[found[-1].t1 : end].strip() or found[-1].t1 > end:
                found = [Segment(start, end, run.mark, run.end, literal=False)]
            segments += found
            at = found[-1].t1
        if at < len(data):
            place = segments[-1].s1
            segments.append(Segment(at, len(data), place, place, literal=False))
        return tuple(segments)

    def _blank(self, data: str, at: int, run: Run) -> Segment:
        """White space before the first visible character of ``run``."""
        start = run.mark - len(data)
        if start >= run.start and self._text.startswith(data, start):
            return Segment(at, at + len(data), start, run.mark, literal=True)
        return Segment(at, at + len(data), run.start, run.mark, literal=False)
