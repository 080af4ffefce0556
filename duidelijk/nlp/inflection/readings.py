"""Whether a tag can be right for the word that it stands with: taggers err, and an edit must not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.verbs import PERSONS

Kind = Literal["pv", "inf", "vd"]
"""A finite verb, an infinitive or a past participle, as tags say it."""

_FINITE: Final = ("WW|pv|tgw|ev", "WW|pv|tgw|met-t", "WW|pv|tgw|mv", "WW|pv|verl|ev", "WW|pv|verl|mv")
_OTHERS: Final = {"inf": ("WW|inf|vrij|zonder",), "vd": ("WW|vd|vrij|zonder",), "pv": _FINITE}
_WITH_INFINITIVE: Final = frozenset(
    {"kunnen", "moeten", "mogen", "zullen", "willen", "gaan", "laten", "doen", "komen", "blijven", "helpen"}
)
_COORDINATORS: Final = frozenset({"en", "of", "maar"})
_CLOSES: Final = ("LET", "VG|", "VZ|", "VNW|betr")
_HARD: Final = frozenset(".;:?!")
_OPEN: Final = frozenset("([")
_CLOSE: Final = frozenset(")]")


def verb_tag(tokens: Sequence[Token], verb: int, *, apart: bool) -> str | None:
    """The tag of the verb, or one of the kind that the clause asks for; None when no tag fits its form.

    *De gemeente verstrekt u geld*: a participle by its looks, but the clause has no other finite verb.
    """
    token = tokens[verb]
    form = token.text.lower()
    kind = None if apart or not is_verbal(token) else asked(tokens, verb)
    wanted = _OTHERS[kind] if kind is not None and not token.tag.startswith(f"WW|{kind}") else ()
    if token.tag.startswith("WW|vd"):
        wanted = tuple(tag for tag in wanted if "|verl|" not in tag)  # *voordelen verkregen uit een huis*
    tags = (*wanted, token.tag, *_FINITE)
    return next((tag for tag in tags if form in _forms(token.lemma, tag, apart=apart)), None)


def is_verbal(token: Token) -> bool:
    """Whether the word is used as a verb, not before or as a noun."""
    return token.tag.startswith("WW|") and not any(use in token.tag for use in ("|prenom", "|nom", "|od"))


@lru_cache(maxsize=4096)
def _forms(lemma: str, tag: str, *, apart: bool) -> frozenset[str]:
    if not tag.startswith("WW|pv"):
        return frozenset({inflect(lemma, tag), inflect(lemma, tag, apart=apart)})
    return frozenset(
        inflect(lemma, tag, person=person, apart=apart, inverted=inverted)
        for person in PERSONS
        for inverted in (False, True)
    )


def asked(tokens: Sequence[Token], verb: int) -> Kind | None:
    """The kind of verb that the clause has room for at ``verb``; None where it does not show.

    Not by the parse: that goes wrong where the tags do.
    """
    if verb and tokens[verb - 1].text.lower() == "te":
        return "inf"
    around = _beside(tokens, verb)
    if around is not None:
        return around
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    closed = following is None or following.tag.startswith(_CLOSES)
    before = tokens[verb - 1] if verb else None
    if before is not None and before.text.lower() in _COORDINATORS:
        return None
    if any(_may_compare(tokens, at) for at in clause.same_clause(tokens, verb)):
        return None
    governor = open_before(tokens, verb)
    if governor is not None:
        if not closed and following is not None and not following.tag.startswith(("BW", "ADJ")):
            return None
        return "vd" if tokens[governor].lemma in clause.AUXILIARIES else "inf"
    alone = not any(tokens[at].tag.startswith("WW|pv") for at in clause.same_clause(tokens, verb))
    if not alone:
        return None
    ends = following is None or following.text in _HARD
    return "pv" if not ends or _is_opened(tokens, verb) else None


def _is_opened(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a subordinate clause without a finite verb so far runs up to ``verb``, over any aside."""
    for at in _backwards(tokens, verb):
        if tokens[at].tag.startswith("WW|pv") or tokens[at].text in _HARD:
            return False
        if clause.opens_subordinate(tokens, at):
            return True
    return False


def _backwards(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """The places before ``verb``, the nearest first, without what stands between brackets."""
    depth = 0
    for at in range(verb - 1, -1, -1):
        text = tokens[at].text
        depth = max(0, depth + (text in _CLOSE) - (text in _OPEN))
        if not depth and text not in _OPEN:
            yield at


def _beside(tokens: Sequence[Token], verb: int) -> Kind | None:
    """What a verb that stands against this one asks for: *herzien is*, *kan worden herzien*."""
    at = verb + 1
    while at < len(tokens) and (tokens[at].tag.startswith("WW|") or tokens[at].text.lower() == "te"):
        kind = _governs(tokens[at])
        if kind is not None and not (at > verb + 1 and tokens[at].tag.startswith("WW|vd")):
            return kind
        at += 1
    before = tokens[verb - 1] if verb else None
    return _governs(before) if before is not None and before.tag.startswith("WW|inf") else None


def _governs(token: Token) -> Kind | None:
    if not token.tag.startswith("WW|"):
        return None
    if token.lemma in clause.AUXILIARIES:
        return "vd"
    return "inf" if token.lemma in _WITH_INFINITIVE else None


def open_before(tokens: Sequence[Token], verb: int) -> int | None:
    """The finite auxiliary or modal before ``verb`` that still waits for its participle or infinitive.

    Clauses in between are passed over: *heeft, zoals u weet, geld verstrekt*.
    """
    inner = waiting = 0
    for at in _backwards(tokens, verb):
        token = tokens[at]
        if token.text in _HARD:
            return None
        if clause.opens_subordinate(tokens, at):
            if not inner:
                return None
            inner -= 1
        elif token.tag.startswith("WW|pv"):
            if _governs(token) is None:
                inner += 1
            elif waiting:
                waiting, inner = 0, inner + 1
            else:
                return at if not inner else None
        elif token.tag.startswith(("WW|vd|vrij", "WW|inf|vrij")) and not _is_te(tokens, at):
            waiting += 1
    return None


def _may_compare(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word may open a clause, or only a comparison or role: *heeft als bewijs een kopie*."""
    if tokens[at].text.lower() not in ("als", "dan", "zoals") or at + 1 == len(tokens):
        return False
    return not tokens[at + 1].tag.startswith(("VNW|pers", "BW"))


def _is_te(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text.lower() == "te"
