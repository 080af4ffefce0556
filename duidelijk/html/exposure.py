"""Who meets an element: who looks at the page, who uses assistive technology, who uses the keyboard.

The words are those of W3C's ACT rules. Style counts as far as the page shows it, see ``duidelijk.html.css``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk.html.css import is_offscreen_or_clipped, style
from duidelijk.html.nodes import elements, is_text
from duidelijk.html.tree_index import first_child, index
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import Tag

    from duidelijk.html.css import Style

_FLAGS: Final = "html.exposure.flags"
_SHOWN: Final = "html.exposure.shown"
_UNRENDERED: Final = 1
_INVISIBLE: Final = 2
_ARIA_HIDDEN: Final = 4
_INERT: Final = 8
_DISABLED: Final = 16
_TRANSPARENT: Final = 32

_NO_BOX: Final = frozenset({"datalist", "head", "noscript", "script", "style", "template"})
_IN_LINE: Final = frozenset({"inline", "contents", "none", "ruby", "ruby-base", "ruby-text"})
_FALLBACK: Final = frozenset({"audio", "iframe", "video"})
"""What stands inside is for browsers that do not know the element."""
_REPLACED: Final = frozenset({
    "audio", "button", "canvas", "embed", "hr", "iframe", "img", "input", "math", "meter", "object",
    "progress", "select", "svg", "textarea", "video",
})  # fmt: skip
_FORM: Final = frozenset({"button", "input", "select", "textarea"})
_EDITABLE: Final = frozenset({"", "true", "plaintext-only"})
_SVG: Final = "http://www.w3.org/2000/svg"
_INTEGER: Final = re.compile(r"[ \t\n\f\r]*([-+]?[0-9]+)")


def is_rendered(document: Document, tag: Tag) -> bool:
    """Whether the element takes part in the page at all: no ``display: none`` on it or around it."""
    return not _flags(document, tag) & _UNRENDERED


def is_hidden(document: Document, tag: Tag) -> bool:
    """Whether the element is kept from assistive technology ("programmatically hidden" in ACT)."""
    return bool(_flags(document, tag) & (_UNRENDERED | _INVISIBLE | _ARIA_HIDDEN | _INERT))


def is_only_invisible(document: Document, tag: Tag) -> bool:
    """Whether only ``visibility`` hides the element, so that what is in it can be visible."""
    hiding = _UNRENDERED | _INVISIBLE | _ARIA_HIDDEN | _INERT
    return _flags(document, tag) & hiding == _INVISIBLE


def is_aria_hidden(document: Document, tag: Tag) -> bool:
    """Whether ``aria-hidden="true"`` stands on the element or around it."""
    return bool(_flags(document, tag) & _ARIA_HIDDEN)


def is_inert(document: Document, tag: Tag) -> bool:
    """Whether ``inert`` stands on the element or around it."""
    return bool(_flags(document, tag) & _INERT)


def is_visible(document: Document, tag: Tag) -> bool:
    """Whether there is something of the element to see ("visible" in ACT).

    Not seen: what is off screen, clipped away, transparent or without any size, and an element without text,
    image, form field or background image in it.
    """
    return not _is_unseen(document, tag) and _shows(document, tag)


def is_disabled(document: Document, tag: Tag) -> bool:
    """Whether the field cannot be used: ``disabled`` on it or on a ``fieldset`` or ``optgroup`` around it."""
    if tag.name in _FORM or tag.name == "fieldset":
        return "disabled" in tag.attrs or bool(_flags(document, tag) & _DISABLED)
    if tag.name in {"option", "optgroup"}:
        above = tag.parent
        grouped = above is not None and above.name == "optgroup" and "disabled" in above.attrs
        return "disabled" in tag.attrs or grouped
    return False


def tab_index(tag: Tag) -> int | None:
    """The number in ``tabindex``; None without a number."""
    match = _INTEGER.match(str(tag.attrs.get("tabindex", "")))
    return int(match[1][:9]) if match else None


def is_focusable(document: Document, tag: Tag) -> bool:
    """Whether the element can take the focus, by keyboard, mouse or script."""
    if _flags(document, tag) & (_UNRENDERED | _INVISIBLE | _INERT) or is_disabled(document, tag):
        return False
    if tab_index(tag) is None and not is_natively_focusable(document, tag):
        return False
    return style(document, tag).display != "contents"  # without a box of its own


def is_in_tab_order(document: Document, tag: Tag) -> bool:
    """Whether the tab key reaches the element."""
    number = tab_index(tag)
    return (number is None or number >= 0) and is_focusable(document, tag)


def is_natively_focusable(document: Document, tag: Tag) -> bool:
    """Whether the element can take the focus by what it is, without ``tabindex``."""
    name, attrs = tag.name, tag.attrs
    if name == "input":
        return str(attrs.get("type", "")).strip().lower() != "hidden"
    if name in {"a", "area"}:
        return "href" in attrs or "xlink:href" in attrs
    if name in {"audio", "video"}:
        return "controls" in attrs
    if name in {"button", "embed", "iframe", "select", "textarea"}:
        return True
    if name == "summary":
        return is_summary(document, tag)
    return str(attrs.get("contenteditable", "false")).strip().lower() in _EDITABLE


def is_summary(document: Document, tag: Tag) -> bool:
    """Whether the ``summary`` opens and closes its ``details``: it is the first one directly inside."""
    above = tag.parent
    return above is not None and above.name == "details" and first_child(document, above, "summary") is tag


def separates(document: Document, tag: Tag) -> bool:
    """Whether the element does not stand on one line with the text around it."""
    return not is_svg(tag) and style(document, tag).display not in _IN_LINE


def _flags(document: Document, tag: Tag) -> int:
    """How the element is hidden, by itself or by what is around it."""
    known: dict[int, int] | None = document.cache.get(_FLAGS)
    if known is None:
        # All at once, in document order: what is around an element has been there before.
        known = {}
        for one in index(document).tags:
            known[id(one)] = _own(document, one, known.get(id(one.parent), 0))
        document.cache[_FLAGS] = known
    return known.get(id(tag), 0)


def _own(document: Document, tag: Tag, around: int) -> int:
    flags = around
    attrs, above = tag.attrs, tag.parent
    if above is None:
        return flags
    if not flags & _UNRENDERED:
        looks = style(document, tag)
        styled: int | None = looks.memo.get(_FLAGS)
        if styled is None:
            styled = looks.memo[_FLAGS] = _by_style(looks)
        flags = (flags & ~_INVISIBLE) | (styled & ~_UNRENDERED)
        if _has_no_box(document, tag, above, styled):
            flags |= _UNRENDERED
    if not attrs and above.name != "fieldset":
        return flags
    if above.name == "fieldset" and "disabled" in above.attrs and not _is_legend(document, tag, above):
        flags |= _DISABLED
    if str(attrs.get("aria-hidden", "")).strip().lower() == "true":
        flags |= _ARIA_HIDDEN
    if "inert" in attrs:
        flags |= _INERT
    return flags


def _is_legend(document: Document, tag: Tag, fieldset: Tag) -> bool:
    return tag.name == "legend" and first_child(document, fieldset, "legend") is tag


def _by_style(looks: Style) -> int:
    """What the style alone hides; elements with equal styles share one, so it is asked once for them all."""
    flags = 0
    if looks.display == "none" or looks.get("content-visibility") == "hidden":
        flags |= _UNRENDERED
    if looks.visibility != "visible":
        flags |= _INVISIBLE
    if "opacity" in looks.declared and looks.opacity == 0:
        flags |= _TRANSPARENT
    return flags


def _has_no_box(document: Document, tag: Tag, above: Tag, styled: int) -> bool:
    """Whether browsers leave the element and all that is in it out of the page."""
    name = tag.name
    if name == "area":
        return not _is_used_map(document, above)
    if styled & _UNRENDERED or name in _NO_BOX or above.name in _FALLBACK:
        return True
    return above.name == "object" and "data" in above.attrs


def is_svg(tag: Tag) -> bool:
    """Whether the element belongs to a drawing; the ``svg`` element itself does as well."""
    return tag.namespace == _SVG


def _is_used_map(document: Document, above: Tag) -> bool:
    """Whether an image uses the ``map`` that an ``area`` lies in."""
    around: Tag | None = above
    while around is not None and around.name != "map":
        around = around.parent
    if around is None:
        return False
    key = "html.exposure.maps"
    used: frozenset[str] | None = document.cache.get(key)
    if used is None:
        known = index(document).by_name
        pictures = [tag for name in ("img", "object") for tag in known.get(name, ())]
        used = frozenset(str(tag.attrs["usemap"]).lstrip("#") for tag in pictures if "usemap" in tag.attrs)
        document.cache[key] = used
    return bool({str(around.attrs.get("name", "")), str(around.attrs.get("id", ""))} & used - {""})


def _is_unseen(document: Document, tag: Tag) -> bool:
    unseen = _UNRENDERED | _INVISIBLE | _TRANSPARENT
    return bool(_flags(document, tag) & unseen) or is_offscreen_or_clipped(document, tag)


def _shows(document: Document, tag: Tag) -> bool:
    """Whether the element or something in it has pixels of its own. Each element is looked into once."""
    known: dict[int, bool] = document.cache.setdefault(_SHOWN, {})
    if id(tag) in known:
        return known[id(tag)]
    if _has_pixels(document, tag):
        known[id(tag)] = True
        return True
    stack: list[tuple[Tag, Iterator[Tag]]] = [(tag, iter(elements(tag)))]
    while stack:
        top, inside = stack[-1]
        child = next(inside, None)
        if child is None:
            known[id(top)] = False
            stack.pop()
        elif known.get(id(child)) or (
            id(child) not in known and not _is_unseen(document, child) and _has_pixels(document, child)
        ):
            known[id(child)] = True
            for open_tag, _ in stack:
                known[id(open_tag)] = True
            return True
        elif id(child) not in known and not _flags(document, child) & _UNRENDERED:
            stack.append((child, iter(elements(child))))
    return False


def _has_pixels(document: Document, tag: Tag) -> bool:
    if tag.name in _REPLACED:
        return True
    closed = tag.name == "details" and "open" not in tag.attrs
    if not closed and any(
        is_text(child) and child.strip(" \t\n\r\f\u00a0\u200b\ufeff") for child in tag.contents
    ):
        return True
    return style(document, tag).get("background-image") not in {"none", ""}
