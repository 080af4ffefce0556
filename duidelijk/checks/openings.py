"""Sentences in a row that begin with the same word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Block, Document, Hit, Sentence, Span
from duidelijk.nlp import sentences, tokens

_FIRST: Final = re.compile(r"[\W_]*(?P<word>[^\W\d_][\w’'-]*)(?: (?P<second>[\w’'-]+))?")
_ARTICLES: Final = frozenset({"de", "het", "een", "uw", "onze", "deze", "dit", "die"})
_ADDRESS: Final = frozenset({"u", "je", "jij", "jullie"})


def same_openings(document: Document, *, least: int = 3, address: int = 5) -> Iterator[Hit]:
    """``least`` or more sentences in a row that begin alike: the hit is on the first word of the last.

    After an article the second word counts too ("De gemeente … De gemeente …"). ``u`` and ``je`` and orders
    may come back more often, because an explanation of steps needs them: ``address`` times. Questions do not
    count.
    """
    for block in prose_blocks(document):
        found = sentences(document, block)
        if len(found) < least:
            continue
        for run in _runs(found):
            few = len(run) < least or (len(run) < address and _is_step(document, block, run[0]))
            if not few:
                match = _FIRST.match(run[-1].text)
                if match is not None:
                    start, end = match.span("word")
                    at = run[-1].start
                    yield Hit(
                        block,
                        Span(at + start, at + end),
                        {"aantal": len(run), "gevonden": match["word"]},
                    )


def _runs(found: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The longest series of neighbours with the same opening."""
    run: list[Sentence] = []
    for sentence in found:
        if run and _opening(sentence) and _opening(sentence) == _opening(run[-1]):
            run.append(sentence)
            continue
        if run:
            yield run
        run = [sentence] if _opening(sentence) else []
    if run:
        yield run


def _is_step(document: Document, block: Block, sentence: Sentence) -> bool:
    """Whether the sentence tells the reader what to do, with ``u`` or an order in front."""
    if _opening(sentence).split()[0] in _ADDRESS:
        return True
    at = sentences(document, block).index(sentence)
    first = next((token for token in tokens(document, block)[at] if token.tag != "LET"), None)
    return first is None or first.tag.startswith("WW|")


def _opening(sentence: Sentence) -> str:
    """The first word in lower case, with the next one after an article; empty where nothing can be said."""
    match = _FIRST.match(sentence.text)
    if match is None or sentence.text.rstrip("\"')”’ ")[-1:] not in ".!" or sentence.text[:1] in "&<":
        return ""
    if (match["second"] or "").isdigit():
        return ""  # "Hoofdstuk 3 …", "Artikel 4 …"
    word = match["word"].lower()
    return f"{word} {(match['second'] or '').lower()}" if word in _ARTICLES else word
