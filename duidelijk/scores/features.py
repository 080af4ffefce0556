"""What makes a text hard to read, measured: per sentence, and as means over any set of sentences.

Every feature is a count in a sentence, and more of it is harder. Of a text some are means over its sentences
(passives a sentence), others over its words (listed words in a hundred). So the length of a text plays no
part, and
what one sentence adds is known: see :mod:`duidelijk.scores.costs`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.measure import sentence_words
from duidelijk.model import Block, Document, Sentence, Span, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import Clause, clauses, cluster, particle
from duidelijk.nlp.passives import passives
from duidelijk.nlp.recall import recalled
from duidelijk.nlp.structure import clauses_of
from duidelijk.scores.counts import prose_blocks, running_sentences
from duidelijk.scores.formulas import HardWords

Per = Literal["sentence", "hundred_words"]


class Feature(NamedTuple):
    """A feature: what its mean is over, and the most that one sentence can bring.

    The most keeps one sentence of a thousand words (a list, a table) from deciding about a whole text.
    """

    per: Per
    most: float


FEATURES: Final[Mapping[str, Feature]] = {
    "words": Feature("sentence", 60),
    "content_words": Feature("sentence", 40),
    "passives": Feature("sentence", 5),
    "participles": Feature("sentence", 8),
    "helpers": Feature("sentence", 10),
    "bracket": Feature("sentence", 30),
    "marks": Feature("sentence", 8),
    "commas": Feature("sentence", 8),
    "short_forms": Feature("sentence", 8),
    "no_we": Feature("sentence", 1),
    "no_you": Feature("sentence", 1),
    "listed": Feature("hundred_words", 30),
    "nominal": Feature("hundred_words", 20),
}
"""All features, in the order of ``Amounts``."""

Amounts = tuple[float, ...]
"""One figure for each feature, in the order of ``FEATURES``."""

MOST_TOKENS: Final = 200
"""Of a longer sentence no more is looked at: it is a list, a table or a mistake."""

_KEY: Final = "difficulty_features"
_COUNTED: Final = ("participles", "marks", "commas", "short_forms", "nominal", "we", "you")
_WE: Final = frozenset({"wij", "we", "ons", "onze", "ik", "mij", "mijn"})
_YOU: Final = frozenset({"u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"})
_MARKS: Final = frozenset("();[]–—")
_NOMINAL: Final = (
    "ing", "ingen", "tie", "ties", "sie", "sies", "heid", "heden", "teit", "teiten", "ment", "schap",
)  # fmt: skip
_CONTENT: Final = ("N|", "SPEC|", "ADJ|", "WW|")
_NO_CONTENT: Final = frozenset({"aux", "aux:pass", "cop"})


class Measured(NamedTuple):
    """A sentence with what it brings to each feature, its words, and where its listed words stand."""

    block: Block
    sentence: Sentence
    words: int
    listed: Sequence[Span]
    amounts: Amounts


_OfSentence = tuple[Sentence, int, Sequence[Span], Amounts]
"""A ``Measured`` without its block."""


class Features(NamedTuple):
    """The features of a text, a sentence or a hundred words, in the order of ``FEATURES``."""

    sentences: int
    values: Amounts


def features(document: Document, hard: HardWords, blocks: Iterable[Block] | None = None) -> Features | None:
    """The features of ``blocks``, or of the running text of the whole document; None without a sentence.

    Raises:
        NlpError: when the language model cannot be used.
    """
    return together(measured(document, hard, blocks))


def measured(
    document: Document, hard: HardWords, blocks: Iterable[Block] | None = None
) -> tuple[Measured, ...]:
    """The running sentences of ``blocks``, or of the whole document, with what each brings."""
    chosen = prose_blocks(document) if blocks is None else blocks
    return tuple(one for block in chosen for one in _measured_block(document, block, hard.get(block, ())))


def together(sentences: Sequence[Measured]) -> Features | None:
    """The features of a text of these sentences; None when there are none."""
    if not sentences:
        return None
    sums = [sum(column) for column in zip(*(one.amounts for one in sentences), strict=True)]
    return Features(len(sentences), means(sums, len(sentences)))


def means(sums: Sequence[float], sentences: int) -> Amounts:
    """The values of a text from the sums over its sentences, of which the first is its words."""
    over = {"sentence": sentences, "hundred_words": max(1.0, sums[0]) / 100}
    return tuple(total / over[feature.per] for total, feature in zip(sums, FEATURES.values(), strict=True))


def _measured_block(document: Document, block: Block, hard: Sequence[Span]) -> tuple[Measured, ...]:
    found = recalled(document, _KEY, block, lambda: tuple(_measure(document, block, hard)), tuple(hard))
    return tuple(Measured(block, *one) for one in found)


def _measure(document: Document, block: Block, hard: Sequence[Span]) -> Iterator[_OfSentence]:
    counts = sentence_words(document, block)
    analysed = parsed(document, block)
    for at, sentence in running_sentences(document, block):
        listed = hard[bisect_left(hard, (sentence.start,)) : bisect_left(hard, (sentence.end,))]
        tokens = analysed[at]
        whole = len(tokens) <= MOST_TOKENS
        found = clauses_of(document, block, at) if whole else clauses(tokens := _beginning(tokens))
        amounts = sentence_amounts(tokens, found, words=counts[at], listed=len(listed))
        yield sentence, counts[at], listed, amounts


def _beginning(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The first ``MOST_TOKENS`` tokens of a sentence, with no head outside."""
    return tuple(
        token if token.head < MOST_TOKENS else replace(token, head=-1) for token in tokens[:MOST_TOKENS]
    )


