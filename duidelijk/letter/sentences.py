"""What the sentences of a letter do: decide, cite a law, set a term, ask, offer contact, or object."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from duidelijk.letter import Part
from duidelijk.letter.asking import asks, may_do
from duidelijk.letter.deciding import answers_something, decides
from duidelijk.letter.objection import objections
from duidelijk.letter.phrases import said_in, words_of
from duidelijk.letter.reaching import offers_contact
from duidelijk.letter.said import Said
from duidelijk.letter.terms import names_term, sets_term
from duidelijk.model import Document, LetterPart, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.facts import Fact, facts

_GROUND: Final = frozenset(
    {"grond", "basis", "gelet", "ingevolge", "krachtens", "volgens", "conform", "bepaalt", "staat", "staan",
     "geregeld", "overeenkomstig", "artikel", "artikelen", "art", "gezien", "vereisten", "lid", "regels",
     "laat", "schrijft", "eist", "verplicht", "regelt", "vermeldt", "verbiedt", "stelt", "geldt", "gelden"}
)  # fmt: skip
_RULES: Final = re.compile(
    r"\b(?:ingevolge|krachtens|volgens|conform|overeenkomstig|gelet op|op grond van|op basis van|in) "
    r"(?:de|het|ons|onze|dit|deze) (?:\w+ ){0,3}"
    r"(?:keur|legger|\w*reglement|\w*verordening|\w*beleidsregels?)\b"
    r"|\b\w*(?:reglement|verordening|beleidsregels?) (?:bepaalt|laat|schrijft|zegt|eist|verbiedt|stelt)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?!let op)[\w-]{1,30}(?: [\w-]{1,30}){0,2}: (?=[a-z])", re.IGNORECASE)
_PAID: Final = frozenset({"betalen", "betaal", "betaald"})  # also when one objects
_ACCOUNT: Final = re.compile(r"\b[A-Z]{2}\d\d[ ]?[A-Z]{4}[ ]?[\d ]+")


def sentence_parts(document: Document, parts: Sequence[Part]) -> Iterator[Part]:
    """The sentences of the body that do something, once for each thing that they do."""
    said = list(_sentences(document, parts))
    words = [words_of(part.text) for part in said]
    does = [_does(part.text, one) for part, one in zip(said, words, strict=True)]
    clause = objections(said, words)
    subjects = [part for part in parts if part.name == "subject"]
    in_answer = answers_something(subjects, said, does, has_clause=bool(clause))
    asked: frozenset[str] = frozenset()
    may = reaches = False
    for number, part in enumerate(said):
        if number in clause:
            yield part._replace(name="objection")
        if part.block.kind == "heading":
            may = reaches = False
            asked = frozenset(words[number]) if part.text.endswith("?") else frozenset()
            continue
        after = said[number + 1].text if number + 1 < len(said) else ""
        here = Said(part, words[number], does[number], asked, may, reaches, after)
        names = tuple(_names(here, is_clause=number in clause, in_answer=in_answer))
        yield from (part._replace(name=name) for name in names)
        asked = frozenset(here.words) if part.text.endswith("?") and "action" not in names else frozenset()
        may = "action" not in names and may_do(here)
        reaches = "contact" in names


def _sentences(document: Document, parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.name == "body":
            for sentence in sentences(document, part.block):
                if part.span.start <= sentence.start and sentence.end <= part.span.end:
                    yield Part("body", part.block, Span(sentence.start, sentence.end))


def _names(said: Said, *, is_clause: bool, in_answer: bool) -> Iterator[LetterPart]:
    text = said.text
    found = _facts_in(said.part)
    kinds = {fact.kind for fact in found}
    has_term = "deadline" in kinds or names_term(text)
    is_order = asks(said, has_term=has_term or "date" in kinds)
    if is_clause:
        is_order = is_order and not _PAID.isdisjoint(said.words)
    if not is_clause and decides(text, said.does, in_answer=in_answer):
        yield "decision"
    if not is_clause and _cites(text, kinds, said.words):
        yield "legal_basis"
    if is_order:
        yield "action"
    if sets_term(said, found, asks=is_order, is_clause=is_clause, has_term=has_term):
        yield "deadline"
    if not is_clause and offers_contact(said, kinds, asks=is_order):
        yield "contact"


def _does(text: str, words: Sequence[str]) -> frozenset[str]:
    """What a sentence does, and what it does behind a label: “Per post: stuur het formulier op”."""
    label = _LABEL.match(text)
    return said_in(words) | (said_in(words_of(text[label.end() :])) if label else frozenset())


def _cites(text: str, kinds: AbstractSet[str], words: Sequence[str]) -> bool:
    return ("law" in kinds and not _GROUND.isdisjoint(words)) or _RULES.search(text) is not None


def _facts_in(part: Part) -> list[Fact]:
    """The facts of a sentence. Digits of an account that is none, as in an example, are no number to call."""
    accounts = [Span(*match.span()) for match in _ACCOUNT.finditer(part.text)]
    return [
        fact
        for fact in facts(part.text)
        if fact.kind != "phone" or not any(span.start <= fact.start < span.end for span in accounts)
    ]
