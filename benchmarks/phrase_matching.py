"""Which way to find thousands of phrases: Aho–Corasick, a token trie, or one big regular expression?

Prints CPU seconds for building and for one pass, in one process, so that the ratios hold on any machine.
Usage: python -m benchmarks.phrase_matching TEXT [NUMBER_OF_PHRASES]
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from ahocorasick_rs import AhoCorasick

_WORD = re.compile(r"\w+")
Found = int


def phrases_from(text: str, number: int) -> list[str]:
    """Phrases of one to four words that occur in the text, and as many that do not; always the same ones.

    They start with a word that is not among the 500 most frequent ones, as in a list of formal words.
    """
    rng = random.Random(1)
    words = _WORD.findall(text.lower())
    frequent = {word for word, _ in Counter(words).most_common(500)}
    picked: set[str] = set()
    while len(picked) < number:
        start, length = rng.randrange(len(words) - 4), rng.choice((1, 1, 1, 2, 3, 4))
        if words[start] in frequent:
            continue
        phrase = " ".join(words[start : start + length])
        picked.add(phrase if rng.random() < 0.5 else phrase + "xq")
    return sorted(picked)


def aho_corasick(phrases: list[str]) -> Callable[[str], Found]:
    automaton = AhoCorasick(phrases)

    def run(block: str) -> Found:
        found = 0
        for _, start, end in automaton.find_matches_as_indexes(block, overlapping=True):
            found += not (block[start - 1 : start].isalnum() or block[end : end + 1].isalnum())
        return found

    return run


def token_trie(phrases: list[str]) -> Callable[[str], Found]:
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = root
        for word in phrase.split():
            node = node.setdefault(word, {})
        node[""] = {}

    def run(block: str) -> Found:
        words = _WORD.findall(block)
        found = 0
        for index, word in enumerate(words):
            node = root.get(word)
            at = index + 1
            while node is not None:
                found += "" in node
                node = node.get(words[at]) if at < len(words) else None
                at += 1
        return found

    return run


def one_regex(phrases: list[str]) -> Callable[[str], Found]:
    longest_first = sorted(phrases, key=len, reverse=True)
    expression = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    return lambda block: len(expression.findall(block))


def main() -> None:
    text = Path(sys.argv[1]).read_text("utf-8")
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    phrases = phrases_from(text, number)
    blocks = [block for block in text.lower().split("\n\n") if block]
    words = len(_WORD.findall(text))
    print(f"{number} phrases, {words} words")
    print(f"{'method':<14}{'build s':>9}{'pass s':>9}{'words/s':>13}{'found':>9}")
    for method in (aho_corasick, token_trie, one_regex):
        start = time.process_time()
        run = method(phrases)
        built = time.process_time()
        sample = blocks if method is not one_regex else blocks[: len(blocks) // 50]
        share = sum(map(len, sample)) / sum(map(len, blocks))
        found = sum(map(run, sample))
        spent = (time.process_time() - built) / share
        note = "" if share == 1 else f"  (measured on {share:.0%} of the text)"
        figures = f"{built - start:>9.3f}{spent:>9.2f}{words / spent:>13,.0f}{found:>9}"
        print(f"{method.__name__:<14}{figures}{note}")


if __name__ == "__main__":
    main()
