"""Where it hurts: the sentences and words that make a text harder, and how hard it is without them.

A mended sentence is one that a good editor would leave: as many short sentences as its words need, with no
more passives, brackets and formal words than plain text has. A mended word is one that is off our lists.
Every feature is a mean, so what mending one place does follows from sums: nothing is measured again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from duidelijk.model import Block, Cost, Costs, Document, Span
from duidelijk.scores.difficulty import Weight, score_of, weights
from duidelijk.scores.features import FEATURES, Amounts, Measured, means, measured
from duidelijk.scores.formulas import HardWords

MOST: Final = 5
"""How many sentences, and how many words, are named."""

PLAIN_LENGTH: Final = 13
"""Words in a plain sentence; a longer one is mended by dividing it."""

_LEAST: Final = 0.005
"""Points; what costs less is not worth a line."""

_REASONS: Final = 3
_ONE_WORD: Final = "moeilijk of formeel woord"
_COUNTED: Final = {
    "passives": (1, "{} lijdende vormen"),
    "listed": (1, "{} moeilijke woorden"),
    "participles": (2, "{} voltooide deelwoorden"),
    "helpers": (3, "{} hulpwerkwoorden"),
    "marks": (1, "{} haakjes, strepen of puntkomma’s"),
    "commas": (3, "{} komma’s"),
    "short_forms": (1, "{} afkortingen"),
    "nominal": (2, "{} woorden op -ing, -tie en dergelijke"),
    "bracket": (6, "{} woorden tussen werkwoorden die bij elkaar horen"),
    "content_words": (8, "{} woorden met veel inhoud"),
}
"""From how many on a feature is a reason to mend a sentence, and how it is said."""

_ONE: Final = {
    "passives": "lijdende vorm",
    "listed": "moeilijk woord",
    "marks": "haakje, streep of puntkomma",
    "short_forms": "afkorting",
}
"""How it is said of one."""


class _Totals(NamedTuple):
    """The sums over the sentences of a text, from which its score follows."""

    sums: tuple[float, ...]
    sentences: int

    def score(self) -> float:
        return score_of(means(self.sums, self.sentences))

    def with_change(self, before: Sequence[float], after: Sequence[float], parts: int = 1) -> _Totals:
        """The totals when a sentence with ``before`` becomes ``parts`` sentences with ``after`` together."""
        sums = tuple(total - old + new for total, old, new in zip(self.sums, before, after, strict=True))
        return _Totals(sums, self.sentences + parts - 1)

    def without_listed(self, count: int) -> _Totals:
        """The totals with so many words of our lists fewer."""
        sums = list(self.sums)
        sums[_LISTED] = max(0.0, sums[_LISTED] - count)
        return _Totals(tuple(sums), self.sentences)


_LISTED: Final = list(FEATURES).index("listed")


class _Word(NamedTuple):
    """A word of our lists, with where it first stands and the numbers of the sentences it stands in."""

    block: Block
    span: Span
    sentences: list[int]


def costs(document: Document, hard: HardWords, blocks: Iterable[Block] | None = None) -> Costs | None:
    """What costs most in ``blocks``, or in the running text of the document; None without a sentence.

    Raises:
        NlpError: when the language model cannot be used.
    """
    sentences = measured(document, hard, blocks)
    if not sentences:
        return None
    sums = tuple(map(sum, zip(*(one.amounts for one in sentences), strict=True)))
    now = _Totals(sums, len(sentences))
    worst = _worst_sentences(now, sentences)
    words = _worst_words(now, sentences)
    mended = now
    for at, _ in worst:
        mended = mended.with_change(sentences[at].amounts, *_mended(sentences[at].amounts))
    done = {at for at, _ in worst}
    for word, _ in words:
        mended = mended.without_listed(sum(at not in done for at in word.sentences))
    items = chain(
        (_sentence_cost(sentences[at], points) for at, points in worst),
        (_word_cost(word, points) for word, points in words),
    )
    by_points = sorted(items, key=lambda item: -item.points)
    return Costs(tuple(by_points), round(now.score(), 1), round(mended.score(), 1))


def _worst_sentences(now: _Totals, sentences: Sequence[Measured]) -> list[tuple[int, float]]:
    """The numbers of the sentences that cost most, with what each costs."""
    score = now.score()
    found = (
        (at, score - now.with_change(one.amounts, *_mended(one.amounts)).score())
        for at, one in enumerate(sentences)
    )
    worth = (
        (at, points)
        for at, points in found
        if points >= _LEAST and _reason(sentences[at].words, sentences[at].amounts)
    )
    return nlargest(MOST, worth, key=lambda item: item[1])


def _worst_words(now: _Totals, sentences: Sequence[Measured]) -> list[tuple[_Word, float]]:
    """The words of our lists that cost most, each with all places where it stands."""
    score = now.score()
    found = ((word, score - now.without_listed(len(word.sentences)).score()) for word in _words(sentences))
    worth = ((word, points) for word, points in found if points >= _LEAST)
    return nlargest(MOST, worth, key=lambda item: item[1])


def _words(sentences: Sequence[Measured]) -> Iterable[_Word]:
    found: dict[str, _Word] = {}
    for at, one in enumerate(sentences):
        for span in one.listed:
            text = one.block.text[slice(*span)].lower()
            found.setdefault(text, _Word(one.block, span, [])).sentences.append(at)
    return found.values()


@lru_cache(maxsize=1 << 12)
def _mended(amounts: Amounts) -> tuple[Amounts, int]:
    """What a sentence brings to each feature once mended, and how many sentences it is then.

    Never more than it brings now, so mending makes no text harder.
    """
    words = amounts[0]
    parts = max(1, ceil(words / PLAIN_LENGTH))
    return tuple(
        amount if name == "words" else min(amount, weight.edited * (parts if is_mean else words / 100))
        for name, amount, weight, is_mean in _by_feature(amounts)
    ), parts


def _by_feature(amounts: Amounts) -> Iterator[tuple[str, float, Weight, bool]]:
    """Name, amount, weight, and whether it is a mean over sentences."""
    for (name, feature), amount in zip(FEATURES.items(), amounts, strict=True):
        yield name, amount, weights()[name], feature.per == "sentence"


@lru_cache(maxsize=1 << 12)
def _reason(words: int, amounts: Amounts) -> str:
    """What weighs in a sentence, the heaviest first: *34 woorden, lijdende vorm, 3 moeilijke woorden*."""
    after, _ = _mended(amounts)
    long = [f"{words} woorden"] if words > PLAIN_LENGTH + 2 else []
    parts = [
        (weight.points * (amount - left) * (1 if is_mean else 100 / max(1, amounts[0])), said)
        for (name, amount, weight, is_mean), left in zip(_by_feature(amounts), after, strict=True)
        if amount > left and (said := _said(name, round(amount)))
    ]
    heaviest = [said for _, said in nlargest(_REASONS - len(long), parts)]
    return ", ".join((*long, *heaviest))


def _said(feature: str, count: int) -> str:
    """How a sentence says that it has so many of a feature; empty when that is no reason to mend it."""
    least, several = _COUNTED.get(feature, (count + 1, ""))
    if count < least:
        return ""
    return several.format(count) if count > 1 else _ONE[feature]


def _sentence_cost(one: Measured, points: float) -> Cost:
    span = one.block.map.to_source(one.sentence.start, one.sentence.end)
    return Cost("sentence", span, one.sentence.text, _reason(one.words, one.amounts), round(points, 2))


def _word_cost(word: _Word, points: float) -> Cost:
    count = len(word.sentences)
    reason = _ONE_WORD if count == 1 else f"{_ONE_WORD}, {count} keer"
    span = word.block.map.to_source(*word.span)
    return Cost("word", span, word.block.text[slice(*word.span)], reason, round(points, 2))
