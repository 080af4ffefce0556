"""One walk over a page: its elements by name, id and role, and which label is for which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from duidelijk.html.nodes import elements
from duidelijk.html.soup import soup_of
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "html.tree_index"
_FIRST: Final = "html.tree_index.first"
_REACHES: Final = "html.tree_index.reaches"
_SECTIONS: Final = "html.tree_index.sections"
_SECTION_NAMES: Final = frozenset({"article", "aside", "nav", "section"})
_SECTION_ROLES: Final = frozenset({"article", "complementary", "navigation", "region"})
_NEVER_LABELLED: Final = frozenset({"hidden"})
_LABELABLE: Final = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})


@dataclass(slots=True)
class Index:
    """What the walk found, in document order.

    ``labels`` and ``owned_by`` go by ``id()`` of the element, as tags compare by content. ``repeated`` are
    the elements whose id an earlier element has. ``by_attribute`` holds what stands in a template as well.
    """

    tags: list[Tag] = field(default_factory=list)
    by_name: dict[str, list[Tag]] = field(default_factory=dict)
    by_id: dict[str, Tag] = field(default_factory=dict)
    repeated: list[Tag] = field(default_factory=list)
    with_role: list[Tag] = field(default_factory=list)
    with_aria: list[Tag] = field(default_factory=list)
    by_attribute: dict[str, list[Tag]] = field(default_factory=dict)
    labels: dict[int, list[Tag]] = field(default_factory=dict)
    owned_by: dict[int, Tag] = field(default_factory=dict)


def index(document: Document) -> Index:
    """The index of the page; an empty one without markup."""
    found: Index | None = document.cache.get(_KEY)
    if found is None:
        found = document.cache[_KEY] = _build(document)
    return found


def by_id(document: Document, name: str) -> Tag | None:
    """The first element with that id."""
    return index(document).by_id.get(name)


def referred(document: Document, tag: Tag, attribute: str) -> list[Tag]:
    """The elements that a list of ids in the attribute points to, those that exist."""
    known = index(document).by_id
    value = str(tag.attrs.get(attribute, ""))
    return [known[name] for name in dict.fromkeys(value.split()) if name in known]


def named(document: Document, *names: str) -> Sequence[Tag]:
    """The elements with one of these names, in document order for each name."""
    known = index(document).by_name
    return [tag for name in names for tag in known.get(name, ())]


def labels(document: Document, tag: Tag) -> Sequence[Tag]:
    """The ``<label>`` elements of a form field, in order."""
    return index(document).labels.get(id(tag), ())


def first_child(document: Document, parent: Tag, name: str) -> Tag | None:
    """The first element of that name directly inside ``parent``."""
    known: dict[tuple[int, str], Tag | None] = document.cache.setdefault(_FIRST, {})
    key = (id(parent), name)
    if key not in known:
        known[key] = next((tag for tag in elements(parent) if tag.name == name), None)
    return known[key]


def is_inside(document: Document, tag: Tag, outer: Tag) -> bool:
    """Whether the element stands in ``outer``, at any depth."""
    known: dict[int, tuple[int, int]] | None = document.cache.get(_REACHES)
    if known is None:
        known = document.cache[_REACHES] = _reaches(index(document).tags)
    at, _ = known.get(id(tag), (0, 0))
    first, last = known.get(id(outer), (0, -1))
    return first < at <= last


def _reaches(tags: Sequence[Tag]) -> dict[int, tuple[int, int]]:
    """For each element its number in document order and that of the last element in it."""
    last = {id(tag): number for number, tag in enumerate(tags)}
    found: dict[int, tuple[int, int]] = {}
    for number in range(len(tags) - 1, -1, -1):
        tag = tags[number]
        reach = last[id(tag)]
        found[id(tag)] = (number, reach)
        above = id(tag.parent)
        if reach > last.get(above, reach):
            last[above] = reach
    return found


def is_labelable(tag: Tag) -> bool:
    """Whether a ``<label>`` can belong to the element."""
    if tag.name == "input":
        return str(tag.attrs.get("type", "")).strip().lower() not in _NEVER_LABELLED
    return tag.name in _LABELABLE or "-" in tag.name


def _build(document: Document) -> Index:
    made = Index()
    soup = soup_of(document)
    if soup is None:
        return made
    tags, by_name = made.tags, made.by_name
    node: Any = soup.next_element
    while node is not None:
        if not isinstance(node, str):
            tags.append(node)
            if node.name in by_name:
                by_name[node.name].append(node)
            else:
                by_name[node.name] = [node]
            if node.attrs:
                _add_attributes(made, node)
        node = node.next_element
    _add_labels(made)
    for tag in made.with_aria:
        for name in str(tag.attrs.get("aria-owns", "")).split():
            owned = made.by_id.get(name)
            if owned is not None and owned is not tag:
                made.owned_by.setdefault(id(owned), tag)
    return made


def _add_attributes(made: Index, tag: Tag) -> None:
    name = str(tag.attrs.get("id", ""))
    if name and made.by_id.setdefault(name, tag) is not tag:
        made.repeated.append(tag)
    if "role" in tag.attrs:
        made.with_role.append(tag)
    aria = False
    for attribute in tag.attrs:
        if attribute in made.by_attribute:
            made.by_attribute[attribute].append(tag)
        else:
            made.by_attribute[attribute] = [tag]
        aria = aria or attribute.startswith("aria-")
    if aria:
        made.with_aria.append(tag)


def _add_labels(made: Index) -> None:
    """Pair labels with fields: by ``for``, else the first field inside the label."""
    inside = _first_fields(made) if "label" in made.by_name else {}
    for label in made.by_name.get("label", ()):
        if "for" in label.attrs:
            target = made.by_id.get(str(label.attrs["for"]))
            if target is None or not is_labelable(target):
                continue
        else:
            target = inside.get(id(label))
            if target is None:
                continue
        made.labels.setdefault(id(target), []).append(label)


def _first_fields(made: Index) -> dict[int, Tag]:
    """The first labelable element inside each label; one step up for each field and ancestor at most once."""
    found: dict[int, Tag] = {}
    seen: set[int] = set()
    names = {name for name in made.by_name if name == "input" or name in _LABELABLE or "-" in name}
    for tag in made.tags:
        if tag.name not in names or not is_labelable(tag):
            continue
        above = tag.parent
        while above is not None and id(above) not in seen:
            seen.add(id(above))
            if above.name == "label":
                found[id(above)] = tag
            above = above.parent
    return found


def is_outside_sections(document: Document, tag: Tag, *, main: bool = False) -> bool:
    """Whether no article, aside, nav or section (with ``main``: nor main) stands around the element."""
    known: dict[int, int] = document.cache.setdefault(_SECTIONS, {})
    path = []
    element = tag.parent
    while element is not None and id(element) not in known:
        path.append(element)
        element = element.parent
    inside = known[id(element)] if element is not None else 0
    for step in reversed(path):
        inside = known[id(step)] = inside | _section_kind(step)
    return not inside & (3 if main else 1)


def _section_kind(tag: Tag) -> int:
    """1 for what parts the content of a page, 2 for its main content, 0 for anything else."""
    given = str(tag.attrs.get("role", "")).strip().lower()
    if given:
        return 2 if given == "main" else int(given in _SECTION_ROLES)
    return 2 if tag.name == "main" else int(tag.name in _SECTION_NAMES)
