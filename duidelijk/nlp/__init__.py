"""The Dutch language layer. Importing it is cheap; what costs time loads on first use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from duidelijk.errors import NlpError
from duidelijk.model import Block, Document, Sentence, Token
from duidelijk.nlp.recall import ASKED, recalled
from duidelijk.nlp.sentences import split

if TYPE_CHECKING:
    from duidelijk.nlp.annotate import Annotations

__all__ = ["failure", "model_name", "parsed", "sentence_number", "sentences", "tokens"]

_KEY: Final = "sentences"
_ANNOTATIONS: Final = "annotations"
_FAILURE: Final = "annotations_failure"


def sentences(document: Document, block: Block) -> tuple[Sentence, ...]:
    """The sentences of ``block``, in order, worked out once per document.

    No sentence ends inside inline code. Headings, labels and cells without an inner end are one sentence.
    """
    return recalled(document, _KEY, block, lambda: _sentences(block))


def sentence_number(document: Document, block: Block, offset: int) -> int:
    """The index of the sentence of ``block`` at ``offset``, or of the last before it; 0 for none."""
    return max(0, bisect_right(sentences(document, block), offset, key=lambda found: found.start) - 1)


def tokens(document: Document, block: Block) -> tuple[tuple[Token, ...], ...]:
    """The words of ``block`` with tag and lemma, one tuple a sentence, parallel to ``sentences``.

    The first call in a process loads the language model, which takes about a second: ask only where something
    was found. A rule that calls this says ``needs: tokens``.

    Raises:
        NlpError: when the language model cannot be used.
    """
    return _annotations(document).of(block, parse=False)


def parsed(document: Document, block: Block) -> tuple[tuple[Token, ...], ...]:
    """As ``tokens``, with the head and relation of each word. A rule that calls this says ``needs: parse``.

    A head is an index in the sentence, -1 for the root. A sentence of over 200 words has more than one root.

    Raises:
        NlpError: when the language model cannot be used.
    """
    return _annotations(document).of(block, parse=True)


def model_name(document: Document) -> str | None:
    """Name and version of the language model that looked at the document; None if none did."""
    found = _used(document)
    return found.pipeline.name if found is not None else None


def failure(document: Document) -> NlpError | None:
    """Why nobody could be told about the words of the document; None if nobody asked, or all went well."""
    _used(document)
    found: NlpError | None = document.cache.get(_FAILURE)
    return found


def _used(document: Document) -> Annotations | None:
    """The annotations, if anybody asked for words, perhaps in an earlier version of the text."""
    if not document.cache.get(ASKED):
        return None
    with suppress(NlpError):
        return _annotations(document)
    return None


def _annotations(document: Document) -> Annotations:
    document.cache[ASKED] = True
    found: Annotations | None = document.cache.get(_ANNOTATIONS)
    if found is None:
        from duidelijk.nlp.annotate import Annotations
        from duidelijk.nlp.pipeline import load

        try:
            pipeline = load(document.pipeline)
        except NlpError as problem:
            document.cache[_FAILURE] = problem
            raise
        found = document.cache[_ANNOTATIONS] = Annotations(document, pipeline)
    return found


def _sentences(block: Block) -> tuple[Sentence, ...]:
    text = block.text
    spans = split(text)
    if len(spans) > 1 and any(inline.kind == "code" for inline in block.inlines):
        spans = list(_joined_in_code(block, spans))
    return tuple(Sentence(start, end, text[start:end]) for start, end in spans)


def _joined_in_code(block: Block, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """``spans`` without the ends that lie inside inline code."""
    code = [inline.span for inline in block.inlines if inline.kind == "code"]
    begin = spans[0][0]
    for (_, end), (following, _) in pairwise(spans):
        if not any(span.start < end < span.end for span in code):
            yield begin, end
            begin = following
    yield begin, spans[-1][1]
