"""Which blocks the language rules look at: what a writer wrote, in Dutch."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from duidelijk.model import Block, BlockKind, Document
from duidelijk.nlp.foreign import foreign_languages, recognise

_NOT_WRITTEN: Final[frozenset[BlockKind]] = frozenset({"code", "boilerplate", "address", "signature", "link"})
_KEY: Final = "language_blocks"
_PASSED_OVER: Final = "passed_over"
_RECOGNISED: Final = "recognised_languages"
_FOLDED: Final = "folded_blocks"


class PassedOver(NamedTuple):
    """A block in another language: its code in ISO 639, and whether the document says so itself."""

    block: Block
    language: str
    declared: bool


def language_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks with Dutch text, without code, addresses, signatures and boilerplate. Worked out once.

    A block is in another language when the document says so, or when its words leave no doubt.
    """
    found: tuple[Block, ...] | None = document.cache.get(_KEY)
    if found is None:
        page = document.meta.get("lang")
        written = [block for block in document.blocks if block.text and block.kind not in _NOT_WRITTEN]
        said = {block: block.lang or page or "" for block in written}
        declared = {block: _code(lang) for block, lang in said.items() if not is_dutch(lang)}
        open_ = [block for block in written if block not in declared]
        texts = [block.text for block in open_]
        recognised = partial(recognised_language, document)
        guessed = dict(zip(open_, foreign_languages(texts, recognised), strict=True))
        found = tuple(block for block in open_ if guessed[block] is None)
        document.cache[_KEY] = found
        document.cache[_PASSED_OVER] = tuple(
            PassedOver(block, code, block in declared)
            for block in written
            if (code := declared.get(block) or guessed.get(block)) is not None
        )
    return found


def recognised_language(document: Document, text: str) -> str | None:
    """What :func:`recognise` says of a text of the document. Worked out once for each text."""
    known: dict[str, str | None] = document.cache.setdefault(_RECOGNISED, {})
    if text not in known:
        known[text] = recognise(text)
    return known[text]


def passed_over(document: Document) -> tuple[PassedOver, ...]:
    """What :func:`language_blocks` left out for its language, in order; nothing if no rule asked for them."""
    found: tuple[PassedOver, ...] = document.cache.get(_PASSED_OVER, ())
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
    return not lang or _code(lang) in {"nl", "nld", "dut"}


def _code(lang: str) -> str:
    return lang.lower().replace("_", "-").split("-")[0]
