"""Takes out of the tree of an html mail what its writer did not write now: older mails, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from duidelijk.html.hidden import is_hidden
from duidelijk.readers.email_quotes import Apart, attribution, starts_apart

_MOST: Final = 500
"""Quotes that are taken out one by one; a mail never has more."""

_QUOTE_CLASSES: Final = frozenset(
    {"gmail_quote", "gmail_quote_container", "gmail_attr", "moz-cite-prefix", "yahoo_quoted",
     "protonmail_quote", "zmail_extra", "OutlookMessageHeader", "moz-forward-container"}
)  # fmt: skip
_REST_IDS: Final = frozenset({"divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "reply-intro"})
"""Below these, and in them, stands nothing but the older mail."""

_SIGNATURE_CLASSES: Final = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block"})
_SIGNATURE_IDS: Final = frozenset({"Signature", "signature", "ms-outlook-mobile-signature"})
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "body", "br", "center", "div", "dl", "h1", "h2", "h3", "h4", "h5",
     "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip
_CANDIDATE: Final = re.compile(
    r"\W{0,3}(?:--|_{5}|-{2,}|begin |van\b|from\b|von\b|de\b|op\b|on\b|am\b|le\b|disclaimer|di[te]|deze|th)",
    re.IGNORECASE,
)
_HEAD: Final = 1400  # characters
_NODES: Final = 150


class Taken(NamedTuple):
    """A stretch that was taken out: the nodes are in ``holder``, which is in no tree."""

    kind: Apart
    holder: Tag


def take_out(soup: Tag) -> list[Taken]:
    """Take out all that is not the writer's own, in no order; the tree keeps the rest."""
    taken = _marked(soup)
    has_quotes = any(one.kind == "quote" for one in taken)
    own = False
    gone: set[int] = set()
    for string in list(_strings(soup)):  # a list, as taking something out ends a walk
        if id(string) in gone:
            continue
        if _CANDIDATE.match(string.strip()[:40]):
            text = _text_from(string)
            kind = starts_apart(text) if own else None
            if attribution(text):
                if has_quotes or not own:
                    if len(taken) < _MOST:
                        taken.append(_alone(_block_of(string), "quote"))
                        gone.update(map(id, taken[-1].holder.descendants))
                        has_quotes = True
                    continue
                kind = "quote"
            if kind is not None:
                taken += _by_kind(_from_here(soup, string, kind))
                break
        own = True
    return taken


def has_words(soup: Tag) -> bool:
    """Whether the tree holds text that is shown."""
    return next(_strings(soup), None) is not None


def _marked(soup: Tag) -> list[Taken]:
    """Take out what mail programs mark themselves."""
    found: list[tuple[Tag, Apart]] = []
    rest: Tag | None = None
    over: PageElement | None = None  # where the last stretch that was found ends
    inside = False
    for tag in soup.descendants:
        if inside and tag is over:
            inside = False
        if inside or not isinstance(tag, Tag) or not tag.attrs:
            continue
        if str(tag.attrs.get("id", "")).removeprefix("x_") in _REST_IDS:
            rest = tag
            break
        kind = _kind(tag)
        if kind is not None and len(found) < _MOST:
            found.append((tag, kind))
            over = _after(tag)
            inside = True
            if over is None:
                break
    taken = [_from_here(soup, rest, "quote")] if rest is not None and _is_after_words(rest) else []
    return taken + [_alone(tag, kind) for tag, kind in found]


def _kind(tag: Tag) -> Apart | None:
    attrs = tag.attrs
    given = attrs.get("class", ())
    classes = set(given.split() if isinstance(given, str) else given)
    if (
        tag.name == "blockquote" and str(attrs.get("type", "")).lower() == "cite"
    ) or classes & _QUOTE_CLASSES:
        return "quote"
    is_signature = classes & _SIGNATURE_CLASSES or attrs.get("id") in _SIGNATURE_IDS
    return "signature" if is_signature or attrs.get("data-smartmail") == "gmail_signature" else None


