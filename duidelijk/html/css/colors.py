"""CSS colours as numbers. Names and formulas are those of CSS Color 4, sections 5 to 7."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple


class Color(NamedTuple):
    """Red, green and blue from 0 to 255, alpha from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


TRANSPARENT: Final = Color(0, 0, 0, 0)
_FUNCTION: Final = re.compile(r"(rgba?|hsla?|hwb)\((.*?)\)?\Z", re.IGNORECASE | re.DOTALL)
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\Z", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(%|deg|rad|grad|turn)?\Z", re.IGNORECASE
)
_DEGREES: Final = {None: 1.0, "deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}
_OTHER: Final = re.compile(
    r"(?:(?:ok)?lab|(?:ok)?lch|color|color-mix|light-dark|contrast-color|device-cmyk)\("
    r"|(?:rgba?|hsla?|hwb)\((?=.*(?:calc|min|max|clamp|from)\b)",
    re.IGNORECASE,
)
_NAMED: Final = """
aliceblue:f0f8ff antiquewhite:faebd7 aqua:00ffff aquamarine:7fffd4 azure:f0ffff beige:f5f5dc
bisque:ffe4c4 black:000000 blanchedalmond:ffebcd blue:0000ff blueviolet:8a2be2 brown:a52a2a
burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00 chocolate:d2691e coral:ff7f50 cornflowerblue:6495ed
cornsilk:fff8dc crimson:dc143c cyan:00ffff darkblue:00008b darkcyan:008b8b darkgoldenrod:b8860b
darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkkhaki:bdb76b darkmagenta:8b008b
darkolivegreen:556b2f darkorange:ff8c00 darkorchid:9932cc darkred:8b0000 darksalmon:e9967a
darkseagreen:8fbc8f darkslateblue:483d8b darkslategray:2f4f4f darkslategrey:2f4f4f darkturquoise:00ced1
darkviolet:9400d3 deeppink:ff1493 deepskyblue:00bfff dimgray:696969 dimgrey:696969 dodgerblue:1e90ff
firebrick:b22222 floralwhite:fffaf0 forestgreen:228b22 fuchsia:ff00ff gainsboro:dcdcdc ghostwhite:f8f8ff
gold:ffd700 goldenrod:daa520 gray:808080 green:008000 greenyellow:adff2f grey:808080 honeydew:f0fff0
hotpink:ff69b4 indianred:cd5c5c indigo:4b0082 ivory:fffff0 khaki:f0e68c lavender:e6e6fa
lavenderblush:fff0f5 lawngreen:7cfc00 lemonchiffon:fffacd lightblue:add8e6 lightcoral:f08080
lightcyan:e0ffff lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 lightgrey:d3d3d3
lightpink:ffb6c1 lightsalmon:ffa07a lightseagreen:20b2aa lightskyblue:87cefa lightslategray:778899
lightslategrey:778899 lightsteelblue:b0c4de lightyellow:ffffe0 lime:00ff00 limegreen:32cd32 linen:faf0e6
magenta:ff00ff maroon:800000 mediumaquamarine:66cdaa mediumblue:0000cd mediumorchid:ba55d3
mediumpurple:9370db mediumseagreen:3cb371 mediumslateblue:7b68ee mediumspringgreen:00fa9a
mediumturquoise:48d1cc mediumvioletred:c71585 midnightblue:191970 mintcream:f5fffa mistyrose:ffe4e1
moccasin:ffe4b5 navajowhite:ffdead navy:000080 oldlace:fdf5e6 olive:808000 olivedrab:6b8e23
orange:ffa500 orangered:ff4500 orchid:da70d6 palegoldenrod:eee8aa palegreen:98fb98 paleturquoise:afeeee
palevioletred:db7093 papayawhip:ffefd5 peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd
powderblue:b0e0e6 purple:800080 rebeccapurple:663399 red:ff0000 rosybrown:bc8f8f royalblue:4169e1
saddlebrown:8b4513 salmon:fa8072 sandybrown:f4a460 seagreen:2e8b57 seashell:fff5ee sienna:a0522d
silver:c0c0c0 skyblue:87ceeb slateblue:6a5acd slategray:708090 slategrey:708090 snow:fffafa
springgreen:00ff7f steelblue:4682b4 tan:d2b48c teal:008080 thistle:d8bfd8 tomato:ff6347 turquoise:40e0d0
violet:ee82ee wheat:f5deb3 white:ffffff whitesmoke:f5f5f5 yellow:ffff00 yellowgreen:9acd32
"""
_NAMES: Final = dict(pair.split(":") for pair in _NAMED.split())
# What these stand for in a light theme; Color 4 leaves it to the browser, these are Chrome's.
_SYSTEM: Final = {
    "canvas": "ffffff", "canvastext": "000000", "linktext": "0000ee", "visitedtext": "551a8b",
    "activetext": "ff0000", "buttonface": "f0f0f0", "buttontext": "000000", "field": "ffffff",
    "fieldtext": "000000", "graytext": "808080", "mark": "ffff00", "marktext": "000000",
    "windowtext": "000000", "window": "ffffff",
}  # fmt: skip


@lru_cache(maxsize=1024)
def color(text: str) -> Color | None:
    """The colour that ``text`` names; None for no colour, ``currentcolor`` and what we cannot work out."""
    word = text.strip().lower()
    if word == "transparent":
        return TRANSPARENT
    digits = _NAMES.get(word) or _SYSTEM.get(word)
    if digits is not None:
        return _hex(digits)
    if word.startswith("#"):
        return _hex(word[1:]) if _HEX.match(word) else None
    match = _FUNCTION.match(word)
    return None if match is None else _function(match[1], match[2])


def looks_like_color(text: str) -> bool:
    """Whether a browser may take ``text`` for a colour, also one that :func:`color` cannot work out."""
    word = text.strip().lower()
    return word == "currentcolor" or color(word) is not None or _OTHER.match(word) is not None


def blend(over: Color, under: Color) -> Color:
    """The colour that shows where ``over`` lies on ``under`` (source-over, CSS Compositing 1)."""
    alpha = over.alpha + under.alpha * (1 - over.alpha)
    if alpha == 0:
        return TRANSPARENT

    def mix(top: float, bottom: float) -> float:
        return (top * over.alpha + bottom * under.alpha * (1 - over.alpha)) / alpha

    return Color(mix(over.red, under.red), mix(over.green, under.green), mix(over.blue, under.blue), alpha)


def _hex(digits: str) -> Color:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return Color(red, green, blue, alpha[0] / 255 if alpha else 1.0)


def _function(name: str, inside: str) -> Color | None:
    if "," in inside:
        parts = [part.strip() for part in inside.split(",")]
    else:
        main, slash, alpha = inside.partition("/")
        parts = main.split()
        if slash:
            parts.append(alpha.strip())
    if len(parts) not in {3, 4}:
        return None
    alpha = parts.pop() if len(parts) == 4 else "1"
    opacity = _channel(alpha, 1)
    if opacity is None:
        return None
    opacity = min(max(opacity, 0.0), 1.0)
    if name.startswith("rgb"):
        channels = [_channel(part, 255) for part in parts]
        if None in channels:
            return None
        red, green, blue = (min(max(channel or 0.0, 0.0), 255.0) for channel in channels)
        return Color(red, green, blue, opacity)
    hue, second, third = _hue(parts[0]), _share(parts[1]), _share(parts[2])
    if hue is None or second is None or third is None:
        return None
    red, green, blue = (_hwb if name == "hwb" else _hsl)(hue, second, third)
    return Color(red * 255, green * 255, blue * 255, opacity)


def _channel(text: str, full: float) -> float | None:
    """A number, or a percentage of ``full``."""
    if text == "none":
        return 0.0
    match = _NUMBER.match(text)
    if match is None or match[2] not in {None, "%"}:
        return None
    return float(match[1]) * full / 100 if match[2] else float(match[1])


def _share(text: str) -> float | None:
    found = _channel(text.removesuffix("%"), 1)
    return None if found is None else min(max(found / 100, 0.0), 1.0)


def _hue(text: str) -> float | None:
    match = _NUMBER.match(text)
    if text == "none":
        return 0.0
    if match is None or match[2] not in _DEGREES:
        return None
    degrees = float(match[1]) * _DEGREES[match[2]]
    # An endless hue is no hue.
    return degrees % 360 if abs(degrees) < 1e9 else 0.0


def _hsl(hue: float, saturation: float, lightness: float) -> tuple[float, float, float]:
    reach = saturation * min(lightness, 1 - lightness)

    def channel(turn: int) -> float:
        place = (turn + hue / 30) % 12
        return lightness - reach * max(-1.0, min(place - 3, 9 - place, 1.0))

    return channel(0), channel(8), channel(4)


def _hwb(hue: float, white: float, black: float) -> tuple[float, float, float]:
    if white + black >= 1:
        gray = white / (white + black)
        return gray, gray, gray
    red, green, blue = _hsl(hue, 1.0, 0.5)
    room = 1 - white - black
    return red * room + white, green * room + white, blue * room + white
