"""The forms of an adjective: with ``-e``, comparative, superlative, with ``-s`` and as a noun."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.spelling import with_ending
from duidelijk.nlp.inflection.stress import ends_weakly


class Degrees(NamedTuple):
    """Comparative and superlative, without ``-e``."""

    comparative: str
    superlative: str


_DEGREES: Final = {
    "goed": Degrees("beter", "best"), "veel": Degrees("meer", "meest"), "weinig": Degrees("minder", "minst"),
    "graag": Degrees("liever", "liefst"), "dichtbij": Degrees("dichterbij", "dichtstbij"),
    "nabij": Degrees("nabijer", "nabijst"), "na": Degrees("nader", "naast"),
    "nader": Degrees("nader", "naast"),
    "weldra": Degrees("eerder", "eerst"), "vroeg": Degrees("vroeger", "vroegst"),
    "eerst": Degrees("eerder", "eerst"),
    "ver": Degrees("verder", "verst"), "best": Degrees("beter", "best"),
}  # fmt: skip
_PERIPHRASTIC: Final = re.compile(r"(?:st|sd|sk|[^e]sch|e)\Z")
_NO_E: Final = words(
    """
    aubergine beige bordeaux creme crème dergelijks extra genoeg gratis indigo kaki lila linker live
    mauve offline online
    oranje prima privé rechter roze standaard
    """
)
_HARD_S: Final = re.compile(
    r"(?:\b(?:hees|kies|heus|kuis|paars|schaars|dwars|fors|kras|pers|los)|ees(?<=[aegijklnptv]ees)|[nlrptkfdgmbcw]s|"
    r"fries|barbaars|aans|isch)\Z"
)
_ENDS_OPEN: Final = "aeiouyéè"
_DIPHTHONGS: Final = ("ei", "ui", "ou", "au", "oe", "aai", "ooi", "oei")
_WITH_E: Final = {"grof": "grove", "chic": "chique", "verscheiden": "verscheidene", "half": "halve"}
_COMPARATIVES: Final = frozenset(
    {"beter", "dichter", "eerder", "later", "langer", "liever", "minder", "verder"}
)
_TINY: Final = {
    "warm": "warmpjes", "net": "netjes", "dun": "dunnetjes", "los": "losjes", "zwak": "zwakjes",
    "stil": "stilletjes",
}  # fmt: skip


@lru_cache(maxsize=4096)
def with_e(adjective: str) -> str:
    """The form before ``de``: ``grote``, ``grijze``, ``lieve``; words that never take ``-e`` stay as they
    are.
    """
    if not takes_e(adjective) and adjective not in _WITH_E:
        return adjective
    if adjective in _WITH_E:
        return _WITH_E[adjective]
    if adjective.endswith(("ee", "ie")):
        return adjective + "ë"
    return with_ending(adjective, "e", voiced=_voiced(adjective), weak=ends_weakly(adjective))


def takes_e(adjective: str) -> bool:
    """Whether the adjective has a form of its own before ``de``: not ``open``, ``gouden``, ``gesloten``,
    ``roze``.
    """
    if adjective in _NO_E:
        return False
    if adjective[-1:] in _ENDS_OPEN:
        return adjective.endswith(_DIPHTHONGS)
    return not adjective.endswith("en") or adjective.endswith(("een", "ien", "oen"))


def _voiced(adjective: str) -> bool:
    if adjective.endswith("s"):
        return adjective == adjective.lower() and _HARD_S.search(adjective) is None
    return True


def comparative(adjective: str) -> str:
    """``groter``, ``duurder``, ``beter``; compounds follow their head where that is irregular (``beter``)."""
    if adjective in _COMPARATIVES:
        return adjective
    if adjective in _DEGREES:
        return _DEGREES[adjective].comparative
    if adjective in _NO_E:
        return f"meer {adjective}"
    if adjective in _WITH_E:
        return _WITH_E[adjective] + "r"
    if adjective.endswith("r"):
        return adjective + "der"
    if adjective.endswith("e"):
        return adjective + "r"
    return with_ending(adjective, "er", voiced=_voiced(adjective), weak=ends_weakly(adjective))


def superlative(adjective: str) -> str:
    """``grootst``, ``best``, ``viest``; ``meest juist`` where the ending cannot be said."""
    if adjective.startswith("aller") and len(adjective) > len("allerlei"):
        return "aller" + superlative(adjective.removeprefix("aller"))
    if adjective in _DEGREES:
        return _DEGREES[adjective].superlative
    if adjective in _NO_E or _PERIPHRASTIC.search(adjective):
        return f"meest {adjective}"
    return adjective + ("t" if adjective.endswith("s") else "st")


def with_s(adjective: str) -> str:
    """The form after ``iets``: ``nieuws``, ``vers``; a word on a sibilant stays."""
    if adjective.endswith(("s", "sch")):
        return adjective
    return adjective + (
        "'s" if adjective[-1] in "aiouy" and not adjective.endswith(("ui", "ei", "oi", "ou")) else "s"
    )


def diminutive(adjective: str) -> str:
    """The soft adverb: ``netjes``, ``zachtjes``, ``koeltjes``."""
    if adjective in _TINY:
        return _TINY[adjective]
    return adjective + ("tjes" if adjective[-1] in "lrnw" else "jes")
