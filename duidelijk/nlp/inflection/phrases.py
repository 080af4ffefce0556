"""A plain phrase taken apart: which word bends, and what stands before and after it."""

from __future__ import annotations

from typing import Final, NamedTuple

from duidelijk.nlp.inflection.irregular import principals
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.separable import is_verb, separable

PREPOSITIONS: Final = words("""
    aan achter af als bij binnen door in met na naar naast om onder op over per sinds te tegen tijdens
    tot tussen uit  van vanaf vanwege via volgens voor zonder
    """)
ARTICLES: Final = frozenset({"de", "het", "een", "deze", "dit", "die", "dat", "uw", "onze", "ons", "geen"})


class Phrase(NamedTuple):
    """``before`` + ``head`` + ``after`` is the phrase; the head is the word that bends, as its lemma.

    ``zich`` tells that a reflexive pronoun belongs to the verb (it is in neither of the others).
    """

    before: tuple[str, ...]
    head: str
    after: tuple[str, ...]
    zich: bool = False


def verb_phrase(plain: str) -> Phrase | None:
    """A phrase around an infinitive: ``rekening houden met``, ``zich houden aan``, ``laten weten``.

    The first infinitive without ``te`` bends, or the word marked with a star: ``doen* denken aan``.
    None when there is no verb in it.
    """
    words = plain.split()
    marked = [at for at, word in enumerate(words) if word.endswith("*")]
    words = [word.rstrip("*") for word in words]
    heads = marked or [
        at for at, word in enumerate(words) if looks_like_verb(word) and (not at or words[at - 1] != "te")
    ]
    if not heads:
        return None
    at = heads[0]
    before = tuple(word for word in words[:at] if word != "zich")
    return Phrase(before, words[at], tuple(words[at + 1 :]), "zich" in words[:at])


def looks_like_verb(word: str) -> bool:
    """Whether the word is an infinitive that we know."""
    return word.endswith("n") and (is_verb(word) or word in principals() or separable(word) is not None)


def noun_phrase(plain: str) -> Phrase:
    """A phrase around a noun: the last word before a preposition bends (``manier van denken``)."""
    words = plain.split()
    end = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    return Phrase(tuple(words[: end - 1]), words[end - 1], tuple(words[end:]))
