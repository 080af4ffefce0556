"""Custom properties and ``var()`` (CSS Custom Properties 1): fallbacks, circles, and a bound on growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk.html.css.properties import expand
from duidelijk.html.css.scan import bracketed, split
from duidelijk.html.css.values import WIDE_KEYWORDS

if TYPE_CHECKING:
    from duidelijk.html.css.computed import Declaration, Style

_VAR: Final = re.compile(r"(?<![-\w])var\(", re.IGNORECASE)
_NAMED: Final = re.compile(r"(?<![-\w])var\(\s*+(--[^\s,()]*+)", re.IGNORECASE)
_MOST: Final = 20_000
_MAX_DEPTH: Final = 32


def filled(style: Style, found: Declaration) -> str:
    """The value with its custom properties; ``unset`` when that gives nothing valid."""
    text = _substitute(style, found.value, 0)
    if text is None:
        return "unset"
    return dict(expand(found.via or found.name, text.strip())).get(found.name, "unset")


def custom(style: Style, name: str, depth: int = 0) -> str | None:
    """The value of a custom property; None when it has none, or goes in circles."""
    at: Style | None = style
    while at is not None:
        if name in at.memo:
            known: str | None = at.memo[name]
            return known
        if name in at.declared:
            break
        at = at.parent
    if at is None or depth >= _MAX_DEPTH:
        return None
    # What a value needs of the same element comes first, so that a long chain asks for no recursion.
    for needed, circular in _in_order_of_need(at, name):
        at.memo[needed] = None if circular else _value(at, needed, depth)
    value: str | None = at.memo[name]
    return value


def _value(style: Style, name: str, depth: int) -> str | None:
    """The value that the element itself declares, once what it refers to there is known."""
    written = style.declared[name].value
    if written in WIDE_KEYWORDS:
        above = None if written == "initial" else style.parent
        return None if above is None else custom(above, name, depth + 1)
    return _substitute(style, written, depth + 1)


def _in_order_of_need(style: Style, start: str) -> Iterator[tuple[str, bool]]:
    """The properties of the element that ``start`` refers to and itself, those referred to first.

    With each: whether it is part of a circle. (Tarjan's strongly connected components, without recursion.)
    """
    numbers = {start: 0}
    lowest = {start: 0}
    open_names = [start]
    is_open = {start}
    path = [_need(style, start)]
    while path:
        name, named, left = path[-1]
        for other in left:
            if other not in numbers:
                numbers[other] = lowest[other] = len(numbers)
                open_names.append(other)
                is_open.add(other)
                path.append(_need(style, other))
                break
            if other in is_open:
                lowest[name] = min(lowest[name], numbers[other])
        else:
            path.pop()
            if path:
                above = path[-1][0]
                lowest[above] = min(lowest[above], lowest[name])
            if lowest[name] == numbers[name]:
                together = [open_names.pop()]
                while together[-1] != name:
                    together.append(open_names.pop())
                is_open.difference_update(together)
                circular = len(together) > 1 or name in named
                yield from ((one, circular) for one in together)


def _need(style: Style, name: str) -> tuple[str, dict[str, None], Iterator[str]]:
    """A custom property with those of the same element that its value names and that are not known yet."""
    found = _NAMED.findall(style.declared[name].value)
    named = {one: None for one in found if one in style.declared and one not in style.memo}
    return name, named, iter(named)


def _substitute(style: Style, text: str, depth: int) -> str | None:
    """``text`` with each ``var()`` filled in; None when one has neither a value nor a fallback."""
    parts: list[str] = []
    at = size = 0
    while (match := _VAR.search(text, at)) is not None:
        inside, end = bracketed(text, match.end())
        _, *fallback = split(inside, ",")
        named = _NAMED.match(text, match.start())
        value = None if named is None else custom(style, named[1], depth)
        if value is None and fallback and depth < _MAX_DEPTH:
            value = _substitute(style, ",".join(fallback), depth + 1)
        if value is None:
            return None
        parts += (text[at : match.start()], value)
        size += len(value) + match.start() - at
        if size > _MOST:
            return None
        at = end
    return "".join((*parts, text[at:]))
