"""BlockText: normalised text, and a map that leads each character back."""

from __future__ import annotations

import pytest

from duidelijk.model import Inline, Span
from duidelijk.readers.blocktext import BlockText


def build(source: str, *ranges: tuple[int, int]) -> tuple[str, list[str]]:
    """The text of the ranges, and for each of its characters the source that it stands for."""
    out = BlockText(source)
    for start, end in ranges or [(0, len(source))]:
        out.add(start, end)
    text, offsets, _ = out.build()
    return text, [source[slice(*offsets.to_source(at, at + 1))] for at in range(len(text))]


@pytest.mark.parametrize(
    ("source", "text", "pieces"),
    [
        ("gewone tekst", "gewone tekst", list("gewone tekst")),
        ("  rond \t om ", "rond om", ["r", "o", "n", "d", " \t ", "o", "m"]),
        ("een\r\n  twee", "een twee", ["e", "e", "n", "\r\n  ", "t", "w", "e", "e"]),
        ("a\u00a0b", "a b", ["a", "\u00a0", "b"]),
        ("ge\u00admeente", "gemeente", list("gemeente")),
        ("cafe\u0301!", "café!", ["c", "a", "f", "e\u0301", "!"]),
        ("\u00ad\u200b", "", []),
        ("ge\u200b\u00ad\u200dde\u2060el\u202ad", "gedeeld", list("gedeeld")),
        ("👩\u200d👧 u\u200dw", "👩\u200d👧 uw", [*"👩\u200d👧 uw"]),
        ("bedrĳf", "bedrijf", ["b", "e", "d", "r", "ĳ", "ĳ", "f"]),
        ("😀 é", "😀 é", ["😀", " ", "é"]),
        (" \n ", "", []),
    ],
)
def test_add(source: str, text: str, pieces: list[str]) -> None:
    assert build(source) == (text, pieces)


def test_pieces_never_give_two_spaces() -> None:
    assert build("een <b> twee</b>", (0, 4), (7, 12))[0] == "een twee"


def test_adjacent_pieces_become_one_segment() -> None:
    out = BlockText("abcdef")
    out.add(0, 2)
    out.add(2, 4)
    _, offsets, _ = out.build()
    assert offsets.segments == ((0, 4, 0, 4, True),)


def test_decoded_text_is_atomic() -> None:
    source = "caf&eacute; en &nbsp; zo"
    out = BlockText(source)
    out.add(0, 3)
    out.add_decoded("é", 3, 11)
    out.add(11, 15)
    out.add_decoded("\u00a0", 15, 21)
    out.add(21, len(source))
    text, offsets, _ = out.build()
    assert text == "café en zo"
    assert source[slice(*offsets.to_source(0, 4))] == "caf&eacute;"
    assert source[slice(*offsets.to_source(3, 4))] == "&eacute;"
    assert source[slice(*offsets.to_source(8, 10))] == "zo"
    assert not offsets.is_literal(0, 4)
    assert offsets.is_literal(0, 3)


def test_a_joiner_that_is_an_entity_disappears_inside_a_word_only() -> None:
    source = "u&zwj;w 👩&zwj;"
    out = BlockText(source)
    out.add(0, 1)
    out.add_decoded("\u200d", 1, 6)
    out.add(6, 9)
    out.add_decoded("\u200d", 9, 14)
    text, offsets, _ = out.build()
    assert text == "uw 👩\u200d"
    assert source[slice(*offsets.to_source(0, 2))] == "u&zwj;w"


@pytest.mark.parametrize(
    ("source", "base"), [("abe&#x301;c", (0, 3)), ("&#101;&#x301;c", None), ("abe&#x301;c", None)]
)
def test_a_mark_that_is_an_entity_joins_the_letter_before_it(
    source: str, base: tuple[int, int] | None
) -> None:
    out = BlockText(source)
    entity = source.index("&#x301;")
    if base:
        out.add(*base)
    else:
        out.add_decoded("e", 0, entity)
    out.add_decoded("\u0301", entity, entity + 7)
    out.add(entity + 7, len(source))
    text, offsets, _ = out.build()
    assert text == ("abéc" if base else "éc")
    at = text.index("é")
    assert source[slice(*offsets.to_source(at, at + 1))] == ("e&#x301;" if base else source[: entity + 7])
    assert source[slice(*offsets.to_source(at + 1, at + 2))] == "c"


def test_a_loose_mark_after_an_entity_joins_it() -> None:
    source = "&#101;\u0301n"
    out = BlockText(source)
    out.add_decoded("e", 0, 6)
    out.add(6, len(source))
    text, offsets, _ = out.build()
    assert text == "én"
    assert offsets.to_source(0, 1) == Span(0, 7)


def test_inlines_lose_the_space_around_them() -> None:
    source = "zie  de regels , hier"
    out = BlockText(source)
    out.add(0, 4)
    out.open("link", {"href": "/r"})
    out.add(4, 15)
    out.close()
    out.add(15, len(source))
    text, _, inlines = out.build()
    assert text == "zie de regels , hier"
    assert inlines == (Inline("link", Span(4, 13), {"href": "/r"}),)


def test_inlines_are_in_order_and_close_by_themselves() -> None:
    out = BlockText("abc")
    out.open("strong")
    out.add(0, 1)
    out.open("emphasis")
    out.add(1, 2)
    out.close()
    out.add(2, 3)
    _, _, inlines = out.build()
    assert [(inline.kind, inline.span) for inline in inlines] == [("strong", (0, 3)), ("emphasis", (1, 2))]


def test_an_empty_link_stays() -> None:
    out = BlockText("ab")
    out.add(0, 1)
    out.open("link", {"href": "x"})
    out.close()
    out.add(1, 2)
    assert out.build()[2] == (Inline("link", Span(1, 1), {"href": "x"}),)
