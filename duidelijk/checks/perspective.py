"""Letters in which the sender talks about itself: sentence after sentence begins with ``wij``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.model import BlockKind, Document, Hit

_SENDER: Final = re.compile(
    r"(?:wij|we|ons|onze|(?:de|het|onze?) (?:gemeente|provincie|college|ministerie|dienst|waterschap"
    r"|stad|commissie"
    r"|organisatie|belastingdienst))\b",
    re.IGNORECASE,
)
_TABLE: Final[frozenset[BlockKind]] = frozenset({"table_cell", "table_header"})


def about_ourselves(document: Document, *, share: int = 50, min_sentences: int = 5) -> Iterator[Hit]:
    """One hit, on the first such sentence, when over ``share`` percent of them begin with the sender.

    Nothing is said about a text of under ``min_sentences`` sentences.
    """
    found = letter(document)
    if found is None:
        return
    every = [one for one in running_text(document, found) if one.block.kind not in _TABLE]
    own = [one for one in every if _SENDER.match(one.text)]
    if len(every) >= min_sentences and 100 * len(own) > share * len(every):
        yield Hit(own[0].block, own[0].span, {"aantal": len(own), "zinnen": len(every)})
