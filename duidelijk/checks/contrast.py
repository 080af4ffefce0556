"""Text that differs too little in colour from what lies behind it.

Only the colours that the page itself gives are judged, and only where nothing else can change them: text in
a box of its own place, with opacity, filters or shadows is left alone. Formulas: WCAG 2.1, “relative
luminance” and “contrast ratio”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk import html
from duidelijk.checks.overlays import may_be_covered
from duidelijk.html.css import Color, Style, blend, style
from duidelijk.html.css.colors import color
from duidelijk.html.css.scan import split, words
from duidelijk.html.exposure import is_disabled, is_inert, is_visible
from duidelijk.html.tree_index import index, labels, referred
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.contrast"
_WHITE: Final = Color(255, 255, 255)
_LARGE: Final = 24.0  # 18 points, in CSS pixels
_LARGE_BOLD: Final = 18.66  # 14 points
_BOLD: Final = 700
_MOST: Final = 12  # colours behind a text
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_GRADIENT: Final = re.compile(
    r"(?:repeating-)?(?:linear|radial|conic)-gradient\((?P<stops>.*)\)\Z", re.DOTALL
)
_NOT_TEXT: Final = frozenset(
    {
        "datalist",
        "iframe",
        "noscript",
        "optgroup",
        "option",
        "script",
        "select",
        "style",
        "template",
        "textarea",
        "title",
    }
)
_FIELDS: Final = ("button", "input", "select", "textarea")
_BEHIND: Final = ("background-color", "background-image", "background-clip", "position")
_MIXING: Final = ("opacity", "filter", "mix-blend-mode")
_OUT_OF_PLACE: Final = frozenset({"absolute", "fixed", "sticky"})


class _Backdrop(NamedTuple):
    """The colours that may lie behind an element; ``image``: there is a picture over them."""

    colors: tuple[Color, ...]
    image: bool


_SPOILED: Final = _Backdrop((), image=False)
"""Behind everything in an element whose colours are mixed with what lies under it, as one picture."""


def low_contrast(document: Document, *, least: float = 4.5, least_large: float = 3.0) -> Iterator[Hit]:
    """Elements with text of their own whose contrast is below ``least``, or ``least_large`` for large text.

    The best contrast counts where more than one colour lies behind a text. With a picture behind it
    somebody has to look, if the colour under the picture gives too little contrast.
    """
    exempt: set[int] | None = None
    told: dict[int, tuple[Color, _Backdrop]] = {}
    for tag in index(document).tags:
        if not _has_words(tag):
            continue
        look = style(document, tag)
        behind = _backdrop(document, tag)
        over = look.color()
        if (
            behind is None
            or behind is _SPOILED
            or over is None
            or not all(map(look.is_sure, ("color", "font-size", "text-shadow")))
        ):
            continue
        needed = least_large if _is_large(look) else least
        best = max(_ratio(blend(over, under), under) for under in behind.colors)
        if best >= needed or best < 1.001 or look.get("text-shadow") != "none":
            continue
        if may_be_covered(document, tag) or is_inert(document, tag):
            continue
        exempt = _disabled(document) if exempt is None else exempt
        if not is_visible(document, tag) or any(id(one) in exempt for one in (tag, *tag.parents)):
            continue
        told[id(tag)] = (over, behind)
        if told.get(id(tag.parent)) != (over, behind):
            values = {"verhouding": _dutch(best), "nodig": _dutch(needed)}
            yield Hit(None, html.place(tag), values, outcome="cantTell" if behind.image else "failed")


def _has_words(tag: Tag) -> bool:
    """Whether the element itself holds text in a human language, and is no drawing or field."""
    from bs4.element import NavigableString

    if tag.name in _NOT_TEXT or not str(tag.namespace).endswith("xhtml"):
        return False
    return any(type(child) is NavigableString and _WORD.search(child) is not None for child in tag.contents)


def _is_large(look: Style) -> bool:
    return look.font_px >= _LARGE or (look.font_px >= _LARGE_BOLD and look.weight >= _BOLD)


def _backdrop(document: Document, tag: Tag) -> _Backdrop | None:
    """What lies behind the text of an element; None where that cannot be known."""
    known: dict[int, _Backdrop | None] = document.cache.setdefault(_KEY, {})
    path: list[Tag] = []
    element: Tag | None = tag
    while element is not None and element.parent is not None and id(element) not in known:
        path.append(element)
        element = element.parent
    top = element is None or element.parent is None
    behind = _Backdrop((_WHITE,), image=False) if top or element is None else known[id(element)]
    for step in reversed(path):
        behind = known[id(step)] = _over(style(document, step), behind)
    return behind


def _over(look: Style, below: _Backdrop | None) -> _Backdrop | None:
    """The backdrop with an element's own background on it."""
    if below is _SPOILED or not all(map(look.is_sure, _MIXING)) or _is_blended(look):
        return _SPOILED
    if not all(map(look.is_sure, _BEHIND)):
        return None
    own, image = look.color("background-color"), look.get("background-image")
    if own is None or (image != "none" and look.get("background-clip") == "text"):
        return None
    opaque = own.alpha >= 1
    if below is None or (_is_moved(look) and not opaque):
        if not opaque:
            return None
        below = _Backdrop((own,), image=False)
    colors = tuple(dict.fromkeys(blend(own, under) for under in below.colors))
    made = _Backdrop(colors, below.image and not opaque)
    for layer in reversed(split(image, ",")) if image != "none" else ():
        made = _with_layer(layer.strip(), made)
    return made


