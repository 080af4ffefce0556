"""Whatever markup stands around and inside words, each word of a block leads back to its own source."""

from __future__ import annotations

from dataclasses import dataclass, field

import turbohtml
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidelijk.html import attribute_pieces, comment_span, end_tag, parse, pieces, start_tag
from duidelijk.html.marks import plain
from duidelijk.model import Source
from duidelijk.readers.html import read

# What a letter may be written as.
SPELLINGS = {
    "é": ("é", "&eacute;", "&#233;", "&#xE9;", "e\u0301"),
    "ï": ("ï", "&iuml;", "&#0239;", "i\u0308"),
    "&": ("&amp;", "&#38;", "&AMP;"),
    "<": ("&lt;", "&#60;"),
    "😀": ("😀", "&#128512;", "&#x1f600;"),
    "’": ("’", "&rsquo;", "&#146;"),
}
LETTERS = st.sampled_from(["a", "b", "n", "z", "-", "9", *SPELLINGS])
UNSEEN = st.sampled_from(
    ["", "", "", "", "&shy;", "\u00ad", "&#8203;", "<!-- een -->", "</u>", "<!---->", "<wbr>", "<?x y>"]
)
SPACES = st.sampled_from(
    [" ", "  ", "\n", "\r\n", "\t", "&nbsp;", "&#32;", " &#160; ", "\r\n\t  ", "<br>", "&Tab;"]
)
# Start tags and whether the end may be left out, as it crosses over into what follows.
INLINES = st.sampled_from([
    ("<b>", True), ("<i class='x y'>", True), ("<font\r\ncolor=red>", True),
    ("<a href='?a=1&amp;b=2'>", False), ('<span title="<p>">', False), ("<abbr title='a>b'>", False),
    ("<q>", False), ("<code>", False),
])  # fmt: skip
BLOCKS = st.sampled_from([
    ("<p>", ""), ("<p\tid=x>", "</p>"), ("<div>", "</div>"), ("<h2>", "</h2>"), ("<ul>\r\n<li>", "</ul>"),
    ("<table><tr><td>", "</table>"), ("<blockquote><p>", "</blockquote>"), ("<dl><dt>", "</dl>"),
])  # fmt: skip


@dataclass
class Page:
    """Source as it grows, and for each block its words: how they read, where they begin and end."""

    source: str = ""
    blocks: list[list[tuple[str, int, int]]] = field(default_factory=list)

    def add(self, text: str) -> tuple[int, int]:
        start = len(self.source)
        self.source += text
        return start, len(self.source)


