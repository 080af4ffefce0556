"""What a line of a letter head says by itself: a date, a reference, a way to reach somebody, an address."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.letter.lines import has_postcode
from duidelijk.model import LetterPart

_I = re.IGNORECASE
_MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = (
    rf"(?:\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
)
_SENT: Final = (
    r"(?:verzonden(?: op)?|verzenddatum|dagtekening|"
    r"datum(?: (?:van )?(?:verzending|verzonden|besluit|brief))?)"
)
_DATE: Final = re.compile(rf"(?:{_SENT}\s*[:\t]?\s*)?(?:[^\W\d][\w.'’, -]{{0,50}}\s+)?{_DAY}\.?$", _I)
_LABEL: Final = re.compile(r"([^\W\d][^:\t\d]{0,40}?)\s*(?::|\t|$)")
_CONTACT_WORD: Final = re.compile(
    r"(?:behandeld door|behandelaar|behandelend ambtenaar|(?:uw )?contactpersoon|contact|"
    r"inlichtingen(?: bij)?|"
    r"doorkies(?:nummer)?|telefoon(?:nummer)?|tel|mobiel|fax|e-?mail(?:adres)?|mail|website|internet|web|site|"
    r"telefonisch bereikbaar|bereikbaar|dossierbehandelaar|openingstijden|t|e|i|w)\.?",
    _I,
)
_REACH: Final = re.compile(
    r"(?<![\w@])(?:www\.)?[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:nl|be|eu|org|com|net)(?![\w@])|\S@[\w-]|"
    r"(?<![\d.-])(?:\+3[12]|0)[ ()\d-]{8,14}\d(?!\d)|(?<![\d.-])14[ -]?0\d{2,3}(?!\d)|"
    r"(?<!\d)0[89]00[ -]?\d{4}",
    _I,
)
_REFERENCE: Final = re.compile(
    r"(?:ons|uw|onze|mijn)\s+(?:brief|bericht|e-?mail|schrijven)(?:\s+(?:van|d\.?d\.?))?|brief van|"
    r"(?:(?:ons|uw|onze|mijn)\s+)?(?:kenmerk|"
    r"referentie(?:nummer)?|ref|zaak|dossier|datum uw (?:brief|bericht)|bsn|burgerservicenummer|"
    r"betalingskenmerk|nummer|aanslagbiljet|(?!telefoon|doorkies|kvk|rekening)[a-z]{3,20}(?:nummer|kenmerk|nr)|"
    r"(?:zaak|dossier|document)-?id)\.?",
    _I,
)
_DATE_LABEL: Final = re.compile(rf"(?:{_SENT}|datum en plaats|plaats en datum|plaats, datum)", _I)
_TO: Final = re.compile(r"(?:aan|geadresseerde|ontvanger|t\.?a\.?v\.?|ter attentie van|adressering)", _I)
_FROM: Final = re.compile(
    r"(?:van|afzender|(?:bezoek|post|retour|vestigings|kantoor)?adres|postbus|afdeling|directie|team|onderdeel|"
    r"kvk(?:-nummer)?|btw(?:-nummer)?|iban|bic|bank|rekening(?:nummer)?|bankrekening)",
    _I,
)
_ENCLOSED: Final = re.compile(r"(?:aantal\s+)?bijlagen?(?:\(n\)|\(en\))?", _I)
_PERSON: Final = re.compile(
    r"(?:aan\b(?!tal|vra)|(?:de )?heer\b|mevrouw\b|meneer\b|mevr\.|mw\.|dhr\.|dhr/mw|fam(?:ilie|\.)\s|"
    r"t\.\s?a\.\s?v\.|ter attentie|(?:de )?(?:bewoners?|ouders?|erven|huurders?|eigenaars?|eigenaren)\b|"
    r"(?:het bestuur|de directie) van\b)",
    _I,
)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.\s?){1,4}(?:(?:van|de|der|den|ter|ten|el|al)\s){0,3}[A-Z][\w'’-]+")
_ORGANISATION: Final = re.compile(
    r"(?:gemeente|provincie|waterschap|hoogheemraadschap|ministerie|rijksdienst|dienst|belastingdienst|"
    r"omgevingsdienst|veiligheidsregio|afdeling|team|sector|cluster|directie|bureau|kantoor|loket|stichting|"
    r"college van|stad|stadsbestuur|ocmw|agentschap|vlaamse overheid|departement|"
    r"uwv|svb|cak|duo|cjib|rdw|ggd|gerechtsdeurwaarder|rechtbank|regio|samenwerkings\w+|"
    r"woningcorporatie|woningstichting|zorgverzekeraar|universiteit|hogeschool|school|centrum voor)\b"
    r"|\w+(?:dienst|schap|kantoor|bureau|loket|regio)\b",
    _I,
)
_PAPER: Final = re.compile(
    r"(?:bezoekadres|postadres|postbus|antwoordnummer|kvk|k\.v\.k|btw|iban|bank|rekening|openingstijden)\b",
    _I,
)
_BELGIAN_TOWN: Final = re.compile(r"(?:B-?\s?)?[1-9]\d{3}\s+[A-Z][\w'’-]+(?: [\w'’()-]+){0,3}$")


def has_town(text: str) -> bool:
    """Whether a line ends an address: a postcode with a town, Dutch or Belgian."""
    return has_postcode(text) or _BELGIAN_TOWN.match(text) is not None


def label_of(text: str) -> str | None:
    """What stands before the colon or tab of a line, or a line that is nothing but words."""
    match = _LABEL.match(text)
    return match[1].strip() if match else None


def by_label(label: str) -> LetterPart | None:
    """The part that a label such as ``Ons kenmerk`` announces."""
    for name, pattern in _BY_LABEL:
        if pattern.fullmatch(label):
            return name
    return None


def is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with a place or ``Datum:`` before it."""
    return len(text) <= 90 and _DATE.match(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line says how to reach somebody: a number, an address on the web, or who deals with it."""
    label = label_of(text)
    if label is not None and ":" in text and _CONTACT_WORD.fullmatch(label):
        return True
    return len(text) <= 160 and _REACH.search(text) is not None


def is_paper(text: str) -> bool:
    """Whether a line belongs to letter paper whoever the letter is for: a postbus, an account number."""
    return _PAPER.match(text) is not None


def is_organisation(text: str) -> bool:
    """Whether a line names an organisation or a part of one."""
    return _ORGANISATION.match(text) is not None


def is_person(text: str) -> bool:
    """Whether a line addresses a person or household: ``De heer J. Jansen``, ``Aan de bewoners van``."""
    return _PERSON.match(text) is not None


def has_initials(text: str) -> bool:
    """Whether a line is a name with initials."""
    return _INITIALS.match(text) is not None


_BY_LABEL: Final[tuple[tuple[LetterPart, re.Pattern[str]], ...]] = (
    ("date", _DATE_LABEL),
    ("reference", _REFERENCE),
    ("contact", _CONTACT_WORD),
    ("address", _TO),
    ("sender", _FROM),
    ("enclosures", _ENCLOSED),
)
