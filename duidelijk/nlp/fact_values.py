"""What facts are worth: the day of a date, the length of a term, whether a number passes its test."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from duidelijk.nlp.fact_patterns import MONTHS, NUMBERS

_UNITS: Final = {"da": "D", "we": "W", "ma": "M", "ja": "Y"}
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_POWERS: Final = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}


def digits(text: str) -> str:
    """Only the figures of ``text``."""
    return "".join(char for char in text if char.isdigit())


def passes_eleven(number: str) -> bool:
    """Whether eight or nine figures pass the eleven test of a burgerservicenummer."""
    nine = number.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, nine, strict=True))
    return total % 11 == 0 and int(nine) > 0


def passes_97(iban: str) -> bool:
    """Whether capitals and figures pass the test of an IBAN (ISO 7064, mod 97)."""
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1


def iso_date(match: re.Match[str]) -> str:
    """The date of a match of DATE; empty when the calendar has no such day."""
    if match["only"]:
        return f"{match['of']}-{_month(match['only']):02}"
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    elif match["d"]:
        if match["mark"] == "." and len(match["y"]) < 4:
            return ""
        day, month, year = int(match["d"]), int(match["m"]), _year(match["y"])
    else:
        day, month = int(match["day"]), _month(match["month"] or match["shared"])
        year = _year(match["year"]) if match["year"] else 0
    try:
        date(year or 2000, month, day)
    except ValueError:
        return ""
    return f"{year or '-'}-{month:02}-{day:02}"


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _year(text: str) -> int:
    number = int(text.lstrip("'’"))
    return number if number > 99 else number + (2000 if number <= 50 else 1900)


def day_time(match: re.Match[str]) -> str:
    """The time of a match of TIME: ``14:00``, or ``09:00-12:00``."""
    if match["half"]:
        return f"{(NUMBERS[match['hour'].lower()] + 11) % 12:02}:30"
    if match["quarter"]:
        hour = NUMBERS[match["near"].lower()]
        return f"{hour:02}:15" if match["quarter"].lower() == "over" else f"{(hour + 11) % 12:02}:45"
    names = ("from", "until", "clock", "colon", "between", "and", "of", "to", "whole")
    return "-".join(_clock(match[name]) for name in names if match[name])


def _clock(text: str) -> str:
    hour, _, minutes = text.replace(".", ":").partition(":")
    return f"{int(hour):02}:{minutes or '00'}"


def euros(match: re.Match[str]) -> str:
    """The euros of a match of AMOUNT, with two decimals."""
    which = "a" if match["a"] else "b"
    power = _POWERS.get((match[f"{which}m"] or match["wm"] or "").lower().rstrip("."), 1)
    if match["words"]:
        value = float(NUMBERS[match["words"].lower()])
    else:
        value = float(f"{match[which].replace('.', '')}.{match[f'{which}c'] or '0'}")
    return f"{value * power:.2f}"


def duration(match: re.Match[str]) -> str:
    """The length of a match of RELATIVE, as ISO 8601 writes it: ``P6W``, ``PT24H``."""
    count, unit = match["count"].lower(), match["unit"].lower()
    number = int(count) if count.isdigit() else NUMBERS[count]
    if unit == "uur":
        return f"PT{number}H"
    if unit == "half jaar":
        return f"P{6 * number}M"
    return f"P{number}{_UNITS[unit.removeprefix('werk').removeprefix('kalender')[:2]]}"
