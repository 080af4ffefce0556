"""Is each rule right? Compares what the rules find with the labels in tests/corpus.

A finding is right where a label of the same rule, or of one that says the same, shares words with it. Prints
precision and recall per rule; ``--write`` records them in rules/quality.tsv, for the docs and the tests.

Usage: ``python -m benchmarks.gold [--write] [--wrong RULE|all] [--missed RULE|all]``
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from duidelijk import readers
from duidelijk.engine import lint_document
from duidelijk.model import Finding
from duidelijk.resources import data_folder
from duidelijk.rules.quality import FILE, HEADER, Quality
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings
from tests import corpus

PASSIVE: Final = frozenset({"lijdende-vorm", "lijdend-zonder-dader"})
SAME: Final = (
    PASSIVE,
    {
        "formeel-woord", "voorzetseluitdrukking", "omslachtige-verbinding", "ambtelijk-stopwoord",
        "archaische-vorm", "wollige-formule", "leenwoord", "zeldzaam-woord", "afgekort-woord", "beeldspraak",
    },
    {"formeel-woord", "omslachtige-verbinding", "naamwoordstijl"},
    {"omslachtige-verbinding", "verzoeken", "dienen-te"},
    {"zeldzaam-woord", "onuitgelegde-vakterm", "lang-woord"},
    {"tangconstructie", "lange-aanloop"},
)  # fmt: skip
"""Rules that say the same about a place: which of the lists a word stands in, a labeller cannot know."""

COVERED: Final = {"werkwoordstapel": PASSIVE, "dienen-te": PASSIVE}
"""Labels that a finding of another rule settles as well: one stack of verbs gets one finding."""

KINDS: Final = {"brief": {"kind": "letter"}, "pagina": {"kind": "page"}, "besluit": {"kind": "decision"}}


class Judged(NamedTuple):
    """What was found and labelled in one item; of each, whether the other agrees."""

    item: corpus.Item
    found: tuple[tuple[Finding, bool], ...]
    labelled: tuple[tuple[corpus.Label, bool], ...]


def judged() -> Iterator[Judged]:
    """Every item of the corpus with what all rules find in it."""
    settings = Settings(choice=Choice(select=("alles",)), all_suggestions=True)
    ruleset = ruleset_for(settings)
    for item in corpus.read_all():
        document = readers.read(item.text.encode(), "zin.txt")
        document = replace(document, meta=KINDS.get(item.kind, {}))
        report = lint_document(document, ruleset, settings=settings)
        if report.errors:
            raise ValueError(report.errors)
        found = [finding for finding in report.findings if finding.rule in corpus.RULES | PASSIVE]
        yield Judged(
            item,
            tuple((finding, any(_agree(finding, label) for label in item.labels)) for finding in found),
            tuple((label, any(_settles(finding, label) for finding in found)) for label in item.labels),
        )


def figures(items: Iterator[Judged]) -> Mapping[str, Quality]:
    """Counts per rule that is found or labelled anywhere."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        for finding, agrees in item.found:
            counts[finding.rule].update(["found", *["right"] * agrees])
        for label, agrees in item.labelled:
            counts[label.rule].update(["labelled", *["reached"] * agrees])
    return {
        rule: Quality(count["found"], count["right"], count["labelled"], count["reached"])
        for rule, count in sorted(counts.items())
    }


def table(measured: Mapping[str, Quality]) -> str:
    """The figures as they are recorded."""
    rows = ("\t".join([rule, *map(str, quality)]) for rule, quality in measured.items())
    return "".join(f"{line}\n" for line in (HEADER, *rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--wrong", metavar="RULE", default="")
    parser.add_argument("--missed", metavar="RULE", default="")
    options = parser.parse_args()
    items = list(judged())
    for item in items:
        for finding, agrees in item.found:
            if not agrees and options.wrong in {finding.rule, "all"}:
                print(f"wrong   {finding.rule} [{finding.excerpt}] {item.item.text}")
        for label, agrees in item.labelled:
            if not agrees and options.missed in {label.rule, "all"}:
                words = " … ".join(item.item.text[slice(*span)] for span in label.spans)
                print(f"missed  {label.rule} [{words}] {item.item.text}")
    measured = figures(iter(items))
    print(f"{'rule':<26}{'found':>7}{'right':>7}{'labels':>8}{'reached':>9}{'precision':>11}{'recall':>8}")
    for rule, quality in measured.items():
        precision = "" if quality.precision is None else f"{quality.precision:.2f}"
        recall = "" if quality.recall is None else f"{quality.recall:.2f}"
        print(
            f"{rule:<26}{quality.found:>7}{quality.right:>7}{quality.labelled:>8}{quality.reached:>9}"
            f"{precision:>11}{recall:>8}"
        )
    traps = sum(len(item.item.traps) for item in items)
    print(f"{len(items)} items, {sum(len(item.labelled) for item in items)} labels, {traps} traps")
    if options.write:
        (data_folder("rules") / FILE).write_text(table(measured), "utf-8", newline="\n")


def _settles(finding: Finding, label: corpus.Label) -> bool:
    others = COVERED.get(label.rule, frozenset())
    return _agree(finding, label) or (finding.rule in others and _overlap(finding, label))


def _agree(finding: Finding, label: corpus.Label) -> bool:
    same = finding.rule == label.rule or any({finding.rule, label.rule} <= names for names in SAME)
    return same and _overlap(finding, label)


def _overlap(finding: Finding, label: corpus.Label) -> bool:
    return any(span.start < finding.span.end and finding.span.start < span.end for span in label.spans)


if __name__ == "__main__":
    main()
