"""Reports: each format is valid, points at the right place and survives any text."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from duidelijk._version import __version__
from duidelijk.errors import ConfigError
from duidelijk.model import (
    LEVELS,
    Edit,
    Finding,
    Guideline,
    Level,
    Outcome,
    Problem,
    Report,
    Score,
    Source,
    Span,
    Suggestion,
)
from duidelijk.report import FORMATS, RuleInfo
from duidelijk.report import render as render_pieces
from duidelijk.report.common import Places, merged, path
from duidelijk.report.excerpt import excerpt
from duidelijk.report.width import visible, width
from tests.conftest import unavailable

HERE = Path(__file__).parent
GOLDEN = HERE / "reports"
ENDINGS = {
    "text": "txt",
    "sarif": "sarif.json",
    "rdjson": "rdjson.json",
    "gitlab": "gitlab.json",
    "junit": "xml",
}
CHECKLIST = Guideline("Direct Duidelijk, checklist", "https://directduidelijk.nl/")
WCAG = Guideline("WCAG 2.2", "https://www.w3.org/TR/WCAG22/")

LETTER = """Geachte mevrouw De Vries,

Wij hebben uw aanvraag d.d. 3 maart 2025 ontvangen.
Teneinde uw aanvraag te kunnen beoordelen, verzoeken wij u om binnen vier weken de ontbrekende stukken, \
waaronder een kopie van uw huurovereenkomst, aan ons te verstrekken, bij gebreke waarvan wij uw aanvraag \
niet in behandeling kunnen nemen.
\tU dient\tde stukken 🙂 te ondertekenen.
Het cafe\u0301 in de 日本straat is ge\u00adsloten in verband met werkzaamheden.
"""
PAGE = """<html><body>
   <img src="IMG_2041.jpg"
      class="foto">
