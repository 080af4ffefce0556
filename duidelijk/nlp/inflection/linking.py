"""From a treebank's lemma of a compound (``verzekering_maatschappij``) to the word
(``verzekeringsmaatschappij``).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from duidelijk.resources import data_folder

LEXICON: Final = "tussenletters"
_WITH_S: Final = re.compile(r"(?<=\w{3})(?:ing|heid|teit|schap|dom|gang|bod|aar(?<!jaar)|eur(?<!leur))\Z")
_HYPHEN_BEFORE: Final = ("president", "generaal", "curator", "majoor")
_STRETCH: Final = {
    "jaar": "jaren", "maand": "maanden", "week": "weken", "dag": "dagen", "uur": "uren", "eeuw": "eeuwen",
}  # fmt: skip
_INITIALS: Final = re.compile(
    r"[^\W\d_]*[A-Z0-9]\Z|[\d%,.-]+\Z|[^\W\d_]\Z|(?:ex|oud|niet|non|vice|adjunct|tv|cd|pc|auto(?=o))\Z"
)
_CLASHES: Final = re.compile(r"(?:a[aeiu]|e[eiu]|i[eij]|o[eoiu]|u[iu])\Z")


def joined(lemma: str) -> str:
    """The compound in one piece, with the letters or the hyphen that belong between its parts."""
    *_, head = lemma.split("_")
    return before_head(lemma) + head


def before_head(lemma: str) -> str:
    """What stands before the last part: ``verzekerings``; empty for a word that is no compound."""
    return "".join(_linked(before, after) for before, after in pairwise(lemma.split("_")))


def by_rule(part: str) -> str:
    """The linking letter or hyphen that the form of the first part gives away."""
    if _INITIALS.match(part) or part[:1].isupper():
        return "-"
    if part.endswith("ling") and len(part) > len("helling"):
        return "en"
    return "s" if _WITH_S.search(part) is not None else ""


def _linked(before: str, after: str) -> str:
    if after in ("lang", "oud") and before in _STRETCH:
        return _STRETCH[before]
    if after == "talig":
        return before
    if after in _HYPHEN_BEFORE or after[:1].isupper() or after[:1].isdigit():
        return f"{before}-"
    form = _table().get(before.lower())
    form = before + by_rule(before) if form is None else form
    return f"{form}-" if _CLASHES.match(form[-1] + after[0]) else form


@cache
def _table() -> dict[str, str]:
    lines = (data_folder("lexicons") / f"{LEXICON}.tsv").read_text("utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)
