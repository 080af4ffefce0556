"""Where a picture or a coloured box may lie over or under a text that is not in it.

Layout is not worked out: whatever is taken out of the flow may cover all of the box that it is placed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from duidelijk.html.css import style
from duidelijk.html.exposure import is_rendered
from duidelijk.html.tree_index import index, named
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.css import Style

_KEY: Final = "checks.overlays"
_PICTURES: Final = ("canvas", "embed", "iframe", "img", "object", "svg", "video")


def may_be_covered(document: Document, tag: Tag) -> bool:
    """Whether something else than the backgrounds around it may lie behind the text of the element."""
    covered = _covered(document)
    if not covered:
        return False
    for step in (tag, *tag.parents):
        if id(step) in covered:
            return True
        # Its own background keeps away what lies under it.
        own = style(document, step).color("background-color")
        if own is not None and own.alpha >= 1:
            return False
    return False


def _covered(document: Document) -> set[int]:
    """The ``id()`` of each element with something loose in it that is seen, up to the box it is placed in."""
    found: set[int] | None = document.cache.get(_KEY)
    if found is not None:
        return found
    found = document.cache[_KEY] = set()
    pictured = _around(named(document, *_PICTURES))
    for tag in index(document).tags:
        look = style(document, tag)
        paints = id(tag) in pictured or _is_painted(look)
        if not paints or tag.parent is None or not is_rendered(document, tag):
            continue
        if _is_loose(look):
            _mark(document, tag.parent, found)
    return found


def _is_loose(look: Style) -> bool:
    """Whether the element may lie anywhere in its box; a bar along the screen covers no text for long."""
    place = look.get("position")
    return place == "absolute" or (place == "fixed" and "auto" not in {look.get("top"), look.get("bottom")})


def _mark(document: Document, tag: Tag, found: set[int]) -> None:
    step: Tag | None = tag
    while step is not None and id(step) not in found:
        found.add(id(step))
        if step.parent is not None and style(document, step).get("position") != "static":
            return
        step = step.parent


def _around(tags: Iterable[Tag]) -> set[int]:
    """The ``id()`` of the elements and of all that they are in."""
    found: set[int] = set()
    for tag in tags:
        step: Tag | None = tag
        while step is not None and id(step) not in found:
            found.add(id(step))
            step = step.parent
    return found


def _is_painted(look: Style) -> bool:
    own = look.color("background-color")
    return own is None or own.alpha > 0 or look.get("background-image") not in {"", "none"}
