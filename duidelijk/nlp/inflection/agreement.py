"""Whether an adjective before a noun takes ``-e``: *het nieuwe plan*, *een nieuw plan*, *een nieuwe wet*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.model import Token
from duidelijk.nlp.inflection.gender import articles
from duidelijk.nlp.inflection.lists import words

INDEFINITE: Final = words("""
    een 'n geen elk elke ieder iedere welk welke zulk zulke menig menige zo'n veel weinig enig enige
    enkel ander
    """)
_BETWEEN: Final = ("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom", "TW|", "ADJ|vrij", "BW")
_DETERMINERS: Final = ("LID|", "VNW|bez", "VNW|aanw|det", "VNW|onbep|det", "VNW|vb|det")


class Around(NamedTuple):
    """What stands before a noun: its determiner, if any, and the adjectives between, as indices."""

    determiner: int | None
    adjectives: list[int]


def is_indefinite(determiner: Token) -> bool:
    """Whether the determiner leaves a *het*-word's adjective bare: *een*, *geen*, *elk*."""
    return determiner.text.lower() in INDEFINITE


def takes_e_here(tokens: Sequence[Token], at: int) -> bool | None:
    """Whether an adjective at ``at`` would take ``-e``; None where gender or number is not clear."""
    noun = at + 1
    while noun < len(tokens) and tokens[noun].tag.startswith(("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom")):
        noun += 1
    if noun == len(tokens) or not tokens[noun].tag.startswith("N|"):
        return None
    if "|mv" in tokens[noun].tag:
        return True
    before = at - 1
    while before >= 0 and tokens[before].tag.startswith(_BETWEEN):
        before -= 1
    determiner = tokens[before] if before >= 0 else None
    if determiner is not None and determiner.tag.startswith(_DETERMINERS) and not is_indefinite(determiner):
        return True
    known = articles(tokens[noun].lemma)
    if known == ("de",) or "|zijd|" in tokens[noun].tag:
        return True
    return False if known == ("het",) or "|onz|" in tokens[noun].tag else None
