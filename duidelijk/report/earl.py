"""EARL 1.0 as JSON-LD, in the form that W3C's pages on ACT implementations read.

Sources: https://www.w3.org/TR/EARL10-Schema/ and
https://www.w3.org/WAI/standards-guidelines/act/report/earl, read in November 2026. For every accessibility
rule that ran there is one assertion on each input, also where it found nothing; the findings are in the
description of the result. The tests bear the names of our rules; ``dct:conformsTo`` leads to the ACT rules.
They are part of the criteria that the ACT rule names: W3C calls nothing complete that names others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from duidelijk._version import __version__
from duidelijk.model import RuleOutcome
from duidelijk.report.common import TOOL, Places, has_lines, is_url, message, path
from duidelijk.report.compact import dumps
from duidelijk.report.wcag import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Finding, Report
    from duidelijk.report.info import RuleInfo

CONTEXT: Final = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
ACT_RULE: Final = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
ASSERTOR: Final = "_:duidelijk"
# The criteria of ACT rules for which our own rules name more, or leave out those of level AAA.
# Source: the accessibility requirements that W3C lists with those rules.
_ACT_CRITERIA: Final[dict[str, tuple[str, ...]]] = {
    "0ssw9k": ("2.1.1", "2.1.3"),
    "46ca7f": (),
    "akn7bn": ("2.1.1", "2.1.3"),
    "bc659a": ("2.2.1", "2.2.4", "3.2.5"),
    "c487ae": ("2.4.4", "2.4.9", "4.1.2"),
    "e086e5": ("4.1.2",),
}
_WORST_FIRST: Final = ("failed", "cantTell", "passed", "inapplicable")
_MOST: Final = 20  # findings that one result describes


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """The reports as one graph: who tested, and each input with its assertions, one assertion a line."""
    return dumps({"@context": CONTEXT, "@graph": _graph(reports)}, depth=4)


def reported_criteria(wcag: Sequence[str], act: Sequence[str]) -> tuple[str, ...]:
    """The criteria to report for a rule that names these criteria and ACT rules itself."""
    named = [_ACT_CRITERIA[one] for one in act if one in _ACT_CRITERIA]
    return tuple(sorted(set().union(*named))) if named else tuple(wcag)


def _graph(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    yield {
        "@id": ASSERTOR,
        "@type": ["Assertor", "Software"],
        "name": TOOL,
        "release": {"@type": "doap:Version", "revision": __version__},
    }
    for report in reports:
        yield {
            "@type": ["TestSubject", *(["WebPage"] if report.format == "html" else [])],
            "source": _address(report.source.name),
            "assertions": _assertions(report),
        }


def _assertions(report: Report) -> Iterator[dict[str, Any]]:
    places = Places(report.source.text)
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    for outcome in (*report.outcomes, *_from_findings(report, found)):
        result = {"@type": "TestResult", "outcome": f"earl:{outcome.outcome}"}
        said = _described(report, found.get(outcome.rule, ()), places)
        if said:
            result["dct:description"] = said
        yield {
            "@type": "Assertion",
            "mode": "earl:automatic",
            "assertedBy": ASSERTOR,
            "test": _test(outcome),
            "result": result,
        }


def _from_findings(report: Report, found: Mapping[str, Sequence[Finding]]) -> Iterator[RuleOutcome]:
    """What findings say of rules whose outcome the report does not have."""
    known = {outcome.rule for outcome in report.outcomes}
    for rule, findings in found.items():
        first = findings[0]
        if rule not in known and (first.wcag or first.act):
            said = {finding.outcome for finding in findings}
            worst = next((outcome for outcome in _WORST_FIRST if outcome in said), first.outcome)
            yield RuleOutcome(rule, worst, first.wcag, first.act)


def _test(outcome: RuleOutcome) -> dict[str, Any]:
    test: dict[str, Any] = {"@type": "TestCase", "title": outcome.rule}
    numbers = reported_criteria(outcome.wcag, outcome.act)
    criteria = [f"WCAG2:{CRITERIA[number]}" for number in numbers if number in CRITERIA]
    if criteria:
        test["isPartOf"] = criteria
    if outcome.act:
        test["dct:conformsTo"] = [{"@id": ACT_RULE.format(act)} for act in outcome.act]
    return test


def _described(report: Report, findings: Sequence[Finding], places: Places) -> str:
    """What was found, a line for each place; of many only the first."""
    lines = []
    for finding in findings[:_MOST]:
        place = places(finding.span)
        at = f"Regel {place.line}, teken {place.column}: " if has_lines(report) else ""
        lines.append(at + message(report, finding))
    if len(findings) > _MOST:
        lines.append(f"En nog {len(findings) - _MOST}.")
    return "\n".join(lines)


def _address(name: str) -> str:
    """The name of an input as a web address; a path stays as it is, with what may not be in one escaped."""
    return quote(path(name), safe="/:?#[]@!$&'()*+,;=~%-._" if is_url(name) else "/~-._:", errors="replace")
