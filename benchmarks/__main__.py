"""Start-up time, throughput and memory of ``duidelijk check``, as one table.

Usage: ``python -m benchmarks [TEXT]``. TEXT is a large UTF-8 text with a paragraph a block (default: the
government prose beside the checkout when it is there, else the examples many times over). Every figure is CPU
seconds (user and system) of a whole process of its own, the median of several runs; machines differ, so
compare ratios.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BULK = ROOT.parent / "shared" / "data" / "bulk_nl.txt"
REAL_PAGE = "003_html_nerds-index.html"
PARTS = 1000
COMMAND = "from duidelijk.cli import main; main()"  # what the installed command runs


class Run(NamedTuple):
    """CPU seconds and peak memory (MB) of one process."""

    cpu: float
    memory: float


def measure(*args: str, times: int = 3) -> Run:
    """The median run of ``duidelijk`` with these arguments."""
    runs = []
    for _ in range(times):
        with Path(os.devnull).open("wb") as nothing:
            process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, *args],
                stdout=nothing,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
            _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        runs.append(Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return Run(statistics.median(run.cpu for run in runs), max(run.memory for run in runs))


def interpreter() -> float:
    """CPU seconds to start Python and do nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(5):
        subprocess.run([sys.executable, "-c", "pass"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 5


def rows(text: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, and the goal."""
    words = len(text.split())
    whole, parts = folder / "bulk.txt", folder / "parts"
    whole.write_text(text, "utf-8")
    parts.mkdir()
    blocks = text.split("\n\n")
    step = len(blocks) // PARTS + 1
    for number in range(0, len(blocks), step):
        (parts / f"{number:06}.txt").write_text("\n\n".join(blocks[number : number + step]), "utf-8")
    letter, page = str(ROOT / "examples" / "brief.txt"), folder / "pagina.html"
    page.write_text(page_of(50_000, blocks), "utf-8")
    start = measure("check", letter, times=9)
    yield "Python itself", f"{interpreter():.3f} s", ""
    yield "duidelijk --help", f"{measure('--help', times=9).cpu:.3f} s", "≤ 0.15 s"
    yield "one-page letter, cold", f"{start.cpu:.3f} s", "≤ 0.35 s"
    for label, path in ((f"{words:,} words, one file", whole), (f"{words:,} words, {PARTS} files", parts)):
        run = measure("check", str(path), "--format", "json")
        yield label, f"{words / (run.cpu - start.cpu):,.0f} words/s", "≥ 100,000 words/s"
        yield "  peak memory (JSON report)", f"{run.memory:.0f} MB", "< 150 MB"
    pages = [
        page,
        *(real for real in [ROOT.parent / "shared" / "data" / "docs" / REAL_PAGE] if real.is_file()),
    ]
    for file in pages:
        one, eleven = measure("check", str(file), times=5), measure("check", *[str(file)] * 11, times=5)
        size = file.stat().st_size / 1000
        yield f"page of {size:.0f} kB, after start", f"{(eleven.cpu - one.cpu) * 100:.0f} ms", "≤ 60 ms"


def page_of(size: int, blocks: list[str]) -> str:
    """A web page of ``size`` characters as they are: a third of it menus, then headings, links and text."""
    item = (
        '<li class="menu__item menu__item--level-2">'
        '<a class="menu__link" href="/onderwerpen/{0}">Onderwerp {0}</a></li>'
    )
    menu = "".join(item.format(number) for number in range(size // 3 // len(item)))
    parts = [
        "<!doctype html><html lang=nl><head><title>Proef</title></head><body>",
        f"<header><nav><ul>{menu}</ul></nav></header><main><h1>Proef</h1>",
    ]
    length = sum(map(len, parts))
    for number, block in enumerate(block for block in blocks if len(block) > 200):
        shown = block.replace("&", "&amp;").replace("<", "&lt;")
        link = f'<a class="content__link" href="/meer/{number}">Lees over deel {number}</a>'
        parts.append(
            f'<section class="content__section" id="deel-{number}">'
            f'<h2 class="content__heading">Deel {number}</h2>'
            f'<div class="content__text"><p class="content__paragraph">{shown}</p><p>{link}</p></div>'
            "</section>"
        )
        length += len(parts[-1])
        if length >= size:
            break
    return "".join((*parts, "</main></body></html>"))


def main() -> None:
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else BULK
    if given.is_file():
        text = given.read_text("utf-8")
    else:
        text = "\n\n".join(path.read_text("utf-8") for path in (ROOT / "examples").glob("*.txt")) * 2000
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'what':<36}{'figure':>20}   goal")
        for what, figure, goal in rows(text, Path(folder)):
            print(f"{what:<36}{figure:>20}   {goal}", flush=True)


if __name__ == "__main__":
    main()
