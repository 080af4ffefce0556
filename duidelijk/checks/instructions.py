"""Instructions that only work for who sees the page: by place, shape or colour alone (WCAG 1.3.3, 1.4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.model import Block, Document, Hit, Sentence, Span
from duidelijk.nlp import sentences

_THING: Final = (
    r"(?:knop(?:pen|je)?|link(?:s|je)?|button|icoon(?:tje)?|pictogram|pijl(?:en|tje)?|vak(?:je|jes|ken)?|"
    r"(?:in(?:vul|voer)|zoek|tekst)?veld(?:en)?|menu|blok(?:ken|je)?|kader|tekstvak|zoekbalk|formulier|"
    r"kolom|tabblad|balk|vinkje|bolletje|driehoek(?:je)?|vierkant(?:je)?)"
)
_SIDE: Final = r"(?:(?:aan de )?(?:rechter|linker)(?:kant|zijde)|(?:rechts|links)(?:boven|onder)?(?:aan|in)?)"
_USE: Final = (
    r"\b(?:klikt?|klikken|drukt?|drukken|tikt?|tikken|kies|kiest|kiezen|gebruikt?|selecteert?|vult?|opent?|"
    r"ga|gaat|kijkt?|zie|ziet|vindt?|bekijkt?|staat|staan)\b[^.?!;:]{0,40}?"
)
_SHAPE: Final = r"(?:ronde|vierkante|driehoekige|rechthoekige|grote|kleine)"
_COLOUR: Final = (
    r"(?:licht|donker)?(?:rood|rode|groene?|blauwe?|gele?|oranje|paarse?|roze|grijze?|zwarte?|witte?)"
)
_TINT: Final = r"(?:rood|groen|blauw|geel|oranje|paars|roze|grijs|zwart|wit)"
_SHOWN: Final = r"(?:aangegeven|gemarkeerd|gekleurd|weergegeven|gedrukt|omlijnd|omkaderd|gearceerd|gemaakt)"
_EDGE: Final = r"(?:rand|randje|kader|kleur|achtergrond|lijn|streep|balk|stip|bolletje)"
_PAGE: Final = r"(?:(?:de|het|uw|deze|dit) )?(?:pagina|scherm|beeld|beeldscherm|website|site|venster)"
_PLACES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_USE}\b(?P<doel>(?:de|het|dit|deze|een) {_THING} {_SIDE})\b(?! van (?!{_PAGE}))",
        rf"\b(?P<doel>(?:de|het|dit|deze) {_THING} hiernaast)\b",
        rf"\b(?P<doel>(?:de|het) hiernaast ?(?:staande|getoonde) {_THING})\b",
        rf"{_USE}\b(?P<doel>{_SIDE} (?:op|in|van) {_PAGE})\b",
        r"\b(?P<doel>(?:de|het) (?:rechter|linker)(?:menu|kolom|balk|knop|blok|kader))\b",
        rf"{_USE}\b(?P<doel>(?:de|het) {_SHAPE} (?:knop|button|icoon(?:tje)?|pijl(?:tje)?|bolletje|vakje))\b",
    )
)
_COLOURS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_USE}\b(?P<doel>(?:de|het|een) {_COLOUR} {_THING})\b(?! (?:van|op|in) (?!{_PAGE}))",
        rf"\b(?P<doel>(?:velden|vakken|vragen|gegevens|woorden|regels|onderdelen) in (?:het )?{_TINT})\b",
        rf"\b(?P<doel>(?:in (?:het )?|met ){_TINT} {_SHOWN})\b",
        rf"\b(?P<doel>(?:velden|vakken|vragen|dagen|regels|onderdelen) met (?:een )?{_COLOUR} {_EDGE})\b",
        rf"\b(?P<doel>{_TINT}(?: |-)?{_SHOWN})\b",
        rf"\b(?P<doel>{_COLOUR} (?:velden|vakken|invulvelden) (?:zijn verplicht|moet|vult|hoeft))\b",
    )
)
# What there must be for one of the above: a quick look, as nearly all sentences have none of it.
_PLACE_WORD: Final = re.compile(
    r"hiernaast|\b(?:rechter|linker|rechts|links)|"
    rf"\b(?:de|het) {_SHAPE} (?:knop|button|icoon|pijl|bolletje|vakje)",
    re.IGNORECASE,
)
_COLOUR_WORD: Final = re.compile(
    r"\b(?:licht|donker)?(?:rood|rode|groen|blauw|gele?\b|geel|oranje|paars|roze|grij[sz]|zwart|wit)",
    re.IGNORECASE,
)
# A name of the thing, or another sign than the colour, in the same sentence.
_NAMED: Final = re.compile(
    r"[‘“\"«][^’”\"»]{1,60}[’”\"»]|(?:^|\s)'[^']{1,60}'|\bgenaamd\b|\bheet\b|\bwaarop [‘“\w ]{0,25}staat\b|"
    r"\*|\bmet (?:de|het|een) (?:naam|tekst|titel|opschrift|label|woord|sterretje|kruisje|icoon)|"
    rf"\b(?:sterretje|vetgedrukt|vet|cursief|onderstreept|doorgestreept)\b|{_THING} [A-ZÀ-Þ]"
)
_TITLE: Final = re.compile(r"[ ,]*(?:\(?(?:met |de |het )?)?[A-ZÀ-Þ][\w-]+")


def by_place(document: Document) -> Iterator[Hit]:
    """Instructions that point at something by its place or shape, without its name."""
    needles = ("hiernaast", "recht", "link", "rond", "vierkant", "driehoek", "grote", "kleine")
    return _found(document, _PLACES, needles, _PLACE_WORD)


def by_colour(document: Document) -> Iterator[Hit]:
    """Instructions and explanations that only a colour makes clear."""
    needles = (
        "rood",
        "rode",
        "groen",
        "blauw",
        "gel",
        "geel",
        "oranje",
        "paars",
        "roze",
        "grij",
        "zwart",
        "wit",
    )
    return _found(document, _COLOURS, needles, _COLOUR_WORD)


def _found(
    document: Document, patterns: Sequence[re.Pattern[str]], needles: Sequence[str], word: re.Pattern[str]
) -> Iterator[Hit]:
    """The first of ``patterns`` in each sentence that has one of the ``needles`` and the ``word``."""
    for block in prose_blocks(document):
        lower = block.text.lower()
        if not any(map(lower.__contains__, needles)) or not word.search(block.text):
            continue
        for sentence in sentences(document, block):
            if not word.search(sentence.text):
                continue
            match = next(filter(None, (pattern.search(sentence.text) for pattern in patterns)), None)
            if match is None or _has_name(block, sentence, match):
                continue
            start, end = match.span("doel")
            span = Span(sentence.start + start, sentence.start + end)
            yield Hit(block, span, {"gevonden": match["doel"]}, outcome="cantTell")


def _has_name(block: Block, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the sentence also says what the thing is called, or has another sign for it."""
    if _NAMED.search(sentence.text) or _TITLE.match(sentence.text, match.end("doel")):
        return True
    return any(
        inline.kind in {"link", "strong", "emphasis", "code"}
        and sentence.start <= inline.span.start < sentence.end
        for inline in block.inlines
    )
