"""Puts a letter together: its parts, what its sentences do, its kind, and what the user says about it."""

from __future__ import annotations

from typing import cast

from duidelijk.letter import Letter
from duidelijk.letter.kind import kind_of
from duidelijk.letter.parts import main_parts
from duidelijk.letter.sentences import sentence_parts
from duidelijk.model import Document, LetterKind, LetterPart


def recognise(document: Document) -> Letter:
    """The letter that a document is."""
    absent = _chosen(document, "letter-absent")
    parts = main_parts(document)
    parts = tuple(part for part in (*parts, *sentence_parts(document, parts)) if part.name not in absent)
    order = {block: number for number, block in enumerate(document.blocks)}
    parts = tuple(sorted(parts, key=lambda part: (order[part.block], part.span.start, -part.span.end)))
    kind, confidence = kind_of(parts)
    chosen = document.meta.get("letter-kind")
    if chosen is not None:
        kind, confidence = cast("LetterKind", chosen), "high"
    return Letter(kind, confidence, parts, _chosen(document, "letter-present"))


def _chosen(document: Document, key: str) -> frozenset[LetterPart]:
    """The parts that the settings or the front matter name under ``key``."""
    names = document.meta.get(key, "").split(",")
    return frozenset(cast("list[LetterPart]", [name for name in names if name]))
