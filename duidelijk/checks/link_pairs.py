"""Links that stand side by side with the same target, and links that open a new window unannounced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.elements import elements, is_link, plain, spoken
from duidelijk.checks.link_list import target
from duidelijk.checks.markup import attr, text_elsewhere
from duidelijk.html.tree_index import by_id
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_NOTICE: Final = re.compile(
    r"\b(?:nieuwe?|ander) (?:venster|tab|tabblad|scherm|raam|pagina)|\bexterne?\b|\bopent\b|\bpop-?up\b"
    r"|\bnew (?:window|tab)",
    re.IGNORECASE,
)
_STEPS: Final = 40  # nodes between two links that may still stand side by side


def double_links(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """A link on an image directly before or after a link in text, both to the same place."""
    previous: Tag | None = None
    for link in elements(document, "a", whole_page=whole_page):
        if not is_link(link) or attr(link, "tabindex") == "-1":
            continue
        earlier, previous = previous, link
        if earlier is None or _shows_image(earlier) == _shows_image(link):
            continue
        same = attr(earlier, "href") == attr(link, "href") and target(attr(link, "href"))
        if same and _adjacent(earlier, link):
            yield Hit(None, html.place(link))


def new_windows(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Links with ``target="_blank"`` that do not say that they open a new window."""
    for link in elements(document, "a", whole_page=whole_page):
        if attr(link, "target").lower() != "_blank" or not is_link(link):
            continue
        said = " ".join(
            [
                spoken(link),
                plain(link),
                attr(link, "title"),
                attr(link, "aria-label"),
                _described(document, link),
            ]
        )
        if not _NOTICE.search(said) and not _is_announced(link):
            yield Hit(None, html.place(link))


def _shows_image(link: Tag) -> bool:
    """Whether there is an image in the link and no text."""
    return not link.get_text(strip=True) and link.find(["img", "picture", "svg"]) is not None


def _adjacent(first: Tag, second: Tag) -> bool:
    """Whether no text and nothing to use stands between two links."""
    from bs4.element import NavigableString, Tag

    inside = set(map(id, first.descendants))
    node = first.next_element
    for _ in range(_STEPS + len(inside)):
        if node is second or node is None:
            return node is second
        if id(node) not in inside:
            if isinstance(node, Tag):
                if node.name in {"button", "input", "select", "textarea", "li", "img", "tr", "article"}:
                    return False
            elif type(node) is NavigableString and not node.isspace():
                return False
        node = node.next_element
    return False


def _described(document: Document, link: Tag) -> str:
    names = attr(link, "aria-describedby").split()[:5]
    found = [by_id(document, name) for name in names]
    return " ".join(text_elsewhere(tag) for tag in found if tag is not None)


def _is_announced(link: Tag) -> bool:
    """Whether the text right after the link says it."""
    after = link.next_sibling
    return after is not None and bool(_NOTICE.search(after.get_text()[:60]))
