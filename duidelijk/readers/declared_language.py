"""Which language an office file is in: what it declares, as far as the words do not say otherwise.

Word and LibreOffice mark text with the language of the spelling checker. That is often the language of the
program or of a template, so a letter in Dutch says that it is in English. Only Dutch is taken on its word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from duidelijk.nlp.foreign import recognise
from duidelijk.nlp.language import is_dutch
from duidelijk.readers.extracted import Paragraph

_ENOUGH: Final = 200  # paragraphs
_LONGEST: Final = 20_000  # characters


def settle_languages(paragraphs: Sequence[Paragraph], letters: Counter[str]) -> str | None:
    """The language of the whole file, None when it cannot be said; a paragraph keeps only another one.

    ``letters`` counts the letters in each language that the file declares. Paragraphs come with the language
    that they declare.
    """
    most = max(letters, key=lambda lang: letters[lang], default=None)
    start = " ".join(one.words for one in islice((one for one in paragraphs if one.main), _ENOUGH))
    whole = most if most and _is_so(most, start[:_LONGEST]) else None
    for paragraph in paragraphs:
        said = paragraph.lang
        if said is not None:
            is_same = said == whole or (is_dutch(said) and is_dutch(whole))
            paragraph.lang = None if is_same or not _is_so(said, paragraph.words) else said
    return whole


def _is_so(lang: str, text: str) -> bool:
    return is_dutch(lang) or recognise(text) == lang.lower().replace("_", "-").split("-")[0]
