"""Which files in a folder are letters or pages: by name where that says it, else by their first bytes."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePath
from typing import Final

from duidelijk.errors import ReadError
from duidelijk.readers.kinds import CANNOT, EXTENSIONS, format_of

READ: Final = "lezen"
PASS: Final = ""
_TEMPORARY: Final = re.compile(
    r"\.|~\$|~wr|#.*#$"
    r"|.*(?:~|\.(?:tmp|temp|bak|wbk|asd|swp|old|orig|part|partial|filepart|download|crdownload))$",
    re.IGNORECASE | re.DOTALL,
)
# Kinds that say enough by their name. Some hold a PDF or a zip, which a look inside would take for a letter.
_OTHER: Final = re.compile(
    r"""\.(?:
    7z|ai|apk|avi|bmp|bz2|c|cfg|conf|cpp|cs|css|csv|db|dll|eps|epub|exe|gif|gz|h|heic|ico|ini|iso|jar
    |java|jpeg|jpg|js|json|lock|log|mjs|mkv|mov|mp3|mp4|odg|odp|ods|pack|png|po|pot|ppt|pptx|ps|psd
    |py|pyc|rar|rs|sh|so|sql|svg|tar|tgz|tif|tiff|toml|ts|tsv|ttf|vsd|vsdx|wav|webm|webp|whl|woff
    |woff2|xls|xlsb|xlsm|xlsx|xml|xz|yaml|yml|zip
    )\Z""",
    re.VERBOSE,
)
_EXTENSION: Final = re.compile(r"\.[a-z][a-z0-9]{0,6}\Z", re.IGNORECASE)
_HTML: Final = re.compile(rb"(?>\s+|<!--.*?-->)*+<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_OFFICE: Final = ((b"[Content_Types].xml", b"word/"), (b"mimetype", b"opendocument.text"))
_OLE: Final = b"\xd0\xcf\x11\xe0"
_WORD: Final = "WordDocument".encode("utf-16-le")  # the stream that makes an OLE file a Word file
_RTF: Final = b"{\\rtf"
_STARTS: Final = {b"PK\x03\x04", b"%PDF", b"{\\rt", _OLE, b"\x78\x9f\x3e\x22"}
_SAMPLE: Final = 65_536


def is_temporary(name: str) -> bool:
    """Whether a program left the file for a while: hidden files, locks, half downloads and back-ups."""
    return _TEMPORARY.match(name) is not None


def choice(file: Path) -> str:
    """``READ``, ``PASS``, or the extension of a letter in a format that cannot be read (``.doc``)."""
    suffix = PurePath(file).suffix.lower()
    if _OTHER.match(suffix):
        return PASS
    try:
        status = os.stat(file)  # noqa: PTH116 - half the time of Path.stat, for each file of a folder
    except OSError:
        return READ if suffix in EXTENSIONS else PASS
    hidden = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN  # on Windows
    if hidden or not stat.S_ISREG(status.st_mode):
        return PASS  # reading a pipe or a device might never end
    if suffix in EXTENSIONS:
        return READ
    is_named = _EXTENSION.match(suffix) is not None
    try:
        return _by_content(file, suffix if is_named else "")
    except OSError:
        return suffix if suffix in CANNOT and suffix != ".dat" else PASS


def _by_content(file: Path, suffix: str) -> str:
    with file.open("rb") as opened:
        start = opened.read(4)
        if suffix and suffix not in CANNOT and start not in _STARTS:
            return PASS
        start += opened.read(_SAMPLE)
        size = opened.seek(0, os.SEEK_END)
        opened.seek(max(len(start), size - _SAMPLE))
        sample = start + opened.read(_SAMPLE)
    if start.startswith(b"PK") and not any(all(mark in sample for mark in marks) for marks in _OFFICE):
        return PASS
    if start.startswith(_OLE):
        return suffix if suffix in CANNOT else PASS if suffix else ".doc"
    try:
        kind = format_of(sample, file.name)
    except ReadError:
        return _cannot(start)
    if suffix == ".dat" or (suffix and suffix not in CANNOT):
        return READ if kind in {"docx", "odt", "pdf"} else PASS
    if suffix:
        return READ
    return READ if kind in {"docx", "odt", "pdf", "eml"} or _HTML.match(start) else PASS


def _cannot(start: bytes) -> str:
    if start.startswith(_RTF):
        return ".rtf"
    return ".dat" if start.startswith(b"\x78\x9f\x3e\x22") else PASS


def old_letter(data: bytes) -> str | None:
    """``.doc`` or ``.rtf`` if LibreOffice can make a docx of these bytes, else None."""
    if data.startswith(_RTF):
        return ".rtf"
    return ".doc" if data.startswith(_OLE) and _WORD in data else None
