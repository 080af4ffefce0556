"""What the front matter of a letter says about it: its kind, and parts that are or are not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from duidelijk.letter.choice import as_meta
from duidelijk.letter.names import KIND_IDS, PART_IDS
from duidelijk.model import Problem
from duidelijk.validate import did_you_mean

_KEYS: Final = ("kind", "present", "absent")
_NO_TABLE: Final = "Onder ‘letter’ horen namen met een waarde: kind, present of absent."
_LIKE_THIS: Final = "Schrijf bijvoorbeeld ‘letter: {kind: besluit}’."


class Entry(NamedTuple):
    """A name under a key of ``letter:``, and the line of the file where it stands."""

    key: str
    name: str
    line: int


def yaml_entries(node: Any, first_line: int) -> list[Entry] | None:
    """The entries of a YAML node; None when it is no table."""
    import yaml

    if not isinstance(node, yaml.MappingNode):
        is_empty = isinstance(node, yaml.ScalarNode) and not node.value
        return [] if is_empty else None
    found: list[Entry] = []
    for key, value in node.value:
        name = str(key.value)
        values = value.value if isinstance(value.value, list) else [value]
        found += (
            Entry(name, str(getattr(one, "value", "")), one.start_mark.line + first_line)
            for one in values
            if hasattr(one, "value")
        )
    return found


def toml_entries(value: object, line: int) -> list[Entry] | None:
    """The entries of a TOML value, all of them on the line of the table; None when it is no table."""
    if not isinstance(value, Mapping):
        return None
    return [
        Entry(str(key), str(one), line)
        for key, names in value.items()
        for one in (names if isinstance(names, list) else [names])
    ]


def letter_meta(
    entries: Iterable[Entry] | None, file: str, line: int
) -> tuple[dict[str, str], list[Problem]]:
    """The entries as keys of ``Document.meta``, and a problem for each that says nothing we know.

    ``line`` is where ``letter:`` stands.
    """
    if entries is None:
        return {}, [Problem(_NO_TABLE, file, line, _LIKE_THIS)]
    chosen: dict[str, list[str]] = {key: [] for key in _KEYS}
    problems: list[Problem] = []
    for key, name, at in entries:
        if key not in chosen:
            problems.append(_unknown(f"De sleutel ‘{key}’ is onbekend.", key, _KEYS, file, at))
            continue
        known = tuple(KIND_IDS if key == "kind" else PART_IDS)
        if name in known:
            chosen[key].append(name)
        else:
            problems.append(_unknown(f"‘letter.{key}’ kent de waarde ‘{name}’ niet.", name, known, file, at))
    kinds = chosen["kind"]
    return as_meta(kinds[-1] if kinds else None, chosen["present"], chosen["absent"]), problems


def _unknown(message: str, word: str, known: tuple[str, ...], file: str, line: int) -> Problem:
    return Problem(message, file, line, did_you_mean(word, known) or f"Kies uit: {', '.join(known)}.")
