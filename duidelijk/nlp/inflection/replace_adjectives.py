"""A plain adjective or phrase in the place of another adjective: ending and degree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import adjectives
from duidelijk.nlp.inflection.adjectives import with_e
from duidelijk.nlp.inflection.agreement import takes_e_here
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.phrases import ARTICLES, PREPOSITIONS

_ADVERBS: Final = words("""
    al altijd daarna daarom dus eens eerst even graag half helemaal later meestal misschien niet nu
    ongeveer ook  samen soms steeds straks terug toch vaak vanzelf verder vooraf vooral wel weer zelf
    achteraf meteen
    """)
_NEVER_COMPARED: Final = frozenset({"heel", "erg", "zeer", "meer", "niet"})


def replace_adjective(tokens: Sequence[Token], at: tuple[int, ...], plain: str) -> Draft | None:
    """The changes, or None when the new word cannot stand in that place."""
    place = at[-1]
    words = plain.split()
    tag = _tag(tokens, place)
    if tag is None:
        return None
    cells = tag.split("|")
    draft = Draft(dict.fromkeys(at[:-1], ""))
    if len(at) > 1 and at != tuple(range(at[0], place + 1)):
        return None
    if not _is_adjective(words):
        free = "vrij" in cells and "comp" not in cells and "sup" not in cells
        draft.texts[place] = plain
        return draft if free else None
    if len(words) > 1 and {"comp", "sup", "nom"} & {*cells} and words[0] in _NEVER_COMPARED:
        return None
    head = words[-1]
    if (
        head.endswith("e")
        and not adjectives.takes_e(head)
        and "met-e" not in tag
        and adjectives.takes_e(head[:-1])
    ):
        return None
    form = inflect(head, tag)
    draft.texts[place] = " ".join([*words[:-1], form])
    return draft


def _is_adjective(words: list[str]) -> bool:
    if words[-1] in _ADVERBS or words[0] in ARTICLES:
        return False
    return not any(word in PREPOSITIONS for word in words)


def _tag(tokens: Sequence[Token], place: int) -> str | None:
    """The tag of an adjective for this place, also where the tagger saw another word class.

    None where the form shows a degree or ending that the tag does not tell.
    """
    token = tokens[place]
    form = token.text.lower()
    cells = token.tag.split("|")
    if cells[0] == "ADJ":
        if "prenom" in cells and "basis" in cells and with_e(token.lemma) == token.lemma == form:
            ending = takes_e_here(tokens, place)
            return None if ending is None else f"ADJ|prenom|basis|{'met-e|stan' if ending else 'zonder'}"
        return token.tag
    if (
        cells[0] == "WW"
        and cells[1] in ("vd", "od")
        and form == inflect(token.lemma, token.tag) != token.lemma
    ):
        return "|".join(["ADJ", *(cell for cell in cells if cell not in ("WW", "vd", "od")), "basis"])
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    if form.endswith(("s", "er", "ere", "st", "ste", "en")):
        return None
    if following.startswith(("N|", "ADJ|prenom")):
        return "ADJ|prenom|basis|met-e|stan" if form.endswith("e") else "ADJ|prenom|basis|zonder"
    return None if form.endswith("e") else "ADJ|vrij|basis|zonder"
