"""What the checks of sentence structure share: parsed sentences of running text, and distances in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk.checks.prose import prose_blocks
from duidelijk.measure import sentence_words
from duidelijk.model import Block, Document, Hit, Sentence, Span, Token
from duidelijk.nlp import parsed, sentences
from duidelijk.nlp.clauses import Clause
from duidelijk.nlp.protect import protected
from duidelijk.nlp.recall import block_by_block
from duidelijk.nlp.structure import clauses_of

MOST_WORDS: Final = 60
"""A longer sentence is a list, a law or a mistake in the reading: the parse of it says little."""

_MONTHS: Final = frozenset(
    {"januari", "februari", "maart", "april", "mei", "juni"}
    | {"juli", "augustus", "september", "oktober", "november", "december"}
)
_NAME: Final = ("N|eigen", "SPEC|")
_OF_NAMES: Final = frozenset({"van", "de", "den", "der", "het", "te", "ten", "ter", "en", "voor", "&"})
_UNITS: Final = frozenset(
    {"euro", "procent", "uur", "weken", "dagen", "maanden", "jaar", "meter", "kilometer"}
)


class ParsedSentence(NamedTuple):
    """A sentence of running text with its parsed tokens, its number of words and its finite clauses."""

    block: Block
    sentence: Sentence
    tokens: tuple[Token, ...]
    words: int
    clauses: tuple[Clause, ...]

    def span(self, first: int, last: int) -> Span:
        """From the start of token ``first`` to the end of token ``last``."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def sentence_by_sentence(
    document: Document, look: Callable[..., Iterable[Hit]], /, *, least: int, **options: Hashable
) -> Iterator[Hit]:
    """The hits of ``look(found, **options)`` in each parsed sentence of running text that ends as one.

    Only sentences of at least ``least`` and at most ``MOST_WORDS`` words.
    """
    return block_by_block(
        document,
        prose_blocks(document),
        _look_in_sentences,
        look=look,
        least=least,
        given=(*options.items(),),
    )


def _look_in_sentences(
    document: Document,
    block: Block,
    *,
    look: Callable[..., Iterable[Hit]],
    least: int,
    given: tuple[tuple[str, Hashable], ...],
) -> Iterator[Hit]:
    for found in _parsed_sentences(document, block, least):
        yield from look(found, **dict(given))


def _parsed_sentences(document: Document, block: Block, least: int) -> Iterator[ParsedSentence]:
    counts = sentence_words(document, block)
    if not any(least <= count <= MOST_WORDS for count in counts):
        return
    for at, (sentence, tokens, words) in enumerate(
        zip(sentences(document, block), parsed(document, block), counts, strict=True)
    ):
        if least <= words <= MOST_WORDS and tokens and _is_whole(tokens):
            yield ParsedSentence(block, sentence, tokens, words, clauses_of(document, block, at))


def _is_whole(tokens: Sequence[Token]) -> bool:
    """Whether the sentence ends in a full stop or the like; a label or a broken line does not."""
    return any(token.text[-1:] in ".?!:" for token in tokens[-2:])


def first_word(tokens: Sequence[Token]) -> int:
    """The index of the first token that is no mark."""
    return next((at for at, token in enumerate(tokens) if token.tag != "LET"), 0)


def begins_anew(token: Token) -> bool:
    """Whether a word inside the sentence has a capital and is no name: a heading ran into the sentence."""
    return token.text[:1].isupper() and not token.tag.startswith(("N|", "SPEC|", "ADJ|"))


def distance(found: ParsedSentence, first: int, last: int) -> int:
    """The words between two tokens, as a reader meets them.

    A name, date, amount, number with its unit, citation or other protected stretch is one word.
    """
    spans = protected(found.block)
    tokens = found.tokens
    count = 0
    at = first + 1
    while at < last:
        token = tokens[at]
        unit = _protected_until(spans, token.start)
        if unit > token.start:
            at += 1
            while at < last and tokens[at].start < unit:
                at += 1
        else:
            if token.tag == "LET":
                at += 1
                continue
            at = _after_unit(tokens, at, last)
        count += 1
    return count


def _protected_until(spans: Sequence[Span], offset: int) -> int:
    """The end of the stretch that ``offset`` lies in, or a smaller number if it lies in none."""
    at = bisect_right(spans, offset, key=lambda span: span.start)
    return spans[at - 1].end if at else -1


def _after_unit(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where what begins at ``at`` and counts as one word ends: a date, an amount, a name, or one word."""
    after = at + 1
    token = tokens[at]
    if token.tag.startswith("TW|") or token.text[:1].isdigit():
        while after < last and (
            tokens[after].text.lower() in _MONTHS | _UNITS or tokens[after].tag.startswith("TW|hoofd")
        ):
            after += 1
    elif token.tag.startswith(_NAME):
        while after < last and (
            tokens[after].tag.startswith(_NAME)
            or (
                tokens[after].text.lower() in _OF_NAMES
                and after + 1 < last
                and tokens[after + 1].tag.startswith(_NAME)
                and tokens[after].dep in ("flat", "fixed", "case", "det")
                and tokens[after + 1].dep in ("flat", "fixed")
            )
        ):
            after += 1
    return after
