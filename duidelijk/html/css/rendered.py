"""The styles that a real browser worked out, in the form of those of our own cascade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from duidelijk.html.css import defaults
from duidelijk.html.css.cascade import Cascade
from duidelijk.html.css.computed import Declaration, Style
from duidelijk.html.css.matching import text_of
from duidelijk.html.css.properties import INHERITED, INITIAL, KEPT, has_var
from duidelijk.html.css.scan import declarations
from duidelijk.html.css.sheets import expanded
from duidelijk.html.places import start_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import Tag

SPECIFIED: Final = (
    "left", "top", "right", "bottom", "margin-left", "margin-right", "margin-top", "width", "height",
    "max-width", "max-height", "transform", "translate", "clip-path",
)  # fmt: skip
"""Properties of which the value before layout counts: a browser gives the outcome of layout as well."""
_MOVING: Final = frozenset({"animation", "transition"})
"""Movements have come to an end before the browser is asked how the page looks."""
PLAIN: Final = tuple(name for name in INITIAL if name not in SPECIFIED and name not in _MOVING)
"""All others that the cascade keeps."""
_ASKED: Final = {"text-decoration": "text-decoration-line"}
_PASSING_ON: Final = frozenset({"inherit", "unset"})

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Computed:
    """What the browser said. ``looks`` are the different sets of values; ``by_start`` leads from the place
    of a start tag in the source to one of them. ``generated`` are the places of the tags of elements with
    text before or after them that a style sheet adds. ``missing`` are the style sheets that did not load:
    with one of them the page may look otherwise, so no style is certain."""

    looks: Sequence[Values]
    by_start: Mapping[int, int]
    generated: frozenset[int] = frozenset()
    missing: tuple[str, ...] = ()


def asked(names: Sequence[str]) -> list[str]:
    """What to ask a browser for, to get the properties."""
    return [_ASKED.get(name, name) for name in names]


def rendered(top: Tag, computed: Computed, *, turns: bool = False) -> tuple[Cascade, frozenset[int]]:
    """The styles of the elements under ``top``, and the ``id()`` of those with generated text.

    ``turns``: some rule of the page asks how the screen is held.
    """
    made = _Made(computed)
    made.run(top)
    return Cascade(made.styles, computed.missing, turns=turns, exhausted=False), frozenset(made.generated)


class _Made:
    def __init__(self, computed: Computed) -> None:
        self.styles: dict[int, Style] = {}
        self.generated: set[int] = set()
        self._computed = computed
        self._known = not computed.missing
        self._looks = [_normal(look) for look in computed.looks]
        self._shared: dict[tuple[int, int, bool, str], Style] = {}

    def run(self, top: Tag) -> None:
        stack: list[tuple[Iterator[Tag], Style | None, frozenset[int]]] = [
            (_children(top), None, frozenset())
        ]
        while stack:
            children, above, folded = stack[-1]
            tag = next(children, None)
            if tag is None:
                stack.pop()
                continue
            own = self.styles[id(tag)] = self._style(tag, above, folded=id(tag) in folded)
            stack.append((_children(tag), own, _folded(tag)))

    def _style(self, tag: Tag, above: Style | None, *, folded: bool) -> Style:
        span = start_tag(tag)
        look = None if span is None else self._computed.by_start.get(span.start)
        forced = folded or defaults.forced(tag)
        if look is None or span is None:
            # The parser supplied it, or the tree of the browser cannot be written down as HTML.
            given = {
                name: Declaration(name, value, important=False, origin="browser")
                for name, value in defaults.browser(tag)
            }
            return Style(given, above, frozenset(), known=span is None and self._known, forced=forced)
        if span.start in self._computed.generated:
            self.generated.add(id(tag))
        inline = text_of(tag.attrs["style"]) if "style" in tag.attrs else ""
        key = (look, id(above), forced, inline)
        style = self._shared.get(key)
        if style is None:
            declared = _declared(self._looks[look], above)
            declared |= _inline(inline, self._looks[look])
            style = self._shared[key] = Style(declared, above, frozenset(), known=self._known, forced=forced)
            if above is None:
                style.root_px = style.font_px
        return style


def _children(tag: Tag) -> Iterator[Tag]:
    from bs4.element import Tag as Element

    return (child for child in tag.contents if isinstance(child, Element))


def _folded(tag: Tag) -> frozenset[int]:
    """What is in a closed ``details`` but for its summary."""
    if tag.name != "details" or "open" in tag.attrs:
        return frozenset()
    inside = list(_children(tag))
    shown = next((child for child in inside if child.name == "summary"), None)
    return frozenset(id(child) for child in inside if child is not shown)


def _normal(look: Values) -> Values:
    """The values as a style sheet would have them."""
    found = {name: value for name, value in look.items() if value}
    if "clip-path" in found:
        found["clip-path"] = found["clip-path"].replace("0px", "0")
    if found.get("-webkit-text-stroke", "").startswith("0px"):
        found["-webkit-text-stroke"] = "0px"
    if found.get("-webkit-text-fill-color") == found.get("color"):
        found.pop("-webkit-text-fill-color", None)
    return found


def _declared(look: Values, above: Style | None) -> dict[str, Declaration]:
    """Declarations that lead to these values in this place of the tree: those that make a difference."""
    found: dict[str, Declaration] = {}
    for name, value in look.items():
        before = above.get(name) if above is not None and name in INHERITED else INITIAL[name]
        if value != before:
            found[name] = Declaration(name, value, important=False, origin="page")
    return found


def _inline(text: str, look: Values) -> dict[str, Declaration]:
    """What the ``style`` attribute declares: the values are those of the browser, but who said so counts."""
    found: dict[str, Declaration] = {}
    if not text:
        return found
    for one in (each for written in declarations(text, KEPT) for each in expanded(written)):
        value = look.get(one.name)
        if value is None or (one.name in found and found[one.name].important and not one.important):
            continue
        passes = one.name in INHERITED and one.value in _PASSING_ON
        found[one.name] = Declaration(
            one.name,
            one.value if passes else value,
            one.important and not has_var(one.value),
            "inline",
        )
    return found
