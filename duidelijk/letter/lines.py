"""The parts of a Dutch letter, told apart line by line: address, subject, salutation, closing, signature."""

from __future__ import annotations

import re
from typing import Final, Literal

from duidelijk.model import BlockKind

_I = re.IGNORECASE

# “Geachte …” can hardly be anything else; the other words also begin ordinary sentences.
_FORMAL: Final = re.compile(
    r"(?:zeer\s+)?(?:geachte?|hooggeachte|excellentie|edelachtbare|waarde (?:heer|mevrouw|collega))\b"
    r"|(?:hoog)?wel\s?edel\w*\b"
    r"|l\.?\s?s\.?[,!]?$",
    _I,
)
_FRIENDLY: Final = re.compile(r"(?:beste|dag|hallo|hoi|lieve|goeden?\s?(?:dag|morgen|middag|avond))\b", _I)
_BARE_FRIENDLY: Final = re.compile(
    r"(?i:beste) .*\w$|(?i:dag|hallo|hoi|lieve) (?:(?i:mevrouw|meneer|mijnheer|heer|dames|ouders?"
    r"|buren)\b.*|[A-Z]\w+)$"
)
_FAREWELL: Final = re.compile(
    r"(?:graag )?tot (?:ziens|gauw|dan|snel|binnenkort|kijk)\b[^.?!]{0,40}$", re.IGNORECASE
)
_TITLE: Final = r"(?:mijnheer|meneer|mijne?\s+heren|mevrouw|dames|heren)"
_BARE_TITLE: Final = re.compile(
    rf"{_TITLE}(?P<more>(?:\s?(?:[,/]|en|of)\s?{_TITLE}){{0,3}})(?P<mark>[,!]?)$", _I
)
_CLOSING: Final = re.compile(
    r"(?:(?:alvast )?(?:hartelijk )?(?:bedankt|dank)(?: en|,) |(?:wij verblijven|verblijf ik),? )?"
    r"(?:met\s+(?:\w+\s+){0,4}(?:groet(?:en|jes)?|hoogachting)"
    r"|(?:(?:vriendelijke|hartelijke|warme|beste|veel|lieve)\s+)?groet(?:en|jes)?"
    r"|hoogachtend|hoogachting|m\.?v\.?g\.?)"
    r"(?=\s*(?:[,.!]|$|(?:en|namens|van|uit)\b))",
    _I,
)
_LABEL: Final = re.compile(
    r"(?:(?:ons|uw|onze|mijn)\s+)?"
    r"(?:kenmerk|referentie|brief van|bericht van|datum(?: verzending| verzonden)?|verzonden|verzenddatum|"
    r"(?:doorkies|telefoon|fax|aanvraag|beschikkings?|factuur|klant|debiteuren|relatie|vorderings?"
    r"|burgerservice|"
    r"kvk-?|btw-?|rekening|registratie|subsidie|zaak|dossier|referentie|inschrijf)nummer|"
    r"zaak|dossier|telefoon|tel\.?|fax|mobiel|e-?mail(?:adres)?|website|internet|web|"
    r"(?:bezoek|post|factuur|retour)?adres|postbus|plaats|"
    r"contactpersoon|contact|behandeld door|behandelaar|behandelend ambtenaar|inlichtingen(?: bij)?|"
    r"afdeling|directie|team|bsn|iban|bic|kvk|aan|van|cc|t\.a\.v\.|pagina|bladzijde|"
    r"aantal bijlagen|status)\s*:",
    _I,
)
_SUBJECT: Final = re.compile(r"(?:onderwerp|betreft|betreffende|inzake)\b[ \t]*(:?)[ \t]*", _I)
_ENCLOSURE: Final = re.compile(
    r"(?:bijlagen?|bijlage\(n\)|kopie(?:ën)?(?: aan)?|afschrift(?: aan)?|c\.?c\.?)\s*:|bijlagen?$", _I
)
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3}\s?[A-Z]{2}\b(?!\d)")
_DATE: Final = re.compile(
    r"(?:[A-Z][\w' -]+,\s*)?(?:\d{1,2}\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|"
    r"oktober|november|december)\s+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$",
    _I,
)
_AFTER_HEADING: Final = re.compile(
    r"(?:bezwaar|beroep|bijlagen?|vragen|contact|meer informatie|informatie|let op|privacy|rechtsmiddelen|"
    r"klacht(?:en)?|toelichting|niet eens|uitleg|wat|hoe|kopie)\b",
    _I,
)
_CLOSERS: Final = 10  # characters at the end in which a sentence closes

