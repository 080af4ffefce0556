"""Words that belong together and stand far apart: the reader has to hold the first until the second comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk.checks.parsed_prose import (
    ParsedSentence,
    begins_anew,
    distance,
    first_word,
    sentence_by_sentence,
)
from duidelijk.model import Document, Hit, Token
from duidelijk.nlp.clauses import Clause, cluster, content, end_of_verbs, opens_clause, particle
from duidelijk.nlp.separable import particles

_LISTED: Final = 2  # joined things in between; a list is long, but not hard
_END_OF_CLAUSE: Final = ("LET", "VG|", "VZ|", "WW|", "VNW|betr")
_PARTICIPLE_BEFORE_NOUN: Final = ("WW|vd|prenom", "WW|od|prenom")
_WITH_TE: Final = frozenset({"dienen", "hoeven", "behoeven"})


class _Pair(NamedTuple):
    """Two words that belong together, and the least number of words that puts them far apart."""

    first: int
    last: int
    least: int


def far_apart(
    document: Document, *, verbs: int = 10, subject: int = 8, article: int = 4, warning: int = 15
) -> Iterator[Hit]:
    """The widest pair of words in a sentence that belong together, with more words in between than usual.

    ``verbs``: a finite verb and its participle, infinitive or particle; ``subject``: a subject and its verb;
    ``article``: an article and its noun. From ``warning`` words on it weighs more. One hit a sentence.
    """
    options = {"verbs": verbs, "subject": subject, "article": article, "warning": warning}
    return sentence_by_sentence(document, _far_apart, least=article + 4, **options)


def _far_apart(
    found: ParsedSentence, *, verbs: int, subject: int, article: int, warning: int
) -> Iterator[Hit]:
    wide = [
        (words, pair.first, pair.last)
        for pair in _pairs(found, verbs=verbs, subject=subject, article=article)
        if pair.last - pair.first > pair.least
        and (words := distance(found, pair.first, pair.last)) >= pair.least
    ]
    if wide:
        words, first, last = max(wide)
        stop = end_of_verbs(found.tokens, last)
        end = found.block.text[slice(*found.span(last, stop))]
        yield Hit(
            found.block,
            found.span(first, stop),
            {"begin": found.tokens[first].text, "eind": end, "woorden": words},
            level="warning" if words >= warning else "suggestion",
        )


def _pairs(found: ParsedSentence, *, verbs: int, subject: int, article: int) -> Iterator[_Pair]:
    every = found.clauses
    for clause in every:
        if clause.opener is None:
            closing = _closing(found.tokens, clause.verb)
            if closing is not None and _is_one_clause(found.tokens, clause.verb, closing, every):
                yield _Pair(clause.verb, closing, verbs)
    head = _first_subject(found, every)
    if head is not None:
        yield _Pair(*head, subject)
    for at, token in enumerate(found.tokens):
        if token.dep == "det" and token.head - at > article and _is_filled(found.tokens, at, token.head):
            yield _Pair(at, token.head, article)


def _closing(tokens: Sequence[Token], verb: int) -> int | None:
    """The first verb or particle that closes the main clause: *moet … invullen*, *stelt … vast*."""
    later = [at for at in cluster(tokens, verb) if at > verb and not tokens[at].tag.startswith("WW|pv")]
    loose = particle(tokens, verb)
    if loose is not None and loose > verb and tokens[loose].text.lower() in particles():
        later.append(loose)
    last = min(later, default=None)
    if last is None or (tokens[last - 1].text.lower() == "te" and tokens[verb].lemma not in _WITH_TE):
        return None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return last if after is None or after.tag.startswith(_END_OF_CLAUSE) else None


def _is_one_clause(tokens: Sequence[Token], first: int, last: int, every: Sequence[Clause]) -> bool:
    """Whether the parser may be right that both belong together: no list or half a clause in between."""
    between = range(first + 1, last)
    return not (
        any(clause.opener is None and clause.verb in between for clause in every)
        or any(
            clause.opener is not None and clause.verb <= last <= end_of_verbs(tokens, clause.verb)
            for clause in every
        )
        or _is_open(tokens, first, last, every)
        or any(tokens[at].text == "om" and not tokens[at + 1].text[:1].isdigit() for at in between)
        or _is_list(tokens[first + 1 : last])
    )


def _is_open(tokens: Sequence[Token], first: int, last: int, every: Sequence[Clause]) -> bool:
    """Whether a clause or a bracket begins in between and does not end there, or a heading ran in."""
    between = tokens[first + 1 : last]
    inside = {clause.opener for clause in every if first < clause.verb < last}
    texts = [token.text for token in between]
    return (
        any(opens_clause(tokens, at) and at not in inside for at in range(first + 1, last))
        or texts[:1] in (["dat"], ["of"], ["wat"], ["hoe"])
        or any(text in ";:!?" for text in texts)
        or texts.count("(") != texts.count(")")
        or any(begins_anew(token) for token in between)
    )


def _first_subject(found: ParsedSentence, every: Sequence[Clause]) -> tuple[int, int] | None:
    """The noun and the verb of *De gemeente, die …, stelt*, when the sentence begins with its subject."""
    tokens = found.tokens
    verb = next((clause.verb for clause in every if clause.opener is None), None)
    if verb is None or not tokens[verb].tag.startswith("WW|pv") or _ends(tokens, end_of_verbs(tokens, verb)):
        return None
    heads = (content(tokens, verb), verb)
    start = first_word(tokens)
    for at in range(start, verb):
        token = tokens[at]
        if token.dep in ("nsubj", "nsubj:pass") and token.head in heads:
            sure = (
                token.tag.startswith("N|soort")
                and ("|mv" in token.tag) == tokens[verb].tag.endswith("|mv")
                and all(tokens[to].head == at for to in range(start, at))
                and not _is_open(tokens, at, verb, every)
                and not _is_list(tokens[at + 1 : verb])
            )
            return (at, verb) if sure else None
    return None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a mark comes after ``at``: then it is no sentence but a noun with a clause."""
    return all(token.tag == "LET" for token in tokens[at + 1 :])


def _is_filled(tokens: Sequence[Token], article: int, noun: int) -> bool:
    """*de door het college verleende vergunning*: a participle with its own phrase before the noun."""
    between = tokens[article + 1 : noun]
    return (
        tokens[noun].tag.startswith("N|soort")
        and between[0].tag.startswith("VZ|")
        and not any(word.text in ("te", "hand") for word in between)  # "van te voren", "voor de hand liggend"
        and any(word.tag.startswith(_PARTICIPLE_BEFORE_NOUN) for word in between)
        and not any(word.tag.startswith(("WW|pv", "VNW|betr", "VG|onder")) for word in between)
        and not any(word.text in ".;:()–" for word in between)
    )


def _is_list(between: Sequence[Token]) -> bool:
    """Whether what stands in between is a list: *een tafel, een stoel, een bank en een kast*."""
    things = ("N|", "SPEC|", "ADJ|", "TW|")
    return sum(token.dep == "conj" and token.tag.startswith(things) for token in between) >= _LISTED
