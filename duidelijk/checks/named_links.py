"""Links without any name: nothing is read out, and nobody knows where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.checks.by_role import exposed, nameless
from duidelijk.html import aria
from duidelijk.model import Document, Hit


def unnamed_links(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Links, and kinds of links such as a reference to a note, without a name (ACT rule c487ae)."""
    yield from nameless(document, exposed(document, *_kinds()), whole_page=whole_page, styled=True)


def _kinds() -> tuple[str, ...]:
    return tuple(name for name in aria.roles() if aria.is_a(name, "link"))
