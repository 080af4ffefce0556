"""Values of PDF objects, taken on trust by nobody: each function gives None or "" for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pikepdf

MOST_ITEMS: Final = 1_000_000
"""Of an array: more than this no real file has."""


def dictionary(value: object) -> pikepdf.Dictionary | None:
    """The dictionary that ``value`` is, also that of a stream; None when it is something else."""
    import pikepdf

    if isinstance(value, pikepdf.Dictionary):
        return value
    if isinstance(value, pikepdf.Stream):
        return value.stream_dict
    return None


def first(value: pikepdf.Dictionary | None, key: str) -> Any:
    """What a dictionary has at ``key`` (with its slash); None without a dictionary or without the key.

    Numbers, texts as ``pikepdf.String``, booleans and names come as pikepdf gives them.
    """
    return value.get(key) if value is not None else None


def as_text(value: object) -> str:
    """The words of a text string, empty when ``value`` is no text."""
    import pikepdf

    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, pikepdf.String) else ""


def as_name(value: object) -> str:
    """The name without its slash, empty when ``value`` is no name."""
    import pikepdf

    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def as_number(value: object) -> float | None:
    """The number, None when ``value`` is none."""
    from decimal import Decimal

    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return float(value)


def items(value: object) -> Iterator[Any]:
    """The items of an array; a value that is no array is its only item, and nothing is none."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        for number in range(min(len(value), MOST_ITEMS)):
            yield value[number]
    elif value is not None:
        yield value


def rectangle(value: object) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of a rectangle in points; None when it is none."""
    numbers = [as_number(one) for one in items(value)]
    known = [one for one in numbers if one is not None]
    if len(known) != len(numbers) or len(known) != 4:
        return None
    left, bottom, right, top = known
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
