"""From paragraphs that a reader found in a letter (Word, OpenDocument, PDF, mail) to a document.

Such a file has no text of its own to point into. It gets a canonical text that looks as a text file would:
an empty line between paragraphs, a tab between cells of a row, the mark of a list item before it. Blocks,
findings and positions are in that text; ``Origin`` leads back to what the text was in the file.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from duidelijk.letter.lines import (
    Progress,
    ends_sentence,
    has_postcode,
    is_date,
    is_label,
    is_salutation,
    subject_at,
)
from duidelijk.model import (
    NO_ATTRS,
    Block,
    BlockKind,
    Document,
    InlineKind,
    Origin,
    Problem,
    Source,
    Span,
)
from duidelijk.readers.blocktext import BlockText

_TOP: Final = 40  # paragraphs; a letter's head is never longer
_PROSE_WORDS: Final = 12
_FEW: Final = 3
_POSTAL: Final = 50  # characters
_CELLS: Final[frozenset[BlockKind]] = frozenset({"table_cell", "table_header"})
_PLAIN: Final[frozenset[BlockKind]] = _CELLS | {"paragraph"}


class Mark(NamedTuple):
    """An inline meaning of a piece of text; ``key`` tells apart two links to one address in a row."""

    kind: InlineKind
    attrs: tuple[tuple[str, str], ...] = ()
    key: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a paragraph, character for character as ``origin`` has it from its character ``at``.

    ``text`` may hold newlines (a line break) and tabs. ``anchor`` says where the piece stands, if that is
    more precise than what the paragraph says (a line of a page). What is ``skipped`` stands in the canonical
    text and not in that of the block: the hyphen of a word that is broken at the end of a line.
    """

    text: str
    origin: Any = None
    at: int = 0
    marks: tuple[Mark, ...] = ()
    anchor: str = ""
    skipped: bool = False


