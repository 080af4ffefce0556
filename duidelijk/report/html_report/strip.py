"""The lengths of the sentences as a row of bars, in the order of the text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from duidelijk.measure import PROSE, count_words, counts_as_sentence
from duidelijk.nlp.sentences import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duidelijk.model import Passage

LONG: Final = 20
"""Words; the advice of most style guides, also where the rule for long sentences is set otherwise."""

TALLEST: Final = 50
"""Words; a longer sentence gets a bar as tall as one of this length."""

_MOST: Final = 480
_WIDE: Final = 48
_MIDDLE: Final = 160


class Line(NamedTuple):
    """A sentence of the running text: where it stands in its passage, and its number of words."""

    passage: int
    start: int
    end: int
    words: int


class Bar(NamedTuple):
    """``first`` to ``last`` are numbers of sentences; the bar shows ``longest`` and leads to it."""

    first: int
    last: int
    longest: int
    words: int

    @property
    def height(self) -> int:
        """In words, at most ``TALLEST``."""
        return min(self.words, TALLEST)

    @property
    def long(self) -> bool:
        """Whether the sentence is long."""
        return self.words > LONG


class Strip(NamedTuple):
    """``step`` is the number of sentences in a bar: 1 unless there are very many."""

    bars: tuple[Bar, ...]
    sentences: int
    long: int
    step: int
    size: Literal["breed", "middel", "smal"]


def lines(passages: Sequence[Passage]) -> Iterator[Line]:
    """The sentences of the running text in the main content, in order: those that count for a mean length.

    Left out: what has no words, and items and cells that do not end as a sentence (‘een kopie van uw pas’).
    """
    for at, passage in enumerate(passages):
        if passage.main and passage.kind in PROSE:
            for start, end in split(passage.text):
                text = passage.text[start:end]
                if counts_as_sentence(passage.kind, text) and (words := count_words(text)):
                    yield Line(at, start, end, words)


def strip(found: Sequence[Line]) -> Strip | None:
    """The bars, numbered from 1; None under two sentences. Very many sentences share bars."""
    if len(found) < 2:
        return None
    words = [line.words for line in found]
    step = ceil(len(words) / _MOST)
    count = ceil(len(words) / step)
    return Strip(
        tuple(_bars(words, step)),
        sentences=len(words),
        long=sum(one > LONG for one in words),
        step=step,
        size="breed" if count <= _WIDE else "middel" if count <= _MIDDLE else "smal",
    )


def _bars(words: Sequence[int], step: int) -> Iterator[Bar]:
    for at in range(0, len(words), step):
        group = words[at : at + step]
        longest = max(range(len(group)), key=group.__getitem__)
        yield Bar(at + 1, at + len(group), at + longest + 1, group[longest])
