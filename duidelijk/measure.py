"""Counts over a document: words as a reader counts them, and the length of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.model import Block, BlockKind, Document, Sentence
from duidelijk.nlp import sentences
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.laws import CITATION, compiled, may_cite
from duidelijk.nlp.recall import recalled

PROSE: Final[frozenset[BlockKind]] = frozenset({"paragraph", "list_item", "quote", "table_cell"})
"""Kinds of block that hold running text."""

MIN_SENTENCES: Final = 5
"""Under this number of sentences a mean says nothing."""

_WORDS_KEY: Final = "sentence_words"
_LENGTHS_KEY: Final = "sentence_lengths"
_PARTIAL: Final[frozenset[BlockKind]] = frozenset({"list_item", "table_cell"})
_CLOSERS: Final = ")]\"'’”»"
_END_MARKS: Final = (".", "?", "!", "…")
# An amount, or letters and digits held together by marks without space: a compound, an abbreviation, an
# address, a number. A comma holds digits together only.
_WORD: Final = r"€ ?\d[\d.,]*(?:\d|-|–)|[^\W_]\w*(?:(?:[^\w\s,;…—“”„«»]+|,(?=\d))\w+)*"
_WORD_OR_CITATION: Final = f"{CITATION}|{_WORD}"


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of ``text`` start and end, as a reader counts them.

    ``€ 1.250,-``, ``artikel 3:41 Awb``, an address on the web, ``m.b.t.`` and ``e-mail`` are one word each,
    ``12 maart 2024`` is three; punctuation is none. The marks around a word are not part of it.
    """
    return [match.span() for match in _words(text).finditer(text)]


def count_words(text: str) -> int:
    """How many words a reader counts in ``text``: the length of :func:`word_spans`."""
    return len(_words(text).findall(text))


def _words(text: str) -> re.Pattern[str]:
    return compiled(_WORD_OR_CITATION if may_cite(text) else _WORD)


def prose_sentences(document: Document) -> Iterator[tuple[Block, Sentence]]:
    """The sentences of the running text in the main content, in order; not those in another language."""
    for block in language_blocks(document):
        if block.main and block.kind in PROSE:
            for sentence in sentences(document, block):
                yield block, sentence


def sentence_words(document: Document, block: Block) -> tuple[int, ...]:
    """The number of words of each sentence of ``block``, in order, worked out once per document."""
    return recalled(
        document,
        _WORDS_KEY,
        block,
        lambda: tuple(count_words(sentence.text) for sentence in sentences(document, block)),
    )


def counts_as_sentence(kind: BlockKind, text: str) -> bool:
    """Whether ``text`` in a block of this kind is a sentence to count.

    An item or cell that does not end as a sentence is none: "een kopie van uw pas".
    """
    return kind not in _PARTIAL or text.rstrip(_CLOSERS).endswith(_END_MARKS)


def sentence_lengths(document: Document) -> tuple[int, ...]:
    """The number of words of each sentence in the running text, in order, worked out once per document.

    Left out: what has no words, and items and cells that do not end as a sentence ("een kopie van uw pas").
    """
    found: tuple[int, ...] | None = document.cache.get(_LENGTHS_KEY)
    if found is None:
        found = tuple(
            count
            for block in language_blocks(document)
            if block.main and block.kind in PROSE
            for sentence, count in zip(
                sentences(document, block), sentence_words(document, block), strict=True
            )
            if count and counts_as_sentence(block.kind, sentence.text)
        )
        document.cache[_LENGTHS_KEY] = found
    return found


def words_per_sentence(document: Document) -> float | None:
    """The mean number of words in a sentence; None under ``MIN_SENTENCES`` sentences."""
    lengths = sentence_lengths(document)
    return sum(lengths) / len(lengths) if len(lengths) >= MIN_SENTENCES else None


def long_sentence_share(document: Document, limit: int = 20) -> float | None:
    """The share (0 to 1) of sentences of more than ``limit`` words; None under ``MIN_SENTENCES``."""
    lengths = sentence_lengths(document)
    long = sum(count > limit for count in lengths)
    return long / len(lengths) if len(lengths) >= MIN_SENTENCES else None
