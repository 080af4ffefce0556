"""The Dutch language layer. Importing it is cheap; what costs time loads on first use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from duidelijk.model import Block, Document, Sentence
from duidelijk.nlp.sentences import split

__all__ = ["sentences"]

_KEY: Final = "sentences"


def sentences(document: Document, block: Block) -> tuple[Sentence, ...]:
    """The sentences of ``block``, in order, worked out once per document.

    No sentence ends inside inline code. Headings, labels and cells without an inner end are one sentence.
    """
    key = (_KEY, block)  # the block itself, compared by identity: its id could come back for another
    found: tuple[Sentence, ...] | None = document.cache.get(key)
    if found is None:
        text = block.text
        spans = split(text)
        if len(spans) > 1 and any(inline.kind == "code" for inline in block.inlines):
            spans = list(_joined_in_code(block, spans))
        found = tuple(Sentence(start, end, text[start:end]) for start, end in spans)
        document.cache[key] = found
    return found


def _joined_in_code(block: Block, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """``spans`` without the ends that lie inside inline code."""
    code = [inline.span for inline in block.inlines if inline.kind == "code"]
    begin = spans[0][0]
    for (_, end), (following, _) in pairwise(spans):
        if not any(span.start < end < span.end for span in code):
            yield begin, end
            begin = following
    yield begin, spans[-1][1]
