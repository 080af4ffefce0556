"""Text that a style sheet adds to an element: ``content`` of ``::before`` and ``::after``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk.html.css import generated_texts
from duidelijk.html.tree_index import named
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.generated_text"
_PSEUDO: Final = re.compile(r":(?:before|after)\b", re.IGNORECASE)
_TEXT: Final = re.compile(
    r"(?:^|[;\s])content\s*:(?!\s*(?:none|normal|inherit|initial|unset|[\"']\s*[\"']))", re.IGNORECASE
)
_WORD: Final = re.compile(r"[\w-]+")
_NEAR: Final = 100


def may_have_generated_text(document: Document, tag: Tag) -> bool:
    """Whether a rule for text before or after names a class, id or element that is in the element.

    Without a browser only ``<style>`` is looked at, and the selector is not worked out: an answer of yes
    means that somebody has to look.
    """
    known = generated_texts(document)
    words = _words(document) if known is None else frozenset()
    if not (known or words):
        return False
    from bs4.element import Tag as Element

    inside = (node for node in islice(tag.descendants, _NEAR) if isinstance(node, Element))
    if known:
        return any(id(one) in known for one in (tag, *inside))
    return any(not words.isdisjoint(_own_words(one)) for one in (tag, *inside))


def _own_words(tag: Tag) -> list[str]:
    value = tag.attrs.get("class", "")
    classes = value.split() if isinstance(value, str) else list(value)
    return [tag.name, str(tag.attrs.get("id", "")), *classes]


def _words(document: Document) -> frozenset[str]:
    """The last words of all selectors that add text."""
    found: frozenset[str] | None = document.cache.get(_KEY)
    if found is None:
        made: set[str] = set()
        for sheet in named(document, "style"):
            for rule in sheet.get_text().split("}"):
                head, _, body = rule.rpartition("{")
                if _PSEUDO.search(head) and _TEXT.search(body):
                    for selector in head.rpartition("{")[2].split(","):
                        before = _PSEUDO.split(selector)[0].split()
                        made.update(_WORD.findall(before[-1].partition("[")[0]) if before else ())
        found = document.cache[_KEY] = frozenset(made)
    return found
