"""The language server as an editor meets it: a process that starts, checks, and waits.

Usage: ``python -m benchmarks.language_server [--starts N] [--keystrokes N]``. Linux only: it reads /proc.

- start: CPU s of the server, user and system, from its start to the first diagnostics of the example letter
  (one page), with what it took to answer ``initialize`` beside it; the median of N starts.
- keystroke: CPU ms of the server from an edit of one letter to its diagnostics, in ten pages; mean and
  90th percentile. ``delay`` is 0, so that each keystroke is checked.
- idle: memory (VmRSS) with that document open, after some seconds without work, and the CPU of those seconds.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.clients.lsp_client import LspClient
from tests.memory import status_megabytes

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = 10
WORDS_A_PAGE: Final = 340
IDLE: Final = 5.0  # seconds
TYPED: Final = "belangrijke "


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="The language server as an editor meets it.")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--keystrokes", type=int, default=60)
    given = parser.parse_args(arguments)
    starts = [start() for _ in range(given.starts)]
    answered, first = (statistics.median(column) for column in zip(*starts, strict=True))
    print(f"{'start to first diagnostics, CPU s':44}{first:8.2f}   (initialize answered at {answered:.2f})")
    for language in ("markdown", "plaintext", "html"):
        writing(language, given.keystrokes)


def start() -> tuple[float, float]:
    """CPU s of a new server up to its answer to ``initialize``, and up to the first diagnostics."""
    letter = (ROOT / "examples" / "brief.txt").read_text("utf-8")
    with LspClient() as client:
        client.initialize()
        answered = cpu(client.process.pid)
        client.diagnostics(client.open("untitled:brief.txt", letter))
        return answered, cpu(client.process.pid)


def writing(language: str, keystrokes: int) -> None:
    """Type in the middle of a document, and wait."""
    text = document(language)
    with LspClient() as client:
        client.initialize(options={"settings": {"delay": 0}})
        uri = client.open(f"untitled:{language}", text, language)
        client.diagnostics(uri)
        at = text.index(" ", len(text) // 2) + 1
        spent: list[float] = []
        for number in range(keystrokes):
            before = cpu(client.process.pid)
            client.edit(uri, at + number, at + number, TYPED[number % len(TYPED)])
            client.diagnostics(uri)
            spent.append(1000 * (cpu(client.process.pid) - before))
        words = len(text.split())
        named = f"{language}, {words} words: a keystroke, CPU ms"
        ninth = statistics.quantiles(spent, n=10)[-1]
        print(f"{named:44}{statistics.mean(spent):8.0f}   (90 % at most {ninth:.0f})")
        time.sleep(1)
        before = cpu(client.process.pid)
        time.sleep(IDLE)
        memory = status_megabytes(client.process.pid, "VmRSS")
        rest = 1000 * (cpu(client.process.pid) - before) / IDLE
        print(f"{'  idle afterwards, MB':44}{memory:8.0f}   ({rest:.1f} ms CPU a second)")


def document(language: str) -> str:
    """Ten pages of the documentation, as Markdown, as plain text or as a page."""
    pages = sorted((ROOT / "docs").glob("*.md"))
    blocks = [block for page in pages for block in page.read_text("utf-8").split("\n\n")]
    taken: list[str] = []
    words = 0
    for block in blocks:
        if language != "markdown" and block.lstrip().startswith(("```", "|")):
            continue
        taken.append(block)
        words += len(block.split())
        if words > PAGES * WORDS_A_PAGE:
            break
    if language != "html":
        return "\n\n".join(taken)
    from markdown_it import MarkdownIt

    body = MarkdownIt().render("\n\n".join(taken))
    head = '<!doctype html>\n<html lang="nl"><head><title>Handleiding</title></head>'
    return f"{head}\n<body><main>\n{body}</main></body></html>\n"


def cpu(process: int) -> float:
    """CPU seconds of a process so far, user and system, of all its threads."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
