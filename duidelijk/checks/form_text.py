"""The words of a form: labels that say what to fill in, and messages that say what went wrong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.by_role import exposed
from duidelijk.checks.elements import is_main, plain, squeeze
from duidelijk.checks.empty_phrases import says_nothing
from duidelijk.checks.markup import DECORATIVE, attr, image_names, is_hidden, named, own_name, role
from duidelijk.checks.prose import any_of
from duidelijk.html import hidden
from duidelijk.html.names import name
from duidelijk.model import Document, Hit, Outcome
from duidelijk.nlp.language import is_dutch

if TYPE_CHECKING:
    from bs4.element import Tag

_FIELDS: Final = ("input", "select", "textarea")
_PARTS: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "form", "legend")
_HOLDERS: Final = ("div", "p", "span", "strong", "em", "small", "li", "ul", "section", "output")
_ROLES: Final = ("textbox", "searchbox", "combobox", "listbox", "slider", "spinbutton")
_NO_FIELD: Final = frozenset({"hidden", "submit", "reset", "button", "image"})
_CHOICES: Final = frozenset({"radio", "checkbox"})
_VAGUE: Final = re.compile(
    any_of(
        r"""
        (?:invoer|tekst|invul|formulier)?veld ?\d{0,3}|(?:vraag|optie|keuze) ?\d{1,3}
        (?:tekstvak|vak|label|input|field|item|text) ?\d{0,3}
        invoer|invullen|vul (?:hier )?in|typ hier|hier typen|tekst|gegevens|waarde|info|menu|antwoord
        voer (?:iets )?in|(?:uw|jouw) (?:invoer|gegevens|tekst|antwoord)|onbekend|naamloos|untitled|\W+|x+
        """
    ),
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"\s*(?:\((?:verplicht|optioneel|niet verplicht)\)|\*|:)+\s*")
_MESSAGE: Final = re.compile(
    r"(?:^|[-_ ])(?:errors?|fout\w*|invalid\w*|error-?messages?|validat\w*|melding\w*)(?=$|[-_ ])",
    re.IGNORECASE,
)
_WRONG: Final = r"(?:ongeldige?|onjuiste?|verkeerde?|foutieve?|foute?|incorrecte?)"
_INPUT: Final = r"(?:invoer|waarde|gegevens|veld|velden|invulling|formulier|input)"
_EMPTY_MESSAGE: Final = re.compile(
    any_of(
        rf"""
        (?:dit is een )?{_WRONG} {_INPUT}|{_WRONG}|invalid|error|fout(?:melding)?
        (?:(?:de|uw|deze|dit|het) )?{_INPUT} (?:is|zijn) (?:{_WRONG}|niet (?:geldig|juist|correct|goed))
        er (?:is|zijn) (?:een )?fout(?:en)?(?: (?:opgetreden|gevonden|gemaakt))?
        er (?:is|ging|gaat) iets (?:mis|fout)(?: ?gegaan)?|probeer (?:het )?opnieuw
        vul (?:het|dit|alle|de)(?: verplichte)? veld(?:en)?(?: (?:goed|juist|correct|volledig))? in
        controleer (?:uw |de |het )?{_INPUT}|niet (?:goed|juist|correct|volledig) ingevuld
        """
    ),
    re.IGNORECASE,
)
_LONGEST: Final = 120
_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+")
_OUTCRY: Final = re.compile(
    r"^(?:(?:oeps|oei|helaas|sorry|let op|attentie|pas op|oops)\b[\s,:!.]*|"
    r"(?:fout|error|warning|waarschuwing|melding)\s*[,:!.]\s*)+(?=\S)|"
    r"[,\s]+(?:a\.?u\.?b\.?|s\.?v\.?p\.?|alstublieft|please)$",
    re.IGNORECASE,
)


def vague_labels(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Labels such as ‘Veld 1’; and, less sure, a label that another field under the same heading has too."""
    seen: set[tuple[object, str]] = set()
    dutch = is_dutch(document.meta.get("lang"))
    parts = sorted(html.place(tag).start for one in _PARTS for tag in named(document, one))
    for field, label, place in _labelled(document, whole_page=whole_page):
        bare = squeeze(_MARKS.sub(" ", label))
        listed = says_nothing(bare or label, "label", dutch=dutch)
        if listed or _VAGUE.fullmatch(bare or label):
            yield Hit(None, html.place(place), {"gevonden": label})
            continue
        if listed is None and attr(field, "type").lower() not in _CHOICES:
            yield Hit(None, html.place(place), {"gevonden": label}, outcome="cantTell")
            continue
        if attr(field, "type").lower() in _CHOICES or not dutch:
            continue
        key = (_group(field, parts), bare.casefold())
        if key in seen:
            yield Hit(None, html.place(place), {"gevonden": label}, outcome="cantTell")
        seen.add(key)


