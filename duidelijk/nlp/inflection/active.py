"""A simple passive sentence in the active voice: *wordt door ons beoordeeld* → *wij beoordelen*.

Only where the text names who does it and the sentence is one main clause whose parts we can tell apart. In
all other cases there is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.model import Span, Token
from duidelijk.nlp.agents import Agent
from duidelijk.nlp.inflection.edits import capitalised
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.verbs import Person, infinitive, participle, past, present, take_apart
from duidelijk.nlp.passives import Passive

_MOST_TOKENS: Final = 30
_SUBJECTS: Final[dict[str, tuple[str, Person]]] = {
    "ons": ("wij", "mv"), "mij": ("ik", "ik"), "me": ("ik", "ik"), "u": ("u", "u"), "jou": ("jij", "jij"),
    "hem": ("hij", "hij"), "hen": ("zij", "mv"), "jullie": ("jullie", "mv"), "iemand": ("iemand", "hij"),
    "niemand": ("niemand", "hij"), "iedereen": ("iedereen", "hij"),
}  # fmt: skip
_OBJECTS: Final = {
    "hij": "hem",
    "wij": "ons",
    "we": "ons",
    "ik": "mij",
    "jij": "jou",
    "u": "u",
    "dit": "dit",
    "dat": "dat",
    "het": "het",
    "deze": "deze",
    "die": "die",
}
_FOCUS: Final = words("ook alleen zelf uitsluitend vooral juist zelfs mede slechts enkel niet of dan als en")
_SHIFTING: Final = words("er waar daar hier zelf elkaar zich")
_UNCLEAR_NUMBER: Final = words("elk ieder elke iedere beide of der en/of")
_MODALS: Final = {
    "moeten": ("moest", "moesten"), "kunnen": ("kon", "konden"), "mogen": ("mocht", "mochten"),
    "zullen": ("zou", "zouden"),
}  # fmt: skip
_PREPOSITION_OF_NAMES: Final = frozenset({"van"})
_HIDING: Final = ("VG|onder", "VNW|betr", "TSW")


class _Parts(NamedTuple):
    """What the sentence is made of, as ranges or lists of indices; ``verbs`` are all parts of the passive."""

    agent: range
    patient: range
    front: range
    middle: list[int]
    tail: list[int]


def active_sentence(tokens: Sequence[Token], passive: Passive) -> tuple[Span, str] | None:
    """The stretch of block text to replace, up to the mark at the end, and the active sentence for it."""
    end = len(tokens) - 1
    if passive.agent is None or not 4 <= len(tokens) <= _MOST_TOKENS or tokens[end].text not in (".", "!"):
        return None
    if not _is_simple(tokens[:end], passive):
        return None
    subject = _subject(tokens, passive)
    parts = _parts(tokens, passive, end)
    if subject is None or parts is None:
        return None
    verbs = _verbs(tokens, passive, subject[1])
    patient = _object(tokens, parts.patient)
    if verbs is None or patient is None:
        return None
    finite, closing = verbs
    pronouns, rest = _leading_pronouns(tokens, parts.middle)
    front = _words(tokens, list(parts.front))
    head = (front, finite, subject[0]) if front else (subject[0], finite)
    behind = (_words(tokens, pronouns), patient, _words(tokens, rest), closing, _words(tokens, parts.tail))
    text = " ".join(part for part in (*head, *behind) if part)
    return Span(tokens[0].start, tokens[end - 1].end), capitalised(text)


def as_subject(tokens: Sequence[Token], agent: Agent) -> str:
    """The agent as it would begin a sentence: *door ons* → *wij*, *door het college* → *het college*."""
    inside = tokens[agent.start + 1 : agent.end]
    text = " ".join(token.text for token in inside)
    return _SUBJECTS.get(text.lower(), (text, ""))[0]


def _is_simple(tokens: Sequence[Token], passive: Passive) -> bool:
    """One main clause: no marks, no other verb than those of the passive, nothing to be torn apart."""
    own = {passive.finite, passive.at, passive.participle}
    for at, token in enumerate(tokens):
        if "(" in token.text or token.tag.startswith(("LET", *_HIDING)) or token.text.lower() in _SHIFTING:
            return False
        if at not in own and token.tag.startswith(("WW|pv", "WW|inf", "WW|vd|vrij", "WW|od|vrij")):
            return False
    return passive.finite > 0 and sum(token.text.lower() == "door" for token in tokens) == 1


def _subject(tokens: Sequence[Token], passive: Passive) -> tuple[str, Person] | None:
    """The agent as the subject, and who it is."""
    by = passive.agent
    if by is None or tokens[by.noun].head != passive.participle:
        return None
    if by.start and tokens[by.start - 1].text.lower() in _FOCUS:
        return None
    inside = tokens[by.start + 1 : by.end]
    if len(inside) == 1 and inside[0].text.lower() in _SUBJECTS:
        return _SUBJECTS[inside[0].text.lower()]
    noun = tokens[by.noun]
    if noun.tag.startswith("VNW|") or any(_breaks_agent(token) for token in inside):
        return None
    texts = [token.text.lower() for token in inside]
    if not _UNCLEAR_NUMBER.isdisjoint(texts):
        return None
    if "|mv" not in noun.tag and "en" in texts and "van" in texts[: texts.index("en")]:
        return None
    return " ".join(token.text for token in inside), "mv" if "en" in texts or "|mv" in noun.tag else "hij"


def _breaks_agent(token: Token) -> bool:
    if token.tag.startswith("VZ|"):
        return token.text.lower() not in _PREPOSITION_OF_NAMES
    return token.tag.startswith(("LET", "BW", "WW|pv", "WW|inf"))


def _parts(tokens: Sequence[Token], passive: Passive, end: int) -> _Parts | None:
    """The sentence cut up; None when the parts do not lie apart."""
    by = passive.agent
    if by is None:
        return None
    patient = _patient(tokens, passive)
    if patient is None:
        return None
    agent = range(by.start, by.end)
    verbs = {passive.finite, passive.at, passive.participle}
    first = range(passive.finite)
    if set(first) == set(patient) or set(first) == set(agent):
        front = range(0)
    elif set(first).isdisjoint(patient) and set(first).isdisjoint(agent):
        front = first
    else:
        return None
    taken = {*agent, *patient, *front, *verbs}
    if len(taken) != len(agent) + len(patient) + len(front) + len(verbs):
        return None
    last = max(verbs)
    rest = [at for at in range(end) if at not in taken]
    if not set(rest).isdisjoint(range(min(verbs))) or (passive.finite != min(verbs)):
        return None
    middle = [at for at in rest if at < last]
    return _Parts(agent, patient, front, middle, [at for at in rest if at > last])


def _patient(tokens: Sequence[Token], passive: Passive) -> range | None:
    """The subject of the passive, which becomes the object: one stretch of words, known to the reader."""
    roots = [
        at
        for at, token in enumerate(tokens)
        if token.head in (passive.participle, passive.at, passive.finite) and token.dep.startswith("nsubj")
    ]
    if len(roots) != 1:
        return None
    inside = {roots[0]}
    for _ in tokens:
        grown = inside | {at for at, token in enumerate(tokens) if token.head in inside}
        if grown == inside:
            break
        inside = grown
    low, high = min(inside), max(inside)
    if len(inside) != high - low + 1 or any(tokens[at].text.lower() == "door" for at in inside):
        return None
    return range(low, high + 1)


def _object(tokens: Sequence[Token], patient: range) -> str | None:
    first = tokens[patient.start]
    word = first.text.lower()
    if first.tag.startswith("VNW|pers") or (len(patient) == 1 and first.tag.startswith("VNW|")):
        return _OBJECTS.get(word) if len(patient) == 1 else None
    loose = any(
        (tokens[at].tag.startswith("LID|") and not tokens[at - 1].tag.startswith(("VZ|", "VG|")))
        or tokens[at].text in ("De", "Het", "Een")  # a heading has run into the sentence
        for at in patient[1:]
    )
    if (
        loose
        or word == "een"
        or not first.tag.startswith(("LID|bep", "VNW|bez", "VNW|aanw", "N|eigen", "SPEC", "N|soort"))
    ):
        return None
    return _words(tokens, list(patient))


def _words(tokens: Sequence[Token], places: list[int]) -> str:
    """The words in the middle of a sentence: what opened it loses its capital, unless it is a name."""
    texts = [tokens[at].text for at in places]
    if places and places[0] == 0 and not _keeps_capital(tokens[0]):
        texts[0] = texts[0][:1].lower() + texts[0][1:]
    return " ".join(texts)


def _keeps_capital(token: Token) -> bool:
    return token.tag.startswith(("N|eigen", "SPEC")) or any(char.isupper() for char in token.text[1:])


def _leading_pronouns(tokens: Sequence[Token], middle: list[int]) -> tuple[list[int], list[int]]:
    """*Wordt u door ons toegestuurd*: the pronoun stays right behind the verb."""
    if middle and tokens[middle[0]].text.lower() in ("u", "je", "hem", "haar", "hen", "hun", "ons", "mij"):
        return middle[:1], middle[1:]
    return [], middle


def _verbs(tokens: Sequence[Token], passive: Passive, who: Person) -> tuple[str, str] | None:
    """The finite verb and what closes the clause: *stelt*/*vast*, *heeft*/*vastgesteld*."""
    verb = passive.verb
    if participle(verb) != tokens[passive.participle].text.lower():
        return None
    finite = tokens[passive.finite]
    if not finite.tag.startswith("WW|pv"):
        return None
    old = finite.text.lower()
    in_past = "|verl|" in finite.tag
    if passive.finite != passive.at:
        if finite.lemma not in _MODALS or passive.auxiliary != "worden":
            return None
        form = _MODALS[finite.lemma][who == "mv"] if in_past else present(finite.lemma, who)
        return form, infinitive(verb)
    if passive.auxiliary == "zijn":
        if old in ("was", "waren"):
            return ("hadden" if who == "mv" else "had"), participle(verb)
        return present("hebben", who), participle(verb)
    particle = take_apart(verb).particle
    if old in ("werd", "werden"):
        return past(verb, plural=who == "mv", apart=True), particle
    return present(verb, who, apart=True), particle
