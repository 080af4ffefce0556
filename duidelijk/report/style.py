"""Colours of a terminal (ANSI, SGR codes), or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from duidelijk.report.common import Grade

Style = Literal["title", "quiet", "good"] | Grade
Paint = Callable[[str, Style], str]

_CODES: Final[dict[Style, str]] = {
    "title": "1",
    "quiet": "2",
    "good": "32",
    "error": "1;31",
    "warning": "33",
    "suggestion": "36",
    "cantTell": "35",
}


def painter(*, color: bool) -> Paint:
    """A function that puts text in a style; without ``color`` it leaves the text alone."""
    return _paint if color else _plain


def _paint(text: str, style: Style) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def _plain(text: str, style: Style) -> str:  # noqa: ARG001 - the shape of Paint
    return text
