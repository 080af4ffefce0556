"""What a letter says that comes with it, and the list of what does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from duidelijk.checks.prose import any_of
from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.model import Document, Hit

_I: Final = re.IGNORECASE
_THINGS: Final = (
    r"(?:[\w-]*formulier\w*|kopie\w*|afschrift\w*|overzicht\w*|folder\w*|brochure\w*|flyer\w*"
    r"|plattegrond\w*|kaartje\w*|"
    r"[\w-]*specificatie\w*|verslag\w*|[\w-]*rapport\w*|pas\b|[\w-]*envelop\w*|overeenkomst\w*"
    r"|[\w-]*contract\w*|stukken|"
    r"[\w-]*lijst\w*|[\w-]*tekening\w*|foto\w*|schema\w*|[\w-]*kalender\w*|sticker\w*|polis\w*|toelichting|"
    r"bijsluiter\w*|documenten|uitdraai\w*|berekening\w*|attest\w*|getuigschrift\w*)"
)
_SENDER: Final = r"(?:wij|we|ik)"
_SEND: Final = r"sturen|stuur|zenden|zend|voeg|voegen"
_WITH_THIS: Final = (
    r"(?:bij|achter|aan) (?:deze (?:brief|mail|e-mail|aanslag|nota|rekening|factuur|uitnodiging|aanmaning"
    r"|herinnering|beschikking|beslissing|kennisgeving|vragenlijst)"
    r"|dit (?:aanslagbiljet|besluit|bericht|schrijven))"
)
_ENCLOSED: Final = re.compile(
    any_of(
        rf"""
        \b(?:bijgevoegde?|bijgaande?|bijgesloten|ingesloten|meegestuurde?|meegezonden|aangehechte?|toegevoegde?|nevensgaande?)\b
        \b(?:in|als|zie|met) (?:de |een |onze |deze |\d |twee |drie )?bijlagen?\b
        \bde bijlagen? (?:bij|van|in) deze (?:brief|mail|e-mail)\b
        \b{_WITH_THIS} (?:zit|zitten|vindt|vind|ontvangt|krijgt|hoort|horen|gaat|{_SEND})\b
        \b(?:zit|zitten|vindt|vind|zat|gaat|hoort|horen|steekt|gevoegd|gehecht)\b[^.?]{{0,80}}\b{_WITH_THIS}\b
        \b(?:u|je|de|het) [^.?]{{0,40}}{_THINGS} {_WITH_THIS}\b
        \b(?:in|met) (?:deze|dezelfde|de bijgesloten) envelop\b
        \b(?:hierbij|bij deze) (?:ontvangt|krijgt|vindt|vind|treft|gaat|{_SEND})\b[^.?]{{0,80}}\b{_THINGS}
        \b(?:{_SEND}) {_SENDER}\b[^.?]{{0,80}}\b(?:mee|bij|toe)\b(?= ?(?:[.,:]|\Z))
        \b{_SENDER} (?:{_SEND})\b[^.?]{{0,80}}\b(?:mee|bij)\b(?= ?(?:[.,:]|\Z))
        \b(?:{_SEND}|ontvangt|krijgt)\b[^.?]{{0,40}}\bhierbij\b[^.?]{{0,80}}\b{_THINGS}
        \bgaat hierbij\b|\bhierbij gevoegd\b|\bin de(?:ze)? envelop (?:vindt|vind|zit|zitten|treft)\b
        """
    ),
    _I,
)
# What the reader encloses, a law has, or hangs at the foot of the letter itself.
_BY_OTHERS: Final = re.compile(
    any_of(
        r"""
        \bacceptgiro
        \b(?:u|je) (?:hebt|heeft|had|stuurde)\b|\b(?:hebt|heeft|had|stuurde) (?:u|je)\b
        \b(?:u|je) (?:kunt|moet|dient|stuurt)\b[^?]{0,200}\bals bijlage\b
        \b(?:door u|uw) (?:\w+ ){0,2}(?:bijgevoegde|meegestuurde|ingesloten)\b
        \A(?:voeg|stuur|doe|zet)\b
        \b(?:kennis ?genomen|gezien|bekeken|gelezen|beoordeeld)\b
        \bbij (?:uw|je|de|het) (?:aanvraag|bezwaar\w*|mail|e-mail|verzoek|melding|formulier)\b
        \bbijlagen? (?:\w+ )?(?:bij|van|in) (?:de|het) (?:[\w-]*wet|verordening|regeling|besluit|beleids)
        \bbijlage (?:[ivx]+|\d+[a-z]?) (?:bij|van) (?:de|het)\b
        """
    ),
    _I,
)
# What speaks of everything that comes with the letter, by no name of its own.
_ALL: Final = re.compile(
    r"\b(?:bijlagen?|(?:bijgevoegde?|bijgaande?|bijgesloten|meegestuurde?)"
    r" (?:stukken|documenten|informatie|materiaal)"
    r"|hierbij|bijgaand|bijgevoegd)\b",
    _I,
)
_LABEL: Final = re.compile(r"(?:aantal )?bijlagen?(?:\(n\))?|aantal|geen|diversen?", _I)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_AFTER_NAME: Final = re.compile(
    r"\b(?:van|voor|over|bij|met|aan|uit|inzake|betreffende|d\.d\.|dd\.?)(?=\s)|[(:‘“\"']", _I
)
_ENDS_IN_E: Final = re.compile(r"(?:ie|ure|erte|akte|ote|ice|age|ode|ïe)\Z")  # other words with -e describe
_NEXT_ONE: Final = re.compile(r"\ben\b|[,;/+]|\d\.? ", _I)
_ADD_LIST: Final = "Noem onder aan de brief welke bijlagen erbij zitten."
_SAY_WHY: Final = "Zeg in de brief wat de lezer met deze bijlage kan doen."
_PART: Final = 5  # letters of a compound that come back alone
_MOST: Final = 40  # enclosures
_LONGEST: Final = 1_000  # characters


def unmatched_enclosures(document: Document) -> Iterator[Hit]:
    """An enclosure that the text speaks of and no list names, or a list that the text says nothing about."""
    found = letter(document)
    if found is None:
        return
    said = running_text(document, found)
    listed = found.of("enclosures")
    mention = next((one for one in said if _speaks_of_enclosure(one.text)), None)
    if mention is not None and not listed and "enclosures" not in found.present:
        yield Hit(mention.block, mention.span, {"advies": _ADD_LIST})
    elif said and not any(_ALL.search(one.text) for one in said):
        for part in listed[:_MOST]:
            names = _names(part.text)
            if names and not any(_mentions(one.text, names) for one in said):
                yield Hit(part.block, part.span, {"advies": _SAY_WHY})
                return


def _speaks_of_enclosure(text: str) -> bool:
    short = text[:_LONGEST]
    return _ENCLOSED.search(short) is not None and _BY_OTHERS.search(short) is None


def _names(text: str) -> frozenset[str]:
    """What the enclosures on a line are, without the label: ``verslag`` for “Bijlage: verslag van …”."""
    found: set[str] = set()
    for one in _NEXT_ONE.split(_LABEL.sub(" ", text[:_LONGEST])):
        words = [match[0].lower() for match in _WORD.finditer(_AFTER_NAME.split(one.strip(" :-"))[0])]
        nouns = [word for word in words if not word.endswith("e") or _ENDS_IN_E.search(word)]
        found.update((nouns or words)[:1])
    return frozenset(found)


def _mentions(text: str, names: Collection[str]) -> bool:
    """Whether a sentence speaks of an enclosure, also as “het formulier” for an “aanvraagformulier”."""
    if len(text) > _LONGEST:
        return True
    words = {match[0].lower() for match in _WORD.finditer(text)}
    return any(
        word == name
        or word.startswith(name)
        or (name.startswith(word) and len(word) >= len(name) - 2)
        or (len(word) >= _PART and name.endswith(word))
        for word in words
        for name in names
    )
