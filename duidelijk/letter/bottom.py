"""The parts below the closing of a letter: signature, enclosures, and how to reach the organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from duidelijk.letter import Part
from duidelijk.letter.head_lines import has_town, is_contact, is_paper
from duidelijk.letter.layout import Line
from duidelijk.letter.lines import ends_sentence, is_enclosure, starts_section
from duidelijk.model import LetterPart, Span

_COPY: Final = re.compile(r"(?:kopie(?:ën)?(?: aan)?|afschrift(?: aan)?|c\.?c\.?)\s*:?", re.IGNORECASE)
_POSTSCRIPT: Final = re.compile(r"P\.?\s?S\.?(?:[:\s]|$)", re.IGNORECASE)
_ENCLOSURES: Final = re.compile(r"(?:mee\s?gestuurd|meegezonden|bijgevoegd|bijgaand)\s*:", re.IGNORECASE)
_TEXT_KINDS: Final = frozenset({"heading", "list_item", "quote"})


def bottom_parts(lines: Sequence[Line]) -> tuple[list[Part], list[Line]]:
    """The parts below the closing, and the lines there that are running text after all."""
    parts: list[Part] = []
    text: list[Line] = []
    state: LetterPart | None = "signature"
    last: Line | None = None
    for line in lines:
        state = _state(line, last, state)
        if state == "body":
            text.append(line)
        else:
            name = _name(line, state)
            if name is not None:
                parts.append(Part(name, line.block, Span(line.start, line.end)))
        last = line
    return parts, text


def _state(line: Line, last: Line | None, state: LetterPart | None) -> LetterPart | None:
    """What kind of part the line belongs to: a list of enclosures goes on, as does running text."""
    text, kind = line.text, line.block.kind
    words = text.count(" ") + 1
    if _COPY.match(text) and words <= 12:
        return None
    if is_enclosure(text) or _ENCLOSURES.match(text):
        return "enclosures"
    is_sentence = words >= 8 and ends_sentence(line.block.text)
    if state == "enclosures" and not is_sentence:
        if kind == "list_item" or (last is not None and line.group == last.group):
            return "enclosures"
        if last is not None and last.text.lower().endswith((":", "bijlage", "bijlagen")):
            return "enclosures"
    if is_sentence or words >= 25 or kind in _TEXT_KINDS or _POSTSCRIPT.match(text):
        return "body"
    if state == "signature":
        return "body" if starts_section(text) else "signature"
    if state == "body" and last is not None and not is_contact(text) and not has_town(text):
        return "body"
    return "sender"


def _name(line: Line, state: LetterPart | None) -> LetterPart | None:
    if state in {"signature", "sender"}:
        if is_contact(line.text):
            return "contact"
        if has_town(line.text) or is_paper(line.text):
            return "sender"
    return state
