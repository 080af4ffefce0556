"""Where personal data stand in a text: numbers of people, and the name and address of whom a letter is for.

When in doubt something is personal: who asks for this would rather see too little than too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from duidelijk.letter import is_letter
from duidelijk.letter.lines import is_salutation
from duidelijk.letter.parts import main_parts
from duidelijk.letter.people import names_in, pieces
from duidelijk.model import Block, Document, Span
from duidelijk.nlp.facts import facts

_NUMBERS: Final = frozenset({"bsn", "iban", "phone", "email"})
_OF_NOBODY: Final = frozenset({"112", "113", "144"})
_ANY_BSN: Final = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\w]{0,5}(?:is |nummer )?(?P<number>\d[\d. -]{6,11}\d)"
    r"|(?<![\w.-])(?P<belgian>\d{2}[. ]?\d{2}[. ]?\d{2}[- ]\d{3}[. ]\d{2})(?!\w)",
    re.IGNORECASE,
)
_ANY_IBAN: Final = re.compile(
    r"(?<!\w)(?:NL ?\d\d ?[A-Z]{4}(?: ?\d){10}|BE ?\d\d(?: ?\d){12})(?!\w)", re.IGNORECASE
)
_BIRTH: Final = re.compile(
    r"(?:\bgeboren|geboorte(?:datum|dag)|\bgeb\.)(?: (?:te|in) \w+)?,?[^\w]{0,5}(?:op|is)? ?\Z",
    re.IGNORECASE,
)
_HOUSE_LINE: Final = re.compile(r"[^\d\n]{2,50} \d{1,5}(?! ?\d)[\w /-]{0,10}\Z")
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
_LABEL_LENGTH: Final = 40
_SALUTATION_LENGTH: Final = 120


def personal(document: Document) -> tuple[Span, ...]:
    """The places of personal data in the source: sorted, not overlapping.

    BSN, IBAN, phone numbers and e-mail addresses wherever they stand, dates of birth, names in a salutation;
    of a letter also name, street, house number and postcode of whom it is for. What is found once is found
    everywhere in the source, also in markup.
    """
    address = _address_lines(document)
    places = [*_births(document.blocks)]
    places += [(block, span) for block, line in address for span in _street(block.text, line)]
    above = (*_until_street(address), *_salutations(document))
    names = [(block, span) for block, line in above for span in names_in(block.text, line)]
    source = document.source.text
    found = [block.map.to_source(*span) for block, span in (*places, *names)]
    found += [block.map.to_source(*span) for block in document.blocks for span in _numbers(block.text)]
    found += _numbers(source)
    texts = {block.text[span.start : span.end] for block, span in places}
    called = {piece for block, span in names for piece in pieces(block.text[span.start : span.end])}
    for pattern in filter(None, (anywhere(texts), as_words(called))):
        found += (Span(*match.span()) for match in pattern.finditer(source))
        for block in document.blocks:
            found += (block.map.to_source(*match.span()) for match in pattern.finditer(block.text))
    return tuple(_joined(found))


def anywhere(texts: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for these texts, whatever white space and capitals they are written with."""
    choices = [r"\s+".join(map(re.escape, text.split())) for text in _longest_first(texts)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)", re.IGNORECASE) if choices else None


def as_words(texts: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for these names with their own capitals: ``Bakker`` is one, ``bakker`` is not."""
    choices = [r"\s+".join(map(re.escape, text.split())) for text in _longest_first(texts)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?=s?(?!\w))") if choices else None


def _longest_first(texts: Iterable[str]) -> list[str]:
    return sorted({text for text in texts if text.strip()}, key=lambda text: (-len(text), text))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in sorted(span for span in spans if span.end > span.start):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _numbers(text: str) -> list[Span]:
    return [
        *(
            Span(fact.start, fact.end)
            for fact in facts(text)
            if fact.kind in _NUMBERS and fact.value not in _OF_NOBODY
        ),
        *(Span(*match.span(match.lastgroup or 0)) for match in _ANY_BSN.finditer(text)),
        *(Span(*match.span()) for match in _ANY_IBAN.finditer(text)),
    ]


def _births(blocks: Sequence[Block]) -> Iterator[tuple[Block, Span]]:
    """Dates of birth, also where the label stands in the cell or line before the date."""
    label = ""
    for block in blocks:
        for fact in facts(block.text):
            if fact.kind == "date":
                before = block.text[max(0, fact.start - 2 * _LABEL_LENGTH) : fact.start]
                if _BIRTH.search(before or label):
                    yield block, Span(fact.start, fact.end)
        label = block.text if len(block.text) <= _LABEL_LENGTH else ""


def _address_lines(document: Document) -> list[tuple[Block, Span]]:
    if not is_letter(document):
        return []
    return [(part.block, part.span) for part in main_parts(document) if part.name == "address"]


def _until_street(lines: Iterable[tuple[Block, Span]]) -> Iterator[tuple[Block, Span]]:
    """The lines of an address with the name in it: those down to the first with a number."""
    for block, line in lines:
        yield block, line
        if any(char.isdigit() for char in block.text[line.start : line.end]):
            return


def _salutations(document: Document) -> Iterator[tuple[Block, Span]]:
    for block in document.blocks:
        text = block.text
        if block.kind == "salutation" or (text and len(text) <= _SALUTATION_LENGTH and is_salutation(text)):
            yield block, Span(0, len(text))


def _street(text: str, line: Span) -> Iterator[Span]:
    """Street with house number, and postcode, in a line of the address; the town may stay."""
    end = line.start
    for fact in facts(text):
        if line.start <= fact.start < line.end and fact.kind in {"address", "postcode"} and fact.start >= end:
            code = _POSTCODE.search(text, fact.start, fact.end)
            end = code.end() if code else fact.end
            yield Span(fact.start, end)
    if end == line.start and _HOUSE_LINE.match(text[line.start : line.end]):
        yield line
    elif end == line.start:
        yield from (Span(*match.span()) for match in _POSTCODE.finditer(text, line.start, line.end))
