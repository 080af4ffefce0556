"""The role of an element: the one that its author gave, the one that HTML gives, and which of the two holds.

Sources: HTML Accessibility API Mappings 1.0, ARIA in HTML, SVG-AAM 1.0. ``""`` means that no role fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.html import aria
from duidelijk.html.exposure import is_focusable, is_svg
from duidelijk.html.tree_index import first_child, is_outside_sections
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

_ROLES: Final = "html.roles"
_WHOLES: Final = "html.roles.wholes"
NO_ROLE: Final = frozenset({"none", "presentation"})
_GENERIC: Final = "generic"

_PLAIN: Final[dict[str, str]] = {
    "address": "group", "article": "article", "blockquote": "blockquote", "button": "button",
    "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition", "del": "deletion",
    "details": "group", "dfn": "term", "dialog": "dialog", "dir": "list", "dt": "term", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading", "hgroup": "group", "hr": "separator",
    "html": "document", "ins": "insertion", "main": "main", "math": "math", "menu": "list",
    "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option",
    "output": "status", "p": "paragraph", "progress": "progressbar", "s": "deletion", "search": "search",
    "strike": "deletion", "strong": "strong", "sub": "subscript", "sup": "superscript", "table": "table",
    "textarea": "textbox", "time": "time", "ul": "list",
}  # fmt: skip
_WITHOUT: Final = frozenset({
    "abbr", "audio", "base", "br", "canvas", "cite", "col", "colgroup", "dl", "embed", "figcaption", "head",
    "iframe", "kbd", "label", "legend", "link", "map", "mark", "meta", "noscript", "object", "param",
    "picture", "rp", "rt", "ruby", "script", "slot", "source", "style", "summary", "template", "title",
    "track", "var", "video", "wbr",
})  # fmt: skip
_INPUTS: Final[dict[str, str]] = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "submit": "button",
    "color": "", "date": "", "datetime-local": "", "file": "", "hidden": "", "month": "", "password": "",
    "time": "", "week": "",
}  # fmt: skip
_WITH_LIST: Final = frozenset({"email", "search", "tel", "text", "url"})
_LISTS: Final = frozenset({"dir", "menu", "ol", "ul"})
_LIST_ROLES: Final = frozenset({"directory", "list"})
_TABLE_ROLES: Final = frozenset({"grid", "table", "treegrid"})
_TABLE_PARTS: Final = frozenset({"tbody", "td", "tfoot", "th", "thead", "tr"})
_DEPENDENT: Final = _TABLE_PARTS | {"li"}
"""What has no role of its own where the list or table around it has none."""
_SVG: Final[dict[str, str]] = {"svg": "graphics-document", "image": "img"}


def explicit_role(document: Document, tag: Tag) -> str:  # noqa: ARG001 - all questions about a tag look alike
    """The role that the author gave: the first in the list that exists; ``""`` without one."""
    given = tag.attrs.get("role")
    if not given:
        return ""
    return next((name for name in str(given).lower().split() if aria.is_role(name)), "")


def role(document: Document, tag: Tag) -> str:
    """The role that holds ("semantic role" in ACT); ``none`` for ``presentation``, ``img`` for ``image``."""
    known: dict[int, str] = document.cache.setdefault(_ROLES, {})
    found = known.get(id(tag))
    if found is None:
        found = known[id(tag)] = _role(document, tag)
    return found


def is_presentational(document: Document, tag: Tag) -> bool:
    """Whether the element is there for its looks only: its content counts, the element itself does not."""
    return role(document, tag) == "none"


def has_conflict(document: Document, tag: Tag) -> bool:
    """Whether browsers ignore a role ``none`` here: the element takes the focus or has a global attribute.

    The attributes of WAI-ARIA 1.2 count, as in ACT. A frame takes the focus for what is in it, so it does not
    count without ``tabindex``.
    """
    known = aria.properties()
    for name in tag.attrs:
        found = known.get(name)
        if found is not None and found.is_global and found.spec == "aria-1.2":
            return True
    return (tag.name != "iframe" or "tabindex" in tag.attrs) and is_focusable(document, tag)


def is_part_of_one(document: Document, tag: Tag) -> bool:
    """Whether an element around this one counts as one thing, without parts: a button, an image, a tab."""
    known: dict[int, bool] = document.cache.setdefault(_WHOLES, {})
    path = []
    element = tag.parent
    while element is not None and id(element) not in known:
        path.append(element)
        element = element.parent
    inside = known[id(element)] if element is not None else False
    for step in reversed(path):
        inside = known[id(step)] = inside or is_whole(document, step)
    return inside


def is_whole(document: Document, tag: Tag) -> bool:
    """Whether the element itself counts as one thing, so that its parts have no roles of their own."""
    found = aria.roles().get(role(document, tag))
    return found is not None and found.presentational_children


def _role(document: Document, tag: Tag) -> str:
    if "role" not in tag.attrs and tag.name not in _DEPENDENT:
        return implicit_role(document, tag)
    given = explicit_role(document, tag)
    if given and given not in NO_ROLE:
        return "img" if given == "image" else given
    wanted = bool(given) or (given == "" and _inherits_none(document, tag))
    if wanted and not has_conflict(document, tag):
        return "none"
    return implicit_role(document, tag)


def _inherits_none(document: Document, tag: Tag) -> bool:
    """Whether the list or table that the element is a part of has the role ``none``."""
    name, above = tag.name, tag.parent
    if above is None:
        return False
    if name == "li":
        return above.name in _LISTS and role(document, above) == "none"
    if name not in _TABLE_PARTS:
        return False
    if above.name == "table":
        return role(document, above) == "none"
    return (
        above.name in _TABLE_PARTS and not explicit_role(document, above) and _inherits_none(document, above)
    )


def implicit_role(document: Document, tag: Tag) -> str:
    """The role that HTML gives; an image with ``alt=""`` has the role ``none``."""
    name = tag.name
    if is_svg(tag):
        return "link" if name == "a" and _has_target(tag) else _SVG.get(name, "")
    if name in _PLAIN:
        return _PLAIN[name]
    if name in _WITHOUT or tag.parent is None or str(tag.namespace).endswith("/MathML"):
        return ""
    special = _SPECIAL.get(name)
    return special(document, tag) if special is not None else _GENERIC


def _has_target(tag: Tag) -> bool:
    return "href" in tag.attrs or "xlink:href" in tag.attrs


def _link(_: Document, tag: Tag) -> str:
    return "link" if "href" in tag.attrs else _GENERIC


def _aside(document: Document, tag: Tag) -> str:
    return "complementary" if is_outside_sections(document, tag) else _named(document, tag, "complementary")


def _banner(document: Document, tag: Tag) -> str:
    if not is_outside_sections(document, tag, main=True):
        return _GENERIC
    return "banner" if tag.name == "header" else "contentinfo"


def _form(document: Document, tag: Tag) -> str:
    return _named(document, tag, "form")


def _section(document: Document, tag: Tag) -> str:
    return _named(document, tag, "region")


def _named(document: Document, tag: Tag, found: str) -> str:
    """The role of a part of the page that counts once it has a name of its own."""
    from duidelijk.html import names

    return found if names.given_name(document, tag) else _GENERIC


def _img(document: Document, tag: Tag) -> str:
    if "alt" not in tag.attrs or str(tag.attrs["alt"]):
        return "img"
    return "img" if str(tag.attrs.get("title", "")).strip() or has_conflict(document, tag) else "none"


def _input(_: Document, tag: Tag) -> str:
    kind = str(tag.attrs.get("type", "")).strip().lower()
    if kind in _INPUTS:
        return _INPUTS[kind]
    if "list" in tag.attrs and (kind in _WITH_LIST or kind not in _INPUTS):
        return "combobox"
    return "searchbox" if kind == "search" else "textbox"


def _li(document: Document, tag: Tag) -> str:
    above = tag.parent
    if above is None or above.name not in _LISTS:
        return _GENERIC
    kind = role(document, above)
    return "listitem" if kind in _LIST_ROLES or _is_restored(document, tag, kind) else _GENERIC


def _select(_: Document, tag: Tag) -> str:
    size = str(tag.attrs.get("size", "")).strip()
    several = "multiple" in tag.attrs or (size.isdecimal() and int(size[:9]) > 1)
    return "listbox" if several else "combobox"


def _cell(document: Document, tag: Tag) -> str:
    kind = _table_role(document, tag)
    if not kind:
        return _GENERIC
    if tag.name == "td":
        return "cell" if kind == "table" else "gridcell"
    scope = str(tag.attrs.get("scope", "")).strip().lower()
    if scope in {"row", "rowgroup"}:
        return "rowheader"
    if scope in {"col", "colgroup"} or tag.parent is None:
        return "columnheader"
    # Without a scope: of a column when its row has headers only, else of its row.
    return "columnheader" if first_child(document, tag.parent, "td") is None else "rowheader"


def _row(document: Document, tag: Tag) -> str:
    return "row" if _table_role(document, tag) else _GENERIC


def _rowgroup(document: Document, tag: Tag) -> str:
    return "rowgroup" if _table_role(document, tag) else _GENERIC


def _table_role(document: Document, tag: Tag) -> str:
    """The role of the table around the element; ``""`` when it is no table to assistive technology."""
    table = _table_of(tag)
    kind = role(document, table) if table is not None else ""
    return kind if kind in _TABLE_ROLES else ("table" if _is_restored(document, tag, kind) else "")


def _is_restored(document: Document, tag: Tag, around: str) -> bool:
    """Whether HTML's role holds in a list or table with the role ``none``: on a conflict it comes back."""
    return around == "none" and not explicit_role(document, tag)


def _table_of(tag: Tag) -> Tag | None:
    above = tag.parent
    for _ in range(3):
        if above is None or above.name == "table":
            return above
        above = above.parent
    return above if above is not None and above.name == "table" else None


_SPECIAL: Final = {
    "a": _link, "area": _link, "aside": _aside, "footer": _banner, "form": _form, "header": _banner,
    "img": _img, "input": _input, "li": _li, "section": _section, "select": _select,
    "tbody": _rowgroup, "td": _cell, "tfoot": _rowgroup, "th": _cell, "thead": _rowgroup, "tr": _row,
}  # fmt: skip
