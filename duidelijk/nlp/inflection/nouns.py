"""Plural, diminutive and genitive of a noun."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from duidelijk.nlp.inflection.gender import is_known, is_listed, known_plural
from duidelijk.nlp.inflection.plurals import LONG, ONLY_PLURAL, PEOPLE, SHORT, SHORT_HEADS, WHOLE, WITH_S
from duidelijk.nlp.inflection.spelling import with_ending
from duidelijk.nlp.inflection.stress import ends_weakly

_LEAST_HEAD: Final = 3
_VOWEL: Final = re.compile(r"[aeiouyäëïöüáéèê]")
_INITIALS: Final = re.compile(r"(?:[^a-zà-ÿ]*[A-Z0-9]|[bcdfghjklmnpqrstvwxz]{1,4})\Z")
_HARD: Final = re.compile(
    r"(?:\b(?:eis)|[a-z]eis(?<=[^rp]eis)|kruis|paus|kous|spies|[nlrp]s|[kgdtfmbw]s|graaf|soof|triomf|nimf)\Z"
)
_SOFT: Final = re.compile(r"(?:grens|lens|gans|hals|beurs|laars|vers|\bgraaf|landgraaf|burggraaf)\Z")
_TWO_LETTERS: Final = (
    "aa",
    "ee",
    "oo",
    "uu",
    "ie",
    "oe",
    "eu",
    "ui",
    "ei",
    "ou",
    "au",
    "ai",
    "oi",
    "ay",
    "ey",
    "oy",
    "eau",
)
_DOUBLES: Final = re.compile(r"(?:[^\W\d_](?:is|us|as|os)|[^aeiou]es)\Z")
_ON_S: Final = re.compile(
    r"(?:[aeiouyéëïöü][^\Waeiouyéëïöü\d_]+[eë][lrnm]|[aeiou][^\Waeiou\d_]+erd|[iaeouë]ër|(?<!g)aard|aster|sel|eau|[lstnd]ier|elaar|laar|oir|[aou]ier|['-]er|[tsfn]eur|[iou]leur|ieur|"
    r"[aeiou]y|(?:meet|market|tim|rat|shopp|plann|brief|leas|screen|pars)ing)\Z"
)
_PLURAL_ALREADY: Final = re.compile(r"(?:ingen|heden|teiten|ties|['’]s)\Z")
_ADJECTIVAL: Final = ("ige", "ende", "ene", "loze", "stelde", "waarde", "kte", "eerde")
_YIELDS_IEEN: Final = re.compile(
    r"(?:rie|logie|grafie|gogie|nomie|patie|fobie|mmetrie|kopie|genie|melodie|parodie)\Z"
)


@lru_cache(maxsize=4096)
def plural(noun: str, *, rules_only: bool = False) -> str:
    """The plural of a noun. ``rules_only``: without the exceptions derived from the treebank."""
    if noun in WHOLE:
        return WHOLE[noun]
    if noun in PEOPLE:
        return noun + "n"
    if _PLURAL_ALREADY.search(noun) or noun in ONLY_PLURAL:
        return noun
    if noun.endswith("-generaal"):
        return plural(noun.removesuffix("-generaal")) + "-generaal"
    known = None if rules_only else known_plural(noun)
    if known is not None:
        return known
    for end in range(len(noun)):
        tail = noun[end:]
        if tail in WHOLE and (len(tail) > _LEAST_HEAD or tail in SHORT_HEADS) and is_compound(noun[:end]):
            return noun[:end] + WHOLE[tail]
    if noun in WITH_S:
        return noun + ("es" if noun.endswith("ch") else "s")
    return regular_plural(noun)


def is_initials(noun: str) -> bool:
    """Whether the word is read letter by letter: ``pc``, ``WOZ``."""
    return _INITIALS.match(noun) is not None


def is_compound(before: str) -> bool:
    """Whether what stands before a known noun can be the first part of a compound."""
    return not before or before.endswith("-") or (len(before) > 1 and _VOWEL.search(before) is not None)


def regular_plural(noun: str) -> str:
    """The plural by sound and ending alone."""
    if noun not in SHORT and any(noun.endswith(tail) for tail in LONG):
        return noun[:-1] + {"f": "v", "s": "z"}.get(noun[-1], noun[-1]) + "en"
    if noun.endswith("heid") and len(noun) > len("schheid"):
        return noun[:-3] + "eden"
    if is_initials(noun):
        return noun + "'s"
    latin = _latin(noun)
    if latin is not None:
        return latin
    if takes_apostrophe(noun):
        return noun + "'s"
    return _on_vowel(noun) if noun[-1] in "aeiouyéè" or noun.endswith("ij") else _on_consonant(noun)


def takes_apostrophe(noun: str) -> bool:
    """Whether the word ends in one long vowel letter: ``foto's``, ``baby's``, not ``cadeaus``, ``essays``."""
    return noun[-1:] in ("a", "i", "o", "u", "y") and not noun.endswith(_TWO_LETTERS)


def _latin(noun: str) -> str | None:
    if noun.endswith("icus") and len(noun) > len("ficus"):
        return noun[:-2] + "i"
    if noun.endswith(("eum", "ium")):
        return noun[:-2] + "a"
    return noun + "s" if noun.endswith("um") else None


def _on_vowel(noun: str) -> str:
    if noun.endswith(("ij", "ei", "ui", "ou", "au", "aai", "ooi", "oei")) and not noun.endswith("eau"):
        return noun + "en"
    if noun.endswith("ee") and len(noun) <= len("twee"):
        return noun + "ën"
    if _YIELDS_IEEN.search(noun):
        return noun + "ën"
    if noun.endswith(_ADJECTIVAL) and len(noun) > len("legende"):
        return noun + "n"
    return noun + "s"


def _on_consonant(noun: str) -> str:
    if _ON_S.search(noun) is not None:
        return noun + "s"
    if noun.endswith("or") and ends_weakly(noun):
        return noun + "en"
    voiced = _SOFT.search(noun) is not None or _HARD.search(noun) is None  # huizen, but eisen
    weak = ends_weakly(noun) and _DOUBLES.search(noun) is None
    return with_ending(noun, "en", voiced=voiced, weak=weak)


def genitive(noun: str) -> str:
    """The possessive: ``Nederlands``, ``oma's``, ``Jenkins'``."""
    if noun[-1:] in ("s", "z", "x"):
        return noun + "'"
    return noun + ("'s" if takes_apostrophe(noun) or noun[-1:].isupper() else "s")


_DATIVES: Final = {
    "spraak": "sprake", "naam": "name", "hoofd": "hoofde", "opzicht": "opzichte", "behoeve": "behoeve",
    "huis": "huize", "stad": "stede", "eer": "ere", "gebrek": "gebreke", "zaak": "zake", "lid": "lede",
}  # fmt: skip


def dative(noun: str) -> str:
    """The form of fixed expressions: ``ten slotte``, ``te zijner tijde``."""
    if noun in _DATIVES:
        return _DATIVES[noun]
    return noun if noun.endswith("e") else with_ending(noun, "e", weak=ends_weakly(noun))


_STAYS: Final = re.compile(r"(?:(?<!e)en|(?<!ee)(?<!ie)(?<!u)s|[A-Z0-9])\Z")


def plural_of_name(name: str) -> str:
    """``Rotterdammers``, ``Chinezen``; a name that is plural already (``Alpen``, ``VS``) stays."""
    return name if _STAYS.search(name) else plural(name)


def singular(form: str) -> str | None:
    """The noun that has this plural, when it is one that we know; None for anything else."""
    if is_listed(form):
        return None
    cuts = [form[:-1]] if form.endswith("s") else []
    if form.endswith("'s"):
        cuts.append(form[:-2])
    if form.endswith("heden"):
        cuts.append(form[:-5] + "heid")
    if form.endswith("n"):
        cuts.append(form[:-1])
    if form.endswith("ën"):
        cuts.append(form[:-2])
    if form.endswith("en"):
        bare = form[:-2]
        hard = bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1:], bare[-1:])
        long = hard[:-1] + hard[-2:-1] + hard[-1:] if hard[-2:-1] in ("a", "e", "o", "u") else hard
        cuts += [bare, hard, bare[:-1], long]
    irregular = [noun for noun, many in WHOLE.items() if many == form]
    return next((noun for noun in [*irregular, *cuts] if plural(noun) == form and is_known(noun)), None)
