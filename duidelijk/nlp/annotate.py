"""Words with their tags, lemmas and parse, for the blocks of one document, as far as rules ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk.memory import Memory
from duidelijk.model import Block, Document, Token
from duidelijk.nlp import sentences, words
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.lemmas import lemmas
from duidelijk.nlp.pipeline import Analysis, Pipeline, Words
from duidelijk.nlp.recall import drawer

Tokens = tuple[tuple[Token, ...], ...]
"""The tokens of a block, sentence by sentence."""

MAX_TOKENS: Final = 200
"""The longest piece that a pipeline sees at once: a longer sentence is cut, and its parse with it."""

_NAME: Final = "tokens"
_BATCH: Final = 6_000  # words that go through the pipeline together; bounds memory
_STEP: Final = 300  # words that go through it together where a writer may type on meanwhile
_FIRST: Final = 200  # words that the first request reads ahead
_LETTERS: Final = 6  # of a word with its space, roughly
_SAFE_CUTS: Final = frozenset({",", ";", ":", ")", "–", "—"})
_LONGEST: Final = 100  # letters of a word that a pipeline looks at
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_HALF: Final = re.compile("[\ud800-\udfff]")  # half a character, which cannot be encoded


class _Piece(NamedTuple):
    """A sentence, or a part of one, of the block with this number; ``spans`` are its words in the block."""

    number: int
    sentence: int
    spans: list[tuple[int, int]]


class Annotations:
    """The annotations of one document, so far. Blocks that are asked for in order are done in batches."""

    __slots__ = ("_ahead", "_document", "_done", "_expected", "_order", "_parsed", "_places", "pipeline")

    def __init__(self, document: Document, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self._document = document
        self._order = language_blocks(document)
        self._places = {block: place for place, block in enumerate(self._order)}
        self._done: dict[Block, Tokens] = {}
        self._parsed: dict[Block, Tokens] = {}
        self._ahead = _FIRST
        self._expected = -1

    def of(self, block: Block, *, parse: bool) -> Tokens:
        """The tokens of ``block``; with ``parse`` their heads and relations too."""
        parse = parse or self._document.parse
        found = self._parsed.get(block)
        if found is None and not parse:
            found = self._done.get(block)
        if found is not None:
            return found
        done = self._parsed if parse else self._done
        batch = self._batch(block, done, parse=parse)
        if self._document.memory is None:
            done.update(zip(batch, self._annotated(batch, parse=parse), strict=True))
        else:
            done.update(self._from_memory(batch, self._document.memory, parse=parse))
        return done[block]

    def _from_memory(
        self, blocks: Sequence[Block], memory: Memory, *, parse: bool
    ) -> Iterator[tuple[Block, Tokens]]:
        """The tokens of each block. What is new goes through the pipeline, a small batch at a time."""
        key = (_NAME, parse)
        drawers = {block: drawer(self._document, block) for block in blocks}
        for batch in _steps([block for block in blocks if key not in drawers[block]]):
            memory.go_on()
            for block, found in zip(batch, self._annotated(batch, parse=parse), strict=True):
                drawers[block][key] = found
        for block in blocks:
            yield block, drawers[block][key]

    def _batch(self, block: Block, done: dict[Block, Tokens], *, parse: bool) -> list[Block]:
        """The block and what comes after it: more each time that a request goes on where the last stopped.

        Who asks for the parse of one block will ask for all, so there the batch is large at once.
        """
        place = self._places.get(block)
        if place is None:
            return [block]
        if parse:
            self._ahead = _BATCH
        else:
            self._ahead = min(2 * self._ahead, _BATCH) if place == self._expected else _FIRST
        room = self._ahead * _LETTERS
        batch: list[Block] = []
        for following in self._order[place:]:
            if following not in done:
                batch.append(following)
            room -= len(following.text)
            place += 1
            if room <= 0:
                break
        self._expected = place
        return batch

    def _annotated(self, blocks: Sequence[Block], *, parse: bool) -> list[Tokens]:
        collected: list[list[list[Token]]] = [
            [[] for _ in sentences(self._document, block)] for block in blocks
        ]
        for batch in _batches(_pieces(self._document, blocks)):
            given = [_words(blocks[piece.number].text, piece.spans) for piece in batch]
            analyses = self._analysed(given, parse=parse)
            for piece, seen, analysis in zip(batch, given, analyses, strict=True):
                so_far = collected[piece.number][piece.sentence]
                text = blocks[piece.number].text
                so_far += _tokens(text, piece.spans, seen.texts, analysis, shift=len(so_far))
        return [tuple(map(tuple, per_sentence)) for per_sentence in collected]

    def _analysed(self, given: Sequence[Words], *, parse: bool) -> Sequence[Analysis]:
        """What the pipeline says. In a block where a writer is busy, only the changed sentence is new."""
        memory = self._document.memory
        if memory is None:
            return self.pipeline.analyse(given, parse=parse)
        name = self._document.pipeline
        drawers = [memory.about((name, parse, *words.texts, *words.spaces)) for words in given]
        new = [at for at, known in enumerate(drawers) if _NAME not in known]
        made = self.pipeline.analyse([given[at] for at in new], parse=parse) if new else ()
        for at, analysis in zip(new, made, strict=True):
            drawers[at][_NAME] = analysis
        return [known[_NAME] for known in drawers]


def _steps(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks in batches so small that a writer need not wait for one."""
    batch: list[Block] = []
    room = _STEP * _LETTERS
    for block in blocks:
        batch.append(block)
        room -= len(block.text)
        if room <= 0:
            yield batch
            batch, room = [], _STEP * _LETTERS
    if batch:
        yield batch


