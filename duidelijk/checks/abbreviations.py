"""Abbreviations that a text uses without saying what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.acronyms import (
    ORGANISATION,
    TECHNICAL,
    LongForm,
    abbreviations,
    expands,
    is_abbreviation,
    long_form,
)
from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.model import Block, BlockKind, Document, Edit, Hit, Span, Suggestion
from duidelijk.nlp.language import fold, language_blocks
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import recalled

_SMALL: Final = r"(?:ook|ofwel|oftewel|of|de|het|wel|als|tot)"
# What stands before and behind an abbreviation that follows its full name.
_OPENED: Final = re.compile(
    any_of(
        rf"""
        \((?:hierna|afgekort|kortweg|verder|voortaan|in het kort|{_SMALL}|(?:te )?noemen|\W){{0,12}}
        \bhierna:? (?:te noemen:? |ook |genoemd )?['‘“\"]?(?:de |het )?['‘“\"]?
        \bafgekort(?: als| tot| met)?:? ['‘“\"]?
        \b(?:kortweg|kortheidshalve|oftewel|ofwel|ook wel|ook bekend als|in het kort) (?:de |het )?['‘“\"]?
        \bafkorting (?:is |hiervan is |ervan is )?['‘“\"]?
        """
    )
    + "$"
)
_LEADS: Final = re.compile(r"\(|hierna|kort|wel ")  # cheap: without one of these there is no such lead
_CLOSED: Final = re.compile(
    r"(?:['’]?s\b|-\w+)?['’”\"]?(?: \d{4})?(?: (?:ook )?genoemd)?[^\w(]*[),;:.]"
    r"|['’”\"]?(?: \d{4})? genoemd|['’”\"]|$"
)
# What stands behind an abbreviation that comes before its full name.
_NO_NAME: Final = (
    r"(?!zie |artt?\.|artikel|bijv|bijlage|zoals |onder |vanaf |sinds |tot |per |max|in |op |\d|m/v|nr|link|"
    r"pdf|met |voor )"
)
_GLOSSED: Final = re.compile(
    r"(?:['’]?s\b|-\w+)?['’”\"]?"
    + any_of(
        rf"""
        \ ?\({_NO_NAME}(?P<inside>[^()]{{4,200}})\)
        ,? (?:staat|stond) (?:hier |daarbij )?voor\b
        ,? betekent\b
        ,? is (?:de|een) afkorting\b
        ,? is kort voor\b
        , (?:ofwel|oftewel|voluit|dat is|(?:wat|dat) staat voor|(?:de|een) afkorting (?:van|voor)|kort voor)\b
        \ =\ (?=\w)
        :? ?afkorting (?:van|voor)\b
        """
    )
)
_LATER_BRACKETS: Final = re.compile(r"(?: ?[-–‐]\w+)?(?: \w+){0,2} \((?P<phrase>[^()]{6,200})\)")
_IN_BRACKETS: Final = re.compile(r"(?P<phrase>[^.;:()]{6,140}) \((?:[\w-]+ ){0,3}$")
_ENTRY: Final = re.compile(r"['’”\"]?(?::| [-–—=]) ?")
_APPOSITION: Final = re.compile(r"(?:-\w+)?, (?:de |het |een |ook )?(?P<phrase>[^,.;:()]{6,120})")
_BEFORE_COMMA: Final = re.compile(r"(?P<phrase>[^.;:()]{6,140}), (?:de |het )?$")
_TERMS: Final[frozenset[BlockKind]] = frozenset({"table_cell", "table_header", "label", "heading"})
_SMALL_WORD: Final = re.compile(r"\b[a-z]{4,6}\b")
_LOOK_BACK: Final = 160
_SHORT_CELL: Final = 5  # spaces; a shorter cell is data
_TECHNICIANS: Final = 3  # different technical abbreviations in a text that is written for technicians
_DETERMINER: Final = re.compile(
    r"\b(?P<word>de|het|een|uw|onze|ons|deze|dit|geen|mijn|elke|elk) $", re.IGNORECASE
)
_EITHER: Final = frozenset({"een", "uw", "geen", "mijn"})
_WITH_HET: Final = frozenset({"het", "ons", "dit", "elk"})
_NAME: Final = re.compile(r" [A-Z]\w")  # part of a longer name: VNG Realisatie
_TAIL: Final = re.compile(r"-[a-zà-ÿ]\w*")


def unexplained(document: Document, *, known: Sequence[str] = ()) -> Iterator[Hit]:
    """The first use of each abbreviation that the text has not explained there or before.

    An explanation is a full name before or behind it in brackets, ``hierna: X``, ``X staat voor …``, an
    ``<abbr title>``, a link on just the abbreviation, or an entry in a list of terms anywhere in the text.
    ``known`` are abbreviations that the organisation's own readers know. An organisation, and an abbreviation
    that we do not know either, is only a suggestion; a technical one is silent in a text for technicians.
    """
    running = {id(block) for block in prose_blocks(document)}
    settled = {abbr.upper() for abbr in known}
    pending: dict[str, tuple[Block, Span]] = {}
    for block in language_blocks(document):
        for abbr, start, end in _abbreviations(document, block) if block.main else ():
            key = abbr.upper()
            if key in settled:
                continue
            here = key not in pending or pending[key][0] is block
            if _is_entry(block, start, end, abbr) or (here and _explained(block, start, end, abbr)):
                settled.add(key)
                pending.pop(key, None)
            elif key not in pending and id(block) in running and _counts(block, start, end, abbr):
                pending[key] = block, Span(start, end)
    words = _small_words(document) if pending else ()
    technical = _is_technical(document) if pending else False
    for key, (block, span) in pending.items():
        full = long_form(block.text[slice(*span)])
        is_known_here = full is not None and (
            (technical and full.kind == TECHNICAL) or _is_written_out(document, block, full)
        )
        if key.lower() not in words and not is_known_here:
            yield _hit(block, span, full)


def _abbreviations(document: Document, block: Block) -> tuple[tuple[str, int, int], ...]:
    return recalled(document, _abbreviations, block, lambda: tuple(abbreviations(block.text)))


def _hit(block: Block, span: Span, full: LongForm | None) -> Hit:
    abbr = block.text[slice(*span)]
    values: dict[str, str | int | float] = {"gevonden": abbr}
    if full is None:
        return Hit(block, span, values, level="suggestion")
    suggestion = Suggestion(f"‘{full.text} ({abbr})’", _edits(block.text, span, full))
    return Hit(block, span, values, (suggestion,), None if full.is_needed else "suggestion")


def _edits(text: str, span: Span, full: LongForm) -> tuple[Edit, ...]:
    """The full name before or behind the abbreviation, as the words around it ask; none if neither fits."""
    start, end = span
    abbr = text[start:end]
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
        return (
            (Edit(Span(start, end), f"{text[start:end]} ({abbr}: {full.text})"),)
            if text[end : end + 2] != " ("
            else ()
        )
    if text[end : end + 1].isalpha() or text[end : end + 1] in {"'", "’"} or text[end : end + 2] == " (":
        return ()
    if text.count("(", 0, start) > text.count(")", 0, start):
        return ()
    before = _DETERMINER.search(text, max(0, start - 8), start)
    word = before["word"].lower() if before else ""
    if word in _EITHER or (word and (word in _WITH_HET) == (full.article == "het")):
        return (Edit(span, f"{full.text} ({abbr})"),)
    return (Edit(span, f"{abbr} ({full.text})"),)


def _is_technical(document: Document) -> bool:
    """Whether the text is written for technicians: it has code, or several technical abbreviations."""
    if any(
        block.kind == "code" or any(inline.kind == "code" for inline in block.inlines)
        for block in document.blocks
    ):
        return True
    found = {
        abbr.upper()
        for block in language_blocks(document)
        for abbr, _, _ in _abbreviations(document, block)
        if (full := long_form(abbr)) and full.kind == TECHNICAL
    }
    return len(found) >= _TECHNICIANS


def _is_written_out(document: Document, here: Block, full: LongForm) -> bool:
    """Whether the text has the full name, in the block of the abbreviation or before."""
    name = fold(full.text)
    for block in language_blocks(document):
        if name in fold(block.text):
            return True
        if block is here:
            break
    return False


def _counts(block: Block, start: int, end: int, abbr: str) -> bool:
    """Whether the abbreviation stands in a sentence that the writer can mend."""
    full = long_form(abbr)
    return (
        is_abbreviation(block.text, start, end, abbr)
        and not (full and full.kind == ORGANISATION and _NAME.match(block.text, end))
        and not (block.kind == "table_cell" and block.text.count(" ") < _SHORT_CELL)
        and not in_protected(protected(block), start, end)
    )


def _small_words(document: Document) -> frozenset[str]:
    """The words of four to six small letters: in capitals they are stress, not abbreviations."""
    return frozenset(word for block in document.blocks for word in _SMALL_WORD.findall(block.text))


def _explained(block: Block, start: int, end: int, abbr: str) -> bool:
    """Whether the use at ``start:end`` says what the abbreviation means."""
    text = block.text
    for inline in block.inlines:
        if inline.span.start <= start and end <= inline.span.end:
            if inline.kind == "abbr" and inline.attrs.get("title"):
                return True
            if inline.kind == "link" and text[slice(*inline.span)].strip("()") == abbr:
                return True
    low = max(0, start - _LOOK_BACK)
    led = _LEADS.search(text, low, start) and _OPENED.search(text, low, start)
    if led and _CLOSED.match(text, end):
        return True
    glossed = _GLOSSED.match(text, end)
    if glossed and not (glossed["inside"] or "").isupper():
        return True
    behind = _APPOSITION.match(text, end) or _LATER_BRACKETS.match(text, end)
    if behind and expands(abbr, behind["phrase"]):
        return True
    around = _IN_BRACKETS.search(text, low, start) if "(" in text[low:start] else None
    if around and expands(abbr, around["phrase"], at_start=False):
        return True
    if text[end : end + 1] not in {",", ")"}:
        return False
    before = _BEFORE_COMMA.search(text, low, start)
    return before is not None and expands(abbr, before["phrase"], at_start=False)


def _is_entry(block: Block, start: int, end: int, abbr: str) -> bool:
    """Whether a list of terms, a table or a sentence such as ‘X staat voor …’ explains it here."""
    text = block.text
    if start <= 1:
        if len(text) <= len(abbr) + 2 and block.kind in _TERMS:
            return True
        tail = _ENTRY.match(text, end)
        if tail and expands(abbr, text[tail.end() : tail.end() + _LOOK_BACK]):
            return True
    glossed = _GLOSSED.match(text, end)
    return bool(glossed and glossed["inside"] is None)
