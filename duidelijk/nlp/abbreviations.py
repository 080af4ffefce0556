"""The words that the sentence splitter knows: abbreviations with a full stop, and words around them.

Our own lists, from reading Dutch letters, decisions and laws. A module and not a lexicon file, because
compiled strings load in microseconds and every run needs them. Abbreviations stand here without the
last full stop. Words that also stand alone ("al", "hand", "best", "vol") are left out on purpose: there
the full stop nearly always ends the sentence.
"""

from __future__ import annotations

from typing import Final


def words(*texts: str) -> frozenset[str]:
    """The words of ``texts``, which are lists with white space between."""
    return frozenset(word for text in texts for word in text.split())


_TITLES: Final = """
    br burg dhr dr dra drs ds eerw fam gebr h.h hh hr ing ir jhr jkvr jonkh lic mej mevr mgr mr mrs ms mw
    plv proc prof secr sgt st ste weth wnd zr
"""
_REFERENCES: Final = """
    aanh abs afb afd afl alg art artt bibl bijl blz cf dl fig hfdst hfst hoofdst hs hst ibid jo jrg jur kst
    l.s lett loc m.nt nmr nos nr nrs o.c onderd op.cit opm pag par pb postb pp pt r.o rb rdnr rov rubr sect
    stb stcrt sub tel telnr toel trb univ vgl viz vlg vz vzr
"""
_PHRASES: Final = """
    a.d.h.v a.g.v a.h.w a.k.a b.g.g b.m.v betr bijb bijbeh bijv bvb c.q ca circ d.d d.i d.m.v d.t.v d.w.z dd
    dmv e.g evt geb gecert geh gest i.a.a i.a.v i.b.v i.c i.c.m i.e i.g.v i.h.a i.h.b i.h.k.v i.m.v i.o i.o.m
    i.o.v i.p.v i.r.t i.s.m i.t.t i.v.m i.z ivm m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v mbt n.a.v n.b
    n.o.v nl o.a o.b.v o.g.v o.l.v o.m o.m.v o.v.v ong p.s plm prov ps resp t.a.v t.b.v t.g.v t.h.v t.n.v
    t.o.v t.t.v t.w tav tbv tgv v.a v.d v.l.n.r v.w.b vlgs vml vnl voorz vs w.o z.g zg zgn
"""

NEVER: Final = words(_TITLES, _REFERENCES, _PHRASES)
"""Something must follow: a name, a number, the rest of the phrase. The full stop never ends the sentence."""

ENDS: Final = words(
    """
    a.s a.u.b aub c.s d.v e.a e.d e.d.m e.e.a e.o e.v enz etc ff jl jl.s k.k kg km l.l ll m.v n.chr n.n.b
    n.t.b n.v.t o.d o.i.d p.a p.d p.j p.jr p.m p.mnd p.p p.p.p.d p.s.t p.st p.st.k p.u p.w s.v.p svp t.z.t
    v.chr v.k v.v w.v.t.t.k z.o.z z.s.m
    """
)
"""May well be the last word: a capital after it begins a new sentence."""

WEAK: Final = words(
    """
    a.i aant adj adm apr arr aug b.a b.v bros bv c.v chr cie co comm corp ct dec dep dept dir doc e.h.b.o e.e
    ed excl exkl fa feb febr fl gem gr hfl inc incl inst int jan jr jul juli jun kenm ltd m.e maart max
    mil min mld mln mnd mrd mrt ned nov okt pct pr q.q red ref reg sec sen sep sept soc sr tst uitg v.o v.o.f
    vb vert
    """
)
"""In between: a new sentence begins only if the next word is one of STARTERS."""

BEFORE_NUMBER: Final = words("di do ma no vr za")
"""Abbreviations only when a number follows ("vr. 3 mei"); otherwise they are words."""

CAPITALISED: Final = words("Ged Joh Kon Mij Ned Ph Th Ver Wm")
"""Like WEAK, but only with this capital: small, these are words or nothing."""

NAMES: Final = words("Di Do Ed Gem Jan Jo Ma Max No Nov")
"""With a capital inside a sentence these are names or words, not abbreviations."""

STARTERS: Final = words(
    """
    Aan Al Alle Alleen Alles Als Anders Behalve Bel Ben Bent Bij Binnen Boven Bovendien Daar Daarbij Daardoor
    Daarin Daarmee Daarna Daarnaast Daarom Daarop Daarvan Daarvoor Dan Dat De Deze Die Dit Door Doordat Dus
    Echter Een Eén Één Eerst Elk Elke En Er Eventueel Ga Geef Geen Geldt Had Heb Hebben Hebt Heeft Het Hier
    Hierbij Hierdoor Hierin Hiermee Hierna Hierop Hierover Hiertoe Hiervan Hiervoor Hij Hoe Hoewel Hun Ieder
    Iedere Iedereen Iemand Ik In Indien Is Ja Je Jij Jullie Kan Kies Kijk Klik Komt Krijgt Kunnen Kunt Laat
    Lees Let Maak Maar Mag Meer Meestal Men Met Mijn Misschien Moet Moeten Mogen Mocht Na Naar Naast Nadat Nee
    Neem Niemand Niet Niets Nog Nu Of Om Omdat Ondanks Onder Ons Onze Ook Op Over Per Sinds Soms Sommige Stuur
    Te Tegen Ten Tenzij Tijdens Toch Toen Tot Totdat Tussen U Uit Uiterlijk Uw Vaak Van Vanaf Vandaar Vanwege
    Veel Verder Volgens Voor Voordat Vraag Vul Waar Waarom Wanneer Want Was Wat We Weet Welk Welke Werd Wie
    Wij Wil Wilt Worden Wordt Zal Ze Zelfs Zie Zij Zijn Zo Zoals Zodat Zodra Zolang Zonder Zou Zowel Zullen
    Zult
    """
)
"""Words that seldom have a capital other than at the start of a sentence."""

LABELS: Final = words(
    """
    afdeling alternatief bijlage bijlagen blok boek categorie categorieën deel fase formulier formulieren
    gebouw groep groepen hepatitis hoofdstuk ingang kavel klasse kolom label letter lijst model niveau
    onderdeel onderdelen optie paragraaf perceel plan punt rijbewijs route schijf sectie stap tabel titel type
    vak variant vitamine vraag woning zone
    """
)
"""Words before a letter that is a label ("bijlage A"), not an initial."""

NUMBERED: Final = LABELS | words("ad art. artikel dag lid les opdracht week")
"""Words that open a sentence together with a number: "Stap 1. Log in"."""

JOINERS: Final = words("en of t/m tot")
POINTERS: Final = JOINERS | words("onder onderdeel onderdelen sub lid letter letters punt ad")
"""Words before a small letter that names a part of an article: "onder b en c."."""
