"""Roles that do not exist, and roles without an attribute that they need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.aria_attributes import in_templates
from duidelijk.html import aria
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_focusable, is_hidden
from duidelijk.html.roles import explicit_role, implicit_role, role
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_SHOWN: Final = 60
_TICKED: Final = frozenset({"checkbox", "radio"})
_RANGED: Final = frozenset({"number", "range"})


def unknown_role(document: Document) -> Iterator[Hit]:
    """Elements of which no role in the list exists, or only roles that authors may not use."""
    for tag in _with_role(document):
        given = str(tag.attrs["role"]).strip()
        if given and not explicit_role(document, tag) and not is_hidden(document, tag):
            shown = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}…"
            yield Hit(None, html.place(tag), {"rol": shown})


def missing_attribute(document: Document) -> Iterator[Hit]:
    """Elements with a role that lack what the role cannot do without, and that HTML does not give either."""
    roles = aria.roles()
    for tag in _with_role(document):
        given = role(document, tag)
        if given != explicit_role(document, tag) or given == implicit_role(document, tag):
            continue
        needed = roles[given].required
        if given == "separator":
            # A line that can be moved: it takes the focus, and then it has a value.
            needed = frozenset({"aria-valuenow"}) if is_focusable(document, tag) else frozenset()
        missing = [name for name in sorted(needed) if not _has(tag, name)]
        if missing and is_exposed(document, tag):
            yield Hit(None, html.place(tag), {"rol": given, "attributen": " en ".join(missing)})


def _has(tag: Tag, name: str) -> bool:
    """Whether the attribute is there, or HTML gives its value, or has one by itself."""
    if str(tag.attrs.get(name, "")).strip():
        return True
    kind = str(tag.attrs.get("type", "")).strip().lower() if tag.name == "input" else ""
    match name:
        case "aria-checked":
            return kind in _TICKED
        case "aria-valuenow":
            return kind in _RANGED or tag.name in {"meter", "progress"}
        case "aria-level":
            return tag.name in {"h1", "h2", "h3", "h4", "h5", "h6"}
        case "aria-selected" | "aria-expanded":
            return tag.name in {"option", "select"} or (tag.name == "input" and "list" in tag.attrs)
        case "aria-controls":
            # What a closed list opens may not be on the page yet.
            closed = str(tag.attrs.get("aria-expanded", "")).strip().lower() == "false"
            native = tag.name == "select" or (tag.name == "input" and "list" in tag.attrs)
            return native or (closed and tag.attrs.get("role", "") != "scrollbar")
    return False


def _with_role(document: Document) -> Iterator[Tag]:
    known = index(document)
    spare = in_templates(document) if "template" in known.by_name else set()
    for tag in known.with_role:
        if str(tag.namespace).endswith(("/xhtml", "/svg")) and id(tag) not in spare:
            yield tag
