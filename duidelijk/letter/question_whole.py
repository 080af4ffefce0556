"""The letter as the questions of its reader see it: its sentences, and what is known about each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from duidelijk.letter import Letter
from duidelijk.letter import question_patterns as says
from duidelijk.letter.running import Said
from duidelijk.model import LetterPart
from duidelijk.nlp.facts import Fact, facts

_HEADING: Final = 200  # characters
_NEAR: Final = 10  # sentences


class Whole(NamedTuple):
    """The sentences of a letter, and what is known about each, by its number."""

    found: Letter
    said: tuple[Said, ...]
    does: tuple[frozenset[LetterPart], ...]
    orders: frozenset[int]
    today: date | None
    known: dict[int, tuple[Fact, ...]]
    decided: int
    """The number of the sentence that says what was decided, or -1."""
    is_reminder: bool

    def facts(self, at: int) -> tuple[Fact, ...]:
        """The dates, numbers and addresses in a sentence, looked for once."""
        if at not in self.known:
            self.known[at] = facts(self.said[at].text)
        return self.known[at]

    def is_clause(self, at: int) -> bool:
        """Whether a sentence is about how to object, which answers no question but as a last resort."""
        return "objection" in self.does[at]

    def is_aside(self, at: int) -> bool:
        """Whether a sentence is only for some readers, such as who is ill that day, or an afterthought."""
        one = self.said[at]
        if self.is_clause(at):
            return False
        heading = one.heading[:_HEADING]
        if says.SPECIAL.match(heading) and not says.ASKS_CONTACT.search(heading):
            return True
        above = (self.said[back] for back in range(at, max(-1, at - _NEAR), -1))
        return any(says.POSTSCRIPT.match(other.text) for other in above if other.block is one.block)


Test = Callable[[Whole, int], bool]


def has_words(pattern: re.Pattern[str]) -> Test:
    """A test whether a sentence that is not about objecting has some words."""

    def test(whole: Whole, at: int) -> bool:
        return not whole.is_clause(at) and pattern.search(whole.said[at].text) is not None

    return test


def is_body(whole: Whole, at: int) -> bool:
    """Whether a sentence says something itself: it is no clause, and does not only say what follows."""
    return not whole.is_clause(at) and says.ANNOUNCES.search(whole.said[at].text) is None
