"""Walks through an OpenDocument text, or its notes, headers and boxes, and makes paragraphs of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from duidelijk.model import BlockKind
from duidelijk.office.odf import TABLE, TEXT, count, is_shape
from duidelijk.office.odt_numbering import Counts
from duidelijk.readers.extracted import Paragraph, Piece, parted
from duidelijk.readers.odt_drawings import Drawn, drawn
from duidelijk.readers.odt_inline import Inline, Line
from duidelijk.readers.odt_tables import Cell, cells_of, is_layout, is_part

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.odt import Odt
    from duidelijk.office.odt_styles import Look

ON_PAPER: Final = "kop- of voettekst"
_NO_SPACE: Final = 3  # points; less between two paragraphs is not seen as space
_DEEPEST: Final = 6
_MOST: Final = 1_000_000
_PLAIN: Final[frozenset[BlockKind]] = frozenset({"paragraph", "table_cell", "table_header"})
_ALIGN: Final[Mapping[str, str]] = {"justify": "both"}  # as Word calls it
_INDEXES: Final = frozenset(
    TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index",
    )
)  # fmt: skip
_OPENED: Final = _INDEXES | {TEXT + name for name in ("section", "bibliography", "index-body", "index-title")}


@dataclass(slots=True)
class Tally:
    """What is counted through a whole file, and what was met on the way."""

    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    pictures: int = 0
    outline: Counts = field(default_factory=Counts)
    lists: dict[str, Counts] = field(default_factory=dict)
    lists_by_style: dict[str, Counts] = field(default_factory=dict)
    notes: list[_Element] = field(default_factory=list)
    shown: dict[str, _Element] = field(default_factory=dict)
    letters: Counter[str] = field(default_factory=Counter)
    attrs: dict[tuple[str, str, bool, str], Mapping[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Item:
    """The list item that is open. ``depth`` counts from 0; its first paragraph has the number."""

    style: str
    depth: int
    counts: Counts
    start: int | None = None
    own_style: str | None = None
    is_new: bool = True


class Story:
    """One run of text. ``place`` is the anchor of all of it; empty for the body, where paragraphs count."""

    __slots__ = (
        "_had_empty",
        "_in_index",
        "_inline",
        "_last",
        "_odt",
        "_place",
        "_styles",
        "_tally",
        "found",
    )

    def __init__(self, odt: Odt, tally: Tally, place: str = "") -> None:
        self.found: list[Paragraph] = []
        self._odt = odt
        self._tally = tally
        self._place = place
        self._styles = odt.paper_styles if place == ON_PAPER else odt.styles
        self._inline = Inline(self._styles)
        self._last: tuple[Look, BlockKind] | None = None
        self._had_empty = False
        self._in_index = False

    def read(
        self, container: _Element, cell: str = "", kind: BlockKind = "paragraph", item: _Item | None = None
    ) -> None:
        """Add all that a body, cell, note or box holds. ``cell`` is the anchor within a table."""
        for one in container.iterchildren("*"):
            tag = one.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                self._paragraph(one, cell, kind, item)
            elif tag == TEXT + "list":
                self._list(one, cell, kind, item)
            elif tag == TABLE + "table":
                self._table(one, cell, kind)
            elif tag in _OPENED:
                outside, self._in_index = self._in_index, self._in_index or tag in _INDEXES
                if one.get(TEXT + "display") != "none" and one.get(TEXT + "is-hidden") != "true":
                    self.read(one, cell, kind)
                self._in_index = outside
            elif tag == TEXT + "numbered-paragraph":
                self.read(one, cell, kind, self._numbered(one))
            elif is_shape(one):
                self._drawings([drawn(one, self._styles)])

    def _list(self, element: _Element, cell: str, kind: BlockKind, outer: _Item | None) -> None:
        own = element.get(TEXT + "style-name")
        style = own or ("" if outer is None else outer.style)
        goes_on = outer is not None and style == outer.style
        counts = outer.counts if outer is not None and goes_on else self._counts(element, style)
        depth = 0 if outer is None else outer.depth + 1
        for one in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            start = one.get(TEXT + "start-value")
            item = _Item(
                style,
                depth,
                counts,
                None if start is None else count(start, most=_MOST),
                one.get(TEXT + "style-override"),
                one.tag == TEXT + "list-item",
            )
            self.read(one, cell, kind, item)

    def _counts(self, element: _Element, style: str) -> Counts:
        """How far the list has come that a ``text:list`` goes on with, or that it starts."""
        tally = self._tally
        counts = tally.lists.get(element.get(TEXT + "continue-list") or "")
        if counts is None and element.get(TEXT + "continue-numbering") == "true":
            counts = tally.lists_by_style.get(style)
        counts = tally.lists_by_style[style] = counts or Counts()
        name = next((said for key, said in element.items() if str(key).endswith("}id")), "")
        if name:
            tally.lists[str(name)] = counts
        return counts

    def _numbered(self, element: _Element) -> _Item:
        """The item that a numbered paragraph is: that says its list and its level itself."""
        counts = self._tally.lists.setdefault(f"#{element.get(TEXT + 'list-id')}", Counts())
        depth = max(0, count(element.get(TEXT + "level"), most=10) - 1)
        start = element.get(TEXT + "start-value")
        begin = None if start is None else count(start, most=_MOST)
        return _Item(element.get(TEXT + "style-name") or "", depth, counts, begin)

    def _paragraph(self, element: _Element, cell: str, kind: BlockKind, item: _Item | None) -> None:
        """Make blocks of a paragraph, its pictures, its notes and its boxes."""
        look = self._styles.paragraph(element.get(TEXT + "style-name"))
        if element.tag == TEXT + "h":
            look = replace(look, outline=max(1, count(element.get(TEXT + "outline-level"), most=10)))
        line = self._inline.read(element, look)
        if line.is_hidden:
            return
        self._tally.letters.update(line.letters)
        self._tally.notes += line.notes
        shapes = [drawn(one, self._styles) for one in line.drawings]
        self._drawings(one for one in shapes if one.on_page)
        marker = self._marker(element, look, item)
        if any(piece.text.strip() for piece in line.pieces):
            self._text(look, line, marker, cell, kind)
        else:
            self._had_empty = True
        self._drawings(one for one in shapes if not one.on_page)

    def _text(
        self, look: Look, line: Line, marker: tuple[str, int] | None, cell: str, plain: BlockKind
    ) -> None:
        kind, level = _kind(look, marker, plain)
        is_index = self._in_index or look.role == "toc"
        is_main = self._place != ON_PAPER and not is_index
        inside: BlockKind = "list_item" if is_index else "paragraph" if kind == "title" else kind
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
                    self._attrs(look, is_bold=is_bold, inside="" if is_main else inside),
                    is_main,
                    "" if marker is None else marker[0],
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
        key = (look.name, look.align, is_bold, inside)
        known = self._tally.attrs.get(key)
        if known is None:
            said = {
                "style": look.name,
                "align": _ALIGN.get(look.align, look.align),
                "bold": "true" if is_bold else "",
                "kind": inside,
            }
            known = self._tally.attrs[key] = {name: text for name, text in said.items() if text}
        return known

    def _marker(self, element: _Element, look: Look, item: _Item | None) -> tuple[str, int] | None:
        """The number or bullet before a paragraph, and how deep in the list it is, from 0."""
        if item is not None:
            if not item.is_new:
                return None
            item.is_new = False
            name = item.own_style or item.style or look.list_style or ""
            style = self._odt.list_style(name, on_paper=self._place == ON_PAPER)
            return item.counts.next(style or {}, item.depth, item.start), item.depth
        is_counted = element.tag == TEXT + "h" and element.get(TEXT + "is-list-header") != "true"
        if not is_counted or look.list_style == "" or self._place == ON_PAPER:
            return None
        again = element.get(TEXT + "restart-numbering") == "true"
        start = element.get(TEXT + "start-value") or ("1" if again else None)
        begin = None if start is None else count(start, most=_MOST)
        return self._tally.outline.next(self._odt.outline, look.outline - 1, begin), 0

    def _gap(self, look: Look, kind: BlockKind) -> bool:
        """Whether white space parts a paragraph from the one before it."""
        if self._last is None or self._had_empty:
            return True
        last, before = self._last
        if kind == before == "list_item" or self._in_index or (look.role == last.role == "toc"):
            return False
        if kind not in _PLAIN or before not in _PLAIN:
            return True
        same = last.name == look.name
        under = 0 if same and last.contextual else last.after
        above = 0 if same and look.contextual else look.before
        return max(under, above) > _NO_SPACE

    def _table(self, table: _Element, anchor: str, kind: BlockKind) -> None:
        cells = cells_of(table)
        self._last = None
        if is_part(table):
            for cell in cells:
                self.read(cell.element, anchor, kind)
        elif is_layout(cells):
            for cell in cells:
                self._last = None
                self.read(cell.element)
        else:
            self._cells(cells)
        self._last = None

    def _cells(self, cells: Iterable[Cell]) -> None:
        self._tally.tables += 1
        name = f"tabel {self._tally.tables}"
        begin, row = len(self.found), 0
        for cell in cells:
            start = len(self.found)
            self._last = None
            kind: BlockKind = "table_header" if cell.is_header else "table_cell"
            self.read(cell.element, self._place or f"{name}, rij {cell.row}, kolom {cell.column}", kind)
            for first in self.found[start : start + 1]:  # it stands on the line of its row
                inside = first.attrs.get("kind", first.kind)
                first.beside = row == cell.row and inside in {"table_cell", "table_header"}
                row = cell.row
        for first in self.found[begin : begin + 1]:
            first.gap = True

    def _drawings(self, shapes: Iterable[Drawn]) -> None:
        for shape in shapes:
            if shape.is_picture:
                self._picture(shape)
            for box in shape.boxes:
                self._box(box)

    def _picture(self, shape: Drawn) -> None:
        text = "" if shape.is_decorative else " ".join((shape.alt or "").split())
        said = {
            "src": shape.src,
            "name": shape.name,
            "alt": "empty" if shape.is_decorative else "text" if text else "missing",
        }
        is_main = self._place != ON_PAPER
        self._tally.pictures += is_main
        anchor = f"afbeelding {self._tally.pictures}" if is_main else ON_PAPER
        if is_main:
            self._tally.shown[anchor] = shape.element
        self.found.append(
            Paragraph(
                "image_alt" if is_main else "boilerplate",
                [Piece(text, (shape.element, "element"))] if text else [],
                anchor,
                attrs=said if is_main else {**said, "kind": "image_alt"},
                main=is_main,
                gap=bool(text),
            )
        )

    def _box(self, box: _Element) -> None:
        tally = self._tally
        number = tally.boxes + 1
        story = Story(self._odt, tally, ON_PAPER if self._place == ON_PAPER else f"tekstvak {number}")
        tally.boxes = number
        story.read(box)
        if story.found:
            self.found += story.found
            self._last = None
        if tally.boxes == number and not any(one.text for one in story.found):
            tally.boxes -= 1  # nobody can tell that it is there


def _kind(look: Look, marker: tuple[str, int] | None, plain: BlockKind) -> tuple[BlockKind, int]:
    if look.outline:
        return "heading", min(look.outline, _DEEPEST)
    if look.role == "title":
        return "title", 0
    if marker is not None and marker[0]:
        return "list_item", marker[1] + 1
    return ("quote", 0) if look.role == "quote" and plain == "paragraph" else (plain, 0)
