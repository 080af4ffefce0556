"""Duties in stiff words: ``U dient uw aanvraag in te dienen`` for ``U moet uw aanvraag indienen``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.model import Block, Document, Edit, Hit, Span, Suggestion
from duidelijk.nlp import sentences
from duidelijk.nlp.language import folded_blocks
from duidelijk.nlp.protect import in_protected, protected

_PLAIN: Final = {"dien": "moet", "dient": "moet", "dienen": "moeten", "diende": "moest", "dienden": "moesten"}
_VERB: Final = re.compile(r"\b(?:dient|dienen|diende|dienden|dien)\b")
# After these words ``dienen`` is an infinitive: "kan dienen als bewijs".
_BEFORE_INFINITIVE: Final = re.compile(
    r"\b(?:te|in|om|het|kan|kunnen|kunt|kon|moet|moeten|zal|zullen|zou|zouden|mag|mogen|blijft|blijven"
    r"|laten|wil|willen|gaan|gaat) $"
)
# ``Dienen`` as a verb of its own has its purpose next: "dient als", "dient ter", "dient om het water …".
_TIME: Final = (
    r"\d|deze|die|het einde|uiterlijk|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december"
)
_PURPOSE: Final = re.compile(
    r" (?:\w+ )?(?:als|ter|tot|ertoe|daartoe|om(?! \d| half| kwart)"
    rf"|voor(?! (?:{_TIME})))\b"
)
_PARTICLES: Final = (
    "aan|achter|af|beschikbaar|bekend|bij|binnen|buiten|deel|door|heen|in|kenbaar|klaar|los|mee|na|neer|om|onder|op"
    "|open|over|overeen|plaats|rond|samen|schoon|tegen|terug|thuis|toe|uit|vast|voor|voort|weg"
)
_INFINITIVE: Final = re.compile(
    rf" (?:(?P<particle>{_PARTICLES}) )?te (?!(?:allen|zijner|gelegener|voren|zamen)\b)"
    r"(?P<verb>\w+en|\w*(?:zijn|gaan|staan|doen|zien|slaan))\b"
)
# What ends the clause: a mark, ``om`` that begins a purpose, or a particle that closes "dient … in bij …".
_CLAUSE_END: Final = re.compile(
    r"[;:!?]|\.(?: |$)| om (?!\d|half |kwart )| in(?=[,;:.]| (?:bij|via|met|als|en|of) )"
)
_PRONOUN: Final = re.compile(r"\b(?:er|hier|daar|waar)\b")
_WORDS: Final = 16


def have_to(document: Document) -> Iterator[Hit]:
    """``dienen te`` with an infinitive in the same clause: one hit from the verb to the infinitive.

    ``Dienen`` as serve ("dient als", "dient om te", "indienen") is left alone. The suggestion swaps the verb
    for a form of ``moeten`` and takes ``te`` away.
    """
    for block, folded in folded_blocks(document):
        if "dien" not in folded:
            continue
        for verb in _VERB.finditer(folded):
            infinitive = _infinitive(document, block, folded, verb)
            if infinitive is not None and not in_protected(protected(block), *verb.span()):
                yield _hit(block, verb, infinitive)


def _infinitive(document: Document, block: Block, folded: str, verb: re.Match[str]) -> re.Match[str] | None:
    start, end = verb.span()
    if block.text[start].isupper() and verb[0] in {"dien", "dienen"}:
        return None  # an order: "Dien de aanvraag in."
    if verb[0] == "dienen" and _BEFORE_INFINITIVE.search(folded, max(0, start - 12), start):
        return None
    if _PURPOSE.match(folded, end):
        return None
    limit = next((s.end for s in sentences(document, block) if s.start <= start < s.end), len(folded))
    stop = _CLAUSE_END.search(folded, end, limit)
    found = _INFINITIVE.search(folded, end, stop.start() + 1 if stop else limit)
    if found is None and stop is not None and stop[0] == " in":
        found = _INFINITIVE.match(folded, stop.start(), limit)
    if found is None or folded.count(" ", end, found.start()) > _WORDS:
        return None
    return found


def _hit(block: Block, verb: re.Match[str], infinitive: re.Match[str]) -> Hit:
    text = block.text
    plain = _PLAIN[verb[0]]
    if text[verb.start()].isupper():
        plain = plain.capitalize()
    span = Span(verb.start(), infinitive.end())
    between = text[verb.end() : infinitive.start()]
    particle = infinitive["particle"] or ""
    if particle and _PRONOUN.search(between):
        # "er rekening mee te houden", "hier uw aanvraag in te dienen": that needs a parser
        return Hit(block, span, {"gevonden": text[slice(*verb.span())], "suggestie": plain})
    joined = f" {particle}{text[infinitive.start('verb') : infinitive.end()]}"
    dots = " …" if between else ""
    values: dict[str, str | int | float] = {
        "gevonden": f"{text[slice(*verb.span())]}{dots}{text[slice(*infinitive.span())]}",
        "suggestie": f"{plain}{dots}{joined}",
    }
    edits = (Edit(Span(*verb.span()), plain), Edit(Span(*infinitive.span()), joined))
    return Hit(block, span, values, (Suggestion(f"‘{values['suggestie']}’", edits),))