def _after(tag: Tag) -> PageElement | None:
    """The first node after all that is in an element."""
    element: Tag | None = tag
    while element is not None:
        if element.next_sibling is not None:
            return element.next_sibling
        element = element.parent
    return None


def _is_after_words(tag: Tag) -> bool:
    before = (one for one in tag.previous_elements if isinstance(one, NavigableString))
    return any(_is_shown(one) for one in before)


def _strings(soup: Tag) -> Iterator[NavigableString]:
    """The text nodes that are shown and are more than white space, in order."""
    return (one for one in soup.descendants if isinstance(one, NavigableString) and _is_shown(one))


def _is_shown(string: NavigableString) -> bool:
    if isinstance(string, PreformattedString) or type(string) is not NavigableString or not string.strip():
        return False
    parent = string.parent
    return parent is not None and parent.name != "title" and not is_hidden(parent)


def _text_from(string: NavigableString) -> str:
    """The text from here on, as far as it is needed, with a line for each block and break."""
    parts = [str(string).lstrip()]
    size = len(parts[0])
    for number, node in enumerate(string.next_elements):
        if size > _HEAD or number > _NODES:
            break
        if isinstance(node, Tag):
            if node.name in _BLOCKS:
                parts.append("\n")
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(node.replace("\n", " "))
            size += len(node)
    return "".join(parts)


def _block_of(string: NavigableString) -> Tag | NavigableString:
    """The element that a line of text fills; the string itself where other lines stand beside it."""
    parent = string.parent
    while parent is not None and parent.name not in _BLOCKS:
        parent = parent.parent
    if parent is None or parent.name in {"body", "td"}:
        return string
    for number, node in enumerate(parent.descendants):
        if number > _NODES or (isinstance(node, Tag) and node.name in _BLOCKS):
            return string
    return parent


def _alone(node: Tag | NavigableString, kind: Apart) -> Taken:
    holder = Tag(name="div")
    holder.append(node.extract())
    return Taken(kind, holder)


def _from_here(soup: Tag, node: PageElement, kind: Apart) -> Taken:
    """Take out everything from a node on, in time linear in what there is.

    An element that holds nothing before the node goes as a whole.
    """
    while node.parent is not None and node.parent.name not in {"body", "html", soup.name}:
        if any(isinstance(one, Tag) or one.strip() for one in _siblings_before(node)):
            break
        node = node.parent
    holder = Tag(name="div")
    before = node.previous_element
    moved: list[PageElement] = []
    at: PageElement | None = node
    is_first = True
    while at is not None and at.parent is not None:
        parent = at.parent
        first = next(number for number, one in enumerate(parent.contents) if one is at) + (not is_first)
        moved += parent.contents[first:]
        del parent.contents[first:]
        if parent.contents:
            parent.contents[-1].next_sibling = None
        at, is_first = parent, False
    for one in moved:
        one.parent = holder
    holder.contents = moved
    if before is not None:
        before.next_element = None
    return Taken(kind, holder)


def _siblings_before(node: PageElement) -> Iterator[Tag | NavigableString]:
    for one in node.previous_siblings:
        if isinstance(one, (Tag, NavigableString)):
            yield one


def _by_kind(taken: Taken) -> Iterator[Taken]:
    """The stretch; of a signature, an older mail or a disclaimer below it is a stretch of its own."""
    yield taken
    if taken.kind != "signature":
        return
    first = True
    for string in _strings(taken.holder):
        if not first and _CANDIDATE.match(string.strip()[:40]):
            text = _text_from(string)
            kind = "quote" if attribution(text) else starts_apart(text)
            if kind == "quote" or kind == "disclaimer":  # noqa: PLR1714 - mypy follows this
                yield _from_here(taken.holder, string, kind)
                return
        first = False
