"""Whether rules apply: media queries and ``@supports``, for a usual laptop or in a given orientation.

A laptop is a screen of 1280 by 720, in colour, with a mouse, light, and with no wishes of its own. For an
orientation the size is left open: what any screen in that orientation may get does apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal

from duidelijk.html.css.scan import split
from duidelijk.html.css.values import VIEWPORT, Context, length, number

View = Literal["laptop", "portrait", "landscape"]

_MAX_DEPTH: Final = 8
_WORD: Final = re.compile(r"\s*(?:(\()|([-\w]+)(\()?)")
_RANGE: Final = re.compile(r"\A([^<>=]+?)\s*([<>]=?|=)\s*([^<>=]+?)(?:\s*([<>]=?|=)\s*([^<>=]+?))?\Z")
_RATIO: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:/\s*(\d+(?:\.\d+)?))?\s*\Z")
_FEATURES: Final = {
    "any-hover": "hover", "hover": "hover", "any-pointer": "fine", "pointer": "fine",
    "color-gamut": "srgb", "display-mode": "browser", "dynamic-range": "standard", "forced-colors": "none",
    "inverted-colors": "none", "overflow-block": "scroll", "overflow-inline": "scroll",
    "prefers-color-scheme": "light", "prefers-contrast": "no-preference",
    "prefers-reduced-data": "no-preference", "prefers-reduced-motion": "no-preference",
    "prefers-reduced-transparency": "no-preference", "scan": "progressive", "scripting": "enabled",
    "update": "fast", "video-dynamic-range": "standard", "grid": "0", "-webkit-transform-3d": "1",
    "monochrome": "0", "color": "8", "color-index": "0",
}  # fmt: skip
# A feature without a value asks whether it is there at all.
_ABSENT: Final = frozenset({"none", "no-preference", "0"})
_SIZES: Final = {
    "width": VIEWPORT[0], "height": VIEWPORT[1], "device-width": VIEWPORT[0], "device-height": VIEWPORT[1],
}  # fmt: skip
_FLIP: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_FOREIGN: Final = ("-ms-", "-moz-", "-o-", "-khtml-")


def applies(query: str, view: View = "laptop") -> bool:
    """Whether a media query list holds; an empty one does, a query that nobody understands does not."""
    if not query.strip():
        return True
    return any(_query(one.strip().lower(), view) for one in split(query, ","))


def asks_orientation(query: str) -> bool:
    """Whether the query depends on how the screen is held."""
    return "orientation" in query.lower()


def supported(condition: str) -> bool:
    """Whether a recent browser says yes to an ``@supports`` condition."""
    return _condition(condition.strip().lower(), _supports, 0) is True


def _query(query: str, view: View) -> bool:
    wanted = True
    first, _, rest = query.partition(" ")
    if first in {"not", "only"} and not rest.lstrip().startswith("("):
        wanted = first != "not"
        query = rest.strip()
    kind = re.match(r"[-\w]+(?=\s|\Z)", query)
    if kind is None or kind[0] == "not":
        found = _condition(query, lambda inside: _feature(inside, view), 0)
        return found is True
    rest = query[kind.end() :].strip()
    holds: bool | None = kind[0] in {"all", "screen"}
    if rest:
        if not rest.startswith("and"):
            return False
        inner = _condition(rest[3:].strip(), lambda inside: _feature(inside, view), 0)
        holds = None if inner is None else bool(holds) and inner
    return holds is not None and holds is wanted


def _condition(text: str, leaf: Callable[[str], bool | None], depth: int) -> bool | None:
    """The value of ``(a) and (b)``, ``(a) or (b)``, ``not (a)``; None when it cannot be read or judged."""
    values: list[bool | None] = []
    joiner, negate = "", False
    at = 0
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None:
            return None
        if match[1] or match[3]:
            end = _closing(text, match.end())
            value = _leaf(text[match.end() : end], match[2], leaf, depth)
            values.append(not value if negate and value is not None else value)
            negate = False
            at = end + 1
            continue
        at = match.end()
        if match[2] == "not":
            negate = True
        elif match[2] in {"and", "or"} and joiner in {"", match[2]} and values:
            joiner = match[2]
        else:
            return None
        at += len(text[at:]) - len(text[at:].lstrip())
    if not values:
        return None
    if joiner == "or":
        return True if True in values else None if None in values else False
    return False if False in values else None if None in values else True


def _leaf(inside: str, function: str | None, leaf: Callable[[str], bool | None], depth: int) -> bool | None:
    if function is not None:
        # selector(…), font-tech(…): what a recent browser is asked for, it mostly has.
        return leaf(f"{function}({inside})")
    inside = inside.strip()
    if inside.startswith(("(", "not ", "not(")):
        return _condition(inside, leaf, depth + 1) if depth < _MAX_DEPTH else None
    return leaf(inside)


def _closing(text: str, start: int) -> int:
    depth = 1
    for at in range(start, len(text)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if not depth:
                return at
    return len(text)


def _supports(inside: str) -> bool | None:
    name, _, value = (part.strip() for part in inside.partition(":"))
    if name.startswith(_FOREIGN) or value.startswith(_FOREIGN):
        return False
    return not name.startswith("selector(") or not any(mark in name for mark in _FOREIGN)


def _feature(inside: str, view: View) -> bool | None:
    ranged = _RANGE.match(inside) if "<" in inside or ">" in inside or "=" in inside else None
    if ranged is not None:
        return _ranged(ranged, view)
    name, colon, value = (part.strip() for part in inside.partition(":"))
    if name == "orientation":
        actual = "landscape" if view == "laptop" else view
        return value == actual if value in {"portrait", "landscape"} else None if colon else True
    for prefix, operator in (("min-", ">="), ("max-", "<=")):
        if name.startswith(prefix):
            return _compare(name.removeprefix(prefix), operator, value, view)
    for prefix, operator in (("-webkit-min-", ">="), ("-webkit-max-", "<=")):
        if name.startswith(prefix):
            return _compare(name.removeprefix(prefix), operator, value, view)
    if name in _FEATURES:
        return value == _FEATURES[name] if colon else _FEATURES[name] not in _ABSENT
    if not colon:
        return True if name in _SIZES or name in {"resolution", "aspect-ratio"} else None
    return _compare(name, "=", value, view)


def _ranged(match: re.Match[str], view: View) -> bool | None:
    first, operator, second, operator2, third = match.groups()
    if third is not None:
        low = _compare(second, _FLIP[operator], first, view)
        high = _compare(second, operator2, third, view)
        return None if low is None or high is None else low and high
    if first[0].isalpha() and "(" not in first:
        return _compare(first, operator, second, view)
    return _compare(second, _FLIP[operator], first, view)


def _compare(name: str, operator: str, value: str, view: View) -> bool | None:
    actual, asked = _measures(name, value)
    if actual is None or asked is None:
        return None
    if view != "laptop" and name != "resolution":
        return True
    if operator == "=":
        return abs(actual - asked) < 1e-9
    if operator.startswith("<"):
        return actual < asked or (operator == "<=" and actual == asked)
    return actual > asked or (operator == ">=" and actual == asked)


def _measures(name: str, value: str) -> tuple[float | None, float | None]:
    """What the screen has, and what the query asks for."""
    if name in _SIZES:
        return _SIZES[name], length(value, Context())
    if name in {"aspect-ratio", "device-aspect-ratio"}:
        match = _RATIO.match(value)
        return VIEWPORT[0] / VIEWPORT[1], float(match[1]) / (float(match[2] or 1) or 1) if match else None
    if name == "resolution":
        for unit, factor in (("dppx", 1.0), ("dpi", 1 / 96), ("dpcm", 2.54 / 96), ("x", 1.0)):
            if value.endswith(unit):
                asked = number(value.removesuffix(unit))
                return 1.0, None if asked is None else asked * factor
        return 1.0, None
    if name == "device-pixel-ratio":
        return 1.0, number(value)
    if name in {"color", "monochrome", "color-index"}:
        return float(_FEATURES[name]), number(value)
    return None, None
