"""The web page as a tree that knows where everything stands; ``parse`` loads its parser only when called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.html.places import (
    attribute,
    attribute_pieces,
    attribute_value,
    comment_span,
    end_tag,
    pieces,
    place,
    start_tag,
)

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

__all__ = [
    "attribute",
    "attribute_pieces",
    "attribute_value",
    "comment_span",
    "end_tag",
    "parse",
    "pieces",
    "place",
    "start_tag",
]


def parse(text: str) -> BeautifulSoup:
    """The beautifulsoup4 tree of HTML source, as a browser builds it."""
    from duidelijk.html import tree

    return tree.parse(text)
