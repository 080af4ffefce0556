"""Paragraphs of a tagged PDF, in the order of its structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from duidelijk.model import BlockKind
from duidelijk.pdf.lines import Line
from duidelijk.pdf.links import Link
from duidelijk.pdf.rows import BULLET, NUMBER
from duidelijk.pdf.structure import GROUPING, PICTURES, Content, Element, Reference
from duidelijk.readers.extracted import Paragraph, Piece
from duidelijk.readers.pdf_pieces import Fragment, note_mark, paragraph

_NOTES: Final = frozenset({"Note", "FENote"})
_DEEPEST: Final = 6
_BLOCK_KINDS: Final[Mapping[str, BlockKind]] = {
    "P": "paragraph",
    "Caption": "paragraph",
    "TOCI": "paragraph",
    "LBody": "list_item",
    "TH": "table_header",
    "TD": "table_cell",
    "Title": "heading",
    "H": "heading",
}
_NEUTRAL: Final = frozenset({"L", "LI", "Table", "THead", "TBody", "TFoot", "TR", *GROUPING})
_LISTS: Final = frozenset({"L", "LI", "Table", "TR"})
_SECTIONS: Final = frozenset({"Sect", "Art", "Part"})
_CONTENTS: Final = frozenset({"TOC", "Index"})
_INNER: Final = frozenset({"list_item", "table_header", "table_cell", "quote"})  # what a P in them is


@dataclass(slots=True, eq=False)
class _Item:
    """An item of a list: its mark, and whether its first paragraph was written."""

    marker: str = ""
    written: bool = False


@dataclass(slots=True, eq=False)
class _Row:
    """A row of a table: whether a cell of it was written, and whether it is the first of the table."""

    written: bool = False
    is_first: bool = True


class _Place(NamedTuple):
    """Where in the tree we are."""

    kind: BlockKind = "paragraph"
    level: int = 0
    lists: int = 0
    sections: int = 0
    item: _Item | None = None
    row: _Row | None = None
    table: _Row | None = None
    lang: str = ""
    is_mark: bool = False
    is_note: bool = False
    main: bool = True


class _End(NamedTuple):
    """Here a block ends."""


Fragments = Mapping[Content, Sequence[Fragment]]


def fragments_of(lines: Iterable[Line]) -> dict[Content, list[Fragment]]:
    """The stretches of lines that each piece of marked content is, in the order of the file."""
    found: dict[Content, list[tuple[int, Fragment]]] = {}
    for line in lines:
        ends = [*(run.start for run in line.runs[1:]), len(line.text)]
        last: tuple[int, Fragment] | None = None
        for run, end in zip(line.runs, ends, strict=True):
            mcid = run.style.mcid
            if mcid < 0 or end <= run.start:
                last = None
                continue
            parts = found.setdefault(Content(line.page, mcid), [])
            if last is not None and parts and parts[-1] is last and last[1].end == run.start:
                parts[-1] = last = (last[0], last[1]._replace(end=end))
            else:
                last = (run.order, Fragment(line, run.start, end))
                parts.append(last)
    return {
        key: [fragment for _, fragment in sorted(parts, key=lambda one: one[0])]
        for key, parts in found.items()
    }


def tagged(root: Element, fragments: Fragments, links: Mapping[int, Sequence[Link]]) -> list[Paragraph]:
    """The paragraphs that the tree names, in its order."""
    walk = _Walk(fragments, links)
    walk.run(root)
    return walk.out


@dataclass(slots=True, eq=False)
class _Walk:
    fragments: Fragments
    links: Mapping[int, Sequence[Link]]
    out: list[Paragraph] = field(default_factory=list)
    _current: list[Fragment] = field(default_factory=list)
    _place: _Place = field(default_factory=_Place)
    _later: list[tuple[Element, _Place]] = field(default_factory=list)

    def run(self, root: Element) -> None:
        waiting: list[tuple[Element | Content | Reference | _End, _Place]] = [(root, _Place())]
        while waiting:
            node, place = waiting.pop()
            if isinstance(node, Content):
                self._take(self.fragments.get(node, ()), place)
            elif isinstance(node, _End):
                self._flush()
                waiting.extend(reversed(self._later))
                self._later.clear()
            elif isinstance(node, Element):
                waiting.extend(self._enter(node, place))
        self._flush()

    def _enter(
        self, element: Element, place: _Place
    ) -> list[tuple[Element | Content | Reference | _End, _Place]]:
        """What to do next, the last first."""
        role = element.role
        if self._current and (role in PICTURES or role in _NOTES):
            self._later.append((element, place))
            return []
        if element.lang:
            place = place._replace(lang=element.lang)
        if role in PICTURES and element.alt is not None:
            self._picture(element, place)
            return []
        is_block = role in _BLOCK_KINDS or element.level or role in _NEUTRAL or role in _NOTES | PICTURES
        if role == "Lbl" and place.item is not None and not place.item.written:
            self._flush()
            place = place._replace(is_mark=True)
        elif is_block:
            self._flush()
            place = _inside(element, place)
        elif role == "Artifact":
            place = place._replace(kind="boilerplate", main=False)
        children: Sequence[Element | Content | Reference] = element.children
        if element.actual is not None and not is_block:
            self._take(self._spoken(element), place)
            children = ()
        following: list[tuple[Element | Content | Reference | _End, _Place]] = []
        if is_block:
            following.append((_End(), place))
        following.extend((child, place) for child in reversed(children))
        return following

    def _take(self, fragments: Iterable[Fragment], place: _Place) -> None:
        found = list(fragments)
        if not found:
            return
        if place.is_mark and place.item is not None:
            place.item.marker += "".join(fragment.text for fragment in found).strip()
            return
        if not self._current:
            self._place = place
        self._current += found

    def _spoken(self, element: Element) -> list[Fragment]:
        """The characters of an element that gives other words for them."""
        drawn = [
            fragment
            for one in element.walk()
            for child in one.children
            if isinstance(child, Content)
            for fragment in self.fragments.get(child, ())
        ]
        words = (element.actual or "").replace("\0", "")
        if not drawn or "".join(one.text for one in drawn).strip() == words.strip():
            return drawn
        if not words.strip("\u00ad\u200b"):
            return [one._replace(hidden=True) for one in drawn]
        before, after = drawn[0].text[:1].isspace(), drawn[-1].text[-1:].isspace()
        return [drawn[0]._replace(spoken=" " * before + words.strip() + " " * after)]

    def _picture(self, element: Element, place: _Place) -> None:
        alt = " ".join((element.alt or "").replace("\0", "").split())
        if not alt:
            return
        anchor = self.out[-1].anchor if self.out else "pagina 1"
        page = next((child.page for child in element.children if isinstance(child, Content)), None)
        if page is not None:
            anchor = f"pagina {page + 1}"
        attrs = {"alt": alt, **({"page": str(page + 1)} if page is not None else {})}
        self.out.append(Paragraph("image_alt", [Piece(alt)], anchor, lang=place.lang or None, attrs=attrs))

    def _flush(self) -> None:
        fragments, place = self._current, self._place
        self._current = []
        if not any(fragment.text.strip() for fragment in fragments):
            return
        kind, marker, item = place.kind, "", place.item
        if kind == "list_item" and item is not None:
            if item.written:
                kind = "paragraph"
            else:
                marker, fragments = (item.marker, fragments) if item.marker else _without_mark(fragments)
                item.written = True
        mark = note_mark(fragments[0].line) if place.is_note and fragments[0].start == 0 else ""
        if mark:
            marker, fragments = mark, [fragments[0]._replace(start=len(mark)), *fragments[1:]]
        is_cell = kind in {"table_cell", "table_header"}
        level = place.lists if kind == "list_item" else place.level if kind == "heading" else 0
        made = paragraph(
            kind, fragments, self.links, joint=" " if is_cell else "\n", level=level, marker=marker
        )
        made.lang, made.main = place.lang or None, place.main
        if place.is_note:
            made.attrs = {**made.attrs, "note": "1"}
        row = place.row
        if is_cell and row is not None:
            made.beside = row.written
            made.gap = row.is_first
            row.written = True
            if place.table is not None:
                place.table.written = True
        elif kind == "list_item" and self.out and self.out[-1].kind == "list_item":
            made.gap = False
        self.out.append(made)


def _inside(element: Element, place: _Place) -> _Place:
    """Where the children of a block element are."""
    role = element.role
    if element.level:
        return place._replace(kind="heading", level=element.level)
    if role in _NOTES:
        return place._replace(kind="paragraph", is_note=True, item=None, row=None)
    if role in _LISTS:
        return _in_list(role, place)
    if role in _SECTIONS:
        return place._replace(sections=place.sections + 1)
    if role in _CONTENTS:
        return place._replace(main=False)
    if role == "BlockQuote":
        return place._replace(kind="quote")
    kind = _BLOCK_KINDS.get(role)
    if kind is None or (role == "P" and place.kind in _INNER):
        return place
    level = 1 if role == "Title" else min(_DEEPEST, max(1, place.sections)) if role == "H" else 0
    return place._replace(kind=kind, level=level)


def _in_list(role: str, place: _Place) -> _Place:
    """Where the children of a list, a table or a part of them are."""
    if role == "L":
        return place._replace(lists=place.lists + 1, item=None)
    if role == "LI":
        return place._replace(kind="list_item", item=_Item())
    if role == "Table":
        return place._replace(table=_Row(), item=None, lists=0)
    is_first = place.table is None or not place.table.written
    return place._replace(row=_Row(is_first=is_first))


def _without_mark(fragments: Sequence[Fragment]) -> tuple[str, list[Fragment]]:
    """The bullet or number that an item begins with, and the rest of it."""
    first, *rest = fragments
    bare = first.text.strip()
    match = BULLET.match(bare) or NUMBER.match(bare)
    if match is None or bare[match.end() : match.end() + 1] not in {"", " "}:
        return "", list(fragments)
    if match.end() == len(bare):
        return (match[0], rest) if rest else ("", list(fragments))
    start = first.start + first.text.index(match[0]) + match.end()
    while first.line.text[start] == " ":
        start += 1
    return match[0], [first._replace(start=start), *rest]
