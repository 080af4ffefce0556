"""Dutch spelling when an ending comes on: long and short vowels, v and f, z and s, the diaeresis, ``'t
kofschip``.
"""

from __future__ import annotations

import re
from typing import Final

VOWELS: Final = "aeiouyäëïöüáàâéèêíîóôúû"
_LONG: Final = re.compile(r"(aa|iee|ee|oo|uu|ëe)([bcdfghjklmnpqrstvwxz])\Z", re.IGNORECASE)
_SHORT: Final = re.compile(
    r"(?:\A|[^\Waeiouyäëïöüáéè\d_]|(?<=q)u)[aeiouë]([bcdfgklmnprstvz])\Z", re.IGNORECASE
)
_OPEN: Final = re.compile(
    r"(\A|[^\Waeiouyäëïöü\d_]|(?<=[^aeoäëïöü]u)|(?<=[aou])y|[iï](?=ë)|e(?=ë))([aeouë])([bcdfgklmnprstvz])\Z",
    re.IGNORECASE,
)
_VOICELESS: Final = re.compile(r"(?:[tkfspxc]|ch|sh|sj|q)\Z")
_OPENED: Final = {"iee": "ië", "ëe": "ë"}


def verb_stem(base: str, *, weak: bool) -> str:
    """The stem of an infinitive (``lopen``: ``loop``, ``reizen``: ``reis``, ``wandelen``: ``wandel``).

    ``weak``: the last syllable of the stem has no stress (see stress.py).
    """
    if base.endswith(("gaan", "staan", "slaan", "doen", "zien")):
        return base[:-2] if base.endswith("aan") else base[:-1]
    if base.endswith(("eeën", "ieën")):
        return base[:-2]
    if base.endswith("iën"):
        return base[:-2]
    if not base.endswith("en"):
        return base.removesuffix("n")
    stem = base[:-2]
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        stem = stem[:-1]
    elif not weak and (match := _OPEN.search(stem)) is not None:
        before, vowel, last = match.groups()
        doubled = vowel * 2 if vowel != "ë" else "ee" if before in ("i", "ï") else "ëe"
        stem = stem[: match.start()] + before + doubled + last
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def is_voiceless(base: str) -> bool:
    """Whether the past tense of a regular verb has ``t`` (``'t kofschip``): the last sound before ``-en``."""
    return _VOICELESS.search(base.removesuffix("n").removesuffix("e")) is not None


def with_ending(word: str, ending: str, *, voiced: bool = True, weak: bool = False) -> str:
    """``word`` with an ending that starts with a vowel: ``boom`` and ``en`` make ``bomen``, ``dik``
    ``dikke``.

    ``voiced``: a final f or s after a long vowel becomes v or z. ``weak``: no consonant is doubled.
    """
    if (match := _LONG.search(word)) is not None:
        vowel, last = match.groups()
        return (
            word[: match.start()]
            + _OPENED.get(vowel.lower(), vowel[0])
            + (_voice(last) if voiced else last)
            + ending
        )
    if _SHORT.search(word) is not None:
        return word + ("" if weak else word[-1]) + ending
    if voiced and word[-1:] in ("f", "s") and word[-2:-1] in (*VOWELS, "l", "n", "r", "j"):
        return word[:-1] + _voice(word[-1]) + ending
    return word + ending


def _voice(letter: str) -> str:
    return {"f": "v", "s": "z"}.get(letter, letter)


def with_ge(base: str) -> str:
    """``ge`` before a participle: with a diaeresis or hyphen where letters would be read together."""
    if base[:1].isupper() or base[1:2] == "-":
        return f"ge-{base}"
    marks = {"e": "ë", "i": "ï", "u": "ü"}
    if base[:1] in marks and base[:2] not in ("ui", "ij", "ie"):
        return f"ge{marks[base[0]]}{base[1:]}"
    return f"ge{base}"
