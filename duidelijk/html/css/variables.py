"""Custom properties and ``var()`` (CSS Custom Properties 1): fallbacks, circles, and a bound on growth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duidelijk.html.css.properties import expand
from duidelijk.html.css.scan import bracketed, split
from duidelijk.html.css.values import WIDE_KEYWORDS

if TYPE_CHECKING:
    from duidelijk.html.css.computed import Declaration, Style

_VAR: Final = re.compile(r"(?<![-\w])var\(", re.IGNORECASE)
_MOST: Final = 20_000
_MAX_DEPTH: Final = 32

Active = frozenset[tuple[int, str]]
_NONE_ACTIVE: Final[Active] = frozenset()


def filled(style: Style, found: Declaration) -> str:
    """The value with its custom properties; ``unset`` when that gives nothing valid."""
    text = _substitute(style, found.value, 0, _NONE_ACTIVE)
    if text is None:
        return "unset"
    return dict(expand(found.via or found.name, text.strip())).get(found.name, "unset")


def custom(style: Style, name: str, depth: int = 0, active: Active = _NONE_ACTIVE) -> str | None:
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
    written = at.declared[name].value
    if written in WIDE_KEYWORDS:
        above = None if written == "initial" else at.parent
        return None if above is None else custom(above, name, depth + 1, active)
    if (id(at), name) in active:
        return None
    value = _substitute(at, written, depth + 1, active | {(id(at), name)})
    if value is not None or not active:
        at.memo[name] = value
    return value


def _substitute(style: Style, text: str, depth: int, active: Active) -> str | None:
    """``text`` with each ``var()`` filled in; None when one has neither a value nor a fallback."""
    parts: list[str] = []
    at = size = 0
    while (match := _VAR.search(text, at)) is not None:
        inside, end = bracketed(text, match.end())
        name, *fallback = split(inside, ",")
        value = custom(style, name.strip(), depth, active)
        if value is None and fallback and depth < _MAX_DEPTH:
            value = _substitute(style, ",".join(fallback), depth + 1, active)
        if value is None:
            return None
        parts += (text[at : match.start()], value)
        size += len(value) + match.start() - at
        if size > _MOST:
            return None
        at = end
    return "".join((*parts, text[at:]))
