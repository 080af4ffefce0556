"""Tricks that hide text from view and leave it to screen readers: off the screen, clipped, without size."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.html.css import values
from duidelijk.html.css.computed import Style
from duidelijk.html.css.scan import bracketed, split

FAR: Final = -900.0
"""Further to the left or up than any text is wide: -999em, -9999px, -1000px."""
_KEY: Final = " out of sight"
_OUT_OF_FLOW: Final = frozenset({"absolute", "fixed"})
_CUTS: Final = frozenset({"hidden", "clip"})
_SHAPE: Final = re.compile(r"\s*(rect|inset|circle|ellipse|polygon)\(", re.IGNORECASE)
_MOVE: Final = re.compile(r"(translate|scale)(x|y|3d)?\(", re.IGNORECASE)


def is_out_of_sight(style: Style) -> bool:
    """Whether the element, or one around it, is moved off the screen, clipped away or given no size."""
    one: Style | None = style
    passed: list[Style] = []
    found = False
    while one is not None:
        known: bool | None = one.memo.get(_KEY)
        if known is not None:
            found = known
            break
        passed.append(one)
        one = one.parent
    for one in reversed(passed):
        found = one.memo[_KEY] = found or _is_concealed(one)
    return found


def _is_concealed(style: Style) -> bool:
    return (
        style.font_px < 1
        or (style.get("position") != "static" and _is_off(style))
        or _is_small(style)
        or _is_clipped(style)
        or _is_pushed(style)
        or _is_moved(style)
    )


def _is_off(style: Style) -> bool:
    return any(_far(style.px(side)) for side in ("left", "top", "right", "bottom"))


def _far(length: float | None) -> bool:
    return length is not None and length <= FAR


def _is_small(style: Style) -> bool:
    """A box of a pixel, or without width or height, that cuts off what does not fit."""
    across, down = style.get("overflow-x") in _CUTS, style.get("overflow-y") in _CUTS
    if not (across or down):
        return False
    width, height = _least(style, "width"), _least(style, "height")
    if (across and width == 0) or (down and height == 0):
        return True
    return across and down and width is not None and height is not None and width <= 1 and height <= 1


def _least(style: Style, side: str) -> float | None:
    found = [one for one in (style.px(side), style.px(f"max-{side}")) if one is not None]
    return min(found) if found else None


def _is_clipped(style: Style) -> bool:
    clip = style.get("clip")
    if clip != "auto" and style.get("position") in _OUT_OF_FLOW and _is_empty(clip, style):
        return True
    path = style.get("clip-path")
    return path != "none" and _is_empty(path, style)


def _is_empty(shape: str, style: Style) -> bool:
    match = _SHAPE.match(shape)
    if match is None:
        return False
    inside = bracketed(shape, match.end())[0]
    context = values.Context(style.font_px, style.root_px, 100.0)
    match match[1].lower():
        case "rect":
            edges = [values.length(one, context) for one in inside.replace(",", " ").split()]
            if len(edges) != 4 or None in edges:
                return False
            top, right, bottom, left = (edge or 0.0 for edge in edges)
            return bottom - top <= 1 or right - left <= 1
        case "inset":
            parts = inside.partition("round")[0].split()
            if not 1 <= len(parts) <= 4 or not all(one.endswith("%") for one in parts if one != "0"):
                return False
            sides = [values.length(one, context) or 0.0 for one in parts]
            top, right, bottom, left = (sides * 4)[:4] if len(sides) < 3 else [*sides, sides[1]][:4]
            return top + bottom >= 100 or left + right >= 100
        case "polygon":
            return len({" ".join(point.split()) for point in split(inside, ",")}) == 1
        case _:
            radius = inside.partition(" at ")[0].split()
            return bool(radius) and values.length(radius[0], context) == 0


def _is_pushed(style: Style) -> bool:
    if _far(style.px("margin-left")) or _far(style.px("margin-top")) or _far(style.px("text-indent")):
        return True
    # All text one box width to the right, on one line that is cut off.
    indented = style.get("text-indent").rstrip() in {"100%", "101%", "110%", "200%"}
    return indented and style.get("white-space") == "nowrap" and style.get("overflow-x") in _CUTS


def _is_moved(style: Style) -> bool:
    moved, scaled = style.get("translate"), style.get("scale")
    context = values.Context(style.font_px, style.root_px)
    if moved != "none" and any(_far(values.length(one, context)) for one in moved.split()):
        return True
    if scaled != "none" and 0 in [values.number(one) for one in scaled.split()[:2]]:
        return True
    transform = style.get("transform")
    if transform == "none":
        return False
    for match in _MOVE.finditer(transform):
        parts = [one.strip() for one in bracketed(transform, match.end())[0].split(",")]
        if match[1].lower() == "scale":
            if any(values.number(one) == 0 for one in parts[:2]):
                return True
        elif any(_far(values.length(one, context)) for one in parts):
            return True
    return False
