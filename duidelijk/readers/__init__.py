"""Bytes to documents: one reader a format, loaded only when a file of that format comes by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from duidelijk.errors import ReadError
from duidelijk.model import Document

EXTENSIONS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
NOT_YET: Final[Mapping[str, str]] = {
    ".doc": "een Word-bestand (doc)",
    ".docx": "een Word-bestand (docx)",
    ".dotx": "een Word-sjabloon (dotx)",
    ".eml": "een e-mail (eml)",
    ".msg": "een e-mail uit Outlook (msg)",
    ".odt": "een LibreOffice-bestand (odt)",
    ".pdf": "een pdf-bestand",
    ".rtf": "een rtf-bestand",
}
"""Letters that this version cannot read yet; their text would be full of marks that nobody wrote."""

MAX_LINE: Final = 4_000_000  # characters

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_MARKUP: Final = re.compile(
    rb"(?:\s|<!--.*?-->)*<(?:!doctype\b|\?xml\b|/?[a-z][a-z0-9-]*[\s/>])", re.IGNORECASE | re.DOTALL
)


def read(data: bytes, name: str, *, charset: str | None = None) -> Document:
    """Read one file. ``charset`` is what a web server said about the bytes, if anything.

    Raises ``ReadError`` when the bytes are not text or cannot be taken in.
    """
    from duidelijk.readers.decode import decode

    _refuse_not_yet(name)
    kind = format_of(name, data)
    source = decode(data, name, markup=kind == "html", charset=charset)
    if kind == "html":
        from duidelijk.readers import html

        return html.read(source)
    _refuse_long_line(source.text, name)
    if kind == "markdown":
        from duidelijk.readers import markdown

        return markdown.read(source)
    from duidelijk.readers import text

    return text.read(source)


def format_of(name: str, data: bytes) -> str:
    """``text``, ``markdown`` or ``html``: by extension, else by how the content begins.

    A web address says little about what a server sends, so there the content goes first.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    looks_like_html = _MARKUP.match(head) is not None
    if "://" in name:
        if looks_like_html:
            return "html"
        name = re.split(r"[?#]", name, maxsplit=1)[0]
    known = EXTENSIONS.get(PurePosixPath(name).suffix.lower())
    return known or ("html" if looks_like_html else "text")


def _refuse_not_yet(name: str) -> None:
    kind = None if "://" in name else NOT_YET.get(PurePosixPath(name).suffix.lower())
    if kind is not None:
        raise ReadError(
            f"Dit is {kind}; dat kan duidelijk nog niet lezen.",
            file=name,
            hint="Sla de tekst op als tekstbestand, Markdown of HTML en controleer dat bestand.",
        )


def _refuse_long_line(text: str, name: str) -> None:
    start = 0
    while len(text) - start > MAX_LINE:
        stop = start + MAX_LINE + 1
        last = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop))
        if last < 0:
            raise ReadError(
                f"Deze regel is te lang: meer dan {MAX_LINE} tekens.",
                file=name,
                line=1 + len(_LINE_END.findall(text, 0, start)),
                hint="Zet in de tekst een nieuwe regel na elke alinea.",
            )
        start = last + 1
