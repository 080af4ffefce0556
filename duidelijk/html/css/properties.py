"""The properties that the cascade keeps, what they start from, and how shorthands fall apart.

A value that a browser would refuse is dropped here, so that an earlier declaration stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from duidelijk.html.css.colors import looks_like_color
from duidelijk.html.css.scan import split, words
from duidelijk.html.css.values import (
    WIDE_KEYWORDS,
    Context,
    font_size,
    font_weight,
    length,
    number,
    opacity,
)

INHERITED: Final = {
    "-webkit-text-fill-color": "currentcolor",
    "-webkit-text-stroke": "0px",
    "color": "canvastext",
    "font-size": "16px",
    "font-style": "normal",
    "font-weight": "400",
    "letter-spacing": "normal",
    "line-height": "normal",
    "text-align": "start",
    "text-indent": "0px",
    "text-shadow": "none",
    "text-transform": "none",
    "visibility": "visible",
    "white-space": "normal",
    "word-spacing": "0px",
}
OWN: Final = {
    "animation": "none",
    "background-clip": "border-box",
    "background-color": "transparent",
    "background-image": "none",
    "background-repeat": "repeat",
    "clip": "auto",
    "clip-path": "none",
    "content-visibility": "visible",
    "display": "inline",
    "filter": "none",
    "height": "auto",
    "left": "auto",
    "margin-left": "0px",
    "margin-right": "0px",
    "margin-top": "0px",
    "max-height": "none",
    "max-width": "none",
    "mix-blend-mode": "normal",
    "opacity": "1",
    "overflow-x": "visible",
    "overflow-y": "visible",
    "position": "static",
    "right": "auto",
    "rotate": "none",
    "scale": "none",
    "text-decoration": "none",
    "text-overflow": "clip",
    "top": "auto",
    "bottom": "auto",
    "transform": "none",
    "transition": "none",
    "translate": "none",
    "width": "auto",
}
INITIAL: Final = INHERITED | OWN
_ALIASES: Final = {
    "-webkit-transform": "transform",
    "-webkit-text-stroke-width": "-webkit-text-stroke",
    "animation-name": "animation",
    "transition-property": "transition",
    "-webkit-clip-path": "clip-path",
    "-webkit-background-clip": "background-clip",
    "-webkit-filter": "filter",
    "text-decoration-line": "text-decoration",
    "inline-size": "width",
    "block-size": "height",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "margin-block-start": "margin-top",
}
_VAR: Final = re.compile(r"(?:\b|-)var\(", re.IGNORECASE)
_IMAGE: Final = re.compile(
    r"(?:url|image|image-set|cross-fade|element|src|[-a-z]*gradient|-webkit-image-set)\("
)
_DISPLAY: Final = frozenset({
    "none", "contents", "block", "inline", "inline-block", "flow", "flow-root", "flex", "inline-flex", "grid",
    "inline-grid", "list-item", "table", "inline-table", "table-row", "table-cell", "table-row-group",
    "table-header-group", "table-footer-group", "table-column", "table-column-group", "table-caption", "ruby",
    "ruby-base", "ruby-text", "ruby-base-container", "ruby-text-container", "run-in", "math", "-webkit-box",
    "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex", "grid-lanes", "inline-grid-lanes",
})  # fmt: skip
_CHOICES: Final = {
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"}),
    "text-transform": frozenset({
        "none", "capitalize", "uppercase", "lowercase", "full-width", "full-size-kana", "math-auto",
    }),
    "text-align": frozenset({
        "start", "end", "left", "right", "center", "justify", "match-parent", "justify-all", "-webkit-left",
        "-webkit-right", "-webkit-center", "-webkit-match-parent",
    }),
    "content-visibility": frozenset({"visible", "hidden", "auto"}),
    "overflow-x": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "overflow-y": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
}  # fmt: skip
_CONTEXT: Final = Context(percent=100.0)
_FONT_KEYWORDS: Final = frozenset(
    {"caption", "icon", "menu", "message-box", "small-caption", "status-bar", "-webkit-small-control"}
)


def has_var(value: str) -> bool:
    """Whether the value waits for custom properties."""
    return "var(" in value.lower() and _VAR.search(value) is not None


def expand(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The kept properties that ``name: value`` sets; nothing for a value that a browser refuses.

    A value with ``var()`` can be judged only later: each property gets the value as written.
    """
    name = _ALIASES.get(name, name)
    if name.startswith("--"):
        yield name, value
        return
    parts = SHORTHANDS.get(name)
    if parts is None and name not in INITIAL:
        return
    if not value:
        return
    word = value.lower()
    if word in WIDE_KEYWORDS or has_var(value):
        kept = word if word in WIDE_KEYWORDS else value
        for part in parts or (name,):
            yield part, kept
    elif parts is None:
        if valid(name, value):
            yield name, value if "(" in value else word
    else:
        yield from _EXPANDERS[name](value)


