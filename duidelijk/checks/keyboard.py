"""Attributes that change how a keyboard works on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from duidelijk import html
from duidelijk.checks.attributes import carrying
from duidelijk.checks.markup import attr
from duidelijk.html.exposure import is_focusable, tab_index
from duidelijk.model import Document, Hit

_MOST: Final = 32_767  # browsers take a higher number for none


def positive_tabindex(document: Document) -> Iterator[Hit]:
    """Elements that the tab key visits before all others. Whether that makes sense, somebody must see."""
    for tag in carrying(document, "tabindex"):
        number = tab_index(tag)
        if number is not None and 0 < number <= _MOST and is_focusable(document, tag):
            yield Hit(None, html.place(tag), {"getal": number}, outcome="cantTell")


def access_keys(document: Document) -> Iterator[Hit]:
    """The first element with a key of its own; once a page, as sites have either none or a row of them."""
    keyed = [
        (tag, keys[0])
        for tag in carrying(document, "accesskey")
        if (keys := attr(tag, "accesskey").split()) and is_focusable(document, tag)
    ]
    if keyed:
        tag, key = keyed[0]
        yield Hit(None, html.place(tag), {"toets": key, "aantal": len(keyed)}, outcome="cantTell")
