"""From a page to blocks: what parts text, what is main content, and that each word keeps its place."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import pytest

from duidelijk.model import Block, Document, Source
from duidelijk.readers.html import read

DOCS = Path(__file__).parents[1].parent / "shared" / "data" / "docs"


def page(text: str) -> Document:
    return read(Source("pagina.html", text, ""))


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page(text).blocks]


def mains(text: str) -> list[str]:
    return [block.text for block in page(text).blocks if block.main and block.kind != "title"]


def around(text: str) -> list[str]:
    return [block.text for block in page(text).blocks if not block.main]


def where(document: Document, block: Block, words: str) -> str:
    """The source that ``words`` in the block come from."""
    start = block.text.index(words)
    span = block.map.to_source(start, start + len(words))
    return document.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>een<p>twee", [("paragraph", "een"), ("paragraph", "twee")]),
        ("<h1>een</h1>twee", [("heading", "een"), ("paragraph", "twee")]),
        ("<div>een<div>twee</div>drie</div>", [("paragraph", text) for text in ("een", "twee", "drie")]),
        ("<p>e<b>e</b>n <i>twee</i><u>drie</u>", [("paragraph", "een tweedrie")]),
        ("<p>een<br>twee<br/>drie", [("paragraph", "een twee drie")]),
        ("<p>een<br>\n<br>twee", [("paragraph", "een"), ("paragraph", "twee")]),
        ("<h2>een<br><br>twee</h2>", [("heading", "een twee")]),
        ("<p>een<wbr>twee", [("paragraph", "eentwee")]),
        ("<ul><li>een<li><p>twee<p>drie</ul>", [("list_item", text) for text in ("een", "twee", "drie")]),
        ("<ol><li>een<ul><li>twee</ul>drie</ol>", [("list_item", text) for text in ("een", "twee", "drie")]),
        (
            "<table><caption>een</caption><tr><th>twee<td>drie<p>vier</table>",
            [("label", "een"), ("table_header", "twee"), ("table_cell", "drie"), ("table_cell", "vier")],
        ),
        ("<dl><dt>een<dd>twee</dl>", [("label", "een"), ("paragraph", "twee")]),
        ("<blockquote><p>een<p>twee</blockquote>", [("quote", "een"), ("quote", "twee")]),
        (
            "<figure><img src=a alt=een><figcaption>twee</figure>",
            [("image_alt", "een"), ("paragraph", "twee")],
        ),
        (
            "<fieldset><legend>een</legend><label>twee <input></label></fieldset>",
            [("label", "een"), ("label", "twee")],
        ),
        ("<details><summary>een</summary>twee</details>", [("label", "een"), ("paragraph", "twee")]),
        (
            "<details><summary><h3>een</h3></summary>twee</details>",
            [("heading", "een"), ("paragraph", "twee")],
        ),
        ("<h3><button>een</button></h3>", [("heading", "een")]),
        ("<h3><div>een</div><div>twee</div></h3>", [("heading", "een twee")]),
        ("<p>Klik op <button>Verder</button>.", [("paragraph", "Klik op Verder.")]),
        ("<div><button>Verder</button></div>", [("label", "Verder")]),
        ("<pre>een\n  <b>twee</b></pre>", [("code", "een twee")]),
        ("<address>een<br>twee</address>", [("address", "een twee")]),
        ("<div role=heading>een</div>", [("heading", "een")]),
        ("<h2 role=presentation>een</h2>twee", [("paragraph", "een"), ("paragraph", "twee")]),
        ("<a href=x><h3>een</h3><p>twee</p></a>", [("heading", "een"), ("link", "twee")]),
        ("<div><a href=x>een</a></div>", [("link", "een")]),
        ("<a href=x>een<marquee><a href=y>twee</a></marquee></a>", [("paragraph", "eentwee")]),
        ("<div>☎ <a href=x>een</a></div>", [("paragraph", "☎ een")]),
        ("<div><a href=x>een</a> | <a href=y>twee</a></div>", [("link", "een"), ("link", "twee")]),
        ("<p><a href=x>Lees dit eerst.</a>", [("paragraph", "Lees dit eerst.")]),
        ("<p>een <a href=x>twee</a>", [("paragraph", "een twee")]),
        ("<h2></h2><h3> <br> </h3>", [("heading", ""), ("heading", "")]),
        ("<p></p><li> ", []),
        ("<p>woord<sup><a href='#n'>1</a></sup> en m<sup>2</sup>", [("paragraph", "woord en m2")]),
        ("<p><del>oud</del><ins>nieuw</ins>", [("paragraph", "nieuw")]),
        ("los <b>stuk</b> tekst", [("paragraph", "los stuk tekst")]),
        ("een <table>twee<tr><td>drie</table>", [("paragraph", "een twee"), ("table_cell", "drie")]),
        ("<b><p>een</b>twee</p>", [("paragraph", "eentwee")]),
        ("", []),
    ],
)
def test_what_parts_text(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<p hidden>x",
        "<div inert><p>x</div>",
        "<p aria-hidden=true>x",
        "<p style='color: red; DISPLAY : none'>x",
        "<p style=visibility:hidden>x",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</template>",
        "<noscript>x</noscript>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<svg><title>x</title><text>x</text></svg>",
        "<math><mi>x</mi></math>",
        "<iframe>x</iframe>",
        "<video>x</video>",
        "<dialog>x</dialog>",
        "<h2 hidden></h2>",
        "<img src=x hidden>",
        "<!-- x -->",
    ],
)
def test_what_a_reader_does_not_see_is_no_block(source: str) -> None:
    assert blocks(source) == []


def test_headings_and_lists_have_levels() -> None:
    document = page(
        "<h1>a</h1><h6>b</h6><div role=heading aria-level=9>c</div><h2 aria-level=3>d</h2>"
        "<ul><li>e<ol><li>f<p>g</ol></ul><li>h"
    )
    assert [(block.text, block.level) for block in document.blocks] == [
        ("a", 1), ("b", 6), ("c", 6), ("d", 3), ("e", 1), ("f", 2), ("g", 2), ("h", 1),
    ]  # fmt: skip


def test_blocks_know_what_they_belong_to() -> None:
    document = page("<ul><li><p>a<p>b<ul><li>c</ul><li>d</ul><table><tr><td>e<p>f</table><p>g")
    parents = {block.text: block.parent.text if block.parent else None for block in document.blocks}
    assert parents == {"a": None, "b": "a", "c": "a", "d": None, "e": None, "f": "e", "g": None}


def test_the_place_of_a_block_is_its_start_tag() -> None:
    source = "<h1 id=a>een</h1><ul><li class=b><p>twee<p>drie</ul><h2></h2>vier<p><img src=y alt=vijf>"
    document = page(source)
    assert [source[block.place.start : block.place.end] for block in document.blocks] == [
        "<h1 id=a>", "<li class=b>", "<p>", "<h2>", "vier", "<img src=y alt=vijf>",
    ]  # fmt: skip


def test_inline_stretches() -> None:
    source = (
        "<p>Lees <a href='/a?b&amp;c'>de <em>hele</em> brief</a>, <abbr title='bijvoorbeeld'>bv.</abbr> "
        "<strong> vet</strong> <code>x</code> <q>citaat</q><a>geen link</a>"
    )
    (block,) = page(source).blocks
    assert [
        (one.kind, block.text[one.span.start : one.span.end], dict(one.attrs)) for one in block.inlines
    ] == [
        ("link", "de hele brief", {"href": "/a?b&c"}),
        ("emphasis", "hele", {}),
        ("abbr", "bv.", {"title": "bijvoorbeeld"}),
        ("strong", "vet", {}),
        ("code", "x", {}),
        ("quote", "citaat", {}),
    ]


def test_a_link_around_blocks_is_a_link_in_each() -> None:
    document = page("<a href=x><h3>een</h3><p>twee, en nog iets.</p></a><p>drie</p>")
    assert [[one.attrs["href"] for one in block.inlines] for block in document.blocks] == [["x"], ["x"], []]


def test_rows_of_links_keep_their_places() -> None:
    source = "<div> <a href=x>een &amp; twee</a>\n<a href=y>drie</a></div>"
    document = page(source)
    first, second = document.blocks
    assert where(document, first, "een & twee") == "een &amp; twee"
    assert where(document, second, "drie") == "drie"
    assert [one.attrs["href"] for one in second.inlines] == ["y"]
    assert second.inlines[0].span == (0, 4)


@pytest.mark.parametrize(
    ("source", "text", "state"),
    [
        ("<img src=a>", "", "missing"),
        ("<img src=a alt>", "", "empty"),
        ("<img src=a alt=' '>", "", "empty"),
        ("<img src=a alt='Een  &amp; ander'>", "Een & ander", "text"),
        ("<img src=a role=presentation>", "", "empty"),
        ("<img src=a aria-label=naam>", "naam", "text"),
        ("<input type=image src=a alt=Zoek>", "Zoek", "text"),
        ("<img src=a aria-labelledby=x>", "", "text"),
        ("<svg role=img aria-label='een' src=a><text>weg</text></svg>", "een", "text"),
        ("<svg role=img src=a><title>een</title></svg>", "een", "text"),
        ("<svg role=img src=a></svg>", "", "missing"),
    ],
)
def test_images(source: str, text: str, state: str) -> None:
    (block,) = page(f"<p>{source}").blocks
    assert (block.kind, block.text, dict(block.attrs)) == ("image_alt", text, {"src": "a", "alt": state})


def test_an_image_says_nothing_in_the_text_around_it() -> None:
    source = "<p>een <img src=a alt='beeld &eacute;&eacute;n'>twee <input type=text value=x> drie"
    document = page(source)
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "een twee drie"),
        ("image_alt", "beeld één"),
    ]
    assert where(document, document.blocks[1], "één") == "&eacute;&eacute;n"


def test_a_heading_of_an_image_is_not_without_a_name() -> None:
    document = page("<h1><img src=a alt=Voorbeeldstad></h1><h2><img src=b></h2>")
    assert [dict(block.attrs) for block in document.blocks if block.kind == "heading"] == [
        {"alt": "Voorbeeldstad"},
        {},
    ]


def test_language() -> None:
    document = page(
        "<html lang=nl-NL><body><p>een<div lang=en>two<p>three<p lang=fr>quatre</div><p lang=nl>vijf"
    )
    assert document.meta["lang"] == "nl-NL"
    assert [block.lang for block in document.blocks] == [None, "en", "en", "fr", "nl"]
    assert "lang" not in page("<p>x").meta
    assert "lang" not in page("<html lang=''><p>x").meta


def test_title() -> None:
    source = "<!doctype html><title>\n Een &amp; ander </title><svg><title>x</title></svg><p>x"
    document = page(source)
    title = document.blocks[0]
    assert (title.kind, title.text, title.main) == ("title", "Een & ander", True)
    assert where(document, title, "Een & ander") == "Een &amp; ander"
    assert document.meta == {"kind": "page", "title": "Een & ander"}
    assert document.format == "html"


def test_a_title_may_be_empty_or_missing() -> None:
    document = page("<title> </title><p>x")
    assert document.blocks[0].text == ""
    assert document.source.text[document.blocks[0].place.start :].startswith("<title>")
    missing = page("<p>x<svg><title>y</title></svg>")
    assert "title" not in missing.meta
    assert all(block.kind != "title" for block in missing.blocks)


def test_comments() -> None:
    source = "<!-- duidelijk: uit --><p>x<!--y--><script><!-- z --></script><template><!-- t --></template>"
    document = page(source)
    assert [
        (comment.text, source[comment.span.start : comment.span.end]) for comment in document.comments
    ] == [
        (" duidelijk: uit ", "<!-- duidelijk: uit -->"),
        ("y", "<!--y-->"),
        (" t ", "<!-- t -->"),
    ]


def test_a_page_that_a_script_fills() -> None:
    (problem,) = page("<title>x</title><div id=app></div><script src=a></script>").problems
    assert problem.message.startswith("Op deze pagina staat geen leesbare tekst")
    assert problem.hint
    assert page("<p>x</p><script></script>").problems == ()
    assert page("").problems == ()


PROSE = "<p>U krijgt elke maand geld van ons, omdat u weinig verdient. Dat geld heet huurtoeslag.</p>" * 3
MENU = (
    "<ul>"
    + "".join(f"<li><a href=x>{text}</a>" for text in ("Home", "Nieuws", "Over ons", "Contact"))
    + "</ul>"
)


@pytest.mark.parametrize(
    "source",
    [
        f"<nav>{MENU}</nav><main><h1>Kop</h1>{PROSE}</main><footer>Voet</footer>",
        f"<div>{MENU}</div><div role=main><h1>Kop</h1>{PROSE}</div><div>Voet</div>",
        f"<div>{MENU}</div><article><h1>Kop</h1>{PROSE}</article><div>Voet</div>",
        f"<header>{MENU}</header><h1>Kop</h1>{PROSE}<footer>Voet</footer>",
        f"<div>{MENU}</div><div><div><h1>Kop</h1>{PROSE}</div></div><div>Voet</div>",
        f"<div class=main-nav>{MENU}</div><h1>Kop</h1>{PROSE}<div class=footer><a href=1>Voet</a></div>",
        f"<table><tr><td>{MENU}<td><h1>Kop</h1>{PROSE}<td>Voet</table>",
        f"<div>{MENU}</div><h1>Kop</h1><div>{PROSE}</div><div id=footer><a href=1>Voet</a></div>",
        f"<main hidden>x</main><main><h1>Kop</h1>{PROSE}</main>{MENU}Voet",
        f"<main></main><div>{MENU}</div><div><h1>Kop</h1>{PROSE}</div><div>Voet</div>",
        f"<article>x</article><div>{MENU}</div><div><h1>Kop</h1>{PROSE}</div><div>Voet</div>",
        f"<main><nav>{MENU}</nav><h1>Kop</h1>{PROSE}<aside>Voet</aside></main>",
        f"<main><div class=breadcrumb>{MENU}</div><h1>Kop</h1>{PROSE}<p role=complementary>Voet</p></main>",
    ],
)
def test_main_content(source: str) -> None:
    document = page(source)
    main = [block.text for block in document.blocks if block.main]
    assert main[0] == "Kop"
    assert len(main) == 4
    others = [block for block in document.blocks if not block.main]
    assert [block.text for block in others if block.text != "x"][-5:] == [
        "Home",
        "Nieuws",
        "Over ons",
        "Contact",
        "Voet",
    ]
    assert {block.kind for block in others} == {"boilerplate"}


def test_boilerplate_remembers_what_it_was() -> None:
    document = page("<main>x</main><footer><h2>Contact</h2><img src=a alt=b></footer>")
    assert [(block.kind, block.level, dict(block.attrs)) for block in document.blocks if not block.main] == [
        ("boilerplate", 2, {"kind": "heading"}),
        ("boilerplate", 0, {"kind": "image_alt", "src": "a", "alt": "text"}),
    ]


@pytest.mark.parametrize(
    "bar",
    [
        "<div class='CookieBar'><p>Wij gebruiken cookies.</p><button>Akkoord</button></div>",
        "<div id=cookie-consent>Wij gebruiken cookies. <a href=x>Meer</a></div>",
        "<div role=dialog>Wij gebruiken cookies.</div>",
        "<dialog open>Wij gebruiken cookies.</dialog>",
    ],
)
def test_cookie_bars(bar: str) -> None:
    assert any("cookies" in text for text in around(f"{bar}<h1>Kop</h1>{PROSE}"))
    assert not any("cookies" in text for text in mains(f"<main>{bar}<h1>Kop</h1>{PROSE}</main>"))


def test_a_page_about_cookies_is_no_cookie_bar() -> None:
    source = f"<div class=cookie-verklaring><h1>Cookies</h1>{PROSE}<a href=x>Meer</a></div>"
    assert mains(source)[0] == "Cookies"
    assert around(source) == []


@pytest.mark.parametrize(
    "link",
    ["<a href='#inhoud'>Ga direct naar de inhoud</a>", "<p class=skiplinks><a href='#b'>Inhoud</a></p>"],
)
def test_skip_links(link: str) -> None:
    document = page(f"{link}<h1>Kop</h1>{PROSE}")
    assert [block.main for block in document.blocks[:2]] == [False, True]


def test_a_link_within_the_text_is_no_skip_link() -> None:
    assert (
        around(f"<h1>Kop</h1><p><a href='#b'>Ga naar de inhoud van de brief</a>, en lees die.</p>{PROSE}")
        == []
    )


def test_the_header_of_an_article_is_content() -> None:
    source = f"<article><header><h1>Kop</h1></header>{PROSE}<footer>Door de redactie.</footer></article>"
    assert mains(source)[0] == "Kop"
    assert around(source) == []


def test_a_header_with_the_only_title_is_content_where_there_are_no_landmarks() -> None:
    assert mains(f"<header><h1>Kop</h1></header>{PROSE}")[0] == "Kop"


def test_a_fragment_is_all_content() -> None:
    assert around(f"<h2>Kop</h2>{MENU}") == []
    assert around("<p>Kort.") == []


def test_every_kind_of_spelling_keeps_its_place() -> None:
    source = (
        "<p>Caf&eacute;\r\n\t<b>e\u0301&eacute;n</b>&nbsp;woor&shy;den\u00ad &#128512; &#x1F600; &lt;b&gt; "
        "&amp;amp; na<!-- x -->ast el\u200bkaar fi</i>n\u200b."
    )
    document = page(source)
    (block,) = document.blocks
    assert block.text == "Café één woorden 😀 😀 <b> &amp; naast elkaar fin."
    for words, written in {
        "Café": "Caf&eacute;",
        "één": "e\u0301&eacute;n",
        "woorden": "woor&shy;den",
        "<b>": "&lt;b&gt;",
        "&amp;": "&amp;amp;",
        "naast": "na<!-- x -->ast",
        "elkaar": "el\u200bkaar",
        "fin": "fi</i>n",
        "één woorden": "e\u0301&eacute;n</b>&nbsp;woor&shy;den",
    }.items():
        assert where(document, block, words) == written
    assert not block.map.is_literal(0, 4)
    assert block.map.is_literal(0, 3)


def test_a_page_nested_very_deep() -> None:
    document = page("<div>" * 20_000 + "<p>diep <b>in</b> de boom" + "</div>" * 20_000)
    assert [(block.kind, block.text) for block in document.blocks] == [("paragraph", "diep in de boom")]


@pytest.mark.parametrize(
    "source",
    [
        "<label>naam</label><input>",
        "<a href=x>een &amp; twee</a> ",
        "<article>x</article>",
        "<img alt=x>",
        "<h1>x</h1>",
    ],
)
def test_many_elements_come_to_an_end(source: str) -> None:
    assert len(page("<div>" + source * 5_000).blocks) == 5_000


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.html")), ids=lambda path: path.name[:12])
def test_real_pages(path: Path) -> None:
    text = path.read_bytes().decode()
    document = page(text)
    assert document.meta["lang"] == "nl"
    main = [block for block in document.blocks if block.main]
    headings = [block for block in main if block.kind == "heading"]
    assert headings[0].level == 1
    assert headings[0].text
    assert sum(len(block.text.split()) for block in main) > 200
    assert sum(block.kind == "paragraph" for block in main) > 2
    assert any(not block.main for block in document.blocks)
    starts = [
        block.map.segments[0].s0 if block.map.segments else block.place.start for block in document.blocks
    ]
    assert starts == sorted(starts)
    for block in document.blocks:
        for match in re.finditer(r"\S+", block.text):
            span = block.map.to_source(*match.span())
            assert spoken(text[span.start : span.end]) == match[0]


def test_real_pages_are_there() -> None:
    if not DOCS.is_dir():
        pytest.skip("the folder with real documents is not there")
    assert len(list(DOCS.glob("*.html"))) > 5


def spoken(source: str) -> str:
    """What a stretch of source says: without tags, references and invisible characters."""
    said = html.unescape(re.sub(r"<[^>]*>", "", source))
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00ad\u200b]+", "", said))
