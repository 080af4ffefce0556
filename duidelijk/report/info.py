"""What a report says about a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.model import Audience, Guideline, Level


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as the reports show it. ``message`` still has its {placeholders}; ``url`` explains the rule."""

    id: str
    folder: str
    message: str
    why: str
    level: Level
    guideline: Guideline
    wcag: tuple[str, ...] = ()
    audience: Audience = "redactie"
    url: str | None = None
