"""Words broken at the end of a line: ``beschik-`` and ``king`` are one word again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BROKEN: Final = re.compile(r"\b([^\W\d_]{2,})(-[ \t]*(?:\r\n|\r|\n)[ \t]*)([^\W\d_A-Z][^\W\d_]*)")
_AFTER_A_PART: Final = frozenset({"en", "of", "tot", "noch", "respectievelijk", "dan", "als", "maar"})
_WITH_HYPHEN: Final = frozenset({"niet", "non", "ex", "oud", "semi", "quasi"})


def unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` that remain when broken words are whole.

    The hyphen goes where the word is known without it. It stays in ``niet-roker`` and ``KVK-nummer``, and so
    does the break in ``woon- en werkplek``.
    """
    at = start
    for match in _BROKEN.finditer(text, start, end):
        left, mark, right = match.groups()
        if right.lower() in _AFTER_A_PART:
            continue
        keeps = int(left.lower() in _WITH_HYPHEN or left.isupper() or not _is_word(left + right))
        yield at, match.start(2) + keeps
        at = match.start(2) + len(mark)
    yield at, end


def _is_word(word: str) -> bool:
    from duidelijk.nlp.compounds import split
    from duidelijk.nlp.frequency import zipf

    return zipf(word) > 0 or len(split(word.lower())) > 1
