"""Where a verb stands with what belongs to it, and where a preposition of its phrase goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.phrases import Phrase
from duidelijk.nlp.inflection.verbs import take_apart

CLOSERS: Final = frozenset({"weten", "zien", "zijn", "doen", "staan"})
"""What closes a clause after an infinitive or participle: *laten weten*."""


class FoundVerb(NamedTuple):
    """The verb in the sentence: its index, that of a particle that stands apart, and of its ``te``."""

    verb: int
    particle: int | None
    te: int | None
    extra: tuple[int, ...]


def find_verb(tokens: Sequence[Token], at: tuple[int, ...]) -> FoundVerb | None:
    verbs = [place for place in at if tokens[place].tag.startswith("WW|")]
    if not verbs:
        return None
    if len(verbs) > 1:
        return None
    verb = verbs[0]
    parts = take_apart(tokens[verb].lemma)
    text = tokens[verb].text.lower()
    particle = None
    if parts.particle and not text.startswith(parts.particle):
        particle = next((place for place in at if tokens[place].text.lower() == parts.particle), None)
        if particle is None:
            particle = _loose_particle(tokens, verb, parts.particle)
        if particle is None:
            return None
    te = verb - 1 if verb and tokens[verb - 1].text.lower() == "te" else None
    extra = tuple(place for place in at if place not in (verb, particle, te))
    return FoundVerb(verb, particle, te, extra)


def _loose_particle(tokens: Sequence[Token], verb: int, particle: str) -> int | None:
    """The particle of the verb where the caller did not point at it."""
    start, end = clause.segment(tokens, verb)
    parsed = [
        place
        for place, token in enumerate(tokens)
        if token.head == verb and token.dep == "compound:prt" and token.text.lower() == particle
    ]
    places = parsed or [place for place in range(start, end) if tokens[place].text.lower() == particle]
    return places[0] if len(places) == 1 else None


def takes_over(tokens: Sequence[Token], found: FoundVerb, words: str, draft: Draft) -> bool:
    """A preposition of the old verb that goes, in whose place the new one comes."""
    if len(found.extra) == 1 and tokens[found.extra[0]].tag.startswith("VZ|init"):
        draft.texts[found.extra[0]] = words
        return True
    return False


def place_preposition(tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, draft: Draft) -> bool:
    """Place the preposition that the phrase ends in, if any, before the object of an infinitive."""
    words = [word for word in phrase.after if word not in CLOSERS]
    if not words:
        return True
    if takes_over(tokens, found, " ".join(words), draft):
        return True
    if not clause.has_parse(tokens):
        return False
    start = clause.object_start(tokens, found.verb)
    first, _ = clause.segment(tokens, found.verb)
    if start is None or not first <= start < found.verb or "|nom|" in tokens[found.verb].tag:
        return False
    draft.before[start] = " ".join(words)
    return True
