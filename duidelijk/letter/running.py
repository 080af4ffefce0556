"""The sentences of the running text of a letter, with the paragraph and the section that each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from duidelijk.letter import Letter
from duidelijk.model import Block, Document, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.facts import facts
from duidelijk.nlp.language import language_blocks, passed_over

_LONGEST_LINE: Final = 200  # characters
_KEY: Final = "letter.running"
# “Waar: buurthuis De Linde” looks like a heading, and is none.
_FACT_LINE: Final = re.compile(
    r"(?:wanneer|waar|datum|tijd|locatie|plaats|adres|kosten) ?: ?\w", re.IGNORECASE
)


class Said(NamedTuple):
    """A sentence of a letter. Paragraphs count from 0; items of a list go with the paragraph above them.

    ``section`` is the same for all text under one heading, and ``heading`` is its text, or empty.
    """

    block: Block
    span: Span
    text: str
    paragraph: int
    section: int
    heading: str


def running_text(document: Document, found: Letter) -> tuple[Said, ...]:
    """The sentences between salutation and closing, without headings and other languages; worked out once."""
    said: tuple[Said, ...] | None = document.cache.get(_KEY)
    if said is None:
        said = document.cache[_KEY] = tuple(_running_text(document, found))
    return said


def headings(found: Letter) -> tuple[Block, ...]:
    """The headings of the running text, in order."""
    return tuple(part.block for part in found.of("body") if part.block.kind == "heading")


def _running_text(document: Document, found: Letter) -> Iterator[Said]:
    language_blocks(document)
    foreign = {passed.block for passed in passed_over(document)}
    paragraph, section, heading = -1, 0, _first_heading(found)
    for part in found.of("body"):
        block = part.block
        if block.kind == "heading" and not _is_fact_line(block.text):
            section, heading = section + 1, block.text
            continue
        if paragraph < 0 or block.kind != "list_item":
            paragraph += 1
        if block in foreign:
            continue
        for one in sentences(document, block):
            if part.span.start <= one.start and one.end <= part.span.end:
                yield Said(block, Span(one.start, one.end), one.text, paragraph, section, heading)


def _is_fact_line(text: str) -> bool:
    """Whether a line only looks like a heading: “Sporthal De Duinen, Duinweg 20 in Zandwijk”."""
    if _FACT_LINE.match(text):
        return True
    kinds = {fact.kind for fact in facts(text)} if len(text) <= _LONGEST_LINE else set()
    return "time" in kinds or ("address" in kinds and "," in text)


def _first_heading(found: Letter) -> str:
    """The heading of the first section, which may be the subject of the letter as well."""
    greeting = next(iter(found.of("salutation")), None)
    titles = (part for part in found.of("subject") if part.block.kind == "heading")
    return next((one.text for one in titles if greeting and one.block.place > greeting.block.place), "")
