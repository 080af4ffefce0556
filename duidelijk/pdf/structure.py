"""The structure tree of a tagged PDF: which content is a heading, a list, a table, a picture.

Roles are mapped to the standard ones (ISO 32000-1, 14.8.4). The walk is iterative, each element of the file
is visited once, and so a tree that bites its own tail does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.pdf.objects import as_name, as_text, dictionary, first, items

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf

MAX_ELEMENTS: Final = 500_000
_MAX_STEPS: Final = 20  # of a role map

GROUPING: Final = frozenset(
    {
        "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "Index",
        "NonStruct", "Private", "Aside",
    }
)  # fmt: skip
BLOCKS: Final = frozenset(
    {
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD", "THead", "TBody", "TFoot", "Caption", "FENote",
    }
)  # fmt: skip
INLINE: Final = frozenset(
    {
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP",
        "Warichu", "WT", "WP", "Sub", "Em", "Strong",
    }
)  # fmt: skip
PICTURES: Final = frozenset({"Figure", "Formula", "Form"})
ROLES: Final = GROUPING | BLOCKS | INLINE | PICTURES | {"Artifact"}
"""The standard roles, of PDF 1.7 and 2.0."""


class Content(NamedTuple):
    """Marked content: the characters of page ``page`` (from 0) with marked content identifier ``mcid``."""

    page: int
    mcid: int


class Reference(NamedTuple):
    """An annotation or picture that an element holds. ``page`` counts from 0, None when unknown."""

    page: int | None
    target: pikepdf.Object


@dataclass(slots=True, eq=False)
class Element:
    """An element of the tree.

    ``role`` is the standard role; ``own`` is the role as the file has it. A role that leads to no standard
    one stays as it is. ``object`` is the dictionary in the file. Texts are empty when the file has none;
    ``alt`` is None without alternative text, to tell it from an empty one.
    """

    role: str
    own: str
    parent: Element | None
    object: pikepdf.Dictionary
    children: list[Element | Content | Reference] = field(default_factory=list)
    alt: str | None = None
    actual: str | None = None
    lang: str = ""
    title: str = ""
    expansion: str = ""

    @property
    def level(self) -> int:
        """1–6 for ``H1`` to ``H6``, else 0."""
        return (
            int(self.role[1])
            if len(self.role) == 2 and self.role[0] == "H" and self.role[1] in "123456"
            else 0
        )

    def attribute(self, name: str) -> Any:
        """The value of attribute ``name`` (no slash) of ``/A``, whoever owns it; None without it.

        ``Scope``, ``Headers``, ``ColSpan``, ``RowSpan``, ``ListNumbering``, ``Placement``, ``BBox`` …
        """
        for one in items(self.object.get("/A")):
            found = first(dictionary(one), "/" + name)
            if found is not None:
                return found
        return None

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(one for one in reversed(element.children) if isinstance(one, Element))


def structure(pdf: Pdf) -> Element | None:
    """The root of the structure tree (role ``StructTreeRoot``); None when the file has no tree.

    Also for a file that does not say it is tagged (``Pdf.is_tagged``).
    """
    root = dictionary(pdf.root.get("/StructTreeRoot"))
    if root is None:
        return None
    roles = _role_map(root)
    top = Element("StructTreeRoot", "StructTreeRoot", None, root)
    seen = {root.objgen} - {(0, 0)}
    count = 0
    waiting: list[tuple[Element, int | None]] = [(top, None)]
    while waiting and count < MAX_ELEMENTS:
        element, page = waiting.pop()
        found: list[tuple[Element, int | None]] = []
        for kid in items(element.object.get("/K")):
            count += 1
            if count > MAX_ELEMENTS:
                break
            child = _child(pdf, kid, element, page, roles, seen)
            if child is None:
                continue
            element.children.append(child)
            if isinstance(child, Element):
                found.append((child, _page_of(pdf, child.object, page)))
        waiting.extend(reversed(found))
    return top


def marked_content(root: Element) -> dict[Content, Element]:
    """Which element holds each piece of marked content."""
    return {one: element for element in root.walk() for one in element.children if isinstance(one, Content)}


def _child(
    pdf: Pdf,
    kid: object,
    parent: Element,
    page: int | None,
    roles: Mapping[str, str],
    seen: set[tuple[int, int]],
) -> Element | Content | Reference | None:
    if isinstance(kid, int):
        return Content(page, kid) if page is not None and kid >= 0 else None
    value = dictionary(kid)
    if value is None:
        return None
    kind = as_name(value.get("/Type"))
    if kind == "MCR":
        number, mcid = _page_of(pdf, value, page), value.get("/MCID")
        return Content(number, mcid) if number is not None and isinstance(mcid, int) else None
    if kind == "OBJR":
        target = value.get("/Obj")
        return Reference(_page_of(pdf, value, page), target) if target is not None else None
    if value.objgen != (0, 0):
        if value.objgen in seen:
            return None
        seen.add(value.objgen)
    return _element(value, parent, roles)


def _element(value: pikepdf.Dictionary, parent: Element, roles: Mapping[str, str]) -> Element:
    own = as_name(value.get("/S"))
    element = Element(_standard(own, roles), own, parent, value)
    keys = value.keys()
    if "/Alt" in keys:
        element.alt = as_text(value.get("/Alt"))
    if "/ActualText" in keys:
        element.actual = as_text(value.get("/ActualText"))
    if "/Lang" in keys:
        element.lang = as_text(value.get("/Lang")).strip()
    if "/T" in keys:
        element.title = as_text(value.get("/T"))
    if "/E" in keys:
        element.expansion = as_text(value.get("/E"))
    return element


def _page_of(pdf: Pdf, value: pikepdf.Dictionary, inherited: int | None) -> int | None:
    page = value.get("/Pg")
    return inherited if page is None else pdf.number_of(page)


def _role_map(root: pikepdf.Dictionary) -> dict[str, str]:
    found = dictionary(root.get("/RoleMap"))
    return {key[1:]: as_name(found.get(key)) for key in found.keys()} if found is not None else {}  # noqa: SIM118


def _standard(role: str, roles: Mapping[str, str]) -> str:
    """The standard role that ``role`` leads to; ``role`` itself when it leads nowhere or in a circle."""
    found = role
    for _ in range(_MAX_STEPS):
        if found in ROLES:
            return found
        following = roles.get(found)
        if following is None:
            break
        found = following
    return role
