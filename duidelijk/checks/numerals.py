"""Numbers written as words, where digits are quicker to read: ``binnen zes weken``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile
from typing import Final

from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.model import Block, Document, Edit, Hit, Span, Suggestion
from duidelijk.nlp import sentence_number, sentences, tokens
from duidelijk.nlp.language import fold, folded_blocks
from duidelijk.nlp.numbers import number_words
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import block_by_block

# Before these a number is surely counting, also where the word classes are in doubt.
_COUNTED: Final = re.compile(
    any_of("""
        seconden?
        minu(?:ut|ten)
        uur
        uren
        (?:kalender|werk)?dag(?:en)?
        we(?:ek|ken)
        maand(?:en)?
        kwarta(?:al|len)
        ja(?:ar|ren)
        (?:euro|procent|kilometer|meter|centimeter|kilo|liter|graden)
        personen
        keer
        maal
    """)
    + r"\b"
)
_NUMERAL: Final = "TW|hoofd|prenom"
_SET_PHRASE: Final = re.compile(
    r"\b(?:[eé][eé]n (?:of|van de)|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf) (?:of|tot|à)"
    r"|onder|met z['’]n|met zijn|volle?|half|alle|aller|beide) $"
)


def numbers_in_words(document: Document) -> Iterator[Hit]:
    """Numbers of two or more as words before what they count, with the digits as suggestion.

    Not at the start of a sentence, where digits look odd, nor in set phrases: *onder vier ogen*.
    """
    prose = set(prose_blocks(document))
    blocks = (block for block, _ in folded_blocks(document) if block in prose)
    return block_by_block(document, blocks, _in_words)


def _in_words(document: Document, block: Block) -> Iterator[Hit]:
    folded = fold(block.text)
    for found in _pattern().finditer(folded):
        start, end = found.span(1)
        is_name = not block.text[start : found.end() + 1].islower()
        if (
            is_name
            or _SET_PHRASE.search(folded[max(0, start - 20) : start])
            or _starts_sentence(document, block, start)
        ):
            continue
        is_counting = _COUNTED.match(folded, found.end()) or _counts(document, block, start)
        if not is_counting or in_protected(protected(block), start, end):
            continue
        digits = f"{number_words()[found[1]]:_}".replace("_", ".")
        suggestion = Suggestion(f"‘{digits}’", (Edit(Span(start, end), digits),), "safe")
        yield Hit(block, Span(start, end), {"cijfers": digits}, (suggestion,))


def _starts_sentence(document: Document, block: Block, start: int) -> bool:
    return sentences(document, block)[sentence_number(document, block, start)].start == start


def _counts(document: Document, block: Block, start: int) -> bool:
    """Whether the word is a numeral before a plural noun, perhaps with adjectives between them."""
    sentence = tokens(document, block)[sentence_number(document, block, start)]
    words = [token for token in sentence if token.start >= start]
    if not words or not words[0].tag.startswith(_NUMERAL):
        return False
    behind = dropwhile(lambda token: token.tag.startswith("ADJ|prenom"), words[1:4])
    return next(behind, words[0]).tag.startswith("N|soort|mv")


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(number_words(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words}) (?=[a-z])")
