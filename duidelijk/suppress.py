"""Exceptions that a writer makes inside a text.

``<!-- duidelijk: uit lange-zin — reden -->`` switches rules off up to ``<!-- duidelijk: aan lange-zin -->``
or the end; ``uit-regel`` does so for its own line, or for the next line of text when it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from duidelijk.model import Document, Hit, LineIndex, Span

_COMMENT: Final = re.compile(
    r"\s*duidelijk\s*:\s*(?P<what>uit-regel|uit|aan)(?![\w-])\s*(?P<rules>[^—–]*?)\s*(?:(?:—|–|--|\s-\s)\s*(?P<reason>.*?))?\s*\Z",
    re.DOTALL,
)
_SPLIT: Final = re.compile(r"[\s,]+")
_KEY: Final = "exceptions"


@dataclass(frozen=True, slots=True)
class Silence:
    """One ``uit`` or ``uit-regel``: the rules or folders it names (none: all) and where it holds."""

    rules: tuple[str, ...]
    place: Span
    reach: Span
    reason: str

    def covers(self, rule: str, folder: str, span: Span) -> bool:
        """Whether it silences a finding of this rule at this place."""
        inside = span.start == self.reach.start or (
            span.start < self.reach.end and span.end > self.reach.start
        )
        return inside and (not self.rules or rule in self.rules or folder in self.rules)


def exceptions(document: Document) -> tuple[Silence, ...]:
    """The exceptions that the comments of a document make."""
    text = document.source.text
    lines: LineIndex | None = None
    open_ones: list[tuple[tuple[str, ...], Span, str]] = []
    found: list[Silence] = []
    for comment in document.comments:
        match = _COMMENT.match(comment.text)
        if match is None:
            continue
        rules = tuple(filter(None, _SPLIT.split(match["rules"])))
        reason = match["reason"] or ""
        if match["what"] == "uit-regel":
            lines = lines or LineIndex(text)
            found.append(Silence(rules, comment.span, _line_reach(text, lines, comment.span), reason))
        elif match["what"] == "uit":
            open_ones.append((rules, comment.span, reason))
        else:
            still_open: list[tuple[tuple[str, ...], Span, str]] = []
            for names, place, why in open_ones:
                if not rules or not names or set(names) & set(rules):
                    found.append(Silence(names, place, Span(place.end, comment.span.start), why))
                else:
                    still_open.append((names, place, why))
            open_ones = still_open
    found += [Silence(names, place, Span(place.end, len(text)), why) for names, place, why in open_ones]
    return tuple(sorted(found, key=lambda item: item.place))


def remember(document: Document, used: Mapping[Silence, bool], known: frozenset[str]) -> None:
    """Keep for the rules about exceptions which ones hid something, and which rule names exist."""
    document.cache[_KEY] = (used, known)


def unused(document: Document) -> Iterator[Hit]:
    """Exceptions that hide nothing, or that name a rule that does not exist."""
    used, known = document.cache.get(_KEY, ({}, frozenset()))
    for item, did_hide in used.items():
        unknown = [name for name in item.rules if name not in known]
        if not did_hide or unknown:
            names = ", ".join(unknown or item.rules) or "alle regels"
            yield Hit(None, item.place, {"regels": names})


def without_reason(document: Document) -> Iterator[Hit]:
    """Exceptions that do not say why."""
    used, _ = document.cache.get(_KEY, ({}, frozenset()))
    for item in used:
        if not item.reason:
            yield Hit(None, item.place, {"regels": ", ".join(item.rules) or "alle regels"})


def _line_reach(text: str, lines: LineIndex, place: Span) -> Span:
    line, _ = lines.position(place.start)
    last, _ = lines.position(max(place.start, place.end - 1))
    start, end = lines.line_span(line).start, lines.line_span(last).end
    if text[start : place.start].strip() or text[place.end : end].strip():
        return Span(start, end)
    for number in range(last + 1, len(lines) + 1):
        span = lines.line_span(number)
        if text[span.start : span.end].strip():
            return span
    return Span(end, end)
