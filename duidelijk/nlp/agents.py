"""Who does it in a passive: the phrase with *door*, when what follows can act.

*Door het college* names who decides; *door de regen*, *door de gracht* name a cause or a route.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.model import Token
from duidelijk.nlp.inflection.lists import words

_PRONOUNS: Final = words("mij me jou je u hem haar ons jullie hen hun iemand niemand iedereen anderen wie")
_ACTORS: Final = tuple(
    sorted(
        words(
            """
            aanbieder aannemer aanvrager actoren adviseur afdeling agent agentschap ambtenaar ambtenaren
            apotheek arts artsen auteur autoriteit bedrijf bedrijven begeleider behandelaar beheerder
            belanghebbende belangstellende belastingdienst bemiddelaar bestuur bestuurder betrokkene
            bewindvoerder bewoner bewonerscommissie bezoeker bezorger bouwer brandweer bureau burgemeester
            burger buurt centrum chauffeur cliënt coach college commissaris commissie consulent controleur
            corporatie coördinator dader deelnemer deskundige dienst dienstverlener dierenarts directeur
            directie docent dokter eigenaar eigenaren expert fabrikant familie fonds fractie functionaris
            gebruiker gemachtigde gemeenschap gemeente gemeenten gemeenteraad gerecht gerechtshof gezin
            gezinslid griffie griffier groep huishouden hulpverlener huurder inspecteur inspectie instantie
            instelling instituut inwoner jongere jongeren journalist jury kabinet kamer klant koning
            koningin leerkracht leerling leraar leraren leverancier loket makelaar maker medewerker meester
            minister ministerie moeder monteur naaste nabestaande notaris ondernemer onderneming
            ondernemingsraad onderzoeker ontwikkelaar orgaan organisatie ouder ouders overheden overheid
            parlement partij partijen partner patiënt personen persoon pleger politie premier professional
            provincie raadslid rechtbank rechter rechtsbank redactie regering reiziger rijksdienst scholen
            school schrijver secretariaat secretaris specialist staatssecretaris stagiair stichting student
            team teamlid teams therapeut toezichthouder uitkeringsinstantie uitvoerder universiteit vader
            vakman veiligheidsregio verdachte vereniging verhuurder verkoper verlener verpleegkundige
            verzekeraar voogd voorzitter vrijwilliger vrouw vrouwen waterschap werkgever werknemer
            wetenschapper wethouder winkel woningcorporatie ziekenhuis zorgaanbieder zorgverlener
            """
        )
    )
)
"""Nouns that can act, also as the last part of a compound."""
_SHORT_ACTORS: Final = words(
    "bank boer buren hof kerk kind kinderen leden lid man mannen mens mensen raad raden rijk staat stad"
)
"""The same, but other nouns end in them too: *voorraad* is no *raad*."""
_NAMES: Final = ("N|eigen", "SPEC|deeleigen", "SPEC|afk")
_STOPS: Final = frozenset(",;:.?!…()–—")
_PASSED: Final = (
    "LID|",
    "VNW|bez",
    "VNW|aanw",
    "VNW|onbep",
    "ADJ|",
    "TW|",
    "WW|vd|prenom",
    "WW|od|prenom",
    "BW",
)


class Agent(NamedTuple):
    """The phrase from *door* (``start``) up to ``end``; ``noun`` is what can act. All are indices."""

    start: int
    noun: int
    end: int


def agent(tokens: Sequence[Token], auxiliary: int, participle: int) -> Agent | None:
    """The agent of the passive with this auxiliary and participle, if it is named."""
    low, high = _clause(tokens, auxiliary, participle)
    found = [by for start in range(low, high) if (by := _phrase(tokens, start, high)) is not None]
    attached = [by for by in found if tokens[by.noun].head == participle]
    if attached:
        return attached[0]
    loose = [by for by in found if not (by.start and tokens[by.start - 1].tag.startswith("N|"))]
    return loose[0] if len(loose) == 1 else None


def _phrase(tokens: Sequence[Token], start: int, high: int) -> Agent | None:
    """The phrase with *door* that begins here; not the one inside *voor door ons betaalde kosten*."""
    token = tokens[start]
    if token.text.lower() != "door" or token.tag.startswith("VZ|fin"):
        return None
    if start and tokens[start - 1].tag.startswith(("VZ|", "LID|")):
        return None
    noun = start + 1
    while noun < high and tokens[noun].tag.startswith(_PASSED) and not _acts(tokens[noun]):
        noun += 1
    if noun == high or not _acts(tokens[noun]):
        return None
    return Agent(start, noun, _end(tokens, start, noun, high))


def _acts(token: Token) -> bool:
    word = token.text.lower()
    if word in _PRONOUNS:
        return token.tag.startswith(("VNW|", "ADJ|nom")) and "|bez|" not in token.tag
    if token.tag.startswith(_NAMES):
        return True
    noun = token.lemma.lower()
    return token.tag.startswith("N|") and (noun in _SHORT_ACTORS or noun.endswith(_ACTORS))


def _clause(tokens: Sequence[Token], auxiliary: int, participle: int) -> tuple[int, int]:
    """The tokens between which an agent may stand: around the two, up to a mark."""
    low, high = min(auxiliary, participle), max(auxiliary, participle) + 1
    while low and tokens[low - 1].text not in _STOPS:
        low -= 1
    while high < len(tokens) and tokens[high].text not in _STOPS:
        high += 1
    return low, high


def _end(tokens: Sequence[Token], start: int, noun: int, high: int) -> int:
    """Behind the phrase, as the parser sees it; behind the noun if that makes no sense."""
    inside = {noun}
    for _ in range(8):
        grown = inside | {at for at, token in enumerate(tokens) if token.head in inside}
        if grown == inside:
            break
        inside = grown
    inside.add(start)
    last = noun
    while last + 1 < high and last + 1 in inside:
        last += 1
    return last + 1