<p>Meer over de <b>regeling</b>: <a href="/regeling">klik hier</a></p></body></html>
"""


def render(
    reports: Iterable[Report],
    form: str,
    rules: Mapping[str, RuleInfo],
    *,
    color: bool = False,
    width: int = 100,
) -> str:
    """The whole report as one text."""
    return "".join(render_pieces(reports, form, rules, color=color, width=width))


def finding(  # one finding, with what a test does not care about filled in
    text: str,
    found: str,
    rule: str,
    message: str,
    *alternatives: str,
    level: Level = "warning",
    outcome: Outcome = "failed",
    guideline: Guideline = CHECKLIST,
    wcag: tuple[str, ...] = (),
    safe: bool = False,
) -> Finding:
    at = text.index(found)
    span = Span(at, at + len(found))
    return Finding(
        rule=rule,
        span=span,
        message=message,
        level=level,
        confidence="high",
        outcome=outcome,
        excerpt=found,
        guideline=guideline,
        fingerprint=f"{rule}-{found[:8]}",
        suggestions=tuple(
            Suggestion(f"‘{word}’", (Edit(span, word),), "safe" if safe and index == 0 else "manual")
            for index, word in enumerate(alternatives)
        ),
        wcag=wcag,
    )


def letter() -> Report:
    long = LETTER[LETTER.index("Teneinde") : LETTER.index("nemen.") + 6]
    dates = "Schrijf liever ‘van’ dan ‘d.d.’."
    to = "Schrijf liever ‘Om’ dan ‘Teneinde’."
    without = "‘bij gebreke waarvan’ is moeilijk: zeg het met gewone woorden."
    because = "Schrijf liever ‘door’ dan ‘in verband met’."
    gone = Suggestion("Weglaten", (Edit(Span(LETTER.index(" in verband"), LETTER.index(" werkz")), ""),))
    door = finding(LETTER, "in verband met", "voorzetseluitdrukking", because, "door", level="suggestion")
    return Report(
        Source("brieven/aanvraag.md", LETTER, "0" * 64),
        "markdown",
        "letter",
        "nl",
        findings=(
            finding(LETTER, "d.d.", "afgekort-woord", dates, "van", level="suggestion", safe=True),
            finding(LETTER, "Teneinde", "formeel-woord", to, "Om", safe=True),
            finding(LETTER, long, "lange-zin", "Deze zin heeft 35 woorden: maak er twee van.", level="error"),
            finding(LETTER, "bij gebreke waarvan", "formeel-woord", without, "anders", "als dat niet lukt"),
            finding(LETTER, "dient\tde stukken 🙂 te", "dienen-te", "Schrijf liever ‘moet’ dan ‘dient te’."),
            Finding(
                **{name: getattr(door, name) for name in Finding.__slots__ if name != "suggestions"},
                suggestions=(*door.suggestions, gone),
            ),
            finding(LETTER, "werkzaamheden", "vaag-woord", "Zeg wat er gebeurt.", outcome="cantTell"),
        ),
        scores=(
            Score("lix", 41.5, "0-100", "gemiddeld", {"woorden": 61.0}, reliable=False, source=CHECKLIST),
        ),
        words=312,
        hidden=4,
    )


def page() -> Report:
    tag = '<img src="IMG_2041.jpg"\n      class="foto">'
    alt = "Deze afbeelding heeft geen alt-tekst: beschrijf wat erop staat."
    vague = "De link ‘klik hier’ zegt niet waar hij heen gaat: noem het onderwerp."
    slow = "De regel ‘lange-zin’ duurde te lang en is overgeslagen."
    english = "In het Engels: regel 4. De taalregels zijn daar overgeslagen."
    return Report(
        Source("site\\contact pagina.html", PAGE, "1" * 64),
        "html",
        "page",
        "nl",
        findings=(
            finding(PAGE, tag, "alt-ontbreekt", alt, level="error", guideline=WCAG, wcag=("1.1.1",)),
            finding(PAGE, "klik hier", "vage-linktekst", vague, guideline=WCAG, wcag=("2.4.4",)),
        ),
        errors=(Problem(slow, "site\\contact pagina.html", 4, "Maak de alinea korter.", "lange-zin"),),
        words=5,
        notices=(Problem(english, "site\\contact pagina.html", 4),),
    )


def unread() -> Report:
    problem = Problem("Dit bestand is geen tekst.", "brieven/foto.txt", hint="Sla het op als tekst (UTF-8).")
    return Report(Source("brieven/foto.txt", "", ""), "text", errors=(problem,))


def clean() -> Report:
    return Report(Source("brieven/kort.txt", "Dag mevrouw De Vries.\n", "2" * 64), "text", words=4)


ALL = (letter(), page(), unread(), clean())
RULES = {
    "lange-zin": RuleInfo(
        "lange-zin",
        "zinsbouw",
        "Deze zin heeft {woorden} woorden: maak er twee van.",
        "Lange zinnen zijn moeilijk te volgen.",
        "error",
        CHECKLIST,
        url="https://example.org/regels/lange-zin",
    ),
    "alt-ontbreekt": RuleInfo(
        "alt-ontbreekt",
        "toegankelijkheid",
        "Deze afbeelding heeft geen alt-tekst: beschrijf wat erop staat.",
        "Wie niet ziet, hoort de alt-tekst.",
        "error",
        WCAG,
        ("1.1.1",),
        "techniek",
    ),
}


def validator(file: Path) -> Draft202012Validator:
    schema = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


SCHEMAS = {
    "json": validator(HERE.parent / "duidelijk" / "schemas" / "report.schema.json"),
    **{name: validator(HERE / "schemas" / f"{name}.schema.json") for name in ("sarif", "rdjson", "gitlab")},
}


def valid(text: str, name: str) -> Any:
    value = json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
    errors = [f"{error.json_path}: {error.message}" for error in SCHEMAS[name].iter_errors(value)]
    assert errors == []
    return value


# Golden files. DUIDELIJK_UPDATE_SNAPSHOTS=1 writes them anew: read the difference before you commit it.


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_golden(name: str) -> None:
    text = render(ALL, name, RULES).replace(__version__, "VERSIE")
    golden = GOLDEN / f"basis.{ENDINGS.get(name, name)}"
    if os.environ.get("DUIDELIJK_UPDATE_SNAPSHOTS") == "1":
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()


def test_golden_in_colour() -> None:
    text = render((letter(),), "text", RULES, color=True, width=80)
    golden = GOLDEN / "kleur.txt"
    if os.environ.get("DUIDELIJK_UPDATE_SNAPSHOTS") == "1":
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()
    plain = render((letter(),), "text", RULES, width=80)
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == plain
    assert "\x1b" not in plain


def official_sarif_schema(folder: Path) -> Path:
    """The schema in the npm package of SARIF's own makers; nothing else ships it. It is not ours to keep."""
    npm = shutil.which("npm")
    if npm is None:
        unavailable("npm is needed for the official SARIF schema")
    packed = subprocess.run(
        [str(npm), "pack", "--silent", "@microsoft/sarif-multitool-linux"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if packed.returncode:
        unavailable("the npm registry does not answer")
    with tarfile.open(folder / packed.stdout.strip()) as archive:
        schema = archive.extractfile("package/sarif-2.1.0.json")
        assert schema is not None
        (folder / "sarif-2.1.0.json").write_bytes(schema.read())
    return folder / "sarif-2.1.0.json"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_follows_its_schema(name: str) -> None:
    valid(render(ALL, name, RULES), name)
    valid(render((), name, {}), name)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schema_refuses_a_field_too_many(name: str) -> None:
    value = valid(render(ALL, name, RULES), name)
    (value[0] if name == "gitlab" else value)["extra"] = 1
    assert not SCHEMAS[name].is_valid(value)


@pytest.mark.integration
def test_sarif_follows_the_official_schema(tmp_path: Path) -> None:
    official = validator(official_sarif_schema(tmp_path))
    assert [error.message for error in official.iter_errors(json.loads(render(ALL, "sarif", RULES)))] == []


def test_unknown_format_names_the_choices() -> None:
    with pytest.raises(ConfigError) as caught:
        render((), "yaml", {})
    assert "‘yaml’" in caught.value.message
    assert all(name in (caught.value.hint or "") for name in FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_loads_only_the_renderer_that_is_asked_for(name: str) -> None:
    code = (
        "import sys; from duidelijk.report import render; render((), sys.argv[1], {});"
        "print(*(m for m in sys.modules if m.startswith('duidelijk.report.')))"
    )
    run = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True)
    loaded = {module.rpartition(".")[2] for module in run.stdout.split()}
    own = {"json": "json_report", "csv": "csv_report", "html": "html_report"}
    renderers = {own.get(form, form) for form in FORMATS}
    assert loaded & renderers == {own.get(name, name)}


# Text


def underlined(text: str) -> list[str]:
    """What stands above each run of ^ in text output, cut by display columns."""
    lines = text.splitlines()
    found = []
    for above, below in itertools.pairwise(lines):
        if set(below.removeprefix("  | ")) <= set(" ^") and "^" in below:
            column, piece = 0, ""
            for char in above:
                if below[column : column + 1] == "^" or (piece and unicodedata.combining(char)):
                    piece += char
                column += width(char)
            found.append(piece)
    return found


def test_text_underlines_what_the_finding_is_about() -> None:
    places = underlined(render((letter(),), "text", {}, width=100))
    assert places[0] == "d.d."
    assert places[1] == "Teneinde"
    assert places[2].startswith("Teneinde uw aanvraag")
    assert places[3:] == [
        "bij gebreke waarvan",
        "dient    de stukken 🙂 te",
        "in verband met",
        "werkzaamheden",
    ]


def test_text_underlines_to_the_end_of_the_line_when_the_place_runs_on() -> None:
    assert underlined(render((page(),), "text", {}))[0] == '<img src="IMG_2041.jpg"'


def test_text_names_alternatives_only_when_the_message_does_not() -> None:
    text = render((letter(),), "text", {})
    assert "Liever: ‘anders’ of ‘als dat niet lukt’\n" in text
    assert "Kan ook: weglaten\n" in text
    assert text.count("Liever:") == 1
    assert text.count("Kan ook:") == 1


def test_text_with_several_lines_of_message_stays_within_the_width() -> None:
    text = render((letter(),), "text", {}, width=50)
    body = text[: text.index("Dit komt")]
    assert max(width(line) for line in body.splitlines() if line.startswith("  ")) <= 50


def test_text_puts_the_worst_file_first() -> None:
    text = render(ALL, "text", RULES)
    table = text[text.index("Hier valt") :].splitlines()[2:4]
    assert table[0].endswith("site\\contact pagina.html")
    assert table[1].endswith("brieven/aanvraag.md")


def test_text_closes_with_one_line_that_counts() -> None:
    last = render(ALL, "text", RULES).splitlines()[-1]
    assert last == (
        "3 bestanden gecontroleerd, 8 meldingen: 2 ernstig, 4 waarschuwingen, 2 suggesties"
        " (en 1 om zelf na te kijken)."
    )


def test_text_tells_what_it_does_not_show() -> None:
    text = render(ALL, "text", RULES)
    assert "4 bekende meldingen weggelaten (--baseline).\n" in text
    assert "Met --fix past duidelijk 2 plekken zelf aan.\n" in text
    assert "1 bestand niet gecontroleerd, zie de uitleg hierboven.\n" in text


def test_text_of_nothing_found_is_one_friendly_sentence() -> None:
    assert render((clean(),), "text", {}) == "1 bestand gecontroleerd: geen meldingen, dit leest duidelijk.\n"
    assert render((), "text", {}) == "Er zijn geen bestanden gecontroleerd.\n"
    assert "leest duidelijk" not in render((unread(),), "text", {})


def test_text_cannot_steer_the_terminal() -> None:
    nasty = "Een \x1b[2J scherm \x07 en \u202eomgekeerd\u202c \r\n"
    item = finding(nasty, "scherm", "vaag\x1b[1mwoord", "Zeg ‘\x1b]0;x\x07’ anders.", "\x1b[0m")
    text = render((Report(Source("a\x1b[3Jb.txt", nasty, ""), "text", findings=(item,)),), "text", {})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert underlined(text) == ["scherm"]


@pytest.mark.parametrize("room", [40, 60, 100])
@pytest.mark.parametrize("start", [0, 10, 2_000_000, 3_999_990])
def test_a_long_line_is_cut_around_the_place(room: int, start: int) -> None:
    text = "woord zin " * 400_000
    line = Span(0, len(text))
    piece = excerpt(text, line, Span(start, start + 5), room)
    assert piece is not None
    assert width(piece.line) <= room
    assert piece.line[piece.start : piece.start + piece.length] == "woord"
    assert piece.line.startswith("…") == (start > room)
    assert piece.line.endswith("…") == (start + room < len(text))


def test_a_blank_line_shows_no_line() -> None:
    assert excerpt("   \t", Span(0, 4), Span(0, 0), 80) is None
    assert excerpt("", Span(0, 0), Span(0, 0), 80) is None


@given(st.text(st.sampled_from("ab é\u0301日🙂\u00ad\u200d\t")), st.integers(0, 30), st.integers(0, 30))
def test_the_mark_lies_under_the_place(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    piece = excerpt(text, Span(0, len(text)), span, 60)
    if piece is None:
        assert not visible(text).strip()
        return
    assert width(piece.line) <= 60
    if "…" not in piece.line:
        before = visible(text[: span.start]).lstrip()
        found = visible(text[slice(*span)])
        assert piece.start == width(before)
        assert piece.line.startswith(before)
        assert piece.length == max(1, width(found)) or found != found.rstrip()


# The other formats


def test_json_places_cut_the_source_to_the_excerpt() -> None:
    value = valid(render(ALL, "json", RULES), "json")
    for report, shown in zip(ALL, value["reports"], strict=True):
        lines = report.source.text.split("\n")
        for item in shown["findings"]:
            start, end = item["span"]["start"], item["span"]["end"]
            assert report.source.text[start["offset"] : end["offset"]] == item["excerpt"]
            assert "\n".join(lines[start["line"] - 1 :])[start["column"] - 1 :].startswith(item["excerpt"])


def test_json_gives_the_text_of_a_suggestion_only_when_it_fits_the_place() -> None:
    items = valid(render((letter(),), "json", {}), "json")["reports"][0]["findings"]
    texts = {item["title"]: item["text"] for entry in items for item in entry["suggestions"]}
    assert texts["‘door’"] == "door"
    assert texts["Weglaten"] is None


def test_json_summary_counts_review_apart() -> None:
    summary = valid(render(ALL, "json", RULES), "json")["summary"]
    assert summary["findings"] == {"error": 2, "warning": 4, "suggestion": 2, "cantTell": 1}
    assert (summary["files"], summary["errors"], summary["hidden"], summary["words"]) == (4, 2, 4, 321)
    assert next(iter(summary["rules"])) == "formeel-woord"


def test_sarif_points_and_mends() -> None:
    run = valid(render(ALL, "sarif", RULES), "sarif")["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    by_rule = {}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        by_rule[result["ruleId"]] = result
    assert rules[1]["properties"]["tags"] == ["toegankelijkheid", "techniek", "wcag-1.1.1"]
    assert rules[0]["shortDescription"]["text"] == "Deze zin heeft … woorden: maak er twee van."
    place = by_rule["alt-ontbreekt"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "site/contact%20pagina.html", "uriBaseId": "%SRCROOT%"}
    assert place["region"]["snippet"]["text"] == '<img src="IMG_2041.jpg"\n      class="foto">'
    assert (place["region"]["startLine"], place["region"]["endLine"]) == (2, 3)
    assert (by_rule["vaag-woord"]["kind"], by_rule["vaag-woord"]["level"]) == ("review", "none")
    assert "fixes" not in by_rule["voorzetseluitdrukking"]
    change = by_rule["afgekort-woord"]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "van"
    start = change["deletedRegion"]["charOffset"]
    assert LETTER[start : start + change["deletedRegion"]["charLength"]] == "d.d."
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["associatedRule"] == {
        "id": "lange-zin",
        "index": 0,
    }


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("brief één.md", "brief%20%C3%A9%C3%A9n.md"),
        ("a:b/c#d?.txt", "a%3Ab/c%23d%3F.txt"),
        ("./map/brief.txt", "map/brief.txt"),
        ("/srv/brief.txt", "file:///srv/brief.txt"),
        ("C:\\Mijn brieven\\a.txt", "file:///C:/Mijn%20brieven/a.txt"),
        ("\\\\server\\map\\a.txt", "file://server/map/a.txt"),
        ("https://example.org/zoek?q=een twee&x=100%", "https://example.org/zoek?q=een%20twee&x=100%25"),
        ("raw\udcff.txt", "raw%FF.txt"),
    ],
)
def test_sarif_escapes_names(name: str, uri: str) -> None:
    report = Report(Source(name, "", ""), "text", errors=(Problem("Niet te lezen.", name),))
    run = valid(render((report,), "sarif", {}), "sarif")["runs"][0]
    place = run["invocations"][0]["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_github_escapes_and_drops_columns_of_long_places() -> None:
    text = "een 100%: ja, nee\n"
    item = finding(text, "100%", "x,y:z", "Schrijf 100% anders:\r\nja, zo.", level="error")
    lines = render((Report(Source("a,b:c.md", text, ""), "markdown", findings=(item,)), page()), "github", {})
    first, *_, image, _ = lines.splitlines()
    assert first == (
        "::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=5,endColumn=9,title=x%2Cy%3Az"
        "::Schrijf 100%25 anders:%0D%0Aja, zo."
    )
    assert image.startswith("::error file=site/contact pagina.html,line=2,endLine=3,title=alt-ontbreekt::")


def test_gitlab_fingerprints_differ_and_do_not_depend_on_the_place() -> None:
    text = "Teneinde te helpen. Teneinde te helpen.\n"
    one = finding(text, "Teneinde", "formeel-woord", "Schrijf liever ‘om’.")

    def prints(*names: str, twice: bool = False) -> list[str]:
        findings = (one, one) if twice else (one,)
        reports = [Report(Source(name, text, ""), "text", findings=findings) for name in names]
        return [item["fingerprint"] for item in valid(render(reports, "gitlab", {}), "gitlab")]

    assert len(set(prints("a.txt", "b.txt", twice=True))) == 4
    assert prints("a.txt") == prints("./a.txt")
    assert prints("a.txt")[0] == prints("a.txt", twice=True)[0]


def test_junit_counts_what_it_holds() -> None:
    root = ET.fromstring(render(ALL, "junit", RULES))  # noqa: S314 - our own output
    assert [suite.get("name") for suite in root] == [path(report.source.name) for report in ALL]
    for element in (root, *root):
        assert int(element.get("tests", "")) == len(list(element.iter("testcase")))
        assert int(element.get("failures", "")) == len(list(element.iter("failure")))
        assert int(element.get("errors", "")) == len(list(element.iter("error")))
        assert int(element.get("skipped", "")) == len(list(element.iter("skipped")))
    assert (root.get("failures"), root.get("errors"), root.get("skipped")) == ("8", "2", "2")
    assert len(root[-1]) == 1
    assert len(root[-1][0]) == 0


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("repeat", [1, 400])
def test_rdjson_counts_bytes(bom: bool, repeat: int) -> None:
    text = "né日🙂 " * repeat + "teneinde\r\nzo: teneinde"
    for at in (text.index("teneinde"), text.rindex("teneinde")):
        span = Span(at, at + 8)
        item = Finding(
            "x",
            span,
            "m",
            "error",
            "high",
            "failed",
            "teneinde",
            CHECKLIST,
            "f",
            (Suggestion("om", (Edit(span, "om"),)),),
        )
        report = Report(Source("a.txt", text, "", bom=bom), "text", findings=(item,))
        found = valid(render((report,), "rdjson", {}), "rdjson")["diagnostics"][0]
        raw = text.encode("utf-8-sig" if bom else "utf-8").split(b"\n")
        for place in (found["location"]["range"], found["suggestions"][0]["range"]):
            assert place["start"]["line"] == place["end"]["line"]
            line = raw[place["start"]["line"] - 1]
            assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"teneinde"


def test_rdjson_offers_no_change_to_a_file_in_another_encoding() -> None:
    report = Report(Source("a.txt", LETTER, "", encoding="cp1252"), "text", findings=letter().findings)
    found = valid(render((report,), "rdjson", {}), "rdjson")["diagnostics"]
    assert found
    assert not any("suggestions" in item for item in found)


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeffbestand,")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_csv_has_a_dutch_header_and_a_row_a_finding() -> None:
    head, *body = rows(render(ALL, "csv", RULES))
    assert head[:3] == ["bestand", "regelnummer", "kolom"]
    assert len(body) == 12
    assert {len(row) for row in body} == {len(head)}
    assert body[0][:7] == ["brieven/aanvraag.md", "3", "24", "", "suggestie", "hoog", "afgekort-woord"]
    assert "WCAG 1.1.1" in body[9]


@pytest.mark.parametrize("start", ["=1+1", "+31", "-2", "@SOM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_csv_cells_are_never_formulas(start: str) -> None:
    text = f"{start} euro"
    item = finding(text, start, start, f"{start} is een bedrag.", start)
    report = Report(Source(start, text, ""), "text", findings=(item,))
    cells = rows(render((report,), "csv", {}))[1]
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))] == []
    assert f"'{start}" in cells


def test_merged_edits() -> None:
    text = "de heer en mevrouw"
    both = Suggestion("x", (Edit(Span(11, 18), "X"), Edit(Span(0, 2), "De")))
    assert merged(text, both) == Edit(Span(0, 18), "De heer en X")
    assert merged(text, Suggestion("x", ())) is None
    assert merged(text, Suggestion("x", (Edit(Span(0, 99), ""),))) is None
    assert merged(text, Suggestion("x", (Edit(Span(0, 4), ""), Edit(Span(3, 5), "")))) is None


# Any report renders in every format and can be read back.

NASTY = (
    "ab .,;:|\"'<>&=%[\t\n\r\0\x07\x1b\x85\u00a0\u00ad\u0301\u200b\u200d\u200f\u202e\u2028日🙂"
    "\ud800\udcff\ufeff\ufffe"
)
texts = st.text(st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=())), max_size=40)
offsets = st.integers(-3, 45)
spans = st.builds(Span, offsets, offsets)
guidelines = st.builds(Guideline, texts, st.none() | texts)
findings = st.builds(
    Finding,
    rule=texts,
    span=spans,
    message=texts,
    level=st.sampled_from(LEVELS),
    confidence=st.sampled_from(("high", "medium", "low")),
    outcome=st.sampled_from(("passed", "failed", "inapplicable", "cantTell")),
    excerpt=texts,
    guideline=guidelines,
    fingerprint=texts,
    suggestions=st.lists(
        st.builds(
            Suggestion,
            texts,
            st.lists(st.builds(Edit, spans, texts), max_size=2).map(tuple),
            st.sampled_from(("safe", "manual")),
        ),
        max_size=2,
    ).map(tuple),
    anchor=st.none() | texts,
    wcag=st.lists(texts, max_size=2).map(tuple),
    act=st.lists(texts, max_size=1).map(tuple),
    audience=st.sampled_from(("redactie", "techniek")),
)
problems = st.builds(
    Problem, texts, texts, st.none() | st.integers(-1, 9), hint=st.none() | texts, rule=st.none() | texts
)
figures = st.floats()
scores = st.builds(
    Score,
    texts,
    figures,
    texts,
    texts,
    st.dictionaries(texts, figures, max_size=1),
    st.booleans(),
    guidelines,
)
reports = st.lists(
    st.builds(
        Report,
        source=st.builds(
            Source, texts, texts, texts, st.sampled_from(("utf-8", "cp1252", "utf-16-le")), st.booleans()
        ),
        format=st.sampled_from(("text", "markdown", "html")),
        kind=st.none() | st.sampled_from(("letter", "page")),
        lang=st.none() | texts,
        findings=st.lists(findings, max_size=3).map(tuple),
        scores=st.lists(scores, max_size=1).map(tuple),
        errors=st.lists(problems, max_size=2).map(tuple),
        words=st.integers(0, 10**6),
        hidden=st.integers(0, 3),
        notices=st.lists(problems, max_size=2).map(tuple),
    ),
    max_size=3,
)
rule_infos = st.dictionaries(
    texts,
    st.builds(
        RuleInfo,
        texts,
        texts,
        texts,
        texts,
        st.sampled_from(LEVELS),
        guidelines,
        st.lists(texts, max_size=2).map(tuple),
    ),
    max_size=2,
)