def _pieces(document: Document, blocks: Sequence[Block]) -> Iterator[_Piece]:
    for number, block in enumerate(blocks):
        for index, (start, _, text) in enumerate(sentences(document, block)):
            spans = [(start + begin, start + end) for begin, end in words.split(text)]
            for part in _cut(block.text, spans):
                yield _Piece(number, index, part)


def _cut(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """``spans`` in parts of at most MAX_TOKENS, cut after a comma or the like in the second half if any."""
    begin = 0
    while len(spans) - begin > MAX_TOKENS:
        end = begin + MAX_TOKENS
        safe = range(end - 1, begin + MAX_TOKENS // 2, -1)
        end = next((at + 1 for at in safe if text[slice(*spans[at])] in _SAFE_CUTS), end)
        yield spans[begin:end]
        begin = end
    yield spans[begin:]


def _batches(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.spans)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _words(text: str, spans: list[tuple[int, int]]) -> Words:
    """The words as the pipeline gets them: clean, of a bounded length, and never empty."""
    texts = [text[start:end] for start, end in spans]
    if not text.isascii() or len(text) > _LONGEST:
        texts = [word if word.isascii() and len(word) <= _LONGEST else _clean(word) for word in texts]
    after = [start for start, _ in spans[1:]]
    return Words(texts, [*(end < begin for (_, end), begin in zip(spans, after, strict=False)), False])


def _clean(word: str) -> str:
    """The word with straight apostrophes, as pipelines have learnt them, without what nobody sees."""
    seen = _HALF.sub("\ufffd", _UNSEEN.sub("", word[:_LONGEST])).replace("’", "'").replace("‘", "'")
    return seen or "_"


def _tokens(
    text: str, spans: list[tuple[int, int]], seen: list[str], analysis: Analysis, *, shift: int
) -> list[Token]:
    """The tokens of a piece; ``seen`` are its words as the pipeline got them.

    ``shift`` is how many tokens of its sentence came before.
    """
    tags, heads, deps = analysis
    bases = lemmas(seen, tags, heads, deps)
    if not heads:
        return [
            Token(text[start:end], start, end, tag, lemma)
            for (start, end), tag, lemma in zip(spans, tags, bases, strict=True)
        ]
    return [
        Token(text[start:end], start, end, tag, lemma, head + shift if head >= 0 else -1, dep)
        for (start, end), tag, lemma, head, dep in zip(spans, tags, bases, heads, deps, strict=True)
    ]
