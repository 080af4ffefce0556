"""Citations and names of Dutch laws in running text.

Patterns are compiled when first needed: most short letters cite no law, and every run pays for start-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from duidelijk.model import Span
from duidelijk.nlp.abbreviations import words

_NUMBER: Final = (
    r"\d{1,5}[a-z]{0,3}(?:[:.]\d{1,4}[a-z]{0,3}){0,3}(?![\w%])"
    r"(?! (?:dag|week|maand|jaar|jaren|uur|weken|euro|procent|mensen|personen|keer))"
)
_AND: Final = r"(?:, | en | of | t/m | tot en met |[-–])"
_NUMBERS: Final = rf"{_NUMBER}(?:{_AND}{_NUMBER})*"
_ORDINAL: Final = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|laatste|enig)"
)
_LETTER: Final = r"(?:\d{1,2}[°o]?|[a-z])(?!\w)"
_PART: Final = (
    rf"(?:{_ORDINAL}(?:{_AND}{_ORDINAL})* (?:lid|leden|volzin|zin|alinea)"
    rf"|(?:lid|leden|volzin|onder|onderdeel|onderdelen|sub|letter|alinea) {_LETTER}(?:{_AND}{_LETTER})*"
    r"|aanhef)"
)
_PARTS: Final = rf"(?:(?:,? en |,? ){_PART})*"
_SHORT_NAME: Final = (
    r"(?!(?:Als|Dat|De|Die|Dit|Een|Er|Het|Hij|Ik|In|Is|Met|Na|Om|Ook|Op|Te|Tot|U|Uw|Van|Wat|We|Wet|Wij|Zij)\b)"
    r"(?:[A-Z][a-z]{0,2}[A-Z]?[a-z]{0,3}[A-Z]?|[A-Z]{2,7})(?: (?:19|20)\d\d)?(?![\w’'-])"
)
_JOINED: Final = (
    r"(?:,? (?:jo\.|juncto|j°|en|of|(?:gelezen )?in samenhang met)|,)(?: art(?:ikel(?:en)?|t?\.))?"
)

CITATION: Final = (
    rf"[Aa]rt(?:ikel(?:en)?|t?\.) ?{_NUMBERS}{_PARTS}(?:{_JOINED} {_NUMBERS}{_PARTS})*"
    rf"(?:,?(?: van de| van het)? {_SHORT_NAME})?"
)
"""An article with its parts and the short name of its law: ``artikel 3:41, eerste lid, Awb``. No groups."""

# The first letter apart: a set of characters at the start makes the search fast.
_JOURNAL: Final = (
    r"[SKTGPWE](?:"
    r"(?:tb|tcrt|rb|mb|sb|bEU|bEG|b)\.? ?(?:EU |EG )?[(\d][\w/-]*(?:,? (?:nr\. ?)?[LC]? ?\d[\w/.-]*)*"
    r"|amerstukken (?:I|II)(?: (?:en|of|/) ?(?:I|II))? \d{4}[\w/–-]*"
    r"(?:, (?:nr\. ?|p\. ?|blz\. ?)?\d[\d ]*\w?)*"
    r"|CLI:\w+:\w+:\d{4}:\w+)"
)
_CAPITALISED: Final = r"[A-ZÉ][a-zéëï]{2,}"
_HEADS: Final = (
    *(
        "Wet",
        "Wetboek",
        "Besluit",
        "Regeling",
        "Verordening",
        "Richtlijn",
        "Reglement",
        "Circulaire",
        "Verdrag",
    ),
    *(
        "wet",
        "wetboek",
        "besluit",
        "regeling",
        "verordening",
        "richtlijn",
        "reglement",
        "circulaire",
        "verdrag",
    ),
    *("Beleidsregel", "Beleidsregels", "Handvest"),
)
_OPENING: Final = words(
    "Algemene Burgerlijk Europese Gemeentelijke Landelijke Nadere Nationale Provinciale Tijdelijke"
)
_AFTER_OPENING: Final = (
    r"(?: [a-z]{3,20})?"
    r"(?: [a-z]*(?:wet|besluit|regeling|verordening|beleidsregels?|richtlijn)| Wetboek)(?![\w-])"
)
_NEXT: Final = r"(,?) (\S+)"
_LIST: Final = r",(?: [a-z]+,)? [a-z]+ en [a-z]+"
_FORMULA: Final = (
    r" (?:in verband|in het kader|in strijd|in overeenstemming|ten behoeve|ten aanzien|ten gevolge|op grond"
    r"|op basis|met betrekking|met ingang|met name|door middel|naar aanleiding|aan de hand|onder meer"
    r"|ter zake|en (?:de|het|een|u|uw|wij|we|zij|op|dat|die|in|met|voor))\b"
)
_FIRST_LINKS: Final = words("betreffende houdende inzake omtrent op over tegen ter tot van voor")
_LINKS: Final = _FIRST_LINKS | words("aan bij de der des door een en het in met of te ten tussen uit")
_STOPS: Final = words(
    """
    aanvraagt al alle als bedoeld bedoelde beginnen begint behoort beoogt bepaalde bepaalt bepalen
    beschermt beslist bestaat betaalt betekent bevat biedt binnen blijft blijken blijkt brengt dan
    dat deze die dien diende dienen dient dit doen doet draagt dus echter eindigt er gaan gaat geeft
    geen gelden geldende geldt genoemd genoemde gestelde geven gold haar had hadden hebben hebt
    heeft heet helpt hem hier hij hoeft hoort houdt hun ik indien ingevolge is je kan kent kiest
    komen komt kon krijgen krijgt kunnen kunt later legt leidt ligt loopt maakt maar mag meer men
    mij mijn mocht moest moet moeten mogen na naar neemt neergelegde niet noemt nog nu om omdat
    omschreven onder ons ontvangt onze ook opgelegd opgenomen past per regelen regelt richt rust
    schreef schrijft sinds sindsdien slechts staan staat stelt stuurt tijdens toch toen
    toepasselijke toetst toont treden treedt u uw vallen valt vanaf vanwege vastgestelde verbiedt
    vereist verleent vermelde verplicht verstaat verstrekt vervalt vervangt via volgen volgende
    volgens volgt voorziet vormt vraagt vragen waar waarbij waarin waarmee waarop waarvan wanneer
    want waren was wat we wel werd werden werkt wie wij wijst wil willen wilt worden wordt wou zal
    ze zegt ziet zij zijn zoals zodat zodra zonder zorgt zou zouden zullen zult
    """
)
_END_MARKS: Final = ".,;:!?…)]’”\"'"
_SENTENCE_ENDS: Final = ".!?:…•–-"
_MAX_WORDS: Final = 14


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern`` compiled, on first use."""
    return re.compile(pattern, flags)


