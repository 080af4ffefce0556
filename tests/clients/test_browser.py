"""``--browser``: pages of a small website, as a real browser shows them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from duidelijk.cli import duidelijk
from duidelijk.cli.rendered import file_reports, url_reports
from duidelijk.errors import ConfigError, ReadError
from duidelijk.html.css import style
from duidelijk.model import Report
from duidelijk.readers.browser import BrowserReader, Limits
from duidelijk.readers.utf16 import code_points, whole
from duidelijk.settings import Choice, Settings
from tests.clients.page_server import Answer, website
from tests.conftest import unavailable

Look = Callable[..., list[Report]]
HEAD = '<!DOCTYPE html>\n<html lang="nl">\n<head><title>Parkeren in Dijkdorp</title>{}</head>\n<body>\n'
FULL = '<script>for (let i = 0; i < 100001; i++) document.body.append(document.createElement("i"))</script>'
SHORT = Limits(answer=4, load=2, quiet=1, look=3, whole=20, close=3)


def page(body: str, head: str = "") -> Answer:
    return Answer(HEAD.format(head) + f"<main><h1>Parkeren</h1>\n{body}</main>\n</body></html>")


def started(limits: Limits | None = None) -> BrowserReader:
    reader = BrowserReader(allow_private=True, limits=limits)
    try:
        return reader.__enter__()
    except ReadError as problem:
        unavailable(f"a browser and playwright are needed: {problem}")


@pytest.fixture(scope="module")
def reader() -> Iterator[BrowserReader]:
    found = started()
    yield found
    found.__exit__(None, None, None)


@pytest.fixture(scope="module")
def hasty() -> Iterator[BrowserReader]:
    """A reader that soon loses its patience."""
    found = started(SHORT)
    yield found
    found.__exit__(None, None, None)


@pytest.fixture
def look(reader: BrowserReader) -> Look:
    def looked(answers: Mapping[str, Answer], *select: str, path: str = "/") -> list[Report]:
        settings = Settings(
            choice=Choice(select=select), low_confidence=True, all_suggestions=True, debug=True
        )
        with website(answers) as (address, _):
            return list(url_reports(reader, address + path, settings))

    return looked


def found(report: Report) -> list[tuple[str, str, str]]:
    assert report.errors == ()
    text = report.source.text
    return [(one.rule, text[slice(*one.span)], one.outcome) for one in report.findings]


pytestmark = pytest.mark.integration
CONTRAST = "tekst-contrast"


def test_what_a_script_makes_is_checked(look: Look) -> None:
    body = """<div id="app"></div><script>
      document.getElementById("app").innerHTML = '<p>Klik <a href="/x"></a> 😀 <img src="a.png"></p>';
      document.title = "";</script>"""
    (report,) = look({"/": page(body)}, "alt-ontbreekt", "link-zonder-naam", "paginatitel-ontbreekt")
    assert found(report) == [
        ("paginatitel-ontbreekt", "<title>", "failed"),
        ("link-zonder-naam", '<a href="/x">', "failed"),
        ("alt-ontbreekt", '<img src="a.png">', "failed"),
    ]


def test_colours_from_a_linked_style_sheet_are_sure(look: Look) -> None:
    css = Answer(
        ".vaag { color: #999 } .goed { color: #333 } .mix { color: oklch(0.75 0 0) }", kind="text/css"
    )
    body = '<p class="vaag">Te licht.</p><p class="goed">Goed te lezen.</p><p class="mix">Ook licht.</p>'
    answers = {"/": page(body, '<link rel="stylesheet" href="/stijl.css">'), "/stijl.css": css}
    (report,) = look(answers, CONTRAST)
    assert found(report) == [
        (CONTRAST, '<p class="vaag">', "failed"),
        (CONTRAST, '<p class="mix">', "failed"),
    ]


def test_large_letters_may_have_less_contrast(look: Look) -> None:
    css = Answer(
        "p { color: #888 } .groot { font-size: 1.5rem } .vet { font: bold 14pt serif }", kind="text/css"
    )
    body = '<p class="klein">Klein.</p><p class="groot">Groot.</p><p class="vet">Groot genoeg.</p>'
    answers = {"/": page(body, '<link rel="stylesheet" href="/stijl.css">'), "/stijl.css": css}
    (report,) = look(answers, CONTRAST)
    assert found(report) == [(CONTRAST, '<p class="klein">', "failed")]


def test_text_on_a_picture_is_left_to_a_person(look: Look) -> None:
    css = Answer(".kop { background-image: url(/foto.png); color: #fff }", kind="text/css")
    answers = {
        "/": page('<p class="kop">Wit op een foto.</p>', '<link rel="stylesheet" href="/stijl.css">'),
        "/stijl.css": css,
    }
    (report,) = look(answers, CONTRAST)
    assert [outcome for *_, outcome in found(report)] in ([], ["cantTell"])
    css = Answer(".kop { background-image: url(/foto.png); color: #999 }", kind="text/css")
    (report,) = look(answers | {"/stijl.css": css}, CONTRAST)
    assert found(report) == [(CONTRAST, '<p class="kop">', "cantTell")]


def test_what_a_linked_style_sheet_hides_is_not_flagged(look: Look) -> None:
    css = Answer(".weg { display: none } .buiten { position: absolute; left: -9999px }", kind="text/css")
    body = """<p class="weg"><a href="/1"></a><img src="a.png"></p>
      <p class="buiten" style="color: #eee">Voor wie luistert.</p><p><a href="/2"></a></p>"""
    answers = {"/": page(body, '<link rel="stylesheet" href="/stijl.css">'), "/stijl.css": css}
    (report,) = look(answers, "link-zonder-naam", "alt-ontbreekt", CONTRAST)
    assert found(report) == [("link-zonder-naam", '<a href="/2">', "failed")]


def test_a_name_that_a_style_sheet_may_give_is_left_to_a_person(look: Look) -> None:
    css = Answer('.meer::before { content: "Lees meer" }', kind="text/css")
    body = '<p><a class="meer" href="/1"></a> en <a href="/2"></a></p>'
    answers = {"/": page(body, '<link rel="stylesheet" href="/stijl.css">'), "/stijl.css": css}
    (report,) = look(answers, "link-zonder-naam")
    assert [(text, outcome) for _, text, outcome in found(report)] == [
        ('<a class="meer" href="/1">', "cantTell"),
        ('<a href="/2">', "failed"),
    ]


def test_a_style_sheet_that_does_not_load_makes_nothing_sure(look: Look) -> None:
    body = '<p style="color: #999">Licht.</p><input id="a">'
    head = '<link rel="stylesheet" href="/weg.css">'
    (report,) = look({"/": page(body, head)}, CONTRAST, "veld-zonder-label")
    assert found(report) == [("veld-zonder-label", '<input id="a">', "cantTell")]
    assert any("weg.css" in notice.message for notice in report.notices)


def test_a_fade_in_is_looked_at_when_it_is_done(look: Look) -> None:
    head = "<style>@keyframes op { from { opacity: 0 } } p { animation: op 60s; color: #999 }</style>"
    (report,) = look({"/": page("<p>Dit komt langzaam op.</p>", head)}, CONTRAST)
    assert found(report) == [(CONTRAST, "<p>", "failed")]


def test_parts_in_a_shadow_tree_are_checked_with_ids_of_their_own(look: Look) -> None:
    body = """<p id="a">Een.</p><mijn-deel><span slot="tekst">Gegeven tekst</span></mijn-deel><script>
      customElements.define("mijn-deel", class extends HTMLElement { connectedCallback() {
        this.attachShadow({ mode: "open" }).innerHTML =
          '<title>Van het deel</title>' +
          '<p id="a"><slot name="tekst"></slot></p><label for="b">Naam</label>' +
          '<input id="b"><input id="c">';
      } });</script>"""
    (report,) = look({"/": page(body)}, "dubbele-id", "veld-zonder-label")
    assert found(report) == [("veld-zonder-label", '<input id="c-s1">', "failed")]
    part = report.source.text.partition("<mijn-deel>")[2].partition("<script>")[0]
    assert "Van het deel" not in part
    assert "Gegeven tekst" in part.partition("<slot")[2]


def test_frames_of_the_same_site_have_a_report_of_their_own(look: Look) -> None:
    body = '<iframe title="Kaart" src="/kaart"></iframe><iframe src="/weg" hidden title="Weg"></iframe>'
    inside = Answer("<!DOCTYPE html><p><a href='/'></a></p>")
    reports = look(
        {"/": page(body), "/kaart": inside, "/weg": inside}, "link-zonder-naam", "paginataal-ontbreekt"
    )
    assert [report.source.name.rpartition("/")[2] for report in reports] == ["", "kaart"]
    assert found(reports[0]) == []
    assert [rule for rule, *_ in found(reports[1])] == ["link-zonder-naam"]
    assert any("kader" in notice.message for notice in reports[1].notices)


def test_the_report_says_that_a_browser_looked(look: Look) -> None:
    (report,) = look({"/": page("<p>Tekst.</p>")}, CONTRAST)
    assert report.source.origin == "rendered"
    assert "in een browser" in report.notices[0].message


def test_text_that_is_put_in_order_by_the_parser_keeps_its_styles(reader: BrowserReader) -> None:
    body = "<table><tr><td style='color: red'>😀 a</td></tr></table><p style='color: blue'>b<p>c"
    with website({"/": page(body)}) as (address, _):
        (made,) = reader.read(address)
    root = made.document.raw
    assert [style(made.document, root.find(name)).get("color") for name in ("td", "p")] == [
        "rgb(255, 0, 0)",
        "rgb(0, 0, 255)",
    ]
    assert all(style(made.document, tag).certain for tag in root.find_all(True))


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({}, "bestaat niet (status 404)"),
        ({"/": Answer("ja", kind="text/plain")}, "geen webpagina maar text/plain"),
        ({"/": Answer("x", kind="application/zip")}, "een bestand om te downloaden"),
        (
            {"/": Answer("<p>x", headers={"Content-Disposition": "attachment; filename=a.html"})},
            "een bestand om te downloaden",
        ),
        ({"/": Answer(status=302, headers={"Location": "/"})}, "in een kring"),
        ({"/": Answer(status=500)}, "storing (status 500)"),
        ({"/": page(FULL)}, "te groot"),
    ],
    ids=["404", "text", "zip", "download", "circle", "500", "huge"],
)  # fmt: skip
def test_what_is_no_page_gives_a_message(look: Look, answers: dict[str, Answer], message: str) -> None:
    (report,) = look(answers, CONTRAST)
    (error,) = report.errors
    assert message in error.message
    assert error.hint


def test_alerts_do_not_stop_the_browser(look: Look) -> None:
    body = (
        '<script>alert("a"); confirm("b"); window.onbeforeunload = () => "c"</script><p><a href="/1"></a></p>'
    )
    (report,) = look({"/": page(body)}, "link-zonder-naam")
    assert len(found(report)) == 1


def test_a_script_that_never_ends_gives_a_message_and_the_next_page_is_checked(hasty: BrowserReader) -> None:
    stuck = page("<script>setTimeout(() => { while (true) { } }, 0)</script>")
    forever = page("<script>while (true) { }</script>")
    answers = {"/vast": stuck, "/altijd": forever, "/goed": page("<p>Goed.</p>")}
    with website(answers) as (address, _):
        for path in ("/vast", "/altijd"):
            with pytest.raises(ReadError) as problem:
                hasty.read(address + path)
            assert "blijft bezig" in problem.value.message
        assert len(hasty.read(f"{address}/goed")) == 1


def test_what_loads_too_long_is_not_waited_for(hasty: BrowserReader) -> None:
    never = threading.Event()
    answers = {
        "/": page('<p>Tekst.</p><img alt="" src="/nooit.png">'),
        "/nooit.png": Answer(wait=never),
        "/stil": Answer(wait=never),
    }
    with website(answers) as (address, _):
        try:
            (made,) = hasty.read(address)
            assert any("bleef laden" in notice.message for notice in made.notices)
            with pytest.raises(ReadError, match="niet op tijd"):
                hasty.read(f"{address}/stil")
        finally:
            never.set()


def test_a_page_that_keeps_going_elsewhere_ends(hasty: BrowserReader) -> None:
    with website({"/": page("<script>location.reload()</script>")}) as (address, _):
        try:
            ended = bool(hasty.read(address))
        except ReadError as problem:
            ended = problem.hint is not None
    assert ended


def test_a_site_on_a_network_of_ones_own_is_asked_for_first() -> None:
    with website({"/": page("")}) as (address, asked):
        for given, message in (
            (address, "eigen netwerk"),
            ("ftp://a.nl/", "http"),
            ("http://u:p@a.nl/", "geldig"),
        ):
            with pytest.raises(ReadError, match=message):
                BrowserReader().read(given)
        assert asked == []


def test_a_page_that_fits_one_way_of_holding_the_screen(look: Look) -> None:
    css = Answer("@media (orientation: portrait) { main { transform: rotate(90deg) } }", kind="text/css")
    answers = {"/": page("<p>Tekst.</p>", '<link rel="stylesheet" href="/stijl.css">'), "/stijl.css": css}
    (report,) = look(answers, "staande-stand")
    assert [(text, outcome) for _, text, outcome in found(report)] == [("<main>", "failed")]


def test_files_and_other_texts_go_together(reader: BrowserReader, tmp_path: Path) -> None:
    (tmp_path / "stijl.css").write_text("p { color: #999 }", "utf-8")
    file = tmp_path / "pagina met spatie.html"
    file.write_text(page("<p>Licht.</p>", '<link rel="stylesheet" href="stijl.css">').body, "utf-8")
    text = tmp_path / "brief.txt"
    text.write_text("Beste inwoner,\n", "utf-8")
    settings = Settings(choice=Choice(select=(CONTRAST,)))
    reports = list(file_reports(reader, [file, text, ReadError("Weg.", file="x.html")], settings))
    assert [report.source.name for report in reports] == [str(file), str(text), "x.html"]
    assert found(reports[0]) == [(CONTRAST, "<p>", "failed")]
    assert reports[2].errors


def test_the_command_line_checks_a_site(reader: BrowserReader) -> None:
    answers = {"/": page("<p style='color: #999'>Licht.</p>")}
    with website(answers) as (address, _):
        arguments = ["check", "--browser", "--allow-private", "--format", "json", "--select", CONTRAST]
        done = CliRunner().invoke(duidelijk, [*arguments, address, f"{address}/weg"], standalone_mode=False)
    reports = json.loads(done.stdout)["reports"]
    assert [report.get("origin") for report in reports] == ["rendered", None]
    assert [len(report["errors"]) for report in reports] == [0, 1]
    assert reports[0]["findings"][0]["outcome"] == "failed"
    assert done.return_value == 2


@pytest.mark.parametrize("arguments", [["--fix", "a.html"], ["--diff", "a.html"], ["-"]])
def test_what_cannot_go_with_a_browser_is_refused(arguments: list[str]) -> None:
    done = CliRunner().invoke(duidelijk, ["check", "--browser", *arguments], standalone_mode=False)
    assert isinstance(done.exception, ConfigError)
    assert done.exception.hint


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "playwright.async_api", None)
    with pytest.raises(ReadError, match="uitbreiding") as problem:
        BrowserReader().__enter__()
    assert "duidelijk[browser]" in (problem.value.hint or "")


def test_places_of_javascript_become_places_of_python() -> None:
    text = "a😀b\ud800c"
    assert whole(text) == "a😀b\ufffdc"
    assert list(code_points(text, [0, 1, 3, 4, 5])) == [0, 1, 2, 3, 4]
