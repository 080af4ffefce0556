"""Formatting that makes a text harder to read: justified, underlined, wholly bold or italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk import html
from duidelijk.checks import document_layout
from duidelijk.checks.elements import covered, element_of, elements, inside, plain, style_of
from duidelijk.checks.markup import attr
from duidelijk.checks.prose import prose_blocks
from duidelijk.measure import count_words
from duidelijk.model import Document, Hit
from duidelijk.nlp import sentences

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
_QUOTED: Final = tuple("‘“\"'«„")
_INK: Final = re.compile(r"\w")
_SHORT: Final = 8  # words: less fits on one line


def justified(document: Document) -> Iterator[Hit]:
    """Elements with text that their own ``style`` or ``align`` sets to justified; the outermost of each.

    In an office file the first of the paragraphs.
    """
    yield from document_layout.justified_paragraphs(document)
    found: set[int] = set()
    tags = sorted(elements(document, *_TEXT), key=html.place)
    for tag in tags:
        if style_of(tag).get("text-align") != "justify" and attr(tag, "align").lower() != "justify":
            continue
        if not any(id(parent) in found for parent in tag.parents) and count_words(plain(tag)) > _SHORT:
            yield Hit(None, html.place(tag))
        found.add(id(tag))


def all_emphasised(document: Document, *, least: int = 12) -> Iterator[Hit]:
    """Paragraphs of more than one sentence and ``least`` words that are wholly bold or wholly italic.

    The first paragraph of a text may be bold, and a quotation may be italic.
    """
    first = True
    for block in prose_blocks(document):
        if block.kind not in {"paragraph", "list_item"}:
            continue
        lead, first = first, False
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
            style = style_of(tag)
            if "underline" not in f"{style.get('text-decoration')} {style.get('text-decoration-line')}":
                continue
        if any(parent.name in {"a", "button", "pre", "code", "u", "ins"} for parent in tag.parents):
            continue
        text = plain(tag)
        if len(_INK.findall(text)) > 2 and tag.find(["a", "u"]) is None:
            yield Hit(None, html.place(tag))
