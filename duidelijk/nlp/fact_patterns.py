"""The words and patterns by which :mod:`duidelijk.nlp.facts` knows dates, terms, amounts and addresses.

Every repeat is bounded and most patterns begin where a word does, so that searching stays linear.
"""

from __future__ import annotations

from typing import Final

from duidelijk.nlp.abbreviations import words
from duidelijk.nlp.numbers import number_words

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb febr", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
NUMBERS: Final = {
    **dict.fromkeys(("een", "eén", "één"), 1),
    **{word: number for word, number in number_words().items() if number <= 1000},
    "honderdvijftig": 150,
    "tweehonderdvijftig": 250,
}

WEEKDAY: Final = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
_SHORT_DAY: Final = r"(?:ma|di|wo|do|vr|za|zo)\.?"
_MONTH: Final = (
    rf"(?:(?:{'|'.join(name for name in MONTHS if name == 'mei' or len(name) > 3)})\b"
    rf"|(?:{'|'.join(name for name in MONTHS if len(name) < 5)})\b\.?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR: Final = r"(?:19|20)\d\d"
_NEXT_DAY: Final = rf"(?= ?(?:,|en|of|tot|tot en met|t/m|[-–]) ?{_DAY} (?P<shared>{_MONTH}))"
DATE: Final = (
    rf"(?<![\w/.,-])(?:(?:{WEEKDAY}|{_SHORT_DAY}),? )?"
    rf"(?:(?P<day>{_DAY})(?:e|ste|de)?(?:{_NEXT_DAY}| (?P<month>{_MONTH})"
    rf"(?:,? (?P<year>{_YEAR}|['’]\d\d)(?![\w-]\d)\b)?(?: (?:a\.s\.|aanstaande\b|jl\.|jongstleden\b))?)"
    rf"|(?P<d>{_DAY})(?P<mark>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<y>{_YEAR}|['’]?\d\d)(?![\w/]|[.,-]\d)"
    rf"|(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w/-])"
    rf"|(?P<only>{_MONTH}) (?P<of>{_YEAR})(?![\w/-]|[.,]\d))"
)
"""A day, perhaps with its weekday, month and year; or a month with its year. Ignores case."""

_HOUR: Final = r"(?:[01]?\d|2[0-4])"
_MINUTES: Final = r"[.:][0-5]\d"
_END: Final = r"(?![\w%]|[.,:-]\w)"
_TO: Final = r" ?(?:en|tot|tot en met|t/m|[-–]) ?"
_SMALL: Final = "|".join(word for word, number in NUMBERS.items() if number <= 12)
TIME: Final = (
    rf"(?<![\w/.,:€-])(?<!€ )(?:"
    rf"(?P<from>{_HOUR}(?:{_MINUTES})?)(?: uur)?{_TO}(?P<until>{_HOUR}{_MINUTES})(?: uur\b|{_END})"
    rf"|(?P<clock>{_HOUR}{_MINUTES}) uur\b"
    rf"|(?P<colon>{_HOUR}:[0-5]\d){_END}"
    rf"|(?<=tussen )(?P<between>{_HOUR})(?: uur)? en (?P<and>{_HOUR}) uur\b"
    rf"|(?<=van )(?P<of>{_HOUR})(?: uur)? tot (?P<to>{_HOUR}) uur\b"
    r"|(?:(?<=\bom )|(?<=vanaf )|(?<=rond )|(?<=\bvoor )|(?<=\bvóór )|(?<=\btot )|(?<=uiterlijk ))"
    rf"(?P<whole>{_HOUR}) uur\b"
    rf"|(?P<half>half) (?P<hour>{_SMALL})\b(?! (?:jaar|uur|procent|miljoen))"
    rf"|kwart (?P<quarter>voor|over) (?P<near>{_SMALL})\b)"
)
"""A time of the day, or from when until when. Ignores case."""

_AMOUNT: Final = r"\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,12}"
_CENTS: Final = r"(?:,(?P<{}>\d\d?)(?!\d)|,(?:-{{1,2}}|[–—=]))?"
_MORE: Final = r"(?: ?(?P<{}>duizend|miljoen|miljard|mln\b\.?|mld\b\.?))?"
AMOUNT: Final = (
    rf"(?:€|\bEUR\b|\beuro (?=\d)) ?(?P<a>{_AMOUNT}){_CENTS.format('ac')}(?!\d|[.,]\d){_MORE.format('am')}"
    rf"|(?<![\w.,/:-])(?P<b>{_AMOUNT}){_CENTS.format('bc')}{_MORE.format('bm')} ?(?:euro\b|EUR\b|€)"
    rf"|\b(?P<words>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}){_MORE.format('wm')} euro\b"
)
"""Money: the sign or the word before or after it. Ignores case."""

EMAIL: Final = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_DOMAINS: Final = "nl|be|eu|com|org|net|info|gov|frl|app|io|dev|amsterdam|vlaanderen|brussels"
WEB: Final = (
    r"(?<![\w@./-])(?:https?://[^\s<>\"“”]{3,2000}|www\.[^\s<>\"“”]{3,2000}"
    rf"|(?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:{_DOMAINS})(?![\w@-]|\.\w)(?:[/?#:][^\s<>\"“”]{{0,2000}})?)"
)
IBAN: Final = r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}"
BSN: Final = (
    r"(?<![\w.,/:-])(?<!\d )(?:\d{8,9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?![\w/]|[.,-]\d| \d)"
)
BSN_BEFORE: Final = r"\b(?:bsn|b\.s\.n\.|burgerservicenummer|sofi-?nummer)\b[^\d]{0,30}\Z"
NUMBER_BEFORE: Final = r"(?:nummer|kenmerk|referentie|\bn(?:umme)?r\.?|code|isbn|rsin|kvk|btw)\b[^\w]{0,3}\Z"

