"""Terms in a letter: what the reader must do without a term, and terms without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from duidelijk.checks.letter_days import in_words, last_day
from duidelijk.checks.prose import any_of
from duidelijk.letter import Letter, letter
from duidelijk.letter.days import is_to_come, letter_date
from duidelijk.letter.orders import is_case, orders
from duidelijk.letter.running import Said, headings, running_text
from duidelijk.model import Block, Document, Edit, Hit, Level, Span, Suggestion
from duidelijk.nlp import sentences
from duidelijk.nlp.facts import Fact, facts

_I: Final = re.IGNORECASE
_OURS: Final = re.compile(
    any_of(
        r"""
        \b(?:hoort|krijgt|ontvangt) u\b
        \bu (?:hoort|krijgt|ontvangt)\b
        \b(?:beslissen|beslis|sturen|stuur|betalen|betaal|nemen|neem|laten|laat|bellen) (?:wij|we|ik)\b
        \A(?:wij|we|ik) (?!vra|verzoe|willen u|wil u|ontvangen|ontvang|zien|zie|moeten uw)
        """
    ),
    _I,
)
_FOR_READER: Final = re.compile(
    r"\b(?:de tijd|gelegenheid|uitstel|kans|nodig|uw (?:reactie|antwoord|betaling))\b", _I
)
_AT_ONCE: Final = re.compile(
    any_of(
        r"""
        \b(?:direct|meteen|onmiddellijk|onverwijld|per omgaande|vandaag|morgen|nu)\b
        \b(?:altijd|voortaan|voordat|vóórdat|zolang|van tevoren|deze week|deze maand)\b
        \b(?:elke?|iedere?|per) (?:dag|week|maand|kwartaal|jaar)\b
        \b(?:maandelijks|jaarlijks|wekelijks|dagelijks|vooraf|tijdens|zodra|wanneer|uiterlijk)\b
        \b(?:voor|vóór) (?:de |het |uw |onze |deze |dit )?(?:afspraak|gesprek|(?:hoor)?zitting|bijeenkomst)\b
        """
    ),
    _I,
)
_PAST: Final = re.compile(
    any_of(
        r"""
        \b(?:had|hadden|was|waren|werd|werden|moest|moesten|kon|konden|kreeg|kregen)\b
        \b(?:vroeg|vroegen|schreef|schreven|stuurden?)\b
        \A(?!als |indien |hebben wij ).*\b(?:u|je) (?:hebt|heeft|bent)\b(?! verplicht|.*(?:de tijd|recht)\b)
        \A(?!als |indien ).*\b(?:wij|we|ik) (?:hebben|heb|zijn|ben)\b
        """
    ),
    _I,
)
_IN_GENERAL: Final = re.compile(
    any_of(
        r"""
        \A(?:een|elke|iedere|alle|gemeenten)\b
        \b(?:volgens|in) (?:de|deze) (?:wet|verordening)\b|\bwettelijk\w*
        \b(?:gemiddeld|meestal|vaak|doorgaans|normaal gesproken|bestuursorgaan|gemeenten)\b
        \b(?:zodra|nadat|telkens|elke keer|steeds)\b|\b(?:als|indien|wanneer) (?:wij|we)\b
        """
    ),
    _I,
)
_NOT_YET_KNOWN: Final = re.compile(r"\bvan (?:uw|je|jouw|de|het|alle) (?!brief|dagtekening)", _I)
_UNKNOWN_DAY: Final = re.compile(
    r"\bwaarop\b(?!.*(?:brief|besluit|verzonden|verstuurd))|aanplak|publicatie|kennisgeving|betekening", _I
)
_WORKING_DAYS: Final = re.compile(r"werkdag", _I)
_IF: Final = re.compile(r"(?:als|indien|wanneer|mocht|zodra|wie)\b", _I)
_POINT: Final = re.compile(r"over\b", _I)
_LONGEST: Final = 1_000  # characters; a longer sentence is a table or a list


class _Term(NamedTuple):
    """A term without a date, in the sentence that it stands in."""

    block: Block
    at: int
    text: str
    fact: Fact
    legal: bool


def actions_without_term(document: Document) -> Iterator[Hit]:
    """What the reader must do, where neither the sentence nor its section says by when: one hit a section.

    A section is the text under a heading; without headings it is the paragraph and its neighbours.
    """
    found = letter(document)
    if found is None:
        return
    said = _without_objection(found, running_text(document, found))
    today = letter_date(found)
    titles = [*(part.text for part in found.of("subject")), *(block.text for block in headings(found))]
    if any(_names_day(title, today) for title in titles):
        return
    timed = [one for one in said if not _is_ours(one.text) and _names_day(one.text, today)]
    sections = {one.section for one in timed if one.heading}
    paragraphs = {one.paragraph + step for one in timed if not one.heading for step in (-1, 0, 1)}

    def has_term(one: Said) -> bool:
        near = one.section in sections if one.heading else one.paragraph in paragraphs
        return near or _AT_ONCE.search(one.text) is not None

    every = list(orders(said))
    settled = {order.family for order in every if has_term(order.said)}
    done: set[int] = set()
    for order in every:
        if order.family not in settled and order.said.section not in done:
            done.add(order.said.section)
            yield Hit(order.said.block, order.said.span)


def relative_terms(document: Document) -> Iterator[Hit]:
    """Terms such as ‘binnen 2 weken’ with no date near them.

    The level is lower where the law sets the term, or where it runs from the date of the letter.
    """
    found = letter(document)
    if found is None:
        return
    today = letter_date(found)
    for term in _terms(document, found, today):
        start, end = term.at + term.fact.start, term.at + term.fact.end
        level: Level | None = "suggestion" if term.legal or term.fact.anchor == "letter" else None
        yield Hit(term.block, Span(start, end), suggestions=tuple(_with_date(term, today)), level=level)


def _without_objection(found: Letter, said: tuple[Said, ...]) -> tuple[Said, ...]:
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    return tuple(one for one in said if (one.block, one.span.start) not in legal)


def _is_ours(text: str) -> bool:
    """Whether a sentence is about what the sender is going to do."""
    return _OURS.search(text) is not None and _FOR_READER.search(text) is None


def _names_day(text: str, today: date | None) -> bool:
    return any(
        fact.kind == "deadline" or (fact.kind == "date" and is_to_come(text, fact, today))
        for fact in facts(text)
    )


def _terms(document: Document, found: Letter, today: date | None) -> Iterator[_Term]:
    """The terms of the letter without a date in their sentence or the next; general rules are no terms."""
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    blocks = dict.fromkeys(part.block for part in (*found.of("body"), *found.of("objection")))
    is_special = False  # the section is for some readers only: “Hebt u kinderen?”
    for block in blocks:
        if block.kind == "heading":
            is_special = is_case(block.text, "")
            continue
        every = sentences(document, block)
        in_case = is_special
        for one, after in zip(every, (*every[1:], None), strict=False):
            if len(one.text) > _LONGEST:
                continue
            in_case = in_case or is_case(one.text, after.text if after is not None else "")
            is_legal = (block, one.start) in legal
            if not is_legal and (_PAST.search(one.text) or _IN_GENERAL.search(one.text)):
                continue
            if _has_day(one.text, today) or (after is not None and _has_day(after.text, today)):
                continue
            for fact in facts(one.text):
                if (
                    fact.kind == "deadline"
                    and _is_open(one.text, fact, is_legal=is_legal)
                    and (is_legal or not (in_case or _in_consequence(one.text, fact)))
                ):
                    yield _Term(block, one.start, one.text, fact, is_legal)


def _has_day(text: str, today: date | None) -> bool:
    return any(fact.kind == "date" and is_to_come(text, fact, today) for fact in facts(text))


def _is_open(text: str, fact: Fact, *, is_legal: bool) -> bool:
    """Whether a term has a length in days or longer, from a day that the sender knows or the law names."""
    if not fact.value.startswith("P") or fact.value.startswith("PT") or fact.anchor == "date":
        return False
    if _UNKNOWN_DAY.search(text[fact.start : fact.end]):
        return False
    if is_legal:
        return True
    if fact.anchor == "event":
        return False
    return fact.anchor != "receipt" or not _NOT_YET_KNOWN.search(text[fact.start : fact.end + 20])


def _in_consequence(text: str, fact: Fact) -> bool:
    """Whether a term goes only if the beginning of the sentence is true: “Als u verhuist, … binnen …”."""
    return _IF.match(text) is not None and "," in text[: fact.start]


def _with_date(term: _Term, today: date | None) -> Iterator[Suggestion]:
    """The term as a date, where it runs from the date of the letter."""
    text = term.text[term.fact.start : term.fact.end]
    if today is None or term.fact.anchor not in {"", "letter"} or _WORKING_DAYS.search(text):
        return
    day = last_day(today, term.fact.value, legal=term.legal)
    if day is None:
        return
    new = f"{'op' if _POINT.match(text) else 'uiterlijk'} {in_words(day)}"
    if text[0].isupper():
        new = new[0].upper() + new[1:]
    span = Span(term.at + term.fact.start, term.at + term.fact.end)
    yield Suggestion(f"‘{new}’, als u de brief op {in_words(today)} verstuurt", (Edit(span, new),))
