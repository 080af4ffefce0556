"""Which blocks the language rules look at: what a writer wrote, in Dutch."""

from __future__ import annotations

from typing import Final

from duidelijk.model import Block, BlockKind, Document

_NOT_WRITTEN: Final[frozenset[BlockKind]] = frozenset({"code", "boilerplate", "address", "signature", "link"})
_KEY: Final = "language_blocks"
_FOLDED: Final = "folded_blocks"


def language_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks with Dutch text, without code, addresses, signatures and boilerplate. Worked out once."""
    found: tuple[Block, ...] | None = document.cache.get(_KEY)
    if found is None:
        page = is_dutch(document.meta.get("lang"))
        found = tuple(
            block
            for block in document.blocks
            if block.text
            and block.kind not in _NOT_WRITTEN
            and (is_dutch(block.lang) if block.lang else page)
        )
        document.cache[_KEY] = found
    return found


def folded_blocks(document: Document) -> tuple[tuple[Block, str], ...]:
    """Where words and phrases are looked for, each block with its text as it is compared. Worked out once.

    The language blocks without quotations: nobody rewrites another's words.
    """
    found: tuple[tuple[Block, str], ...] | None = document.cache.get(_FOLDED)
    if found is None:
        found = tuple(
            (block, fold(block.text)) for block in language_blocks(document) if not is_quoted(block)
        )
        document.cache[_FOLDED] = found
    return found


def is_quoted(block: Block) -> bool:
    """Whether the block is a quotation, or stands in one."""
    around: Block | None = block
    while around is not None:
        if around.kind == "quote":
            return True
        around = around.parent
    return False


def fold(text: str) -> str:
    """Lower case, straight quotes and plain hyphens, with the length kept."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if lower.isascii():
        return lower
    return lower.replace("’", "'").replace("‘", "'").replace("\u2011", "-").replace("\u2010", "-")


def is_dutch(lang: str | None) -> bool:
    """Whether a language tag leaves room for Dutch: absent, empty, ``nl`` or a variant of it."""
    return not lang or lang.lower().replace("_", "-").split("-")[0] in {"nl", "nld", "dut"}
