"""Places in a text as JavaScript counts them, in UTF-16 units, and as Python does, in code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def whole(text: str) -> str:
    """The text with halves of a character that stand alone replaced; as many UTF-16 units as before."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def code_points(text: str, offsets: Sequence[int]) -> Sequence[int]:
    """Offsets in UTF-16 units, in rising order, as offsets in code points."""
    if text.isascii() or max(text) <= "\uffff":
        return offsets
    return list(_counted(text, offsets))


def _counted(text: str, offsets: Iterable[int]) -> Iterable[int]:
    units = at = 0
    for offset in offsets:
        while units < offset:
            units += 2 if text[at] > "\uffff" else 1
            at += 1
        yield at
