"""Does ``moeilijkheid`` tell which of two versions of a text is the original, and which a city's editor made?

Reads pairs of sentences, and prints the share that is told right, of sentence pairs and of documents (all
originals of a document against all its edited sentences). Ties count for half. Simple measures stand beside
it. The weights are fitted on the other documents; the last line has the weights that we ship.

Usage: ``python -m benchmarks.difficulty [EDIT_SPANS.jsonl] [--nested]``; the latter also chooses how strongly
the weights are held back inside each fit, and takes minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from make_difficulty import (
    PAIRS,
    Differences,
    Figures,
    Pair,
    cross_validated,
    differences,
    figures,
    read_pairs,
)

from duidelijk.scores.counts import sentence_counts, total
from duidelijk.scores.difficulty import weights
from duidelijk.scores.features import FEATURES, Measured
from duidelijk.scores.formulas import brouwer, flesch_douma, lix

Measure = Callable[[Sequence[Measured]], float]
ROW = "{:<48}{:>10}{:>16}{:>12}{:>20}"


def words_per_sentence(sentences: Sequence[Measured]) -> float:
    """The mean length of the sentences."""
    return sum(one.words for one in sentences) / len(sentences)


def formula(of: Callable[..., float], sign: int) -> Measure:
    """A readability formula as a measure of difficulty; ``sign`` is -1 when it is higher for easier text."""

    def measure(sentences: Sequence[Measured]) -> float:
        counts = total(sentence_counts(one.sentence.text) for one in sentences)
        return sign * of(counts) if counts.plain else 0.0

    return measure


BASELINES: dict[str, Measure] = {
    "words per sentence": words_per_sentence,
    "Flesch-Douma": formula(flesch_douma, -1),
    "Brouwer": formula(brouwer, -1),
    "LIX": formula(lix, 1),
}


def judged(found: Differences, pairs: Sequence[Pair], measure: Measure) -> Figures:
    """How well a measure does on its own."""

    def margin(chosen: Sequence[Pair]) -> float:
        originals = [one for pair in chosen for one in pair.complex]
        edited = [one for pair in chosen for one in pair.simple]
        return measure(originals) - measure(edited) if originals and edited else 0.0

    return figures(
        found,
        np.array([margin([pair]) for pair in pairs]),
        np.array([margin([pair for pair in pairs if pair.document == name]) for name in found.documents]),
    )


def without(found: Differences, feature: str) -> Differences:
    """The differences with one feature taken out."""
    kept = np.array([name != feature for name in FEATURES])
    return found._replace(pairs=found.pairs * kept, whole=found.whole * kept)


def show(name: str, result: Figures) -> None:
    print(ROW.format(name, *(f"{share:.1%}" for share in result)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--nested", action="store_true")
    options = parser.parse_args()
    pairs = read_pairs(options.pairs)
    found = differences(pairs)
    print(f"{len(pairs)} sentence pairs in {len(found.documents)} documents")
    print(ROW.format("", "pairs", "mean a document", "documents", "of 5 pairs or more"))
    for name, measure in BASELINES.items():
        show(name, judged(found, pairs, measure))
    show("moeilijkheid, leaving a document out", cross_validated(found))
    show("  the same, without our word lists", cross_validated(without(found, "listed")))
    if options.nested:
        show("  the same, restraint chosen inside", cross_validated(found, restraint=None))
    shipped = np.array([weight.points for weight in weights().values()])
    show(
        "moeilijkheid as shipped (fitted on all of these)",
        figures(found, found.pairs @ shipped, found.whole @ shipped),
    )


if __name__ == "__main__":
    main()
