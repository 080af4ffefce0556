"""An ``id`` that two elements share, so that what refers to it reaches only the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.attributes import carrying
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_REFERRING: Final = (
    "for", "headers", "form", "list", "popovertarget", "commandfor", "aria-activedescendant", "aria-controls",
    "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
)  # fmt: skip
_HTML: Final = "http://www.w3.org/1999/xhtml"


def duplicate_ids(document: Document) -> Iterator[Hit]:
    """The second element with the same ``id``: serious when a label, an ARIA attribute or a link uses it.

    WCAG 2.2 no longer asks for unique ids, so without a reference somebody has to judge. Drawings that stand
    in the page twice share ids that only the drawing itself uses.
    """
    bearers: dict[str, list[Tag]] = {}
    for tag in carrying(document, "id"):
        if name := str(tag["id"]):
            bearers.setdefault(name, []).append(tag)
    if all(len(tags) == 1 for tags in bearers.values()):
        return
    referred = _referred(document)
    for name, tags in bearers.items():
        written = [tag for tag in tags if html.start_tag(tag) is not None]
        if len(written) < 2 or len({html.place(tag) for tag in written}) < 2:
            continue  # the copies that a parser makes to mend crossing tags
        values: dict[str, str | int | float] = {"id": name, "aantal": len(written)}
        if name in referred:
            yield Hit(None, html.place(written[1]), values, level="error")
        elif any(tag.namespace in {None, _HTML} for tag in written):
            yield Hit(None, html.place(written[1]), values, level="suggestion", outcome="cantTell")


def _referred(document: Document) -> set[str]:
    names = {
        name
        for attribute in _REFERRING
        for tag in carrying(document, attribute)
        for name in str(tag[attribute]).split()
    }
    links = (tag for tag in carrying(document, "href") if tag.name in {"a", "area"})
    return names.union(href[1:] for link in links if (href := str(link["href"]).strip()).startswith("#"))
