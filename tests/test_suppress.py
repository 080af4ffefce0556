"""Exceptions inside a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.model import Report

Lint = Callable[..., Report]
BAD = "Wij sturen u een brief; daarin staat meer."


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_off_until_on_again(lint: Lint) -> None:
    off, on = "<!-- duidelijk: uit puntkomma — huisstijl -->", "<!-- duidelijk: aan puntkomma -->"
    text = f"{BAD}\n\n{off}\n\n{BAD}\n\n{on}\n\n{BAD}\n"
    report = lint(text, "puntkomma", format="markdown")
    assert [text[: finding.span.start].count("\n") for finding in report.findings] == [0, 8]


def test_off_until_the_end(lint: Lint) -> None:
    assert (
        rules(
            lint(f"<!-- duidelijk: uit puntkomma — x -->\n\n{BAD}\n\n{BAD}\n", "puntkomma", format="markdown")
        )
        == []
    )


@pytest.mark.parametrize("format", ["markdown", "text", "html"])
def test_one_line(lint: Lint, format: str) -> None:  # noqa: A002
    mark = "<!-- duidelijk: uit-regel puntkomma — huisstijl -->"
    same = f"<p>{BAD} {mark}</p>\n<p>{BAD}</p>" if format == "html" else f"{BAD} {mark}\n\n{BAD}\n"
    above = f"{mark}\n<p>{BAD}</p>\n<p>{BAD}</p>" if format == "html" else f"{mark}\n\n{BAD}\n\n{BAD}\n"
    for text in (same, above):
        report = lint(text, "puntkomma", format=format)
        assert rules(report) == ["puntkomma"]
        assert report.findings[0].span.start == text.rindex(";")


@pytest.mark.parametrize("name", ["", "zinsbouw", "lange-zin, puntkomma", "lange-zin puntkomma"])
def test_all_rules_folders_and_lists(lint: Lint, name: str) -> None:
    assert rules(lint(f"<!-- duidelijk: uit {name} — x -->\n\n{BAD}\n", "puntkomma", format="markdown")) == []


def test_other_rules_go_on(lint: Lint) -> None:
    assert rules(
        lint(f"<!-- duidelijk: uit lange-zin — x -->\n\n{BAD}\n", "puntkomma", format="markdown")
    ) == ["puntkomma"]


def test_an_exception_for_a_rule_that_does_not_run_is_not_called_unused(lint: Lint) -> None:
    text = f"<!-- duidelijk: uit lange-zin — x -->\n\n{BAD}\n"
    assert rules(lint(text, "puntkomma", "ongebruikte-uitzondering", format="markdown")) == ["puntkomma"]
    assert rules(lint(text, "lange-zin", "ongebruikte-uitzondering", format="markdown")) == [
        "ongebruikte-uitzondering"
    ]