_LONGEST_BARE: Final = 4

Zone = Literal["top", "body", "closed", "after"]


def is_salutation(line: str, *, strict: bool = True) -> bool:
    """Whether ``line`` addresses the reader. Not strict: “Beste lezer” counts without a comma."""
    words = line.count(" ") + 1
    if _FORMAL.match(line):
        return (words <= 12 and line[-1] not in ".?;") or line[:3].lower() == "l.s"
    title = _BARE_TITLE.match(line)
    if title is not None:
        return bool(title["mark"]) or (not strict and (bool(title["more"]) or line[0] in "Mm"))
    if not _FRIENDLY.match(line) or words > 8:
        return False
    return line[-1] in ",!" or (
        not strict and words <= _LONGEST_BARE and _BARE_FRIENDLY.match(line) is not None
    )


def is_closing(line: str) -> bool:
    """Whether ``line`` ends a letter: “Met vriendelijke groet,”."""
    return len(line) <= 120 and _CLOSING.match(line) is not None and line.count(" ") < 12


def is_farewell(line: str) -> bool:
    """Whether ``line`` may end a letter that has no other closing: “Tot ziens in het buurthuis,”."""
    return _FAREWELL.match(line) is not None and (line[-1] in ",!" or line.count(" ") < _LONGEST_BARE)


def is_label(line: str) -> bool:
    """Whether ``line`` is a short line such as “Kenmerk: 123”."""
    return len(line) <= 90 and _LABEL.match(line) is not None and not ends_sentence(line)


def is_enclosure(line: str) -> bool:
    """Whether ``line`` names what comes with the letter: “Bijlagen: 2”."""
    return _ENCLOSURE.match(line) is not None


def has_postcode(line: str) -> bool:
    """Whether a Dutch postcode stands in ``line``."""
    return _POSTCODE.search(line) is not None


def is_date(line: str) -> bool:
    """Whether ``line`` is nothing but a date, perhaps with a place before it."""
    return len(line) <= 60 and _DATE.match(line) is not None


def subject_at(line: str, *, at_top: bool) -> int | None:
    """Where in ``line`` the subject of the letter begins; None when it is no subject line.

    Without a colon only a short line at the top of a letter counts. A label alone gives the end of the line.
    """
    match = _SUBJECT.match(line)
    if match is None:
        return None
    if not match[1] and "\t" not in match[0]:
        if match.end() < len(line) and (not at_top or line.count(" ") > 14 or ends_sentence(line)):
            return None
        if not at_top:
            return None
    return match.end()


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return text[-_CLOSERS:].rstrip("\"'”’)]").endswith((".", "?", "!", "…"))


def starts_section(line: str) -> bool:
    """Whether a short line after the signature is a heading (“Bezwaar maken”) rather than a name."""
    return line.endswith("?") or _AFTER_HEADING.match(line) is not None


class Progress:
    """Follows a letter from top to bottom; ``zone`` says how far it is."""

    __slots__ = ("found", "zone")

    def __init__(self) -> None:
        self.zone: Zone = "top"
        self.found = False

    def part(self, text: str, *, strict: bool = True) -> BlockKind | None:
        """The part of a letter that a line or short paragraph is; None for ordinary text."""
        if len(text) <= 120:
            if is_salutation(text, strict=strict or self.zone != "top"):
                self.zone, self.found = "body", True
                return "salutation"
            if is_closing(text):
                self.zone, self.found = "closed", True
                return "closing"
        if self.zone != "closed":
            return None
        words = text.count(" ") + 1
        if is_enclosure(text) or (words >= 8 and ends_sentence(text)) or words >= 25:
            self.zone = "after"
            return None
        return "signature"

    def heading(self) -> None:
        """A heading stands here: the signature, if any, is over."""
        if self.zone == "closed":
            self.zone = "after"
