"""Which days in a letter are still to come for who reads it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from duidelijk.letter import Letter
from duidelijk.nlp.facts import Fact, facts

_BEFORE_PAST: Final = re.compile(
    r"\b(?:van|dd\.?|d\.d\.?|sinds|vanaf|sedert|per|gedateerd|ontvangen op)\s*\Z", re.IGNORECASE
)
_PAST: Final = re.compile(
    r"\b(?:hebt|heeft|hebben|heb|had|hadden|was|waren|vroeg|vroegen|schreef|schreven|stuurden?|ontving(?:en)?|werd)\b",
    re.IGNORECASE,
)
_BEFORE: Final = 20  # characters


def letter_date(found: Letter) -> date | None:
    """The day that stands at the top of the letter."""
    for part in found.of("date"):
        for fact in facts(part.text):
            day = day_of(fact.value) if fact.kind == "date" else None
            if day is not None:
                return day
    return None


def day_of(value: str) -> date | None:
    """The day that ``2026-12-15`` means; None for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def is_to_come(text: str, fact: Fact, today: date | None) -> bool:
    """Whether a date in ``text`` is after the date of the letter, or seems so in a letter without one."""
    day = day_of(fact.value)
    if day is not None and today is not None:
        return day > today
    if _PAST.search(text):
        return False
    return not _BEFORE_PAST.search(text[max(0, fact.start - _BEFORE) : fact.start])
