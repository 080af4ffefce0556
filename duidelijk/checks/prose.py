"""What the checks share: which blocks hold running text that the writer can change, and sets of words."""

from __future__ import annotations

from typing import Final

from duidelijk.measure import PROSE
from duidelijk.model import Block, Document
from duidelijk.nlp.language import is_quoted, language_blocks

_KEY: Final = "checks.prose"


def prose_blocks(document: Document) -> tuple[Block, ...]:
    """The Dutch running text of the main content, without quotations: nobody rewrites another's words."""
    found: tuple[Block, ...] | None = document.cache.get(_KEY)
    if found is None:
        found = tuple(
            block
            for block in language_blocks(document)
            if block.main and block.kind in PROSE and not is_quoted(block)
        )
        document.cache[_KEY] = found
    return found


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which stand apart by white space."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A group of a regular expression with the alternatives that stand on the lines of ``text``."""
    return f"(?:{'|'.join(line.strip() for line in text.splitlines() if line.strip())})"
