"""Pictures and text boxes in an OpenDocument text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duidelijk.office.odf import DRAW, STYLE, SVG, TEXT, XLINK

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.odt_styles import Styles

BOX: Final = DRAW + "text-box"
_PICTURES: Final = frozenset(DRAW + name for name in ("image", "object", "object-ole", "plugin"))
_WRITTEN: Final = frozenset(TEXT + name for name in ("p", "h", "list"))


@dataclass(slots=True)
class Drawn:
    """What a frame or another shape shows. ``alt`` is None when nobody wrote any.

    ``on_page`` is whether its place is a place on the page, not one near the paragraph that holds it.
    """

    element: _Element
    boxes: list[_Element] = field(default_factory=list)
    is_picture: bool = False
    alt: str | None = None
    name: str = ""
    src: str = ""
    is_decorative: bool = False
    on_page: bool = False


def drawn(element: _Element, styles: Styles) -> Drawn:
    """What a shape shows; the text in it is not looked into."""
    found = Drawn(element, on_page=_is_on_page(element, styles))
    pending = [element]
    while pending:
        one = pending.pop()
        tag = one.tag
        found.name = found.name or one.get(DRAW + "name") or ""
        found.is_decorative = found.is_decorative or _is_decorative(one)
        children = list(one.iterchildren("*"))
        if tag == BOX or any(child.tag in _WRITTEN for child in children):
            if tag not in _PICTURES:  # below a picture is what to show when there is none
                found.boxes.append(one)
            children = [child for child in children if child.tag in {SVG + "title", SVG + "desc"}]
        if tag in _PICTURES:
            found.is_picture = True
            found.src = found.src or one.get(XLINK + "href") or ""
        elif tag == SVG + "desc":
            found.alt = one.text or found.alt
        elif tag == SVG + "title":
            found.alt = found.alt or one.text
        pending.extend(reversed(children))
    return found


def _is_on_page(element: _Element, styles: Styles) -> bool:
    if element.get(TEXT + "anchor-type") == "as-char":
        return False
    vertical = styles.said("graphic", element.get(DRAW + "style-name"), STYLE + "vertical-rel")
    return element.get(TEXT + "anchor-type") == "page" or vertical in {"page", "page-content"}


def _is_decorative(element: _Element) -> bool:
    """Whether the writer said that a picture is only there for its looks."""
    return any(str(name).endswith("}decorative") and said == "true" for name, said in element.items())
