"""One word, one finding: a rule that gives way is silent where another speaks about the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from duidelijk.model import Finding

_ABOUT_WORDS: Final = 80
"""Characters: a longer finding is about the sentence, and leaves room for one about a word in it."""

GivesWay = Mapping[str, bool | tuple[str, ...]]
"""For each rule that gives way the rules it gives way to, or True: all that do not give way to everything."""


def with_precedence(findings: Sequence[Finding], giving_way: GivesWay) -> list[Finding]:
    """The findings, without those that share words with one of a rule that theirs gives way to."""
    short = [finding for finding in findings if finding.span.end - finding.span.start <= _ABOUT_WORDS]
    short.sort(key=_start)

    def near(finding: Finding) -> Sequence[Finding]:
        """Those of ``short`` that can share words with the finding."""
        first = bisect_left(short, finding.span.start - _ABOUT_WORDS, key=_start)
        return short[first : bisect_left(short, finding.span.end, key=_start)]

    return [
        finding
        for finding in findings
        if not giving_way.get(finding.rule)
        or not any(_goes_first(other, finding, giving_way) for other in near(finding))
    ]


def _start(finding: Finding) -> int:
    return finding.span.start


def _goes_first(other: Finding, finding: Finding, giving_way: GivesWay) -> bool:
    to = giving_way[finding.rule]
    before = giving_way.get(other.rule) is not True if to is True else other.rule in (to or ())
    return before and other.span.start < finding.span.end and finding.span.start < other.span.end
