"""Formatting that makes a text harder to read: justified, underlined, wholly bold or italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks import document_layout
from duidelijk.checks.elements import covered, element_of, elements, inside, plain, style_of
from duidelijk.checks.prose import prose_blocks
from duidelijk.html.css import style
from duidelijk.measure import count_words
from duidelijk.model import Document, Hit
from duidelijk.nlp import sentences

if TYPE_CHECKING:
    from bs4.element import Tag

_TEXT: Final = (
    "p",
    "div",
    "section",
    "article",
    "main",
    "body",
    "td",
    "li",
    "ul",
    "ol",
    "blockquote",
    "table",
)
_LEAVES: Final = frozenset({"p", "li", "td", "blockquote"})
_OWN: Final = frozenset({"inline", "hint"})
_QUOTED: Final = tuple("‘“\"'«„")
_ENDS: Final = frozenset(".!?")
_INK: Final = re.compile(r"\w")
_SHORT: Final = 8  # words: less fits on one line


def justified(document: Document) -> Iterator[Hit]:
    """Elements with text that is justified: the outermost that say so themselves, by ``style`` or ``align``.

    Of those that a style sheet justifies only the first, for one change there changes them all. In an office
    file the first of the paragraphs.
    """
    yield from document_layout.justified_paragraphs(document)
    found: set[int] = set()
    by_sheet = False
    for tag in sorted(elements(document, *_TEXT), key=html.place):
        look = style(document, tag)
        if look.get("text-align") != "justify":
            continue
        said = look.declaration("text-align")
        own = said is not None and said.origin in _OWN
        if not own and (by_sheet or not look.is_sure("text-align") or not _holds_text(tag)):
            continue
        if any(id(parent) in found for parent in tag.parents):
            continue
        if count_words(plain(tag)) > _SHORT:
            by_sheet = by_sheet or not own
            yield Hit(None, html.place(tag))
        if own:
            found.add(id(tag))


def _holds_text(tag: Tag) -> bool:
    return tag.name in _LEAVES and any(isinstance(one, str) and not one.isspace() for one in tag.contents)


def all_emphasised(document: Document, *, least: int = 12) -> Iterator[Hit]:
    """Paragraphs of more than one sentence and ``least`` words that are wholly bold or wholly italic.

    The first paragraph of a text may be bold, also below a date or a name, and a quotation may be italic.
    """
    first = True
    for block in prose_blocks(document):
        if block.kind not in {"paragraph", "list_item"}:
            continue
        lead = first
        first = first and block.text[-1:] not in _ENDS
        strong, slanted = covered(block, "strong"), covered(block, "emphasis")
        if (strong and not lead) or (slanted and not block.text.startswith(_QUOTED)):
            tag = element_of(document, block)
            if tag is not None and inside(tag, "figcaption", "blockquote", "figure"):
                continue
            if len(sentences(document, block)) > 1 and count_words(block.text) >= least:
                yield Hit(None, block.place, {"hoe": "vet" if strong else "cursief"})


def underlined(document: Document) -> Iterator[Hit]:
    """Words that are underlined and are no link."""
    yield from document_layout.underlined_words(document)
    for tag in elements(document, "u", "span", "p", "strong", "em", "b", "i", "font"):
        if tag.name != "u":
            own, look = style_of(tag), style(document, tag)
            drawn = f"{own.get('text-decoration')} {own.get('text-decoration-line')}"
            if look.is_sure("text-decoration"):
                drawn += look.get("text-decoration")
            if "underline" not in drawn:
                continue
        if any(parent.name in {"a", "button", "pre", "code", "u", "ins"} for parent in tag.parents):
            continue
        text = plain(tag)
        if len(_INK.findall(text)) > 2 and tag.find(["a", "u"]) is None:
            yield Hit(None, html.place(tag))
