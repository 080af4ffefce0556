"""Sentences in a letter that tell the reader to do something, and not just how, or only if he likes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from duidelijk.letter.running import Said

Family = Literal["pay", "send", "meet", "mend", "apply"]

_GAP: Final = r"(?: [^.;:?!]{0,200}?)? "  # between a verb and what belongs to it
_POLITE: Final = r"(?:(?:graag|daarom|alstublieft|dus|ook|en),? )?"
# What an order begins with. What a verb needs behind it to mean this comes after the dots.
_ORDERS: Final[Mapping[Family, str]] = {
    "meet": (
        r"maak … afspraak|meld (?:u|je) … aan|schrijf (?:u|je) … in|(?:bel|neem|kom) … (?:voor"
        r"|om) een afspraak"
    ),
    "pay": r"betaal|voldoe|stort|maak … over",
    "send": (
        r"stuur|zend|mail|retourneer|onderteken|upload|verstrek|reageer|lever … (?:in|aan)|dien … in"
        r"|geef … door|vul … (?:in|aan)|laat … weten|(?:voeg|doe) … bij|geef … aan|bezorg … (?:bij|op|aan)"
        r"|teken … en"
    ),
    "mend": r"verwijder|herstel|verplaats|ruim … op|haal … weg|breek … af|snoei|sluit … aan",
    "apply": r"vraag … aan|verleng|haal … op",
}
# The same at the end of “u moet …” and “wij vragen u … te …”.
_DUTIES: Final[Mapping[Family, str]] = {
    "pay": (
        r"(?:terug|bij)?betalen|(?:terug|bij) te betalen|overmaken|over te maken|voldoen(?! aan)|storten"
    ),
    "send": (
        r"(?:op|terug|toe|mee|na|in|door|aan)?sturen|(?:op|terug|toe|mee|na|in|door) te (?:sturen|zenden)"
        r"|(?:toe|terug|op|in)?zenden|mailen|retourneren|ondertekenen|uploaden|verstrekken|reageren"
        r"|(?:in|aan)leveren|(?:in|aan) te leveren|indienen|in te dienen|doorgeven|door te geven"
        r"|invullen|in te vullen|aanvullen|aan te vullen|laten weten|te laten weten|bijvoegen|bij te voegen"
        r"|te overleggen|aan te tonen"
    ),
    "meet": (
        r"afspraak (?:te )?maken|(?:u|je) (?:\w+ ){0,4}(?:aanmelden|aan te melden|inschrijven"
        r"|in te schrijven)"
    ),
    "mend": (
        r"verwijderen|herstellen|verplaatsen|opruimen|op te ruimen|weghalen|weg te halen|afbreken"
        r"|af te breken|snoeien|aansluiten|aan te sluiten"
    ),
    "apply": r"aanvragen|aan te vragen|verlengen|ophalen|op te halen",
}
_FIRST: Final[Mapping[Family, re.Pattern[str]]] = {
    family: re.compile(rf"{_POLITE}(?:{words.replace(' … ', _GAP)})\b") for family, words in _ORDERS.items()
}
_LAST: Final[Mapping[Family, re.Pattern[str]]] = {
    family: re.compile(rf"\b(?:{words})\b") for family, words in _DUTIES.items()
}
_MUST: Final = re.compile(
    r"\b(?:u|je|jij) (?:moet|dient)\b|\b(?:moet|dient) (?:u|je|jij)\b|\bgelieve\b|\b(?:het )?verzoek om\b"
    r"|\b(?:ik|wij|we) (?:vraag|verzoek|vragen|verzoeken) (?:u|je|jou)\b"
    r"|\b(?:vraag|verzoek|vragen|verzoeken) (?:ik|wij|we) (?:u|je|jou)\b"
    r"|\b(?:wil|willen) (?:ik|wij|we) (?:u|je) (?:\w+ )?(?:vragen|verzoeken)\b"
    r"|\b(?:ik|wij|we) (?:wil|willen) (?:u|je) (?:\w+ )?(?:vragen|verzoeken)\b"
    r"|\b(?:wordt u|u wordt) verzocht\b"
)
_ASKED: Final = re.compile(r"(?:wilt|zou|kunt|wil|kun) (?:u|je)\b")
_WAITING: Final = re.compile(
    r"\b(?:ontvang(?:en)?|zien?) (?:ik|wij|we) graag (?:uw|je|het|de|een)\b|"
    r"\bgraag (?:ontvangen|ontvang|zien|zie) (?:ik|wij|we) (?:uw|je|het|de|een)\b|"
    r"\b(?:ik|wij|we) (?:ontvang(?:en)?|zien?) graag (?:uw|je|het|de|een)\b"
)

_CONDITION: Final = re.compile(
    r"(?:als|indien|wanneer|mocht(?:en)?|zodra|wie|na|nadat|bij|tijdens|daarna|vervolgens|dan"
    r"|let op|anders|soms"
    r"|ook als|in (?:dat|dit|sommige) geval(?:len)?|voor (?:de|elke|iedere)"
    r"|(?:hebt|heeft|bent|is|gaat|verhuist|krijgt) (?:u|je))\b"
)
_OPTIONAL: Final = re.compile(
    r"\b(?:als|indien|zodra|wanneer|mocht|tenzij|wie) (?:u|je|er|het|de|dit|dat|wij|we)\b"
    r"|\b(?:u|je) (?:kunt|kan|mag|hoeft)\b|\b(?:mag|hoeft) (?:u|je)\b"
    r"|\b(?:niet|geen|nooit|eventue\w+|desgewenst|zo nodig|dan|vragen hebt|meer weten|meer informatie)\b"
    r"|\bin (?:dat|dit) geval\b"
)
_NO_TERM_NEEDED: Final = re.compile(
    r"wijziging|verander|verhui|bezwaar|beroep|klacht|zienswijze|verzoekschrift|kwijtschelding|machtig|begrip|"
    r"rekening te houden|kopie van (?:deze|uw) brief"
)
_OTHER_HEADING: Final = re.compile(
    r"hoe\b|zo\b|stap\b|waar\b|(?!wat|welke?|wie|wanneer|waarom)[^?]*\?\Z"
    r"|.*(?:\bvragen\b|contact|informatie|wijziging|verander|bezwaar|beroep|niet eens|klacht|privacy|machtig"
    r"|kwijtschelding|uitstel|verhui|voorwaarden|voorschrift)"
)
_OPEN_QUESTION: Final = re.compile(r"(?:en |maar )?(?:wat|welke?|wie|wanneer|waarom|hoe|waar)\b")
_GOES_ON: Final = re.compile(
    r"(?:dan|dat kan|ga|kijk|bel|mail|neem|u kunt|vraag|lees|gebruik|log|maak|meld|vul|kom|stuur|klik)\b"
)
_LEADS_TO_STEPS: Final = re.compile(r"\b(?:zo|hoe|stappen|als volgt|kunt|kan|mag)\b[^.]*:\Z")
_ACTIVE_PART: Final = 400  # characters; who needs more to say what to do gets no finding


class Order(NamedTuple):
    """A sentence that tells the reader to do something of a kind."""

    said: Said
    family: Family


def orders(said: Sequence[Said]) -> Iterator[Order]:
    """The sentences among ``said`` that tell the reader to do something at some time."""
    answers: int | None = None  # the paragraph with what to do for who says yes: “Hebt u vragen? Bel ons.”
    lead = ""
    for one, after in zip(said, (*said[1:], None), strict=False):
        text = _plain(one.text)
        family: Family | None = None
        if one.block.kind != "list_item":
            lead = text
        if is_case(one.text, after.text if after is not None else ""):
            answers = after.paragraph if after is not None else None
        elif text.endswith("?"):
            family = _duty(text) if _ASKED.match(text) else None
        elif answers != one.paragraph:
            family = _family_of(text)
        is_step = one.block.kind == "list_item" and _LEADS_TO_STEPS.search(lead) is not None
        if family is not None and not is_step and not _is_free(one, text):
            yield Order(one, family)


def is_case(text: str, after: str) -> bool:
    """Whether a question is one that not every reader says yes to: “Is uw hond overleden? Meld het ons.”"""
    low = _plain(text)
    if not low.endswith("?") or _OPEN_QUESTION.match(low):
        return False
    return not _ASKED.match(low) or _GOES_ON.match(after.lower()) is not None


def _plain(text: str) -> str:
    return text[:_ACTIVE_PART].lower().strip("‘’“”\"' ")


def _family_of(text: str) -> Family | None:
    """What a sentence tells the reader to do: an order in front, or “u moet” with a verb behind it."""
    family = next((family for family, start in _FIRST.items() if start.match(text)), None)
    if family is None and (_MUST.search(text) or _ASKED.match(text)):
        family = _duty(text)
    return family or ("send" if _WAITING.search(text) else None)


def _duty(text: str) -> Family | None:
    return next((family for family, verb in _LAST.items() if verb.search(text)), None)


def _is_free(said: Said, text: str) -> bool:
    """Whether the reader may choose, the order goes for all times, or it only says how."""
    return bool(
        _CONDITION.match(text)
        or _OPTIONAL.search(text)
        or _NO_TERM_NEEDED.search(text)
        or (said.heading and _OTHER_HEADING.match(said.heading.lower().strip()))
    )
