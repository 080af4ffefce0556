"""JSON that people can read and machines can read fast: outer levels one item a line, inner ones packed."""

from __future__ import annotations

import json
from typing import Any, Final

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, depth: int) -> str:
    """``value`` as JSON with a newline at the end; the outermost ``depth`` levels are spread over lines."""
    return "".join(_parts(value, depth, "\n")) + "\n"


def _parts(value: Any, depth: int, newline: str) -> list[str]:
    if depth == 0 or not value or not isinstance(value, dict | list):
        return [_ENCODE(value)]
    inner = newline + "  "
    parts: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            parts += (",", inner, _ENCODE(key), ": ", *_parts(item, depth - 1, inner))
        opening, closing = "{", "}"
    else:
        for item in value:
            parts += (",", inner, *_parts(item, depth - 1, inner))
        opening, closing = "[", "]"
    return [opening, *parts[1:], newline, closing]
