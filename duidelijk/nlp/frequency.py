"""How common a Dutch word is, on the Zipf scale.

A word of Zipf *z* stands 10 ** (z - 9) times among all words: *de* is 7.7, *gemeente* 5.3, *huurtoeslag* 2.9
and what stands less than once in 100 million words is below 1. Words below 3 are rare.

The table (lexicons/woordfrequentie.bin, with its card) is read in place, a few kilobytes a look-up. Its
format, all numbers little-endian:

- a header: the magic ``ZIPF-NL``, one byte for the version, then as unsigned 32-bit numbers the size of the
  file in bytes, the number of words, the number of words in a block and the number of blocks;
- for every block its place in the file, as an unsigned 32-bit number;
- the blocks, their words sorted by UTF-8 bytes. The first word of a block is whole: its length in one byte,
  its bytes, its value. Of the others one byte says how many bytes are as in the word before it (high half)
  and how many follow (low half; 15: the next byte says how many), then those bytes, then the value;
- a value is one byte: 32 times the Zipf.
"""

from __future__ import annotations

import functools
import mmap
import struct
import unicodedata
from math import log10
from typing import Final, NamedTuple

from duidelijk.errors import RuleError
from duidelijk.resources import data_folder

FILE: Final = "woordfrequentie.bin"
MAGIC: Final = b"ZIPF-NL"
VERSION: Final = 1
HEADER: Final = struct.Struct("<7sBIIII")
STEPS: Final = 32
LONG: Final = 15

_PLAIN: Final = str.maketrans("’‘‑‐áéíóú", "''--aeiou")
_QUOTES: Final = str.maketrans("’‘‑‐", "''--")


class _Table(NamedTuple):
    """The open file, and the places of its blocks."""

    data: mmap.mmap
    places: tuple[int, ...]
    size: int
    file: str


@functools.lru_cache(maxsize=1 << 15)
def zipf(word: str) -> float:
    """The Zipf value of one word form, 0.0 when it is unknown.

    Capitals make no difference, nor do accents that only stress (``gráág``) when the word with them is
    unknown. A word with hyphens counts as the words around them do together (``e-mail``), which is how the
    source of the table counts it. Numbers are unknown.

    Raises:
        RuleError: when the table is missing or damaged.
    """
    plain = unicodedata.normalize("NFC", word).lower().translate(_QUOTES).strip("'.-")
    if not plain:
        return 0.0
    table = _table()
    try:
        found = _look_up(table, plain) or _look_up(table, plain.translate(_PLAIN))
        if not found and "-" in plain:
            return _together([_look_up(table, part) for part in plain.split("-") if part])
    except (IndexError, struct.error) as error:
        raise _damaged(table.file) from error
    return found


def _together(values: list[float]) -> float:
    """The Zipf of words that stand together: as often as their harmonic sum, 0.0 when one is unknown."""
    if not all(values):
        return 0.0
    return -log10(sum(10**-value for value in values))


def _look_up(table: _Table, word: str) -> float:
    key = word.encode("utf-8", "replace")
    data, places = table.data, table.places
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        at = places[middle]
        if data[at + 1 : at + 1 + data[at]] <= key:
            low = middle + 1
        else:
            high = middle
    if not low:
        return 0.0
    at = places[low - 1]
    end = at + 1 + data[at]
    found = data[at + 1 : end]
    for _ in range(table.size - 1):
        if found >= key or end + 1 >= len(data):
            break
        step = data[end + 1]
        start, more = end + 2, step & LONG
        if more == LONG:
            more = data[start]
            start += 1
        end = start + more
        found = found[: step >> 4] + data[start:end]
    return data[end] / STEPS if found == key else 0.0


@functools.cache
def _table() -> _Table:
    path = data_folder("lexicons") / FILE
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise _damaged(str(path)) from error
    try:
        magic, version, length, _, size, blocks = HEADER.unpack_from(data)
        places = struct.unpack_from(f"<{blocks}I", data, HEADER.size)
    except struct.error as error:
        raise _damaged(str(path)) from error
    if (magic, version, length) != (MAGIC, VERSION, len(data)) or any(place >= length for place in places):
        raise _damaged(str(path))
    return _Table(data, places, size, str(path))


def _damaged(file: str) -> RuleError:
    return RuleError(
        "De lijst met woordfrequenties ontbreekt of is beschadigd.",
        file=file,
        hint="Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk",
    )
