"""Text in blocks that are too large to take in: long paragraphs, and pages of text without a heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.measure import count_words, sentence_words
from duidelijk.model import Block, BlockKind, Document, Hit, Span
from duidelijk.nlp import sentences

_HEADINGS: Final[frozenset[BlockKind]] = frozenset({"heading", "title", "subject"})
_FAKE_HEADING_WORDS: Final = 12


def long_paragraphs(
    document: Document, *, max_words: int = 100, max_sentences: int = 6, min_words: int = 75
) -> Iterator[Hit]:
    """Paragraphs of more than ``max_words`` words, or of more than ``max_sentences`` sentences.

    Many short sentences are fine as long as together they fill no more than some six lines, the limit of
    Direct Duidelijk: a paragraph under ``min_words`` words is never long.
    """
    for block in prose_blocks(document):
        if block.kind != "paragraph" or block.text.count(" ") < min_words:
            continue
        counts = sentence_words(document, block)
        words, count = sum(counts), len(counts)
        if words > max_words or (count > max_sentences and words > min_words):
            yield Hit(block, Span(0, len(block.text)), {"woorden": words, "zinnen": count})


def missing_headings(document: Document, *, max_words: int = 300, min_paragraphs: int = 3) -> Iterator[Hit]:
    """Running text of more than about ``max_words`` words in at least ``min_paragraphs`` paragraphs on end
    without a heading: one hit for each such stretch, on its first sentence.

    A paragraph that is wholly bold counts as a heading here, because that is what the reader sees.
    """
    running = {id(block) for block in prose_blocks(document)}
    stretch: list[Block] = []
    for block in document.blocks:
        if not block.main:
            continue
        if block.kind in _HEADINGS or _looks_like_heading(block):
            yield from _too_long(document, stretch, max_words, min_paragraphs)
            stretch = []
        elif id(block) in running and block.kind != "table_cell":
            stretch.append(block)
    yield from _too_long(document, stretch, max_words, min_paragraphs)


def _too_long(document: Document, stretch: list[Block], max_words: int, min_paragraphs: int) -> Iterator[Hit]:
    # Spaces tell nearly as much as words, for a fraction of the cost.
    words = sum(block.text.count(" ") + 1 for block in stretch)
    if words > max_words and sum(block.kind == "paragraph" for block in stretch) >= min_paragraphs:
        first = sentences(document, stretch[0])[0]
        yield Hit(stretch[0], Span(first.start, first.end), {"woorden": words})


def _looks_like_heading(block: Block) -> bool:
    if block.kind != "paragraph" or not block.inlines or count_words(block.text) > _FAKE_HEADING_WORDS:
        return False
    bold = sum(inline.span.end - inline.span.start for inline in block.inlines if inline.kind == "strong")
    return bold >= len(block.text.rstrip(":.")) > 0
