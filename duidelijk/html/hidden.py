"""Which elements a reader of the page does not get to see, or not as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4.element import Tag

# Not shown, shown as something else than text, struck out, or only a choice to pick from.
_NAMES: Final = frozenset({
    "applet", "area", "audio", "base", "canvas", "datalist", "del", "embed", "frameset", "head", "iframe",
    "link", "map", "math", "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option",
    "param", "progress", "rp", "rt", "script", "select", "source", "style", "svg", "template", "textarea",
    "title", "track", "video",
})  # fmt: skip
_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)


def is_hidden(tag: Tag) -> bool:
    """Whether the element itself, whatever its ancestors do, is kept from the reader as text."""
    return tag.name in _NAMES or is_concealed(tag)


def is_concealed(tag: Tag) -> bool:
    """Whether the element itself is not shown, by its attributes."""
    attrs = tag.attrs
    if tag.name == "dialog" and "open" not in attrs:
        return True
    if not attrs:
        return False
    if "hidden" in attrs or "inert" in attrs or str(attrs.get("aria-hidden")).strip().lower() == "true":
        return True
    return "style" in attrs and _STYLE.search(str(attrs["style"])) is not None
