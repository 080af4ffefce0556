"""How often the number of syllables is right, and how fast: ours beside pyphen and textstat.

The gold list is ``tests/gold_syllables.tsv``, labelled by hand by our convention (``nlp/syllables.py``). The
others count by hyphenation patterns and know nothing of abbreviations and numbers, so the table gives the
figure without those kinds too, and that of the random sample alone. pyphen may part single letters here, as
it does not by default, because it hyphenates for print. textstat uses the patterns of pyphen.

Usage: python -m benchmarks.syllables [TEXT]      needs the extra "bench"
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from duidelijk.nlp.syllables import count_syllables

Counter = Callable[[str], int]
ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold_syllables.tsv"
TEXT = ROOT.parent / "shared" / "data" / "bulk_nl.txt"
PASS = 200_000
"""Words of running text in one pass for speed."""
SAMPLE = "-steekproef"
NOT_SPELLED_OUT = ("afkorting", "getal")


class Word(NamedTuple):
    """A word of the gold list: its number of syllables, its kind, and how it is said, parted by ``·``."""

    text: str
    number: int
    kind: str
    said: str

    @property
    def sampled(self) -> bool:
        """Whether the word was drawn at random when the code was done."""
        return self.kind.endswith(SAMPLE)


def gold(path: Path = GOLD) -> list[Word]:
    """The words labelled by hand."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return [Word(text, int(number), kind, said) for text, number, kind, said in rows]


def share_right(count: Counter, words: Iterable[Word]) -> float:
    """The share (0 to 1) of ``words`` for which ``count`` gives the number in the gold list."""
    right = [count(word.text) == word.number for word in words]
    return sum(right) / len(right)


def words_per_second(count: Counter, words: list[str]) -> float:
    """Words per CPU-second in one pass over ``words``."""
    begin = time.process_time()
    for word in words:
        count(word)
    return len(words) / (time.process_time() - begin)


def counters() -> dict[str, Counter]:
    """Name to function. textstat's is its count of one word with the language set to Dutch."""
    import pyphen
    import textstat

    patterns = pyphen.Pyphen(lang="nl_NL", left=1, right=1)
    textstat.set_lang("nl_NL")
    return {
        "duidelijk": count_syllables,
        "pyphen": lambda word: len(patterns.positions(word)) + 1,
        "textstat": lambda word: int(textstat.syllable_count(word)),
    }


def _forget() -> None:
    """Empty the caches, so that no counter gains from the one before."""
    import pyphen

    count_syllables.cache_clear()
    for patterns in pyphen.hdcache.values():
        patterns.cache.clear()


def main(text: Path) -> None:
    """Print the table."""
    words = gold()
    running = text.read_text(encoding="utf-8").split()[:PASS]
    plain = [word for word in words if not word.kind.startswith(NOT_SPELLED_OUT)]
    sets = {
        "all": words,
        "no abbr.": plain,
        "sample": [word for word in words if word.sampled],
        "its words": [word for word in plain if word.sampled],
    }
    print(f"{'':<12}" + "".join(f"{name:>11}" for name in sets) + f"{'words/CPU-s':>14}")
    print(f"{'n':<12}" + "".join(f"{len(chosen):>11}" for chosen in sets.values()))
    for name, count in counters().items():
        shares = "".join(f"{share_right(count, chosen):>11.1%}" for chosen in sets.values())
        _forget()
        print(f"{name:<12}{shares}{words_per_second(count, running):>14,.0f}")
    uncached = words_per_second(count_syllables.__wrapped__, running)
    print(f"{'(no cache)':<12}{'':>44}{uncached:>14,.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TEXT)
