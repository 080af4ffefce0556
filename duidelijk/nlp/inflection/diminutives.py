"""The diminutive of a noun."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.nlp.inflection.nouns import is_compound, is_initials, takes_apostrophe
from duidelijk.nlp.inflection.stress import ends_weakly, is_weak_before_ing

_LENGTHENED: Final = {
    "blad": "blaadje", "glas": "glaasje", "gat": "gaatje", "schip": "scheepje", "vat": "vaatje",
    "lot": "lootje",
    "pad": "paadje", "bad": "badje", "jongen": "jongetje", "kind": "kindje", "weg": "weggetje",
    "brug": "bruggetje",
    "spel": "spelletje", "dag": "dagje", "vlag": "vlaggetje", "rib": "ribbetje", "kip": "kippetje",
    "wiel": "wieltje",
    "bloem": "bloemetje", "hoevel": "heuveltje", "stuk": "stukje", "rad": "raadje", "pop": "poppetje",
    "big": "biggetje",
    "heg": "heggetje", "hol": "holletje", "web": "webje", "staf": "stafje", "vrouw": "vrouwtje",
    "nicht": "nichtje",
    "dochter": "dochtertje", "koning": "koninkje", "woning": "woninkje", "haring": "harinkje",
    "bui": "buitje", "ronde": "rondje", "hotel": "hotelletje", "model": "modelletje",
    "ketting": "kettinkje", "penning": "penninkje", "honing": "honinkje", "beloning": "beloninkje",
    "slip": "slipje", "geding": "gedingetje", "beding": "bedingetje", "tweeling": "tweelingetje",
}  # fmt: skip
"""Diminutives of their own, also as the head of a compound."""
_WEAK_BEFORE_ING: Final = re.compile(r"(?:[^aeioul]l|[^\Waeiou\d_]ig)ing\Z")
_SHORT: Final = re.compile(r"(?:\A|[^\Waeiouy\d_])[aeiou](?:[lmnr]|ng)\Z")
_LIQUID: Final = re.compile(r"(?:[aeiouyj][lnrw]|rn|[aeouij])\Z")
_VOWEL: Final = re.compile(r"[aeiouyäëïöü]")
_LONG_VOWEL: Final = {"a": "aa", "é": "ee", "i": "ie", "o": "oo", "u": "uu"}


def diminutive(noun: str) -> str:
    """The diminutive in the singular: ``huisje``, ``bloempje``, ``mannetje``, ``fotootje``."""
    if noun.endswith("je") and not noun.endswith("nje"):
        return noun
    for end in range(len(noun)):
        if noun[end:] in _LENGTHENED and is_compound(noun[:end]):
            return noun[:end] + _LENGTHENED[noun[end:]]
    if is_initials(noun) or (noun.endswith("y") and takes_apostrophe(noun)):
        return noun + "'tje"
    if takes_apostrophe(noun) or noun.endswith("é"):
        return noun[:-1] + _LONG_VOWEL[noun[-1]] + "tje"
    return _after_consonant(noun)


def _after_consonant(noun: str) -> str:
    if noun.endswith("ing") and _VOWEL.search(noun[:-3]):
        weak = _WEAK_BEFORE_ING.search(noun) is not None or is_weak_before_ing(noun[:-3])
        return noun + "etje" if weak else noun[:-1] + "kje"
    if _SHORT.search(noun) is not None and not _is_weak_end(noun):
        return noun + ("" if noun.endswith("ng") else noun[-1]) + "etje"
    if noun.endswith("m"):
        return noun + "pje"
    return noun + ("tje" if _LIQUID.search(noun) is not None or noun.endswith("y") else "je")


def _is_weak_end(noun: str) -> bool:
    return ends_weakly(noun) or noun.endswith("um") or (noun.endswith("or") and len(noun) > len("spoor"))
