"""Dutch names for what a letter is made of, as settings, front matter and reports write them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from duidelijk.model import LetterKind, LetterPart, Question

PARTS: Final[Mapping[LetterPart, str]] = MappingProxyType(
    {
        "sender": "afzender",
        "address": "adres",
        "date": "datum",
        "reference": "kenmerk",
        "subject": "onderwerp",
        "salutation": "aanhef",
        "body": "tekst",
        "decision": "besluit",
        "legal_basis": "wettelijke grond",
        "deadline": "termijn",
        "action": "wat de lezer moet doen",
        "contact": "contact",
        "objection": "bezwaar of beroep",
        "closing": "afsluiting",
        "signature": "ondertekening",
        "enclosures": "bijlagen",
    }
)
KINDS: Final[Mapping[LetterKind, str]] = MappingProxyType(
    {
        "decision": "besluit",
        "request": "verzoek",
        "invoice": "factuur",
        "invitation": "uitnodiging",
        "notice": "mededeling",
    }
)
QUESTIONS: Final[Mapping[Question, str]] = MappingProxyType(
    {"what": "wat", "why": "waarom", "when": "wanneer", "how": "hoe", "where": "waar"}
)
NO_LETTER: Final = ("none", "geen")
"""The id and the Dutch name that say that a text is no letter."""

PART_IDS: Final[Mapping[str, LetterPart]] = MappingProxyType({name: part for part, name in PARTS.items()})
KIND_IDS: Final[Mapping[str, str]] = MappingProxyType(
    {**{name: kind for kind, name in KINDS.items()}, NO_LETTER[1]: NO_LETTER[0]}
)
