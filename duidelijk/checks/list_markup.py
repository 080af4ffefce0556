"""Lists that are put together wrongly, so that assistive technology cannot say what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.elements import elements
from duidelijk.checks.markup import DECORATIVE, is_hidden, role
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

_NEAR: Final = 200
_SILENT: Final = frozenset({"script", "template", "style"})
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_TERMS: Final = frozenset({"dt", "dd"})


def broken_lists(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Items outside a list, lists that hold something else than items, and loose terms and explanations.

    A role that says that it is no list, or no item, excuses the element.
    """
    for item in elements(document, "li", whole_page=whole_page):
        parent = _parent(item)
        if (
            role(item) in {"", "listitem"}
            and parent.name not in _LISTS
            and role(parent) not in {"list", "group"}
        ):
            yield Hit(None, html.place(item), {"wat": "Dit lijstpunt staat niet in een lijst"})
    for one in elements(document, "ul", "ol", whole_page=whole_page):
        if role(one) in {"", "list"} and (wrong := _stray(one, frozenset({"li"}), "listitem")) is not None:
            yield Hit(None, html.place(wrong), {"wat": "In deze lijst staat iets dat geen lijstpunt is"})
    for one in elements(document, "dl", whole_page=whole_page):
        if not role(one) and (wrong := _stray(one, _TERMS | {"div"}, "") or _bare_group(one)) is not None:
            yield Hit(
                None,
                html.place(wrong),
                {"wat": "In deze lijst met uitleg staat iets anders dan woord en uitleg"},
            )
    for term in elements(document, "dt", "dd", whole_page=whole_page):
        parent = _parent(term)
        grouped = parent.name == "dl" or (parent.name == "div" and _parent(parent).name == "dl")
        if not role(term) and not grouped:
            yield Hit(None, html.place(term), {"wat": "Dit woord of deze uitleg staat niet in een lijst"})


def _bare_group(holder: Tag) -> Tag | None:
    """The first ``<div>`` in a ``<dl>`` that shows something and holds no term or explanation."""
    from bs4.element import NavigableString

    for group in holder.find_all("div", recursive=False):
        inside = list(islice(group.descendants, _NEAR))
        shown = any(isinstance(node, NavigableString) and not node.isspace() for node in inside)
        if shown and not role(group) and not is_hidden(group) and _TERMS.isdisjoint(_names(inside)):
            return group
    return None


def _names(nodes: list[PageElement]) -> set[str]:
    return {str(getattr(node, "name", "")) for node in nodes}


def _parent(tag: Tag) -> Tag:
    """The element around, without those that mean nothing."""
    parent = tag.parent
    while (
        parent is not None and role(parent) in DECORATIVE and parent.name in {"div", "span"} and parent.parent
    ):
        parent = parent.parent
    return parent or tag


def _stray(holder: Tag, allowed: frozenset[str], instead: str) -> Tag | None:
    """The first child that may not stand in a list; the list itself for text of its own."""
    from bs4.element import NavigableString, PreformattedString, Tag

    for node in holder.children:
        if isinstance(node, Tag):
            given = role(node)
            if node.name in allowed or node.name in _SILENT or (instead and given == instead):
                continue
            if "-" in node.name or given in DECORATIVE:  # a custom element may hold anything
                continue
            return node
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            return holder
    return None
