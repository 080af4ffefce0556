"""Which days in a letter are still to come for who reads it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from duidelijk.letter import Letter
from duidelijk.nlp.facts import Fact, facts

_BEFORE_PAST: Final = re.compile(
    r"\b(?:van|dd\.?|d\.d\.?|sinds|vanaf|sedert|per|gedateerd|ontvangen op)\s*\Z", re.IGNORECASE
)
_PAST: Final = re.compile(
    r"\b(?:hebt|heeft|hebben|heb|had|hadden|was|waren|vroeg|vroegen|schreef|schreven|stuurden?"
    r"|ontving(?:en)?|werd)\b",
    re.IGNORECASE,
)
_GONE: Final = re.compile(r"\b(?:jl\.|j\.l\.|jongstleden)", re.IGNORECASE)
_BEFORE: Final = 20  # characters
_HALF_A_YEAR: Final = timedelta(days=183)


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
    if _GONE.search(text, fact.start, fact.end):
        return False
    day = day_of(fact.value) or _nearest(fact.value, today) or day_of(f"{fact.value}-28")
    if day is not None and today is not None:
        return day > today
    if _PAST.search(text):
        return False
    return not _BEFORE_PAST.search(text[max(0, fact.start - _BEFORE) : fact.start])


def _nearest(value: str, today: date | None) -> date | None:
    """The day that ``--12-15`` means in a letter of ``today``: the one that is at most half a year away."""
    if today is None or not value.startswith("--"):
        return None
    days = (day_of(f"{year}{value[1:]}") for year in (today.year - 1, today.year, today.year + 1))
    return next((day for day in days if day is not None and abs(day - today) <= _HALF_A_YEAR), None)
