"""Makes some training sentences like what letters also hold: headings, capitals, no full stop."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

_END = frozenset({".", "?", "!"})


def headings(
    capitals: float, lower: float, without_end: float
) -> Callable[[Language, Example], Iterator[Example]]:
    """The shares of sentences that get capitals throughout, no capital at all, and no full stop.

    A sentence may lose its full stop and change its letters. Each epoch draws anew, from spaCy's seed.
    """

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        draw = random.random()
        change = str.upper if draw < capitals else str.lower if draw < capitals + lower else None
        shorten = random.random() < without_end and _ends_loose(example.reference)
        yield _changed(nlp, example, change, shorten=shorten) if change or shorten else example

    return augment


def _ends_loose(doc: Doc) -> bool:
    last = doc[-1]
    return len(doc) > 1 and last.text in _END and not any(word.head == last and word != last for word in doc)


def _changed(
    nlp: Language, example: Example, change: Callable[[str], str] | None, *, shorten: bool
) -> Example:
    annotation: dict[str, Any] = example.to_dict()
    tokens = annotation["token_annotation"]
    if shorten:
        for column in tokens.values():
            column.pop()
    if change:
        tokens["ORTH"] = [change(word) for word in tokens["ORTH"]]
    return Example.from_dict(Doc(nlp.vocab, tokens["ORTH"], tokens["SPACY"]), {"token_annotation": tokens})


registry.augmenters.register("duidelijk.Headings.v1", func=headings)
