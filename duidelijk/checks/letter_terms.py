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
_ASKS: Final = (
    r"vra|verzoe|sommer|gelast|dringen|stellen u|wil(?:len)? u|(?:wil|wen|zou)\w* (?:\w+ )?dat|verwacht|hope"
    r"|reken|ga\w* er|ontvang|zie|moeten uw"
)
_OURS: Final = re.compile(
    any_of(
        rf"""
        \b(?:hoort|krijgt|ontvangt|verneemt) u\b|\b(?:hoor|krijg|ontvang) je\b
        \b(?:u|je) (?:hoort|krijgt|ontvangt|verneemt)\b
        \b(?:beslissen|beslis|sturen|stuur|betalen|betaal|nemen|neem|laten|laat|bellen) (?:wij|we|ik)\b
        \A(?:wij|we|ik) (?!{_ASKS})
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
        \b(?:direct|meteen|onmiddellijk|onverwijld|terstond|per omgaande|omgaand|vandaag|morgen|nu)\b
        \bzo (?:spoedig|snel|vlug) mogelijk\b|\bop korte termijn\b|\bten spoedigste\b|\btijdig\b|\bop tijd\b
        \b(?:altijd|voortaan|voordat|vóórdat|zolang|van tevoren|deze week|deze maand)\b
        \b(?:elke?|iedere?|per) (?:dag|week|maand|kwartaal|jaar)\b
        \b(?:maandelijks|jaarlijks|wekelijks|dagelijks|vooraf|tijdens|zodra|wanneer|uiterlijk)\b
        \b(?:voor|vóór) (?:de |het |uw |onze |deze |dit )?(?:afspraak|gesprek|(?:hoor)?zitting|bijeenkomst)\b
        """
    ),
    _I,
)
_STILL_OPEN: Final = r"\b(?:de tijd|recht|nodig|gelegenheid|kans)\b"
_PAST: Final = re.compile(
    any_of(
        rf"""
        \b(?:had|hadden|was|waren|werd|werden|moest|moesten|kon|konden|kreeg|kregen)\b
        \b(?:vroeg|vroegen|schreef|schreven|stuurden?)\b
        \A(?!als |indien |hebben wij ).*\b(?:u|je) (?:hebt|heeft|bent)\b(?! verplicht|.*{_STILL_OPEN})
        \A(?!als |indien ).*\b(?:wij|we|ik) (?:hebben|heb|zijn|ben)\b(?!.*\b(?:nodig|uiterlijk)\b)
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
        \b(?:telkens|elke keer|steeds)\b|\b(?:beslis|behandel|procedure)termijn|\bdoorlooptijd
        """
    ),
    _I,
)
# Days that only the reader can know, as they lie in his life and not in this letter.
_HIS_DAY: Final = re.compile(
    r"\b(?:verhui|wijzig|verander|geboorte|overl[ei]|huwelijk|trouw|scheid|verkoop|verkocht|vertrek"
    r"|aanplak|publicatie)"
    r"|(?:begin|start|aanvang|einde|afloop) van (?:de |het |uw )?(?:werk|bouw|activiteit|evenement)"
    r"|gestolen|kwijt",
    _I,
)
_WORKING_DAYS: Final = re.compile(r"werkdag", _I)
_POINT: Final = re.compile(r"over\b", _I)
# “Bankafschriften over drie maanden” are no term.
_SPREAD: Final = re.compile(
    r"(?:afschrift\w*|loonstro\w+|specificatie\w*|periode|overzicht\w*|gegevens|inkom\w+|rente|kosten"
    r"|huur|bedrag\w*|"
    r"betaling\w*|gemiddel\w*|bewijz\w+|verdeel\w*|gespreid|verspreid|berekend|verbruik|premie) \Z",
    _I,
)
_BACK: Final = 20  # characters
_FROM: Final = re.compile(r"\b(?:vanaf|sinds|met ingang van)\s*\Z", _I)
_UNCOUNTED: Final = "P0D"  # how long it is does not matter, as no date is offered
_COUNT: Final = (
    r"(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien|twaalf|veertien|dertig) "
    r"(?:werk)?(?:dag|week|maand|dagen|weken|maanden)"
)
_COUNTED_DAYS: Final = re.compile(
    rf"\b(?P<term>(?:binnen nu en {_COUNT}|(?:tot|tot uiterlijk) {_COUNT}(?P<anchor> (?:voor|vóór"
    rf"|na) (?:de |het |uw )?\w+)))\b"
    rf"|\b(?:hebt|heeft) (?:u|je)(?: (?:daarvoor|hiervoor|nog|dan|daarna"
    rf"|nu))? (?P<time>{_COUNT})(?= om\b|[.,])",
    _I,
)
_TODAY: Final = " heden"
_LONGEST: Final = 1_000  # characters; a longer sentence is a table or a list