def sentence_amounts(
    tokens: Sequence[Token], found_clauses: Sequence[Clause], *, words: int, listed: int
) -> Amounts:
    """What a parsed sentence of so many words, ``listed`` of them on our lists, brings to each feature."""
    tally = dict.fromkeys(_COUNTED, 0)
    content = helpers = 0
    for token in tokens:
        for name in _kinds(token.text, token.tag):
            tally[name] += 1
        if token.tag.startswith(_CONTENT):
            content += token.dep not in _NO_CONTENT
            helpers += token.dep.startswith("aux")
    if tally["short_forms"] > words / 2:  # all in capitals
        tally["short_forms"] = 0
    found = {
        "words": words,
        "content_words": content,
        "passives": len(passives(tokens)),
        "helpers": helpers,
        "bracket": _bracket(tokens, found_clauses),
        "no_we": not tally["we"],
        "no_you": not tally["you"],
        "listed": listed,
    }
    return tuple(
        min(float(found[name] if name in found else tally[name]), feature.most)
        for name, feature in FEATURES.items()
    )


def _bracket(tokens: Sequence[Token], found: Sequence[Clause]) -> int:
    """The most words between a finite verb and the other verbs, or the particle, that it goes with."""
    widest = 0
    for clause in found:
        last = max(cluster(tokens, clause.verb)[-1], particle(tokens, clause.verb) or 0)
        widest = max(widest, sum(token.tag != "LET" for token in tokens[clause.verb + 1 : last]))
    return widest


@lru_cache(maxsize=1 << 14)
def _kinds(text: str, tag: str) -> tuple[str, ...]:
    """What a word or mark counts as, apart from what the sentence around it makes of it."""
    return tuple(_kinds_of(text, text.lower(), tag))


def _kinds_of(text: str, word: str, tag: str) -> Iterator[str]:
    if text in _MARKS or ("/" in word and not any(map(str.isdigit, word))):
        yield "marks"
    elif text == ",":
        yield "commas"
    elif word in _WE:
        yield "we"
    elif word in _YOU:
        yield "you"
    if tag.startswith("WW|vd|vrij"):
        yield "participles"
    elif tag.startswith("WW|inf|nom") or (tag.startswith("N|soort") and word.endswith(_NOMINAL)):
        yield "nominal"
    if _is_short_form(text):
        yield "short_forms"


def _is_short_form(text: str) -> bool:
    """Whether the word is an abbreviation: *d.d.*, *WOZ*."""
    return len(text) > 1 and text[0].isalpha() and (text[-1] == "." or (text.isupper() and text.isalpha()))
