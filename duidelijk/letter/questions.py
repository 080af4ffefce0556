"""Five questions that the reader of a letter has, and the sentence that answers each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from duidelijk.letter import Letter
from duidelijk.letter.days import is_to_come, letter_date
from duidelijk.letter.orders import orders
from duidelijk.letter.running import Said, running_text
from duidelijk.model import Block, Document, LetterPart, Question, Span
from duidelijk.nlp.facts import Fact, facts

_I: Final = re.IGNORECASE
_LONGEST: Final = 1_000  # characters; a longer sentence answers nobody


class LetterAnswer(NamedTuple):
    """A question with the sentence that answers it; without block and span it is open."""

    question: Question
    block: Block | None = None
    span: Span | None = None


class _Letter(NamedTuple):
    """The sentences of a letter, and what is known about each, by its number."""

    found: Letter
    said: tuple[Said, ...]
    does: tuple[frozenset[LetterPart], ...]
    orders: frozenset[int]
    today: date | None
    known: dict[int, tuple[Fact, ...]]

    def facts(self, at: int) -> tuple[Fact, ...]:
        """The dates, numbers and addresses in a sentence, looked for once."""
        if at not in self.known:
            self.known[at] = facts(self.said[at].text)
        return self.known[at]

    def is_clause(self, at: int) -> bool:
        """Whether a sentence is about how to object, which answers no question but as a last resort."""
        return "objection" in self.does[at]


_Test = Callable[[_Letter, int], bool]

_INVITES: Final = re.compile(
    r"\b(?:uitnodig\w*|uitgenodigd|uit te nodigen|nodig\w* (?:wij|we|ik)|welkom)\b", _I
)
_DECIDES: Final = re.compile(
    r"\b(?:besloten|beslist|afgewezen|toegekend|verleend|goedgekeurd|ingetrokken|geweigerd)\b"
    r"|\b(?:wij|we|ik) (?:wijzen|wijs|kennen|ken|verlenen|verleen|weigeren|weiger|trekken|trek|keuren|keur)\b"
    r"|\b(?:u|je) krijgt\b|\bkrijgt (?:u|je)\b",
    _I,
)
_ANNOUNCES: Final = re.compile(
    r"\b(?:in|met|via) deze brief\b|\b(?:leest|vindt) u\b|\b(?:hieronder|hierna|verderop)\b", _I
)
_CONCLUDES: Final = re.compile(r"\b(?:besloten|beslist)\b", _I)
_BILL: Final = re.compile(r"\b(?:aanslag|factuur|nota|rekening (?:voor|van|over))\b", _I)
_FEW: Final = 3  # spaces: “Goed nieuws!” says nothing yet
_NEEDS: Final = re.compile(r"\b(?:hebben|heb) (?:wij|we|ik)\b.{0,100}\bnodig\b", _I)
_BACKGROUND: Final = re.compile(
    r"(?:op \d+|op (?:maan|dins|woens|donder|vrij|zater|zon)dag|naar aanleiding van|zoals u"
    r"|onlangs|eerder|vorige?"
    r"|u (?:hebt|heeft|vroeg|schreef|stuurde)|wij (?:hebben|ontvingen) uw|bedankt|dank)\b",
    _I,
)
_REASON: Final = re.compile(
    r"\b(?:omdat|want|doordat|aangezien|vanwege|wegens|immers|om deze reden|de redenen?|zodat|zo kunnen)\b"
    r"|\b(?:niet compleet|onvolledig|ontbre\w+|missen)\b|\bnamelijk\b(?! €)"
    r"|\breden(?:en)? (?:is|zijn|hiervoor|daarvoor)\b"
    r"|\bvold(?:oet|oen|eed|eden)\b.{0,60}\baan\b|\b(?:hebben|is|zijn) .{0,80}\bnodig\b.{0,20}\bom\b",
    _I,
)
_IF: Final = re.compile(r"(?:als|indien|mocht|wanneer)\b", _I)
_SO: Final = re.compile(
    r"(?:dus|vandaar|daarvoor (?:hebben|is|zijn|vragen))\b|.{0,60}\b(?:daarom|daardoor|om die reden)\b", _I
)
_REASON_HEADING: Final = re.compile(r"waarom|\bredenen?\b|motivering|toelichting|uitleg|overwegingen", _I)
_FROM: Final = re.compile(r"\b(?:vanaf|per|met ingang van|tot en met)\s*\Z", _I)
_LASTS: Final = re.compile(
    r"\b(?:elke|iedere|per) (?:dag|week|maand|jaar)\b|\b(?:maandelijks|jaarlijks)\b"
    r"|\bduurt\b.{0,60}\b(?:dagen|weken|maanden|jaar)\b",
    _I,
)
_HOW_HEADING: Final = re.compile(
    r"\bhoe\b|wat (?:moet|kunt|doet|gaat|gebeurt)|wat nu|zo (?:vraagt|betaalt|maakt|regelt"
    r"|meldt)|\bstap|vervolg",
    _I,
)
_CONTACT_HEADING: Final = re.compile(r"\bvragen\b|\bcontact\b|informatie|meer weten", _I)
_MEANS: Final = re.compile(
    r"\b(?:uploaden|sturen naar|mailen|opsturen|online|digitaal|digid|formulier\w*"
    r"|door middel van|inloggen|log|vul|invullen|in te vullen|ondertekend?"
    r"|envelop|acceptgiro|automatisch|incasso|stap|per post|per brief|via|over te maken|overmaken|rekening\w*"
    r"|bankrekening\w*)\b",
    _I,
)
_ACTS: Final = re.compile(r"\b(?:u|je) (?:kunt|moet|hoeft)\b|\b(?:kunt|moet|hoeft) (?:u|je)\b", _I)
_GOES_ON: Final = re.compile(
    r"\b(?:wij|we|ik) (?:maken|betalen|betaal|sturen|stuur|nemen|neem|bellen|bel|beslissen"
    r"|komen|beginnen|kijken)\b"
    r"|\b(?:maken|betalen|sturen|nemen|bellen|beslissen|komen) (?:wij|we)\b"
    r"|\b(?:hoort|krijgt|ontvangt) u\b|\bu (?:hoort|krijgt|ontvangt) (?:van ons|bericht"
    r"|antwoord|een brief|het)\b",
    _I,
)
_PLACE: Final = re.compile(
    r"\b(?:loket|balie|stadhuis|gemeentehuis|stadskantoor|spreekuur|zaal|locatie|buurthuis"
    r"|wijkcentrum|bij u thuis|kantoor)\b",
    _I,
)
_LABELS: Final[Mapping[Question, re.Pattern[str]]] = {
    "when": re.compile(r"(?:wanneer|datum|dag|tijd(?:stip)?) ?:", _I),
    "where": re.compile(r"(?:waar|plaats|locatie|adres) ?:", _I),
}
_GO_THERE: Final = re.compile(
    r"\b(?:stuur|sturen|opsturen|kom|komt|komen|langs|bezoek|ga|gaan|naar|adres|verwacht\w*"
    r"|plaats|is in|is op)\b",
    _I,
)
_REACH: Final = frozenset({"iban", "web", "phone", "email"})


def answers(document: Document, found: Letter) -> tuple[LetterAnswer, ...]:
    """For each of the five questions the sentence that answers it best, in the order in which readers ask."""
    said = running_text(document, found)
    does: dict[tuple[Block, int], set[LetterPart]] = {}
    for part in found.parts:
        does.setdefault((part.block, part.span.start), set()).add(part.name)
    number = {(one.block, one.span.start): at for at, one in enumerate(said)}
    whole = _Letter(
        found,
        said,
        tuple(frozenset(does.get((one.block, one.span.start), ())) for one in said),
        frozenset(number[order.said.block, order.said.span.start] for order in orders(said)),
        letter_date(found),
        {},
    )
    return tuple(_answer(whole, question, tests) for question, tests in _TESTS.items())


def _answer(whole: _Letter, question: Question, tests: Sequence[_Test]) -> LetterAnswer:
    """The first sentence that passes the best test that any sentence passes."""
    for test in tests:
        for at, one in enumerate(whole.said):
            if len(one.text) <= _LONGEST and test(whole, at):
                return LetterAnswer(question, one.block, one.span)
    subject = next(iter(whole.found.of("subject")), None)
    if question == "what" and subject is not None:
        return LetterAnswer(question, subject.block, subject.span)
    return LetterAnswer(question)


def _is_core(whole: _Letter, at: int) -> bool:
    """Whether a sentence says what this kind of letter is for."""
    text = whole.said[at].text
    if whole.is_clause(at) or _ANNOUNCES.search(text):
        return False
    kind = whole.found.kind if whole.found.confidence != "low" else "notice"
    if kind == "decision":
        if _BACKGROUND.match(text) and not _CONCLUDES.search(text):
            return False
        return "decision" in whole.does[at] or _DECIDES.search(text) is not None
    if kind == "invitation":
        return _INVITES.search(text) is not None
    if kind == "invoice":
        return (
            _BILL.search(text) is not None
            or any(fact.kind == "amount" for fact in whole.facts(at))
            or at in whole.orders
        )
    if kind == "request":
        return at in whole.orders or "action" in whole.does[at] or _NEEDS.search(text) is not None
    return text.count(" ") >= _FEW and not _BACKGROUND.match(text)


def _opens_with_core(whole: _Letter, at: int) -> bool:
    return whole.said[at].paragraph == 0 and _is_core(whole, at)


def _explains(whole: _Letter, at: int) -> bool:
    """Whether a sentence gives a reason, or comes just before “Daarom …”."""
    if whole.is_clause(at):
        return False
    one = whole.said[at]
    after = whole.said[at + 1] if at + 1 < len(whole.said) else None
    leads = after is not None and after.section == one.section and _SO.match(after.text) is not None
    return leads or _REASON.search(one.text) is not None


def _stands_under_reason(whole: _Letter, at: int) -> bool:
    return _REASON_HEADING.search(whole.said[at].heading) is not None


def _cites_law(whole: _Letter, at: int) -> bool:
    return "legal_basis" in whole.does[at] and not _IF.match(whole.said[at].text)


def _labels_day(whole: _Letter, at: int) -> bool:
    return _LABELS["when"].match(whole.said[at].text) is not None


def _sets_term(whole: _Letter, at: int) -> bool:
    """Whether the reader is told by when to do something."""
    return at in whole.orders and _names_day(whole, at)


def _names_day(whole: _Letter, at: int) -> bool:
    text = whole.said[at].text
    return not whole.is_clause(at) and any(
        fact.kind == "deadline"
        or (fact.kind == "date" and (is_to_come(text, fact, whole.today) or _FROM.search(text[: fact.start])))
        for fact in whole.facts(at)
    )


def _lasts(whole: _Letter, at: int) -> bool:
    return not whole.is_clause(at) and _LASTS.search(whole.said[at].text) is not None


def _sets_legal_term(whole: _Letter, at: int) -> bool:
    return whole.is_clause(at) and "deadline" in whole.does[at]


def _is_how(whole: _Letter, at: int) -> bool:
    """Whether a sentence may say how: it is about more than objecting and asking questions."""
    return not whole.is_clause(at) and _CONTACT_HEADING.search(whole.said[at].heading) is None


def _tells_how(whole: _Letter, at: int) -> bool:
    """Whether a sentence says with what or along which way the reader does something."""
    text = whole.said[at].text
    acts = at in whole.orders or "action" in whole.does[at] or _ACTS.search(text) is not None
    return acts and _is_how(whole, at) and _MEANS.search(text) is not None


def _stands_under_how(whole: _Letter, at: int) -> bool:
    return _is_how(whole, at) and _HOW_HEADING.search(whole.said[at].heading) is not None


def _orders(whole: _Letter, at: int) -> bool:
    return at in whole.orders and _is_how(whole, at)


def _goes_on(whole: _Letter, at: int) -> bool:
    return at > 0 and _is_how(whole, at) and _GOES_ON.search(whole.said[at].text) is not None


def _acts(whole: _Letter, at: int) -> bool:
    return "action" in whole.does[at] and _is_how(whole, at)


def _labels_place(whole: _Letter, at: int) -> bool:
    text = whole.said[at].text
    return _LABELS["where"].match(text) is not None or (
        _is_appointment(whole, at) and (_PLACE.search(text) is not None or _has_address(whole, at))
    )


def _is_appointment(whole: _Letter, at: int) -> bool:
    return whole.found.kind == "invitation" or any(fact.kind == "time" for fact in whole.facts(at))


def _names_place(whole: _Letter, at: int) -> bool:
    """Whether a sentence says where to pay, look, call, send or go, and not where the reader’s house is."""
    text = whole.said[at].text
    return not whole.is_clause(at) and (
        any(fact.kind in _REACH for fact in whole.facts(at))
        or (_GO_THERE.search(text) is not None and _has_address(whole, at))
    )


def _has_address(whole: _Letter, at: int) -> bool:
    return any(fact.kind in {"address", "postcode"} for fact in whole.facts(at))


def _speaks_of_place(whole: _Letter, at: int) -> bool:
    return not whole.is_clause(at) and _PLACE.search(whole.said[at].text) is not None


def _offers_contact(whole: _Letter, at: int) -> bool:
    return "contact" in whole.does[at]


def _names_legal_place(whole: _Letter, at: int) -> bool:
    return whole.is_clause(at) and (
        _has_address(whole, at) or any(fact.kind in _REACH for fact in whole.facts(at))
    )


_TESTS: Final[Mapping[Question, tuple[_Test, ...]]] = {
    "what": (_opens_with_core, _is_core),
    "why": (_stands_under_reason, _explains, _cites_law),
    "when": (_labels_day, _sets_term, _names_day, _lasts, _sets_legal_term),
    "how": (_tells_how, _stands_under_how, _orders, _goes_on, _acts),
    "where": (_labels_place, _names_place, _speaks_of_place, _offers_contact, _names_legal_place),
}
