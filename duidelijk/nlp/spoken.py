"""How abbreviations and numbers are said: the words behind ``m.b.t.``, the syllables of ``2024``.

Our own lists, from reading Dutch letters, decisions and laws. A module and not a lexicon file, because
compiled strings load in microseconds.
"""

from __future__ import annotations

from typing import Final

from duidelijk.nlp.abbreviations import words

IN_FULL: Final[dict[str, str]] = dict(
    line.split(" ", 1)
    for line in """\
a.d.h.v aan de hand van
a.g.v als gevolg van
a.s aanstaande
a.u.b alstublieft
afb afbeelding
afd afdeling
apr april
art artikel
aug augustus
b.g.g bij geen gehoor
bijl bijlage
bijv bijvoorbeeld
blz bladzijde
bv bijvoorbeeld
bvb bijvoorbeeld
c.a cum annexis
c.q casu quo
c.s cum suis
ca circa
cm centimeter
d.d de dato
d.m.v door middel van
d.w.z dat wil zeggen
dec december
dhr de heer
dr doctor
drs doctorandus
ds dominee
e.a en andere
e.d en dergelijke
e.e.a een en ander
e.o en omgeving
e.v en verder
enz enzovoort
etc etcetera
evt eventueel
excl exclusief
fam familie
feb februari
febr februari
fig figuur
gem gemeente
h.o.d.n handelend onder de naam
hfst hoofdstuk
i.c in casu
i.g.v in geval van
i.h.a in het algemeen
i.h.b in het bijzonder
i.h.k.v in het kader van
i.o in oprichting
i.o.v in opdracht van
i.p.v in plaats van
i.r.t in relatie tot
i.s.m in samenwerking met
i.t.t in tegenstelling tot
i.v.m in verband met
incl inclusief
ing ingenieur
ir ingenieur
jan januari
jl jongstleden
jo juncto
jr junior
kg kilo
km kilometer
m.a.w met andere woorden
m.b.t met betrekking tot
m.b.v met behulp van
m.i mijns inziens
m.i.v met ingang van
m.m.v met medewerking van
m.n met name
m.u.v met uitzondering van
max maximaal
mevr mevrouw
min minimaal
mld miljard
mln miljoen
mm millimeter
mr meester
mrd miljard
mrt maart
mw mevrouw
n.a.v naar aanleiding van
n.b nota bene
n.chr na Christus
n.v.t niet van toepassing
nov november
nr nummer
nrs nummers
o.a onder andere
o.b.v op basis van
o.g.v op grond van
o.i.d of iets dergelijks
o.l.v onder leiding van
o.m onder meer
okt oktober
ong ongeveer
p.j per jaar
p.m per maand
p.p per persoon
p.u per uur
p.w per week
pag pagina
par paragraaf
plv plaatsvervangend
prof professor
resp respectievelijk
sep september
sept september
st sint
stb Staatsblad
stcrt Staatscourant
t.a.v ten aanzien van
t.b.v ten behoeve van
t.g.v ten gevolge van
t.h.v ter hoogte van
t.k.n ter kennisneming
t.n.v ten name van
t.o.v ten opzichte van
t.w te weten
t.z.t te zijner tijd
t/m tot en met
tel telefoon
v.a vanaf
v.chr voor Christus
vb voorbeeld
vgl vergelijk
vnl voornamelijk
z.o.z zie ommezijde
z.s.m zo snel mogelijk
zgn zogenaamd""".splitlines()
)
# Also without any full stop, but for what is a word then.
IN_FULL.update({key.replace(".", ""): said for key, said in IN_FULL.items() if key.count(".") > 1})
"""Abbreviations (small letters, without the last full stop or without any) and what is read for them."""

ALSO_WORDS: Final = words("bv gem ing ir ism jan jo max min par prof st tel")
"""Those of ``IN_FULL`` that are something else without a full stop."""

SPELLED: Final = words(
    """
    aed ai aow ap api az cao ceo cia cio cpo ebi ec eeg eg ehbo eu ez ib ic ict icu id ind iot ip ipo isp it
    oov ots po sio seo tu uk uri url usa uuid vo voc wao who wo
    """
)
"""Said letter by letter though they look like words (``awb`` and ``apv`` do not, and need no list)."""

SPELLED_IN_CAPITALS: Final = frozenset({"CO", "OM", "OR"})
"""As ``SPELLED``, but words in small letters."""

READ: Final = {"dcat": 2, "ii": 1, "iii": 1, "jpeg": 2, "json": 2, "vii": 2, "viii": 1, "xbox": 2}
"""Said as words of so many syllables, though the letters do not tell."""

_TO_TWENTY: Final = (0, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3)
_TENS: Final = (0, 1, 2, 2, 2, 2, 2, 3, 2, 3)
_HUNDRED = _SCALE = _COMMA = 2
_LONGEST: Final = 6
_LONGEST_GROUPED: Final = 12


def number_syllables(number: str, *, money: bool = False) -> int:
    """The syllables of ``1.250``, ``2024``, ``3,50`` (digits, grouping dots, one comma) as said in Dutch.

    A leading zero or more than six digits in a row make it a code, which is read digit by digit. Years are
    said without "honderd": "negentien vijfennegentig". With ``money`` the word "euro" stands in the place of
    the comma and is left to the caller.
    """
    whole, _, decimals = number.partition(",")
    digits = whole.replace(".", "")
    grouped = digits != whole
    code = digits[0] == "0" and len(digits) > 1
    if code or len(digits) > (_LONGEST_GROUPED if grouped else _LONGEST):
        said = _digit_by_digit(digits)
    elif not grouped and 1600 <= int(digits) < 2000 and digits[2] != "0":
        said = _cardinal(int(digits[:2])) + _cardinal(int(digits[2:]))
    else:
        said = _cardinal(int(digits)) or 1
    cents = money and len(decimals) == 2
    if not decimals or (cents and decimals == "00"):
        return said
    if len(decimals) <= 2 and decimals[0] != "0":
        said += _cardinal(int(decimals))
    else:
        said += _digit_by_digit(decimals)
    return said if cents else said + _COMMA


def _digit_by_digit(digits: str) -> int:
    return sum(2 if digit in "79" else 1 for digit in digits)


def _cardinal(number: int) -> int:
    """Syllables of a cardinal number under a thousand billion; 0 for 0."""
    if number < 20:
        return _TO_TWENTY[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _TENS[tens] + (1 + _TO_TWENTY[units] if units else 0)
    if number < 1000 or 1100 <= number < 2000:
        hundreds, rest = divmod(number, 100)
        return (_cardinal(hundreds) if hundreds > 1 else 0) + _HUNDRED + _cardinal(rest)
    scale = next(scale for scale in (10**9, 10**6, 10**3) if number >= scale)
    count, rest = divmod(number, scale)
    return (0 if number < 2000 else _cardinal(count)) + _SCALE + _cardinal(rest)
