"""Sentences that tell what was decided.

A sentence decides when who wrote the letter, an organ of it, or nobody named does something with the matter
of the reader: grants, refuses, sets, changes, ends, claims back, declares well-founded. It is said in the
present or the perfect, active or passive. In a letter that answers or decides something, “u krijgt”,
“u mag” and “u hoeft niet” tell it too. A question, a condition, a plan, a law and what somebody else
decided are no decisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from duidelijk.letter import Part

_ABOUT: Final = re.compile(
    r"\b(?:\w*besluit|\w*beslissing|\w*beschikking|toekenning|afwijzing|\w*aanvraag|aangevraagd|\w*bezwaar"
    r"|\w*bezwaarschrift|terugvordering|verlening|weigering|vaststelling|\w*aanslag|aanslagbiljet"
    r"|(?:uw|je) (?:\w+ )?(?:verzoek|klacht|beroep)"
    r"|(?:vroeg|vroegen) (?:u|je|jullie)|(?:u|je|jullie) (?:vroeg|vroegen))\b",
    re.IGNORECASE,
)
_THEREFORE: Final = re.compile(r"\b(?:daarom|om die reden|hierom|om deze reden)\b", re.IGNORECASE)
_WHO: Final = r"(?:u|uw|wij|we|je|jullie|ik|het|de|er|dat|dit|een)"
_CONDITION: Final = re.compile(
    rf"(?:als|indien|wanneer|zodra|zolang|tenzij|mocht(?:en)?) {_WHO}\b"
    rf"|\w+ {_WHO}\b[^.;:?!]{{1,200}}, dan\b",
    re.IGNORECASE,
)
_OPENING: Final = 4  # sentences in which a letter says what it answers


def answers_something(
    subjects: Iterable[Part], said: Sequence[Part], does: Sequence[frozenset[str]], *, has_clause: bool
) -> bool:
    """Whether a letter answers a request or decides something, whatever it decides."""
    headings = (part for part in said if part.block.kind == "heading")
    opening = islice((part for part in said if part.block.kind != "heading"), _OPENING)
    return (
        has_clause
        or any(
            "decision" in one and not is_condition(part.text) for part, one in zip(said, does, strict=True)
        )
        or any(_ABOUT.search(part.text) for part in (*subjects, *headings, *opening))
    )


def decides(text: str, does: frozenset[str], *, in_answer: bool) -> bool:
    """Whether a sentence tells a decision, in a letter that answers something or not."""
    if text.endswith("?") or is_condition(text):
        return False
    return "decision" in does or ("told" in does and (in_answer or _THEREFORE.search(text) is not None))


def is_condition(text: str) -> bool:
    """Whether a sentence is about a case that may come: “Hebben wij alles, dan beslissen wij”."""
    return _CONDITION.match(text) is not None
