"""Stretches of a block in which word rules must stay silent.

Quotations, addresses on the web, file names, inline code, citations and names of laws, numbers with their
unit, codes, and places to fill in. Each family looks at the text only if a character in it can start one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from duidelijk.model import Block, Span
from duidelijk.nlp.laws import compiled, laws

# Each pattern begins with its own mark (what may not stand before it comes after, looking back two
# characters): that makes the search for it fast. All patterns here are compiled on first use.
_QUOTES: Final = {
    "‘": r"‘(?![stnkm]\s)(?=[^\s‘’])[^‘]{0,300}?(?<=\S)’(?!\w)",
    "‚": r"‚(?=\S)[^‚‘]{1,300}[‘’](?!\w)",
    "“": r"“[^“”]{1,300}[”\"]",
    "„": r"„[^„“”\"]{1,300}[”“\"]",
    "”": r"”(?<![\w.,;:!?…]”)(?=\w)[^“”]{1,300}”",
    "«": r"«[^«»]{1,300}»",
    '"': r"\"(?<!\w\")(?=\S)[^\"]{1,300}(?<=\S)\"(?!\w)",
    "'": r"'(?<![\w.,']')(?![stnkmr][\s-])(?=[^\s\d'])(?:[^']|'(?=\w)){1,300}?(?<=\S)'(?!\w)",
    "’": r"’(?<![\w.,’]’)(?![stnkmr][\s-])(?=[^\s\d’])(?:[^‘’]|’(?=\w)){1,100}?(?<=\S)’(?!\w)",
}
_FILL_IN: Final = r"\[[^\[\]]{1,80}\]|\{\{[^{}]{1,80}\}\}|\{[^{}]{1,80}\}|<<[^<>]{1,80}>>"
_INNER: Final = r"[.@:\\](?=\w|//)"
_ADDRESS: Final = r"""[a-z][a-z0-9+.-]{1,20}://\S+ | www\.\S+ | [\w.+%-]+@[\w-]+(?:\.[\w-]+)+ | @\w[\w.-]+
    | (?:[\w-]+\.)+(?:nl|be|eu|com|org|net|info|gov|frl|app|io|dev|amsterdam)(?:[/:?#]\S*)?
    | \S*[\w)-]\.(?:csv|docx?|epub|gml|html?|ics|jpe?g|json|md|mp[34]|od[pst]|pdf|png|pptx?|py|rtf|svg|txt
        |xlsx?|xml|ya?ml|zip)
    | [A-Za-z]:\\\S+ | \\\\\S+"""
_ADDRESS_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_NUMBER: Final = r"\d\S*"
# Units with a sign of their own; words and abbreviations ("mln.", "p.m.") stay open to the word rules.
_UNIT: Final = r"\s?(?:km/u(?:ur)?|m/s|[kcdm]?m[²³23]?|k?g|mg|[cdm]?l|ha|[kMG]?Wh?|[kMGT]B|dB|°C?|[%‰])(?!\w)"
_CODE: Final = (
    r"(?=\D*\d)(?:[A-Z]{1,8}|[a-z]{1,3}|\d+[A-Za-z]{0,2})(?:[-./_:](?:[A-Z]{1,8}|[a-z]{1,3}|\d+[A-Za-z]{0,2}))+"
    r"|(?=\D*\d)(?=\d*[A-Z])[A-Z0-9]{4,}|€\S+|\d[\d.,]*[%‰]"
)
_IBAN: Final = r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"
_EDGE_OPEN: Final = frozenset("([{<‘’“”„‚«\"'*_")
_EDGE_CLOSE: Final = frozenset(".,;:!?…)]}>‘’“”»\"'*_")
_REACH: Final = 2_000  # no address is longer; keeps a line without spaces linear


@lru_cache(maxsize=16)
def protected(block: Block) -> list[Span]:
    """The protected stretches of ``block`` in its text: sorted, not overlapping. Do not change the list.

    The last few are kept, because every rule with a hit in a block asks again.
    """
    text = block.text
    spans = [inline.span for inline in block.inlines if inline.kind in {"code", "quote"}]
    spans.extend(_quotations(text))
    if "[" in text or "{" in text or "<<" in text:
        spans.extend(Span(*match.span()) for match in compiled(_FILL_IN).finditer(text))
    spans.extend(_addresses(text))
    spans.extend(_numbers(text))
    spans.extend(laws(text))
    return _merged(spans)


def in_protected(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether ``start:end`` shares a character with one of ``spans`` (sorted, not overlapping)."""
    at = bisect_right(spans, (start, end))
    return (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if merged and span.start < merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged


def _quotations(text: str) -> Iterator[Span]:
    for opener, pattern in _QUOTES.items():
        if opener in text:
            for match in compiled(pattern).finditer(text):
                yield Span(*match.span())


def _addresses(text: str) -> Iterator[Span]:
    done = 0
    for match in compiled(_INNER).finditer(text):
        at = match.start()
        if at < done or (text[at - 1 : at].isdigit() and text[at + 1].isdigit()):
            continue
        low, done = _token(text, at)
        start, end = _bare(text, low, done)
        if compiled(_ADDRESS, _ADDRESS_FLAGS).fullmatch(text, start, end):
            yield Span(start, end)


def _numbers(text: str) -> Iterator[Span]:
    done = 0
    for match in compiled(_NUMBER).finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if start and text[start - 1] != " ":
            start = _token(text, start)[0]
        if not (text[start].isalnum() and text[end - 1].isalnum()):
            start, end = _bare(text, start, end)
        longer = compiled(_UNIT).match(text, end) or compiled(_IBAN).match(text, start)
        if longer:
            end = longer.end()
        elif text[start:end].isdigit() or not compiled(_CODE).fullmatch(text, start, end):
            continue
        done = end
        yield Span(start - 2 if text[max(0, start - 2) : start] == "€ " else start, end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """``start:end`` without the brackets, quotation marks and punctuation around it."""
    while end > start and text[end - 1] in _EDGE_CLOSE:
        end -= 1
    while start < end and text[start] in _EDGE_OPEN:
        start += 1
    return start, end


def _token(text: str, at: int) -> tuple[int, int]:
    """The run of text without spaces around ``at``."""
    low = max(0, at - _REACH)
    high = min(len(text), at + _REACH)
    end = text.find(" ", at, high)
    return max(low, text.rfind(" ", low, at) + 1), high if end < 0 else end
