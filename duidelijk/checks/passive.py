"""The passive: who does it stays in the dark (*moet worden ingediend*) or comes last (*wordt door ons …*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from duidelijk.checks.prose import prose_blocks
from duidelijk.measure import counts_as_sentence
from duidelijk.model import Block, Document, Edit, Hit, Level, Span, Suggestion, Token
from duidelijk.nlp import parsed, sentences
from duidelijk.nlp.inflection.active import active_sentence, as_subject
from duidelijk.nlp.inflection.verbs import te_infinitive
from duidelijk.nlp.passives import Passive, is_impersonal
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import block_by_block, recalled
from duidelijk.nlp.separable import is_verb, separable
from duidelijk.nlp.structure import passives_of

_KEY: Final = "checks.passive"
_MUST: Final = frozenset({"moeten", "dienen", "hoeven", "behoren"})
_DUTIES: Final = _MUST | {"kunnen", "mogen"}
_LONGEST: Final = 6  # words: a longer stretch is marked at its end only
_TITLE: Final = 90  # characters of the new sentence that the title shows
_UNNAMED: Final = {
    "worden": "vertelt niet wie het doet: begin de zin met die persoon of organisatie",
    "zijn": "vertelt niet wie het deed: begin de zin met die persoon of organisatie",
}
_NOBODY: Final = "noemt niemand: schrijf wie het doet"


class _Found(NamedTuple):
    """A passive; ``sentence`` is the number of its sentence in the block, ``tokens`` that sentence."""

    sentence: int
    tokens: tuple[Token, ...]
    passive: Passive


def passive_voice(document: Document) -> Iterator[Hit]:
    """Every passive but those of ``hidden_agents``: one hit from the auxiliary to the participle.

    When both stand far apart, the hit marks the participle with its neighbour. The suggestion puts the
    sentence in the active voice; it is there when the text names who does it and the sentence is simple.
    """
    return block_by_block(document, prose_blocks(document), _passive_voice)


def _passive_voice(document: Document, block: Block) -> Iterator[Hit]:
    for found in _found(document, block):
        tokens, passive = found.tokens, found.passive
        if not _hides_agent(tokens, passive):
            yield _hit(block, found, {"advies": _advice(tokens, passive)}, _active(found))


def hidden_agents(document: Document) -> Iterator[Hit]:
    """Passives in which somebody must or may act and nobody is named: *moet worden ingediend*, *er wordt*.

    What must be done weighs more: a reader who does not see that it is about him, gets into trouble.
    """
    return block_by_block(document, prose_blocks(document), _hidden_agents)


def _hidden_agents(document: Document, block: Block) -> Iterator[Hit]:
    for found in _found(document, block):
        tokens, passive = found.tokens, found.passive
        if _hides_agent(tokens, passive):
            modal = _modal(tokens, passive)
            advice = _NOBODY if modal is None else _duty(modal, passive.verb)
            level: Level = "warning" if modal is not None and modal.lemma in _MUST else "suggestion"
            yield replace(_hit(block, found, {"advies": advice}, ()), level=level)


def many_passives(
    document: Document, *, suggestion: float = 0.2, warning: float = 0.4, min_sentences: int = 10
) -> Iterator[Hit]:
    """One hit, on the first passive, when too large a share (0 to 1) of the sentences has a passive.

    Texts under ``min_sentences`` sentences are too short to tell.
    """
    total = sum(
        counts_as_sentence(block.kind, sentence.text)
        for block in prose_blocks(document)
        for sentence in sentences(document, block)
    )
    if total < min_sentences:
        return
    found = [(block, one) for block in prose_blocks(document) for one in _found(document, block)]
    share = len({(id(block), one.sentence) for block, one in found}) / total
    if share > suggestion:
        level: Level = "warning" if share > warning else "suggestion"
        block, first = found[0]
        yield Hit(block, _span(first), {"waarde": f"{share:.0%}"}, level=level)


def _found(document: Document, block: Block) -> tuple[_Found, ...]:
    """The passives of a block outside quotations, names and code, worked out once."""
    return recalled(document, _KEY, block, lambda: tuple(_search(document, block)))


def _search(document: Document, block: Block) -> Iterator[_Found]:
    for number, tokens in enumerate(parsed(document, block)):
        for passive in passives_of(document, block, number):
            words = (tokens[passive.at], tokens[passive.participle])
            if not any(in_protected(protected(block), word.start, word.end) for word in words):
                yield _Found(number, tokens, passive)


def _hides_agent(tokens: Sequence[Token], passive: Passive) -> bool:
    if passive.agent is not None or passive.auxiliary != "worden":
        return False
    return _modal(tokens, passive) is not None or is_impersonal(tokens, passive)


def _modal(tokens: Sequence[Token], passive: Passive) -> Token | None:
    """The verb that says what must or may be done: *moet worden ingediend*, *zou kunnen worden*."""
    finite = tokens[passive.finite]
    if finite.lemma in _DUTIES:
        return finite
    return next(
        (
            token
            for token in tokens
            if token.head == passive.participle and token.dep.startswith("aux") and token.lemma in _DUTIES
        ),
        None,
    )


def _advice(tokens: Sequence[Token], passive: Passive) -> str:
    if passive.agent is not None:
        return f"verstopt achter ‘door’ wie het doet: noem eerst ‘{as_subject(tokens, passive.agent)}’"
    return _NOBODY if is_impersonal(tokens, passive) else _UNNAMED[passive.auxiliary]


def _duty(modal: Token, verb: str) -> str:
    if not is_verb(verb) and separable(verb) is None:
        return "vertelt niet wie dat doet: noem die persoon of organisatie"
    word = modal.text.lower()
    if modal.lemma == "hoeven":
        verb = te_infinitive(verb)
    for_u, for_us = _FOR_U.get(word, (word, word))
    return f"vertelt niet wie dat doet: schrijf ‘u {for_u} … {verb}’ of ‘wij {for_us} … {verb}’"


_FOR_U: Final = {
    "moet": ("moet", "moeten"), "moeten": ("moet", "moeten"), "dient": ("moet", "moeten"),
    "dienen": ("moet", "moeten"), "behoort": ("moet", "moeten"), "behoren": ("moet", "moeten"),
    "moest": ("moest", "moesten"), "moesten": ("moest", "moesten"), "diende": ("moest", "moesten"),
    "dienden": ("moest", "moesten"), "kan": ("kunt", "kunnen"), "kunnen": ("kunt", "kunnen"),
    "kon": ("kon", "konden"), "konden": ("kon", "konden"), "mag": ("mag", "mogen"), "mogen": ("mag", "mogen"),
    "mocht": ("mocht", "mochten"), "mochten": ("mocht", "mochten"), "hoeft": ("hoeft", "hoeven"),
    "hoeven": ("hoeft", "hoeven"),
}  # fmt: skip


def _hit(
    block: Block,
    found: _Found,
    values: dict[str, str | int | float],
    suggestions: tuple[Suggestion, ...],
) -> Hit:
    return Hit(block, _span(found), {"gevonden": _shown(found), **values}, suggestions)


def _shown(found: _Found) -> str:
    """The verbs of the passive, with dots for what stands between: *wordt … beoordeeld*."""
    tokens, passive = found.tokens, found.passive
    places = sorted({passive.finite, passive.at, passive.participle})
    text = tokens[places[0]].text.lower()
    for before, place in pairwise(places):
        text += (" " if place == before + 1 else " … ") + tokens[place].text.lower()
    return text


def _span(found: _Found) -> Span:
    """From the first verb to the last when that is short; else the participle with the verb beside it."""
    tokens, passive = found.tokens, found.passive
    for places in (
        (passive.finite, passive.at, passive.participle),
        (passive.at, passive.participle),
    ):
        low, high = min(places), max(places)
        if sum(not token.tag.startswith("LET") for token in tokens[low : high + 1]) <= _LONGEST:
            return Span(tokens[low].start, tokens[high].end)
    return Span(tokens[passive.participle].start, tokens[passive.participle].end)


def _active(found: _Found) -> tuple[Suggestion, ...]:
    rewritten = active_sentence(found.tokens, found.passive)
    if rewritten is None:
        return ()
    span, text = rewritten
    shown = text if len(text) <= _TITLE else f"{text[:_TITLE].rpartition(' ')[0]} …"
    return (Suggestion(f"‘{shown}’", (Edit(span, text),)),)
