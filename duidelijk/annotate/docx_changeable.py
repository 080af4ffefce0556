"""Which text of a Word file can carry a tracked change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.annotate.docx_cuts import run_of
from duidelijk.office.docx import Docx
from duidelijk.office.ooxml import W, shown, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORDS: Final = frozenset(W + name for name in ("t", "tab", "noBreakHyphen", "softHyphen", "br", "cr"))
_AROUND: Final = frozenset(
    W + name for name in ("hyperlink", "ins", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")
)
_GONE: Final = (W + "del", W + "moveFrom")
_UNSEEN: Final = frozenset(
    W + name for name in ("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef")
)
_LOCKED: Final = frozenset({"contentLocked", "sdtContentLocked"})


class Changeable:
    """Knows the order of what the parts of a file show, and what of it is the result of a field."""

    __slots__ = ("_in_fields", "_numbers", "_parts")

    def __init__(self, docx: Docx) -> None:
        self._parts = {root: part for part, root in _parts(docx)}
        self._numbers: dict[_Element, int] = {}
        self._in_fields: set[_Element] = set()
        for root in self._parts:
            self._number(root)

    @property
    def roots(self) -> Iterator[_Element]:
        """The roots of the parts with text."""
        return iter(self._parts)

    def part(self, element: _Element) -> str:
        """The name of the part that an element is in."""
        return self._parts[element.getroottree().getroot()]

    def together(self, elements: Sequence[_Element]) -> bool:
        """Whether this is text, in one paragraph, with nothing else between, that a change can replace."""
        last: int | None = None
        paragraphs = set()
        for element in elements:
            number = self._numbers.get(element)
            if number is None or element.tag not in _WORDS or element in self._in_fields:
                return False
            if last is not None and number not in {last, last + 1}:
                return False
            last = number
            paragraph = _paragraph(element)
            if paragraph is None:
                return False
            paragraphs.add(paragraph)
        return len(paragraphs) == 1

    def _number(self, root: _Element) -> None:
        """Number what the runs of a part show, in order."""
        depth = 0
        for run in root.iter(W + "r"):
            if next(run.iterancestors(*_GONE), None) is not None:
                continue
            for child in run.iterchildren("*"):
                if child.tag in _UNSEEN or _is_empty(child):
                    continue
                if child.tag == W + "fldChar":
                    depth += {"begin": 1, "end": -1}.get(child.get(W + "fldCharType") or "", 0)
                    depth = max(0, depth)
                self._numbers[child] = len(self._numbers)
                if depth:
                    self._in_fields.add(child)


def _is_empty(text: _Element) -> bool:
    """Whether this is a text of which nothing is shown."""
    if text.tag != W + "t":
        return False
    start, end = shown(text)
    return start == end


def _paragraph(element: _Element) -> _Element | None:
    """The paragraph of a text, None where something around it keeps its text as it is."""
    place = run_of(element)
    if place is None or place[1] is not element:
        return None
    run = place[0]
    inside: _Element = run
    for above in run.iterancestors():
        if above.tag == W + "p":
            return above
        if above.tag not in _AROUND or (above.tag == W + "ins" and inside is not run):
            return None
        if above.tag == W + "sdt" and _is_kept(above):
            return None
        inside = above
    return None


def _is_kept(control: _Element) -> bool:
    """Whether a content control is locked, or takes its text from elsewhere."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    return value(properties, W + "lock") in _LOCKED or properties.find(W + "dataBinding") is not None


def _parts(docx: Docx) -> Iterator[tuple[str, _Element]]:
    """The parts with text, with their roots."""
    found = [docx.main, *docx.paper("header"), *docx.paper("footer")]
    found += [part for part in (docx.related(docx.main, kind) for kind in ("footnotes", "endnotes")) if part]
    for part in found:
        root = docx.part(part)
        if root is not None:
            yield part, root
