"""The EARL report: its JSON-LD expands to what EARL 1.0 and W3C's implementation pages ask for."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from duidelijk._version import __version__
from duidelijk.engine import lint_bytes
from duidelijk.model import Finding, Guideline, Report, RuleOutcome, Source, Span
from duidelijk.report import render
from duidelijk.report.earl import CONTEXT, reported_criteria
from duidelijk.report.wcag import CRITERIA
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules
from duidelijk.settings import Choice, Settings

EARL: Final = "http://www.w3.org/ns/earl#"
DCT: Final = "http://purl.org/dc/terms/"
DOAP: Final = "http://usefulinc.com/ns/doap#"
# The terms of W3C's context that the report uses, as facts: term → (address, whether its value is one too).
PREFIXES: Final = {
    "earl": EARL,
    "dct": DCT,
    "doap": DOAP,
    "WCAG2": "http://www.w3.org/TR/WCAG21/#",
    "sch": "https://schema.org/",
}
TERMS: Final = {
    "name": (f"{DOAP}name", False),
    "release": (f"{DOAP}release", False),
    "revision": (f"{DOAP}revision", False),
    "source": (f"{DCT}source", False),
    "title": (f"{DCT}title", False),
    "WebPage": ("https://schema.org/WebPage", False),
    "assertedBy": (f"{EARL}assertedBy", True),
    "outcome": (f"{EARL}outcome", True),
    "mode": (f"{EARL}mode", True),
    "isPartOf": (f"{DCT}isPartOf", True),
}
CLASSES: Final = {
    *(EARL + name for name in ("Assertor", "Software", "TestSubject", "Assertion", "TestCase", "TestResult")),
    "https://schema.org/WebPage",
    f"{DOAP}Version",
}
OUTCOMES: Final = {EARL + name for name in ("passed", "failed", "cantTell", "inapplicable", "untested")}
PAGE: Final = (
    '<!doctype html><html lang="nl"><head><title>Open</title></head><body><h1>Open</h1>'
    "<table><tr><th>Dag</th><th>Tijd</th></tr><tr><td>Maandag</td></tr></table></body></html>"
)


def expanded(node: dict[str, Any]) -> dict[str, Any]:
    """A node with whole addresses instead of terms, as JSON-LD expansion gives it for this context."""
    made: dict[str, Any] = {}
    for key, value in node.items():
        values = value if isinstance(value, list) else [value]
        if key == "@id":
            made[key] = value
        elif key == "@type":
            made[key] = [address(one) for one in values]
        elif key == "assertions":
            made["reverse"] = [expanded(one) for one in values]
        else:
            name, is_address = TERMS.get(key, (address(key), False))
            made[name] = [
                expanded(one) if isinstance(one, dict) else {"@id": address(one)} if is_address else one
                for one in values
            ]
    return made


def address(term: str) -> str:
    if term in TERMS:
        return TERMS[term][0]
    prefix, colon, rest = term.partition(":")
    if colon and prefix in PREFIXES:
        return PREFIXES[prefix] + rest
    return term if colon else EARL + term


def earl(*reports: Report) -> list[dict[str, Any]]:
    value = json.loads("".join(render(reports, "earl", {})))
    assert set(value) == {"@context", "@graph"}
    assert value["@context"] == CONTEXT
    return [expanded(node) for node in value["@graph"]]


def checked(text: str, name: str = "pagina.html", *select: str) -> Report:
    return lint_bytes(text.encode(), name, Settings(choice=Choice(select=select or ("wcag",))))


def by_title(subject: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one[f"{EARL}test"][0][f"{DCT}title"][0]: one for one in subject["reverse"]}


def outcome(assertion: dict[str, Any]) -> str:
    (result,) = assertion[f"{EARL}result"]
    (value,) = result[f"{EARL}outcome"]
    return str(value["@id"]).removeprefix(EARL)


def test_every_node_is_what_the_schema_asks() -> None:
    assertor, subject = earl(checked(PAGE))
    assert assertor["@type"] == [f"{EARL}Assertor", f"{EARL}Software"]
    assert assertor[f"{DOAP}name"] == ["duidelijk"]
    assert assertor[f"{DOAP}release"][0][f"{DOAP}revision"] == [__version__]
    assert subject["@type"] == [f"{EARL}TestSubject", "https://schema.org/WebPage"]
    assert subject[f"{DCT}source"] == ["pagina.html"]
    assert subject["reverse"]
    for one in subject["reverse"]:
        assert one["@type"] == [f"{EARL}Assertion"]
        assert one[f"{EARL}assertedBy"] == [{"@id": assertor["@id"]}]
        assert one[f"{EARL}mode"] == [{"@id": f"{EARL}automatic"}]
        (test,), (result,) = one[f"{EARL}test"], one[f"{EARL}result"]
        assert test["@type"] == [f"{EARL}TestCase"]
        assert result["@type"] == [f"{EARL}TestResult"]
        assert result[f"{EARL}outcome"][0]["@id"] in OUTCOMES
        assert {kind for node in (one, test, result) for kind in node["@type"]} <= CLASSES


def test_a_rule_that_finds_something_failed_and_says_where() -> None:
    _, subject = earl(checked(PAGE))
    failed = by_title(subject)["tabelkop-zonder-cellen"]
    assert outcome(failed) == "failed"
    (test,), (result,) = failed[f"{EARL}test"], failed[f"{EARL}result"]
    assert test[f"{DCT}isPartOf"] == [{"@id": "http://www.w3.org/TR/WCAG21/#info-and-relationships"}]
    assert test[f"{DCT}conformsTo"] == [
        {"@id": "https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/"}
    ]
    assert result[f"{DCT}description"][0].startswith("Regel 1, teken ")
    assert "Tijd" in result[f"{DCT}description"][0]


def test_every_chosen_rule_has_one_outcome() -> None:
    report = checked(PAGE)
    _, subject = earl(report)
    wcag = {rule.id for rule in load_rules([data_folder("rules")]).values() if rule.wcag}
    shown = {
        rule.id
        for rule in load_rules([data_folder("rules")]).values()
        if rule.id in wcag and rule.confidence != "low"
    }
    titles = [one[f"{EARL}test"][0][f"{DCT}title"][0] for one in subject["reverse"]]
    assert sorted(titles) == sorted(shown)
    assert outcome(by_title(subject)["paginatitel-ontbreekt"]) == "passed"


def test_a_rule_for_another_format_does_not_apply() -> None:
    _, subject = earl(checked("Goedemorgen.\n", "brief.txt"))
    assert subject["@type"] == [f"{EARL}TestSubject"]
    assert outcome(by_title(subject)["paginatitel-ontbreekt"]) == "inapplicable"


def test_what_a_comment_silences_still_failed() -> None:
    page = PAGE.replace("<h1>", "<!-- duidelijk: uit tabelkop-zonder-cellen — wordt later gevuld --><h1>")
    report = checked(page)
    assert not [finding for finding in report.findings if finding.rule == "tabelkop-zonder-cellen"]
    assert outcome(by_title(earl(report)[1])["tabelkop-zonder-cellen"]) == "failed"


def test_a_rule_that_breaks_has_not_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("duidelijk.checks.page.missing_title", broken)
    _, subject = earl(checked(PAGE))
    assert outcome(by_title(subject)["paginatitel-ontbreekt"]) == "untested"


def test_doubt_is_no_failure_and_a_failure_goes_before_doubt() -> None:
    def finding(rule: str, said: Any) -> Finding:
        return Finding(
            rule, Span(0, 1), "Kijk na.", "warning", "high", said, "x", Guideline("g"), "f", wcag=("1.1.1",)
        )

    items = (finding("a", "cantTell"), finding("b", "cantTell"), finding("b", "failed"))
    report = Report(Source("x.html", "x", ""), "html", findings=items)
    found = by_title(earl(report)[1])
    assert {name: outcome(one) for name, one in found.items()} == {"a": "cantTell", "b": "failed"}


def test_a_thousand_findings_are_summed_up() -> None:
    cells = "<tr><td headers=x>1</td></tr>" * 1000
    every = Settings(choice=Choice(select=("headers-verwijzing",)), all_suggestions=True)
    _, subject = earl(lint_bytes(f"<table>{cells}</table>".encode(), "x.html", every))
    (one,) = subject["reverse"]
    (text,) = one[f"{EARL}result"][0][f"{DCT}description"]
    assert text.endswith("En nog 980.")
    assert text.count("\n") == 20


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("https://voorbeeld.nl/a b?c=d#e", "https://voorbeeld.nl/a%20b?c=d#e"),
        ("map\\mijn pagina.html", "map/mijn%20pagina.html"),
        ("pagina-é.html", "pagina-%C3%A9.html"),
    ],
)
def test_the_source_is_an_address(name: str, source: str) -> None:
    _, subject = earl(Report(Source(name, "", ""), "html"))
    assert subject[f"{DCT}source"] == [source]


def test_no_input_still_says_who_tested() -> None:
    (assertor,) = earl()
    assert assertor[f"{DOAP}name"] == ["duidelijk"]


def test_every_criterion_of_the_rules_has_an_address() -> None:
    numbers = {number for rule in load_rules([data_folder("rules")]).values() for number in rule.wcag}
    assert numbers
    assert numbers <= set(CRITERIA)
    assert CRITERIA["2.4.4"] == "link-purpose-in-context"
    assert CRITERIA["1.4.12"] == "text-spacing"
    assert CRITERIA["2.5.3"] == "label-in-name"
    assert CRITERIA["3.3.9"] == "accessible-authentication-enhanced"
    assert CRITERIA["4.1.3"] == "status-messages"
    assert len(CRITERIA) == len(set(CRITERIA.values())) == 87


def test_the_criteria_are_those_of_the_act_rule_with_or_without_its_secondary_ones(shared_data: Path) -> None:
    with (shared_data / "act" / "rules.csv").open(encoding="utf-8", newline="") as file:
        acts = {
            row["rule_id"]: [set(filter(None, row[name].split(","))) for name in ("sc", "sc_secondary")]
            for row in csv.DictReader(file)
        }
    rules = [rule for rule in load_rules([data_folder("rules")]).values() if rule.act]
    assert len(rules) > 30
    for rule in rules:
        for act in rule.act:
            reported = set(reported_criteria(rule.wcag, (act,)))
            asked, secondary = acts[act]
            assert asked <= reported <= asked | secondary, f"{rule.id} {act}"


def test_a_failure_of_level_a_keeps_its_own_criteria(lint: Callable[..., Report]) -> None:
    report = lint('<p>Zie <a href="/x"></a></p>', "link-zonder-naam", name="x.html")
    assert report.findings[0].wcag == report.outcomes[0].wcag == ("2.4.4", "4.1.2")
    (one,) = earl(report)[1]["reverse"]
    parts = [part["@id"].partition("#")[2] for part in one[f"{EARL}test"][0][f"{DCT}isPartOf"]]
    assert parts == ["link-purpose-in-context", "link-purpose-link-only", "name-role-value"]


def test_outcomes_hold_the_criteria_of_the_rule(lint: Callable[..., Report]) -> None:
    (one,) = lint(PAGE, "tabelkop-zonder-cellen", name="x.html").outcomes
    assert one == RuleOutcome("tabelkop-zonder-cellen", "failed", ("1.3.1",), ("d0f69e",))


def test_the_test_cases_of_w3c_can_be_reported(shared_data: Path) -> None:
    folder = shared_data / "act"
    files = sorted((folder / "d0f69e").glob("*.html"))
    assert files
    reports = [
        checked(file.read_text("utf-8"), f"https://www.w3.org/{file.name}", "tabelkop-zonder-cellen")
        for file in files
    ]
    _, *subjects = earl(*reports)
    for file, subject in zip(files, subjects, strict=True):
        said = outcome(by_title(subject)["tabelkop-zonder-cellen"])
        assert (said == "failed") == file.name.startswith("failed"), file.name
