"""Links whose text does not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.markup import link_around, tree
from duidelijk.checks.prose import any_of
from duidelijk.html.exposure import is_exposed
from duidelijk.html.names import description, name
from duidelijk.html.roles import role
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp.language import is_dutch

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
_LONGEST: Final = 45
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CARD: Final = 3  # a heading this many blocks back belongs to the same card


def vague_links(document: Document) -> Iterator[Hit]:
    """Links with a text such as ‘klik hier’ or ‘lees meer’.

    Where the sentence, list item, cell or a heading just above says more, WCAG 2.4.4 may be met: the outcome
    is ``cantTell`` and the level a warning. Without any such context the criterion fails.
    """
    page = is_dutch(document.meta.get("lang"))
    for index, block in enumerate(document.blocks):
        dutch = is_dutch(block.lang) if block.lang else page
        if not block.main or not dutch or block.kind in {"code", "boilerplate", "image_alt"}:
            continue
        for start, end in _links(block):
            if end - start <= _LONGEST and is_vague(block.text[start:end]):
                hit = _judged(document, index, Span(start, end))
                if hit is not None:
                    yield hit


def _links(block: Block) -> list[Span]:
    spans = [inline.span for inline in block.inlines if inline.kind == "link"]
    return spans or ([Span(0, len(block.text))] if block.kind == "link" else [])


def is_vague(text: str) -> bool:
    bare = text.strip(_EDGES)
    return bool(_VAGUE.fullmatch(bare) if bare else text and _ARROW.fullmatch(text))


def _judged(document: Document, index: int, span: Span) -> Hit | None:
    """The hit for a link with a vague text; None when its name says more than its text."""
    block = document.blocks[index]
    shown = block.text[span.start : span.end]
    described = False
    if tree(document) is not None:
        link = link_around(document, block.map.to_source(*span).start)
        if link is not None:
            if role(document, link) != "link" or not is_exposed(document, link):
                return None
            if not is_vague(name(document, link)):
                return None
            described = bool(description(document, link))
    if described or _has_context(document, index):
        return Hit(block, span, {"gevonden": shown}, level="warning", outcome="cantTell")
    return Hit(block, span, {"gevonden": shown}, level="error")


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
    return any(other.kind == "heading" and other.text for other in before)
