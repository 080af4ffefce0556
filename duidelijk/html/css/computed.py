"""The style of one element: what was declared for it, and the values that come of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from duidelijk.html.css import values, variables
from duidelijk.html.css.colors import Color, color
from duidelijk.html.css.properties import INHERITED, INITIAL, has_var

Origin = Literal["browser", "hint", "page", "inline"]

_UNSET: Final = frozenset({"unset", "revert", "revert-layer"})


class Declaration(NamedTuple):
    """The declaration that won for a property; ``via`` is the shorthand that a value with ``var()`` is in."""

    name: str
    value: str
    important: bool
    origin: Origin
    via: str = ""


class Style:
    """What the cascade says about one element; elements with equal outcomes share one.

    ``declared`` holds the declarations that won, ``font_px`` and ``weight`` are the computed
    ``font-size`` and ``font-weight``. ``doubts`` are the properties that a rule may set of which we cannot
    tell whether it holds. ``memo`` is for what is worked out once.
    """

    __slots__ = ("_known", "declared", "doubts", "font_px", "forced", "memo", "parent", "root_px", "weight")

    def __init__(
        self,
        declared: Mapping[str, Declaration],
        parent: Style | None,
        doubts: frozenset[str],
        *,
        known: bool,
        forced: bool = False,
    ) -> None:
        self.doubts: frozenset[str]
        self.font_px: float
        self.root_px: float
        self.weight: float
        self.declared = declared
        self.memo: dict[str, Any] = {}
        self._known = known
        self.parent = parent
        self.forced = forced
        inherited = parent.doubts if parent is not None else doubts
        if inherited:
            doubts |= {name for name in inherited if _passes_on(name) and name not in declared}
        self.doubts = doubts
        base, root = (parent.font_px, parent.root_px) if parent is not None else (16.0, 16.0)
        self.root_px, self.font_px = root, base
        self.weight = parent.weight if parent is not None else 400.0
        # From the root down, so that sizes relative to the parent need no way up.
        if "font-size" in declared:
            found = values.font_size(self._find("font-size")[0], base, root)
            self.font_px = base if found is None else found
        if "font-weight" in declared:
            weight = values.font_weight(self._find("font-weight")[0], self.weight)
            self.weight = self.weight if weight is None else weight

    @property
    def display(self) -> str:
        """The own ``display``; ``none`` also where the browser insists on it."""
        return "none" if self.forced else self.get("display")

    @property
    def visibility(self) -> str:
        """``visible``, ``hidden`` or ``collapse``, inherited as CSS says."""
        return self.get("visibility")

    @property
    def opacity(self) -> float:
        """The own ``opacity``, from 0 to 1."""
        found = values.opacity(self.get("opacity"))
        return 1.0 if found is None else found

    @property
    def certain(self) -> bool:
        """Whether nothing that we do not know of may change any value."""
        return self._known and not self.doubts

    def is_sure(self, name: str) -> bool:
        """Whether nothing that we do not know of may change this property of this element."""
        doubts = self.doubts
        if doubts and (name in doubts or any(one.startswith("--") for one in doubts)):
            return False
        found = self.declared.get(name)
        return self._known or (found is not None and found.important and found.origin == "inline")

    def get(self, name: str) -> str:
        """The value as text: inherited, with ``var()`` filled in; ``""`` for a property that is not kept.

        ``font-size`` is in ``px`` and ``font-weight`` a number; other lengths stay as written, see ``px``.
        """
        if name == "font-size":
            return f"{self.font_px:g}px"
        if name == "font-weight":
            return f"{self.weight:g}"
        found: str | None = self.memo.get(name)
        if found is None:
            found = self.memo[name] = (
                variables.custom(self, name) or "" if name[:2] == "--" else self._find(name)[0]
            )
        return found

    def declaration(self, name: str) -> Declaration | None:
        """The declaration that won on the element itself; None when it only inherits."""
        return self.declared.get(name)

    def px(self, name: str, percent: float | None = None) -> float | None:
        """A length in pixels, relative to the element that declares it; None for ``auto`` and the unknown.

        ``normal`` spacing is 0. A bare ``line-height`` counts times the own font size; ``normal`` is None.
        """
        if name == "font-size":
            return self.font_px
        text, where = self._find(name)
        if name == "line-height":
            bare = values.number(text)
            if bare is not None:
                return bare * self.font_px
            percent = where.font_px
        elif name in {"letter-spacing", "word-spacing"}:
            if text == "normal":
                return 0.0
            percent = where.font_px
        return values.length(text, values.Context(where.font_px, where.root_px, percent))

    def color(self, name: str = "color") -> Color | None:
        """The colour of ``color`` or ``background-color``; None when it is beyond our formulas."""
        text = self.get(name)
        return self.color() if text == "currentcolor" and name != "color" else color(text)

    def _find(self, name: str) -> tuple[str, Style]:
        """The value and the style of the element that declares it."""
        style = self
        initial = INITIAL.get(name, "")
        inherits = name in INHERITED
        while True:
            found = style.declared.get(name)
            if found is None:
                if not inherits or style.parent is None:
                    return initial, style
                style = style.parent
                continue
            value = variables.filled(style, found) if has_var(found.value) else found.value
            if (
                value == "inherit"
                or (inherits and value in _UNSET)
                or (name == "color" and value == "currentcolor")
            ):
                if style.parent is None:
                    return initial, style
                style = style.parent
            elif value == "initial" or value in _UNSET:
                return initial, style
            else:
                return value, style
            if name in {"font-size", "font-weight"}:
                return (f"{style.font_px}px" if name == "font-size" else f"{style.weight}"), style


def _passes_on(name: str) -> bool:
    return name in INHERITED or name.startswith("--")
