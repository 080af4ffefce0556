"""Offsets, lines and columns."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.model import LineIndex, OffsetMap, Segment, Span

# text "Café de ge" from source "Caf&eacute; de<b> ge</b>"
MAP = OffsetMap(
    (
        Segment(0, 3, 0, 3, True),
        Segment(3, 4, 3, 11, False),
        Segment(4, 7, 11, 14, True),
        Segment(7, 10, 17, 20, True),
    )
)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 3), (0, 3)),
        ((0, 4), (0, 11)),
        ((3, 4), (3, 11)),
        ((2, 6), (2, 13)),
        ((5, 7), (12, 14)),
        ((8, 10), (18, 20)),
        ((6, 9), (13, 19)),
    ],
)
def test_a_range_maps_to_the_smallest_source_range(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert MAP.to_source(*span) == Span(*expected)


def test_an_empty_range_stays_empty() -> None:
    assert MAP.to_source(4, 4) == Span(11, 11)
    assert MAP.to_source(10, 10) == Span(20, 20)
    assert OffsetMap(()).to_source(0, 0) == Span(0, 0)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 3), (0, 3)),
        ((3, 11), (3, 4)),
        ((5, 6), (3, 4)),
        ((2, 13), (2, 6)),
        ((12, 18), (5, 8)),
        ((14, 17), None),
        ((20, 30), None),
    ],
)
def test_a_range_of_the_source_leads_back_to_the_text(
    span: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    assert MAP.to_text(*span) == (None if expected is None else Span(*expected))


@given(st.data())
def test_to_the_source_and_back_holds_the_same_text(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 9))
    end = data.draw(st.integers(start + 1, 10))
    back = MAP.to_text(*MAP.to_source(start, end))
    assert back is not None
    assert back == (start, end)


def test_only_an_unbroken_piece_is_literal() -> None:
    assert MAP.is_literal(0, 3)
    assert not MAP.is_literal(0, 4)
    assert not MAP.is_literal(5, 9)


def test_a_map_pickles() -> None:
    assert pickle.loads(pickle.dumps(MAP)) == MAP  # noqa: S301 - our own data


@given(st.text(alphabet="ab\r\n\t😀e\u0301", max_size=60))
def test_positions_and_lines_agree(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert index.line_span(line).start + column - 1 == offset
    assert [index.line_text(n) for n in range(1, len(index) + 1)] == text.replace("\r\n", "\n").replace(
        "\r", "\n"
    ).split("\n")
