"""The declarative kind ``metric``: a figure about the whole text against a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duidelijk import measure
from duidelijk.errors import RuleError
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.rules.rule import Rule
from duidelijk.validate import did_you_mean


def metric_hits(rule: Rule, document: Document, options: dict[str, Any]) -> Iterator[Hit]:
    """One hit, on the heading or first sentence of the text, when the figure is over ``options['max']``.

    Other options go to the function in ``duidelijk.measure`` that the rule names.

    Raises:
        RuleError: when there is no such figure, or the rule has no limit.
    """
    figure = getattr(measure, rule.metric or "", None)
    if figure is None:
        known = [name for name in vars(measure) if not name.startswith("_") and name.islower()]
        raise RuleError(
            f"De maat ‘{rule.metric}’ bestaat niet.",
            file=str(rule.path),
            hint=did_you_mean(rule.metric or "", known),
        )
    arguments = dict(options)
    try:
        limit = arguments.pop("max")
    except KeyError as problem:
        raise RuleError("De optie ‘max’ ontbreekt.", file=str(rule.path)) from problem
    value = figure(document, **arguments)
    if value is None or value <= limit:
        return
    place = _place(document)
    if place is not None:
        block, span = place
        shown = {"waarde": _dutch(value), "max": _dutch(limit)}
        yield Hit(block, span, shown | {"gevonden": block.text[slice(*span)]})


def _place(document: Document) -> tuple[Block, Span] | None:
    """Where a figure about the whole text is shown: its first heading or subject, else its first sentence."""
    for block in document.blocks:
        if block.main and block.text and block.kind in {"heading", "subject"}:
            return block, Span(0, len(block.text))
    for block, sentence in measure.prose_sentences(document):
        return block, Span(sentence.start, sentence.end)
    return None


def _dutch(value: float) -> str:
    """A share (0–1) as a percentage, else one decimal with a comma when it is not whole."""
    if 0 < value < 1:
        return f"{value * 100:.0f}%"
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")
