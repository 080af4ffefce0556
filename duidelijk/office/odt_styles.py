"""What the styles of an OpenDocument text mean: heading level, list, space around, bold, language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from duidelijk.office.odf import FO, OFFICE, STYLE, TEXT, count, points, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element

Role = Literal["", "title", "subtitle", "toc", "quote"]

_ROLES: Final[Mapping[str, Role]] = {
    "title": "title",
    "titel": "title",
    "subtitle": "subtitle",
    "ondertitel": "subtitle",
    "quotations": "quote",
    "quote": "quote",
    "citaat": "quote",
    "intense quote": "quote",
    "contents heading": "toc",
    "toc heading": "toc",
}
_TOC: Final = re.compile(r"(?:contents|toc|inhopg|illustration index|table index) ?\d")
_NO_LANGUAGE: Final = frozenset({"", "none", "zxx", "und"})
_BOLD: Final = 600
_MOST_BASES: Final = 100
_PLAIN: Final = "Standard"  # what LibreOffice gives to text without a style


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says, with all that it is based on.

    ``name`` is the nearest style that a user can choose. ``outline`` is 1–10 for headings, 0 for text.
    ``before`` and ``after`` are the space around a paragraph in points, as is ``size``. ``list_style`` is
    None where nothing is said and empty where a list is switched off.
    """

    name: str = ""
    role: Role = ""
    outline: int = 0
    list_style: str | None = None
    align: str = ""
    before: float = 0
    after: float = 0
    contextual: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float = 0
    lang: str | None = None


class Styles:
    """The styles that one part may use, each worked out once: those of the file and the part's own."""

    __slots__ = ("_elements", "_looks", "_texts", "ground")

    def __init__(self, *groups: _Element | None, lang: str | None = None) -> None:
        """Later groups go before earlier ones; ``lang`` holds where no style says otherwise."""
        self._elements: dict[tuple[str, str], _Element] = {}
        self._looks: dict[str, Look] = {}
        self._texts: dict[tuple[Look, str], Look] = {}
        self.ground = Look(lang=lang)
        for group in groups:
            for one in () if group is None else group.iterchildren(STYLE + "style", STYLE + "default-style"):
                family = one.get(STYLE + "family") or ""
                if one.tag == STYLE + "style":
                    self._elements[family, one.get(STYLE + "name") or ""] = one
                elif family == "paragraph":
                    self.ground = _with_text(_with_paragraph(self.ground, one), one)

    def paragraph(self, name: str | None) -> Look:
        """What a paragraph style says."""
        name = name or _PLAIN
        look = self._looks.get(name)
        if look is None:
            look = self.ground
            for known, element in reversed([*self._chain("paragraph", name)]):
                ready = self._looks.get(known)
                look = _own(look, element, known) if ready is None else ready
                self._looks[known] = look
            self._looks[name] = look
        return look

    def text(self, look: Look, name: str | None) -> Look:
        """A look with what a text style says."""
        if not name:
            return look
        found = self._texts.get((look, name))
        if found is None:
            found = look
            for _, element in reversed([*self._chain("text", name)]):
                found = _with_text(found, element)
            self._texts[look, name] = found
        return found

    def said(self, family: str, name: str | None, attribute: str) -> str | None:
        """An attribute of a style or of one of its ``…-properties``, from the nearest style that has it."""
        for _, element in self._chain(family, name or ""):
            for one in (element, *element.iterchildren("*")):
                found = one.get(attribute)
                if found is not None:
                    return found
        return None

    def element(self, family: str, name: str | None) -> _Element | None:
        """The definition of a style."""
        return self._elements.get((family, name or ""))

    def _chain(self, family: str, name: str) -> Iterator[tuple[str, _Element]]:
        """A style and all that it is based on, nearest first."""
        seen: set[str] = set()
        element = self._elements.get((family, name))
        while element is not None and name not in seen and len(seen) < _MOST_BASES:
            yield name, element
            seen.add(name)
            name = element.get(STYLE + "parent-style-name") or ""
            element = self._elements.get((family, name))


def _own(base: Look, element: _Element, name: str) -> Look:
    """The look of a paragraph style: what it is based on, with its own properties and what its name says."""
    look = _with_text(_with_paragraph(base, element), element)
    said: dict[str, Any] = {}
    outline = element.get(STYLE + "default-outline-level")
    if outline is not None:
        said["outline"] = count(outline, otherwise=0, most=10)
    listed = element.get(STYLE + "list-style-name")
    if listed is not None:
        said["list_style"] = listed
    group = element.getparent()
    if group is None or group.tag == OFFICE + "styles":
        shown = element.get(STYLE + "display-name") or unescaped(name)
        known = " ".join(shown.lower().split())
        said["name"] = shown
        said["role"] = _ROLES.get(known) or ("toc" if _TOC.match(known) else base.role)
    return replace(look, **said) if said else look


def _with_paragraph(look: Look, element: _Element) -> Look:
    properties = element.find(STYLE + "paragraph-properties")
    if properties is None:
        return look
    around = points(properties.get(FO + "margin"))
    said: dict[str, Any] = {} if around is None else {"before": around, "after": around}
    for field, attribute in (("before", "margin-top"), ("after", "margin-bottom")):
        space = points(properties.get(FO + attribute))
        if space is not None:
            said[field] = space
    align = properties.get(FO + "text-align")
    if align is not None:
        said["align"] = align
    contextual = properties.get(STYLE + "contextual-spacing")
    if contextual is not None:
        said["contextual"] = contextual == "true"
    return replace(look, **said) if said else look


def _with_text(look: Look, element: _Element) -> Look:
    properties = element.find(STYLE + "text-properties")
    if properties is None:
        return look
    said: dict[str, Any] = {}
    weight = properties.get(FO + "font-weight")
    if weight is not None:
        said["bold"] = weight == "bold" or count(weight, otherwise=0) >= _BOLD
    slant = properties.get(FO + "font-style")
    if slant is not None:
        said["italic"] = slant in {"italic", "oblique"}
    display = properties.get(TEXT + "display")
    if display is not None:
        said["hidden"] = display == "none"
    size = _size(look, properties.get(FO + "font-size"))
    if size is not None:
        said["size"] = size
    language = properties.get(FO + "language")
    if language is not None:
        said["lang"] = _language(language, properties.get(FO + "country"))
    return replace(look, **said) if said else look


def _size(look: Look, size: str | None) -> float | None:
    if size is not None and size.endswith("%"):
        return look.size * count(size[:-1], otherwise=100) / 100
    return points(size)


def _language(language: str, country: str | None) -> str | None:
    if language.lower() in _NO_LANGUAGE:
        return None
    return language if (country or "").lower() in _NO_LANGUAGE else f"{language}-{country}"
