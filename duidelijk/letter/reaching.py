"""Sentences that say how to reach somebody who answers questions, or where to read more.

A number to call, an e-mail address, a counter, opening hours, or a page with information. Not a web form for
something that the reader has to do, not where to object, and not that somebody is going to call the reader.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from duidelijk.letter.said import Said

_CALL: Final = re.compile(r"(?<![\d.,-])14[ -]?0\d{2,3}(?!\d|[.,]\d| (?:euro|keer|dagen|weken))")
_OPEN_HOURS: Final = re.compile(
    r"\b(?:open|geopend|bereikbaar|aanwezig|is er|zijn er|spreekuur)\b"
    r".{0,80}\b(?:\w+dag(?:en|s)?|ochtend|middag|uur)\b",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(
    r"(?:(?:dat|dit) kan|(?:wij|we|ze) (?:zijn|helpen|staan)|(?:u|je) (?:kunt|bereikt))\b.{0,80}"
    r"\b(?:werkdagen|weekdagen|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ochtend|middag|\d uur)\b",
    re.IGNORECASE,
)
_THEN_ASK: Final = re.compile(r"(?:vraag (?:dan )?(?:\w+ )?naar|kies|toets|druk)\b", re.IGNORECASE)
_CALLS_READER: Final = re.compile(r"\b(?:bel|mail)(?:t|len|en) (?:u|je|jullie)\b", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(
    r"(?:dat|dit|aanmelden|betalen|inschrijven) (?:kan|doet|kunt|gaat)\b", re.IGNORECASE
)
_FORM: Final = re.compile(
    r"\b(?:\w*formulier(?:en)?|bezwaar|(?:vult|logt|geeft|meldt|vraagt|schrijft|regelt|betaalt"
    r"|stuurt|dient) (?:u|je)"
    r"|(?:aanmelden|inloggen|inschrijven|aanvragen|betalen|regelen|doorgeven|melden|indienen|uploaden))\b",
    re.IGNORECASE,
)


def offers_contact(said: Said, kinds: AbstractSet[str], *, asks: bool) -> bool:
    """Whether a sentence says how to reach somebody who answers questions."""
    text = said.text
    if "phone" in kinds or _CALL.search(text) or _OPEN_HOURS.search(text):
        return True
    if "email" in kinds:
        return not asks
    if said.reaches and goes_on(text):
        return True
    if "contact" in said.does:
        return _CALLS_READER.search(text) is None
    return "web" in kinds and not asks and _ELSEWHERE.match(text) is None and _FORM.search(text) is None


def goes_on(text: str) -> bool:
    """Whether a sentence after “Bel 14 012” belongs to it: “Vraag naar mevrouw Smit.”"""
    return _HOURS.match(text) is not None or _THEN_ASK.match(text) is not None
