"""The link of a construction: the preposition that brings its object in, or the clause that follows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.lists import words
from duidelijk.rules.constructions import FAR, OPENS_A_CLAUSE, PRONOUNS, STRANDED, Found, Link
from duidelijk.rules.noun_phrases import core, noun_phrase

_NO_OBJECT: Final = words("""
    aanvraag basis dag datum grond jaar locatie maand manier moment ogenblik periode plaats termijn tijd
    tijdstip uur verzoek week wijze
    """)
"""What a preposition before the construction introduces without bringing in its object: *op grond van*."""


def link_of(found: Found) -> Link | None:
    """Where the preposition stands: behind the rest, joined to a pronoun, or before the fixed words."""
    tokens, link = found.tokens, found.construction.link
    if link in OPENS_A_CLAUSE:
        return _conjunction(found) if link == "dat" else _infinitive(found)
    last = max(found.places)
    start, end = clause.segment(tokens, found.verb)
    end = min(end, last + FAR)
    joined = {pronoun + STRANDED.get(link, link): pronoun for pronoun in PRONOUNS}
    after = last + 1
    if after < end and tokens[after].text.lower() == link and not tokens[after].tag.startswith("VZ|fin"):
        return _before_object(found, after)
    for at in range(max(start, min(found.places) - FAR), end):
        text = tokens[at].text.lower()
        if text in joined:
            return Link("joined", at, joined[text], at)
        if text == STRANDED.get(link, link) and (
            tokens[at].tag.startswith("VZ|fin")
            or (at > start and tokens[at + 1 : at + 2] and at + 1 == found.verb)
        ):
            return _stranded(tokens, start, at)
    inside = [at for at in range(start, end) if tokens[at].text.lower() == link and at not in found.places]
    return next((found_link for at in inside if (found_link := _before_object(found, at)) is not None), None)


def _conjunction(found: Found) -> Link | None:
    """*van mening dat*, *van mening zijn, dat*: the conjunction is no word of the construction."""
    after = max(found.places) + 1
    following = [token.text.lower() for token in found.tokens[after : after + 2]]
    is_there = following[:1] == ["dat"] or following == [",", "dat"]
    return Link("clause", after) if is_there else None


def _infinitive(found: Found) -> Link | None:
    """*in staat zijn om u te helpen*, *gehouden zijn te betalen*: the *te* of the infinitive behind it."""
    tokens = found.tokens
    last = max(found.places)
    for at in range(last + 1, min(len(tokens) - 1, last + 2 * FAR)):
        if tokens[at].text.lower() == "te" and tokens[at + 1].tag.startswith("WW|inf"):
            return Link("clause", at)
        if (
            tokens[at].tag.startswith(("LET", "WW|pv", "VG|onder", "VNW|betr"))
            and (at > last + 1 or tokens[at].tag.startswith("WW|pv"))
            and tokens[at].text.lower() != "om"
        ):
            return None
    return None


def _stranded(tokens: Sequence[Token], start: int, at: int) -> Link | None:
    places = [place for place in range(start, at) if tokens[place].text.lower() in PRONOUNS]
    return Link("stranded", at, tokens[places[-1]].text.lower(), places[-1]) if places else None


def _before_object(found: Found, at: int) -> Link | None:
    """The preposition at ``at`` where its noun phrase is the object of the construction."""
    last = max(found.places)
    tokens = found.tokens
    if at > last:
        if at > last + 1:
            near = found.verb_first and all(
                not token.tag.startswith(("VZ|", "LET", "WW|", "VG|")) for token in tokens[last + 1 : at]
            )
            return Link("object", at, noun=noun_phrase(tokens, at + 1)) if near else None
        return Link("object", at, noun=noun_phrase(tokens, at + 1))
    if at + 1 in found.places:
        return None
    noun = core(tokens, at + 1)
    if tokens[at + 1].tag.startswith("TW|") or tokens[at + 1].lemma in _NO_OBJECT:
        return None
    if noun is not None and tokens[noun.end - 1].lemma in _NO_OBJECT:
        return None
    stops = (*found.fixed[:1], found.verb)
    while noun is not None and noun.end < len(tokens) and noun.end not in stops:
        following = tokens[noun.end]
        opens = following.tag.startswith("WW|pv") and at == clause.segment(tokens, at)[0]
        if following.tag.startswith("VZ|init") and (more := core(tokens, noun.end + 1)) is not None:
            noun = noun._replace(end=more.end)
        elif following.tag.startswith("BW") or following.text.lower() == "te" or opens:
            return Link("object", at, noun=noun)
        else:
            return None
    return Link("object", at, noun=noun) if noun is not None else _pronoun_object(tokens, at)


def _pronoun_object(tokens: Sequence[Token], at: int) -> Link | None:
    """*op u van toepassing*."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return Link("object", at) if following is not None and following.tag.startswith("VNW|p") else None
