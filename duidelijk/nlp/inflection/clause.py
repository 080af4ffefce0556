"""What the sentence says about a verb: who does it, in what kind of clause, and where that clause ends.

With a parse the relations tell; without one only what tags and order leave no doubt about. Every function
gives
None where it cannot tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from duidelijk.model import Token
from duidelijk.nlp.inflection.verbs import Person

Order = Literal["main", "subordinate"]

_PRONOUNS: Final[dict[str, Person]] = {
    "ik": "ik", "'k": "ik", "jij": "jij", "je": "jij", "u": "u", "gij": "u",
    "hij": "hij", "zij": "hij", "ze": "hij", "het": "hij", "men": "hij", "wie": "hij", "iedereen": "hij",
    "niemand": "hij", "dit": "hij", "dat": "hij", "er": "hij", "wij": "mv", "we": "mv", "jullie": "mv",
}  # fmt: skip
_WH: Final = frozenset(
    {"waar", "wanneer", "hoe", "waarom", "wie", "wat", "welke", "welk", "waarin", "waarvoor"}
)
_BREAKS: Final = frozenset(',;:.?!…()[]–—"”’')
_OWN_CLAUSE: Final = ("acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "conj")


def has_parse(tokens: Sequence[Token]) -> bool:
    """Whether the tokens carry relations."""
    return any(token.dep for token in tokens)


def segment(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The stretch around ``at`` without punctuation in it, as a range of indices."""
    start = at
    while start and tokens[start - 1].text not in _BREAKS:
        start -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].text not in _BREAKS:
        end += 1
    return start, end


def person(tokens: Sequence[Token], verb: int) -> Person | None:
    """Who does it, as far as a pronoun tells; a noun as the subject is ``hij`` or ``mv``."""
    tag = tokens[verb].tag
    if "|mv" in tag:
        return "mv"
    for at in _subjects(tokens, verb):
        text = tokens[at].text.lower()
        if text in _PRONOUNS:
            found = _PRONOUNS[text]
            if found != "mv":
                return found
        elif tokens[at].dep:
            return "hij"
    return None


def _subjects(tokens: Sequence[Token], verb: int) -> list[int]:
    """Where the subject may be, the likeliest first."""
    about = _governor(tokens, verb)
    parsed = [
        at for at, token in enumerate(tokens) if token.head in (verb, about) and token.dep.startswith("nsubj")
    ]
    if parsed:
        return parsed
    start, end = segment(tokens, verb)
    near = [verb + 1] if verb + 1 < end else []
    order = near + list(range(verb - 1, start - 1, -1))
    return [at for at in order if _is_subject_pronoun(tokens[at])]


def _is_subject_pronoun(token: Token) -> bool:
    return token.text.lower() in _PRONOUNS and token.tag.startswith("VNW|") and "|bez|" not in token.tag


def _governor(tokens: Sequence[Token], verb: int) -> int:
    token = tokens[verb]
    return token.head if token.dep.startswith(("aux", "cop")) and token.head >= 0 else verb


def is_before_je(tokens: Sequence[Token], verb: int) -> bool:
    """Whether ``je`` or ``jij`` as the subject comes right after the verb: *vind je*, *stel je vast*."""
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return (
        following is not None
        and following.text.lower() in ("je", "jij")
        and "|bez|" not in following.tag
        and not tokens[verb].tag.endswith("met-t")
    )


