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

_TO_ONE: Final = {"de": "het", "deze": "dit", "die": "dat", "onze": "ons"}
_TO_MANY: Final = {"het": "de", "dit": "deze", "dat": "die", "ons": "onze"}
_ANY_NUMBER: Final = frozenset({"", "uw", "mijn", "jouw", "hun", "haar", "zijn", "jullie", "geen"})
_MORE_THAN_ONE: Final = frozenset(
    {"verschillend", "divers", "meerder", "enkel", "alle", "beide", "ander", "veel"}
)
_SHORT_VERBS: Final = frozenset({"zijn", "hebben", "zullen", "kunnen", "mogen", "moeten", "willen", "worden"})
_COUNTS: Final = ("TW|", "VNW|onbep|det", "VNW|onbep|grad", "VNW|vb|det")
_UNCLEAR: Final = -1
_BEFORE_A_SUBJECT: Final = ("VG|", "LET")


def other_number(
    tokens: Sequence[Token], noun: int, around: Around, phrase: Phrase, draft: Draft, *, many: bool
) -> Draft | None:
    """The plain noun with its determiner and verb in the other number; ``many``: the found noun is plural.

    Only for what stands with a definite article, a pronoun, *geen* or nothing; None otherwise.
    """
    new = articles(phrase.head)
    said = tokens[around.determiner].text.lower() if around.determiner is not None else ""
    table = _TO_ONE if many else _TO_MANY
    known = said in _TO_ONE or (not many and said in _TO_MANY)
    if not (known or said in _ANY_NUMBER) or (many and not new) or _is_explained(tokens, noun):
        return None
    first = min([noun, *around.adjectives, *([around.determiner] if around.determiner is not None else [])])
    if _is_counted(tokens, first, noun):
        return None
    is_het = many and new[0] == "het"
    if around.determiner is not None and (is_het or not many) and said in table:
        draft.texts[around.determiner] = table[said]
    if not _change_adjectives(tokens, around, draft, bare=is_het and said in ("", "geen"), many=many):
        return None
    draft.texts[noun] = " ".join([*phrase.before, phrase.head, *phrase.after])
    verb = _verb_of(tokens, first, noun, many=many)
    if verb == _UNCLEAR:
        return None
    return draft if verb is None or _change_verb(tokens[verb], verb, draft, many=not many) else None


def _is_counted(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether a word tells how many there are: *alle werkzaamheden*, *de twee werkzaamheden*."""
    return any(
        token.tag.startswith(_COUNTS) and token.text.lower() not in _ANY_NUMBER
        for token in tokens[max(0, first - 1) : noun]
    )


def _is_explained(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a relative clause follows, with a verb of its own to change."""
    if any(token.head == noun and token.dep.startswith("acl") for token in tokens):
        return True
    after = noun + 1 + (noun + 1 < len(tokens) and tokens[noun + 1].text == ",")
    return after < len(tokens) and tokens[after].tag.startswith("VNW|betr")


def _change_adjectives(
    tokens: Sequence[Token], around: Around, draft: Draft, *, bare: bool, many: bool
) -> bool:
    """The adjectives in the other number; False where one of them tells how many there are."""
    for place in around.adjectives:
        token = tokens[place]
        if token.lemma in _MORE_THAN_ONE or not token.text.lower().endswith("e"):
            return False
        if bare:
            cells = [cell for cell in token.tag.split("|") if cell not in ("met-e", "stan")]
            if not token.tag.startswith("ADJ|prenom|basis"):
                return False
            draft.texts[place] = inflect(token.lemma, "|".join([*cells, "zonder"]))
    return many or all(tokens[place].text.lower().endswith("e") for place in around.adjectives)


def _verb_of(tokens: Sequence[Token], first: int, noun: int, *, many: bool) -> int | None:
    """The verb that the noun is the subject of; None if it is no subject, ``_UNCLEAR`` if that does not show.

    ``first`` is where the noun phrase begins.
    """
    if clause.has_parse(tokens):
        if not tokens[noun].dep.startswith("nsubj"):
            return None
        head = tokens[noun].head
        group = [
            place
            for place, token in enumerate(tokens)
            if (place == head or (token.head == head and token.dep.startswith(("aux", "cop"))))
            and token.tag.startswith("WW|pv")
        ]
        return group[0] if len(group) == 1 else _UNCLEAR
    before = tokens[first - 1] if first else None
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if before is not None and before.tag.startswith("VZ|"):
        return None
    if any(token is not None and token.text.lower() in ("en", "of", "/") for token in (before, after)):
        return _UNCLEAR
    around = clause.same_clause(tokens, noun)
    verbs = [place for place in around if tokens[place].tag.startswith("WW|pv")]
    if len(verbs) != 1:
        return _UNCLEAR if verbs or len(tokens) > noun + 2 else None
    verb = verbs[0]
    is_plural = tokens[verb].tag.endswith("|mv")
    if is_plural != many or any(_is_subject(tokens[place]) for place in around):
        return None
    starts = before is None or before.tag.startswith(_BEFORE_A_SUBJECT)
    if starts and (_follows(tokens, noun, verb) or _opened(tokens, first)):
        return verb
    opening = [tokens[place].tag for place in around if place < verb]
    inverted = verb == first - 1 and (
        (opening and opening[0].startswith("VZ|init"))
        or not any(tag.startswith(("N|", "SPEC|", "VNW|aanw|pron")) for tag in opening)
    )
    return verb if inverted and tokens[verb].lemma in _SHORT_VERBS else _UNCLEAR


def _follows(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """Whether the verb comes right after the noun, or after what a preposition adds to the noun."""
    between = tokens[noun + 1 : verb]
    return verb == noun + 1 or (verb > noun and between[0].tag.startswith("VZ|init"))


def _opened(tokens: Sequence[Token], first: int) -> bool:
    """Whether a conjunction opens a subordinate clause right before: *omdat de werkzaamheden …*."""
    return first > 0 and tokens[first - 1].tag.startswith("VG|onder")


def _is_subject(token: Token) -> bool:
    """Whether the word can only be, or is nearly always, the subject of its clause."""
    return token.tag.startswith("VNW|pers|pron|nomin") or token.text.lower() in (
        "ik",
        "wij",
        "we",
        "men",
        "u",
    )


def _change_verb(verb: Token, at: int, draft: Draft, *, many: bool) -> bool:
    """Put the finite verb in the other number; False when its form cannot be told."""
    apart = not verb.text.lower().startswith(verb.lemma[:3])
    if apart and verb.lemma not in _SHORT_VERBS:
        return False
    if "|verl|" in verb.tag:
        draft.texts[at] = inflect(verb.lemma, f"WW|pv|verl|{'mv' if many else 'ev'}")
    else:
        draft.texts[at] = present(verb.lemma, "mv" if many else "hij")
    return True