def vague_messages(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Messages in a form that say that something is wrong, and not what or where.

    Sure where the message belongs to no field; a field that refers to it says at least where.
    """
    if not any(named(document, one) for one in (*_FIELDS, "form")):
        return
    lang = document.meta.get("lang")
    dutch = is_dutch(lang)
    if not dutch and not (lang or "").lower().startswith("en"):
        return
    owners = _owners(document)
    found = [tag for one in _HOLDERS for tag in named(document, one) if tag.attrs and _is_message(tag)]
    outer = {id(parent) for tag in found for parent in tag.parents}
    for tag in found:
        if id(tag) in outer or not (whole_page or is_main(document, tag)):
            continue
        text = plain(tag)
        judged = _judged(text, dutch=dutch)
        if judged is not False:
            sure = (
                judged is True
                and attr(tag, "id") not in owners
                and tag.find_parent(["label", "td", "li"]) is None
            )
            outcome: Outcome = "failed" if sure and not is_hidden(tag) else "cantTell"
            yield Hit(None, html.place(tag), {"gevonden": text}, outcome=outcome)


def _judged(text: str, *, dutch: bool) -> bool | None:
    """True for a message of which no sentence says anything, None where it depends on the place."""
    if not 0 < len(text) <= _LONGEST:
        return False
    if dutch and _EMPTY_MESSAGE.fullmatch(text.strip(" .!:*")):
        return True
    said = []
    for sentence in _SENTENCE.split(text):
        bare = _OUTCRY.sub("", sentence).strip(" .!:*,")
        if bare:
            known = dutch and _EMPTY_MESSAGE.fullmatch(bare) is not None
            said.append(True if known else says_nothing(bare, "melding", dutch=dutch))
    if False in said or not said:
        return False
    return True if True in said else None


def _labelled(document: Document, *, whole_page: bool) -> Iterator[tuple[Tag, str, Tag]]:
    """The fields with a label, their names, and the element that holds the name."""
    words: dict[int, str] = {}
    labels: dict[str, list[Tag]] = {}
    for label in named(document, "label"):
        labels.setdefault(attr(label, "for"), []).append(label)
    fields = [tag for one in _FIELDS for tag in named(document, one)]
    for field in sorted(fields, key=html.place):
        kind = attr(field, "type").lower() if field.name == "input" else ""
        if kind in _NO_FIELD or _is_concealed(field) or not (whole_page or is_main(document, field)):
            continue
        if role(field) in DECORATIVE and "disabled" in field.attrs:
            continue
        own = own_name(field)
        if own:
            yield field, squeeze(own), field
            continue
        pointing = labels.get(attr(field, "id"), []) if attr(field, "id") else []
        holder = next(iter(pointing), None) or field.find_parent("label")
        if holder is not None and not is_hidden(holder):
            yield field, _words(holder, words), holder
    for field in exposed(document, *_ROLES):
        if field.name not in _FIELDS and (whole_page or is_main(document, field)):
            said = name(document, field)
            if said:
                yield field, squeeze(said), field


def _is_concealed(field: Tag) -> bool:
    """Whether nobody meets the field; what is no text for a reader may still be a field."""
    return hidden.is_concealed(field) or (field.parent is not None and is_hidden(field.parent))


def _words(label: Tag, said: dict[int, str]) -> str:
    """The text of a label without that of the field in it. ``said`` keeps it: more fields may stand in it."""
    if id(label) in said:
        return said[id(label)]
    inside = label.find(["select", "textarea"])
    skipped = frozenset(map(id, inside.descendants if inside is not None else ()))
    texts = [str(text) for text in label.strings if id(text) not in skipped]
    found = said[id(label)] = squeeze(" ".join(["".join(texts), *image_names(label)]))
    return found


def _group(field: Tag, parts: Sequence[int]) -> object:
    """What sets the field apart from others with the same label: its group, row or the heading above it.

    ``parts``: where the headings and forms of the page begin.
    """
    for parent in field.parents:
        if parent.name in {"fieldset", "tr", "li"} or role(parent) in {"group", "radiogroup"}:
            return parent.name, id(parent)
    return bisect_right(parts, html.place(field).start)


def _owners(document: Document) -> frozenset[str]:
    """The ids that fields refer to for a description or a message."""
    fields = (field for one in _FIELDS for field in named(document, one))
    return frozenset(
        one
        for field in fields
        for one in f"{attr(field, 'aria-describedby')} {attr(field, 'aria-errormessage')}".split()
    )


def _is_message(tag: Tag) -> bool:
    """Whether the page says that this element holds a message about what was filled in."""
    if "role" in tag.attrs and role(tag) == "alert":
        return True
    if "class" not in tag.attrs and "id" not in tag.attrs:
        return False
    return _MESSAGE.search(f"{attr(tag, 'class')} {attr(tag, 'id')}") is not None
