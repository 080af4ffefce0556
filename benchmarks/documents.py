"""Time and memory to read letters: Word, OpenDocument, PDF and mail.

Usage: ``python -m benchmarks.documents [--pages N] [FILE]…``; without files it takes the letter in all its
formats in ``tests/formats``.

- first: CPU ms of the first reading in a fresh process, the libraries of that format included.
- warm: CPU ms of reading it again, the best of some rounds.
- comments: CPU ms to write a copy with all findings as comments, warm; – where the format has none.

Then PDFs of 2, 30 and N pages (300 unless told), made of the letter's own pages: CPU ms per page and the
peak of memory of a process that reads nothing else.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from duidelijk import readers
from duidelijk.annotate import FORMATS, annotated
from duidelijk.engine import lint_bytes
from duidelijk.settings import Choice, Settings
from tests.memory import peak_megabytes

LETTERS: Final = Path(__file__).resolve().parents[1] / "tests" / "formats"
ROUNDS: Final = 7
SIZES: Final = (2, 30)


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time and memory to read letters.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--once", metavar="FILE", help="read one file and say what it took")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args(arguments)
    if given.once:
        print(once(Path(given.once)))
        return
    files = given.files or sorted(path for path in LETTERS.glob("brief*.*") if path.suffix != ".txt")
    print(f"{'file':44}{'kB':>7}{'words':>7}{'first':>8}{'warm':>8}{'comments':>10}")
    for file in files:
        print(row(file), flush=True)
    paper = next((file for file in files if file.suffix == ".pdf"), None)
    if paper is None:
        return
    print(f"\n{'pages of ' + paper.name:44}{'ms a page':>12}{'peak MB':>9}")
    for pages in (*SIZES, given.pages):
        ms, peak = in_fresh_process(of_pages(paper, pages))
        print(f"{pages:<44}{ms / pages:12.1f}{peak:9.0f}", flush=True)


def row(file: Path) -> str:
    """One line of the table."""
    data = file.read_bytes()
    document = readers.read(data, file.name)
    words = len(document.source.text.split())
    first, _ = in_fresh_process(data, file.name)
    warm = best(lambda: readers.read(data, file.name))
    made = "–"
    if document.format in FORMATS:
        report = lint_bytes(data, file.name, Settings(choice=Choice(select=("standaard",))))
        now = datetime(2026, 11, 22, tzinfo=UTC)
        made = f"{best(lambda: annotated(data, file.name, document.format, report.findings, date=now)):.0f}"
    return f"{file.name[:42]:44}{len(data) / 1000:7.0f}{words:7}{first:8.0f}{warm:8.1f}{made:>10}"


def best(action: Callable[[], object]) -> float:
    """CPU ms of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def of_pages(file: Path, pages: int) -> bytes:
    """A PDF that repeats the pages of another one until it has enough."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(file) as source, pikepdf.new() as made:
        while len(made.pages) < pages:
            made.pages.extend(list(source.pages)[: pages - len(made.pages)])
        made.save(out)
    return out.getvalue()


def in_fresh_process(data: bytes, name: str = "brief.pdf") -> tuple[float, float]:
    """CPU ms and peak MB of reading these bytes in a process of their own."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        command = [sys.executable, "-m", "benchmarks.documents", "--once", str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    ms, peak = done.stdout.split()
    return float(ms), float(peak)


def once(file: Path) -> str:
    """CPU ms and peak MB of reading a file, as text."""
    data = file.read_bytes()
    start = time.process_time()
    readers.read(data, file.name)
    ms = 1000 * (time.process_time() - start)
    return f"{ms} {peak_megabytes()}"


if __name__ == "__main__":
    main(sys.argv[1:])
