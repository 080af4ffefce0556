"""Accessibility of documents: what the examples in the rules do not say."""

from __future__ import annotations

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.model import Finding
from duidelijk.settings import Choice, Settings
from tests import docx_files as docx
from tests.office_examples import made

TEXT = "U maakt eerst een afspraak op onze website. Daarna komt u naar het loket."
SETTINGS = Settings(low_confidence=True, all_suggestions=True, debug=True)


def found(data: bytes, name: str, *rules: str) -> list[Finding]:
    from dataclasses import replace

    report = lint_bytes(data, name, replace(SETTINGS, choice=Choice(select=rules)))
    assert not report.errors
    return list(report.findings)


@pytest.mark.parametrize(
    ("kind", "menu"),
    [
        ("docx", "Bestand > Info > Eigenschappen > Titel"),
        ("odt", "Beschrijving > Titel"),
        ("pdf", "pdf opnieuw"),
    ],
)
def test_the_advice_is_for_the_program_that_made_the_file(kind: str, menu: str) -> None:
    data = made(f'<document title=""><p>{TEXT}</p></document>', kind)
    assert [menu in one.message for one in found(data, f"v.{kind}", "documenttitel-ontbreekt")] == [True]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("brief-def", "brief-def.docx"),
        ("Brief-def.docx", "anders.docx"),
        ("Microsoft Word - nota", "v.docx"),
        ("Titel van het document", "v.docx"),
        ("Naamloos 1", "v.docx"),
        ("brief_2024_def", "v.docx"),
        ("-", "v.docx"),
    ],
)
def test_titles_that_say_nothing(title: str, name: str) -> None:
    data = made(f'<document title="{title}"><p>{TEXT}</p></document>', "docx")
    assert [one.rule for one in found(data, name, "documenttitel-zegt-niets")] == ["documenttitel-zegt-niets"]


@pytest.mark.parametrize(
    "title",
    ["Besluit op uw bezwaar", "Nota Wonen 2024", "Brief van 1 mei 2024", "WOZ-waarde 2024", "Jaarverslag"],
)
def test_titles_that_say_something(title: str) -> None:
    data = made(f'<document title="{title}"><p>{TEXT}</p></document>', "docx")
    assert not found(data, f"{title}.docx", "documenttitel-zegt-niets")


def test_the_language_is_that_of_the_runs() -> None:
    styles = docx.part(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>',
    )
    dutch = docx.paragraph(docx.run(TEXT, '<w:lang w:val="nl-NL"/>'))
    assert not found(docx.word(dutch, parts={"styles": styles}), "v.docx", "documenttaal-klopt-niet")
    unmarked = docx.word(docx.paragraph(TEXT), parts={"styles": styles})
    (one,) = found(unmarked, "v.docx", "documenttaal-klopt-niet")
    assert "in het Nederlands, maar de taal staat op Engels" in one.message


def test_letters_of_a_bold_style_are_a_fake_heading_and_those_of_a_heading_are_not() -> None:
    styles = docx.part(
        "styles",
        docx.style("Kopje", "<w:rPr><w:b/></w:rPr>")
        + docx.style("heading 2", "<w:rPr><w:b/></w:rPr>", key="Kop2")
        + docx.style("caption", "<w:rPr><w:b/></w:rPr>", key="Bijschrift"),
    )
    body = "".join(
        docx.paragraph("Ons besluit over het terras", style=style) + docx.paragraph(TEXT)
        for style in ("Kopje", "Kop2", "Bijschrift")
    )
    hits = found(docx.word(body, parts={"styles": styles}), "v.docx", "nep-kop")
    assert [one.anchor for one in hits] == ["alinea 1"]


def test_a_page_break_and_a_picture_are_no_empty_paragraph() -> None:
    page = docx.paragraph('<w:r><w:br w:type="page"/></w:r>')
    body = (
        docx.paragraph(TEXT)
        + docx.paragraph("<w:r/>")
        + page
        + docx.paragraph("<w:r/>")
        + docx.paragraph(TEXT)
    )
    assert not found(docx.word(body), "v.docx", "lege-alineas")
    empty = docx.paragraph("<w:r/>") + docx.paragraph("<w:r> </w:r>")
    (one,) = found(
        docx.word(docx.paragraph(TEXT) + empty + docx.paragraph("Tot dan.")), "v.docx", "lege-alineas"
    )
    assert one.excerpt == "Tot dan."
    assert "2 lege alinea’s" in one.message


