"""Reads letters from LibreOffice: OpenDocument texts and templates (odt, ott)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk.model import Document, Problem
from duidelijk.office.odf import TEXT
from duidelijk.office.odt import open_odt
from duidelijk.readers.declared_language import settle_languages
from duidelijk.readers.extracted import Paragraph, compose
from duidelijk.readers.odt_story import ON_PAPER, Story, Tally

if TYPE_CHECKING:
    from duidelijk.office.odt import Odt


PICTURES: Final = "odt pictures"
"""Where ``Document.cache`` has the pictures by their anchor: one without words has no origin."""


def read(data: bytes, name: str) -> Document:
    """The text of an OpenDocument file as its readers see it: changes accepted, without what is hidden.

    Headers come first and footers last, both outside the main content; notes follow the text. The origin of
    text is an element and ``text`` or ``tail``; of a space, tab, break or picture it is with ``element``.

    Raises:
        ReadError: when the file is damaged, locked or unsafe, or has no text.
    """
    odt = open_odt(data, name)
    tally = Tally()
    paragraphs = [*_paper(odt, tally, "header"), *_text(odt, tally), *_paper(odt, tally, "footer")]
    lang = settle_languages(paragraphs, tally.letters)
    meta = {"title": odt.title, "lang": lang or ""}
    document = compose(
        data,
        name,
        "odt",
        paragraphs,
        meta={key: text for key, text in meta.items() if text},
        notices=[_macros(name)] if odt.has_macros else [],
        raw=odt,
    )
    document.cache[PICTURES] = tally.shown
    return document


def _text(odt: Odt, tally: Tally) -> Iterator[Paragraph]:
    """The body, and its footnotes and endnotes in the order in which the text names them."""
    story = Story(odt, tally)
    story.read(odt.body)
    yield from story.found
    notes, tally.notes = tally.notes, []
    for kind, word in (("footnote", "voetnoot"), ("endnote", "eindnoot")):
        shown = [note for note in notes if note.get(TEXT + "note-class", "footnote") == kind]
        for number, note in enumerate(shown, 1):
            for body in note.iterchildren(TEXT + "note-body"):
                below = Story(odt, tally, f"{word} {number}")
                below.read(body)
                yield from below.found


def _paper(odt: Odt, tally: Tally, kind: str) -> Iterator[Paragraph]:
    """What stands on the paper around the text; pages of several kinds may have the same."""
    seen: set[tuple[str, ...]] = set()
    for root in odt.paper(kind):
        story = Story(odt, tally, ON_PAPER)
        story.read(root)
        words = tuple(one.words for one in story.found)
        if words not in seen:
            seen.add(words)
            yield from story.found


def _macros(name: str) -> Problem:
    return Problem(
        "In dit bestand zitten macro’s. duidelijk voert die niet uit en leest alleen de tekst.", name
    )
