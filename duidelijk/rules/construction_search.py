"""Finds the words of a construction around its anchor: the verb before or behind the fixed words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.phrases import PREPOSITIONS
from duidelijk.nlp.separable import separable
from duidelijk.rules.construction_links import link_of
from duidelijk.rules.constructions import FAR, Construction, Found, construction
from duidelijk.rules.inflected import found_form, read_as, readings
from duidelijk.rules.noun_phrases import core

_NEAR: Final = 3
"""The most words between the verb and the fixed words where an infinitive follows."""

_BEFORE_A_NOUN: Final = (
    "LID|",
    "VNW|bez",
    "VNW|aanw|det",
    "VNW|onbep",
    "VNW|vb|det",
    "ADJ|prenom",
    "TW|",
)
_PRONOUNS: Final = frozenset({"dat", "deze", "die", "dit"})
_KNOWN: Final = ("LID|bep", "VNW|bez", "VNW|aanw|det", "VNW|vb|det")
_CLAUSE_WORDS: Final = ("VG|onder", "VNW|betr")


def find(sentence: Sequence[Token], at: int, phrase: str, particle: str = "") -> Found | None:
    """The construction whose anchor begins at ``at``; None where its other words do not stand around it."""
    parts = construction(phrase)
    if parts is None:
        return None
    found = (
        _with_fixed_words(tuple(sentence), at, parts)
        if parts.fixed
        else _verb_alone(tuple(sentence), at, parts, particle)
    )
    if found is None or not parts.link:
        return found
    link = link_of(found)
    return found._replace(link=link) if link is not None else None


def _verb_alone(tokens: tuple[Token, ...], at: int, parts: Construction, particle: str) -> Found | None:
    loose = _loose(tokens, at, particle, parts.link) if particle else None
    if particle and loose is None:
        return None
    form = found_form(tokens, at, parts.verb, "VERB", "") if not particle else None
    if form is not None:
        read, places = form
        verb = next((place for place in places if read[place].tag.startswith("WW|")), None)
        loose = next((place for place in places if place != verb), None)
    else:
        tags = readings(parts.verb, "VERB").get((tokens[at].text.lower(), particle))
        read, verb = (read_as(tokens, at, parts.verb, tags), at) if tags and particle else (tokens, None)
    if verb is None:
        return None
    first = read[verb].tag.startswith("WW|pv") and clause.order(read, verb) == "main"
    return Found(tuple(read), parts, verb, loose, (), False, None, first, False)


def _with_fixed_words(tokens: tuple[Token, ...], at: int, parts: Construction) -> Found | None:
    text = tokens[at].text.lower()
    if len(parts.fixed) == 1 and text != parts.fixed[0]:
        return _one_word(tokens, at, parts)
    if not _stands(tokens, at, parts.fixed):
        return None
    fixed = tuple(range(at, at + len(parts.fixed)))
    negated, determined = text == "geen", False
    if parts.is_bare and at:
        before = tokens[at - 1]
        negated = before.text.lower() == "geen"
        is_pronoun = before.text.lower() in _PRONOUNS  # "de stukken die inzicht geven in de kosten"
        determined = not (negated or is_pronoun) and before.tag.startswith(_BEFORE_A_NOUN)
        fixed = (at - 1, *fixed) if negated else fixed
    if determined and tokens[at - 1].tag.startswith(_KNOWN) and not _is_named(tokens, at):
        return None  # "een plan maken voor het gebruik van de zaal"
    return (
        _opening(tokens, parts, fixed)
        or _behind(tokens, parts, fixed, negated=negated, determined=determined)
        or _ahead(tokens, parts, fixed, negated=negated, determined=determined)
    )


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """*het gebruik maken van drones*: the infinitive right behind the fixed word is a noun."""
    return (
        tokens[at - 1].text.lower() == "het"
        and at + 1 < len(tokens)
        and tokens[at + 1].tag.startswith("WW|inf")
    )


def _stands(tokens: Sequence[Token], at: int, fixed: tuple[str, ...]) -> bool:
    here = [token.text.lower() for token in tokens[at : at + len(fixed)]]
    return here == [*fixed] or (fixed[0] == "een" and here == ["geen", *fixed[1:]])


def _one_word(tokens: tuple[Token, ...], at: int, parts: Construction) -> Found | None:
    """*gebruikgemaakt*: the word counts as its verb, with the fixed word in front of it."""
    token = tokens[at]
    form = token.text.lower().removeprefix(parts.fixed[0])
    tags = readings(parts.verb, "VERB").get((form, ""))
    if tags is None:
        return None
    read = list(read_as(tokens, at, parts.verb, tags))
    read[at] = replace(read[at], text=token.text[:1] + form[1:] if token.text[:1].isupper() else form)
    first = read[at].tag.startswith("WW|pv") and clause.order(read, at) == "main"
    return Found(tuple(read), parts, at, None, (), False, None, first, False)


def _opening(tokens: tuple[Token, ...], parts: Construction, fixed: tuple[int, ...]) -> Found | None:
    """*Bijgaand treft u … aan*: the fixed words open the clause, and the particle of the verb closes it."""
    base = separable(parts.verb)
    verb = fixed[-1] + 1
    if base is None or verb >= len(tokens) or clause.segment(tokens, verb)[0] != fixed[0]:
        return None
    tags = readings(parts.verb, "VERB").get((tokens[verb].text.lower(), base.particle))
    particle = _loose(tokens, verb, base.particle, parts.link) if tags else None
    if tags is None or particle is None:
        return None
    read = read_as(tokens, verb, parts.verb, tags)
    return Found(read, parts, verb, particle, fixed, False, None, False, False)


def _behind(
    tokens: tuple[Token, ...], parts: Construction, fixed: tuple[int, ...], *, negated: bool, determined: bool
) -> Found | None:
    """The verb behind the fixed words, at the end of its clause: *gebruik heeft gemaakt*."""
    best: tuple[tuple[int, int], tuple[Token, ...], int, int | None] | None = None
    at = fixed[-1] + 1
    while at < len(tokens):
        form = _form(tokens, at, parts.verb)
        if form is not None:
            read, verb, particle = form
            rank = (not read[verb].tag.startswith("WW|pv"), at)
            if best is None or rank > best[0]:
                best = rank, read, verb, particle
            at = verb + 1
        elif tokens[at].tag.startswith("WW|") or tokens[at].text.lower() == "te":
            at += 1
        elif best is None and (after := _past_preposition(tokens, at, parts.link)) is not None:
            at = after
        else:
            break
    if best is None:
        return None
    _, read, verb, particle = best
    return Found(read, parts, verb, particle, fixed, negated, None, False, determined)


def _past_preposition(tokens: Sequence[Token], at: int, link: str) -> int | None:
    """Behind a loose preposition (*er zorg voor dragen*), or behind the link with its object."""
    token = tokens[at]
    loose = token.tag.startswith("VZ|") and tokens[at + 1 : at + 2] and tokens[at + 1].tag.startswith("WW|")
    if loose or token.tag.startswith("VZ|fin"):
        return at + 1
    noun = core(tokens, at + 1) if link and token.text.lower() == link else None
    return noun.end if noun is not None else None


def _form(tokens: tuple[Token, ...], at: int, verb: str) -> tuple[tuple[Token, ...], int, int | None] | None:
    """The sentence with a form of the verb at ``at``, where that is, and its particle before ``te``."""
    text = tokens[at].text.lower()
    parts = separable(verb)
    if parts is not None and text == parts.particle:
        apart = found_form(tokens, at, verb, "VERB", "")
        return (tuple(apart[0]), at + 2, at) if apart is not None else None
    tags = readings(verb, "VERB").get((text, ""))
    if tags is None or tokens[at].tag.startswith("VNW|"):
        return None
    return read_as(tokens, at, verb, tags), at, None


def _ahead(
    tokens: tuple[Token, ...], parts: Construction, fixed: tuple[int, ...], *, negated: bool, determined: bool
) -> Found | None:
    """A finite verb before the fixed words, with a loose particle behind them: *maakt … onderdeel uit*."""
    base = separable(parts.verb)
    loose = base.particle if base is not None else ""
    for at in range(fixed[0] - 1, max(-1, fixed[0] - FAR - 2), -1):
        token = tokens[at]
        tags = readings(parts.verb, "VERB").get((token.text.lower(), loose))
        if tags is not None and not token.tag.startswith("VNW|"):
            if token.tag.startswith("WW|inf") and _has_finite(tokens, at):
                return None  # "documenten moeten zijn voorzien van een datum"
            if _is_another(tokens, at, parts, fixed):
                return None
            finite = [tag for tag in tags if tag.startswith("WW|pv")]
            particle = _loose(tokens, fixed[-1], loose, parts.link) if loose else None
            if not finite or (loose and particle is None):
                return None
            read = read_as(tokens, at, parts.verb, finite)
            determined = determined and at != fixed[0] - 1
            return Found(read, parts, at, particle, fixed, negated, None, True, determined)
        if token.tag.startswith(("WW|", *_CLAUSE_WORDS)) and not token.tag.startswith(
            ("WW|vd|prenom", "WW|od")
        ):
            return None
        if token.tag.startswith("LET"):
            return None
    return None


def _has_finite(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[place].tag.startswith("WW|pv") for place in clause.same_clause(tokens, at))


def _is_another(tokens: Sequence[Token], at: int, parts: Construction, fixed: tuple[int, ...]) -> bool:
    """Whether the verb at ``at`` belongs elsewhere, though the fixed words follow it.

    *het bieden van ondersteuning*, *hebben de mogelijkheid gekregen*, *is een werk in ontwikkeling*.
    """
    between = tokens[at + 1 : fixed[0]]
    if at and tokens[at - 1].tag.startswith("LID|"):
        return True
    if parts.link == "te" and len(between) > _NEAR:
        return True
    if parts.verb not in clause.AUXILIARIES:
        return False
    if any(tokens[place].tag.startswith("WW|vd|vrij") for place in clause.same_clause(tokens, fixed[-1])):
        return True
    if parts.verb != "zijn" or parts.fixed[0] not in PREPOSITIONS or not between:
        return False
    is_predicate = between[0].tag.startswith("LID|onbep") or len(between) == 1
    return is_predicate and between[-1].tag.startswith("N|")


def _loose(tokens: Sequence[Token], after: int, particle: str, link: str) -> int | None:
    """Where the particle stands behind ``after``: before the link, or at the end of its clause."""
    _, end = clause.segment(tokens, after)
    for at in range(after + 1, end):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        closes = following is None or following.tag.startswith(("LET", "VG|", "WW|"))
        if tokens[at].text.lower() == particle and (
            closes or tokens[at].tag.startswith("VZ|fin") or (following and following.text.lower() == link)
        ):
            return at
    return None
