"""The Dutch tags in the terms of Universal Dependencies: ``WW|pv|tgw|ev`` is a ``VERB``."""

from __future__ import annotations

from typing import Final

POS: Final = (
    "ADJ", "ADP", "ADV", "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PRON", "PROPN", "PUNCT", "SCONJ", "VERB", "X",
)  # fmt: skip

_BY_BEGINNING: Final = {
    "N|eigen": "PROPN",
    "N|soort": "NOUN",
    "ADJ": "ADJ",
    "WW": "VERB",
    "BW": "ADV",
    "VZ": "ADP",
    "VG|neven": "CCONJ",
    "VG|onder": "SCONJ",
    "LID": "DET",
    "VNW": "PRON",
    "TW|hoofd": "NUM",
    "TW|rang": "ADJ",
    "TSW": "INTJ",
    "LET": "PUNCT",
    "SPEC|deeleigen": "PROPN",
}
_BY_USE: Final = {"prenom": "ADJ", "postnom": "ADJ", "nom": "NOUN"}
_CHANGING: Final = frozenset({"ADJ", "WW"})


def pos(tag: str) -> str:
    """The word class of a Dutch tag, one of ``POS``; ``X`` for what is none.

    A word counts as what it is used as: a participle before a noun is ``ADJ``, an infinitive or adjective
    that stands for a noun ``NOUN``. Auxiliaries are ``VERB``, determiners other than articles ``PRON``: the
    tag does not tell those apart.
    """
    first, _, rest = tag.partition("|")
    if first in _CHANGING:
        use = next((_BY_USE[part] for part in rest.split("|") if part in _BY_USE), None)
        if use is not None:
            return use
    return _BY_BEGINNING.get(f"{first}|{rest.partition('|')[0]}") or _BY_BEGINNING.get(first, "X")
