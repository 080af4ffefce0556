"""Reads letters from Word: docx, and the templates and files with macros that are built alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.model import Document, Problem
from duidelijk.office.docx import open_docx
from duidelijk.office.docx_numbering import Counters
from duidelijk.readers.declared_language import settle_languages
from duidelijk.readers.docx_story import NOTES, ON_PAPER, Story, Tally
from duidelijk.readers.extracted import Paragraph, compose

if TYPE_CHECKING:
    from duidelijk.office.docx import Docx


def read(data: bytes, name: str) -> Document:
    """The text of a Word file as its readers see it: with all changes accepted, without what is hidden.

    Headers come first and footers last, both outside the main content; notes follow the text. The origin of
    text is its ``w:t``, that of a tab, a break or a picture the element itself.

    Raises:
        ReadError: when the file is damaged, locked or unsafe, or has no text.
    """
    docx = open_docx(data, name)
    tally = Tally(Counters(docx.numbering))
    paragraphs = [*_paper(docx, tally, "header"), *_text(docx, tally), *_paper(docx, tally, "footer")]
    lang = settle_languages(paragraphs, tally.letters)
    meta = {"title": docx.title, "lang": lang or ""}
    return compose(
        data,
        name,
        "docx",
        paragraphs,
        meta={key: text for key, text in meta.items() if text},
        problems=[_unread(name)] if tally.has_unread else [],
        notices=[_macros(name)] if docx.has_macros else [],
        raw=docx,
    )


def _text(docx: Docx, tally: Tally) -> Iterator[Paragraph]:
    """The body, and its footnotes and endnotes in the order in which the text names them."""
    if docx.body is None:
        return
    story = Story(docx, docx.main, tally)
    story.read(docx.body)
    yield from story.found
    for kind, word in zip(("footnotes", "endnotes"), NOTES, strict=True):
        part, notes = docx.notes(kind)
        shown = [note for group, note in tally.notes if group == kind and note in notes]
        for number, note in enumerate(shown, 1):
            below = Story(docx, part, tally, f"{word} {number}")
            below.read(notes[note])
            yield from below.found


def _paper(docx: Docx, tally: Tally, kind: str) -> Iterator[Paragraph]:
    """What stands on the paper around the text."""
    for part in docx.paper(kind):
        root = docx.part(part)
        if root is not None:
            story = Story(docx, part, tally, ON_PAPER)
            story.read(root)
            yield from story.found


def _macros(name: str) -> Problem:
    return Problem(
        "In dit bestand zitten macro’s. duidelijk voert die niet uit en leest alleen de tekst.", name
    )


def _unread(name: str) -> Problem:
    return Problem(
        "Een deel van de tekst komt uit een ander bestand. Dat deel is niet gelezen.",
        name,
        hint="Open het bestand in Word, sla het opnieuw op en controleer dat bestand.",
    )
