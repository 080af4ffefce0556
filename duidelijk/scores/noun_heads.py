"""The head of a Dutch noun as a linguist sees it: *baarmoeder* is *moeder*, *hoofdstad* is *stad*.

:mod:`duidelijk.nlp.compounds` keeps a common word whole, because its reader knows it. LiNT looks the head up
for every compound of its noun list, common or not, so here those are taken apart too: into two nouns that are
both well known.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from duidelijk.nlp.compounds import split, stems
from duidelijk.nlp.frequency import zipf
from duidelijk.resources import table

_NOUNS: Final = "zelfstandige-naamwoorden"
_COLUMNS: Final = 3
_LINKS: Final = ("", "s", "en", "e")
_SHORTEST_FIRST: Final = 2
_SHORTEST_HEAD: Final = 3
_KNOWN_FIRST: Final = 3.5
_KNOWN_HEAD: Final = 4.0
_LONGEST: Final = 60
_ENDINGS: Final = frozenset(
    {"aard", "art", "del", "ding", "graaf", "mes", "meter", "oma", "pen", "rij", "ring", "ster", "tal", "uur"}
)
"""Nouns that more often end a word by chance: *waardering*, *bakkerij*, *architectuur*."""


@lru_cache(maxsize=1 << 14)
def noun_head(noun: str) -> str:
    """The last part of ``noun``, in lower case; the noun itself when it is no compound."""
    lower = noun.lower()
    parts = split(lower)
    if len(parts) > 1:
        return parts[-1].text
    return next((lower[at:] for at in range(_SHORTEST_FIRST, len(lower)) if _parts_at(lower, at)), lower)


def _parts_at(word: str, at: int) -> bool:
    """Whether a well-known noun begins at ``at``, with another before it."""
    if len(word) > _LONGEST or len(word) - at < _SHORTEST_HEAD:
        return False
    first, last = word[:at], word[at:]
    head = next((stem for stem in stems(last) if stem in _nouns()), "")
    if head in _ENDINGS or len(head) < _SHORTEST_HEAD or zipf(head) < _KNOWN_HEAD:
        return False
    return any(_is_first(first.removesuffix(link)) for link in _LINKS)


def _is_first(part: str) -> bool:
    return len(part) >= _SHORTEST_FIRST and part in _nouns() and zipf(part) >= _KNOWN_FIRST


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0] for row in table(_NOUNS, _COLUMNS))
