"""Whether a page shows a picture, by what it may draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.pdf.objects import as_name, as_number, dictionary, first

if TYPE_CHECKING:
    from duidelijk.pdf.file import Pdf

_LARGE: Final = 100_000  # pixels; a logo or a line has fewer than a page that was scanned
_MOST: Final = 1_000  # things that a page draws
_PARENTS: Final = 50


def has_picture(pdf: Pdf, number: int) -> bool:
    """Whether a large picture is among what page ``number`` (from 0) draws, also inside a form."""
    page = pdf.page_object(number)
    resources = dictionary(page.get("/Resources"))
    for _ in range(_PARENTS):
        if resources is not None:
            break
        parent = dictionary(page.get("/Parent"))
        if parent is None:
            return False
        page = parent
        resources = dictionary(page.get("/Resources"))
    waiting = [resources]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < _MOST:
        drawn = dictionary(first(waiting.pop(), "/XObject"))
        for key in drawn.keys() if drawn is not None else ():
            one = dictionary(first(drawn, key))
            if one is None or len(seen) >= _MOST:
                continue
            kind = as_name(one.get("/Subtype"))
            width, height = as_number(one.get("/Width")) or 0.0, as_number(one.get("/Height")) or 0.0
            if kind == "Image" and width * height >= _LARGE:
                return True
            place = one.objgen if one.objgen != (0, 0) else (-1 - len(seen), 0)
            if kind == "Form" and place not in seen:
                waiting.append(dictionary(one.get("/Resources")))
            seen.add(place)
    return False
