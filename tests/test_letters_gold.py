"""Letters are understood as well as promised; see benchmarks/letters.py for what the figures mean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from benchmarks import letter_labels
from benchmarks.letters import Figures, judge, rules, scores, share

FLOORS: Final[Mapping[str, float]] = {"parts": 0.90, "kind": 0.85, "rule": 0.90}
"""The least F of all parts together, share of right kinds, and precision of each rule."""

LETTERS: Final = "[0-9]*"


@pytest.fixture(scope="module")
def figures() -> Figures:
    return judge(LETTERS)


def test_parts(figures: Figures) -> None:
    assert scores(figures)["PARTS"].f >= FLOORS["parts"]


def test_kinds(figures: Figures) -> None:
    assert share(kind.agrees for kind in figures.kinds) >= FLOORS["kind"]


def test_sure_of_a_kind_is_more_often_right(figures: Figures) -> None:
    sure = [kind.agrees for kind in figures.kinds if kind.confidence == "high"]
    assert share(sure) >= share(kind.agrees for kind in figures.kinds)


@pytest.mark.parametrize("rule", rules())
def test_rule(figures: Figures, rule: str) -> None:
    found = scores(figures)
    for name in {rule, f"{rule}-suggestie"} & found.keys():
        assert found[name].precision >= FLOORS["rule"], name


def test_letters_in_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mail = "Subject: Uitstel\nContent-Type: text/plain; charset=utf-8\n\nGeachte heer,\n\nU krijgt uitstel.\n"
    (tmp_path / "a.eml").write_bytes(mail.encode())
    for name in ("a", "weg"):
        label = (
            f"folder: docs\nfile: {name}.eml\nkind: notice\nparts:\n  salutation: ['Geachte heer, mevrouw']\n"
        )
        (tmp_path / f"{name}.yml").write_text(label, "utf-8")
    monkeypatch.setattr(letter_labels, "LETTERS", tmp_path)
    monkeypatch.setattr(letter_labels, "FOLDERS", {"docs": tmp_path})
    here, gone = letter_labels.labels()
    assert here.document is not None
    texts = [block.text for block in here.document.blocks]
    assert texts == ["Uitstel", "Geachte heer,", "U krijgt uitstel."]
    assert here.loose
    assert here.same("Geachte heer", here.part("salutation")[0])
    assert gone.document is None
