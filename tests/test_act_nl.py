"""Our own cases in Dutch, in the form of W3C's, for the ACT rules that judge words.

W3C's cases for those rules are English. The outcome of a case is in the name of its file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from duidelijk.model import Report
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules

FOLDER = Path(__file__).parent / "act_nl"
CASES = sorted(FOLDER.glob("*/*.html"))
LEAST = 12
# Where the words alone do not decide: somebody has to look, and the rule says so.
UNSURE = {
    "36b590/failed-6",  # the field says itself where the message belongs
    "5effbb/passed-2", "5effbb/passed-3", "5effbb/passed-4", "5effbb/passed-5",  # vague, with a context
    "b49b2e/failed-5", "b49b2e/failed-6", "b49b2e/failed-7",  # ‘Algemeen’ may be a fixed chapter
    "c4a8a4/failed-7",  # the name of the site above a page that may be the front page
    "cc0f0a/failed-7",  # two fields with one label: something else may set them apart
}  # fmt: skip


@cache
def rules_for(act: str) -> tuple[str, ...]:
    return tuple(rule.id for rule in load_rules([data_folder("rules")]).values() if act in rule.act)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(case: Path, lint: Callable[..., Report]) -> None:
    act = case.parent.name
    rules = rules_for(act)
    assert rules, f"no rule names {act}"
    report = lint(case.read_text("utf-8"), *rules, format="html")
    assert not report.errors
    outcomes = {finding.outcome for finding in report.findings}
    if f"{act}/{case.stem}" in UNSURE:
        assert outcomes == {"cantTell"}
    else:
        assert outcomes == ({"failed"} if case.stem.startswith("failed") else set())


@pytest.mark.parametrize("folder", sorted({case.parent for case in CASES}), ids=lambda path: path.name)
def test_every_rule_has_cases_of_each_outcome(folder: Path) -> None:
    names = [case.stem.partition("-")[0] for case in folder.glob("*.html")]
    assert set(names) == {"passed", "failed", "inapplicable"}
    assert len(names) >= LEAST
