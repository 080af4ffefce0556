"""Where the nodes of a parsed page stand in its source: tags, attributes, text and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duidelijk.model import Segment, Span

if TYPE_CHECKING:
    from bs4.element import Comment, NavigableString, Tag
    from turbohtml import SourceLocation, SourceSpan

# Under these names the tree keeps positions in the instances of bs4's own classes.
WHERE: Final = "where"
PIECES: Final = "pieces"
SPAN: Final = "span"
_VALUE: Final = re.compile(r".[^=]*=\s*([\"']?)", re.DOTALL)


def start_tag(tag: Tag) -> Span | None:
    """The span of ``<p …>``; None where the source leaves the tag out (``html``, ``tbody``)."""
    where = _where(tag)
    return None if where is None else _span(where.start_tag)


def start_of(tag: Tag) -> int | None:
    """Where ``<p …>`` begins; None where the source leaves the tag out."""
    where = _where(tag)
    return None if where is None else where.start_tag.start_offset


def end_tag(tag: Tag) -> Span | None:
    """The span of ``</p>``; None where the source leaves the tag out."""
    where = _where(tag)
    return None if where is None or where.end_tag is None else _span(where.end_tag)


def place(tag: Tag) -> Span:
    """Where to point for this element: its start tag, else that of its nearest ancestor, else the start."""
    element: Tag | None = tag
    while element is not None:
        span = start_tag(element)
        if span is not None:
            return span
        element = element.parent
    return Span(0, 0)


def attribute(tag: Tag, name: str) -> Span | None:
    """The span of the whole ``name="value"``."""
    where = _where(tag)
    found = None if where is None else where.attrs.get(name.lower())
    return None if found is None else _span(found)


def attribute_value(tag: Tag, name: str, source: str) -> Span | None:
    """The span of the value, inside its quotes, in ``source``; None for an attribute without a value."""
    whole = attribute(tag, name)
    match = whole and _VALUE.match(source, whole.start, whole.end)
    return Span(match.end(), whole.end - len(match[1])) if whole and match else None


def attribute_pieces(tag: Tag, name: str, source: str) -> tuple[Segment, ...]:
    """How the value's characters map to ``source``, reference by reference; empty without a value."""
    from duidelijk.html.decode import align
    from duidelijk.html.marks import plain

    span = attribute_value(tag, name, source)
    value = tag.get(name)
    if span is None or not value:
        return ()
    text = value if isinstance(value, str) else " ".join(value)
    raw = plain(source[span.start : span.end])
    found = align(raw, 0, len(raw), text, 0)
    if not found or found[-1].t1 != len(text):
        return (Segment(0, len(text), span.start, span.end, literal=False),)
    return tuple(Segment(t0, t1, span.start + s0, span.start + s1, same) for t0, t1, s0, s1, same in found)


def pieces(text: NavigableString) -> tuple[Segment, ...]:
    """How the characters of a text node map to the source: segments in order, without gaps in the text."""
    found: tuple[Segment, ...] = text.__dict__.get(PIECES, ())
    return found


def comment_span(comment: Comment) -> Span | None:
    """The span of ``<!-- … -->``; None for a comment that says nothing."""
    found: Span | None = comment.__dict__.get(SPAN)
    return found


def _where(tag: Tag) -> SourceLocation | None:
    found: SourceLocation | None = tag.__dict__.get(WHERE)
    return found


def _span(found: SourceSpan) -> Span:
    return Span(found.start_offset, found.end_offset)
