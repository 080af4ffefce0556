"""Sentences with too many subordinate clauses: the reader has to keep each one open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from duidelijk.checks.parsed_prose import ParsedSentence, distance, sentence_by_sentence
from duidelijk.model import Document, Hit, Token
from duidelijk.nlp.clauses import Clause, end_of_verbs

_SHORT_MAIN: Final = 3  # words before "dat" in "wij vinden dat …", "het is belangrijk dat …"
_SHORTEST: Final = 2  # words between opener and last verb; less is "als u wilt", "die geldt"
_BREAK: Final = 5  # words; a shorter clause in the middle ("die in de wijk wonen") does not hinder
_JOINT: Final = 3  # words between the clauses of a series: ", en voor wie …"
_SAID: Final = frozenset({"dat", "of", "wat", "hoe"})
_QUESTIONS: Final = frozenset(
    {"wat", "hoe", "wie", "waar", "wanneer", "waarom", "welk", "welke", "hoeveel", "of"}
)


class _Sub(NamedTuple):
    """A subordinate clause that weighs: its opener and its last verb, and how many words are between them."""

    opener: int
    end: int
    words: int


def many_subclauses(document: Document, *, suggestion: int = 3, warning: int = 4) -> Iterator[Hit]:
    """Sentences with a load of ``suggestion`` or more: one hit from the first opener to the last verb.

    The load is the number of subordinate clauses, and one more for each that breaks another open. Left out
    are a short clause ("als u wilt"), a clause in a series ("wat het kost, hoe lang het duurt en wie komt":
    one), and that of "wij vinden dat …".
    """
    return sentence_by_sentence(document, _many_subclauses, least=12, suggestion=suggestion, warning=warning)


def _many_subclauses(found: ParsedSentence, *, suggestion: int, warning: int) -> Iterator[Hit]:
    subs = _subs(found, found.clauses)
    counted = [
        sub
        for at, sub in enumerate(subs)
        if not (at and _in_series(found, subs[at - 1], sub)) and not _is_said(found, sub, subs)
    ]
    load = len(counted) + _broken(counted)
    if len(counted) > 1 and load >= suggestion:
        openers = [found.tokens[sub.opener].text.lower() for sub in counted]
        yield Hit(
            found.block,
            found.span(counted[0].opener, max(sub.end for sub in subs)),
            {"aantal": len(counted), "woorden": _listed([f"‘{word}’" for word in openers])},
            level="warning" if load >= warning else "suggestion",
        )


def _subs(found: ParsedSentence, every: Sequence[Clause]) -> list[_Sub]:
    """The subordinate clauses; not the short ones, unless the next hangs from it ("als u wilt dat …")."""
    ends: dict[int, int] = {}
    for clause in every:
        if clause.opener is not None:
            ends[clause.opener] = end_of_verbs(found.tokens, clause.verb)
    subs = (_Sub(opener, end, distance(found, opener, end)) for opener, end in sorted(ends.items()))
    return [sub for sub in subs if sub.words >= _SHORTEST or any(sub.end < to <= sub.end + 2 for to in ends)]


def _in_series(found: ParsedSentence, before: _Sub, sub: _Sub) -> bool:
    """Whether the clause goes on with a series: only a comma, *en* or *of* (and a preposition) between."""
    tokens = found.tokens
    between = tokens[before.end + 1 : sub.opener]
    same = tokens[before.opener].text.lower() == tokens[sub.opener].text.lower()
    asks = all(_asks(tokens[one.opener]) for one in (before, sub))
    return (
        (same or asks)
        and 0 < len(between) <= _JOINT
        and any(token.tag.startswith(("LET", "VG|neven")) for token in between)
    )


def _asks(token: Token) -> bool:
    return token.text.lower() in _QUESTIONS


def _is_said(found: ParsedSentence, sub: _Sub, subs: Sequence[_Sub]) -> bool:
    """Whether all that comes before the clause is a short "wij vinden dat", and it is in one piece."""
    return (
        found.tokens[sub.opener].text.lower() in _SAID
        and sub.opener > 1
        and distance(found, -1, sub.opener) <= _SHORT_MAIN
        and not any(_breaks(sub, other) for other in subs)
    )


def _broken(counted: Sequence[_Sub]) -> int:
    """How many clauses stand in the middle of another."""
    return sum(_breaks(outer, inner) for outer, inner in combinations(counted, 2))


def _breaks(outer: _Sub, inner: _Sub) -> bool:
    return outer.opener < inner.opener and inner.end < outer.end and inner.words >= _BREAK


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} en {words[-1]}"
