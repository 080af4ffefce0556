"""Characters that Word writes by the number of a sign in a symbol font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SIGNS: Final[Mapping[int, str]] = {
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "►", 0xE0: "→", 0xE8: "→", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x6F: "☐", 0x78: "☒", 0x6E: "■", 0x71: "☐", 0x4A: "☺", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_GREEK: Final = dict(zip(b"abgdelmpsw", "αβγδελμπσω", strict=True))
_SYMBOL: Final[Mapping[int, str]] = {
    **_GREEK, 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xA5: "∞", 0x2D: "–", 0xD7: "·", 0xA0: "€",
}  # fmt: skip
_UNKNOWN: Final = "□"


def symbol(code: str | None, font: str | None) -> str:
    """The sign with this hexadecimal number in a font; a small square when nobody can tell."""
    try:
        found = int(code or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= found <= 0xF0FF or (font or "").startswith(("Symbol", "Wingdings", "Webdings")):
        signs = _SYMBOL if (font or "").startswith("Symbol") else _SIGNS
        return signs.get(found & 0xFF, _UNKNOWN)
    is_sign = 0x20 <= found < 0xD800 or 0xF900 <= found <= 0xFFFD or 0x10000 <= found <= 0x10FFFF
    return chr(found) if is_sign else ""
