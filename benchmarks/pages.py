"""Time per web page: our tree with all accessibility rules, beside axe-core in jsdom.

Usage: ``python -m benchmarks.pages [--axe FOLDER [--compare]] [FILE|FOLDER]…``; without files it takes the
real pages in ``../shared/data/docs``, else those in ``examples``. Without ``--axe`` only our own times are
measured; with ``--compare`` no times, but what each finds that the other does not (``benchmarks.compare``).

- tree: CPU ms to read the page into a tree and blocks, the best of some rounds, in a warm process.
- rules: CPU ms of that and all rules that name a WCAG criterion or an ACT rule.
- axe: CPU ms of jsdom's tree and all rules of axe-core, in a warm process of Node, the best of some rounds.
- found: places that fail a rule with a WCAG criterion.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.axe import Axe
from benchmarks.compare import compare
from benchmarks.html_trees import pages
from duidelijk import readers
from duidelijk.engine import lint_bytes
from duidelijk.resources import data_folder
from duidelijk.rules.load import load_rules
from duidelijk.settings import Choice, Settings

ROUNDS: Final = 5
AXE_ROUNDS: Final = 2


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time per web page.")
    parser.add_argument("--axe", type=Path, metavar="FOLDER")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("paths", nargs="*")
    given = parser.parse_args(arguments)
    files = pages(given.paths)
    loaded = load_rules([data_folder("rules")])
    if given.compare and given.axe:
        for line in compare(files, Axe(given.axe.resolve()), loaded):
            print(line, flush=True)
        return
    chosen = [rule.id for rule in loaded.values() if rule.act or rule.wcag]
    settings = Settings(choice=Choice(select=tuple(chosen)), all_suggestions=True)
    times: dict[Path, list[float]] = {}
    found: dict[Path, int] = {}
    if given.axe:
        axe = Axe(given.axe.resolve())
        named = [rule for rule, tags in axe.tags.items() if any(tag.startswith("wcag") for tag in tags)]
        for path, result in axe.in_jsdom([file for file in files for _ in range(AXE_ROUNDS)], named):
            times.setdefault(path, []).append(result.ms)
            found[path] = result.places
    print(f"{'page':44}{'kB':>6}{'tree':>8}{'rules':>8}{'axe':>8}{'found':>7}{'by axe':>8}")
    for file in files:
        data = file.read_bytes()
        lint_bytes(data, file.name, settings)
        tree = best(lambda data=data, file=file: readers.read(data, file.name))  # type: ignore[misc]
        rules = best(lambda data=data, file=file: lint_bytes(data, file.name, settings))  # type: ignore[misc]
        findings = lint_bytes(data, file.name, settings).findings
        failed = sum(finding.outcome == "failed" and bool(finding.wcag) for finding in findings)
        theirs = f"{min(times[file]):8.0f}" if file in times else f"{'–':>8}"
        line = f"{file.name[:42]:44}{len(data) / 1000:6.0f}{tree:8.1f}{rules:8.1f}{theirs}{failed:7}"
        print(line + (f"{found[file]:8}" if file in found else f"{'–':>8}"), flush=True)


def best(run: Callable[[], object]) -> float:
    """The least CPU time of some rounds, in ms."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
