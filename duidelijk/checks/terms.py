"""Legal and administrative terms that must stay, and that a text should explain once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import any_of, prose_blocks
from duidelijk.checks.termlist import Use, allowed, uses
from duidelijk.model import Block, BlockKind, Document, Edit, Hit, Sentence, Span, Suggestion
from duidelijk.nlp import sentences
from duidelijk.nlp.language import fold, language_blocks
from duidelijk.nlp.protect import in_protected, protected
from duidelijk.nlp.recall import recalled

_SHORT_ASIDE: Final = 6  # words; a longer explanation gets a sentence of its own
_FEW_SPACES: Final = 2
_SHORT_CELL: Final = 5  # spaces; a shorter cell is data
_LOOK_BACK: Final = 60
_REACH: Final = 600  # characters; how far behind the term our own explanation may stand
_ENTRIES: Final[frozenset[BlockKind]] = frozenset(
    {"heading", "table_cell", "table_header", "label", "list_item"}
)
_ARTICLE: Final = r"(?:(?:een|de|het|uw|deze|dit|die|dat|zo'n|elke) )?"

_LEAD: Final = re.compile(_ARTICLE)
_BEING: Final = (
    r"(?:is|zijn) (?:een|de|het|dat|als|wat|iets|iemand|geld|kosten|hulp|zorg|werk|regels|afspraken|belasting"
    r"|rente)\b"
)
# What stands right behind a term that is explained there.
_GLOSSED: Final = re.compile(
    r"['\"”]?"
    + any_of(
        r"""
        \ [-–—] [^-–—]{8,120} [-–—]\ (?=\w)
        ,? (?:dat|dit) (?:is|zijn|betekent|wil zeggen|houdt in|noemen)\b
        ,? (?:ofwel|oftewel|met andere woorden|ook wel|wat betekent|wat inhoudt)\b
        ,? dus\b
        ,? (?:genoemd|geheten|noemen|heet)\b
        , (?:een|de|het) [\w -]{1,40}? (?:die|dat|waar\w*|voor|van|om)\b
        ,? waar(?:in|mee|door|bij|op|over|van)\b
        :\ (?:een|de|het|dat|als|iemand|geld|wat|hoe|u|je|wij|we)\b
        \ =(?= )
        """
    )
)
_BRACKETS: Final = re.compile(
    r" \((?!zie |art|bijlage|max|min|of |en |bijv|zoals )(?P<inside>[a-z][^()]{3,300})\)"
)
# What stands right before it.
_NAMED: Final = re.compile(
    r"\b(?:(?:noem(?:t|en)|heet|heten|genaamd|ofwel|oftewel|afgekort|ook wel)"
    rf"(?: (?:wij|we|dat|dit|deze|men|zoiets|dan|ook|ook wel|officieel|met een \w+ woord))* {_ARTICLE}"
    rf"|(?:term|begrip|woord) {_ARTICLE}|zogen\w+ |zogeheten )['\"‘“]?$"
)
_BRACKETED: Final = re.compile(rf"[^ ]+ [^ ]+ [^ ]+ \({_ARTICLE}['\"‘“]?$")
# A sentence about the term: the beginning, with the term behind it, and what follows.
_ABOUT: Final = re.compile(rf"(?:^|[:(–-] |\b(?:met|in|via|door|bij|onder) ){_ARTICLE}['\"‘“]?$")
_TELLS: Final = re.compile(
    r"['\"”]? "
    + any_of(
        rf"""
        {_BEING}
        (?:betekent|betekenen|houdt|houden|bestaat|bestaan|heet|heten|regelt|regelen|bepaalt|beschrijft|zorgt)\b
        (?:staat|staan|leest|ziet) (?:u |je |wij |we )?(?:wat|hoe|welke?|waar|wie|wanneer|of|dat)\b
        (?:kunt?|kan|mag|laat|vraagt?|regelt?|krijgt?) (?:u|je|iemand|wij|we)\b
        (?:laat|geeft|toont|regelt) (?:de|een|het|uw)\b
        (?:verstaan|bedoelen) (?:wij|we)\b
        wordt (?:verstaan|bedoeld)\b
        """
    )
)
# A next sentence that goes on about it.
_NEXT: Final = re.compile(
    any_of(
        r"""
        (?:dat|dit) (?:is|zijn|betekent|wil zeggen|houdt in|heet|noemen)\b
        (?:hiermee|daarmee|hierin|daarin|hierbij|daarbij|zo) (?:kunt?|kan|mag|staat|bedoel\w+|laat|regel\w+)\b
        met andere woorden\b
        dus\b
        oftewel\b
        """
    )
)
_QUESTION: Final = re.compile(rf"\bwat (?:is|zijn|betekent|betekenen|houdt|houden|doet) {_ARTICLE}$")
_IS: Final = re.compile(rf" {_BEING}|,? betekent ")
_ENTRY: Final = re.compile(r"['\"”]?(?: \([^()]{1,30}\))?(?::| [-–—=]) ?(?=\S+ \S+ \S)")


def unexplained_terms(document: Document, *, known: Sequence[str] = (), most: int = 2) -> Iterator[Hit]:
    """The first use of each term that the text explains nowhere around it, before it, or in a list of terms.

    A compound counts as a use of its head: ``toekenningsbeschikking`` is a kind of ``beschikking``.
    ``known`` are terms that the organisation's own readers know; ``most`` is how many a paragraph may have.
    """
    running = {id(block) for block in prose_blocks(document)}
    settled = {word.lower() for word in known}
    pending: dict[str, tuple[Block, Use]] = {}
    for block in language_blocks(document):
        if not block.main:
            continue
        folded = fold(block.text)
        for use in _uses(document, block):
            key = use.term.word.lower()
            if use.term.known or key in settled:
                continue
            if _defines(document, block, folded, use):
                settled.add(key)
                pending.pop(key, None)
            elif key not in pending and id(block) in running and _counts(document, block, folded, use):
                if _explained(document, block, folded, use):
                    settled.add(key)
                elif sum(place is block for place, _ in pending.values()) < most:
                    pending[key] = block, use
    for block, use in pending.values():
        yield Hit(
            block,
            Span(use.start, use.end),
            {"gevonden": block.text[use.start : use.end], "uitleg": use.term.explanation},
            tuple(_suggestions(document, block, use)),
        )


def _uses(document: Document, block: Block) -> tuple[Use, ...]:
    return recalled(document, _uses, block, lambda: tuple(uses(fold(block.text))))


def _counts(document: Document, block: Block, folded: str, use: Use) -> bool:
    """Whether the term stands in a sentence that the writer can mend, and is the term that it looks like."""
    text, inlines, (term, start, end) = block.text, block.inlines, use
    if (
        text.count(" ") < _FEW_SPACES
        or (block.kind == "table_cell" and text.count(" ") < _SHORT_CELL)
        or any(inline.kind == "link" and inline.span.start <= start < inline.span.end for inline in inlines)
        or in_protected(protected(block), start, end)
    ):
        return False
    sentence = _sentence(document, block, start)[0]
    is_first = not text[sentence.start : start].strip("‘’“”\"'(„ ")
    found = text[start:end]
    may_have_capital = term.word[0].isupper() or "-" in found or (is_first and found[1:].islower())
    if found[0].isupper() and not may_have_capital:
        return False  # a name: Commissie Bezwaarschriften
    return all(allowed(condition, folded, use, sentence) for condition in term.unless)


def _defines(document: Document, block: Block, folded: str, use: Use) -> bool:
    """Whether this is the place that says what the term means, for the whole text."""
    term, start, end = use
    if any(
        inline.kind == "link" and block.text[slice(*inline.span)].strip("() ") == block.text[start:end]
        for inline in block.inlines
    ):
        return True
    article = _LEAD.match(folded)
    if start <= (article.end() if article else 0) + 1:
        if block.kind in _ENTRIES and len(folded) <= end + 2:
            return True
        if _ENTRY.match(folded, end):
            return True
    sentence = _sentence(document, block, start)[0]
    before = folded[max(sentence.start, start - _LOOK_BACK) : start]
    if _QUESTION.search(before) or (before in {"", "een "} and _IS.match(folded, end)):
        return True
    return any(folded.find(fold(text), end, end + _REACH) >= 0 for text in (term.explanation, term.aside))


def _explained(document: Document, block: Block, folded: str, use: Use) -> bool:
    """Whether the sentence of the term or the next one says what it means."""
    start, end = use.start, use.end
    sentence, following = _sentence(document, block, start)
    low = max(sentence.start, start - _LOOK_BACK)
    before = folded[low:start]
    if _GLOSSED.match(folded, end) or _NAMED.search(before) or _BRACKETS.match(block.text, end):
        return True
    if folded[end : end + 1] == ")" and _BRACKETED.search(before):
        return True
    if _ABOUT.search(before) and _TELLS.match(folded, end):
        return True
    if following is None:
        return False
    after = folded[following.start : following.end]
    again = re.search(rf"\b{re.escape(folded[start:end])}\b", after)
    return bool(
        _NEXT.match(after)
        or (again and _ABOUT.search(after[: again.start()]) and _TELLS.match(after, again.end()))
    )


def _sentence(document: Document, block: Block, at: int) -> tuple[Sentence, Sentence | None]:
    """The sentence around ``at`` and the one after it."""
    found = sentences(document, block)
    for index, sentence in enumerate(found):
        if sentence.start <= at < sentence.end:
            return sentence, found[index + 1] if index + 1 < len(found) else None
    return Sentence(0, len(block.text), block.text), None


def _suggestions(document: Document, block: Block, use: Use) -> Iterator[Suggestion]:
    text, (term, start, end) = block.text, use
    sentence = _sentence(document, block, start)[0]
    found = text[start:end]
    is_bare = (
        text.count("(", 0, start) == text.count(")", 0, start) and text[end : end + 2].strip()[:1] != "("
    )
    may_follow = is_bare and (not term.aside.startswith("dat ") or text[end : end + 1] in {"", *".,;:!?"})
    if may_follow and fold(found).endswith(fold(term.word)) and term.aside.count(" ") < _SHORT_ASIDE:
        aside = f" ({term.aside})"
        yield Suggestion(f"‘{found}{aside}’", (_appended(text, end, aside),))
    last = sentence.start + len(sentence.text.rstrip())
    if text[:last].endswith((".", "!", "?")):
        yield Suggestion(
            f"Zet erachter: ‘{term.explanation}’", (_appended(text, last, f" {term.explanation}"),)
        )


def _appended(text: str, at: int, more: str) -> Edit:
    """The edit that puts ``more`` behind the character before ``at``: an edit needs something to replace."""
    return Edit(Span(at - 1, at), text[at - 1] + more)
