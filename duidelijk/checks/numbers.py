"""Sentences with many figures: a reader compares them better below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Document, Hit, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.laws import laws
from duidelijk.nlp.protect import in_protected

_MONTHS: Final = (
    r"(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec|januari|februari|maart|april|juni|juli"
    r"|augustus|september|oktober|november|december)\b"
)
# A number behind one of these is a name: "artikel 3", "stap 2", "nummer 12 tot 18".
_NAMED: Final = (
    r"\b(?:artikel|artikelen|lid|hoofdstuk|paragraaf|bijlage|stap|fase|figuur|tabel|pagina|bladzijde|nummers?"
    r"|nr\.|versie|punt|vraag|kamer|lijn|groep|klasse|zone|§|#)"
    r"\s*\d[\w.]*(?:(?:,| en| of| t/m| tot en met) \d[\w.]*)*"
)
# What is written with figures but is no amount: dates, times, years, telephone numbers, postcodes, versions.
_NO_AMOUNT: Final = (
    rf"\b\d{{1,2}}(?:(?:,| en| of| t/m| tot(?: en met)?) \d{{1,2}}){{0,6}} {_MONTHS}(?: \d{{4}})?"
    r"|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b|\b\d{1,2}[.:]\d\d(?: uur)?(?!\d| ?%)"
    r"|\b(?:1[89]|20)\d\d\b(?! ?(?:euro|%))|\b0\d[\d -]{7,12}\d\b|\(0\d{1,3}\)[\d -]{1,12}"
    r"|\b\d{4} ?[A-Z]{2}\b|\b\d+(?:\.\d+){2,}\b|\[[^\[\]]*\]|\(?\b\d{1,2}\)|&#\d+"
)
_NUMBER: Final = r"(?<![\w.,/:-])(?P<amount>(?:€ ?)?\d+(?:[.,]\d+)*(?:,-)?(?: ?%)?)(?![\w/:-])"
_FIGURES: Final = re.compile(f"{_NAMED}|{_NO_AMOUNT}|{_NUMBER}", re.IGNORECASE)


def many_numbers(document: Document, *, least: int = 4) -> Iterator[Hit]:
    """Sentences with ``least`` or more amounts: the hit goes from the first to the last.

    Dates, times, citations of laws and numbers that are part of a name do not count; cells of a table are
    passed over.
    """
    for block in prose_blocks(document):
        text = block.text
        if block.kind == "table_cell" or sum(map(text.count, "0123456789")) < least:
            continue
        cited = sorted(laws(text))
        for sentence in sentences(document, block):
            amounts = [
                match.span("amount")
                for match in _FIGURES.finditer(text, sentence.start, sentence.end)
                if match["amount"] and not in_protected(cited, *match.span())
            ]
            if len(amounts) >= least:
                yield Hit(block, Span(amounts[0][0], amounts[-1][1]), {"aantal": len(amounts)})
