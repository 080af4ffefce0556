"""Sentences that say by when the reader must or can do something; not when we do, nor how long it lasts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from duidelijk.letter.said import Said
from duidelijk.nlp.facts import Fact

_AT_ONCE: Final = re.compile(
    r"\b(?:direct|meteen|onmiddellijk|terstond|onverwijld|per omgaande"
    r"|(?:zo|liefst) (?:snel|spoedig|gauw) mogelijk|vandaag nog)\b",
    re.IGNORECASE,
)
# Terms that name no day and no length from now: “ten minste twee dagen tevoren”, “uiterlijk op de dag zelf”.
_TERM: Final = re.compile(
    r"\b(?:uiterlijk|ten laatste|niet later dan|binnen (?:de|het|een) (?:week|maand|jaar|kwartaal))\b"
    r"|\b(?:ten minste|minstens|minimaal|tot|tot en met)(?: \w+){1,2} (?:voor(?:af|dat)?|(?:van )?tevoren)\b"
    r"|\b(?:uiterste|laatste) \w*(?:datum|dag)\b|\b(?:de )?(?:\w*termijn) (?:\w+ )?(?:is|bedraagt"
    r"|loopt|eindigt)\b",
    re.IGNORECASE,
)
# In an order: “vóór de start van het werk”, “voor die tijd”, “op de dag dat”, “tot 20.00 uur”.
_EVENT: Final = re.compile(
    r"\bvóór\b|\bvoor (?:die|deze|dat|dit|de|het|uw) (?:\w+ )?"
    r"(?:tijd|datum|dag|start|begin|aanvang|einde|\w*gesprek|\w*afspraak|\w*bijeenkomst"
    r"|\w*vergadering|\w*zitting"
    r"|\w*onderzoek|\w*bezoek|operatie|training|uitvoering|verhuizing|vertrek|reis|ingebruikname"
    r"|werkzaamheden)\b"
    r"|\bop de dag (?:dat|waarop|van|zelf)\b|\b(?:tot|vanaf|na) \d{1,2}[.:]\d\d uur\b",
    re.IGNORECASE,
)
_DAY_FOR_IT: Final = re.compile(r"\b(?:op|vanaf)(?: \w+dag)? \Z", re.IGNORECASE)
_CAN: Final = re.compile(
    r"\b(?:u|je|jullie) (?:kunt|kan|kunnen|hebt|heeft|krijgt)\b"
    r"(?= (?:\w+ ){0,8}(?:tot|vóór|voor|uiterlijk|de tijd|nog|binnen)\b)"
    r"|\b(?:kunt|kan|kunnen) (?:u|je|jullie)\b|\b(?:kan|kunnen)\b.{1,120}\bworden\b"
    r"|\bde tijd om\b|^(?:dat|dit) (?:kan|moet)\b|\b(?:aanmelden|inschrijven|reageren|inleveren"
    r"|aanleveren) kan\b",
    re.IGNORECASE,
)
_GO: Final = frozenset({"kom", "ga", "bezoek"})
_PAY: Final = frozenset({"betaaldatum", "vervaldatum", "betaaltermijn", "uiterste", "inleverdatum"})
_WE: Final = re.compile(
    r"\b(?:wij|we|ik|het college|de gemeente)\b|\b(?:krijgt|ontvangt|hoort) (?:u|je)\b"
    r"|\b(?:u|je) (?:krijgt|ontvangt|hoort)\b",
    re.IGNORECASE,
)


def names_term(text: str) -> bool:
    """Whether a text has a term that names no day and no length from now."""
    return _TERM.search(text) is not None


def sets_term(said: Said, found: Sequence[Fact], *, asks: bool, is_clause: bool, has_term: bool) -> bool:
    """Whether a sentence says by when the reader can or must do something."""
    text = said.text
    if asks:
        goes = said.words[0] in _GO
        on_day = not goes and any(
            fact.kind == "date" and _DAY_FOR_IT.search(text[: fact.start]) for fact in found
        )
        return has_term or on_day or _AT_ONCE.search(text) is not None or _EVENT.search(text) is not None
    if not has_term:
        return False
    if is_clause or not _PAY.isdisjoint(said.words):
        return True
    return _CAN.search(text) is not None and _WE.search(text) is None
