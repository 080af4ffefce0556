"""Text on a terminal: what can be shown, and how many columns it takes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# Printable ASCII, the rest of Western Europe, and Dutch punctuation: shown as they are, one column each.
_PLAIN: Final = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02af‘’“”–—…€•]*")
_TAB: Final = "    "
_SPACES: Final = frozenset("\n\v\f\r\x85\u2028\u2029")


def visible(text: str) -> str:
    """``text`` on one line, without what could steer a terminal.

    A tab is four spaces, a line end is a space, invisible characters (soft hyphen, direction marks, joiners)
    are gone, and other control characters are shown as U+FFFD.
    """
    if _PLAIN.fullmatch(text):
        return text
    return "".join(map(_shown, text))


def width(text: str) -> int:
    """Columns that visible ``text`` takes: wide characters count two, combining marks none."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(map(_columns, text))


def head(text: str, room: int) -> str:
    """The longest start of visible ``text`` within ``room`` columns, whole words where that costs little."""
    if width(text) <= room:
        return text
    used = end = room if _PLAIN.fullmatch(text) else 0
    while end < len(text) and used + _columns(text[end]) <= room:
        used += _columns(text[end])
        end += 1
    space = text.rfind(" ", max(1, end - 15), end + 1)
    return text[: space if space > 0 else end]


def tail(text: str, room: int) -> str:
    """The longest end of visible ``text`` within ``room`` columns, whole words where that costs little."""
    if width(text) <= room:
        return text
    used = room if _PLAIN.fullmatch(text) else 0
    start = len(text) - used
    while start > 0 and used + _columns(text[start - 1]) <= room:
        start -= 1
        used += _columns(text[start])
    while start < len(text) and not _columns(text[start]):
        start += 1  # a mark without its letter
    space = text.find(" ", max(0, start - 1), min(len(text) - 1, start + 15))
    return text[space + 1 if space >= 0 else start :]


def wrap(text: str, room: int) -> list[str]:
    """Visible ``text`` in lines of at most ``room`` columns, broken at spaces; a longer word stands alone."""
    if width(text) <= room:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


@cache
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@cache
def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    if char in _SPACES:
        return " "
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    return "\ufffd" if category in ("Cc", "Cs") else char
