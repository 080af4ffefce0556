"""Links without any name: nothing is read out, and nobody knows where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from duidelijk.checks.by_role import exposed, nameless
from duidelijk.html import aria
from duidelijk.model import Document, Hit, Outcome


def unnamed_links(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Links, and kinds of links such as a reference to a note, without a name (ACT rule c487ae).

    In Markdown some programs write the title of the other page where a link has nothing in it: somebody has
    to look, unless there is an image.
    """
    if document.format != "html":
        for block in document.blocks:
            if block.kind == "link" and "shows" in block.attrs:
                outcome: Outcome = "failed" if block.attrs["shows"] == "picture" else "cantTell"
                yield Hit(None, block.place, outcome=outcome)
        return
    links = exposed(document, *aria.kinds_of("link"))
    yield from nameless(document, links, whole_page=whole_page, styled=True)
