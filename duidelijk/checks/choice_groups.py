"""Choices that belong together, and the question above them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.around import nearest
from duidelijk.checks.markup import attr
from duidelijk.html.exposed import is_exposed
from duidelijk.html.names import name
from duidelijk.html.native_names import input_type
from duidelijk.html.roles import role
from duidelijk.html.tree_index import named, referred
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_CHOICES: Final = frozenset({"checkbox", "radio"})
_GROUPS: Final = frozenset({"group", "radiogroup"})


def unnamed_choice_groups(document: Document) -> Iterator[Hit]:
    """The first of several choices with one field name and no named group around them.

    The name of each choice may hold the question as well; somebody has to look.
    """
    groups: dict[tuple[str, str, int], list[Tag]] = {}
    for tag in named(document, "input"):
        kind = input_type(tag)
        if (
            kind in _CHOICES
            and attr(tag, "name")
            and role(document, tag) == kind
            and is_exposed(document, tag)
        ):
            form = nearest(document, tag, _is_form)
            groups.setdefault((kind, attr(tag, "name"), id(form)), []).append(tag)
    for choices in groups.values():
        first = choices[0]
        if len(choices) > 1 and not any(_has_question(document, tag) for tag in (first, choices[-1])):
            yield Hit(None, html.place(first), {"aantal": len(choices)}, outcome="cantTell")


def _has_question(document: Document, tag: Tag) -> bool:
    """Whether a reader of the choice hears the question: from a group, a description or a double label."""
    if nearest(document, tag, _is_named_group) is not None:
        return True
    if referred(document, tag, "aria-describedby"):
        return True
    return len(referred(document, tag, "aria-labelledby")) > 1


def _is_form(_: Document, tag: Tag) -> bool:
    return tag.name == "form"


def _is_named_group(document: Document, tag: Tag) -> bool:
    return role(document, tag) in _GROUPS and bool(name(document, tag))
