"""Text that differs too little in colour from what lies behind it.

Only the colours that the page itself gives are judged, and only where nothing else can change them: text in
a box of its own place, with filters or in motion is left alone. Formulas: WCAG 2.1, “relative
luminance” and “contrast ratio”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk import html
from duidelijk.checks.overlays import may_be_covered
from duidelijk.html.css import Color, Style, blend, generated_texts, style
from duidelijk.html.css.colors import color
from duidelijk.html.css.scan import split, words
from duidelijk.html.exposure import is_disabled, is_inert, is_rendered, is_visible
from duidelijk.html.nodes import is_plain_text, is_text
from duidelijk.html.tree_index import index, labels, named, referred
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.contrast"
_TEXTS: Final = "checks.contrast.texts"
_OVER: Final = "checks.contrast.over"
_WHITE: Final = Color(255, 255, 255)
_LARGE: Final = 24.0  # 18 points, in CSS pixels
_LARGE_BOLD: Final = 18.66  # 14 points
_BOLD: Final = 700
_MOST: Final = 60  # colours behind a text
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
        "title",
    }
)
_FIELDS: Final = ("button", "input", "select", "textarea")
_BEHIND: Final = (
    "background-color", "background-image", "background-repeat", "background-clip", "position",
)  # fmt: skip
_MIXING: Final = ("opacity", "filter", "mix-blend-mode")
_LETTERS: Final = ("color", "font-size", "text-shadow", "-webkit-text-fill-color", "-webkit-text-stroke")
_FILLING: Final = frozenset({"repeat", "round"})
_BETWEEN: Final = (0.25, 0.5, 0.75)
_LONGEST_SHADOW: Final = 300
_LENGTH: Final = re.compile(r"[-+.]?\d")
_SCRIPTED: Final = "checks.contrast.scripted"
_WRITES: Final = re.compile(
    r"textContent|inner(?:Text|HTML)|createTextNode|attachShadow|append|insertAdjacent"
)
_QUOTED: Final = re.compile(r"[\"'`]#?([-\w]+)[\"'`]")
_OUT_OF_PLACE: Final = frozenset({"absolute", "fixed", "sticky"})


class _Shade(NamedTuple):
    """A colour behind an element, as if all were opaque, and what the opacity around makes of it.

    Of what is drawn on it ``share`` remains to be seen; ``rest`` shines through.
    """

    color: Color
    share: float = 1.0
    rest: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def seen(self, drawn: Color) -> Color:
        """The opaque colour ``drawn`` as it reaches the reader."""
        if self.share == 1:
            return drawn
        red, green, blue = (part * self.share + more for part, more in zip(drawn[:3], self.rest, strict=True))
        return Color(red, green, blue)

    def faded(self, opacity: float) -> _Shade:
        """The same behind an element with ``opacity``."""
        away = self.share * (1 - opacity)
        red, green, blue = (more + away * part for part, more in zip(self.color[:3], self.rest, strict=True))
        return _Shade(self.color, self.share * opacity, (red, green, blue))


class _Backdrop(NamedTuple):
    """The colours that may lie behind an element; ``image``: there is a picture over them."""

    shades: tuple[_Shade, ...]
    image: bool


class _Text(NamedTuple):
    """An element with text, the colour of its letters, what is behind it and their best contrast."""

    tag: Tag
    over: Color
    behind: _Backdrop
    best: float
    large: bool
    filled_later: bool


_SPOILED: Final = _Backdrop((), image=False)
"""Behind everything in an element whose colours are mixed with what lies under it, as one picture."""
_PAPER: Final = _Backdrop((_Shade(_WHITE),), image=False)


def low_contrast(document: Document, *, least: float = 4.5, least_large: float = 3.0) -> Iterator[Hit]:
    """Elements with text of their own whose contrast is below ``least``, or ``least_large`` for large text.

    The best contrast counts where more than one colour lies behind a text. With a picture behind it
    somebody has to look, if the colour under the picture gives too little contrast.
    """
    exempt: set[int] | None = None
    told: dict[int, tuple[Color, _Backdrop]] = {}
    for tag, over, behind, best, large, filled_later in _texts(document):
        needed = least_large if large else least
        if best >= needed or best < 1.001:
            continue
        if may_be_covered(document, tag) or is_inert(document, tag):
            continue
        exempt = _disabled(document) if exempt is None else exempt
        seen = is_rendered(document, tag) if filled_later else is_visible(document, tag)
        if not seen or any(id(one) in exempt for one in (tag, *tag.parents)):
            continue
        told[id(tag)] = (over, behind)
        if told.get(id(tag.parent)) != (over, behind):
            values = {"verhouding": _dutch(best), "nodig": _dutch(needed)}
            yield Hit(
                None,
                html.place(tag),
                values,
                outcome="cantTell" if behind.image or filled_later else "failed",
            )


def _texts(document: Document) -> Sequence[_Text]:
    """The elements with text of their own of which the colours are known. Worked out once."""
    found: list[_Text] | None = document.cache.get(_TEXTS)
    if found is not None:
        return found
    found = document.cache[_TEXTS] = []
    ratios: dict[tuple[int, int], float] = {}
    for tag in index(document).tags:
        filled_later = not tag.contents
        if not (_is_scripted(document, tag) if filled_later else _has_words(tag)):
            continue
        look = style(document, tag)
        behind = _backdrop(document, tag)
        over = look.color("-webkit-text-fill-color")
        around = _shadows(look)
        if (
            behind is None
            or behind is _SPOILED
            or over is None
            or around is None
            or look.get("-webkit-text-stroke") not in {"0px", "0"}
            or not all(map(look.is_sure, _LETTERS))
        ):
            continue
        pair = (id(look), id(behind))
        best = ratios.get(pair)
        if best is None:
            shadows = (None, *around)
            best = max(_contrast(over, shade, shadow) for shade in behind.shades for shadow in shadows)
            ratios[pair] = best
        found.append(_Text(tag, over, behind, best, _is_large(look), filled_later))
    return found


def _has_words(tag: Tag) -> bool:
    """Whether the element itself holds text in a human language, and is no drawing or field."""
    for child in tag.contents:
        if is_text(child) and not child.isspace() and _WORD.search(child) and is_plain_text(child):
            return tag.name not in _NOT_TEXT and str(tag.namespace).endswith("xhtml")
    return False


def _is_scripted(document: Document, tag: Tag) -> bool:
    """Whether a script in the page writes text into the element, which is still empty."""
    if "id" not in tag.attrs or tag.name in {"canvas", "script"}:
        return False
    if generated_texts(document) is not None:  # in a browser the scripts have run
        return False
    known: frozenset[str] | None = document.cache.get(_SCRIPTED)
    if known is None:
        texts = [script.get_text() for script in named(document, "script")]
        known = frozenset(name for text in texts if _WRITES.search(text) for name in _QUOTED.findall(text))
        document.cache[_SCRIPTED] = known
    return str(tag.attrs["id"]) in known


def _contrast(over: Color, shade: _Shade, shadow: Color | None) -> float:
    """The contrast of letters on a colour behind them, with around them a shadow or not."""
    under = shade.color if shadow is None else blend(shadow, shade.color)
    return _ratio(shade.seen(blend(over, under)), shade.seen(under))


def _shadows(look: Style) -> list[Color] | None:
    """The colours of the shadows of letters; None where those cannot be known."""
    value = look.get("text-shadow")
    if value == "none":
        return []
    found: list[Color] = []
    if len(value) > _LONGEST_SHADOW:
        return None
    for shadow in split(value, ","):
        named_colors = [word for word in words(shadow) if not _LENGTH.match(word)]
        own = color(named_colors[0]) if len(named_colors) == 1 else None
        if named_colors in ([], ["currentcolor"]):
            continue
        if own is None:
            return None
        found.append(own)
    return found


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
    behind = _PAPER if top or element is None else known[id(element)]
    over: dict[tuple[int, int], _Backdrop | None] = document.cache.setdefault(_OVER, {})
    for step in reversed(path):
        # Elements with equal styles share one, and all backdrops are kept: their ids tell them apart.
        look = style(document, step)
        key = (id(look), id(behind))
        if key not in over:
            over[key] = _over(look, behind)
        behind = known[id(step)] = over[key]
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
    moved, opaque = _is_moved(look), own.alpha >= 1
    if below is not None and (look.opacity < 1 or any(shade.share < 1 for shade in below.shades)):
        # What shines through must be known.
        if moved or below.image:
            return _SPOILED
        if look.opacity < 1:
            below = below._replace(shades=tuple(shade.faded(look.opacity) for shade in below.shades))
    if below is None or (moved and not opaque):
        if not opaque or look.opacity < 1:
            return None if look.opacity == 1 else _SPOILED
        below = _Backdrop((_Shade(own),), image=False)
    shades = _distinct(shade._replace(color=blend(own, shade.color)) for shade in below.shades)
    made = _Backdrop(shades, below.image and not opaque)
    layers = split(image, ",") if image != "none" else []
    repeats = split(look.get("background-repeat"), ",")
    for at in reversed(range(len(layers))):
        fills = set(repeats[at % len(repeats)].split()) <= _FILLING
        made = _with_layer(layers[at].strip(), made, fills=fills)
    return made


def _with_layer(layer: str, below: _Backdrop, *, fills: bool) -> _Backdrop:
    """The backdrop with one image on it; a gradient that need not cover all leaves what is under it."""
    gradient = _GRADIENT.match(layer)
    if gradient is None:
        return below if layer == "none" else below._replace(image=True)
    stops = [
        found for part in split(gradient["stops"], ",") for word in words(part) if (found := color(word))
    ]
    mixed: list[_Shade] = []
    for under in below.shades:
        drawn = [blend(stop, under.color) for stop in stops]
        drawn += [darker for one, other in pairwise(drawn) for darker in _darker(one, other)]
        mixed += (under._replace(color=one) for one in drawn)
    covers = fills and bool(stops) and all(stop.alpha >= 1 for stop in stops)
    shades = _distinct(mixed if covers else (*below.shades, *mixed))
    unknown = not stops or len(shades) > _MOST
    return _Backdrop(shades[:_MOST], unknown or (below.image and not covers))


def _darker(one: Color, other: Color) -> list[Color]:
    """Colours on the way from one to the other that are darker than both."""
    least = min(_luminance(one), _luminance(other))
    between = [
        Color(*(start + (end - start) * part for start, end in zip(one[:3], other[:3], strict=True)))
        for part in _BETWEEN
    ]
    return [shade for shade in between if _luminance(shade) < least]


def _distinct(shades: Iterable[_Shade]) -> tuple[_Shade, ...]:
    return tuple(dict.fromkeys(shades))


def _is_blended(look: Style) -> bool:
    """Whether the colours of the element are mixed with others in a way that is not worked out here."""
    if look.get("filter") != "none" or look.get("mix-blend-mode") != "normal":
        return True
    # What fades in is not so for long.
    return look.opacity < 1 and (look.get("animation") != "none" or look.get("transition") != "none")


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
