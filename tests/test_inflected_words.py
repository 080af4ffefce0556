"""Words that a lexicon gives once, found in every form, with an alternative that fits the sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from duidelijk.errors import RuleError
from duidelijk.model import Report
from duidelijk.rules.lexicon import allowed, load_entries

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
        ("Deze route wordt u ontraden.", "Deze route wordt u afgeraden."),
        ("Wij moeten u deze route ontraden.", "Wij moeten u deze route afraden."),
        ("Wij ontraden u deze route.", "Wij raden u deze route af."),
        ("De gemeente heeft een subsidie verschaft.", "De gemeente heeft een subsidie gegeven."),
        ("Het college heeft, na overleg, geld verschaft.", "Het college heeft, na overleg, geld gegeven."),
        ("De gemeente heeft (na overleg) geld verschaft.", "De gemeente heeft (na overleg) geld gegeven."),
        ("De gemeente is groot en verschaft werk.", "De gemeente is groot en geeft werk."),
        ("De instantie die een antwoord (ja) verstrekt.", "De organisatie die een antwoord (ja) geeft."),
        ("De eigenaar heeft zijn plicht verzaakt.", "De eigenaar heeft zijn plicht verwaarloosd."),
        ("De plannen zijn met elkaar verknoopt.", "De plannen zijn met elkaar verbonden."),
        ("De kaart is op 1 mei door hem verkregen.", "De kaart is op 1 mei door hem gekregen."),
        ("Dit geldt voor geld verkregen uit een huis.", "Dit geldt voor geld gekregen uit een huis."),
        ("De raad heeft ingestemd met het plan.", "De raad is akkoord gegaan met het plan."),
        ("De bewoners hebben ingestemd met het plan.", "De bewoners zijn akkoord gegaan met het plan."),
        ("Alles moet vermeld staan.", "Alles moet genoemd staan."),
        ("Wij moeten uw privacy waarborgen.", "Wij moeten uw privacy garanderen."),
        ("De wet biedt waarborgen voor uw privacy.", "De wet biedt garanties voor uw privacy."),
        ("Wij willen draagvlak voor dit plan.", "Wij willen steun voor dit plan."),
        ("De inlichtingen worden gegeven.", "De informatie wordt gegeven."),
        ("Wij hebben deze inlichtingen nodig.", "Wij hebben deze informatie nodig."),
        ("Zijn de inlichtingen klaar?", "Is de informatie klaar?"),
        ("De inlichtingen die wij geven, zijn klaar.", "De inlichtingen die wij geven, zijn klaar."),
        ("Deze problematiek in de wijk wordt groter.", "Deze problemen in de wijk worden groter."),
        ("In deze straat is de problematiek groot.", "In deze straat zijn de problemen groot."),
        ("Als het woord anders is, documenteer dit dan.", "Als het woord anders is, leg dit dan vast."),
        ("Dit is een verkende oplossing.", "Dit is een onderzochte oplossing."),
        ("De gemeente diept het onderwerp verder uit.", "De gemeente werkt het onderwerp verder uit."),
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
        "Deze plannen vangen hier aan bij.",
        "Wij merken dat u er alles aan doet.",
        "Bewoners vangen er veel vissen aan.",
        "Er worden geen oplossingen geboden.",
        "Dit is de vereiste omvang van de tuin.",
        "Hij brengt de brief naar een andere geadresseerde dan u.",
        "Het kind zit op het voortgezet onderwijs.",
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


def test_a_condition_is_no_particle(tmp_path: Path, lint: Lint) -> None:
    lexicon = tmp_path / "lijst.tsv"
    lexicon.write_text(
        "word\tpos\talternatives\tforms\tunless\ntoeleggen\tVERB\tspecialiseren\t*\tonly-with:zich\n", "utf-8"
    )
    entries = {entry.word: entry for entry in load_entries(lexicon)}
    text = "Dat hij zich daarop toelegt."
    at = text.index("toelegt")
    assert allowed(entries["toelegt"], text, at, at + len("toelegt"), (0, len(text)))
    assert not allowed(entries["toelegt"], text, at, at + len("toelegt"), (8 + 4, len(text)))
    assert [condition.words for condition in entries["legt"].unless] == [("toe",), ("zich",)]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Dit doel realiseren wij.", True),
        ("Wij realiseren onze doelen.", True),
        ("Wij realiseren dit.", False),
    ],
)
def test_a_word_in_the_sentence_can_silence(tmp_path: Path, text: str, *, silent: bool) -> None:
    lexicon = tmp_path / "lijst.tsv"
    lexicon.write_text(
        "word\tpos\talternatives\tforms\tunless\nrealiseren\tVERB\tbouwen\t*\twith:doel*\n", "utf-8"
    )
    entry = next(entry for entry in load_entries(lexicon) if entry.word == "realiseren")
    at = text.index("realiseren")
    assert allowed(entry, text, at, at + len("realiseren"), (0, len(text))) is not silent