def asked(items: list[Report], *, notices: bool = True) -> int:
    """How many findings, problems and notices a report has to show."""
    failed = [item for report in items for item in report.findings if item.outcome in ("failed", "cantTell")]
    told = sum(len(report.notices) for report in items) if notices else 0
    return len(failed) + sum(len(report.errors) for report in items) + told


@given(reports, rule_infos, st.integers(1, 200), st.booleans())
def test_any_report_renders_as_text(
    items: list[Report],
    rules: dict[str, RuleInfo],
    columns: int,
    color: bool,
) -> None:
    text = render(iter(items), "text", rules, color=color, width=columns)
    assert text.endswith(".\n") or (color and text.endswith(".\x1b[0m\n"))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert plain.encode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", plain)


@given(reports, rule_infos)
def test_any_report_reads_back_as_json(items: list[Report], rules: dict[str, RuleInfo]) -> None:
    for name in SCHEMAS:
        text = render(items, name, rules)
        assert text.encode()
        assert text.endswith("\n")
        value = valid(text, name)
        if name == "sarif":
            results = value["runs"][0]["results"]
            notifications = value["runs"][0]["invocations"][0]["toolExecutionNotifications"]
            assert len(results) == sum(len(report.findings) for report in items)
            levels = [item["level"] for item in notifications]
            assert levels.count("error") == sum(len(report.errors) for report in items)
            assert levels.count("note") == sum(len(report.notices) for report in items)
        elif name == "gitlab":
            assert len(value) == len({item["fingerprint"] for item in value}) == asked(items, notices=False)
        elif name == "rdjson":
            assert len(value["diagnostics"]) == asked(items)
        else:
            assert sum(len(report["findings"]) for report in value["reports"]) == sum(
                len(report.findings) for report in items
            )


