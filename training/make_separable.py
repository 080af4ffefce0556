"""Makes lexicons/scheidbare-werkwoorden.tsv: which Dutch verbs split, and at which particle.

Three witnesses, in this order: our own REMARKS; the treebank, which marks the particle in the lemma
(``vast_stellen``); and, for what it lacks or shows both ways, the frequency list: does the participle with
*ge* inside exist (``vastgesteld``, ``overgelegd``), or the one without (``ondertekend``)?

Usage: python make_separable.py UD_FOLDER OUT.tsv
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

from conllu import read
from wordfreq import get_frequency_dict

Kind = Literal["apart", "together", "both"]

_NO_PARTICLE: Final = frozenset(
    ("de", "een", "en", "er", "fout", "geen", "het", "hem", "je", "lief", "me", "niet", "nieuw", "on", "van")
)
"""Loose words that the treebank calls a particle at times, and that open ordinary verbs (``ontgaan``)."""

_MORE_PARTICLES: Final = frozenset(
    ("gebruik", "kennis", "kwijt", "mede", "openbaar", "stop", "tewerk", "veilig", "zorg")
)
"""Particles of one or two verbs that letters and decisions use a lot."""

_LEAST_VERBS: Final = 2
_LEAST_TIMES: Final = 5
"""Particles seen with fewer verbs and fewer times are too often an idiom or a slip."""

_CLEAR: Final = 3
"""So many times more often one way than the other is no doubt."""

_LEAST: Final = 10**-7.2
"""The share of all words (Zipf 1.8) from which a verb or participle counts as existing."""

_VOWELS: Final = "aeiou"

_IS_REGULAR: Final = re.compile(r"[a-zë]{2,}(?<![dt])en").fullmatch
"""An infinitive as in the frequency list, not a past tense (``toonden``)."""

_IS_INFINITIVE: Final = re.compile(r"(?!open\Z).*(?:[eë]n|aan|zijn)").fullmatch
"""What can be an infinitive at all: not ``begin``, ``gemiddeld`` or ``open``."""

REMARKS: Final[dict[Kind, str]] = {
    "together": """
        aanbidden aanschouwen aanvaarden achterhalen achtervolgen affirmeren beantwoorden beoordelen
        bevoordelen bijten doorboren doorgronden doorkruisen doorstaan doorzoeken harddraven herinneren
        heronderzoeken heroverwegen herstellen herzien informeren innen inspireren integreren
        interesseren introduceren investeren misbruiken misdragen misgunnen mishandelen miskennen
        misleiden mislukken misprijzen misverstaan naderen omarmen omcirkelen omgeven omhelzen omhullen
        omkaderen omlijnen omlijsten omranden omringen omschrijven omsingelen omsluiten omvatten
        omzeilen onderbouwen onderbreken onderdrukken ondergraven onderhandelen onderhouden onderkennen
        onderliggen ondermijnen ondernemen onderrichten onderschatten onderscheiden onderscheppen
        onderschrijven ondersteunen onderstrepen ondertekenen ondertitelen ondervangen ondervinden
        ondervragen onderwerpen onderwijzen onderzoeken openbaren openen opperen overbelasten
        overbelichten overbevragen overbluffen overbruggen overdekken overdenken overdonderen
        overhaasten overhandigen overheersen overhoren overkappen overklassen overkoepelen overladen
        overlappen overleven overlijden overmannen overmeesteren overnachten overreden overrompelen
        overschaduwen overschatten overschrijden overspoelen overstelpen overstemmen overstijgen
        overtreden overtreffen overtuigen overvallen overvragen overweldigen overwinnen overzien
        schaden toeteren uiten vereenvoudigen verkennen verrekenen vervalsen volbrengen voldoen
        voleinden volharden volmaken volstaan voltooien voltrekken voorspellen voorvoelen voorzien
        vrijwaren waarborgen waarderen waarschuwen weerhouden weerkaatsen weerklinken weerleggen
        weerspiegelen weerspreken weerstaan
    """,
    "both": """
        achterlopen doorbreken doorleven doorlopen doorsnijden doorzien ondergaan overdrijven overkomen
        overleggen overspannen overspelen overstromen overtrekken overwegen overwerken voorkomen
    """,
    "apart": """
        aankruisen aanleveren aanmelden aan_stippen aantonen aanvragen afhandelen afmelden af_schalen
        afwegen bijvoegen doorsturen doorverwijzen gade_slaan gebruikmaken gereed_komen gereed_maken
        gewaar_worden in_bedden inburgeren inlichten in_perken inrekenen inschrijven kennisgeven
        kort_sluiten kwijtschelden mededelen meerekenen meesturen meetellen nakijken nakomen
        neder_leggen omzetten onderbrengen onderverhuren openbaarmaken op_schalen opschorten opsturen
        overboeken overdragen overmaken overschrijven over_zenden schadeloos_stellen stilleggen
        stopzetten tegemoetkomen tegenhouden teloor_gaan teniet_doen terugvorderen tewerkstellen
        toe_bedelen toesturen uitbetalen uit_diepen uit_nutten veiligstellen voor_trekken vrijstellen
        weder_keren zeker_stellen zorgdragen
    """,
}
"""Our own knowledge: verbs of letters and decisions, and verbs that only look as if they had a particle.

