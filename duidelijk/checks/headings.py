"""The headings of a page: none empty, no level left out."""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.checks import document_layout
from duidelijk.checks.by_role import exposed, nameless
from duidelijk.checks.markup import kind_of, tree
from duidelijk.model import Document, Hit
from duidelijk.office.facts import OFFICE


def skipped_levels(document: Document) -> Iterator[Hit]:
    """Headings that lie more than one level below the heading before them."""
    if document.format == "pdf" and not document.raw.is_tagged:
        return  # the levels are a guess from the size of the letters
    previous = 0
    for block in document.blocks:
        if block.kind != "heading" or not block.main or not block.text:
            continue
        level = block.level
        if previous and level > previous + 1:
            yield Hit(None, block.place, {"vorige": previous, "niveau": level, "goed": previous + 1})
        previous = level


def empty_headings(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Headings without text that assistive technology still announces.

    An image with a name counts as text. ``whole_page``: also outside the main content.
    """
    if tree(document) is not None:
        yield from nameless(document, exposed(document, "heading"), whole_page=whole_page)
        return
    if document.format in OFFICE:
        yield from document_layout.empty_headings(document)
        return
    for block in document.blocks:
        if block.text or kind_of(block) != "heading" or not (block.main or whole_page):
            continue
        first, last = block.place
        inside = (b for b in document.blocks if b.kind == "image_alt" and first <= b.place.start < last)
        if not any(image.text for image in inside):
            yield Hit(None, block.place)
