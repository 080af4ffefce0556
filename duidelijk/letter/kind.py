"""Which kind of letter it is, by weighing what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, cast, get_args

from duidelijk.letter import Part
from duidelijk.letter.phrases import said_in, words_of
from duidelijk.model import Confidence, LetterKind
from duidelijk.nlp.facts import facts
from duidelijk.resources import table

_LEXICON: Final = "briefsoorten"
_PAY: Final = frozenset({"betaal", "betaalt", "betalen", "betaald", "overmaken", "over", "bijgeschreven"})
_HEADING: Final = frozenset({"besluit", "beslissing"})
_BASE: Final[Mapping[LetterKind, float]] = {"notice": 1.5}
_SUBJECT: Final = 2.0
_FIRST: Final = 0.5
_CLAUSE: Final = 2.5
_DECIDED: Final = 2.0
_ASKED: Final = 1.5
_SAID: Final = 2.0
_TO_PAY: Final = 1.5
_FEW: Final = 2
_SURE: Final[tuple[tuple[float, Confidence], ...]] = ((2.5, "high"), (1.0, "medium"), (0.0, "low"))


def kind_of(parts: Sequence[Part]) -> tuple[LetterKind, Confidence]:
    """The kind with most evidence, and how sure that is; one that asks and decides nothing is a notice."""
    weights = _weights(parts)
    best, second = sorted(weights, key=lambda kind: -weights[kind])[:2]
    margin = weights[best] - weights[second]
    return best, next(confidence for least, confidence in _SURE if margin >= least)


def _weights(parts: Sequence[Part]) -> dict[LetterKind, float]:
    weights = {kind: _BASE.get(kind, 0.0) for kind in cast("tuple[LetterKind, ...]", get_args(LetterKind))}
    text = [part for part in parts if part.name == "body" and part.block.kind != "code"]
    for part in parts:
        if part.name == "subject":
            _add_words(weights, words_of(part.text), _SUBJECT)
    for part in text[:_FEW]:
        _add_words(weights, words_of(part.text), _FIRST)
    said = _said(part for part in parts if part.name in {"subject", "body"})
    for kind in weights:
        weights[kind] += _SAID * min(_FEW, said.count(kind)) if kind != "decision" else 0
    decided = min(_FEW, _count(parts, "decision"))
    weights["decision"] += _DECIDED * decided
    weights["decision"] += _CLAUSE * any(part.name == "objection" for part in parts)
    weights["decision"] += _DECIDED * any(
        part.block.kind == "heading" and not _HEADING.isdisjoint(words_of(part.text)) for part in text
    )
    weights["request"] += _ASKED * min(_FEW, _count(parts, "action")) / (1 + decided)
    weights["invoice"] += _TO_PAY * _asks_to_pay(text)
    return weights


def _add_words(weights: dict[LetterKind, float], words: Sequence[str], weight: float) -> None:
    known = _known_words()
    for kind in {kind for word in words for kind in known.get(word, ())}:
        weights[kind] += weight


@cache
def _known_words() -> Mapping[str, tuple[LetterKind, ...]]:
    """The kinds of letter that each word of the table points to."""
    found: dict[str, tuple[LetterKind, ...]] = {}
    for kind, word in table(_LEXICON, 2):
        found[word] = (*found.get(word, ()), cast("LetterKind", kind))
    return found


def _said(text: Iterable[Part]) -> list[str]:
    """What the paragraphs say, such as that the reader is invited; once a paragraph."""
    return [does for part in text for does in said_in(words_of(part.text))]


def _count(parts: Iterable[Part], name: str) -> int:
    return sum(part.name == name for part in parts)


def _asks_to_pay(text: Iterable[Part]) -> int:
    """How strongly a letter asks for money: an amount, and an account, where it speaks of paying."""
    found = 0
    for part in text:
        if not _PAY.isdisjoint(words_of(part.text)):
            kinds = {fact.kind for fact in facts(part.text)}
            found = max(found, ("iban" in kinds) + ("amount" in kinds))
    return found