def valid(name: str, value: str) -> bool:
    """Whether a browser takes ``value`` for the longhand ``name``, as far as this cascade can tell."""
    word = value.lower()
    choices = _CHOICES.get(name)
    if choices is not None:
        return word in choices
    if name in {"color", "background-color", "-webkit-text-fill-color"}:
        return looks_like_color(value)
    if name == "display":
        return bool(word) and all(part in _DISPLAY for part in word.split())
    if name == "font-size":
        return "(" in value or font_size(word, 16, 16) is not None
    if name == "font-weight":
        return "(" in value or font_weight(word, 400) is not None
    if name == "opacity":
        return "(" in value or opacity(word) is not None
    if name == "line-height":
        return (
            word == "normal" or "(" in value or (number(word) or 0) > 0 or length(word, _CONTEXT) is not None
        )
    if name in _LENGTHS:
        return word in _LENGTHS[name] or _COMPUTED.match(word) is not None or _is_length(name, word)
    return True


def _background(value: str) -> Iterator[tuple[str, str]]:
    layers = split(value, ",")
    color, images, clip = "transparent", [], "border-box"
    repeats = []
    for at, layer in enumerate(layers):
        image, repeat = "none", "repeat"
        for word in words(layer.replace("/", " / ") if "(" not in layer else layer):
            low = word.lower()
            if _IMAGE.match(low):
                image = word
            elif low in {"text", "padding-box", "content-box"}:
                clip = low
            elif at == len(layers) - 1 and looks_like_color(low):
                color = low
            elif low in _REPEATS:
                repeat = low
            elif low not in _BACKGROUND_WORDS and not _is_measure(low):
                return
        images.append(image)
        repeats.append(repeat)
    yield "background-color", color
    yield "background-image", ", ".join(images) if any(image != "none" for image in images) else "none"
    yield "background-repeat", ", ".join(repeats)
    yield "background-clip", clip


def _font(value: str) -> Iterator[tuple[str, str]]:
    word = value.lower()
    if word in _FONT_KEYWORDS:
        yield from (("font-size", "13.333px"), ("font-weight", "400"), ("font-style", "normal"))
        return
    weight, style = "400", "normal"
    parts = words(value)
    for at, part in enumerate(parts[:6]):
        low = part.lower()
        size, slash, height = low.partition("/") if "(" not in low else (low, "", "")
        if font_weight(low, 400) is not None and low != "normal":
            weight = low
        elif low in {"italic", "oblique"}:
            style = low
        elif low in _FONT_WORDS or (style == "oblique" and low.endswith("deg")):
            continue
        elif "(" in size or font_size(size, 16, 16) is not None:
            rest = parts[at + 1 :]
            if not slash and rest[:1] and rest[0].startswith("/"):
                height = rest[0][1:] or (rest[1] if len(rest) > 1 else "")
                rest = rest[1 if rest[0] != "/" else 2 :]
            elif slash and not height and rest:
                height, rest = rest[0], rest[1:]
            if not rest:
                return
            yield from (("font-size", size), ("font-weight", weight), ("font-style", style))
            yield "line-height", height or "normal"
            return
        else:
            return


def _decoration(value: str) -> Iterator[tuple[str, str]]:
    lines = [word for word in value.lower().split() if word in _LINES]
    yield "text-decoration", " ".join(lines) or "none"


