"""The characters of a page with where they stand, through the raw functions of pdfium.

A page is read in one loop and let go of; only its characters stay. pdfium is not safe to use from two
threads at a time, hence the lock.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.pdf.limits import can_draw

if TYPE_CHECKING:
    from duidelijk.pdf.file import Pdf

MAX_CHARACTERS: Final = 300_000
"""On one page: a full page of a newspaper has some 30,000."""

MAX_OBJECTS: Final = 30_000
"""Pieces of text on one page: pdfium takes quadratic time for those that lie over each other."""

_LOCK: Final = threading.Lock()
_HYPHENS: Final = frozenset({0x02, 0xAD, 0xFFFE})  # what pdfium gives for a hyphen at the end of a line
_SPACES: Final = frozenset({0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85})
_UNREADABLE: Final = 0xFFFD
_LAST: Final = 0x10FFFF
_BREAKS: Final = frozenset({0x0A, 0x0D})
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi(?!lune)|[-,]bd\b|-b\b", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique|[-,]it\b|-i\b", re.IGNORECASE)
_SIGNS: Final = re.compile(r"symbol|dings", re.IGNORECASE)  # fonts of bullets and arrows
_ITALIC_FLAG: Final = 1 << 6
_FORCE_BOLD: Final = 1 << 18
_BOLD_WEIGHT: Final = 600
_FONT_NAME: Final = 256  # bytes
_DEFAULT_SIZE: Final = 10.0
_HIDDEN: Final = 3  # text render mode: neither filled nor stroked, as a layer of recognised text is


class Style(NamedTuple):
    """What the characters of one text object share.

    ``size`` is in points as shown. ``angle`` is the direction of the text in degrees, 0–359, counted
    anticlockwise and rounded. ``mcid`` is -1 outside marked content. ``hidden``: drawn without ink.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    angle: int
    mcid: int
    artifact: bool
    hidden: bool