def is_imperative(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb opens its clause without a subject: *Laat ons weten …*."""
    start, _ = segment(tokens, verb)
    first = start == verb or (verb == start + 1 and not tokens[start].text[:1].isalnum())
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if not first or "|tgw|ev" not in tokens[verb].tag or tokens[-1].text == "?":
        return False
    return not _subjects(tokens, verb) and (after is None or not after.tag.startswith("VNW|pers|pron|nomin"))


def order(tokens: Sequence[Token], verb: int) -> Order | None:
    """Whether the finite verb stands second (or first), or at the end behind a conjunction or relative."""
    start, end = segment(tokens, verb)
    openers = [at for at in range(start, verb) if opens_subordinate(tokens, at)]
    if not openers:
        if start and tokens[start - 1].text != "," and tokens[start - 1].text in ')]"”’–—':
            return None  # the clause may have begun before the aside
        if verb > start + 1 and start and _opens_before(tokens, start):
            return None
        return "main"
    if openers == [verb - 1] and tokens[openers[0]].text.lower() in _WH:
        return "main"
    following = tokens[verb + 1] if verb + 1 < end else None
    closed = following is None or following.tag.startswith(("VG|", "WW|", "VZ|", "LET"))
    return "subordinate" if closed else None


def opens_subordinate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a conjunction, a relative or a question word opens a subordinate clause here."""
    token = tokens[at]
    return token.tag.startswith(("VG|onder", "VNW|betr")) or (
        token.text.lower() in _WH and (token.tag.startswith(("VNW|vb", "BW", "VNW|vb")))
    )


def _opens_before(tokens: Sequence[Token], start: int) -> bool:
    """Whether a subordinate clause begun before the comma at ``start - 1`` could still run on after it."""
    before, _ = segment(tokens, max(start - 2, 0))
    opened = any(opens_subordinate(tokens, at) for at in range(before, start - 1))
    closed = any(tokens[at].tag.startswith("WW|pv") for at in range(before, start - 1))
    return opened and not closed


def is_relative(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative pronoun opens the clause: there object and subject are easily confused."""
    start, _ = segment(tokens, verb)
    return any(tokens[at].tag.startswith("VNW|betr") for at in range(start, verb))


def end_of_main_clause(tokens: Sequence[Token], verb: int) -> int | None:
    """The last token before the place of a particle: *Wij sturen u het formulier | toe.*"""
    if has_parse(tokens):
        return _end_by_parse(tokens, verb)
    _, end = segment(tokens, verb)
    rest = range(verb + 1, end)
    if end < len(tokens) and tokens[end].text not in ".?!":
        return None
    if not rest or any(tokens[at].tag.startswith(("VG|", "WW|pv", "WW|inf", "VNW|betr")) for at in rest):
        return None
    return end - 1


def _end_by_parse(tokens: Sequence[Token], verb: int) -> int | None:
    own = {verb}
    for _ in tokens:
        grown = own | {at for at, token in enumerate(tokens) if _is_inside(token, verb, own)}
        if grown == own:
            break
        own = grown
    at = verb
    while at + 1 < len(tokens) and at + 1 in own:
        at += 1
    later = [place for place in own if place > at and tokens[place].text not in _BREAKS]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if later or at == verb or any(_asks(tokens[place]) for place in range(verb + 1, at + 1)):
        return None
    if following is None or following.tag.startswith(_MAY_FOLLOW) or following.text.lower() == "om":
        return at
    return None  # the parser drew a part of another clause in, or left a part out


_MAY_FOLLOW: Final = ("LET", "VG|", "VNW|betr")


def _asks(token: Token) -> bool:
    """Whether the word may open a clause of its own in the middle of another: *welke*, *hoe*, *die*."""
    return token.tag.startswith(("VNW|vb", "VNW|betr", "VG|onder")) or token.text.lower() in _WH


def _is_inside(token: Token, verb: int, own: set[int]) -> bool:
    if token.head not in own or token.dep.startswith("punct") or token.text in _BREAKS:
        return False
    clause = token.dep.split(":")[0] in _OWN_CLAUSE and (
        token.head == verb or not token.dep.startswith("conj")
    )
    return not clause


def object_start(tokens: Sequence[Token], verb: int) -> int | None:
    """Where the object of the verb begins, when it is a noun phrase in the same clause."""
    if not has_parse(tokens):
        start, _ = segment(tokens, verb)
        following = tokens[verb + 1] if verb + 1 < len(tokens) else None
        opens = following is not None and following.tag.startswith(
            ("LID|", "ADJ|prenom", "N|", "VNW|bez", "TW|")
        )
        before = tokens[verb - 1] if verb > start else None
        subject = before is not None and before.tag.startswith(("VNW|pers", "N|", "VNW|aanw"))
        return verb + 1 if opens and subject else None
    objects = [at for at, token in enumerate(tokens) if token.head == verb and token.dep == "obj"]
    if len(objects) != 1 or not tokens[objects[0]].tag.startswith("N|"):
        return None
    inside = subtree(tokens, objects[0])
    first = min(inside)
    return first if tokens[first].text not in _BREAKS else None


def subtree(tokens: Sequence[Token], root: int) -> set[int]:
    """The token and everything that hangs from it."""
    inside = {root}
    for _ in tokens:
        grown = inside | {at for at, token in enumerate(tokens) if token.head in inside}
        if grown == inside:
            return inside
        inside = grown
    return inside


def same_clause(tokens: Sequence[Token], at: int) -> list[int]:
    """The tokens around ``at`` up to punctuation, a subordinating conjunction or a relative pronoun."""
    start, end = segment(tokens, at)
    after = next((place for place in range(at + 1, end) if opens_subordinate(tokens, place)), end)
    before = next(
        (place for place in range(at - 1, start - 1, -1) if opens_subordinate(tokens, place)), start
    )
    return [place for place in range(before, after) if place != at]


def auxiliary(tokens: Sequence[Token], participle: int) -> int | None:
    """The form of ``hebben``, ``zijn`` or ``worden`` that goes with a past participle."""
    parsed = [
        at
        for at, token in enumerate(tokens)
        if token.head == participle and token.dep.startswith(("aux", "cop")) and token.lemma in AUXILIARIES
    ]
    if parsed:
        return parsed[0]
    near = [
        at
        for at in same_clause(tokens, participle)
        if tokens[at].lemma in AUXILIARIES and tokens[at].tag.startswith("WW|")
    ]
    return near[0] if len(near) == 1 else None


AUXILIARIES: Final = frozenset({"hebben", "zijn", "worden"})
