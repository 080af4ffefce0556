"""The ``autocomplete`` of a field: browsers fill it in, and it says what the field is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.attributes import carrying, is_met, is_within
from duidelijk.checks.markup import attr
from duidelijk.checks.prose import word_set
from duidelijk.html.aria import is_a
from duidelijk.html.exposure import is_disabled, is_in_tab_order
from duidelijk.html.roles import role
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

# HTML, autofill: the names of fields. Those of the second group take ‘home’, ‘work’, … before them.
_FIELDS: Final = word_set(
    """
    name honorific-prefix given-name additional-name family-name honorific-suffix nickname username
    new-password current-password one-time-code organization-title organization street-address address-line1
    address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country
    country-name postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp
    cc-exp-month cc-exp-year cc-csc cc-type transaction-currency transaction-amount language bday bday-day
    bday-month bday-year sex url photo
    """
)
_CONTACT_FIELDS: Final = word_set(
    """
    tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension
    email impp
    """
)
_CONTACTS: Final = frozenset({"home", "work", "mobile", "fax", "pager"})
_MODES: Final = frozenset({"shipping", "billing"})
_SWITCHES: Final = frozenset({"on", "off"})
_CONTROLS: Final = frozenset({"input", "select", "textarea"})
_PRESENTATIONAL: Final = frozenset({"none", "presentation"})
# Fields that take no typing: autocomplete says nothing there.
_NOT_FILLED_IN: Final = word_set("hidden button submit reset image checkbox radio file")


def invalid_autocomplete(document: Document) -> Iterator[Hit]:
    """Fields with an ``autocomplete`` that no browser understands."""
    for tag in carrying(document, "autocomplete"):
        tokens = str(tag["autocomplete"]).lower().split()
        if tokens and not _is_valid(tokens) and is_filled_in(document, tag) and is_met(document, tag):
            yield Hit(None, html.place(tag), {"gevonden": " ".join(str(tag["autocomplete"]).split())})


def is_filled_in(document: Document, tag: Tag) -> bool:
    """Whether a reader can type or choose something in the element."""
    if tag.name not in _CONTROLS or attr(tag, "type").lower() in _NOT_FILLED_IN or "readonly" in tag.attrs:
        return False
    if is_disabled(document, tag) or is_within(document, tag, _is_called_disabled):
        return False
    if is_in_tab_order(document, tag):
        return True
    # A browser keeps the role of a field that can take the focus; whether the page means it to be one?
    return not _PRESENTATIONAL & set(attr(tag, "role").lower().split()) and is_a(
        role(document, tag), "widget"
    )


def _is_called_disabled(_: Document, tag: Tag) -> bool:
    return attr(tag, "aria-disabled").lower() == "true"


def _is_valid(tokens: list[str]) -> bool:
    if len(tokens) == 1 and tokens[0] in _SWITCHES:
        return True
    rest = tokens[::-1]
    if rest[-1].startswith("section-"):
        rest.pop()
    if rest and rest[-1] in _MODES:
        rest.pop()
    fields = _FIELDS | _CONTACT_FIELDS
    if rest and rest[-1] in _CONTACTS:
        rest.pop()
        fields = _CONTACT_FIELDS
    if len(rest) > 1 and rest[0] == "webauthn":
        rest = rest[1:]
    return len(rest) == 1 and rest[0] in fields
