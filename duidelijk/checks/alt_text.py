"""Text alternatives that say too much: what the reader knows already, or more than fits in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk.checks.elements import covered, plain, squeeze
from duidelijk.checks.markup import is_hidden, kind_of, tag_at, tree
from duidelijk.model import Block, Document, Hit, Span

if TYPE_CHECKING:
    from bs4.element import Tag

_OPENING: Final = re.compile(
    r"(?:(?:een|de|dit is een|hier ziet u een|op deze) )?"
    r"(?:afbeelding|foto|plaatje|illustratie|figuur|beeld|image|picture)"
    r"(?: (?:is|staat|zie je|ziet u))?(?:(?: van| met| waarop| over| of)\b|\s*:)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://|www\.\w", re.IGNORECASE)
_GENERATED: Final = re.compile(
    r"\W(?:automatisch gegenereerde beschrijving|beschrijving automatisch gegenereerd"
    r"|description (?:automatically )?generated(?: with .{0,40} confidence)?"
    r"|(?:door )?(?:AI|kunstmatige intelligentie) gegenereerde (?:inhoud|content) (?:is|kan)\b.{0,40}"
    r"|AI-generated content may be incorrect)\W*$",
    re.IGNORECASE,
)
_LINE_BREAK: Final = re.compile(r"\S[ \t]*[\r\n]\s*[\r\n]\s*\S|\S[ \t]*&#(?:10|xa);\s*\S", re.IGNORECASE)


def needless_opening(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Alternatives that begin with ‘afbeelding van’ or ‘foto van’."""
    for block in _alternatives(document, whole_page=whole_page):
        match = _OPENING.match(block.text)
        if match and len(block.text) > match.end() + 2:
            yield Hit(block, Span(*match.span()), {"gevonden": match[0]})


def generated(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Alternatives that Word or another program wrote by itself, as it says at the end."""
    for block in _alternatives(document, whole_page=whole_page):
        if _GENERATED.search(" " + block.text):
            yield Hit(block, Span(0, len(block.text)))


def long_alternatives(document: Document, *, most: int = 150, whole_page: bool = False) -> Iterator[Hit]:
    """Alternatives of more than ``most`` characters, with an empty line or with a web address."""
    for block in _alternatives(document, whole_page=whole_page):
        text = block.text
        if (
            len(text) > most
            or (len(text.split()) > 1 and _ADDRESS.search(text))
            or _has_lines(document, block)
        ):
            yield Hit(block, Span(0, len(text)), {"tekens": len(text)})


def repeated_alternatives(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Alternatives that repeat the caption of the figure, or the text of the link or button around them."""
    known: dict[int, str] = {}
    for block in _alternatives(document, whole_page=whole_page):
        tag = tag_at(document, block.place.start)
        if tag is None:
            repeated = _fold(block.text) in _beside_in_text(document, block)
        else:
            repeated = not is_hidden(tag) and _fold(block.text) in _beside(tag, known)
        if repeated:
            yield Hit(block, Span(0, len(block.text)), {"gevonden": block.text})


def _alternatives(document: Document, *, whole_page: bool) -> Iterator[Block]:
    for block in document.blocks:
        if block.text and kind_of(block) == "image_alt" and (block.main or whole_page):
            yield block


def _has_lines(document: Document, block: Block) -> bool:
    span = block.map.to_source(0, len(block.text))
    return tree(document) is not None and _LINE_BREAK.search(document.source.text, *span) is not None


def _beside(tag: Tag, known: dict[int, str]) -> set[str]:
    """What a reader hears right beside the image, folded. ``known`` keeps what holds more images."""
    found = set()
    figure = tag.find_parent("figure")
    if figure is not None:
        if id(figure) not in known:
            alone = len(figure.find_all("img", limit=2)) == 1
            caption = figure.find("figcaption") if alone else None
            known[id(figure)] = _fold(plain(caption)) if caption is not None else ""
        found.add(known[id(figure)])
    around = tag.find_parent(["a", "button"])
    if around is not None:
        if id(around) not in known:
            known[id(around)] = _fold(plain(around))
        found.add(known[id(around)])
    return found - {""}


def _beside_in_text(document: Document, block: Block) -> set[str]:
    """The same in Markdown: the text of the link around the image, or a caption in italics below it."""
    parent = block.parent
    if parent is None:
        return set()
    found = {
        _fold(parent.text[slice(*one.span)])
        for one in parent.inlines
        if one.kind == "link" and _in_one_link(document, block, parent.map.to_source(*one.span))
    }
    if parent.kind == "paragraph" and covered(parent, "emphasis"):
        found.add(_fold(parent.text))
    return found - {""}


def _in_one_link(document: Document, picture: Block, words: Span) -> bool:
    """Whether no bracket ends a link between the image and the words."""
    first, second = sorted((picture.place, words))
    return "href" in picture.attrs and "]" not in document.source.text[first.end : second.start][:80]


def _fold(text: str) -> str:
    return squeeze(text).casefold().strip(" .:;!?()")
