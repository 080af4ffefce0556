"""What the styles of a Word file mean: heading level, list, space around, bold, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from duidelijk.office.ooxml import VAL, W, flag, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_T = TypeVar("_T")
Role = Literal["", "title", "subtitle", "toc", "quote"]

BODY: Final = 9  # the outline level of ordinary text
_HEADING: Final = re.compile(r"(?:heading|kop)\s?([1-9])")
_ROLES: Final[Mapping[str, Role]] = {
    "title": "title",
    "titel": "title",
    "subtitle": "subtitle",
    "ondertitel": "subtitle",
    "quote": "quote",
    "citaat": "quote",
    "intense quote": "quote",
    "duidelijk citaat": "quote",
    "toc heading": "toc",
    "kop van inhoudsopgave": "toc",
}
_TOC: Final = re.compile(r"(?:toc|inhopg) ?\d|table of figures|lijst met afbeeldingen")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or direct formatting says, with all that it is based on; None where nothing is said.

    ``outline`` is 0–8 for headings and 9 for text, ``before`` and ``after`` are the space around a paragraph
    in twentieths of a point, ``list_id`` is "0" where a list is switched off.
    """

    name: str = ""
    role: Role = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    align: str | None = None
    before: int | None = None
    after: int | None = None
    contextual: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    lang: str | None = None


class Styles:
    """The styles of one file, each worked out once."""

    __slots__ = ("_defaults", "_elements", "_looks", "default_paragraph")

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._looks: dict[str, Look] = {}
        self.default_paragraph = ""
        defaults = None if root is None else root.find(W + "docDefaults")
        plain = None if defaults is None else defaults.find(f"{W}pPrDefault/{W}pPr")
        runs = None if defaults is None else defaults.find(f"{W}rPrDefault/{W}rPr")
        self._defaults = with_runs(with_paragraph(Look(before=0, after=0), plain), runs)
        for style in () if root is None else root.iterfind(W + "style"):
            name = style.get(W + "styleId") or ""
            self._elements.setdefault(name, style)
            is_default = (style.get(W + "default") or "0").lower() in {"1", "true", "on"}
            if is_default and style.get(W + "type") == "paragraph":
                self.default_paragraph = name

    @property
    def defaults(self) -> Look:
        """What holds where no style says anything."""
        return self._defaults

    def paragraph(self, style: str | None) -> Look:
        """What a paragraph style says; the default style for None or a style that is not there."""
        known = style if style is not None and style in self._elements else self.default_paragraph
        return self._look(known, "p" + known, self._defaults)

    def character(self, style: str | None) -> Look:
        """What a character style says by itself; nothing for None or a style that is not there."""
        return Look() if style is None else self._look(style, "c" + style, Look())

    def element(self, style: str | None) -> _Element | None:
        """The definition of a style."""
        return None if style is None else self._elements.get(style)

    def formats_first_row(self, style: str | None) -> bool:
        """Whether a table style gives the first row a look of its own."""
        seen: set[str] = set()
        found = self.element(style)
        while found is not None and style not in seen:
            if any(one.get(W + "type") == "firstRow" for one in found.iterfind(W + "tblStylePr")):
                return True
            seen.add(style or "")
            style = value(found, W + "basedOn")
            found = self.element(style)
        return False

    def _look(self, style: str, key: str, ground: Look) -> Look:
        pending: list[tuple[str, _Element]] = []
        seen: set[str] = set()
        at: str | None = style
        while at is not None and at not in seen and key[0] + at not in self._looks:
            element = self._elements.get(at)
            if element is None:
                at = None
                break
            seen.add(at)
            pending.append((key[0] + at, element))
            at = value(element, W + "basedOn")
        look = ground if at is None else self._looks.get(key[0] + at, ground)
        for known, element in reversed(pending):
            look = self._looks[known] = _own(look, element)
        return look


def with_paragraph(look: Look, properties: _Element | None) -> Look:
    """A look with the paragraph properties (``w:pPr``) that stand there."""
    if properties is None or not len(properties):
        return look
    spacing = properties.find(W + "spacing")
    numbering = properties.find(W + "numPr")
    outline = number(value(properties, W + "outlineLvl"))
    level = number(value(numbering, W + "ilvl"))
    return replace(
        look,
        outline=look.outline if outline is None else max(0, min(outline, BODY)),
        list_id=_first(value(numbering, W + "numId"), look.list_id),
        list_level=look.list_level if level is None else max(0, min(level, 8)),
        align=_first(value(properties, W + "jc"), look.align),
        before=_first(_space(spacing, "before"), look.before),
        after=_first(_space(spacing, "after"), look.after),
        contextual=_first(flag(properties, W + "contextualSpacing"), look.contextual),
    )


def with_runs(look: Look, properties: _Element | None) -> Look:
    """A look with the run properties (``w:rPr``) that stand there."""
    if properties is None or not len(properties):
        return look
    lang = properties.find(W + "lang")
    return replace(
        look,
        bold=_first(flag(properties, W + "b"), look.bold),
        italic=_first(flag(properties, W + "i"), look.italic),
        hidden=_first(flag(properties, W + "vanish"), look.hidden),
        lang=_first(None if lang is None else lang.get(VAL), look.lang),
    )


def _own(base: Look, element: _Element) -> Look:
    """The look of a style: what it is based on, with its own properties and what its name says."""
    name = value(element, W + "name") or ""
    look = with_runs(with_paragraph(base, element.find(W + "pPr")), element.find(W + "rPr"))
    known = " ".join(name.lower().split(",")[0].split())
    heading = _HEADING.fullmatch(known)
    role = _ROLES.get(known) or ("toc" if _TOC.match(known) else base.role)
    own_level = element.find(f"{W}pPr/{W}outlineLvl")
    outline = int(heading[1]) - 1 if heading is not None and own_level is None else look.outline
    return replace(look, name=name, role="" if heading else role, outline=outline)


def _space(spacing: _Element | None, side: str) -> int | None:
    """Space before or after: in points, or in lines, or left to Word (then it is an empty line or so)."""
    if spacing is None:
        return None
    if (spacing.get(f"{W}{side}Autospacing") or "0").lower() in {"1", "true", "on"}:
        return 240
    lines = number(spacing.get(f"{W}{side}Lines"))
    return lines * 240 // 100 if lines else number(spacing.get(W + side))


def _first(said: _T | None, otherwise: _T | None) -> _T | None:
    return otherwise if said is None else said
