"""Letters that begin with something else than what the reader wants to know: the decision, the request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from duidelijk.letter import Letter, letter
from duidelijk.letter.days import letter_date
from duidelijk.letter.news import (
    BACKGROUND,
    invites,
    tells_bill,
    tells_invitation,
    tells_outcome,
    tells_request,
    title_tells,
)
from duidelijk.letter.orders import orders
from duidelijk.letter.running import Said, running_text
from duidelijk.model import Document, Hit, LetterKind

_CORE: Final[Mapping[LetterKind, str]] = {
    "decision": "wat u hebt besloten",
    "request": "wat u van de lezer vraagt",
    "invoice": "wat de lezer moet betalen",
    "invitation": "waarvoor u de lezer uitnodigt",
    "notice": "wat het nieuws is",
}
_GONE: Final = re.compile(
    r"\b(?:heeft|hebt|hebben|heb|was|waren|vroeg|schreef|werd|ontving(?:en)?|informer\w+|weet|leest"
    r"|bericht\w*)\b",
    re.IGNORECASE,
)

_PERSONAL: Final = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie|wij|we|ik|ons|onze)\b", re.IGNORECASE)


def late_core(document: Document) -> Iterator[Hit]:
    """The first sentence of a letter that says only in a later paragraph what the reader wants to know."""
    found = letter(document)
    if found is None or (found.confidence == "low" and found.kind == "notice"):
        return
    said = running_text(document, found)
    first = [one for one in said if one.paragraph == 0]
    if not first or _gives_away(found, first):
        return
    later = _core_at(found, first, [one for one in said if one.paragraph > 0])
    if later is not None:
        yield Hit(first[0].block, first[0].span, {"wat": _CORE[found.kind], "alinea": later + 1})


def _gives_away(found: Letter, first: Sequence[Said]) -> bool:
    """Whether the subject, the first heading or the first paragraph has the news."""
    titles = (*(part.text for part in found.of("subject")), first[0].heading)
    if any(title_tells(text) for text in titles):
        return True
    today = letter_date(found)
    if found.kind == "notice":
        return not (_is_past(first) or _is_general(first, today))
    kinds = _CORE if found.confidence == "low" else (found.kind,)
    return any(_tells(kind, one, today) for one in first for kind in kinds) or any(
        True for _ in orders(first)
    )


def _is_past(first: Sequence[Said]) -> bool:
    """Whether the first paragraph only says what went before."""
    return all(BACKGROUND.match(one.text) and _GONE.search(one.text) for one in first)


def _is_general(first: Sequence[Said], today: date | None) -> bool:
    """Whether the first paragraph is about nobody and no day: “Goede wegen zijn belangrijk voor de regio.”"""
    return len(first) > 1 and not any(
        _PERSONAL.search(one.text) or tells_invitation(one.text, today) for one in first
    )


def _tells(kind: LetterKind, one: Said, today: date | None) -> bool:
    """Whether a sentence has the news of this kind of letter. A request or outcome is news in all."""
    return (
        tells_outcome(one.text)
        or tells_request(one.text)
        or (kind == "invoice" and tells_bill(one.text))
        or (kind == "invitation" and tells_invitation(one.text, today))
        or (kind != "decision" and invites(one.text))
    )


def _core_at(found: Letter, first: Sequence[Said], later: Sequence[Said]) -> int | None:
    """The paragraph where the core is, for this kind of letter."""
    if found.kind == "notice":
        if _is_past(first):
            return next((one.paragraph for one in later if not BACKGROUND.match(one.text)), None)
        told = (
            one for one in later if tells_outcome(one.text) or tells_invitation(one.text, letter_date(found))
        )
        return next((one.paragraph for one in told), None)
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    later = [one for one in later if (one.block, one.span.start) not in legal]
    if found.kind == "decision":
        decisions = {(part.block, part.span.start) for part in found.of("decision")}
        decided = (
            one for one in later if (one.block, one.span.start) in decisions or tells_outcome(one.text)
        )
        return next((one.paragraph for one in decided), None)
    today = letter_date(found)
    ordered = {(order.said.block, order.said.span.start) for order in orders(later)}
    asked = (one for one in later if (one.block, one.span.start) in ordered or _tells(found.kind, one, today))
    return next((one.paragraph for one in asked), None)
