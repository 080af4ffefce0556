"""What stands around an element."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.around"


def nearest(document: Document, tag: Tag, test: Callable[[Document, Tag], bool]) -> Tag | None:
    """The element itself or the nearest one around it for which ``test``, a function of a module, holds.

    Each element is asked once for each test, however deep the page.
    """
    known: dict[int, Tag | None] = document.cache.setdefault((_KEY, test), {})
    path = []
    around: Tag | None = tag
    while around is not None and id(around) not in known and not test(document, around):
        path.append(around)
        around = around.parent
    found = known.get(id(around), around)
    for step in path:
        known[id(step)] = found
    return found
