"""Facts in running text: dates, terms, times, amounts, numbers to call, addresses, laws, IBAN and BSN.

Facts do not overlap, with three exceptions: a term may hold a date and a time, an address a postcode. Where
two kinds could stand, the one that is looked for first wins: see :func:`facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.nlp import fact_patterns as patterns
from duidelijk.nlp.fact_values import day_time, digits, duration, euros, iso_date, passes_97, passes_eleven
from duidelijk.nlp.laws import compiled, laws

FactKind = Literal[
    "date", "deadline", "time", "amount", "phone", "email", "web", "postcode", "address", "law", "iban", "bsn"
]
_IGNORE: Final = re.IGNORECASE
_TAKEN: Final = "\0"
_IBAN_LENGTHS: Final = {"NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20, "GB": 22}
_LOOK_BACK: Final = 60


class Fact(NamedTuple):
    """One fact in ``text[start:end]``.

    ``value``: a date as ``2026-05-01``, ``--05-01`` without a year or ``2026-05`` without a day; a term as
    its date or as a length (``P6W``, ``P14D``, ``PT24H``); a time as ``14:00`` or ``09:00-12:00``; euros as
    ``1250.00``; a phone number, postcode, IBAN or BSN without spaces and marks.
    ``anchor`` says from when a term runs: ``date`` (a day that it names), ``letter`` (its date or sending),
    ``receipt``, ``event`` (``na uw verhuizing``), or empty when it does not say.
    """

    kind: FactKind
    start: int
    end: int
    value: str = ""
    anchor: str = ""


@lru_cache(maxsize=128)
def facts(text: str) -> tuple[Fact, ...]:
    """All facts in ``text``, which has single spaces, in order of their place; an outer one comes first."""
    text = text.replace("\u00a0", " ")
    rest = text
    found: list[Fact] = []
    for finder in (_laws, _emails, _webs, _ibans, _dates, _amounts, _times, _phones, _bsns):
        these = list(finder(rest))
        found += these
        rest = _without(rest, these)
    found += _addresses(rest)
    by_start = {fact.start: fact for fact in found if fact.kind in {"date", "time"}}
    opaque = [fact for fact in found if fact.kind not in {"date", "time"}]
    terms = list(_deadlines(_without(text, opaque), by_start))
    counted = {at for term in terms if term.value[:1] == "P" for at in range(term.start, term.end)}
    kept = (fact for fact in found if fact.kind != "time" or fact.start not in counted)
    return tuple(sorted((*kept, *terms), key=lambda fact: (fact.start, -fact.end)))


def _without(text: str, taken: Iterable[Fact]) -> str:
    """``text`` with a mark that no pattern knows in the place of each fact."""
    parts: list[str] = []
    at = 0
    for fact in sorted(taken, key=lambda fact: fact.start):
        if fact.end > at:
            start = max(at, fact.start)
            parts += (text[at:start], _TAKEN * (fact.end - start))
            at = fact.end
    return "".join((*parts, text[at:]))


def _laws(text: str) -> Iterator[Fact]:
    start = end = -1
    for span in sorted(laws(text)):
        if end >= 0 and (span.start <= end or text[end : span.start] in {" van de ", " van het "}):
            end = max(end, span.end)
            continue
        if end > start >= 0:
            yield Fact("law", start, end)
        start, end = span
    if end > start >= 0:
        yield Fact("law", start, end)


def _emails(text: str) -> Iterator[Fact]:
    if "@" in text:
        for match in compiled(patterns.EMAIL).finditer(text):
            yield Fact("email", *match.span(), match[0].lower())


def _webs(text: str) -> Iterator[Fact]:
    if "." not in text and "://" not in text:
        return
    for match in compiled(patterns.WEB, _IGNORE).finditer(text):
        address = match[0].split(_TAKEN)[0].rstrip(".,;:!?…'’”\"*_>]")
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(").,;:!?")
        if "." in address:
            yield Fact("web", match.start(), match.start() + len(address), address)


def _ibans(text: str) -> Iterator[Fact]:
    done = 0
    for match in compiled(patterns.IBAN).finditer(text):
        if match.start() < done:
            continue
        bare = ""
        for at in range(match.start(), match.end()):
            if not text[at].isalnum():
                continue
            bare += text[at]
            if len(bare) > 34:
                break
            length = _IBAN_LENGTHS.get(bare[:2], max(15, len(bare)))
            if text[at + 1 : at + 2].isalnum() or len(bare) != length:
                continue
            if passes_97(bare):
                done = at + 1
                yield Fact("iban", match.start(), done, bare)
                break


def _dates(text: str) -> Iterator[Fact]:
    for match in compiled(patterns.DATE, _IGNORE).finditer(text):
        value = iso_date(match)
        if value:
            yield Fact("date", *match.span(), value)


def _amounts(text: str) -> Iterator[Fact]:
    if "€" not in text and "eur" not in text.lower():
        return
    for match in compiled(patterns.AMOUNT, _IGNORE).finditer(text):
        yield Fact("amount", *match.span(), euros(match))


def _times(text: str) -> Iterator[Fact]:
    for match in compiled(patterns.TIME, _IGNORE).finditer(text):
        yield Fact("time", *match.span(), day_time(match))


def _phones(text: str) -> Iterator[Fact]:
    for match in compiled(patterns.PHONE).finditer(text):
        number = digits(match[0])
        if number.startswith("140") and not match[0].startswith("+"):
            known = number[2:] in patterns.CODES_OF_THREE if len(number) == 5 else number[3] in "12345"
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            known = known or compiled(patterns.CALLED, _IGNORE).search(before) is not None
            if not known or compiled(patterns.COUNTED).match(text, match.end()):
                continue
        elif match[0].startswith(("0", "(")) and not number.startswith(("0031", "0032", "0800", "090")):
            is_belgian = len(number) == 9 and number[1] in "123456789" and not match[0].isdigit()
            if len(number) != 10 and not is_belgian:
                continue
        yield Fact("phone", *match.span(), number)
    for match in compiled(patterns.SHORT_PHONE, _IGNORE).finditer(text):
        yield Fact("phone", *match.span("short"), match["short"])


def _bsns(text: str) -> Iterator[Fact]:
    for match in compiled(patterns.BSN).finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        number = digits(match[0])
        if not passes_eleven(number):
            continue
        named = compiled(patterns.BSN_BEFORE, _IGNORE).search(before)
        plain = len(number) == 9 and match[1] != "." and "." not in match[0]
        if named or (plain and not compiled(patterns.NUMBER_BEFORE, _IGNORE).search(before)):
            yield Fact("bsn", *match.span(), number.zfill(9))


def _addresses(text: str) -> Iterator[Fact]:
    """Postcodes, and addresses with or without one."""
    done = 0
    for match in compiled(patterns.ADDRESS).finditer(text):
        if match["alone"]:
            is_year = match["alone"].startswith(("19", "20")) and " " in match["alone"]
            if not is_year or match["place"] is not None:
                yield Fact("postcode", *match.span(), match["alone"].replace(" ", ""))
            continue
        start = match.start() if match["box"] else _street_start(text, match.start() + 1, done)
        if start is None:
            continue
        done = match.end()
        code = (match["code"] or "").replace(" ", "")
        yield Fact("address", start, done, code)
        if code:
            yield Fact("postcode", *match.span("code"), code)


def _street_start(text: str, at: int, low: int) -> int | None:
    """Where the name of a street begins of which the last word holds ``at``; None when it is no name."""
    start = None
    for _ in range(5):
        match = compiled(patterns.STREET_WORD).search(text, max(low, at - 40), at)
        if match is None:
            break
        word = match[0]
        if word[:1].isupper() and word not in patterns.NO_STREET:
            start = match.start()
        elif word not in patterns.STREET_LINKS:
            break
        at = match.start() - 1
        if at < low or text[at] != " " or text[at - 1] in ",:;!?":
            break
    return start


def _deadlines(text: str, by_start: dict[int, Fact]) -> Iterator[Fact]:
    """Terms, the longest first where two begin together; none overlaps another."""
    candidates = (*_absolute(text, by_start), *_relative(text, by_start))
    end = 0
    for fact in sorted(candidates, key=lambda fact: (fact.start, -fact.end)):
        if fact.start >= end:
            end = fact.end
            yield fact


def _absolute(text: str, by_start: dict[int, Fact]) -> Iterator[Fact]:
    for match in compiled(patterns.ABSOLUTE, _IGNORE).finditer(text):
        day = by_start.get(match.end())
        end, value = match.end(), ""
        if day is not None:
            if day.kind == "time" and not match["firm"]:
                continue
            end, value = day.end, day.value if day.kind == "date" else ""
        elif match["firm"] and (loose := compiled(patterns.LOOSE, _IGNORE).match(text, end)):
            end = loose.end()
        else:
            continue
        then = compiled(patterns.BEFORE_TIME, _IGNORE).match(text, end)
        time = by_start.get(then.end()) if then else None
        if time is not None and time.kind == "time":
            end = time.end
        yield Fact("deadline", match.start(), end, value, "date" if value else "")


def _relative(text: str, by_start: dict[int, Fact]) -> Iterator[Fact]:
    for match in compiled(patterns.RELATIVE, _IGNORE).finditer(text):
        end, anchor = match.end(), ""
        day = by_start.get(end + len(" na ")) if text.startswith(" na ", end) else None
        following = compiled(patterns.ANCHOR, _IGNORE).match(text, end)
        if day is not None:
            end, anchor = day.end, "date"
        elif following:
            end, anchor = following.end(), _anchor(following[0])
        elif text.startswith(" na ", end):
            anchor = "event"
        if not match["lead"] and (
            following is None
            or match["unit"].lower().startswith("ja")
            or following[0].lower().startswith((" voor", " vóór"))
        ):
            continue
        yield Fact("deadline", match.start(), end, duration(match), anchor)


def _anchor(text: str) -> str:
    if text.endswith(" de tijd"):
        return ""
    if compiled(patterns.FROM_RECEIPT, _IGNORE).search(text):
        return "receipt"
    return "letter" if compiled(patterns.FROM_LETTER, _IGNORE).search(text) else "event"
