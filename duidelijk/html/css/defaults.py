"""What a browser does without any style sheet: the HTML standard, section 15 ("Rendering"), seen 2025."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duidelijk.html.css.matching import text_of

if TYPE_CHECKING:
    from bs4.element import Tag

Pairs = tuple[tuple[str, str], ...]

_DISPLAY: Final = {
    "none": """area base basefont datalist head link meta noembed noframes noscript param rp script source
        style template title track""",
    "block": """html body address blockquote center dialog div figure figcaption footer form header hr legend
        listing main p plaintext pre search xmp article aside h1 h2 h3 h4 h5 h6 hgroup nav section dir dd dl
        dt menu ol ul details summary option optgroup fieldset frameset frame""",
    "list-item": "li",
    "inline-block": "input button select textarea meter progress marquee",
    "table": "table",
    "table-caption": "caption",
    "table-column-group": "colgroup",
    "table-column": "col",
    "table-header-group": "thead",
    "table-row-group": "tbody",
    "table-footer-group": "tfoot",
    "table-row": "tr",
    "table-cell": "td th",
    "ruby": "ruby",
    "ruby-text": "rt",
    "contents": "slot",
}
_OTHER: Final = {
    "b": "font-weight: bolder", "strong": "font-weight: bolder",
    "i": "font-style: italic", "cite": "font-style: italic", "em": "font-style: italic",
    "var": "font-style: italic", "dfn": "font-style: italic", "address": "font-style: italic",
    "big": "font-size: larger", "small": "font-size: smaller", "sub": "font-size: smaller",
    "sup": "font-size: smaller", "rt": "font-size: 50%",
    "u": "text-decoration: underline", "ins": "text-decoration: underline",
    "s": "text-decoration: line-through", "strike": "text-decoration: line-through",
    "del": "text-decoration: line-through",
    "h1": "font-size: 2em; font-weight: bold", "h2": "font-size: 1.5em; font-weight: bold",
    "h3": "font-size: 1.17em; font-weight: bold", "h4": "font-weight: bold",
    "h5": "font-size: .83em; font-weight: bold", "h6": "font-size: .67em; font-weight: bold",
    "th": "font-weight: bold; text-align: center", "center": "text-align: center",
    "caption": "text-align: center", "mark": "background-color: yellow; color: black",
    "pre": "white-space: pre", "listing": "white-space: pre", "xmp": "white-space: pre",
    "plaintext": "white-space: pre", "nobr": "white-space: nowrap",
    "button": "font-size: 13.333px; font-weight: 400; color: buttontext; background-color: buttonface; "
              "text-align: center; letter-spacing: normal; word-spacing: normal; line-height: normal; "
              "text-transform: none; text-indent: 0px; text-shadow: none",
    "input": "font-size: 13.333px; font-weight: 400; color: fieldtext; background-color: field; "
             "text-align: start; letter-spacing: normal; word-spacing: normal; line-height: normal; "
             "text-transform: none; text-indent: 0px; text-shadow: none",
    "dialog": "color: canvastext; background-color: canvas; position: absolute",
}  # fmt: skip
_OTHER["select"] = _OTHER["textarea"] = _OTHER["input"]
_SVG_NEVER: Final = frozenset({
    "clippath", "defs", "desc", "filter", "lineargradient", "marker", "mask", "metadata", "pattern",
    "radialgradient", "script", "style", "symbol", "title",
})  # fmt: skip
_SVG_HINTS: Final = frozenset({
    "clip-path", "color", "display", "filter", "font-size", "font-style", "font-weight",
    "letter-spacing", "opacity", "overflow", "text-decoration", "transform", "visibility", "word-spacing",
})  # fmt: skip
_HINTS: Final = frozenset({"align", "bgcolor", "background", "text", "color", "size", "nowrap"})
_SVG: Final = "http://www.w3.org/2000/svg"
_PRESENT: Final = frozenset({"href", "title", "open", "controls", "popover"})
_RELEVANT: Final = _SVG_HINTS | _HINTS | _PRESENT | {"hidden", "type"}
_ALIGNED: Final = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "col",
    }
)
_COLORED: Final = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "marquee"})
_FONT_SIZES: Final = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_HEX_COLOR: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\Z", re.IGNORECASE)


def _table() -> dict[str, Pairs]:
    found: dict[str, dict[str, str]] = {}
    for display, names in _DISPLAY.items():
        for name in names.split():
            found.setdefault(name, {})["display"] = display
    for name, text in _OTHER.items():
        for pair in text.split("; "):
            key, _, value = pair.partition(": ")
            found.setdefault(name, {})[key] = value
    return {name: tuple(pairs.items()) for name, pairs in found.items()}


_TABLE: Final = _table()
_SENSITIVE: Final = frozenset(
    {"a", "area", "abbr", "audio", "details", "dialog", "font", "input", "ol", "ul", "br"}
)


def is_svg(tag: Tag) -> bool:
    """Whether the element is drawn as SVG."""
    return tag.namespace == _SVG


def browser(tag: Tag) -> Pairs:
    """What the browser's own style sheet declares for the element, weakest first."""
    name, attrs = tag.name, tag.attrs
    if is_svg(tag):
        return (("display", "none"),) if name.lower() in _SVG_NEVER else ()
    pairs = _TABLE.get(name, ())
    if not attrs:
        return (*pairs, ("display", "none")) if name in {"dialog", "audio"} else pairs
    if name in _SENSITIVE:
        pairs += _by_attributes(tag)
    if "hidden" in attrs:
        until_found = text_of(attrs["hidden"]).strip().lower() == "until-found"
        pairs += (("content-visibility", "hidden"),) if until_found else (("display", "none"),)
    if "popover" in attrs:
        pairs += (("display", "none"),)
    return pairs


