"""Bytes to documents: one reader a format, loaded only when a file of that format comes by."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.errors import ReadError
from duidelijk.model import Document, Source
from duidelijk.readers.kinds import EXTENSIONS, format_of

__all__ = ["EXTENSIONS", "format_of", "held", "read", "read_text"]

MAX_LINE: Final = 4_000_000  # characters

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


def read(data: bytes, name: str, *, charset: str | None = None) -> Document:
    """Read one file. ``charset`` is what a web server said about the bytes, if anything.

    Raises ``ReadError`` when the bytes are no letter or page, or cannot be taken in.
    """
    from duidelijk.readers.decode import decode, refuse_too_large

    refuse_too_large(len(data), name)
    kind = format_of(data, name)
    match kind:
        case "docx":
            from duidelijk.readers import docx

            return docx.read(data, name)
        case "odt":
            from duidelijk.readers import odt

            return odt.read(data, name)
        case "pdf":
            from duidelijk.readers import pdf

            return pdf.read(data, name)
        case "eml":
            from duidelijk.readers import email

            return email.read(data, name)
        case _:
            pass
    return read_text(decode(data, name, markup=kind == "html", charset=charset), kind)


def held(text: str, name: str) -> Source:
    """A text that a program holds in memory, such as an editor, ready for :func:`read_text`.

    Raises ``ReadError`` when it is too large, or no text.
    """
    from duidelijk.readers import decode

    return decode.held(text, name)


def read_text(source: Source, kind: str) -> Document:
    """Read what is text already; ``kind`` is ``text``, ``markdown`` or ``html``.

    Raises ``ReadError`` when a line is too long.
    """
    if kind == "html":
        from duidelijk.readers import html

        return html.read(source)
    _refuse_long_line(source.text, source.name)
    if kind == "markdown":
        from duidelijk.readers import markdown

        return markdown.read(source)
    from duidelijk.readers import text

    return text.read(source)


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
