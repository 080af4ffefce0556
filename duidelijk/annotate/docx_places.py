"""Where in a Word file a comment on a finding can stand.

Word keeps comments to the text itself: in notes, text boxes and around the text on the paper it passes them
over (MS-OI29500 2.1.315). There a comment stands at what leads to the words: the sign of the note, the box.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.model import Document, Finding, Span
from duidelijk.office.ooxml import W
from duidelijk.readers.extracted import origins_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx import Docx

_BOX: Final = W + "txbxContent"
_NOTES: Final = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}
_ID: Final = W + "id"
_WHOLE: Final = 1 << 30  # characters; up to the end of any text
Characters = tuple[Any, int, int]
"""An element, and from and up to which of its characters."""


class Spot(NamedTuple):
    """The first and the last text of a place; ``says`` is what the comment must add: where the words are."""

    origins: tuple[Characters, ...]
    says: str = ""


class Places:
    """Finds spots in one document."""

    __slots__ = ("_document", "_docx", "_first", "_references", "_starts", "_textless")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._docx: Docx = document.raw
        self._starts = [block.place.start for block in document.blocks]
        self._textless = {one.start: one.handle for one in document.origins if one.start == one.end}
        self._references: dict[tuple[str, str], _Element] | None = None
        inside = (
            one.handle for one in document.origins if self._story(one.handle) == (self._docx.root, None)
        )
        self._first = next(inside, None)

    def spot(self, finding: Finding) -> Spot | None:
        """Where the comment on a finding goes; None when the document has no text at all."""
        found = self._words(finding.span)
        if found is None:
            return None if self._first is None else Spot(((self._first, 0, _WHOLE),))
        element = found[0][0]
        root, box = self._story(element)
        if root is self._docx.root and box is None:
            return Spot(found)
        leading = self._leading(element, root, box)
        if leading is None:
            return None
        has_words = finding.span.end > finding.span.start
        return Spot(((leading, 0, _WHOLE),), (finding.anchor or "") if has_words else "")

    def _words(self, span: Span) -> tuple[Characters, ...] | None:
        """The first and the last text of a span, or else of the block that it is in."""
        if span.start == span.end and span.start in self._textless:  # a picture that says nothing
            return ((self._textless[span.start], 0, _WHOLE),)
        found = list(origins_of(self._document, span))
        if not found:
            at = bisect_right(self._starts, span.start) - 1
            place = self._document.blocks[at].place if at >= 0 else span
            found = list(origins_of(self._document, place))
        if not found:
            return None
        story = self._story(found[0][0])
        while self._story(found[-1][0]) != story:
            found.pop()
        return (found[0], found[-1]) if len(found) > 1 else (found[0],)

    def _story(self, element: _Element) -> tuple[_Element, _Element | None]:
        """The root of the part that an element is in, and the outermost text box around it."""
        box: _Element | None = None
        root = element
        for root in element.iterancestors():
            if root.tag == _BOX:
                box = root
        return root, box

    def _leading(self, element: _Element, root: _Element, box: _Element | None) -> _Element | None:
        """What in the text itself leads to an element of a note or a box; else the first words."""
        if root is self._docx.root:
            return box
        note = next(element.iterancestors(*_NOTES), None)
        if note is None:
            return self._first
        reference = self._referring().get((_NOTES[note.tag], note.get(_ID) or ""))
        if reference is None:
            return self._first
        _, around = self._story(reference)
        return reference if around is None else around

    def _referring(self) -> dict[tuple[str, str], _Element]:
        """The signs of notes in the text, by kind and id."""
        if self._references is None:
            signs = self._docx.root.iter(*_NOTES.values())
            self._references = {(sign.tag, sign.get(_ID) or ""): sign for sign in signs}
        return self._references
