"""What a writer sees first: all errors and warnings, and as many suggestions as one can take in.

A text that could be better in a hundred places is not helped by a hundred suggestions at once. So the default
view holds a share of them, of every rule something (docs/adr/0009-default-view.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from duidelijk.model import Finding, Problem

PER_THOUSAND_WORDS: Final = 25
_REPEATS: Final = 2
_A_FEW: Final = 5
LEAST: Final = 15
"""So many suggestions stand in the default view of any text, however short."""


def default_view(findings: Sequence[Finding], words: int) -> list[Finding]:
    """The findings, sorted as given, without the suggestions that are too many for a text of so many words.

    Each rule has its first suggestion before any rule has its second, and the surer ones go first. A warning
    about words that were warned of twice already counts as a suggestion. Findings about accessibility are
    always there.
    """
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


def _is_rationed(finding: Finding, said: Counter[tuple[str, str]]) -> bool:
    if finding.level == "error" or finding.audience != "redactie" or finding.wcag:
        return False
    words = (finding.rule, finding.excerpt.lower())
    said[words] += 1
    return finding.level == "suggestion" or said[words] > _REPEATS
