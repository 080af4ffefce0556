"""What the classic formulas count: words, sentences, syllables and letters. Needs the text only.

Numbers, amounts, dates, law citations and addresses on the web are a word in the length of a sentence, but
say nothing about the length of words: a reader sees ``€ 1.250`` and does not spell it. Flesch himself told to
leave figures out of the syllables when there are several. So word length is a mean over the other words, the
``plain`` ones. An abbreviation is one word with the syllables that a reader says (``m.b.t.``: 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from duidelijk.measure import PROSE, counts_as_sentence, word_spans
from duidelijk.model import Block, Document, Sentence
from duidelijk.nlp import sentences
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.recall import recalled
from duidelijk.nlp.syllables import count_syllables

LONG_WORD: Final = 6
"""A word of more letters is long, for LIX."""

LONG_SENTENCE: Final = 20
"""A sentence of more words is long."""

_KEY: Final = "score_counts"


class Counts(NamedTuple):
    """Counts over some sentences. ``plain`` words are those that syllables and letters are counted of."""

    words: int = 0
    sentences: int = 0
    plain: int = 0
    syllables: int = 0
    letters: int = 0
    long_words: int = 0
    long_sentences: int = 0


def prose_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks with running text that scores are about: main content, in Dutch."""
    return tuple(block for block in language_blocks(document) if block.main and block.kind in PROSE)


def running_sentences(document: Document, block: Block) -> Iterator[tuple[int, Sentence]]:
    """The sentences of a block that scores count, each with its number in the block.

    Left out is what has no words, and an item or cell that does not end as a sentence: ``een kopie``.
    """
    for number, sentence in enumerate(sentences(document, block)):
        if counts_as_sentence(block.kind, sentence.text) and any(map(str.isalnum, sentence.text)):
            yield number, sentence


def counted(document: Document, blocks: Iterable[Block] | None = None) -> Counts:
    """The counts over ``blocks``, or over the running text of the whole document."""
    chosen = prose_blocks(document) if blocks is None else blocks
    return total(_block_counts(document, block) for block in chosen)


def total(parts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    return Counts(*map(sum, zip(Counts(), *parts, strict=True)))


def sentence_counts(text: str) -> Counts:
    """The counts of one sentence; a sentence without words counts nothing."""
    words = [text[start:end] for start, end in word_spans(text)]
    if not words:
        return Counts()
    plain = [word for word in words if _is_plain(word)]
    lengths = [sum(map(str.isalpha, word)) for word in plain]
    return Counts(
        words=len(words),
        sentences=1,
        plain=len(plain),
        syllables=sum(map(count_syllables, plain)),
        letters=sum(lengths),
        long_words=sum(length > LONG_WORD for length in lengths),
        long_sentences=int(len(words) > LONG_SENTENCE),
    )


def _is_plain(word: str) -> bool:
    """Whether the word is of letters, and no address on the web."""
    return not any(map(str.isdigit, word)) and "@" not in word and "://" not in word and "www." not in word


def _block_counts(document: Document, block: Block) -> Counts:
    return recalled(
        document,
        _KEY,
        block,
        lambda: total(sentence_counts(sentence.text) for _, sentence in running_sentences(document, block)),
    )
