"""Verbs that do not follow the rules: principal parts, odd presents, English stems, and which verbs take
``zijn``.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from duidelijk.nlp.inflection.lists import words
from duidelijk.resources import data_folder

LEXICON: Final = "onregelmatige-werkwoorden"


class Principal(NamedTuple):
    """The principal parts of a verb; ``auxiliary`` is ``hebben``, ``zijn`` or both."""

    past: str
    past_plural: str
    participle: str
    auxiliary: tuple[str, ...]


class Present(NamedTuple):
    """An odd present: ``ik``, ``jij``, ``u`` and ``hij``; the tag without ``met-t`` gives ``ik`` or
    ``hij``.
    """

    first: str
    second: str
    polite: str
    third: str


PRESENTS: Final = {
    "zijn": Present("ben", "bent", "bent", "is"),
    "wezen": Present("ben", "bent", "bent", "is"),
    "hebben": Present("heb", "hebt", "hebt", "heeft"),
    "kunnen": Present("kan", "kunt", "kunt", "kan"),
    "zullen": Present("zal", "zult", "zult", "zal"),
    "willen": Present("wil", "wilt", "wilt", "wil"),
    "mogen": Present("mag", "mag", "mag", "mag"),
}
"""The whole present in the singular of verbs that do not add ``t`` to a stem."""

INVERTED: Final = {"kunnen": "kun", "zullen": "zul", "zijn": "ben", "hebben": "heb", "willen": "wil"}
"""The form before ``je`` or ``jij``."""

SUBJUNCTIVES: Final = {
    "zijn": "zij",
    "hebben": "hebbe",
    "gaan": "ga",
    "staan": "sta",
    "doen": "doe",
    "zien": "zie",
}

ENGLISH: Final = {
    "updaten": ("update", "t"), "upgraden": ("upgrade", "d"), "downgraden": ("downgrade", "d"),
    "managen": ("manage", "d"), "deleten": ("delete", "t"), "saven": ("save", "d"), "racen": ("race", "t"),
    "faken": ("fake", "t"), "liken": ("like", "t"), "hypen": ("hype", "t"), "skypen": ("skype", "t"),
    "timen": ("time", "d"), "tapen": ("tape", "t"), "outsourcen": ("outsource", "t"), "gamen": ("game", "d"),
    "insourcen": ("insource", "t"), "leasen": ("lease", "t"), "releasen": ("release", "t"),
    "daten": ("date", "t"),
    "framen": ("frame", "d"), "skaten": ("skate", "t"), "recyclen": ("recycle", "d"), "tunen": ("tune", "d"),
    "filen": ("file", "d"), "cruisen": ("cruise", "d"), "hiken": ("hike", "t"), "browsen": ("brows", "d"),
    "crowdsourcen": ("crowdsource", "t"), "invoicen": ("invoice", "t"), "freelancen": ("freelance", "t"),
}  # fmt: skip
"""Verbs whose stem keeps its foreign ``e``: the stem, and the first letter of the past tense ending."""

PARTICIPLES: Final = frozenset({"geboren", "verscheiden"})
"""Participles without a verb: they are their own lemma."""

NO_PREFIX: Final = words(
    """
    bedelen benchmarken betonneren bezigen ergeren eroderen erotiseren generaliseren genereren generen geselen
    gesticuleren herbergen verbaliseren verifiëren vernissen versificeren
    """
)
"""Verbs that only look as if they began with a prefix: their participle has ``ge``."""

REGULAR: Final = words("""
    aanzeggen afzeggen inscheppen ontmoeten ontzeggen opschrikken opscheppen opzeggen toezeggen
    """)
"""Regular verbs whose base alone would be strong."""

_ZIJN: Final = """
    arriveren belanden dalen emigreren gebeuren immigreren kapseizen landen mislukken ontploffen
    ontsnappen ontstaan
    opdagen slagen stranden toenemen afnemen uitglijden verdampen verjaren vermageren verongelukken verouderen
    verslechteren vertrekken vervallen uitbreken aanbreken inbreken bevallen flauwvallen gelukken
    verhuizen zakken
    opstappen afstappen overstappen instappen uitstappen opgroeien groeien wennen bezwijken voorbijgaan
    """
_BOTH: Final = """
    starten stoppen eindigen exploderen promoveren trouwen volgen fietsen wandelen reizen verlopen verharden
    veranderen verbeteren vergaderen verlaten rijpen genezen ophouden aanvangen doorgaan
    """
_HEBBEN: Final = """
    bijhouden begaan slaan ondergaan overkomen overtreden betreden bestaan verstaan voorkomen omvallen
    bijwonen
    doorlopen overvallen aanvallen invullen bevallen verdrijven betrekken voltrekken aantrekken intrekken
    onttrekken optrekken begeven bedrijven overdrijven verdringen bespringen bevaren ervaren berijden
    beklimmen
    uittrekken uitdrijven verbreken afbreken onderbreken uitzwemmen overschrijden omvaren ontduiken belopen
    berijden beschieten verschieten
    """
WITH: Final = {
    **dict.fromkeys(_HEBBEN.split(), ("hebben",)),
    **dict.fromkeys(_ZIJN.split(), ("zijn",)),
    **dict.fromkeys(_BOTH.split(), ("hebben", "zijn")),
}
"""The auxiliaries of verbs whose base or kind does not tell."""


@cache
def principals() -> dict[str, Principal]:
    """The table of principal parts, by infinitive.

    Raises:
        RuleError: when the installation lacks the word lists.
    """
    text = (data_folder("lexicons") / f"{LEXICON}.tsv").read_text("utf-8")
    table = {}
    for line in text.splitlines()[1:]:
        verb, past, past_plural, participle, auxiliary = line.split("\t")
        table[verb] = Principal(past, past_plural, participle, tuple(auxiliary.split("|")))
    return table
