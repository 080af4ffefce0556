"""How a letter says where the reader can go with questions, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.letter import letter
from duidelijk.letter.running import Said, running_text
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp.facts import facts

_I: Final = re.IGNORECASE
_REACH: Final = frozenset({"phone", "email", "web"})
_WAY: Final = re.compile(
    r"@|www\.|\b(?:telefoonnummer|contactformulier|contactgegevens)\b|\b(?:tel|telefoon"
    r"|bel)\b[^.\d]{0,30}\d\d",
    _I,
)
_COUNTER: Final = re.compile(
    r"\b(?:loket|balie|inloop\w*|spreekuur|stadhuis|gemeentehuis|stadskantoor|servicepunt|wijkteam)\b", _I
)
_HREF: Final = ("http", "mailto:", "tel:", "www.")
# Words that only lead to a number or address, and say nothing about what is to be found there.
_EMPTY: Final = re.compile(
    r"\b(?:zie|kijk|ga|bezoek|bel|mail|bekijk|klik|lees|u|je|kunt|naar|op|via|of|en|ook|dan|de|het"
    r"|onze|ons|met|per|"
    r"hier|is|gratis|algemene?|centrale?|onder|van|tot|en met|t/m|uur|elke|werkdag(?:en)?|"
    r"(?:maan|dins|woens|donder|vrij)dag|ma|vr|afdeling|secretariaat|dienst|team|gemeente"
    r"|klantcontactcentrum|website|site|webpagina|pagina|internet|link|web|adres|internetadres"
    r"|webadres|tel|[\w-]*telefoon|[\w-]*telefoonnummer|infolijn|helpdesk|klantenservice|"
    r"nummer|mobiel|fax|e-?mail(?:adres)?|bellen|mailen|kijken|gaan|bereikbaar|bereiken|zijn|wij|we)\b",
    _I,
)
_MUNICIPAL: Final = re.compile(r"\b14\s?0\d\d{1,2}\b")  # 14 and the area code reaches a town hall
_TITLE: Final = 4  # spaces
_LONGEST: Final = 300  # characters
_NEXT: Final = re.compile(r"(?<=[.!])\s+(?=www\.|https?://|[\w.-]{1,40}@)", _I)
_SENDS: Final = re.compile(
    r"\s*(?:mail|stuur|bezorg|breng|fax|app|meld|geef) (?:het|dit|deze|die|ze|alles|ons)\b", _I
)
_HELPS: Final = re.compile(r"\b(?:help\w*|bereikbaar\w*|openingstijden|loket)\b", _I)
_LETTER: Final = re.compile(r"[^\W\d_]")
_SAYS_WHAT_FOR: Final = re.compile(
    r"\b(?:vragen|informatie|weten|lezen|leest|contact|bereik\w*|regelt|regelen|online"
    r"|digitaal|aanvragen"
    r"|formulier\w*|download\w*|afspraak|uitleg|hulp|bellen|mailen|melden|bekijken|inzien)\b",
    _I,
)


def no_contact(document: Document) -> Iterator[Hit]:
    """The closing of a letter that nowhere has a number, an address on the web, or a counter to go to."""
    found = letter(document)
    if found is None or "contact" in found.present:
        return
    said = running_text(document, found)
    if not said or any(_reaches(block) for block in document.blocks):
        return
    if any(_COUNTER.search(one.text) for one in said):
        return
    last = next(iter(found.of("closing")), said[-1])
    yield Hit(last.block, last.span)


def contact_without_purpose(document: Document) -> Iterator[Hit]:
    """A number or address in the running text with no word on what the reader can do or find there."""
    found = letter(document)
    if found is None:
        return
    before: Said | None = None
    section = -1
    lead: Said | None = None  # what stands above the items of a list
    for one in running_text(document, found):
        if one.block.kind != "list_item":
            lead = one
        opens = section != one.section  # “Hoe vraagt u de pas aan?” says what the address below it is for
        section = one.section
        introduced = opens and one.heading.endswith("?")
        if not (introduced or _HELPS.search(one.heading) or _SAYS_WHAT_FOR.search(one.heading)):
            for start, end in _pieces(one.text):
                is_whole = start == 0
                if _is_bare(one.text[start:end]) and not (
                    is_whole and (_introduces(before, one) or _leads_to(lead, one))
                ):
                    yield Hit(one.block, Span(one.span.start + start, one.span.start + end))
        if not _is_bare(one.text):
            before = one


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A sentence in parts where an address follows a full stop: “U hoeft niets te doen. www.voorbeeld.nl.”"""
    if len(text) > _LONGEST:
        return
    start = 0
    for match in _NEXT.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _reaches(block: Block) -> bool:
    """Whether a block has a way to reach the sender, in its words or under a link."""
    if any(
        inline.kind == "link" and inline.attrs.get("href", "").startswith(_HREF) for inline in block.inlines
    ):
        return True
    return bool(_WAY.search(block.text)) or any(fact.kind in _REACH for fact in facts(block.text))


def _is_bare(text: str) -> bool:
    """Whether a sentence is a number or address with words that only lead to it."""
    if len(text) > _LONGEST or _SENDS.match(text):
        return False
    ways = [fact for fact in facts(text) if fact.kind in _REACH]
    if not ways and not _MUNICIPAL.search(text):
        return False
    rest, at = "", 0
    for fact in ways:
        rest, at = rest + text[at : fact.start] + " ", fact.end
    return not _LETTER.search(_EMPTY.sub(" ", rest + text[at:]))


def _introduces(before: Said | None, one: Said) -> bool:
    """Whether the sentence before, in the same paragraph or with a colon, says what the number is for."""
    if before is None:
        return False
    is_title = before.text.count(" ") < _TITLE and before.text[-1:].isalpha()
    if before.text.endswith(("?", ":")):
        return before.section == one.section
    near = before.paragraph == one.paragraph or is_title
    return near and _SAYS_WHAT_FOR.search(before.text) is not None


def _leads_to(lead: Said | None, one: Said) -> bool:
    """Whether an item of a list has a sentence above it that says what all items are for: “Dat kan zo:”."""
    return lead is not None and one.block.kind == "list_item" and lead.text.endswith(":")
