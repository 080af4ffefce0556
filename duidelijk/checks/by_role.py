"""What assistive technology meets on a page, by role: one walk, for all checks on names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.elements import is_main
from duidelijk.checks.generated_text import may_have_generated_text
from duidelijk.html.css import style
from duidelijk.html.exposed import is_exposed
from duidelijk.html.names import name
from duidelijk.html.roles import role
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4.element import Tag

_KEY: Final = "checks.by_role"


def having(document: Document, *roles: str) -> Iterator[Tag]:
    """The elements with one of these roles, role by role, also those that nobody meets."""
    known = _by_role(document)
    for wanted in roles:
        yield from known.get(wanted, ())


def exposed(document: Document, *roles: str) -> Iterator[Tag]:
    """The elements with one of these roles that assistive technology meets, role by role."""
    return (tag for tag in having(document, *roles) if is_exposed(document, tag))


def nameless(
    document: Document, tags: Iterable[Tag], *, whole_page: bool = True, styled: bool = False
) -> Iterator[Hit]:
    """A hit for each of the elements without an accessible name; by default wherever it stands.

    ``styled``: style sheets often hide such elements or add a sign to them. Where that may be so, somebody
    has to look.
    """
    for tag in tags:
        if name(document, tag) or not (whole_page or is_main(document, tag)):
            continue
        unsure = styled and (not style(document, tag).certain or may_have_generated_text(document, tag))
        yield Hit(None, html.place(tag), outcome="cantTell" if unsure else "failed")


def _by_role(document: Document) -> Mapping[str, Sequence[Tag]]:
    found: dict[str, list[Tag]] | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = {}
        for tag in index(document).tags:
            kind = role(document, tag)
            if kind:
                found.setdefault(kind, []).append(tag)
    return found
