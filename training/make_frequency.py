"""Makes lexicons/woordfrequentie.bin: the Dutch words of wordfreq with their Zipf values, read in place.

The format is described in duidelijk/nlp/frequency.py. What is no Dutch word form is left out: other scripts,
digits, web addresses, initials, emoji.

Usage: python make_frequency.py OUT.bin
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from math import log10
from operator import eq
from pathlib import Path
from typing import Final

from wordfreq import get_frequency_dict

from duidelijk.nlp.frequency import HEADER, LONG, MAGIC, STEPS, VERSION

_BLOCK: Final = 16
_IS_WORD: Final = re.compile(r"[a-zà-öø-ÿœĳ]+(?:['-][a-zà-öø-ÿœĳ]+)*").fullmatch


def main() -> None:
    """Write the table."""
    values = {
        word.encode(): round(STEPS * (log10(share) + 9))
        for word, share in get_frequency_dict("nl", "large").items()
        if _IS_WORD(word)
    }
    words = sorted(values)
    blocks = [
        b"".join(_encoded(words[start : start + _BLOCK], values)) for start in range(0, len(words), _BLOCK)
    ]
    places = [HEADER.size + 4 * len(blocks)]
    for block in blocks:
        places.append(places[-1] + len(block))
    size = places.pop()
    data = HEADER.pack(MAGIC, VERSION, size, len(words), _BLOCK, len(blocks))
    data += struct.pack(f"<{len(places)}I", *places) + b"".join(blocks)
    Path(sys.argv[1]).write_bytes(data)
    print(f"{len(words)} words, {len(data)} bytes, Zipf from {min(values.values()) / STEPS:.2f}")


def _encoded(words: Sequence[bytes], values: dict[bytes, int]) -> Iterator[bytes]:
    """The bytes of each word of a block."""
    yield bytes([len(words[0])]) + words[0] + bytes([values[words[0]]])
    for before, word in pairwise(words):
        same = min(sum(1 for _ in takewhile(bool, map(eq, before, word))), LONG)
        rest = word[same:]
        length = bytes([same << 4 | len(rest)]) if len(rest) < LONG else bytes([same << 4 | LONG, len(rest)])
        yield length + rest + bytes([values[word]])


if __name__ == "__main__":
    main()
