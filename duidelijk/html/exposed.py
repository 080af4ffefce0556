"""Which elements assistive technology meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.html.exposure import is_focusable, is_hidden
from duidelijk.html.roles import is_part_of_one, is_presentational
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag


def is_exposed(document: Document, tag: Tag) -> bool:
    """Whether assistive technology meets the element itself ("included in the accessibility tree" in ACT).

    Not so for a hidden element, for one that is there for its looks only, and for the parts of an element
    that counts as one thing, such as a button; of those only what takes the focus is met.
    """
    if is_hidden(document, tag) or is_presentational(document, tag):
        return False
    return not is_part_of_one(document, tag) or is_focusable(document, tag)
