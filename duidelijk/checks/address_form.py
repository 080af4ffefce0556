"""How the text speaks to its reader: ``u`` or ``je``, one of the two, and not neither."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.measure import prose_sentences
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.protect import in_protected, protected

# Not ``u`` for ‘uur’, in ‘km/u’, in a file name, or as a letter. The first character decides, for speed.
_FORMAL: Final = re.compile(
    r"[Uu](?<![\w.,/’'`´_-].)(?<!\d u)(?:we?|zelf)?\b(?!(?<=\bU)\.)(?![/’'`´_+-]|\.\w| ?[=\d])"
)
_INFORMAL: Final = re.compile(r"[Jj](?<![\w/’'`´_-].)(?:e(?:zelf)?|ij(?:zelf)?|ouw?)\b(?![/’'`´_-])")
# Set phrases in which ``je`` is nobody in particular, also in a text that says ``u``.
_SET_PHRASE: Final = re.compile(
    r"\b(?:dank je(?: wel)?|weet je(?: wel)?|zie je wel|zeg je (?:dat|zoiets)|je weet (?:maar )?nooit|"
    r"je reinste|je kunt het zo gek niet bedenken|op je (?:gemak|hoede)|het woord je|je-vorm)\b",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\b(?:[Uu]|[Uu]w|[Uu]we|[Uu]zelf|[Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw|[Jj]ullie)\b")
_FORM_NAMES: Final = {True: "u", False: "je"}


def mixed_forms(document: Document) -> Iterator[Hit]:
    """The less used form of address where a text has both ``u`` and ``je``: one hit a sentence.

    On a tie the form that comes second is reported.
    """
    blocks = [b for b in language_blocks(document) if b.main and b.kind not in {"quote", "image_alt"}]
    if not all(any(map(pattern.search, (b.text for b in blocks))) for pattern in (_INFORMAL, _FORMAL)):
        return
    found: dict[bool, list[tuple[Block, int, int]]] = {True: [], False: []}
    first: bool | None = None
    for block in blocks:
        places = sorted(_places(block))
        if places and first is None:
            first = places[0][2]
        for start, end, formal in places:
            found[formal].append((block, start, end))
    if not found[True] or not found[False]:
        return
    formal_leads = len(found[True]) > len(found[False]) or (
        len(found[True]) == len(found[False]) and first is True
    )
    last: tuple[int, int] | None = None
    for block, start, end in found[not formal_leads]:
        sentence = bisect_right(sentences(document, block), start, key=lambda found: found.start)
        if last != (id(block), sentence):
            last = (id(block), sentence)
            yield Hit(
                block,
                Span(start, end),
                {"gevonden": block.text[start:end], "vorm": _FORM_NAMES[formal_leads]},
            )


def no_address(document: Document, *, min_sentences: int = 6) -> Iterator[Hit]:
    """A letter of at least ``min_sentences`` sentences that never says ``u`` or ``je``.

    The hit is on its first sentence.
    """
    found = letter(document)
    said = running_text(document, found) if found is not None else ()
    if said:  # the subject does not count
        if len(said) >= min_sentences and not any(_ADDRESS.search(one.text) for one in said):
            yield Hit(said[0].block, said[0].span)
        return
    first: tuple[Block, Span] | None = None
    count = 0
    for block in document.blocks:
        if block.main and block.kind not in {"signature", "address", "code"} and _ADDRESS.search(block.text):
            return
    for block, sentence in prose_sentences(document):
        first = first or (block, Span(sentence.start, sentence.end))
        count += 1
    if first is not None and count >= min_sentences:
        yield Hit(*first)


def _places(block: Block) -> Iterator[tuple[int, int, bool]]:
    text = block.text
    quoted: list[Span] | None = None
    phrases = [Span(*phrase.span()) for phrase in _SET_PHRASE.finditer(text)] if "je" in text else []
    for formal, pattern in ((True, _FORMAL), (False, _INFORMAL)):
        for match in pattern.finditer(text):
            start, end = match.span()
            quoted = protected(block) if quoted is None else quoted
            if not in_protected(quoted, start, end) and not in_protected(phrases, start, end):
                yield start, end, formal
