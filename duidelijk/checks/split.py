"""Two sentences for one: *Wij hebben uw brief gekregen en wij bellen u.* → *… gekregen. Wij bellen u.*"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.model import Edit, Span, Suggestion, Token
from duidelijk.nlp.clauses import Clause, clauses, phrase, subject
from duidelijk.nlp.inflection.edits import capitalised

_LEAST: Final = 5  # words on either side; less is no sentence of its own
_SHOWN: Final = 3  # words on either side that the title repeats
_KEPT: Final = frozenset({"maar", "want", "dus"})
_REPEATED: Final = frozenset({"wij", "we", "u", "ik", "hij", "je", "jij"})
_PAIRED: Final = frozenset({"zowel", "noch", "enerzijds", "weliswaar", "hetzij", "alleen", "eerst", "hoe"})
_MARKS: Final = frozenset('()[]:;?!"“”„‘’«»–—')


def split_at_conjunction(tokens: Sequence[Token]) -> Suggestion | None:
    """How to cut a sentence in two at *en*, *maar*, *want* or *dus*; None where that is not sure to go well.

    Both halves are main clauses with a finite verb and a subject. A pronoun that they share comes back:
    *U vult het formulier in en stuurt het op* → *… in. U stuurt het op.*
    """
    if not tokens or tokens[-1].text != ".":
        return None
    every = clauses(tokens)
    cuts = [(at, word) for at, word in _cuts(tokens, every)]
    if not cuts:
        return None
    at, word = min(cuts, key=lambda cut: abs(2 * cut[0] - len(tokens)))
    return _suggestion(tokens, at, word)


def _cuts(tokens: Sequence[Token], every: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """Where a conjunction joins two main clauses, and the word that begins the second sentence."""
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if not (token.tag.startswith("VG|neven") and (word == "en" or word in _KEPT)):
            continue
        if min(_words(tokens[:at]), _words(tokens[at + 1 :])) < _LEAST or not _is_plain(tokens[:at]):
            continue
        before = [clause for clause in every if clause.verb < at]
        after = [clause for clause in every if clause.verb > at]
        if not _is_one_main(tokens[:at], before) or not after or after[0].opener is not None:
            continue
        first, second = before[0].verb, after[0].verb
        if not _has_subject(tokens, first, 0, at):
            continue
        surely_apart = len(before) == 1 or word != "en" or _is_actor(tokens[at + 1])
        if _begins_well(tokens, at + 1, second) and surely_apart:
            yield at, word if word in _KEPT else ""
        elif word == "en" and second == at + 1 and _shares_pronoun(tokens, first, second):
            yield at, tokens[0].text


def _words(tokens: Sequence[Token]) -> int:
    return sum(token.tag != "LET" for token in tokens)


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Whether nothing in the first half is left open: a bracket, a quotation, "niet alleen"."""
    return not any(token.text in _MARKS or token.text.lower() in _PAIRED for token in tokens)


def _is_one_main(tokens: Sequence[Token], before: Sequence[Clause]) -> bool:
    """Whether the first half is one main clause; clauses may hang from it, but none in front or unfinished.

    What stands in front ("Als u betaalt, …") could be about both halves.
    """
    openers = {clause.opener for clause in before}
    return (
        bool(before)
        and before[0].opener is None
        and all(clause.opener is not None and clause.opener > before[0].verb for clause in before[1:])
        and not any(
            token.tag.startswith(("VG|onder", "VNW|betr")) and at not in openers
            for at, token in enumerate(tokens)
        )
    )


def _is_actor(token: Token) -> bool:
    """Whether the word can only be a subject: then it is no part of a clause that runs on."""
    return token.tag.startswith("VNW|pers|pron|nomin")


def _has_subject(tokens: Sequence[Token], verb: int, start: int, end: int) -> bool:
    acting = subject(tokens, verb)
    return acting is not None and start <= acting < end


def _begins_well(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether the second half is a main clause: its subject, the verb, and what is not a verb.

    Or one word, the verb and its subject: *daarna sturen wij u een brief*.
    """
    acting = subject(tokens, verb)
    after = tokens[verb + 1].tag
    if acting is None or tokens[start].tag == "LET" or after.startswith(("WW|", "LET")):
        return False
    first, last = phrase(tokens, acting)
    if acting < verb:
        return first == start and last == verb - 1
    one_word = verb == start + 1 and tokens[start].tag.startswith(("BW", "VNW|aanw|adv", "ADJ|vrij"))
    return one_word and first == verb + 1


def _shares_pronoun(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether both verbs surely have the pronoun that opens the sentence as their subject.

    *U* behind a plural verb is no subject, whatever the parser says: *wij … en sturen u …*.
    """
    acting = subject(tokens, second)
    same = [tokens[verb].tag.endswith("|mv") for verb in (first, second)]
    helped = any(token.tag.startswith("WW|inf") for token in tokens[first + 1 : second])
    return (
        tokens[0].text.lower() in _REPEATED
        and subject(tokens, first) == 0
        and first == 1
        and tokens[second].tag.startswith("WW|pv")
        and tokens[second].dep == "conj"
        and same[0] == same[1]
        and not (helped and tokens[second].text.endswith("n"))
        and (acting is None or (tokens[acting].text == "u" and tokens[second].text.endswith("en")))
    )


def _suggestion(tokens: Sequence[Token], at: int, word: str) -> Suggestion:
    """Cut before the conjunction at ``at``; ``word`` begins the second sentence, or what follows if empty."""
    last = at - 1 if tokens[at - 1].tag != "LET" else at - 2
    following = tokens[at + 1]
    if word:
        cut = Edit(Span(tokens[last].end, tokens[at].end), f". {capitalised(word)}")
    else:
        cut = Edit(Span(tokens[last].end, following.end), f". {capitalised(following.text)}")
    opening = f"{capitalised(word)} {following.text}" if word else capitalised(following.text)
    rest = " ".join(token.text for token in tokens[at + 2 : at + 1 + _SHOWN])
    return Suggestion(f"‘… {tokens[last].text}. {opening} {rest} …’", (cut,))
