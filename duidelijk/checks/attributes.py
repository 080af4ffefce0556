"""The elements of a page by the attributes they carry: one walk, for all checks on attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.checks.markup import tree
from duidelijk.html.exposure import is_hidden, is_visible
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.attributes"
_WITHIN: Final = "checks.attributes.within"


def carrying(document: Document, name: str) -> Sequence[Tag]:
    """The elements of the page itself with attribute ``name``, in order. A ``<template>`` is not shown."""
    return _index(document).get(name, ())


def is_met(document: Document, tag: Tag) -> bool:
    """Whether anybody meets the element: sees it, or hears it read out."""
    return not is_hidden(document, tag) or is_visible(document, tag)


def is_within(document: Document, tag: Tag, test: Callable[[Document, Tag], bool]) -> bool:
    """Whether ``test``, a function of a module, holds for the element or one around it; asked once each."""
    known: dict[int, bool] = document.cache.setdefault((_WITHIN, test), {})
    path = []
    element: Tag | None = tag
    while element is not None and id(element) not in known:
        path.append(element)
        element = element.parent
    holds = element is not None and known[id(element)]
    for step in reversed(path):
        holds = known[id(step)] = holds or test(document, step)
    return holds


def _index(document: Document) -> Mapping[str, Sequence[Tag]]:
    known: Mapping[str, Sequence[Tag]] | None = document.cache.get(_KEY)
    if known is not None:
        return known
    found: dict[str, list[Tag]] = {}
    soup = tree(document)
    if soup is not None:
        # Children are put back in reverse, so that the last one on the stack is the next in the page.
        waiting = list(_children(soup))
        while waiting:
            tag = waiting.pop()
            for name in tag.attrs:
                found.setdefault(name, []).append(tag)
            if tag.name != "template":
                waiting.extend(_children(tag))
    document.cache[_KEY] = found
    return found


def _children(tag: Tag) -> list[Tag]:
    from bs4.element import Tag as Element

    return [child for child in reversed(tag.contents) if isinstance(child, Element)]
