"""What a Dutch official letter is made of: its parts, what its sentences do, and which kind of letter it is.

Importing this is cheap; what costs time loads when a letter is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from duidelijk.model import Block, Confidence, Document, LetterKind, LetterPart, Span

__all__ = ["Letter", "Part", "is_letter", "letter"]

_KEY: Final = "letter"


class Part(NamedTuple):
    """A part of a letter: a line, a block or a sentence. ``span`` is in ``block.text``."""

    name: LetterPart
    block: Block
    span: Span

    @property
    def text(self) -> str:
        """The words of the part."""
        return self.block.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """A letter with its parts in the order of the text; a sentence may be several parts at once.

    ``present`` are parts that the settings say are on the letter paper, ``absent`` those they deny.
    """

    kind: LetterKind
    confidence: Confidence
    parts: tuple[Part, ...]
    present: frozenset[LetterPart] = frozenset()

    def of(self, name: LetterPart) -> tuple[Part, ...]:
        """The parts with this name, in order."""
        return tuple(part for part in self.parts if part.name == name)

    def has(self, name: LetterPart) -> bool:
        """Whether the letter has this part, in the text or on its paper."""
        return name in self.present or any(part.name == name for part in self.parts)


def is_letter(document: Document) -> bool:
    """Whether a document of any format is a letter. What the settings or front matter say comes first."""
    from duidelijk.letter.parts import looks_like_letter

    chosen = document.meta.get("letter-kind")
    return looks_like_letter(document) if chosen is None else chosen != "none"


def letter(document: Document) -> Letter | None:
    """The parts and the kind of a letter, worked out once per document; None when it is no letter."""
    if _KEY not in document.cache:
        from duidelijk.letter.recognise import recognise

        document.cache[_KEY] = recognise(document) if is_letter(document) else None
    found: Letter | None = document.cache[_KEY]
    return found
