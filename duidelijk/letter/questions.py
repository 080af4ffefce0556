"""Five questions that the reader of a letter has, and the sentence that answers each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from duidelijk.letter import Letter, Part
from duidelijk.letter import question_patterns as says
from duidelijk.letter import question_places as place
from duidelijk.letter import question_tests as test
from duidelijk.letter.days import letter_date
from duidelijk.letter.orders import orders
from duidelijk.letter.question_whole import Test, Whole, has_words
from duidelijk.letter.running import running_text
from duidelijk.model import Block, Document, LetterKind, LetterPart, Question, Span

_LONGEST: Final = 1_000  # characters; a longer sentence answers nobody


class LetterAnswer(NamedTuple):
    """A question with the sentence that answers it; without block and span it is open."""

    question: Question
    block: Block | None = None
    span: Span | None = None


def answers(document: Document, found: Letter) -> tuple[LetterAnswer, ...]:
    """For each of the five questions the sentence that answers it best, in the order in which readers ask."""
    said = running_text(document, found)
    does: dict[tuple[Block, int], set[LetterPart]] = {}
    for part in found.parts:
        does.setdefault((part.block, part.span.start), set()).add(part.name)
    number = {(one.block, one.span.start): at for at, one in enumerate(said)}
    whole = Whole(
        found,
        said,
        tuple(frozenset(does.get((one.block, one.span.start), ())) for one in said),
        frozenset(number[order.said.block, order.said.span.start] for order in orders(said)),
        letter_date(found),
        {},
        -1,
        any(test.is_unpaid(one.text[:_LONGEST]) for one in said),
    )
    decided = (at for at, one in enumerate(said) if len(one.text) <= _LONGEST and test.decides(whole, at))
    whole = whole._replace(decided=next(decided, -1))
    return tuple(
        _answer(whole, question, (*_FIRST_TESTS.get((found.kind, question), ()), *ways))
        for question, ways in _TESTS.items()
    )


def _answer(whole: Whole, question: Question, ways: Sequence[Test]) -> LetterAnswer:
    """The first sentence that passes the best test that any sentence passes."""
    for way in ways:
        for at, one in enumerate(whole.said):
            if len(one.text) <= _LONGEST and way(whole, at) and not whole.is_aside(at):
                return LetterAnswer(question, one.block, one.span)
    subject = next(iter(whole.found.of("subject")), None)
    if question == "what" and subject is not None:
        return LetterAnswer(question, subject.block, subject.span)
    if question == "where" and whole.said:
        contact = _contact_below(whole.found)
        if contact is not None:
            return LetterAnswer(question, contact.block, contact.span)
    return LetterAnswer(question)


def _contact_below(found: Letter) -> Part | None:
    """A way to reach the sender below the closing, such as a number under a name."""
    closing = next(iter(found.of("closing")), None)
    if closing is None:
        return None
    below = (part for part in found.of("contact") if part.block.place > closing.block.place)
    return next(below, None)


_TESTS: Final[Mapping[Question, tuple[Test, ...]]] = {
    "what": (),
    "why": (test.stands_under_reason, test.explains, has_words(says.FOUND_OUT), test.cites_law),
    "when": (
        test.labels_day,
        test.sets_term,
        test.names_day,
        test.opens_with_event,
        has_words(says.LASTS),
        test.comes_before,
        test.sets_legal_term,
    ),
    "how": (
        place.is_first_step,
        place.stands_under_how,
        place.tells_how,
        place.stands_under_what_to_do,
        place.is_ordered,
        place.stands_under_what_next,
        place.goes_on,
        place.acts,
        place.may,
        place.tells_how_to_object,
    ),
    "where": (
        place.labels_place,
        place.pays_into,
        place.acts_there,
        place.names_place,
        place.is_there,
        place.offers_contact,
        place.names_legal_place,
    ),
}
# What goes before these in letters of one kind; what a letter is about depends on its kind alone.
_FIRST_TESTS: Final[Mapping[tuple[LetterKind, Question], tuple[Test, ...]]] = {
    ("decision", "what"): (test.decides_at_once, test.decides_formally, test.decides),
    ("request", "what"): (test.asks, test.asks_somehow),
    ("invoice", "what"): (has_words(says.IMPOSES), test.duns, test.bills, test.names_sum, test.asks),
    ("invitation", "what"): (
        test.invites_in_person,
        test.leads_to_event,
        test.tells_of_event,
        test.invites_here,
        test.opens_with_news,
        test.asks,
    ),
    ("notice", "what"): (
        test.confirms,
        test.opens_in_person,
        test.decides,
        test.tells_of_event,
        test.opens_with_news,
        test.is_news,
        test.reports,
    ),
    ("decision", "why"): (
        test.stands_under_reason,
        test.explains_as_announced,
        has_words(says.FOUND_OUT),
        test.explains,
        has_words(says.JUDGES),
        test.argues,
        test.follows_decision,
    ),
    ("invoice", "why"): (test.stands_under_reason, test.explains, test.says_unpaid, test.is_first),
    ("invitation", "why"): (test.explains, has_words(says.HOPES), test.opens_with_plan, test.is_first),
    ("notice", "why"): (test.explains, has_words(says.FOUND_OUT), test.tells_of_work),
    ("invitation", "when"): (test.labels_day, test.names_event),
    ("notice", "when"): (test.names_event, test.names_day),
    ("invoice", "how"): (has_words(says.PAYS), has_words(says.COLLECTS)),
    ("invoice", "where"): (place.pays_into,),
}
