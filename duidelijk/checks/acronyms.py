"""What an abbreviation looks like in Dutch text, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from duidelijk.checks.prose import word_set
from duidelijk.nlp.frequency import zipf
from duidelijk.resources import data_folder

KNOWN: Final = "bekende-afkortingen"
LONG: Final = "overheidsafkortingen"
ORGANISATION: Final = "organisatie"
TECHNICAL: Final = "techniek"
_NOTED: Final = frozenset({"wet", "regeling"})

# Dutch laws and schemes with a vowel look like words; those without (Wlz, Zvw) are caught by their shape.
_LAWS: Final = """
    Anw Avg Awb Awir Awr Bibob Bopz Ioaw Ioaz Uavg Waadi Wabo Wajong Wamil Wav Wazo Wec Wgbo Wia Wiv Wkkgz
    Wmo Wnra Wob Woo Wor Wpo Wro Wsw Wvo Wwft
"""
_TAILS: Final = "|".join(
    f"(?<={first}){'(?:' + '|'.join(law[1:] for law in _LAWS.split() if law[0] == first) + ')'}"
    for first in sorted({law[0] for law in _LAWS.split()})
)
# The first character decides, and everything before it is looked at afterwards: that is what makes it fast.
_SHAPE: Final = re.compile(
    r"(?P<abbr>[A-Z](?<![\w.&/@#_’'+!].)(?<![A-Z0-9]-.)(?:[A-Z]{1,5}|[A-Z]{0,3}[a-z]{1,2}[A-Z]{1,3}|"
    rf"{_TAILS}|(?<=[BDFGIKPTVWZ])[bcdfghjklmnpqrstvwxz]{{2,5}}))"
    r"(?=(?:s|['’]?s|['’]en|-[a-zà-ÿ]\w+)?(?![\w@/&_’'+%-]|\.\w|:\w))(?! ?\d{3,})"
)
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_TITLES: Final = word_set(
    "Mr Drs Ds Dr Ir Ing Prof Sr Jr St Str Nr Pls Hfst Hst Brr Psst Tsk Grr Vrs Vrm Dhr Mw Mevr DigID"
)
# Words that writers put in capitals for stress; an abbreviation with the same letters is rare.
_STRESSED: Final = word_set(
    """
    AAN AL ALLE ALLEEN ALLES ALS ALTIJD BIJ BINNEN BUITEN DAAR DAN DAT DE DEEL DEZE DIE DIT DOOR DUS EEN
    EERST ELK ELKE EN ER EXTRA GEEN GEHEEL GRATIS HEBT HEEFT HEEL HELE HET HIER HOE IEDER IK IN IS JA JAAR
    JE JIJ KAN KUNT LAAT LET MAAR MAG MEE MEER MET MIN MINDER MOET NA NAAM NAAR NEE NIET NIETS NIEUW NOG
    NOOIT NOOT NU OF OM ONS ONZE OOK OP OVER PAS PER PLUS RECHT SAMEN SOMS STOP TE TEGEN TENZIJ TOT TUSSEN
    TWEE UIT UW VAN VEEL VOOR VRIJ WAAR WANT WAT WEL WIE WIJ WIL XOR YES ZEER ZELF ZIJ ZIJN ZO ZONDER
    NIEUWS DATUM PLAATS BRIEF ACTIE AND OR NOT MUST MAY SHOULD SHALL THE GET PUT POST HEAD PATCH DELETE
    README
    """
)
_UNITS: Final = word_set(
    """
    MB GB TB KB PB MiB GiB MW GW TW MHz GHz kHz EUR USD GBP DB PK HP VA KM CM MM HA MWh GWh TWh MJ GJ PJ
    TJ UTC PM AM
    """
)
_LABELLED: Final = re.compile(
    r"\b(?:kenmerk|codes?|nummer|nr\.?|no\.?|versie|variant|type|model|bus|buslijn|lijn|klasse|categorie|groep|box|"
    r"optie|deel|blok|vak|zone|locatie|niveau|taalniveau|letters?|kolom|rij|veld|bijlage|formulier|vergunning|serie|"
    r"kenteken|bankrekening|reeks|artikel)[: ]+[‘'“\"]?$",
    re.IGNORECASE,
)
_TITLED: Final = re.compile(
    r"\b(?:heer|mevrouw|dhr\.|mw\.|mevr\.|meneer|[Mm]r\.|[Dd]rs?\.|[Ii]r\.|[Pp]rof\.) $"
)
_CITED: Final = re.compile(r"\b(?:lid|leden|artikel|art\.) ?\d[\w.:]*,? $")
_AMOUNT: Final = re.compile(r"\d $")
_POSTCODE: Final = re.compile(r"\b\d{4} ?$")
_CAPITALS_BEFORE: Final = re.compile(r"[A-ZÀ-Þ]{2,}[,:!]? $")
_CAPITALS_AFTER: Final = re.compile(r"[,:!]? [A-ZÀ-Þ]{2,}")
_LOOK_BACK: Final = 24
_SHORT: Final = 3  # letters; there are few words of this length, and many abbreviations look like one
_COMMON: Final = 3.5  # Zipf


class LongForm(NamedTuple):
    """What an abbreviation stands for. ``kind``: wet, regeling, begrip, organisatie, techniek."""

    text: str
    article: str
    kind: str

    @property
    def is_needed(self) -> bool:
        """Whether the long form tells a reader more: an organisation may be better known by its letters."""
        return self.kind in _NOTED


def abbreviations(text: str) -> Iterator[tuple[str, int, int]]:
    """What has the shape of an abbreviation, with its place; those that everybody knows are left out."""
    known = known_abbreviations()
    for pattern in (_SHAPE, _small_ones()):
        for match in pattern.finditer(text):
            abbr = match["abbr"]
            if abbr.upper() not in known:
                start, end = match.span("abbr")
                yield abbr, start, end


@cache
def known_abbreviations() -> frozenset[str]:
    """The abbreviations that need no explanation, in capitals (lexicons/bekende-afkortingen.tsv)."""
    return frozenset(word.upper() for word, *_ in _rows(KNOWN))


def long_form(abbr: str) -> LongForm | None:
    """What ``abbr`` stands for, if we know; capitals tell the Bbl from the bbl."""
    forms = _long_forms()
    return forms.get(abbr) or forms.get(abbr.upper())


@cache
def _long_forms() -> Mapping[str, LongForm]:
    rows = tuple(_rows(LONG))
    forms = {word.upper(): LongForm(*cells) for word, *cells in rows}
    return forms | {word: LongForm(*cells) for word, *cells in rows}


@cache
def _small_ones() -> re.Pattern[str]:
    """The abbreviations that are written in small letters."""
    words = "|".join(re.escape(word) for word, *_ in _rows(LONG) if word.islower())
    return re.compile(rf"(?<![\w.@/#_’'+-])(?P<abbr>{words})(?![\w@/_+.]|['’](?!s))")


def _rows(name: str) -> Iterator[list[str]]:
    lines = (data_folder("lexicons") / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return (line.split("\t") for line in lines if line.strip())


def is_abbreviation(text: str, start: int, end: int, abbr: str) -> bool:
    """Whether ``text[start:end]`` is an abbreviation and not a number, a word, a code, a unit or a name."""
    if (
        abbr in _TITLES
        or abbr in _STRESSED
        or len(set(abbr)) == 1
        or (abbr.isupper() and (_ROMAN.fullmatch(abbr) or _is_word(abbr)))
    ):
        return False
    low = max(0, start - _LOOK_BACK)
    if abbr in _UNITS and _AMOUNT.search(text, low, start):
        return False
    return not (
        (len(abbr) == 2 and _POSTCODE.search(text, low, start))
        or _CAPITALS_BEFORE.search(text, low, start)
        or _CAPITALS_AFTER.match(text, end)
        or _LABELLED.search(text, low, start)
        or _TITLED.search(text, low, start)
        or _CITED.search(text, low, start)
    )


def _is_word(abbr: str) -> bool:
    """Whether it is a common word, in capitals for stress: ECHTER, STATUS."""
    return len(abbr) > _SHORT and long_form(abbr) is None and zipf(abbr.lower()) >= _COMMON


def expands(abbr: str, phrase: str, *, at_start: bool = True) -> bool:
    """Whether ``phrase`` may be the full form: its words give the letters of ``abbr`` in order.

    The first letter begins a word (the first one or two words when ``at_start``); the others follow
    anywhere, because Dutch joins words (‘werknemersverzekeringen’ gives the W and the V of UWV).
    """
    letters = abbr.lower()
    text = phrase.lower()
    begins = [match.start() for match in re.finditer(r"\w+", text)]
    for begin in begins[: 2 if at_start else None]:
        at = begin
        if text[at] != letters[0]:
            continue
        for letter in letters[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            return " " in text[begin:at] or at - begin > 2 * len(letters)
    return False
