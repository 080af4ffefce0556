"""Words that a lexicon gives once and that stand in the text in any form: *vangt … aan* for ``aanvangen``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from duidelijk.model import Edit, Token
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.inflection import clause, inflect
from duidelijk.nlp.inflection import readings as verb_readings
from duidelijk.nlp.inflection.verbs import PERSONS
from duidelijk.nlp.lemmas import lemma as lemma_of
from duidelijk.nlp.separable import is_verb, separable

TAGS: Final = {"VERB": "WW|", "NOUN": "N|soort", "ADJ": "ADJ|"}
"""How the tag of such a word begins, by the word class that the lexicon gives."""

_FINITE: Final = ("WW|pv|tgw|ev", "WW|pv|tgw|met-t", "WW|pv|tgw|mv", "WW|pv|verl|ev", "WW|pv|verl|mv")
_FORMS: Final = {
    "VERB": (
        *_FINITE, "WW|inf|vrij|zonder", "WW|vd|vrij|zonder", "WW|vd|prenom|zonder", "WW|vd|prenom|met-e",
    ),
    "NOUN": ("N|soort|ev|basis|zijd|stan", "N|soort|ev|basis|onz|stan", "N|soort|mv|basis"),
    "ADJ": ("ADJ|vrij|basis|zonder", "ADJ|prenom|basis|zonder", "ADJ|prenom|basis|met-e|stan"),
}  # fmt: skip
_INFINITIVE: Final = "WW|inf|vrij|zonder"
_PARTICIPLE: Final = "WW|vd"
_BEFORE_NOUN_TAG: Final = "WW|vd|prenom|met-e"
_UNCOMMON: Final = 2.0  # Zipf
_AFTER_A_PARTICLE: Final = ("LET", "VG|")
_IN_A_NOUN_PHRASE: Final = ("WW|vd|prenom", "WW|inf|nom", "WW|vd|nom", "WW|inf|prenom", "WW|od")
_BEFORE_A_NOUN: Final = (
    "LID|", "VNW|bez", "VNW|aanw|det", "VNW|onbep|det", "ADJ|prenom", "WW|vd|prenom", "TW|", "VZ|init",
)  # fmt: skip
_BEFORE_A_VERB: Final = ("N|soort|mv", "VNW|pers")
_LONG: Final = 8
_SHORT: Final = 3
_NEAR: Final = 2
_LIKE_AN_ADJECTIVE: Final = re.compile(r"(?:ig|lijk|isch|baar|zaam|loos|end|eel|ief|aal|ant|ent|eus|s)e?\Z")
_HARD_BORDERS: Final = frozenset(".;:?!")
_PRONOMINAL: Final = frozenset({"er", "hier", "daar", "waar", "ergens", "nergens", "overal"})


def forms(lemma: str, pos: str) -> Iterator[tuple[str, str]]:
    """Every form of the word, with the particle that must follow it somewhere, empty for none.

    Not the present participle: *de verstrekkende organisatie* is no *gevende organisatie*.
    """
    yield from readings(lemma, pos)
    parts = separable(lemma) if pos == "VERB" else None
    if parts is not None:
        yield f"{parts.particle} te {parts.base}", ""


def found_form(
    sentence: Sequence[Token], at: int, lemma: str, pos: str, particle: str
) -> tuple[tuple[Token, ...], tuple[int, ...]] | None:
    """The sentence with the word at ``at`` read as a form of ``lemma``, and where its parts stand.

    None where it is no such form. A model may not know the word, so which forms it can be is ours to say.
    """
    parts = separable(lemma) if pos == "VERB" else None
    if parts is not None and sentence[at].text.lower() == parts.particle:  # aan te vangen
        after = at + 2
        if after >= len(sentence) or sentence[after].text.lower() != parts.base:
            return None
        return read_as(sentence, after, lemma, (_INFINITIVE,)), (at, after)
    tags = readings(lemma, pos).get((sentence[at].text.lower(), particle))
    apart = _apart(sentence, at, particle) if particle else ()
    if not tags or apart is None or not _can_be(sentence, at, tags):
        return None
    if pos == "VERB" and not particle and _is_of_another(sentence, at, lemma):
        return None
    return read_as(sentence, at, lemma, tags), (at, *apart)


def fitting(sentence: Sequence[Token], at: tuple[int, ...], alternative: str, pos: str) -> tuple[Edit, ...]:
    """The edits that put ``alternative`` in the place of the words ``at``; none if that would not fit."""
    from duidelijk.nlp.inflection.replace import replacement

    edits = replacement(sentence, at, alternative, pos) or ()
    return () if any(_doubles(sentence, edit) for edit in edits) else edits


def _doubles(sentence: Sequence[Token], edit: Edit) -> bool:
    """Whether the edit says what stands beside it already: *verder* **verder** *ontwikkelen*."""
    new = {word for word in edit.text.lower().split() if len(word) > _SHORT}
    near = [token for token in sentence if token.start < edit.span.start or token.end > edit.span.end]
    before = [token.text.lower() for token in near if token.end <= edit.span.start][-_NEAR:]
    after = [token.text.lower() for token in near if token.start >= edit.span.end][:_NEAR]
    return bool(new & {*before, *after})


@lru_cache(maxsize=4096)
def readings(lemma: str, pos: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Every form, with the particle that stands apart from it, to the tags that it can have."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    parts = separable(lemma) if pos == "VERB" else None
    for tag in _FORMS[pos]:
        persons = PERSONS if tag in _FINITE else (None,)
        pairs = [(inflect(lemma, tag, person=person), "") for person in persons]
        if parts is not None and tag in _FINITE:
            pairs += [(inflect(lemma, tag, person=person, apart=True), parts.particle) for person in persons]
        for pair in dict.fromkeys(pairs):
            found[pair] = (*found.get(pair, ()), tag)
    return found


def read_as(sentence: Sequence[Token], at: int, lemma: str, tags: Sequence[str]) -> tuple[Token, ...]:
    """The sentence with the word at ``at`` as a form of ``lemma``, with the likeliest of ``tags``."""
    tag = _likeliest(sentence, at, tags)
    return tuple(
        replace(token, lemma=lemma, tag=tag) if index == at else token for index, token in enumerate(sentence)
    )


def _can_be(sentence: Sequence[Token], at: int, tags: Sequence[str]) -> bool:
    """Whether the word at ``at`` can have one of ``tags``, given its own tag and its place.

    An adjective can be a participle. A word that the model cannot know, since nobody knows the lemma that
    would go with its tag, can be anything.
    """
    token = sentence[at]
    kind = tags[0].partition("|")[0]
    if kind == "N" and _knows_verb(token.text.lower()) and _is_verb_here(sentence, at, (_INFINITIVE,)):
        return False
    if kind == "WW" and all("|prenom|met-e" in tag for tag in tags) and _is_person(sentence, at):
        return False
    if kind == "N" and _qualifies(sentence, at):
        return False
    if token.tag.startswith(kind):
        return token.tag.split("|")[1] != "eigen"
    if kind == "N":
        return _is_noun_here(sentence, at)
    if token.tag.startswith("ADJ"):
        return any(tag.startswith(_PARTICIPLE) for tag in tags)
    if not token.tag.startswith(("N|soort", "BW")):
        return False
    return zipf(token.lemma) < _UNCOMMON or _is_verb_here(sentence, at, tags)


def _qualifies(sentence: Sequence[Token], at: int) -> bool:
    """Whether what can be a noun is a participle before one: *de vereiste papieren*."""
    if at + 1 == len(sentence) or not sentence[at + 1].tag.startswith(("N|soort", "ADJ|prenom")):
        return False
    form = sentence[at].text.lower()
    verb = lemma_of(form.removesuffix("e"), "WW|vd|vrij|zonder") if form.endswith("e") else ""
    return is_verb(verb) and inflect(verb, _BEFORE_NOUN_TAG) == form


def _is_person(sentence: Sequence[Token], at: int) -> bool:
    """Whether a participle with an ending stands where its noun would be: *de geadresseerde*."""
    after = [token.tag for token in sentence[at + 1 : at + 3]] or ["LET"]
    if after[0].startswith("VG|neven"):
        return not after[-1].startswith(("ADJ|prenom", "WW|vd|prenom"))
    return after[0].startswith(("LET", "VZ|", "VG|", "WW|pv", "WW|inf", "VNW|betr", "BW"))


def _is_of_another(sentence: Sequence[Token], at: int, lemma: str) -> bool:
    """Whether the tagger takes the word for a form of another verb and can be right: *geboden*, *bieden*."""
    token = sentence[at]
    if not token.tag.startswith("WW|") or token.lemma == lemma or not is_verb(token.lemma):
        return False
    asked = verb_readings.asked(sentence, at)
    if asked is not None and not token.tag.startswith(f"WW|{asked}"):
        return False
    return inflect(token.lemma, token.tag) == token.text.lower()


def _is_verb_here(sentence: Sequence[Token], at: int, tags: Sequence[str]) -> bool:
    """Whether a word that is a noun or a verb must be a verb: *wij moeten uw privacy waarborgen*."""
    before = sentence[at - 1] if at else None
    if before is None or (before.tag.startswith(_BEFORE_A_NOUN) and before.text.lower() != "te"):
        return False
    asked = verb_readings.asked(sentence, at)
    if asked == "pv" and not before.tag.startswith(_BEFORE_A_VERB):
        return False
    return asked is not None and any(_kind(tag) == asked for tag in tags)


def _knows_verb(form: str) -> bool:
    return is_verb(form) or separable(form) is not None


def _is_noun_here(sentence: Sequence[Token], at: int) -> bool:
    """Whether the tagger takes a noun that it does not know for a verb or an adjective: *veel draagvlak*."""
    token = sentence[at]
    if token.tag.startswith("WW|"):
        return not _knows_verb(token.lemma)
    if not token.tag.startswith("ADJ|"):
        return False
    if at and sentence[at - 1].tag.startswith(_BEFORE_A_NOUN):
        return at + 1 == len(sentence) or not sentence[at + 1].tag.startswith(("N|", "ADJ|prenom"))
    return len(token.text) > _LONG and not _LIKE_AN_ADJECTIVE.search(token.text.lower())


def _likeliest(sentence: Sequence[Token], at: int, tags: Sequence[str]) -> str:
    """The tag of the word at ``at`` among those that its form allows."""
    given = sentence[at].tag
    participles = [tag for tag in tags if tag.startswith(_PARTICIPLE)]
    if "|prenom|" in given:
        tags = [tag for tag in tags if "|prenom|" in tag] or tags
    if given.startswith("ADJ") and not tags[0].startswith("ADJ") and participles:
        tags = participles
        return max(tags, key=lambda tag: ("prenom" in tag) == ("prenom" in given))
    if len(kinds := {_kind(tag) for tag in tags}) > 1 and not given.startswith(_IN_A_NOUN_PHRASE):
        asked = verb_readings.asked(sentence, at)
        tags = [tag for tag in tags if _kind(tag) == asked] if asked in kinds else tags
    best = max(tags, key=lambda tag: _alike(tag, given))
    if _alike(best, given) or _INFINITIVE not in tags:
        return best
    return _INFINITIVE if any(token.tag.startswith("WW|pv") for token in sentence) else best


def _kind(tag: str) -> str:
    return "" if "|prenom" in tag else tag.split("|")[1]


def _apart(sentence: Sequence[Token], at: int, particle: str) -> tuple[int, ...] | None:
    """Where the particle stands: after the verb, at the end of its clause.

    None where the same word can be something else: a preposition, a part of *hier aan*, *er … aan*.
    """
    if at and sentence[at - 1].text.lower() == "te":
        return None
    index = at + 1
    while index < len(sentence):
        token = sentence[index]
        word = token.text.lower()
        if token.text in _HARD_BORDERS or token.tag.startswith("WW|pv"):
            return None
        if clause.opens_subordinate(sentence, index):
            closing = _after_aside(sentence, index)
            if closing is None:
                return None
            index = closing
        elif word == particle and _closes(sentence, at, index):
            return (index,)
        index += 1
    return None


def _after_aside(sentence: Sequence[Token], opener: int) -> int | None:
    """The comma that ends a clause between two commas: *de brief, die u kreeg,*."""
    if sentence[opener - 1].text != "," and sentence[opener - 2].text != ",":
        return None
    return next((at for at in range(opener, len(sentence)) if sentence[at].text == ","), None)


def _closes(sentence: Sequence[Token], verb: int, at: int) -> bool:
    """Whether the word at ``at`` ends the clause of the verb, as a particle does."""
    if sentence[at].tag.startswith("VZ|init"):
        return False
    between = {token.text.lower() for token in sentence[verb + 1 : at]}
    if between & _PRONOMINAL and sentence[at].tag.startswith(("VZ|", "BW")):
        return False
    following = sentence[at + 1].tag if at + 1 < len(sentence) else "LET"
    return following.startswith((*_AFTER_A_PARTICLE, "VZ|init"))


def _alike(left: str, right: str) -> int:
    """How many parts two tags have in common from the front."""
    pairs = zip(left.split("|"), right.split("|"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
