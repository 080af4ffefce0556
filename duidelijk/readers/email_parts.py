"""Takes a mail apart: its subject, the parts that are its text, and its attachments.

The stdlib parser does the work; what it takes in is kept within bounds, because anybody can send a mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.errors import ReadError

if TYPE_CHECKING:
    from email.message import Message
    from email.policy import EmailPolicy

_LONGEST_HEADER: Final = 4_000  # characters; a subject or the name of a file is never longer
_MAX_WORK: Final = 50_000_000  # lines times boundaries: the parser looks for every boundary in every line
_DEEPEST: Final = 100  # parts in parts
_NAME: Final = 100  # characters
_HEADER: Final = re.compile(rb"(?:From [^\r\n]*\r?\n)?[!-9;-~]{1,200}[ \t]*:")
_MBOX: Final = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{1,300} \d\d:\d\d[^\r\n]{0,40}\r?\n[!-9;-~]{1,80}:")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff›]+")
_SEALED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_TNEF: Final = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})


class Attachment(NamedTuple):
    """A file that came with a mail. ``name`` is fit to be shown and never holds a folder."""

    name: str
    part: Message[Any, Any]

    @property
    def is_outlook_only(self) -> bool:
        """Whether this is the ``winmail.dat`` in which Outlook hides the real text and attachments."""
        return self.part.get_content_type() in _TNEF or self.name.lower() == "winmail.dat"

    def data(self) -> bytes:
        """Its bytes.

        Raises:
            ReadError: for mails in mails without end.
        """
        if self.part.get_content_maintype() == "message":
            inner = self.part.get_payload()
            if isinstance(inner, list):
                try:
                    return b"\n".join(_as_bytes(one) for one in inner if not isinstance(one, str))
                except RecursionError as problem:
                    raise _too_deep(self.name) from problem
        return payload(self.part)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail in pieces. Of ``texts`` and ``pages`` (html) all parts that a reader sees, in order."""

    subject: str
    texts: tuple[Message[Any, Any], ...]
    pages: tuple[Message[Any, Any], ...]
    attachments: tuple[Attachment, ...]
    is_reply: bool


def open_mail(data: bytes, name: str) -> Mail:
    """Take a mail apart.

    Raises:
        ReadError: when this is no mail, several mails in one file, or a sealed one; with what to do.
    """
    _refuse_others(data, name)
    from email import message_from_bytes

    try:
        message = message_from_bytes(data, policy=_policy())
        parts = tuple(_leaves(message, name))
    except RecursionError as problem:
        raise _too_deep(name) from problem
    if any(part.get_content_type() in _SEALED for part in (message, *parts)):
        raise ReadError(
            "Dit bericht is versleuteld of verzegeld; duidelijk kan de tekst niet lezen.",
            file=name,
            hint="Open het bericht in uw mailprogramma en sla de tekst op als html of txt.",
        )
    shown = [part for part in parts if _is_shown(part)]
    hidden = {id(part) for part in shown}
    others = [part for part in parts if id(part) not in hidden and not _is_picture_in_text(part)]
    return Mail(
        _subject(message),
        tuple(part for part in shown if part.get_content_type() == "text/plain"),
        tuple(part for part in shown if part.get_content_type() == "text/html"),
        tuple(_named(others)),
        is_reply="in-reply-to" in message or "references" in message,
    )


