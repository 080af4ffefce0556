"""The rules that found something, explained once for the whole page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from duidelijk.report.common import shown
from duidelijk.report.html_report.notes import Link, link
from duidelijk.report.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duidelijk.model import Guideline, Report
    from duidelijk.report.info import RuleInfo


class RuleRow(NamedTuple):
    """A rule with why it is there, and how often it found something; ``anchor`` is where that stands."""

    anchor: str
    name: str
    why: str
    guideline: Link
    times: int


def rule_rows(reports: Iterable[Report], rules: Mapping[str, RuleInfo]) -> tuple[RuleRow, ...]:
    """The rules with findings, most first. Of a rule that is not in ``rules`` only the guideline is known."""
    found: Counter[str] = Counter()
    guidelines: dict[str, Guideline] = {}
    for report in reports:
        for finding in shown(report):
            found[finding.rule] += 1
            guidelines[finding.rule] = finding.guideline
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        RuleRow(
            f"regel-{at}",
            visible(name),
            visible(rules[name].why) if name in rules else "",
            link(guidelines[name]),
            count,
        )
        for at, (name, count) in enumerate(ordered, start=1)
    )
