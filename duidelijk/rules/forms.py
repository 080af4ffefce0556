"""The forms of the words in our word lists, worked out beforehand: a run need not inflect them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from duidelijk.resources import data_folder
from duidelijk.rules.inflected import forms

TABLE: Final = "vormen.tsv"
_HEADER: Final = "lemma\tpos\tforms"

Form = tuple[str, str]
"""How it is spelled, and the particle that must follow somewhere, empty for none."""


def every_form(lemma: str, pos: str) -> Iterable[Form]:
    """The forms of a word; those of an organisation's own words are worked out here and now."""
    known = _table().get((lemma, pos))
    if known is None:
        return dict.fromkeys(forms(lemma, pos))
    return (_form(text) for text in known.split(";"))


def lines(words: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of the table for these words: lemma and word class."""
    yield _HEADER
    for lemma, pos in sorted(set(words)):
        found = dict.fromkeys(forms(lemma, pos))
        written = ";".join(f"{form}+{particle}" if particle else form for form, particle in found)
        yield f"{lemma}\t{pos}\t{written}"


@cache
def _table() -> Mapping[tuple[str, str], str]:
    path = data_folder("lexicons") / TABLE
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {(lemma, pos): written for lemma, pos, written in rows}


def _form(text: str) -> Form:
    form, _, particle = text.partition("+")
    return form, particle
