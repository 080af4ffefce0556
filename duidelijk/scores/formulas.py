"""The classic figures of a text: readability formulas made for Dutch, and plain counts.

Formulas without Dutch calibration (Flesch-Kincaid, Gunning, SMOG, Dale-Chall) are left out on purpose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from duidelijk.model import Block, Document, Guideline, Score, Sentence, Span, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.familiarity import estimated_zipf
from duidelijk.nlp.recall import recalled
from duidelijk.nlp.structure import passives_of
from duidelijk.scores.counts import LONG_SENTENCE, LONG_WORD, Counts, counted, prose_blocks, running_sentences

HardWords = Mapping[Block, Sequence[Span]]
"""The words of our lists, by block."""

MIN_WORDS: Final = 100
"""Flesch and his followers count samples of a hundred words: in fewer, one word moves the score too far."""

MIN_SENTENCES: Final = 5
"""As in :mod:`duidelijk.measure`: under this number a mean says nothing about sentences."""

RARE: Final = 3.0
"""A word of a lower Zipf value is rare: less than once in a million words."""

_DOUMA: Final = Guideline("Douma 1960, De leesbaarheid van landbouwbladen")
_BROUWER: Final = Guideline("Brouwer 1963, Onderzoek naar de leesmoeilijkheid van Nederlands proza")
_BJORNSSON: Final = Guideline("Björnsson 1968, Läsbarhet")
_LENGTHS: Final = Guideline("Checklist duidelijke tekst, Onze Taal", "https://onzetaal.nl")
_YOAST: Final = Guideline("Yoast, leesbaarheidsanalyse", "https://yoast.com")
_VAN_HEUVEN: Final = Guideline(
    "Van Heuven e.a. 2014, de Zipf-schaal", "https://doi.org/10.1080/17470218.2013.850521"
)

_DOUMA_BANDS: Final = (
    (30.0, "zeer moeilijk"),
    (45.0, "moeilijk"),
    (60.0, "tamelijk moeilijk"),
    (70.0, "normaal"),
    (80.0, "tamelijk makkelijk"),
    (90.0, "makkelijk"),
)
"""The bands of Onze Taal (1977): under this value, this label."""

_LETTERED: Final = ("N|soort", "WW|", "ADJ|", "BW")


def flesch_douma(counts: Counts) -> float:
    """Flesch-Douma: higher is easier. Needs a sentence and a plain word."""
    return 206.835 - 0.93 * counts.words / counts.sentences - 77 * counts.syllables / counts.plain


def brouwer(counts: Counts) -> float:
    """Brouwer's leesindex A: higher is easier. Needs a sentence and a plain word."""
    return 195 - 2 * counts.words / counts.sentences - 66.7 * counts.syllables / counts.plain


def lix(counts: Counts) -> float:
    """Björnsson's LIX: higher is harder. Needs a sentence."""
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def classic_scores(
    document: Document, hard: HardWords, blocks: Iterable[Block] | None = None
) -> tuple[Score, ...]:
    """All figures of this module over ``blocks``, or over the running text; none for a text without words.

    Raises:
        NlpError: when the language model cannot be used.
    """
    chosen = prose_blocks(document) if blocks is None else tuple(blocks)
    counts = counted(document, chosen)
    if not counts.words:
        return ()
    return (
        *count_scores(counts),
        passive_score(document, chosen, counts),
        hard_word_score(document, hard, blocks=chosen, counts=counts),
    )


def is_reliable(counts: Counts) -> bool:
    """Whether there is enough text for a mean to say something."""
    return counts.words >= MIN_WORDS and counts.sentences >= MIN_SENTENCES


def count_scores(counts: Counts) -> tuple[Score, ...]:
    """The figures that need no language model. ``counts`` holds a sentence with a word."""
    return tuple(_count_scores(counts, reliable=is_reliable(counts)))


