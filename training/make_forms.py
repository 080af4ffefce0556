"""Writes lexicons/vormen.tsv: the forms of every word that has a ``*`` in a list. Run: ``make forms``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from duidelijk.resources import data_folder
from duidelijk.rules.forms import TABLE, lines
from duidelijk.rules.lexicon import EVERY_FORM, read_rows
from duidelijk.rules.load import load_rules


def starred() -> Iterator[tuple[str, str]]:
    """Lemma and word class of every entry with a ``*`` in the lists that a rule reads."""
    for rule in load_rules([data_folder("rules")]).values():
        for lexicon in rule.lexicons:
            for row in read_rows(data_folder("lexicons") / f"{lexicon}.tsv"):
                given = row.cells.get("forms", "").split(";")
                if EVERY_FORM in map(str.strip, given) and " " not in row.cells["word"]:
                    yield row.cells["word"], row.cells["pos"]


def table() -> str:
    """The whole file."""
    return "".join(f"{line}\n" for line in lines(starred()))


if __name__ == "__main__":
    (data_folder("lexicons") / TABLE).write_text(table(), "utf-8", newline="\n")
