"""Roles that only work inside another role, and roles that only work with certain roles inside.

Words of WAI-ARIA 1.2: an element *owns* what is in it and what its ``aria-owns`` names. Elements without a
role of their own, such as a ``div``, do not stand in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk import html
from duidelijk.checks.aria_attributes import in_templates
from duidelijk.checks.attributes import is_within
from duidelijk.html import aria
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_hidden, is_only_invisible
from duidelijk.html.roles import explicit_role, implicit_role, role
from duidelijk.html.tree_index import index, referred
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

_OWNERS: Final = "checks.aria_owned.owners"
_CLEAR: Final = frozenset({"", "generic", "none", "presentation"})
_TABLES: Final = frozenset({"grid", "table", "treegrid"})
_MENUS: Final = frozenset({"menu", "menubar"})
_GROUP: Final = "group"
_OLD: Final = frozenset({"directory"})  # allowed, but no longer meant for use
_PARTS: Final = frozenset({"tbody", "tfoot", "thead", "tr"})
_NEEDY_TAGS: Final = _PARTS | {"dir", "menu", "ol", "select", "table", "ul"}


class _Misfit(NamedTuple):
    """Where to look, and the role of the child that does not belong; ``""`` when none belongs.

    ``sure``: not so for an element with nothing in it, which is to be filled by something.
    """

    at: Tag
    role: str
    sure: bool = True


def missing_parent(document: Document) -> Iterator[Hit]:
    """Elements with a role from their author that are not inside the role that it belongs to."""
    roles = aria.roles()
    spare = _spare(document)
    for tag in index(document).with_role:
        given = explicit_role(document, tag)
        found = roles.get(given)
        if found is None or not found.context or id(tag) in spare or given != role(document, tag):
            continue
        if given == implicit_role(document, tag) or not is_exposed(document, tag):
            continue
        owner = _owner(document, tag)
        if owner is not None and (role(document, owner) in found.context or _is_own_making(document, owner)):
            continue
        yield Hit(None, html.place(tag), {"rol": given, "verwacht": _listed(found.context - _OLD)})


def missing_children(document: Document) -> Iterator[Hit]:
    """Elements that own nothing of what their role is made of, or something else beside it.

    An element with nothing in it is left alone on a page with scripts: one will fill it. So is one that is
    ``aria-busy``.
    """
    needy = {name: found for name, found in aria.roles().items() if found.owned}
    spare = _spare(document)
    with_radio: set[int] | None = None
    for tag in index(document).tags:
        if tag.name not in _NEEDY_TAGS and "role" not in tag.attrs:
            continue
        own = role(document, tag)
        found = needy.get(own)
        if found is None or id(tag) in spare or not is_exposed(document, tag):
            continue
        if own == "radiogroup":
            # Texts and lists around the buttons do no harm.
            with_radio = _around_radios(document) if with_radio is None else with_radio
            misfit = None if id(tag) in with_radio else _Misfit(tag, "")
        else:
            misfit = _misfit(document, tag, found)
        if misfit is None or is_within(document, tag, _is_busy):
            continue
        values = {
            "rol": own,
            "verwacht": _listed(frozenset(path[-1] for path in found.owned)),
            "gevonden": f", geen “{misfit.role}”" if misfit.role else "",
        }
        yield Hit(None, html.place(misfit.at), values, outcome="failed" if misfit.sure else "cantTell")


def _misfit(document: Document, tag: Tag, found: aria.Role) -> _Misfit | None:
    """What is wrong with what the element owns; None when all is well, or a script has the last word."""
    inner = frozenset(path[-1] for path in found.owned)
    beside = _extra(found.name)
    allowed = frozenset(path[0] for path in found.owned) | beside
    first: Tag | None = None
    filled = complete = False
    for child, grouped in _owned(document, tag):
        filled = True
        if child is None:
            continue
        if _is_own_making(document, child):
            return None
        first = first or child
        if _is_clear(document, child):
            continue
        name = role(document, child)
        fits = name in allowed or (grouped and (name == _GROUP or name in inner))
        if not fits and not (name.startswith("doc-") and aria.is_a(name, *inner)):
            return _Misfit(child, name)
        complete = complete or (name != _GROUP and name not in beside)
    if complete:
        return None
    if not filled:
        still = "script" not in index(document).by_name and ("role" in tag.attrs or tag.name not in _PARTS)
        return _Misfit(tag, "", sure=False) if still else None
    # In a native list the element that stands in the place of an item says more than the list.
    return _Misfit(tag if first is None or "role" in tag.attrs else first, "")


def _owned(document: Document, tag: Tag) -> Iterator[tuple[Tag | None, bool]]:
    """What the element owns, with the elements and groups on the way, in order; None for text.

    With each comes whether it stands in a group.
    """
    seen = {id(tag)}
    waiting = [(node, False) for node in reversed(_children(document, tag))]
    while waiting:
        node, grouped = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        child = _as_tag(node)
        if child is None:
            if _is_text(node):
                yield None, grouped
            continue
        group = False
        if not is_hidden(document, child):
            yield child, grouped
            group = role(document, child) == _GROUP
            if not group and not _is_clear(document, child):
                continue
        elif not is_only_invisible(document, child):
            continue
        waiting.extend((one, grouped or group) for one in reversed(_children(document, child)))


def _extra(name: str) -> frozenset[str]:
    """What may stand beside the roles that have to be there: captions, lines, and a menu next to its item."""
    if name in _TABLES:
        return frozenset({"caption"})
    if name in _MENUS:
        return frozenset({"menu", "separator"})
    return frozenset({"separator"}) if name == "listbox" else frozenset()


def _children(document: Document, tag: Tag) -> list[PageElement]:
    """What is directly in the element or follows from its ``aria-owns``, but not what another one owns."""
    owned_by = index(document).owned_by
    nodes = [node for node in tag.contents if owned_by.get(id(node), tag) is tag]
    if "aria-owns" in tag.attrs:
        nodes.extend(one for one in referred(document, tag, "aria-owns") if owned_by.get(id(one)) is tag)
    return nodes


def _owner(document: Document, tag: Tag) -> Tag | None:
    """The nearest element with a role that the element is in, or that owns it; None in a circle."""
    known: dict[int, Tag | None] = document.cache.setdefault(_OWNERS, {})
    owned_by = index(document).owned_by
    path: set[int] = set()
    element = owned_by.get(id(tag), tag.parent)
    while element is not None and id(element) not in known and id(element) not in path:
        if element.parent is None or not _is_clear(document, element) or _is_own_making(document, element):
            break
        path.add(id(element))
        element = owned_by.get(id(element), element.parent)
    found = None if element is None or id(element) in path else known.get(id(element), element)
    known.update(dict.fromkeys(path, found))
    return found


def _is_clear(document: Document, tag: Tag) -> bool:
    """Whether assistive technology does not see the element between its parent and its children."""
    return role(document, tag) in _CLEAR


def _is_own_making(document: Document, tag: Tag) -> bool:
    """Whether it is an element of somebody's own making, of which a script says what it is."""
    return "-" in tag.name and not explicit_role(document, tag)


