"""Whether a noun stands for something that a reader can see, hear, feel or point at."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from duidelijk.nlp.compounds import stems
from duidelijk.resources import table
from duidelijk.scores.noun_heads import noun_head

NAME: Final = "concrete-naamwoorden"
COLUMNS: Final = 2
CONCRETE: Final = "concreet"

_ABSTRACT_ENDINGS: Final = (
    "heid", "teit", "tie", "sie", "isme", "schap", "nis", "ing", "ering", "dom", "sel", "logie", "grafie",
    "nomie", "iek", "ment", "ude", "age", "entie", "antie",
)  # fmt: skip
_PERSON_ENDINGS: Final = ("aar", "aars", "ster", "ist", "eur", "ier", "loog", "graaf", "noom", "ling")


def is_concrete(noun: str) -> bool | None:
    """Whether ``noun`` is concrete; False too when it can be either; None when nothing is known.

    A compound is what its head is, and a word outside the list what its ending says.
    """
    return _is_concrete(noun.lower())


@lru_cache(maxsize=1 << 14)
def _is_concrete(noun: str) -> bool | None:
    listed = _listed(noun)
    if listed is not None:
        return listed == CONCRETE
    last = noun_head(noun)
    listed = _listed(last)
    if listed is not None:
        return listed == CONCRETE
    if last.endswith(_ABSTRACT_ENDINGS):
        return False
    return True if last.endswith(_PERSON_ENDINGS) else None


def _listed(noun: str) -> str | None:
    classes = _classes()
    return next((classes[stem] for stem in stems(noun) if stem in classes), None)


@cache
def _classes() -> dict[str, str]:
    return dict(table(NAME, COLUMNS))
