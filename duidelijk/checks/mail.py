"""What a mail needs besides its text."""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.model import Document, Hit, Span


def missing_subject(document: Document) -> Iterator[Hit]:
    """A mail without a subject, or with nothing but “Re:”. The hit is where it would stand."""
    if document.format == "eml" and not any(block.anchor == "onderwerp" for block in document.blocks):
        at = len(document.source.text.partition("\n")[0])
        yield Hit(None, Span(at, at))
