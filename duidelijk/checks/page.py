"""What a whole page must say about itself: its title and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk import html
from duidelijk.checks.markup import attr, named, tree
from duidelijk.model import Document, Hit, Span

_DOCTYPE: Final = re.compile(
    r"(?:\s|<!--.*?-->|<\?.*?\?>)*(?P<doctype><!doctype[^>]*>)", re.IGNORECASE | re.DOTALL
)


def missing_title(document: Document) -> Iterator[Hit]:
    """A page without ``<title>``, or with an empty one. A part of a page needs none."""
    top = _top(document)
    if top is None:
        return
    for title in named(document, "title"):
        if title.find_parent(["svg", "math", "template"]) is None:
            if not title.get_text(strip=True):
                yield Hit(None, html.place(title))
            return
    yield Hit(None, _written(document, "head") or top)


def missing_language(document: Document) -> Iterator[Hit]:
    """A page whose ``<html>`` does not say its language. ``xml:lang`` alone does not count."""
    top = _top(document)
    if top is not None and not any(attr(root, "lang") for root in named(document, "html")[:1]):
        yield Hit(None, top)


def _top(document: Document) -> Span | None:
    """Where to point for the page as a whole: ``<html>``, the doctype or ``<head>``.

    None for a part of a page, such as a template.
    """
    if tree(document) is None:
        return None
    doctype = _DOCTYPE.match(document.source.text)
    return (
        _written(document, "html")
        or (Span(*doctype.span("doctype")) if doctype else None)
        or _written(document, "head")
    )


def _written(document: Document, name: str) -> Span | None:
    """The start tag of the first element of that name, if it stands in the source."""
    return next((html.start_tag(tag) for tag in named(document, name)), None)
