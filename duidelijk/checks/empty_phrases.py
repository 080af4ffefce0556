"""Texts of links, titles, headings, labels, messages and images that say nothing, from the list of those.

An entry is a row of words. ``a|b`` is one or the other, ``?a`` may be left out, ``_`` stands for a space
inside one of the choices, ``#`` for a number. Capitals and punctuation do not count. Of each kind there are
also words that say nothing however they are put together, if a ``core`` word is among them, and ``good``
texts that seem to be of that kind but say enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from duidelijk.resources import data_folder

LEXICON: Final = "nietszeggende-teksten"
Kind = Literal["link", "titel", "kop", "label", "melding", "alt"]
_ANSWERS: Final = {"good": False, "yes": True, "no": None}
_LONGEST: Final = 90  # characters; no text of the list is longer
_APOSTROPHES: Final = re.compile(r"['’‘`´]")
_NUMBER: Final = re.compile(r"\d+|#")
_APART: Final = re.compile(r"[\W_]+")
_CHOICE: Final = re.compile(r"[?|_'-]")
_UNFILLED: Final = re.compile(
    r"\{\{.*\}\}|\$\{.*\}|%\w+%|\{\w+\}|\[[^\[\]\d]{1,40}\]|<%.*%>|(?:null|undefined|nan|\[object object\])|"
    r"(?:lorem ipsum|dolor sit amet)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def says_nothing(text: str, kind: Kind, *, dutch: bool = True) -> bool | None:
    """True for a text that never says anything, None for one that may where it stands, False for any other.

    English texts count on Dutch pages as well; with ``dutch`` false only those do.
    """
    if len(text) > _LONGEST:
        return False
    if is_unfilled(text):
        return True
    folded = fold(text)
    if not _words(kind).issuperset(folded.split()):
        return False
    langs = ("nl", "en") if dutch else ("en",)
    for sort, answer in _ANSWERS.items():
        listed = (_listed(kind, lang, sort) for lang in langs)
        if any(one is not None and one.fullmatch(f" {folded}") for one in listed):
            return answer
    said = set(folded.split())
    return any(said <= core | words and said & core for core, words in (_bag(kind, lang) for lang in langs))


def is_unfilled(text: str) -> bool:
    """Whether a template left its own mark where a text should have come."""
    return _UNFILLED.fullmatch(text.strip()) is not None


def fold(text: str) -> str:
    """The words of the text in small letters, each number as ``#``."""
    words = _APART.sub(" ", _NUMBER.sub(" 0 ", _APOSTROPHES.sub("", text.casefold()))).split()
    return " ".join("#" if word == "0" else word for word in words)


@cache
def _listed(kind: Kind, lang: str, sort: str) -> re.Pattern[str] | None:
    """The texts of the list that are of this kind and sort, as one expression."""
    entries = _entries(kind, lang, sort)
    return re.compile("|".join(map(_expression, entries))) if entries else None


@cache
def _bag(kind: Kind, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words of which a whole text may consist and still say nothing: those it has one of, and the others."""
    core, words = ("|".join(_entries(kind, lang, sort)).split("|") for sort in ("core", "words"))
    return frozenset(core), frozenset(words)


@cache
def _words(kind: Kind) -> frozenset[str]:
    """Every word in a text of this kind: a text with another word is not in the list."""
    entries = (entry for said, _, _, entry in _rows() if said == kind)
    return frozenset(word for entry in entries for word in _CHOICE.sub(" ", entry).casefold().split())


def _entries(kind: Kind, lang: str, sort: str) -> Sequence[str]:
    return [entry for *said, entry in _rows() if said == [kind, lang, sort]]


@cache
def _rows() -> Sequence[Sequence[str]]:
    lines = (data_folder("lexicons") / f"{LEXICON}.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def _expression(entry: str) -> str:
    """An entry as a regular expression on folded text with a space before each word."""
    made = ""
    for part in entry.split():
        options = (f" {fold(option.replace('_', ' '))}" for option in part.removeprefix("?").split("|"))
        made += f"(?:{'|'.join(map(re.escape, options))}){'?' if part.startswith('?') else ''}"
    return made
