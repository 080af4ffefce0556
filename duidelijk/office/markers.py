"""Numbers and bullets of lists as text, whatever the format calls them."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 60  # characters of a marker
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 3999
_DASHES: Final = frozenset("-‐‑‒–—\uf02d\uf0be")
_BULLET: Final = "•"
_ALPHABET: Final = 26
_MOST_REPEATED: Final = 9


def bullet(text: str) -> str:
    """A bullet as text: symbol fonts have theirs where nobody else has letters."""
    first = text.strip()[:1]
    if first and first in _DASHES:
        return "–"
    is_letter = first.isalnum()  # ‘o’ in Courier, ‘n’ and ‘q’ in Wingdings
    return _BULLET if not first or is_letter or "\ue000" <= first <= "\uf8ff" else first


def roman(number: int) -> str:
    """‘iv’ for 4; digits for what has no Roman number."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    found = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        found += letters * times
    return found


def letters(number: int, *, repeats: bool) -> str:
    """‘a’ to ‘z’ for 1 to 26, and then ‘aa’, ‘bb’ or ‘aa’, ‘ab’; digits for anything else."""
    if number <= 0 or (repeats and number > _ALPHABET * _MOST_REPEATED):
        return str(number)
    if repeats:
        times, at = divmod(number - 1, _ALPHABET)
        return chr(ord("a") + at) * (1 + times)
    found = ""
    while number > 0:
        number, at = divmod(number - 1, _ALPHABET)
        found = chr(ord("a") + at) + found
    return found
