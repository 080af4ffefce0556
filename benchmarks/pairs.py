"""Do our findings lie where a city's own editor changed the text?

Reads pairs of sentences, before and after editing, with the places that were edited. Prints per rule the
findings before and after, and the share of those before that touch an edited place (any word: a quarter);
then the same for findings about words, and the share of the edited places that carry one.

Usage: ``python -m benchmarks.pairs [EDIT_SPANS.jsonl] [--list RULE]``, the latter to read a rule's findings.
"""

from __future__ import annotations

import argparse
import json
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


def is_about_words(finding: Finding) -> bool:
    """Whether the finding marks a word or a few, and not the sentence."""
    return len(finding.excerpt.split()) <= SHORT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--list", metavar="RULE", default="")
    options = parser.parse_args()
    before, after, touched = Counter[str](), Counter[str](), Counter[str]()
    words_before = words_after = places = reached = 0
    for line in options.pairs.read_text("utf-8").splitlines():
        pair = json.loads(line)
        words_before += len(pair["complex"].split())
        words_after += len(pair["simple"].split())
        edits = [(edit["start"], edit["end"]) for edit in pair["edited"] if edit["end"] > edit["start"]]
        found = findings(pair["complex"])
        for finding in found:
            names = _names(finding)
            before.update(names)
            is_edited = any(finding.span.start < end and start < finding.span.end for start, end in edits)
            if is_edited:
                touched.update(names)
            if finding.rule == options.list:
                print("edited" if is_edited else "kept  ", f"[{finding.excerpt}]", pair["complex"])
        about_words = [finding.span for finding in found if is_about_words(finding)]
        places += len(edits)
        reached += sum(
            any(span.start < end and start < span.end for span in about_words) for start, end in edits
        )
        for finding in findings(pair["simple"]):
            after.update(_names(finding))
    print(f"{'rule':<28}{'before':>8}{'after':>8}{'on an edited place':>20}")
    for name, count in sorted(before.items(), key=lambda item: (item[0].startswith("all "), -item[1])):
        print(f"{name:<28}{count:>8}{after[name]:>8}{touched[name] / count:>20.0%}")
    print(f"edited places with a finding about words: {reached} of {places}, {reached / places:.0%}")
    warnings = after["all warnings"] + after["all errors"]
    print(
        f"words: {words_before} before, {words_after} after;"
        f" warnings after: {1000 * warnings / words_after:.1f} in 1,000 words"
    )


def _names(finding: Finding) -> list[str]:
    """What a finding is counted as."""
    names = [finding.rule, "all findings", f"all {finding.level}s"]
    if is_about_words(finding):
        names += ["all about words", f"all about words, {finding.level}"]
    return names


if __name__ == "__main__":
    main()
