"""Reads the Universal Dependencies files that the language model is made from, their known traps mended.

The boundaries in the lemmas are taken out and kept apart. The features (Mood, PronType, ExtPos) differ
between the files; nothing here reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_COLUMNS: Final = 10

# Whole documents of the LassySmall development set that no training sees: 222 of its 1,542 sentences.
_HELD: Final = ("wiki-6983", "wiki-1820", "wiki-3866", "wiki-5107", "WR-P-E-I-0000000014")


class Word(NamedTuple):
    """One syntactic word. ``tag`` is empty where the file has none; ``head`` counts from 0, -1 for the root.

    ``lemma`` is as a dictionary writes it; ``parts`` keeps the boundaries of compounds and particles
    that the treebanks mark (``basis_niveau``).
    """

    text: str
    lemma: str
    parts: str
    tag: str
    head: int
    dep: str
    space: bool


class Example(NamedTuple):
    """A sentence. ``id`` names the document and sentence that it came from, empty where unknown."""

    id: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.text + " " * word.space for word in self.words).rstrip()


def read(path: Path) -> Iterator[Example]:
    """The sentences of a CoNLL-U file, in order.

    Raises:
        ValueError: with the file and line, for what is not CoNLL-U.
    """
    name = ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(map(str.rstrip, lines), 1):
            if line.startswith("# sent_id = "):
                name = line.removeprefix("# sent_id = ").replace("\\", "/").rpartition("/")[2]
            elif line[:1].isdigit():
                cells = line.split("\t")
                if len(cells) != _COLUMNS:
                    raise ValueError(f"{path}:{number}: {len(cells)} columns instead of {_COLUMNS}")
                if cells[0].isdigit():  # not an empty node of the enhanced graph
                    rows.append(cells)
            elif not line and rows:
                yield Example(name, tuple(map(_word, rows)))
                name, rows = "", []
    if rows:
        yield Example(name, tuple(map(_word, rows)))


def is_held(example: Example) -> bool:
    """Whether a sentence of LassySmall dev is kept for evaluation."""
    return example.id.partition(".")[0] in _HELD


def _word(cells: list[str]) -> Word:
    form, lemma, tag = cells[1], cells[2], cells[4]
    return Word(
        text=form,
        lemma=lemma.replace("_", " " if tag == "SPEC|afk" else "") or lemma,
        parts=lemma,
        tag="" if tag == "_" else tag,
        head=int(cells[6]) - 1,
        dep=cells[7],
        space="SpaceAfter=No" not in cells[9],
    )
