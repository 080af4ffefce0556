"""What an office file or a PDF says about itself as a whole: its title and its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Final

from duidelijk.checks.page_language import LANGUAGES, fits, primary, sure_language
from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.office.facts import facts

if TYPE_CHECKING:
    from duidelijk.pdf.file import Pdf

_MADE_BY: Final = re.compile(r"microsoft (?:office )?(?:word|powerpoint|excel) ?[-–] ?", re.IGNORECASE)
_FILE: Final = re.compile(
    r"\S.*\.(?:docx?|dotx?|docm|dotm|odt|ott|rtf|pdf|txt|indd|pptx?|xlsx?)", re.IGNORECASE
)
_GENERIC: Final = re.compile(
    r"(?:(?:document|naamloos|untitled|tekst|text|doc|brief|letter|sjabloon|template|titel|title|kop|word)"
    r"[ -]?(?:document)?|geen titel|zonder titel|no title|powerpoint[- ]?presentatie|presentatie|"
    r"titel van (?:het|dit) document|\[.*\]|lege? (?:pagina|document))[ _-]?\(?\d*\)?",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"[\w.()-]*[\d_][\w.()-]*")  # one ‘word’ with a number or an underscore
_CODED: Final = re.compile(r"[\d_-]")
_SURE: Final = 0.8
_LEAST: Final = 20  # words in another language
_UNREAD: Final = frozenset({"code", "address", "signature", "image_alt"})
TOP: Final = Span(0, 0)
"""Where to point for the document as a whole."""


def missing_title(document: Document) -> Iterator[Hit]:
    """A document without a title in its properties, which is not the heading on its first page."""
    if _title(document) == "":
        yield Hit(None, TOP)


def empty_title(document: Document) -> Iterator[Hit]:
    """A title that is the name of the file or what a program filled in, such as ‘Document1’."""
    title = _title(document)
    if title and _says_nothing(title, document.source.name):
        yield Hit(None, TOP, {"titel": title})


def missing_language(document: Document) -> Iterator[Hit]:
    """A document that says nowhere in which language it is."""
    if declared_language(document) == "" and any(block.text for block in document.blocks):
        yield Hit(None, TOP)


def wrong_language(document: Document) -> Iterator[Hit]:
    """A document that says of most of its text that it is in another language than it is."""
    said = primary(declared_language(document) or "")
    if len(said) != 2:
        return
    found = Counter[str]()
    for block in _main(document):
        code = sure_language(document, block.text, said)
        if code is not None:
            found[code] += count_words(block.text)
    if (
        not found
        and (whole := sure_language(document, " ".join(b.text for b in _main(document)), said)) is not None
    ):
        found[whole] = _LEAST
    code, words = max(found.items(), key=lambda one: one[1], default=(said, 0))
    if not fits(said, code) and words >= _SURE * found.total():
        yield Hit(
            None,
            TOP,
            {"taal": LANGUAGES[code], "gezegd": LANGUAGES.get(said, said), "code": code},
        )


def declared_language(document: Document) -> str | None:
    """The language that an office file or PDF says it is in, empty when it does not; else None."""
    if document.format == "pdf":
        pdf: Pdf | None = document.raw
        return None if pdf is None else pdf.lang
    known = facts(document)
    return None if known is None else known.lang


def _title(document: Document) -> str | None:
    """The title in the properties; None for a format that has none."""
    if document.format == "pdf":
        pdf: Pdf | None = document.raw
        return None if pdf is None else pdf.title
    known = facts(document)
    return None if known is None else known.title


def _says_nothing(title: str, file: str) -> bool:
    bare = _MADE_BY.sub("", title).strip()
    name = PureWindowsPath(PurePath(file).name).name
    names = {name.casefold(), name.rsplit(".", 1)[0].casefold()}
    if _FILE.fullmatch(bare) or _GENERIC.fullmatch(bare) or bare != title or not re.search(r"\w\w", bare):
        return True
    looks_so = not bare[:1].isupper() or (" " not in bare and _CODED.search(bare) is not None)
    return (bare.casefold() in names and looks_so) or ("_" in bare and _JOINED.fullmatch(bare) is not None)


def _main(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.main and block.text and block.kind not in _UNREAD]
