"""Values of ``lang`` that name no language, so that a screen reader does not know what voice to use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.attributes import carrying, is_met
from duidelijk.checks.markup import attr, named
from duidelijk.html.exposure import is_hidden
from duidelijk.html.tree_index import by_id, index
from duidelijk.model import Document, Hit
from duidelijk.resources import table

if TYPE_CHECKING:
    from bs4.element import Tag

_PRIVATE: Final = re.compile(r"q[a-t][a-z]")
_BLANK: Final = " \t\n\f\r"
_HTML: Final = "http://www.w3.org/1999/xhtml"
# What people write instead of a code, and the code that they mean.
_MEANT: Final = {
    word: code
    for code, words in {
        "nl": "nederlands dutch nld dut ned holland hollands vlaams",
        "en": "engels english eng",
        "de": "duits german deutsch deu ger",
        "fr": "frans french fra fre",
        "es": "spaans spanish spa",
        "fy": "fries frysk frisian fry",
        "tr": "turks turkish tur",
        "ar": "arabisch arabic ara",
        "pl": "pools polish pol",
        "uk": "oekraïens ukrainian ukr",
        "pap": "papiaments papiamento papiamentu",
    }.items()
    for word in words.split()
}
_SPOKEN: Final = (
    "alt",
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-valuetext",
    "placeholder",
    "title",
)
_LABELLED: Final = ("aria-labelledby", "aria-describedby")
_SAYING: Final = "checks.language_tags.saying"
_BUTTONS: Final = frozenset({"button", "submit", "reset"})


def invalid_page_language(document: Document) -> Iterator[Hit]:
    """A page whose ``<html>`` names no language; nothing at all in ``lang`` is another rule."""
    for tag in named(document, "html")[:1]:
        said = str(tag.get("lang", ""))
        if said.strip(_BLANK) and not is_language(said):
            yield Hit(None, html.place(tag), {"gevonden": said, "goed": _meant(said, "nl")})


def invalid_part_language(document: Document) -> Iterator[Hit]:
    """Parts with text whose ``lang`` names no language. An empty ``lang`` says: language unknown."""
    wrong = {
        id(tag): tag
        for tag in carrying(document, "lang")
        if tag["lang"] and tag.namespace in {None, _HTML} and not is_language(str(tag["lang"]))
    }
    if not wrong:
        return
    heard = _with_text(document, frozenset(wrong))
    for key, tag in wrong.items():
        if key in heard:
            said = str(tag["lang"])
            yield Hit(None, html.place(tag), {"gevonden": said, "goed": _meant(said, "en")})


def is_language(value: str) -> bool:
    """Whether the part before the first hyphen is the code of a language, as IANA registers them."""
    code = value.partition("-")[0].lower()
    return code in _codes() or _PRIVATE.fullmatch(code) is not None


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for (code,) in table("taalcodes", 1) if ".." not in code)


def _meant(value: str, usual: str) -> str:
    """The code that the writer probably had in mind."""
    words = value.strip().lower().replace("_", "-")
    first = words.partition("-")[0]
    return _MEANT.get(first) or (words if "_" in value and is_language(first) else usual)


def _with_text(document: Document, wanted: frozenset[int]) -> set[int]:
    """Which of the ``wanted`` elements in the body say in what language something is that a reader meets."""
    owner: dict[int, int] = {}
    found: set[int] = set()
    for tag in index(document).tags:
        above = 0 if tag.parent is None else owner.get(id(tag.parent), 0)
        if tag.name == "body":
            owner[id(tag)] = -1
            continue
        own = owner[id(tag)] = id(tag) if above and "lang" in tag.attrs else above
        if own in wanted and own not in found and (_has_text(document, tag) or _is_named(document, tag)):
            found.add(own)
    return found


def _has_text(document: Document, tag: Tag) -> bool:
    from bs4.element import NavigableString, PreformattedString

    return any(
        isinstance(child, NavigableString) and not isinstance(child, PreformattedString) and child.strip()
        for child in tag.contents
    ) and is_met(document, tag)


def _is_named(document: Document, tag: Tag) -> bool:
    """Whether assistive technology meets the element by a text in its attributes."""
    if tag.name == "title" and tag.parent is not None and tag.parent.name == "svg":
        return not is_hidden(document, tag.parent) and bool(tag.get_text(strip=True))
    if not tag.attrs or is_hidden(document, tag):
        return False
    if any(attr(tag, name) for name in _SPOKEN):
        return True
    if tag.name == "input" and attr(tag, "type").lower() in _BUTTONS and attr(tag, "value"):
        return True
    referred = (by_id(document, name) for source in _LABELLED for name in attr(tag, source).split())
    return any(other is not None and _says_something(document, other) for other in referred)


def _says_something(document: Document, tag: Tag) -> bool:
    """Looked up once: many elements can refer to the same one."""
    known: dict[int, bool] = document.cache.setdefault(_SAYING, {})
    if id(tag) not in known:
        known[id(tag)] = bool(attr(tag, "aria-label")) or any(text.strip() for text in tag.strings)
    return known[id(tag)]
