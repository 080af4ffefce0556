"""The names that Word gives to elements and attributes, and the strict variant of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
VAL: Final = W + "val"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
WHITE: Final = " \t\r\n"

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_USUAL_NAME: Final = re.compile(
    rb"http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument)/2006/(\w+)"
)
_OFF: Final = frozenset({"0", "false", "off"})
_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")
_TWIPS: Final = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "pi": 240.0}
_MOST: Final = 1_000_000  # no number in a letter is larger


def is_strict(data: bytes) -> bool:
    """Whether a part uses the names of ‘Strict Open XML’."""
    return _STRICT in data[:8192]


def as_usual(data: bytes) -> bytes:
    """A strict part with the names that Word ordinarily gives."""
    return _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)


def as_strict(data: bytes) -> bytes:
    """The reverse of :func:`as_usual`, to write a strict file back."""
    return _USUAL_NAME.sub(rb"http://purl.oclc.org/ooxml/\1/\2", data)


def value(parent: _Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child, None without it."""
    found = None if parent is None else parent.find(tag)
    return None if found is None else found.get(VAL)


def shown(text: _Element) -> tuple[int, int]:
    """From and up to which character of a ``w:t`` is shown: white space at its ends only when it says so."""
    whole = text.text or ""
    if text.get(SPACE) == "preserve":
        return 0, len(whole)
    start = len(whole) - len(whole.lstrip(WHITE))
    return start, max(start, len(whole.rstrip(WHITE)))


def flag(parent: _Element | None, tag: str) -> bool | None:
    """What an on/off element says; None when it is not there."""
    found = None if parent is None else parent.find(tag)
    return None if found is None else (found.get(VAL) or "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A whole number or a measure, the latter in twentieths of a point; None for anything else."""
    found = _MEASURE.fullmatch(text[:20]) if text else None
    if found is None:
        return None
    return round(max(-_MOST, min(_MOST, float(found[1]) * _TWIPS[found[2] or ""])))
