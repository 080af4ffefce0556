"""The subject line of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import any_of
from duidelijk.letter import Letter, Part, letter
from duidelijk.model import BlockKind, Document, Hit, Span

_PAPER: Final = (
    r"(?:brief|brieven|bericht|berichten|e-?mail|mail|mailtje|schrijven|besluit|beslissing|beschikking|fax)"
)
_NOUN: Final = (
    rf"(?:{_PAPER}|informatie|info|mededeling|mededelingen|vraag|vragen|reactie|antwoord|gesprek"
    rf"|telefoongesprek"
    r"|bezoek|contact|dossier|zaak|aankondiging|ontvangstbevestiging|beantwoording|terugkoppeling"
    r"|vervolg|verslag"
    r"|oproep|correspondentie|aanvraag|verzoek|melding|kennisgeving|diversen|overige?|update|status|nieuws"
    r"|bevestiging|herinnering|uitnodiging|bijlagen?|documenten?|stukken|gegevens)"
)
_DAY: Final = r"\d{1,2}(?:[./-]\d{1,2}| [a-z]{3,9}\.?)(?:[ ./-](?:\d\d){1,2})?(?: (?:jl|j\.l)\.?)?"
_DATE: Final = (
    rf"(?: (?:(?:van|d\.?d\.?|aan u|voor u),? ?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?)?{_DAY})?"
)
_LEAD: Final = (
    r"(?:(?:over|inzake|betreffende|betreft|reactie op|antwoord op|naar aanleiding van|n\.a\.v\.|vervolg op"
    r"|aangaande|uw reactie op) )?"
)
_DETERMINER: Final = (
    r"(?:(?:uw|je|onze|ons|de|het|een|deze|dit|belangrijke?|algemene?|nadere|verdere|nieuwe?) ){0,2}"
)
_SENT: Final = (
    r"(?:aanvraag|verzoek|melding|vraag|vragen|bezwaar|bezwaarschrift|klacht|zienswijze|"
    r"(?:telefonisch |persoonlijk )?(?:gesprek|telefoongesprek|onderhoud|contact|bezoek|overleg))"
)
_TO: Final = r"(?:(?:op|over|inzake|van|naar aanleiding van|betreffende|bij) )?"
_ANSWER: Final = (
    rf"(?:{_PAPER}|reactie|antwoord|vervolg|ontvangstbevestiging|beantwoording|ontvangst|bevestiging)"
)
_NUMBER: Final = (
    r"(?:kenmerk|zaak|dossier|zaaknummer|dossiernummer|referentie|nummer):? [\w./-]{0,30}\d[\w./-]{0,30}"
)
_VAGUE: Final = re.compile(
    any_of(
        rf"""
        {_LEAD}{_DETERMINER}{_NOUN}
        {_LEAD}{_DETERMINER}(?:{_PAPER}|{_SENT}|reactie|dossier|zaak){_DATE}
        {_ANSWER} {_TO}{_DETERMINER}(?:{_PAPER}|{_SENT}){_DATE}
        {_LEAD}{_DETERMINER}{_NUMBER}
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
    if found is None or document.format == "eml" or "subject" in found.present or _subjects(found):
        return  # of a mail without one, ‘mail-zonder-onderwerp’ speaks
    first = next(iter((*found.of("salutation"), *found.of("body"))), None)
    if first is None:
        return
    head = {part.block for part in found.parts if part.name in {"sender", "address", "date", "reference"}}
    above = [block for block in document.blocks[: document.blocks.index(first.block)] if block not in head]
    if first.block.kind not in _SUBJECT and not any(block.text and block.kind in _SUBJECT for block in above):
        yield Hit(first.block, Span(0, len(first.block.text)))


def vague_subjects(document: Document) -> Iterator[Hit]:
    """Subject lines that would fit any letter: ‘Uw brief’, ‘Informatie’, ‘Besluit’."""
    found = letter(document)
    for part in _subjects(found) if found is not None else ():
        if _VAGUE.fullmatch(part.text.strip(" .")):
            yield Hit(part.block, part.span)


def _subjects(found: Letter) -> Sequence[Part]:
    """The subject lines; a heading below the salutation comes too late to be one."""
    salutation = next(iter(found.of("salutation")), None)
    return [
        part
        for part in found.of("subject")
        if salutation is None or part.block.kind != "heading" or part.block.place < salutation.block.place
    ]
