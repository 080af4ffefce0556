"""What a letter says that comes with it, and the list of what does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.checks.prose import any_of
from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.model import Document, Hit

_I: Final = re.IGNORECASE
_THINGS: Final = (
    r"(?:[\w-]*formulier\w*|kopie\w*|overzicht\w*|folder\w*|brochure\w*|plattegrond\w*|"
    r"specificatie\w*|verslag\w*|rapport\w*|pas\b|antwoordenvelop\w*|retourenvelop\w*|overeenkomst\w*|contract\w*|stukken)"
)
_ENCLOSED: Final = re.compile(
    any_of(
        rf"""
        \b(?:bijgevoegde?|bijgaande?|bijgesloten|ingesloten|meegestuurde?|meegezonden|aangehechte?)\b
        \b(?:in|als|zie) (?:de |een |onze )?bijlagen?\b
        \bde bijlagen? (?:bij|van|in) deze (?:brief|mail|e-mail)\b
        \bbij deze brief (?:zit|zitten|vindt|ontvangt|krijgt|sturen|hoort)\b
        \bhierbij (?:ontvangt|krijgt|vindt|sturen|stuur|zenden|zend|treft)\b[^.?]{{0,80}}\b{_THINGS}
        \b(?:sturen|stuur|zenden) (?:wij|we|ik)\b[^.?]{{0,80}}\bmee\b
        """
    ),
    _I,
)
# What the reader encloses, a law has, or hangs at the foot of the letter itself.
_BY_OTHERS: Final = re.compile(
    any_of(
        r"""
        \bacceptgiro
        \b(?:u|je) (?:hebt|heeft|had|stuurde)\b|\b(?:hebt|heeft|had|stuurde) (?:u|je)\b
        \b(?:u|je) (?:kunt|moet|dient|stuurt)\b[^?]{0,200}\bals bijlage\b
        \b(?:door u|uw) (?:\w+ ){0,2}(?:bijgevoegde|meegestuurde|ingesloten)\b
        \A(?:voeg|stuur|doe|zet)\b
        \bbij (?:uw|je|de|het) (?:aanvraag|bezwaar\w*|mail|e-mail|verzoek|melding|formulier)\b
        \bbijlagen? (?:\w+ )?(?:bij|van|in) (?:de|het) (?:[\w-]*wet|verordening|regeling|besluit|beleids)
        \bbijlage (?:[ivx]+|\d+[a-z]?) (?:bij|van) (?:de|het)\b
        """
    ),
    _I,
)
_LABEL: Final = re.compile(r"(?:aantal )?bijlagen?(?:\(n\))?|aantal|geen|diversen?", _I)
_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_ADD_LIST: Final = "Noem onder aan de brief welke bijlagen erbij zitten."
_SAY_WHY: Final = "Zeg in de brief wat de lezer met deze bijlage kan doen."
_STEM: Final = 7  # letters of a name that come back when the text is about it
_LONGEST: Final = 1_000  # characters


def unmatched_enclosures(document: Document) -> Iterator[Hit]:
    """An enclosure that the text speaks of and no list names, or a list that the text says nothing about."""
    found = letter(document)
    if found is None:
        return
    said = running_text(document, found)
    listed = found.of("enclosures")
    mention = next((one for one in said if _speaks_of_enclosure(one.text)), None)
    if mention is not None and not listed and "enclosures" not in found.present:
        yield Hit(mention.block, mention.span, {"advies": _ADD_LIST})
    elif mention is None and said:
        named = [part for part in listed if _names(part.text)]
        words = {word for part in named for word in _names(part.text)}
        if named and not any(_mentions(one.text, words) for one in said):
            yield Hit(named[0].block, named[0].span, {"advies": _SAY_WHY})


def _speaks_of_enclosure(text: str) -> bool:
    short = text[:_LONGEST]
    return _ENCLOSED.search(short) is not None and _BY_OTHERS.search(short) is None


def _names(text: str) -> frozenset[str]:
    """The beginnings of the words that name an enclosure, without the label of the list."""
    return frozenset(match[0].lower()[:_STEM] for match in _WORD.finditer(_LABEL.sub(" ", text)))


def _mentions(text: str, words: frozenset[str] | set[str]) -> bool:
    return "bijlage" in text.lower() or any(
        match[0].lower()[:_STEM] in words for match in _WORD.finditer(text)
    )
