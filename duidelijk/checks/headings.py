"""The headings of a page: none empty, no level left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from duidelijk.checks.markup import DECORATIVE, attr, image_names, is_hidden, kind_of, own_name, role, tag_at
from duidelijk.model import Document, Hit

# With one of these a heading stays a heading, whatever its role says (ARIA's conflict resolution).
_GLOBAL: Final = ("aria-label", "aria-labelledby", "aria-describedby", "tabindex")


def skipped_levels(document: Document) -> Iterator[Hit]:
    """Headings that lie more than one level below the heading before them."""
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
    for block in document.blocks:
        if block.text or kind_of(block) != "heading" or not (block.main or whole_page):
            continue
        tag = tag_at(document, block.place.start)
        if tag is None:
            first, last = block.place
            inside = (b for b in document.blocks if b.kind == "image_alt" and first <= b.place.start < last)
            if not any(image.text for image in inside):
                yield Hit(None, block.place)
            continue
        given = role(tag)
        is_heading = given in {"", "heading"} or (given in DECORATIVE and any(map(tag.has_attr, _GLOBAL)))
        named = own_name(tag) or attr(tag, "title") or any(image_names(tag))
        if is_heading and not named and not is_hidden(tag):
            yield Hit(None, block.place)