class Char(NamedTuple):
    """A character; ``left``, ``bottom``, ``right``, ``top`` and the start ``x``, ``y`` of its baseline in
    points of the page (from its lower left corner, before any rotation of the page).
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    style: Style


@dataclass(frozen=True, slots=True)
class Page:
    """The characters of a page in the order of the file.

    ``number`` counts from 0. ``box`` is what of the page is shown: left, bottom, right, top.
    ``unknown`` counts the characters of fonts that do not say which letters they draw. A page that pdfium
    cannot load, or that is too crowded to read, is not ``loaded``.
    """

    number: int
    box: tuple[float, float, float, float]
    chars: tuple[Char, ...]
    unknown: int = 0
    loaded: bool = True


class Glyphs:
    """Where the characters of a stretch of text stand: one box for each, on page ``page`` (from 0)."""

    __slots__ = ("_numbers", "page")

    def __init__(self, page: int, numbers: Any) -> None:
        """``numbers`` has four coordinates for each character in a row (an ``array`` takes little room)."""
        self.page = page
        self._numbers = numbers

    @property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """Left, bottom, right and top of each character in points; all zero for one that is not drawn."""
        numbers = iter(self._numbers)
        return tuple(zip(numbers, numbers, numbers, numbers, strict=True))

    def __len__(self) -> int:
        return len(self._numbers) // 4


def read_page(pdf: Pdf, number: int) -> Page:
    """The characters of page ``number`` (from 0).

    A page that pdfium cannot load has none. Text that lies wholly outside what is shown is left out, text
    that is drawn without ink (recognised text over a scan) is not.

    Raises:
        ReadError: when pdfium cannot open the file.
    """
    import pypdfium2.raw as pdfium

    if not can_draw(pdf, number):
        return Page(number, (0.0, 0.0, 0.0, 0.0), (), loaded=False)
    with _LOCK:
        drawn = pdf.drawn
        page = pdfium.FPDF_LoadPage(drawn, number)
        if not page:
            return Page(number, (0.0, 0.0, 0.0, 0.0), (), loaded=False)
        try:
            box = _shown(pdfium, page)
            if pdfium.FPDFPage_CountObjects(page) > MAX_OBJECTS and _is_crowded(pdfium, page):
                return Page(number, box, (), loaded=False)
            text = pdfium.FPDFText_LoadPage(page)
            if not text:
                return Page(number, box, ())
            try:
                found = _Reading(pdfium, text)
                chars = tuple(found.characters(box))
            finally:
                pdfium.FPDFText_ClosePage(text)
        finally:
            pdfium.FPDF_ClosePage(page)
    return Page(number, box, chars, found.unknown)


class _Reading:
    """Reads one page of text."""

    __slots__ = ("_high", "_pdfium", "_styles", "_text", "unknown")

    def __init__(self, pdfium: Any, text: Any) -> None:
        self._pdfium = pdfium
        self._text = text
        self._styles: dict[int, Style] = {}
        self._high = 0  # the first half of a character beyond the first 65,536
        self.unknown = 0

    def characters(self, shown: tuple[float, float, float, float]) -> Iterator[Char]:
        pdfium, text = self._pdfium, self._text
        unicode, loose = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        origin, unmapped = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_HasUnicodeMapError
        rectangle, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_rectangle, at_x, at_y = ctypes.byref(rectangle), ctypes.byref(x), ctypes.byref(y)
        low_x, low_y, high_x, high_y = shown
        style: Style | None = None
        for index in range(min(pdfium.FPDFText_CountChars(text), MAX_CHARACTERS)):
            code = unicode(text, index)
            if code in _BREAKS:
                continue
            style = self._style_at(index) or style
            if style is None or not loose(text, index, at_rectangle) or not origin(text, index, at_x, at_y):
                continue
            left, bottom, right, top = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            if bottom > top:
                bottom, top = top, bottom
            if not (right >= low_x and left <= high_x and top >= low_y and bottom <= high_y):
                continue
            if code != 0x20 and unmapped(text, index) == 1:
                code = self._unmapped(style)
            elif code < 0x20 or code >= 0x7F:
                code = self._letter(code)
                if not code:
                    continue
            yield Char(chr(code), left, bottom, right, top, x.value, y.value, style)

    def _letter(self, code: int) -> int:
        """What a character that is not plain ASCII stands for; 0 for half of one.

        White space and bullets stay, what nobody can read is counted.
        """
        if code in _HYPHENS:
            return 0x2D
        if code in _SPACES:
            return 0x20
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return 0
        if 0xDC00 <= code < 0xE000:
            high, self._high = self._high, 0
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else _UNREADABLE
        is_private = 0xE000 <= code < 0xF900
        if is_private and 0xF000 <= code < 0xF100:  # how Symbol and Wingdings name their signs
            return code
        if code < 0xA0 or is_private or 0xFFF0 <= code <= 0xFFFF or code > _LAST:
            self.unknown += 1
            return code if is_private else _UNREADABLE
        return code

    def _unmapped(self, style: Style) -> int:
        """What to give for a sign of a font that does not say which letter it is."""
        if _SIGNS.search(style.font):
            return 0x2022
        self.unknown += 1
        return _UNREADABLE

    def _style_at(self, index: int) -> Style | None:
        """The style of a character; None for one that pdfium made up (a space between words)."""
        drawn = self._pdfium.FPDFText_GetTextObject(self._text, index)
        if not drawn:
            return None
        address = ctypes.addressof(drawn.contents)
        style = self._styles.get(address)
        if style is None:
            style = self._styles[address] = self._style(drawn, index)
        return style

    def _style(self, drawn: Any, index: int) -> Style:
        pdfium, text = self._pdfium, self._text
        flags = ctypes.c_int()
        name = ctypes.create_string_buffer(_FONT_NAME)
        length = pdfium.FPDFText_GetFontInfo(text, index, name, _FONT_NAME, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace") if 0 < length <= _FONT_NAME else ""
        matrix = pdfium.FS_MATRIX()
        size, angle = pdfium.FPDFText_GetFontSize(text, index), 0
        if pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
            scale = math.hypot(matrix.c, matrix.d)
            size *= scale if math.isfinite(scale) and scale > 0 else 1.0
            turn = math.degrees(math.atan2(matrix.b, matrix.a))
            angle = round(turn) % 360 if math.isfinite(turn) else 0
        if size < 0:  # upside down
            size, angle = -size, (angle + 180) % 360
        if not (math.isfinite(size) and size > 0):
            size = _DEFAULT_SIZE
        bare = font.split("+", 1)[-1]
        return Style(
            bare,
            round(size, 2),
            bool(_BOLD.search(bare))
            or bool(flags.value & _FORCE_BOLD)
            or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT,
            bool(_ITALIC.search(bare)) or bool(flags.value & _ITALIC_FLAG),
            angle,
            pdfium.FPDFPageObj_GetMarkedContentID(drawn),
            _is_artifact(pdfium, drawn),
            pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _HIDDEN,
        )


def _is_crowded(pdfium: Any, page: Any) -> bool:
    """Whether a page has more pieces of text than any page that can be read."""
    count = 0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        count += (
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) == pdfium.FPDF_PAGEOBJ_TEXT
        )
        if count > MAX_OBJECTS:
            return True
    return False


def _is_artifact(pdfium: Any, drawn: Any) -> bool:
    """Whether a text object stands inside marked content ``/Artifact``."""
    name = (ctypes.c_ushort * 10)()
    length = ctypes.c_ulong()
    for number in range(max(0, pdfium.FPDFPageObj_CountMarks(drawn))):
        mark = pdfium.FPDFPageObj_GetMark(drawn, number)
        if (
            mark
            and pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(length))
            and length.value == ctypes.sizeof(name) - 2
            and bytes(name).decode("utf-16-le").rstrip("\0") == "Artifact"
        ):
            return True
    return False


def _shown(pdfium: Any, page: Any) -> tuple[float, float, float, float]:
    """The part of the page that is shown, in its own coordinates."""
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        return (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
    return (0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