def _count_scores(counts: Counts, *, reliable: bool) -> Iterator[Score]:
    per_sentence = counts.words / counts.sentences
    lengths = {"woorden": counts.words, "zinnen": counts.sentences}
    if counts.plain:
        spoken = {
            **lengths,
            "lettergrepen": counts.syllables,
            "woorden zonder getallen": counts.plain,
            "woorden per zin": round(per_sentence, 2),
            "lettergrepen per woord": round(counts.syllables / counts.plain, 3),
        }
        ease = round(flesch_douma(counts), 1)
        yield Score(
            name="flesch-douma",
            value=ease,
            scale="meestal 0 tot 100, hoger is makkelijker",
            label=next((label for under, label in _DOUMA_BANDS if ease < under), "zeer makkelijk"),
            inputs=spoken,
            reliable=reliable,
            source=_DOUMA,
        )
        yield Score(
            name="brouwer",
            value=round(brouwer(counts), 1),
            scale="meestal 0 tot 120, hoger is makkelijker",
            label=f"leesindex {_dutch(brouwer(counts), 0)}",
            inputs=spoken,
            reliable=reliable,
            source=_BROUWER,
        )
    yield Score(
        name="lix",
        value=round(lix(counts), 1),
        scale="meestal 20 tot 70, hoger is moeilijker",
        label=f"{_dutch(100 * counts.long_words / counts.words, 0)}% lange woorden",
        inputs={**lengths, f"woorden van meer dan {LONG_WORD} letters": counts.long_words},
        reliable=reliable,
        source=_BJORNSSON,
    )
    yield Score(
        name="woorden-per-zin",
        value=round(per_sentence, 1),
        scale="woorden, lager is makkelijker",
        label=f"gemiddeld {_dutch(per_sentence, 1)} woorden per zin",
        inputs=lengths,
        reliable=reliable,
        source=_LENGTHS,
    )
    share = 100 * counts.long_sentences / counts.sentences
    yield Score(
        name="lange-zinnen",
        value=round(share, 1),
        scale="procent van de zinnen, lager is makkelijker",
        label=f"{counts.long_sentences} van de {_sentences(counts.sentences)} "
        f"langer dan {LONG_SENTENCE} woorden",
        inputs={**lengths, "lange zinnen": counts.long_sentences},
        reliable=reliable,
        source=_YOAST,
    )


def passive_score(document: Document, blocks: Iterable[Block], counts: Counts) -> Score:
    """The share of sentences with a passive.

    Raises:
        NlpError: when the language model cannot be used.
    """
    found = sum(_passive_sentences(document, block) for block in blocks)
    return Score(
        name="lijdende-vormen",
        value=round(100 * found / counts.sentences, 1),
        scale="procent van de zinnen, lager is makkelijker",
        label=f"{found} van de {_sentences(counts.sentences)} met een lijdende vorm",
        inputs={"zinnen": counts.sentences, "zinnen met een lijdende vorm": found},
        reliable=is_reliable(counts),
        source=_YOAST,
    )


def hard_word_score(document: Document, hard: HardWords, *, blocks: Iterable[Block], counts: Counts) -> Score:
    """The words on our lists and the rare words, in a hundred words.

    Raises:
        NlpError: when the language model cannot be used.
    """
    listed = rare = 0
    for block in blocks:
        of_block = _hard_words(document, block, tuple(sorted(hard.get(block, ()))))
        listed += of_block[0]
        rare += of_block[1]
    per_hundred = 100 * (listed + rare) / counts.words
    return Score(
        name="moeilijke-woorden",
        value=round(per_hundred, 1),
        scale="op 100 woorden, lager is makkelijker",
        label=f"{_dutch(per_hundred, 0)} op de 100 woorden",
        inputs={"woorden": counts.words, "woorden op onze lijsten": listed, "zeldzame woorden": rare},
        reliable=is_reliable(counts),
        source=_VAN_HEUVEN,
    )


def _passive_sentences(document: Document, block: Block) -> int:
    """How many running sentences of a block have a passive."""
    return recalled(
        document,
        "passive_sentences",
        block,
        lambda: sum(bool(passives_of(document, block, at)) for at, _ in running_sentences(document, block)),
    )


def _hard_words(document: Document, block: Block, spans: tuple[Span, ...]) -> tuple[int, int]:
    """How many words of a block are on our lists (``spans``), and how many of the others are rare."""

    def count() -> tuple[int, int]:
        listed = rare = 0
        for sentence, tokens in _running_tokens(document, block):
            listed += bisect_left(spans, (sentence.end,)) - bisect_left(spans, (sentence.start,))
            rare += sum(is_rare(token) and not _touches(token, spans) for token in tokens)
        return listed, rare

    return recalled(document, "hard_words", block, count, spans)


def is_rare(token: Token) -> bool:
    """Whether the token is a Dutch word that few readers meet often; names and numbers are none."""
    word = token.text
    return (
        token.tag.startswith(_LETTERED)
        and word.replace("-", "").isalpha()
        and not word.isupper()
        and estimated_zipf(word, lemma=token.lemma).zipf < RARE
    )


def _running_tokens(document: Document, block: Block) -> Iterator[tuple[Sentence, tuple[Token, ...]]]:
    analysed = parsed(document, block)
    for number, sentence in running_sentences(document, block):
        yield sentence, analysed[number]


def _touches(token: Token, spans: Sequence[Span]) -> bool:
    """Whether the token lies in one of the spans, which are sorted and apart."""
    before = bisect_left(spans, (token.end,))
    return before > 0 and spans[before - 1].end > token.start


def _sentences(count: int) -> str:
    return f"{count} {'zin' if count == 1 else 'zinnen'}"


def _dutch(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
