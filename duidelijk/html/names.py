"""The accessible name and description of an element: what assistive technology calls it.

Sources: Accessible Name and Description Computation 1.2, HTML Accessibility API Mappings 1.0. Text that
only a style sheet adds (``::before``) is not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.html import native_names
from duidelijk.html.name_walk import PLAIN, Name, NameSource, Walk, run, tidy
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

__all__ = ["Name", "NameSource", "contents", "description", "full_name", "given_name", "name", "name_source"]

_NAMES: Final = "html.names"


def name(document: Document, tag: Tag) -> str:
    """The accessible name; ``""`` when there is none, it shows nothing or the element is hidden."""
    return full_name(document, tag).text


def name_source(document: Document, tag: Tag) -> NameSource:
    """Where the name comes from."""
    return full_name(document, tag).source


def full_name(document: Document, tag: Tag) -> Name:
    """The accessible name with its source."""
    known: dict[int, Name] = document.cache.setdefault(_NAMES, {})
    found = known.get(id(tag))
    if found is None:
        found = known[id(tag)] = Walk(document, tag).name()
    return found


def given_name(document: Document, tag: Tag) -> str:
    """The name that attributes of the element give it, whatever its role: for parts of a page."""
    return Walk(document, tag).given().text


def contents(document: Document, tag: Tag) -> str:
    """What assistive technology reads of what is in the element, as one line."""
    return tidy(run(Walk(document, tag).inside(tag, PLAIN)))


def description(document: Document, tag: Tag) -> str:
    """The accessible description: what is said after the name; ``""`` when there is none."""
    walk = Walk(document, tag)
    text = walk.referred_text("aria-describedby")
    if text:
        return text
    text = tidy(str(tag.attrs.get("aria-description", "")))
    if text:
        return text
    text, source = full_name(document, tag)
    for kind, value in native_names.descriptions(document, tag):
        said = tidy(value)
        if said and kind != source and said != text:
            return said
    return ""