def _with_layer(layer: str, below: _Backdrop) -> _Backdrop:
    """The backdrop with one image on it; the colours of a gradient come beside what they may not cover."""
    gradient = _GRADIENT.match(layer)
    if gradient is None:
        return below if layer == "none" else _Backdrop(below.colors, image=True)
    stops = [
        found for part in split(gradient["stops"], ",") for word in words(part) if (found := color(word))
    ]
    mixed = tuple(
        dict.fromkeys((*below.colors, *(blend(stop, under) for stop in stops for under in below.colors)))
    )
    unknown = not stops or len(mixed) > _MOST
    return _Backdrop(mixed[:_MOST], below.image or unknown)


def _is_blended(look: Style) -> bool:
    """Whether the colours of the element are mixed with others in a way that is not worked out here."""
    return look.opacity < 1 or look.get("filter") != "none" or look.get("mix-blend-mode") != "normal"


def _is_moved(look: Style) -> bool:
    """Whether the element may lie over something else than what it stands in."""
    place = look.get("position")
    if place in _OUT_OF_PLACE or look.get("transform") != "none" or look.get("translate") != "none":
        return True
    if place == "relative" and any(look.get(side) != "auto" for side in ("top", "right", "bottom", "left")):
        return True
    return any(look.get(f"margin-{side}").startswith("-") for side in ("top", "left", "right"))


def _disabled(document: Document) -> set[int]:
    """The elements that belong to what cannot be used: it and what is in it, its labels and descriptions."""
    found: set[int] = set()
    by_name = index(document).by_name
    fields = [field for name in (*_FIELDS, "fieldset") for field in by_name.get(name, ())]
    off = [field for field in fields if is_disabled(document, field)]
    off += [
        tag
        for tag in index(document).with_aria
        if str(tag.attrs.get("aria-disabled", "")).strip().lower() == "true"
    ]
    for tag in off:
        found.add(id(tag))
        found.update(map(id, labels(document, tag)))
        for name in ("aria-labelledby", "aria-describedby"):
            found.update(map(id, referred(document, tag, name)))
    return found


def _ratio(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(shade: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (shade.red / 255, shade.green / 255, shade.blue / 255)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _dutch(ratio: float) -> str:
    """Cut off, so that a ratio just below what is needed does not read as enough."""
    return f"{int(ratio * 10) / 10:g}".replace(".", ",")
