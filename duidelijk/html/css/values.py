"""Lengths and other numbers in CSS values, as pixels of a usual laptop (CSS Values 4)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from duidelijk.html.css.scan import split, words

VIEWPORT: Final = (1280.0, 720.0)
ROOT_SIZE: Final = 16.0
WIDE_KEYWORDS: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})

_NUMBER: Final = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,3})?", re.IGNORECASE)
_DIMENSION: Final = re.compile(rf"({_NUMBER.pattern})([a-z]+|%)?\Z", re.IGNORECASE)
_ABSOLUTE: Final = {
    "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "pt": 96 / 72, "pc": 16.0,
}  # fmt: skip
_VIEW: Final = {
    "vw": VIEWPORT[0], "vh": VIEWPORT[1], "vmin": min(VIEWPORT), "vmax": max(VIEWPORT), "vi": VIEWPORT[0],
    "vb": VIEWPORT[1],
}  # fmt: skip
# The width of a digit and the height of an x differ by font; half an em is the fallback of the standard.
_FONT: Final = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "cap": 0.7}
_SIZES: Final = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0,
    "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_STEP: Final = 1.2
_MAX_DEPTH: Final = 16
_SUM: Final = re.compile(r"(?<=[\s)])([-+])(?=[\s(])")


class Context(NamedTuple):
    """What relative units refer to, in pixels. Without ``percent`` a percentage has no length here."""

    font: float = ROOT_SIZE
    root: float = ROOT_SIZE
    percent: float | None = None


def number(text: str) -> float | None:
    """A bare number; None for anything else."""
    match = _DIMENSION.match(text.strip())
    return float(match[1]) if match is not None and match[2] is None else None


def length(text: str, context: Context = Context()) -> float | None:  # noqa: B008
    """The length in pixels, also of ``calc()``, ``min()``, ``max()`` and ``clamp()``; None when unknown."""
    found = _math(text.strip(), context, 0)
    return None if found is None or not found[1] else found[0]


def font_size(text: str, parent: float, root: float) -> float | None:
    """A ``font-size`` in pixels; None when it is none."""
    word = text.strip().lower()
    if word in _SIZES:
        return _SIZES[word]
    if word in {"smaller", "larger"}:
        return parent / _STEP if word == "smaller" else parent * _STEP
    found = length(word, Context(parent, root, parent))
    return None if found is None or found < 0 else found


def font_weight(text: str, parent: float) -> float | None:
    """A ``font-weight`` from 1 to 1000; None when it is none."""
    word = text.strip().lower()
    if word in {"normal", "bold"}:
        return 400.0 if word == "normal" else 700.0
    # The steps of CSS Fonts 4, section 2.2.
    if word == "bolder":
        return 400.0 if parent < 350 else 700.0 if parent < 550 else max(900.0, parent)
    if word == "lighter":
        return min(100.0, parent) if parent < 550 else 400.0 if parent < 750 else 700.0
    found = number(word)
    return found if found is not None and 1 <= found <= 1000 else None


def opacity(text: str) -> float | None:
    """An ``opacity`` from 0 to 1; None when it is none."""
    word = text.strip()
    found = number(word.removesuffix("%"))
    if found is None:
        return None
    return min(max(found / 100 if word.endswith("%") else found, 0.0), 1.0)


def _dimension(text: str, context: Context) -> tuple[float, bool] | None:
    """A value, and whether it is a length (or a bare number)."""
    match = _DIMENSION.match(text)
    if match is None:
        return None
    value, unit = float(match[1]), (match[2] or "").lower()
    if not unit:
        return value, value == 0
    if unit == "%":
        return None if context.percent is None else (value * context.percent / 100, True)
    if unit in _ABSOLUTE:
        return value * _ABSOLUTE[unit], True
    if unit in _FONT:
        return value * _FONT[unit] * context.font, True
    if unit in {"lh", "rlh"}:
        return value * 1.2 * (context.root if unit == "rlh" else context.font), True
    if unit[0] == "r" and unit[1:] in _FONT:
        return value * _FONT[unit[1:]] * context.root, True
    view = unit[1:] if unit[0] in "sld" else unit
    return (value * _VIEW[view] / 100, True) if view in _VIEW else None


def _math(text: str, context: Context, depth: int) -> tuple[float, bool] | None:
    if not text.endswith(")"):
        return _dimension(text, context)
    name, _, inside = text[:-1].partition("(")
    name = name.strip().lower()
    if depth >= _MAX_DEPTH:
        return None
    if name in {"calc", "-webkit-calc", ""}:
        return _sum(inside, context, depth + 1)
    if name not in {"min", "max", "clamp"}:
        return None
    values: list[float] = []
    for part in split(inside, ","):
        found = _sum(part, context, depth + 1)
        if found is None:
            return None
        values.append(found[0])
    if name == "clamp":
        return (max(values[0], min(values[1], values[2])), True) if len(values) == 3 else None
    return (min(values) if name == "min" else max(values)), True


def _sum(text: str, context: Context, depth: int) -> tuple[float, bool] | None:
    """Terms joined by plus and minus, with products in them. A number counts as length when added to one."""
    parts = words(_around_signs(text))
    total, is_length, sign = 0.0, False, 1.0
    term: list[str] = []
    for part in [*parts, "+"]:
        if part not in {"+", "-"}:
            term.append(part)
            continue
        found = _product(" ".join(term), context, depth)
        if found is None:
            return None
        total, is_length = total + sign * found[0], is_length or found[1]
        sign, term = 1.0 if part == "+" else -1.0, []
    return total, is_length


def _around_signs(text: str) -> str:
    return _SUM.sub(r" \1 ", text)


def _product(text: str, context: Context, depth: int) -> tuple[float, bool] | None:
    total, is_length = 1.0, False
    for at, part in enumerate(split(text, "*")):
        pieces = split(part, "/")
        for index, piece in enumerate(pieces):
            found = _math(piece.strip(), context, depth)
            if found is None or (index and found[0] == 0):
                return None
            total = total / found[0] if index else total * found[0]
            is_length = (
                is_length or (found[1] and found[0] != 0) or (at == 0 and len(pieces) == 1 and found[1])
            )
    return total, is_length
