"""What WAI-ARIA says of roles and attributes: the tables ``aria-rollen`` and ``aria-eigenschappen``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from duidelijk.resources import table

Value: TypeAlias = Literal[
    "true/false", "true/false/undefined", "tristate", "token", "token list", "idref", "idref list", "integer",
    "number", "string",
]  # fmt: skip
LABELS: Final = frozenset({"aria-label", "aria-labelledby"})
"""The attributes that name an element."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role with what it inherits from the roles above it.

    ``supported`` holds the required and global attributes too, not the prohibited ones. ``context`` are the
    roles of which one must be the parent, ``owned`` the paths to children of which one must be there:
    ``("rowgroup", "row")`` is a row inside a rowgroup. ``naming``: ``author``, ``contents``, ``prohibited``.
    """

    name: str
    spec: str
    abstract: bool
    above: frozenset[str]
    required: frozenset[str]
    supported: frozenset[str]
    prohibited: frozenset[str]
    defaults: Mapping[str, str]
    context: frozenset[str]
    owned: tuple[tuple[str, ...], ...]
    naming: frozenset[str]
    must_be_named: bool
    presentational_children: bool


@dataclass(frozen=True, slots=True)
class Property:
    """An ``aria-*`` attribute. ``is_global``: every role has it; ``deprecated``: but no longer should."""

    name: str
    spec: str
    value: Value
    tokens: frozenset[str]
    default: str
    is_global: bool
    deprecated: bool


@cache
def properties() -> Mapping[str, Property]:
    """The ``aria-*`` attributes by name."""
    return {
        name: Property(
            name, spec, _value(value), frozenset(tokens.split()), default, bool(scope), scope == "deprecated"
        )
        for name, value, tokens, default, scope, spec in table("aria-eigenschappen", 6)
    }


@cache
def global_attributes() -> frozenset[str]:
    """The attributes that every role supports, the deprecated ones among them."""
    return frozenset(name for name, found in properties().items() if found.is_global)


@cache
def roles() -> Mapping[str, Role]:
    """The roles by name: WAI-ARIA, DPUB-ARIA and Graphics-ARIA; the abstract ones too."""
    rows = {cells[0]: cells for cells in table("aria-rollen", 13)}
    made: dict[str, Role] = {}
    for name in rows:
        _make(name, rows, made)
    return made


@cache
def kinds_of(name: str) -> tuple[str, ...]:
    """The role and all that are kinds of it."""
    return tuple(one for one in roles() if is_a(one, name))


def is_a(name: str, *others: str) -> bool:
    """Whether the role is one of the others or one of their kinds."""
    found = roles().get(name)
    return name in others or (found is not None and not found.above.isdisjoint(others))


def is_role(name: str) -> bool:
    """Whether an author may use this role."""
    found = roles().get(name)
    return found is not None and not found.abstract


def _make(name: str, rows: Mapping[str, list[str]], made: dict[str, Role]) -> Role:
    if name in made:
        return made[name]
    (
        _, spec, abstract, parents, required, supported, prohibited, defaults, context, owned, naming, named,
        presentational,
    ) = rows[name]  # fmt: skip
    above = [_make(parent, rows, made) for parent in parents.split()]
    banned = frozenset(prohibited.split())
    needed = frozenset(required.split())
    inherited = frozenset[str]().union(*(parent.supported for parent in above))
    made[name] = found = Role(
        name=name,
        spec=spec,
        abstract=bool(abstract),
        above=frozenset(parents.split()).union(*(parent.above for parent in above)),
        required=needed,
        supported=(global_attributes() | needed | inherited | frozenset(supported.split())) - banned,
        prohibited=banned,
        defaults=dict(_pair(cell) for cell in defaults.split()),
        context=frozenset(context.split()),
        owned=tuple(tuple(path.split(">")) for path in owned.split()),
        naming=frozenset(naming.split()),
        must_be_named=bool(named),
        presentational_children=bool(presentational),
    )
    return found


def _pair(cell: str) -> tuple[str, str]:
    name, _, value = cell.partition("=")
    return name, value


def _value(cell: str) -> Value:
    found: Value = cell  # type: ignore[assignment]
    return found
