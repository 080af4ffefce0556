"""What a writer sees first: all errors and warnings, and as many suggestions as one can take in.

A text that could be better in a hundred places is not helped by a hundred suggestions at once. So the default
view holds a share of them, of every rule something (docs/adr/0009-default-view.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.model import Finding, Problem

PER_THOUSAND_WORDS: Final = 25
_REPEATS: Final = 2
_A_FEW: Final = 5
_TAG: Final = re.compile(r"<[a-z][\w:-]*", re.IGNORECASE)
_CLASS: Final = re.compile(r"""\sclass\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_OWN: Final = re.compile(  # what differs from one place to the next
    r"""\s(?:id|href|src|name|for|value|aria-(?:controls|labelledby|describedby)|data-[\w-]+)"""
    r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""",
    re.IGNORECASE,
)
LEAST: Final = 15
"""So many suggestions stand in the default view of any text, however short."""


def default_view(findings: Sequence[Finding], words: int) -> list[Finding]:
    """The findings, sorted as given, without the suggestions that are too many for a text of so many words.

    Each rule has its first suggestion before any rule has its second, and the surer ones go first. A warning
    about words that were warned of twice already counts as a suggestion. Findings about accessibility are
    always there, but for what a template repeats: who builds the site needs to see that once.
    """
    findings = [finding for finding, again in zip(findings, _repeated(findings), strict=True) if not again]
    places = max(LEAST, PER_THOUSAND_WORDS * words // 1000)
    said: Counter[tuple[str, str]] = Counter()
    rationed = [at for at, finding in enumerate(findings) if _is_rationed(finding, said)]
    if len(rationed) <= places + _A_FEW:  # so few more are not worth a second look
        return list(findings)
    turn: dict[int, int] = {}
    so_far: Counter[str] = Counter()
    for at in rationed:
        turn[at] = so_far[findings[at].rule]
        so_far[findings[at].rule] += 1
    rationed.sort(key=lambda at: (turn[at], findings[at].confidence != "high", at))
    left_out = set(rationed[places:])
    return [finding for at, finding in enumerate(findings) if at not in left_out]


def left_out(count: int, name: str) -> Problem:
    """The notice that there is more."""
    what = "Er is nog 1 melding" if count == 1 else f"Er zijn nog {count} meldingen"
    return Problem(f"{what}. U ziet alles met --all.", name)


def _repeated(findings: Sequence[Finding]) -> Iterator[bool]:
    """For each finding whether the same was said of an element of the same name and class, for who builds."""
    seen: set[tuple[str, str, str, str]] = set()
    for finding in findings:
        tag = _TAG.match(finding.excerpt) if finding.audience == "techniek" else None
        if tag is None:
            yield False
            continue
        kind = _CLASS.search(finding.excerpt)
        shape = kind[0] if kind else _OWN.sub("", finding.excerpt)
        about = (finding.rule, finding.message, finding.outcome, tag[0] + shape)
        yield about in seen
        seen.add(about)


def _is_rationed(finding: Finding, said: Counter[tuple[str, str]]) -> bool:
    if finding.level == "error" or finding.audience != "redactie" or finding.wcag:
        return False
    words = (finding.rule, finding.excerpt.lower())
    said[words] += 1
    return finding.level == "suggestion" or said[words] > _REPEATS
