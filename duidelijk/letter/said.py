"""A sentence of the running text of a letter, with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.letter import Part

_OF_QUESTIONS: Final = frozenset(
    {"vragen", "vraag", "informatie", "info", "weten", "hulp", "uitleg", "contact", "advies", "twijfelt",
     "helpen", "duidelijk", "inlichtingen", "lezen", "eens", "oneens"}
)  # fmt: skip


class Said(NamedTuple):
    """A sentence with its words, what it does, and what is said before and after it.

    ``asked`` has the words of the question before it (“Hebt u vragen? Bel ons dan”), ``may`` says that the
    sentence before it tells what the reader can do if he likes, ``reaches`` that it tells how to reach
    somebody, and ``after`` is the sentence after it.
    """

    part: Part
    words: Sequence[str]
    does: frozenset[str]
    asked: frozenset[str]
    may: bool
    reaches: bool
    after: str

    @property
    def text(self) -> str:
        """The words of the sentence as they stand in the letter."""
        return self.part.text

    @property
    def is_for_questions(self) -> bool:
        """Whether the question before it is if the reader wants to know more."""
        return not self.asked.isdisjoint(_OF_QUESTIONS)
