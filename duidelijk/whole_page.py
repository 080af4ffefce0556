"""The whole of a web page: the menu, the footer and the cookie bar as well as the main content.

A writer sees what is wrong in the main content; who looks after the site can ask for all of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from duidelijk.model import Block, BlockKind, Document, Problem


def has_more(document: Document) -> bool:
    """Whether the page shows anything outside its main content."""
    return any(not block.main for block in document.blocks)


def whole_page(document: Document) -> Document:
    """The document with all of the page as its main content; a document that is all main as it stands."""
    if document.format != "html" or not has_more(document):
        return document
    made: dict[Block, Block] = {}
    for block in document.blocks:  # what a block belongs to comes before it
        parent = None if block.parent is None else made.get(block.parent, block.parent)
        made[block] = block if block.main and parent is block.parent else _as_main(block, parent)
    of_tree = {key: value for key, value in document.cache.items() if _is_of_tree(key)}
    return replace(document, blocks=tuple(made.values()), cache=of_tree)


def outside(count: int, name: str) -> Problem:
    """The notice that there is more outside the main content."""
    what = "is nog 1 melding" if count == 1 else f"zijn nog {count} meldingen"
    return Problem(f"Om de inhoud heen {what}. Met --heel-de-pagina ziet u ook menu en voet.", name)


def _is_of_tree(key: object) -> bool:
    """Whether what is kept under this key comes from the tree of the page, whatever its blocks are."""
    return isinstance(key, str) and key.startswith("html.")


def _as_main(block: Block, parent: Block | None) -> Block:
    kind = (
        cast("BlockKind", block.attrs.get("kind", block.kind)) if block.kind == "boilerplate" else block.kind
    )
    attrs = block.attrs if block.main else {key: value for key, value in block.attrs.items() if key != "kind"}
    return replace(block, kind=kind, main=True, parent=parent, attrs=attrs)
