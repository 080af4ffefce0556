"""Letters in which the sender talks about itself: sentence after sentence begins with ``wij``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.measure import prose_sentences
from duidelijk.model import Document, Hit, Span

_SENDER: Final = re.compile(
    r"(?:wij|we|ik|ons|onze|(?:de|het|onze?) (?:gemeente|provincie|college|ministerie|dienst|waterschap"
    r"|organisatie|belastingdienst))\b",
    re.IGNORECASE,
)


def about_ourselves(document: Document, *, share: int = 50, min_sentences: int = 5) -> Iterator[Hit]:
    """One hit, on the first such sentence, when over ``share`` percent of them begin with the sender.

    Nothing is said about a text of under ``min_sentences`` sentences.
    """
    every = list(prose_sentences(document))
    own = [(block, sentence) for block, sentence in every if _SENDER.match(sentence.text)]
    if len(every) >= min_sentences and 100 * len(own) > share * len(every):
        block, sentence = own[0]
        span = Span(sentence.start, sentence.end)
        yield Hit(block, span, {"aantal": len(own), "zinnen": len(every)})
