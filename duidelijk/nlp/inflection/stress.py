"""Where the last syllable of a Dutch stem has no stress: there no vowel and no consonant is doubled."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.nlp.inflection.lists import words

_PREFIXES: Final = re.compile(
    r"(?:her(?=aan|af|in|op|uit))?"
    r"(?:aan|achter|af|bij|binnen|buiten|door|in|mede|mee|mis|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|"
    r"vast|vol|voor|voort|weer|weg)?(?:be|er|ge|her|ont|ver){0,2}(?=[bcdfghjklmnpqrstvwxz])"
)
_PARTICLE: Final = re.compile(
    r"\A(?:aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|toe|uit|voort?|weg|be|er|ge|her|ont|ver)"
)
_VOWEL: Final = re.compile(r"[aeiouyäëïöüáéèêô]")
_STEMS_ON_ER: Final = words(
    """
    ader ander anker babber badder bagger bakker banjer beter bibber bitter blader bladder blikker
    blubber blunder
    boender boter broeder brander buffer bulder bunker burger camper cater charter cijfer cluster cover
    daver dender
    dobber dokter donder donker dotter duister enter erger etter filter fladder flakker flikker flodder
    flonker
    fluister foeter folter gader geester glibber glinster glunder hamer hamster haper helder hinder
    honger huiver
    hunker ijver inner jammer kader kaffer kanker kapper kelder ketter kieper kikker kladder klapper
    klauter kleister
    kletter klodder klonter kluister knabber knetter knikker knipper koester kommer kuier kwetter lager
    lammer laser
    laster lauwer lazer leger lekker letter lever loeder louter luier luister mager marmer master meerder
    meester mekker mijmer milder minder modder moeder monster mopper nader neder nuchter nummer offer
    onder opper
    ouder pamper pauper peper peter peuter pieker pister pleister ploeter plunder poeder poeier poker
    puber pulver
    raster ridder rooster schamper schemer schetter schilder schilfer schipper schitter schouder
    schutter sidder
    sinter slachtoffer slechter slenter slibber slinger slobber slodder sluier sluimer snater snipper
    snotter sober
    spatter spetter spijker splinter sponser spotter sputter steiger stotter stuiter sudder suffer
    suiker tater teister
    temper timmer toeter tover treiter trigger tuinier twitter verger vergader verorber vezer vinger
    vlieger voeder
    vorder waaier wakker wapper water weiger wester wilder winter woeker wonder zeker zever zilver
    zinder zomer zonder
    zuiver zwabber zwanger baster brandschilder klater over pieter schater sodemieter wedijver wijder
    lemmer pletter bijster ontmasker supporter counter meander
    """
)
_WEAK: Final = ("bedel", "bengel", "gesel", "nagel", "monitor", "sponsor", "harnas")
_STRESSED: Final = (
    "algemen", "krakel", "nadel", "nem", "oordel", "toebedel", "valsspel", "voordel", "zinspel",
)  # fmt: skip

_WEAK_WORD: Final = re.compile(
    r"(?:[aeiouyéëïöü][^\Waeiouyéëïöü\d_]+(?:e[lnrm]|i[gk]|or|um|erd|og)|"
    r"dreumes|hannes|lemmet|tentamen|welkom)\Z"
)
_STRESSED_WORDS: Final = (
    "snel",
    "bestel",
    "gestel",
    "herstel",
    "opstel",
    "toestel",
    "voorstel",
    "model",
    "hotel",
)


def is_weak(stem: str) -> bool:
    """Whether the last syllable of a verb's stem (the infinitive without ``-en``) has no stress.

    ``wandel``, ``reken``, ``verbeter`` and ``monitor`` have none; ``del`` (delen), ``verklar`` and
    ``controler`` have.
    """
    match = _PREFIXES.match(stem)
    root = stem[match.end() :] if match else stem
    if stem.endswith(_WEAK) and stem not in _STRESSED:
        return True
    if stem.endswith("er"):
        return bool(_STEMS_ON_ER & {stem, root, _PARTICLE.sub("", stem), _PARTICLE.sub("", root)})
    if stem.endswith(("el", "en", "em")):
        before = root[:-2]  # wandel, but not herzien or doel
        return bool(_VOWEL.search(before)) and before[-1] not in "aeiou" and not stem.endswith(_STRESSED)
    return False


def is_weak_before_ing(stem: str) -> bool:
    """Whether a noun's stem before ``-ing`` ends without stress: ``vergader``, also in ``raadsvergader``."""
    return is_weak(stem) or any(stem.endswith(root) for root in _STEMS_ON_ER if len(root) > len("uder"))


def ends_weakly(word: str) -> bool:
    """Whether a noun or adjective ends in a syllable without stress (``monnik``, ``dapper``, ``open``).

    Only the endings that never carry stress in a longer word count: the others double as if stressed.
    """
    return not word.endswith(_STRESSED_WORDS) and bool(_WEAK_WORD.search(word))
