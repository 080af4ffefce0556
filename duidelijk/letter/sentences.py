"""What the sentences of a letter do: decide, cite a law, set a term, ask, offer contact, or object."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from duidelijk.letter import Part
from duidelijk.letter.objection import objections
from duidelijk.letter.phrases import said_in, words_of
from duidelijk.model import Document, LetterPart, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.facts import Fact, facts

_READER: Final = frozenset({"u", "uw", "je", "jij", "jouw", "jullie"})
_GROUND: Final = frozenset(
    {"grond", "basis", "gelet", "ingevolge", "krachtens", "volgens", "conform", "bepaalt", "staat", "staan",
     "geregeld", "overeenkomstig", "artikel", "artikelen", "art", "gezien", "vereisten", "lid", "regels"}
)  # fmt: skip
_ASKING: Final = frozenset(
    {"vragen", "vraag", "informatie", "weten", "hulp", "uitleg", "contact", "loket", "balie", "bel", "mail"}
)
_ACCOUNT: Final = re.compile(r"\b[A-Z]{2}\d\d[ ]?[A-Z]{4}[ ]?[\d ]+")
_REACH_OUT: Final = frozenset({"neem", "neemt", "bel", "belt", "mail", "mailt", "kom"})
_SHORT_QUESTION: Final = 6  # words and mark; ‘Wilt u komen?’ asks whether, not to
_PAY: Final = frozenset(
    {"betaald", "betaaldatum", "betalen", "betaling", "vervaldatum", "reageren", "uiterlijk"}
)


def sentence_parts(document: Document, parts: Iterable[Part]) -> Iterator[Part]:
    """The sentences of the body that do something, once for each thing that they do."""
    body = [part for part in parts if part.name == "body"]
    said = [
        Part("body", part.block, Span(sentence.start, sentence.end))
        for part in body
        for sentence in sentences(document, part.block)
        if part.span.start <= sentence.start and sentence.end <= part.span.end
    ]
    words = [words_of(part.text) for part in said]
    clause = objections(said, words)
    for number, part in enumerate(said):
        is_clause = number in clause
        if is_clause:
            yield part._replace(name="objection")
        if part.block.kind != "heading":
            for name in _names(part, words[number], is_clause=is_clause):
                yield part._replace(name=name)


def _names(part: Part, words: Sequence[str], *, is_clause: bool) -> Iterator[LetterPart]:
    found = _facts_in(part)
    kinds = {fact.kind for fact in found}
    does = said_in(words)
    known = frozenset(words)
    asks = "action" in does and not (part.text.endswith("?") and len(words) < _SHORT_QUESTION)
    asks = asks and not ("contact" in does and words[0] in _REACH_OUT)
    if not is_clause:
        if "decision" in does and not part.text.endswith("?"):
            yield "decision"
        if "law" in kinds and not known.isdisjoint(_GROUND):
            yield "legal_basis"
        if asks:
            yield "action"
    if "deadline" in kinds and (asks or is_clause or not known.isdisjoint(_READER | _PAY)):
        yield "deadline"
    reaches = bool(kinds & {"phone", "email"}) and not is_clause
    looks_up = "web" in kinds and not is_clause and not asks
    if reaches or looks_up or ("contact" in does and not is_clause):
        yield "contact"


def _facts_in(part: Part) -> list[Fact]:
    """The facts of a sentence. Digits of an account that is none, as in an example, are no number to call."""
    accounts = [Span(*match.span()) for match in _ACCOUNT.finditer(part.text)]
    return [
        fact
        for fact in facts(part.text)
        if fact.kind != "phone" or not any(span.start <= fact.start < span.end for span in accounts)
    ]
