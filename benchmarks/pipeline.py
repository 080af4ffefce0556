"""Where the time of the language model goes: import, load, components, words per CPU-second, first finding.

Every figure is CPU seconds (user and system). Import, load and the letter run in fresh processes, the median
of five; throughput is that of the first pass, with every word new, and then the best of three.

Usage: python -m benchmarks.pipeline [PIPELINE] [TEXT]. PIPELINE is a folder (with a slash) or the name of an
installed spaCy pipeline; ``-`` (the default) is the one in the box.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from duidelijk import nlp, readers
from duidelijk.model import Document
from duidelijk.nlp import pipeline
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.words import split

ROOT = Path(__file__).resolve().parents[1]
BULK = ROOT.parent / "shared" / "data" / "bulk_nl.txt"
LETTER = ROOT / "examples" / "brief.txt"
SIZE = 600_000  # characters of the text; enough for steady figures
PLAINLY = "import spacy.lang.nl, duidelijk.nlp.features"
IMPORT = f"""
from duidelijk.nlp.pipeline import _command_line_later, _one_thread
with _one_thread(), _command_line_later():
    import spacy
{PLAINLY}
"""
RULE = """
kind: check
check: proef.controle:verbs
needs: {needs}
message: "‘{{gevonden}}’"
why: "Proef."
level: suggestion
confidence: high
audience: redactie
source: {{name: "Proef"}}
examples: [{{bad: "«is»"}}, {{good: "."}}]
"""
CHECK = """
from duidelijk import nlp
from duidelijk.model import Hit, Span
from duidelijk.nlp.language import language_blocks

def verbs(document):
    for block in language_blocks(document):
        for sentence in nlp.{function}(document, block):
            for token in sentence:
                if token.tag.startswith("WW"):
                    yield Hit(block, Span(token.start, token.end))
"""


def fresh(code: str, *, path: Path = ROOT) -> float:
    """CPU seconds of a new process that runs ``code``, the median of five."""
    runs = []
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{path}"},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"this did not run: {code}")
        runs.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(runs)


def start_up(name: str | None) -> Iterator[tuple[str, str, str]]:
    """What comes before the first word, each step in a process of its own."""
    python = fresh("pass")
    folder = pipeline.folder_of(name)
    imported = fresh(IMPORT)
    loaded = fresh(f"from duidelijk.nlp.pipeline import load; load({name!r})")
    plainly = fresh(PLAINLY)
    yield "Python itself", f"{python:.2f} s", ""
    yield "import NumPy", f"{fresh('import numpy') - python:.2f} s", ""
    yield "import spaCy and NumPy, as we do", f"{imported - python:.2f} s", ""
    yield "  plainly", f"{plainly - python:.2f} s", ""
    yield "load the pipeline, as we do", f"{loaded - imported:.2f} s", ""
    if (folder / "tokenizer").is_file():  # ours ships without one
        usual = fresh(f"{PLAINLY}\nspacy.load({str(folder)!r})")
        yield "  with spacy.load", f"{usual - plainly:.2f} s", ""
    for needs, function in (("tokens", "tokens"), ("parse", "parsed")):
        yield f"one-page letter, first run ({needs})", f"{letter(name, needs, function):.2f} s", "≤ 2.0 s"
    without = fresh(
        checking(["", "check", "--select", "opmaak,puntkomma", "--fail-on", "never", str(LETTER)])
    )
    yield "  the same with the text rules only", f"{without:.2f} s", ""


def checking(arguments: list[str]) -> str:
    """The code that runs ``duidelijk`` with these arguments."""
    return f"import sys; sys.argv = {arguments!r}; from duidelijk.cli import main; main()"


def letter(name: str | None, needs: str, function: str) -> float:
    """CPU seconds of a whole process that checks one page, the default rules and one that needs the model."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "regels").mkdir()
        (folder / "regels" / "werkwoord.yml").write_text(RULE.format(needs=needs), "utf-8")
        (folder / "proef").mkdir()
        (folder / "proef" / "__init__.py").touch()
        (folder / "proef" / "controle.py").write_text(CHECK.format(function=function), "utf-8")
        settings = ['rules = ["regels"]']
        if name is not None:
            settings.append(f'pipeline = "{Path(name).resolve() if "/" in name else name}"')
        (folder / "duidelijk.toml").write_text("\n".join(settings), "utf-8")
        arguments = [
            "",
            "check",
            "--fail-on",
            "never",
            "--config",
            str(folder / "duidelijk.toml"),
            str(LETTER),
        ]
        return fresh(checking(arguments), path=folder)


def throughput(name: str | None, text: str) -> Iterator[tuple[str, str, str]]:
    """Words per CPU-second: as the rules get them, and each component by itself."""
    document = replace(readers.read(text.encode(), "tekst.txt"), pipeline=name)
    blocks = language_blocks(document)
    words = sum(len(block.text.split()) for block in blocks)
    loaded = pipeline.load(name)
    spent = seconds(lambda: [nlp.sentences(document, block) for block in blocks])
    yield "sentences", f"{words / spent:,.0f} words/s", ""
    texts = [sentence.text for block in blocks for sentence in nlp.sentences(document, block)]
    spent = seconds(lambda: [split(sentence) for sentence in texts])
    yield "words", f"{words / spent:,.0f} words/s", ""
    spent = seconds(lambda: everything(document, nlp.tokens))
    yield "tags and lemmas, every word new", f"{words / spent:,.0f} words/s", ""
    for label, function, goal in (
        ("tags and lemmas", nlp.tokens, "≥ 20,000 words/s"),
        ("with the parser", nlp.parsed, "≥ 10,000 words/s"),
    ):
        best = min(seconds(lambda function=function: everything(document, function)) for _ in range(3))  # type: ignore[misc]
        yield label, f"{words / best:,.0f} words/s", goal
    yield from components(loaded, texts, words)


def everything(document: Document, function: Callable[..., object]) -> None:
    """Annotates all blocks anew."""
    document.cache.pop("annotations", None)
    for block in language_blocks(document):
        function(document, block)


def components(loaded: pipeline.Pipeline, texts: list[str], words: int) -> Iterator[tuple[str, str, str]]:
    """Each component of the pipeline by itself, on batches as large as ours, the best of three."""
    from spacy.tokens import Doc

    model = loaded._nlp  # noqa: SLF001 - what rules never see is what is measured here
    pieces = [[sentence[start:end] for start, end in split(sentence)] for sentence in texts]
    best: dict[str, float] = {}
    for _ in range(3):
        before = time.process_time()
        docs = [Doc(model.vocab, piece) for piece in pieces]
        spent = {"making documents": time.process_time() - before}
        for pipe_name, pipe in model.pipeline:
            before = time.process_time()
            docs = list(pipe.pipe(docs, batch_size=100))
            spent[pipe_name] = time.process_time() - before
        best = {what: min(cost, best.get(what, cost)) for what, cost in spent.items()}
    for what, cost in best.items():
        yield f"  {what}", f"{cost / words * 1e6:.1f} µs/word", ""


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds that ``run`` takes in this process."""
    before = time.process_time()
    run()
    return time.process_time() - before


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else "-"
    name = None if given == "-" else given
    source = Path(sys.argv[2]) if len(sys.argv) > 2 else BULK
    text = source.read_text("utf-8") if source.is_file() else (LETTER.read_text("utf-8") + "\n\n") * 500
    print(f"{'what':<40}{'figure':>20}   goal")
    for rows in (start_up(name), throughput(name, text[:SIZE])):
        for what, figure, goal in rows:
            print(f"{what:<40}{figure:>20}   {goal}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
