"""Any plain text: every word leads to exactly the characters that encode it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.readers import read
from tests.property.written import COMPOSED, PLAIN, Line, Piece, check_document, words, written

Lines = list[Line]

word = words(PLAIN + COMPOSED)
spaces = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\t", " \u00ad ", " \u200b", " <!-- stil --> "])
LETTER = (
    "Geachte heer De Vries,", "Beste lezer,", "Met vriendelijke groet,", "Hoogachtend,", "Postbus 12",
    "1234 AB Voorbeeldstad", "Datum:   3 maart 2024", "Ons kenmerk: 12-34", "Bijlagen: 2", "BESLUIT",
    "Artikel 3", "Heeft u vragen?", "===", "* * *", "Onderwerp:", "Beslist is als volgt:", "1. Inleiding",
    "- - -", "||", "|--|--|", "| a | b |", "<!--", "-->",
)  # fmt: skip
MARKERS = (
    "- ",
    "– ",
    "• ",
    "*\t",
    "o\t",
    "1. ",
    "12) ",
    "(a) ",
    "ii. ",
    "2.1 ",
    "Onderwerp: ",
    "Betreft: ",
    "",
)


@st.composite
def phrases(draw: st.DrawFn) -> Line:
    """One to twelve words with white space between them, perhaps as a sentence."""
    pieces: list[Piece] = [draw(word)]
    for _ in range(draw(st.integers(0, 11))):
        pieces += [draw(spaces), draw(word)]
    return (*pieces, draw(st.sampled_from(["", "", ".", ":", ";", "?", ","])))


@st.composite
def chunks(draw: st.DrawFn) -> Lines:
    """Lines that touch each other: wrapped text, items, columns, underlined headings, parts of a letter."""
    lines: Lines = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["words", "words", "words", "item", "columns", "letter", "underlined"]))
        indent = draw(st.sampled_from(["", "", "  ", "\t", "\u00a0 "]))
        if kind == "letter":
            lines.append((indent, draw(st.sampled_from(LETTER))))
        elif kind == "item":
            lines.append((indent, draw(st.sampled_from(MARKERS)), *draw(phrases())))
        elif kind == "columns":
            gap = draw(st.sampled_from(["    ", "\t", "\t\t"]))
            lines += [(indent, draw(word), gap, draw(word), gap, draw(word)) for _ in range(2)]
        elif kind == "underlined":
            lines += [(indent, *draw(phrases())), (draw(st.sampled_from(["====", "-----"])),)]
        else:
            lines.append((indent, *draw(phrases()), draw(st.sampled_from(["", "", " ", "\t"]))))
    return lines


@st.composite
def documents(draw: st.DrawFn) -> Lines:
    """One to five chunks with one or more empty lines between them."""
    lines: Lines = [("",)] * draw(st.integers(0, 2))
    for _ in range(draw(st.integers(1, 5))):
        lines += draw(chunks())
        lines += [(draw(st.sampled_from(["", "  ", "\t"])),)] * draw(st.integers(1, 2))
    return lines


newlines = st.sampled_from(["\n", "\r\n", "\r"])
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


@given(documents(), newlines, encodings)
@settings(max_examples=200, deadline=None)
def test_every_word_leads_to_its_place(lines: Lines, newline: str, encoding: str) -> None:
    text, expected = written(lines, newline)
    document = read(text.encode(encoding), "brief.txt")
    assert document.source.text == text
    comments = [comment.span for comment in document.comments]
    seen = [word for word in expected if not any(start <= word.span.start < end for start, end in comments)]
    check_document(document, seen)
    for comment in document.comments:
        assert text[slice(*comment.span)] == f"<!--{comment.text}-->"
    starts = [block.map.segments[0].s0 for block in document.blocks]
    assert starts == sorted(starts)
