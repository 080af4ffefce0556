"""How common a word is to a reader, also when it stands in no list.

A reader who knows *vergunning* gets far with *visvergunning*, and *stelt … vast* is one verb and not the
common *stelt*. So what the frequency table lacks is looked up by the head of the compound or the base of the
verb.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from duidelijk.nlp.compounds import head
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.separable import separable, splits_sometimes

KnownBy = Literal["word", "lemma", "head", "verb", "none"]


class Estimate(NamedTuple):
    """A Zipf value, 0.0 when nothing is known, and the form that it was found by.

    ``known_by``: the word itself, its dictionary form, the head of the compound, the base of the separable
    verb, or nothing.
    """

    zipf: float
    known_by: KnownBy
    form: str


def estimated_zipf(word: str, *, lemma: str = "", compounds_by_head: bool = False) -> Estimate:
    """The Zipf value of a word in a text.

    ``lemma`` is its dictionary form, when known. The lemma of a separable verb goes before the word if the
    particle stands elsewhere in the sentence: ``estimated_zipf("stelt", lemma="vaststellen")``.

    With ``compounds_by_head`` a compound is always looked up by its head, as the LiNT readability
    measure does, and not only when it is unknown.
    """
    verb = splits_sometimes(lemma)
    if verb is not None and not word.lower().startswith(verb.particle):
        return _first(("lemma", lemma), ("verb", verb.base))
    base = separable(lemma or word.lower())
    last = head(word)
    whole: list[tuple[KnownBy, str]] = [("word", word), ("lemma", lemma)]
    part: tuple[KnownBy, str] = ("head", last if last != word else "")
    if base is not None:
        part = ("verb", base.base)
    elif compounds_by_head and last != word:
        return _first(part, *whole)
    return _first(*whole, part)


def _first(*ways: tuple[KnownBy, str]) -> Estimate:
    """The first way that leads to a known word."""
    for known_by, form in ways:
        if form and (value := zipf(form)):
            return Estimate(value, known_by, form)
    return Estimate(0.0, "none", "")
