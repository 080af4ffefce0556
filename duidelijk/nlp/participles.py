"""What a past participle is after *zijn* and *worden*: a passive, an active perfect, or an adjective.

*Is gestegen* is active: *stijgen* makes its perfect with *zijn* (lexicons/zijn-werkwoorden.tsv). *Is
gevestigd* tells how something is and not what somebody did (lexicons/bijvoeglijke-deelwoorden.tsv).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.model import Token
from duidelijk.nlp.inflection.verbs import participle
from duidelijk.nlp.lemmas import lemma
from duidelijk.nlp.separable import is_verb, separable
from duidelijk.resources import table

Perfect = Literal["altijd", "ook"]
"""``altijd``: the verb has no passive; ``ook``: it does either (*verbeteren*)."""

_ACTIVE: Final = "zijn-werkwoorden"
_ADJECTIVES: Final = "bijvoeglijke-deelwoorden"
_TAG: Final = "WW|vd|vrij|zonder"
_ENDS: Final = ("d", "t", "n")
# Of a verb that we do not know: *beperkend* and *persoonsgegeven* are no participles.
_NO_PARTICIPLE: Final = ("end", "gegeven")
_OF_VERB: Final = ("onder", "ont")


class Adjective(NamedTuple):
    """A participle that tells how something is.

    ``copulas``: behind which verbs; ``prepositions``: only together with one of these, if any are named.
    ``passive_with``: subjects with which it is a passive all the same (*een contract is gesloten*).
    """

    copulas: frozenset[str]
    prepositions: frozenset[str]
    passive_with: frozenset[str]


def participle_lemma(token: Token, *, certain: bool = False) -> str | None:
    """The infinitive of a past participle that can end a clause; None for what is none.

    The tagger takes some participles for another form of the verb, or for an adjective. There the form
    decides, if it is ``certain`` from elsewhere that a participle stands here.
    """
    if token.tag.startswith("WW|vd"):
        form = token.text.lower()
        is_none = form.endswith(_NO_PARTICIPLE) and not _is_known(token.lemma)
        return token.lemma if "|vrij" in token.tag and form.endswith(_ENDS) and not is_none else None
    if not certain or not token.tag.startswith(("WW|pv", "WW|inf", "ADJ|vrij")):
        return None
    return _lemma_of_form(token.text.lower())


@lru_cache(maxsize=10_000)
def _lemma_of_form(form: str) -> str | None:
    if not form.endswith(_ENDS):
        return None
    verb = lemma(form, _TAG)
    return verb if _is_known(verb) and participle(verb) == form else None


def _is_known(verb: str) -> bool:
    return is_verb(verb) or separable(verb) is not None


def active_perfect(verb: str) -> Perfect | None:
    """Whether *zijn* with the participle of this verb is an active perfect."""
    return _perfects().get(verb)


def adjective(form: str) -> Adjective | None:
    """How the participle is used as an adjective; None if it is not."""
    return _adjectives().get(form)


def is_negated(form: str) -> bool:
    """Whether *on-* stands before the participle: *onveranderd*, *ongehuwd*; not *onderzocht*."""
    return (
        form.startswith("on")
        and not form.startswith(_OF_VERB)
        and _lemma_of_form(form[2:]) is not None
        and _lemma_of_form(form) is None
    )


@cache
def _perfects() -> Mapping[str, Perfect]:
    found: dict[str, Perfect] = {}
    for verb, perfect in table(_ACTIVE, 2):
        found[verb] = "ook" if perfect == "ook" else "altijd"
    return found


@cache
def _adjectives() -> Mapping[str, Adjective]:
    return {
        form: Adjective(
            frozenset(("zijn", "worden") if copula == "beide" else (copula,)),
            _set(prepositions),
            _set(subjects),
        )
        for form, copula, prepositions, subjects in table(_ADJECTIVES, 4)
    }


def _set(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
