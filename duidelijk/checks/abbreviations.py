"""Abbreviations that a text uses without saying what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.acronyms import abbreviations, expands, is_abbreviation
from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.model import Block, BlockKind, Document, Hit, Span
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.protect import in_protected, protected

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
_LATER_BRACKETS: Final = re.compile(r"(?:-\w+)?(?: \w+){1,2} \((?P<phrase>[^()]{6,200})\)")
_ENTRY: Final = re.compile(r"['’”\"]?(?::| [-–—=]) ?")
_APPOSITION: Final = re.compile(r"(?:-\w+)?, (?:de |het |een |ook )?(?P<phrase>[^,.;:()]{6,120})")
_BEFORE_COMMA: Final = re.compile(r"(?P<phrase>[^.;:()]{6,140}), (?:de |het )?$")
_TERMS: Final[frozenset[BlockKind]] = frozenset({"table_cell", "table_header", "label", "heading"})
_SMALL_WORD: Final = re.compile(r"\b[a-z]{4,6}\b")
_LOOK_BACK: Final = 160
_SHORT_CELL: Final = 5  # spaces; a shorter cell is data


def unexplained(document: Document, *, known: Sequence[str] = ()) -> Iterator[Hit]:
    """The first use of each abbreviation that the text has not explained there or before.

    An explanation is a full name before or behind it in brackets, ``hierna: X``, ``X staat voor …``, an
    ``<abbr title>``, a link on just the abbreviation, or an entry in a list of terms anywhere in the text.
    ``known`` are abbreviations that the organisation's own readers know.
    """
    running = {id(block) for block in prose_blocks(document)}
    settled = {abbr.upper() for abbr in known}
    pending: dict[str, tuple[Block, Span]] = {}
    for block in language_blocks(document):
        for abbr, start, end in abbreviations(block.text) if block.main else ():
            key = abbr.upper()
            if key in settled:
                continue
            if _is_entry(block, start, end, abbr):
                settled.add(key)
                pending.pop(key, None)
            elif key not in pending and _explained(block, start, end, abbr):
                settled.add(key)
            elif key not in pending and id(block) in running and _counts(block, start, end, abbr):
                pending[key] = block, Span(start, end)
    words = _small_words(document) if pending else ()
    for key, (block, span) in pending.items():
        if key.lower() not in words:
            yield Hit(block, span, {"gevonden": block.text[slice(*span)]})


def _counts(block: Block, start: int, end: int, abbr: str) -> bool:
    """Whether the abbreviation stands in a sentence that the writer can mend."""
    return (
        is_abbreviation(block.text, start, end, abbr)
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
