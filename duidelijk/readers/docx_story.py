"""Walks through the text of a Word file, or its notes, headers and boxes, and makes paragraphs of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duidelijk.model import BlockKind
from duidelijk.office.docx_numbering import Counters
from duidelijk.office.docx_styles import BODY, Look, with_paragraph
from duidelijk.office.ooxml import W, flag, value
from duidelijk.readers.docx_drawings import Drawn
from duidelijk.readers.docx_inline import Inline, Line
from duidelijk.readers.docx_tables import Cell, cells_of, flat, is_layout
from duidelijk.readers.extracted import Paragraph, Piece, parted

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx import Docx

ON_PAPER: Final = "kop- of voettekst"
NOTES: Final = ("voetnoot", "eindnoot")
_NO_SPACE: Final = 60  # twentieths of a point: less between two paragraphs is not seen as space
_DEEPEST: Final = 6
_PLAIN: Final[frozenset[BlockKind]] = frozenset({"paragraph", "table_cell", "table_header"})
_UNREAD: Final = frozenset({W + "altChunk", W + "subDoc"})


@dataclass(slots=True)
class Tally:
    """What is counted through a whole file, and what was met on the way."""

    counters: Counters
    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    pictures: int = 0
    has_unread: bool = False
    notes: dict[tuple[str, str], None] = field(default_factory=dict)
    letters: Counter[str] = field(default_factory=Counter)
    attrs: dict[tuple[str, str | None, bool, str], Mapping[str, str]] = field(default_factory=dict)


class Story:
    """One run of text. ``place`` is the anchor of all of it; empty for the body, where paragraphs count."""

    __slots__ = ("_carried", "_docx", "_had_empty", "_inline", "_last", "_part", "_place", "_tally", "found")

    def __init__(self, docx: Docx, part: str, tally: Tally, place: str = "") -> None:
        self.found: list[Paragraph] = []
        self._docx = docx
        self._part = part
        self._tally = tally
        self._place = place
        self._inline = Inline(docx, part)
        self._last: tuple[Look, BlockKind] | None = None
        self._had_empty = False
        self._carried: Line | None = None

    def read(self, container: _Element, cell: str = "", kind: BlockKind = "paragraph") -> None:
        """Add all that a body, cell, note or box holds. ``cell`` is the anchor within a table."""
        last: _Element | None = None
        for one in flat(container):
            if one.tag == W + "p":
                last = one
                self._paragraph(one, cell, kind)
            elif one.tag == W + "tbl":
                self._table(one)
            elif one.tag in _UNREAD:
                self._tally.has_unread = True
        if self._carried is not None and last is not None:  # the mark after the last paragraph was deleted
            line, self._carried = self._carried, None
            self._emit(last, self._look(last), line, cell, kind)

    def _paragraph(self, element: _Element, cell: str, kind: BlockKind) -> None:
        look = self._look(element)
        line, self._carried = self._carried or Line(), None
        self._inline.read(element, look, line)
        mark = element.find(f"{W}pPr/{W}rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self._carried = line
        else:
            self._emit(element, look, line, cell, kind)

    def _look(self, element: _Element) -> Look:
        properties = element.find(W + "pPr")
        return with_paragraph(self._docx.styles.paragraph(value(properties, W + "pStyle")), properties)

    def _emit(self, element: _Element, look: Look, line: Line, cell: str, plain: BlockKind) -> None:
        """Make blocks of a paragraph, its pictures, its notes and its boxes."""
        tally = self._tally
        tally.letters.update(line.letters)
        tally.notes.update(dict.fromkeys(line.notes))
        drawings = [one for _, one in line.drawings]
        self._boxes(one for one in drawings if one.on_page)
        is_empty = not any(piece.text.strip() for piece in line.pieces)
        if is_empty:
            self._had_empty = True
            if not flag(element.find(f"{W}pPr/{W}rPr"), W + "vanish"):
                self._marker(element, look)  # Word counts it
        else:
            self._text(element, look, line, cell, plain)
        for drawing, one in line.drawings:
            if one.is_picture:
                self._picture(drawing, one)
        self._boxes(one for one in drawings if not one.on_page)

    def _text(self, element: _Element, look: Look, line: Line, cell: str, plain: BlockKind) -> None:
        marker, depth = self._marker(element, look)
        kind, level = _kind(look, marker, depth, plain)
        is_main = self._place != ON_PAPER and look.role != "toc"
        lang = max(line.letters, key=lambda code: line.letters[code], default=None)
        is_bold = not line.plain and any(any(map(str.isalpha, one.text)) for one in line.pieces)
        gap = self._gap(look, kind) and not cell
        for pieces in parted(line.pieces) if kind in _PLAIN else [line.pieces]:
            self.found.append(
                Paragraph(
                    kind if is_main else "boilerplate",
                    pieces,
                    cell or self._anchor(),
                    level,
                    lang,
                    self._attrs(look, is_bold=is_bold, inside="" if is_main else _inside(look, kind)),
                    is_main,
                    marker,
                    gap,
                )
            )
            gap = not cell
        self._last, self._had_empty = (look, kind), False

    def _anchor(self) -> str:
        if self._place:
            return self._place
        self._tally.paragraphs += 1
        return f"alinea {self._tally.paragraphs}"

    def _attrs(self, look: Look, *, is_bold: bool, inside: str) -> Mapping[str, str]:
        note = self._place if self._place.startswith(NOTES) else ""
        key = (look.name, look.align, is_bold, inside + note)
        known = self._tally.attrs.get(key)
        if known is None:
            said = {
                "style": look.name,
                "align": look.align,
                "bold": "true" if is_bold else "",
                "kind": inside,
                "note": note,
            }
            known = self._tally.attrs[key] = {name: text for name, text in said.items() if text}
        return known

    def _marker(self, element: _Element, look: Look) -> tuple[str, int]:
        """The number or bullet before a paragraph, and how deep in the list it is, from 0."""
        if look.list_id in {None, "0"}:
            return "", 0
        list_id = look.list_id or ""
        properties = element.find(W + "pPr")
        own = None if properties is None else properties.find(f"{W}numPr/{W}ilvl")
        style = value(properties, W + "pStyle") or ""
        kept = self._docx.numbering.level_of_style(list_id, style) if own is None and style else None
        depth = (look.list_level or 0) if kept is None else kept
        return self._tally.counters.next(list_id, depth), depth

    def _gap(self, look: Look, kind: BlockKind) -> bool:
        """Whether white space parts a paragraph from the one before it."""
        if self._last is None or self._had_empty:
            return True
        last, before = self._last
        if kind == before == "list_item" or (look.role == last.role == "toc"):
            return False
        if kind not in _PLAIN or before not in _PLAIN:
            return True
        same = last.name == look.name
        under = 0 if same and last.contextual else last.after or 0
        above = 0 if same and look.contextual else look.before or 0
        return max(under, above) > _NO_SPACE

    def _table(self, table: _Element) -> None:
        cells = cells_of(table, self._docx.styles)
        if is_layout(cells):
            for cell in cells:
                self._last = None
                self.read(cell.element)
            self._last = None
            return
        self._tally.tables += 1
        name = f"tabel {self._tally.tables}"
        begin, row = len(self.found), 0
        for cell in cells:
            start = len(self.found)
            self._last = None
            self.read(cell.element, self._place or f"{name}, {_place(cell)}", _cell_kind(cell))
            self._join(start, beside=row == cell.row)
            row = cell.row if len(self.found) > start else row
        if len(self.found) > begin:
            self.found[begin].gap = True
        self._last = None

    def _join(self, start: int, *, beside: bool) -> None:
        """Put the first paragraph of a cell on the line of its row."""
        for first in self.found[start : start + 1]:
            inside = first.attrs.get("kind", first.kind)
            first.beside = beside and inside in {"table_cell", "table_header"}

    def _picture(self, drawing: _Element, one: Drawn) -> None:
        relation = self._docx.relations(self._part).get(one.relation or "")
        text = "" if one.is_decorative else " ".join((one.alt or "").split())
        said = {
            "src": relation.target if relation is not None else "",
            "name": one.name,
            "alt": "empty" if one.is_decorative else "text" if text else "missing",
        }
        is_main = self._place != ON_PAPER
        self._tally.pictures += is_main
        self.found.append(
            Paragraph(
                "image_alt" if is_main else "boilerplate",
                [Piece(text, drawing)],  # also without text: a comment on the picture must find it
                f"afbeelding {self._tally.pictures}" if is_main else ON_PAPER,
                attrs=said if is_main else {**said, "kind": "image_alt"},
                main=is_main,
                gap=bool(text),
            )
        )

    def _boxes(self, drawings: Iterator[Drawn]) -> None:
        for drawing in drawings:
            for box in drawing.boxes:
                place = ON_PAPER if self._place == ON_PAPER else f"tekstvak {self._tally.boxes + 1}"
                story = Story(self._docx, self._part, self._tally, place)
                before = self._tally.boxes
                story.read(box)
                self._tally.boxes = max(self._tally.boxes, before + any(one.text for one in story.found))
                self.found += story.found
                if story.found:
                    self._last = None


def _kind(look: Look, marker: str, depth: int, plain: BlockKind) -> tuple[BlockKind, int]:
    if look.outline is not None and look.outline < BODY:
        return "heading", min(look.outline + 1, _DEEPEST)
    if look.role == "title":
        return "title", 0
    if marker:
        return "list_item", depth + 1
    return ("quote", 0) if look.role == "quote" and plain == "paragraph" else (plain, 0)


def _inside(look: Look, kind: BlockKind) -> BlockKind:
    """What a paragraph outside the text itself is: a table of contents is a list, a title is a line."""
    return "list_item" if look.role == "toc" else "paragraph" if kind == "title" else kind


def _cell_kind(cell: Cell) -> BlockKind:
    return "table_header" if cell.is_header else "table_cell"


def _place(cell: Cell) -> str:
    return f"rij {cell.row}, kolom {cell.column}"
