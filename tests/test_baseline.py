"""Known findings stay silent, also when the text around them changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from duidelijk.baseline import dump, load, only_new
from duidelijk.errors import ConfigError
from duidelijk.model import Report

Lint = Callable[..., Report]
OLD = "Wij sturen u een brief; daarin staat meer."
NEW = "De balie is dicht; bel ons gerust."


def known(report: Report) -> dict[str, int]:
    return json.loads(dump({"a.txt": report.findings}))["files"].get("a.txt", {})  # type: ignore[no-any-return]


def test_only_new_problems_are_left(lint: Lint) -> None:
    before = lint(f"{OLD}\n", "puntkomma")
    after = lint(f"Eerst iets anders.\n\n{OLD}\n\n{NEW}\n", "puntkomma")
    new = only_new(after.findings, known(before))
    assert [after.source.text[finding.span.start - 4 : finding.span.end] for finding in new] == ["dicht;"[1:]]


def test_the_same_problem_once_more_is_new(lint: Lint) -> None:
    once, twice = lint(f"{OLD}\n", "puntkomma"), lint(f"{OLD}\n\n{OLD}\n", "puntkomma")
    assert len(only_new(twice.findings, known(once))) == 1
    assert only_new(twice.findings, known(twice)) == ()


def test_an_edit_far_away_in_the_same_paragraph_changes_nothing(lint: Lint) -> None:
    long = "Dit is een zin die er verder niet toe doet en die ver van de plek staat."
    before, after = lint(f"{long} {OLD}\n", "puntkomma"), lint(f"Nieuw begin. {long} {OLD}\n", "puntkomma")
    assert only_new(after.findings, known(before)) == ()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"version": 2, "files": {}}', '{"version": 1, "files": {"a": 3}}', "\x00"]
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match="geen bestand met bekende meldingen"):
        load(file)


def test_a_missing_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="duidelijk baseline"):
        load(tmp_path / "weg.json")
