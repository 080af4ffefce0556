"""Hostile and broken web pages: every rule answers, nothing stops, and time grows with the page alone.

The sizes would take minutes if any step looked at all elements for each element.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from duidelijk import readers
from duidelijk.engine import lint_bytes
from duidelijk.html.css import style, unknown_stylesheets
from duidelijk.html.names import name
from duidelijk.html.table_grid import MAX_SLOTS, html_grid
from duidelijk.html.tree_index import index, named
from duidelijk.model import Document, Report
from duidelijk.settings import Choice, Settings

TEXT = "<p>Wij sturen u binnen zes weken een brief over uw aanvraag.</p>"
EVERY_RULE = ("toegankelijkheid", "opmaak")
CHAIN = "".join(f"--v{number}:var(--v{number + 1});" for number in range(900))
XHTML = (
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='nl' lang='nl'>"
    "<head><title>Kop</title></head><body><p><![CDATA[ x > y ]]><br/></p><h2/></body></html>"
)


def page(body: str, head: str = "") -> str:
    title = "<title>Parkeren in de binnenstad</title>"
    return f"<!doctype html><html lang=nl><head>{title}{head}</head><body><main><h1>Parkeren</h1>{TEXT}{body}"


def check(source: str | bytes, *select: str, at: str = "pagina.html") -> Report:
    """The report on a page, all of it, by all rules about pages unless some are chosen. None may break."""
    data = source if isinstance(source, bytes) else source.encode()
    settings = Settings(
        choice=Choice(select=select or EVERY_RULE),
        whole_page=True,
        low_confidence=True,
        all_suggestions=True,
        debug=True,
    )
    report = lint_bytes(data, at, settings)
    assert report.errors == ()
    return report


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def read(source: str, at: str = "pagina.html") -> Document:
    return readers.read(source.encode(), at)


def looks(css: str, wanted: str, body: str = "<p>tekst</p>") -> str:
    """What a style sheet makes of a property of the last element of a page."""
    document = read(page(body, f"<style>{css}</style>"))
    return style(document, index(document).tags[-1]).get(wanted)


@pytest.mark.parametrize(
    ("found", "body"),
    [
        (
            "vage-linktekst",
            "".join(f"<h2>Kop {i}</h2><p>Lees <a href=/{i}>hier</a> meer.</p>" for i in range(150)),
        ),
        (
            "vage-linktekst",
            "<p>" + "Wij sturen u <b>een</b> <a href=/x>brief</a>, " * 400 + "<a href=/y>klik hier</a>",
        ),
        ("kop-1", "<div>" * 20_000 + "<h1>tekst</h1>" + "</div>" * 20_000),
        ("knop-zonder-naam", "<p>" + "<b>" * 3_000 + "<button></button>"),
        ("link-zonder-naam", "<table>x<b>y<tr>z<td><a href=a>" * 150 + "<tr><td><a href=b></a>"),
        ("link-zonder-naam", "<a href=x><b><font>" * 300 + "<p>x" * 300 + "<a href=y></a>"),
        ("dubbele-id", "".join(f"<p id=a{i}>tekst</p>" for i in range(2_000)) + "<p id=a7>x"),
        ("dubbele-id", "<input id=i aria-labelledby='i j'><label for=i>Naam</label>" * 700),
        ("aria-attribuut-onbekend", "<p " + " ".join(f"aria-x{i}" for i in range(20_000)) + ">tekst"),
        ("vage-linktekst", "".join(f"<a href=/p{i}>lees meer</a> " for i in range(1_200))),
        (
            "veld-zonder-label",
            "".join(f"<label for=f{i}>Naam</label><input id=f{i}>" for i in range(700)) + "<input>",
        ),
        ("veld-zonder-label", "<label>" * 300 + "<input>" * 600 + "</label>" * 300),
        (
            "knop-zonder-naam",
            "<fieldset disabled>" * 500 + "<input>" * 500 + "</fieldset>" * 500 + "<button></button>",
        ),
        ("lege-kop", "<ul><li>ding" * 3_000 + "<h2></h2>"),
        ("lijst-opbouw", "<ul><p>x</p><li>ding</li></ul><li>los</li>" * 250),
        ("nep-lijst", "<p>" + "- regel<br>" * 6_000 + "</p>"),
        ("nep-lijst", "<p>- regel</p>" * 1_000),
        (
            "alt-ontbreekt",
            "<figure>" + "<img src=a alt=huis>" * 1_200 + "<figcaption>huis</figcaption></figure><img src=b>",
        ),
        ("alt-ontbreekt", "<a href=x>" + "<img src=a alt=huis>" * 1_200 + "</a><img src=b>"),
        ("alt-ontbreekt", "<svg><foreignObject><p><math><mi><title>x</title><p>" * 400 + "<img src=b>"),
        (
            "knop-zonder-naam",
            "<template><p>x <img src=a>" * 1_500 + "</template>" * 1_500 + "<button></button>",
        ),
        ("aria-ouder-ontbreekt", "<div role=none>" * 1_000 + "<div role=option>x</div>" * 500),
        ("positieve-tabindex", "<div role=button tabindex=1>" * 500 + "<a href=x>y</a>" * 500),
        ("iframe-zonder-naam", "<iframe src='data:text/html,<p>' srcdoc='<p>x'></iframe>" * 700),
        ("object-zonder-naam", f"<object data='data:image/png;base64,{'A' * 2_000_000}'></object>"),
        (
            "tekst-contrast",
            "".join(f"<p style='color:#999;margin:{i}px;--a{i}:1'>tekst</p>" for i in range(700)),
        ),
        (
            "tekst-contrast",
            "<div style='background:rgba(0,0,0,.0005)'>" * 400 + "<p style='color:#999'>tekst</p>" * 300,
        ),
        ("taaldeel-ongeldig", "<p lang=nergens>Tekst van de pagina</p>" * 700),
        ("link-zonder-naam", "<!-- x -->" * 4_000 + "&amp;&#65;&nope;&" * 4_000 + "<a href=x></a>"),
    ],
    ids=[
        "usual page",
        "one paragraph",
        "nested div",
        "nested b",
        "tables in tables",
        "crossing tags",
        "ids",
        "one id",
        "attributes",
        "links",
        "fields",
        "nested labels",
        "nested fieldsets",
        "nested lists",
        "loose items",
        "line breaks",
        "dashes",
        "images in a figure",
        "images in a link",
        "svg and math",
        "templates",
        "roles",
        "nested buttons",
        "frames",
        "data address",
        "styles",
        "backgrounds",
        "languages",
        "comments",
    ],
)
def test_large_pages(found: str, body: str) -> None:
    assert found in rules(check(page(body)))


def test_a_page_of_5_mb() -> None:
    words = "Wij sturen u binnen zes weken een brief over uw aanvraag, als u dat wilt. "
    report = check(
        page(f"<p>{words * 66_000}</p><p><a href=x></a>"), "link-zonder-naam", "nep-lijst", "lege-kop"
    )
    assert len(report.source.text) > 4_800_000
    assert rules(report) == {"link-zonder-naam"}


def test_100_000_nested_tags() -> None:
    assert rules(check(page("<div>" * 100_000 + "<a href=x></a>"), "link-zonder-naam")) == {
        "link-zonder-naam"
    }


@pytest.mark.parametrize("other", ["", "{0}"], ids=["the same", "unique"])
def test_50_000_ids(other: str) -> None:
    body = "".join(f"<p id=a{other.format(number)}></p>" for number in range(50_000))
    report = check(page(body + "<b id=x></b><a href=#x></a><b id=x></b>"), "dubbele-id")
    assert rules(report) == {"dubbele-id"}


def test_20_000_links() -> None:
    report = check(
        page("".join(f"<a href=/{i}>{i}</a>" for i in range(20_000)) + "<a href=x></a>"), "link-zonder-naam"
    )
    assert [one.rule for one in report.findings] == ["link-zonder-naam"]


def test_100_000_attributes() -> None:
    body = "<a " + " ".join(f"a{number}=b" for number in range(100_000)) + " href=x></a>"
    assert rules(check(page(body), "link-zonder-naam", "aria-attribuut-onbekend")) == {"link-zonder-naam"}


def buttons(ids: Sequence[str], names: Callable[[int], str], attribute: str = "aria-labelledby") -> str:
    return "".join(f"<button id={one} {attribute}='{names(at)}'></button>" for at, one in enumerate(ids))


@pytest.mark.parametrize("count", [1, 2, 20_000])
def test_labels_in_a_circle_give_no_name(count: int) -> None:
    ids = [f"b{number}" for number in range(count)]
    report = check(page(buttons(ids, lambda at: ids[(at + 1) % count])), "knop-zonder-naam")
    assert len(report.findings) == count


def test_1000_labels_on_1000_elements() -> None:
    ids = [f"b{number}" for number in range(1_000)]
    report = check(page(buttons(ids, lambda _: " ".join(ids))), "knop-zonder-naam")
    assert len(report.findings) == 1_000
    spans = "".join(f"<span id={one}>a</span>" for one in ids)
    document = read(page(spans + buttons([f"x{one}" for one in ids], lambda _: " ".join(ids))))
    assert {name(document, tag) for tag in named(document, "button")} == {"a " * 999 + "a"}


def test_many_labels_in_every_rule() -> None:
    ids = [f"b{number}" for number in range(150)]
    check(page(buttons(ids, lambda _: " ".join(ids))))
    check(page(buttons(ids, lambda _: " ".join(ids), "aria-owns")))
    long = "<div id=d>" + "<span>woord </span>" * 700 + "</div>"
    check(page(long + "<a href=x target=_blank aria-describedby=d aria-labelledby=d>y</a>" * 300))
    check(page("<label>Naam" + "<input>" * 300 + "<select>" + "<option>a" * 300 + "</select></label>"))


@pytest.mark.parametrize("count", [1, 2, 5_000])
def test_owners_in_a_circle(count: int) -> None:
    body = "".join(
        f"<div role=listbox aria-label=x id=o{at} aria-owns='o{(at + 1) % count} weg'></div>"
        for at in range(count)
    )
    report = check(page(body + "<p role=option>x"), "aria-kinderen-ontbreken", "aria-ouder-ontbreekt")
    assert "aria-ouder-ontbreekt" in rules(report)


def test_headers_to_nowhere() -> None:
    rows = "<tr><td headers='nergens weg'>x</td></tr>" * 1_500
    assert "headers-verwijzing" in rules(check(page(f"<table><tr><th id=a>a</th></tr>{rows}</table>")))


def test_headers_with_10_000_ids() -> None:
    heads = "".join(f"<tr><th id=h{number}>a</th></tr>" for number in range(2_000))
    cell = f"<tr><td headers='{' '.join(f'h{number}' for number in range(10_000))}'>x</td></tr>"
    report = check(page(f"<table>{heads}{cell * 3}</table>"), "headers-verwijzing", "tabelkop-zonder-cellen")
    assert "tabelkop-zonder-cellen" not in rules(report)


@pytest.mark.parametrize(
    "spans", ["colspan=1000", "rowspan=65534", "rowspan=0", "colspan=1000 rowspan=65534"]
)
def test_a_table_of_10_000_cells_with_wide_spans(spans: str) -> None:
    rows = f"<tr><th {spans}>a</th><td {spans}>x</td></tr>"
    document = read(page(f"<table>{rows * 5_000}</table>"))
    grid = html_grid(named(document, "table")[0])
    assert sum(map(len, grid.slots.values())) <= MAX_SLOTS
    check(page(f"<table>{rows * 400}</table>"))


@pytest.mark.parametrize(
    "broken",
    [
        "a{b:'",
        'a{b:"\n',
        "/*",
        "a{",
        "@media{",
        "@media screen{a{",
        "a(",
        "[",
        "{" * 100_000,
        "}" * 100_000,
        "{}" * 50_000,
        "a{" * 50_000,
        "a(" * 50_000,
        "@media{" * 50_000,
        "/*" * 50_000,
        "\\" * 50_000,
        "<!--" * 50_000,
        "a{b:'\n" * 30_000,
        "url(" * 50_000,
        "@layer x;" * 20_000,
        "[" * 50_000 + "{}",
        "a{b" + " " * 100_000 + ":c}",
        "a{color:b" + " " * 100_000 + "c}",
        "a{color:" + "! " * 50_000 + "}",
        "a{color:" + "!important " * 20_000 + "}",
        "@import url(" + " " * 100_000,
        "@import 'x' layer(" + " " * 100_000,
        "[a=b" + " " * 9_000 + "c]{}",
        ":not(" * 10_000 + "p" + ")" * 10_000 + "{color:red}",
        "p:not(" * 10_000,
        ".a" * 10_000 + "{color:red}",
        " ".join(["p"] * 10_000) + "{color:red}",
        ">".join(["p"] * 10_000) + "{color:red}",
        "".join(f".c{number}{{color:red}}" for number in range(20_000)),
        "".join(f"* .c{number} *{{color:red}}" for number in range(5_000)),
        "@media " + "(" * 10_000 + "color" + ")" * 10_000 + "{p{color:red}}",
        "@media not all{p{color:red}}" * 5_000,
        "@supports " + "not (" * 10_000 + "(a:b)" + "{}",
        "p{" + "& a, & b{" * 5_000 + "color:red" + "}" * 5_000 + "}",
    ],
    ids=range(39),
)
def test_malformed_style_leaves_what_stands_before_it(broken: str) -> None:
    assert looks(f"p{{color:#123456}}{broken}", "color") == "#123456"


def test_50_000_selectors() -> None:
    css = "".join(f".c{number}{{color:#000001}}" for number in range(50_000))
    assert looks(css, "color", "<p class=c49999>tekst") == "#000001"


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (":root{--a:var(--a)}", "#000001"),
        (":root{--a:var(--b);--b:var(--a)}", "#000001"),
        (":root{--a:var(--b,#000002);--b:var(--a,#000003)}", "#000001"),
        (":root{--a:#000004}", "#000004"),
        (":root{--a:var(--x,#000005)}", "#000005"),
        (":root{--a:var(--v0);--v900:#000006;" + CHAIN + "}",
         "#000006"),
        (":root{--a:var(--v0);--v1000:red;"
         + "".join(f"--v{at}:var(--v{at + 1}) var(--v{at + 1});" for at in range(1000)) + "}", "#000001"),
        (":root{--a:var(--v0);" + "".join(
            f"--v{at}:{' '.join(f'var(--v{other}, x)' for other in range(200))};" for at in range(200)) + "}",
         "#000001"),
        (":root{--a:" + "var(--x," * 5_000 + "red" + ")" * 5_000 + "}", "#000001"),
    ],
    ids=["itself", "two", "fallbacks", "plain", "fallback", "chain", "doubling", "all of all", "nested"],
)  # fmt: skip
def test_custom_properties_that_refer_to_each_other(css: str, found: str) -> None:
    assert looks(f"{css}p{{color:var(--a,#000001)}}", "color") == found


def test_deep_and_long_values() -> None:
    deep = "calc(" * 10_000 + "1px" + ")" * 10_000
    assert looks(f"main{{font-size:20px}}p{{font-size:{deep}}}", "font-size") == "20px"
    assert looks(f"p{{color:#000001;color:{'rgb(' * 10_000}1,2,3}}", "color")
    many = "".join(f"<p style='color:#888;margin:{number}px'>tekst</p>" for number in range(250))
    check(page(many, "<style>body{text-shadow:" + ",".join(["1px 1px #777"] * 250) + "}</style>"))


def test_10_000_style_attributes() -> None:
    body = "".join(f"<p style='color:#{number:06d};margin:{number}px'>tekst</p>" for number in range(10_000))
    report = check(page(body + "<a href=x></a>"), "link-zonder-naam")
    assert rules(report) == {"link-zonder-naam"}


HIDES = "a{display:none}"


def linked(folder: Path, href: str, *, name: str = "pagina.html") -> tuple[str, ...]:
    """Which sheets of a page that links to ``href`` are unknown; the page is written to ``folder``."""
    source = page("<a href=x></a>", f"<link rel=stylesheet href='{href}'>")
    (folder / name).write_text(source, "utf-8")
    return unknown_stylesheets(read(source, str(folder / name)))


@pytest.mark.parametrize(
    "href", ["stijl.css", "./css/../stijl.css", "css/diep.css", "stijl.css?v=3#x", "stij%6c.css"]
)
def test_a_style_sheet_below_the_page_is_read(tmp_path: Path, href: str) -> None:
    (tmp_path / "css").mkdir()
    for at in ("stijl.css", "css/diep.css"):
        (tmp_path / at).write_text(HIDES, "utf-8")
    assert linked(tmp_path, href) == ()
    file = tmp_path / "pagina.html"
    assert not check(file.read_bytes(), "link-zonder-naam", at=str(file)).findings


@pytest.mark.parametrize(
    "href",
    [
        "../geheim.css", "css/../../geheim.css", "%2e%2e/geheim.css", "/etc/passwd", "//voorbeeld.nl/a.css",
        "https://voorbeeld.nl/a.css", "file:///etc/passwd", "\\\\server\\a.css", "C:/a.css", "weg.css", "css",
        "koppeling.css", "groot.css", "data:image/png,x", "x" * 5_000 + ".css",
    ],
)  # fmt: skip
def test_any_other_style_sheet_is_not_read(tmp_path: Path, href: str) -> None:
    (tmp_path / "geheim.css").write_text(HIDES, "utf-8")
    folder = tmp_path / "site"
    (folder / "css").mkdir(parents=True)
    (folder / "groot.css").write_text(HIDES + " " * 3_000_000, "utf-8")
    if href == "koppeling.css":
        try:
            (folder / href).symlink_to(tmp_path / "geheim.css")
        except OSError:
            pytest.skip("hier kunnen geen koppelingen worden gemaakt")
    assert len(linked(folder, href)) == 1
    file = folder / "pagina.html"
    found = check(file.read_bytes(), "link-zonder-naam", at=str(file)).findings
    assert {one.outcome for one in found} <= {"cantTell", "failed"}


def test_unknown_style_makes_contrast_uncertain(tmp_path: Path) -> None:
    body = "<p style='color:#eee'>tekst</p>"
    sure = check(page(body), "tekst-contrast")
    unsure = check(
        page(body, "<link rel=stylesheet href=../a.css>"), "tekst-contrast", at=str(tmp_path / "a.html")
    )
    assert [one.outcome for one in sure.findings] == ["failed"]
    assert "failed" not in {one.outcome for one in unsure.findings}


@pytest.mark.parametrize(("count", "known"), [(1, True), (2, True), (10, True), (100, False)])
def test_sheets_that_import_each_other(tmp_path: Path, count: int, *, known: bool) -> None:
    for number in range(count):
        css = f"@import 's{(number + 1) % count}.css';@import url(s{number}.css);.c{number}{{color:red}}"
        (tmp_path / f"s{number}.css").write_text(css, "utf-8")
    assert (linked(tmp_path, "s0.css") == ()) is known


@pytest.mark.parametrize(
    ("found", "source"),
    [
        (
            "lege-kop",
            XHTML,
        ),
        ("link-zonder-naam", "<p>Alleen een alinea <a href=x></a>"),
        (
            "iframe-zonder-naam",
            "<html lang=nl><title>Kaders</title><body>" + "<iframe src=a.html></iframe>" * 500,
        ),
        (
            "paginatitel-ontbreekt",
            "<html lang=nl>" + "<frameset cols=*><frame src=a.html>" * 2_000 + "<noframes>x",
        ),
        (
            "paginatitel-ontbreekt",
            "<html lang=nl><svg><title>tekening</title><foreignObject><p>x<title></title></svg>",
        ),
        ("link-zonder-naam", page("<a href=x></a>" + "<" * 5_000 + "</" * 5_000)),
        ("link-zonder-naam", page("<a href=x></a><!-- " * 5_000)),
        ("link-zonder-naam", page("<a href=x></a><textarea>" + "<p>" * 5_000)),
    ],
    ids=["xhtml", "no html", "frames", "framesets", "svg title", "brackets", "comment", "textarea"],
)
def test_strange_pages(found: str, source: str) -> None:
    assert found in rules(check(source))


@pytest.mark.parametrize(
    ("codec", "meta"),
    [("cp1252", "windows-1252"), ("cp1252", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "bestaatniet"),
     ("utf-16", "utf-8"), ("utf-8-sig", "windows-1252")],
)  # fmt: skip
def test_charsets(codec: str, meta: str) -> None:
    source = page("<p>Één café, één patiënt</p><a href=x></a>", f"<meta charset={meta}>")
    report = check(source.encode(codec), "link-zonder-naam")
    assert rules(report) == {"link-zonder-naam"}
    if meta in {"windows-1252", "utf-8"} and codec != "utf-8-sig":
        assert "café" in report.source.text


def test_a_page_that_is_one_script() -> None:
    source = (
        "<!doctype html><html lang=nl><title>x</title><script>" + "var a = '<p>x</p>';" * 40_000 + "</script>"
    )
    settings = Settings(choice=Choice(select=EVERY_RULE), whole_page=True, debug=True)
    (problem,) = lint_bytes(source.encode(), "a.html", settings).errors
    assert "geen leesbare tekst" in problem.message


def test_a_page_with_nul_bytes_is_refused_with_a_reason() -> None:
    report = lint_bytes(b"<html lang=nl><p>te\0kst\0", "a.html", Settings(debug=True))
    assert "geen gewone tekst" in report.errors[0].message
