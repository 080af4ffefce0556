"""Cuts the runs of a Word file at characters, so that a mark can stand between any two of them.

A run (``w:r``) is text of one look. Cut in pieces, each piece keeps that look.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.office.ooxml import SPACE, W, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_RUN: Final = W + "r"
_PARAGRAPH: Final = W + "p"
_TEXT: Final = W + "t"
Cut = tuple[int, int]
"""Before which child of a run, and before which character of it."""


class Stretch(NamedTuple):
    """A part of one run, to be cut free: from the first cut up to the last."""

    run: _Element
    start: Cut
    end: Cut


@dataclass(slots=True)
class _Run:
    """A run with its children; ``pieces`` is what it was cut into, ``order`` where each of them begins."""

    children: list[_Element]
    places: dict[_Element, int]
    cuts: set[Cut] = field(default_factory=lambda: {(0, 0)})
    order: list[Cut] = field(default_factory=list)
    pieces: list[_Element] = field(default_factory=list)


class Runs:
    """Gathers where runs must be cut, and cuts each of them once."""

    __slots__ = ("_runs",)

    def __init__(self) -> None:
        self._runs: dict[_Element, _Run] = {}

    def stretches(self, origins: Iterable[tuple[Any, int, int]]) -> list[Stretch]:
        """The parts of runs that hold these characters (element, from, up to), in order.

        What lies in one run becomes one part. An element that stands in no run is left out.
        """
        found: list[Stretch] = []
        for element, start, end in origins:
            place = run_of(element)
            if place is None:
                continue
            run, child = place
            known = self._known(run)
            at = known.places[child]
            first, last = (at, 0), (at + 1, 0)
            if child is element and child.tag == _TEXT:
                low, high = shown(child)
                first = (at, start) if start > low else first
                last = (at, end) if end < high else last
            if found and found[-1].run is run:
                found[-1] = Stretch(run, min(found[-1].start, first), max(found[-1].end, last))
            else:
                found.append(Stretch(run, first, last))
        return found

    def free(self, stretches: Iterable[Stretch]) -> None:
        """Note that these parts are to be cut free."""
        for run, start, end in stretches:
            self._known(run).cuts.update((start, end))

    def cut(self) -> None:
        """Cut what was noted. Call it once, when all is noted."""
        for run, known in self._runs.items():
            _cut(run, known)

    def first(self, stretch: Stretch) -> _Element:
        """The run that a part begins with."""
        return self.all(stretch)[0]

    def last(self, stretch: Stretch) -> _Element:
        """The run that a part ends with."""
        return self.all(stretch)[-1]

    def all(self, stretch: Stretch) -> list[_Element]:
        """The runs that make up a part."""
        known = self._runs[stretch.run]
        start, end = bisect_left(known.order, stretch.start), bisect_left(known.order, stretch.end)
        return known.pieces[start:end]

    def _known(self, run: _Element) -> _Run:
        if run not in self._runs:
            children = [one for one in run.iterchildren("*") if one.tag != W + "rPr"]
            self._runs[run] = _Run(children, {one: at for at, one in enumerate(children)})
        return self._runs[run]


def run_of(element: _Element) -> tuple[_Element, _Element] | None:
    """The outermost run of its paragraph that an element is in, and the child of that run with it.

    A run can hold runs of its own: the reading aid above a word is such a one.
    """
    found: tuple[_Element, _Element] | None = None
    below = element
    for above in element.iterancestors():
        if above.tag == _RUN:
            found = above, below
        elif above.tag == _PARAGRAPH:
            break
        below = above
    return found


def _cut(run: _Element, known: _Run) -> None:
    """Cut one run; its first piece is the run itself."""
    end = (len(known.children), 0)
    known.order = sorted(cut for cut in known.cuts if cut < end)
    texts = {at: (known.children[at].text or "", shown(known.children[at])) for at, _ in known.order}
    halved = {at for at, offset in known.order if offset}
    look = run.find(W + "rPr")
    piece = run
    for number, (start, stop) in enumerate(zip(known.order, [*known.order[1:], end], strict=True)):
        if number:
            new = _like(run)
            if look is not None:
                new.append(deepcopy(look))
            piece.addnext(new)
            piece = new
        known.pieces.append(piece)
        for at in range(start[0], stop[0] + (stop[1] > 0)):
            child = known.children[at]
            if at not in halved:
                if number:
                    piece.append(child)
                continue
            text, (low, high) = texts[at]
            begin = start[1] if at == start[0] and start[1] else low
            part = child if begin == low else _like(child)
            part.text = text[begin : stop[1] if at == stop[0] else high]
            part.set(SPACE, "preserve")
            if number or part is not child:
                piece.append(part)


def _like(element: _Element) -> _Element:
    """An empty element with the name and attributes of another."""
    attributes = {str(name): str(text) for name, text in element.attrib.items()}
    return element.makeelement(element.tag, attributes)
