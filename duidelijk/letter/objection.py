"""The clause that says how to object to a decision or appeal against it, sentence by sentence.

It begins at a heading about objecting, or at a sentence that says that the reader can object, and goes on
while the sentences say where, by when and how. Not: that an objection was made or how it is dealt with, and
whom to call with questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from duidelijk.letter import Part

_MEANS: Final = frozenset(
    {"bezwaar", "bezwaarschrift", "bezwaarschriften", "beroep", "beroepschrift", "zienswijze", "zienswijzen",
     "rechtsmiddelen", "rechtsmiddel", "verzoekschrift", "bezwaarschriftprocedure", "bezwaarprocedure",
     "bezwaarclausule", "rechtsmiddelenclausule", "bezwaarformulier"}
)  # fmt: skip
_FAREWELL: Final = frozenset(
    {"wensen", "bedankt", "dank", "hopen", "vertrouwen", "vertrouw", "vertrouwende", "hoop", "succes"}
)
_GOES_ON: Final = _MEANS | frozenset(
    {"rechtbank", "griffierecht", "voorzieningenrechter", "bezwaartermijn", "beroepstermijn",
     "bezwaarformulier", "raad", "voorziening", "rechter", "ondertekening", "handtekening", "gronden"}
)  # fmt: skip
_CAN: Final = frozenset(
    {"kunt", "kan", "mag", "mogen", "kunnen", "maken", "maak", "maakt", "indienen", "dien", "dient", "dienen",
     "instellen", "aantekenen", "stuur", "schrijf", "wilt", "mogelijk", "mogelijkheid", "moet", "open",
     "oneens"}
)  # fmt: skip
_PAST: Final = frozenset(
    {
        "gemaakt",
        "ingediend",
        "ontvangen",
        "ingesteld",
        "behandeld",
        "ongegrond",
        "gegrond",
        "gesteld",
        "ingekomen",
        "gericht",
        "binnengekomen",
        "aangetekend",
        "ontvingen",
        "maakte",
        "diende",
        "stelde",
    }
)
# Without one of these, “uw bezwaar” is one that the reader has made already.
_LODGES: Final = frozenset(
    {"maken", "maak", "maakt", "indienen", "indient", "dien", "dient", "instellen", "aantekenen", "gaan",
     "stuur", "sturen", "stuurt", "schrijf", "zet", "richten", "richt", "onderteken", "moet"}
)  # fmt: skip
_OWN: Final = frozenset({"uw", "je", "dit", "dat", "ons", "zijn", "haar"})
_REACHES: Final = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer)?|bereikbaar|www)\b|(?<!\d)14 ?0\d{2,3}\b", re.IGNORECASE
)
_WAYS: Final = frozenset(
    {
        "stuur",
        "stuurt",
        "sturen",
        "schrijf",
        "brief",
        "digid",
        "online",
        "digitaal",
        "formulier",
        "post",
        "fax",
    }
)
_OF_OBJECTION: Final = frozenset({"niet-ontvankelijk", "verklaard", "hoorzitting", "gehoord"})
_AGREE: Final = frozenset({"eens", "oneens", "akkoord"})
_TITLES: Final = frozenset(
    {"rechtsbescherming", "beroepsmogelijkheden", "beroepsmogelijkheid", "bezwaarmogelijkheden",
     "bezwaarmogelijkheid", "beroepsprocedure", "bezwaarclausule", "rechtsgang", "beroepsclausule",
     "rechtsmiddelverwijzing", "verweer", "bezwaartermijn", "beroepstermijn"}
)  # fmt: skip
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
        elif _starts(words[number]):
            goes_on = True
        elif _is_for_questions(part.text, known):
            goes_on = False
        elif is_section:
            goes_on = known.isdisjoint(_FAREWELL) or not known.isdisjoint(_GOES_ON)
        elif goes_on and before is not None:
            same = before.block is part.block
            listed = part.block.kind in {"list_item", "address"} or before.text.endswith(":")
            goes_on = (same or listed or not known.isdisjoint(_GOES_ON)) and known.isdisjoint(_QUESTIONS)
        if goes_on:
            found.add(number)
            if (
                before is not None
                and before.block is part.block
                and _is_disagreement(before, words[number - 1])
            ):
                found.add(number - 1)
    return frozenset(found)


def _is_disagreement(part: Part, words: Sequence[str]) -> bool:
    """Whether a sentence asks if the reader disagrees: “Gaat u niet akkoord?”."""
    return part.text.endswith("?") and (_is_heading(frozenset(words)) or "niet" in words)


def _is_heading(words: frozenset[str]) -> bool:
    """Whether a heading or a question above the clause is about objecting: “Niet akkoord?”."""
    if not words.isdisjoint(_MEANS | _TITLES) or "oneens" in words:
        return True
    if "niet" not in words:
        return False
    return not words.isdisjoint(_AGREE) or (
        not words.isdisjoint(_DECISION) and not words.isdisjoint({"klopt", "tevreden", "juist", "vinden"})
    )


def _is_for_questions(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence says only how to reach the sender: “Telefoon: 14 012.”"""
    return words.isdisjoint(_GOES_ON | _WAYS) and _REACHES.search(text) is not None


def _is_made(said: Sequence[str]) -> bool:
    """Whether a sentence is about an objection that was made: “de rechter behandelt uw beroep”."""
    owned = [at > 0 and said[at - 1] in _OWN for at, word in enumerate(said) if word in _MEANS]
    return all(owned) and _LODGES.isdisjoint(said)


def _starts(said: Sequence[str]) -> bool:
    """Whether a sentence says that one can object, and not that somebody did."""
    words = frozenset(said)
    if not words.isdisjoint(_OF_OBJECTION):
        return False
    if not words.isdisjoint(_PAST) and words.isdisjoint({"kunt", "kan", "mag", "kunnen", "moet"}):
        return False
    if not words.isdisjoint(_MEANS):
        return not words.isdisjoint(_CAN) and not _is_made(said)
    return not words.isdisjoint(_AGREE) and (not words.isdisjoint(_DECISION) or {"niet", "?"} <= words)
