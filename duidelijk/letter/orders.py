"""Sentences in a letter that tell the reader to do something, and not just how, or only if he likes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from duidelijk.letter.running import Said

Family = Literal["pay", "send", "meet", "mend", "apply", "act"]

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
        r"|teken … en|bezorg|breng … (?:terug|naar)|beantwoord|bevestig|geef … (?:af|mee)|scan"
    ),
    "mend": (
        r"verwijder|herstel|repareer|vervang|verplaats|ruim … op|haal … weg|breek … af|snoei|sluit … aan"
        r"|maak … (?:schoon|vrij|leeg)|pas … aan"
    ),
    "apply": r"vraag … aan|verleng|vernieuw|haal … op|controleer",
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
        r"|te overleggen|overleggen|aan te tonen|aantonen|te bezorgen|bezorgen|terugbrengen|terug te brengen"
        r"|kenbaar (?:te )?maken|af te geven|te bewijzen|te beantwoorden|beantwoorden|te bevestigen"
    ),
    "meet": (
        r"afspraak (?:te )?maken|(?:u|je) (?:\w+ ){0,4}(?:aanmelden|aan te melden|inschrijven"
        r"|in te schrijven)"
    ),
    "mend": (
        r"verwijderen|herstellen|verplaatsen|opruimen|op te ruimen|weghalen|weg te halen|afbreken"
        r"|af te breken|snoeien|aansluiten|aan te sluiten|schonen|schoonmaken|schoon te maken|te dempen"
        r"|te staken|repareren|vervangen|aanpassen|aan te passen|in orde (?:te )?brengen"
        r"|ongedaan (?:te )?maken"
        r"|vrijmaken|vrij te maken|te (?:laten )?(?:keuren|verwijderen)|afvoeren|af te voeren"
    ),
    "apply": (
        r"aanvragen|aan te vragen|verlengen|vernieuwen|ophalen|op te halen|controleren|te laten \w{2,20}en"
    ),
}
_FIRST: Final[Mapping[Family, re.Pattern[str]]] = {
    family: re.compile(rf"{_POLITE}(?:{words.replace(' … ', _GAP)})\b") for family, words in _ORDERS.items()
}
_LAST: Final[Mapping[Family, re.Pattern[str]]] = {
    family: re.compile(rf"\b(?:{words})\b") for family, words in _DUTIES.items()
}
_READER: Final = (
    r"(?:u|je|jij|jou|jullie"
    r"|(?:de )?(?:aanvrager|vergunninghouder|belanghebbende|betrokkene|bezwaarmaker|eigenaar))"
)
_MUST: Final = re.compile(
    rf"\b{_READER} (?:moet|moeten|dient|bent (?:verplicht|gehouden))\b"
    rf"|(?<!\bwij )(?<!\bwe )(?<!\bik )(?<!gemeente )(?<!college )\b(?:moet|moeten|dient) {_READER}\b"
)
# Who asks like this wants something done, whatever it is.
_REQUESTS: Final = re.compile(
    rf"\bgelieve\b|\b(?:het )?verzoek om\b"
    rf"|\b(?:ik|wij|we) (?:vraag|verzoek|vragen|verzoeken|sommeren|gelasten) {_READER}\b"
    rf"|\b(?:vraag|verzoek|vragen|verzoeken|sommeren|gelasten) (?:ik|wij|we) {_READER}\b"
    r"|\b(?:wil|willen) (?:ik|wij|we) (?:u|je|jullie) (?:\w+ )?(?:vragen|verzoeken)\b"
    r"|\b(?:ik|wij|we) (?:wil|willen) (?:u|je|jullie) (?:\w+ )?(?:vragen|verzoeken)\b"
    rf"|\b(?:wordt|worden) {_READER} (?:\w+ )?verzocht\b|\b{_READER} (?:wordt|worden) (?:\w+ )?verzocht\b"
    rf"|\b{_READER} (?:wordt|worden) (?:\w+ )?in de gelegenheid gesteld\b"
)
# “Wij verwachten dat u de bonnen opstuurt”, with the verb in a clause of its own.
_EXPECTED: Final = re.compile(
    r"\b(?:verwacht|verwachten|vraag|vragen|verzoek|verzoeken|wil|willen|zou|zouden|hoop|hopen|reken\w*"
    r"|ga\w* er\w* (?:\w+ )?uit|(?:is de|de) bedoeling|van belang|belangrijk|nodig|noodzakelijk)\b"
    r"[^.;:?!]{0,40}\bdat (?:u|je|jullie) "
)
_FINITE: Final[Mapping[Family, re.Pattern[str]]] = {
    "pay": re.compile(r"\b(?:(?:terug|bij)?betaalt|overmaakt|voldoet(?! aan)|stort)\b"),
    "send": re.compile(
        r"\b(?:(?:op|terug|toe|mee|in|door)?stuurt|(?:in|toe|terug)zendt|(?:in|aan)levert|indient|invult|aanvult"
        r"|ondertekent|reageert|bevestigt|doorgeeft|(?:aan|af)meldt|laat weten|bezorgt|terugbrengt|bijvoegt"
        r"|(?:verslag|overzicht|verklaring|begroting)\b[^.;:?!]{0,60}\b(?:maakt|schrijft|geeft|opstelt))\b"
    ),
    "mend": re.compile(
        r"\b(?:verwijdert|herstelt|opruimt|weghaalt|snoeit|vervangt|verplaatst|schoonmaakt|aanpast|repareert)\b"
    ),
    "apply": re.compile(r"\b(?:aanvraagt|verlengt|ophaalt|controleert)\b"),
}
_TO_DO: Final = re.compile(r"\bte (?:laten )?[a-zë]{2,25}n\b")
_NO_ACT: Final = re.compile(
    r"\bte (?:noteren|weten|begrijpen|bedenken|beseffen|wachten|vermelden|realiseren|vertrouwen|zijn"
    r"|hebben|blijven)\b"
    r"|kennis (?:van )?te nemen|in acht te nemen|\brekening (?:ermee |mee )?te houden"
    r"|contact op te nemen|om te (?:weten|kunnen"
    r"|voorkomen|bepalen)"
    r"|\bte (?:bellen|mailen|informeren|kijken)\b"
)
# “Het formulier dient te worden teruggestuurd”: what must be done by the reader, who is not named.
_MUST_BE: Final = re.compile(r"\b(?:moet|moeten|dient|dienen)\b[^.;:?!]{0,200}\b(?:worden|zijn)\b")
_DONE: Final[Mapping[Family, re.Pattern[str]]] = {
    "pay": re.compile(r"\b(?:terug|bij)?(?:betaald|overgemaakt|voldaan(?! aan)|gestort)\b"),
    "send": re.compile(
        r"\b(?:ingeleverd|aangeleverd|ingediend|geretourneerd|(?:toe|in|terug|op)?gezonden|(?:op|in"
        r"|terug|toe)gestuurd"
        r"|overgelegd|bezorgd|ingevuld)\b"
    ),
    "mend": re.compile(r"\b(?:verwijderd|gesnoeid|hersteld|opgeruimd|weggehaald|schoongemaakt|verplaatst)\b"),
}
_ASKED: Final = re.compile(r"(?:wilt|zou|kunt|wil|kun) (?:u|je)\b")
_FROM_YOU: Final = r"van (?:u|je) "
_WHAT: Final = rf"(?:{_FROM_YOU})?(?:uw|je|het|de|een)\b"
_WAITING: Final = re.compile(
    rf"\b(?:ontvang(?:en)?|zien?) (?:ik|wij|we) (?:{_FROM_YOU})?graag {_WHAT}"
    rf"|\bgraag (?:ontvangen|ontvang|zien|zie) (?:ik|wij|we) {_WHAT}"
    rf"|\b(?:ik|wij|we) (?:ontvang(?:en)?|zien?) (?:{_FROM_YOU})?graag {_WHAT}"
    r"|\b(?:uw|je) [\w-]+ (?:zien|zie) (?:ik|wij|we) (?:\w+ )?tegemoet"
    r"|\b(?:ik|wij|we) (?:zien|zie) (?:uw|je) [\w-]+ (?:\w+ )?tegemoet"
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
    r"wijziging|verander|verhui|bezwaar|beroep|klacht|zienswijze|verzoekschrift|kwijtschelding"
    r"|machtig|begrip|"
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
        if is_case(one.text, after.text if after is not None and after.section == one.section else ""):
            answers = after.paragraph if after is not None else None
        elif text.endswith("?"):
            family = _duty(text) if _ASKED.match(text) else None
        elif answers != one.paragraph:
            family = _family_of(text)
        is_step = one.block.kind == "list_item" and _LEADS_TO_STEPS.search(lead) is not None
        if family is not None and not is_step and not _is_free(one, text):
            yield Order(one, family)


def is_order(text: str) -> bool:
    """Whether a sentence begins with an order: “Vul het formulier in.”"""
    plain = _plain(text)
    return any(start.match(plain) for start in _FIRST.values())


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
    if family is None and _REQUESTS.search(text):
        family = _duty(text) or ("act" if _TO_DO.search(text) and not _NO_ACT.search(text) else None)
    if family is None and _MUST_BE.search(text):
        family = next((family for family, done in _DONE.items() if done.search(text)), None)
    if family is None and (expected := _EXPECTED.search(text)):
        clause = text[expected.end() :]
        family = next((family for family, verb in _FINITE.items() if verb.search(clause)), None)
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
