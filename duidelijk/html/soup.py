"""Which documents are markup: a web page, and a mail with a part in html."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from duidelijk.model import Document


def soup_of(document: Document) -> BeautifulSoup | None:
    """The tree of a page or of the html in a mail, with places in the document's text; else None."""
    soup: BeautifulSoup | None = document.raw if document.format in {"html", "eml"} else None
    return soup
