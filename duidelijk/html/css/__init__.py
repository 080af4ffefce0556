"""A small CSS cascade: what the style sheets of a page say about each element, without a browser.

What is covered:

- Sources: ``<style>``, ``style`` attributes (in SVG too), ``<link rel=stylesheet>`` and ``@import`` of files
  in the folder tree of the page and of ``data:`` addresses, attributes for looks (``bgcolor``, ``align``,
  ``<font>``, SVG's own), and what browsers do of themselves (display, headings, bold, links, ``hidden``,
  ``<dialog>``, ``popover``, closed ``<details>``). All sheets together at most 2 million characters.
- Rules: origin, ``!important``, ``@layer``, specificity, order, inheritance, ``inherit``, ``initial``,
  ``unset``, ``revert``, ``all``, custom properties with fallbacks and circles, nesting, ``@media``,
  ``@supports``.
- Selectors: types, classes, ids, attributes, all combinators, ``:is``, ``:where``, ``:not``, the ``:nth``
  family, ``:root``, ``:empty``, links and form states that the source decides. The page is at rest:
  ``:hover``, ``:focus``, ``:target`` and their kin never hold.
- Media: a laptop screen of 1280 by 720 without wishes of its own (so in landscape); ``style_in`` looks at the
  page as a screen in portrait or landscape of any size.
- Values: named, hex, ``rgb()``, ``hsl()`` and ``hwb()`` colours; lengths with absolute, font and viewport
  units, ``calc()``, ``min()``, ``max()``, ``clamp()``; font sizes and weights.

What is not covered: scripts, animations and transitions, pseudo-elements such as ``::before``, shadow trees,
``@property``, ``@font-face``, quirks mode, ``:nth-child(… of …)``, ``:has()``, ``:lang()``, ``:dir()``,
``:invalid`` and its kin, ``@container`` and ``@scope``. A rule with one of the last seven may hold: what it
would set is in ``Style.doubts``. Colours such as ``oklch()`` or ``color-mix()`` are taken over but not worked
out. Layout is not worked out: percentages of a box have no length here. A sheet that is not at hand makes
every style of the page uncertain (``Style.certain``), as does a page that asks for more work than any real
one. Properties that no rule of ours looks at are dropped, see ``properties``.

Syntax is cut by an own scanner (``scan``): a parser of the whole grammar, such as tinycss2, takes about four
times as long for what we need of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from duidelijk.html.css.cascade import Cascade, cascade
from duidelijk.html.css.colors import Color, blend
from duidelijk.html.css.computed import Declaration, Style
from duidelijk.html.css.media import View
from duidelijk.html.css.offscreen import is_out_of_sight
from duidelijk.html.soup import soup_of
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.css.rendered import Computed

__all__ = [
    "Color",
    "Declaration",
    "Style",
    "blend",
    "depends_on_orientation",
    "generated_texts",
    "is_offscreen_or_clipped",
    "style",
    "style_in",
    "unknown_stylesheets",
    "use_rendered",
]

_KEY: Final = "html.css"
_LAPTOP: Final = f"{_KEY}.laptop"
_GENERATED: Final = f"{_KEY}.generated"
_BARE: Final = Style({}, None, frozenset(), known=True)


def style(document: Document, tag: Tag) -> Style:
    """The style of an element of the page, as on a laptop."""
    known: Cascade | None = document.cache.get(_LAPTOP)
    return (known or _cascade(document, "laptop")).styles.get(id(tag), _BARE)


def style_in(document: Document, tag: Tag, view: View) -> Style:
    """The style of an element on a screen held in ``portrait`` or ``landscape``, whatever its size."""
    return _cascade(document, view).styles.get(id(tag), _BARE)


def depends_on_orientation(document: Document) -> bool:
    """Whether any rule of the page asks how the screen is held."""
    return _cascade(document, "laptop").turns


def unknown_stylesheets(document: Document) -> tuple[str, ...]:
    """The addresses of style sheets that are not at hand; ``""`` for text beyond what is read."""
    return _cascade(document, "laptop").unknown


def is_offscreen_or_clipped(document: Document, tag: Tag) -> bool:
    """Whether the element is there but cannot be seen: off the screen, clipped away or without size."""
    return is_out_of_sight(style(document, tag))


def use_rendered(document: Document, computed: Mapping[View, Computed]) -> None:
    """Let the document have the styles that a browser worked out, in place of those of our own cascade."""
    from duidelijk.html.css.rendered import rendered

    for view, found in computed.items():
        made, generated = rendered(document.raw, found, turns=len(computed) > 1)
        document.cache[f"{_KEY}.{view}"] = made
        if view == "laptop":
            document.cache[_GENERATED] = generated


def generated_texts(document: Document) -> frozenset[int] | None:
    """The ``id()`` of the elements to which a style sheet adds text; None where no browser has looked."""
    found: frozenset[int] | None = document.cache.get(_GENERATED)
    return found


def _cascade(document: Document, view: View) -> Cascade:
    key = f"{_KEY}.{view}"
    found: Cascade | None = document.cache.get(key)
    if found is None:
        top = soup_of(document)
        found = Cascade({}, (), turns=False, exhausted=False)
        if top is not None:
            found = cascade(top, document.source.name, view)
        document.cache[key] = found
    return found
