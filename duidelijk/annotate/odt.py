"""Writes findings as comments into a copy of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from duidelijk.annotate.note import AUTHOR, INITIALS, note
from duidelijk.annotate.odt_places import Point, Range, put, range_of
from duidelijk.model import Finding
from duidelijk.office.odf import DC, META, OFFICE, TEXT
from duidelijk.office.odt import CONTENT, STYLES
from duidelijk.office.repack import repacked
from duidelijk.readers.odt import read

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.odt import Odt

_NAMES: Final = {"office": OFFICE[1:-1], "text": TEXT[1:-1], "dc": DC[1:-1], "meta": META[1:-1]}
_PARAGRAPHS: Final = (TEXT + "p", TEXT + "h")


def annotate_odt(
    data: bytes, name: str, findings: Sequence[Finding], *, date: datetime | None = None
) -> bytes:
    """A copy of an odt or ott with a comment at the words that each finding is about.

    Findings are those of this very file. What is not at any words is at the nearest paragraph; comments on
    drawings stand beside them. Parts of the file without a finding keep their bytes. ``date`` is when the
    comments were made; by default now.

    Raises:
        ReadError: when the file cannot be read.
    """
    document = read(data, name)
    made = (date or datetime.now(tz=UTC)).replace(microsecond=0, tzinfo=None).isoformat()
    odt: Odt = document.raw
    used = {one.get(OFFICE + "name") for one in odt.content.iter(OFFICE + "annotation")}
    number = 0
    starts: list[tuple[Point, _Element]] = []
    ends: list[tuple[Point, _Element]] = []
    roots: set[_Element] = set()
    for finding in findings:
        number += 1
        while f"{AUTHOR}-{number}" in used:
            number += 1
        label = f"{AUTHOR}-{number}"
        place = range_of(document, finding.span) or _first_paragraph(odt)
        roots.add(place.paragraph.getroottree().getroot())
        where = document.anchor(finding.span.start) or "" if place.is_beside else ""
        named = label if place.end is not None else None
        starts.append((place.start, _annotation(named, made, note(finding, where))))
        if place.end is not None:
            ends.append((place.end, _element("annotation-end", label)))
    put([*ends, *starts])
    changed = {CONTENT: odt.content, STYLES: odt.styles_root}
    new = {part: _bytes(root) for part, root in changed.items() if root is not None and root in roots}
    return repacked(data, name, new)


def _annotation(label: str | None, made: str, lines: Sequence[str]) -> _Element:
    """A comment; one line to a paragraph."""
    from lxml import etree

    found = _element("annotation", label)
    etree.SubElement(found, DC + "creator").text = AUTHOR
    etree.SubElement(found, DC + "date").text = made
    etree.SubElement(found, META + "creator-initials").text = INITIALS
    for line in lines:
        etree.SubElement(found, TEXT + "p").text = line
    return found


def _element(kind: str, label: str | None) -> _Element:
    from lxml import etree

    found = etree.Element(OFFICE + kind, nsmap=_NAMES)
    if label is not None:
        found.set(OFFICE + "name", label)
    return found


def _first_paragraph(odt: Odt) -> Range:
    """The start of the text; a file without any paragraph gets one."""
    from lxml import etree

    for part in odt.body.iterchildren("*"):
        if part.tag != TEXT + "tracked-changes":
            for one in part.iter(*_PARAGRAPHS):
                return Range(Point(one, "text", 0), None, one)
    made = etree.SubElement(odt.body, TEXT + "p")
    return Range(Point(made, "text", 0), None, made)


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
