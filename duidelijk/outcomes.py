"""What each accessibility rule says about a whole input, also where it found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from duidelijk.model import Document, Finding, Problem, RuleOutcome

if TYPE_CHECKING:
    from duidelijk.rules.rule import Rule


def rule_outcomes(
    document: Document, rules: Iterable[Rule], findings: Sequence[Finding], problems: Iterable[Problem]
) -> tuple[RuleOutcome, ...]:
    """One outcome for each of the rules that names a WCAG criterion or an ACT rule, sorted by name.

    ``findings`` are all of them, also what a comment in the text silences: that changes no page. A rule that
    broke, and found nothing before it did, has not tested the input. ``passed`` is a rule that looked at the
    input and has nothing to say; whether there was something of its kind in it, it does not tell.
    """
    broken = {problem.rule for problem in problems if problem.rule is not None}
    by_rule: dict[str, set[str]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, set()).add(finding.outcome)
    kind = document.meta.get("kind")
    text = document.source.text
    is_blank = not text or text.isspace()
    made: list[RuleOutcome] = []
    for rule in sorted(rules, key=lambda rule: rule.id):
        if not rule.wcag and not rule.act:
            continue
        said = by_rule.get(rule.id, set())
        if "failed" in said:
            outcome = RuleOutcome(rule.id, "failed", rule.wcag, rule.act)
        elif "cantTell" in said:
            outcome = RuleOutcome(rule.id, "cantTell", rule.wcag, rule.act)
        elif rule.id in broken:
            outcome = RuleOutcome(rule.id, "untested", rule.wcag, rule.act)
        elif is_blank or not rule.applies_to(document.format, kind):
            outcome = RuleOutcome(rule.id, "inapplicable", rule.wcag, rule.act)
        else:
            outcome = RuleOutcome(rule.id, "passed", rule.wcag, rule.act)
        made.append(outcome)
    return tuple(made)
