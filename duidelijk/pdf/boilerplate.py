"""Page headers, page footers and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from duidelijk.pdf.lines import Line

_EDGE: Final = 0.15  # of the height of a page
_MOST: Final = 6  # lines of a header or footer
_SAME: Final = 4.0  # points
_SHARE: Final = 0.25  # of the pages
_DIGITS: Final = re.compile(r"\d+")
_PAGE: Final = re.compile(
    r"(?:(?:pagina|bladzijde|blad|pag\.?|blz\.?|p\.)\s*\d{1,4}(?:\s*(?:van|/|-)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:van|/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])",
    re.IGNORECASE,
)


class PageLines(NamedTuple):
    """The lines of a page and what of it is shown: left, bottom, right, top."""

    box: tuple[float, float, float, float]
    lines: Sequence[Line]


def boilerplate(pages: Sequence[PageLines]) -> set[Line]:
    """The lines at the edges that other pages have at the same place too, and the numbers of pages.

    Figures may differ. A line that only stands between other text is never one.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({place for line in page.lines for place in _places(line)})
    least = max(2, math.ceil(_SHARE * len(pages)))
    found: set[Line] = set()
    for page in pages:
        if not page.lines:
            continue
        angle = page.lines[0].angle
        low, high = _extent(page.box, angle)
        room = _EDGE * (high - low)
        upright = sorted((line for line in page.lines if line.angle == angle), key=lambda one: -one.base)
        for lines in (upright, upright[::-1]):
            for line in lines[:_MOST]:
                at_edge = line.base > high - room or line.base < low + room
                if not at_edge or not (_PAGE.fullmatch(line.text) or seen[_places(line)[0]] >= least):
                    break
                found.add(line)
    return found


def _places(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """The words without figures and the height; also the height next to it, as both may be rounded apart."""
    words = _DIGITS.sub("#", line.text)
    height = line.base / _SAME
    near = math.floor(height) if height % 1 < 0.5 else math.ceil(height)
    return (words, near), (words, near + (1 if height > near else -1))


def _extent(box: tuple[float, float, float, float], angle: int) -> tuple[float, float]:
    """The lowest and the highest baseline that the page can have, for text in this direction."""
    left, bottom, right, top = box
    return {90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}.get(angle, (bottom, top))