def test_columns_of_spaces_are_found_and_leaders_are_not() -> None:
    spaces = made("<p>Paspoort        83 euro</p><p>Rijbewijs       52 euro</p>", "docx")
    assert [one.rule for one in found(spaces, "v.docx", "kolommen-met-tabs")] == ["kolommen-met-tabs"]
    for text in (
        "<p>Handtekening\\t……………</p><p>Datum\\t____</p>",
        "<p>\\tIngesprongen tekst</p><p>\\tNog een</p>",
    ):
        assert not found(made(text, "docx"), "v.docx", "kolommen-met-tabs")


def test_a_header_row_of_the_table_style_counts() -> None:
    look = '<w:tblStyle w:val="Raster"/><w:tblLook w:firstRow="1"/>'
    styles = docx.part("styles", docx.style("Raster", '<w:tblStylePr w:type="firstRow"/>', kind="table"))
    bold = docx.paragraph(docx.run("Kosten", "<w:b/>"))
    rows = docx.row(bold, bold) + docx.row("Paspoort", "83 euro") + docx.row("Rijbewijs", "52 euro")
    plain = docx.word(docx.table(rows), parts={"styles": styles})
    styled = docx.word(docx.table(rows, properties=look), parts={"styles": styles})
    assert len(found(plain, "v.docx", "tabelkoppen-ontbreken")) == 1
    assert not found(styled, "v.docx", "tabelkoppen-ontbreken")


def test_the_levels_of_an_untagged_pdf_are_a_guess() -> None:
    text = f"<h1>Parkeren</h1><p>{TEXT}</p><h3>Kosten</h3><p>{TEXT}</p>"
    assert len(found(made(text, "pdf"), "v.pdf", "overgeslagen-kop")) == 1
    guessed = made(f'<document tagged="nee">{text}</document>', "pdf")
    assert not found(guessed, "v.pdf", "overgeslagen-kop")


def test_figures_are_counted_by_page() -> None:
    text = "<p>Zo komt u er.<img><img></p><page></page><p>En zo weer naar huis.<img></p>"
    hits = found(made(f"<document>{text}</document>", "pdf"), "v.pdf", "alt-ontbreekt")
    assert [(one.anchor, one.message[:32]) for one in hits] == [
        ("pagina 1, regel 1", "2 afbeeldingen hebben op deze pa"),
        ("pagina 2, regel 1", "Een afbeelding heeft op deze pag"),
    ]


def test_an_alternative_that_word_made_is_said_once_per_picture() -> None:
    text = '<p><img alt="Een brug Door AI gegenereerde inhoud is mogelijk onjuist."></p>'
    (one,) = found(made(text, "docx"), "v.docx", "alt-automatisch")
    assert one.wcag == ("1.1.1",)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_must_be_looked_at_is_no_failure(kind: str) -> None:
    text = '<p>Zo komt u er.<img float alt="Kaart van de Markt"></p><aside>Neem uw paspoort mee.</aside>'
    hits = found(made(text, kind), f"v.{kind}", "zwevende-afbeelding", "tekstvak")
    assert {one.rule: one.outcome for one in hits} == {
        "zwevende-afbeelding": "cantTell",
        "tekstvak": "cantTell",
    }


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_long_document_with_much_to_say_is_done(kind: str) -> None:
    text = "<p></p><p></p>" * 500 + f"<p><u>{TEXT}</u></p><p></p><p></p>" * 500 + "<p>a\\tb</p>" * 500
    hits = found(
        made(text, kind), f"v.{kind}", "lege-alineas", "onderstreept", "kolommen-met-tabs", "nep-kop"
    )
    assert sum(one.rule == "lege-alineas" for one in hits) == 500
    assert sum(one.rule == "onderstreept" for one in hits) == 500
