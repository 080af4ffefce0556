"""The names that OpenDocument gives to elements and attributes, and its measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = _OASIS + "office:1.0}"
TEXT: Final = _OASIS + "text:1.0}"
STYLE: Final = _OASIS + "style:1.0}"
TABLE: Final = _OASIS + "table:1.0}"
DRAW: Final = _OASIS + "drawing:1.0}"
META: Final = _OASIS + "meta:1.0}"
FO: Final = _OASIS + "xsl-fo-compatible:1.0}"
SVG: Final = _OASIS + "svg-compatible:1.0}"
LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"

_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|px)")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}
_SHAPES: Final = frozenset(
    DRAW + name
    for name in (
        "a", "caption", "circle", "connector", "control", "custom-shape", "ellipse", "frame", "g", "line",
        "measure", "path", "polygon", "polyline", "rect", "regular-polygon",
    )
)  # fmt: skip
_ESCAPED: Final = re.compile(r"_([0-9a-f]{2,4})_")


def points(measure: str | None) -> float | None:
    """A length in points; None for anything else, such as a percentage."""
    found = _MEASURE.fullmatch(measure[:20]) if measure else None
    return None if found is None else float(found[1]) * _POINTS[found[2]]


def count(text: str | None, *, otherwise: int = 1, most: int = 1_000) -> int:
    """A whole number from 0 to ``most``."""
    return min(int(text[:9]), most) if text and text.isascii() and text.isdigit() else otherwise


def unescaped(name: str) -> str:
    """The name of a style as people see it: ``Heading_20_1`` is ‘Heading 1’."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)


def is_shape(element: _Element) -> bool:
    """Whether an element is drawn: a frame, a group, a line."""
    return element.tag in _SHAPES
