"""A plain verb in the place of a past participle, with the auxiliary that it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.agreement import takes_e_here
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.phrases import Phrase
from duidelijk.nlp.inflection.readings import open_before
from duidelijk.nlp.inflection.verb_places import CLOSERS, FoundVerb, place_preposition
from duidelijk.nlp.inflection.verbs import auxiliaries, infinitive, present
from duidelijk.nlp.participles import active_perfect

_ONLY_ACTIVE: Final = words("""
    aankomen beginnen blijven gaan gebeuren gelden hebben hoeven komen kosten kunnen liggen moeten mogen
    staan  vallen willen worden zijn zitten zullen
    """)
"""Verbs without a passive."""


def replace_participle(
    tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, draft: Draft
) -> Draft | None:
    verb = found.verb
    if phrase.zich:
        return None
    cells = tokens[verb].tag.split("|")
    helper = _helper(tokens, verb) if "vrij" in cells else None
    if phrase.after and (helper is None or tokens[helper].lemma != "hebben"):
        return None
    if phrase.after and phrase.after[0] in CLOSERS:
        lead = " ".join([*phrase.before, infinitive(phrase.head), *phrase.after])  # heeft laten weten
        draft.texts[verb] = lead
    else:
        if not place_preposition(tokens, found, phrase, draft):
            return None
        tag = tokens[verb].tag
        if "prenom" in cells and tokens[verb].text.lower().endswith("en"):
            ending = takes_e_here(tokens, verb)  # the old form shows none: het ontvangen bedrag
            if ending is None:
                return None
            tag = "WW|vd|prenom|met-e" if ending else "WW|vd|prenom|zonder"
        draft.texts[verb] = " ".join([*phrase.before, inflect(phrase.head, tag)])
    if found.particle is not None:
        draft.texts[found.particle] = ""
    if helper is None:
        return draft if "vrij" not in cells or "hebben" in _perfect(phrase.head) else None
    return draft if _auxiliary_fits(tokens, found, helper, phrase, draft) else None


def _helper(tokens: Sequence[Token], participle: int) -> int | None:
    """The auxiliary of the participle, also on the other side of an aside."""
    beside = clause.auxiliary(tokens, participle)
    if beside is not None:
        return beside
    before = open_before(tokens, participle)
    return before if before is not None and tokens[before].lemma in clause.AUXILIARIES else None


def _perfect(lemma: str) -> frozenset[str]:
    """With what the perfect is made, by the table of verbs with *zijn* where it knows the verb."""
    known = active_perfect(lemma)
    if known is None:
        return auxiliaries(lemma)
    return frozenset({"zijn"}) if known == "altijd" else frozenset({"hebben", "zijn"})


def _auxiliary_fits(
    tokens: Sequence[Token], found: FoundVerb, helper: int, phrase: Phrase, draft: Draft
) -> bool:
    """Whether the auxiliary can stay or was changed with the verb; a passive asks for a verb that has one."""
    stands = tokens[helper].lemma
    old, new = _perfect(tokens[found.verb].lemma), _perfect(phrase.head)
    if stands == "worden" or (stands == "zijn" and "zijn" not in old):
        return phrase.head not in _ONLY_ACTIVE and "hebben" in new
    if stands in new:
        return stands == "hebben" or "hebben" not in old or phrase.head in _ONLY_ACTIVE
    if stands == "zijn" and "hebben" in old:
        return False
    wanted = "zijn" if stands == "hebben" else "hebben"
    who = clause.person(tokens, helper)
    form = inflect(wanted, tokens[helper].tag, person=who)
    if tokens[helper].tag.startswith("WW|pv|tgw") and not tokens[helper].tag.endswith("mv"):
        form = present(wanted, "hij" if who in (None, "mv") else who)
    draft.texts[helper] = form
    return True
