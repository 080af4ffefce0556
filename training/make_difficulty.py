"""Writes lexicons/moeilijkheid.tsv: how many points each feature adds to the difficulty of a text.

The weights are fitted on pairs of a sentence and what a city's own editor made of it: which of the two is the
original? A logistic regression on the difference of their features, in which no weight may be negative, so
that more of a feature never makes a text easier. The points are scaled so that the average edited text has
40. Prints how well it does on documents that it was not fitted on.

Usage: python make_difficulty.py [PAIRS.jsonl] [--out lexicons/moeilijkheid.tsv]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from duidelijk import readers
from duidelijk.nlp.language import language_blocks
from duidelijk.overview import hard_words
from duidelijk.scores.difficulty import sum_of
from duidelijk.scores.features import FEATURES, Measured, measured, together

ROOT: Final = Path(__file__).resolve().parents[1]
PAIRS: Final = ROOT.parent / "shared" / "data" / "pairs" / "amsterdam_edit_spans.dev.jsonl"
OUT: Final = ROOT / "lexicons" / "moeilijkheid.tsv"
RESTRAINT: Final = 0.02
"""How much large weights cost in the fit (L2), on features in standard deviations."""

MEAN_EDITED: Final = 40.0
"""The difficulty of an edited text with the average of each feature, over documents."""

LARGE: Final = 5
"""Documents of fewer pairs say little on their own."""

NAMES: Final = {
    "words": "woorden per zin",
    "content_words": "inhoudswoorden per zin",
    "passives": "lijdende vormen per zin",
    "participles": "voltooide deelwoorden per zin",
    "helpers": "hulpwerkwoorden per zin",
    "bracket": "woorden in de tang per zin",
    "marks": "haakjes, puntkomma’s en strepen per zin",
    "commas": "komma’s per zin",
    "short_forms": "afkortingen per zin",
    "no_we": "zinnen zonder ‘wij’",
    "no_you": "zinnen zonder ‘u’",
    "listed": "formele of vage woorden per 100 woorden",
    "nominal": "naamwoorden op -ing, -tie en dergelijke per 100 woorden",
}

Matrix = Any
"""A numpy array of floats."""


class Pair(NamedTuple):
    """The measured sentences of the original and of the edited text, and the document they come from."""

    document: str
    complex: tuple[Measured, ...]
    simple: tuple[Measured, ...]


class Differences(NamedTuple):
    """Features of the original less those of the edited text, for each pair and for each document."""

    documents: tuple[str, ...]
    of_pair: tuple[str, ...]
    pairs: Matrix
    whole: Matrix
    originals: Matrix
    edited: Matrix
    spread: Matrix


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file with ``doc``, ``complex`` and ``simple`` on each line, measured."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return tuple(Pair(row["doc"], _measured(row["complex"]), _measured(row["simple"])) for row in rows)


def _measured(text: str) -> tuple[Measured, ...]:
    document = readers.read(text.encode(), "zin.txt")
    return measured(document, hard_words(document), language_blocks(document))


def differences(pairs: Sequence[Pair]) -> Differences:
    """The figures that the fit and the tests of it need."""
    documents = tuple(sorted({pair.document for pair in pairs}))
    sides = np.array([[_values(pair.complex), _values(pair.simple)] for pair in pairs])
    whole = np.array(
        [
            [
                _values([one for pair in pairs if pair.document == name for one in pair.complex]),
                _values([one for pair in pairs if pair.document == name for one in pair.simple]),
            ]
            for name in documents
        ]
    )
    return Differences(
        documents=documents,
        of_pair=tuple(pair.document for pair in pairs),
        pairs=sides[:, 0] - sides[:, 1],
        whole=whole[:, 0] - whole[:, 1],
        originals=whole[:, 0],
        edited=whole[:, 1],
        spread=sides.reshape(-1, len(FEATURES)).std(axis=0) + 1e-9,
    )


def _values(sentences: Sequence[Measured]) -> Sequence[float]:
    found = together(sentences)
    return [0.0] * len(FEATURES) if found is None else found.values


def fit(found: Differences, without: frozenset[str] = frozenset(), restraint: float = RESTRAINT) -> Matrix:
    """The weight of each feature, none negative, from the pairs of all documents but ``without``.

    A pair counts for less in a document of many, so that one long document does not decide.
    """
    sizes = Counter(found.of_pair)
    kept = np.array([name not in without for name in found.of_pair])
    rows = found.pairs[kept] / found.spread
    shares = np.array([sizes[name] ** -0.5 for name in found.of_pair])[kept]
    return descent(rows, shares / shares.sum(), restraint) / found.spread


def descent(rows: Matrix, shares: Matrix, restraint: float, steps: int = 300) -> Matrix:
    """The logistic regression that makes ``rows @ weights`` positive, by accelerated projected gradient."""
    speed = 1 / (0.25 * np.linalg.eigvalsh((rows * shares[:, None]).T @ rows)[-1] + restraint)
    weights = ahead = np.zeros(rows.shape[1])
    pace = 1.0
    for _ in range(steps):
        wrong = 1 / (1 + np.exp(np.clip(rows @ ahead, -30, 30)))
        gradient = restraint * ahead - (rows * (shares * wrong)[:, None]).sum(axis=0)
        following = np.maximum(0, ahead - speed * gradient)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = following + (pace - 1) / faster * (following - weights)
        weights, pace = following, faster
    return weights


def share_right(margins: Matrix) -> float:
    """The share of the margins that are positive; a tie counts for half."""
    rounded = np.where(np.abs(margins) < 1e-9, 0, margins)
    return float((0.5 + 0.5 * np.sign(rounded)).mean())


class Figures(NamedTuple):
    """Shares right: of all pairs, the mean over large documents, of all documents and of the large ones."""

    pairs: float
    pairs_a_document: float
    documents: float
    large_documents: float


def figures(found: Differences, pair_margins: Matrix, document_margins: Matrix) -> Figures:
    """How often the original comes out harder."""
    sizes = Counter(found.of_pair)
    large = np.array([sizes[name] >= LARGE for name in found.documents])
    of_pair = np.array(found.of_pair)
    a_document = [
        share_right(pair_margins[of_pair == name]) for name in found.documents if sizes[name] >= LARGE
    ]
    return Figures(
        share_right(pair_margins),
        float(np.mean(a_document)),
        share_right(document_margins),
        share_right(document_margins[large]),
    )


def cross_validated(found: Differences, restraint: float | None = RESTRAINT) -> Figures:
    """Each document judged with weights from the other documents.

    Without ``restraint`` that too is chosen on the other documents, by a cross-validation among those.
    """
    of_pair = np.array(found.of_pair)
    pair_margins = np.zeros(len(of_pair))
    document_margins = np.zeros(len(found.documents))
    for at, name in enumerate(found.documents):
        chosen = _best_restraint(found, name) if restraint is None else restraint
        weights = fit(found, frozenset({name}), chosen)
        mine = of_pair == name
        pair_margins[mine] = found.pairs[mine] @ weights
        document_margins[at] = found.whole[at] @ weights
    return figures(found, pair_margins, document_margins)


def _best_restraint(found: Differences, outer: str) -> float:
    of_pair = np.array(found.of_pair)
    scores = {}
    for restraint in (0.005, 0.02, 0.08):
        margins = np.zeros(len(of_pair))
        for name in found.documents:
            mine = of_pair == name
            if name != outer:
                margins[mine] = found.pairs[mine] @ fit(found, frozenset({outer, name}), restraint)
        scores[restraint] = share_right(margins[of_pair != outer])
    return max(scores, key=lambda restraint: scores[restraint])


def table(found: Differences) -> str:
    """The whole file: a row for each feature with a weight, the heaviest in the originals first."""
    sizes = Counter(found.of_pair)
    large = np.array([sizes[name] >= LARGE for name in found.documents])
    originals, edited = found.originals[large].mean(axis=0), found.edited[large].mean(axis=0)
    weights = fit(found)
    points = weights * sum_of(MEAN_EDITED) / (edited @ weights)
    rows = ["feature\tname\tpoints\tedited\toriginal"]
    for at in np.argsort(-points * originals):
        name = tuple(FEATURES)[at]
        cells = (points[at], edited[at], originals[at])
        rows.append("\t".join((name, NAMES[name], *(f"{cell:.3f}" for cell in cells))))
    return "".join(f"{row}\n" for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    found = differences(read_pairs(options.pairs))
    options.out.write_text(table(found), "utf-8", newline="\n")
    print("sentence pairs, the same as a mean over documents, documents, documents of 5 pairs or more:")
    print("by leave-one-document-out:", *(f"{share:.1%}" for share in cross_validated(found)))


if __name__ == "__main__":
    main()