An ``_`` marks the end of a particle where the treebank cannot tell.
"""

_REMARK: Final[dict[str, Kind]] = {
    verb.replace("_", ""): kind for kind, verbs in REMARKS.items() for verb in verbs.split()
}


class Seen(NamedTuple):
    """What the treebank shows: verb lemmas with their boundary, participles of bases, loose particles."""

    lemmas: Counter[str]
    participles: dict[str, set[str]]
    loose: set[str]


def main() -> None:
    """Write the table, verbs in alphabetical order."""
    seen = treebank(Path(sys.argv[1]) / "train.conllu")
    words = get_frequency_dict("nl", "large")
    bases_of: defaultdict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for lemma, count in seen.lemmas.items():
        particle, _, base = lemma.rpartition("_")
        bases_of[particle].add(base)
        times[particle] += count
    particles = {
        particle
        for particle, bases in bases_of.items()
        if (len(bases) >= _LEAST_VERBS or times[particle] >= _LEAST_TIMES)
        and particle.isalpha()
        and particle in seen.loose - _NO_PARTICLE
    } | _MORE_PARTICLES
    plain = {lemma for lemma in bases_of[""] if lemma.isalpha() and lemma.islower() and lemma[-1:] == "n"}
    plain |= {
        word
        for word, share in words.items()
        if share >= _LEAST
        and _IS_REGULAR(word)
        and any(words.get(form, 0) >= _LEAST for form in weak_participles(word))
    }
    bases = {base for particle in particles for base in bases_of[particle] if base.isalpha()} | plain
    rows: dict[str, tuple[str, Kind]] = dict.fromkeys(plain | bases, ("", "together"))
    for particle in sorted(particles, key=len):
        for base in bases:
            verb, kind = particle + base, judge(particle, base, seen, words)
            if kind is not None:
                rows[verb] = ("" if kind == "together" else particle, kind)
            elif seen.lemmas[verb] < _CLEAR:
                rows.pop(verb, None)  # a slip of the treebank as likely as not: what others do will decide
    rows |= {verb: ("", kind) for verb, kind in _REMARK.items() if kind == "together"}
    rows |= {
        verb.replace("_", ""): (verb.partition("_")[0], "apart")
        for verb in REMARKS["apart"].split()
        if "_" in verb
    }
    rows = {verb: row for verb, row in rows.items() if _IS_INFINITIVE(verb)}
    cells = (f"{verb}\t{particle}\t{kind}\n" for verb, (particle, kind) in sorted(rows.items()))
    Path(sys.argv[2]).write_text("verb\tparticle\tkind\n" + "".join(cells), "utf-8", newline="\n")
    kinds = Counter(kind for _, kind in rows.values())
    print(f"{len(particles)} particles, {len(rows)} verbs: {dict(kinds)}")
    print(" ".join(sorted(particles)))


def judge(particle: str, base: str, seen: Seen, words: Mapping[str, float]) -> Kind | None:
    """How ``particle + base`` behaves; None when it is no verb that anything tells of."""
    verb = particle + base
    if verb in _REMARK:
        return _REMARK[verb]
    apart, together = seen.lemmas[f"{particle}_{base}"], seen.lemmas[verb]
    if apart >= _CLEAR * together and apart:
        return "apart"
    if not apart and (words.get(verb, 0) < _LEAST or base.startswith("ge")):
        return None
    participles = seen.participles.get(base, set()) | weak_participles(base)
    inside = any(particle + word in words for word in participles)
    if together >= _CLEAR * apart and together >= _CLEAR:
        return "both" if inside else "together"
    if inside or apart:
        return "apart"
    without = {particle + word[2:] for word in participles if word.startswith("ge") and word[-1] != "t"}
    return "together" if any(word in words for word in without - {verb}) else None


def weak_participles(verb: str) -> set[str]:
    """What the participle of ``verb`` may be if it is regular: ``{"gekruist", …}`` for ``kruisen``."""
    if len(verb) < 5 or not verb.endswith("en"):
        return set()
    stem = verb[:-2]
    last = {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    if stem[-1] == stem[-2]:
        stems = {stem[:-1]}
    elif stem[-2] in _VOWELS and stem[-3] not in _VOWELS and stem[-1] not in _VOWELS:
        stems = {stem[:-1] + last, stem[:-2] + 2 * stem[-2] + last}
    else:
        stems = {stem[:-1] + last}
    return {f"ge{found}{end}" for found in stems for end in (("",) if found[-1] in "dt" else ("d", "t"))}


def treebank(path: Path) -> Seen:
    """What ``path`` shows of verbs."""
    lemmas: Counter[str] = Counter()
    participles: defaultdict[str, set[str]] = defaultdict(set)
    loose = set()
    for example in read(path):
        for word in example.words:
            if word.dep == "compound:prt":
                loose.add(word.text.lower())
            if not word.tag.startswith("WW"):
                continue
            lemmas[word.parts] += 1
            particle, _, base = word.parts.rpartition("_")
            form = word.text.lower()
            if word.tag.startswith("WW|vd") and word.tag.endswith("zonder") and form.startswith(particle):
                participles[base].add(form.removeprefix(particle))
    return Seen(lemmas, participles, loose)


if __name__ == "__main__":
    main()