def _around_radios(document: Document) -> set[int]:
    """The ``id()`` of each element with a radio button in it."""
    known = index(document)
    radios = [tag for tag in known.with_role if explicit_role(document, tag) == "radio"]
    radios += [tag for tag in known.by_name.get("input", ()) if role(document, tag) == "radio"]
    found: set[int] = set()
    for radio in radios:
        above = known.owned_by.get(id(radio), radio.parent)
        while above is not None and id(above) not in found:
            found.add(id(above))
            above = known.owned_by.get(id(above), above.parent)
    return found


def _is_busy(_: Document, tag: Tag) -> bool:
    return str(tag.attrs.get("aria-busy", "")).strip().lower() == "true"


def _is_text(node: PageElement) -> bool:
    from bs4.element import NavigableString

    return type(node) is NavigableString and bool(node.strip())


def _as_tag(node: PageElement) -> Tag | None:
    from bs4.element import Tag

    return node if isinstance(node, Tag) else None


def _spare(document: Document) -> set[int]:
    return in_templates(document) if "template" in index(document).by_name else set()


def _listed(names: frozenset[str]) -> str:
    """The roles as a list in Dutch, in order."""
    quoted = [f"“{name}”" for name in sorted(names)]
    return f"{', '.join(quoted[:-1])} of {quoted[-1]}" if len(quoted) > 1 else quoted[0]
