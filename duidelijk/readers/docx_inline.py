"""The text of one paragraph of a Word file, as it is shown: changes accepted, fields with their result."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duidelijk.office.docx_styles import Look, with_runs
from duidelijk.office.ooxml import MATH, MC, WHITE, R, W, shown, value
from duidelijk.readers.docx_drawings import Drawn, chosen, drawn
from duidelijk.readers.docx_symbols import symbol
from duidelijk.readers.extracted import Mark, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx import Docx

DROPPED: Final = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt"))
_DRAWINGS: Final = frozenset(W + name for name in ("drawing", "pict", "object"))
_SIGNS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_TEXT: Final = W + "t"
_AS_SPACE: Final = dict.fromkeys(map(ord, WHITE), " ")
_REFERENCES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_STRONG: Final = Mark("strong")
_EMPHASIS: Final = Mark("emphasis")
_LINK: Final = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_WORDS: Final = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, and the link that it makes of its result.

    ``around`` is whether text is shown there at all; a field may stand in the code of another one.
    """

    around: bool
    link: Mark | None
    code: list[str] = field(default_factory=list)
    has_result: bool = False


@dataclass(slots=True)
class Line:
    """What one paragraph holds. ``letters`` counts the letters of each language, ``plain`` those not bold.

    ``drawings`` go with the element that shows them, ``notes`` are the kind and the id of each note.
    """

    pieces: list[Piece] = field(default_factory=list)
    drawings: list[tuple[_Element, Drawn]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    letters: Counter[str] = field(default_factory=Counter)
    plain: int = 0


class Inline:
    """Reads the paragraphs of one part in their order; a field may go on in the next paragraph."""

    __slots__ = ("_docx", "_fields", "_keys", "_links", "_part", "_wrappers")

    def __init__(self, docx: Docx, part: str) -> None:
        self._docx = docx
        self._part = part
        self._fields: list[_Field] = []
        self._links: list[Mark] = []
        self._keys = 0
        self._wrappers: Mapping[str, Callable[[_Element, Look, Line], None]] = {
            W + "r": self._run,
            W + "hyperlink": self._hyperlink,
            W + "fldSimple": self._simple_field,
        }

    def read(self, paragraph: _Element, look: Look, line: Line) -> None:
        """Add what a paragraph shows to ``line``."""
        self._inside(paragraph, look, line)
        while self._fields and not self._fields[-1].has_result:
            self._fields.pop()  # a code that never ends must not swallow the text

    def _inside(self, parent: _Element, look: Look, line: Line) -> None:
        for one in parent.iterchildren("*"):
            tag = one.tag
            if tag in DROPPED:
                continue
            read = self._wrappers.get(tag)
            if read is not None:
                read(one, look, line)
            elif tag == MC + "AlternateContent":
                self._inside(chosen(one), look, line)
            elif tag.startswith(MATH):
                text = "".join(found.text or "" for found in one.iter(MATH + "t"))
                self._put(line, Piece(text, None, 0, self._marks(look)), look)
            elif len(one):
                self._inside(one, look, line)

    def _hyperlink(self, element: _Element, look: Look, line: Line) -> None:
        relation = self._docx.relations(self._part).get(element.get(R + "id") or "")
        place = element.get(W + "anchor")
        address = relation.target if relation is not None else ""
        self._links.append(self._link(address + (f"#{place}" if place else "")))
        self._inside(element, look, line)
        self._links.pop()

    def _simple_field(self, element: _Element, look: Look, line: Line) -> None:
        link = self._linked(element.get(W + "instr") or "")
        self._links += [] if link is None else [link]
        self._inside(element, look, line)
        del self._links[len(self._links) - (link is not None) :]

    def _run(self, run: _Element, paragraph: Look, line: Line) -> None:
        properties = run.find(W + "rPr")
        look = paragraph if properties is None else self._run_look(properties, paragraph)
        for one in run.iterchildren("*"):
            tag = one.tag
            if tag == W + "fldChar":
                self._field_mark(one.get(W + "fldCharType"))
            elif tag == W + "instrText":
                if self._fields and not self._fields[-1].has_result:
                    self._fields[-1].code.append(one.text or "")
            elif not look.hidden and self._is_shown():
                self._content(one, look, line)

    def _content(self, one: _Element, look: Look, line: Line) -> None:
        """Add what one element of a run shows."""
        tag = one.tag
        if tag == _TEXT:
            self._put(line, Piece(*_typed(one), self._marks(look)), look)
        elif tag in _SIGNS:
            self._put(line, Piece(_SIGNS[tag], one, 0, self._marks(look)), look)
        elif tag == W + "sym":
            text = symbol(one.get(W + "char"), one.get(W + "font"))
            self._put(line, Piece(text, one, 0, self._marks(look)), look)
        elif tag in _DRAWINGS:
            line.drawings.append((one, drawn(one)))
        elif tag == MC + "AlternateContent":
            for inner in chosen(one).iterchildren("*"):
                self._content(inner, look, line)
        elif tag in _REFERENCES:
            line.notes.append((_REFERENCES[tag], one.get(W + "id") or ""))
        elif tag == W + "ruby":
            self._inside(one, look, line)

    def _put(self, line: Line, piece: Piece, look: Look) -> None:
        if not piece.text:
            return
        line.pieces.append(piece)
        count = sum(map(str.isalpha, piece.text))
        if look.lang:
            line.letters[look.lang] += count
        if not look.bold:
            line.plain += count

    def _run_look(self, properties: _Element, paragraph: Look) -> Look:
        """What holds for a run: bold in a paragraph style and in a character style make plain again."""
        style = self._docx.styles.character(value(properties, W + "rStyle"))
        ground = Look(
            outline=paragraph.outline,
            role=paragraph.role,
            bold=bool(paragraph.bold) ^ bool(style.bold),
            italic=bool(paragraph.italic) ^ bool(style.italic),
            hidden=bool(paragraph.hidden) ^ bool(style.hidden),
            lang=style.lang or paragraph.lang,
        )
        return with_runs(ground, properties)

    def _marks(self, look: Look) -> tuple[Mark, ...]:
        link = self._links[-1] if self._links else self._fields[-1].link if self._fields else None
        links = () if link is None else (link,)
        is_heading = (look.outline or 0) < 9 if look.outline is not None else look.role == "title"
        if is_heading or not (look.bold or look.italic):
            return links
        return (*links, *((_STRONG,) if look.bold else ()), *((_EMPHASIS,) if look.italic else ()))

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            outer = self._fields[-1].link if self._fields else None
            self._fields.append(_Field(self._is_shown(), outer))
        elif kind == "separate" and self._fields:
            top = self._fields[-1]
            top.has_result = True
            top.link = self._linked("".join(top.code)) or top.link
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_shown(self) -> bool:
        """Whether this is no code of a field."""
        return not self._fields or (self._fields[-1].around and self._fields[-1].has_result)

    def _linked(self, code: str) -> Mark | None:
        """The link that the code of a field makes: ``HYPERLINK "https://…" \\l "place"``."""
        found = _LINK.match(code[:4096])
        if found is None:
            return None
        address = place = ""
        words = [quoted or bare for quoted, bare in _WORDS.findall(found["rest"])]
        for before, word in zip(["", *words], words, strict=False):
            if before.lower() == "\\l":
                place = "#" + word
            elif not word.startswith("\\") and before.lower() not in {"\\o", "\\t", "\\l"}:
                address = address or word
        return self._link(address + place)

    def _link(self, address: str) -> Mark:
        self._keys += 1
        return Mark("link", (("href", address),), self._keys)


def _typed(element: _Element) -> tuple[str, _Element, int]:
    """The text of a ``w:t``, the element, and from which character of it that is."""
    start, end = shown(element)
    return (element.text or "")[start:end].translate(_AS_SPACE), element, start
