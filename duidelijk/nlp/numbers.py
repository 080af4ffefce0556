"""Dutch numbers written as words."""

from __future__ import annotations

from functools import cache
from typing import Final

_UNITS: Final = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
}  # fmt: skip
_SMALL: Final = {
    **{word: value for word, value in _UNITS.items() if value > 1}, "tien": 10, "elf": 11, "twaalf": 12,
    "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19,
}  # fmt: skip
_TENS: Final = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_POWERS: Final = {"honderd": 100, "duizend": 1000}


@cache
def number_words() -> dict[str, int]:
    """Every number word from 2 to 99, and the round ones up to 99.000."""
    found = {**_SMALL, **_TENS}
    for ten, value in _TENS.items():
        for unit, extra in _UNITS.items():
            joint = "ën" if unit.endswith("e") else "en"
            found[f"{unit}{joint}{ten}"] = value + extra
    for name, power in _POWERS.items():
        found |= {f"{word}{name}": value * power for word, value in list(found.items()) if value < 100}
        found[name] = power
    return found
