"""Finds groups of words with gaps in a sentence: ``wij ... kennen ... toe``. Linear in its length."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from duidelijk.resources import table

_LEXICON: Final = "briefzinnen"
_COLUMNS: Final = 4
_WORD: Final = re.compile(r"[^\W_](?:[\w'’/-]*\w)?|[€;:?!]|\S")
_GAP: Final = 25  # words
_SHORT_GAP: Final = 3
_SHORT: Final = 6  # letters; a shorter word is found at the end of words that it is no part of
_STOPS: Final = frozenset(";:?!")
_LONGEST: Final = 400  # words; what is longer is no sentence that tells a reader something


class Phrase(NamedTuple):
    """Words or gaps in order. ``unless`` are words that make it mean something else."""

    does: str
    parts: tuple[str | frozenset[str], ...]
    at_start: bool
    unless: frozenset[str]


def words_of(text: str) -> list[str]:
    """The words and marks of a sentence as phrases are compared with them."""
    return [match[0].lower() for match in _WORD.finditer(text)][: _LONGEST + 1]


def said_in(words: Sequence[str]) -> frozenset[str]:
    """What the words of a sentence do: ``decision``, ``action``, ``contact`` …"""
    if len(words) > _LONGEST:
        return frozenset()
    phrases = _phrases()
    words = [_head(word) for word in words]
    all_words = frozenset(words)
    found: set[str] = set()
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if (
                phrase.does in found
                or (phrase.at_start and at > 0)
                or not phrase.unless.isdisjoint(all_words)
            ):
                continue
            if _matches(phrase.parts, words, at):
                found.add(phrase.does)
    return frozenset(found)


def _head(word: str) -> str:
    """``kapvergunning`` as ``vergunning``: what a phrase says of one it says of all."""
    heads = _heads()
    if len(word) <= _SHORT or not word.endswith(heads):
        return word
    return next(head for head in heads if word.endswith(head))


@cache
def _heads() -> tuple[str, ...]:
    """What one can ask for or get, the longest first."""
    return tuple(sorted((word for word in _groups()["ZAAK"] if len(word) > _SHORT), key=len, reverse=True))


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    rows = (pattern.partition(" = ") for does, pattern, _, _ in table(_LEXICON, _COLUMNS) if does == "group")
    return {name: frozenset(members.split("|")) for name, _, members in rows}


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """All phrases of the table, by each word that they may begin with."""
    found: dict[str, list[Phrase]] = {}
    groups = _groups()
    for does, pattern, unless, _ in table(_LEXICON, _COLUMNS):
        if does == "group":
            continue
        start = pattern.startswith("^ ")
        parts = tuple(_part(part, groups) for part in pattern.removeprefix("^ ").split())
        phrase = Phrase(does, parts, start, frozenset(unless.split("|")) if unless else frozenset())
        for word in parts[0]:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _part(part: str, groups: Mapping[str, frozenset[str]]) -> str | frozenset[str]:
    if part in {"...", "~"}:
        return part
    words: set[str] = set()
    for word in part.split("|"):
        words |= groups.get(word, frozenset({word}))
    return frozenset(words)


def _matches(parts: Sequence[str | frozenset[str]], words: Sequence[str], at: int) -> bool:
    """Whether the parts follow each other from word ``at`` on. After a gap the first that fits is taken."""
    reach = 0
    for part in parts:
        if part == "...":
            reach = _GAP
        elif part == "~":
            reach = _SHORT_GAP
        else:
            last = min(at + reach, len(words) - 1)
            while at <= last and words[at] not in part:
                if words[at] in _STOPS:
                    return False
                at += 1
            if at > last:
                return False
            at, reach = at + 1, 0
    return True
