"""The pages in docs/regels are those that the rule files give."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_rule_pages_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_rules", DOCS / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    wanted = dict(module.pages())
    assert {path.name for path in (DOCS / "regels").glob("*.md")} == {path.name for path in wanted}
    behind = [path.name for path, text in wanted.items() if path.read_text("utf-8") != text]
    assert behind == [], "run: make docs"