class _Term(NamedTuple):
    """A term without a date, in the sentence that it stands in."""

    block: Block
    at: int
    text: str
    fact: Fact
    legal: bool
    goes_on: bool
    """Whether a term before it in the sentence runs from the date of the letter."""


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
    paragraphs = {one.paragraph for one in timed if not one.heading}
    terms = [one.paragraph for one in timed if not one.heading and _names_term(one.text)]
    paragraphs.update(at + step for at in terms for step in (-1, 1))

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
        is_known = term.legal or term.goes_on or term.fact.anchor == "letter"
        level: Level | None = "suggestion" if is_known else None
        yield Hit(term.block, Span(start, end), suggestions=tuple(_with_date(term, today)), level=level)


def _without_objection(found: Letter, said: tuple[Said, ...]) -> tuple[Said, ...]:
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    return tuple(one for one in said if (one.block, one.span.start) not in legal)


def _is_ours(text: str) -> bool:
    """Whether a sentence is about what the sender is going to do."""
    return _OURS.search(text) is not None and _FOR_READER.search(text) is None


def _names_term(text: str) -> bool:
    """Whether a sentence says by when, and not on what day something happens or from when."""
    return any(fact.kind == "deadline" for fact in facts(text))


def _names_day(text: str, today: date | None) -> bool:
    return any(
        fact.kind == "deadline" or (fact.kind == "date" and is_to_come(text, fact, today))
        for fact in facts(text)
    )


def _terms(document: Document, found: Letter, today: date | None) -> Iterator[_Term]:
    """The terms of the letter without a date in their sentence or the next; general rules are no terms."""
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    blocks = dict.fromkeys(part.block for part in (*found.of("body"), *found.of("objection")))
    is_special = False  # the section is for who has a day of his own: “Gaat u verhuizen?”
    for block in blocks:
        if block.kind == "heading":
            is_special = _is_his_case(block.text, "")
            continue
        every = sentences(document, block)
        in_case = is_special
        for one, after in zip(every, (*every[1:], None), strict=False):
            if len(one.text) > _LONGEST:
                continue
            in_case = in_case or _is_his_case(one.text, after.text if after is not None else "")
            is_legal = (block, one.start) in legal
            if not is_legal and (in_case or _PAST.search(one.text) or _IN_GENERAL.search(one.text)):
                continue
            if _has_day(one.text, today) or (after is not None and _has_last_day(after.text, today)):
                continue
            from_letter = False
            for fact in _deadlines(one.text):
                if _is_open(one.text, fact, is_legal=is_legal):
                    from_letter = from_letter or _is_from_letter(one.text, fact)
                    yield _Term(
                        block,
                        one.start,
                        one.text,
                        fact,
                        is_legal,
                        from_letter and fact.anchor in {"", "event"},
                    )


def _deadlines(text: str) -> Iterator[Fact]:
    """The terms in a sentence, with those that are terms in letters: “tot tien dagen voor de zitting”."""
    end = 0
    for fact in facts(text):
        if fact.kind == "deadline":
            end = max(end, fact.end)
            yield fact
    for match in _COUNTED_DAYS.finditer(text, end):
        group = "term" if match["term"] else "time"
        yield Fact("deadline", *match.span(group), _UNCOUNTED, "event" if match["anchor"] else "")


def _is_from_letter(text: str, fact: Fact) -> bool:
    return fact.anchor == "letter" or _TODAY in text[fact.start : fact.end + len(_TODAY)].lower()


def _is_his_case(text: str, after: str) -> bool:
    """Whether a question is about a day that only the reader knows: “Is uw hond overleden?”"""
    return _HIS_DAY.search(text) is not None and is_case(text, after)


def _has_day(text: str, today: date | None) -> bool:
    return any(fact.kind == "date" and is_to_come(text, fact, today) for fact in facts(text))


def _has_last_day(text: str, today: date | None) -> bool:
    """Whether a sentence may name the day on which the term before it ends, which is none “vanaf 12 mei”."""
    return any(
        fact.kind == "date"
        and is_to_come(text, fact, today)
        and not _FROM.search(text[max(0, fact.start - _BACK) : fact.start])
        for fact in facts(text)
    )


def _is_open(text: str, fact: Fact, *, is_legal: bool) -> bool:
    """Whether a term has a length in days or longer, from a day that the sender may know or the law names."""
    if not fact.value.startswith("P") or fact.value.startswith("PT") or fact.anchor == "date":
        return False
    if is_legal:
        return True
    if _POINT.match(text, fact.start) and _SPREAD.search(text[max(0, fact.start - _BACK) : fact.start]):
        return False
    return _HIS_DAY.search(text[: fact.end]) is None


def _with_date(term: _Term, today: date | None) -> Iterator[Suggestion]:
    """The term as a date, where it runs from the date of the letter."""
    text = term.text[term.fact.start : term.fact.end]
    if today is None or term.fact.anchor not in {"", "letter"} or _WORKING_DAYS.search(text):
        return
    day = last_day(today, term.fact.value, legal=term.legal) if term.fact.value != _UNCOUNTED else None
    if day is None:
        return
    new = f"{'op' if _POINT.match(text) else 'uiterlijk'} {in_words(day)}"
    if text[0].isupper():
        new = new[0].upper() + new[1:]
    span = Span(term.at + term.fact.start, term.at + term.fact.end)
    yield Suggestion(f"‘{new}’, als u de brief op {in_words(today)} verstuurt", (Edit(span, new),))
