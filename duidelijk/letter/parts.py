"""From lines to the main parts of a letter: what stands above the text, the text, and what is below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk.letter import Part
from duidelijk.letter.bottom import bottom_parts
from duidelijk.letter.layout import Line, lines_of
from duidelijk.letter.lines import ends_sentence, is_closing, is_farewell, is_salutation
from duidelijk.letter.top import top_parts
from duidelijk.model import Block, Document, LetterPart, Span

_KEY: Final = "letter lines"
_LOOKS: Final = "looks like a letter"
_FOR_THEM: Final = re.compile(r"(?:voor|namens) (?:deze|dezen|hen|hem|haar)\b|n\.d\.|w\.g\.", re.IGNORECASE)
_MORE: Final = re.compile(r"(?:en )?(?:beste|geachte?)\b[^.?!:]{0,60}$", re.IGNORECASE)
_TOP: Final = 60  # lines; a letter's head is never longer
_HEAD: Final = 2 * _TOP  # in two columns
_SIGNED: Final = 12  # lines below a farewell
_PROSE_WORDS: Final = 8
_FEW: Final = 2
_ADDRESSED: Final[frozenset[LetterPart]] = frozenset({"sender", "address", "subject"})
_HEAD_KINDS: Final = frozenset({"address", "subject", "label", "table_cell", "table_header"})


class Outline(NamedTuple):
    """The numbers of the lines where the text of a letter begins, and of its salutation and closing."""

    salutation: int | None
    text: int
    closing: int | None
    bottom: int


def main_parts(document: Document) -> tuple[Part, ...]:
    """The parts of a letter from sender to enclosures, in order; each block of running text is one."""
    lines = _lines(document)
    outline = _outline(lines)
    greeting = "" if outline.salutation is None else lines[outline.salutation].text
    above = outline.text if outline.salutation is None else outline.salutation
    found = list(top_parts(lines[: min(above, _HEAD)], greeting))
    if outline.salutation is not None:
        found += (_part("salutation", line) for line in lines[outline.salutation : outline.text])
    if outline.closing is not None:
        found.append(_part("closing", lines[outline.closing]))
    below, more_text = bottom_parts(lines[outline.bottom :])
    found += below
    end = outline.bottom if outline.closing is None else outline.closing
    text = list(_text_parts([*lines[outline.text : end], *more_text]))
    if text and text[0].block.kind == "heading" and not any(part.name == "subject" for part in found):
        text[0] = text[0]._replace(name="subject")
    found += text
    order = {block: number for number, block in enumerate(document.blocks)}
    found.sort(key=lambda part: (order[part.block], part.span))
    return tuple(found)


def looks_like_letter(document: Document) -> bool:
    """Whether the reader found a letter, or a closing stands below a salutation or a letter head."""
    if document.meta.get("kind") == "letter":
        return True
    found: bool | None = document.cache.get(_LOOKS)
    if found is None:
        found = document.cache[_LOOKS] = _has_both_ends(_lines(document))
    return found


def _has_both_ends(lines: Sequence[Line]) -> bool:
    outline = _outline(lines)
    head = {part.name for part in top_parts(lines[: min(outline.text, _HEAD)])}
    if outline.closing is None:
        return head >= _ADDRESSED and not head.isdisjoint({"date", "reference"})
    return outline.salutation is not None or len(head) > _FEW


def is_prose(text: str) -> bool:
    """Whether ``text`` is a sentence or more, and no short line such as a name."""
    return ends_sentence(text) and text.count(" ") + 1 >= _PROSE_WORDS


def _lines(document: Document) -> tuple[Line, ...]:
    found: tuple[Line, ...] | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = lines_of(document)
    return found


def _outline(lines: Sequence[Line]) -> Outline:
    salutation = _find_salutation(lines)
    if salutation is None:
        text = _first_prose(lines)
    else:
        text = salutation + 1
        while text < len(lines) and _goes_on(lines[text - 1], lines[text]):
            text += 1
    closing = next((number for number in range(text, len(lines)) if _is_closing(lines[number])), None)
    if closing is None:
        last = range(max(text, len(lines) - _SIGNED), len(lines))
        closing = next((number for number in last if is_farewell(lines[number].text)), None)
    bottom = closing + 1 if closing is not None else _first_of_signature(lines, text)
    return Outline(salutation, text, closing, bottom)


def _goes_on(salutation: Line, line: Line) -> bool:
    """Whether a line right below a salutation addresses somebody else as well."""
    is_more = is_salutation(line.text) or _MORE.match(line.text) is not None
    return is_more and line.row == salutation.row + 1 and line.group == salutation.group


def _first_of_signature(lines: Sequence[Line], text: int) -> int:
    """Where a letter without closing turns into names: after the last line that is running text."""
    number = len(lines)
    while number > text and _can_sign(lines[number - 1]):
        number -= 1
    while number < len(lines) and lines[number].block.kind == "heading":
        number += 1
    return number


def _can_sign(line: Line) -> bool:
    if line.block.kind in {"list_item", "quote", "table_cell", "table_header", "subject"}:
        return False
    return (
        not ends_sentence(line.block.text)
        and (not line.text.endswith(":") or _FOR_THEM.match(line.text) is not None)
        and line.text.count(" ") < _PROSE_WORDS
    )


def _find_salutation(lines: Sequence[Line]) -> int | None:
    prose: set[Block] = set()
    for number, line in enumerate(lines[:_TOP]):
        block = line.block
        if block.kind == "salutation" or (block.kind != "list_item" and _is_salutation(lines, number)):
            return number
        if is_prose(block.text) and block.kind not in _HEAD_KINDS:
            prose.add(block)
        if len(prose) > 1:
            return None
    return None


def _is_salutation(lines: Sequence[Line], number: int) -> bool:
    """Whether a line addresses the reader. Without comma it has to stand alone: “Beste inwoner”."""
    line = lines[number]
    near = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
    return is_salutation(line.text, strict=any(other.group == line.group for other in near))


def _is_closing(line: Line) -> bool:
    if line.block.kind == "closing":
        return line.start == 0
    return line.block.kind not in {"heading", "list_item", "quote"} and is_closing(line.text)


def _first_prose(lines: Sequence[Line]) -> int:
    """Where the text begins in a letter without salutation: at the first sentence, or a heading above it."""
    texts = [number for number, line in enumerate(lines) if line.block.kind not in _HEAD_KINDS]
    long = (number for number in texts if _opens_text(lines[number].block))
    short = (number for number in texts if ends_sentence(lines[number].block.text))
    first = next(long, next(short, len(lines)))
    while 1 < first < len(lines) and lines[first - 1].block.kind == "heading":
        first -= 1
    return first


def _opens_text(block: Block) -> bool:
    return is_prose(block.text) or block.kind in {"list_item", "quote"}


def _text_parts(lines: Sequence[Line]) -> Iterator[Part]:
    """The running text, block by block; a subject below the salutation is a subject still."""
    at = 0
    while at < len(lines):
        first = last = lines[at]
        while at < len(lines) and lines[at].block is first.block:
            last = lines[at]
            at += 1
        name: LetterPart = "subject" if first.block.kind == "subject" else "body"
        yield Part(name, first.block, Span(first.start, last.end))


def _part(name: LetterPart, line: Line) -> Part:
    return Part(name, line.block, Span(line.start, line.end))
