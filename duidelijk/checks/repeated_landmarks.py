"""Landmarks that stand in a page more than once, so that nobody can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk import html
from duidelijk.checks.attributes import is_within
from duidelijk.checks.markup import attr, named, role, with_role
from duidelijk.html.exposure import is_hidden, is_rendered
from duidelijk.html.names import name
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag


def several_mains(document: Document) -> Iterator[Hit]:
    """The second and later main contents that are shown at the same time."""
    for tag in _landmarks(document, "main", "main")[1:]:
        yield Hit(None, html.place(tag), outcome="cantTell")


def unnamed_navigation(document: Document) -> Iterator[Hit]:
    """Menus without a name of their own, on a page with several menus; not the parts of a menu.

    The same menu may stand on a page twice, with the same name.
    """
    menus = [
        menu
        for menu in _landmarks(document, "nav", "navigation")
        if menu.parent is None or not is_within(document, menu.parent, _is_menu)
    ]
    if len(menus) < 2:
        return
    first: dict[str, set[str]] = {}
    for menu in menus:
        own = name(document, menu)
        targets = {attr(link, "href") for link in menu.find_all("a")}
        if not own:
            yield Hit(None, html.place(menu), {"wat": "geen naam"}, outcome="cantTell")
        elif first.setdefault(own.casefold(), targets) != targets:
            yield Hit(None, html.place(menu), {"wat": "de naam van een ander menu"}, outcome="cantTell")


def _is_menu(_: Document, tag: Tag) -> bool:
    return role(tag) == "navigation" or (tag.name == "nav" and not role(tag))


def _landmarks(document: Document, element: str, meaning: str) -> list[Tag]:
    """What counts as this landmark by name or role and is met, in order."""
    found = [tag for tag in named(document, element) if role(tag) in {"", meaning}]
    found += [tag for tag in with_role(document) if role(tag) == meaning and tag.name != element]
    met = [tag for tag in found if is_rendered(document, tag) and not is_hidden(document, tag)]
    return sorted(met, key=lambda tag: html.place(tag).start)
