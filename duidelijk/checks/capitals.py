"""Words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import word_set
from duidelijk.model import Document, Hit, Span
from duidelijk.nlp.language import language_blocks
from duidelijk.nlp.protect import in_protected, protected

_WORD: Final = r"(?<![\w.@/#_-])[A-ZÀ-ÖØ-Þ]+(?:[-’'][A-ZÀ-ÖØ-Þ]+)*(?![\w@/_-]|\.\w)"
_RUN: Final = re.compile(_WORD + r"(?:[,:;.!?&/–-]?[ ](?:&[ ]|\d+[ ])?" + _WORD + r")*")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_FUNCTION: Final = word_set(
    """
    AAN AL ALLE ALLEEN ALS ALTIJD BIJ DAN DAT DE DEZE DIE DIT DOOR DUS EEN EN ER GEEN HET HIER HOE IK IN
    IS JE KAN KUNT LET MAG MET MOET NA NAAR NIET NOOIT NU OF OM ONS ONZE OOK OP OVER TE TER TOT U UIT UW
    VAN VOOR WAAR WAT WEL WIE WIJ WILT WORDT ZIJN
    """
)
_ACRONYM: Final = 6
_FIELD: Final = frozenset("[{<$%")  # what opens a field to fill in
_INITIAL: Final = re.compile(r"(?:^|[ .])[A-ZÀ-Þ]\.")


def all_capitals(document: Document, *, min_words: int = 3, min_letters: int = 15) -> Iterator[Hit]:
    """Stretches of ``min_words`` words or ``min_letters`` letters in capitals; not abbreviations, Roman
    numerals, codes or fields to fill in."""
    for block in language_blocks(document):
        if not block.main or block.kind in {"image_alt", "title"}:
            continue
        text = block.text
        spans: list[Span] | None = None
        for match in _RUN.finditer(text):
            if match.end() - match.start() < 8:
                continue
            start, end = match.span()
            words = _words(match[0])
            letters = sum(map(len, words))
            if (len(words) < min_words and letters < min_letters) or not _is_text(words):
                continue
            if text[start - 1 : start] in _FIELD or _INITIAL.search(text, max(0, start - 4), end + 3):
                continue
            if len(words) == 1 and end - start < len(text.rstrip(".:!?")):
                continue  # one long word inside a sentence is a name in some system
            spans = protected(block) if spans is None else spans
            if not in_protected(spans, start, end):
                yield Hit(block, Span(start, end), {"gevonden": match[0]})


def _words(run: str) -> list[str]:
    words = [word.strip("&,:;.!?/–-") for word in run.split()]
    return [
        word
        for word in words
        if (len(word) > 1 or word == "U") and word.isupper() and not _ROMAN.fullmatch(word)
    ]


def _is_text(words: list[str]) -> bool:
    """Whether the words are ordinary words, and not only abbreviations or one short name."""
    long = sum(len(word) > _ACRONYM for word in words)
    return any(word in _FUNCTION for word in words) or long * 2 >= len(words)
