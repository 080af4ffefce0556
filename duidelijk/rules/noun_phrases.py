"""The noun phrase that begins at a word: how far it runs, and what its verb must know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.model import Token

_NOUN: Final = ("N|", "SPEC|", "WW|inf|nom")
_THE: Final = "LID|bep"
_BEFORE_NOUN: Final = (
    "ADJ|prenom", "ADJ|vrij", "WW|vd|prenom", "WW|od|prenom", "TW|", "BW",
)  # fmt: skip
_DETERMINER: Final = ("LID|", "VNW|bez", "VNW|aanw|det", "VNW|onbep|det", "VNW|vb|det")
_DEFINITE: Final = ("LID|bep", "VNW|bez", "VNW|aanw|det", "N|eigen", "SPEC|deeleigen")
_POINTING: Final = frozenset({"dit", "dat", "deze", "die"})
_AND: Final = frozenset({"en", "of", "alsmede", "evenals", "en/of"})
_AMOUNTS: Final = frozenset({"alle", "genoeg", "meer", "minder", "veel", "voldoende", "weinig"})
_GOES_ON: Final = frozenset("(/:'\"‘“„")  # also a name in quotation marks: "de regeling ‘Wonen’"
_LONGEST: Final = 10


class NounPhrase(NamedTuple):
    """``start:end`` are indices of tokens. ``definite``: *de app*; not definite: *camera's*, *een app*.

    None where we cannot tell.
    """

    start: int
    end: int
    plural: bool
    definite: bool | None


def noun_phrase(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    """The noun phrase from ``start``, with what hangs from it; None where its end is not clear."""
    first = core(tokens, start)
    if first is None:
        return None
    end, plural = first.end, first.plural
    while end < len(tokens):
        following = _continued(tokens, end)
        if following is None:
            break
        plural = plural or tokens[end].tag.startswith(("VG|neven", "LET"))
        end = following
    if end - start > _LONGEST or _runs_on(tokens, end):
        return None
    return first._replace(end=end, plural=plural)


def core(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    """A determiner, adjectives and a noun, without what hangs from the noun."""
    if start >= len(tokens):
        return None
    if tokens[start].text.lower() in _POINTING and _closes(tokens, start + 1):
        return NounPhrase(start, start + 1, plural=False, definite=True)
    at = start
    while at < len(tokens) and (
        (tokens[at].tag.startswith(_DETERMINER) and at <= start + 1)
        or tokens[at].tag.startswith(_BEFORE_NOUN)
        or (_joins(tokens, at) and at > start)
    ):
        at += 1
    noun = at
    while at < len(tokens) and (
        tokens[at].tag.startswith(_NOUN)
        or (at > noun and tokens[at].text[:1].isdigit())
        or (noun == at > start and _is_named(tokens, at))
    ):
        at += 1
    if at == noun:
        return None
    return NounPhrase(start, at, "|mv|" in tokens[noun].tag, _definite(tokens, start, noun))


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """*het invullen*: an infinitive with an article is a noun."""
    return tokens[at].tag.startswith("WW|inf") and tokens[at - 1].tag.startswith(_THE)


def _definite(tokens: Sequence[Token], start: int, noun: int) -> bool | None:
    tag, text = tokens[start].tag, tokens[start].text.lower()
    if tag.startswith(_DEFINITE):
        return True
    if text in _AMOUNTS:
        return None
    if start == noun or text == "een" or tag.startswith("ADJ|prenom"):
        return False
    return None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """*technische en organisatorische maatregelen*, *een groot, nieuw plan*."""
    return (
        tokens[at].text.lower() in (*_AND, ",")
        and tokens[at - 1].tag.startswith(("ADJ|prenom", "WW|vd|prenom"))
        and at + 1 < len(tokens)
        and tokens[at + 1].tag.startswith(("ADJ|prenom", "WW|vd|prenom"))
    )


def _continued(tokens: Sequence[Token], end: int) -> int | None:
    """Where the phrase ends when a group with a preposition or another noun phrase follows; None if not."""
    token = tokens[end]
    if token.tag.startswith("VZ|init") and token.text.lower() not in ("te", "om"):
        following = core(tokens, end + 1)
        return following.end if following is not None else None
    if token.text.lower() not in _AND and not (token.text == "," and _ends_in_and(tokens, end)):
        return None
    following = core(tokens, end + 1)
    if following is None or (token.text != "," and not _closes(tokens, following.end)):
        return None
    return following.end


def _ends_in_and(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma belongs to a list that an *en* closes: *camera's, borden en hekken*."""
    item = core(tokens, comma + 1)
    if item is None or item.end >= len(tokens):
        return False
    token = tokens[item.end]
    return token.text.lower() in _AND or (token.text == "," and _ends_in_and(tokens, item.end))


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause can end before ``at``, so that what stands there is no verb of the phrase before."""
    return at >= len(tokens) or (
        tokens[at].tag.startswith(("LET", "VZ|init", "VG|", "VNW|betr")) and (tokens[at].text.lower() != "te")
    )


def _runs_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether more of the phrase, or a verb that goes with another word of it, may stand at ``end``."""
    if end >= len(tokens):
        return False
    token = tokens[end]
    if token.text[:1].isupper():
        return True
    if token.text == ",":  # a list without an end: "aantallen, gebruikers, enzovoort"
        item = core(tokens, end + 1)
        return item is not None and item.end < len(tokens) and tokens[item.end].text == ","
    if token.text.lower() in _AND:  # "de app en de website bekijken": where the list ends, is not clear
        return core(tokens, end + 1) is not None
    return token.text in _GOES_ON or (
        not token.tag.startswith(("LET", "VG|", "VNW|betr", "BW", "WW|pv", "VNW|pers"))
        and token.text.lower() not in ("om", "die", "dat")
    )
