"""How many syllables a Dutch word has when a reader says it.

The convention is careful reading aloud, with the syllables of the Dutch dictionaries (Woordenlijst, Van
Dale), because the formulas of Flesch-Douma and Brouwer rest on counts of "lettergrepen" by hand:

- ``i`` before a vowel is a syllable (``sta-ti-on``, ``so-ci-aal``, ``fi-nan-ci-ë-le``, ``mi-li-eu``), though
  quick speech makes a glide of it; ``ie`` as in ``of-fi-cier`` is one sound;
- a silent e of English or French is none (``web-site``, ``on-line``, ``re-gime``); an e that is said is one
  (``col-le-ge``, ``ga-ra-ge``);
- abbreviations and numbers count as they are said: ``BSN`` 3, ``m.b.t.`` "met betrekking tot" 5, ``12e`` 2,
  ``€ 1.250`` "twaalfhonderdvijftig euro" 7. Of an address the dots and ``@`` are said, other marks are not.

Dutch spelling sets vowels of two syllables apart, with a diaeresis or a hyphen, wherever they could be read
as one sound. So vowel groups tell the number, also in compounds, and only foreign stems need a list.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from duidelijk.nlp.abbreviations import words
from duidelijk.nlp.spoken import ALSO_WORDS, IN_FULL, READ, SPELLED, SPELLED_IN_CAPITALS, number_syllables

_STEMS: Final = """
1 ^case$ ^chrome ^core$ ^creme$ ^deal$ ^east ^fire ^game ^guide ^lead ^like$ ^live ^make$ ^prime$ ^race
1 ^range$ ^real$ ^rule ^side ^site ^size ^slide ^smile ^tape$ ^trade ^white based$ beach bike board boat
1 breach break bridge byte cake care$ case$ change charge cheque coach coat course cream crime cruise dead
1 deal dream drive drone earth fake$ float frame freeze game$ goal head health heat$ home$ house hype$ jean
1 juice leak learn leas lease like$ live$ load loan nurse phone please price quote$ read road scope$ search
1 seat share site$ soap source space speak spread steak store$ stream style tape$ teach team theme$ thread
1 time$ toast voice weak
2 ^agile ^alone$ ^caseman ^easy ^image ^naap ^scale-up adware airline baseline beamer bluetooth bouillon
2 business challenge choice$ client climate deadline device escape exchange facebook feature finance
2 firmware framework franchise freelance freeware future guideline hardware headline hearing homepage
2 hotline income inline inside intake keynote knowledge landscape language leader leather license lifetime
2 malware meaning message mobile native$ office offline online outcome outline outside package people
2 picture pipeline practice purchase realtime reason regime$ release remote response science season service
2 software spyware storage surface template timeline update upgrade usecase vintage weather website youtube
3 ^aero annonce$ avance$ average compliance conference corporate coverage$ database decharge$ enterprise
3 exercise governance grimace$ heritage ideal insurance intelligence interface israel management michael
3 middleware museum nuance$ paella performance ransomware romance$ visite$
4 alliance$ ambiance$ continue$ experience renaissance$
"""
"""Stems that are not said as Dutch is spelled, after their count; they may stand inside a compound.