_GAP: Final = r"(?: [-–] |[ ./–-])?"
PHONE: Final = (
    r"(?<![\w.,/:+-])(?:0[1-9]\d{8}(?![\w/]|[.,-]\d)"
    r"|(?<!\d )(?<!\d [A-Z]{4} )(?!\d{4}\.\d{3}\.\d{3})(?:"
    rf"(?:\+|\b00)31 ?(?:\(0\) ?)?[1-9](?:{_GAP}\d){{8}}"
    rf"|(?:\+|\b00)32 ?(?:\(0\) ?)?[1-9](?:{_GAP}\d){{7,8}}"
    rf"|\+[1-9]\d{{0,2}}(?:{_GAP}\d){{6,11}}"
    rf"|0(?:800|90[069]){_GAP}(?:\d{{4}}|\d{{3}}[ .]?\d{{4}}|\d{{2}}[ .]?\d{{3}})"
    r"|\(0\d{1,4}\) ?(?:\d[ .-]?){5,8}\d"
    r"|0\d{1,3}(?: [-–] |[ ./–-])(?:\d[ .]?){5,7}\d|06(?: [-–] |[ ./–-])?\d(?:[ .-]?\d){7}"
    r"|14 ?0\d{2,3})(?![\w/]|[.,-]\d| \d))"
)
SHORT_PHONE: Final = (
    r"\b(?:bel(?:t|len)?|nummer|via|telefoon)(?: (?:dan|direct|altijd))? (?P<short>11[23]|144)(?![\w.,-]*\d)"
)
CODES_OF_THREE: Final = words(
    """
    010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 070 071 072 073 074 075
    076 077 078 079
    """
)
"""The area codes of the Netherlands that have three figures; the others have four."""
COUNTED: Final = (
    r" (?!(?:of|voor|en|op|tussen|met|dan|als|om|is|van|bereikbaar|elke|lokaal|gratis|tijdens|bij|in|via|naar"
    r"|kunt|kan|staat)\b)[a-zë]{3,}"
)
"""What shows that 14 020 before it is an amount: ``14 020 inwoners``."""

_CAPITALISED: Final = r"[A-ZÀ-Þ][\w'’-]{1,30}"
_PLACE: Final = (
    r" {1,2}(?:['’]s[- ])?(?:(?:De|Den|Het|Oud|Oude|Nieuw|Nieuwe|Noord|Zuid|Sint|St\.|Ter) )?"
    rf"{_CAPITALISED}(?: (?:a/d|aan (?:de|den|het)|op|bij|van|en) {_CAPITALISED})?"
)
_CODE: Final = r"[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}(?![\w-])"
_BELGIAN: Final = rf"[1-9]\d{{3}}(?={_PLACE})"
_NUMBER: Final = (
    r"\d{1,5}(?: ?[-/] ?\d{1,4}|(?: ?- ?)?[a-zA-Z]{1,2}(?!\w)| [A-Za-z](?=,|\Z| {1,2}\d{4})| bis| hs)?"
    r"(?!\w|[.:,/]\d)"
)
ADDRESS: Final = (
    r"(?:(?P<street>straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|hof|hofje|pad|steeg|dreef|plantsoen|lei"
    rf"|park|boulevard|[Mm]arkt|wal|baan|haven|brink|erf|ring) {_NUMBER}"
    r"|\b(?P<box>(?:[Pp]ostbus|[Aa]ntwoordnummer) \d{1,6}(?!\w))"
    rf"|[\w.)’'] {_NUMBER}(?=,? {{1,2}}(?:{_CODE}|{_BELGIAN})))"
    rf"(?:,? {{1,2}}(?:(?P<code>{_CODE})(?:{_PLACE})?|{_BELGIAN}{_PLACE}))?"
    rf"|(?<![\w.,/-])(?P<alone>{_CODE})(?P<place>(?={_PLACE}))?"
)
"""The last letters of a street with its number, or a box, and what follows; or a postcode alone."""
STREET_WORD: Final = r"['’\w.-]{1,40}\Z"
STREET_LINKS: Final = words("van de den der het ’t 't la le du des en op aan")
NO_STREET: Final = words(
    """
    Aan Adres Balie Bezoek Bezoekadres Bij De Gemeente Gemeentehuis Het In Kantoor Kom Locatie Naar Op
    Postadres Retouradres Stadhuis Stadskantoor Straat Uit Via Wij
    """
)
"""Words with a capital before a street that do not belong to it."""

