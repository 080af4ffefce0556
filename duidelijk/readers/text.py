"""Plain text to blocks: paragraphs, headings, lists, tables and the parts of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from duidelijk.letter.lines import (
    Progress,
    ends_sentence,
    has_postcode,
    is_closing,
    is_date,
    is_enclosure,
    is_label,
    is_salutation,
    starts_section,
    subject_at,
)
from duidelijk.model import NO_ATTRS, Block, BlockKind, Comment, Document, Source, Span
from duidelijk.readers.blocktext import BlockText
from duidelijk.readers.line_ends import unbroken
from duidelijk.readers.text_lines import typical_width
from duidelijk.readers.text_units import Unit, units

_NUMBERED: Final = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|afdeling|titel|bijlage|deel|stap|§)\s+(?:\d+|[IVX]+)[a-z]?(?:[.:]\d+)*[.:]?"
    r"(?:\s+[-–:]?\s*[A-Z‘“(].*)?$",
    re.IGNORECASE,
)
_PLAIN_NUMBER: Final = re.compile(r"(\d{1,2})\s+(?=[A-Z][a-z])")
_WORD_WITHOUT_DIGITS: Final = re.compile(r"(?<!\w)[^\W\d_]{4,}(?!\w)")
_GOES_ON_BELOW: Final = re.compile(r";(?:\s+(?:en|of|en/of))?\Z")
_SENTENCE_END: Final = re.compile(r"[.?!…][\"'”’)\]]*\Z")
_COLON: Final = re.compile(r":\Z")
_NUMBERED_STARTS: Final = frozenset("ahpbdst§AHPBDST")
_MARKER_KIND: Final = re.compile(r"\d+|[a-z]+")
_HEADING_WORDS: Final = 8
_QUESTION_WORDS: Final = 12
_TOP: Final = 40  # units; a letter's head is never longer
_FILLER: Final = "\x1f"  # white space to BlockText, yet no gap between table columns


def read(source: Source) -> Document:
    """All blocks of a text file in source order."""
    text, comments = _without_comments(source.text)
    reader = _Reader(text)
    blocks = tuple(reader.blocks())
    meta = {"kind": "letter"} if reader.is_letter else {}
    return Document(source, "text", blocks, meta, comments)


def _without_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """The text with every comment blanked, at the same offsets."""
    comments = []
    parts = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        comments.append(Comment(text[start + 4 : end], Span(start, end + 3)))
        parts += [text[done:start], _FILLER * (end + 3 - start)]
        done = end + 3
    return "".join(parts) + text[done:] if parts else text, tuple(comments)


class _Reader:
    """Decides, with the neighbours in view, what each unit is."""

    def __init__(self, text: str) -> None:
        self._text = text
        width = typical_width(text)
        self._line_is_paragraph = width == 0
        self._units = list(units(text, width))
        self._letter = Progress()
        self._subject = self._address = self._subject_follows = False
        self._prose = 0
        self._salutation = self._find_salutation()
        self._postal = {unit.chunk for unit in self._units if unit.kind == "plain" and _is_postal(unit)}
        self._levels: list[tuple[int, str]] = []
        self._item: Block | None = None
        self._item_indent = 0

    @property
    def is_letter(self) -> bool:
        """Whether the text has the parts of a letter; known once all blocks have been made."""
        return self._letter.found or (self._subject and self._address)

    def blocks(self) -> Iterator[Block]:
        """The blocks in order."""
        for number, unit in enumerate(self._units):
            if unit.kind == "row":
                yield from self._row(number, unit)
            elif unit.kind == "plain" and self._is_letter_line(number, unit):
                yield from self._plain(number, unit)
            elif self._is_enumerated(number):
                yield self._list_item(unit)
            elif (level := self._heading_level(number)) is not None and self._allows_heading(number):
                self._letter.heading()
                yield self._block("heading", unit, level=level, attrs=_marker(unit))
            elif unit.kind == "item" or unit.marker:
                yield self._list_item(unit)
            else:
                yield from self._plain(number, unit)

    def _plain(self, number: int, unit: Unit) -> Iterator[Block]:
        skip = self._subject_at(unit)
        if skip is not None:
            self._subject = True
            self._subject_follows = unit.lines == 1 and skip >= len(unit.text)
            if not self._subject_follows:
                yield self._block("subject", unit, skip=skip)
            return
        if self._item is not None and unit.head.indent > self._item_indent:
            yield self._block("list_item", unit, level=self._item.level, parent=self._item)
            return
        kind = self._kind(number, unit)
        if kind == "paragraph" and _is_prose(unit):
            self._prose += 1
        self._address |= kind == "address"
        yield self._block(kind, unit)

    def _kind(self, number: int, unit: Unit) -> BlockKind:
        follows, self._subject_follows = self._subject_follows, False
        whole = unit.text if unit.lines == 1 else " ".join(self._text[unit.start : unit.end].split())
        part = self._letter.part(whole, strict=number != self._salutation)
        if part is not None:
            return part
        if follows and len(whole) <= 200:
            return "subject"
        if number < self._salutation and not _is_prose(unit):
            return "address"
        if unit.lines == 1 and (is_label(unit.text) or (self._prose == 0 and is_date(unit.text))):
            return "address"
        is_short = unit.text.count(" ") < 8 and unit.text[-1] not in ".:?!"
        if _is_postal(unit) or (unit.chunk in self._postal and is_short):
            return "address"
        return "paragraph"

    def _is_enumerated(self, number: int) -> bool:
        """Whether a paragraph is an item of a list without marks: “…;” after a colon or another such item."""
        unit = self._units[number]
        if unit.kind != "plain" or unit.marker or number == 0:
            return False
        before = self._units[number - 1]
        if before.kind != "plain" or is_label(unit.text):
            return False
        if self._ends(before, _GOES_ON_BELOW):
            return True
        return self._ends(before, _COLON) and self._ends(unit, _GOES_ON_BELOW)

    def _ends(self, unit: Unit, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self._text, max(unit.start, unit.end - 12), unit.end) is not None

    def _row(self, number: int, unit: Unit) -> Iterator[Block]:
        label = Span(*unit.cells[0])
        name = self._text[label.start : label.end].strip()
        if len(unit.cells) == 2 and self._prose == 0 and subject_at(name, at_top=True) == len(name):
            self._subject = True
            yield self._block("subject", unit, skip=unit.cells[1][0] - unit.start)
            return
        kind: BlockKind = "table_cell"
        if self._letter.zone == "closed":
            kind = "signature"
        elif number < self._salutation or is_label(name.rstrip(":") + ":"):
            kind = "address"
            self._address = True
        for start, end in unit.cells:
            out = BlockText(self._text)
            out.add(start, end)
            text, offsets, inlines = out.build()
            if text:
                yield Block(kind, text, offsets, Span(unit.head.start, unit.head.end), inlines=inlines)

    def _list_item(self, unit: Unit) -> Block:
        indent, kind = unit.head.indent, _MARKER_KIND.sub(_kind_of_marker, unit.marker)
        levels = self._levels
        while levels and levels[-1][0] > indent:
            levels.pop()
        if not levels or levels[-1][0] < indent or levels[-1][1] != kind:
            same = [at for at, level in enumerate(levels) if level == (indent, kind)]
            if same:
                del levels[same[0] + 1 :]
            else:
                levels.append((indent, kind))
        item = self._block("list_item", unit, level=len(levels), attrs=_marker(unit), in_list=True)
        self._item, self._item_indent = item, indent
        return item

    def _block(
        self,
        kind: BlockKind,
        unit: Unit,
        *,
        skip: int = 0,
        level: int = 0,
        attrs: Mapping[str, str] = NO_ATTRS,
        parent: Block | None = None,
        in_list: bool = False,
    ) -> Block:
        if not in_list and parent is None:
            self._levels.clear()
            self._item = None
        out = BlockText(self._text)
        for start, end in unbroken(self._text, unit.start + skip, unit.end):
            out.add(start, end)
        text, offsets, inlines = out.build()
        place = Span(unit.head.start, unit.head.end)
        return Block(kind, text, offsets, place, level, parent=parent, inlines=inlines, attrs=attrs)

    def _subject_at(self, unit: Unit) -> int | None:
        """Where in the unit the subject of the letter begins; None when it is no subject line."""
        if self._subject or self._prose or self._letter.zone == "closed":
            return None
        return subject_at(unit.text, at_top=True)

    def _is_letter_line(self, number: int, unit: Unit) -> bool:
        """Whether a unit is the subject, salutation or closing, which goes before its looks as a heading."""
        if unit.lines == 1 and (
            number == self._salutation or is_salutation(unit.text) or is_closing(unit.text)
        ):
            return True
        return self._subject_at(unit) is not None

    def _find_salutation(self) -> int:
        """The number of the unit that opens the letter; -1 when there is none near the top."""
        prose = 0
        for number, unit in enumerate(self._units[:_TOP]):
            if unit.kind == "plain" and unit.lines == 1 and is_salutation(unit.text, strict=not unit.alone):
                return number
            prose += _is_prose(unit)
            if prose > 1:
                return -1
        return -1

    def _allows_heading(self, number: int) -> bool:
        """Whether the part of the letter that unit ``number`` is in has room for a heading there."""
        unit = self._units[number]
        if unit.kind == "heading":
            return True
        if self._letter.zone == "closed":
            return starts_section(unit.text) or _is_numbered(unit) or _is_capitals(unit.text)
        if number < self._salutation:
            return number > 0 and _is_capitals(unit.text) and unit.chunk not in self._postal
        return not self._subject_follows

    def _heading_level(self, number: int) -> int | None:
        """The level of unit ``number``, by its looks and what follows it; None when it is no heading."""
        unit = self._units[number]
        if unit.kind == "heading":
            return unit.level
        text = unit.text
        if unit.lines > 1 or len(text) > 100:
            return None
        previous = self._units[number - 1] if number else None
        if previous is not None and not self._can_head(unit, previous):
            return None
        if unit.kind == "item":
            in_list = previous is not None and previous.kind == "item" and _is_next(unit, previous)
            is_single = unit.alone or self._line_is_paragraph
            is_title = is_single and unit.marker[:1].isdigit() and not in_list and _is_title(text, 10)
            opens = number + 1 < len(self._units) and self._units[number + 1].kind != "item"
            return 1 if is_title and opens else None
        if unit.marker:
            return unit.marker.rstrip(".").count(".") + 1 if _is_title(text, 12) else None
        if _is_numbered(unit) or (_is_capitals(text) and not is_label(text)):
            return 1
        most = _QUESTION_WORDS if text[-1] == "?" else _HEADING_WORDS
        return 1 if _is_title(text, most) and self._opens_text(number) else None

    def _can_head(self, unit: Unit, previous: Unit) -> bool:
        """Whether ``unit`` stands apart from what comes before it, as a heading does."""
        if previous.chunk != unit.chunk or self._line_is_paragraph or previous.kind == "item":
            return True
        return is_salutation(previous.text) or self._ends(previous, _SENTENCE_END)

    def _opens_text(self, number: int) -> bool:
        """Whether unit ``number`` has running text below it, perhaps after one more heading."""
        unit = self._units[number]
        for following in self._units[number + 1 : number + 3]:
            if following.kind == "item":
                return True
            if following.kind == "heading" or following.marker:
                return following.kind == "heading" or _is_title(following.text, 12)
            if following.kind == "row":
                return False
            if _is_prose(following) or (following.text[-1] == ":" and following.text.count(" ") >= 3):
                return following.chunk != unit.chunk or len(following.text) > len(unit.text)
            if not _is_title(following.text, _HEADING_WORDS) or following.chunk == unit.chunk:
                return False
        return False


def _marker(unit: Unit) -> Mapping[str, str]:
    return {"marker": unit.marker} if unit.marker else NO_ATTRS


def _is_next(unit: Unit, previous: Unit) -> bool:
    """Whether the number of a list item follows that of the item before it."""
    now, before = (re.sub(r"\D", "", marker) for marker in (unit.marker, previous.marker))
    return bool(now and before) and int(now) == int(before) + 1


def _kind_of_marker(match: re.Match[str]) -> str:
    return "1" if match[0].isdigit() else "a"


def _is_prose(unit: Unit) -> bool:
    """Whether a unit is running text, and no short line of a letter head or a list of names."""
    if unit.kind != "plain":
        return False
    words = len(unit.text.split())
    return unit.lines > 1 or words >= 12 or (words >= 3 and ends_sentence(unit.text))


def _is_postal(unit: Unit) -> bool:
    text = unit.text
    is_short = len(text) <= 50 or (len(text) <= 100 and text.count(",") >= 2)
    return unit.lines == 1 and is_short and has_postcode(text) and not ends_sentence(text)


def _is_numbered(unit: Unit) -> bool:
    text = unit.text
    return text[0] in _NUMBERED_STARTS and text.count(" ") < 12 and _NUMBERED.match(text) is not None


def _is_capitals(text: str) -> bool:
    return text.isupper() and text.count(" ") < 12 and _WORD_WITHOUT_DIGITS.search(text) is not None


def _is_title(text: str, most_words: int) -> bool:
    """Whether a line looks like a heading: short, with a capital, and no mark that ends a sentence."""
    if text[-1] in ".,;:!…" or text.count(" ") >= most_words:
        return False
    first = _PLAIN_NUMBER.match(text)
    start = text[first.end() :] if first else text.lstrip("‘“\"'(")
    if not start[:1].isupper() or ". " in text or "\t" in text:
        return False
    return not (
        is_label(text) or is_date(text) or is_salutation(text) or is_enclosure(text) or has_postcode(text)
    )
