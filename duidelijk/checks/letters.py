"""The subject line of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import any_of
from duidelijk.letter import letter
from duidelijk.model import BlockKind, Document, Hit, Span

_PAPER: Final = (
    r"(?:brief|brieven|bericht|berichten|e-?mail|mail|mailtje|schrijven|besluit|beslissing|beschikking)"
)
_NOUN: Final = (
    rf"(?:{_PAPER}|informatie|info|mededeling|mededelingen|vraag|vragen|reactie|antwoord|aanvraag|verzoek|melding|"
    r"kennisgeving|diversen|overig|update|status|nieuws|bevestiging|herinnering|uitnodiging|bijlage|documenten?|stukken)"
)
_DATE: Final = r"(?: (?:van |d\.?d\.? ?|aan u |voor u )?\d[\d\w ./-]{2,30})?"
_LEAD: Final = (
    r"(?:(?:over|inzake|betreffende|betreft|reactie op|antwoord op|naar aanleiding van|n\.a\.v\.) )?"
)
_DETERMINER: Final = (
    r"(?:(?:uw|je|onze|ons|de|het|een|deze|dit|belangrijke?|algemene?|nadere|verdere|nieuwe?) ){0,2}"
)
_VAGUE: Final = re.compile(
    any_of(
        rf"""
        {_LEAD}{_DETERMINER}{_NOUN}
        {_LEAD}{_DETERMINER}(?:{_PAPER}|aanvraag|verzoek|melding|vraag|reactie){_DATE}
        {_PAPER} (?:op|over|inzake) {_DETERMINER}(?:aanvraag|verzoek|melding|vraag){_DATE}
        belangrijk|zie bijlage|zie onder|diverse (?:onderwerpen|zaken)
        """
    ),
    re.IGNORECASE,
)
_SUBJECT: Final[frozenset[BlockKind]] = frozenset({"title", "heading"})


def missing_subject(document: Document) -> Iterator[Hit]:
    """A letter without a line that says what it is about. A title or heading above the salutation will do.

    The hit is on the salutation, or on the first paragraph of a letter without one.
    """
    found = letter(document)
    if found is None or found.has("subject"):
        return
    first = next(iter((*found.of("salutation"), *found.of("body"))), None)
    if first is None:
        return
    above = document.blocks[: document.blocks.index(first.block)]
    if first.block.kind not in _SUBJECT and not any(block.text and block.kind in _SUBJECT for block in above):
        yield Hit(first.block, Span(0, len(first.block.text)))


def vague_subjects(document: Document) -> Iterator[Hit]:
    """Subject lines that would fit any letter: ‘Uw brief’, ‘Informatie’, ‘Besluit’."""
    found = letter(document)
    for part in found.of("subject") if found is not None else ():
        if _VAGUE.fullmatch(part.text.strip(" .")):
            yield Hit(part.block, part.span)
