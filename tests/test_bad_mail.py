"""Mails that are broken, hostile or no mails: a clear message, or all of the text that there is."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from pathlib import Path

import pytest

from duidelijk import bulk, readers
from duidelijk.errors import ReadError
from duidelijk.model import Document, Report
from duidelijk.readers.email import ONLY_ATTACHMENTS
from duidelijk.settings import Choice, Settings
from tests.mails import LETTER, mail, raw, with_file
from tests.test_cli import run


def read(data: bytes, name: str = "bericht.eml") -> Document:
    return readers.read(data, name)


def refused(data: bytes, name: str = "bericht.eml") -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name)
    assert caught.value.hint
    assert caught.value.file == name
    return caught.value.message


def with_attachments(folder: Path, message: EmailMessage) -> list[Report]:
    file = folder / "bericht.eml"
    file.write_bytes(bytes(message))
    settings = Settings(choice=Choice(select=("formeel-woord",)), attachments=True)
    return list(bulk.lint_files([file], settings))


def test_a_thousand_attachments_are_counted_and_a_hundred_checked(tmp_path: Path) -> None:
    message = mail()
    for number in range(1000):
        with_file(message, f"brief-{number}.txt", b"Ja.", "text/plain")
    document = read(bytes(message))
    assert document.notices[0].message.startswith("1000 bijlagen: brief-0.txt, ")
    assert document.notices[0].message.endswith("brief-9.txt en nog 990.")
    reports = with_attachments(tmp_path, message)
    assert len(reports) == 101
    assert [one.message for one in reports[0].errors] == [
        "Alleen de eerste 100 van de 1000 bijlagen zijn gecontroleerd."
    ]


def test_mails_in_mails_are_followed_a_few_levels(tmp_path: Path) -> None:
    message = mail("Diep.")
    for _ in range(50):
        outer = mail("Ja.")
        outer.add_attachment(message)
        message = outer
    assert [block.text for block in read(bytes(message)).blocks] == ["Ophalen", "Ja."]
    reports = with_attachments(tmp_path, message)
    assert len(reports) == 7
    assert [one.message for one in reports[-1].errors] == ["Dit bericht zit te diep in andere berichten."]


def test_parts_in_parts_without_end_are_refused() -> None:
    depth = 3000
    heads = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    assert (
        refused(f"Subject: x\n{heads}\nHallo.\n".encode())
        == "In dit bericht zitten te veel berichten in elkaar."
    )
    lines = "a\n" * 400_000
    heads = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(200))
    assert (
        refused(f"Subject: x\n{heads}\n{lines}".encode())
        == "In dit bericht zitten te veel berichten in elkaar."
    )


@pytest.mark.parametrize(
    "charset", ["iso-8859-1", "x-unknown", "utf-8", "base64", "us-ascii", "\1", "utf-16"]
)
def test_a_wrong_character_set_gives_way_and_is_said(charset: str) -> None:
    document = read(raw("Het café.".encode("cp1252"), f"Content-Type: text/plain; charset={charset}"))
    assert "café" in document.source.text or charset == "utf-16"
    said = [one.message for one in document.notices]
    right = charset in {"iso-8859-1", "us-ascii"}
    assert all("De tekenset die dit bericht noemt" in one for one in said)
    assert bool(said) != right


def test_utf8_under_another_name_is_read_as_utf8() -> None:
    document = read(raw("Het café.".encode(), "Content-Type: text/plain; charset=us-ascii"))
    assert "café" in document.source.text or "cafÃ©" in document.source.text


def test_a_text_in_utf16_is_read() -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("Het café is open.", charset="utf-16", cte="base64")
    assert "Het café is open." in read(bytes(message)).source.text


def test_a_chain_of_mails_is_an_attachment_that_is_refused(tmp_path: Path) -> None:
    chain = "Content-Type: message/rfc822\n\n" * 300
    file = tmp_path / "bericht.eml"
    file.write_bytes(raw(chain.encode() + b"Subject: x\n\nJa.", "Content-Type: message/rfc822"))
    settings = Settings(choice=Choice(select=("formeel-woord",)), attachments=True)
    reports = list(bulk.lint_files([file], settings))
    assert [one.message for one in reports[-1].errors] == [
        "In dit bericht zitten te veel berichten in elkaar."
    ]


def test_winmail_is_said() -> None:
    message = with_file(mail(), "winmail.dat", b"\x78\x9f\x3e\x22", "application/ms-tnef")
    assert "winmail.dat kan alleen Outlook lezen" in read(bytes(message)).notices[-1].message
    assert refused(b"\x78\x9f\x3e\x22" + bytes(50), "winmail.dat").startswith(
        "Dit is een bijlage uit Outlook"
    )


def test_an_outlook_message_is_refused() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert refused(data, "bericht.msg").startswith("Dit is een e-mail uit Outlook (msg)")


@pytest.mark.parametrize(
    "data", [b"Subject: x\n", b"Subject: x\n\n", b"Subject: x\n\n \n\n", bytes(mail(None))]
)
def test_a_mail_without_text_is_refused(data: bytes) -> None:
    assert refused(data) == "In dit bericht staat geen tekst."


def test_a_mail_with_only_an_attachment_says_so(tmp_path: Path) -> None:
    message = with_file(mail(None), "brief.txt", b"Teneinde.", "text/plain")
    assert [one.message for one in read(bytes(message)).problems] == [ONLY_ATTACHMENTS]
    reports = with_attachments(tmp_path, message)
    assert [len(one.errors) for one in reports] == [0, 0]
    assert len(reports[1].findings) == 1


def test_broken_base64_gives_what_there_is_and_is_said() -> None:
    data = raw(b"VXcgcGFzIGxpZ3Qga2xhYXIu!!VXcgcGFz*", "Content-Transfer-Encoding: base64")
    document = read(data)
    assert "Uw pas ligt klaar." in document.source.text
    assert document.problems[0].message == "De tekst van dit bericht is beschadigd; er kan tekst ontbreken."


def test_many_and_long_headers_cost_nothing() -> None:
    many = "".join(f"X-{number}: {number}\r\n" for number in range(100_000)).encode()
    long = b"Subject: " + b"a (b <c@d> =?utf-8?q?e?= " * 200_000 + b"\r\n"
    assert "Uw pas." in read(b"Subject: x\r\n" + many + b"\r\nUw pas.").source.text
    document = read(long + b"Content-Type: " + b"((" * 100_000 + b"\r\n\r\nUw pas.")
    assert "Uw pas." in document.source.text
    assert len(document.source.text) < 5000


def test_a_mail_without_an_empty_line_has_its_text_still() -> None:
    assert "Uw pas ligt klaar." in read(b"Subject: Ophalen\nUw pas ligt klaar.\n").source.text


@pytest.mark.parametrize("data", [b"", b"Beste Jan,\n\nHallo.", b"<p>Hallo</p>", b"\n\n\n", b": x\n\nHallo"])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    assert refused(data) == "Dit is geen e-mailbericht, al heet het zo."


@pytest.mark.parametrize("name", ["post.eml", "post.mbox", "Inbox"])
def test_several_mails_in_one_file_are_refused(name: str) -> None:
    one = b"From jan@example.nl Mon Jun  3 10:00:00 2024\nSubject: x\n\nHallo.\n\n"
    assert refused(one * 3, name) == "Dit is een postbus met meer berichten in één bestand (mbox)."
    assert "Hallo." in read(one, name).source.text


def test_null_bytes_and_utf16_are_refused() -> None:
    assert refused(raw(b"Uw \0pas")).startswith("De tekst van dit bericht is beschadigd")
    assert refused("Subject: x\r\n\r\nHallo".encode("utf-16")).startswith("Dit is geen e-mailbericht zoals")
    assert refused("Subject: x\r\n\r\nHallo".encode("utf-16-le")).startswith(
        "Dit is geen e-mailbericht zoals"
    )


def test_a_sealed_mail_is_refused() -> None:
    message = MIMEMultipart("encrypted")
    message["Subject"] = "x"
    assert refused(bytes(message)).startswith("Dit bericht is versleuteld")
    assert refused(raw(b"x", "Content-Type: application/pkcs7-mime")).startswith("Dit bericht is versleuteld")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\r\nb.txt", "x" * 500 + ".txt", "\u202etxt.exe", "=?utf-8?b?Li4vYQ==?="]
)
def test_names_of_attachments_are_safe(name: str) -> None:
    data = raw(b"x", 'Content-Type: application/pdf; name="PLACE"').replace(b"PLACE", name.encode())
    said = read(data).notices[0].message
    assert "/" not in said
    assert said.isprintable()
    assert len(said) < 200


def test_one_bad_mail_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"geen mail")
    (tmp_path / "b.eml").write_bytes(bytes(mail(LETTER)))
    done = run("check", "--bijlagen", "--select", "formeel-woord", ".", cwd=tmp_path, code=2)
    assert "Dit is geen e-mailbericht, al heet het zo." in done.stdout
    assert "b.eml" in done.stdout
    assert "(alinea 2)" in done.stdout or "alinea 2" in done.stdout