@dataclass(slots=True, eq=False)
class Paragraph:
    """One block to be, with what the format knows about it.

    ``marker`` is the number or bullet that the format shows before it. ``gap`` is whether an empty line parts
    it from what comes before; ``beside`` puts it on the line of the paragraph before (the next cell of a
    row). ``lead`` is written before the text and is no part of it. What has ``note`` in its ``attrs`` stands
    below the letter and is none of its parts.
    """

    kind: BlockKind
    pieces: Sequence[Piece]
    anchor: str
    level: int = 0
    lang: str | None = None
    attrs: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)
    main: bool = True
    marker: str = ""
    gap: bool = True
    beside: bool = False
    parent: Paragraph | None = None
    lead: str = ""

    @property
    def text(self) -> str:
        """The text as it stands."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def words(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())


def compose(
    data: bytes,
    name: str,
    kind: str,
    paragraphs: Sequence[Paragraph],
    *,
    meta: Mapping[str, str] = NO_ATTRS,
    problems: Sequence[Problem] = (),
    notices: Sequence[Problem] = (),
    raw: Any = None,
) -> Document:
    """The document of format ``kind`` that these paragraphs make, in their order.

    The bytes only give the checksum.
    """
    is_letter = _name_parts(paragraphs)
    canvas = _Canvas()
    for paragraph in paragraphs:
        canvas.add(paragraph)
    text = canvas.text()
    source = Source(name, text, hashlib.sha256(data).hexdigest(), origin="extracted")
    blocks: dict[int, Block] = {}
    for placed in canvas.placed:
        parent = blocks.get(id(placed.paragraph.parent))
        blocks[id(placed.paragraph)] = _block(text, placed, parent)
    return Document(
        source,
        kind,
        tuple(blocks.values()),
        {"kind": "letter", **meta} if is_letter else meta,
        problems=tuple(problems),
        raw=raw,
        origins=tuple(canvas.origins),
        anchors=tuple(canvas.anchors),
        notices=tuple(notices),
    )


def origins_of(document: Document, span: Span) -> Iterator[tuple[Any, int, int]]:
    """What the text of a span was in the file: each origin, and from and up to which of its characters.

    Text that nobody wrote (an empty line, the mark of a list item) has no origin.
    """
    starts = document.cache.get("origin starts")
    if starts is None:
        starts = document.cache["origin starts"] = [origin.start for origin in document.origins]
    for at in range(max(0, bisect_right(starts, span.start) - 1), len(starts)):
        origin = document.origins[at]
        if origin.start >= span.end:
            return
        start, end = max(span.start, origin.start), min(span.end, origin.end)
        if start < end:
            yield origin.handle, origin.at + start - origin.start, origin.at + end - origin.start


def parted(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """A paragraph in parts where empty lines were typed in it; without line breaks at either end."""
    part: list[Piece] = []
    breaks: list[Piece] = []
    for piece in pieces:
        if piece.text == "\n" or (breaks and not piece.text.strip()):
            breaks.append(piece)
            continue
        if sum(one.text == "\n" for one in breaks) > 1:
            if part:
                yield part
            part = []
        elif part:
            part += breaks
        breaks = []
        part.append(piece)
    if part:
        yield part


class _Placed(NamedTuple):
    """A paragraph with where its line begins in the text, and where each of its pieces does."""

    paragraph: Paragraph
    line: int
    starts: tuple[int, ...]
    end: int


class _Canvas:
    """Writes the canonical text."""

    def __init__(self) -> None:
        self.placed: list[_Placed] = []
        self.origins: list[Origin] = []
        self.anchors: list[tuple[int, str]] = []
        self._parts: list[str] = []
        self._at = 0

    def add(self, paragraph: Paragraph) -> None:
        """Write one paragraph after the others."""
        if self._at:
            self._put("\t" if paragraph.beside else "\n\n" if paragraph.gap else "\n")
        line = self._at
        self.anchors.append((line, paragraph.anchor))
        if paragraph.marker:
            self._put(paragraph.marker + " ")
        self._put(paragraph.lead)
        starts: list[int] = []
        for piece in paragraph.pieces:
            starts.append(self._at)
            if piece.anchor and piece.anchor != self.anchors[-1][1]:
                self.anchors.append((self._at, piece.anchor))
            if piece.origin is not None:
                self.origins.append(Origin(self._at, self._at + len(piece.text), piece.origin, piece.at))
            self._put(piece.text)
        self.placed.append(_Placed(paragraph, line, tuple(starts), self._at))

    def text(self) -> str:
        """All that was written; ends with a line end unless it is empty."""
        return "".join((*self._parts, "\n")) if self._at else ""

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)


def _block(text: str, placed: _Placed, parent: Block | None) -> Block:
    paragraph = placed.paragraph
    out = BlockText(text)
    opened: tuple[Mark, ...] = ()
    for piece, start in zip(paragraph.pieces, placed.starts, strict=True):
        shared = 0
        while opened[shared : shared + 1] == piece.marks[shared : shared + 1] != ():
            shared += 1
        for _ in opened[shared:]:
            out.close()
        for mark in piece.marks[shared:]:
            out.open(mark.kind, dict(mark.attrs))
        opened = piece.marks
        if not piece.skipped:
            out.add(start, start + len(piece.text))
    words, offsets, inlines = out.build()
    attrs = {**paragraph.attrs, "marker": paragraph.marker} if paragraph.marker else paragraph.attrs
    return Block(
        paragraph.kind,
        words,
        offsets,
        Span(placed.line, placed.end),
        paragraph.level,
        paragraph.lang,
        paragraph.anchor,
        parent,
        paragraph.main,
        tuple(one for one in inlines if one.span.end > one.span.start),
        attrs,
    )


def _name_parts(paragraphs: Sequence[Paragraph]) -> bool:
    """Give what stands around the text of a letter its kind, as in a text file; whether this is a letter.

    Only ordinary paragraphs and, above the salutation, cells change; what the writer made a heading or a list
    stays that.
    """
    written = (one for one in paragraphs if one.main and one.kind != "title" and "note" not in one.attrs)
    shown = [one for one in written if one.text.strip()]
    salutation = next(
        (one for one in shown[:_TOP] if one.kind == "paragraph" and is_salutation(one.words)), None
    )
    progress = Progress()
    has_subject = any(one.kind == "subject" for one in shown)
    follows = False  # the words below or beside ‘Onderwerp’ are the subject
    prose = 0
    for paragraph in shown:
        words = paragraph.words
        in_head = salutation is not None and progress.zone == "top"
        if paragraph.kind == "heading":
            progress.heading()
            follows = False
        if paragraph.kind not in _PLAIN or (paragraph.kind in _CELLS and not in_head):
            continue
        part = progress.part(words, strict=paragraph is not salutation)
        if part is not None:
            paragraph.kind = part
        elif follows:
            paragraph.kind, follows, has_subject = "subject", False, True
        elif not has_subject and not prose and subject_at(words, at_top=True) is not None:
            follows = not _as_subject(paragraph)
            has_subject = not follows
        elif paragraph.kind in _CELLS or _is_head_line(words, prose, in_head=in_head):
            paragraph.kind = "address"
        else:
            prose += _is_prose(words)
    return progress.found


def _as_subject(paragraph: Paragraph) -> bool:
    """Make a paragraph the subject of the letter, without ‘Onderwerp’; false if that is all it has."""
    left = subject_at(paragraph.text, at_top=True) or 0
    if left >= len(paragraph.text.rstrip()):
        paragraph.kind = "address"
        return False
    paragraph.kind, paragraph.lead = "subject", paragraph.text[:left]
    kept: list[Piece] = []
    for piece in paragraph.pieces:
        cut = min(left, len(piece.text))
        left -= cut
        if cut < len(piece.text):
            kept.append(replace(piece, text=piece.text[cut:], at=piece.at + cut))
    paragraph.pieces = kept
    return True


def _is_head_line(words: str, prose: int, *, in_head: bool) -> bool:
    if _is_prose(words):
        return False
    is_postal = len(words) <= _POSTAL and has_postcode(words)
    return in_head or is_label(words) or is_postal or (not prose and is_date(words))


def _is_prose(words: str) -> bool:
    count = words.count(" ") + 1
    return count >= _PROSE_WORDS or (count >= _FEW and ends_sentence(words))
