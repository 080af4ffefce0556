"""Any Markdown document: every word leads to exactly the characters that encode it."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from duidelijk.model import Source
from duidelijk.readers import read
from duidelijk.readers.markdown import read as read_markdown
from tests.property.written import (
    COMPOSED,
    ENTITIES,
    ESCAPES,
    INVISIBLE,
    INVISIBLE_ENTITIES,
    PLAIN,
    Line,
    Piece,
    Word,
    check_document,
    words,
    written,
)

Lines = list[Line]

plain = words(PLAIN + COMPOSED)
encoded = words(PLAIN + COMPOSED + ENTITIES + ESCAPES, INVISIBLE + INVISIBLE_ENTITIES)
in_html = words(PLAIN + COMPOSED + ENTITIES, INVISIBLE + INVISIBLE_ENTITIES)
plain_spaces = st.sampled_from([" ", "  ", "\u00a0", "\t", " \u00ad "])
spaces = st.sampled_from([" ", " ", "  ", "&nbsp;", "\u00a0", "\t", " \u00ad ", "&emsp;", " <!-- stil --> "])


AROUND = st.sampled_from(
    [
        ("", ""), ("", ""), ("*", "*"), ("**", "**"), ("***", "***"), ("_", "_"), ("~~", "~~"),
        ("[", "](https://voorbeeld.nl/a_b 'titel')"), ("[**", "**](<a b>)"), ("[", "][ref]"),
        ("![", "](beeld.png)"), ("[![", "](beeld.png)](https://voorbeeld.nl)"), ("![*", "* b&#107;][ref]"),
        ("<b>", "</b>"), ('<a href="/x">', "</a>"), ("", "<br>"), ("", " \\* "), ("", "\\&nbsp;"),
        ('&nbsp;<img src="x" alt="', '">'),
    ]
)  # fmt: skip
CODE = st.sampled_from([("`", "`"), ("`` ", " ``"), ("```", "```")])


@st.composite
def joined(draw: st.DrawFn, kind: str = "encoded", between: SearchStrategy[str] | None = None) -> Line:
    """One to three words, or pieces of inline markup, with white space between them."""
    if between is None:
        between = plain_spaces if kind == "plain" else spaces
    one = {"encoded": encoded, "plain": plain, "html": in_html}.get(kind)
    pieces: list[Piece] = []
    for number in range(draw(st.integers(1, 3))):
        if number:
            pieces.append(draw(between))
        pieces += draw(inline()) if one is None else (draw(one),)
    return tuple(pieces)


@st.composite
def inline(draw: st.DrawFn) -> Line:
    """A word or two, in markup or not."""
    if draw(st.integers(0, 8)) == 0:
        opening, closing = draw(CODE)
        return (opening, *draw(joined("plain")), closing)
    opening, closing = draw(AROUND)
    if "<img" in opening:
        return (opening, *draw(joined("html", plain_spaces)), closing)
    return (opening, *draw(joined()), closing)


@st.composite
def wrapped(draw: st.DrawFn, indents: SearchStrategy[str]) -> Lines:
    """A paragraph of one to three lines; emphasis, links and code may run over the end of a line."""
    lines = [draw(joined("inline"))]
    for _ in range(draw(st.integers(0, 2))):
        lines[-1] = (*lines[-1], draw(st.sampled_from(["", "  ", "\\", " "])))
        lines.append((draw(indents), *draw(joined("inline"))))
    if len(lines) > 1 and draw(st.booleans()):
        opening, closing = draw(
            st.sampled_from([("**", "**"), ("[", "](x)"), ("![", "](x)"), ("<b>", "</b>")])
        )
        first, last = draw(joined()), draw(joined())
        lines += [(opening, *first), (draw(indents), *last, closing)]
    if draw(st.integers(0, 4)) == 0:
        lines += [("``", *draw(joined("plain"))), (draw(indents), *draw(joined("plain")), "``")]
    return lines


@st.composite
def leaves(draw: st.DrawFn) -> Lines:
    """A block without other blocks in it."""
    kind = draw(st.sampled_from(["paragraph", "paragraph", "heading", "setext", "fence", "html", "table"]))
    if kind == "heading":
        marks = draw(st.sampled_from(["# ", "##\t", "###   "]))
        return [(marks, *draw(joined("inline")), draw(st.sampled_from(["", " #", " ###  ", "  "])))]
    if kind == "setext":
        return [*draw(wrapped(st.just(""))), (draw(st.sampled_from(["===", "---  "])),)]
    if kind == "fence":
        mark = draw(st.sampled_from(["```", "~~~~"]))
        return [(mark, "python"), *(draw(joined("plain")) for _ in range(2)), (mark,)]
    if kind == "html":
        tag = draw(st.sampled_from(["p", "div", "h2", "li", "td", "summary"]))
        first, second, third = (draw(joined("html")) for _ in range(3))
        opening = (f'<{tag} class="a > b">', *first)
        return [opening, ("  <b>", *second, "</b> <!-- stil -->"), (*third, f"</{tag}>")]
    if kind == "table":
        return draw(tables())
    return draw(wrapped(st.sampled_from(["", "  ", "\t"])))


@st.composite
def tables(draw: st.DrawFn) -> Lines:
    """Two columns, with or without pipes at the ends."""
    left, right = draw(st.sampled_from([("| ", " |"), ("", ""), ("|", " |\t")]))
    cells = joined("inline", st.sampled_from([" ", " \\| "]))
    rows: Lines = []
    for number in range(draw(st.integers(1, 3))):
        rows.append((left, *draw(cells), " | ", *draw(cells), right))
        if number == 0:
            rows.append((left, "---", "|", ":--:", right))
    return rows


def indented(lines: Lines, first: str, rest: str) -> Lines:
    return [(first if number == 0 else rest, *line) for number, line in enumerate(lines)]


def separated(blocks: list[Lines]) -> Lines:
    return [line for block in blocks for line in [*block, ("",)]]


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> Lines:
    """A block, perhaps with quotes and lists around it."""
    if depth == 3 or draw(st.booleans()):
        return draw(leaves())
    inner = separated([draw(blocks(depth + 1)) for _ in range(draw(st.integers(1, 2)))])
    marks = [("> ", "> "), ("- ", "  "), ("* ", "  "), ("1. ", "   "), ("12) ", "    ")]
    if depth == 0:
        marks += [("-\t", "\t"), (" > ", "> ")]
    return indented(inner, *draw(st.sampled_from(marks)))


@st.composite
def documents(draw: st.DrawFn) -> Lines:
    """One to four blocks, and the address of the reference that links use."""
    found = [draw(blocks()) for _ in range(draw(st.integers(1, 4)))]
    return [*separated(found), ("[ref]: https://voorbeeld.nl/ref",)]


newlines = st.sampled_from(["\n", "\r\n", "\r"])


@given(documents(), newlines)
@settings(max_examples=60, deadline=None)
def test_every_word_leads_to_its_place(lines: Lines, newline: str) -> None:
    text, expected = written(lines, newline)
    document = read_markdown(Source("x.md", text, hashlib.sha256(text.encode()).hexdigest()))
    check_document(document, expected, twice=True)
    comments = [text[slice(*comment.span)] for comment in document.comments]
    assert comments == ["<!-- stil -->"] * text.count("<!-- stil -->")


@given(documents(), newlines, st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]), words(PLAIN, ()))
@settings(max_examples=40, deadline=None)
def test_front_matter_and_byte_order_mark(lines: Lines, newline: str, encoding: str, title: Word) -> None:
    head: Lines = [("---",), ("soort: brief",), ('title: "', title, '"'), ("---",), ("",)]
    text, expected = written([*head, *lines], newline)
    document = read(text.encode(encoding), "x.md")
    assert document.source.text == text
    assert document.blocks[0].kind == "title"
    assert not document.problems
    check_document(document, expected, twice=True)
