"""W3C's test cases for the ACT rules that our rules name: what passes or does not apply is never flagged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duidelijk.model import Finding, Report
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules

# The failed cases that static Dutch rules cannot or do not yet see, by the first letters of their file name.
MISSED = {
    "5effbb": {"failed-43730455", "failed-98f0638a", "failed-bf3ba787"},  # English pages; our words are Dutch
    "qt1vmo": {"failed-2f7d8259", "failed-bac67a5a"},  # an svg and a canvas: somebody has to look at them
}


def pairs() -> Iterator[tuple[str, str]]:
    for rule in load_rules([data_folder("rules")]).values():
        for act in rule.act:
            yield rule.id, act


@pytest.mark.parametrize(("rule", "act"), list(pairs()))
def test_cases_of(rule: str, act: str, shared_data: Path, lint: Callable[..., Report]) -> None:
    folder = shared_data / "act"
    index = map(json.loads, (folder / "index.jsonl").read_text("utf-8").splitlines())
    cases = [case for case in index if case["rule_id"] == act]
    assert cases
    for case in cases:
        name = case["file"]
        findings: tuple[Finding, ...] = lint((folder / name).read_text("utf-8"), rule, name=name).findings
        flagged = {finding.outcome for finding in findings}
        expected = case["expected"] == "failed" and Path(name).stem not in MISSED.get(act, ())
        assert flagged == ({"failed"} if expected else set()), name
