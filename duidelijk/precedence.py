"""One word, one finding: a rule that gives way is silent where another speaks about the same words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from duidelijk.model import Finding

_ABOUT_WORDS: Final = 80
"""Characters: a longer finding is about the sentence, and leaves room for one about a word in it."""


def with_precedence(findings: Sequence[Finding], giving_way: Collection[str]) -> list[Finding]:
    """The findings, without those of the rules ``giving_way`` that share words with one of another rule."""
    taken = [
        finding.span
        for finding in findings
        if finding.rule not in giving_way and finding.span.end - finding.span.start <= _ABOUT_WORDS
    ]
    return [
        finding
        for finding in findings
        if finding.rule not in giving_way
        or not any(span.start < finding.span.end and finding.span.start < span.end for span in taken)
    ]
