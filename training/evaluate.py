"""Measures a pipeline on the development treebanks: on the treebanks' words, and from raw text.

Usage: python evaluate.py UD_FOLDER [PIPELINE_FOLDER] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from conllu import Example, is_held, read

from duidelijk.model import Block, Document, OffsetMap, Segment, Source, Span, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.lemmas import lemmas
from duidelijk.nlp.pipeline import Pipeline, Words, load

RELATIONS: Final = (
    "aux:pass", "nsubj:pass", "obl:agent", "compound:prt", "mark", "advcl", "acl:relcl", "nsubj", "obj",
    "aux", "cop",
)  # fmt: skip
TAGS: Final = {
    "finite verb": "WW|pv",
    "participle": "WW|vd",
    "infinitive": "WW|inf",
    "common noun": "N|soort",
    "adjective": "ADJ",
}
SETS: Final = {"Alpino dev": "nl_alpino-ud-dev", "LassySmall held": "nl_lassysmall-ud-dev"}

Place = tuple[int, int]


class Analysed(NamedTuple):
    """A word of either side, at its place in the text; ``head`` is the place of its head, None for a root."""

    place: Place
    tag: str
    lemma: str
    head: Place | None
    dep: str


class Count:
    """How many were right, of how many in the treebank, and of how many that the pipeline gave."""

    def __init__(self) -> None:
        self.right = self.gold = self.given = 0

    def add(self, gold: set[object], given: set[object]) -> None:
        """Two sets of things at places."""
        self.right += len(gold & given)
        self.gold += len(gold)
        self.given += len(given)

    def figures(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean, in percent."""
        return {
            "precision": round(100 * self.right / max(1, self.given), 2),
            "recall": round(100 * self.right / max(1, self.gold), 2),
            "f": round(200 * self.right / max(1, self.gold + self.given), 2),
            "gold": self.gold,
        }


Analyse = Callable[[Sequence[Example]], list[Analysed]]


def paragraphs(path: Path) -> Iterator[list[Example]]:
    """The sentences of a treebank by paragraph; of LassySmall only what no training saw."""
    examples = [example for example in read(path) if "lassysmall" not in path.name or is_held(example)]
    for _, group in groupby(examples, key=lambda example: example.id.rpartition(".s.")[0]):
        yield list(group)


def from_treebank(examples: Sequence[Example]) -> list[Analysed]:
    """The words as annotated, at their places in the text with one space between sentences."""
    found: list[Analysed] = []
    for example, places in zip(examples, _places(examples), strict=True):
        for word, place in zip(example.words, places, strict=True):
            head = places[word.head] if word.head >= 0 else None
            found.append(Analysed(place, word.tag, word.lemma, head, word.dep))
    return found


def on_gold_words(pipeline: Pipeline, examples: Sequence[Example]) -> list[Analysed]:
    """What the pipeline makes of the treebank's own words and sentences."""
    pieces = [Words([word.text for word in e.words], [word.space for word in e.words]) for e in examples]
    found: list[Analysed] = []
    for piece, analysis, places in zip(
        pieces, pipeline.analyse(pieces, parse=True), _places(examples), strict=True
    ):
        lemma = lemmas(piece.texts, analysis.tags, analysis.heads, analysis.deps)
        for index, place in enumerate(places):
            head = places[analysis.heads[index]] if analysis.heads[index] >= 0 else None
            found.append(Analysed(place, analysis.tags[index], lemma[index], head, analysis.deps[index]))
    return found


def on_raw_text(pipeline: str | None, examples: Sequence[Example]) -> list[Analysed]:
    """What duidelijk makes of the paragraph: its own sentences and words, then the pipeline."""
    text = " ".join(example.text for example in examples)
    whole = Segment(0, len(text), 0, len(text), literal=True)
    block = Block("paragraph", text, OffsetMap((whole,)), Span(0, len(text)))
    document = Document(Source("", "", text), "text", (block,), pipeline=pipeline)
    return [word for sentence in parsed(document, block) for word in _from_tokens(sentence)]


def _from_tokens(sentence: Sequence[Token]) -> Iterator[Analysed]:
    for token in sentence:
        head = sentence[token.head] if token.head >= 0 else None
        place = (head.start, head.end) if head else None
        yield Analysed((token.start, token.end), token.tag, token.lemma, place, token.dep)


def _places(examples: Sequence[Example]) -> list[list[Place]]:
    found: list[list[Place]] = []
    at = 0
    for example in examples:
        places: list[Place] = []
        for word in example.words:
            places.append((at, at + len(word.text)))
            at += len(word.text) + word.space
        at += not example.words[-1].space
        found.append(places)
    return found


def measure(path: Path, analyse: Analyse) -> dict[str, dict[str, float]]:
    """Figures for one treebank: words, tag, lemma, UAS, LAS, single relations and kinds of tag."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    for examples in paragraphs(path):
        gold, given = from_treebank(examples), analyse(examples)
        for name, facts in _FACTS.items():
            counts[name].add(facts(gold), facts(given))
        for relation in RELATIONS:
            counts[relation].add(_relation(gold, relation), _relation(given, relation))
        for name, tag in TAGS.items():
            counts[name].add(_tagged(gold, tag), _tagged(given, tag))
    return {name: count.figures() for name, count in counts.items()}


_FACTS: Final[dict[str, Callable[[list[Analysed]], set[object]]]] = {
    "words": lambda words: {word.place for word in words},
    "tag": lambda words: {(word.place, word.tag) for word in words},
    "lemma": lambda words: {(word.place, word.lemma) for word in words},
    "UAS": lambda words: {(word.place, word.head) for word in words},
    "LAS": lambda words: {(word.place, word.head, word.dep) for word in words},
}


def _relation(words: list[Analysed], relation: str) -> set[object]:
    return {(word.place, word.head) for word in words if word.dep == relation}


def _tagged(words: list[Analysed], tag: str) -> set[object]:
    return {(word.place, word.tag) for word in words if word.tag.startswith(tag)}


def main() -> None:
    """Prints the tables; with ``--json`` writes them too."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ud", type=Path)
    parser.add_argument("pipeline", nargs="?")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    pipeline = load(options.pipeline)
    results = {
        f"{name}, {how}": measure(options.ud / f"{file}.conllu", analyse)
        for how, analyse in (
            ("gold words", lambda examples: on_gold_words(pipeline, examples)),
            ("raw text", lambda examples: on_raw_text(options.pipeline, examples)),
        )
        for name, file in SETS.items()
    }
    print(f"{'':14}", *(f"{name:>28}" for name in results))
    for row in next(iter(results.values())):
        print(
            f"{row:14}",
            *(f"{result[row]['f']:20.2f} ({result[row]['gold']:5.0f})" for result in results.values()),
        )
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps({"pipeline": pipeline.name, **results}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
