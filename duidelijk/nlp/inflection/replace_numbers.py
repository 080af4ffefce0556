"""A noun without the number that the sentence has: *de middelen zijn* → *het geld is*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.agreement import Around
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.gender import articles
from duidelijk.nlp.inflection.phrases import Phrase
from duidelijk.nlp.inflection.verbs import present

_DETERMINERS: Final = frozenset({"", "de", "het", "uw", "mijn", "hun", "haar", "zijn"})
_SHORT_VERBS: Final = frozenset({"zijn", "hebben", "zullen", "kunnen", "mogen", "moeten", "willen", "worden"})


def other_number(
    tokens: Sequence[Token], noun: int, around: Around, phrase: Phrase, draft: Draft, *, many: bool
) -> Draft | None:
    """The plain noun with its determiner and verb in the other number; ``many``: the found noun is plural.

    Only with a parse, for what stands with *de*, *het*, a possessive or nothing; None otherwise.
    """
    said = tokens[around.determiner].text.lower() if around.determiner is not None else ""
    bare = not around.adjectives or (
        not many and all(tokens[place].text.endswith("e") for place in around.adjectives)
    )
    if not clause.has_parse(tokens) or not bare or said not in _DETERMINERS:
        return None
    new = articles(phrase.head)
    if (many and said and not new) or any(
        token.head == noun and token.dep.startswith("acl") for token in tokens
    ):
        return None
    if around.determiner is not None and said in ("de", "het"):
        wanted = new[0] if many else "de"
        if wanted != said:
            draft.texts[around.determiner] = wanted
    draft.texts[noun] = " ".join([*phrase.before, phrase.head, *phrase.after])
    if tokens[noun].dep.startswith("nsubj") and not _change_verb(tokens, noun, draft, many=not many):
        return None
    return draft


def _change_verb(tokens: Sequence[Token], noun: int, draft: Draft, *, many: bool) -> bool:
    """Put the finite verb of the clause in the other number; False when it is not clear which one that is."""
    head = tokens[noun].head
    group = [
        place
        for place, token in enumerate(tokens)
        if (place == head or (token.head == head and token.dep.startswith(("aux", "cop"))))
        and token.tag.startswith("WW|pv")
    ]
    if len(group) != 1:
        return False
    verb = tokens[group[0]]
    apart = not verb.text.lower().startswith(verb.lemma[:3])
    if apart and verb.lemma not in _SHORT_VERBS:
        return False
    if "|verl|" in verb.tag:
        draft.texts[group[0]] = inflect(verb.lemma, f"WW|pv|verl|{'mv' if many else 'ev'}")
    else:
        draft.texts[group[0]] = present(verb.lemma, "mv" if many else "hij")
    return True
