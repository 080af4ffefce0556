"""What a whole page must say about itself: its title and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.markup import attr, tree
from duidelijk.model import Document, Hit, Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_DOCTYPE: Final = re.compile(
    r"(?:\s|<!--.*?-->|<\?.*?\?>)*(?P<doctype><!doctype[^>]*>)", re.IGNORECASE | re.DOTALL
)


def missing_title(document: Document) -> Iterator[Hit]:
    """A page without ``<title>``, or with an empty one. A part of a page needs none."""
    soup = tree(document)
    top = _top(document, soup)
    if soup is None or top is None:
        return
    for title in soup.find_all("title"):
        if title.find_parent(["svg", "math", "template"]) is None:
            if not title.get_text(strip=True):
                yield Hit(None, html.place(title))
            return
    head = soup.find("head")
    yield Hit(None, (head and html.start_tag(head)) or top)


def missing_language(document: Document) -> Iterator[Hit]:
    """A page whose ``<html>`` does not say its language. ``xml:lang`` alone does not count."""
    soup = tree(document)
    top = _top(document, soup)
    root = soup.find("html") if soup is not None else None
    if top is not None and (root is None or not attr(root, "lang")):
        yield Hit(None, top)


def _top(document: Document, soup: BeautifulSoup | None) -> Span | None:
    """Where to point for the page as a whole: ``<html>``, the doctype or ``<head>``.

    None for a part of a page, such as a template.
    """
    if soup is None:
        return None
    root, head = soup.find("html"), soup.find("head")
    doctype = _DOCTYPE.match(document.source.text)
    return (
        (root and html.start_tag(root))
        or (Span(*doctype.span("doctype")) if doctype else None)
        or (head and html.start_tag(head))
    ) or None