``^`` begins the word, ``$`` ends it but for an s. The last e is silent, except in ``updaten``, ``updater``.
"""

# Letters with one sound, the longest first. A y before a vowel is a vowel only after a consonant.
_NUCLEUS: Final = (
    r"aai|ooi|oei|oeu|eeu(?=w)|ieu(?=w)|(?<!^g)eau|eui(?=ll|ls?$)|(?<!^[bg])eij"
    r"|aa|ae|ai|ao$|au|ee|ei(?!j)|eu(?!i|m(?!e))|ie(?!e|u(?!i))|ij|oe|oi|oo|ou|ui|uu|[aeou]y(?![aeiou])"
    r"|[aeiou]|(?<=[^aeiou])y|y(?![aeiou])"
)
_SILENT_E: Final = r"(?<=c)(?<!tric)e$|(?<=[^e]iv)e$|(?<=u)es?$"
_VOWELS: Final = frozenset("aeiou")
_VOWELS_IN_CAPITALS: Final = frozenset("AEIOU")
_U_AS_W: Final = r"(?<=q)ue?$|(?<=q)u(?=[aeiouy])"
_HISSING: Final = ("ce", "ge", "se", "ze")
_NOT_SAID: Final = "(?![nr]s?$)"
_NEW_SYLLABLE: Final = r"(?<=[aeiouyé])(?=[äëïöü])|(?<=i)(?=è)|(?<=é)(?=[aiou]|s?$)"
_NO_MARKS: Final = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "eu", "ı": "i"})

_LONGEST_SPELLED: Final = 6
_SHORT: Final = 4
"""A word of so many letters that begins or ends like no Dutch word is read in letters (``awb``, ``gba``)."""
_EDGES: Final = r"([^aeiouy]*)[aeiouy](?:.*(?:[aeiouy]|ij)|j)?([^aeiouy]*)"
_BEGINS: Final = words(
    """
    b c d f g h j k l m n p q r s t v w x z bl br ch chr cl cr dr dw fl fr gl gn gr gw kh kl kn kr kw ph pl
    pn pr ps sc sch schr scr sh sj sk sl sm sn sp spl spr st str sv sw th tj tr ts tsj tw vl vr wh wr zh zw
    """
) | {""}
_ENDS: Final = words(
    """
    b c d f g h k l m n p r s t w x z bb bs bt ch cht ck cs ct cts dd ds dt ff ffs ft gd gg gh gn gs gt hl hm
    hn ks kt lb ld lf lg lk ll lm lp ls lst lt mb mbt md mm mn mp ms mt nc nch nd ng nk nkt nn ns nt nz pp pps
    ps pt rb rc rch rd rf rft rg rgs rk rl rm rms rn rp rr rs rt rts rx sc sch sh sj sk sm sp ss st th ts tt
    tz wd wk wl wn ws wt xt zz
    """
) | {""}

_UNSEEN: Final = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_PROTOCOL: Final = r"(?<!\w)\w+://"
_AMOUNT: Final = r"€\s+(?=\d)"
_TIME: Final = r"\d{1,2}\.[0-5]\d"
_PIECE: Final = (
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)|(?P<letters>'?[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<point>(?<=\d)\.(?=\d)|(?<=[^\W\d_]{2})\.(?=[a-z]{2}))|(?P<mark>[€%&+§$@])"
)
_MARKS: Final = {"€": 2, "%": 2, "&": 1, "+": 1, "§": 3, "$": 2, "@": 1}
_CAPITALS: Final = r"[A-ZÀ-ÖØ-Þ]*[^A-ZÀ-ÖØ-Þ]+|[A-ZÀ-ÖØ-Þ]+"
_REMEMBERED: Final = 1 << 16


@lru_cache(maxsize=_REMEMBERED)
def count_syllables(word: str) -> int:
    """The number of syllables in ``word`` as said; 0 if nothing in it is said.

    ``word`` may be more than letters: ``foto's``, ``BSN-nummer``, ``€ 1.250,-``, ``art. 12``, ``www.a.nl``.
    An abbreviation that is also a word ("max.") needs its full stop.
    """
    if word.isascii() and word.isalpha() and (word.islower() or word[1:].islower()):
        return _word(word.lower())
    text = _compiled(_UNSEEN).sub("", unicodedata.normalize("NFKC", word)).translate(_APOSTROPHES)
    return sum(_said(part) for part in _compiled(_AMOUNT).sub("€", text).split())


def _said(text: str) -> int:
    """The syllables of a stretch without white space."""
    short = text.lower().strip("(),.:;?!")
    if short in IN_FULL and (short not in ALSO_WORDS or text.endswith(".")):
        return _in_full(short)
    text = _compiled(_PROTOCOL).sub("", text)
    total = 0
    for piece in _compiled(_PIECE).finditer(text):
        match piece.lastgroup:
            case "letters":
                total += _letters(piece[0])
            case "number":
                total += number_syllables(piece[0], money="€" in text)
            case "point":
                total += not _compiled(_TIME).fullmatch(text)
            case _:
                total += _MARKS[piece[0]]
    return total


def _letters(text: str) -> int:
    """The syllables of letters, perhaps with apostrophes and capitals between."""
    if "'" not in text:
        return sum(map(_part, _compiled(_CAPITALS).findall(text)))
    # A consonant beside an apostrophe is what is left of a word, and is said with its neighbour.
    whole = [part for part in text.split("'") if len(part) > 1 or part.lower() in _VOWELS]
    return sum(map(_letters, whole)) if whole else int(text.lower() != "'s")


def _part(text: str) -> int:
    spelled = text in SPELLED_IN_CAPITALS or (len(text) > 1 and _VOWELS_IN_CAPITALS.issuperset(text))
    return len(text) if spelled else _word(text.lower())


def _word(word: str) -> int:
    """The syllables of a word in small letters, at least 1."""
    if word in SPELLED:
        return len(word)
    if word[-1] == "s" and word[:-1] in SPELLED:
        return len(word) - 1
    if word in READ:
        return READ[word]
    if word in IN_FULL and word not in ALSO_WORDS:
        return _in_full(word)
    if not word.isascii():
        word = _plain(word)
    edges = _compiled(_EDGES).fullmatch(word.strip("-"))
    if edges is None or (len(word) <= _SHORT and (edges[1] not in _BEGINS or edges[2] not in _ENDS)):
        return len(word) if word.isascii() and len(word) <= _LONGEST_SPELLED else 1
    known = sum(_in_stem(stem) for stem in _stems().finditer(word))
    rest = _stems().sub("-", word) if known else word
    return (
        known
        + len(_compiled(_NUCLEUS).findall(_compiled(_U_AS_W).sub("w", _compiled(_SILENT_E).sub("", rest))))
        or 1
    )


def _in_stem(stem: re.Match[str]) -> int:
    """The syllables of a stem from the list, with that of a plural as in ``services``."""
    plural = stem[0].endswith(_HISSING) and stem.string[stem.end() :] == "s"
    return int(str(stem.lastgroup)[1:]) + plural


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _in_full(abbreviation: str) -> int:
    return sum(map(_word, IN_FULL[abbreviation].lower().split()))


@cache
def _stems() -> re.Pattern[str]:
    """One pattern for all stems; the group that matches is named after the count."""
    groups: dict[str, list[str]] = {}
    for line in _STEMS.strip().splitlines():
        count, *stems = line.split()
        groups.setdefault(count, []).extend(stems)
    return re.compile(
        "|".join(f"(?P<_{count}>{_any_of(stems)})" for count, stems in sorted(groups.items(), reverse=True))
    )


def _any_of(stems: list[str]) -> str:
    """A pattern for ``stems``, by first letter so that few are tried at a place."""
    patterns = sorted(
        stem[:-1] + "(?=s?$)" if stem[-1] == "$" else (stem + _NOT_SAID if stem[-1] == "e" else stem)
        for stem in stems
    )
    return "|".join(
        f"{first}(?:{'|'.join(sorted((one[1:] for one in same), reverse=True))})"
        for first, same in groupby(patterns, key=lambda pattern: pattern[0])
    )


def _plain(word: str) -> str:
    """``word`` without accents, with a hyphen where they tell that one vowel ends and another begins."""
    parted = _compiled(_NEW_SYLLABLE).sub("-", word)
    letters = unicodedata.normalize("NFD", parted).translate(_NO_MARKS)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
