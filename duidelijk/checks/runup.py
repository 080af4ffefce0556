"""Sentences that take long to begin: many words before the verb, and the subject still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.parsed_prose import (
    ParsedSentence,
    begins_anew,
    distance,
    first_word,
    sentence_by_sentence,
)
from duidelijk.model import Document, Hit, Token
from duidelijk.nlp.clauses import content

_SUBJECT: Final = ("nsubj", "nsubj:pass", "csubj")
_MAY_BE_SUBJECT: Final = ("LID|", "N|", "SPEC|", "VNW|", "TW|", "ADJ|prenom", "ADJ|nom", "WW|")


def long_runups(document: Document, *, phrase: int = 9, clause: int = 14, warning: int = 18) -> Iterator[Hit]:
    """Main clauses with more than ``phrase`` words before the finite verb, when the subject comes after it.

    With a subordinate clause in front more than ``clause`` words. Questions and orders never.
    """
    options = {"phrase": phrase, "clause": clause, "warning": warning}
    return sentence_by_sentence(document, _long_runup, least=phrase + 4, **options)


def _long_runup(found: ParsedSentence, *, phrase: int, clause: int, warning: int) -> Iterator[Hit]:
    if found.tokens[-1].text.endswith("?"):
        return
    every = found.clauses
    main = next((one for one in every if one.opener is None), None)
    if main is None or not _subject_follows(found.tokens, main.verb):
        return
    words = distance(found, -1, main.verb)
    opened = any(one.opener is not None and one.verb < main.verb for one in every)
    if words > (clause if opened else phrase) and not _is_doubtful(found.tokens[: main.verb]):
        yield Hit(
            found.block,
            found.span(first_word(found.tokens), main.verb),
            {"woorden": words, "werkwoord": found.tokens[main.verb].text},
            level="warning" if words > warning else "suggestion",
        )


def _subject_follows(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject comes after the verb, and what comes before cannot be one."""
    heads = (content(tokens, verb), verb)
    acting = [at for at, token in enumerate(tokens) if token.head in heads and token.dep in _SUBJECT]
    return (
        bool(acting)
        and acting[0] > verb
        and tokens[verb + 1].tag != "LET"
        and not tokens[first_word(tokens)].tag.startswith(_MAY_BE_SUBJECT)
    )


def _is_doubtful(tokens: Sequence[Token]) -> bool:
    """Whether what comes before the verb may be more than a run-up: a heading, a label, two sentences."""
    start = first_word(tokens)
    return any(token.text in ":;!?–" or token.text == "." for token in tokens) or any(
        begins_anew(token) for token in tokens[start + 1 :]
    )
