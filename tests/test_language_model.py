"""What the shipped language model gets right, and what its card says about that."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from duidelijk.nlp.pipeline import SHIPPED, load

ROOT = Path(__file__).resolve().parents[1]
LEAST = {"tag": 94.0, "lemma": 95.0, "UAS": 85.7, "LAS": 80.5}  # what nl_core_news_sm publishes
SETS = ("Alpino dev", "LassySmall held")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = ROOT.parent / "shared" / "data" / "ud"
    if not folder.is_dir():
        pytest.skip("de boombanken zijn er niet")
    out = tmp_path_factory.mktemp("figures") / "figures.json"
    command = [sys.executable, str(ROOT / "training" / "evaluate.py"), str(folder), "--json", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


@pytest.mark.parametrize("row", LEAST)
def test_both_sets_together_reach_the_goal(figures: dict[str, Any], row: str) -> None:
    parts = [figures[f"{name}, gold words"][row] for name in SETS]
    together = sum(part["f"] * part["gold"] for part in parts) / sum(part["gold"] for part in parts)
    assert together >= LEAST[row]


def test_the_card_gives_the_figures(figures: dict[str, Any]) -> None:
    card = (SHIPPED / "README.md").read_text("utf-8")
    rows = [
        f"{figures[f'{name}, {how}']['LAS']['f']:.1f}" for how in ("gold words", "raw text") for name in SETS
    ]
    assert f"| {' | '.join(rows).replace('.', ',')} |" in card
    assert f"# Taalmodel {figures['pipeline']}\n" in card


def test_it_fits_in_the_box() -> None:
    files = [file for file in SHIPPED.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= 15_000_000
    assert {"LICENSE", "README.md", "config.cfg", "lemmas.tsv", "meta.json"} <= {file.name for file in files}


def test_it_names_itself() -> None:
    meta = json.loads((SHIPPED / "meta.json").read_text("utf-8"))
    assert load(None).name == f"nl_{meta['name']} {meta['version']}"
