"""What kind of file some bytes are: by their content, and for text by the extension of the name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from duidelijk.errors import ReadError

EXTENSIONS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
    ".dotm": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".eml": "eml",
}
CANNOT: Final[Mapping[str, tuple[str, str]]] = {
    ".doc": ("een oud Word-bestand (doc)", "Open het in Word of LibreOffice en sla het op als docx."),
    ".rtf": ("een rtf-bestand", "Open het in Word of LibreOffice en sla het op als docx."),
    ".fodt": ("een plat OpenDocument-bestand (fodt)", "Open het in LibreOffice en sla het op als odt."),
    ".msg": ("een e-mail uit Outlook (msg)", "Open het bericht in Outlook en sla het op als eml."),
    ".dat": (
        "een bijlage uit Outlook (winmail.dat)",
        "Vraag de afzender het bericht als tekst of html te sturen.",
    ),
}
"""Letters that cannot be read, by extension: what they are, and what their owner can do."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = b"{\\rtf"
_TNEF: Final = b"\x78\x9f\x3e\x22"
_PDF: Final = re.compile(rb"%PDF-\d")
_OTHER_ZIPS: Final = (
    (b"xl/", "een Excel-bestand (xlsx)"),
    (b"ppt/", "een PowerPoint-bestand (pptx)"),
    (b"opendocument.", "een ander LibreOffice-bestand dan een tekst"),
)
_FLAT: Final = b"<office:document"
_HEAD: Final = 1024
_SAMPLE: Final = 65_536
_MAIL: Final = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?"
    rb"(?:from|to|subject|received|return-path|message-id|mime-version|delivered-to):",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(
    rb"(?>\s|<!--.*?-->)*+<(?:!doctype\b|\?xml\b|/?[a-z][a-z0-9-]*[\s/>])", re.IGNORECASE | re.DOTALL
)


def format_of(data: bytes, name: str) -> str:
    """``text``, ``markdown``, ``html``, ``docx``, ``odt``, ``pdf`` or ``eml``.

    A web address says little about what a server sends, so there the content of a page goes first.

    Raises:
        ReadError: for a kind of file that is known and cannot be read, with what to do.
    """
    suffix = _suffix(name)
    if data.startswith(_ZIP):
        return _kind_of_zip(data, name)
    if _PDF.search(data, 0, _HEAD):
        return "pdf"
    if data.startswith(_OLE):
        raise _ole(data, name)
    if data.startswith(_RTF):
        raise _cannot(".rtf", name)
    if data.startswith(_TNEF):
        raise _cannot(".dat", name)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    if _FLAT in head and head.lstrip().startswith((b"<?xml", _FLAT)):
        raise _cannot(".fodt", name)
    looks_like_html = _MARKUP.match(head) is not None
    if "://" in name and looks_like_html:
        return "html"
    known = EXTENSIONS.get(suffix)
    if known in {"docx", "odt", "pdf"}:
        raise ReadError(
            f"Dit is geen {known}-bestand, al heet het zo.",
            file=name,
            hint="Open het in het programma waarmee het is gemaakt en sla het opnieuw op.",
        )
    if known is None and _MAIL.match(data, 0, _SAMPLE):
        return "eml"
    return known or ("html" if looks_like_html else "text")


def _kind_of_zip(data: bytes, name: str) -> str:
    """``docx`` or ``odt``, by the names and the first lines that every office file has."""
    ends = data[:_SAMPLE] + data[-_SAMPLE:]
    if b"word/" in ends:
        return "docx"
    if b"opendocument.text" in ends:
        return "odt"
    other = next((kind for mark, kind in _OTHER_ZIPS if mark in ends), "een ingepakt bestand (zip)")
    raise ReadError(
        f"Dit is {other}; dat kan duidelijk niet lezen.",
        file=name,
        hint="duidelijk leest brieven en webpagina’s. Pak een zip eerst uit.",
    )


def _ole(data: bytes, name: str) -> ReadError:
    """An old Office file, an Outlook message, or a new Office file with a password: all look alike."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        from duidelijk.office.package import locked

        return locked(name)
    is_mail = "__nameid_version1.0".encode("utf-16-le") in data or _suffix(name) == ".msg"
    return _cannot(".msg" if is_mail else ".doc", name)


def _suffix(name: str) -> str:
    if "://" in name:
        name = re.split(r"[?#]", name, maxsplit=1)[0]
    return PurePosixPath(name).suffix.lower()


def _cannot(extension: str, name: str) -> ReadError:
    kind, hint = CANNOT[extension]
    return ReadError(f"Dit is {kind}; dat kan duidelijk niet lezen.", file=name, hint=hint)
