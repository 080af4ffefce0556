"""The numbers and bullets that Word shows before paragraphs: they stand nowhere in the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.office.markers import LONGEST, bullet, letters, roman
from duidelijk.office.ooxml import W, flag, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx_styles import Styles

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is numbered. ``restart`` is the level (from 1) after which it starts again."""

    start: int
    format: str
    text: str
    restart: int | None
    is_legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it: its levels, and where it starts anew. ``counts`` is what it shares."""

    counts: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one file. Only what is asked for is worked out."""

    __slots__ = ("_abstract", "_lists", "_nums", "_styles")

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        def by_id(tag: str, key: str) -> dict[str, _Element]:
            found = () if root is None else root.iterfind(W + tag)
            return {one.get(W + key) or "": one for one in found}

        self._styles = styles
        self._abstract = by_id("abstractNum", "abstractNumId")
        self._nums = by_id("num", "numId")
        self._lists: dict[str, _List | None] = {}

    def level(self, list_id: str, level: int) -> Level | None:
        """How a level (from 0) of a list is numbered; None when there is no such list."""
        found = self.list(list_id)
        return None if found is None else found.levels.get(level)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level (from 0) that a list keeps for paragraphs of a style."""
        found = self.list(list_id)
        levels = {} if found is None else found.levels
        return next((at for at, level in levels.items() if level.style == style), None)

    def list(self, list_id: str) -> _List | None:
        """The list that paragraphs name by this id."""
        if list_id not in self._lists:
            self._lists[list_id] = self._made(list_id)
        return self._lists[list_id]

    def _made(self, list_id: str) -> _List | None:
        num = self._nums.get(list_id)
        if num is None:
            return None
        counts = value(num, W + "abstractNumId") or ""
        abstract = self._abstract.get(counts)
        link = value(abstract, W + "numStyleLink")
        if link is not None:  # the levels stand with a list that a style names
            style = self._styles.element(link)
            linked = None if style is None else style.find(f"{W}pPr/{W}numPr")
            other = self._nums.get(value(linked, W + "numId") or "")
            counts = (None if other is None else value(other, W + "abstractNumId")) or counts
            abstract = self._abstract.get(counts)
        if abstract is None:
            return None
        levels = dict(map(_level, abstract.iterfind(W + "lvl")))
        starts: dict[int, int] = {}
        for override in num.iterfind(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if own is not None:
                at, level = _level(own)
                levels[at] = level
            at = number(override.get(W + "ilvl")) or 0
            start = number(value(override, W + "startOverride"))
            if start is not None:
                starts[at] = start
        return _List(counts, levels, starts)


class Counters:
    """Counts along with the paragraphs of a text, in their order."""

    __slots__ = ("_counts", "_numbering", "_started")

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, list_id: str, level: int) -> str:
        """What stands before the next paragraph at a level (from 0) of a list; empty when nothing does."""
        found = self._numbering.list(list_id)
        own = None if found is None else found.levels.get(level)
        if found is None or own is None:
            return ""
        counts = self._counts.setdefault(found.counts, [None] * LEVELS)
        before = counts[level]
        counts[level] = own.start if before is None else before + 1
        if level in found.starts and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            counts[level] = found.starts[level]
        for deeper in range(level + 1, LEVELS):
            below = found.levels.get(deeper)
            after = deeper if below is None or below.restart is None else below.restart
            if level < after:
                counts[deeper] = None
        return _shown(own, found.levels, counts)


def _level(element: _Element) -> tuple[int, Level]:
    at = max(0, min(number(element.get(W + "ilvl")) or 0, LEVELS - 1))
    start = number(value(element, W + "start"))
    return at, Level(
        0 if start is None else start,
        value(element, W + "numFmt") or "decimal",
        (value(element, W + "lvlText") or "")[:LONGEST],
        number(value(element, W + "lvlRestart")),
        bool(flag(element, W + "isLgl")),
        value(element, W + "pStyle"),
    )


def _shown(own: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if own.format == "bullet":
        return bullet(own.text)

    def counted(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at)
        if level is None:
            return ""
        count = counts[at]
        return formatted(level.start if count is None else count, "decimal" if own.is_legal else level.format)

    return _PLACE.sub(counted, own.text).strip()


def formatted(count: int, style: str) -> str:
    """A number as Word shows it in a list: ``lowerLetter`` 2 is ‘b’."""
    match style:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{count:02d}"
        case "ordinal":
            return f"{count}e"
        case "lowerLetter":
            return letters(count, repeats=True)
        case "upperLetter":
            return letters(count, repeats=True).upper()
        case "lowerRoman":
            return roman(count)
        case "upperRoman":
            return roman(count).upper()
        case _:
            return str(count)
