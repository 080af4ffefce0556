"""Writes safe suggestions into a copy of a Word file as tracked changes, which the writer accepts or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.annotate.docx_changeable import Changeable
from duidelijk.annotate.docx_cuts import Runs, Stretch
from duidelijk.annotate.note import AUTHOR
from duidelijk.model import Document, Edit
from duidelijk.office.docx import Docx
from duidelijk.office.docx_writing import added, stamp
from duidelijk.office.ooxml import SPACE, W
from duidelijk.office.repack import repacked
from duidelijk.readers import docx as reader
from duidelijk.readers.extracted import origins_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID: Final = W + "id"


class Changed(NamedTuple):
    """A copy with tracked changes, and how many suggestions they carry out."""

    data: bytes
    made: int


class _Plan(NamedTuple):
    """The runs that an edit deletes, and what comes in their place."""

    stretches: Sequence[Stretch]
    text: str


def change_docx(
    data: bytes, name: str, suggestions: Sequence[tuple[Edit, ...]], *, date: datetime
) -> Changed:
    """A copy of a Word file with these suggestions as tracked changes.

    The edits are in the text as the reader gives it; no two touch each other. A suggestion of which some part
    cannot be tracked (the words are the result of a field, or locked) is left out whole. All that is deleted
    stays in the file until the writer accepts it; what is inserted has the look of what it replaces.

    Raises:
        ReadError: when the file is damaged, locked or unsafe.
    """
    document = reader.read(data, name)
    docx: Docx = document.raw
    changeable = Changeable(docx)
    runs = Runs()
    plans: list[list[_Plan]] = []
    for edits in suggestions:
        plan = [_plan(document, edit, changeable, runs) for edit in edits]
        if plan and all(one is not None for one in plan):
            plans.append([one for one in plan if one is not None])
            runs.free(stretch for one in plans[-1] for stretch in one.stretches)
    if not plans:
        return Changed(data, 0)
    runs.cut()
    touched: dict[str, None] = {}
    numbers = count(_next_id(changeable.roots))
    for one in reversed([one for plan in plans for one in plan]):  # so that what is split is split once
        touched[changeable.part(one.stretches[0].run)] = None
        _track(one, runs, numbers, stamp(AUTHOR, date))
    return Changed(repacked(data, name, {part: docx.serialise(part) for part in touched}), len(plans))


def _plan(document: Document, edit: Edit, changeable: Changeable, runs: Runs) -> _Plan | None:
    origins = list(origins_of(document, edit.span))
    is_whole = sum(end - start for _, start, end in origins) == edit.span.end - edit.span.start
    if not origins or not is_whole or not edit.text.isprintable():
        return None
    if not changeable.together([element for element, _, _ in origins]):
        return None
    return _Plan(runs.stretches(origins), edit.text)


def _next_id(roots: Iterable[_Element]) -> int:
    said = (one.get(_ID) or "" for root in roots for one in root.iter("*"))
    return max((int(number) for number in said if number.isdecimal() and len(number) < 10), default=0) + 1


def _track(plan: _Plan, runs: Runs, numbers: Iterator[int], who: dict[str, str]) -> None:
    """Carry out one edit."""
    after: _Element | None = None
    look: _Element | None = None
    for stretch in plan.stretches:
        pieces = runs.all(stretch)
        deleted = pieces[0].makeelement(W + "del", {_ID: str(next(numbers)), **who})
        pieces[0].addprevious(deleted)
        for piece in pieces:
            deleted.append(piece)
            for text in piece.iterchildren(W + "t"):
                text.tag = W + "delText"
        if after is None:
            after, look = deleted, pieces[0].find(W + "rPr")
    if after is None or not plan.text:
        return
    inserted = after.makeelement(W + "ins", {_ID: str(next(numbers)), **who})
    run = added(inserted, W + "r")
    if look is not None:
        run.append(_plain(look))
    added(run, W + "t", {SPACE: "preserve"}).text = plan.text
    _place(inserted, after, str(next(numbers)))


def _place(inserted: _Element, after: _Element, number: str) -> None:
    """Put an insertion after a deletion; one insertion cannot stand in another, so that is split."""
    parent = after.getparent()
    if parent is None or parent.tag != W + "ins":
        after.addnext(inserted)
        return
    rest = parent.makeelement(parent.tag, {str(name): str(text) for name, text in parent.attrib.items()})
    rest.set(_ID, number)
    for sibling in list(after.itersiblings()):
        rest.append(sibling)
    parent.addnext(inserted)
    if len(rest):
        inserted.addnext(rest)


def _plain(look: _Element) -> _Element:
    """A copy of what a run looks like, without the changes that are tracked in it."""
    copied = deepcopy(look)
    for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo"):
        for one in copied.findall(W + name):
            copied.remove(one)
    return copied
