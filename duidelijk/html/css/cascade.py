"""From rules to styles: one walk over the page, from the root down (CSS Cascading 5, section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.html.css import defaults
from duidelijk.html.css.computed import Declaration, Origin, Style
from duidelijk.html.css.matching import NOTHING, ExhaustedError, Matcher, text_of
from duidelijk.html.css.media import View
from duidelijk.html.css.properties import KEPT, expand
from duidelijk.html.css.scan import Declared, declarations
from duidelijk.html.css.selectors import Specificity
from duidelijk.html.css.sheets import LayerKey, Rule, Sheets, expanded
from duidelijk.html.nodes import elements

if TYPE_CHECKING:
    from bs4.element import Tag

_NO_DOUBTS: Final[frozenset[str]] = frozenset()
_REVERTS: Final = frozenset({"revert", "revert-layer"})

Table = dict[str, Declaration]


class Cascade(NamedTuple):
    """The styles of all elements by the ``id()`` of their tag, and the sheets that could not be read."""

    styles: dict[int, Style]
    unknown: tuple[str, ...]
    turns: bool
    exhausted: bool


class _Merged(NamedTuple):
    """What the sheets of the page say together: the winners, and rules that may win."""

    normal: Table
    important: Table
    maybe: tuple[tuple[int, Declared], ...]
    ranks: dict[str, int]


@dataclass(slots=True)
class _Frame:
    """An element whose children get their styles; the sets make up a ``Situation``."""

    children: Iterator[Tag]
    style: Style | None
    shown: Tag | None
    closed: bool
    above: frozenset[int] = NOTHING
    parent: frozenset[int] = NOTHING
    previous: frozenset[int] = NOTHING
    earlier: frozenset[int] = NOTHING


def cascade(top: Tag, name: str, view: View = "laptop") -> Cascade:
    """The styles of the page under ``top``; ``name`` is the path of its file."""
    sheets = Sheets(view)
    sheets.read_page(top, name)
    walk = _Walk(sheets)
    walk.run(top)
    return Cascade(walk.styles, tuple(sheets.unknown), sheets.turns, walk.exhausted)


class _Walk:
    def __init__(self, sheets: Sheets) -> None:
        self.styles: dict[int, Style] = {}
        self.exhausted = False
        self._known = not sheets.unknown
        self._matcher = Matcher()
        self._terms: list[tuple[LayerKey, Specificity, int, Rule]] = []
        for order, rule in enumerate(sheets.rules):
            for selector in rule.selectors:
                self._matcher.add(selector, len(self._terms))
                maybe = rule.maybe or selector.maybe
                known = (
                    rule if maybe == rule.maybe else Rule(rule.selectors, rule.declared, rule.layer, maybe)
                )
                self._terms.append((rule.layer, selector.specificity, order, known))
        self._layered = len({rule.layer for rule in sheets.rules}) > 1
        self._merged: dict[tuple[int, ...], _Merged] = {}
        self._tables: dict[tuple[object, ...], tuple[Table, frozenset[str]]] = {}
        self._shared: dict[tuple[object, ...], Style] = {}
        self._inline: dict[str, tuple[Declared, ...]] = {}

    def run(self, top: Tag) -> None:
        """Give each element under ``top`` its style."""
        stack = [_Frame(iter(elements(top)), None, None, closed=False)]
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                stack.pop()
                continue
            ends, feeding = self._match(child, frame)
            style = self.styles[id(child)] = self._style(child, ends, frame)
            if child.contents and (children := elements(child)):
                lasting = feeding & self._matcher.lasting if feeding else feeding
                above = frame.above if lasting <= frame.above else frame.above | lasting
                stack.append(self._frame(child, children, style, above))
                stack[-1].parent = feeding
            frame.previous = feeding
            if feeding and not (lingering := feeding & self._matcher.lingering) <= frame.earlier:
                frame.earlier |= lingering

    def _match(self, tag: Tag, frame: _Frame) -> tuple[tuple[int, ...], frozenset[int]]:
        if self.exhausted:
            return (), NOTHING
        try:
            ends, feeding = self._matcher.match(
                tag, (frame.above, frame.parent, frame.previous, frame.earlier)
            )
            if feeding:
                self._matcher.spend((len(frame.above) + len(frame.earlier) + len(feeding)) // 8)
        except ExhaustedError:
            self.exhausted = True
            self._known = False
            return (), NOTHING
        return ends, feeding

    def _frame(self, tag: Tag, children: list[Tag], style: Style, above: frozenset[int]) -> _Frame:
        closed = tag.name == "details" and "open" not in tag.attrs
        shown = next((child for child in children if child.name == "summary"), None) if closed else None
        return _Frame(iter(children), style, shown, closed, above)

    def _style(self, tag: Tag, ends: tuple[int, ...], frame: _Frame) -> Style:
        attrs = tag.attrs
        inline = text_of(attrs["style"]) if "style" in attrs else ""
        key = (ends, defaults.signature(tag), inline)
        folded = frame.closed and tag is not frame.shown
        # Elements that are alike, in elements with the same style, share theirs.
        shared = (key, id(frame.style), folded, self._known)
        style = self._shared.get(shared)
        if style is None:
            found = self._tables.get(key)
            if found is None:
                found = self._tables[key] = self._table(ends, tag, inline)
            forced = folded or defaults.forced(tag)
            style = Style(found[0], frame.style, found[1], known=self._known, forced=forced)
            if frame.style is None:
                style.root_px = style.font_px
            self._shared[shared] = style
        return style

    def _table(self, ends: tuple[int, ...], tag: Tag, inline: str) -> tuple[Table, frozenset[str]]:
        """What is declared on an element, and what may be."""
        merged = self._merge(ends)
        self._matcher.budget -= len(merged.normal) // 2
        own = {
            name: Declaration(name, value, important=False, origin="browser")
            for name, value in defaults.browser(tag)
        }
        table = dict(own)
        for name, value in defaults.hints(tag):
            _put(table, (Declared(key, text, important=False) for key, text in expand(name, value)), "hint")
        table |= merged.normal
        written = self._written(inline) if inline else ()
        _put(table, (one for one in written if not one.important), "inline")
        table |= merged.important
        _put(table, (one for one in written if one.important), "inline")
        for name in [name for name, found in table.items() if found.value in _REVERTS]:
            if name in own:
                table[name] = own[name]
            else:
                del table[name]
        return table, _doubts(merged, table) if merged.maybe else _NO_DOUBTS

    def _written(self, inline: str) -> tuple[Declared, ...]:
        found = self._inline.get(inline)
        if found is None:
            written = declarations(inline, KEPT)
            found = self._inline[inline] = tuple(one for each in written for one in expanded(each))
        return found

    def _merge(self, ends: tuple[int, ...]) -> _Merged:
        found = self._merged.get(ends)
        if found is not None:
            return found
        numbers = {term for end in ends for term in self._matcher.ends.get(end, ())}
        self._matcher.budget -= len(numbers)
        terms = sorted(numbers, key=lambda number: self._terms[number][:3])
        found = self._merged[ends] = _Merged({}, {}, (), {})
        maybe: list[tuple[int, Declared]] = []
        for rank, number in enumerate(terms):
            rule = self._terms[number][3]
            if rule.maybe:
                maybe.extend((rank, one) for one in rule.declared)
                continue
            for one in rule.declared:
                if not one.important:
                    found.normal[one.name] = Declaration(*one[:3], "page", one.via)
                    found.ranks[one.name] = rank
        if self._layered:
            # Important declarations of an earlier layer win from those of a later one.
            layers = sorted({self._terms[number][0] for number in terms}, reverse=True)
            place = {layer: at for at, layer in enumerate(layers)}
            terms.sort(key=lambda number: place[self._terms[number][0]])
        for number in terms:
            rule = self._terms[number][3]
            if not rule.maybe:
                _put(found.important, (one for one in rule.declared if one.important), "page")
        if maybe:
            found = self._merged[ends] = found._replace(maybe=tuple(maybe))
        return found


def _put(table: Table, found: Iterable[Declared], origin: Origin) -> None:
    for one in found:
        table[one.name] = Declaration(one.name, one.value, one.important, origin, one.via)


def _doubts(merged: _Merged, table: Table) -> frozenset[str]:
    """The properties for which a rule that may hold would win."""
    found: set[str] = set()
    for rank, one in merged.maybe:
        winner = table.get(one.name)
        if winner is None or winner.origin in {"browser", "hint"}:
            found.add(one.name)
        elif winner.origin == "inline" or winner.important:
            if one.important and not (winner.important and winner.origin == "inline"):
                found.add(one.name)
        elif one.important or rank > merged.ranks.get(one.name, -1):
            found.add(one.name)
    return frozenset(found)
