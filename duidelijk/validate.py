"""Checks loaded YAML and TOML against the JSON Schemas that are shipped for editors.

One description of a format serves the editor, the CI of a content team and our own messages. Only the part of
JSON Schema (2020-12) that our schemas use is understood; a test holds the schemas to that part.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

_SCHEMAS: Final = Path(__file__).resolve().parent / "schemas"
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}
_TYPE_NAMES: Final[Mapping[str, str]] = {
    "object": "een groep sleutels met waarden",
    "array": "een lijst",
    "string": "tekst",
    "boolean": "true of false",
    "integer": "een geheel getal",
    "number": "een getal",
    "null": "leeg",
}


class Violation(NamedTuple):
    """``path`` leads to the value from the top (keys and list indexes); ``message`` is one Dutch sentence."""

    path: tuple[str | int, ...]
    message: str


@cache
def schema(name: str) -> Mapping[str, Any]:
    """The schema in ``schemas/<name>.schema.json``."""
    loaded: Mapping[str, Any] = json.loads((_SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return loaded


def violations(value: object, rules: Mapping[str, Any]) -> Iterator[Violation]:
    """Everything in ``value`` that the schema ``rules`` does not allow, in document order."""
    return _check(value, rules, rules, ())


def did_you_mean(word: str, known: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """A sentence that names the nearest known word, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Bedoelt u ‘{near[0]}’?" if near else ""


def _check(
    value: object, rules: Mapping[str, Any], root: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Violation]:
    if "$ref" in rules:
        rules = root["$defs"][rules["$ref"].rsplit("/", 1)[-1]]
    wanted = rules.get("type")
    if wanted is not None and not _has_type(value, wanted):
        names = [wanted] if isinstance(wanted, str) else list(wanted)
        expected = " of ".join(_TYPE_NAMES[name] for name in names)
        quotes = (
            " Zet de waarde tussen aanhalingstekens."
            if "string" in names and not _is_container(value)
            else ""
        )
        yield Violation(path, f"{_name(path)} moet {expected} zijn.{quotes}")
        return
    if "enum" in rules and value not in rules["enum"]:
        choices = [str(choice) for choice in rules["enum"]]
        hint = did_you_mean(str(value), choices) or f"Kies uit: {', '.join(choices)}."
        yield Violation(path, f"{_name(path)} kent de waarde ‘{value}’ niet. {hint}")
    yield from _check_size(value, rules, path)
    if isinstance(value, list):
        yield from _check_list(value, rules, root, path)
    elif isinstance(value, dict):
        yield from _check_object(value, rules, root, path)


def _check_size(value: object, rules: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[Violation]:
    if isinstance(value, str):
        if "pattern" in rules and not re.search(rules["pattern"], value):
            yield Violation(path, f"{_name(path)} heeft niet de goede vorm: ‘{value}’.")
        if len(value) < rules.get("minLength", 0):
            yield Violation(path, f"{_name(path)} mag niet leeg zijn.")
    elif (
        isinstance(value, int | float) and not isinstance(value, bool) and value < rules.get("minimum", value)
    ):
        yield Violation(path, f"{_name(path)} moet ten minste {rules['minimum']} zijn.")


def _check_list(
    value: list[Any], rules: Mapping[str, Any], root: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Violation]:
    if len(value) < rules.get("minItems", 0):
        yield Violation(path, f"{_name(path)} mag niet leeg zijn.")
    if "items" in rules:
        for index, item in enumerate(value):
            yield from _check(item, rules["items"], root, (*path, index))


def _check_object(
    value: dict[Any, Any], rules: Mapping[str, Any], root: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Violation]:
    known: Mapping[str, Any] = rules.get("properties", {})
    for key, item in value.items():
        if key in known:
            yield from _check(item, known[key], root, (*path, key))
            continue
        others = rules.get("additionalProperties", True)
        if others is False:
            hint = did_you_mean(str(key), list(known)) or f"Bekende sleutels: {', '.join(known)}."
            yield Violation((*path, str(key)), f"De sleutel ‘{key}’ is onbekend. {hint}")
        elif isinstance(others, dict):
            yield from _check(item, others, root, (*path, str(key)))
    for key in rules.get("required", ()):
        if key not in value:
            yield Violation(path, f"De sleutel ‘{key}’ ontbreekt{_inside(path)}.")
    for branch in rules.get("allOf", ()):
        condition = branch.get("if")
        if condition is None or not any(_check(value, condition, root, path)):
            yield from _check(value, branch.get("then", {}), root, path)


def _has_type(value: object, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)


def _is_container(value: object) -> bool:
    return isinstance(value, dict | list) or value is None


def _name(path: tuple[str | int, ...]) -> str:
    keys = [part for part in path if isinstance(part, str)]
    return f"‘{'.'.join(keys)}’" if keys else "Het bestand"


def _inside(path: tuple[str | int, ...]) -> str:
    return f" in {_name(path)}" if path else ""
