"""The Markdown reader: blocks, inline markup, HTML inside Markdown, front matter, and exact places."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.model import Block, Document
from duidelijk.readers import read
from tests.property.written import check_block


def document(text: str) -> Document:
    found = read(text.encode(), "tekst.md")
    assert found.source.text == text
    for block in found.blocks:
        check_block(block, text)
    return found


def blocks(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in document(text).blocks]


def only(text: str) -> Block:
    (block,) = document(text).blocks
    return block


def cut(source: str, block: Block, part: str) -> str:
    at = block.text.index(part)
    return source[slice(*block.map.to_source(at, at + len(part)))]


def inlines(block: Block) -> list[tuple[str, str]]:
    return [(inline.kind, block.text[slice(*inline.span)]) for inline in block.inlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kop\n", ("heading", 1, "Kop")),
        ("  ### Kop ###  \n", ("heading", 3, "Kop")),
        ("# C#\n", ("heading", 1, "C#")),
        ("## # #\n", ("heading", 2, "#")),
        ("#\n", ("heading", 1, "")),
        ("## ##\n", ("heading", 2, "")),
        ("Kop\nover twee\n===\n", ("heading", 1, "Kop over twee")),
        ("Kop\n---\n", ("heading", 2, "Kop")),
        ("> ## Kop #\n", ("heading", 2, "Kop")),
        ("# ![Ons logo](logo.png)\n", ("heading", 1, "Ons logo")),
    ],
)
def test_headings(text: str, expected: tuple[str, int, str]) -> None:
    assert blocks(text)[0] == expected
    block = document(text).blocks[0]
    if block.text:
        assert cut(text, block, block.text).replace("\n", " ") == block.text
    assert text[slice(*block.place)] == text.splitlines()[0]


def test_lists() -> None:
    text = (
        "- een\n  gaat door\n\n  tweede alinea\n  1) diep\n     * dieper\n"
        "- [x] klaar\n- [ ] niet klaar\n-\n\n7. zeven\n"
    )
    assert blocks(text) == [
        ("list_item", 1, "een gaat door"),
        ("list_item", 1, "tweede alinea"),
        ("list_item", 2, "diep"),
        ("list_item", 3, "dieper"),
        ("list_item", 1, "klaar"),
        ("list_item", 1, "niet klaar"),
        ("list_item", 1, "zeven"),
    ]
    first, second, *rest = document(text).blocks
    assert second.parent is first
    assert all(block.parent is None for block in (first, *rest))
    assert [dict(block.attrs) for block in (first, second, *rest)] == [
        {"marker": "-"},
        {},
        {"marker": "1)"},
        {"marker": "*"},
        {"marker": "-", "checked": "yes"},
        {"marker": "-", "checked": "no"},
        {"marker": "7."},
    ]
    assert cut(text, first, "een gaat door") == "een\n  gaat door"


def test_quotes() -> None:
    text = (
        "> een\nlui vervolg\n>\n> twee\n>> diep\n>\n> - punt\n\n> [!WAARSCHUWING]\n\n> [!NOTE]\n> Let op.\n"
    )
    assert blocks(text) == [
        ("quote", 0, "een lui vervolg"),
        ("quote", 0, "twee"),
        ("quote", 0, "diep"),
        ("list_item", 1, "punt"),
        ("quote", 0, "[!WAARSCHUWING]"),
        ("quote", 0, "Let op."),
    ]
    first, second, deep, *_ = document(text).blocks
    assert second.parent is first
    assert deep.parent is None


def test_tables() -> None:
    text = "> soort | *prijs* \\| p\n> ---|---\n> a &amp; b | `1 \\| 2` | te veel\n> | alleen\n"
    assert blocks(text) == [
        ("table_header", 0, "soort"),
        ("table_header", 0, "prijs | p"),
        ("table_cell", 0, "a & b"),
        ("table_cell", 0, "1 | 2"),
        ("table_cell", 0, "alleen"),
    ]
    _, price, both, code, alone = document(text).blocks
    assert cut(text, price, "| p") == "| p"
    assert cut(text, both, "a & b") == "a &amp; b"
    assert cut(text, code, "1 | 2") == "1 \\| 2"
    assert cut(text, alone, "alleen") == "alleen"
    assert text[slice(*alone.place)] == "alleen"
    assert text[slice(*both.place)] == "a &amp; b"


def test_code_is_never_prose() -> None:
    text = "```python extra\nderhalve = 1\n\n  x\n```\n\n    ingesprongen\n\n~~~\nopen"
    assert blocks(text) == [
        ("code", 0, "derhalve = 1 x"),
        ("code", 0, "ingesprongen"),
        ("code", 0, "open"),
    ]
    assert document(text).blocks[0].attrs == {"info": "python extra"}


def test_inline_markup() -> None:
    text = (
        "Zie [de *hele* regeling][r], **vet _en schuin_**, `code  en zo`, <https://x.nl/a%20b>, <info@x.nl>, "
        "~~weg~~ en <kbd>Ctrl</kbd>.\n\n[r]: https://voorbeeld.nl/r 'Titel'\n"
    )
    block = only(text)
    assert block.text == (
        "Zie de hele regeling, vet en schuin, code en zo, https://x.nl/a b, info@x.nl, weg en Ctrl."
    )
    assert inlines(block) == [
        ("link", "de hele regeling"),
        ("emphasis", "hele"),
        ("strong", "vet en schuin"),
        ("emphasis", "en schuin"),
        ("code", "code en zo"),
        ("link", "https://x.nl/a b"),
        ("link", "info@x.nl"),
        ("code", "Ctrl"),
    ]
    links = [inline.attrs["href"] for inline in block.inlines if inline.kind == "link"]
    assert links == ["https://voorbeeld.nl/r", "https://x.nl/a%20b", "mailto:info@x.nl"]
    assert cut(text, block, "vet en schuin") == "vet _en schuin"
    assert cut(text, block, "de hele regeling") == "de *hele* regeling"
    assert cut(text, block, "https://x.nl/a b") == "https://x.nl/a%20b"
    assert cut(text, block, "info@x.nl") == "info@x.nl"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("een  \ntwee", "een twee"),
        ("een\\\ntwee", "een twee"),
        ("een\r\n   twee", "een twee"),
        ("een<br>twee", "een twee"),
        ("een &nbsp; twee", "een twee"),
        ("één\u00a0twee", "één twee"),
        ("ge&shy;meente", "gemeente"),
        ("ge\u00admeente", "gemeente"),
        ("cafe\u0301 caf&eacute; caf&#233; caf&#xE9;", "café café café café"),
        ("\\*geen ster\\* 1\\. \\q", "*geen ster* 1. \\q"),
        ("&onzin; & &amp;", "&onzin; & &"),
        ("***drie** twee*", "drie twee"),
        ("los * ster ** en _ streep", "los * ster ** en _ streep"),
        ("een<!-- weg -->twee", "eentwee"),
        ("😀 👩‍👧 *é*", "😀 👩‍👧 é"),
        ("`` ` ``", "`"),
        ("[a](<b c> 'd') [b]() [c]", "a b [c]"),
    ],
)
def test_how_text_reads(source: str, text: str) -> None:
    assert only(source).text == text


def test_places_of_what_is_written_otherwise() -> None:
    text = "> Een \\*ster\\* en caf&eacute;\r\n>\tvan **groot\r\n> belang** en ge\u00admeente.\r\n"
    block = only(text)
    assert block.text == "Een *ster* en café van groot belang en gemeente."
    for part, source in [
        ("*ster*", "\\*ster\\*"),
        ("café", "caf&eacute;"),
        ("van", "van"),
        ("groot belang", "groot\r\n> belang"),
        ("gemeente", "ge\u00admeente"),
        ("café van", "caf&eacute;\r\n>\tvan"),
    ]:
        assert cut(text, block, part) == source


def test_pictures() -> None:
    text = "Kijk ![het *grote* &amp; plein](p.jpg 't') en ![](leeg.png).\n\n[![](logo.svg)](/thuis)\n"
    paragraph, plein, leeg, logo, link = document(text).blocks
    assert paragraph.text == "Kijk en ."
    assert (plein.kind, plein.text, plein.attrs) == (
        "image_alt",
        "het grote & plein",
        {"src": "p.jpg", "alt": "text"},
    )
    assert cut(text, plein, "grote & plein") == "grote* &amp; plein"
    assert text[slice(*plein.place)] == "![het *grote* &amp; plein](p.jpg 't')"
    assert plein.parent is paragraph
    assert leeg.attrs == {"src": "leeg.png", "alt": "empty"}
    assert text[slice(*leeg.place)] == "![](leeg.png)"
    assert logo.attrs == {"src": "logo.svg", "alt": "empty", "href": "/thuis"}
    assert logo.parent is None
    assert (link.kind, link.text, link.attrs) == ("link", "", {"href": "/thuis", "shows": "picture"})
    assert text[slice(*link.place)] == "[![](logo.svg)](/thuis)"


def test_links_without_a_name() -> None:
    text = "Ga naar [](/a) of [![](b.png)\n](/b), [![B](b.png)](/c), [](/d 'D'), [`e`](/e), [<i></i>](/f).\n"
    found = [block for block in document(text).blocks if block.kind == "link"]
    assert [text[slice(*block.place)] for block in found] == ["[](/a)", "[![](b.png)\n](/b)"]
    assert [block.attrs["shows"] for block in found] == ["nothing", "picture"]


def test_html_blocks() -> None:
    text = (
        "<div class='x'>\n<h2>Kop &amp; <em>meer</em></h2>\n<p lang=en>Some\n  <b>text</b><br>here\n"
        "<ul><li>een<ul><li>twee</ul></ul>\n<img src='a.png'><img src=b.png alt='Een &eacute;'>\n"
        "<script>derhalve()</script><!-- stil --></div>\n\n<h3></h3>\n"
    )
    found = document(text)
    assert [(block.kind, block.level, block.text, block.lang) for block in found.blocks] == [
        ("heading", 2, "Kop & meer", None),
        ("paragraph", 0, "Some text here", "en"),
        ("list_item", 1, "een", "en"),
        ("list_item", 2, "twee", "en"),
        ("image_alt", 0, "", None),
        ("image_alt", 0, "Een é", None),
        ("heading", 3, "", None),
    ]
    kop, alinea, _, _, zonder, met, leeg = found.blocks
    assert inlines(kop) == [("emphasis", "meer")]
    assert cut(text, kop, "Kop & meer") == "Kop &amp; <em>meer"
    assert cut(text, alinea, "text here") == "text</b><br>here"
    assert text[slice(*alinea.place)] == "<p lang=en>"
    assert zonder.attrs == {"src": "a.png", "alt": "missing"}
    assert met.attrs == {"src": "b.png", "alt": "text"}
    assert cut(text, met, "é") == "&eacute;"
    assert text[slice(*leeg.place)] == "<h3>"
    assert [comment.text for comment in found.comments] == [" stil "]


def test_html_in_a_quote() -> None:
    text = "> <p>een\n> twee</p>\n>\n> - <div>drie\n>   vier</div>\n"
    found = document(text).blocks
    assert [(block.kind, block.text) for block in found] == [
        ("quote", "een twee"),
        ("list_item", "drie vier"),
    ]
    assert cut(text, found[0], "een twee") == "een\n> twee"


def test_markdown_between_html() -> None:
    assert blocks("<details>\n<summary>Meer</summary>\n\nGewone **tekst**.\n\n</details>\n") == [
        ("paragraph", 0, "Meer"),
        ("paragraph", 0, "Gewone tekst."),
    ]


def test_comments_have_their_place() -> None:
    text = "Tekst <!-- een --> meer.\n\n<!-- twee\n\ndrie -->\n\n- <!-- vier -->\n\n`<!-- vijf -->`\n"
    found = document(text)
    assert [text[slice(*comment.span)] for comment in found.comments] == [
        "<!-- een -->",
        "<!-- twee\n\ndrie -->",
        "<!-- vier -->",
    ]
    assert [block.text for block in found.blocks] == ["Tekst meer.", "<!-- vijf -->"]


def test_an_open_comment_hides_the_rest() -> None:
    assert blocks("Tekst.\n\n<!-- open\n\nDerhalve.\n") == [("paragraph", 0, "Tekst.")]


def test_placeholders_are_code() -> None:
    text = 'Beste {{ naam }}, zie {{< link "x" >}} en {% include y %}.\n\n{{< figuur src="x" >}}\n'
    first, second = document(text).blocks
    assert [part for kind, part in inlines(first) if kind == "code"] == [
        "{{ naam }}",
        '{{< link "x" >}}',
        "{% include y %}",
    ]
    assert second.kind == "code"


def test_a_letter_in_markdown() -> None:
    text = (
        "Geachte heer,\n\nWij schrijven u.\n\nMet vriendelijke groet,\n\nJ. Jansen\n\n## Bijlage\n\nTekst\n"
    )
    found = document(text)
    assert [block.kind for block in found.blocks] == [
        "salutation", "paragraph", "closing", "signature", "heading", "paragraph",
    ]  # fmt: skip
    assert found.meta == {"kind": "letter"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("head", "title", "written"),
    [
        ("title: Bijdragen aan het handboek", "Bijdragen aan het handboek", "Bijdragen aan het handboek"),
        ('title: "Brief: zo doet u dat"  # toelichting', "Brief: zo doet u dat", "Brief: zo doet u dat"),
        ("title: 'Brief: ''zo'''", "Brief: 'zo'", "'Brief: ''zo'''"),
        ('tags: [a]\ntitle: "Caf\\u00e9"', "Café", '"Caf\\u00e9"'),
        ("title: >-\n  Over twee\n  regels\nx: y", "Over twee regels", None),
    ],
)
def test_front_matter(head: str, title: str, written: str | None, newline: str) -> None:
    text = f"---\nsoort: é 😀\n{head}\nlang: nl\n---\n# Kop\n".replace("\n", newline)
    found = document(text)
    first, second = found.blocks
    assert (first.kind, first.text) == ("title", title)
    assert written is None or cut(text, first, title) == written
    assert (second.kind, cut(text, second, "Kop")) == ("heading", "Kop")
    assert found.meta == {"title": title, "lang": "nl"}
    assert not found.problems


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('title = "Over ons" # naam\nlanguage = "nl"', "Over ons"),
        ("lang = 'nl'\ntitle = 'Over ons'", "Over ons"),
        ('title = """Over ons"""\nlang="nl"', "Over ons"),
    ],
)
def test_toml_front_matter(head: str, title: str) -> None:
    text = f"+++\r\n{head}\r\n+++\r\nTekst.\r\n".replace("\r\n\r\n", "\r\n")
    found = document(text)
    assert [(block.kind, block.text) for block in found.blocks] == [("title", title), ("paragraph", "Tekst.")]
    assert cut(text, found.blocks[0], title) == title
    assert found.meta == {"title": title, "lang": "nl"}


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("---\nlang: nl\ntitle: Brief: hoe dan\n---\nTekst.\n", 3, "dubbele punt"),
        ("---\r\ntitle: Brief\r\nx: [a\r\n---\r\nTekst.\r\n", 4, "naam: waarde"),
        ("---\ntitle: Brief\n\tx: a\n---\nTekst.\n", 3, None),
        ("---\ntitle: Brief\nlang: nl\n\nTekst.\n", 1, "---"),
        ("+++\ntitle = Brief\n+++\nTekst.\n", 2, "waarde"),
    ],
)
def test_broken_front_matter_is_a_problem_and_the_rest_is_read(
    text: str, line: int, hint: str | None
) -> None:
    found = document(text)
    (problem,) = found.problems
    assert (problem.file, problem.line) == ("tekst.md", line)
    assert hint is None or hint in (problem.hint or "")
    assert found.blocks[0].kind == "title"
    assert found.blocks[0].text.startswith("Brief")
    assert [(block.kind, block.text) for block in found.blocks[1:]] == [("paragraph", "Tekst.")]


@pytest.mark.parametrize(
    "text",
    [
        "---\nGewone tekst\n---\n",
        "---\n\nTekst: dit is proza: echt.\n",
        "Tekst\n\n---\ntitle: x\n---\n",
        "----\na: b\n",
    ],
)
def test_a_line_of_dashes_is_not_front_matter(text: str) -> None:
    found = document(text)
    assert not found.problems
    assert "title" not in found.meta
    assert found.blocks


def test_empty_front_matter() -> None:
    assert blocks("---\n---\nTekst.") == [("paragraph", 0, "Tekst.")]
    assert blocks("---\ntitle:\ndraft: true\n---\n") == []


def test_deep_nesting() -> None:
    assert blocks(">" * 5000 + " diep\n\nTekst.\n")[-1] == ("paragraph", 0, "Tekst.")
    text = "".join(" " * (2 * depth) + f"- item {depth}\n" for depth in range(15))
    assert [block.level for block in document(text).blocks] == list(range(1, 16))


def test_real_documents(shared_data: Path) -> None:
    for path in sorted((shared_data / "docs").glob("*.md")):
        found = read(path.read_bytes(), path.name)
        assert not found.problems
        for block in found.blocks:
            check_block(block, found.source.text)
        starts = [block.place.start for block in found.blocks]
        assert starts == sorted(starts), path.name


@pytest.mark.parametrize(
    "text",
    [
        "![" * 5_000,
        "[" * 5_000,
        "`a" * 20_000,
        "<a " * 20_000,
        "<!--" * 20_000,
        "*a " * 5_000,
        "<p>\n" + "<b" * 20_000,
        "<div " + 'a="' * 20_000,
        "---\n" + "a: [\n" * 5_000,
        "|" * 3_000 + "\n" + "|-" * 3_000,
        "&amp;" * 20_000,
    ],
)
def test_odd_text_comes_to_an_end(text: str) -> None:
    assert read(text.encode(), "vreemd.md").format == "markdown"  # as above: it must come to an end
