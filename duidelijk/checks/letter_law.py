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
_GROUND: Final = re.compile(
    r"[‘“\"'(]?(?:(?:op|uit) (?:grond|kracht|basis) van|gelet op|gezien|ingevolge|krachtens|overeenkomstig|"
    r"conform|volgens|in|onder verwijzing naar|met toepassing van) "
    r"(?:(?:het|de|deze|dit|onze|bepaalde?|gestelde|bepalingen) (?:in |van )?){0,3}",
    _I,
)
_RULES: Final = re.compile(
    r"(?:artikel|art\.|(?:Algemene |Wet|wet\b|[\w-]*(?:wet|verordening|beleidsregels?|wetboek)\b))", _I
)
_ARTICLE: Final = re.compile(r"[‘“\"'(]?(?:artikel|art\.) \d", _I)
_STRONG: Final = re.compile(r"[‘“\"'(]?(?:op grond van|op basis van|gelet op|ingevolge|krachtens)\b", _I)
_LEGAL_SECTION: Final = re.compile(
    r"wettelijk|grondslag|juridisch|wet\b|wetten|regels|regelgeving|wetgeving|artikel|rechtsgrond|overwegingen",
    _I,
)


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
    if _ARTICLE.match(text):
        return True
    ground = _GROUND.match(text)
    if ground is None:
        return False
    end = ground.end()
    if any(fact.kind == "law" and fact.start <= end < fact.end for fact in facts(text)):
        return True
    return _STRONG.match(text) is not None and _RULES.match(text, end) is not None
