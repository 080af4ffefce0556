"""The subject line of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import any_of
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
        {_LEAD}{_DETERMINER}{_PAPER}{_DATE}
        belangrijk|zie bijlage|zie onder|diverse (?:onderwerpen|zaken)
        """
    ),
    re.IGNORECASE,
)
_BODY: Final[frozenset[BlockKind]] = frozenset({"paragraph", "list_item"})
_SUBJECT: Final[frozenset[BlockKind]] = frozenset({"title", "heading"})


def missing_subject(document: Document) -> Iterator[Hit]:
    """A letter without a line that says what it is about. A title or heading above the salutation will do.

    The hit is on the salutation, or on the first paragraph of a letter without one.
    """
    blocks = [block for block in document.blocks if block.text]
    if any(block.kind == "subject" for block in blocks):
        return
    salutation = next((block for block in blocks if block.kind == "salutation"), None)
    first = salutation or next((block for block in blocks if block.kind in _BODY), None)
    if first is not None and not any(block.kind in _SUBJECT for block in blocks[: blocks.index(first)]):
        yield Hit(first, Span(0, len(first.text)))


def vague_subjects(document: Document) -> Iterator[Hit]:
    """Subject lines that would fit any letter: ‘Uw brief’, ‘Informatie’, ‘Besluit’."""
    for block in document.blocks:
        if block.kind == "subject" and _VAGUE.fullmatch(block.text.strip(" .")):
            yield Hit(block, Span(0, len(block.text)))
