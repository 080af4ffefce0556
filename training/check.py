"""Checks that the treebanks are what the training expects, and stops at the first that is not.

Usage: python check.py UD_FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from conllu import Example, is_held, read

_SENTENCES: Final = {
    "train.conllu": 22_000,
    "nl_alpino-ud-dev.conllu": 700,
    "nl_lassysmall-ud-dev.conllu": 1_500,
}
"""The least number of sentences of each file."""


def problems(name: str, examples: list[Example]) -> list[str]:
    """What is wrong with a treebank, in words; empty if nothing is."""
    found: list[str] = []
    if len(examples) < _SENTENCES[name]:
        found.append(f"{len(examples)} sentences instead of at least {_SENTENCES[name]}")
    for example in examples:
        if sum(word.head < 0 for word in example.words) != 1:
            found.append(f"not one root: {example.text}")
        if any(word.head >= len(example.words) for word in example.words):
            found.append(f"a head outside the sentence: {example.text}")
        if not all(word.tag for word in example.words):
            found.append(f"a word without a tag: {example.text}")
    if "lassysmall-ud" in name and not any(map(is_held, examples)):
        found.append("none of the documents that are kept for evaluation")
    return found


def main() -> None:
    """Prints a line for each treebank."""
    for name in _SENTENCES:
        file = Path(sys.argv[1]) / name
        if not file.is_file():
            sys.exit(f"{file} is missing")
        examples = list(read(file))
        found = problems(name, examples)
        if found:
            sys.exit(f"{file}: {found[0]}" + (f" (and {len(found) - 1} more)" if len(found) > 1 else ""))
        words = sum(len(example.words) for example in examples)
        print(f"{name}: {len(examples)} sentences, {words} words")


if __name__ == "__main__":
    main()
