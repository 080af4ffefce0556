"""One thing, two names: a text that calls its form a form, then a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp import tokens
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.resources import table

_LEXICON: Final = "wisselende-synoniemen"


def changing_terms(document: Document) -> Iterator[Hit]:
    """The first use of each other name for a thing, after its first name. A group of names is one thing."""
    names: dict[int, dict[str, tuple[Block, Span]]] = defaultdict(dict)
    for block in prose_blocks(document):
        for sentence in tokens(document, block):
            for token in sentence:
                group = _groups().get(token.lemma.lower())
                if group is not None and not in_protected(protected(block), token.start, token.end):
                    names[group].setdefault(token.lemma.lower(), (block, Span(token.start, token.end)))
    for found in names.values():
        first, *others = found
        for other in others:
            block, span = found[other]
            yield Hit(block, span, {"gevonden": other, "eerder": first})


@cache
def _groups() -> Mapping[str, int]:
    """Each name, to the number of its group."""
    groups = table(_LEXICON, 1)
    return {name: number for number, (names,) in enumerate(groups) for name in names.split("|")}
