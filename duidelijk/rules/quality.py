"""How often each rule is right, measured on sentences that people labelled (tests/corpus)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from duidelijk.resources import data_folder

FILE: Final = "quality.tsv"
HEADER: Final = "rule\tfound\tright\tlabelled\treached"


class Quality(NamedTuple):
    """Places ``found``, of which ``right`` were labelled; ``labelled``, of which ``reached`` were found."""

    found: int
    right: int
    labelled: int
    reached: int

    @property
    def precision(self) -> float | None:
        """The share of what is found that is right; None where nothing is found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that is found; None where nothing is labelled."""
        return self.reached / self.labelled if self.labelled else None


@cache
def recorded() -> Mapping[str, Quality]:
    """The figures that ship with the rules, by rule; empty without them."""
    path = data_folder("rules") / FILE
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {rule: Quality(*map(int, figures)) for rule, *figures in rows}


def in_words(quality: Quality) -> str:
    """One line for a reader: ``128 van de 132 meldingen kloppen …``."""
    parts = []
    if quality.precision is not None:
        parts.append(f"{quality.right} van de {quality.found} meldingen kloppen ({quality.precision:.0%})")
    if quality.recall is not None:
        parts.append(
            f"{quality.reached} van de {quality.labelled} plaatsen zijn gevonden ({quality.recall:.0%})"
        )
    return "; ".join(parts).replace("%", " %")
