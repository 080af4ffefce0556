"""Verbs that stand in the way of each other: stacks (*zou kunnen worden aangevraagd*) and idle *zullen*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import prose_blocks, word_set
from duidelijk.model import Block, Document, Hit, Span, Suggestion, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import Clause, cluster
from duidelijk.nlp.inflection.clause import order, person
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.verbs import Person, present, take_apart
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import block_by_block
from duidelijk.nlp.structure import clauses_of

_STACKING: Final = word_set(
    "hebben zijn worden kunnen moeten mogen willen zullen hoeven dienen laten gaan blijven komen"
)
_WILL: Final = word_set("zal zult zullen")
# What is one verb to the reader: *gepaard gaan*, *laten zien*, *laten weten*.
_NO_VERBS: Final = word_set("gepaard")
_WITH_LET: Final = word_set("zien weten")
# With these words *zullen* weighs what is likely, or makes a solemn promise.
_LIKELY: Final = word_set(
    "waarschijnlijk wel vermoedelijk mogelijk misschien naar nooit ongetwijfeld vast verwachting ongeveer"
    " zeker ooit circa hopelijk meestal altijd"
)
_FIRST: Final = word_set("ik wij we u jij je jullie")


def verb_stacks(document: Document, *, verbs: int = 3) -> Iterator[Hit]:
    """Stacks of at least ``verbs`` verbs next to each other that belong together.

    An auxiliary before a passive does not count: *kan worden aangevraagd* is a matter of the passive.
    """
    return block_by_block(document, prose_blocks(document), _verb_stacks, verbs=verbs)


def _verb_stacks(document: Document, block: Block, *, verbs: int) -> Iterator[Hit]:
    for at, tokens in enumerate(parsed(document, block)):
        if sum(token.tag.startswith("WW|") for token in tokens) < verbs:
            continue
        for clause in clauses_of(document, block, at):
            stack = _stack(tokens, cluster(tokens, clause.verb))
            if _weight(tokens, stack) >= verbs:
                span = Span(tokens[stack[0]].start, tokens[stack[-1]].end)
                if not in_protected(protected(block), *span):
                    yield Hit(block, span, {"aantal": len(stack)})


def _stack(tokens: Sequence[Token], members: Sequence[int]) -> list[int]:
    """The longest series of verbs that stand next to each other, *te* apart."""
    best: list[int] = []
    run: list[int] = []
    for at in (member for member in members if tokens[member].text.lower() not in _NO_VERBS):
        joined = run and (at == run[-1] + 1 or (at == run[-1] + 2 and tokens[at - 1].text.lower() == "te"))
        run = [*run, at] if joined else [at]
        best = max(best, run, key=len)
    return best


def _weight(tokens: Sequence[Token], stack: Sequence[int]) -> int:
    if sum(tokens[at].lemma in _STACKING for at in stack) < len(stack) - 1:
        return 0
    whole = {tokens[at].lemma for at in stack}
    if "laten" in whole and whole & _WITH_LET:
        return len(stack) - 1
    passive = any(tokens[at].text.lower() in ("worden", "wordt", "zijn") for at in stack)
    return len(stack) - passive


def idle_will(document: Document) -> Iterator[Hit]:
    """*Zullen* that only tells that something comes: *wij zullen u bellen* for *wij bellen u*.

    Not in questions, in what is likely or expected, nor in past or conditional forms (*zou*).
    """
    for block in prose_blocks(document):
        folded = block.text.lower()
        if "zal" not in folded and "zul" not in folded:
            continue
        for at, tokens in enumerate(parsed(document, block)):
            if tokens and tokens[-1].text == "?":
                continue
            for clause in clauses_of(document, block, at):
                if tokens[clause.verb].text.lower() in _WILL:
                    yield from _will_hits(block, tokens, clause)


def _will_hits(block: Block, tokens: Sequence[Token], clause: Clause) -> Iterator[Hit]:
    will = clause.verb
    token = tokens[will]
    verb = _next_verb(tokens, will)
    if verb is None or in_protected(protected(block), token.start, token.end) or _weighs(tokens, will, verb):
        return
    who = person(tokens, will)
    if who is None:
        who = "mv" if token.text.lower() == "zullen" else "hij"
    draft = _without_will(tokens, clause, verb, who)
    form = present(tokens[verb].lemma, who, apart=clause.opener is None)
    particle = take_apart(tokens[verb].lemma).particle if clause.opener is None else ""
    form += f" … {particle}" * bool(particle)
    values: dict[str, str | int | float] = {"gevonden": token.text, "suggestie": form}
    suggestions = () if draft is None else (Suggestion(f"‘{form}’", draft.edits(tokens)),)
    yield Hit(block, Span(token.start, token.end), values, suggestions)


def _next_verb(tokens: Sequence[Token], will: int) -> int | None:
    """The infinitive that *zullen* governs: the first of those behind it."""
    others = [at for at in cluster(tokens, will) if at > will and _is_infinitive(tokens[at])]
    return others[0] if others and tokens[others[0] - 1].text.lower() != "te" else None


def _is_infinitive(token: Token) -> bool:
    """Also what the tagger takes for a participle of the same form: *ontvangen*, *vergeten*."""
    if not token.text.endswith("n"):
        return False
    return token.tag.startswith("WW|inf|vrij") or (
        token.tag.startswith("WW|vd|vrij") and token.text.lower() == token.lemma
    )


def _weighs(tokens: Sequence[Token], will: int, verb: int) -> bool:
    """Whether the clause tells what is likely, or asks: *zullen we beginnen*."""
    following = tokens[will + 1].text.lower() if will + 1 < len(tokens) else ""
    asks = will == 0 or (following in ("we", "ik") and tokens[-1].text in "?!")
    return asks or any(token.text.lower() in _LIKELY for token in tokens[will + 1 : verb])


def _has_second(tokens: Sequence[Token], verb: int) -> bool:
    """Whether another infinitive shares *zullen*: *zal dit beoordelen en daarover verslag uitbrengen*."""
    return any(
        token.tag.startswith("WW|inf|vrij") and token.head == verb and token.dep == "conj"
        for token in tokens[verb + 1 :]
    ) or any(
        token.text.lower() in ("en", "of")
        and any(other.tag.startswith("WW|inf") for other in tokens[at + 1 :])
        for at, token in enumerate(tokens)
        if at > verb and tokens[at - 1].tag.startswith("WW|")
    )


def _without_will(tokens: Sequence[Token], clause: Clause, verb: int, who: Person) -> Draft | None:
    """The tense of now: *zullen* takes the form of its infinitive, a loose particle stays behind."""
    will = clause.verb
    lemma = tokens[verb].lemma
    if tokens[verb].text.lower() != lemma:
        return None
    if clause.opener is not None:
        return Draft({will: present(lemma, who), verb: ""}) if verb == will + 1 else None
    if tokens[will + 1].text.lower() in ("je", "jij"):
        return None
    if any(token.tag.startswith(("WW|inf", "WW|pv")) for token in tokens[will + 1 : verb]):
        return None
    if order(tokens, will) != "main" or _has_second(tokens, verb):
        return None
    return Draft({will: present(lemma, who, apart=True), verb: take_apart(lemma).particle})
