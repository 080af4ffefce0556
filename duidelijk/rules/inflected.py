"""Words that a lexicon gives once and that stand in the text in any form: *vangt … aan* for ``aanvangen``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Final

from duidelijk.model import Edit, Token
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.inflection import inflect
from duidelijk.nlp.separable import separable

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
_AFTER_A_PARTICLE: Final = ("LET", "WW|", "VG|")


def forms(lemma: str, pos: str) -> Iterator[tuple[str, str]]:
    """Every form of the word, with the particle that must follow it somewhere, empty for none.

    Not the present participle: *de verstrekkende organisatie* is no *gevende organisatie*.
    """
    yield from _readings(lemma, pos)
    parts = separable(lemma) if pos == "VERB" else None
    if parts is not None:
        yield f"{parts.particle} te {parts.base}", ""


def stays_in_place(alternatives: Sequence[str], pos: str) -> bool:
    """Whether each alternative can simply stand where the dictionary form of the word stands.

    That form of a verb is an infinitive, or a plural: *wij continueren* is no place for ``voortzetten``.
    A noun may bring another article.
    """
    if pos == "VERB":
        return not any(" " in option or separable(option) for option in alternatives)
    return pos != "NOUN"


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
        return _read_as(sentence, after, lemma, _INFINITIVE), (at, after)
    tags = _readings(lemma, pos).get((sentence[at].text.lower(), particle))
    apart = _apart(sentence, at, particle) if particle else ()
    if not tags or apart is None or not _can_be(sentence[at], tags):
        return None
    return _read_as(sentence, at, lemma, _likeliest(sentence, at, tags)), (at, *apart)


def fitting(sentence: Sequence[Token], at: tuple[int, ...], alternative: str, pos: str) -> tuple[Edit, ...]:
    """The edits that put ``alternative`` in the place of the words ``at``; none if that would not fit."""
    from duidelijk.nlp.inflection.replace import replacement

    return replacement(sentence, at, alternative, pos) or ()


@lru_cache(maxsize=4096)
def _readings(lemma: str, pos: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Every form, with the particle that stands apart from it, to the tags that it can have."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    parts = separable(lemma) if pos == "VERB" else None
    for tag in _FORMS[pos]:
        pairs = [(inflect(lemma, tag), "")]
        if parts is not None and tag in _FINITE:
            pairs.append((inflect(lemma, tag, apart=True), parts.particle))
        for pair in pairs:
            found[pair] = (*found.get(pair, ()), tag)
    return found


def _can_be(token: Token, tags: Sequence[str]) -> bool:
    """Whether a word with the token's tag can have one of ``tags``.

    An adjective can be a participle. A word that the model cannot know, since nobody knows the lemma that
    would go with its tag, can be anything.
    """
    kind = tags[0].partition("|")[0]
    if token.tag.startswith(kind):
        return token.tag.split("|")[1] != "eigen"
    if token.tag.startswith("ADJ"):
        return any(tag.startswith(_PARTICIPLE) for tag in tags)
    return token.tag.startswith("N|soort") and not zipf(token.lemma)


def _likeliest(sentence: Sequence[Token], at: int, tags: Sequence[str]) -> str:
    """The tag of the word at ``at`` among those that its form allows."""
    given = sentence[at].tag
    if given.startswith("ADJ") and not tags[0].startswith("ADJ"):
        tags = [tag for tag in tags if tag.startswith(_PARTICIPLE)]
        return max(tags, key=lambda tag: ("prenom" in tag) == ("prenom" in given))
    best = max(tags, key=lambda tag: _alike(tag, given))
    if _alike(best, given) or _INFINITIVE not in tags:
        return best
    return _INFINITIVE if any(token.tag.startswith("WW|pv") for token in sentence) else best


def _apart(sentence: Sequence[Token], at: int, particle: str) -> tuple[int, ...] | None:
    """Where the particle stands: after the verb, at the end of its clause."""
    for index in range(at + 1, len(sentence)):
        token = sentence[index]
        if token.text.lower() == particle and not token.tag.startswith("VZ|init"):
            following = sentence[index + 1].tag if index + 1 < len(sentence) else "LET"
            if token.tag.startswith("VZ|fin") or following.startswith(_AFTER_A_PARTICLE):
                return (index,)
    return None


def _alike(left: str, right: str) -> int:
    """How many parts two tags have in common from the front."""
    pairs = zip(left.split("|"), right.split("|"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _read_as(sentence: Sequence[Token], at: int, lemma: str, tag: str) -> tuple[Token, ...]:
    return tuple(
        replace(token, lemma=lemma, tag=tag) if index == at else token for index, token in enumerate(sentence)
    )
