"""How alternatives are written: with the capitals of what they replace, and as a choice in a message."""

from __future__ import annotations

from collections.abc import Sequence

from duidelijk.model import Applicability, Edit, Span, Suggestion


def like(found: str, option: str) -> str:
    """The alternative with the capitals of what it replaces."""
    if len(found) > 1 and found.isupper() and any(char.isalpha() for char in found[1:]):
        return option.upper()
    return option[:1].upper() + option[1:] if found[:1].isupper() else option


def values(found: str, options: Sequence[str]) -> dict[str, str | int | float]:
    """What fills {gevonden}, {suggestie} and {suggesties}: ``a’, ‘b’ of ‘c``, to stand between quotes."""
    filled: dict[str, str | int | float] = {"gevonden": found}
    if options:
        *first, last = options
        filled["suggestie"] = options[0]
        filled["suggesties"] = f"{'’, ‘'.join(first)}’ of ‘{last}" if first else last
    return filled


def swap(span: Span, option: str, applicability: Applicability) -> Suggestion:
    """The suggestion to put ``option`` in the place of ``span``."""
    return Suggestion(f"‘{option}’", (Edit(span, option),), applicability)
