"""Small pages and the styles that come of them: origin, importance, order, inheritance, var(), sheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4.element import Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.html.css import (
    Color,
    Style,
    depends_on_orientation,
    is_offscreen_or_clipped,
    matching,
    style,
    style_in,
    unknown_stylesheets,
)
from duidelijk.model import Document, Source
from duidelijk.readers.html import read


def page(text: str, name: str = "pagina.html") -> tuple[Document, Tag]:
    """The page and its element with id ``t``."""
    document = read(Source(name, text, ""))
    tag = document.raw.find(id="t")
    assert isinstance(tag, Tag)
    return document, tag


def styled(text: str) -> Style:
    return style(*page(text))


def with_css(css: str, body: str = "<p id=t>x</p>") -> Style:
    return styled(f"<!doctype html><style>{css}</style>{body}")


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        ("p{color:red}p{color:blue}", "<p id=t>x", "blue"),
        ("#t{color:red}p{color:blue}", "<p id=t>x", "red"),
        (".a.b{color:red}.a{color:blue}", "<p id=t class='a b'>x", "red"),
        ("p{color:red!important}#t{color:blue}", "<p id=t>x", "red"),
        ("p{color:red}", "<p id=t style='color:blue'>x", "blue"),
        ("p{color:red!important}", "<p id=t style='color:blue'>x", "red"),
        ("#t{color:red!important}", "<p id=t style='color:blue!important'>x", "blue"),
        ("", "<p id=t style='color:blue!important;color:red'>x", "blue"),
        ("p{color:red;color:rood}", "<p id=t>x", "red"),
        ("p{color:red;color:oklch(1 2 3)}", "<p id=t>x", "oklch(1 2 3)"),
        ("p{color:red}p{color}p{:blue}p{colour:blue}", "<p id=t>x", "red"),
        ("body{color:red}", "<div><p id=t>x", "red"),
        ("body{color:red}p{color:initial}", "<p id=t>x", "canvastext"),
        ("body{color:red}p{color:unset}", "<p id=t>x", "red"),
        ("body{color:red}a{color:revert}", "<a id=t href=x>x", "linktext"),
        ("body{color:red}p{color:revert}", "<p id=t>x", "red"),
        ("body{color:red}p{color:currentColor}", "<p id=t>x", "red"),
        ("body{color:red}*{color:green}p{all:inherit}", "<p id=t>x", "red"),
        ("body{color:red}", "<a id=t href=x>x", "linktext"),
        ("body{color:red}", "<a id=t>x", "red"),
        ("", "<font color=#112233><b id=t>x", "#112233"),
        ("font{color:red}", "<font color=#112233><b id=t>x", "red"),
        ("@layer a,b;@layer b{p{color:red}}@layer a{p#t{color:blue}}", "<p id=t>x", "red"),
        ("@layer a{#t{color:blue}}p{color:red}", "<p id=t>x", "red"),
        ("@layer a{p{color:red!important}}p{color:blue!important}", "<p id=t>x", "red"),
        ("@layer a{p{color:red}@layer b{#t{color:blue}}}", "<p id=t>x", "red"),
        ("@media print{p{color:red}}", "<p id=t>x", "canvastext"),
        ("@media screen{@supports (gap:1px){p{color:red}}}", "<p id=t>x", "red"),
        ("@font-face{color:blue}@keyframes x{from{color:blue}}p{color:red}", "<p id=t>x", "red"),
        ("div{color:blue;& p{color:red}}", "<div><p id=t>x", "red"),
        ("div,ul{color:blue;p{color:red}}", "<div><p id=t>x", "red"),
        ("p{&.a{color:red}color:blue}", "<p id=t class=a>x", "red"),
        ("p{@media screen{color:red}}", "<p id=t>x", "red"),
        (".b{.a &{color:red}}", "<div class=a><p id=t class=b>x", "red"),
    ],
)
def test_who_wins(css: str, body: str, expected: str) -> None:
    assert with_css(css, body).get("color") == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (":root{--a:red}p{color:var(--a)}", "red"),
        (":root{--a:red}p{--a:blue;color:var(--a)}", "blue"),
        ("p{color:var(--weg,green)}", "green"),
        ("p{color:var(--weg, var(--ook-weg, green))}", "green"),
        ("body{color:red}p{color:var(--weg)}", "red"),
        ("p{color:blue;color:var(--weg)}", "canvastext"),
        (":root{--a:12px}p{color:blue;color:var(--a)}", "canvastext"),
        (":root{--a:1;--b:rgb(var(--a),2,3)}p{color:var(--b)}", "rgb(1,2,3)"),
        (":root{--a:var(--b);--b:var(--a)}p{color:var(--a,green)}", "green"),
        (":root{--a:var(--a)}p{color:var(--a,green)}", "green"),
        (":root{--a:red}p{--a:var(--a);color:var(--a,green)}", "green"),
        (":root{--a:red}p{--a:initial;color:var(--a,green)}", "green"),
        (":root{--a:red}p{--a:inherit;color:var(--a,green)}", "red"),
        (":root{--A:red}p{color:var(--a,green)}", "green"),
        (":root{--a:var(--b)}body{--b:red}p{color:var(--a,green)}", "green"),
        (":root{--a:var(--b,red)}p{color:var(--a)}", "red"),
    ],
)
def test_custom_properties(css: str, expected: str) -> None:
    assert with_css(css).get("color") == expected


def test_custom_properties_in_shorthands() -> None:
    found = with_css(":root{--bg:url(x.png) red;--f:bold 2em serif}p{background:var(--bg);font:var(--f)}")
    assert found.get("background-color") == "red"
    assert found.get("background-image") == "url(x.png)"
    assert (found.font_px, found.weight) == (32, 700)


def test_custom_properties_cannot_explode() -> None:
    css = "".join(f"--a{n}:var(--a{n + 1})var(--a{n + 1});" for n in range(60))
    assert with_css(f"p{{{css}--a60:red;color:var(--a0,green)}}").get("color") == "green"
    chain = "".join(f"--a{n}:var(--a{n + 1});" for n in range(10_000))
    assert with_css(f"p{{{chain}color:var(--a0,green)}}").get("color") == "green"


@pytest.mark.parametrize(
    ("css", "body", "size", "weight"),
    [
        ("", "<h1 id=t>x", 32, 700),
        ("", "<section><h2 id=t>x", 24, 700),
        ("html{font-size:62.5%}p{font-size:1.6rem}", "<p id=t>x", 16, 400),
        ("body{font-size:20px}p{font-size:1.5em}", "<p id=t>x", 30, 400),
        ("", "<small><small id=t>x", 16 / 1.44, 400),
        ("", "<p><b><strong id=t>x", 16, 900),
        ("b{font-weight:normal}", "<b id=t>x", 16, 400),
        ("p{font-size:clamp(1rem,2vw,3rem)}", "<p id=t>x", 25.6, 400),
        ("p{font-size:50%}span{font-size:inherit}", "<p><span id=t>x", 8, 400),
        ("div{font-size:1.1em}", "<div><div><div id=t>x", 16 * 1.1**3, 400),
        ("", "<button id=t>x", 13.333, 400),
        ("body{font-size:20px}p{font-size:var(--x)}", "<p id=t>x", 20, 400),
        ("", "<font size=5 id=t>x", 24, 400),
    ],
)
def test_fonts(css: str, body: str, size: float, weight: float) -> None:
    found = with_css(css, body)
    assert found.font_px == pytest.approx(size)
    assert found.weight == weight
    assert found.get("font-size") == f"{size:g}px"


def test_sizes_deep_in_a_page() -> None:
    found = styled("<div style='font-size:1.001em'>" * 600 + "<p id=t>x")
    assert found.font_px == pytest.approx(16 * 1.001**510, rel=0.01)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p id=t>x", "block"),
        ("<p id=t hidden>x", "none"),
        ("<p id=t hidden style='display:block'>x", "block"),
        ("<p id=t hidden=until-found>x", "block"),
        ("<span id=t>x", "inline"),
        ("<script id=t>x", "none"),
        ("<noscript id=t>x", "none"),
        ("<input id=t type=hidden style='display:block'>", "none"),
        ("<input id=t>", "inline-block"),
        ("<dialog id=t>x", "none"),
        ("<dialog id=t open>x", "block"),
        ("<dialog id=t style='display:flex'>x", "flex"),
        ("<div id=t popover>x", "none"),
        ("<audio id=t></audio>", "none"),
        ("<audio id=t controls></audio>", "inline"),
        ("<details><summary id=t>x</summary><p>y", "block"),
        ("<details><summary>x</summary><p id=t>y", "none"),
        ("<details><summary>x</summary><p id=t style='display:block'>y", "none"),
        ("<details><summary>x</summary><summary id=t>y", "none"),
        ("<details open><summary>x</summary><p id=t>y", "block"),
        ("<table><tr><td id=t>x", "table-cell"),
        ("<ul><li id=t>x", "list-item"),
        ("<svg><defs id=t style='display:inline'></defs></svg>", "none"),
        ("<svg><g id=t display=none></g></svg>", "none"),
        ("<svg><g id=t style='display:none'></g></svg>", "none"),
        ("<svg><title id=t>x</title></svg>", "none"),
        ("<math><mi id=t>x", "inline"),
    ],
)
def test_display(body: str, expected: str) -> None:
    assert styled(body).display == expected


def test_other_defaults() -> None:
    assert styled("<a id=t href=x>x").get("text-decoration") == "underline"
    assert styled("<p align=JUSTIFY id=t>x").get("text-align") == "justify"
    assert styled("<table><tr><td bgcolor=ff0000 id=t>x").color("background-color") == Color(255, 0, 0)
    assert styled("<body background=x.png id=t>x").get("background-image") != "none"
    assert styled("<p id=t>x").get("iets-anders") == ""


def test_visibility_is_inherited_and_display_is_not() -> None:
    found = with_css("div{visibility:hidden;display:none}", "<div><p id=t>x")
    assert (found.visibility, found.display) == ("hidden", "block")
    assert with_css("div{visibility:hidden}p{visibility:visible}", "<div><p id=t>x").visibility == "visible"


def test_lengths_in_pixels() -> None:
    found = with_css(
        "div{font-size:20px;letter-spacing:.1em;line-height:1.5;text-indent:50%}", "<div><p id=t>x"
    )
    assert found.px("letter-spacing") == 2
    assert found.px("line-height") == 30
    assert found.px("text-indent") is None
    assert found.px("word-spacing") == 0
    child = with_css(
        "div{font-size:20px;letter-spacing:.1em;line-height:150%}p{font-size:10px}", "<div><p id=t>x"
    )
    assert (child.px("letter-spacing"), child.px("line-height")) == (2, 30)
    assert with_css("div{line-height:1.5}p{font-size:10px}", "<div><p id=t>x").px("line-height") == 15


def test_where_a_declaration_stands() -> None:
    found = with_css("p{letter-spacing:1px!important}", "<p id=t style='word-spacing:2px !important'>x")
    inline, sheet = found.declaration("word-spacing"), found.declaration("letter-spacing")
    assert inline is not None
    assert sheet is not None
    assert (inline.origin, inline.value, inline.important) == ("inline", "2px", True)
    assert (sheet.origin, sheet.important) == ("page", True)
    assert found.declaration("line-height") is None


def test_colors_and_opacity() -> None:
    found = with_css("p{color:#123;background:currentcolor;opacity:50%}")
    assert found.color() == found.color("background-color") == Color(17, 34, 51)
    assert found.opacity == 0.5


def test_orientation() -> None:
    css = "@media (orientation:portrait) and (max-width:500px){p{transform:rotate(90deg)}}"
    document, tag = page(f"<style>{css}</style><p id=t>x")
    assert depends_on_orientation(document)
    assert style(document, tag).get("transform") == "none"
    assert style_in(document, tag, "portrait").get("transform") == "rotate(90deg)"
    assert style_in(document, tag, "landscape").get("transform") == "none"
    assert not depends_on_orientation(page("<p id=t>")[0])


def write(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return str(folder / "map" / "pagina.html")


def linked(folder: Path, head: str, files: dict[str, str]) -> tuple[Style, tuple[str, ...]]:
    """The style of ``<p id=t>`` on a page in ``folder/map`` with ``head``, and its unknown sheets."""
    text = f"<!doctype html>{head}<p id=t class=x>tekst</p>"
    document, tag = page(text, write(folder, {"map/pagina.html": text, **files}))
    return style(document, tag), unknown_stylesheets(document)


LINK = "<link rel=stylesheet href='{}'>"


@pytest.mark.parametrize(
    ("head", "css"),
    [
        (LINK.format("a.css"), "p{color:red}"),
        (LINK.format("./a.css?v=3#x"), "\ufeffp{color:red}"),
        ("<link rel='StyleSheet preload' href=a.css media='screen and (min-width:1px)'>", "p{color:red}"),
        ("<style>@import 'a.css';</style>", "p{color:red}"),
        ("<style>@charset 'utf-8';@layer z;@import url(a.css) layer(y) screen;</style>", "p{color:red}"),
        ("<style>@import url( 'a.css' ) supports(gap: 1px) (min-width: 1px);</style>", "p{color:red}"),
    ],
)
def test_sheets_beside_the_page(tmp_path: Path, head: str, css: str) -> None:
    found, unknown = linked(tmp_path, head, {"map/a.css": css})
    assert (found.get("color"), found.certain, unknown) == ("red", True, ())


def test_sheets_import_from_their_own_folder(tmp_path: Path) -> None:
    files = {
        "map/css/a.css": "@import '../b.css'; @import 'c.css';",
        "map/b.css": "p{top:1px}",
        "map/css/c.css": "p{left:2px}",
    }
    found, unknown = linked(tmp_path, LINK.format("css/a.css"), files)
    assert (found.get("top"), found.get("left"), unknown) == ("1px", "2px", ())


def test_a_sheet_that_imports_itself(tmp_path: Path) -> None:
    files = {
        "map/a.css": "@import 'b.css';p{color:red}",
        "map/b.css": "@import 'a.css';@import 'b.css';p{color:blue}",
    }
    found, unknown = linked(tmp_path, LINK.format("a.css"), files)
    assert (found.get("color"), unknown) == ("red", ())


def test_imports_that_multiply_stop(tmp_path: Path) -> None:
    files = {f"map/{n}.css": f"@import '{n + 1}.css';" * 9 + "p{color:red}" for n in range(9)}
    found, _ = linked(tmp_path, LINK.format("0.css"), files)
    assert (found.get("color"), found.certain) == ("red", False)


@pytest.mark.parametrize(
    "head",
    [
        LINK.format("weg.css"),
        LINK.format("../buiten.css"),
        LINK.format("%2e%2e/buiten.css"),
        LINK.format("/a.css"),
        LINK.format("//site.nl/a.css"),
        LINK.format("https://site.nl/a.css"),
        LINK.format("file:///a.css"),
        LINK.format("\\\\server\\a.css"),
        LINK.format("."),
        LINK.format("a%00.css"),
        LINK.format("groot.css"),
        LINK.format("data:image/png,x"),
        LINK.format("data:text/css;base64,=x="),
        "<base href='https://site.nl/'>" + LINK.format("a.css"),
        "<style>@import 'https://site.nl/a.css';</style>",
        "<style>@import url(weg.css) screen;</style>",
        "<link rel=preload as=style href=a.css onload=\"this.rel='stylesheet'\">",
        "<link rel=stylesheet media=print href=a.css onload=\"this.media='all'\">",
        "<style>" + "p{color:red}" * 200_000 + "</style>",
    ],
)
def test_sheets_that_are_not_at_hand(tmp_path: Path, head: str) -> None:
    files = {"map/a.css": "p{color:red}", "buiten.css": "p{color:red}", "map/groot.css": " " * 2_000_001}
    found, unknown = linked(tmp_path, head + "<style>p{top:1px}</style>", files)
    assert len(unknown) == 1
    assert not found.certain
    assert found.get("color") == "canvastext"
    assert found.get("top") == "1px"
    assert not found.is_sure("top")


@pytest.mark.parametrize(
    "head",
    [
        LINK.format("weg.css").replace("stylesheet", "'alternate stylesheet'"),
        "<link rel=stylesheet href=weg.css media=print>",
        "<link rel=stylesheet href=weg.css disabled>",
        "<link rel=stylesheet href=weg.less type=text/less>",
        "<link rel=stylesheet>",
        "<link rel=icon href=weg.css>",
        "<style>@import 'weg.css' print;</style>",
        "<style>p{top:1px}@import 'weg.css';</style>",
        "<style>@import;</style>",
        "<style media=print>p{color:red}</style>",
        "<style type=text/plain>p{color:red}</style>",
        "<template><style>p{color:red}</style><link rel=stylesheet href=weg.css></template>",
        "<noscript><link rel=stylesheet href=weg.css></noscript>",
    ],
)
def test_sheets_that_do_not_count(tmp_path: Path, head: str) -> None:
    found, unknown = linked(tmp_path, head, {})
    assert (found.get("color"), found.certain, unknown) == ("canvastext", True, ())


def test_sheets_in_addresses() -> None:
    assert styled(LINK.format("data:text/css,p%7Bcolor:red%7D") + "<p id=t>x").get("color") == "red"
    assert styled(LINK.format("data:text/css;base64,cHtjb2xvcjpyZWR9") + "<p id=t>x").get("color") == "red"


def test_a_page_from_elsewhere_reads_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p{color:red}", "utf-8")
    for name in ("https://site.nl/pagina.html", "-", str(tmp_path / "weg.html"), "a\0b", ""):
        document, tag = page(LINK.format("a.css") + "<p id=t>x", name)
        assert unknown_stylesheets(document) == ("a.css",)
        assert style(document, tag).get("color") == "canvastext"


def test_inline_important_is_sure_even_with_unknown_sheets() -> None:
    found = styled(LINK.format("weg.css") + "<p id=t style='color:red!important;top:1px'>x")
    assert found.is_sure("color")
    assert not found.is_sure("top")


@pytest.mark.parametrize("condition", ["@container (min-width: 1px)", "@scope (div)"])
def test_rules_that_may_hold(condition: str) -> None:
    found = with_css(f"{condition}{{p{{color:red;left:1px}}}} p{{left:2px}} #t{{right:1px}}")
    assert (found.get("color"), found.doubts) == ("canvastext", frozenset({"color"}))
    assert with_css(f"{condition}{{div{{color:red}}}}", "<div><p id=t>x").doubts == {"color"}
    assert not with_css(f"{condition}{{div{{top:0}}}}", "<div><p id=t>x").doubts


@pytest.mark.parametrize(
    "css",
    [
        "position:absolute;left:-9999px", "position:absolute;top:-999em", "position:fixed;right:-1000px",
        "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)",
        "position:absolute!important;clip:rect(1px 1px 1px 1px)", "clip-path:inset(50%)",
        "clip-path:inset(100%)",
        "clip-path:polygon(0 0,0 0,0 0,0 0)", "clip-path:circle(0)", "overflow:hidden;height:0",
        "overflow:hidden;max-height:0", "width:1px;height:1px;overflow:clip", "text-indent:-9999px",
        "font-size:0",
        "text-indent:100%;white-space:nowrap;overflow:hidden", "margin-left:-9999px", "transform:scale(0)",
        "transform:translateX(-9999px)", "transform:rotate(3deg) translate(0, -9999px)",
        "translate:-9999px 0",
        "scale:0", "position:absolute;left:calc(-1 * 9999px)", "position:absolute;left:-100vw",
    ],
)  # fmt: skip
def test_tricks_that_hide_text(css: str) -> None:
    document, tag = page(f"<div style='{css}'><p><span id=t>x</span></p></div>")
    assert is_offscreen_or_clipped(document, tag)


@pytest.mark.parametrize(
    "css",
    [
        "", "left:-9999px", "position:absolute;left:-20px", "clip:rect(0,0,0,0)",
        "position:absolute;clip:auto",
        "position:absolute;clip:rect(0,auto,auto,0)", "clip-path:inset(10px)", "clip-path:inset(10%)",
        "clip-path:polygon(0 0,50% 0,50% 50%)", "clip-path:url(#x)", "height:0",
        "overflow:hidden;height:20px",
        "overflow:auto;height:0", "text-indent:2em", "text-indent:-1em", "margin-left:-10px",
        "transform:scale(.5)",
        "transform:translateX(-50%)", "overflow:hidden;width:1px;height:auto", "clip-path:inset(onzin)",
    ],
)  # fmt: skip
def test_what_stays_in_view(css: str) -> None:
    document, tag = page(f"<div style='{css}'><p><span id=t>x</span></p></div>")
    assert not is_offscreen_or_clipped(document, tag)


def test_only_web_pages_have_styles() -> None:
    document = Document(Source("a.txt", "", ""), "text", ())
    tag = page("<p id=t>x")[1]
    assert style(document, tag).certain
    assert unknown_stylesheets(document) == ()


HOSTILE = {
    "five megabytes": ".a{color:red}" * 380_000,
    "open brackets": "a{b:" + "(" * 10_000,
    "open braces": "{" * 10_000,
    "nested rules": "p{" * 10_000,
    "nested lists": "p,q{& &,& & {" * 10_000,
    "nested media": "@media screen{" * 10_000,
    "nested layers": "@layer a{" * 10_000,
    "open strings": 'a{b:"\n' * 10_000,
    "one string": 'a{b:"' + "x" * 100_000,
    "open comments": "/*" * 100_000,
    "semicolons": "a" + ";" * 100_000,
    "open urls": "a{b:url(" * 10_000,
    "backslashes": "\\" * 100_001,
    "at signs": "@" * 100_000,
    "calc": "p{text-indent:" + "calc(" * 10_000,
    "fallbacks": "p{color:" + "var(--a," * 10_000,
    "imports": "@import '';@import 'data:text/css,@import \"x\"';" * 10_000,
    "nulls": "\0" * 10_000 + "\ud800",
}


@pytest.mark.parametrize("css", HOSTILE.values(), ids=HOSTILE)
def test_hostile_sheets_leave_the_page_standing(css: str) -> None:
    found = styled(f"<style>{css}</style><style>#t{{left:7px}}</style><p id=t style='top:1px'>x")
    assert (found.get("top"), found.display) == ("1px", "block")
    assert found.get("left") == "7px"


def test_work_on_a_hostile_page_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "BUDGET", 20_000)
    rules = "".join(f"div:not(.q{n}) div{{color:red}}" for n in range(100))
    document, tag = page(f"<style>{rules}</style>" + "<div></div>" * 1000 + "<p id=t style='top:1px'>x")
    found = style(document, tag)
    assert not found.certain
    assert (found.get("top"), found.display) == ("1px", "block")


def test_many_elements_and_rules_stay_within_the_work_of_a_usual_page() -> None:
    rules = "".join(f".k{n} > p:not(.x), .m{n} a, #i{n}{{color:red}}" for n in range(2000))
    body = "".join(f"<div class='k{n % 2000} m{n % 1999}'><p>x<a href=x>y</a></div>" for n in range(4000))
    document, tag = page(f"<style>{rules}</style>{body}<p id=t>x")
    assert style(document, tag).certain
    assert style(document, document.raw.find("a")).get("color") == "red"


CSS = st.lists(
    st.sampled_from(
        [*"{}()[];:,.#*>+~&@!'\"\\/ \n<-", "/*", "*/", "p", "color", "red", "--a", "var(", "calc(", "url(",
         "@media",
         "@import", "@layer", "not", "screen", "important", ":is(", ":not(", ":nth-child(", "2n", "1px",
         "%", "font",
         "background", "transform", "rotate", "clip", "inset", "overflow", "all", "inherit"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(css=CSS)
def test_no_style_sheet_raises(css: str) -> None:
    document, tag = page(f"<style>{css}</style><p id=t class=a>x")
    found = style(document, tag)
    inline = with_css("", f"<p id=t style='{css.replace(chr(39), '')}'>x")
    for one in (found, inline):
        assert one.display
        assert all(isinstance(one.get(name), str) for name in ("color", "font-size", "transform", "--a"))
        one.px("line-height")
    is_offscreen_or_clipped(document, tag)
