"""Do our findings lie where a city's own editor changed the text?

Reads pairs of sentences, before and after editing, with the places that were edited, and prints per rule:
findings before and after, and the share of those before that touch an edited place (any word: a quarter).

Usage: ``python -m benchmarks.pairs [EDIT_SPANS.jsonl]``
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from duidelijk.engine import lint_bytes
from duidelijk.model import Finding
from duidelijk.settings import Settings

PAIRS = Path(__file__).resolve().parents[2] / "shared" / "data" / "pairs" / "amsterdam_edit_spans.dev.jsonl"
SHORT = 6  # words: a longer finding is about the sentence, not about a word


def findings(text: str) -> list[Finding]:
    """What is found in one sentence."""
    return list(lint_bytes(text.encode(), "zin.txt", Settings()).findings)


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    before, after, touched = Counter[str](), Counter[str](), Counter[str]()
    words = [0, 0]
    for line in path.read_text("utf-8").splitlines():
        pair = json.loads(line)
        words[0] += len(pair["complex"].split())
        words[1] += len(pair["simple"].split())
        for finding in findings(pair["complex"]):
            names = [finding.rule]
            if finding.excerpt.count(" ") < SHORT:
                names.append(f"word level, {finding.level}")
            before.update(names)
            start, end = finding.span
            if any(start < edit["end"] and edit["start"] < end for edit in pair["edited"]):
                touched.update(names)
        for finding in findings(pair["simple"]):
            after.update([finding.rule])
            if finding.excerpt.count(" ") < SHORT:
                after.update([f"word level, {finding.level}"])
    print(f"{'rule':<28}{'before':>8}{'after':>8}{'on an edited place':>20}")
    for name, count in sorted(before.items(), key=lambda item: ("," in item[0], -item[1])):
        print(f"{name:<28}{count:>8}{after[name]:>8}{touched[name] / count:>20.0%}")
    print(f"words: {words[0]} before, {words[1]} after")


if __name__ == "__main__":
    main()
