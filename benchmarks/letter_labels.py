"""Reads the labels in tests/letters with their letters, and finds a labelled text in its letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final, NamedTuple

from duidelijk import readers
from duidelijk.html.soup import soup_of
from duidelijk.model import Document
from duidelijk.resources import parse_yaml

ROOT: Final = Path(__file__).resolve().parents[1]
LETTERS: Final = ROOT / "tests" / "letters"
FOLDERS: Final = {"docs": ROOT.parent / "shared" / "data" / "docs"}
_HIDDEN: Final = re.compile(r"<(?:style|script|head)\b.*?</(?:style|script|head)>|<[^>]*>", re.DOTALL)
_SPACE: Final = re.compile(r"\s+")
_LINE_BY_LINE: Final = frozenset({"sender", "address", "signature", "reference", "date", "enclosures"})


class Gold(NamedTuple):
    """A label file with its letter. Without ``document`` the letter is not on this computer.

    ``loose`` labels were written for another view of the letter: there it is enough when one text holds the
    other.
    """

    name: str
    label: Mapping[str, Any]
    document: Document | None
    loose: bool

    def part(self, name: str) -> list[str]:
        """The texts labelled as a part. What stands on several lines of a letter head is several texts."""
        entries = (self.label.get("parts") or {}).get(name) or ()
        lines = [line for entry in entries for line in self._lines(name, str(entry))]
        return [spaced(line) for line in lines if line.strip()]

    @staticmethod
    def _lines(name: str, entry: str) -> list[str]:
        return entry.splitlines() if name in _LINE_BY_LINE else [entry]

    def same(self, one: str, other: str) -> bool:
        """Whether two texts share at least half of the longer of the two."""
        shorter, longer = sorted((one, other), key=len)
        if shorter in longer:
            return self.loose or 2 * len(shorter) >= len(longer)
        matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
        return 2 * matcher.find_longest_match().size >= len(longer)


def labels(*only: str) -> Iterator[Gold]:
    """Each label file with its letter, in order; ``only`` are patterns of which one fits its name."""
    for path in sorted(LETTERS.glob("*.yml")):
        if only and not any(fnmatch(path.stem, pattern) for pattern in only):
            continue
        label = parse_yaml(path.read_text("utf-8"))
        folder = FOLDERS.get(label.get("folder", ""), LETTERS)
        file = folder / label["file"]
        document = readers.read(file.read_bytes(), file.name) if file.is_file() else None
        yield Gold(str(label["file"]), label, document, loose="folder" in label)


def places(document: Document, text: str) -> Sequence[tuple[int, int]]:
    """Where the text stands in the source, however its lines were broken and whatever markup is in it."""
    wanted = spaced(text)
    if not wanted:
        return []
    found = [
        block.map.to_source(match.start(), match.end())
        for block in document.blocks
        for match in re.finditer(re.escape(wanted), block.text.replace("\u00a0", " "))
    ]
    return found or _places_in_source(document, wanted)


def _places_in_source(document: Document, text: str) -> Sequence[tuple[int, int]]:
    """The same for text that runs on from one block to the next."""
    source = document.source.text
    if soup_of(document) is not None:
        source = _HIDDEN.sub(lambda match: " " * len(match[0]), source)
    words = [re.escape(word) for word in text.split()]
    return [match.span() for match in re.finditer(r"[\s\\>*_]+".join(words), source)]


def spaced(text: str) -> str:
    """``text`` with one space where white space is."""
    return _SPACE.sub(" ", text).strip()
