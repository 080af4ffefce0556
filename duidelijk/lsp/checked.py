"""An open text with what was found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from duidelijk.lsp.buffers import Buffer
from duidelijk.model import Finding, Report, Span
from duidelijk.settings import Settings

_TAG_NAME: Final = re.compile(r"</?[a-zA-Z][^\s/>]*")
_FIRST: Final = re.compile(r"\w+|\S")


@dataclass(frozen=True, slots=True)
class Checked:
    """A version of a text and the report on it: spans of findings are in ``buffer.text``.

    ``settings`` are those that hold for this file.
    """

    buffer: Buffer
    report: Report
    settings: Settings


def findings_at(checked: Checked, span: Span) -> list[Finding]:
    """The findings that a span touches, in the order of the text; the edge of a finding counts as well."""
    places = [(finding, visible(finding.span, checked.buffer)) for finding in checked.report.findings]
    return [finding for finding, place in places if place.start <= span.end and span.start <= place.end]


def visible(span: Span, buffer: Buffer) -> Span:
    """A span that an editor can show: an empty one becomes the tag, word or character there, or the line."""
    text = buffer.text
    start = max(0, min(span.start, len(text)))
    end = min(span.end, len(text))
    if start < end:
        return Span(start, end)
    if tag := _TAG_NAME.match(text, start):
        return Span(*tag.span())
    positions = buffer.positions
    line = positions.line(positions.position(start).line)
    for first in (start, line.start):
        if found := _FIRST.search(text, first, line.end):
            return Span(*found.span())
    return line
