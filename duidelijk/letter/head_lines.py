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
_WEEKDAY: Final = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
_SENT: Final = (
    r"(?:gedagtekend|gedateerd|verzonden(?: (?:op|d\.?d\.?))?|verzenddatum|dagtekening|"
    r"afgegeven op|opgemaakt|poststempel|"
    r"datum(?: (?:van )?(?:de )?(?:verzending|verzonden|besluit|brief|dagtekening|poststempel))?)"
)
# A place before a date: “Utrecht, 3 mei 2026”, “Gedaan te Gent op 3 mei 2026”, “Utrecht : 3 mei 2026”.
_NAME: Final = (
    r"['’]?[^\W\d][\w'’.-]{0,30}(?-i:\s(?:aan|den|de|op|bij|ter|in|en|over|van|[A-Z(][\w'’.)-]{0,30})){0,4}"
)
_PLACE: Final = (
    rf"(?:(?:gedaan|opgemaakt|afgegeven|gegeven)\s+)?te\s+{_NAME},?\s(?:op|den|d\.?d\.?)"
    rf"|(?!\w*(?:datum|nummer|termijn))(?:te\s+)?{_NAME}\s?(?:,(?:\s*(?:den|op|d\.?d\.?|datum))?|:|\sden)"
)
_TIME: Final = r"(?:,?\s*(?:om\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*uur)?)"
_DATE: Final = re.compile(
    rf"(?:{_SENT}\s*[:\t]?\s*)?(?:(?:{_PLACE})\s*)?(?:(?:{_WEEKDAY})\.?,?\s+)?{_DAY}{_TIME}?\.?$", _I
)
_SENT_FIRST: Final = re.compile(_SENT, _I)
_LABEL: Final = re.compile(r"([^\W\d][^:\t\d]{0,40}?)\s*(?::|\t|$)")
_CONTACT_WORD: Final = re.compile(
    r"(?:behandeld door|behandelaar|behandelend (?:ambtenaar|medewerker)|(?:uw )?contactpersoon|contact|"
    r"(?:uw )?dossierbeheerder|steller|auteur|inlichtingen(?: bij)?|vragen(?: naar)?|info(?:rmatie)?|"
    r"contactgegevens|klantenservice|loket|"
    r"doorkies(?:nummer)?|telefoon(?:nummer)?|tel|mobiel|fax|e-?mail(?:adres)?|mail|website|internet"
    r"|web|site|"
    r"telefonisch bereikbaar|bereikbaar|dossierbehandelaar|openingstijden|t|e|i|w)\.?",
    _I,
)
_HANDLED: Final = re.compile(
    r"(?:behandeld door|(?:dossier)?behandelaar|behandelend (?:ambtenaar|medewerker)|"
    r"(?:uw )?dossierbeheerder|steller|auteur)",
    _I,
)
_REACH: Final = re.compile(
    r"\bwww\.[\w-]|(?<![\w@])(?:www\.)?[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:nl|be|eu|org|com"
    r"|net)(?![\w@])|\S@[\w-]|"
    r"(?<![\d.-])(?:\+3[12]|0)[ ()\d/–-]{8,14}\d(?!\d)|(?<![\d.-])14[ -]?0\d{2,3}(?!\d)|"
    r"(?<!\d)0[89]00[ -]?\d{4}",
    _I,
)
_ACCOUNT: Final = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{2,4}){3,8}\b")
_REFERENCE: Final = re.compile(
    r"(?:ons|uw|onze|mijn)\s+(?:brief|bericht|e-?mail|schrijven)(?:\s+(?:van|d\.?d\.?))?|brief van|"
    r"(?:(?:ons|uw|onze|mijn)\s+)?(?:kenmerk|"
    r"referentie(?:nummer)?|ref|zaak|dossier|datum uw (?:brief|bericht)|bsn|burgerservicenummer|"
    r"betalingskenmerk|nummer|nr|no|factuur|nota|aanslag|beschikking|aanslagbiljet|registratie|volgnr|"
    r"(?!telefoon|doorkies|kvk|rekening|ondernemings|fax|kamer|btw)"
    r"[a-z]{3,20}[ -]?(?:nummer|kenmerk|nr|code|artikel)|mededeling|(?:zaak|dossier|document)-?id)\.?",
    _I,
)
# The same without a colon: “Ref. FIN/2026/12”, “Factuur 8831-12”.
_NUMBERED: Final = re.compile(
    r"(?:(?:ons|uw|onze|mijn)\s+)?(?:kenmerk|ref(?:erentie|te)?|zaak|dossier|factuur|nota|aanslag"
    r"|nummer|nr|no|"
    r"(?!telefoon|doorkies|kvk|rekening|ondernemings|fax|kamer|btw)[a-z]{3,20}(?:nummer|kenmerk|nr|artikel))"
    r"\.?\s(?:nr\.?\s|nummer\s)?(?:[^\s\d]{1,12}\s)?[^\s\d]{0,12}\d\S*(?:\s\d\S*){0,5}$|(?:ons"
    r"|uw) (?:kenmerk|referentie) \W+$"
    r"|(?:behandeld door|(?:dossier)?behandelaar) (?-i:[A-Z])[^\d@]{0,60}$",
    _I,
)
_DATE_LABEL: Final = re.compile(
    rf"(?:{_SENT}|(?:factuur|aanslag|brief|nota|besluit|verzend)datum|datum en plaats|plaats en datum|"
    r"plaats, datum)",
    _I,
)
_TO: Final = re.compile(r"(?:aan|geadresseerde|ontvanger|t\.?a\.?v\.?|ter attentie van|adressering)", _I)
_FROM: Final = re.compile(
    r"(?:van|afzender|(?:bezoek|post|retour|vestigings|kantoor)?adres|postbus|afdeling|directie|team"
    r"|onderdeel|"
    r"kvk(?:-nummer)?|btw(?:-nummer)?|ondernemingsnummer|kbo(?:-nummer)?|rpr|iban|bic|bank|"
    r"rekening(?:nummer)?|bankrekening)",
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
    r"woningcorporatie|woningstichting|woonstichting|wonen|zorgverzekeraar|universiteit|hogeschool|school|"
    r"centrum|commissie|raad|inspectie|fonds|instituut|autoriteit|kadaster|politie|brandweer|hof|parket|"
    r"intercommunale|vereniging|raadscommissie|adviescommissie|klachtencommissie|burgemeester en|"
    r"gedeputeerde staten|dijkgraaf|wijkteam|sociaal team|meldpunt)\b"
    r"|\w+(?:dienst|schap|kantoor|bureau|loket|regio|fonds|commissie|inspectie|autoriteit|instituut|"
    r"intercommunale|maatschappij|centrum|bestuur|bedrijf|praktijk)\b",
    _I,
)
_PAPER: Final = re.compile(
    r"(?:\W{0,3})(?:bezoekadres|postadres|retouradres|afzender|postbus|antwoordnummer|kvk|k\.v\.k"
    r"|btw|iban|bic|"
    r"bank|rekening(?:nummer|nr)?|ondernemingsn(?:umme)?r|ondernemingsnummer|kbo|rpr|openingstijden"
    r"|openingsuren)\b",
    _I,
)
_DELIVERY: Final = re.compile(
    r"(?:(?:per )?(?:aangetekende?|gewone) (?:en gewone )?(?:brief|post|zending|schrijven)\b.{0,60}"
    r"|(?:(?:verzonden|enkel|alleen|uitsluitend) )?(?:per|via) (?:e-?mail|post|bode|koerier)\b.{0,60}"
    r"|aangetekend(?: (?:verzonden|met ontvangst\w+|en (?:per )?gewone post))?|spoed|concept"
    r"|(?:strikt )?(?:persoonlijk|vertrouwelijk)(?: en vertrouwelijk)?|pagina \d+(?: van \d+)?"
    r"|(?:kopie(?:ën)?|afschrift|c\.?c\.?|b\.?c\.?c\.?)(?: aan)?\s*:.{0,120})"
    r"\W{0,3}",
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


def by_label(label: str, value: str | None = None) -> LetterPart | None:
    """The part that a label such as ``Ons kenmerk`` announces, which may depend on what it is for.

    ``Behandeld door: K. Visser`` tells who knows the matter, and not how to reach him.
    """
    if (
        value is not None
        and _HANDLED.fullmatch(label)
        and not any(mark.isdigit() or mark == "@" for mark in value)
    ):
        return "reference"
    for name, pattern in _BY_LABEL:
        if pattern.fullmatch(label):
            return name
    return None


def is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with a place or ``Datum:`` before it."""
    return len(text) <= 90 and _DATE.match(text) is not None


def is_sent(text: str) -> bool:
    """Whether a line says when the letter was sent: ``Verzonden op 3 mei 2026``."""
    return is_date(text) and _SENT_FIRST.match(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line says how to reach somebody: a number, an address on the web, or who deals with it."""
    label = label_of(text)
    if label is not None and ":" in text and _CONTACT_WORD.fullmatch(label):
        return True
    if len(text) <= 60 and text.lower().startswith(("contactpersoon ", "uw contactpersoon ")):
        return True
    return len(text) <= 160 and _REACH.search(_ACCOUNT.sub("", text)) is not None


def is_paper(text: str) -> bool:
    """Whether a line belongs to letter paper whoever the letter is for: a postbus, an account number."""
    return _PAPER.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether a line is a reference without a colon: ``Factuur 8831-12``."""
    return len(text) <= 60 and _NUMBERED.match(text) is not None


def is_delivery(text: str) -> bool:
    """Whether a line says how the letter is sent or to whom else, which is no part: ``AANGETEKEND``."""
    return len(text) <= 160 and _DELIVERY.fullmatch(text) is not None


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
