"""The text of a passage cut where findings and sentences begin and end, so that marks never cross."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duidelijk.report.common import Grade

_WORDS: Final = 60  # characters; what is longer is marked as a stretch, so that words in it stand out


class Mark(NamedTuple):
    """Finding ``number`` at ``start:end`` in the text of a passage. ``last``: its number is printed here."""

    number: int
    start: int
    end: int
    grade: Grade
    last: bool = True


class Piece(NamedTuple):
    """A stretch of text under one mark or none.

    ``numbers`` are the findings that end here; ``opens`` is the sentence that starts, and ``closes``
    says that one ends.
    """

    text: str
    number: int | None
    grade: Grade | None
    stretch: bool
    numbers: tuple[tuple[int, Grade], ...]
    opens: int | None
    closes: bool


def pieces(
    text: str, marks: Sequence[Mark], sentences: Sequence[tuple[int, int, int]] = ()
) -> Iterator[Piece]:
    """The text in pieces; of marks over each other the shortest shows. ``sentences``: number, start and end.

    An empty mark stands before the text and has only its number.
    """
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    ending: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
        ending[mark.end].append(mark)
    opening = {start: number for number, start, _ in sentences}
    closing = {end for _, _, end in sentences}
    cuts = sorted({0, len(text), *starting, *ending, *opening, *closing})
    active: list[tuple[int, int, Mark]] = []
    if ending[0]:
        yield Piece("", None, None, False, _numbers(ending[0]), None, False)
    for at, end in pairwise(cuts):
        for mark in starting[at]:
            heappush(active, (mark.end - mark.start, -mark.number, mark))
        while active and active[0][2].end <= at:
            heappop(active)
        inner = active[0][2] if active else None
        yield Piece(
            text[at:end],
            inner.number if inner else None,
            inner.grade if inner else None,
            inner is not None and inner.end - inner.start > _WORDS,
            _numbers(ending[end]),
            opening.get(at),
            end in closing,
        )


def _numbers(marks: Sequence[Mark]) -> tuple[tuple[int, Grade], ...]:
    return tuple(sorted((mark.number, mark.grade) for mark in marks if mark.last))
