"""What a sentence of a letter may say of how and where: tests by its number."""

from __future__ import annotations

from typing import Final

from duidelijk.letter import question_patterns as says
from duidelijk.letter.orders import is_case, is_order
from duidelijk.letter.question_whole import Whole, is_body

_REACH: Final = frozenset({"iban", "web", "phone", "email"})


def is_how(whole: Whole, at: int) -> bool:
    """Whether a sentence may say how: it is about more than objecting and asking questions."""
    return not whole.is_clause(at) and says.CONTACT_HEADING.search(whole.said[at].heading) is None


def acts_here(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return (
        at in whole.orders
        or "action" in whole.does[at]
        or is_order(text)
        or says.ACTS.search(text) is not None
    )


def tells_how(whole: Whole, at: int) -> bool:
    """Whether a sentence says with what or along which way the reader does something."""
    text = whole.said[at].text
    acts = acts_here(whole, at) or says.THAT_CAN_BE_DONE.match(text) is not None
    return acts and is_how(whole, at) and says.MEANS.search(text) is not None and not is_for_some(whole, at)


def is_for_some(whole: Whole, at: int) -> bool:
    """Whether a sentence is for who says yes to the question before it: “Krijgt u een andere auto?”"""
    if at == 0 or whole.found.kind == "invitation":
        return False
    before, one = whole.said[at - 1], whole.said[at]
    return before.paragraph == one.paragraph and is_case(before.text, one.text)


def stands_under_how(whole: Whole, at: int) -> bool:
    one = whole.said[at]
    return (
        is_how(whole, at) and says.HOW_HEADING.search(one.heading) is not None and not one.text.endswith("?")
    )


def stands_under_what_to_do(whole: Whole, at: int) -> bool:
    one = whole.said[at]
    return (
        is_how(whole, at) and says.DO_HEADING.search(one.heading) is not None and not one.text.endswith("?")
    )


def stands_under_what_next(whole: Whole, at: int) -> bool:
    one = whole.said[at]
    return is_how(whole, at) and says.NEXT_HEADING.search(one.heading) is not None


def is_first_step(whole: Whole, at: int) -> bool:
    """Whether a sentence comes after “Zo vraagt u de pas aan:”."""
    return at > 0 and is_how(whole, at) and says.LEADS_IN.match(whole.said[at - 1].text) is not None


def is_ordered(whole: Whole, at: int) -> bool:
    return at in whole.orders and is_how(whole, at)


def goes_on(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return at > 0 and is_how(whole, at) and bool(says.GOES_ON.search(text)) and not says.DENIES.search(text)


def acts(whole: Whole, at: int) -> bool:
    return "action" in whole.does[at] and is_how(whole, at)


def may(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return is_how(whole, at) and says.MAY.match(text) is not None and says.TALKS.search(text) is None


def tells_how_to_object(whole: Whole, at: int) -> bool:
    return whole.is_clause(at) and "bezwaarschrift" in whole.said[at].text and whole.found.kind == "decision"


def labels_place(whole: Whole, at: int) -> bool:
    text = whole.said[at].text
    return says.LABELS["where"].match(text) is not None or (
        is_appointment(whole, at) and (says.PLACE.search(text) is not None or has_address(whole, at))
    )


def is_appointment(whole: Whole, at: int) -> bool:
    kinds = {fact.kind for fact in whole.facts(at)}
    return whole.found.kind == "invitation" or {"time", "date"} <= kinds


def is_there(whole: Whole, at: int) -> bool:
    """Whether a sentence has a place, and is not about what happened there."""
    text = whole.said[at].text
    return not whole.is_clause(at) and says.PLACE.search(text) is not None and says.PAST.search(text) is None


def pays_into(whole: Whole, at: int) -> bool:
    """Whether a sentence names the account to pay into."""
    text = whole.said[at].text
    return is_body(whole, at) and bool(says.ACCOUNT.search(text)) and not says.GOES_ON.search(text)


def names_place(whole: Whole, at: int) -> bool:
    """Whether a sentence says where to pay, look, call, send or go, and not where the reader’s house is."""
    text = whole.said[at].text
    if whole.is_clause(at) or says.ONLY_LOOK.match(text):
        return False
    return any(fact.kind in _REACH for fact in whole.facts(at)) or (
        says.GO_THERE.search(text) is not None and has_address(whole, at)
    )


def acts_there(whole: Whole, at: int) -> bool:
    """Whether the reader is told to do something at a place, on a site or at a department."""
    text = whole.said[at].text
    if not is_how(whole, at) or not (acts_here(whole, at) or says.THAT_CAN_BE_DONE.match(text)):
        return False
    return (
        says.PLACE.search(text) is not None or says.TO_WHOM.search(text) is not None or names_place(whole, at)
    )


def has_address(whole: Whole, at: int) -> bool:
    return any(fact.kind in {"address", "postcode"} for fact in whole.facts(at))


def offers_contact(whole: Whole, at: int) -> bool:
    return "contact" in whole.does[at] and not says.ONLY_LOOK.match(whole.said[at].text)


def names_legal_place(whole: Whole, at: int) -> bool:
    return (whole.found.kind == "decision" and whole.is_clause(at)) and (
        has_address(whole, at) or any(fact.kind in _REACH for fact in whole.facts(at))
    )
