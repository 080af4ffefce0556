"""What a reworded construction asks of the rest of its clause: agreement, *er*, *die*, *te*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause, inflect
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.verbs import auxiliaries
from duidelijk.nlp.separable import joined
from duidelijk.rules.constructions import Found
from duidelijk.rules.noun_phrases import NounPhrase, core

NOT: Final = "niet"


class Refused(Exception):  # noqa: N818 - no error: there is nothing to suggest
    """The sentence would not come out right."""


def is_passive(found: Found) -> bool:
    """*wordt gebruik gemaakt*; no perfect as in *is tot stand gekomen*."""
    verb = found.verb
    helper = clause.auxiliary(found.tokens, verb)
    if not found.tokens[verb].tag.startswith("WW|vd|vrij") or helper is None:
        return False
    stands = found.tokens[helper].lemma
    perfect = "zijn" in auxiliaries(found.construction.verb)
    return stands == "worden" or (stands == "zijn" and not perfect)


def agree(found: Found, head: str, draft: Draft, noun: NounPhrase | None) -> None:
    """The finite verb in the number of the object that becomes its subject."""
    if noun is None:
        raise Refused
    around = clause.same_clause(found.tokens, found.verb)
    finite = [at for at in (*around, found.verb) if found.tokens[at].tag.startswith("WW|pv")]
    if len(finite) != 1:
        raise Refused
    _drop_expletive(found, draft, noun, around)
    tag = found.tokens[finite[0]].tag
    if tag.endswith("|mv"):
        raise Refused
    if noun.plural:
        lemma = head if finite[0] == found.verb else found.tokens[finite[0]].lemma
        tense = "verl" if "|verl|" in tag else "tgw"
        draft.texts[finite[0]] = inflect(lemma, f"WW|pv|{tense}|mv")


def _drop_expletive(found: Found, draft: Draft, noun: NounPhrase, around: Sequence[int]) -> None:
    """*er* makes room for a subject that is known: *als er gebruik wordt gemaakt van de app*."""
    places = [at for at in around if found.tokens[at].text.lower() == "er"]
    if not places and found.construction.verb == "zijn":
        raise Refused  # "In dat geval is sprake van fraude."
    if not places or noun.definite is False:
        return
    start, _ = clause.segment(found.tokens, found.verb)
    first = min((*found.fixed, found.verb))
    if places != [first - 1] or places[0] == start or noun.definite is None:
        raise Refused
    draft.texts[places[0]] = ""


def take_infinitive(found: Found, draft: Draft) -> None:
    """*U bent in staat (om) de huur te betalen* → *U kunt de huur betalen*."""
    link = found.link
    if link is None or link.kind != "clause":
        raise Refused
    after = max(found.places) + 1
    if found.tokens[after].text == ",":
        raise Refused
    if found.tokens[after].text.lower() == "om":
        draft.texts[after] = ""
        after += 1
    draft.texts[link.at] = ""
    parted = joined(found.tokens[link.at - 1].text.lower(), found.tokens[link.at + 1].text.lower())
    if parted is not None and after < link.at:
        draft.texts[link.at - 1] = ""
        draft.texts[link.at + 1] = parted
    first = min(found.fixed)
    if found.tokens[first - 1].text.lower() == NOT and after < link.at - (parted is not None):
        noun = core(found.tokens, after)
        if noun is None or not noun.definite:
            raise Refused
        draft.texts[first - 1] = ""
        draft.texts[link.at] = NOT


def relative(tokens: Sequence[Token], at: int) -> tuple[str, bool] | None:
    """*die* or *dat* for a pronoun right behind the noun that it stands for, and whether that is a plural."""
    before = at - 1
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    tag = tokens[before].tag if before >= 0 else ""
    if not tag.startswith("N|soort"):
        return None
    if "|mv|" in tag:
        return "die", True
    if "|zijd|" in tag:
        return "die", False
    return ("dat", False) if "|onz|" in tag else None
