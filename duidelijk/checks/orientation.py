"""Pages that turn on their side when the reader turns the screen, so that they fit in one position only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, degrees
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.html.css import Style, depends_on_orientation, style_in
from duidelijk.html.css.values import number
from duidelijk.html.exposure import is_visible
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_FUNCTION: Final = re.compile(r"([-\w]+)\(([^()]*)\)")
_ANGLE: Final = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)(deg|grad|rad|turn)?")
_UNITS: Final = {"deg": 1.0, "grad": 0.9, "rad": degrees(1), "turn": 360.0}
_HTML: Final = "http://www.w3.org/1999/xhtml"
_SLACK: Final = 1.0
_PICTURES: Final = ["canvas", "embed", "iframe", "img", "object", "video"]


def locked_orientation(document: Document) -> Iterator[Hit]:
    """Text that is turned a quarter when the screen is held one way, and not when held the other way."""
    if not depends_on_orientation(document):
        return
    for tag in index(document).tags:
        upright, lying = style_in(document, tag, "portrait"), style_in(document, tag, "landscape")
        turned = rotation(upright) - rotation(lying)
        if turned and abs(turned % 180 - 90) < _SLACK and _is_read(document, tag):
            sure = all(one.is_sure(name) for one in (upright, lying) for name in ("rotate", "transform"))
            yield Hit(None, html.place(tag), outcome="failed" if sure else "cantTell")


def rotation(style: Style) -> float:
    """How many degrees the element is turned in the plane of the screen; 0 where that is unclear."""
    turned = _turned(style.get("rotate").lower())
    transform = style.get("transform").lower()
    for name, inside in _FUNCTION.findall(transform):
        parts = [part.strip() for part in inside.split(",")]
        if name in {"rotate", "rotatez"} and len(parts) == 1:
            turned += _angle(parts[0]) or 0
        elif name == "rotate3d" and len(parts) == 4:
            turned += _around(parts[:3], parts[3])
        elif (name, len(parts)) in {("matrix", 6), ("matrix3d", 16)}:
            across, down = number(parts[0]), number(parts[1])
            if across is not None and down is not None:
                turned += degrees(atan2(down, across))
    return turned


def _is_read(document: Document, tag: Tag) -> bool:
    """Whether the element holds text or pictures that can be seen: an icon may turn as it likes."""
    if tag.namespace not in {None, _HTML} or not is_visible(document, tag):
        return False
    return bool(tag.get_text(strip=True)) or tag.find(_PICTURES) is not None


def _turned(value: str) -> float:
    """The value of the ``rotate`` property: an angle, with before or after it an axis."""
    parts = value.split()
    angles = [part for part in parts if _angle(part) is not None and not part[-1:].isdigit()]
    if len(angles) != 1:
        return 0.0
    parts.remove(angles[0])
    if not parts or parts == ["z"]:
        return _angle(angles[0]) or 0
    return _around(parts, angles[0]) if len(parts) == 3 else 0.0


def _around(axis: list[str], angle: str) -> float:
    """A turn around an axis in space; one that does not stand upright on the screen is unclear."""
    x, y, z = (number(part) for part in axis)
    turned = _angle(angle)
    if turned is None or x != 0 or y != 0 or not z:
        return 0.0
    return turned if z > 0 else -turned


def _angle(text: str) -> float | None:
    """Degrees; a bare number is an angle only when it is 0."""
    match = _ANGLE.fullmatch(text)
    if match is None or (match[2] is None and float(match[1]) != 0):
        return None
    return float(match[1]) * _UNITS[match[2] or "deg"]
