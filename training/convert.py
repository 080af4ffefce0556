"""Turns the treebanks into spaCy's training format and keeps the evaluation sets apart.

Usage: python convert.py UD_FOLDER OUT_FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import spacy
from conllu import Example, Word, is_held, read
from spacy.tokens import Doc, DocBin


def as_in_ud(example: Example) -> Example:
    """The sentence with the relations that the converter of UD 2.16 gives where the older one differs.

    An adverb or pronoun that modifies a noun is ``amod`` there, and foreign words that belong together are
    ``flat``.
    """
    words = example.words
    predicates = {word.head for word in words if word.dep in {"cop", "nsubj", "nsubj:pass", "csubj"}}
    return example._replace(
        words=tuple(
            word._replace(dep=_dep_in_ud(word, words[word.head], is_predicate=word.head in predicates))
            if word.head >= 0
            else word
            for word in words
        )
    )


def _dep_in_ud(word: Word, head: Word, *, is_predicate: bool) -> str:
    if (
        word.dep == "advmod"
        and word.tag.startswith(("BW", "VNW"))
        and head.tag.startswith(("N|", "SPEC|deeleigen", "TW"))
        and head.head >= 0
        and not is_predicate
    ):
        return "amod"
    if word.dep == "fixed" and word.tag == head.tag == "SPEC|vreemd":
        return "flat"
    return word.dep


def to_docs(examples: Iterable[Example]) -> DocBin:
    """One ``Doc`` a sentence. Words without a Dutch tag keep it empty, which spaCy reads as unknown."""
    vocab = spacy.blank("nl").vocab
    docs = DocBin(attrs=["ORTH", "SPACY", "TAG", "LEMMA", "HEAD", "DEP", "SENT_START"])
    for example in examples:
        words = example.words
        docs.add(
            Doc(
                vocab,
                words=[word.text for word in words],
                spaces=[word.space for word in words],
                tags=[word.tag for word in words],
                lemmas=[word.lemma for word in words],
                heads=[word.head if word.head >= 0 else index for index, word in enumerate(words)],
                deps=["ROOT" if word.head < 0 else word.dep for word in words],
                sent_starts=[index == 0 for index in range(len(words))],
            )
        )
    return docs


def main() -> None:
    """Writes train.spacy, alpino-dev.spacy, lassysmall-held.spacy and dev.spacy (both together)."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    lassy = list(read(source / "nl_lassysmall-ud-dev.conllu"))
    held = [example for example in lassy if is_held(example)]
    alpino = list(read(source / "nl_alpino-ud-dev.conllu"))
    train = [
        *map(as_in_ud, read(source / "train.conllu")),
        *(example for example in lassy if not is_held(example)),
    ]
    seen = {example.text for example in (*held, *alpino)}
    train = [example for example in train if example.text not in seen]
    for name, part in (
        ("train", train),
        ("alpino-dev", alpino),
        ("lassysmall-held", held),
        ("dev", alpino + held),
    ):
        to_docs(part).to_disk(out / f"{name}.spacy")
        print(f"{name}: {len(part)} sentences, {sum(len(example.words) for example in part)} words")


if __name__ == "__main__":
    main()