def may_cite(text: str) -> bool:
    """Whether ``text`` could hold a CITATION: a quick look."""
    return "rtikel" in text or "rt." in text or "rt " in text or "rtt." in text


def laws(text: str) -> Iterator[Span]:
    """Where ``text`` cites a law or names one, in no order; spans may overlap."""
    if may_cite(text):
        for match in compiled(CITATION).finditer(text):
            if not match.start() or not text[match.start() - 1].isalnum():
                yield Span(*match.span())
    for match in compiled(_JOURNAL).finditer(text):
        yield Span(match.start(), match.start() + len(match[0].rstrip(" .,")))
    yield from _names(text)


def _names(text: str) -> Iterator[Span]:
    done = 0
    for match in compiled(_CAPITALISED).finditer(text):
        start, end = match.span()
        word = match[0]
        if word in _OPENING:
            rest = compiled(_AFTER_OPENING).match(text, end)
            end = rest.end() if rest else start
        elif not word.endswith(_HEADS):
            continue
        if start < done or end == start or text[end : end + 1].isalnum() or text[end : end + 1] in {"-", "_"}:
            continue
        done, dated = _continued(text, end)
        first = start < 2 or text[start - 2] in _SENTENCE_ENDS
        if (
            dated
            or not first
            or text[start:end].endswith(("wet", "Wet", "wetboek", "Wetboek"))
            or word in _OPENING
        ):
            yield Span(start, done)


def _continued(text: str, at: int) -> tuple[int, bool]:
    """Where the name of a law goes on to from its head word, which ends at ``at``; whether a year ends it."""
    end = at
    bare = True
    for _ in range(_MAX_WORDS):
        match = compiled(_NEXT).match(text, at)
        if match is None or compiled(_FORMULA).match(text, at):
            break
        if match[1] and not compiled(_LIST).match(text, at):
            break
        word = match[2].rstrip(_END_MARKS)
        closed = len(word) < len(match[2]) and not match[2].endswith(",")
        after = match.start(2) + len(word)
        if len(word) == 4 and word.isdigit():
            return after, True
        if word in _STOPS or not word[:1].isalnum():
            break
        if word not in _LINKS:
            end = after
            if closed or word.isupper():
                break
        elif closed or (bare and word not in _FIRST_LINKS):
            break
        bare = False
        at = after
    return end, False
