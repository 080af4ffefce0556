"""What a reader can use and that needs a name for it: buttons, menus, fields, frames and windows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.by_role import exposed, nameless
from duidelijk.html.css import style
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_summary, tab_index
from duidelijk.html.names import name, name_source
from duidelijk.html.native_names import input_type
from duidelijk.html.roles import NO_ROLE, explicit_role, role
from duidelijk.html.tree_index import named
from duidelijk.model import Document, Hit, Outcome

if TYPE_CHECKING:
    from bs4.element import Tag

_FIELD_ROLES: Final = (
    "checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider",
    "spinbutton", "switch", "textbox",
)  # fmt: skip
_KEY: Final = "checks.named_controls"
_TYPED: Final = ("combobox", "searchbox", "spinbutton", "textbox")
_WINDOWS: Final = frozenset({"dialog", "alertdialog"})
_PARTS: Final = {
    "dialog": "Dit venster", "alertdialog": "Dit venster", "meter": "Deze meter",
    "progressbar": "Deze voortgangsbalk", "tab": "Dit tabblad", "tooltip": "Deze hulptekst",
    "treeitem": "Dit onderdeel",
}  # fmt: skip
_NEAR: Final = 50
_NO_FIELDS: Final = frozenset({"button", "hidden", "image", "reset", "submit"})


def unnamed_buttons(document: Document) -> Iterator[Hit]:
    """Buttons without a name, but for image buttons (ACT rule 97a4e1)."""
    buttons = (tag for tag in exposed(document, "button") if not _is_image_button(tag))
    yield from nameless(document, buttons, styled=True)


def unnamed_menu_items(document: Document) -> Iterator[Hit]:
    """Choices in a menu without a name (ACT rule m6b1q3)."""
    yield from nameless(document, exposed(document, "menuitem"), styled=True)


def unnamed_fields(document: Document) -> Iterator[Hit]:
    """Form fields without a name, disabled ones as well (ACT rule e086e5)."""
    # Fields for a date, colour, file or password have no role.
    others = (
        tag
        for tag in named(document, "input")
        if input_type(tag) not in _NO_FIELDS and not role(document, tag) and is_exposed(document, tag)
    )
    fields = chain(exposed(document, *_FIELD_ROLES), others)
    met = (tag for tag in fields if not _is_style_switch(document, tag))
    yield from nameless(document, met, styled=True)


def fields_with_a_hint_only(document: Document) -> Iterator[Hit]:
    """Fields whose only name is the ``placeholder``, which goes away when somebody types.

    The button beside it explains the one field of a form for searching.
    """
    for tag in exposed(document, *_TYPED):
        if name_source(document, tag) != "placeholder" or _is_search(document, tag):
            continue
        yield Hit(None, html.place(tag), {"gevonden": name(document, tag)}, outcome="cantTell")


def unnamed_parts(document: Document) -> Iterator[Hit]:
    """Windows, bars and other parts that need a name. Of a window nobody can be sure how it is met."""
    for kind, what in _PARTS.items():
        for hit in nameless(document, exposed(document, kind), styled=True):
            outcome: Outcome = "cantTell" if kind in _WINDOWS else hit.outcome
            yield Hit(None, hit.span, {"wat": what}, outcome=outcome)


def unnamed_frames(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Frames without a name that the tab key can reach (ACT rule cae760)."""
    frames = (tag for tag in named(document, "iframe") if _is_reached(tag) and is_exposed(document, tag))
    yield from nameless(document, frames, whole_page=whole_page)


def unnamed_summaries(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """``<summary>`` elements that open their ``<details>`` and have no name (ACT rule 2t702h).

    One with a role of its own, such as a button, falls under the rule for that role.
    """
    summaries = (
        tag
        for tag in named(document, "summary")
        if is_summary(document, tag)
        and explicit_role(document, tag) in {"", *NO_ROLE}
        and is_exposed(document, tag)
    )
    yield from nameless(document, summaries, whole_page=whole_page, styled=True)


def _is_search(document: Document, tag: Tag) -> bool:
    """Whether the field is for searching: it says so, or is the only one of a form with a button."""
    if role(document, tag) == "searchbox":
        return True
    known: dict[int, bool] = document.cache.setdefault(_KEY, {})
    for around in islice(tag.parents, _NEAR):
        if explicit_role(document, around) == "search":
            return True
        if around.name == "form":
            if id(around) not in known:
                known[id(around)] = _has_one_field(around)
            return known[id(around)]
    return False


def _has_one_field(form: Tag) -> bool:
    inputs = [input_type(one) for one in form.find_all("input")]
    fields = sum(kind not in _NO_FIELDS for kind in inputs)
    sends = form.find("button") is not None or not {"submit", "image"}.isdisjoint(inputs)
    return fields == 1 and sends and form.find(["select", "textarea"]) is None


def _is_style_switch(document: Document, tag: Tag) -> bool:
    """Whether it looks like a checkbox that only switches style: sent nowhere, and hidden by a sheet."""
    if tag.name != "input" or input_type(tag) not in {"checkbox", "radio"}:
        return False
    return "id" in tag.attrs and "name" not in tag.attrs and not style(document, tag).certain


def _is_image_button(tag: Tag) -> bool:
    return tag.name == "input" and input_type(tag) == "image"


def _is_reached(tag: Tag) -> bool:
    number = tab_index(tag)
    return number is None or number >= 0
