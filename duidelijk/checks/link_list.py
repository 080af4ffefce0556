"""The links of a text, in every format: what a reader sees, hears, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urljoin

from duidelijk.checks.elements import spoken
from duidelijk.checks.markup import attr, is_hidden, link_around, named, role
from duidelijk.model import Block, Document, Span

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.link_list"
_SCHEME: Final = re.compile(r"(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_LINKS: Final = ("", "link")
_NOWHERE: Final = "http://pagina.invalid/"


class Link(NamedTuple):
    """A link with text in the main content; ``name`` is what assistive technology says."""

    block: Block
    span: Span
    text: str
    name: str
    href: str
    tag: Tag | None


def links(document: Document) -> Sequence[Link]:
    """The links in the text of the main content, in order, not those in code. Worked out once."""
    found: tuple[Link, ...] | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = tuple(
            link
            for block in document.blocks
            if block.main and block.kind not in {"boilerplate", "code", "image_alt", "title"}
            for link in _links(document, block)
        )
    return found


def target(href: str, page: str = "") -> str:
    """Where a link leads, so that equal targets compare equal: without query, fragment and scheme.

    ``page`` is the address that it is relative to; without one ``./a`` is still the same as ``a``.
    """
    bare = href.strip().partition("#")[0].partition("?")[0]
    with suppress(ValueError):  # no address at all
        bare = urljoin(page or _NOWHERE, bare).removeprefix(_NOWHERE)
    bare = _SCHEME.sub("", bare, count=1)
    return unquote(bare).rstrip("/").removesuffix("/index.html").lower()


def page_address(document: Document) -> str:
    """Where the page says that it stands: ``<base>``, else its canonical address; ``""`` for neither."""
    for name, wanted in (("base", ""), ("link", "canonical")):
        for tag in named(document, name):
            if (not wanted or wanted in attr(tag, "rel").lower().split()) and "//" in attr(tag, "href"):
                return attr(tag, "href")
    return ""


def _links(document: Document, block: Block) -> Sequence[Link]:
    code = [inline.span for inline in block.inlines if inline.kind == "code"]
    found = []
    for inline in block.inlines:
        if inline.kind != "link":
            continue
        start, end = inline.span
        if any(
            (one.start <= start and end <= one.end) or start <= one.start < one.end <= end for one in code
        ):
            continue
        text = block.text[start:end].strip()
        tag = link_around(document, block.map.to_source(start, end).start)
        if tag is not None and (role(tag) not in _LINKS or is_hidden(tag)):
            continue
        name = spoken(tag) if tag is not None else text
        href = attr(tag, "href") if tag is not None else inline.attrs.get("href", "")
        if text:
            found.append(Link(block, inline.span, text, name or text, href, tag))
    return found
