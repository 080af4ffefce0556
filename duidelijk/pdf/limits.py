"""Whether a page can be drawn at all: no file of a few kilobytes may keep a computer busy for hours.

A stream may unpack to a thousand times its size, and forms that draw forms twice each double the work at
every level.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from duidelijk.pdf.objects import as_name, dictionary, first, items

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf

MAX_STREAM: Final = 100_000_000  # bytes, unpacked
MAX_DRAWN: Final = 20_000  # times that forms are drawn on one page
_SMALL: Final = 50_000  # bytes; packed data of this size cannot grow beyond what is allowed
_DRAWS: Final = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+Do\b")
_CHUNK: Final = 1_000_000


def can_draw(pdf: Pdf, number: int) -> bool:
    """Whether page ``number`` (from 0) is no trap."""
    page = pdf.page_object(number)
    contents = list(items(page.get("/Contents")))
    if not all(unpacked(one, MAX_STREAM) for one in contents):
        return False
    return _drawn(dictionary(pdf.tree.pages[number].resources), contents) <= MAX_DRAWN


def unpacked(stream: object, limit: int) -> bool:
    """Whether a stream, once unpacked, is no larger than ``limit`` bytes. What is no stream is nothing."""
    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        return True
    names = [as_name(one) for one in items(stream.get("/Filter"))]
    try:
        data = stream.read_raw_bytes()
    except (pikepdf.PdfError, RuntimeError):
        return True
    if len(data) <= _SMALL and len(names) < 2:
        return True
    for name in names:
        if name not in {"FlateDecode", "Fl"}:
            break
        grown = bytearray()
        inflate = zlib.decompressobj()
        try:
            while data and not inflate.eof and len(grown) <= limit:
                grown += inflate.decompress(data, _CHUNK)
                data = inflate.unconsumed_tail
        except zlib.error:
            break
        if len(grown) > limit:
            return False
        data = bytes(grown)
    return True


def _drawn(resources: pikepdf.Dictionary | None, contents: list[object]) -> int:
    """How many times forms are drawn, at most ``MAX_DRAWN`` + 1; forms in a circle count once."""
    nested = _forms(resources)
    if not any(_forms(dictionary(form.get("/Resources")) or resources) for form in nested.values()):
        return 0
    known: dict[tuple[int, int], int] = {}
    busy: set[tuple[int, int]] = set()
    waiting: list[tuple[pikepdf.Object, bool]] = [(form, False) for form in nested.values()]
    while waiting:
        form, is_done = waiting.pop()
        key = form.objgen
        if key in known or (key in busy and not is_done):
            continue
        inner = _forms(dictionary(form.get("/Resources")) or resources)
        if is_done:
            busy.discard(key)
            known[key] = min(MAX_DRAWN + 1, 1 + _times([form], inner, known))
            continue
        busy.add(key)
        waiting.append((form, True))
        waiting.extend((child, False) for child in inner.values())
    return _times(contents, nested, known)


def _times(
    contents: list[object], forms: dict[bytes, pikepdf.Object], known: dict[tuple[int, int], int]
) -> int:
    import pikepdf

    total = 0
    for one in contents:
        if not isinstance(one, pikepdf.Stream) or not unpacked(one, MAX_STREAM):
            continue
        try:
            data = one.read_bytes()
        except (pikepdf.PdfError, RuntimeError):
            continue
        for match in _DRAWS.finditer(data):
            form = forms.get(match[1])
            total += known.get(form.objgen, 0) if form is not None else 0
            if total > MAX_DRAWN:
                return total
    return total


def _forms(resources: pikepdf.Dictionary | None) -> dict[bytes, pikepdf.Object]:
    """The forms that may be drawn, by name."""
    import pikepdf

    named = dictionary(first(resources, "/XObject"))
    found: dict[bytes, pikepdf.Object] = {}
    for key in named.keys() if named is not None else ():
        one = first(named, key)
        if isinstance(one, pikepdf.Stream) and as_name(one.get("/Subtype")) == "Form":
            found[key[1:].encode("utf-8", "surrogateescape")] = one
    return found
