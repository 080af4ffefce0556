"""What a check costs while somebody writes: the first one, a fresh one, and one after each keystroke.

Usage: ``python -m benchmarks.editor``

The text is made of the pages in ``docs`` and ``examples``, 400 words a page. Each row comes from a process of
its own, so that its memory counts only what it did. CPU ms:

- first: the first check in the process, the rules and the language model included;
- fresh: a check that remembers nothing, the best of three;
- key, p90: median and 90th percentile of a check after a letter, in the first block, in a paragraph halfway
  and in the last block;
- line, paste: median of a check after a new line, and after a pasted paragraph;
- ratio: key as a share of fresh.

MB is what the process holds afterwards (0 where the system does not tell).
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Final, Literal, cast

from duidelijk.engine import lint_text
from duidelijk.memory import Memory
from duidelijk.model import Report
from duidelijk.settings import Settings

Format = Literal["markdown", "text", "html"]

ROOT: Final = Path(__file__).resolve().parents[1]
WORDS: Final = 400  # on a page
NAMES: Final[dict[Format, str]] = {"markdown": "brief.md", "text": "brief.txt", "html": "brief.html"}
PLAN: Final[tuple[tuple[Format, int], ...]] = (
    ("markdown", 1), ("markdown", 10), ("markdown", 50), ("text", 10), ("html", 10),
)  # fmt: skip
TYPED: Final = " verplichten wij u"
PASTED: Final = (
    "\n\nIndien u het niet eens bent met dit besluit, kunt u binnen zes weken bezwaar maken. "
    "Uw bezwaar wordt door ons zo spoedig mogelijk behandeld. U ontvangt daarvan bericht."
)
STATUS: Final = Path("/proc/self/status")


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a check costs while somebody writes.")
    parser.add_argument(
        "--once", nargs=2, metavar=("FORMAT", "PAGES"), help="measure one text and print its row"
    )
    given = parser.parse_args(arguments)
    if given.once:
        print(row(cast("Format", given.once[0]), int(given.once[1])))
        return
    columns = ("first", "fresh", "key", "p90", "line", "paste", "ratio", "MB")
    print(f"{'text':18}{'words':>7}" + "".join(f"{column:>8}" for column in columns))
    for kind, pages in PLAN:
        command = [sys.executable, "-m", "benchmarks.editor", "--once", kind, str(pages)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


def row(kind: Format, pages: int) -> str:
    """One line of the table, measured in this process."""
    text = written(kind, pages)
    editor = Editor(kind, text)
    first = editor.check(text)
    gc.collect()
    gc.freeze()  # as the server does once it has loaded: what stays need not be looked at again and again
    fresh = min(editor.fresh(text) for _ in range(3))
    strokes = [editor.check(version) for version in _typed(text)]
    lines = [editor.check(version) for version in _changed(text, "\n")]
    pasted = [editor.check(version) for version in _changed(text, PASTED)]
    key = median(strokes)
    figures = (first, fresh, key, quantiles(strokes, n=10)[-1], median(lines), median(pasted))
    shown = "".join(f"{figure:8.0f}" for figure in figures)
    label = f"{kind}, {pages} p."
    return f"{label:18}{editor.words:7}{shown}{key / fresh:8.2f}{megabytes():8.0f}"


class Editor:
    """Checks the versions of one text and says what each cost."""

    def __init__(self, kind: Format, text: str) -> None:
        self._kind: Format = kind
        self._memory = Memory()
        self.words = len(text.split())

    def check(self, text: str) -> float:
        """CPU ms of a check that remembers the version before."""
        return self._timed(text, self._memory)

    def fresh(self, text: str) -> float:
        """CPU ms of a check that remembers nothing."""
        return self._timed(text, None)

    def _timed(self, text: str, memory: Memory | None) -> float:
        start = time.process_time()
        report: Report = lint_text(text, NAMES[self._kind], Settings(), format=self._kind, memory=memory)
        spent = time.process_time() - start
        if report.errors:
            raise SystemExit(report.errors[0].message)
        return 1000 * spent


def written(kind: Format, pages: int) -> str:
    """A text of so many pages."""
    paragraphs = list(islice(_paragraphs(), 20_000))
    chosen: list[str] = []
    words = 0
    for paragraph in cycle(paragraphs):
        chosen.append(paragraph)
        words += len(paragraph.split())
        if words >= pages * WORDS:
            break
    text = "\n\n".join(chosen)
    return _as_page(text) if kind == "html" else text


def _paragraphs() -> Iterator[str]:
    for folder in ("examples", "docs"):
        for file in sorted((ROOT / folder).glob("*.md")):
            yield from file.read_text("utf-8").split("\n\n")


def _as_page(text: str) -> str:
    from markdown_it import MarkdownIt

    body = MarkdownIt().enable("table").render(text)
    head = '<!doctype html>\n<html lang="nl"><head><title>Handleiding</title></head>'
    return f"{head}<body><main>{body}</main></body></html>"


def _places(text: str) -> Iterator[int]:
    """Behind a word in the first block, in a paragraph halfway and in the last block."""
    ends = list(_prose_ends(text))
    yield from (ends[0], ends[len(ends) // 2], ends[-1])


def _prose_ends(text: str) -> Iterator[int]:
    """Where a full stop stands behind a word at the end of a line, or before a tag that ends a paragraph."""
    at = -1
    while (at := text.find(".", at + 1)) >= 0:
        if text[at - 1].isalpha() and text[at + 1 : at + 2] in {"\n", "<", ""}:
            yield at


def _typed(text: str) -> Iterator[str]:
    for at in _places(text):
        for size in range(1, len(TYPED) + 1):
            yield text[:at] + TYPED[:size] + text[at:]


def _changed(text: str, more: str) -> Iterator[str]:
    for at in _places(text):
        yield text[: at + 1] + more + text[at + 1 :]


def megabytes() -> float:
    """What this process holds in memory now."""
    if not STATUS.is_file():
        return 0.0
    held = next(line for line in STATUS.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(held.split()[1]) / 1000


if __name__ == "__main__":
    main(sys.argv[1:])
