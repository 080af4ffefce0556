"""The numbers and bullets that LibreOffice shows before paragraphs: they stand nowhere in the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.office.markers import LONGEST, bullet, letters, roman
from duidelijk.office.odf import LOEXT, STYLE, TEXT, count

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS: Final = 10
_MOST: Final = 1_000_000
_PLACE: Final = re.compile(r"%(10|[1-9])%")


class Level(NamedTuple):
    """How one level of a list is numbered. ``text`` has %1% for the number of the first level."""

    start: int
    format: str
    text: str
    bullet: str | None
    repeats_letters: bool


ListStyle = dict[int, Level]


@dataclass(slots=True)
class Counts:
    """How far one list has come, by level from 0."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, style: ListStyle, depth: int, start: int | None = None) -> str:
        """What stands before the next item at a depth (from 0); ``start`` is a number of its own."""
        depth = min(depth, LEVELS - 1)
        level = style.get(depth)
        for above in range(depth):  # a level that was passed over counts as one item
            if self.numbers[above] is None:
                self.numbers[above] = style[above].start if above in style else 1
        before = self.numbers[depth]
        if start is not None:
            self.numbers[depth] = start
        elif before is None:
            self.numbers[depth] = 1 if level is None else level.start
        else:
            self.numbers[depth] = before + 1
        self.numbers[depth + 1 :] = [None] * (LEVELS - depth - 1)
        return "" if level is None else self._shown(style, level)

    def _shown(self, style: ListStyle, own: Level) -> str:
        if own.bullet is not None:
            return bullet(own.bullet)

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = style.get(at)
            if level is None:
                return ""
            number = self.numbers[at]
            return _formatted(level.start if number is None else number, level)

        return _PLACE.sub(counted, own.text).strip()


def list_style(element: _Element) -> ListStyle:
    """The levels (from 0) of a ``text:list-style`` or of the ``text:outline-style``."""
    found: ListStyle = {}
    for one in element.iterchildren("*"):
        depth = count(one.get(TEXT + "level"), most=LEVELS) - 1
        if depth >= 0:
            found[depth] = _level(one, depth)
    return found


def _level(one: _Element, depth: int) -> Level:
    is_number = one.get(STYLE + "num-format") is not None or str(one.tag).endswith("number")
    bullet = None if is_number or "outline" in str(one.tag) else one.get(TEXT + "bullet-char") or ""
    kind = one.get(STYLE + "num-format") or ""
    text = one.get(LOEXT + "num-list-format")
    if text is None:
        shown = count(one.get(TEXT + "display-levels"), most=LEVELS)
        first = max(0, depth + 1 - max(1, shown))
        places = ".".join(f"%{at + 1}%" for at in range(first, depth + 1)) if kind else ""
        text = (one.get(STYLE + "num-prefix") or "") + places + (one.get(STYLE + "num-suffix") or "")
    return Level(
        count(one.get(TEXT + "start-value"), most=_MOST),
        kind,
        text[:LONGEST],
        bullet,
        one.get(STYLE + "num-letter-sync") == "true",
    )


def _formatted(number: int, level: Level) -> str:
    match level.format:
        case "":
            return ""
        case "a":
            return letters(number, repeats=level.repeats_letters)
        case "A":
            return letters(number, repeats=level.repeats_letters).upper()
        case "i":
            return roman(number)
        case "I":
            return roman(number).upper()
        case _:
            return str(number)
