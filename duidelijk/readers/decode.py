"""From bytes to text and back: finds the encoding of a file and says plainly when a file is not text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from duidelijk.errors import ReadError
from duidelijk.model import Source

MAX_BYTES: Final = 20_000_000
_HEAD: Final = 1024  # a declared encoding stands in the first 1024 bytes (WHATWG HTML, "prescan")
_SAMPLE: Final = 65_536

# The longest mark first: the one of UTF-32 begins with the one of UTF-16.
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_KINDS: Final = (
    (b"%PDF-", "een pdf-bestand"),
    (b"\x89PNG\r\n\x1a\n", "een afbeelding (png)"),
    (b"\xff\xd8\xff", "een afbeelding (jpg)"),
    (b"GIF8", "een afbeelding (gif)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Office-bestand (zoals .doc)"),
    (b"{\\rtf", "een rtf-bestand"),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)"),
)
_ZIP: Final = b"PK\x03\x04"
_ZIP_KINDS: Final = (
    (b"word/", "een Word-bestand (docx)"),
    (b"xl/", "een Excel-bestand (xlsx)"),
    (b"ppt/", "een PowerPoint-bestand (pptx)"),
    (b"opendocument.text", "een LibreOffice-bestand (odt)"),
)
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 12, 13, 27} | {127})
_UTF8_SEQUENCE: Final = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# Encodings of Western texts, the likeliest first, and what a Dutch text has outside ASCII. By counting these
# an old DOS or Mac file is told apart, which statistics of bytes alone often get wrong.
_WESTERN: Final = ("cp1252", "cp850", "mac_roman")
_LIKELY: Final = frozenset(
    "áàâäåãéèêëíìîïóòôöõúùûüçñøæßÁÀÂÄÅÉÈÊËÍÏÓÖÚÜÇÑØ‘’‚“”„–—…€£§°©®™«»·•²³½¼¾±×µ\u00a0\u00ad"
)
_HIGH_CHARS: Final = re.compile(r"[^\x00-\x7f]")
_IN_WORD: Final = re.compile(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])")
_JOINS: Final = frozenset("’–—\u00ad")
_META: Final = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_HALF: Final = re.compile("[\ud800-\udfff]")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")

_NO_TEXT: Final = "Dit bestand bevat geen gewone tekst."
_AS_TEXT: Final = "Sla de tekst op als tekstbestand, Markdown of HTML en controleer dat bestand."
_AS_UTF8: Final = "Open het bestand in een teksteditor en sla het opnieuw op als UTF-8."


def decode(data: bytes, name: str, *, markup: bool, charset: str | None = None) -> Source:
    """The text of a file, newlines as they stand and the byte order mark apart.

    The encoding comes from, in this order: the byte order mark, ``charset`` (what a web server said), for
    ``markup`` the declaration in the file itself, strict UTF-8, and a guess in which windows-1252 goes first.
    Raises ``ReadError`` when the file is too large, is not text, or cannot be decoded.
    """
    refuse_too_large(len(data), name)
    _refuse_known_kind(data, name)
    text, encoding, bom = _decode(data, name, markup=markup, charset=charset)
    return _source(data, name, text, encoding, bom)


def held(text: str, name: str) -> Source:
    """A text that a program holds in memory, such as an editor: as it stands, each character in its place.

    Half a character, which no file can hold, is read as the mark for an unknown one.
    Raises ``ReadError`` when it is too large, or no text.
    """
    whole = _HALF.sub("\ufffd", text)
    data = whole.encode()
    refuse_too_large(len(data), name)
    return _source(data, name, whole, "utf-8", bom=False)


def _source(data: bytes, name: str, text: str, encoding: str, bom: bool) -> Source:
    if "\0" in text:
        raise _binary(name)
    import hashlib

    return Source(name, text, hashlib.sha256(data).hexdigest(), encoding, bom)


def refuse_too_large(size: int, name: str) -> None:
    """Refuse a file of more than ``MAX_BYTES`` bytes, if possible before it is read.

    Raises:
        ReadError: with the size and the limit.
    """
    if size > MAX_BYTES:
        raise ReadError(
            f"Dit bestand is te groot: {_megabytes(size)} MB. Het maximum is {_megabytes(MAX_BYTES)} MB.",
            file=name,
            hint="Deel het bestand op in kleinere bestanden.",
        )


def encode(source: Source, text: str) -> bytes:
    """``text`` as bytes in the encoding of ``source``, byte order mark included if the file had one.

    Raises ``ReadError`` when a character does not exist in that encoding.
    """
    try:
        data = text.encode(source.encoding)
    except UnicodeEncodeError as error:
        raise ReadError(
            f"Het teken ‘{text[error.start]}’ past niet in dit bestand (tekenset {source.encoding}).",
            file=source.name,
            line=_line(text[: error.start]),
            hint=_AS_UTF8,
        ) from error
    if not source.bom:
        return data
    mark = next(mark for mark, encoding in _BOMS if encoding == source.encoding)
    return mark + data


def _decode(data: bytes, name: str, *, markup: bool, charset: str | None) -> tuple[str, str, bool]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), encoding, True
    wide = _utf16_without_mark(data)
    if wide is not None:
        return _strict(data, wide, name), wide, False
    if 0 in data or _too_many_controls(data):
        raise _binary(name)
    declared = [known_encoding(charset)] if charset else []
    if markup:
        declared.append(_declared(data[:_HEAD]))
    for candidate in (*declared, "utf-8"):
        if candidate is None:
            continue
        try:
            return data.decode(candidate), candidate, False
        except UnicodeDecodeError:
            continue
    encoding = _guess(data, name)
    return _strict(data, encoding, name), encoding, False


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"De tekst van dit bestand is beschadigd: niet alle tekens zijn te lezen als {encoding}.",
            file=name,
            line=_line(data[: error.start].decode(encoding, "replace")),
            hint=_AS_UTF8,
        ) from error


def known_encoding(label: str) -> str | None:
    """The codec for an encoding name as web pages write it; None when there is no such text encoding.

    Browsers read ``latin1`` and ``ascii`` as windows-1252, and a page that could be read far enough to find
    ``utf-16`` in it cannot be UTF-16 (WHATWG Encoding and HTML).
    """
    try:
        info = codecs.lookup(label.strip())
        "".encode(info.name)  # leaves out codecs that are not for text, such as base64
    except (LookupError, ValueError):
        return None
    if info.name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return "utf-8" if info.name.startswith(("utf-16", "utf-32", "utf-7")) else info.name


def _declared(head: bytes) -> str | None:
    xml = _XML.match(head)
    match = xml or _META.search(_COMMENT.sub(b"", head))
    return known_encoding(match[1].decode("ascii", "replace")) if match else None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 text in a Western language has a NUL in nearly every other byte, and hardly elsewhere."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for full, empty, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if full >= 0.7 * half and empty <= 0.01 * half:
            text = sample.decode(encoding, "replace")
            odd_ones = sum(char < " " and char not in "\t\n\r\f" for char in text)
            return encoding if odd_ones <= 0.01 * len(text) else None
    return None


def _too_many_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > max(2, len(sample) // 100)


def _guess(data: bytes, name: str) -> str:
    """The encoding of bytes that are not UTF-8."""
    high = len(_HIGH.findall(data))
    sequences = sum(len(match) for match in _UTF8_SEQUENCE.findall(data))
    if sequences > high / 2:
        _strict(data, "utf-8", name)  # nearly all of it is UTF-8: say where it is not
    for encoding in _WESTERN:
        if _is_likely(data, encoding):
            return encoding
    import charset_normalizer

    first = _HIGH.search(data)
    start = max(0, first.start() - _SAMPLE // 2) if first else 0
    best = charset_normalizer.from_bytes(data[start : start + _SAMPLE]).best()
    if best is None:
        raise _binary(name)
    return best.encoding


def _is_likely(data: bytes, encoding: str) -> bool:
    """Whether ``data`` in this encoding has the characters of a Dutch text, and no odd ones inside words."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    high = _HIGH_CHARS.findall(text)
    likely = sum(char in _LIKELY for char in high)
    in_words = _IN_WORD.findall(text)
    return likely >= 0.95 * len(high) and all(char.islower() or char in _JOINS for char in in_words)


def _refuse_known_kind(data: bytes, name: str) -> None:
    for signature, kind in _KNOWN_KINDS:
        if data.startswith(signature):
            raise _binary(name, kind)
    if data.startswith(_ZIP):
        inside = (kind for mark, kind in _ZIP_KINDS if mark in data[:_SAMPLE] or mark in data[-_SAMPLE:])
        raise _binary(name, next(inside, "een ingepakt bestand (zip)"))


def _binary(name: str, kind: str | None = None) -> ReadError:
    message = f"Dit is geen tekstbestand, maar {kind}." if kind else _NO_TEXT
    return ReadError(message, file=name, hint=_AS_TEXT)


def _line(before: str) -> int:
    """The line (from 1) that follows the text ``before``."""
    return 1 + len(_LINE_END.findall(before))


def _megabytes(size: int) -> str:
    """Rounded up to a tenth, so that a file just over the limit never shows the limit itself."""
    return f"{-(-size // 100_000) / 10:g}".replace(".", ",")