_WORDS: Final = "|".join(sorted(NUMBERS, key=len, reverse=True))
LENGTH: Final = (
    rf"(?:(?:\d{{1,3}}|{_WORDS})(?: (?:tot|à|of) |[-–]))?(?P<count>\d{{1,3}}|{_WORDS})(?: \([\w ]{{1,20}}\))?"
    r" (?:hele |volle )?"
    r"(?P<unit>(?:werk|kalender)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|half jaar|jaar|jaren|uur)\b"
)
RELATIVE: Final = (
    r"(?<![\w.,/:-])(?P<lead>(?:uiterlijk )?(?:binnen|over) "
    r"(?:(?:een|de) (?:termijn|periode) van )?(?:uiterlijk |maximaal |ongeveer )?"
    r"|uiterlijk (?:tot )?"
    rf"|\w{{0,20}}termijn(?: hiervoor| daarvoor)? (?:is|van|bedraagt) )?{LENGTH}"
)
"""A term counted in days, weeks …; without its lead it counts only if an ANCHOR follows. Ignores case."""
_SMALL_WORD: Final = r"(?:van|door|boven|op|bij|aan|in|voor|met|die|dat|waarop|kunt|moet)\b"
_THE: Final = r"(?:(?:de|het|een|uw|deze|dit|onze|ons|je|jouw) )?"
_NOUN: Final = rf"{_THE}(?:[a-zë]{{3,20}}e (?!{_SMALL_WORD}))?(?!{_SMALL_WORD})[a-zà-ÿ-]{{3,40}}"
_HELPED: Final = (
    r"(?: (?:is|zijn|bent|werd|was|wordt|hebt|hebben|heeft|had) [a-zë]{3,30}\b"
    r"|(?:t|d|en) (?:is|zijn|bent|werd|was|wordt|hebt|hebben|heeft|had)\b"
    r"| (?:ontvangt|krijgt|verhuist|begint|start|trouwt|stopt)\b)"
)
ANCHOR: Final = (
    rf" (?:(?:(?:te )?(?:rekenen|gerekend) )?(?:na|vanaf|voor|vóór) {_NOUN}"
    r"(?: (?:die|dat) (?:boven|bovenaan|onder|op)\b[^.,;:!?()]{0,40}? staat\b"
    rf"| waarop\b[^.,;:!?()]{{1,90}}?{_HELPED}"
    rf"|(?: (?:van|door|boven|op|bij|aan) {_NOUN}){{0,2}})"
    rf"|nadat\b[^.,;:!?()]{{1,90}}?{_HELPED}|de tijd\b)"
)
"""From when a term runs: ``na ontvangst van deze brief``, ``nadat u de factuur hebt gekregen``."""
FROM_RECEIPT: Final = r"ontv[ai]ng|gekregen|krijgt|kreeg"
FROM_LETTER: Final = (
    r"dagteken|datum(?! waarop)|datum waarop (?:wij |deze |dit )|verzend|verzond|verst[ue]u?r|gestuurd"
    r"|bekend(?:making|gemaakt)|vandaag\b"
    r"|(?:na|vanaf) (?:deze|dit) (?:brief|bericht|mail|e-mail)\b"
)
CALLED: Final = r"(?:bel(?:t|len)?|telefo\w{0,10}|tel\.?|nummer|bereik\w{0,6})\b[^.;!?]{0,30}\Z"
"""What stands before a number that is called. Ignores case."""
ABSOLUTE: Final = (
    r"\b(?:(?P<firm>uiterlijk(?: tot en met| tot| voor| vóór| op|:)?|(?:voor|vóór) of (?:uiterlijk )?op"
    r"|(?:op of )?(?:voor|vóór)|ten laatste(?: op)?|niet later dan|deadline(?: is|:)?"
    r"|(?:uiterste|laatste|uiterlijke) \w{0,20}(?:datum|dag|moment)(?: is|:)(?: op)?"
    r"|verval(?:datum|dag)(?: is|:)?)"
    r"|tot en met|t/m|tot(?: uiterlijk)?|tegen)(?: (?:eind|begin|half|medio|de|in))? "
)
"""What makes of the day behind it a term; ``firm`` also of a weekday, a month or a time. Ignores case."""
LOOSE: Final = (
    rf"(?:(?:(?:aanstaande|komende|volgende) )?{WEEKDAY}|(?:komende|volgende) (?:week|maand)|(?:over)?morgen"
    rf"|{_MONTH})(?!\w)"
)
BEFORE_TIME: Final = r",? (?:om |voor |vóór |tot )?"
