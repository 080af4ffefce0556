"""From what a rule hits to a finding in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from duidelijk.html.soup import soup_of
from duidelijk.model import Document, Edit, Finding, Hit, Problem, Segment, Suggestion
from duidelijk.rules.rule import Rule

EXCERPT: Final = 300  # characters of a finding that a report repeats
_WORD: Final = re.compile(r"\w+")
_AROUND: Final = 40  # characters on either side that make a fingerprint
_INSIDE: Final = 100  # characters of the place itself that do
_HIDDEN_ONLY: Final = re.compile(
    r"[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff>]*\Z"
)


def finding_or_problem(document: Document, rule: Rule, hit: Hit, problems: list[Problem]) -> Finding | None:
    """The finding; when the message of the rule cannot be filled in, one problem that names the rule."""
    try:
        return _finding(document, rule, hit)
    except (KeyError, IndexError, ValueError):
        problem = Problem(
            f"De melding van de regel ‘{rule.id}’ is niet in te vullen.",
            document.source.name,
            None,
            f"Kijk naar de woorden tussen accolades in {rule.path}.",
            rule.id,
        )
        if problem not in problems:
            problems.append(problem)
        return None


def _finding(document: Document, rule: Rule, hit: Hit) -> Finding:
    block = hit.block
    span = block.map.to_source(*hit.span) if block is not None else hit.span
    if block is not None and span.start == span.end:
        span = block.place  # text without a place of its own, in markup too broken to follow
    found = (
        block.text[hit.span.start : hit.span.end]
        if block is not None
        else document.source.text[span.start : span.end]
    )
    values = hit.values if "gevonden" in hit.values else {"gevonden": found, **hit.values}
    said = rule.messages.get(document.format, rule.message)
    omits = rule.kind == "substitute" and "suggestie" not in values and bool(hit.suggestions)
    return Finding(
        rule=rule.id,
        span=span,
        message=(rule.message_omit if omits else said).format_map(values),
        level=rule.level if rule.level_is_chosen else hit.level or rule.level,
        confidence=rule.confidence,
        outcome=hit.outcome,
        excerpt=found if len(found) <= EXCERPT else found[: EXCERPT - 1] + "…",
        guideline=rule.guideline,
        fingerprint=_fingerprint(rule, hit, found),
        suggestions=tuple(_in_source(document, hit, suggestion) for suggestion in hit.suggestions),
        anchor=document.anchor(span.start) if block is not None or span.end else None,  # none: all of it
        wcag=rule.wcag,
        act=rule.act,
        audience=rule.audience,
    )


def _in_source(document: Document, hit: Hit, suggestion: Suggestion) -> Suggestion:
    """The suggestion with its edits in the source; without edits where they would break markup."""
    block = hit.block
    if block is None:
        return suggestion
    is_markup = soup_of(document) is not None
    edits: list[Edit] = []
    for edit in suggestion.edits:
        span = block.map.to_source(*edit.span)
        if span.start == span.end or not _is_whole(document.source.text, block.map.within(*edit.span)):
            return Suggestion(suggestion.title, ())
        edits.append(Edit(span, html.escape(edit.text, quote=False) if is_markup else edit.text))
    return Suggestion(suggestion.title, tuple(edits), suggestion.applicability)


def _is_whole(source: str, segments: Iterable[Segment]) -> bool:
    """Whether nothing but white space and invisible characters lies between the pieces."""
    last: int | None = None
    for segment in segments:
        if last is not None and segment.s0 != last and not _HIDDEN_ONLY.match(source[last : segment.s0]):
            return False
        last = segment.s1
    return True


def _fingerprint(rule: Rule, hit: Hit, found: str) -> str:
    """The rule and the words in and around the place: the same wherever in the file it stands."""
    import hashlib

    words = found[:_INSIDE].lower()
    if rule.kind == "metric":
        words = ""
    elif hit.block is not None:
        start, end = hit.span
        around = hit.block.text[max(0, start - _AROUND) : min(end, start + _INSIDE) + _AROUND].lower()
        words += "\0" + " ".join(_WORD.findall(around)[1:-1])  # the first and last may be half words
    return hashlib.sha256(f"{rule.id}\0{words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
