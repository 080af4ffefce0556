"""Which kind of letter it is, by weighing what stands in it.

A decision has sentences that decide, a heading or subject that says so, and a clause about objecting. An
invoice has an amount, an account or number to pay with, and words of paying. An invitation tells a day and
an hour to come for something. A request asks the reader to act, early in the letter or in so many words; an
order further on may be just what follows from news. What does none of this is a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, cast, get_args

from duidelijk.letter import Part
from duidelijk.letter.phrases import said_in, words_of
from duidelijk.model import Confidence, LetterKind
from duidelijk.nlp.facts import facts
from duidelijk.resources import table

_LEXICON: Final = "briefsoorten"
_I: Final = re.IGNORECASE
_PAY: Final = frozenset(
    {"betaal", "betaalt", "betalen", "betaald", "overmaken", "over", "bijgeschreven", "voldoen", "storten",
     "rekening", "schrijven", "verschuldigd"}
)  # fmt: skip
_HEADING: Final = frozenset({"besluit", "beslissing"})
# Something that the reader may come to, in a sentence with a day and an hour.
_EVENT: Final = re.compile(
    r"\b(?:\w*gesprek|\w*bijeenkomst|\w*avond|\w*middag|\w*zitting|\w*afspraak|\w*onderzoek|keuring"
    r"|\w*spreekuur|"
    r"overleg|vergadering|rondleiding|opening|\w*inloop|\w*bezoek|controle|vaccinatie|inenting|vindt plaats|"
    r"plaatsvinden|verwacht(?:en)?|welkom|wanneer|uitgenodigd|nodigen|begint|komt? (?:u|je))\b",
    _I,
)
_BEFORE_PAST: Final = re.compile(r"\b(?:van|d\.?d\.?|sinds|gedateerd)\s*\Z", _I)
_OF_INVOICE: Final = re.compile(
    r"\b(?:factuur|aanslag|aanslagbiljet|nota|vorderings?|betalings?|debiteuren)\s?-?(?:nummer"
    r"|kenmerk|nr)?\b",
    _I,
)
_URGES: Final = re.compile(
    r"\b(?:moet|moeten|dient|dienen|vragen|vraag|verzoeken|verzoek|verzocht|gelieve|wilt|zou|kunt|kun|kunnen|"
    r"verplicht|gehouden|sommeren|sommeer|gelasten|gelast|graag|gelegenheid)\b",
    _I,
)
_GATHERING: Final = re.compile(
    r"\b(?:\w*gesprek|\w*bijeenkomst|\w*avond|\w*middag|\w*zitting|\w*vergadering|\w*overleg"
    r"|\w*inloop|rondleiding"
    r"|opening|feest|excursie|workshop|welkom|uitgenodigd|nodigen)\b|^kom\b|\bkom (?:ons|dan|ook"
    r"|langs|gerust|gezellig)\b"
    r"|[.!] Kom\b",
    _I,
)
_FROM_NOW: Final = re.compile(r"\b(?:vanaf|per|met ingang van|voortaan|binnenkort)\b", _I)
_INTENDS: Final = re.compile(r"\b(?:voornemens?|van plan|ontwerp-?besluit)\b", _I)

_BASE: Final[Mapping[LetterKind, float]] = {"notice": 1.6}
_SUBJECT: Final = 2.0
_TOLD: Final = 3.0
_FIRST: Final = 0.5
_CLAUSE: Final = 2.5
_DECIDED: Final = 2.0
_ASKED: Final = 1.5
_ADVISED: Final = 0.75
_BY_WHEN: Final = 0.5
_SAID: Final = 2.0
_TO_PAY: Final = 1.5
_NUMBERED: Final = 1.5
_EARLY: Final = 3.0
_LATE: Final = 1.0
_BY_PROGRAMME: Final = 2.5
_AT_ONCE: Final = 1.0
_NEWS: Final = 1.0
_OPENING: Final = 3  # paragraphs in which a letter says what it is for
_FEW: Final = 2
_SURE: Final[tuple[tuple[float, Confidence], ...]] = ((2.5, "high"), (1.0, "medium"), (0.0, "low"))


def kind_of(parts: Sequence[Part]) -> tuple[LetterKind, Confidence]:
    """The kind with most evidence, and how sure that is; one that asks and decides nothing is a notice."""
    weights = _weights(parts)
    best, second = sorted(weights, key=lambda kind: -weights[kind])[:2]
    margin = weights[best] - weights[second]
    return best, next(confidence for least, confidence in _SURE if margin >= least)


def _weights(parts: Sequence[Part]) -> dict[LetterKind, float]:
    weights = {kind: _BASE.get(kind, 0.0) for kind in cast("tuple[LetterKind, ...]", get_args(LetterKind))}
    text = [part for part in parts if part.name == "body" and part.block.kind != "code"]
    subjects = [part for part in parts if part.name == "subject"]
    for part in subjects:
        _add_words(weights, words_of(part.text), _SUBJECT)
    for part in text[:_FEW]:
        _add_words(weights, words_of(part.text), _FIRST)
    said = _said((*subjects, *text))
    for kind in weights:
        worth = {"decision": 0.0, "notice": _NEWS}.get(kind, _SAID)
        weights[kind] += worth * min(_FEW, said.count(kind))
    told = _said(subjects)
    weights["decision"] += _TOLD * ("decision" in told or "told" in told) + _decides(parts, text)
    if any(_FROM_NOW.search(part.text) for part in subjects) and "action" not in told:
        weights["notice"] += _NEWS
    weights["invitation"] += _invites(text) or _EARLY * any(_names_event(part.text) for part in subjects)
    weights["invoice"] += _TO_PAY * _asks_to_pay(text) + _NUMBERED * _has_number_to_pay(parts)
    weights["request"] += _ASKED * ("action" in _said(subjects))
    weights["request"] += _asks(parts, text) / (1 + min(_FEW, _count(parts, "decision")))
    if any(_INTENDS.search(part.text) for part in (*subjects, *text[:_FEW])):
        weights["decision"] /= 2
    if weights["invitation"] >= _BY_PROGRAMME:
        weights["request"] /= 2
    return weights


def _decides(parts: Sequence[Part], text: Iterable[Part]) -> float:
    """How much a letter looks like a decision: a sentence, a heading or a clause about objecting says so."""
    headed = any(
        part.block.kind == "heading" and not _HEADING.isdisjoint(words_of(part.text)) for part in text
    )
    clause = any(part.name == "objection" for part in parts)
    return _DECIDED * min(_FEW, _count(parts, "decision")) + _DECIDED * headed + _CLAUSE * clause


def _asks(parts: Sequence[Part], text: Sequence[Part]) -> float:
    """How much a letter asks the reader to do: at once, in so many words, or further on and by the way."""
    deadlines = {(part.block, part.span) for part in parts if part.name == "deadline"}
    paragraphs = [part.block for part in text if part.block.kind != "heading"]
    early = {id(block) for block in paragraphs[:_OPENING]}
    found = first = 0.0
    by_when = False
    for part in parts:
        if part.name != "action":
            continue
        has_term = (part.block, part.span) in deadlines
        urges = _URGES.search(part.text) is not None
        if id(part.block) in early:
            first = _AT_ONCE * urges or first
            by_when = by_when or has_term
            found += _ASKED if urges or has_term else _ADVISED
        else:
            by_when = by_when or (has_term and urges)
            found += _ASKED if urges else _ADVISED
    return min(_FEW * _ASKED, found) + _BY_WHEN * by_when + first


def _invites(text: Sequence[Part]) -> float:
    """Whether a letter tells a day and an hour to come for something, and whether it does so at once.

    The hour may stand below (“De zitting is op:”), or in a programme.
    """
    found = 0.0
    for number, part in enumerate(text):
        told = part.text
        if told.endswith(":") and number + 1 < len(text):
            told += f" {text[number + 1].text}"
        if _EVENT.search(told) and _names_hour(told):
            return _EARLY if number < _OPENING else max(found, _LATE)
        if number < _OPENING and _GATHERING.search(told) and _names_day(told):
            hours = (fact.kind == "time" for other in text[number:] for fact in facts(other.text))
            found = _BY_PROGRAMME * any(hours)
    return found


def _names_day(text: str) -> bool:
    return any(fact.kind == "date" and not _BEFORE_PAST.search(text[: fact.start]) for fact in facts(text))


def _names_event(subject: str) -> bool:
    """Whether a subject tells of something to come: ``Vaccinatie in de klas op 21 april``."""
    days = [fact for fact in facts(subject) if fact.kind == "date"]
    return _EVENT.search(subject) is not None and any(
        not _BEFORE_PAST.search(subject[: day.start]) for day in days
    )


def _names_hour(text: str) -> bool:
    kinds = {fact.kind for fact in facts(text)}
    return {"date", "time"} <= kinds


def _has_number_to_pay(parts: Iterable[Part]) -> bool:
    return any(part.name == "reference" and _OF_INVOICE.match(part.text) is not None for part in parts)


def _add_words(weights: dict[LetterKind, float], words: Sequence[str], weight: float) -> None:
    for kind in {kind for word in words for kind in _kinds_of(word)}:
        weights[kind] += weight


def _kinds_of(word: str) -> tuple[LetterKind, ...]:
    """The kinds of letter that a word points to, by itself or by what it ends in."""
    known, ends = _known_words()
    found = known.get(word)
    if found is None:
        end = next((end for end in ends if word.endswith(end)), None)
        found = ends[end] if end is not None else ()
    return found


@cache
def _known_words() -> tuple[Mapping[str, tuple[LetterKind, ...]], Mapping[str, tuple[LetterKind, ...]]]:
    """The kinds of letter that each word of the table points to, and each end of a word (``*avond``)."""
    found: dict[str, tuple[LetterKind, ...]] = {}
    ends: dict[str, tuple[LetterKind, ...]] = {}
    for kind, word in table(_LEXICON, 2):
        side, bare = (ends, word[1:]) if word.startswith("*") else (found, word)
        side[bare] = (*side.get(bare, ()), cast("LetterKind", kind))
    return found, ends


def _said(text: Iterable[Part]) -> list[str]:
    """What the paragraphs say, such as that the reader is invited; once a paragraph."""
    return [does for part in text for does in said_in(words_of(part.text))]


def _count(parts: Iterable[Part], name: str) -> int:
    return sum(part.name == name for part in parts)


def _asks_to_pay(text: Iterable[Part]) -> int:
    """How strongly a letter asks for money: an amount, and an account, where it speaks of paying."""
    found = 0
    for part in text:
        if not _PAY.isdisjoint(words_of(part.text)):
            kinds = {fact.kind for fact in facts(part.text)}
            found = max(found, ("iban" in kinds) + ("amount" in kinds))
    return found