def add_word(draw: st.DrawFn, page: Page) -> None:
    page.add(draw(UNSEEN))
    reading = "w"
    start, end = page.add(reading)
    for letter in draw(st.lists(LETTERS, max_size=5)):
        page.add(draw(UNSEEN))
        _, end = page.add(draw(st.sampled_from(SPELLINGS.get(letter, (letter,)))))
        reading += letter
    page.add(draw(UNSEEN))
    page.blocks[-1].append((reading, start, end))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Blocks of words inside markup that may cross, or stay open into the next block."""
    page = Page(draw(st.sampled_from(["", "<!doctype html>\r\n", "<html><body>", "<main>\r\n", "\r\n"])))
    for opening, closing in draw(st.lists(BLOCKS, min_size=1, max_size=4)):
        page.add(opening)
        page.blocks.append([])
        add_word(draw, page)
        ends: list[str] = []
        for inline, loose in draw(st.lists(INLINES, max_size=4)):
            page.add(draw(SPACES) + inline)
            add_word(draw, page)
            left_open = loose and draw(st.booleans())
            if not left_open:
                ends.append(f"</{inline[1:].split()[0].strip('>')}>")
            if draw(st.booleans()) and ends:
                page.add(ends.pop(draw(st.integers(0, len(ends) - 1))))
        page.add("".join(draw(st.permutations(ends))) + closing)
    return page


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_each_word_leads_back_to_its_own_source(page: Page) -> None:
    document = read(Source("pagina.html", page.source, ""))
    assert [block.text for block in document.blocks] == [
        " ".join(reading for reading, _, _ in words) for words in page.blocks
    ]
    for block, words in zip(document.blocks, page.blocks, strict=True):
        at = 0
        for reading, start, end in words:
            assert block.map.to_source(at, at + len(reading)) == (start, end)
            if block.map.is_literal(at, at + len(reading)):
                assert page.source[start:end] == reading
            at += len(reading) + 1


FRAGMENTS = st.sampled_from([
    "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='x?a=1&copy=2&amp;b'>", "</a>", "<br>", "</br>",
    "<table>", "</table>", "<tr>", "<td>", "</td>", "<caption>", "<colgroup>", "<col>", "<select>",
    "<svg>", "</svg>", "<title>", "</title>", "<style/>", "<desc>", "<foreignObject>", "</foreignObject>",
    "<math>", "<mi>", "</math>", "<![CDATA[", "]]>", "<template>", "</template>", "<noscript>", "</noscript>",
    "<textarea>\n", "</textarea>", "<pre>\n", "</pre>", "<script>", "</script>", "<style>", "</style>",
    "<html lang=nl>", "<head>", "<body class='a  b'>", "</body>", "</html>", "<frameset>", "<plaintext>",
    "<!-- c -->", "<!---->", "<!--x--!>", "<!x>", "<?pi x>", "<", "</", "< ", "&", "a>b", "woord", "tekst ",
    "&amp;", "&eacute", "&nbsp;", "&#32;", "&#10;", "&#0;", "&#128512;", "&#12345", "&#xF0000;&#x100000;",
    "  ", "\r\n", "\n", "\r", "\t", "\f", "\0", "é", "e\u0301", "😀", "\U000f0001\U00100002", "\ufeff",
    "<form>", "<h1>", "<li>", "<option>", "&#xFDD0;",
])  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_any_text_gives_the_tree_of_a_browser_and_no_wrong_place(source: str) -> None:
    soup = parse(source)
    text = plain(source)
    assert nodes(soup) == expected(text)
    for node in soup.descendants:
        if isinstance(node, Tag):
            check_tag(node, source, text)
        elif isinstance(node, Comment):
            span = comment_span(node)
            assert span is None or str(node) in text[span.start : span.end]
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            at = 0
            for t0, t1, s0, s1, literal in pieces(node):
                assert t0 == at < t1
                assert 0 <= s0 <= s1 <= len(text)
                assert not literal or node[t0:t1] == text[s0:s1]
                at = t1
            assert at == len(node)


def check_tag(tag: Tag, source: str, text: str) -> None:
    for span, opening in ((start_tag(tag), "<"), (end_tag(tag), "</")):
        if span is not None:
            assert text[span.start : span.end].startswith(opening)
            assert text[span.end - 1] == ">"
    for name, value in tag.attrs.items():
        said = value if isinstance(value, str) else " ".join(value)
        for t0, t1, s0, s1, literal in attribute_pieces(tag, name, source):
            assert not literal or said[t0:t1] == text[s0:s1]


def nodes(soup: Tag) -> list[str]:
    found = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            found.append(f"<{node.name}>")
        elif isinstance(node, Comment):
            found.append(f"!{node}")
        elif not isinstance(node, PreformattedString):
            found.append(str(node))
    return found


def expected(text: str) -> list[str]:
    found = []
    document = turbohtml.parse(text, scripting=True, allow_declarative_shadow_roots=False)
    for node in document.descendants:
        if isinstance(node, turbohtml.Element):
            found.append(f"<{node.tag}>")
        elif isinstance(node, turbohtml.Comment):
            found.append(f"!{node.data}")
        elif isinstance(node, turbohtml.Text):
            found.append(node.data)
    return found
