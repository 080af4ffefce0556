"""Long compounds that a reader must take apart: ``schuldhulpverleningstraject``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Document, Hit, Span
from duidelijk.nlp import tokens
from duidelijk.nlp.compounds import split
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.protect import in_protected, protected

_NOUN: Final = "N|soort"


def long_words(
    document: Document, *, letters: int = 22, parts: int = 4, known_from: float = 1.8
) -> Iterator[Hit]:
    """The first use of each noun of at least ``letters`` letters or ``parts`` parts, if few know it.

    A word of Zipf frequency ``known_from`` or more is known as a whole (``arbeidsongeschiktheid``), and so is
    the name of something. One part is one word that a dictionary would list, so ``samen|werk|ing`` has two.
    """
    seen: set[str] = set()
    for block in prose_blocks(document):
        for sentence in tokens(document, block):
            for token in sentence:
                word = token.text
                if (
                    len(word) < letters - 4
                    or "-" in word
                    or not word[1:].islower()
                    or not token.tag.startswith(_NOUN)
                ):
                    continue
                lemma = token.lemma.lower()
                pieces = split(word.lower())
                too_long = len(word) >= letters and len(pieces) > 1
                if lemma in seen or not (too_long or len(pieces) >= parts):
                    continue
                if max(zipf(word), zipf(lemma)) >= known_from:
                    continue
                if in_protected(protected(block), token.start, token.end):
                    continue
                seen.add(lemma)
                shown = "-".join(piece.text for piece in pieces)
                yield Hit(block, Span(token.start, token.end), {"delen": shown})
