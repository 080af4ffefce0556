"""JSON that people can read and machines can read fast: outer levels one item a line, inner ones packed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, depth: int) -> Iterator[str]:
    """``value`` as pieces of JSON with a newline at the end, the outermost ``depth`` levels over lines.

    A generator stands for a list whose items are made one at a time, so that a large report takes no memory.
    """
    yield from _parts(value, depth, "\n")
    yield "\n"


def _parts(value: Any, depth: int, newline: str) -> Iterator[str]:
    inner = newline + "  "
    if isinstance(value, Iterator):
        begun = False
        for item in value:
            yield "," + inner if begun else "[" + inner
            yield from _parts(item, depth - 1, inner)
            begun = True
        yield newline + "]" if begun else "[]"
    elif depth == 0 or not value or not isinstance(value, dict | list):
        yield _ENCODE(value)
    elif isinstance(value, dict):
        for index, (key, item) in enumerate(value.items()):
            yield f"{',' if index else '{'}{inner}{_ENCODE(key)}: "
            yield from _parts(item, depth - 1, inner)
        yield newline + "}"
    else:
        yield from _parts(iter(value), depth, newline)
