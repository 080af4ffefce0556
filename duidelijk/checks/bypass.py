"""How a reader gets past what every page of a site repeats: the main content, headings, a skip link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from duidelijk import html
from duidelijk.checks.by_role import exposed
from duidelijk.checks.markup import attr
from duidelijk.html.names import name
from duidelijk.html.tree_index import by_id, named
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_SKIP: Final = re.compile(
    r"\b(?:naar|over|skip|jump|direct|meteen)\b.*?\b(?:\w*(?:inhoud|navigatie|menu)|content|main|zoek\w*|"
    r"navigation|search|footer|tekst)\b",
    re.IGNORECASE,
)
_FIRST: Final = 5
_MENU: Final = 5
_LONGEST: Final = 100
_KEY: Final = "checks.bypass.names"


def no_main_content(document: Document) -> Iterator[Hit]:
    """A whole page with a row of links and no main content, heading or skip link.

    Whether other pages repeat those links, one page does not tell.
    """
    whole = next(
        (tag for tag in (*named(document, "body"), *named(document, "html")) if _is_written(tag)), None
    )
    if whole is None or len(list(islice(exposed(document, "link"), _MENU))) < _MENU:
        return
    if any(True for _ in exposed(document, "main")):
        return
    if any(name(document, heading) for heading in exposed(document, "heading")):
        return
    if not any(_leads(document, link) for link in islice(exposed(document, "link"), _FIRST)):
        yield Hit(None, html.place(whole), outcome="cantTell")


def broken_skip_links(document: Document) -> Iterator[Hit]:
    """Skip links to a place that the page does not have. A script may still make that place."""
    for link in exposed(document, "link"):
        target = _fragment(link)
        if target and _SKIP.search(name(document, link)[:_LONGEST]) and not _leads(document, link):
            yield Hit(None, html.place(link), {"plek": target[:40]}, outcome="cantTell")


def _is_written(tag: Tag) -> bool:
    return html.start_tag(tag) is not None


def _fragment(link: Tag) -> str:
    """The place on the page itself that the link leads to; ``""`` for another target."""
    address = attr(link, "href")
    return unquote(address[1:]) if address.startswith("#") else ""


def _leads(document: Document, link: Tag) -> bool:
    target = _fragment(link)
    if not target:
        return False
    return target.lower() == "top" or by_id(document, target) is not None or target in _names(document)


def _names(document: Document) -> frozenset[str]:
    """The places that old pages mark with ``<a name>``."""
    found: frozenset[str] | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = frozenset(attr(tag, "name") for tag in named(document, "a"))
    return found
