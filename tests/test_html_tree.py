"""The tree of a page: shaped as in a browser, and every node knows where it stands."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, ProcessingInstruction, Tag

from duidelijk.html import (
    attribute,
    attribute_pieces,
    attribute_value,
    comment_span,
    end_tag,
    parse,
    pieces,
    place,
    start_tag,
)
from duidelijk.html.tree import MAX_DEPTH
from duidelijk.model import Span


def shape(node: PageElement) -> str:
    """The tree in one line: ``p[een,b[twee]]``; comments as ``!text``."""
    if isinstance(node, Comment):
        return f"!{node}"
    if isinstance(node, Tag):
        inside = ",".join(shape(child) for child in node.contents)
        name = "" if isinstance(node, BeautifulSoup) else node.name
        return f"{name}[{inside}]" if inside else name
    return str(node)


def body(source: str) -> str:
    found = parse(source).body
    assert found is not None
    return shape(found).removeprefix("body").removeprefix("[").removesuffix("]")


def cut(source: str, span: Span | None) -> str | None:
    return None if span is None else source[span.start : span.end]


def one(source: str, name: str) -> Tag:
    found = parse(source).find(name)
    assert isinstance(found, Tag)
    return found


def written(source: str, *, only: str | None = None) -> list[tuple[str, str]]:
    """Each piece of text of the page with the source it comes from; white space alone is left out."""
    soup = parse(source)
    found = []
    for node in soup.descendants:
        if isinstance(node, NavigableString) and not isinstance(
            node, (Comment, Doctype, ProcessingInstruction)
        ):
            if only is not None and (node.parent is None or node.parent.name != only):
                continue
            segments = pieces(node)
            assert [segment.t0 for segment in segments] == [0, *(segment.t1 for segment in segments[:-1])]
            assert segments[-1].t1 == len(node)
            found += [(node[t0:t1], source[s0:s1]) for t0, t1, s0, s1, _ in segments if node[t0:t1].strip()]
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>een<p>twee", "p[een],p[twee]"),
        ("<ul><li>een<li>twee</ul>", "ul[li[een],li[twee]]"),
        ("tekst zonder element", "tekst zonder element"),
        ("<b><p>x</b>y</p>", "b,p[b[x],y]"),
        ("<b>een<i>twee</b>drie</i>", "b[een,i[twee]],i[drie]"),
        ("<a href=1>een<a href=2>twee", "a[een],a[twee]"),
        ("<table>los<tr><td>cel</table>", "los,table[tbody[tr[td[cel]]]]"),
        ("<table>een<tr>twee<td>cel</td>drie</table>", "eentweedrie,table[tbody[tr[td[cel]]]]"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "table[tbody[tr[td[a],td[b]],tr[th[c]]]]"),
        ("<template><p>x</template>", "template[p[x]]"),
        ("<template><td>x</td></template>", "template[td[x]]"),
        ("<svg><title>t<b>u</svg>", "svg[title[t,b[u]]]"),
        ("<svg><path/><style>a<g>c</g></style></svg>", "svg[path,style[a,g[c]]]"),
        ("<svg><title/></svg><p>x", "svg[title],p[x]"),
        ("<math><mi>x</mi></math>", "math[mi[x]]"),
        ("<svg><foreignObject><p>x</foreignObject></svg>", "svg[foreignObject[p[x]]]"),
        ("<textarea>\n<b>x</textarea>", "textarea[<b>x]"),
        ("<pre>\n\nx</pre>", "pre[\nx]"),
        ("<select><option>a<option>b</select>", "select[option[a],option[b]]"),
        ("</p>x</br>", "p,x,br"),
        ("een</i> twee", "een twee"),
        ("<p>een<!-- x -->twee</p>", "p[een,! x ,twee]"),
        ("<p>a &lt; b &amp; c", "p[a < b & c]"),
        ("<noscript><p>x</noscript>", "noscript[<p>x]"),
        ("<script>if (a < b) '<p>'</script>", "script[if (a < b) '<p>']"),
        ("<div class=x", ""),
        ("< 3 en a<b", "< 3 en a"),
    ],
)
def test_shape(source: str, expected: str) -> None:
    assert body(f"<body>{source}") == expected


def test_a_page_always_has_html_head_and_body() -> None:
    for source in ("", "x", "<p>x", "<script>1</script>", "brief.html", "http://a.nl"):
        soup = parse(source)
        assert isinstance(soup, BeautifulSoup)
        assert [tag.name for tag in soup.find_all(True)][:1] == ["html"]
        assert soup.head is not None
        assert soup.body is not None


def test_it_is_an_ordinary_soup() -> None:
    soup = parse(
        "<!doctype html><title>T</title><ul class='a b'><li id=x rel=y hidden>een</ul><script>1</script>"
    )
    assert soup.get_text() == "Teen"
    assert soup.select_one("ul.a > li#x") is soup.li
    assert soup.ul is not None
    assert soup.ul["class"] == ["a", "b"]
    assert soup.li is not None
    assert dict(soup.li.attrs) == {"id": "x", "rel": "y", "hidden": ""}
    assert str(soup.ul) == '<ul class="a b"><li hidden="" id="x" rel="y">een</li></ul>'
    soup.li.replace_with("weg")
    assert soup.get_text() == "Tweg"


def test_elements_are_linked_in_document_order() -> None:
    soup = parse("<p>een <b>twee</b><!-- c --></p><table>los<tr><td>drie</table>")
    forwards = list(soup.descendants)
    assert [node.previous_element for node in forwards] == [soup, *forwards[:-1]]
    for node in forwards:
        assert node.parent is not None
        assert any(child is node for child in node.parent.contents)
        if node.next_sibling is not None:
            assert node.next_sibling.previous_sibling is node


def test_tags_know_their_place() -> None:
    source = "<!doctype html>\r\n<html lang=nl><body>\r\n<h1 id='a'\tclass=b>Kop</h1 ><p>een<br/>twee"
    assert cut(source, start_tag(one(source, "html"))) == "<html lang=nl>"
    assert cut(source, start_tag(one(source, "h1"))) == "<h1 id='a'\tclass=b>"
    assert cut(source, end_tag(one(source, "h1"))) == "</h1 >"
    assert cut(source, start_tag(one(source, "br"))) == "<br/>"
    assert cut(source, start_tag(one(source, "p"))) == "<p>"
    assert end_tag(one(source, "p")) is None
    assert start_tag(one(source, "head")) is None


def test_a_tag_that_the_source_leaves_out_points_to_what_is_around_it() -> None:
    source = "<table><tr><td>x</table>"
    assert cut(source, place(one(source, "tbody"))) == "<table>"
    assert place(one(source, "html")) == Span(0, 0)


def test_a_copy_of_an_element_stands_where_the_first_one_does() -> None:
    source = "<b class=x><p>een</b>twee</p>"
    copies = parse(source).find_all("b")
    assert [cut(source, start_tag(tag)) for tag in copies] == ["<b class=x>"] * 2


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>een twee</p>", [("een twee", "een twee")]),
        ("<p> een\t\r\n twee </p>", [(" een\t \n twee ", " een\t\r\n twee ")]),
        ("<p>caf&eacute;</p>", [("caf", "caf"), ("é", "&eacute;")]),
        ("<p>&#128512;x&#x1f600;</p>", [("😀", "&#128512;"), ("x", "x"), ("😀", "&#x1f600;")]),
        ("<p>a&amp;amp;b</p>", [("a", "a"), ("&", "&amp;"), ("amp;b", "amp;b")]),
        ("<p>€ &lt;5 &ltx &copy x</p>", [("€ ", "€ "), ("<", "&lt;"), ("5 ", "5 "), ("<x", "&ltx")]),
        ("<p>a & b &onzin; c</p>", [("a & b &onzin; c", "a & b &onzin; c")]),
        ("<p>e\u0301e&#769;</p>", [("e\u0301e", "e\u0301e"), ("\u0301", "&#769;")]),
        ("een</i> t&shy;wee", [("een", "een"), ("t", "t"), ("\xad", "&shy;"), ("wee", "wee")]),
        ("<p>een<!-- een -->een</p>", [("een", "een"), ("een", "een")]),
        (
            "<table>los<tr>vast<td>cel</td>los</table>",
            [("los", "los"), ("vast", "vast"), ("los", "los"), ("cel", "cel")],
        ),
        ("<b><p>x</b>y</p>", [("x", "x"), ("y", "y")]),
        ("<p>a < b</p>", [("a < b", "a < b")]),
        ("<textarea>\nx &amp; <b></textarea>", [("x ", "x "), ("&", "&amp;"), (" <b>", " <b>")]),
        ("<title>A &amp; <b>B</b></title>", [("A ", "A "), ("&", "&amp;"), (" <b>B</b>", " <b>B</b>")]),
        ("<svg><title>A &amp; <b>B</b></title></svg>", [("A ", "A "), ("&", "&amp;"), ("B", "B")]),
        ("<svg><style/></svg>na", [("na", "na")]),
        ("<p>a</p>&#32;&#9;b", [("a", "a"), ("b", "b")]),
        ("<plaintext>a<b>", [("a<b>", "a<b>")]),
        ("<noscript>a &amp; <b></noscript>", [("a &amp; <b>", "a &amp; <b>")]),
        ("x\0y", [("x\ufffdy", "x\0y")]),
        (
            "\U000f0000\U00100000een<b>twee",
            [("\U000f0000\U00100000een", "\U000f0000\U00100000een"), ("twee", "twee")],
        ),
    ],
)
def test_text_knows_its_place(source: str, expected: list[tuple[str, str]]) -> None:
    found = written(source)
    assert found[: len(expected)] == expected
    assert "".join(text for text, _ in found).startswith("".join(text for text, _ in expected))


def test_references_that_look_like_our_own_marks() -> None:
    source = "<p>een</p><p>&#xF0000;&#x100000;&#xFFFFD;&#x10FFFD; twee</p><p>drie</p>"
    found = written(source)
    assert found[0] == ("een", "een")
    assert found[-2:] == [(" twee", " twee"), ("drie", "drie")]


def test_references_that_look_like_marks_where_nothing_is_marked() -> None:
    written("x<![CDATA[&#xF0001;&#x10fff0;>&#983040;&#1048576;")


def test_text_that_only_a_drawing_may_hold_points_at_the_whole() -> None:
    source = "<svg><desc><![CDATA[een <b> &amp;]]></desc></svg><p>na</p>"
    soup = parse(source)
    assert soup.get_text() == "een <b> &amp;na"
    assert written(source)[-1] == ("na", "na")


def test_white_space_between_elements_has_its_place() -> None:
    source = "<p>een <b>twee</b> <i>drie</i>\n<!-- x --> vier</p>"
    for node in parse(source).find_all(string=True):
        assert isinstance(node, NavigableString)
        if not isinstance(node, Comment):
            assert [source[s0:s1] for _, _, s0, s1, _ in pieces(node)] == [str(node)]


def test_comments_know_their_place() -> None:
    source = (
        "<!-- a --><p>x<!--b--!>y<!-- c --><table><!--d--><tr></table></body><!--e--></html><!-- &amp; -->"
    )
    found = [node for node in parse(source).descendants if isinstance(node, Comment)]
    assert {(str(node), cut(source, comment_span(node))) for node in found} == {
        (" a ", "<!-- a -->"),
        ("b", "<!--b--!>"),
        (" c ", "<!-- c -->"),
        ("d", "<!--d-->"),
        ("e", "<!--e-->"),
        (" &amp; ", "<!-- &amp; -->"),
    }


def test_a_comment_without_words_has_no_place() -> None:
    found = [node for node in parse("<p><!----></p>").descendants if isinstance(node, Comment)]
    assert [comment_span(node) for node in found] == [None]


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ('<img alt="een twee">', "een twee", [("een twee", "een twee")]),
        ("<img alt = 'een \"b\"'>", 'een "b"', [('een "b"', 'een "b"')]),
        ("<img alt=een/>", "een/", [("een/", "een/")]),
        (
            '<img ALT="caf&eacute; &amp; bar">',
            "café & bar",
            [("caf", "caf"), ("é", "&eacute;"), (" ", " "), ("&", "&amp;"), (" bar", " bar")],
        ),
        ('<img alt="a&copy=b &copyx">', "a&copy=b &copyx", [("a&copy=b &copyx", "a&copy=b &copyx")]),
        ('<img alt="een\r\ntwee">', "een \ntwee", [("een \ntwee", "een\r\ntwee")]),
        ('<img alt="een" alt="twee">', "een", [("een", "een")]),
        ("<img alt>", "", []),
        ('<img alt="">', "", []),
        ("<svg viewBox='0 0 1 1' alt=x></svg>", "x", [("x", "x")]),
    ],
)
def test_attributes_know_their_place(source: str, value: str, expected: list[tuple[str, str]]) -> None:
    tag = parse(source).find(alt=True)
    assert isinstance(tag, Tag)
    assert tag["alt"] == value
    assert [
        (value[t0:t1], source[s0:s1]) for t0, t1, s0, s1, _ in attribute_pieces(tag, "alt", source)
    ] == expected


def test_attribute_spans() -> None:
    source = "<svg viewBox='0 0 1 1' hidden></svg>"
    svg = one(source, "svg")
    assert cut(source, attribute(svg, "viewBox")) == "viewBox='0 0 1 1'"
    assert cut(source, attribute_value(svg, "viewBox", source)) == "0 0 1 1"
    assert cut(source, attribute(svg, "hidden")) == "hidden"
    assert attribute_value(svg, "hidden", source) is None
    assert attribute(svg, "class") is None


def test_a_class_list_with_odd_spaces_maps_as_a_whole() -> None:
    source = '<p class=" a  b ">'
    found = attribute_pieces(one(source, "p"), "class", source)
    assert [(segment.t1, source[segment.s0 : segment.s1], segment.literal) for segment in found] == [
        (3, " a  b ", False)
    ]


def depth(soup: Tag) -> int:
    """How deep the deepest element lies."""
    deepest, depths = 0, {id(soup): 0}
    for node in soup.descendants:
        if isinstance(node, Tag):
            depths[id(node)] = depths[id(node.parent)] + 1
            deepest = max(deepest, depths[id(node)])
    return deepest


def test_depth_is_capped_and_nothing_is_lost() -> None:
    soup = parse("<div>" * 100_000 + "diep" + "</div>" * 100_000 + "<p>na</p>")
    assert len(soup.find_all("div")) == 100_000
    assert depth(soup) == MAX_DEPTH + 1
    assert soup.get_text() == "diepna"
    assert soup.p is not None
    assert soup.p.parent is soup.body


@pytest.mark.parametrize(
    "source",
    [
        "<!--" * 20_000,
        "<![CDATA[" * 20_000,
        "<p>" + '<a "' * 20_000,
        "x</i>" * 20_000,
        "&amp;" * 20_000,
        "< " * 20_000,
        "<a href=x>" * 5_000,
        "<p title='" * 10_000,
    ],
)
def test_hostile_markup_comes_to_an_end(source: str) -> None:
    parse(source)
