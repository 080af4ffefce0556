"""The passives of a sentence: *wordt betaald*, *moet worden ingediend*, *is afgewezen*, *er wordt gebouwd*.

The parser links most auxiliaries to their participle; where it does not, their places do. Whether the pair is
a passive at all, the verb tells (:mod:`duidelijk.nlp.participles`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from duidelijk.model import Token
from duidelijk.nlp.agents import Agent, agent
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.participles import Adjective, active_perfect, adjective, is_negated, participle_lemma

Auxiliary = Literal["worden", "zijn"]

_WORDEN: Final = frozenset({"word", "wordt", "worden", "werd", "werden"})
_ZIJN: Final = frozenset({"ben", "bent", "is", "zijn", "was", "waren"})
_MODALS: Final = frozenset(
    {
        "kunnen",
        "moeten",
        "mogen",
        "zullen",
        "willen",
        "hoeven",
        "dienen",
        "horen",
        "behoren",
        "laten",
        "blijven",
    }
)
_DEGREE: Final = words("erg heel zeer te zo minder meer meest nogal vrij best redelijk zodanig")
_BREAKS: Final = frozenset(",;:.?!…()–—")
_ENDS: Final = frozenset(";:.?!…")


# "Kort samengevat is …", "dat is strikt genomen …": the participle has nothing to do with the verb.
_ASIDES: Final = words("samengevat genomen gezegd beschouwd bekeken gerekend")
_ASIDE_OPENERS: Final = words(
    "kort strikt strict goed alles nauwkeurig eerlijk ruim anders juridisch globaal"
)
_BELOW: Final = ("xcomp", "aux", "ccomp", "obj")


class Passive(NamedTuple):
    """One passive: indices of its words in the sentence.

    ``finite`` is the verb that bends: the auxiliary, or the modal above it (*moet* worden betaald).
    ``agent`` is the phrase with *door* that names who does it.
    """

    verb: str
    auxiliary: Auxiliary
    at: int
    participle: int
    finite: int
    agent: Agent | None


def passives(tokens: Sequence[Token]) -> tuple[Passive, ...]:
    """The passives of a parsed sentence, in the order of their auxiliaries; one for each auxiliary."""
    return tuple(
        Passive(verb, kind, at, place, _finite(tokens, at, place), by)
        for at, place, kind, verb, by in _pairs(tokens)
        if _is_passive(tokens, place, kind, verb, by)
    )


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Auxiliary, str, Agent | None]]:
    """Auxiliaries with the participle that each belongs to; no participle twice, the nearest goes first."""
    auxiliaries = {at: kind for at in range(len(tokens)) if (kind := _auxiliary(tokens, at)) is not None}
    linked = {at: place for at in auxiliaries if (place := _linked(tokens, at)) is not None}
    chosen: dict[int, int] = {}
    for at, place in sorted(
        linked.items(), key=lambda pair: (tokens[pair[0]].dep == "cop", abs(pair[0] - pair[1]))
    ):
        if place not in chosen.values():
            chosen[at] = place
    for at, kind in auxiliaries.items():
        if at not in chosen:
            place = _placed(tokens, at, kind)
            if place is not None and place not in chosen.values():
                chosen[at] = place
    for at, place in sorted(chosen.items()):
        verb = participle_lemma(tokens[place], certain=True)
        if verb is not None:
            yield at, place, auxiliaries[at], verb, agent(tokens, at, place)


def _auxiliary(tokens: Sequence[Token], at: int) -> Auxiliary | None:
    word = tokens[at].text.lower()
    if word in _WORDEN:
        imperative = at == 0 and word == "word" and not _is(tokens, 1, "ik")
        program = at > 0 and tokens[at].text == "Word"
        return None if imperative or program else "worden"
    if word not in _ZIJN:
        return None
    is_verb = tokens[at].tag.startswith("WW|") or (word == "zijn" and _is_only_verb(tokens, at))
    return "zijn" if is_verb else None


def _is_only_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether *zijn*, tagged as *his*, must be the verb: *per 1 mei zijn nieuwe regels ingevoerd*."""
    return not any(token.tag.startswith("WW|pv") for token in tokens) and _closing(tokens, at) is not None


def _is(tokens: Sequence[Token], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].text.lower() == word


def _linked(tokens: Sequence[Token], at: int) -> int | None:
    """The participle that the parser gives the auxiliary."""
    token = tokens[at]
    if token.head < 0 or not token.dep.startswith(("aux", "cop")):
        return None
    certain = token.dep == "aux:pass"
    return token.head if participle_lemma(tokens[token.head], certain=certain) is not None else None


def _placed(tokens: Sequence[Token], at: int, kind: Auxiliary) -> int | None:
    """The participle by its place: beside the auxiliary, or closing the main clause that *worden* opens."""
    if tokens[at].dep == "cop" or _has_predicate(tokens, at):
        return None
    for place in (at - 1, at + 1):
        if (
            0 <= place < len(tokens)
            and participle_lemma(tokens[place]) is not None
            and _may_pair(tokens, at, place)
        ):
            return place
    finite = tokens[at].tag.startswith("WW|pv") if kind == "worden" else tokens[at].tag.startswith("VNW|")
    return _closing(tokens, at) if finite else None


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """The last participle of the clause that the verb at ``at`` opens."""
    last = None
    for place in range(at + 1, len(tokens)):
        token = tokens[place]
        if token.text in _BREAKS or token.tag.startswith(("VG|", "VNW|betr", "WW|pv")):
            break
        if token.tag.startswith("WW|vd|vrij"):
            last = place
    return last


