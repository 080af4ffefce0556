"""Words that few readers have ever seen: rare in all Dutch text, and no compound of words that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Block, Document, Hit, Span, Token
from duidelijk.nlp import tokens
from duidelijk.nlp.compounds import split
from duidelijk.nlp.familiarity import estimated_zipf
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import recalled
from duidelijk.nlp.separable import separable

_KINDS: Final = ("N|soort", "WW|", "ADJ|", "BW")
_PLAIN_WORD: Final = re.compile(r"[a-zéèëêïíóöüúáàäâç-]+\Z")
_SHORTEST: Final = 5
# Endings that make a word of a word: who knows ``begrijpelijk`` reads ``begrijpelijkheid``.
_DERIVED: Final = (
    ("heid", ("",)), ("heden", ("",)), ("ing", ("en",)), ("ingen", ("en",)), ("er", ("en",)),
    ("ers", ("en",)),
    ("ster", ("en",)), ("baar", ("en",)), ("bare", ("en",)), ("loos", ("", "en")), ("loze", ("", "en")),
    ("tje", ("",)), ("je", ("",)), ("achtig", ("",)), ("e", ("",)), ("en", ("", "e")), ("end", ("en",)),
)  # fmt: skip
_NEGATIONS: Final = ("niet-", "on", "her", "mede")
_SHORTEST_BASE: Final = 4


def rare_words(document: Document, *, below: float = 2.0) -> Iterator[Hit]:
    """The first use of each word whose Zipf frequency lies under ``below``.

    Zipf is the logarithm of the occurrences in a thousand million words; 3 is once in a million words. Names,
    and words that a reader can take apart, are left alone.
    """
    seen: set[str] = set()
    for block in prose_blocks(document):
        for token in recalled(document, _rare, block, partial(_rare, document, block, below), below):
            if token.lemma not in seen:
                seen.add(token.lemma)
                yield Hit(block, Span(token.start, token.end))


def _rare(document: Document, block: Block, below: float) -> tuple[Token, ...]:
    """The rare words of a block."""
    return tuple(
        token
        for sentence in tokens(document, block)
        for token in sentence
        if _is_plain_word(token)
        and zipf(token.text) < below
        and not _is_familiar(token.text, token.lemma.lower(), below)
        and not in_protected(protected(block), token.start, token.end)
    )


def _is_plain_word(token: Token) -> bool:
    return (
        len(token.text) >= _SHORTEST
        and token.tag.startswith(_KINDS)
        and _PLAIN_WORD.match(token.text) is not None
    )


@lru_cache(maxsize=1 << 14)
def _is_familiar(word: str, lemma: str, below: float) -> bool:
    """Whether the word, or what a reader recognises in it, has at least this Zipf value."""
    bases = tuple(_bases(lemma))
    return (
        any(zipf(form) >= below for form in (lemma, *bases))
        or _known(word, lemma) >= below
        or any(_known(form, form) >= below for form in bases)
    )


def _known(word: str, lemma: str) -> float:
    value = max(estimated_zipf(word, lemma=lemma).zipf, zipf(lemma))
    verb = separable(lemma)
    if verb is not None:  # ``opknippen``: whoever knows ``knippen`` gets it
        value = max(value, zipf(verb.base))
    parts = split(lemma)
    if len(parts) > 1:
        value = max(value, min(max(zipf(part.text), zipf(f"{part.text}en")) for part in parts))
    return value


def _bases(lemma: str) -> Iterator[str]:
    """The words that ``lemma`` is made of, as a reader sees at once."""
    for start in _NEGATIONS:
        if lemma.startswith(start) and len(lemma) - len(start) >= _SHORTEST_BASE:
            yield lemma.removeprefix(start)
    yield from (f"{lemma}en", f"{lemma}{lemma[-1]}en")  # a verb that the tagger missed: "dat ik vaststel"
    for ending, others in _DERIVED:
        stem = lemma.removesuffix(ending)
        if stem != lemma and len(stem) >= _SHORTEST_BASE:
            yield from (f"{stem}{other}" for other in others)
