"""Adds a word to the organisation's own words in a settings file, and leaves all else in it as it is."""

from __future__ import annotations

import re
from typing import Any, Final

from duidelijk.model import Edit, Span

_KEY: Final = "words"
_TABLE: Final = ("tool", "duidelijk")
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_BOM: Final = "\ufeff"


def with_word(config: str, word: str, *, pyproject: bool) -> Edit | None:
    """The edit that adds a word to ``words``; None where it is there already, or the file cannot take it.

    ``config`` is the text of a duidelijk.toml or, with ``pyproject``, of a pyproject.toml.
    """
    word = " ".join(word.split())
    text = config.removeprefix(_BOM)
    if not word or _UNFIT.search(word) or _UNFIT.search(re.sub(r"[\t\r\n]", "", text)):
        return None
    changed = _added(text, word, _TABLE if pyproject else ())
    return None if changed is None else _difference(text, changed, moved=len(config) - len(text))


def new_config(word: str) -> str:
    """A new settings file with one word."""
    import tomlkit

    return tomlkit.dumps({_KEY: [" ".join(word.split())]})


def _added(text: str, word: str, above: tuple[str, ...]) -> str | None:
    """The text with the word in the table ``above``."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        file = tomlkit.parse(text)
        table: Any = file
        for name in above:
            table = table.setdefault(name, tomlkit.table(is_super_table=name != above[-1]))
        words = table.setdefault(_KEY, [])
        if word.casefold() in (str(one).casefold() for one in words):
            return None
        words.append(word)
        changed = tomlkit.dumps(file)
        return changed if _is_only_change(text, changed, word, above) else None
    except (TOMLKitError, RecursionError, ValueError, TypeError, AttributeError, KeyError):
        return None  # no TOML, or something else has the name of the words


def _difference(before: str, after: str, *, moved: int) -> Edit:
    """One edit from the one text to the other."""
    start = _same(before, after)
    room = min(len(before), len(after)) - start
    same = min(_same(before[::-1], after[::-1]), room)
    return Edit(Span(start + moved, len(before) - same + moved), after[start : len(after) - same])


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _is_only_change(before: str, after: str, word: str, above: tuple[str, ...]) -> bool:
    import tomllib

    wanted = tomllib.loads(before, parse_float=str)  # as they are written: nan is not equal to itself
    inner = wanted
    for name in above:
        inner = inner.setdefault(name, {})
    inner[_KEY] = [*inner.get(_KEY, []), word]
    return wanted == tomllib.loads(after, parse_float=str)
