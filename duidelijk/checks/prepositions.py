"""Chains of prepositional phrases: *de aanvraag van de vergunning voor de bouw van een schuur in de tuin*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from duidelijk.checks.parsed_prose import ParsedSentence, sentence_by_sentence
from duidelijk.model import Document, Hit, Token
from duidelijk.nlp.protect import in_protected, protected

_IN_PHRASE: Final = (
    "LID|", "ADJ|prenom", "VNW|bez", "VNW|aanw|det", "VNW|onbep", "TW|", "WW|vd|prenom", "WW|od|prenom",
)  # fmt: skip
_OTHER: Final = frozenset({"tot", "om", "te", "t/m", "per"})  # from … to …, in order to, each
# Nouns that make one preposition with their neighbours: "in verband met", "met ingang van".
_IN_PREPOSITIONS: Final = frozenset(
    {"verband", "ingang", "geval", "basis", "grond", "kader", "behulp", "hoofde", "aanzien", "betrekking"}
    | {"behoeve", "aanleiding", "middel", "wieg", "plaats", "last", "opdracht", "wege", "wijze"}
)
# "Een overzicht van" says little more than "de": the chain begins at the noun behind it.
_LIGHT: Final = frozenset(
    {"aantal", "overzicht", "lijst", "soort", "deel", "vorm", "rest", "reeks", "groep", "dag", "jaar"}
)


class _Phrase(NamedTuple):
    """A preposition and its noun."""

    preposition: int
    noun: int


def chains(document: Document, *, least: int = 3, warning: int = 5) -> Iterator[Hit]:
    """A noun with ``least`` or more prepositional phrases right after each other.

    With exactly ``least`` each must be about the noun before it; of a longer chain most.
    """
    return sentence_by_sentence(document, _chains, least=2 * least, shortest=least, warning=warning)


def _chains(found: ParsedSentence, *, shortest: int, warning: int) -> Iterator[Hit]:
    at = 0
    while at < len(found.tokens):
        chain = _chain(found, at)
        count = len(chain)
        linked = shortest if count == shortest else shortest - 1
        if count >= shortest and _links(found.tokens, at, chain) >= linked:
            yield Hit(
                found.block,
                found.span(at, chain[-1].noun),
                {"aantal": count},
                level="warning" if count >= warning else "suggestion",
            )
        at = chain[-1].noun + 1 if chain else at + 1


def _chain(found: ParsedSentence, start: int) -> list[_Phrase]:
    """The prepositional phrases that follow the noun at ``start`` without anything in between."""
    tokens = found.tokens
    chain: list[_Phrase] = []
    if not tokens[start].tag.startswith("N|soort") or tokens[start].lemma in _LIGHT:
        return chain
    spans = protected(found.block)
    last = start
    while (phrase := _phrase(tokens, last + 1)) is not None:
        if in_protected(spans, tokens[phrase.preposition].start, tokens[phrase.noun].end):
            break
        chain.append(phrase)
        last = phrase.noun
    return chain


def _links(tokens: Sequence[Token], start: int, chain: Sequence[_Phrase]) -> int:
    """How many phrases say something about the noun right before them."""
    nouns = [start, *(phrase.noun for phrase in chain)]
    return sum(tokens[noun].dep == "nmod" and tokens[noun].head == before for before, noun in pairwise(nouns))


def _phrase(tokens: Sequence[Token], at: int) -> _Phrase | None:
    """A preposition with its noun and what stands between them: *van een grote schuur*."""
    if at >= len(tokens) or not tokens[at].tag.startswith("VZ|init") or tokens[at].text.lower() in _OTHER:
        return None
    noun = at + 1
    while noun < len(tokens) and tokens[noun].tag.startswith(_IN_PHRASE):
        noun += 1
    if noun >= len(tokens) or not tokens[noun].tag.startswith("N|soort"):
        return None
    if tokens[noun].text.lower() in _IN_PREPOSITIONS:
        return None
    return _Phrase(at, noun)
