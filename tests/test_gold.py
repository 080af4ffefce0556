"""The rules against the labels of people: no rule gets worse unseen, and the docs say what is measured."""

from __future__ import annotations

import pytest

from benchmarks.gold import Judged, figures, judged, table
from duidelijk.resources import data_folder
from duidelijk.rules.quality import FILE, Quality, recorded
from tests import corpus


@pytest.fixture(scope="module")
def items() -> list[Judged]:
    return list(judged())


def test_the_corpus_is_large_enough() -> None:
    items = corpus.read_all()
    assert len(items) >= 600
    assert sum(bool(item.traps) for item in items) >= 200
    assert {label.rule for item in items for label in item.labels} == corpus.RULES


def test_no_rule_got_worse(items: list[Judged]) -> None:
    measured = figures(iter(items))
    worse = {
        rule: (measured.get(rule), before)
        for rule, before in recorded().items()
        if _is_worse(measured.get(rule, Quality(0, 0, 0, 0)), before)
    }
    assert not worse


def test_the_recorded_figures_are_those_of_today(items: list[Judged]) -> None:
    written = (data_folder("rules") / FILE).read_text("utf-8")
    assert written == table(figures(iter(items))), "run: python -m benchmarks.gold --write"


def test_passives_are_found_and_hardly_anything_else(items: list[Judged]) -> None:
    measured = figures(iter(items))
    found = [measured[rule] for rule in ("lijdende-vorm", "lijdend-zonder-dader") if rule in measured]
    assert sum(one.right for one in found) / sum(one.found for one in found) >= 0.97
    assert measured["lijdende-vorm"].recall is not None
    assert measured["lijdende-vorm"].recall >= 0.92


def _is_worse(now: Quality, before: Quality) -> bool:
    return (now.precision or 0) < (before.precision or 0) or (now.recall or 0) < (before.recall or 0)
