"""What a heading says: about the text below it, in a few words, and not the same as the heading beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk import html
from duidelijk.checks.empty_phrases import says_nothing
from duidelijk.checks.markup import is_hidden, kind_of, named, tag_at, tree
from duidelijk.checks.prose import any_of
from duidelijk.html.names import name
from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp.language import language_blocks

# What a template or a new page says before somebody writes the heading.
_EMPTY: Final = re.compile(
    any_of(
        r"""
        (?:kop|tussenkop|subkop|titel|subtitel|paginatitel|sectie|blok|tekstblok|kolom|heading|title) ?\d{1,2}
        koptekst|paginatitel|naamloos|zonder titel|geen titel|nieuwe (?:kop|pagina|sectie|titel)
        voorbeeld(?:kop|titel|tekst)|untitled|xxx+|\[.{1,20}\]
        lorem ipsum.*
        (?:hier )?(?:komt )?(?:de |een |uw )?(?:kop|titel) (?:hier|komt hier|invoeren|invullen)
        """
    ),
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    any_of(
        r"""
        algemeen|algemene informatie|overige?|overige (?:informatie|zaken|onderwerpen)|diversen|varia|extra
        inleiding|introductie|intro|voorwoord
        (?:meer |overige |aanvullende |extra |handige |praktische |belangrijke )?(?:informatie|info)
        meer weten|meer lezen|lees meer|lees ook|zie ook|details|opmerkingen?|onderwerp|links|bijzonderheden
        """
    ),
    re.IGNORECASE,
)
_FIXED: Final = 12
"""A text with so many headings is a report, and in a report ‘Inleiding’ and the like have a fixed place."""

_GIVEN: Final = frozenset({"aria-label", "aria-labelledby"})
_CODE: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")  # the name of a setting or a rule
_EDGES: Final = " .:;!?…–-"
_NUMBERED: Final = re.compile(r"(?:\d+|[A-Z])(?:\.\d+)*[.)]?\s+(?=\S)")
_ABBREVIATED: Final = re.compile(
    r"(?:\b\w\.)+\w?\.$|\b(?:enz|etc|e\.?d|e\.?a|nr|art|bv|nv|ca|incl|excl|o\.?a)\.$|\.\.\.$", re.IGNORECASE
)


def vague_headings(document: Document) -> Iterator[Hit]:
    """Headings that fit any text, or that say the same as another heading of that part of the text.

    A heading that a template put there fails WCAG 2.4.6; of another nobody can be sure: ``cantTell``.
    """
    headings = _headings(document)
    report = len(headings) >= _FIXED
    above: dict[int, str] = {}
    seen: set[tuple[str, ...]] = set()
    for block in headings:
        text = block.text.strip(_EDGES)
        whole = Span(0, len(block.text))
        said = _spoken(document, block)
        listed = says_nothing(said, "kop") if not _CODE.fullmatch(said) else False
        above = {level: words for level, words in above.items() if level < block.level}
        key = (*(above.get(level, "") for level in range(1, block.level)), str(block.level), text.casefold())
        above[block.level] = text.casefold()
        if listed or _EMPTY.fullmatch(said) or not text:
            yield Hit(block, whole, {"gevonden": block.text}, level="warning")
        elif key in seen or ((listed is None or _VAGUE.fullmatch(said.strip(_EDGES))) and not report):
            yield Hit(block, whole, {"gevonden": block.text}, outcome="cantTell")
        seen.add(key)


def long_headings(document: Document, *, most: int = 12, question: int = 16) -> Iterator[Hit]:
    """Headings of more than ``most`` words (a question: ``question``), and those that end with a full stop.

    The number of a section is no word.
    """
    for block in _headings(document):
        words = count_words(_NUMBERED.sub("", block.text, count=1))
        if words > (question if block.text.endswith("?") else most):
            values = {"wat": f"is met {words} woorden lang", "doe": "maak hem korter"}
        elif words > 2 and block.text.endswith(".") and not _ABBREVIATED.search(block.text):
            values = {"wat": "eindigt op een punt", "doe": "laat de punt weg of maak er gewone tekst van"}
        else:
            continue
        yield Hit(block, Span(0, len(block.text)), values)


def main_headings(document: Document) -> Iterator[Hit]:
    """A page with headings and no h1, or with more than one h1 in its main content."""
    shown = [block for block in document.blocks if kind_of(block) == "heading" and _is_read(document, block)]
    firsts = [block for block in shown if block.level == 1]
    own = [block for block in firsts if block.main]
    if len(own) > 1:
        yield Hit(None, own[1].place, {"wat": "meer dan één kop 1", "doe": "maak er kop 2 van"})
    if document.format != "html" or tree(document) is None or not _is_page(document):
        return
    start = next((block for block in shown if block.main), None)
    if start is None or start.level == 1:
        return
    if not firsts:
        yield Hit(
            None,
            start.place,
            {"wat": "geen kop 1", "doe": "zet er een boven die zegt waar de pagina over gaat"},
        )


def _headings(document: Document) -> list[Block]:
    return [b for b in language_blocks(document) if b.kind == "heading" and b.main and b.text]


def _spoken(document: Document, block: Block) -> str:
    """The name of the heading where the page gives it another than its text."""
    tag = tag_at(document, block.place.start) if tree(document) is not None else None
    if tag is None or _GIVEN.isdisjoint(tag.attrs):
        return block.text.strip()
    return name(document, tag) or block.text.strip()


def _is_read(document: Document, block: Block) -> bool:
    tag = tag_at(document, block.place.start)
    return tag is None or not is_hidden(tag)


def _is_page(document: Document) -> bool:
    """Whether this is a whole page and no part of one."""
    if document.source.text.lstrip()[:9].lower() == "<!doctype":
        return True
    return any(html.start_tag(root) is not None for root in named(document, "html")[:1])
