"""Places in a text, in the three encodings of the protocol, against a count on bytes of our own."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from duidelijk.lsp.positions import Encoding, Positions
from duidelijk.model import Span
from tests.clients.lsp_text import OutsideError, lines_of, offset_at, position_at, units_of

ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
ODD = ["\r", "\n", "\r\n", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029", "\0", "\ufeff"]
WIDE = ["é", "e\u0301", "\u00ad", "‘", "ﬁ", "中", "😀", "👩\u200d👩\u200d👧", "🇳🇱", "\U0010ffff"]
HALVES = ["\ud83d", "\ude00", "\udc80"]


def as_sent(text: str) -> str:
    """The text as it comes out of a message: two halves that meet are one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


texts = st.lists(
    st.one_of(
        st.sampled_from([*ODD, *WIDE, *HALVES]),
        st.text(st.characters(), max_size=4),
        st.sampled_from(["Geachte heer,", " ", "indien"]),
    ),
    max_size=12,
).map(lambda parts: as_sent("".join(parts)))
encodings = st.sampled_from(ENCODINGS)
numbers = st.one_of(st.integers(0, 12), st.just(2**31 - 1))
"""Lines and columns, also of careless clients. The library takes in none below 0."""


def brought_inside(text: str, line: int, character: int, encoding: Encoding) -> int:
    """Where a position lands: the slow way, character by character."""
    lines = lines_of(text)
    if line >= len(lines):
        return len(text)
    start, units = sum(map(len, lines[:line])), 0
    for at, character_here in enumerate(lines[line].rstrip("\r\n")):
        units += units_of(character_here, encoding)
        if units > character:
            return start + at
    return start + len(lines[line].rstrip("\r\n"))


@given(texts, encodings)
def test_every_offset_comes_back(text: str, encoding: Encoding) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        position = positions.position(offset)
        if text[offset - 1 : offset + 1] == "\r\n" and offset:
            assert positions.offset(position) == offset - 1  # the protocol has no place between the two
            continue
        assert {"line": position.line, "character": position.character} == position_at(text, offset, encoding)
        assert positions.offset(position) == offset


@given(texts, encodings, numbers, numbers)
def test_any_position_is_brought_inside(text: str, encoding: Encoding, line: int, character: int) -> None:
    offset = Positions(text, encoding).offset(Position(line, character))
    assert offset == brought_inside(text, line, character, encoding)
    try:
        strict = offset_at(text, {"line": line, "character": character}, encoding)
    except OutsideError:
        return
    assert offset == strict


@given(texts, encodings, st.tuples(numbers, numbers), st.tuples(numbers, numbers))
def test_any_range_is_a_span_of_the_text(
    text: str, encoding: Encoding, start: tuple[int, int], end: tuple[int, int]
) -> None:
    span = Positions(text, encoding).span(Range(Position(*start), Position(*end)))
    landed = sorted(brought_inside(text, *one, encoding) for one in (start, end))
    assert list(span) == landed


@given(texts, encodings, st.integers(), st.integers())
def test_a_range_outside_the_text_is_cut_off(text: str, encoding: Encoding, start: int, end: int) -> None:
    positions = Positions(text, encoding)
    found = positions.range(Span(start, end))
    inside = [min(max(one, 0), len(text)) for one in (start, end)]
    assert [found.start, found.end] == [positions.position(one) for one in inside]


@given(texts, encodings)
def test_lines_are_those_of_the_protocol(text: str, encoding: Encoding) -> None:
    positions = Positions(text, encoding)
    expected = [line.rstrip("\r\n") for line in lines_of(text)]
    assert [text[slice(*positions.line(number))] for number in range(positions.lines)] == expected


@pytest.mark.parametrize(
    ("encoding", "character"),
    [("utf-8", 4 + 1 + 3 + 1), ("utf-16", 2 + 1 + 2 + 1), ("utf-32", 1 + 1 + 2 + 1)],
)
def test_the_columns_of_a_word_after_emoji_and_combining_characters(
    encoding: Encoding, character: int
) -> None:
    text = "Titel\r\n😀 e\u0301 indien\r\n"
    offset = text.index("indien")
    assert Positions(text, encoding).position(offset) == Position(1, character)
    assert Positions(text, encoding).offset(Position(1, character)) == offset


@pytest.mark.parametrize(
    ("encoding", "inside"),
    [("utf-8", (2, 3, 4)), ("utf-16", (2,))],
    ids=["bytes", "half a pair"],
)
def test_half_a_character_stands_before_it(encoding: Encoding, inside: tuple[int, ...]) -> None:
    positions = Positions("a😀b", encoding)
    assert {positions.offset(Position(0, one)) for one in inside} == {1}


def test_only_three_marks_end_a_line() -> None:
    text = "een\ftwee\vdrie\x85vier\u2028vijf\u2029zes\x1czeven\n"
    positions = Positions(text, "utf-16")
    assert positions.lines == 2
    assert positions.position(text.index("zeven")) == Position(0, text.index("zeven"))


def test_an_empty_text_has_one_line() -> None:
    positions = Positions("", "utf-16")
    assert (positions.lines, positions.line(0)) == (1, Span(0, 0))
    assert positions.offset(Position(7, 7)) == 0
    assert positions.position(5) == Position(0, 0)
