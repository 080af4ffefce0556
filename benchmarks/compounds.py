"""How well and how fast compounds are split: precision, recall and F of the boundaries, words per CPU-second.

The treebanks mark boundaries in the lemma (``verzekering_maatschappij``). They are brought back to the word
as it is written (*verzekeringsmaatschappijen*): a boundary is the place where a part other than the first
begins. All common nouns and adjectives count, so a word that is left whole in the treebank must not be split.
Note that the treebanks leave many compounds whole (*hoofdstad*, *nieuwsbrief*) and cut others like them
(*hoofd_steun*, *dag_blad*): part of what counts here as a mistake is a matter of taste.

``unseen`` is what does not stand in the training set. The verbs measure the particles of separable verbs.

Usage: python -m benchmarks.compounds [FOLDER WITH ud/ AND bulk_nl.txt]
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from duidelijk.nlp.compounds import split
from duidelijk.nlp.separable import separable

DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS: Final = ("nl_alpino-ud-dev", "nl_lassysmall-ud-dev")
_NAMELESS: Final = ("N|soort", "ADJ|")


class Word(NamedTuple):
    """A form in lower case with the places where its parts begin, the first part excepted."""

    form: str
    starts: tuple[int, ...]


class Result(NamedTuple):
    """Counts of boundaries."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.gold, 1)


def gold_words(path: Path) -> Counter[Word]:
    """The common nouns and adjectives of a treebank, with how often each stands in it."""
    return Counter(
        Word(form.lower(), boundaries(form.lower(), [part for part in lemma.lower().split("_") if part]))
        for form, lemma, tag in _rows(path)
        if tag.startswith(_NAMELESS)
    )


def boundaries(form: str, parts: list[str]) -> tuple[int, ...]:
    """Where the parts of a lemma, without linking letters and endings, begin in the form.

    The cheapest cut wins: letters of a part that are missing count double, letters too many once.
    """
    costs: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for number, part in enumerate(parts):
        following: dict[int, tuple[int, tuple[int, ...]]] = {}
        last = number == len(parts) - 1
        for start, (cost, path) in costs.items():
            for end in (len(form),) if last else range(start + 1, len(form)):
                same = _common(form[start:end], part)
                here = cost + 2 * (len(part) - same) + end - start - same
                if end not in following or here < following[end][0]:
                    following[end] = (here, (*path, end))
        costs = following
    return costs[len(form)][1][:-1] if len(form) in costs else ()


def _common(first: str, second: str) -> int:
    """How many letters the beginnings have in common."""
    return next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Form, lemma with boundaries and Dutch tag of every word."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            if cells[0].isdigit():
                yield cells[1], cells[2], cells[4]


def starts(form: str) -> tuple[int, ...]:
    """What the splitter finds."""
    return tuple(part.start for part in split(form)[1:])


def score(words: Mapping[Word, int], find: Callable[[str], tuple[int, ...]] = starts) -> Result:
    """Compare, each word as often as it counts."""
    right = found = gold = 0
    for word, times in words.items():
        got = find(word.form)
        right += times * len({*got} & {*word.starts})
        found += times * len(got)
        gold += times * len(word.starts)
    return Result(right, found, gold)


def types(words: Counter[Word]) -> dict[Word, int]:
    """Every form once, with its most frequent boundaries."""
    return dict.fromkeys({word.form: word for word, _ in reversed(words.most_common())}.values(), 1)


def particles(path: Path) -> Result:
    """The separable verbs: right when both particle and base are."""
    right = found = gold = 0
    for _, lemma, tag in _rows(path):
        if tag.startswith("WW"):
            wanted = tuple(lemma.rsplit("_", 1)) if "_" in lemma else None
            got = separable(lemma.replace("_", ""))
            right += got is not None and got == wanted
            found += got is not None
            gold += wanted is not None
    return Result(right, found, gold)


def words_per_second(path: Path) -> tuple[float, float]:
    """Words of running text per CPU-second, and different words per CPU-second, both without the cache."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", path.read_text("utf-8"))[:100_000]
    different = list(dict.fromkeys(words))
    uncached = split.__wrapped__
    uncached("opwarming")
    speeds = []
    for sample in (words, different):
        begin = time.process_time()
        for word in sample:
            uncached(word)
        speeds.append(len(sample) / (time.process_time() - begin))
    return speeds[0], speeds[1]


def main(folder: Path) -> None:
    """Print the tables."""
    known = {word.form for word in gold_words(folder / "ud" / "train.conllu")}
    print(f"{'boundaries of nouns and adjectives':<38}{'n':>6}{'precision':>11}{'recall':>9}{'F':>9}")
    both: Counter[Word] = Counter()
    for name in (*SETS, "both"):
        tokens = both if name == "both" else gold_words(folder / "ud" / f"{name}.conllu")
        if name != "both":
            both += tokens
        kinds = types(tokens)
        unseen = {word: 1 for word in kinds if word.form not in known}
        for label, words in (("types", kinds), ("tokens", tokens), ("unseen types", unseen)):
            show(f"{name}, {label}", score(words))
    print(f"\n{'particles of verbs, tokens':<38}{'n':>6}{'precision':>11}{'recall':>9}{'F':>9}")
    for name in SETS:
        show(name, particles(folder / "ud" / f"{name}.conllu"))
    running, different = words_per_second(folder / "bulk_nl.txt")
    print(
        f"\n{running:,.0f} words of running text, {different:,.0f} different words per CPU-second, uncached"
    )


def show(label: str, result: Result) -> None:
    """Print one row."""
    figures = f"{result.precision:>11.4f}{result.recall:>9.4f}{result.f1:>9.4f}"
    print(f"{label:<38}{result.gold:>6}{figures}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
