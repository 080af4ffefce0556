"""What it takes to add to a Word file: an element, who did it and when, a part with its relation and type."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from duidelijk.office.ooxml import VAL, W, as_strict

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx import Docx

_TYPES: Final = "[Content_Types].xml"
_TYPES_NAME: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def added(parent: _Element, tag: str, attributes: Mapping[str, str] | None = None) -> _Element:
    """A new last child."""
    made = parent.makeelement(tag, dict(attributes or {}))
    parent.append(made)
    return made


def stamp(author: str, date: datetime) -> dict[str, str]:
    """The attributes that say who and when. Word writes the time of the writer, whatever the ‘Z’ says."""
    return {W + "author": author, W + "date": date.strftime("%Y-%m-%dT%H:%M:%SZ")}


def style_ids(docx: Docx, names: Container[str]) -> dict[str, str]:
    """The ids that these styles have in the file, by the name that they have in any language of Word."""
    part = docx.related(docx.main, "styles")
    root = docx.part(part) if part else None
    found: dict[str, str] = {}
    for style in () if root is None else root.iterfind(W + "style"):
        named = style.find(W + "name")
        name = "" if named is None else (named.get(VAL) or "")
        if name in names:
            found.setdefault(name, style.get(W + "styleId") or "")
    return found


def with_part(docx: Docx, part: str, root: _Element, *, kind: str, content_type: str) -> dict[str, bytes]:
    """The bytes of a part that belongs to the text, and of what must name it when it is new."""
    changed = {part: _bytes(docx, root)}
    if docx.related(docx.main, kind) == part:
        return changed
    types = docx.part(_TYPES)
    if types is not None:
        added(types, _TYPES_NAME + "Override", {"PartName": f"/{part}", "ContentType": content_type})
        changed[_TYPES] = _bytes(docx, types)
    folder, file = posixpath.split(docx.main)
    known = docx.relations(docx.main)
    place = posixpath.join(folder, "_rels", file + ".rels")
    relations = docx.part(place)
    if relations is None:
        from lxml import etree

        relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    free = next(name for name in (f"rId{number}" for number in range(1, len(known) + 2)) if name not in known)
    target = posixpath.relpath(part, folder or ".")
    said = {"Id": free, "Type": f"{_OFFICE}/{kind}", "Target": target}
    added(relations, f"{{{_RELATIONS}}}Relationship", said)
    changed[place] = _bytes(docx, relations)
    return changed


def _bytes(docx: Docx, root: _Element) -> bytes:
    from lxml import etree

    data = _HEAD + etree.tostring(root, encoding="UTF-8")
    return as_strict(data) if docx.is_strict else data
