"""Our own small cases for the ACT rules about names, roles and ARIA, each run with only the rules for it.

W3C's cases show an ACT rule at work; these go along what its definition leaves or excepts. A line of a file
in ``tests/act_own`` is an outcome, a bar and the page; an indented line belongs to the one before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duidelijk.model import Report
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules

FILES = sorted((Path(__file__).parent / "act_own").glob("*.txt"))
FLAGS: dict[str, set[str]] = {
    "failed": {"failed"},
    "cantTell": {"cantTell"},
    "passed": set(),
    "inapplicable": set(),
}
LEAST = 10


def cases(file: Path) -> Iterator[tuple[str, str]]:
    for case in file.read_text("utf-8").replace("\n    ", " ").splitlines():
        expected, _, page = case.partition(" | ")
        yield expected, page


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_outcomes(file: Path, lint: Callable[..., Report]) -> None:
    rules = [rule.id for rule in load_rules([data_folder("rules")]).values() if file.stem in rule.act]
    assert rules
    wrong = []
    for expected, page in cases(file):
        said = {str(finding.outcome) for finding in lint(page, *rules, format="html").findings}
        if said != FLAGS[expected]:
            wrong.append((expected, said, page))
    assert not wrong


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_outcome_has_cases(file: Path) -> None:
    count = Counter(expected for expected, _ in cases(file))
    assert set(count) >= {"failed", "passed", "inapplicable"}
    assert count.total() >= LEAST
