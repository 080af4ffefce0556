"""What the page calls things: Dutch words for the names in the model, and text that a page can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from duidelijk.model import BlockKind, Question
    from duidelijk.report.common import Grade

DOCUMENTS: Final = {"letter": "brief", "page": "webpagina"}
QUESTIONS: Final[dict[Question, tuple[str, str]]] = {
    "what": ("Wat?", "Wat is er besloten of wat moet de lezer doen?"),
    "why": ("Waarom?", "Waarom krijgt de lezer deze brief?"),
    "when": ("Wanneer?", "Voor wanneer moet het?"),
    "how": ("Hoe?", "Hoe doet de lezer dat?"),
    "where": ("Waar?", "Waar kan de lezer terecht?"),
}
GRADES: Final[dict[Grade, tuple[str, str]]] = {
    "error": ("ernstig", "ernstig"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "suggestion": ("suggestie", "suggesties"),
    "cantTell": ("om na te kijken", "om na te kijken"),
}
PASSAGES: Final[dict[BlockKind, str]] = {
    "title": "titel van de pagina",
    "heading": "kop",
    "table_cell": "tabel",
    "table_header": "tabel",
    "quote": "citaat",
    "code": "code",
    "link": "link",
    "image_alt": "tekst bij afbeelding",
    "label": "label",
    "subject": "onderwerp",
}
_INVISIBLE: Final = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def readable(text: str) -> str:
    """``text`` without what turns the direction of a page, and without characters that HTML does not know."""
    return _CONTROL.sub("\ufffd", _INVISIBLE.sub("", text))
