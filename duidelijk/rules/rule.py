"""A rule as the engine sees it: what the rule file says, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from duidelijk.model import NO_ATTRS, Audience, Confidence, Guideline, Level

Kind = Literal["substitute", "avoid", "pattern", "metric", "check"]
Needs = Literal["text", "tokens", "parse"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One regular expression of a pattern rule. ``unless`` is tried on the sentence around the match.

    ``contains`` are pieces in lower case; a text without any of them is passed over, which saves the search.
    ``level`` is that of the rule unless given.
    """

    pattern: str
    replace: tuple[str, ...] = ()
    safe: bool = False
    case: bool = False
    unless: str | None = None
    contains: tuple[str, ...] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """``bad`` marks each expected place with «guillemets»; without ``bad``, ``good`` is a near miss.

    What stands for an office file or a pdf is written as HTML.
    """

    bad: str | None
    good: str | None
    format: Literal["text", "markdown", "html", "docx", "odt", "pdf", "eml"] = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule file. ``folder`` is the name of the folder it stands in; ``path`` the file.

    ``level_is_chosen``: a user set the level, and it goes before that of a single finding.
    ``gives_way``: no finding where another rule, or one of those named, speaks about the same words.
    ``messages`` go before ``message`` in the formats they name.
    ``needs`` is what the rule asks of the language layer: nothing but the text, word classes, or the parse.
    """

    id: str
    folder: str
    path: Path
    kind: Kind
    message: str
    why: str
    level: Level
    confidence: Confidence
    audience: Audience
    guideline: Guideline
    message_omit: str
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    default: bool = True
    formats: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    protect: bool = True
    safe: bool = False
    gives_way: bool | tuple[str, ...] = False
    level_is_chosen: bool = False
    replace: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lexicons: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    metric: str | None = None
    check: str | None = None
    options: Mapping[str, Any] | None = None
    needs: Needs = "text"
    messages: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)

    def applies_to(self, format: str, kind: str | None) -> bool:  # noqa: A002 - the field's word
        """Whether the rule runs on a document of this format and kind."""
        return (not self.formats or format in self.formats) and (not self.kinds or kind in self.kinds)
