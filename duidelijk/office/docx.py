"""A Word file: its text, styles, lists, notes and the relations between its parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from duidelijk.errors import ReadError
from duidelijk.office.docx_numbering import Numbering
from duidelijk.office.docx_styles import Styles
from duidelijk.office.ooxml import R, W, as_strict, as_usual, flag, is_strict
from duidelijk.office.package import Package
from duidelijk.office.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_PACKAGE: Final = ""  # the relations of the file as a whole have no part
_MAIN: Final = "word/document.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


class Relation(NamedTuple):
    """From one part to another, or to an address outside. ``kind`` is the last word of its type."""

    kind: str
    target: str
    is_outside: bool


class Docx:
    """A Word file that was opened. Parts are parsed when asked for, and once."""

    __slots__ = ("_parts", "_relations", "is_strict", "main", "name", "numbering", "package", "styles")

    def __init__(self, data: bytes, name: str) -> None:
        """Open a docx, dotx, docm or dotm.

        Raises:
            ReadError: when it is damaged, locked or unsafe, or has no text.
        """
        self.name = name
        self.package = Package(data, name)
        self.is_strict = False
        self._parts: dict[str, _Element] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self.main = self.related(_PACKAGE, "officeDocument") or _MAIN
        root = self.part(self.main)
        if root is None or root.tag != W + "document":
            raise ReadError(
                "In dit bestand staat geen tekst die Word kan lezen.",
                file=name,
                hint="Open het bestand in Word of LibreOffice, sla het opnieuw op en controleer dat bestand.",
            )
        self.styles = Styles(self._beside("styles"))
        self.numbering = Numbering(self._beside("numbering"), self.styles)

    @property
    def root(self) -> _Element:
        """The ``w:document`` element."""
        return self._parts[self.main]

    @property
    def body(self) -> _Element | None:
        """The ``w:body`` element."""
        return self.root.find(W + "body")

    @property
    def settings(self) -> _Element | None:
        """The ``w:settings`` element."""
        return self._beside("settings")

    @property
    def title(self) -> str:
        """The title in the properties of the file, empty without one."""
        part = self.related(_PACKAGE, "core-properties")
        core = self.part(part) if part else None
        return " ".join(((core.findtext(_DC + "title") if core is not None else None) or "").split())

    @property
    def has_macros(self) -> bool:
        """Whether there are programs inside. Nothing ever runs them."""
        return any(part.lower().endswith("vbaproject.bin") for part in self.package.members)

    def part(self, part: str) -> _Element | None:
        """The root element of a part, in the usual names; None when there is no such part.

        Raises:
            ReadError: when it is damaged or unsafe.
        """
        if part not in self._parts:
            if part not in self.package:
                return None
            data = self.package.read(part)
            if is_strict(data):
                self.is_strict = True
                data = as_usual(data)
            self._parts[part] = parse(data, self.name, part)
        return self._parts[part]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part by id; those of the file for an empty name."""
        if part not in self._relations:
            folder, file = posixpath.split(part)
            root = self.part(posixpath.join(folder, "_rels", file + ".rels"))
            self._relations[part] = {} if root is None else dict(_relations(root, folder))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` has a relation of this kind with."""
        found = (one.target for one in self.relations(part).values() if one.kind == kind)
        return next(found, None)

    def notes(self, kind: str) -> tuple[str, Mapping[str, _Element]]:
        """The ``footnotes`` or ``endnotes`` by id, without the lines that part them, and their part."""
        part = self.related(self.main, kind)
        root = self.part(part) if part else None
        if part is None or root is None:
            return "", {}
        written = root.iterchildren("*")
        return part, {
            one.get(W + "id") or "": one for one in written if one.get(W + "type") in {None, "normal"}
        }

    def paper(self, kind: str) -> tuple[str, ...]:
        """The parts with the ``header`` or the ``footer`` that some page shows, in order."""
        found: dict[str, None] = {}
        with_even = flag(self.settings, W + "evenAndOddHeaders")
        relations = self.relations(self.main)
        for section in self.root.iter(W + "sectPr"):
            shown = {"first": flag(section, W + "titlePg"), "even": with_even}
            for one in sorted(
                section.iterfind(f"{W}{kind}Reference"), key=lambda one: one.get(W + "type") != "first"
            ):
                relation = relations.get(one.get(R + "id") or "")
                if relation is not None and shown.get(one.get(W + "type") or "", True):
                    found[relation.target] = None
        return tuple(part for part in found if part in self.package)

    def serialise(self, part: str) -> bytes:
        """The bytes of a part that was parsed, as it is now, in the names that the file uses."""
        from lxml import etree

        data = _HEAD.encode() + etree.tostring(self._parts[part], encoding="UTF-8")
        return as_strict(data) if self.is_strict else data

    def _beside(self, kind: str) -> _Element | None:
        part = self.related(self.main, kind)
        return self.part(part) if part else None


def open_docx(data: bytes, name: str) -> Docx:
    """Open a Word file or template.

    Raises:
        ReadError: when it is damaged, locked or unsafe, or has no text.
    """
    return Docx(data, name)


def _relations(root: _Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for one in root.iterchildren("*"):
        target = one.get("Target") or ""
        is_outside = one.get("TargetMode") == "External"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = (one.get("Type") or "").rsplit("/", 1)[-1]
        yield one.get("Id") or "", Relation(kind, target, is_outside)
