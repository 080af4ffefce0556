"""The parts below the closing of a letter: signature, enclosures, and how to reach the organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, cast

from duidelijk.letter import Part
from duidelijk.letter.head_lines import has_town, is_contact, is_organisation, is_paper, is_sent
from duidelijk.letter.layout import Line
from duidelijk.letter.lines import ends_sentence, is_enclosure, starts_section
from duidelijk.model import LetterPart, Span

_COPY: Final = re.compile(r"(?:kopie(?:ën)?(?: aan)?|afschrift(?: aan)?|c\.?c\.?)\s*:?", re.IGNORECASE)
_POSTSCRIPT: Final = re.compile(r"P\.?\s?S\.?(?:[:\s]|$)", re.IGNORECASE)
_ENCLOSURES: Final = re.compile(r"(?:mee\s?gestuurd|meegezonden|bijgevoegd|bijgaand)\s*:", re.IGNORECASE)
_TEXT_KINDS: Final = frozenset({"heading", "list_item", "quote"})
_SENTENCE: Final = 8  # words
_LONGEST_LINE: Final = 12
_TEXT: Final = 25

_State = LetterPart | Literal["copy"]


def bottom_parts(lines: Sequence[Line]) -> tuple[list[Part], list[Line]]:
    """The parts below the closing, and the lines there that are running text after all."""
    parts: list[Part] = []
    text: list[Line] = []
    state: _State = "signature"
    last: Line | None = None
    for line in lines:
        state = _state(line, last, state)
        if state == "body":
            text.append(line)
        elif state != "copy":
            span = Span(line.start, line.end)
            parts += (Part(name, line.block, span) for name in _names(line, state))
        last = line
    return parts, text


def _state(line: Line, last: Line | None, state: _State) -> _State:
    """What kind of part the line belongs to: a list of enclosures goes on, as does running text."""
    text, kind = line.text, line.block.kind
    words = text.count(" ") + 1
    if _COPY.match(text) and words <= _LONGEST_LINE:
        return "copy"
    if is_enclosure(text) or _ENCLOSURES.match(text):
        return "enclosures"
    if is_sent(text):
        return "date"
    is_sentence = words >= _SENTENCE and ends_sentence(line.block.text)
    if state in {"enclosures", "copy"} and not is_sentence and _lists_on(line, last):
        return state
    if kind == "heading" and state == "signature" and _is_name(line, last):
        return "signature"
    if is_sentence or words >= _TEXT or kind in _TEXT_KINDS or _POSTSCRIPT.match(text):
        return "body"
    if state == "body" and last is not None and not is_contact(text) and not has_town(text):
        return "body"
    return _foot_state(line, last) if state == "signature" else "sender"


def _is_name(line: Line, last: Line | None) -> bool:
    """Whether a line in capitals names who signs: ``DE MINISTER VAN WATERZAKEN,``."""
    return line.text.endswith(",") or (last is None and is_organisation(line.text.removeprefix("DE ")))


def _lists_on(line: Line, last: Line | None) -> bool:
    """Whether a line goes on with the list that the line before it belongs to."""
    if line.block.kind == "list_item" or last is None:
        return True
    return line.group == last.group or last.text.lower().endswith((":", "bijlage", "bijlagen"))


def _foot_state(line: Line, last: Line | None) -> _State:
    """Whether a line goes on with the names of a signature, or is a heading or a footer below them."""
    if starts_section(line.text):
        return "body"
    together = (last is None or line.group == last.group) and "|" not in line.text
    return "signature" if together or not _is_footer(line.text) else "sender"


def _is_footer(text: str) -> bool:
    """Whether a line below the names of a signature says who the sender is and how to reach him."""
    return is_contact(text) or has_town(text) or is_paper(text)


def _names(line: Line, state: _State) -> Iterator[LetterPart]:
    if state not in {"body", "copy"}:
        yield cast("LetterPart", state)
    if state in {"signature", "sender"} and is_contact(line.text):
        yield "contact"
