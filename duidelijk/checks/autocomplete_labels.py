"""Fields that ask for the reader's own name, address or e-mail and do not say so to the browser."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.attributes import is_met, is_within
from duidelijk.checks.autocomplete import is_filled_in
from duidelijk.checks.markup import attr, named
from duidelijk.html.names import name
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_LABELS: Final = {
    label: token
    for token, labels in {
        "name": "naam|naam en achternaam|voornaam en achternaam|voor- en achternaam|volledige naam",
        "given-name": "voornaam|voornamen|voornaam of voornamen|roepnaam",
        "family-name": "achternaam|familienaam|geslachtsnaam",
        "honorific-prefix": "aanhef",
        "email": "e-mail|email|e-mailadres|emailadres|e-mail adres|email adres|mailadres",
        "tel": (
            "telefoon|telefoonnummer|telefoon nummer|mobiel|mobiel nummer|mobiel telefoonnummer|"
            "mobiele nummer|06-nummer|vast telefoonnummer|telefoonnummer overdag"
        ),
        "postal-code": "postcode",
        "address-line1": (
            "adres|straat|straatnaam|straat en huisnummer|straat en nummer|straatnaam en huisnummer|"
            "adresregel 1"
        ),
        "address-level2": "woonplaats|plaats|plaatsnaam",
        "country-name": "land",
        "bday": "geboortedatum",
        "organization": "organisatie|bedrijfsnaam|naam bedrijf|naam organisatie",
        "username": "gebruikersnaam",
        "current-password": "wachtwoord",
    }.items()
    for label in labels.split("|")
}
_ASIDE: Final = re.compile(r"\([^()]*\)|[*:?.…]|\b(?:niet )?verplicht(?: veld)?\b|\boptioneel\b")
_YOURS: Final = re.compile(r"^(?:wat is )?(?:vul )?(?:uw|je|jouw|mijn) | in$")
_OTHERS: Final = re.compile(
    r"\b(?:partners?|echtgen\w+|kind(?:eren|je|s)?|zoon|dochter|bab(?:y|ies)|ouders?|moeder|vader|ander[e]?|"
    r"anderen|iemand|contactperso\w+|huisgeno\w+|medebewoners?|bewoners?|overleden\w*|nabestaanden?|"
    r"ontvangers?|werkgevers?|werknemers?|medewerkers?|collega\w*|huisarts|school|scholen|leerling\w*|"
    r"bur(?:en|man|vrouw)|getuigen?|vriend\w*|cliënten?|patiënt\w*|bezoekers?|deelnemers?|verhuurders?|"
    r"huurders?|eigena\w+|verkopers?|kopers?|vergunninghouders?|aannemers?|erfgen\w+|hond(?:en)?|"
    r"evenement\w*|locatie|project\w*|product\w*|zoek\w*|vind|filter\w*)\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = "checks.autocomplete_labels.others"
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def missing_autocomplete(document: Document) -> Iterator[Hit]:
    """Fields for the reader's own data without ``autocomplete``. Whose data it is, somebody must judge."""
    headings: list[tuple[int, Tag]] | None = None
    for tag in chain.from_iterable(named(document, kind) for kind in ("input", "select", "textarea")):
        if attr(tag, "autocomplete") or attr(tag, "type").lower() == "search":
            continue
        label = name(document, tag)
        token = _LABELS.get(_bare(label))
        if token is None or not is_filled_in(document, tag) or not is_met(document, tag):
            continue
        headings = _headings(document) if headings is None else headings
        if not _is_about_others(document, tag, headings) and not is_within(document, tag, _is_search):
            yield Hit(None, html.place(tag), {"gevonden": label, "waarde": token}, outcome="cantTell")


def _bare(label: str) -> str:
    text = " ".join(_ASIDE.sub(" ", label.lower()).split())
    return _YOURS.sub("", text).strip(" -")


def _headings(document: Document) -> list[tuple[int, Tag]]:
    found = ((html.place(tag).start, tag) for level in _HEADINGS for tag in named(document, level))
    return sorted(found, key=lambda heading: heading[0])


def _is_about_others(document: Document, tag: Tag, headings: list[tuple[int, Tag]]) -> bool:
    """Whether the heading before the field, or the name of a group around it, speaks of somebody else."""
    before = bisect_right(headings, html.place(tag).start, key=lambda heading: heading[0])
    heading = any(_names_others(document, top) for _, top in headings[max(0, before - 1) : before])
    return heading or is_within(document, tag, _is_group_of_others)


def _is_group_of_others(document: Document, tag: Tag) -> bool:
    return (tag.name in {"form", "fieldset"} or "role" in tag.attrs) and _names_others(document, tag)


def _names_others(document: Document, tag: Tag) -> bool:
    """Judged once: many fields can share a heading."""
    known: dict[int, bool] = document.cache.setdefault(_OF_OTHERS, {})
    if id(tag) not in known:
        text = tag.get_text(" ", strip=True) if tag.name in _HEADINGS else name(document, tag)
        known[id(tag)] = _OTHERS.search(text) is not None
    return known[id(tag)]


def _is_search(_: Document, tag: Tag) -> bool:
    """Whether the fields in the element look something up."""
    if tag.name == "form" and attr(tag, "method").lower() == "get":
        return True
    return tag.name == "search" or attr(tag, "role") == "search"