def _has_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether the parser reads a copula: *wordt belangrijk*, *wordt wethouder*."""
    return any(
        token.head == at and token.dep == "xcomp" and token.tag.startswith(("ADJ", "N|")) for token in tokens
    )


def _may_pair(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether the neighbour can be the participle of the auxiliary: no other verb has it, no noun follows."""
    if tokens[place].tag.startswith("WW|vd|prenom"):
        return False
    return not any(
        token.head == place and token.dep.startswith("aux") and abs(other - place) < abs(at - place)
        for other, token in enumerate(tokens)
    )


def _is_passive(tokens: Sequence[Token], place: int, kind: Auxiliary, verb: str, by: Agent | None) -> bool:
    form = tokens[place].text.lower()
    if is_negated(form):
        return False
    if kind == "zijn":
        perfect = active_perfect(verb)
        if perfect is not None and (perfect == "altijd" or by is None):
            return False
        if place and tokens[place - 1].text.lower() in _DEGREE:
            return False
        if _is_required_state(tokens, place):
            return False
        if form in _ASIDES and (place == 0 or tokens[place - 1].text.lower() in _ASIDE_OPENERS):
            return False
    if by is not None and tokens[by.noun].head == place:
        return True
    return not _is_adjective(tokens, place, kind)


def _is_required_state(tokens: Sequence[Token], place: int) -> bool:
    """*Uw hond moet gechipt zijn* asks how it is; *moet zijn betaald* asks what has been done."""
    last = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        last is not None
        and last.text.lower() == "zijn"
        and not last.tag.startswith("WW|pv")
        and any(token.lemma == "moeten" and token.tag.startswith("WW|pv") for token in tokens[:place])
    )


def _is_adjective(tokens: Sequence[Token], place: int, kind: Auxiliary) -> bool:
    form = tokens[place].text.lower()
    if "-" in form and adjective(form.rpartition("-")[2]) is not None:
        return True  # "service-gericht"
    use = adjective(form)
    if use is None or kind not in use.copulas:
        return False
    if use.prepositions and not any(_is_complement(tokens, token, place, use) for token in tokens):
        return False
    return not _is_one_of(_subject(tokens, place), use.passive_with)


def _is_complement(tokens: Sequence[Token], token: Token, place: int, use: Adjective) -> bool:
    """Whether the token is a preposition of the adjective: *belast* **met** *het toezicht*."""
    if token.text.lower() not in use.prepositions or token.head < 0:
        return False
    return token.head == place or tokens[token.head].head == place


def _subject(tokens: Sequence[Token], place: int) -> str:
    """The noun that the participle says something about; in a relative clause what it refers to."""
    for token in tokens:
        if token.head == place and token.dep.startswith("nsubj"):
            if token.tag.startswith("VNW|betr") and tokens[place].head >= 0:
                return tokens[tokens[place].head].lemma
            return token.lemma
    return ""


def _is_one_of(noun: str, nouns: frozenset[str]) -> bool:
    return any(noun.endswith(last) for last in nouns)


def _finite(tokens: Sequence[Token], at: int, place: int) -> int:
    """The modal above the auxiliary, or the auxiliary: *dient te worden ingediend* bends in *dient*."""
    if tokens[at].text.lower() not in ("worden", "zijn"):
        return at
    own = (place, at)
    modals = [
        other
        for other, token in enumerate(tokens)
        if token.lemma in _MODALS and token.tag.startswith("WW|pv")
    ]
    if at < place and tokens[at].tag.startswith("WW|pv") and not any(other < at for other in modals):
        return at  # "worden hier gemaakt, maar dit hoeft niet …"
    beside = [other for other in modals if tokens[other].head in own]
    above = beside or [
        other for other in modals if any(tokens[it].head == other and tokens[it].dep in _BELOW for it in own)
    ]
    return above[0] if len(above) == 1 and not _is_apart(tokens, above[0], at) else at


def _is_apart(tokens: Sequence[Token], one: int, other: int) -> bool:
    return any(token.text in _ENDS for token in tokens[min(one, other) : max(one, other)])


def is_impersonal(tokens: Sequence[Token], passive: Passive) -> bool:
    """Whether nothing undergoes it: *er wordt gecontroleerd*, *er is besloten dat …*."""
    near = range(max(0, passive.at - 2), min(len(tokens), passive.at + 3))
    if not any(tokens[at].text.lower() == "er" and tokens[at].tag.startswith(("VNW", "BW")) for at in near):
        return False
    return not any(
        token.head in (passive.participle, passive.at) and token.dep.startswith("nsubj")
        for token in tokens
        if token.text.lower() != "er"
    )
