"""How well and how fast the sentence splitter works: precision, recall, F, and words per CPU-second.

A sentence counts as found when both its ends are right. The raw text of a treebank is rebuilt from its
``# text`` lines, in file order, in three ways:

- ``one line``: everything joined by a space, so that no sentence end is given away;
- ``paragraphs``: a new block where the paragraph in ``sent_id`` changes (the part before ``.s.``);
- ``line breaks``: as ``paragraphs``, and a new block after a sentence without an end mark. Such a sentence is
  a heading, a caption or a list item, which stands on a line of its own on the page it comes from; the
  treebank does not keep those line breaks, and readers give them to the splitter as blocks.

Usage: python -m benchmarks.sentences [FOLDER WITH ud/ AND bulk_nl.txt]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from duidelijk.nlp.sentences import split

Layout = Literal["one line", "paragraphs", "line breaks"]
ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold_sentences.txt"
DATA = ROOT.parent / "shared" / "data"
SETS: tuple[tuple[str, Layout], ...] = (
    ("nl_alpino-ud-dev", "one line"),
    ("nl_alpino-ud-dev", "paragraphs"),
    ("nl_lassysmall-ud-dev", "line breaks"),
    ("nl_lassysmall-ud-dev", "paragraphs"),
    ("nl_lassysmall-ud-dev", "one line"),
)
_ENDED = re.compile(r"[.?!…][\"'’”»)\]\s]*\Z")


class Result(NamedTuple):
    """Counts of sentences: right ones, found ones, those in the gold standard."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.gold

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold)


def gold_blocks(path: Path = GOLD) -> list[list[str]]:
    """The hard cases: per block its sentences."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split(" ‖ ") for line in lines if line and not line.startswith("# ")]


def treebank_blocks(path: Path, layout: Layout) -> list[list[str]]:
    """The sentences of a CoNLL-U file in blocks (see the top of this file)."""
    sentences = list(_sentences(path))
    blocks = [[sentences[0][1]]]
    for (before, previous), (paragraph, text) in pairwise(sentences):
        new = layout != "one line" and before != paragraph
        if new or (layout == "line breaks" and not _ENDED.search(previous)):
            blocks.append([])
        blocks[-1].append(text)
    return blocks


def _sentences(path: Path) -> Iterator[tuple[str, str]]:
    paragraph = ""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id = "):
                paragraph = line[12:].split(".s.")[0]
            elif line.startswith("# text = "):
                yield paragraph, line[9:].strip()


def score(blocks: Iterable[list[str]]) -> Result:
    """Split each block and compare."""
    right = found = gold = 0
    for sentences in blocks:
        wanted = set()
        at = 0
        for sentence in sentences:
            wanted.add((at, at + len(sentence)))
            at += len(sentence) + 1
        got = set(split(" ".join(sentences)))
        right += len(wanted & got)
        found += len(got)
        gold += len(wanted)
    return Result(right, found, gold)


def words_per_second(path: Path, seconds: float = 2.0) -> float:
    """Words (runs without white space) per CPU-second over the paragraphs of a text file."""
    blocks = [" ".join(block.split()) for block in path.read_text(encoding="utf-8").split("\n\n")]
    words = sum(block.count(" ") + 1 for block in blocks if block)
    rounds = 0
    begin = time.process_time()
    while time.process_time() - begin < seconds:
        for block in blocks:
            split(block)
        rounds += 1
    return rounds * words / (time.process_time() - begin)


def main(folder: Path) -> None:
    """Print the table."""
    print(f"{'set':<24}{'layout':<14}{'n':>6}{'precision':>11}{'recall':>9}{'F':>9}")
    rows: list[tuple[str, str, list[list[str]]]] = [("gold_sentences", "blocks", gold_blocks())]
    rows += [
        (name, layout, treebank_blocks(folder / "ud" / f"{name}.conllu", layout)) for name, layout in SETS
    ]
    for name, layout, blocks in rows:
        result = score(blocks)
        figures = f"{result.precision:>11.4f}{result.recall:>9.4f}{result.f1:>9.4f}"
        print(f"{name:<24}{layout:<14}{result.gold:>6}{figures}")
    print(f"{words_per_second(folder / 'bulk_nl.txt'):,.0f} words per CPU-second on bulk_nl.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
