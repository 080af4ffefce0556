"""Words that a lexicon gives once, found in every form, with an alternative that fits the sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from duidelijk.errors import RuleError
from duidelijk.model import Report
from duidelijk.rules.lexicon import load_entries

Lint = Callable[..., Report]
RULES = ("formeel-woord", "leenwoord")


def mended(text: str, report: Report) -> str:
    """The text with the first suggestion of every finding."""
    edits = [edit for finding in report.findings for edit in finding.suggestions[0].edits]
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij continueren uw subsidie.", "Wij zetten uw subsidie voort."),
        ("Het college vangt op 1 mei met het werk aan.", "Het college begint op 1 mei met het werk."),
        ("De bouw, die in mei aanving, is klaar.", "De bouw, die in mei begon, is klaar."),
        ("De gemeente verstrekt u een formulier.", "De gemeente geeft u een formulier."),
        ("Het formulier is verstrekt.", "Het formulier is gegeven."),
        ("Verstrekte gegevens bewaren wij.", "Gegeven gegevens bewaren wij."),
        ("Wij honoreren uw verzoek.", "Wij keuren uw verzoek goed."),
        ("Het verrichte onderzoek is klaar.", "Het gedane onderzoek is klaar."),
        ("Wij effectueerden het besluit.", "Wij voerden het besluit uit."),
        ("De mutatie die u doorgaf, is verwerkt.", "De wijziging die u doorgaf, is verwerkt."),
        ("Onze grote ambitie is een groene stad.", "Ons grote doel is een groene stad."),
        ("Een duidelijke consequentie is dat u betaalt.", "Een duidelijk gevolg is dat u betaalt."),
        ("De discrepantie tussen de lijsten is groot.", "Het verschil tussen de lijsten is groot."),
        ("Elke stakeholder krijgt een brief.", "Elke betrokkene krijgt een brief."),
        ("De stakeholders krijgen een brief.", "De betrokkenen krijgen een brief."),
    ],
)  # fmt: skip
def test_the_alternative_fits(lint: Lint, text: str, expected: str) -> None:
    report = lint(text, *RULES)
    assert mended(text, report) == expected


def test_the_message_names_both_parts_of_a_verb(lint: Lint) -> None:
    (finding,) = lint("Het college vangt op 1 mei met het werk aan.", *RULES).findings
    assert finding.message == "Schrijf liever ‘begint’ dan ‘vangt … aan’."
    assert finding.excerpt == "vangt"


def test_the_report_names_the_model(lint: Lint) -> None:
    assert (lint("Wij continueren uw subsidie.", *RULES).model or "").startswith("nl_duidelijk ")
    assert lint("Wij betalen uw subsidie.", *RULES).model is None


@pytest.mark.parametrize(
    "text",
    [
        "Hij vangt de bal aan de zijkant.",  # a preposition, no particle
        "De wet ‘continueren’ bestaat niet.",
        "De verstrekkende organisatie beslist.",
        "Wij doen ons best.",
    ],
)
def test_no_form_of_the_word(lint: Lint, text: str) -> None:
    assert not lint(text, *RULES).findings


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ten behoeve van\tADP\tvoor\t*\t", "Alle vormen zoeken kan alleen bij één werkwoord"),
        ("gaarne\tADV\tgraag\t*\t", "Alle vormen zoeken kan alleen bij één werkwoord"),
        ("daar\tSCONJ\tomdat\t\tonly-pos:SCNJ", "De woordsoort ‘SCNJ’ is onbekend"),
    ],
)
def test_a_row_that_cannot_be(tmp_path: Path, row: str, message: str) -> None:
    lexicon = tmp_path / "lijst.tsv"
    lexicon.write_text(f"word\tpos\talternatives\tforms\tunless\n{row}\n", "utf-8")
    with pytest.raises(RuleError, match=message) as caught:
        list(load_entries(lexicon))
    assert caught.value.line == 2


def test_the_word_class_decides(tmp_path: Path, lint: Lint) -> None:
    lexicon = tmp_path / "lijst.tsv"
    lexicon.write_text("word\tpos\talternatives\tunless\nweg\tNOUN\tstraat\tonly-pos:NOUN\n", "utf-8")
    (entry,) = load_entries(lexicon)
    assert entry.unless[0].words == ("NOUN",)