def payload(part: Message[Any, Any]) -> bytes:
    """The bytes of a part, without its transfer encoding. What is broken in them stays as it is."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def is_damaged(part: Message[Any, Any]) -> bool:
    """Whether the transfer encoding of a part, once decoded, turned out to be broken."""
    from email import errors

    broken = (
        errors.InvalidBase64CharactersDefect,
        errors.InvalidBase64LengthDefect,
        errors.InvalidBase64PaddingDefect,
    )
    return any(isinstance(defect, broken) for defect in part.defects)


def parameter(part: Message[Any, Any], name: str) -> str:
    """A parameter of the content type (``charset``, ``format``); ``""`` without it."""
    found = part.get_param(name, "")
    return str(found[2] if isinstance(found, tuple) else found or "").strip()


@cache
def _policy() -> EmailPolicy[Any]:
    """The default policy with short headers, as its parser may take very long over a long one."""
    from email.policy import EmailPolicy

    class Policy(EmailPolicy):
        def header_fetch_parse(self, name: str, value: str) -> Any:
            return _header(name, value[:_LONGEST_HEADER])

    return Policy()


@lru_cache(maxsize=4096)  # the parser asks for the same few again and again
def _header(name: str, value: str) -> Any:
    from email.policy import default

    try:
        return default.header_fetch_parse(name, value)
    except Exception:  # noqa: BLE001 - the parser of headers raises nearly anything on broken ones
        return ""


def _refuse_others(data: bytes, name: str) -> None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:16]:
        raise ReadError(
            "Dit is geen e-mailbericht zoals een mailprogramma het bewaart.",
            file=name,
            hint="Open het bericht in uw mailprogramma en sla het opnieuw op als eml.",
        )
    if not _HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n")):
        raise ReadError(
            "Dit is geen e-mailbericht, al heet het zo.",
            file=name,
            hint="Sla het bericht in uw mailprogramma op als eml, of geef een tekst de extensie txt.",
        )
    if data.startswith(b"From ") and sum(1 for _ in _MBOX.finditer(data)) > 1:
        raise ReadError(
            "Dit is een postbus met meer berichten in één bestand (mbox).",
            file=name,
            hint="Sla elk bericht in uw mailprogramma apart op als eml.",
        )
    if data.count(b"\n") * min(data.lower().count(b"boundary="), 400) > _MAX_WORK:
        raise _too_deep(name)


def _too_deep(name: str) -> ReadError:
    return ReadError(
        "In dit bericht zitten te veel berichten in elkaar.",
        file=name,
        hint="Sla het bericht waar het om gaat in uw mailprogramma apart op als eml.",
    )


def _leaves(message: Message[Any, Any], name: str) -> Iterator[Message[Any, Any]]:
    """The parts that hold something, in order; a mail in a mail is one part."""
    stack: list[tuple[Message[Any, Any], int]] = [(message, 0)]
    while stack:
        part, depth = stack.pop()
        if depth > _DEEPEST:
            raise _too_deep(name)
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list) and part.get_content_maintype() != "message":
            stack += ((one, depth + 1) for one in reversed(inside) if not isinstance(one, str))
        else:
            yield part


def _is_shown(part: Message[Any, Any]) -> bool:
    """Whether a mail program shows the part as text of the mail."""
    return (
        part.get_content_type() in {"text/plain", "text/html"}
        and part.get_content_disposition() != "attachment"
        and not part.get_filename()
    )


def _is_picture_in_text(part: Message[Any, Any]) -> bool:
    """Whether the part is shown inside the text, or is only there for the mail program."""
    if part.get_content_disposition() == "attachment":
        return False
    kind = part.get_content_type()
    if kind in {"text/calendar", "text/x-amp-html", "message/delivery-status"} or kind.endswith("-signature"):
        return True
    return part.get_content_maintype() == "image" and ("content-id" in part or not part.get_filename())


def _named(parts: list[Message[Any, Any]]) -> Iterator[Attachment]:
    for number, part in enumerate(parts, 1):
        given = part.get_filename()
        name = re.split(r"[/\\]", given)[-1] if isinstance(given, str) else ""
        name = _UNSAFE.sub("", name).strip()
        stem, dot, suffix = name.rpartition(".")
        if len(name) > _NAME:
            name = f"{stem[: _NAME - 20]}…{dot}{suffix[:10]}"
        yield Attachment(name or f"bijlage {number}{_SUFFIXES.get(part.get_content_type(), '')}", part)


def _subject(message: Message[Any, Any]) -> str:
    """The subject as a reader sees it, on one line."""
    found = next((value for name, value in message.raw_items() if name.lower() == "subject"), "")
    raw = str(found)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if "=?" in text:
        text = str(_policy().header_fetch_parse("subject", text)) or text
    return " ".join(_UNSAFE.sub(" ", text).split())


def _as_bytes(message: Message[Any, Any]) -> bytes:
    """A mail in a mail as a file of its own."""
    from email.generator import BytesGenerator
    from email.policy import compat32
    from io import BytesIO

    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=compat32).flatten(message)
    return out.getvalue()
