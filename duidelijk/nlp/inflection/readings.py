"""Whether a tag can be right for the word that it stands with: taggers err, and an edit must not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.verbs import PERSONS

_FINITE: Final = ("WW|pv|tgw|ev", "WW|pv|tgw|met-t", "WW|pv|tgw|mv", "WW|pv|verl|ev", "WW|pv|verl|mv")


def verb_tag(tokens: Sequence[Token], verb: int, *, apart: bool) -> str | None:
    """The tag of the verb, or a finite one where only that can be; None when no tag fits its form.

    *De gemeente verstrekt u geld*: a participle by its looks, but the clause has no other finite verb.
    """
    token = tokens[verb]
    form = token.text.lower()
    fitting = [tag for tag in (token.tag, *_FINITE) if form in _forms(token.lemma, tag, apart=apart)]
    if not fitting:
        return None
    if token.tag.startswith("WW|vd|vrij") and not _has_finite(tokens, verb):
        return next((tag for tag in fitting if tag.startswith("WW|pv")), token.tag)
    return fitting[0]


def _forms(lemma: str, tag: str, *, apart: bool) -> set[str]:
    if not tag.startswith("WW|pv"):
        return {inflect(lemma, tag), inflect(lemma, tag, apart=apart)}
    return {
        inflect(lemma, tag, person=person, apart=apart, inverted=inverted)
        for person in PERSONS
        for inverted in (False, True)
    }


def _has_finite(tokens: Sequence[Token], verb: int) -> bool:
    if clause.auxiliary(tokens, verb) is not None:
        return True
    return any(tokens[at].tag.startswith("WW|pv") for at in clause.same_clause(tokens, verb))
