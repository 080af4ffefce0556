"""Sentences in a letter that begin with the law instead of the message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.model import Document, Hit
from duidelijk.nlp.facts import facts

_I: Final = re.IGNORECASE
_QUOTE: Final = r"[‘“\"'(]?"
# Old words for a ground in law; with these the name of any rule will do.
_STRONG: Final = (
    r"(?:op (?:de )?(?:grond|voet|basis|kracht)(?: van)?|uit (?:hoofde|kracht) van|gelet op|gezien"
    r"|ingevolge|krachtens"
    r"|overeenkomstig|conform|met toepassing van|onder verwijzing naar|met inachtneming van|in navolging van)"
)
_NAMED: Final = re.compile(rf"{_QUOTE}{_STRONG} ", _I)
_WEAK: Final = re.compile(
    rf"{_QUOTE}(?:volgens|in|uit|blijkens) (?:(?:het|de|deze|dit|onze|bepaalde?|gestelde"
    rf"|bepalingen) (?:in |van )?){{0,3}}",
    _I,
)
_RULES: Final = re.compile(
    r"\b(?:artikel(?:en)?|art\.|[\w-]*(?:wet|wetten|wetboek|verordening|reglement|regeling|decreet"
    r"|keur|statuut)\b"
    r"|APV|Awb|Bbl|Wmo|Wlz|Woo|beleidsregels?|wettelijke? \w+"
    r"|besluit (?=[a-z ]{0,40}\b(?:leefomgeving|kwaliteit"
    r"|activiteiten)))",
    _I,
)
_ARTICLE: Final = re.compile(
    rf"{_QUOTE}(?:(?:het )?(?:\w+ )?(?:lid|bepaalde) (?:van|in) )?(?:artikel|art\.) \d", _I
)
_VERB: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|bent|hebt|heeft|hebben|heb|kunt|kan|kunnen|moet|moeten|mag|mogen"
    r"|dient|dienen|krijgt"
    r"|wij|we|ik|u|bedraagt|geldt|gelden|rust|bestaat|besluit|besluiten|verleen\w*|wijs|wijzen"
    r"|ontbre\w+|betaalt)\b",
    _I,
)
_LEGAL_SECTION: Final = re.compile(
    r"wettelijk|grondslag|juridisch|wet\b|wetten|regels|regelgeving|wetgeving|artikel|rechtsgrond",
    _I,
)
_LONGEST: Final = 300  # characters


def law_first(document: Document) -> Iterator[Hit]:
    """Sentences that open with a legal ground. Not in the clause on objection or a section about the law."""
    found = letter(document)
    if found is None:
        return
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    for one in running_text(document, found):
        if (one.block, one.span.start) in legal or _LEGAL_SECTION.search(one.heading):
            continue
        if _opens_with_law(one.text):
            yield Hit(one.block, one.span)


def _opens_with_law(text: str) -> bool:
    """Whether a law stands before the first verb: “Gelet op het vorige en op artikel 5 … verlenen wij”."""
    text = text[:_LONGEST]
    if _ARTICLE.match(text):
        return True
    laws = [fact for fact in facts(text) if fact.kind == "law"]
    weak = _WEAK.match(text)
    if weak is not None:
        return any(fact.start <= weak.end() < fact.end for fact in laws)
    if _NAMED.match(text) is None:
        return False
    verb = _VERB.search(text)
    end = verb.start() if verb is not None else len(text)
    return any(fact.start < end for fact in laws) or _RULES.search(text, 0, end) is not None
