"""The words of a part of a mail: out of its character set, and out of ``format=flowed``."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.errors import ReadError
from duidelijk.readers.decode import known_encoding
from duidelijk.readers.email_parts import is_damaged, parameter, payload

if TYPE_CHECKING:
    from email.message import Message

_META: Final = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD: Final = 4096
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_WIDE: Final = ("utf-16", "utf-32")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_QUOTED: Final = re.compile(r">+")
_SIGNATURE: Final = "-- "


class Words(NamedTuple):
    """The text of one part. ``wrong_charset`` is the set that the mail names if the text is not in it."""

    text: str
    wrong_charset: str = ""
    damaged: bool = False


def words_of(part: Message[Any, Any], name: str) -> Words:
    """The text of a part as the writer typed it, with ``\\n`` at the end of each line.

    A character set that is unknown or does not fit gives way to UTF-8, and that to windows-1252.

    Raises:
        ReadError: when what stands there is no text.
    """
    data = payload(part)
    text, wrong = _decoded(data, parameter(part, "charset"), part.get_content_type() == "text/html")
    if "\0" in text:
        raise ReadError(
            "De tekst van dit bericht is beschadigd: er staan tekens in die geen tekst zijn.",
            file=name,
            hint="Open het bericht in uw mailprogramma en sla het opnieuw op als eml.",
        )
    text = _LINE_END.sub("\n", text)
    if parameter(part, "format").lower() == "flowed":
        text = unflowed(text, drop_space=parameter(part, "delsp").lower() == "yes")
    return Words(text, wrong, is_damaged(part))


def unflowed(text: str, *, drop_space: bool) -> str:
    """Text with ``format=flowed`` with each paragraph on one line (RFC 3676).

    A line that ends in a space goes on in the next one if that is quoted as deeply. ``drop_space`` (DelSp)
    says that this space is no part of the text.
    """
    out: list[str] = []
    open_depth = -1  # how deeply the line before is quoted, if it goes on; else -1
    for line in text.split("\n"):
        marks = _QUOTED.match(line)
        depth = marks.end() if marks else 0
        content = line[depth:].removeprefix(" ")
        goes_on = content.endswith(" ") and content != _SIGNATURE
        shown = content[:-1] if goes_on and drop_space else content
        if depth == open_depth and content != _SIGNATURE:
            out.append(shown)
        else:
            # A line with its own “>” is no quote: the space that says so stays.
            lead = ">" * depth + " " if depth else " " if content.startswith(">") else ""
            out += ("\n", lead, shown)
        open_depth = depth if goes_on else -1
    return "".join(out[1:])


def _decoded(data: bytes, charset: str, is_page: bool) -> tuple[str, str]:
    """The text, and the character set that was named without being right."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ""
    declared = [charset] if charset else []
    if is_page and not charset:
        meta = _META.search(data[:_HEAD])
        declared += [meta[1].decode("ascii", "replace")] if meta else []
    for label in declared:
        known = _encoding(label)
        if known is not None:
            try:
                return data.decode(known), ""
            except UnicodeDecodeError:
                pass
    try:
        return data.decode(), declared[0] if declared and not data.isascii() else ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), declared[0] if declared else "onbekend"


def _encoding(label: str) -> str | None:
    """The codec for a character set as mails write it; unlike a web page, a part can be UTF-16."""
    try:
        known = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return known if known.startswith(_WIDE) else known_encoding(label)
