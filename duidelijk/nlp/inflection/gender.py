"""What is known of a noun: ``de`` or ``het``, and a plural that the rules would miss."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.nlp.inflection.plurals import PEOPLE
from duidelijk.resources import data_folder

Article = Literal["de", "het"]
LEXICON: Final = "zelfstandige-naamwoorden"
_LEAST_HEAD: Final = 3
_VOWEL: Final = re.compile(r"[aeiouyäëïöü]")
_HET: Final = re.compile(
    r"(?:[jk]e(?<=[^aeiou]je)|isme|ment|um|sel|aat(?<=araat)|eel|gram|lijf|werk|huis|plein|bureau|niveau|beleid)\Z"
)
_HET_START: Final = re.compile(r"(?:be|ge|ont|ver)[^\Waeiou\d_]+[aeiouy]{1,2}[^\Waeiou\d_]+\Z")
_SURELY_DE: Final = re.compile(r"(?:\w{3,}(?<!ged)ing|(?<=\w)(?<!sc)heid|teit|[st]ie|ene)\Z")
_HET_WORDS: Final = """
    afschrift commentaar dashboard delict dispuut duplicaat event excerpt fatsoen format framework gegeven
    hiaat issue obstakel ongerief oponthoud partnership procedé respijt restant surplus target tijdsbestek
    trottoir vehikel voorschrift webinar
    """
_DE_WORDS: Final = """
    aanname accountability awareness baat barrière benchmark besogne bias blog bottleneck challenge chatbot
    check compliance deliverable drempel duw e-mail feedback flyer folder follow-up goodwill governance
    incentive input lacune leges leidraad mail maintenance missive outcome output perikel pilot podcast
    premisse preview prognose quickscan ratio recap respons roadmap scan scope screenshot security
    showcase skill spin-off stakeholder stellingname survey taskforce tijdspanne tool tranche update
    upgrade vlog workflow workshop
    """
_OWN: Final[Mapping[str, tuple[Article, ...]]] = {
    **dict.fromkeys(_HET_WORDS.split(), ("het",)),
    **dict.fromkeys(_DE_WORDS.split(), ("de",)),
    **dict.fromkeys(PEOPLE, ("de",)),
}
_DE: Final = re.compile(
    r"(?:ing|heid|tie|sie|teit|schap|ij|ie|te|de|er|aar|or|eur|ist|ant|ent|age|ine|iek|uur|nis|theek|ade|aal)\Z"
)


class Noun(NamedTuple):
    """``articles`` holds one article, or both; ``plural`` is empty where the rules are right."""

    articles: tuple[Article, ...]
    plural: str


@cache
def _nouns() -> Mapping[str, Noun]:
    text = (data_folder("lexicons") / f"{LEXICON}.tsv").read_text("utf-8")
    table = {}
    for line in text.splitlines()[1:]:
        word, articles, plural = line.split("\t")
        table[word] = Noun(tuple("het" if part == "het" else "de" for part in articles.split("|")), plural)
    return table


def _known_head(noun: str) -> tuple[str, Noun] | None:
    """The longest end of ``noun`` that is a known noun, with what stands before it."""
    table = _nouns()
    lower = noun.lower()
    for end in range(max(1, len(lower) - _LEAST_HEAD + 1)):
        if lower[end:] in table and (end == 0 or (end > 1 and _VOWEL.search(lower[:end]))):
            return noun[:end], table[lower[end:]]
    return None


def known_plural(noun: str) -> str | None:
    """The plural that the table has for the noun or the head of the compound; None where the rules hold."""
    found = _known_head(noun)
    return found[0] + found[1].plural if found is not None and found[1].plural else None


def is_listed(noun: str) -> bool:
    """Whether the noun itself is in the table."""
    return noun in _nouns()


def is_known(noun: str) -> bool:
    """Whether the noun, or the head of the compound that it seems, is in the table."""
    return noun in _OWN or _known_head(noun) is not None


@lru_cache(maxsize=4096)
def articles(noun: str) -> tuple[Article, ...]:
    """``("het",)``, ``("de",)``, or both with the usual one first; empty when it cannot be told.

    From the table, else from the head of the compound, else from the ending.
    """
    lower = noun.lower()
    if lower in _OWN:
        return _OWN[lower]
    if _SURELY_DE.search(lower):
        return ("de",)
    known = _nouns().get(lower)
    if known is not None:
        return known.articles
    found = _known_head(lower)
    if found is not None:
        return found[1].articles
    return article_by_ending(lower)


def article_by_ending(noun: str) -> tuple[Article, ...]:
    """The article that the form of the word gives away; empty when it does not."""
    if _HET.search(noun) or _HET_START.match(noun):
        return ("het",)
    return ("de",) if _DE.search(noun) else ()
