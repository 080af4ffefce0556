"""Which selectors hold for an element, worked out from the top of the tree down.

Every selector is a path of compounds in one trie. An element remembers which paths end at it, so that for the
next elements a combinator costs one look in a set, however deep the page is or long the selector.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.html.css.selectors import Attribute, Combinator, Compound, Nth, Selector
from duidelijk.html.nodes import elements, is_tag, is_text

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

_SPACES: Final = re.compile(r"[ \t\n\f\r]+")
_DISABLES: Final = frozenset({"button", "input", "select", "textarea", "optgroup", "option", "fieldset"})
_NO_TYPING: Final = frozenset(
    {"hidden", "range", "color", "checkbox", "radio", "file", "submit", "image", "reset", "button"}
)
NOTHING: Final[frozenset[int]] = frozenset()
_PLACES: Final = {" ": 0, ">": 1, "+": 2, "~": 3}
BUDGET: Final = 2_500_000
"""How many steps one page may take; a usual page takes some thousands. It keeps hostile pages short."""


class ExhaustedError(Exception):
    """The page asks for more work than any real page does."""


class Node(NamedTuple):
    """A compound at the end of a path: ``parent`` is the path before the combinator, -1 for none."""

    number: int
    parent: int
    combinator: Combinator
    compound: Compound


class Candidates(NamedTuple):
    """What may hold for elements of one name, id and classes: ``sure`` paths do, others must be tried.

    ``free`` ones stand at the start of a path; ``joined`` ones go, by the combinator before them, with the
    paths in one of the sets of a :class:`Situation`.
    """

    sure: tuple[int, ...]
    feeding: frozenset[int]
    free: tuple[Node, ...]
    joined: tuple[tuple[int, frozenset[int], dict[int, list[Node]]], ...]


Situation = tuple[frozenset[int], frozenset[int], frozenset[int], frozenset[int]]
"""Which paths with something after them end at the ancestors, the parent, the sibling before, all before."""


class Matcher:
    """The selectors of a page: add them, then walk the page from top to bottom.

    ``lasting`` paths matter to all descendants of an element, ``lingering`` ones to all later siblings.
    """

    __slots__ = (
        "_attributes", "_bare", "_buckets", "_candidates", "_classes", "_feeding", "_nodes", "_positions",
        "_trie", "budget", "ends", "lasting", "lingering",
    )  # fmt: skip

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._trie: dict[tuple[int, str, str], int] = {}
        self._buckets: dict[str, list[int]] = {}
        self._feeding: set[int] = set()
        self._candidates: dict[tuple[str, ...], Candidates] = {}
        self._bare: dict[str, Candidates] = {}
        self._positions: dict[int, dict[int, tuple[int, int, int, int, Tag | None]]] = {}
        self._attributes: set[str] = set()
        self._classes: set[str] = set()
        self.lasting: set[int] = set()
        self.lingering: set[int] = set()
        self.ends: dict[int, list[int]] = {}
        self.budget = BUDGET

    def add(self, selector: Selector, rank: int) -> None:
        """Let ``rank`` be found where ``selector`` holds."""
        at = -1
        for combinator, compound in selector.parts:
            if at >= 0:
                self._feeding.add(at)
                if combinator == " ":
                    self.lasting.add(at)
                elif combinator == "~":
                    self.lingering.add(at)
            key = (at, combinator, compound.text)
            known = self._trie.get(key)
            if known is None:
                known = self._trie[key] = len(self._nodes)
                self._nodes.append(Node(known, at, combinator, compound))
                for bucket in self._keys(compound):
                    self._buckets.setdefault(bucket, []).append(known)
            at = known
        self.ends.setdefault(at, []).append(rank)

    def match(self, tag: Tag, situation: Situation) -> tuple[tuple[int, ...], frozenset[int]]:
        """The numbers of the paths that end at ``tag``, and those of them that have something after them."""
        found = self._candidates_of(tag)
        if not found.free and not found.joined:
            return found.sure, found.feeding
        more = [node.number for node in found.free if self._dynamic(node.compound, tag)]
        steps = len(found.free)
        for which, paths, nodes in found.joined:
            for path in paths & situation[which]:
                for node in nodes[path]:
                    steps += 1
                    if node.compound.is_static or self._dynamic(node.compound, tag):
                        more.append(node.number)
        self.spend(steps)
        if not more:
            return found.sure, found.feeding
        more.sort()
        feeding = self._feeding.intersection(more)
        return (*found.sure, *more), found.feeding | feeding if feeding else found.feeding

    def spend(self, steps: int) -> None:
        """Count work that the page asks for."""
        self.budget -= steps
        if self.budget < 0:
            raise ExhaustedError

    def holds(self, compound: Compound, tag: Tag) -> bool:
        """Whether one compound holds for ``tag``."""
        self.spend(1)
        if compound.never or (compound.type and compound.type != tag.name.lower()):
            return False
        attrs = tag.attrs
        if compound.id and attrs.get("id") != compound.id:
            return False
        if compound.classes and not compound.classes.issubset(classes(tag)):
            return False
        return compound.is_static or self._dynamic(compound, tag)

    def _keys(self, compound: Compound) -> Iterator[str]:
        """Where to file a compound: under the rarest thing it asks for."""
        if compound.never:
            return
        if compound.id:
            self._classes |= compound.classes
            yield f"#{compound.id}"
        elif compound.classes:
            self._classes |= compound.classes
            yield f".{min(compound.classes)}"
        elif compound.type:
            yield compound.type
        elif "root" in compound.plain:
            yield "html"
        elif compound.attributes:
            self._attributes.add(compound.attributes[0].name)
            yield f"[{compound.attributes[0].name}"
        else:
            for among in compound.among:
                if among.wanted:
                    for selector in among.selectors:
                        yield from self._keys(selector.parts[-1][1])
                    return
            yield "*"

    def _candidates_of(self, tag: Tag) -> Candidates:
        attrs = tag.attrs
        if not attrs and tag.name in self._bare:
            return self._bare[tag.name]
        buckets = self._buckets
        name = tag.name.lower()
        keys = ["*", name] if "*" in buckets else [name]
        if attrs:
            ident = attrs.get("id")
            if ident and f"#{ident}" in buckets:
                keys.append(f"#{ident}")
            if "class" in attrs:
                keys += [f".{one}" for one in classes(tag) if one in self._classes]
            if self._attributes:
                keys += [f"[{one}" for one in attrs if one.lower() in self._attributes]
        key = tuple(keys)
        found = self._candidates.get(key)
        if found is None:
            found = self._candidates[key] = self._gather(key, tag)
        if not attrs:
            self._bare[tag.name] = found
        return found

    def _gather(self, keys: tuple[str, ...], tag: Tag) -> Candidates:
        numbers = {number for key in keys for number in self._buckets.get(key, ())}
        self.spend(len(numbers))
        sure: list[int] = []
        free: list[Node] = []
        joined: dict[int, dict[int, list[Node]]] = {}
        name, names = tag.name.lower(), {key[1:] for key in keys if key[0] == "."}
        ident = tag.attrs.get("id")
        for number in sorted(numbers):
            node = self._nodes[number]
            compound = node.compound
            if compound.type and compound.type != name:
                continue
            if compound.id and compound.id != ident:
                continue
            if not compound.classes.issubset(names):
                continue
            if node.combinator:
                group = joined.setdefault(_PLACES[node.combinator], {})
                group.setdefault(node.parent, []).append(node)
            elif compound.is_static:
                sure.append(number)
            else:
                free.append(node)
        feeding = frozenset(self._feeding.intersection(sure))
        groups = tuple((which, frozenset(group), group) for which, group in joined.items())
        return Candidates(tuple(sure), feeding, tuple(free), groups)

    def _dynamic(self, compound: Compound, tag: Tag) -> bool:
        if compound.attributes and not all(has_attribute(one, tag) for one in compound.attributes):
            return False
        if compound.plain and not all(is_plain(one, tag) for one in compound.plain):
            return False
        if compound.nths and not all(self._nth(one, tag) for one in compound.nths):
            return False
        for among in compound.among:
            holds = any(self._complex(one, len(one.parts) - 1, tag) for one in among.selectors)
            if holds is not among.wanted:
                return False
        return True

    def _complex(self, selector: Selector, at: int, tag: Tag) -> bool:
        """Whether the compounds up to ``at`` hold, from right to left: for selectors inside ``:is()``."""
        combinator, compound = selector.parts[at]
        if not self.holds(compound, tag):
            return False
        if at == 0:
            return True
        return any(self._complex(selector, at - 1, other) for other in self._others(combinator, tag))

    def _others(self, combinator: Combinator, tag: Tag) -> Iterator[Tag]:
        other: Tag | None = tag
        while other is not None:
            self.spend(1)
            if combinator in {" ", ">"}:
                other = other.parent
                if other is None or other.parent is None:
                    return
            else:
                other = self._place(other)[4]
                if other is None:
                    return
            yield other
            if combinator in {">", "+"}:
                return

    def _nth(self, nth: Nth, tag: Tag) -> bool:
        index, last, of_type, last_of_type, _ = self._place(tag)
        place = {
            "nth-child": index,
            "nth-last-child": last,
            "nth-of-type": of_type,
            "nth-last-of-type": last_of_type,
        }[nth.kind]
        steps = place - nth.offset
        return steps == 0 if nth.step == 0 else steps % nth.step == 0 and steps // nth.step >= 0

    def _place(self, tag: Tag) -> tuple[int, int, int, int, Tag | None]:
        """The place among the siblings, counted from both ends, for all and for the type; the one before."""
        parent = tag.parent
        if parent is None:
            return 1, 1, 1, 1, None
        places = self._positions.get(id(parent))
        if places is None:
            places = self._positions[id(parent)] = _count(elements(parent))
        return places[id(tag)]


def classes(tag: Tag) -> Iterable[str]:
    """The classes of an element."""
    value = tag.attrs.get("class") or ()
    return value.split() if isinstance(value, str) else value


def text_of(value: object) -> str:
    """The value of an attribute as text."""
    return value if isinstance(value, str) else " ".join(map(str, value)) if isinstance(value, list) else ""


def has_attribute(wanted: Attribute, tag: Tag) -> bool:
    """Whether an attribute selector holds."""
    value = tag.attrs.get(wanted.name)
    if value is None:
        value = next((tag.attrs[name] for name in tag.attrs if name.lower() == wanted.name), None)
        if value is None:
            return False
    if not wanted.operator:
        return True
    text, sought = text_of(value), wanted.value
    if wanted.loose:
        text = text.lower()
    match wanted.operator:
        case "=":
            return text == sought
        case "~=":
            return bool(sought) and sought in _SPACES.split(text)
        case "|=":
            return text == sought or text.startswith(f"{sought}-")
        case "^=":
            return bool(sought) and text.startswith(sought)
        case "$=":
            return bool(sought) and text.endswith(sought)
        case _:
            return bool(sought) and sought in text


def is_plain(name: str, tag: Tag) -> bool:
    """Whether a pseudo-class holds that the source itself decides."""
    return name in _PLAIN and _PLAIN[name](tag)


def _is_root(tag: Tag) -> bool:
    return tag.parent is not None and tag.parent.parent is None


def _is_link(tag: Tag) -> bool:
    return tag.name in {"a", "area"} and "href" in tag.attrs


def _is_checked(tag: Tag) -> bool:
    return ("checked" if tag.name == "input" else "selected") in tag.attrs and tag.name in {"input", "option"}


def _is_field(tag: Tag) -> bool:
    return tag.name in {"input", "select", "textarea"}


def _fills(child: PageElement) -> bool:
    return is_tag(child) or (bool(child) and is_text(child))


def _is_disabled(tag: Tag) -> bool:
    if "disabled" in tag.attrs:
        return True
    return any(above.name == "fieldset" and "disabled" in above.attrs for above in tag.parents)


def _is_editable(tag: Tag) -> bool:
    attrs = tag.attrs
    if tag.name == "textarea" or (tag.name == "input" and attrs.get("type", "text") not in _NO_TYPING):
        return "readonly" not in attrs and not _is_disabled(tag)
    return "contenteditable" in attrs and attrs["contenteditable"] != "false"


_PLAIN: Final[dict[str, Callable[[Tag], bool]]] = {
    "root": _is_root,
    "scope": _is_root,
    "empty": lambda tag: not any(_fills(child) for child in tag.contents),
    "link": _is_link,
    "any-link": _is_link,
    "disabled": lambda tag: tag.name in _DISABLES and _is_disabled(tag),
    "enabled": lambda tag: tag.name in _DISABLES and not _is_disabled(tag),
    "checked": _is_checked,
    "required": lambda tag: _is_field(tag) and "required" in tag.attrs,
    "optional": lambda tag: _is_field(tag) and "required" not in tag.attrs,
    "read-only": lambda tag: not _is_editable(tag),
    "read-write": _is_editable,
    "open": lambda tag: tag.name in {"details", "dialog"} and "open" in tag.attrs,
    "defined": lambda tag: "-" not in tag.name,
}


def _count(children: list[Tag]) -> dict[int, tuple[int, int, int, int, Tag | None]]:
    totals: dict[str, int] = {}
    for child in children:
        totals[child.name] = totals.get(child.name, 0) + 1
    seen: dict[str, int] = {}
    found: dict[int, tuple[int, int, int, int, Tag | None]] = {}
    previous: Tag | None = None
    for index, child in enumerate(children, start=1):
        of_type = seen[child.name] = seen.get(child.name, 0) + 1
        last = len(children) - index + 1
        found[id(child)] = (index, last, of_type, totals[child.name] - of_type + 1, previous)
        previous = child
    return found
