"""Reports on letters that are no text files: every place is one that the writer can find in the file."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from duidelijk import readers
from duidelijk.cli import duidelijk
from duidelijk.cli.rule import infos
from duidelijk.engine import lint_document
from duidelijk.model import Problem, Report
from duidelijk.readers.extracted import Paragraph, Piece, compose
from duidelijk.report import FORMATS, render
from duidelijk.report.summary import _shortened
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings
from tests.test_report import valid

SETTINGS = Settings(choice=Choice(select=("puntkomma", "formeel-woord")), show_text=True)
TEXTS = ("Beste lezer,", "De balie is dicht; u kunt bellen.", "Wij hebben derhalve geen plaats.")
LINE = "5"  # of the last paragraph in the text that was read; nobody can find that line in the file


@pytest.fixture
def report() -> Report:
    paragraphs = [
        Paragraph("paragraph", [Piece(text)], f"alinea {at}") for at, text in enumerate(TEXTS, start=1)
    ]
    document = compose(b"", "brief.docx", "docx", paragraphs)
    found = lint_document(document, ruleset_for(SETTINGS), settings=SETTINGS)
    assert [(one.rule, one.anchor) for one in found.findings] == [
        ("puntkomma", "alinea 2"),
        ("formeel-woord", "alinea 3"),
    ]
    notice = Problem("In het Engels: alinea 3.", "brief.docx", int(LINE))
    return replace(found, notices=(notice,), errors=(replace(notice, message="De regel is gestopt."),))


def rendered(report: Report, form: str) -> str:
    return "".join(render([report], form, infos(SETTINGS)))


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_no_report_names_a_line(report: Report, form: str) -> None:
    shown = rendered(report, form)
    assert not re.search(rf"brief\.docx:\d|line={LINE}|[Rr]egel\W+{LINE}|\"\w*[lL]ine\": {LINE}", shown)
    if form != "earl":
        assert "linea 3" in shown


def test_text_has_the_anchor_in_the_place_of_the_line(report: Report) -> None:
    shown = rendered(report, "text")
    assert "\nbrief.docx: alinea 3  waarschuwing  formeel-woord\n" in shown
    assert "  | Wij hebben derhalve geen plaats.\n  |            ^^^^^^^^\n" in shown
    assert "brief.docx  probleem\n" in shown
    assert "brief.docx  opmerking\n" in shown


def test_json_keeps_places_in_the_text_that_was_read(report: Report) -> None:
    found = json.loads(rendered(report, "json"))["reports"][0]["findings"][1]
    assert found["anchor"] == "alinea 3"
    assert found["span"]["start"] == {"line": 5, "column": 12, "offset": report.source.text.index("derhalve")}


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "rdjson"])
def test_it_follows_its_schema(report: Report, form: str) -> None:
    valid(rendered(report, form), form)


def test_sarif_has_logical_locations_and_no_region_or_fix(report: Report) -> None:
    log = json.loads(rendered(report, "sarif"))
    result = log["runs"][0]["results"][1]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "brief.docx", "uriBaseId": "%SRCROOT%"}
    }
    assert location["logicalLocations"] == [{"name": "alinea 3", "kind": "element"}]
    assert result["message"]["text"].startswith("Alinea 3: ")
    assert result["properties"]["excerpt"] == "derhalve"
    assert "fixes" not in result
    assert '"region"' not in rendered(report, "sarif")


def test_other_formats_point_to_the_file_and_say_where(report: Report) -> None:
    assert "::warning file=brief.docx,title=formeel-woord::Alinea 3: " in rendered(report, "github")
    item = json.loads(rendered(report, "gitlab"))[-1]
    assert item["location"] == {"path": "brief.docx", "lines": {"begin": 1}}
    assert item["description"].startswith("Alinea 3: ")
    item = json.loads(rendered(report, "rdjson"))["diagnostics"][-1]
    assert item["location"] == {"path": "brief.docx"}
    assert item["message"].startswith("Alinea 3: ")
    assert "suggestions" not in item
    (*_, case) = ET.fromstring(rendered(report, "junit")).iter("testcase")  # noqa: S314 - our own
    assert case.get("name") == "formeel-woord (alinea 3)"
    assert (case[0].text or "").startswith("brief.docx: alinea 3\n")
    (*_, row) = csv.reader(io.StringIO(rendered(report, "csv")))
    assert row[:4] == ["brief.docx", "", "", "alinea 3"]


def test_html_shows_the_anchor_with_each_note(report: Report) -> None:
    shown = rendered(report, "html")
    assert '<span class="stil">alinea 2</span>' in shown
    assert '<span class="stil">alinea 3</span>' in shown


def test_a_finding_about_all_of_it_has_no_place(report: Report) -> None:
    whole = replace(report, findings=(replace(report.findings[0], anchor=None),))
    assert "\nbrief.docx  suggestie  puntkomma\n" in rendered(whole, "text")
    assert 'name="puntkomma"' in rendered(whole, "junit")
    for form in FORMATS:
        rendered(whole, form)


def test_what_fix_cannot_do_is_not_promised(report: Report) -> None:
    assert any(one.applicability == "safe" for one in report.findings[1].suggestions)
    assert "--fix" not in rendered(report, "text")
    text = replace(report, source=replace(report.source, origin="verbatim"))
    assert "Met --fix past duidelijk 1 plek zelf aan." in rendered(text, "text")


@pytest.mark.parametrize(
    ("kind", "word", "code", "hint"),
    [
        ("docx", "derhalve", 2, "--track-changes"),
        ("pdf", "derhalve", 2, "Neem de verbeteringen zelf over"),
        ("odt", "daarom", 0, "niets veilig te verbeteren"),
    ],
)
def test_fix_leaves_the_file_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, word: str, code: int, hint: str
) -> None:
    text = f"Wij hebben {word} geen plaats."
    monkeypatch.setattr(readers, "read", partial(_read, text, kind))
    file = tmp_path / f"brief.{kind}"
    file.write_bytes(b"geen tekst")
    done = CliRunner().invoke(duidelijk, ["check", str(file), "--fix"], standalone_mode=False)
    assert done.return_value == code
    assert hint in " ".join((done.stdout + done.stderr).split())
    assert file.read_bytes() == b"geen tekst"


def _read(text: str, kind: str, data: bytes, name: str, **_: object) -> object:
    return compose(data, name, kind, [Paragraph("paragraph", [Piece(text)], "alinea 1")])


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("map/brief.docx", 20, "map/brief.docx"),
        ("archief/2026/brieven/brief.docx", 20, "…/brieven/brief.docx"),
        ("archief/017_letter_requestforchanges-view.docx", 20, "017_lette…-view.docx"),
        ("017_letter_requestforchanges-view.docx", 20, "017_lette…-view.docx"),
        (r"C:\archief\brief.docx", 12, "…\\brief.docx"),
    ],
)
def test_a_long_name_keeps_what_tells_files_apart(name: str, room: int, shown: str) -> None:
    assert _shortened(name, room) == shown