@given(reports)
def test_any_report_reads_back_as_xml_csv_and_commands(items: list[Report]) -> None:
    root = ET.fromstring(render(items, "junit", {}).encode())  # noqa: S314 - our own output
    clean_files = sum(asked([report], notices=False) == 0 for report in items)
    assert len(list(root.iter("testcase"))) == asked(items) + clean_files
    body = rows(render(items, "csv", {}))[1:]
    assert len(body) == asked(items)
    assert {len(row) for row in body} <= {13}
    commands = render(items, "github", {})
    assert commands.encode()
    lines = [line for line in commands.split("\n") if line]
    assert len(lines) == asked(items)
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)


@given(texts, spans)
def test_places_stay_inside_the_text(text: str, span: Span) -> None:
    place = Places(text)(span)
    assert 0 <= place.start <= place.end <= len(text)
    assert (place.line, place.column) <= (place.end_line, place.end_column)


@pytest.mark.parametrize("name", ["text", "json"])
def test_thirty_thousand_findings_are_all_rendered(name: str) -> None:
    line = "Teneinde uw aanvraag één keer te bekijken, verzoeken wij u de stukken voor 3 maart te sturen.\n"
    text = line * 10_000
    items = []
    for row in range(10_000):
        for word, better in (("Teneinde", "Om"), ("verzoeken", "vragen"), ("stukken", "papieren")):
            at = row * len(line) + line.index(word)
            span = Span(at, at + len(word))
            change = Suggestion(f"‘{better}’", (Edit(span, better),), "safe")
            message = f"Schrijf liever ‘{better}’ dan ‘{word}’."
            items.append(
                Finding(
                    word, span, message, "warning", "high", "failed", word, CHECKLIST, f"{row}", (change,)
                )
            )
    report = Report(Source("groot.txt", text, ""), "text", findings=tuple(items), words=160_000)
    rendered = render((report,), name, {})
    assert rendered.count("Schrijf liever") == 30_000
