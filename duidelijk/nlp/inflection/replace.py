"""A plain word or phrase in the place of a found one, with everything in the sentence that must change
with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from duidelijk.model import Edit, Token
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.replace_adjectives import replace_adjective
from duidelijk.nlp.inflection.replace_nouns import replace_noun
from duidelijk.nlp.inflection.replace_verbs import replace_verb


def replacement(
    tokens: Sequence[Token], at: tuple[int, ...], plain: str, pos: str | None = None
) -> tuple[Edit, ...] | None:
    """The edits (spans in block text) that put ``plain`` in the place of the words ``at``.

    ``tokens`` is the sentence, with tags and lemmas, and heads and relations where there is a parse:
    with it more
    can be done. ``at`` holds the indices of what was found, for a separable verb also its particle.
    ``plain`` is
    a lemma or a phrase of lemmas; in a phrase around a verb the first infinitive bends (or the word
    marked with
    ``*``), around a noun the last word before a preposition. ``pos`` is ``VERB``, ``NOUN``, ``ADJ`` or
    a class
    that does not bend; None: as the tag says.

    None when the sentence would not come out right, or when we cannot know that it would.
    """
    if not at or not plain or not all(0 <= place < len(tokens) for place in at):
        return None
    at = tuple(sorted(at))
    draft = _draft(tokens, at, plain, pos or _class(tokens[at[0]]))
    return draft.edits(tokens) if draft is not None else None


def _class(token: Token) -> str:
    return {"WW": "VERB", "N": "NOUN", "ADJ": "ADJ"}.get(token.tag.split("|")[0], "")


def _draft(tokens: Sequence[Token], at: tuple[int, ...], plain: str, pos: str) -> Draft | None:
    if pos == "VERB":
        return replace_verb(tokens, at, plain)
    if pos == "NOUN":
        return replace_noun(tokens, at, plain)
    if pos == "ADJ":
        return replace_adjective(tokens, at, plain)
    if at != tuple(range(at[0], at[-1] + 1)):
        return None
    return Draft({at[-1]: plain, **dict.fromkeys(at[:-1], "")}) if len(at) > 1 else Draft({at[0]: plain})
