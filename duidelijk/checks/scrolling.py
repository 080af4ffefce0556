"""Boxes that scroll, with no way to get into them by keyboard.

Layout is not worked out: only text that is too much for its box in any font is taken to scroll.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.html.css import style
from duidelijk.html.css.values import VIEWPORT
from duidelijk.html.exposure import is_in_tab_order, is_inert, is_rendered, is_visible
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.css import Style

_KEY: Final = "checks.scrolling"
_SCROLLS: Final = frozenset({"auto", "scroll", "overlay"})
_ONE_LINE: Final = frozenset({"nowrap", "pre"})
_PAGE: Final = frozenset({"html", "body", "textarea", "select", "iframe", "marquee"})
_NAMES: Final = ("overflow-x", "overflow-y", "width", "height", "max-width", "max-height", "white-space")
# A letter is seldom narrower than this part of its height.
_NARROW: Final = 0.4
_MOST: Final = 200_000  # elements that are looked into for all boxes together


def unreachable_scroll_areas(document: Document) -> Iterator[Hit]:
    """Boxes with more text than fits, in which nothing takes the focus (ACT rule 0ssw9k)."""
    left = _MOST
    for tag in index(document).tags:
        look = style(document, tag)
        down, across = _scrolls(look)
        if not (down or across) or tag.name in _PAGE or not all(map(look.is_sure, _NAMES)):
            continue
        height = _least(look, "height") if down else None
        width = _least(look, "width") if across else None
        if (height is None and width is None) or not is_visible(document, tag) or is_inert(document, tag):
            continue
        wanted = _Room(width, height, _least(look, "width") or VIEWPORT[0])
        for step in (tag, *_descendants(tag)):
            left -= 1
            if left < 0:
                return
            if is_in_tab_order(document, step):
                break
            if not wanted.is_short and is_rendered(document, step):
                wanted.add(style(document, step), step)
        else:
            if wanted.is_short:
                yield Hit(None, html.place(tag))


def _scrolls(look: Style) -> tuple[bool, bool]:
    """Whether a box scrolls down and across; elements with equal styles share one, so it is asked once."""
    found: tuple[bool, bool] | None = look.memo.get(_KEY)
    if found is None:
        found = look.get("overflow-y") in _SCROLLS, look.get("overflow-x") in _SCROLLS
        look.memo[_KEY] = found
    return found


class _Room:
    """How much room a box has in pixels, and how much its text takes at the least."""

    __slots__ = ("_height", "_taken", "_wide", "_width", "is_short")

    def __init__(self, width: float | None, height: float | None, wide: float) -> None:
        self._width = width
        self._height = height
        self._wide = max(wide, 1.0)
        self._taken = 0.0
        self.is_short = False

    def add(self, look: Style, tag: Tag) -> None:
        """Put the own text of an element in the box."""
        from bs4.element import NavigableString, PreformattedString

        one_line = look.get("white-space") in _ONE_LINE
        for child in tag.contents:
            if not isinstance(child, NavigableString) or isinstance(child, PreformattedString):
                continue
            lines = child.splitlines() if look.get("white-space") == "pre" else [child]
            lengths = [len(" ".join(line.split())) * _NARROW * look.font_px for line in lines]
            if one_line:
                self.is_short = self.is_short or (
                    self._width is not None and max(lengths, default=0) > self._width
                )
            else:
                self._taken += sum(lengths) / self._wide * look.font_px
        if self._height is not None and self._taken > self._height:
            self.is_short = True


def _least(look: Style, side: str) -> float | None:
    found = [one for one in (look.px(side), look.px(f"max-{side}")) if one is not None]
    least = min(found, default=None)
    # A box without size hides what is in it.
    return least if least is not None and least > 1 else None


def _descendants(tag: Tag) -> Iterator[Tag]:
    from bs4.element import Tag as Element

    return (node for node in tag.descendants if isinstance(node, Element))