def signature(tag: Tag) -> tuple[object, ...]:
    """All that ``browser`` and ``hints`` look at: elements with the same signature get the same."""
    attrs = tag.attrs
    if attrs and not _RELEVANT.isdisjoint(attrs):
        seen = [(name, name in _PRESENT or text_of(attrs[name])) for name in attrs if name in _RELEVANT]
        return tag.name, tag.namespace, *seen
    return tag.name, tag.namespace


def forced(tag: Tag) -> bool:
    """Whether the browser keeps the element from view whatever the page says."""
    name = tag.name
    if name == "input":
        return text_of(tag.attrs.get("type")).strip().lower() == "hidden"
    return is_svg(tag) and name.lower() in _SVG_NEVER


def hints(tag: Tag) -> Pairs:
    """What attributes for looks declare, as a sheet of the page without specificity would."""
    attrs = tag.attrs
    if is_svg(tag):
        return tuple((name, text_of(attrs[name])) for name in attrs if name in _SVG_HINTS)
    if _HINTS.isdisjoint(attrs):
        return ()
    name = tag.name
    found: list[tuple[str, str]] = []
    if name in _ALIGNED and "align" in attrs:
        found.append(("text-align", text_of(attrs["align"]).strip()))
    if name in _COLORED:
        found.append(("background-color", _legacy_color(text_of(attrs.get("bgcolor")))))
        if text_of(attrs.get("background")).strip():
            found.append(("background-image", "url(hint)"))
    if name == "body":
        found.append(("color", _legacy_color(text_of(attrs.get("text")))))
    if name == "font":
        found.append(("color", _legacy_color(text_of(attrs.get("color")))))
        found.append(("font-size", _legacy_size(text_of(attrs.get("size")))))
    return tuple(found)


def _by_attributes(tag: Tag) -> Pairs:
    attrs = tag.attrs
    match tag.name:
        case "a" | "area" if "href" in attrs:
            return (("color", "linktext"), ("text-decoration", "underline"))
        case "abbr" if "title" in attrs:
            return (("text-decoration", "underline"),)
        case "audio" if "controls" not in attrs:
            return (("display", "none"),)
        case "dialog" if "open" not in attrs:
            return (("display", "none"),)
        case "input":
            kind = text_of(attrs.get("type")).strip().lower()
            if kind in {"submit", "reset", "button"}:
                return tuple(pair for pair in _TABLE["button"] if pair[0] != "display")
        case _:
            pass
    return ()


def _legacy_color(text: str) -> str:
    text = text.strip()
    match = _HEX_COLOR.match(text)
    return f"#{match[1]}" if match is not None else text


def _legacy_size(text: str) -> str:
    try:
        size = int(text.strip())
    except ValueError:
        return ""
    if text.strip()[0] in "+-":
        size += 3
    return _FONT_SIZES[min(max(size, 1), 7) - 1]
