"""Writes findings into a copy of a Word file, each as a comment at its words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from duidelijk.annotate.docx_cuts import Runs, Stretch
from duidelijk.annotate.docx_places import Places
from duidelijk.annotate.note import AUTHOR, INITIALS, note
from duidelijk.model import Finding
from duidelijk.office.docx import Docx
from duidelijk.office.docx_writing import added, stamp, style_ids, with_part
from duidelijk.office.ooxml import SPACE, VAL, W
from duidelijk.office.repack import repacked
from duidelijk.readers import docx as reader

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST: Final = 32_767  # comments; Word does not open a file with more (MS-OI29500 2.1.315)
_ID: Final = W + "id"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def comment_docx(data: bytes, name: str, findings: Sequence[Finding], *, date: datetime) -> bytes:
    """A copy of a Word file with a comment for each finding, at its words.

    ``findings`` are those of this very file. Comments that are there already stay. All other parts of the
    file keep their bytes. ``date`` is what the comments say, in the time of the writer.

    Raises:
        ReadError: when the file is damaged, locked or unsafe.
    """
    document = reader.read(data, name)
    docx: Docx = document.raw
    part, comments = _comments(docx)
    first = _next_id(docx, comments)
    places = Places(document)
    runs = Runs()
    marks: list[tuple[int, list[Stretch]]] = []
    looks = _Looks(docx)
    for finding in findings[: max(0, _MOST - len(comments))]:
        spot = places.spot(finding)
        stretches = [] if spot is None else runs.stretches(spot.origins)
        if spot is None or not stretches:
            continue
        runs.free(stretches)
        number = first + len(marks)
        marks.append((number, stretches))
        comments.append(_comment(comments, number, note(finding, spot.says), date, looks))
    if not marks:
        return data
    runs.cut()
    for number, stretches in marks:
        _mark(runs, stretches, number, looks)
    changed = with_part(docx, part, comments, kind="comments", content_type=_COMMENTS)
    return repacked(data, name, {**changed, docx.main: docx.serialise(docx.main)})


class _Looks:
    """The names that the styles of comments have in this file, None where it has no such style."""

    __slots__ = ("sign", "text")

    def __init__(self, docx: Docx) -> None:
        named = style_ids(docx, ("annotation text", "annotation reference"))
        self.text = named.get("annotation text")
        self.sign = named.get("annotation reference")


def _comments(docx: Docx) -> tuple[str, _Element]:
    """The part with the comments and its root; new ones when the file has none."""
    from lxml import etree

    part = docx.related(docx.main, "comments")
    root = docx.part(part) if part else None
    if part is not None and root is not None:
        return part, root
    folder = posixpath.dirname(docx.main)
    names = (
        posixpath.join(folder, f"comments{number or ''}.xml")
        for number in range(1 + len(docx.package.members))
    )
    free = next(name for name in names if name not in docx.package)
    return free, etree.Element(W + "comments", nsmap={"w": W[1:-1]})


def _next_id(docx: Docx, comments: _Element) -> int:
    """A number above that of every comment, also one that only its marks are left of."""
    marks = docx.root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    said = [one.get(_ID) or "" for group in (comments.iterchildren(W + "comment"), marks) for one in group]
    return max((int(number) for number in said if number.isdecimal() and len(number) < 10), default=-1) + 1


def _comment(parent: _Element, number: int, lines: Iterable[str], date: datetime, looks: _Looks) -> _Element:
    made = parent.makeelement(
        W + "comment", {_ID: str(number), **stamp(AUTHOR, date), W + "initials": INITIALS}
    )
    for at, line in enumerate(lines):
        paragraph = made.makeelement(W + "p")
        made.append(paragraph)
        if looks.text is not None:
            properties = added(paragraph, W + "pPr")
            added(properties, W + "pStyle", {VAL: looks.text})
        if at == 0:
            sign = _run(paragraph, looks.sign)
            added(sign, W + "annotationRef")
        text = added(_run(paragraph, None), W + "t", {SPACE: "preserve"})
        text.text = line
    return made


def _mark(runs: Runs, stretches: Sequence[Stretch], number: int, looks: _Looks) -> None:
    """Put the marks of a comment around its words."""
    named = {_ID: str(number)}
    begin, end = runs.first(stretches[0]), runs.last(stretches[-1])
    begin.addprevious(begin.makeelement(W + "commentRangeStart", named))
    stop = end.makeelement(W + "commentRangeEnd", named)
    end.addnext(stop)
    sign = end.makeelement(W + "r")
    _styled(sign, looks.sign)
    added(sign, W + "commentReference", named)
    stop.addnext(sign)


def _run(parent: _Element, style: str | None) -> _Element:
    return _styled(added(parent, W + "r"), style)


def _styled(run: _Element, style: str | None) -> _Element:
    if style is not None:
        added(added(run, W + "rPr"), W + "rStyle", {VAL: style})
    return run
