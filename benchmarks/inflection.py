"""How well words bend: lemma + tag → form on every verb, noun and adjective of the UD dev sets.

The lemma is the treebank's, with its boundaries (``vast_stellen``, ``verzekering_maatschappij``); letter
case and the
kind of apostrophe are not compared. What the tag leaves open is read from the sentence, never from the
form: who the subject is, and
whether the particle of a separable verb stands apart. Every token counts, also where the treebank has a slip.

``rules`` is the same without what was derived from the training treebank (plurals, linking letters).

Usage: python -m benchmarks.inflection [UD FOLDER] [--errors]
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

from duidelijk.nlp.inflection import gender, inflect, linking, nouns
from duidelijk.nlp.inflection.verbs import Person

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "ud"
SETS: Final = ("nl_alpino-ud-dev", "nl_lassysmall-ud-dev")
CLASSES: Final = {"WW": "verbs", "N": "nouns", "ADJ": "adjectives"}
PERSONS: Final[dict[str, Person]] = {
    "ik": "ik", "'k": "ik", "je": "jij", "jij": "jij", "jullie": "mv", "u": "u", "gij": "u", "ge": "u",
}  # fmt: skip


class Item(NamedTuple):
    """A token to bend: what is given, and the form to be found."""

    lemma: str
    tag: str
    person: Person | None
    apart: bool
    inverted: bool
    form: str


class Word(NamedTuple):
    form: str
    lemma: str
    tag: str
    head: int
    dep: str


def sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of a CoNLL-U file; heads count from 0."""
    words: list[Word] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 1 and cells[0].isdigit():
                words.append(Word(cells[1], cells[2], cells[4], int(cells[6]) - 1, cells[7]))
            elif words and not line.strip():
                yield words
                words = []
    if words:
        yield words


def items(path: Path) -> Iterator[Item]:
    """Every verb, noun and adjective, with what the sentence says about it."""
    for words in sentences(path):
        for at, word in enumerate(words):
            if word.tag.split("|")[0] not in CLASSES:
                continue
            about = word.head if word.dep.startswith(("aux", "cop")) else at
            subjects = [
                (place, other)
                for place, other in enumerate(words)
                if other.head in (about, at) and other.dep.startswith("nsubj") and "|pron|" in other.tag
            ]
            person = next((PERSONS[s.form.lower()] for _, s in subjects if s.form.lower() in PERSONS), None)
            particle = word.lemma.rpartition("_")[0].replace("_", "").lower()
            apart = bool(particle) and any(
                (other.form.lower(), other.head, other.dep) == (particle, at, "compound:prt")
                for other in words
            )
            inverted = person == "jij" and any(place == at + 1 for place, _ in subjects)
            yield Item(word.lemma, word.tag, person, apart, inverted, word.form)


def bent(item: Item) -> str:
    """The form that the layer makes."""
    return inflect(item.lemma, item.tag, person=item.person, apart=item.apart, inverted=item.inverted)


@contextmanager
def without_derived_data() -> Iterator[None]:
    """The rules alone: an empty noun table, no linking letters from the treebank."""
    nouns.plural.cache_clear()
    with patch.object(gender, "_nouns", dict), patch.object(linking, "_table", dict):
        yield
    nouns.plural.cache_clear()


def share_right(found: Counter[tuple[Item, bool]], kind: str) -> tuple[int, float, int, float]:
    """Tokens, share of them right, types (distinct tokens), share of them right, of one word class or all."""
    chosen = [(right, n) for (item, right), n in found.items() if kind in ("", item.tag.split("|")[0])]
    total = sum(n for _, n in chosen)
    return (
        total,
        sum(n for right, n in chosen if right) / total,
        len(chosen),
        sum(right for right, _ in chosen) / len(chosen),
    )


def evaluate(path: Path) -> Counter[tuple[Item, bool]]:
    """Each distinct item, whether it comes out right, and how often it occurs."""
    found: Counter[tuple[Item, bool]] = Counter()
    for item in items(path):
        folded = item._replace(form=item.form.lower().replace("’", "'"))
        found[folded, bent(item).lower() == folded.form] += 1
    return found


def main(folder: Path, *, errors: bool) -> None:
    """Print the table."""
    print(
        f"{'set':<24}{'words':<12}{'tokens':>8}{'right':>9}{'types':>8}{'right':>9}{'rules':>9}{'types':>9}"
    )
    for name in SETS:
        path = folder / f"{name}.conllu"
        with without_derived_data():
            bare = evaluate(path)
        found = evaluate(path)
        for kind, label in (*CLASSES.items(), ("", "all")):
            tokens, right, types, types_right = share_right(found, kind)
            _, bare_right, _, bare_types = share_right(bare, kind)
            figures = (
                f"{tokens:>8}{right:>9.4f}{types:>8}{types_right:>9.4f}{bare_right:>9.4f}{bare_types:>9.4f}"
            )
            print(f"{name:<24}{label:<12}{figures}")
        if errors:
            for (item, right), count in sorted(found.items(), key=str):
                if not right:
                    print(f"  {item.lemma}\t{item.tag}\t{item.form}\tmade: {bent(item)}\t{count}")
    everything = [item for name in SETS for item in items(folder / f"{name}.conllu")]
    begin = time.process_time()
    for item in everything:
        bent(item)
    print(f"{len(everything) / (time.process_time() - begin):,.0f} forms per CPU-second")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    main(Path(given[0]) if given else DATA, errors="--errors" in sys.argv)
