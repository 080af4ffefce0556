"""Makes mails for tests."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Final

LETTER: Final = "Geachte mevrouw,\n\nUw vergunning ligt klaar. Teneinde die te halen, komt u langs.\n"
QUOTED: Final = (
    "Op ma 3 jun 2024 om 10:00 schreef Balie <balie@example.nl>:\n\n> Teneinde u te helpen.\n> Ja?\n"
)


def mail(text: str | None = LETTER, page: str | None = None, **headers: str) -> EmailMessage:
    """A mail with a text part, an html part, or both. A header is ``Subject="…"``, ``In_Reply_To="…"``."""
    message = EmailMessage()
    for name, value in {
        "From": "Gemeente Voorbeeld <geheim@example.nl>",
        "Subject": "Ophalen",
        **headers,
    }.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if page is not None and text is None:
        message.set_content(page, subtype="html")
    elif page is not None:
        message.add_alternative(page, subtype="html")
    return message


def raw(body: bytes, *headers: str) -> bytes:
    """A mail written by hand."""
    return "\r\n".join(("Subject: Ophalen", *headers, "", "")).encode() + body


def with_file(
    message: EmailMessage, name: str, data: bytes, kind: str = "application/octet-stream"
) -> EmailMessage:
    """The mail with one more attachment."""
    maintype, _, subtype = kind.partition("/")
    message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message
