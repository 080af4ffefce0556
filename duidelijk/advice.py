"""How many guidelines for plain language a text follows: what stands in the place of “this text is B1”.

B1 is a level of people, not of texts; what can be said of a text is which advice for writing at that level
it follows. ``rules/b1-richtlijnen.tsv`` says per guideline which rules look and how many of their findings
in 1,000 words are few enough. Those limits lie between what municipal texts have before and after editing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from duidelijk.model import Advice, Finding
from duidelijk.resources import table

FEWEST_WORDS: Final = 30
"""In a shorter text nothing can be said about the guidelines."""


class Guide(NamedTuple):
    """A guideline with its rules; it is followed with at most ``most`` findings in 1,000 words."""

    title: str
    most: int
    rules: tuple[str, ...]


def advice(findings: Sequence[Finding], running: Collection[str], words: int) -> tuple[Advice, ...]:
    """The guidelines that the ``running`` rules can judge, and whether this text follows them."""
    return tuple(_judged(findings, running, words)) if words >= FEWEST_WORDS else ()


def _judged(findings: Sequence[Finding], running: Collection[str], words: int) -> Iterator[Advice]:
    counts = Counter(finding.rule for finding in findings if finding.outcome == "failed")
    for guide in guides():
        rules = tuple(rule for rule in guide.rules if rule in running)
        if rules:
            found = sum(counts[rule] for rule in rules)
            yield Advice(guide.title, found <= guide.most * words / 1000, rules, found)


@cache
def guides() -> tuple[Guide, ...]:
    """The guidelines, in the order in which a report lists them."""
    rows = table("b1-richtlijnen", 3, folder="rules")
    return tuple(Guide(title, int(most), tuple(rules.split())) for title, most, rules in rows)
