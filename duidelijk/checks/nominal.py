"""Verbs in the coat of a noun: *het indienen van een aanvraag*, *de beoordeling van uw plan*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from duidelijk.checks.prose import prose_blocks, word_set
from duidelijk.model import Block, Document, Edit, Hit, Span, Suggestion, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import phrase
from duidelijk.nlp.inflection.edits import capitalised
from duidelijk.nlp.inflection.verbs import present, te_infinitive
from duidelijk.nlp.participles import active_perfect
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.resources import table

_LEXICON: Final = "naamwoordstijl"
# Infinitives that are nouns of their own, and verbs whose ``van`` names who does it.
_NO_ACTION: Final = word_set(
    "bestaan drinken eten functioneren leven ontbreken optreden slapen vermogen vertrouwen weten wezen wonen"
)
_PURPOSE: Final = "voor"
_WITH_TE: Final = word_set("door zonder")
_CONDITION: Final = "bij"
_PLAIN_VERBS: Final = word_set("is was kost duurt kan mag gaat")
_ADDRESS: Final = word_set("u uw uzelf")
_OPENS_PHRASE: Final = ("LID", "VNW|bez", "VNW|aanw", "N|", "SPEC", "ADJ|prenom", "TW|")


class _Nominal(NamedTuple):
    """A noun made of a verb: the first and last token of *het indienen van*, and the infinitive."""

    first: int
    last: int
    verb: str
    is_infinitive: bool


def noun_style(document: Document) -> Iterator[Hit]:
    """At most one hit a sentence, on the first of such nouns.

    *Het indienen van …* always counts: of these, editors mend most. A single noun like *de beoordeling van …*
    they mostly keep, so it counts only where it opens the sentence.
    """
    for block in prose_blocks(document):
        if " van " not in block.text:
            continue
        for tokens in parsed(document, block):
            found = [
                nominal
                for nominal in _nominals(tokens)
                if not in_protected(protected(block), tokens[nominal.first].start, tokens[nominal.last].end)
            ]
            if len(found) > 1 or (found and (found[0].is_infinitive or _opens(tokens, found[0]))):
                yield _hit(block, tokens, found[0])


def _nominals(tokens: Sequence[Token]) -> Iterator[_Nominal]:
    for at in range(1, len(tokens) - 2):
        if tokens[at + 1].text.lower() != "van" or not tokens[at + 2].tag.startswith(_OPENS_PHRASE):
            continue
        token = tokens[at]
        article = tokens[at - 1].text.lower()
        if token.tag.startswith("WW|inf") and article == "het":
            if token.lemma not in _NO_ACTION and active_perfect(token.lemma) != "altijd":
                yield _Nominal(at - 1, at + 1, token.lemma, is_infinitive=True)
        elif token.tag.startswith("N|soort|ev") and article in ("de", "het", "een"):
            verb = _verbs().get(token.lemma)
            if verb is not None:
                yield _Nominal(at - 1, at + 1, verb, is_infinitive=False)


def _opens(tokens: Sequence[Token], nominal: _Nominal) -> bool:
    """Whether it opens a whole sentence; an item of a list has no verb of its own."""
    whole = any(token.tag.startswith("WW|pv") for token in tokens)
    return nominal.first == 0 and whole and tokens[0].text[:1].isupper()


def _hit(block: Block, tokens: Sequence[Token], nominal: _Nominal) -> Hit:
    span = Span(tokens[nominal.first].start, tokens[nominal.last].end)
    values: dict[str, str | int | float] = {"gevonden": block.text[slice(*span)], "werkwoord": nominal.verb}
    edit = _edit(tokens, nominal)
    suggestions = () if edit is None else (Suggestion(f"‘{edit.text}’", (edit,)),)
    return Hit(block, span, values, suggestions)


def _edit(tokens: Sequence[Token], nominal: _Nominal) -> Edit | None:
    """The verb in the place of the noun, where the words around it leave no doubt about the sentence."""
    what = _object(tokens, nominal) if nominal.is_infinitive else None
    if what is None:
        return None
    end, text = what
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    finite_follows = following is not None and following.tag.startswith("WW|pv")
    if nominal.first == 0:
        if following is None or following.text.lower() not in _PLAIN_VERBS:
            return None
        return Edit(Span(tokens[0].start, tokens[end].end), f"{capitalised(text)} {nominal.verb}")
    before = nominal.first - 1
    word = tokens[before].text.lower()
    if word == _CONDITION and before == 0 and finite_follows and _addresses(tokens):
        return Edit(Span(tokens[0].start, tokens[end].end), f"Als u {text} {present(nominal.verb, 'u')},")
    if word in _WITH_TE and not _is_object(tokens, before):
        new = f"{word} {text} {te_infinitive(nominal.verb)}"
    elif word == _PURPOSE and (before == 0 or tokens[before - 1].tag.startswith("N|soort")):
        new = f"om {text} {te_infinitive(nominal.verb)}"
    else:
        return None
    return Edit(Span(tokens[before].start, tokens[end].end), capitalised(new) if before == 0 else new)


def _object(tokens: Sequence[Token], nominal: _Nominal) -> tuple[int, str] | None:
    """The last token and the text of the phrase behind *van*; None when its end is not clear."""
    heads = [
        at
        for at in range(nominal.last + 1, len(tokens))
        if tokens[at].head == nominal.last - 1 and tokens[at].tag.startswith(("N|", "SPEC"))
    ]
    if len(heads) != 1:
        return None
    low, high = phrase(tokens, heads[0])
    inside = tokens[nominal.last + 1 : high + 1]
    if any(token.tag.startswith("VZ|") and token.text.lower() != "van" for token in inside):
        return None
    if low != nominal.last or any(
        token.tag.startswith(("WW|", "VG|", "LET", "VNW|betr")) for token in inside
    ):
        return None
    if high + 1 < len(tokens) and not tokens[high + 1].tag.startswith(("LET", "WW|pv")):
        return None
    return high, " ".join(token.text for token in inside)


def _is_object(tokens: Sequence[Token], preposition: int) -> bool:
    """Whether *door* may name an agent or cause (*veroorzaakt door het …*) and not a means."""
    return any(token.dep == "aux:pass" or token.tag.startswith("WW|vd") for token in tokens[:preposition])


def _addresses(tokens: Sequence[Token]) -> bool:
    return any(token.text.lower() in _ADDRESS for token in tokens)


@cache
def _verbs() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table(_LEXICON, 2)}
