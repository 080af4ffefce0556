"""Mails: what of them is the text, what is not the writer's own, and where things stand."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from duidelijk import bulk, readers
from duidelijk.engine import lint_bytes
from duidelijk.mask import masked
from duidelijk.model import Document, Report
from duidelijk.readers.email_quotes import stretches
from duidelijk.readers.email_text import unflowed
from duidelijk.settings import Choice, Settings
from tests.mails import LETTER, QUOTED, mail, raw, with_file

OUTLOOK = (
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Van:</b> Jan &lt;jan@example.nl&gt;<br>'
    "<b>Verzonden:</b> maandag<br><b>Aan:</b> Balie</p></div><p>Teneinde</p><img src=a.png>"
)


def read(message: EmailMessage | bytes) -> Document:
    data = message if isinstance(message, bytes) else bytes(message)
    return readers.read(data, "bericht.eml")


def own(document: Document) -> list[str]:
    """The texts of the blocks that are checked, without the subject."""
    return [block.text for block in document.blocks if block.main and block.kind != "subject"]


def lint(message: EmailMessage | bytes, *rules: str) -> Report:
    data = message if isinstance(message, bytes) else bytes(message)
    return lint_bytes(data, "bericht.eml", Settings(choice=Choice(select=rules), all_suggestions=True))


def test_a_mail_is_its_subject_and_its_text_and_nothing_of_the_other_headers() -> None:
    document = read(mail())
    assert document.format == "eml"
    assert document.source.origin == "extracted"
    assert document.source.text.startswith("Onderwerp: Ophalen\n\nGeachte mevrouw,\n")
    assert "geheim" not in document.source.text
    assert [(block.kind, block.anchor) for block in document.blocks] == [
        ("subject", "onderwerp"), ("salutation", "alinea 1"), ("paragraph", "alinea 2"),
    ]  # fmt: skip
    assert document.meta == {"kind": "letter"}


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Re: Antw: uw brief", "uw brief"),
        ("=?utf-8?q?Uw_caf=C3=A9?=", "Uw café"),
        ("=?iso-8859-1?Q?caf=E9?= =?utf-8?B?IGluIFbDqcOpbg==?=", "café in Véén"),
        ("Uw\r\n aanvraag", "Uw aanvraag"),
        ("Re:", ""),
    ],
)
def test_the_subject_is_what_a_reader_sees(subject: str, words: str) -> None:
    document = read(f"Subject: {subject}\r\n\r\nUw pas ligt klaar.".encode())
    assert [block.text for block in document.blocks if block.kind == "subject"] == ([words] if words else [])


def test_raw_letters_in_the_subject_are_read_too() -> None:
    assert read("Subject: café\n\nJa.".encode()).blocks[0].text == "café"
    assert read("Subject: café\n\nJa.".encode("cp1252")).blocks[0].text == "café"


def test_html_goes_before_text_and_its_places_are_in_the_html() -> None:
    page = "<html><body><h1>Ophalen</h1><p>Teneinde te halen.<img src='a.png'></p></body></html>"
    document = read(mail("Ophalen\n\nTeneinde te halen.", page))
    assert own(document) == ["Ophalen", "Teneinde te halen.", ""]
    report = lint(
        mail("Ophalen\n\nTeneinde te halen.", page), "formeel-woord", "alt-ontbreekt", "paginatitel-ontbreekt"
    )
    found = [(one.rule, one.anchor, report.source.text[slice(*one.span)]) for one in report.findings]
    assert found == [
        ("formeel-woord", "alinea 2", "Teneinde"),
        ("alt-ontbreekt", "afbeelding 1", "<img src='a.png'>"),
    ]


def test_an_html_part_that_says_nothing_gives_way_to_the_text() -> None:
    assert own(read(mail("Uw pas ligt klaar.\nKomt u langs?", "<img src=a.png>"))) == [
        "Uw pas ligt klaar.",
        "Komt u langs?",
    ]


def test_rules_about_a_table_run_on_a_mail_and_rules_about_a_page_do_not() -> None:
    page = "<table><tr><td><b>Dag</b><td><b>Uur</b><tr><td>Maandag<td>9.00<tr><td>Dinsdag<td>10.00</table>"
    every = ("toegankelijkheid",)
    found = {one.rule for one in lint(mail(None, f"<p>Onze tijden:</p>{page}"), *every).findings}
    assert "tabelkoppen-ontbreken" in found
    assert not found & {"paginatitel-ontbreekt", "paginataal-ontbreekt", "hoofdinhoud-ontbreekt", "kop-1"}


@pytest.mark.parametrize("subject", ["", "Fw:", None])
def test_a_mail_without_subject_is_found_once(subject: str | None) -> None:
    head = f"Subject: {subject}\n" if subject is not None else ""
    data = (
        f"From: balie@example.nl\n{head}\n{LETTER}\nMet vriendelijke groet,\n\nGemeente Voorbeeld\n".encode()
    )
    findings = lint(data, "mail-zonder-onderwerp", "geen-onderwerp").findings
    assert [(one.rule, one.anchor) for one in findings] == [("mail-zonder-onderwerp", "onderwerp")]


@pytest.mark.parametrize(
    "below",
    [
        QUOTED,
        "Op ma 3 jun 2024 om 10:00 schreef Balie\n<balie@example.nl>:\n\nTeneinde u te helpen.\n",
        "-----Oorspronkelijk bericht-----\nVan: Balie\n\nTeneinde u te helpen.\n",
        "____________________\nVan: Balie\nVerzonden: maandag 10:00\nAan: Jan\n\nTeneinde u te helpen.\n",
        "-- \nTeneinde\nGemeente Voorbeeld\n",
        "Dit bericht kan informatie bevatten die niet voor u is bestemd. Teneinde schade te voorkomen.\n",
        "This message may contain information that is not intended for you. Teneinde.\n",
    ],
)
def test_older_mails_signatures_and_disclaimers_are_apart(below: str) -> None:
    document = read(mail(f"Dag Jan,\n\nUw pas ligt klaar.\n\n{below}"))
    assert [text for text in own(document) if not text.startswith("___")] == [
        "Dag Jan,",
        "Uw pas ligt klaar.",
    ]
    apart = [block for block in document.blocks if not block.main]
    assert apart
    assert {block.kind for block in apart} == {"boilerplate"}
    assert not lint(mail(f"Dag Jan,\n\nUw pas ligt klaar.\n\n{below}"), "formeel-woord").findings


@pytest.mark.parametrize(
    "below",
    [
        '<div class="gmail_quote"><p>Op ma schreef</p><blockquote>Teneinde</blockquote></div>',
        '<blockquote type="cite"><p>Teneinde <img src="a.png"></p></blockquote>',
        '<p class="moz-cite-prefix">Op 3 juni schreef Jan:</p><blockquote type=cite>Teneinde</blockquote>',
        '<div id="appendonsend"></div><div id="divRplyFwdMsg"><b>Van:</b> Jan</div><div>Teneinde<img></div>',
        OUTLOOK,
        "<p>-----Oorspronkelijk bericht-----</p><p>Teneinde</p>",
        "<p>Op ma 3 jun 2024 om 10:00 schreef <a href='mailto:a@example.nl'>Jan</a>:</p><p>Teneinde</p>",
        '<div class="gmail_signature">Teneinde<br>Gemeente <img src=logo.png></div>',
        "<p>-- </p><p>Teneinde</p>",
        "<p><i>Deze e-mail is alleen bestemd voor de geadresseerde.</i></p><p>Teneinde <img src=a.png></p>",
    ],
)
def test_the_same_in_html(below: str) -> None:
    message = mail(None, f"<html><body><p>Dag Jan,</p><p>Uw pas ligt klaar.</p>{below}</body></html>")
    assert own(read(message)) == ["Dag Jan,", "Uw pas ligt klaar."]
    assert any("Teneinde" in block.text for block in read(message).blocks)
    assert not lint(message, "formeel-woord", "alt-ontbreekt").findings


def test_answers_between_the_lines_of_the_other_are_checked() -> None:
    text = "> Mag het?\n\nTeneinde u te helpen.\n\n> En nu?\nJa hoor.\n"
    assert own(read(mail(text, In_Reply_To="<1@example.nl>"))) == ["Teneinde u te helpen.", "Ja hoor."]
    page = (
        "<div>Op 3 juni om 10:00 schreef <b>Jan</b>:</div><blockquote type=cite>Mag het?</blockquote>"
        "<p>Ja hoor.</p><p>Dit bericht is vertrouwelijk.</p>"
    )
    assert own(read(mail(None, page))) == ["Ja hoor."]
    page = "<blockquote type=cite>Zo?</blockquote><p>Ja hoor.</p><blockquote type=cite>Dan?</blockquote>Ook."
    assert own(read(mail(None, page))) == ["Ja hoor.", "Ook."]


@pytest.mark.parametrize(
    "text",
    [
        "Op 12 maart 2024 schreef u ons het volgende:\n\nIk wil een pas.\n",
        "Kies:\n> Ga naar Balie\nDat is alles.\n",
        "Van: de gemeente\nAan: alle bewoners\nDatum: 3 juni 2024\n\nDe straat gaat open.\n",
        "Dit bericht is voor u. Wij helpen u graag.\n",
    ],
)
def test_what_only_looks_like_an_older_mail_is_checked(text: str) -> None:
    assert stretches(f"Beste Jan,\n\n{text}", is_reply=False) == []


def test_a_mail_that_was_sent_on_as_it_is_is_checked_itself() -> None:
    text = "---------- Forwarded message ----------\nVan: Jan\n\nTeneinde u te helpen.\n"
    assert "Teneinde u te helpen." in own(read(mail(text)))
    assert "Teneinde" in own(read(mail(None, "<blockquote type=cite><p>Teneinde</p></blockquote>")))


def test_a_signature_still_says_who_wrote_a_letter() -> None:
    text = f"{LETTER}\nMet vriendelijke groet,\n\n-- \nGemeente Voorbeeld\nPostbus 1\n1234 AB Voorbeeld\n"
    report = lint(mail(text), "brief")
    assert report.letter is not None
    assert "signature" in {part.name for part in report.letter.parts}


def test_flowed_text_is_joined() -> None:
    text = "Dit is een \nzin.\n> oud \n> bericht\n-- \nJan"
    assert unflowed(text, drop_space=False) == "Dit is een zin.\n> oud bericht\n-- \nJan"
    assert unflowed("sa \nmen\n  >pijl", drop_space=True) == "samen\n >pijl"
    data = raw(b"Uw pas \r\nligt klaar.\r\n", 'Content-Type: text/plain; format="flowed"')
    assert own(read(data)) == ["Uw pas ligt klaar."]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_letters_with_accents_survive_every_encoding(encoding: str, charset: str) -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("Het café is één dag dicht.", charset=charset, cte=encoding)
    assert own(read(message)) == ["Het café is één dag dicht."]


def test_texts_around_an_attachment_are_read_both() -> None:
    message = with_file(mail("Eerst."), "a.txt", b"x", "text/plain")
    part = EmailMessage()
    part.set_content("Daarna.")
    message.attach(part)
    assert own(read(message)) == ["Eerst.", "Daarna."]


def test_attachments_are_listed_and_pictures_in_the_text_are_not() -> None:
    message = mail(None, '<p>Uw pas ligt klaar.</p><img alt="" src="cid:1">')
    message.add_related(b"x", maintype="image", subtype="png", cid="<1>")
    with_file(with_file(message, "brief.pdf", b"x", "application/pdf"), "../../plan.docx", b"x")
    assert [one.message for one in read(message).notices] == ["2 bijlagen: brief.pdf, plan.docx."]


def test_attachments_are_checked_when_asked(tmp_path: Path) -> None:
    inner = with_file(mail("Teneinde u te helpen."), "brief.txt", b"Teneinde.", "text/plain")
    message = with_file(with_file(mail("Ja."), "brief.txt", b"Teneinde.", "text/plain"), "foto.png", b"x")
    message = with_file(message, "brief.txt", b"Ja.", "text/plain")
    message.add_attachment(inner)
    file = tmp_path / "bericht.eml"
    file.write_bytes(bytes(message))
    settings = Settings(choice=Choice(select=("formeel-woord",)), all_suggestions=True)
    assert len(list(bulk.lint_files([file], settings))) == 1
    reports = list(
        bulk.lint_files([file], Settings(choice=settings.choice, all_suggestions=True, attachments=True))
    )
    assert [(one.source.name.removeprefix(str(file)), len(one.findings)) for one in reports] == [
        ("", 0),
        (" › brief.txt", 1),
        (" › brief (2).txt", 0),
        (" › bijlage 4.eml", 1),
        (" › bijlage 4.eml › brief.txt", 1),
    ]
    assert "Niet gecontroleerd, want dat kan duidelijk niet lezen: foto.png." in [
        one.message for one in reports[0].notices
    ]


def test_masked_reports_hold_no_personal_data_of_older_mails() -> None:
    text = f"Geachte heer Jansen,\n\nTeneinde u te helpen.\n\n{QUOTED}"
    settings = Settings(choice=Choice(select=("formeel-woord",)), mask=True, show_text=True)
    report = masked(lint_bytes(bytes(mail(text)), "bericht.eml", settings))
    shown = " ".join(passage.text for passage in report.passages)
    assert "Jansen" not in shown + report.source.text
    assert "@example.nl" not in shown + report.source.text
    assert "Balie" not in shown
    assert "Teneinde" in shown


def test_edits_in_an_html_mail_are_written_as_html() -> None:
    report = lint(mail(None, "<p>Uw pas &amp; kaart liggen klaar; u haalt ze op.</p>"), "puntkomma")
    assert [report.source.text[slice(*finding.span)] for finding in report.findings] == [";"]
