"""Places in a text as an editor counts them, worked out on bytes: a second opinion on the server's count.

Strict where the server is lenient: its edits must lie inside the text, on whole characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

_CODECS: Final[Mapping[str, tuple[str, int]]] = {
    "utf-8": ("utf-8", 1),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
}


class OutsideError(ValueError):
    """A position that the text does not have."""


def lines_of(text: str) -> list[str]:
    """The lines with their ends; a line ends at a line feed, a carriage return, or the two together."""
    lines, start, at = [], 0, 0
    while at < len(text):
        at += 2 if text[at : at + 2] == "\r\n" else 1
        if text[at - 1] in "\r\n":
            lines.append(text[start:at])
            start = at
    return [*lines, text[start:]]


def units_of(text: str, encoding: str) -> int:
    """How many units of the encoding a text takes."""
    codec, size = _CODECS[encoding]
    return len(text.encode(codec, "surrogatepass")) // size


def position_at(text: str, offset: int, encoding: str) -> dict[str, int]:
    """The position of an offset (code points); between the two marks of a line end there is none."""
    start = 0
    for number, line in enumerate(lines_of(text)):
        content = line.rstrip("\r\n")
        if start <= offset <= start + len(content):
            return {"line": number, "character": units_of(line[: offset - start], encoding)}
        start += len(line)
    raise OutsideError(offset)


def range_at(text: str, start: int, end: int, encoding: str) -> dict[str, Any]:
    """The range of the code points ``start:end``."""
    return {"start": position_at(text, start, encoding), "end": position_at(text, end, encoding)}


def offset_at(text: str, position: Mapping[str, int], encoding: str) -> int:
    """The offset (code points) of a position.

    Raises:
        OutsideError: for a line or column that the text does not have, or half a character.
    """
    lines = lines_of(text)
    number, character = position["line"], position["character"]
    if not 0 <= number < len(lines) or character < 0:
        raise OutsideError(position)
    codec, size = _CODECS[encoding]
    data = lines[number].rstrip("\r\n").encode(codec, "surrogatepass")
    if character * size > len(data):
        raise OutsideError(position)
    before, after = data[: character * size], data[character * size :]
    if encoding == "utf-8" and after and after[0] & 0xC0 == 0x80:
        raise OutsideError(position)
    head = before.decode(codec, "surrogatepass")
    if head and after and "\ud800" <= head[-1] <= "\udbff" and encoding == "utf-16":
        whole = data.decode(codec, "surrogatepass")
        if whole[: len(head)] != head:
            raise OutsideError(position)
    return sum(len(line) for line in lines[:number]) + len(head)


def cut(text: str, range_: Mapping[str, Any], encoding: str) -> str:
    """What stands in a range."""
    return text[offset_at(text, range_["start"], encoding) : offset_at(text, range_["end"], encoding)]


def edited(text: str, edits: Sequence[Mapping[str, Any]], encoding: str) -> str:
    """The text after edits that all point into ``text`` itself, as the protocol has it.

    Raises:
        OutsideError: for a place that the text does not have, and for edits that overlap.
    """
    places = [
        (
            offset_at(text, edit["range"]["start"], encoding),
            offset_at(text, edit["range"]["end"], encoding),
            edit["newText"],
        )
        for edit in edits
    ]
    places.sort(key=lambda place: place[:2])
    parts, at = [], 0
    for start, end, new in places:
        if start < at or end < start:
            raise OutsideError(start, end)
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
