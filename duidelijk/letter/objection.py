"""The clause that says how to object to a decision or appeal against it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.letter import Part

_MEANS: Final = frozenset(
    {"bezwaar", "bezwaarschrift", "bezwaarschriften", "beroep", "beroepschrift", "zienswijze", "zienswijzen",
     "rechtsmiddelen", "rechtsmiddel", "bezwaarprocedure", "bezwaarclausule", "rechtsmiddelenclausule"}
)  # fmt: skip
_GOES_ON: Final = _MEANS | frozenset(
    {"rechtbank", "griffierecht", "voorzieningenrechter", "bezwaartermijn", "beroepstermijn",
     "bezwaarformulier", "raad", "voorziening", "rechter", "ondertekening", "handtekening", "gronden"}
)  # fmt: skip
_CAN: Final = frozenset(
    {"kunt", "kan", "mag", "mogen", "kunnen", "maken", "maak", "maakt", "indienen", "dien", "dient",
     "instellen", "stuur", "stuurt", "schrijf", "staat", "wilt", "mogelijk", "moet", "binnen", "tegen",
     "oneens"}
)  # fmt: skip
_PAST: Final = frozenset(
    {"gemaakt", "ingediend", "ontvangen", "ingesteld", "behandeld", "ongegrond", "gegrond"}
)
_AGREE: Final = frozenset({"eens", "oneens"})
_DECISION: Final = frozenset(
    {"besluit", "beslissing", "beschikking", "aanslag", "boete", "waarde", "besluiten"}
)
_QUESTIONS: Final = frozenset({"vragen", "vraag"})


def objections(said: Sequence[Part], words: Sequence[Sequence[str]]) -> frozenset[int]:
    """The numbers of the sentences that are part of the clause, headings included."""
    found: set[int] = set()
    is_section = goes_on = False
    for number, part in enumerate(said):
        known = frozenset(words[number])
        before = said[number - 1] if number else None
        if part.block.kind == "heading":
            is_section = goes_on = _is_heading(known)
        elif is_section or _starts(known):
            goes_on = True
        elif goes_on and before is not None:
            same = before.block is part.block
            listed = part.block.kind in {"list_item", "address"} or before.text.endswith(":")
            goes_on = (same or listed or not known.isdisjoint(_GOES_ON)) and known.isdisjoint(_QUESTIONS)
        if goes_on:
            found.add(number)
    return frozenset(found)


def _is_heading(words: frozenset[str]) -> bool:
    return (
        not words.isdisjoint(_MEANS)
        or (not words.isdisjoint(_AGREE) and "niet" in words)
        or "oneens" in words
    )


def _starts(words: frozenset[str]) -> bool:
    """Whether a sentence says that one can object, and not that somebody did."""
    if not words.isdisjoint(_PAST) and words.isdisjoint({"kunt", "kan", "mag"}):
        return False
    if not words.isdisjoint(_MEANS):
        return not words.isdisjoint(_CAN)
    return not words.isdisjoint(_AGREE) and not words.isdisjoint(_DECISION)
