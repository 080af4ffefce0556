"""ARIA attributes that do nothing: not existing, with a wrong value, or not meant for the element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.html import aria
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_hidden
from duidelijk.html.roles import explicit_role, role
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.aria_attributes"
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_MOST_GUESSES: Final = 20  # looking for a name that looks alike takes a millisecond
_LONGEST: Final = 40
_SHOWN: Final = 60

# ARIA in HTML (W3C, 2024): the role of which an element without a role of its own may have the attributes.
_LIKE: Final = {"audio": "application", "video": "application", "summary": "button"}
_LIKE_INPUT: Final = {
    "color": "button", "date": "textbox", "datetime-local": "textbox", "file": "textbox", "month": "textbox",
    "password": "textbox", "time": "textbox", "week": "textbox",
}  # fmt: skip
_LANGUAGES: Final = ("/xhtml", "/svg")


def unknown_attribute(document: Document) -> Iterator[Hit]:
    """Attributes that begin with ``aria-`` and are in no version of WAI-ARIA."""
    known = aria.properties()
    guesses: dict[str, str] = {}
    for tag in with_aria(document):
        for name in tag.attrs:
            if name.startswith("aria-") and name not in known:
                if name not in guesses and len(guesses) < _MOST_GUESSES:
                    guesses[name] = _alike(name)
                values = {"attribuut": _short(name), "advies": guesses.get(name, _REMOVE)}
                yield Hit(None, html.place(tag), values)


def wrong_value(document: Document) -> Iterator[Hit]:
    """Values of another kind than the attribute takes; an empty value counts as none."""
    known = aria.properties()
    for tag in with_aria(document):
        for name, value in tag.attrs.items():
            found = known.get(name)
            text = str(value).strip()
            if found is None or not text:
                continue
            expected = _expected(found, text) or _missing_target(document, tag, found, text)
            if expected:
                values = {"attribuut": name, "waarde": _short(text), "verwacht": expected}
                yield Hit(None, html.place(tag), values)


def not_allowed(document: Document) -> Iterator[Hit]:
    """Attributes that the role of the element does not have, or may not have, such as a name.

    The rule on naming alone says more of those; where both speak, this one is silent.
    """
    known = aria.properties()
    banned = _banned()
    for tag in with_aria(document):
        # What an element of somebody's own making is, a script says.
        if "-" in tag.name and not explicit_role(document, tag):
            continue
        allowed: frozenset[str] | None = None
        for name, value in tag.attrs.items():
            found = known.get(name)
            if found is None or (found.is_global and name not in banned):
                continue
            if allowed is None:
                if not is_exposed(document, tag):
                    break
                allowed = _allowed(document, tag)
            # The words for the number of a row or column, new in WAI-ARIA 1.3, go where the number goes.
            if name in allowed or name.removesuffix("text") in allowed:
                continue
            if found.is_global and (tag.name == "body" or not str(value).strip()):
                continue
            yield Hit(None, html.place(tag), {"attribuut": name, "element": _named(document, tag)})


def naming_prohibited(document: Document) -> Iterator[Hit]:
    """Attributes that give a name to an element that cannot have one."""
    known, roles = aria.properties(), aria.roles()
    for tag in with_aria(document):
        found = roles.get(role(document, tag))
        if found is None or not found.prohibited or tag.name == "body" or is_hidden(document, tag):
            continue
        if "-" in tag.name and not explicit_role(document, tag):
            continue
        for name, value in tag.attrs.items():
            if name in known and name in found.prohibited and str(value).strip():
                yield Hit(None, html.place(tag), {"attribuut": name, "element": _named(document, tag)})


def with_aria(document: Document) -> list[Tag]:
    """The elements of HTML and SVG with an attribute that begins with ``aria-``; not in a ``<template>``."""
    found: list[Tag] | None = document.cache.get(_KEY)
    if found is None:
        known = index(document)
        spare = in_templates(document) if "template" in known.by_name else set()
        found = [
            tag for tag in known.with_aria if str(tag.namespace).endswith(_LANGUAGES) and id(tag) not in spare
        ]
        document.cache[_KEY] = found
    return found


def in_templates(document: Document) -> set[int]:
    """The ``id()`` of all elements inside a ``<template>``: they are no part of the page yet."""
    from bs4.element import Tag

    inside: set[int] = set()
    for template in index(document).by_name.get("template", ()):
        if id(template) not in inside:
            inside.update(id(tag) for tag in template.descendants if isinstance(tag, Tag))
    return inside


_REMOVE: Final = "dat weg te halen"


def _alike(name: str) -> str:
    close = get_close_matches(name, aria.properties(), 1, 0.8) if len(name) <= _LONGEST else []
    return f"“{close[0]}” te gebruiken" if close else _REMOVE


def _expected(found: aria.Property, text: str) -> str:
    """What should have stood there; ``""`` when the value is of the right kind."""
    match found.value:
        case "integer":
            return "" if _INTEGER.fullmatch(text) else "een geheel getal"
        case "number":
            return "" if _NUMBER.fullmatch(text) else "een getal, met een punt voor de decimalen"
        case "token list":
            right = all(word in found.tokens for word in text.lower().split())
        case "true/false" | "true/false/undefined" | "tristate" | "token":
            right = text.lower() in found.tokens
        case _:
            return ""
    return "" if right else _either(sorted(found.tokens - {"undefined"}))


def _missing_target(document: Document, tag: Tag, found: aria.Property, text: str) -> str:
    """For an attribute that the role needs: at least one of the ids has to be on the page.

    A list that is not open need not be there yet.
    """
    if found.value not in {"idref", "idref list"}:
        return ""
    own = aria.roles().get(role(document, tag))
    if own is None or found.name not in own.required:
        return ""
    if own.name == "combobox" and str(tag.attrs.get("aria-expanded", "")).strip().lower() != "true":
        return ""
    known = index(document).by_id
    return "" if any(name in known for name in text.split()) else "de id van een element op deze pagina"


@cache
def _banned() -> frozenset[str]:
    """The attributes that some role may not have."""
    return frozenset[str]().union(*(found.prohibited for found in aria.roles().values()))


def _allowed(document: Document, tag: Tag) -> frozenset[str]:
    """The attributes that fit the element: those of its role, or what HTML lets it have."""
    own = role(document, tag)
    if not own:
        kind = str(tag.attrs.get("type", "")).strip().lower()
        own = _LIKE_INPUT.get(kind, "textbox") if tag.name == "input" else _LIKE.get(tag.name, "")
    found = aria.roles().get(own)
    if found is None:
        return aria.global_attributes()
    if tag.name == "input" and own == "checkbox":
        return found.supported | {"aria-pressed"}
    return found.supported


def _named(document: Document, tag: Tag) -> str:
    """The element as a developer writes it, with its role where the author gave one."""
    name = _short(tag.name)
    return f'{name} role="{given}"' if (given := explicit_role(document, tag)) else name


def _either(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return f"{', '.join(quoted[:-1])} of {quoted[-1]}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
