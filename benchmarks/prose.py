"""How much do we say about ordinary government prose, and how fast?

Prints per rule how many findings there are in a thousand words, and the words per CPU-second of the whole set
of rules with the language model. The text is a file of paragraphs, taken in documents of about 700 words.

Usage: ``python -m benchmarks.prose [TEXT] [--every N] [--list RULE]``
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from duidelijk.engine import lint_bytes
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Settings

TEXT = Path(__file__).resolve().parents[2] / "shared" / "data" / "bulk_nl.txt"
WORDS = 700


def documents(path: Path) -> Iterator[str]:
    """Stretches of whole paragraphs, each of about ``WORDS`` words."""
    taken: list[str] = []
    words = 0
    for paragraph in path.read_text("utf-8").split("\n\n"):
        taken.append(paragraph)
        words += len(paragraph.split())
        if words >= WORDS:
            yield "\n\n".join(taken)
            taken, words = [], 0
    if taken:
        yield "\n\n".join(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=TEXT)
    parser.add_argument("--every", type=int, default=1, help="take one document in N")
    parser.add_argument("--list", metavar="RULE", default="")
    options = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as the command line has it
    settings = Settings()
    ruleset_for(settings)
    lint_bytes(b"Dit wordt gelezen om het taalmodel te laden.", "zin.txt", settings)
    chosen = list(documents(options.text))[:: options.every]
    found: Counter[tuple[str, str]] = Counter()
    words = 0
    begin = time.process_time()
    for text in chosen:
        report = lint_bytes(text.encode(), "tekst.txt", settings)
        words += report.words
        found.update((finding.rule, finding.level) for finding in report.findings)
        for finding in report.findings:
            if finding.rule == options.list:
                start, end = finding.span
                around = report.source.text[max(0, start - 80) : end + 60].replace("\n", " ")
                options_shown = " / ".join(suggestion.title for suggestion in finding.suggestions)
                print(f"[{finding.excerpt}] {finding.level} … {around} … {options_shown}")
    seconds = time.process_time() - begin
    print(f"{'rule':<28}{'warnings':>10}{'suggestions':>12}   in 1,000 words")
    for rule in sorted({rule for rule, _ in found}, key=lambda rule: -_both(found, rule)):
        warnings = found[rule, "warning"] + found[rule, "error"]
        print(f"{rule:<28}{1000 * warnings / words:>10.2f}{1000 * found[rule, 'suggestion'] / words:>12.2f}")
    heavy = sum(count for (_, level), count in found.items() if level != "suggestion")
    total = sum(found.values())
    print(f"{'all':<28}{1000 * heavy / words:>10.2f}{1000 * (total - heavy) / words:>12.2f}")
    print(f"{len(chosen)} documents, {words:,} words, {words / seconds:,.0f} words in a CPU-second")


def _both(found: Counter[tuple[str, str]], rule: str) -> int:
    return sum(count for (name, _), count in found.items() if name == rule)


if __name__ == "__main__":
    main()
