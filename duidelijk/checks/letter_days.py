"""The last day of a term that is counted from the date of a letter."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

_DURATION: Final = re.compile(r"P(\d{1,3})([DWMY])")
_MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SATURDAY: Final = 5
_DECEMBER: Final = 12


def last_day(sent: date, duration: str, *, legal: bool = False) -> date | None:
    """The last day of a term of ``duration`` (``P6W``) that begins on the day after ``sent``.

    A legal term does not end in a weekend or on a holiday, but on the next working day (Algemene
    termijnenwet). None for a duration that cannot be counted in days, weeks, months or years.
    """
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    number, unit = int(match[1]), match[2]
    try:
        if unit in "DW":
            day = sent + timedelta(days=number * (7 if unit == "W" else 1))
        else:
            day = _months_later(sent, number * (12 if unit == "Y" else 1))
        while legal and (day.weekday() >= _SATURDAY or day in _holidays(day.year)):
            day += timedelta(days=1)
    except (OverflowError, ValueError):  # past the last year that there is
        return None
    return day


def in_words(day: date) -> str:
    """A day as a letter writes it: ``15 december 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _DECEMBER)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _holidays(year: int) -> frozenset[date]:
    """The days on which a legal term cannot end, by article 3 of the Algemene termijnenwet."""
    easter = _easter(year)
    moving = (easter + timedelta(days=days) for days in (-2, 1, 39, 50))
    birthday = date(year, 4, 27)
    if birthday.weekday() == _SATURDAY + 1:
        birthday -= timedelta(days=1)
    return frozenset(
        {*moving, birthday, date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    )


def _easter(year: int) -> date:
    """Easter Sunday: the first Sunday after the full moon on or after 21 March, by the church's moon."""
    century = year // 100
    leap_years_dropped = century - century // 4
    moon = (19 * (year % 19) + leap_years_dropped - (8 * century + 13) // 25 + 15) % 30
    if moon == 29 or (moon == 28 and year % 19 > 10):
        moon -= 1
    full_moon = date(year, 3, 21) + timedelta(days=moon)
    return full_moon + timedelta(days=7 - (full_moon.weekday() + 1) % 7)
