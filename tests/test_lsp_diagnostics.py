"""Findings as diagnostics: where an editor draws them, how bad, and where they lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol.types import DiagnosticSeverity, Position, Range

from duidelijk.lsp.buffers import Buffer
from duidelijk.lsp.checked import Checked, findings_at, visible
from duidelijk.lsp.diagnostics import diagnostic, diagnostics
from duidelijk.lsp.positions import Encoding
from duidelijk.model import LEVELS, Problem, Report, Source, Span
from duidelijk.settings import Settings
from tests.lsp_samples import checked, only


def empty(text: str, *errors: Problem, format: str = "text") -> Checked:  # noqa: A002 - the field's word
    report = Report(Source("brief", text, ""), format, errors=errors)
    return Checked(Buffer("file:///brief", "brief", 1, text, "text", "utf-16"), report, Settings())


def test_a_finding_says_what_where_and_where_from() -> None:
    found = checked("Graag. Indien u wilt.", "formeel-woord")
    (one,) = diagnostics(found)
    finding = only(found, "formeel-woord")
    assert one.range == Range(Position(0, 7), Position(0, 13))
    assert (one.source, one.code, one.message) == ("duidelijk", "formeel-woord", finding.message)
    assert one.code_description is not None
    assert one.code_description.href == finding.guideline.url
    assert one.data == {"fingerprint": finding.fingerprint}
    assert one.tags is None


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 10), ("utf-16", 7), ("utf-32", 6)])
def test_the_place_counts_as_the_editor_does(encoding: Encoding, start: int) -> None:
    found = checked("😀 e\u0301n indien u wilt", "formeel-woord", encoding=encoding)
    (one,) = diagnostics(found)
    assert one.range.start.character == start
    assert one.range.end.character == start + 6


def test_the_level_gives_the_severity_and_doubt_is_a_hint() -> None:
    found = checked("Indien u wilt.", "formeel-woord")
    finding = only(found, "formeel-woord")
    severities = [diagnostic(replace(finding, level=level), found).severity for level in LEVELS]
    assert severities == [
        DiagnosticSeverity.Error,
        DiagnosticSeverity.Warning,
        DiagnosticSeverity.Information,
    ]
    unsure = replace(finding, level="error", outcome="cantTell")
    assert diagnostic(unsure, found).severity == DiagnosticSeverity.Hint


def test_a_guideline_without_a_page_gives_no_link() -> None:
    found = checked("Indien u wilt.", "formeel-woord")
    finding = only(found, "formeel-woord")
    bare = replace(finding, guideline=finding.guideline._replace(url=None))
    assert diagnostic(bare, found).code_description is None


@pytest.mark.parametrize(
    ("text", "at", "shown"),
    [
        ("<h2></h2>", 0, "<h2"),
        ("woord twee", 6, "twee"),
        ("woord\n", 5, "woord"),
        ("  woord", 0, "woord"),
        ("😀", 0, "😀"),
        ("a\n\nb", 2, ""),
        ("", 0, ""),
        ("kort", 99, "kort"),
    ],
)
def test_an_empty_place_becomes_one_that_can_be_seen(text: str, at: int, shown: str) -> None:
    assert text[slice(*visible(Span(at, at), empty(text).buffer))] == shown


def test_a_finding_is_touched_at_its_edges() -> None:
    found = checked("Graag indien u dan belt.", "formeel-woord")
    touched = [at for at in range(20) if findings_at(found, Span(at, at))]
    assert touched == list(range(6, 13))
    assert findings_at(found, Span(0, 20)) == [only(found, "formeel-woord")]


def test_an_error_stands_on_its_line() -> None:
    text = "Een.\nTwee woorden.\nDrie."
    on_two = Problem("Dit lukt niet.", "brief", 2, "Doe dit.")
    beyond = Problem("Dit ook niet.", "brief", 99)
    nowhere = Problem("En dit.", "brief")
    first, second, third = diagnostics(empty(text, on_two, beyond, nowhere))
    assert first.range == Range(Position(1, 0), Position(1, 13))
    assert first.message == "Dit lukt niet. Doe dit."
    assert (second.range.start.line, third.range.start.line) == (2, 0)
    assert {first.code, second.code, third.code} == {None}
    assert {first.severity, third.severity} == {DiagnosticSeverity.Warning}


def test_a_text_that_was_not_checked_at_all_is_no_warning() -> None:
    (one,) = diagnostics(empty("Een.", Problem("Te groot.", "brief"), format=""))
    assert one.severity == DiagnosticSeverity.Information


def test_every_finding_has_a_range_that_can_be_seen() -> None:
    page = '<!doctype html><html><head></head><body><h2></h2><img src="a.png"><a href="/x"></a></body></html>'
    found = checked(page, "alles", kind="html")
    assert len(found.report.findings) >= 4
    assert all(one.range.start != one.range.end for one in diagnostics(found))
