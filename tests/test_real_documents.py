"""Real letters and reports: what a person sees in them is what is read.

``tests/formats/expected`` has a file for each document. Its first line is the checksum and the format; then
comes a line for each block as a person who looked at the document would name it: the kind, the level, the
number of words and the begin of their checksum. None of the words are in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from duidelijk import readers

EXPECTED: Final = sorted(Path(__file__).parent.glob("formats/expected/*.txt"))
LETTERS: Final = [
    one for one in EXPECTED if not one.read_text(encoding="utf-8").split("\n")[0].endswith("pdf")
]
SLIDES: Final = [one for one in EXPECTED if one not in LETTERS]
BOUNDS: Final = 0.87
KINDS: Final = 0.82
"""How many of the blocks of slides without tags begin and end where a person sees it, and have the right kind
as well. Pictures with arrows and loose remarks are hard to read: these figures are what is reached now.
"""


class Seen(NamedTuple):
    """A block: what it is, and which words it has."""

    kind: str
    level: int
    words: int
    key: str


@cache
def expected(path: Path) -> tuple[str, str, list[Seen]]:
    """The checksum, the format and the blocks."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    _, checksum, kind = first.split()
    parts = (line.split() for line in rest)
    return checksum, kind, [Seen(name, int(level), int(count), key) for name, level, count, key in parts]


def read(path: Path, folder: Path) -> list[Seen]:
    """The blocks that are read of the document that an expectation is about."""
    checksum, _, _ = expected(path)
    for file in sorted((folder / "docs").iterdir()):
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() == checksum:
            return [
                Seen(block.kind, block.level, *_key(block.text))
                for block in readers.read(data, file.name).blocks
                if block.text.strip()
            ]
    pytest.skip("dit document is er niet")


def _key(text: str) -> tuple[int, str]:
    words = re.findall(r"\w+", text.casefold())
    return len(words), hashlib.sha256(" ".join(words).encode()).hexdigest()[:8]


def share(one: Sequence[object], other: Sequence[object]) -> float:
    """How much of both is in the other in the same order, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@pytest.mark.parametrize("path", LETTERS, ids=[one.stem for one in LETTERS])
def test_letters_and_mails_are_read_as_a_person_sees_them(path: Path, shared_data: Path) -> None:
    assert read(path, shared_data) == expected(path)[2]


def test_slides_are_read_nearly_as_a_person_sees_them(shared_data: Path) -> None:
    seen = [one for path in SLIDES for one in expected(path)[2]]
    found = [one for path in SLIDES for one in read(path, shared_data)]
    assert share([one.key for one in found], [one.key for one in seen]) >= BOUNDS
    kinds = [[(one.kind, one.key) for one in blocks] for blocks in (found, seen)]
    assert share(*kinds) >= KINDS
