"""The terms that must stay: what the list says of each, and where the check asks for an explanation."""

from __future__ import annotations

import csv
import re

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.model import Finding
from duidelijk.resources import data_folder
from duidelijk.settings import Choice, OptionValue, Settings
from tests.test_rules import marked

PATH = data_folder("lexicons") / "vaktermen.tsv"
ROWS = list(csv.DictReader(PATH.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
FORMS = {form for row in ROWS for form in (row["word"], *filter(None, row["forms"].split("|")))}


def findings(text: str, **options: OptionValue) -> list[Finding]:
    rule = "onuitgelegde-vakterm"
    choice = Choice(select=(rule,), options=((rule, tuple(options.items())),))
    settings = Settings(choice=choice, all_suggestions=True)
    report = lint_bytes(text.encode(), "brief.txt", settings)
    assert not report.errors
    return list(report.findings)


def found(text: str, **options: OptionValue) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings(text, **options)]


@pytest.mark.parametrize("row", ROWS, ids=[row["word"] for row in ROWS])
def test_term(row: dict[str, str]) -> None:
    text, spans = marked(row["example"])
    assert len(spans) == 1
    term = text[slice(*spans[0])]
    assert term in FORMS
    assert (term in found(text)) is (row["known"] != "yes")
    assert not set(found(row["near_miss"])) & {row["word"], *row["forms"].split("|")}
    assert row["near_miss"] or not row["unless"]


@pytest.mark.parametrize("row", ROWS, ids=[row["word"] for row in ROWS])
def test_an_explanation_is_one_short_sentence_that_needs_no_other(row: dict[str, str]) -> None:
    explanation = row["explanation"]
    assert 5 <= len(explanation.split()) <= 20
    assert explanation[0].isupper()
    assert re.fullmatch(r"[^.!?]+\.", explanation)
    assert found(explanation) == []
    text, _ = marked(row["example"])
    assert row["known"] == "yes" or found(f"{text} {explanation}") == []


def test_the_list_is_long_sorted_and_has_no_form_twice() -> None:
    assert len(ROWS) >= 420
    assert len({row["domain"] for row in ROWS}) >= 12
    words = [row["word"].lower() for row in ROWS]
    assert words == sorted(words)
    assert len(FORMS) == sum(1 + len([*filter(None, row["forms"].split("|"))]) for row in ROWS)


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente legt u een dwangsom op.",
        "DE GEMEENTE stuurt u een dwangsom. Betaal die.",
        "U kreeg dwangsommen van ons en van anderen.",
        "U krijgt een toekennings-beschikking van ons.",
        "U krijgt een indicatie\u00adbesluit of een aan\u00admaning van ons.",
        "U krijgt (misschien) een dwangsom van ons.",
        "Wij verklaren uw bezwaar ongegrond.",
    ],
)
def test_every_suggestion_explains_the_term_and_leaves_nothing_to_explain(text: str) -> None:
    (finding,) = findings(text)
    assert finding.suggestions
    for suggestion in finding.suggestions:
        (edit,) = suggestion.edits
        assert suggestion.applicability == "manual"
        assert found(text[: edit.span.start] + edit.text + text[edit.span.end :]) == []


def test_an_aside_is_short_and_does_not_stand_in_another() -> None:
    def titles(text: str) -> list[str]:
        return [suggestion.title for finding in findings(text) for suggestion in finding.suggestions]

    assert titles("Wij sturen u het vonnis van 3 mei.")[0] == "‘vonnis (een beslissing van de rechter)’"
    assert all("(" not in title for title in titles("Wij sturen dit (ook het vonnis van 3 mei) naar u."))
    assert all("(" not in title for title in titles("U krijgt de vonnissen van 3 mei per post."))


def test_a_compound_counts_as_its_head_and_each_term_is_reported_once() -> None:
    assert found("U krijgt een WW-beschikking. Uw intrekkingsbeschikking volgt.") == ["WW-beschikking"]


def test_a_paragraph_has_at_most_two_and_the_rest_waits_for_its_next_use() -> None:
    text = "Bij de dwangsom horen leges, een zienswijze en een dagvaarding.\n\nStuur de zienswijze naar ons."
    assert found(text) == ["dwangsom", "leges", "zienswijze"]
    assert found(text, most=5) == ["dwangsom", "leges", "zienswijze", "dagvaarding"]


def test_an_organisation_may_name_the_terms_that_its_readers_know() -> None:
    assert found("U betaalt een dwangsom en ook leges.", known=("Leges",)) == ["dwangsom"]
