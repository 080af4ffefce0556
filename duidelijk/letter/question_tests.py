"""What a sentence of a letter may say of its subject, its reason and its day: tests by its number."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.letter import question_patterns as says
from duidelijk.letter.days import is_to_come
from duidelijk.letter.news import BACKGROUND, invites, tells_outcome, tells_request
from duidelijk.letter.question_whole import Whole, has_words, is_body

_NEAR: Final = 10  # sentences
_POINTS_BACK: Final = re.compile(r"(?:die|dit bedrag|dat bedrag|deze kosten|daarvoor)\b", re.IGNORECASE)
_PAPER: Final = re.compile(r"\b(?:deze|de|uw|met|bij) (?:uitnodiging|oproep)\b", re.IGNORECASE)
_BARE: Final = (
    3  # words besides the day itself: “donderdag 26 februari om 10.45 uur” says nothing of what is then
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_FEW: Final = 3  # spaces: “Goed nieuws!” says nothing yet


def decides(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return (
        is_body(whole, at)
        and ("decision" in whole.does[at] or tells_outcome(text))
        and not text.endswith("?")
        and not _POINTS_BACK.match(text)
    )


def decides_at_once(whole: Whole, at: int) -> bool:
    return whole.said[at].paragraph == 0 and decides(whole, at)


def decides_formally(whole: Whole, at: int) -> bool:
    return decides(whole, at) and says.FORMAL.search(whole.said[at].text) is not None


def asks(whole: Whole, at: int) -> bool:
    return is_body(whole, at) and at in whole.orders


def asks_somehow(whole: Whole, at: int) -> bool:
    return is_body(whole, at) and ("action" in whole.does[at] or tells_request(whole.said[at].text))


def bills(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return is_body(whole, at) and says.BILL.search(text) is not None and not is_unpaid(text)


def names_sum(whole: Whole, at: int) -> bool:
    return is_body(whole, at) and any(fact.kind == "amount" for fact in whole.facts(at))


def is_unpaid(text: str) -> bool:
    return says.UNPAID.search(text) is not None and says.IF.match(text) is None


def says_unpaid(whole: Whole, at: int) -> bool:
    return not whole.is_clause(at) and is_unpaid(whole.said[at].text)


def duns(whole: Whole, at: int) -> bool:
    """Whether a reminder asks here for what was not paid."""
    return whole.is_reminder and at in whole.orders


def invites_here(whole: Whole, at: int) -> bool:
    return is_body(whole, at) and invites(whole.said[at].text) and not _has_paper(whole.said[at].text)


def invites_in_person(whole: Whole, at: int) -> bool:
    """Whether a sentence invites the reader himself, and not just says that all are welcome."""
    return invites_here(whole, at) and "welkom" not in whole.said[at].text


def _has_paper(text: str) -> bool:
    return _PAPER.search(text) is not None


def answers_case(whole: Whole, at: int) -> bool:
    """Whether a sentence is for who says yes to the question before it: “Komt de dag u niet uit?”"""
    before, one = whole.said[at - 1], whole.said[at]
    return at > 0 and before.paragraph == one.paragraph and before.text.endswith("?")


def tells_of_event(whole: Whole, at: int) -> bool:
    """Whether a sentence says what there is on a day, and not the day alone."""
    text, end, words = whole.said[at].text, 0, 0
    if (
        not names_event(whole, at)
        or answers_case(whole, at)
        or says.GOES_ON.search(text)
        or says.HEARS.search(text)
    ):
        return False
    for fact in whole.facts(at):
        if fact.start >= end:
            words += len(_LETTERS.findall(text[end : fact.start]))
            end = fact.end
    return words + len(_LETTERS.findall(text[end:])) > _BARE


def opens_with_event(whole: Whole, at: int) -> bool:
    return whole.said[at].paragraph == 0 and names_event(whole, at)


def opens_with_plan(whole: Whole, at: int) -> bool:
    """Whether the letter opens with what the sender is going to do, on which the reader may say something."""
    return (
        whole.said[at].paragraph == 0
        and is_body(whole, at)
        and says.PLANS.search(whole.said[at].text) is not None
    )


def leads_to_event(whole: Whole, at: int) -> bool:
    """Whether the day stands on the line below: “De zitting is op:”."""
    return whole.said[at].text.endswith(":") and at + 1 < len(whole.said) and names_event(whole, at + 1)


def confirms(whole: Whole, at: int) -> bool:
    """Whether a letter has no more news than that something has come in."""
    return (
        at < _NEAR
        and whole.decided < 0
        and not any(names_event(whole, other) for other in range(len(whole.said)))
        and whole.said[at].paragraph == 0
        and is_body(whole, at)
        and says.RECEIVED.search(whole.said[at].text) is not None
        and not any(says.SETTLED.search(one.text) for one in whole.said)
    )


def opens_in_person(whole: Whole, at: int) -> bool:
    personal = says.PERSONAL.search(whole.said[at].text) is not None or names_event(whole, at)
    return personal and opens_with_news(whole, at)


def names_event(whole: Whole, at: int) -> bool:
    """Whether a sentence says on what day it is, and not by when the reader must do something."""
    return (
        is_body(whole, at)
        and at not in whole.orders
        and any(
            fact.kind == "date" and is_to_come(whole.said[at].text, fact, whole.today)
            for fact in whole.facts(at)
        )
    )


def is_news(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return (
        is_body(whole, at)
        and text.count(" ") >= _FEW
        and (not BACKGROUND.match(text) or names_event(whole, at))
        and not cites_law(whole, at)
    )


def reports(whole: Whole, at: int) -> bool:
    """Whether a sentence says what the sender has done about something: “Wij hebben de lamp gerepareerd.”"""
    text = whole.said[at].text
    return is_body(whole, at) and text.count(" ") >= _FEW and says.DONE.search(text) is None


def opens_with_news(whole: Whole, at: int) -> bool:
    return whole.said[at].paragraph == 0 and is_news(whole, at)


def explains(whole: Whole, at: int) -> bool:
    """Whether a sentence gives a reason, or comes just before “Daarom …”."""
    one = whole.said[at]
    if whole.is_clause(at) or says.IF.match(one.text) or one.text.endswith("?"):
        return False
    after = whole.said[at + 1] if at + 1 < len(whole.said) else None
    if says.REASON.search(one.text):
        return True
    if after is None or after.section != one.section or after.paragraph > one.paragraph + 1:
        return False
    leads = says.SO.match(after.text) is not None and says.SO.match(one.text) is None
    return leads and not cites_law(whole, at) and "contact" not in whole.does[at]


def stands_under_reason(whole: Whole, at: int) -> bool:
    one = whole.said[at]
    return (
        says.REASON_HEADING.search(one.heading) is not None
        and not whole.is_clause(at)
        and not cites_law(whole, at)
        and says.DONE.search(one.text) is None
    )


def explains_as_announced(whole: Whole, at: int) -> bool:
    """Whether the sentence before says that the reason follows: “Wij leggen hieronder uit waarom.”"""
    return at > 0 and "waarom" in whole.said[at - 1].text[-20:].lower()


def argues(whole: Whole, at: int) -> bool:
    """Whether a sentence of a decision, between what was asked and what is decided, is an argument."""
    text = whole.said[at].text
    return (
        at != whole.decided
        and (at < whole.decided or whole.decided < 0)
        and whole.said[at].paragraph > 0
        and is_body(whole, at)
        and not cites_law(whole, at)
        and says.DONE.search(text) is None
        and says.WEIGHS.search(text) is not None
    )


def follows_decision(whole: Whole, at: int) -> bool:
    return (
        0 <= whole.decided == at - 1
        and is_body(whole, at)
        and at not in whole.orders
        and "action" not in whole.does[at]
        and not decides(whole, at)
        and not whole.said[at].text.endswith(":")
        and says.WEIGHS.search(whole.said[at].text) is not None
        and whole.said[at].section == whole.said[at - 1].section
    )


def is_first(whole: Whole, at: int) -> bool:
    """Whether a sentence opens the letter with what happened before."""
    before = BACKGROUND.match(whole.said[at].text) is not None or says.RECEIVED.search(whole.said[at].text)
    return bool(at == 0 and is_body(whole, at) and before and at not in whole.orders)


def tells_of_work(whole: Whole, at: int) -> bool:
    """Whether a sentence says what work is done, and is not itself the news of when that is."""
    return (
        has_words(says.WORKS)(whole, at) and not opens_with_event(whole, at) and not tells_of_event(whole, at)
    )


def cites_law(whole: Whole, at: int) -> bool:
    return "legal_basis" in whole.does[at] and not says.IF.match(whole.said[at].text)


def labels_day(whole: Whole, at: int) -> bool:
    return says.LABELS["when"].match(whole.said[at].text) is not None


def sets_term(whole: Whole, at: int) -> bool:
    """Whether the reader is told by when to do something."""
    return at in whole.orders and names_day(whole, at)


def names_day(whole: Whole, at: int) -> bool:
    """Whether a sentence has a day to come or a term; what the sender does is no term for a request."""
    text = whole.said[at].text
    if whole.is_clause(at):
        return False
    if whole.found.kind == "request" and not (at in whole.orders or says.READER.search(text)):
        return False
    for fact in whole.facts(at):
        if fact.kind == "deadline" and not (whole.found.kind == "request" and says.GOES_ON.search(text)):
            return True
        if fact.kind == "date" and (
            is_to_come(text, fact, whole.today) or says.FROM.search(text[: fact.start])
        ):
            return True
    return False


def comes_before(whole: Whole, at: int) -> bool:
    asks = at in whole.orders or "action" in whole.does[at]
    return asks and not whole.is_clause(at) and says.BEFOREHAND.search(whole.said[at].text) is not None


def sets_legal_term(whole: Whole, at: int) -> bool:
    """Whether a sentence says by when to object, which is what the reader of a decision can still do."""
    return whole.found.kind == "decision" and whole.is_clause(at) and "deadline" in whole.does[at]
