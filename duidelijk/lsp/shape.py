"""What a text is apart from its comments, to see that a new comment changes nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from duidelijk.model import Block, Document

_KEPT: Final = re.compile(r"(<(pre|textarea|listing)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_SPACE: Final = re.compile(r"\s+")
_BESIDE_TAG: Final = re.compile(r" ?(</?(?:p|li|ul|ol|td|th|tr|h[1-6]|blockquote|br|div)\b[^<>]*>) ?")


def shape(document: Document, without: str) -> tuple[object, ...]:
    """What a reader sees of a document, for comparison; ``without`` is a comment that does not count."""
    return (dict(document.meta), list(_blocks(document)), _page(document, without))


def _blocks(document: Document) -> Iterator[tuple[Any, ...]]:
    number: dict[int, int] = {}
    for block in document.blocks:
        number[id(block)] = len(number)
        yield (*_own(block), number.get(id(block.parent)))


def _own(block: Block) -> tuple[Any, ...]:
    inlines = [(inline.kind, inline.span, dict(inline.attrs)) for inline in block.inlines]
    return (
        block.kind,
        block.text,
        block.level,
        block.lang,
        block.anchor,
        block.main,
        inlines,
        dict(block.attrs),
    )


def _page(document: Document, without: str) -> str:
    """The page that a browser makes of it, with white space only where it shows."""
    if document.format == "html":
        page = str(document.raw)
    elif document.format == "markdown":
        page = _rendered(document.source.text)
    else:
        return ""
    pieces = _KEPT.split(page.replace(without, "", 1))
    pieces[::3] = [_BESIDE_TAG.sub(r"\1", _SPACE.sub(" ", piece)) for piece in pieces[::3]]
    return "".join(pieces).strip()


def _rendered(text: str) -> str:
    from duidelijk.readers.markdown_positions import parser

    return str(parser().render(text))
