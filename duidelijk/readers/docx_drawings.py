"""Pictures and text boxes in the text of a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duidelijk.office.ooxml import MC, VML, WP, A, R, W

if TYPE_CHECKING:
    from lxml.etree import _Element

BOX: Final = W + "txbxContent"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_PICTURES: Final = ("/picture", "/chart", "/diagram")
_ON_PAGE: Final = frozenset({"page", "margin", "topMargin"})
_ON_PAGE_VML: Final = (
    "mso-position-vertical-relative:page",
    "mso-position-vertical-relative:margin",
    "mso-position-vertical-relative:top-margin-area",
)


@dataclass(slots=True)
class Drawn:
    """What a drawing shows. ``alt`` is None when nobody wrote any, ``relation`` leads to its file.

    ``on_page`` is whether its place is a place on the page, not one near the paragraph that holds it.
    """

    boxes: list[_Element] = field(default_factory=list)
    is_picture: bool = False
    alt: str | None = None
    name: str = ""
    relation: str | None = None
    is_decorative: bool = False
    on_page: bool = False


def drawn(element: _Element) -> Drawn:
    """What a ``w:drawing``, ``w:pict`` or ``w:object`` shows; a text box is not looked into."""
    found = Drawn()
    pending = [element]
    while pending:
        one = pending.pop()
        tag = one.tag
        if tag == BOX:
            found.boxes.append(one)
            continue
        if tag == MC + "AlternateContent":
            pending.append(chosen(one))
            continue
        _take(found, one)
        pending.extend(child for child in one.iterchildren("*", reversed=True))
    return found


def chosen(alternatives: _Element) -> _Element:
    """The one of several ways to write the same that is read: the first."""
    choice = alternatives.find(MC + "Choice")
    fallback = alternatives.find(MC + "Fallback") if choice is None else choice
    return alternatives.makeelement("none") if fallback is None else fallback


def _take(found: Drawn, one: _Element) -> None:
    """Note what one element of a drawing says."""
    tag = one.tag
    if tag == WP + "docPr":
        found.name = one.get("name") or ""
        found.alt = one.get("descr") or one.get("title") or found.alt
    elif tag == WP + "positionV":
        found.on_page = one.get("relativeFrom") in _ON_PAGE
    elif tag == A + "graphicData":
        found.is_picture = found.is_picture or (one.get("uri") or "").endswith(_PICTURES)
    elif tag == A + "blip":
        found.is_picture = True
        found.relation = found.relation or one.get(R + "embed") or one.get(R + "link")
    elif tag == _DECORATIVE:
        found.is_decorative = (one.get("val") or "1") not in {"0", "false"}
    elif tag == VML + "imagedata":
        found.is_picture = True
        found.relation = found.relation or one.get(R + "id")
        found.name = found.name or one.get(_OFFICE + "title") or ""
    elif tag.startswith(VML):
        found.alt = found.alt or one.get("alt") or None
        style = (one.get("style") or "").replace(" ", "")
        found.on_page = found.on_page or any(mark in style for mark in _ON_PAGE_VML)
