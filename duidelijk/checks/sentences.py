"""Sentences that ask too much at once: too long, joined by a semicolon, or broken open by an aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.parsed_prose import MOST_WORDS
from duidelijk.checks.prose import prose_blocks
from duidelijk.checks.split import split_at_conjunction
from duidelijk.errors import NlpError
from duidelijk.measure import count_words, sentence_words
from duidelijk.model import Block, Document, Hit, Span, Suggestion
from duidelijk.nlp import parsed, sentences
from duidelijk.nlp.protect import in_protected, protected

_NAMES_BEHIND: Final = re.compile(
    r"; (?:(?:[A-Z]\.|[A-Z][\w'’-]+|van|de|der|den|ten|ter|von|et al\.)[ ,]*){1,6}(?=[;.,(\d]|$)"
)
_SEMICOLON: Final = re.compile(r"(?<=[\w)\]”’»%.\"']);(?= (?!Besluit|Gelet|Gezien|Gehoord|Overwegende)|$)")
_ENTITY: Final = re.compile(r"&#?\w{1,10}$")
# What may stand behind the semicolon of a list item: "…; en", "…; of", the next item's letter or number.
_ITEM_END: Final = re.compile(
    r";(?: (?:en|of|en/of|dan wel|alsmede|alsook))?"
    r"(?: (?:[a-z]|[ivx]{1,4}|\d{1,2}|[a-z]{2})[°.)º]+ .*| [-–—•*] .*)?$"
)
# Up to three deep. Possessive and bounded, so that an unclosed bracket costs little.
_BRACKETS: Final = re.compile(
    r"\([^()]{0,600}+(?:\([^()]{0,300}+(?:\([^()]{0,100}+\)[^()]{0,100}+)*+\)[^()]{0,300}+)*+\)"
)
_DASHES: Final = re.compile(r"(?<= )[–—] [^–—.!?;:()]+ [–—](?=[ ,])")
_NESTED: Final = re.compile(r"(?<=[\s(])\([^()]{2,}\)")
_CITATION: Final = re.compile(
    r"\((?:[Zz]ie |en |vgl\. |cf\. |conform |ingevolge |op grond van |o\.g\.v\. |bron: ?)*"
    r"(?:ook |onder meer |met name )*(?:de |het )?"
    r"(?:artt?\.|artikel|eerste lid|tweede lid|derde lid|onderdeel|bijlage|hoofdstuk|paragraaf|§|"
    r"aanhangsel|overweging|figuur|tabel|punt|stap|Stb|Stcrt|Staatsblad|Staatscourant|Kamerstuk|"
    r"Handelingen|Trb|ECLI|Pb|PB|Tractatenblad|Publicatieblad|ISO|NEN|RFC|ISBN|[Vv]erordening|"
    r"[Rr]ichtlijn|[Bb]esluit|[Ww]et |Hof |HR |Rb\. |CRvB|ABRvS|kenmerk|zaaknummer|nr\.|nummer)"
)
_SHORTENED: Final = re.compile(
    r"\bnr\. ?\w*\d|\bhierna\b|\bafgekort\b|\bverder te noemen\b|, [A-Z][A-Za-z]{1,7}\)$"
)
_ACRONYM_BEFORE: Final = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z]|[A-Z][a-z]{1,2}\b)\w{2,8}(?:[-’']\w+)? $")
_NUMBERS: Final = re.compile(r"[\d+()/.:€% -]+")
_REACH: Final = 300  # characters to look around for a bracket
_SENTENCE_BEFORE: Final = re.compile(r"(?:^|[.!?:…] )$")


def long_sentences(document: Document, *, suggestion: int = 20, warning: int = 35) -> Iterator[Hit]:
    """Sentences of more than ``suggestion`` words; above ``warning`` words they weigh more.

    Where two main clauses are joined by *en*, *maar*, *want* or *dus*, the suggestion makes two sentences.
    """
    for block in prose_blocks(document):
        counts = sentence_words(document, block)
        if max(counts, default=0) <= suggestion:
            continue
        for at, (sentence, words) in enumerate(zip(sentences(document, block), counts, strict=True)):
            if words > suggestion:
                yield Hit(
                    block,
                    Span(sentence.start, sentence.end),
                    {"woorden": words},
                    _split(document, block, at) if words <= MOST_WORDS else (),
                    level="warning" if words > warning else "suggestion",
                )


def _split(document: Document, block: Block, at: int) -> tuple[Suggestion, ...]:
    """How to cut the sentence in two; nothing where that is not sure to go well, or nobody can parse."""
    try:
        found = split_at_conjunction(parsed(document, block)[at])
    except NlpError:
        return ()
    return (found,) if found is not None else ()


def semicolons(document: Document) -> Iterator[Hit]:
    """Semicolons between two clauses; not behind list items, in code, addresses or quotations."""
    for block in prose_blocks(document):
        text = block.text
        if ";" not in text:
            continue
        spans = protected(block)
        for match in _SEMICOLON.finditer(text):
            start, end = match.span()
            if (
                not _ITEM_END.match(text, start)
                and not _NAMES_BEHIND.match(text, start)
                and not _ENTITY.search(text, max(0, start - 12), start)
                and not _in_brackets(text, start)
                and not in_protected(spans, start, end)
            ):
                yield Hit(block, Span(start, end), {"gevonden": ";"})


def long_asides(document: Document, *, words: int = 6) -> Iterator[Hit]:
    """Asides between brackets or dashes of more than ``words`` words, or with an aside of their own."""
    for block in prose_blocks(document):
        text = block.text
        if "(" in text:
            yield from _long_brackets(block, words)
        if "–" in text or "—" in text:
            spans = protected(block)
            for match in _DASHES.finditer(text):
                count = count_words(match[0][1:-1])
                if count > words and not in_protected(spans, *match.span()):
                    yield Hit(block, Span(*match.span()), {"woorden": count})


def _long_brackets(block: Block, words: int) -> Iterator[Hit]:
    text = block.text
    for match in _BRACKETS.finditer(text):
        inside = match[0][1:-1]
        if inside.count(" ") < 3:
            continue
        count = count_words(inside)
        nested = count > 3 and _NESTED.search(match[0], 1)
        if (count > words or nested) and not _belongs(text, match):
            yield Hit(block, Span(*match.span()), {"woorden": count})


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Whether the brackets are right where they are: a citation, a first-use name, a sentence of its own."""
    start = match.start()
    inside = match[0][1:-1]
    apart = _SENTENCE_BEFORE.search(text, max(0, start - 2), start)
    whole = apart and (
        inside[-1:] in ".!?" or inside[:1].isupper() or text[match.end() : match.end() + 1] in ".!?"
    )
    return bool(
        whole
        or _CITATION.match(match[0])
        or _SHORTENED.search(match[0])
        or (inside[:1].isupper() and _ACRONYM_BEFORE.search(text, max(0, start - 24), start))
        or _NUMBERS.fullmatch(inside)
        or (start > 0 and text[start - 1] == "]")
    )


def _in_brackets(text: str, offset: int) -> bool:
    low, high = max(0, offset - _REACH), offset + _REACH
    opened = text.rfind("(", low, offset)
    return opened > text.rfind(")", low, offset) and text.find(")", offset, high) >= 0
