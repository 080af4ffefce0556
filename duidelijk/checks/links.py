"""Links whose text does not say where they lead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.by_role import having
from duidelijk.checks.elements import is_main
from duidelijk.checks.empty_phrases import says_nothing
from duidelijk.checks.markup import link_around, tree
from duidelijk.checks.prose import any_of
from duidelijk.html.exposed import is_exposed
from duidelijk.html.names import description, name
from duidelijk.html.roles import role
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp.language import is_dutch

if TYPE_CHECKING:
    from bs4.element import Tag

_EDGES: Final = " \t\u00a0.,:;!?…»«›‹→⟶➜▶►>-–|()[]‘’“”'\""
_ARROW: Final = re.compile(r"[>»›→⟶➜▶►\s]+")
_THING: Final = r"(?:link|links|pagina|website|site|webpagina|artikel|bericht|document|bestand)"
_THIS: Final = r"(?:(?:de|deze|dit|het|die|onze|een) )?"
_INFO: Final = r"(?:meer|meer informatie|meer info|meer weten|informatie|info|verder|alles|details|hierover)"
_VAGUE: Final = re.compile(
    any_of(
        rf"""
        (?:(?:klik|klikt u|lees|bekijk|zie|kijk|download|ga|via) (?:dan |u |nu |even |het |dit )?)?hier(?:op)?
        klik(?:ken)?|hier klikken|daar|lees|lezen|bekijk|bekijken
        download|downloaden|hier downloaden|doorgaan|ga verder
        (?:klik |lees |bekijk )?hier (?:voor |vindt u |vind je |leest u |lees je )?{_INFO}(?: hierover)?
        (?:lees |bekijk |ontdek |toon |naar )?{_INFO}(?: (?:hierover|hier|lezen|bekijken|zien|weten))?
        (?:lees|bekijk|zie|open) (?:het|dit|de|deze|het hele|het volledige)(?: {_THING})?
        (?:klik (?:op )?|via |op |(?:ga |door )?naar |bezoek |bekijk )?{_THIS}{_THING}
        (?:click )?here|(?:read |learn )?more|more info(?:rmation)?
        """
    ),
    re.IGNORECASE,
)
_LONGEST: Final = 60
_DOTS: Final = re.compile(r"[\[(]?(?:\.{2,}|…)[\])]?")
_GIVEN: Final = "aria-label"
_AROUND: Final = ("p", "li", "td", "th", "dd")
_CELLS: Final = frozenset({"td", "th"})
_DEPTH: Final = 3
_FAR: Final = 100
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CARD: Final = 3  # a heading this many blocks back belongs to the same card


def vague_links(document: Document, *, alone: bool = False) -> Iterator[Hit]:
    """Links with a text such as ‘klik hier’ or ‘lees meer’, in Dutch or in English.

    Where the sentence, list item, cell or a heading just above says more, WCAG 2.4.4 may be met: the outcome
    is ``cantTell`` and the level a warning. Without any such context the criterion fails. With ``alone`` the
    text of the link has to do (WCAG 2.4.9): then each of them fails.
    """
    has_tree = tree(document) is not None
    named = has_tree and _GIVEN in document.source.text
    met: set[int] = set()
    for index, block in enumerate(document.blocks):
        if not block.main or block.kind in {"code", "boilerplate", "image_alt"}:
            continue
        for start, end in _links(block):
            found = _judged(document, index, Span(start, end), met, alone=alone, named=named)
            if found is not None:
                yield found
    if has_tree:
        yield from _without_text(document, met, alone=alone)


def _links(block: Block) -> list[Span]:
    spans = [inline.span for inline in block.inlines if inline.kind == "link"]
    return spans or ([Span(0, len(block.text))] if block.kind == "link" else [])


def is_vague(text: str, lang: str | None = None) -> bool:
    """Whether a link with this text may lead anywhere; ``lang`` is that of the text around it."""
    return _vague(text, lang) is not False


def _vague(text: str, lang: str | None) -> bool | None:
    """True for a text that may lead anywhere, None for one that will do beside other words, such as ‘pdf’."""
    return False if len(text) > _LONGEST else _short_vague(text, lang)


@lru_cache(maxsize=2048)
def _short_vague(text: str, lang: str | None) -> bool | None:
    """Worked out once: several rules ask it, and the pages of a site have many links in common."""
    dutch = is_dutch(lang)
    if not dutch and not (lang or "").lower().startswith("en"):
        return False
    bare = text.strip(_EDGES)
    if not bare:
        return bool(text and _ARROW.fullmatch(text)) or _DOTS.fullmatch(text.strip()) is not None
    return True if dutch and _VAGUE.fullmatch(bare) else says_nothing(text, "link", dutch=dutch)


def _judged(
    document: Document, index: int, span: Span, met: set[int], *, alone: bool, named: bool
) -> Hit | None:
    """The hit for a link with a vague text; None when its name says more than its text.

    ``met`` gets the place of the link, so that nobody looks at it again. ``named``: links may have another
    name than their text.
    """
    block = document.blocks[index]
    lang = block.lang or document.meta.get("lang")
    said = shown = block.text[span.start : span.end]
    described = False
    vague = _vague(shown, lang)
    if tree(document) is not None and (vague is not False or named):
        link = link_around(document, block.map.to_source(*span).start)
        if link is not None:
            met.add(html.place(link).start)
            if role(document, link) != "link" or not is_exposed(document, link):
                return None
            said = name(document, link)
            vague = _vague(said, lang)
            described = vague is not False and bool(description(document, link))
    if vague is False or shown.strip().isdecimal():  # a number in a row of pages
        return None
    if not alone and (described or _has_context(document, index)):
        doubt = Hit(block, span, {"gevonden": said}, level="warning", outcome="cantTell")
        return doubt if vague else None
    return Hit(block, span, {"gevonden": said}, level="suggestion" if alone else "error")


def _without_text(document: Document, met: set[int], *, alone: bool) -> Iterator[Hit]:
    """The hits for links whose name stands in an image, and for elements with the role of a link."""
    starts = [block.place.start for block in document.blocks]
    lengths: dict[int, int] = {}
    for tag in having(document, "link"):
        text = "" if _has_given_name(tag) else tag.get_text(" ").strip()
        if text and not is_vague(text):
            continue  # an image beside words takes nothing away from them
        place = html.place(tag)
        if place.start in met or not is_main(document, tag) or not is_exposed(document, tag):
            continue
        said = name(document, tag)
        if not is_vague(said) or (vague := _vague(said, _language(document, tag))) is False:
            continue
        before = document.blocks[max(0, (at := bisect_left(starts, place.start)) - _CARD) : at]
        known = description(document, tag) or any(_is_heading(block) for block in before)
        if not alone and (known or _says_more(tag, lengths)):
            if vague:
                yield Hit(None, place, {"gevonden": said}, level="warning", outcome="cantTell")
        else:
            yield Hit(None, place, {"gevonden": said}, level="suggestion" if alone else "error")


def _has_given_name(tag: Tag) -> bool:
    return "aria-label" in tag.attrs or "aria-labelledby" in tag.attrs


def _language(document: Document, tag: Tag) -> str | None:
    for one in (tag, *islice(tag.parents, _FAR)):
        if one.get("lang"):
            return str(one["lang"])
    return document.meta.get("lang")


def _says_more(link: Tag, lengths: dict[int, int]) -> bool:
    """Whether there are words beside the link in the paragraph, item or cell around it, or one further up.

    ``lengths``: how many letters in words the elements have that were met before.
    """
    around = [parent for parent in islice(link.parents, _FAR) if parent.name in _AROUND][:_DEPTH]
    for one in (link, *around):
        if id(one) not in lengths:
            lengths[id(one)] = sum(map(len, _WORD.findall(one.get_text(" "))))
    return any(one.name in _CELLS or lengths[id(one)] > lengths[id(link)] for one in around)


def _is_heading(block: Block) -> bool:
    return block.kind == "heading" and bool(block.text)


def _has_context(document: Document, index: int) -> bool:
    block = document.blocks[index]
    rest = block.text
    for start, end in sorted(_links(block), reverse=True):
        rest = rest[:start] + " " + rest[end:]
    if _WORD.search(rest) or block.kind == "table_cell":
        return True
    if block.parent is not None and _WORD.search(block.parent.text):
        return True
    before = document.blocks[max(0, index - _CARD) : index]
    return any(map(_is_heading, before))
