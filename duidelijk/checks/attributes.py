"""The elements of a page by the attributes they carry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.html.exposure import is_hidden, is_visible
from duidelijk.html.nodes import within
from duidelijk.html.tree_index import index
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_TEMPLATES: Final = "checks.attributes.templates"
_WITHIN: Final = "checks.attributes.within"


def carrying(document: Document, name: str) -> Sequence[Tag]:
    """The elements of the page itself with attribute ``name``, in order. A ``<template>`` is not shown."""
    found = index(document).by_attribute.get(name, ())
    inside = _in_templates(document) if found else None
    return [tag for tag in found if id(tag) not in inside] if inside else found


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


def _in_templates(document: Document) -> set[int]:
    known: set[int] | None = document.cache.get(_TEMPLATES)
    if known is None:
        templates = index(document).by_name.get("template", ())
        # An inner template is part of the outer one: no need to look into it again.
        known = document.cache[_TEMPLATES] = set()
        for template in templates:
            if id(template) not in known:
                known.update(map(id, within(template)))
    return known
