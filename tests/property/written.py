"""Documents of which we know where every word stands, and the check that a reader finds it there.

A document is a list of lines, a line is a list of pieces: markup as it stands, or a ``Word``. Each word gets
a number, so that it occurs once; ``written`` puts the lines together and keeps where each word was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from duidelijk.model import Block, Document, Span

Atom = tuple[str, str]  # how it reads, how it is written

PLAIN: tuple[Atom, ...] = tuple((char, char) for char in (*"abdefghiklmnoprstuvwzéö’😀€", "ij"))
COMPOSED: tuple[Atom, ...] = (("é", "e\u0301"), ("ï", "i\u0308"), ("ǘ", "u\u0308\u0301"))
ENTITIES: tuple[Atom, ...] = (
    ("é", "&eacute;"), ("ë", "&#235;"), ("ü", "&#xFC;"), ("&", "&amp;"), ("<", "&lt;"), ("é", "e&#x301;"),
)  # fmt: skip
ESCAPES: tuple[Atom, ...] = (("*", "\\*"), ("_", "\\_"), ("[", "\\["), ("`", "\\`"), ("\\", "\\\\"))
INVISIBLE: tuple[Atom, ...] = (("", "\u00ad"), ("", "\u200b"), ("", "\ufeff"), ("", "\u00ad\u200b"))
INVISIBLE_ENTITIES: tuple[Atom, ...] = (("", "&shy;"), ("", "&#8203;"))


class Word(NamedTuple):
    """A word around the number that makes it unique."""

    before: tuple[Atom, ...]
    after: tuple[Atom, ...]


Piece = str | Word
Line = tuple[Piece, ...]


def words(seen: Sequence[Atom], unseen: Sequence[Atom] = INVISIBLE) -> SearchStrategy[Word]:
    """Words of ``seen`` atoms with ``unseen`` ones inside, never at either end."""
    part = st.lists(st.sampled_from(seen), min_size=1, max_size=3)
    hidden = st.lists(st.sampled_from(unseen), max_size=1) if unseen else st.just([])
    return st.builds(
        lambda first, soft, later, last: Word((*first, *soft), (*later, *last)), part, hidden, hidden, part
    )


class Expected(NamedTuple):
    """A word as it reads, and where it was written."""

    text: str
    span: Span


def written(lines: Iterable[Line], newline: str) -> tuple[str, list[Expected]]:
    """The document as one string, and all its words."""
    parts: list[str] = []
    found: list[Expected] = []
    length = 0
    for line in lines:
        for piece in (*line, newline):
            if isinstance(piece, str):
                text = piece
            else:
                atoms = (*piece.before, (number := f"x{len(found)}x", number), *piece.after)
                text = "".join(source for _, source in atoms)
                reads = "".join(read for read, _ in atoms)
                found.append(Expected(reads, Span(length, length + len(text))))
            parts.append(text)
            length += len(text)
    return "".join(parts), found


def check_document(document: Document, expected: Iterable[Expected], *, twice: bool = False) -> None:
    """Every word is found exactly once and leads to exactly where it was written; every map is sound.

    ``twice``: a word may occur again in a block of another kind (a picture that is all of a heading).
    """
    source = document.source.text
    for block in document.blocks:
        check_block(block, source)
    for word in expected:
        hits = [(block, at) for block in document.blocks for at in _places(block.text, word.text)]
        assert hits, f"{word.text!r} is nergens gevonden"
        assert len(hits) == 1 or (twice and len({block.kind for block, _ in hits}) == len(hits)), word.text
        for block, at in hits:
            span = block.map.to_source(at, at + len(word.text))
            assert span == word.span, (word.text, source[slice(*span)], source[slice(*word.span)])


def check_block(block: Block, source: str) -> None:
    """The text is normal, and the map covers it without gaps, in the order of the source."""
    text = block.text
    assert text == text.strip()
    assert not re.search(r"\s{2}|[^\S ]|[\u00ad\u200b\ufeff]", text), repr(text)
    at = 0
    source_at = 0
    for t0, t1, s0, s1, literal in block.map.segments:
        assert t0 == at
        assert t1 > t0
        assert source_at <= s0 < s1 <= len(source)
        if literal:
            assert source[s0:s1] == text[t0:t1]
        at, source_at = t1, s1
    assert at == len(text)
    for inline in block.inlines:
        assert 0 <= inline.span.start <= inline.span.end <= len(text)
    assert 0 <= block.place.start <= block.place.end <= len(source)


def _places(text: str, word: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(word), text)]