def _overflow(value: str) -> Iterator[tuple[str, str]]:
    parts = value.lower().split()
    if len(parts) in {1, 2} and all(part in _CHOICES["overflow-x"] for part in parts):
        yield "overflow-x", parts[0]
        yield "overflow-y", parts[-1]


def _box(prefix: str) -> Callable[[str], Iterator[tuple[str, str]]]:
    def sides(value: str) -> Iterator[tuple[str, str]]:
        parts = words(value)
        if 1 <= len(parts) <= 4:
            top, right, bottom, left = (parts * 4)[:4] if len(parts) < 3 else [*parts, parts[1]][:4]
            if not all(valid(f"{prefix}left", part) for part in parts):
                return
            for side, part in (("top", top), ("right", right), ("bottom", bottom), ("left", left)):
                if f"{prefix}{side}" in OWN:
                    yield f"{prefix}{side}", part

    return sides


def _all(_value: str) -> Iterator[tuple[str, str]]:
    yield from ()


def _is_measure(word: str) -> bool:
    return word == "/" or "(" in word or length(word, _CONTEXT) is not None or "/" in word


def _is_length(name: str, word: str) -> bool:
    found = [length(part, _CONTEXT) for part in word.split()]
    # Only an indent may say more than its length.
    if name == "text-indent":
        words_left = [part for part, one in zip(word.split(), found, strict=True) if one is None]
        return len(found) - len(words_left) == 1 and set(words_left) <= {"hanging", "each-line"}
    return len(found) == 1 and found[0] is not None and (found[0] >= 0 or name not in _SIZED)


_AUTO: Final = frozenset({"auto"})
_NORMAL: Final = frozenset({"normal"})
_FITTED: Final = frozenset({
    "min-content", "max-content", "fit-content", "stretch", "contain", "intrinsic", "min-intrinsic",
    "-webkit-fill-available", "-webkit-fit-content", "-webkit-min-content", "-webkit-max-content",
})  # fmt: skip
# The words that a property takes where a length may stand.
_LENGTHS: Final = {
    "letter-spacing": _NORMAL, "word-spacing": _NORMAL, "text-indent": frozenset(),
    "left": _AUTO, "right": _AUTO, "top": _AUTO, "bottom": _AUTO, "margin-left": _AUTO, "margin-right": _AUTO,
    "margin-top": _AUTO, "width": _AUTO | _FITTED, "height": _AUTO | _FITTED,
    "max-width": _FITTED | {"none"}, "max-height": _FITTED | {"none"},
}  # fmt: skip
_SIZED: Final = frozenset({"width", "height", "max-width", "max-height"})
_COMPUTED: Final = re.compile(
    r"(?:-webkit-)?(?:calc|min|max|clamp|round|mod|rem|abs|hypot|env|anchor|anchor-size|calc-size|fit-content)\("
)
_REPEATS: Final = frozenset({"repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round"})
_LINES: Final = frozenset({"underline", "overline", "line-through", "blink"})
_FONT_WORDS: Final = frozenset({
    "normal", "small-caps", "ultra-condensed", "extra-condensed", "condensed", "semi-condensed",
    "semi-expanded", "expanded", "extra-expanded", "ultra-expanded",
})  # fmt: skip
_BACKGROUND_WORDS: Final = frozenset({
    "none", "scroll", "fixed", "local", "left", "right", "top", "bottom", "center", "auto", "cover",
    "contain", "border-box", "/",
})  # fmt: skip
SHORTHANDS: Final[dict[str, tuple[str, ...]]] = {
    "background": ("background-color", "background-image", "background-repeat", "background-clip"),
    "font": ("font-size", "font-weight", "font-style", "line-height"),
    "text-decoration": ("text-decoration",),
    "overflow": ("overflow-x", "overflow-y"),
    "margin": ("margin-left", "margin-right", "margin-top"),
    "inset": ("left", "right", "top", "bottom"),
    "all": tuple(INITIAL),
}
_EXPANDERS: Final = {
    "background": _background,
    "font": _font,
    "text-decoration": _decoration,
    "overflow": _overflow,
    "margin": _box("margin-"),
    "inset": _box(""),
    "all": _all,
}
KEPT: Final = frozenset(INITIAL) | frozenset(_ALIASES) | frozenset(SHORTHANDS)
