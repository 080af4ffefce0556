"""How far our LiNT level is from the published one, on the four example texts of LiNT-II.

Prints for each text the features on the scale of LiNT, ours above the published ones; the score with the
corrections in lexicons/lint-niveau.tsv, without any, and with those fitted on the other three texts; how
each feature goes together with the published one over sentences; and how our classes of nouns agree.

Usage: ``python -m benchmarks.reading_level [FOLDER]``
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.lint_fit import FOLDER, Correction, Measured, corrected, examples, left_out, measured
from duidelijk.scores.concreteness import is_concrete
from duidelijk.scores.lint import features, level_of, numbers
from duidelijk.scores.lint_features import SentenceFeatures

NONE = Correction(0.0, 0.0, 1.0, 0.0, 1.0)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    texts: list[Measured] = [(example, measured(example)) for example in examples(folder)]
    own = Correction(*(numbers()[name] for name in Correction._fields))
    print(
        f"{'text':<10}{'F':>7}{'SDL':>7}{'CW':>7}{'P':>7}{'score':>8}{'level':>7}{'raw':>8}{'left out':>10}"
    )
    for text, apart in zip(texts, left_out(texts), strict=True):
        example, sentences = text
        found = features(sentences, numbers())
        if found is None:
            continue
        ours = _bounded(corrected(text, own))
        cells = "".join(f"{value:>7.2f}" for value in found)
        print(
            f"level {example.level:<4}{cells}{ours:>8.1f}{level_of(ours).number:>7}"
            f"{_bounded(corrected(text, NONE)):>8.1f}{_bounded(apart):>10.1f}"
        )
        cells = "".join(f"{value:>7.2f}" for value in example.total)
        print(f"  theirs  {cells}{example.score:>8.1f}{level_of(example.score).number:>7}")
    _print_sentences(texts)
    _print_nouns(folder)


def _bounded(value: float) -> float:
    return min(max(value, 0.0), 100.0)


def _of_sentence(one: SentenceFeatures) -> tuple[float | None, float | None, float | None, float | None]:
    return (
        sum(one.zipfs) / len(one.zipfs) if one.zipfs else None,
        one.longest,
        one.words_per_verb,
        one.concrete / one.nouns if one.nouns else None,
    )


def _print_sentences(texts: list[Measured]) -> None:
    print("\nfeatures of sentences, without corrections")
    pairs = [
        (_of_sentence(ours), theirs)
        for example, sentences in texts
        for ours, theirs in zip(sentences, example.published, strict=True)
    ]
    for at, name in enumerate(("F", "SDL", "CW", "P")):
        known = np.array([(a[at], b[at]) for a, b in pairs if a[at] is not None and b[at] is not None], float)
        same = np.isclose(known[:, 0], known[:, 1], atol=0.005).mean()
        print(
            f"{name:<5}{len(known):>4} sentences, r {np.corrcoef(known.T)[0, 1]:.2f}, the same {same:.0%}, "
            f"mean {known[:, 0].mean():.2f}, theirs {known[:, 1].mean():.2f}"
        )


def _print_nouns(folder: Path) -> None:
    """Our classes beside the published ones, each noun once."""
    kinds: dict[str, str] = {}
    for path in sorted(folder.glob("level*.json")):
        for sentence in json.loads(path.read_text("utf-8"))["sentences"]:
            kinds |= {
                word["text"]: word["super_sem_type"]
                for word in sentence["word_features"]
                if "super_sem_type" in word and word["super_sem_type"] != "unknown"
            }
    counts = Counter((is_concrete(noun), kind == "concrete") for noun, kind in kinds.items())
    known = sum(count for (ours, _), count in counts.items() if ours is not None)
    same = counts[True, True] + counts[False, False]
    print(f"\nnouns: {len(kinds)} with a published class, {known} known to us, {same} in the same class")
    print("differ:", ", ".join(n for n, k in kinds.items() if is_concrete(n) not in (None, k == "concrete")))
    print("unknown to us:", ", ".join(noun for noun in kinds if is_concrete(noun) is None))


if __name__ == "__main__":
    main()
