"""What is worked out once for a block: in this document, and as long as an open text still has that block."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from duidelijk.memory import Drawer
from duidelijk.model import Block, Document, Hit

ASKED: Final = "asked_for_words"
"""Whether somebody asked the language model about the words of the document: what reports name it for."""

_T = TypeVar("_T")


class _Value(NamedTuple):
    """A value in a drawer, and whether the language model was asked for it."""

    value: Any
    asked: bool


def drawer(document: Document, block: Block) -> Drawer:
    """What has been worked out about a block, in this version of the text or the last."""
    found: Drawer | None = document.cache.get(block)  # compared by identity: its id could come back
    if found is None:
        memory = document.memory
        found = document.cache[block] = {} if memory is None else memory.about(_content(document, block))
    return found


def recalled(
    document: Document, name: Hashable, block: Block, make: Callable[[], _T], *given: Hashable
) -> _T:
    """The value with this name for a block, made once.

    It may follow from the kind, text and inline marks of the block, the language model, and what is ``given``
    besides; not from its place, attributes or neighbours. So it must not hold a ``Block``, nor an offset in
    the source: the next version of the text gets the same value.

    Raises:
        Stopped: when the document has a memory, and nobody waits for the outcome any more.
    """
    known = drawer(document, block)
    key: Hashable = (name, *given) if given else name
    found: _Value | None = known.get(key)
    if found is None:
        if document.memory is not None:
            document.memory.go_on()
        found = known[key] = _made(document, make)
    elif found.asked:
        document.cache[ASKED] = True
    value: _T = found.value
    return value


def block_by_block(
    document: Document, blocks: Iterable[Block], look: Callable[..., Iterable[Hit]], /, **options: Hashable
) -> Iterator[Hit]:
    """The hits of ``look(document, block, **options)`` in each block, worked out once as :func:`recalled`."""
    given = tuple(options.values())
    for block in blocks:
        make = partial(_hits_without_block, document, block, look, options)
        for span, values, suggestions, level, outcome in recalled(document, look, block, make, *given):
            yield Hit(block, span, values, suggestions, level, outcome)


def _hits_without_block(
    document: Document, block: Block, look: Callable[..., Iterable[Hit]], options: Mapping[str, Hashable]
) -> tuple[tuple[Any, ...], ...]:
    return tuple(
        (hit.span, hit.values, hit.suggestions, hit.level, hit.outcome)
        for hit in look(document, block, **options)
    )


def _content(document: Document, block: Block) -> Hashable:
    """What values of a block follow from, without its place: equal for the same block in the next version."""
    marks = tuple((inline.kind, inline.span) for inline in block.inlines)
    return document.pipeline, document.parse, block.kind, block.text, marks


def _made(document: Document, make: Callable[[], object]) -> _Value:
    before = document.cache.pop(ASKED, False)
    try:
        value = make()
        return _Value(value, bool(document.cache.get(ASKED)))
    finally:
        document.cache[ASKED] = before or document.cache.get(ASKED, False)
