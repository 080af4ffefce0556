"""Word files: what their readers see, and where it stands."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
import pytest

from duidelijk import readers
from duidelijk.engine import lint_bytes
from duidelijk.model import Document, Span
from duidelijk.office.docx_numbering import formatted
from duidelijk.office.ooxml import as_strict
from duidelijk.readers.extracted import origins_of
from duidelijk.settings import Choice, Settings
from tests.docx_files import (
    box,
    field,
    level,
    link,
    listed,
    numbering,
    pack,
    paragraph,
    part,
    picture,
    row,
    run,
    style,
    table,
    word,
)


def read(body: str, **more: Any) -> Document:
    return readers.read(word(body, **more), "brief.docx")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def anchors(document: Document) -> list[str | None]:
    return [block.anchor for block in document.blocks]


def test_a_letter_that_python_docx_writes() -> None:
    letter = python_docx.Document()
    letter.core_properties.title = "Besluit op uw aanvraag"
    letter.add_paragraph("Geachte mevrouw De Vries,")
    letter.add_heading("Besluit", 1)
    letter.add_paragraph("Wij kennen de subsidie toe.")
    letter.add_paragraph("een kopie van uw paspoort;", style="List Bullet")
    letter.add_paragraph("Stuur het formulier op.", style="List Number")
    letter.add_paragraph("Onderteken het formulier.", style="List Number")
    letter.add_paragraph("Met vriendelijke groet,")
    data = io.BytesIO()
    letter.save(data)
    document = readers.read(data.getvalue(), "brief.docx")
    assert [(block.kind, block.level, block.attrs.get("marker")) for block in document.blocks] == [
        ("salutation", 0, None),
        ("heading", 1, None),
        ("paragraph", 0, None),
        ("list_item", 1, "•"),
        ("list_item", 1, "1."),
        ("list_item", 1, "2."),
        ("closing", 0, None),
    ]
    assert document.meta == {"kind": "letter", "title": "Besluit op uw aanvraag"}
    assert document.format == "docx"
    assert anchors(document)[-1] == "alinea 7"


def test_every_character_leads_back_to_the_element_that_holds_it() -> None:
    body = paragraph(
        f"{run('U krijgt ')}<w:r><w:t>  geen </w:t><w:tab/><w:t xml:space='preserve'> geld</w:t></w:r>"
    )
    document = read(body)
    assert document.source.text == "U krijgt geen\t geld\n"
    found = list(origins_of(document, Span(0, len(document.source.text))))
    assert [(handle.tag.split("}")[1], start, end) for handle, start, end in found] == [
        ("t", 0, 9),
        ("t", 2, 6),
        ("tab", 0, 1),
        ("t", 0, 5),
    ]
    for origin in document.origins:
        if origin.handle.tag.endswith("}t"):
            size = origin.end - origin.start
            shown = document.source.text[origin.start : origin.end]
            assert origin.handle.text[origin.at : origin.at + size] == shown


def test_changes_are_read_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>niet </w:delText></w:r></w:del>"
    body = paragraph(f"{run('Wij doen dat ')}{deleted}<w:ins>{run('graag')}</w:ins>{run('.')}")
    body += "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>"
    body += paragraph(
        f"<w:moveFrom>{run('oud')}</w:moveFrom><w:moveTo>{run('Hierheen verplaatst.')}</w:moveTo>"
    )
    body += table(
        row("a", "b", properties="<w:del w:id='1'/>"),
        row("c", "d"),
    )
    assert texts(read(body)) == ["Wij doen dat graag.", "Hierheen verplaatst.", "c", "d"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = paragraph("Wij hebben uw aanvraag ", properties="<w:rPr><w:del w:id='1'/></w:rPr>")
    document = read(first + paragraph("ontvangen.", style="Kop1"), parts={"styles": STYLES})
    assert kinds(document) == [("heading", "Wij hebben uw aanvraag ontvangen.")]
    last = paragraph("Het eind.", properties="<w:rPr><w:moveFrom w:id='1'/></w:rPr>")
    assert texts(read(last)) == ["Het eind."]


STYLES = part(
    "styles",
    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='nl-NL'/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:after='160'/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:styleId='Standaard' w:default='1'><w:name w:val='Normal'/></w:style>"
    + style("heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr>", key="Kop1")
    + style("Kop gemeente", base="Kop1")
    + style("Kop 3")
    + style("Gewoon", "<w:pPr><w:outlineLvl w:val='9'/></w:pPr>", base="Kop1")
    + style("Title", key="Titel")
    + style("Ondertitel", base="Titel")
    + style("toc 1", key="Inhopg1")
    + style("Quote", key="Citaat")
    + style("Adres", "<w:pPr><w:spacing w:after='0'/></w:pPr>")
    + style("Opsomming", "<w:pPr><w:spacing w:after='200'/><w:contextualSpacing/></w:pPr>")
    + style("Verborgen", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Raster", "<w:tblStylePr w:type='firstRow'/>", kind="table")
    + style("Raster twee", base="Raster", kind="table"),
)


@pytest.mark.parametrize(
    ("name", "properties", "kind", "depth"),
    [
        ("Kop1", "", "heading", 1),
        ("Kopgemeente", "", "heading", 1),
        ("Kop3", "", "heading", 3),
        ("Gewoon", "", "paragraph", 0),
        ("Titel", "", "title", 0),
        ("Ondertitel", "", "paragraph", 0),
        ("Citaat", "", "quote", 0),
        ("Inhopg1", "", "boilerplate", 0),
        ("Onbekend", "", "paragraph", 0),
        ("", "<w:outlineLvl w:val='1'/>", "heading", 2),
        ("Kop1", "<w:outlineLvl w:val='9'/>", "paragraph", 0),
        ("", "<w:outlineLvl w:val='8'/>", "heading", 6),
    ],
)
def test_styles_and_outline_levels_make_headings(name: str, properties: str, kind: str, depth: int) -> None:
    document = read(
        paragraph("Wat vindt u hier", style=name, properties=properties), parts={"styles": STYLES}
    )
    assert [(one.kind, one.level) for one in document.blocks] == [(kind, depth)]


def test_styles_that_are_based_on_each_other_in_a_circle_are_harmless() -> None:
    circle = part("styles", style("Een", base="Twee") + style("Twee", base="Een"))
    assert texts(read(paragraph("Tekst.", style="Een"), parts={"styles": circle})) == ["Tekst."]


def test_bold_and_italic_come_from_the_run_and_from_styles() -> None:
    strong = "<w:rStyle w:val='Strong'/>"
    body = paragraph(
        run("Let ", "<w:b/>")
        + run("op", strong)
        + run(": ", strong + "<w:b w:val='0'/>")
        + run("nu", "<w:i/>")
    )
    block = read(body, parts={"styles": STYLES}).blocks[0]
    marked = [(one.kind, block.text[slice(*one.span)]) for one in block.inlines]
    assert marked == [("strong", "Let op"), ("emphasis", "nu")]
    assert "bold" not in block.attrs
    bold = read(paragraph(run("Alles vet.", "<w:b/>"), properties="<w:jc w:val='both'/>")).blocks[0]
    assert (bold.attrs["bold"], bold.attrs["align"]) == ("true", "both")


def test_hidden_text_is_not_there() -> None:
    body = paragraph(
        run("Zichtbaar") + run(" niet", "<w:vanish/>") + run("!", "<w:rStyle w:val='Verborgen'/>")
    )
    assert texts(read(body, parts={"styles": STYLES})) == ["Zichtbaar"]


def test_lines_without_space_between_them_stand_together() -> None:
    body = "".join(paragraph(text, style="Adres") for text in ("Gemeente Voorbeeld", "Postbus 1"))
    body += paragraph("", style="Adres") + paragraph("Datum: 1 mei 2024", style="Adres")
    body += paragraph("Beste lezer,") + paragraph("Dit is een brief.")
    document = read(body, parts={"styles": STYLES})
    assert document.source.text == (
        "Gemeente Voorbeeld\nPostbus 1\n\nDatum: 1 mei 2024\nBeste lezer,\n\nDit is een brief.\n"
    )
    close = paragraph("een", style="Opsomming") + paragraph("twee", style="Opsomming") + paragraph("drie")
    assert read(close, parts={"styles": STYLES}).source.text == "een\ntwee\n\ndrie\n"


def test_breaks_hyphens_tabs_and_symbols() -> None:
    body = paragraph(
        "<w:r><w:t>Regel een</w:t><w:br/><w:t>regel</w:t><w:tab/><w:t>twee e</w:t><w:noBreakHyphen/>"
        "<w:t>mail be</w:t><w:softHyphen/><w:t>sluit </w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
    )
    document = read(body)
    assert texts(document) == ["Regel een regel twee e-mail besluit✓"]
    assert document.source.text.startswith("Regel een\nregel\ttwee")


def test_an_empty_line_that_was_typed_parts_paragraphs() -> None:
    line = "<w:r><w:br/><w:t>{}</w:t><w:br/><w:br/><w:t>{}</w:t><w:br/></w:r>".format
    document = read(paragraph(line("Geachte heer,", "Wij hebben uw brief gelezen.")))
    assert kinds(document) == [
        ("salutation", "Geachte heer,"),
        ("paragraph", "Wij hebben uw brief gelezen."),
    ]
    assert anchors(document) == ["alinea 1", "alinea 2"]


def test_lists_show_the_markers_that_word_shows() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%2.%3")
    body = (
        "".join(listed("x", 1, depth) for depth in (0, 1, 1, 2, 0, 1)) + paragraph("tekst") + listed("x", 1)
    )
    document = read(body, parts={"numbering": numbering(levels)})
    assert [one.attrs.get("marker") for one in document.blocks] == [
        "1.", "a)", "b)", "1.b.1", "2.", "a)", None, "3.",
    ]  # fmt: skip
    assert [one.level for one in document.blocks] == [1, 2, 2, 3, 1, 2, 0, 1]
    assert document.source.text.startswith("1. x\na) x\nb) x\n1.b.1 x\n2. x")


def test_lists_start_again_where_word_says_so() -> None:
    nums = [
        f"<w:num w:numId='{number}'><w:abstractNumId w:val='0'/>{start}</w:num>"
        for number, start in (
            (1, ""),
            (2, ""),
            (3, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"),
        )
    ]
    body = "".join(listed("x", number) for number in (1, 1, 2, 3, 3)) + listed("x", 9) + listed("x", 0)
    document = read(body, parts={"numbering": numbering(level(0, "upperRoman", "%1"), *nums)})
    assert [one.attrs.get("marker") for one in document.blocks] == ["I", "II", "III", "I", "II", None, None]
    assert document.blocks[-1].kind == "paragraph"


def test_bullets_are_readable_and_no_mark_is_no_list() -> None:
    signs = ("\uf0b7", "o", "-", "►", "")
    levels = "".join(level(at, "bullet", sign) for at, sign in enumerate(signs)) + level(5, "none", "")
    body = "".join(listed("x", 1, at) for at in range(6))
    document = read(body, parts={"numbering": numbering(levels)})
    assert [one.attrs.get("marker") for one in document.blocks] == ["•", "•", "–", "►", "•", None]
    assert document.blocks[5].kind == "paragraph"


def test_a_style_can_number_headings() -> None:
    numbers = numbering(
        level(0, "decimal", "%1", "<w:pStyle w:val='Kop1'/>")
        + level(1, "decimal", "%1.%2", "<w:pStyle w:val='Kop2'/>")
    )
    named = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = part("styles", style("heading 1", named, key="Kop1") + style("heading 2", named, key="Kop2"))
    body = paragraph("Besluit", style="Kop1") + paragraph("Bedrag", style="Kop2")
    body += paragraph("Zonder", style="Kop1", properties="<w:numPr><w:numId w:val='0'/></w:numPr>")
    document = read(body, parts={"styles": styles, "numbering": numbers})
    assert [(one.kind, one.level, one.attrs.get("marker")) for one in document.blocks] == [
        ("heading", 1, "1"),
        ("heading", 2, "1.1"),
        ("heading", 1, None),
    ]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (28, "lowerLetter", "bb"),
        (3, "decimalZero", "03"),
        (3, "ordinal", "3e"),
        (10**9, "lowerLetter", "1000000000"),
        (10**9, "upperRoman", "1000000000"),
        (0, "upperLetter", "0"),
    ],
)
def test_numbers_of_a_list(count: int, form: str, shown: str) -> None:
    assert formatted(count, form) == shown


def test_fields_show_their_result_and_links_their_words() -> None:
    body = paragraph(run("Zie ") + field(' HYPERLINK "https://example.nl/a" \\l "b" ', "de site") + run("."))
    body += paragraph(
        "<w:fldSimple w:instr='HYPERLINK \\l &quot;plek&quot;'>" + run("verder") + "</w:fldSimple>"
        "<w:hyperlink r:id='site'>" + run("hier") + "</w:hyperlink>"
        "<w:hyperlink r:id='site' w:anchor='onder'>" + run("daar") + "</w:hyperlink>"
    )  # fmt: skip
    body += paragraph(run("Bladzijde ") + field("PAGE", "2") + field(" DATE \\@ dd ", "3"))
    document = read(body, relations=link("site", "https://example.nl"))
    assert texts(document) == ["Zie de site.", "verderhierdaar", "Bladzijde 23"]
    links = [
        (block.text[slice(*one.span)], one.attrs["href"])
        for block in document.blocks
        for one in block.inlines
    ]
    assert links == [
        ("de site", "https://example.nl/a#b"),
        ("verder", "#plek"),
        ("hier", "https://example.nl"),
        ("daar", "https://example.nl#onder"),
    ]


def test_a_field_within_the_code_of_a_field_is_not_shown() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = field("MERGEFIELD naam", "NIET")
    code = "<w:r><w:instrText>IF </w:instrText></w:r>" + inner
    body = paragraph(mark("begin") + code + mark("separate") + run("wel") + mark("end") + run(" getoond"))
    assert texts(read(body)) == ["wel getoond"]


def test_a_field_that_never_ends_does_not_swallow_the_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(read(paragraph(begin) + paragraph("Verder.") + paragraph(end * 3 + run("Klaar.")))) == [
        "Verder.",
        "Klaar.",
    ]


NOTES = (
    '<w:footnote w:type="separator" w:id="0">' + paragraph("lijn") + "</w:footnote>"
    '<w:footnote w:id="1">' + paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Een noot.")) + "</w:footnote>"
    '<w:footnote w:id="2">' + paragraph("Tweede noot.") + paragraph("Meer.") + "</w:footnote>"
    '<w:footnote w:id="3">' + paragraph("Nergens genoemd.") + "</w:footnote>"
)  # fmt: skip


def test_notes_follow_the_text_in_the_order_of_the_text() -> None:
    refer = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
    body = paragraph(run("Een") + refer("footnote", 2) + run(" zin.") + refer("footnote", 1))
    body += paragraph(run("Nog een.") + refer("footnote", 1) + refer("endnote", 1))
    ends = part("endnotes", '<w:endnote w:id="1">' + paragraph("Aan het eind.") + "</w:endnote>")
    document = read(body, parts={"footnotes": part("footnotes", NOTES), "endnotes": ends})
    assert list(zip(texts(document), anchors(document), strict=True)) == [
        ("Een zin.", "alinea 1"),
        ("Nog een.", "alinea 2"),
        ("Tweede noot.", "voetnoot 1"),
        ("Meer.", "voetnoot 1"),
        ("Een noot.", "voetnoot 2"),
        ("Aan het eind.", "eindnoot 1"),
    ]


def test_a_note_below_a_letter_is_no_part_of_it() -> None:
    refer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = paragraph("Geachte heer,") + paragraph(run("Een zin.") + refer)
    body += paragraph("Met vriendelijke groet,") + paragraph("A. de Vries")
    document = read(body, parts={"footnotes": part("footnotes", NOTES)})
    assert [block.kind for block in document.blocks][-3:] == ["closing", "signature", "paragraph"]
    assert document.blocks[-1].attrs["note"] == "voetnoot 1"


def test_a_text_box_is_read_once_and_where_it_is_seen() -> None:
    body = paragraph(run("Eerste.") + box(paragraph("Naast de tekst.")))
    body += paragraph(run("Tweede.") + box(paragraph("Boven aan de pagina."), relative="page"))
    body += paragraph(
        run("Derde.") + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph("Van vroeger.")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )  # fmt: skip
    document = read(body)
    assert list(zip(texts(document), anchors(document), strict=True)) == [
        ("Eerste.", "alinea 1"),
        ("Naast de tekst.", "tekstvak 1"),
        ("Boven aan de pagina.", "tekstvak 2"),
        ("Tweede.", "alinea 2"),
        ("Derde.", "alinea 3"),
        ("Van vroeger.", "tekstvak 3"),
    ]


def test_pictures_have_their_alternative_text_or_say_that_it_is_missing() -> None:
    decorative = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'
    body = paragraph(run("Kijk:") + picture('name="Logo" descr="Het stadhuis"'))
    body += paragraph(picture('name="Foto 3"')) + paragraph(picture('name="Lijn" descr="streep"', decorative))
    body += paragraph(
        "<w:r><w:pict><v:shape alt='Een oude kaart'><v:imagedata r:id='image'/></v:shape></w:pict></w:r>"
    )
    document = read(body, relations='<Relationship Id="image" Type="x/image" Target="media/a.png"/>')
    pictures = [block for block in document.blocks if block.kind == "image_alt"]
    assert [(one.text, one.attrs["alt"], one.attrs["name"], one.anchor) for one in pictures] == [
        ("Het stadhuis", "text", "Logo", "afbeelding 1"),
        ("", "missing", "Foto 3", "afbeelding 2"),
        ("", "empty", "Lijn", "afbeelding 3"),
        ("Een oude kaart", "text", "", "afbeelding 4"),
    ]
    assert pictures[0].attrs["src"] == "word/media/a.png"
    (handle, _, _), *_ = origins_of(document, pictures[0].place)
    assert handle.tag.endswith("}drawing")


def test_headers_and_footers_stand_around_the_text() -> None:
    head = part("hdr", paragraph("Gemeente Voorbeeld") + paragraph("Ons kenmerk: 2024-12"))
    other = part("hdr", paragraph("Vervolg"))
    even = part("hdr", paragraph("Nooit te zien"))
    foot = part("ftr", paragraph("Postbus 1, 1234 AB Voorbeeld"))
    body = paragraph("Geachte heer,") + paragraph("Wij hebben uw brief gelezen.")
    body += (
        '<w:sectPr><w:headerReference w:type="even" r:id="header3"/><w:headerReference w:type="default" '
        'r:id="header2"/><w:headerReference w:type="first" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
    )
    parts = {"header1": head, "header2": other, "header3": even, "footer1": foot}
    document = read(body.format("<w:titlePg/>"), parts=parts)
    assert [(one.text, one.main, one.attrs.get("kind")) for one in document.blocks] == [
        ("Gemeente Voorbeeld", False, "paragraph"),
        ("Ons kenmerk: 2024-12", False, "paragraph"),
        ("Vervolg", False, "paragraph"),
        ("Geachte heer,", True, None),
        ("Wij hebben uw brief gelezen.", True, None),
        ("Postbus 1, 1234 AB Voorbeeld", False, "paragraph"),
    ]
    assert anchors(document)[0] == anchors(document)[5] == "kop- of voettekst"
    assert anchors(document)[3] == "alinea 1"
    assert "Gemeente Voorbeeld" not in texts(read(body.format(""), parts=parts))


def test_content_controls_are_opened() -> None:
    inline = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("ingevuld") + "</w:sdtContent></w:sdt>"
    body = "<w:sdt><w:sdtContent>" + paragraph(run("Naam: ") + inline) + "</w:sdtContent></w:sdt>"
    rows = "<w:sdt><w:sdtContent>" + row("a", "b") + "</w:sdtContent></w:sdt>"
    assert texts(read(body + table(rows))) == ["Naam: ingevuld", "a", "b"]


def test_tables_have_a_header_row_and_cells_with_a_place() -> None:
    head = row("Naam", "Bedrag", properties="<w:tblHeader/>")
    body = table(head, row("Jan", paragraph("€ 10") + paragraph("per week"))) + table(row("x", "y"))
    document = read(body)
    assert [(one.kind, one.text, one.anchor) for one in document.blocks] == [
        ("table_header", "Naam", "tabel 1, rij 1, kolom 1"),
        ("table_header", "Bedrag", "tabel 1, rij 1, kolom 2"),
        ("table_cell", "Jan", "tabel 1, rij 2, kolom 1"),
        ("table_cell", "€ 10", "tabel 1, rij 2, kolom 2"),
        ("table_cell", "per week", "tabel 1, rij 2, kolom 2"),
        ("table_cell", "x", "tabel 2, rij 1, kolom 1"),
        ("table_cell", "y", "tabel 2, rij 1, kolom 2"),
    ]
    assert document.source.text == "Naam\tBedrag\nJan\t€ 10\nper week\n\nx\ty\n"


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:tblStyle w:val='Rastertwee'/><w:tblLook w:val='04A0'/>", "table_header"),
        ("<w:tblStyle w:val='Raster'/><w:tblLook w:firstRow='1'/>", "table_header"),
        ("<w:tblStyle w:val='Raster'/><w:tblLook w:val='0480'/>", "table_cell"),
        ("<w:tblStyle w:val='Raster'/><w:tblLook w:val='onzin'/>", "table_cell"),
        ("<w:tblLook w:val='04A0' w:firstRow='1'/>", "table_cell"),
    ],
)
def test_a_first_row_that_stands_out_is_a_header(properties: str, kind: str) -> None:
    document = read(table(row("a", "b"), row("c", "d"), properties=properties), parts={"styles": STYLES})
    assert [block.kind for block in document.blocks] == [kind, kind, "table_cell", "table_cell"]


def test_merged_cells_count_on_the_grid() -> None:
    wide = row("breed", cell="<w:gridSpan w:val='2'/>")[: -len("</w:tr>")]
    first = wide + row("c").split("</w:trPr>")[1]
    down = row("onder", "x", cell="<w:vMerge/>")
    assert anchors(read(table(first, row("a", "b", "c"), down))) == [
        "tabel 1, rij 1, kolom 1",
        "tabel 1, rij 1, kolom 3",
        "tabel 1, rij 2, kolom 1",
        "tabel 1, rij 2, kolom 2",
        "tabel 1, rij 2, kolom 3",
    ]


def test_tables_for_the_layout_are_paragraphs() -> None:
    body = table(row(paragraph("Geachte heer,") + paragraph("Wij hebben uw brief gelezen.")))
    assert kinds(read(body)) == [
        ("salutation", "Geachte heer,"),
        ("paragraph", "Wij hebben uw brief gelezen."),
    ]
    aside = table(row("Postbus 1", paragraph("Geachte heer,") + paragraph("Wij hebben het gelezen.")))
    assert anchors(read(aside)) == ["alinea 1", "alinea 2", "alinea 3"]
    inner = table(row("a", "b"))
    outer = read(table(row("links", paragraph("rechts") + inner + paragraph(""))))
    assert anchors(outer) == ["alinea 1", "alinea 2", "tabel 1, rij 1, kolom 1", "tabel 1, rij 1, kolom 2"]


def test_the_head_of_a_letter_may_be_a_table() -> None:
    head = table(row("Ons kenmerk", "2024-12"), row("Onderwerp", "uw aanvraag"))
    document = read(head + paragraph("Geachte heer,") + paragraph("Wij kennen de subsidie toe."))
    assert ("subject", "uw aanvraag") in kinds(document)
    assert ("address", "2024-12") in kinds(document)


def test_the_language_is_what_the_words_do_not_deny() -> None:
    dutch = "Wij hebben uw aanvraag voor de subsidie gelezen en wij kennen het bedrag niet toe."
    english = "We have read your application for the grant and we will not be able to pay the amount."
    spoken = "<w:lang w:val='{}'/>".format
    template = part(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{spoken('en-US')}</w:rPr></w:rPrDefault></w:docDefaults>",
    )
    assert "lang" not in read(paragraph(dutch), parts={"styles": template}).meta
    assert read(paragraph(english), parts={"styles": template}).meta["lang"] == "en-US"
    body = (
        paragraph(dutch) * 2
        + paragraph(run(english, spoken("en-GB")))
        + paragraph(run(dutch, spoken("de-DE")))
    )
    mixed = read(body, parts={"styles": STYLES})
    assert mixed.meta["lang"] == "nl-NL"
    assert [block.lang for block in mixed.blocks] == [None, None, "en-GB", None]
    assert read(paragraph(run(dutch, spoken("nl-BE")))).meta["lang"] == "nl-BE"


def test_the_strict_variant_is_read_and_written_in_its_own_names() -> None:
    usual = {
        "word/document.xml": part("document", "<w:body>" + paragraph("Een zin.", style="Kop1") + "</w:body>"),
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/styles" Target="/word/styles.xml"/></Relationships>',
    }
    strict = pack({name: as_strict(text.encode()) for name, text in usual.items()})
    document = readers.read(strict, "brief.docx")
    assert kinds(document) == [("heading", "Een zin.")]
    written = document.raw.serialise("word/document.xml")
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in written
    assert b"schemas.openxmlformats.org/wordprocessingml" not in written


@pytest.mark.parametrize("kind", ["template", "macroEnabledTemplate"])
def test_templates_are_read_too(kind: str) -> None:
    data = word(paragraph("Beste lezer,"), kind=kind)
    with pytest.raises(ValueError, match="not a Word file"):
        python_docx.Document(io.BytesIO(data))
    assert texts(readers.read(data, "sjabloon.dotx")) == ["Beste lezer,"]


def test_macros_are_mentioned_and_text_from_elsewhere_is_a_problem() -> None:
    body = f"<w:document xmlns:w='{W_NAME}'><w:body>{paragraph('Een zin.')}</w:body></w:document>"
    document = readers.read(pack({"word/document.xml": body, "word/vbaProject.bin": b"x"}), "brief.docm")
    assert [notice.message for notice in document.notices] == [
        "In dit bestand zitten macro’s. duidelijk voert die niet uit en leest alleen de tekst."
    ]
    assert document.problems == ()
    assert len(read(paragraph("Een zin.") + "<w:altChunk r:id='a'/>").problems) == 1


W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_notice_is_in_the_report_and_no_error() -> None:
    body = f"<w:document xmlns:w='{W_NAME}'><w:body>{paragraph('Wij kopen een huis.')}</w:body></w:document>"
    data = pack({"word/document.xml": body, "word/vbaProject.bin": b"x"})
    report = lint_bytes(data, "brief.docm", Settings(choice=Choice(select=("formeel-woord",))))
    assert report.errors == ()
    assert "macro" in report.notices[0].message


def test_a_finding_names_the_paragraph_that_it_is_in() -> None:
    data = word(
        paragraph("Een zin.") + paragraph(run("Wij helpen u ") + run("in", "<w:b/>") + run("dien u belt."))
    )
    report = lint_bytes(data, "brief.docx", Settings(choice=Choice(select=("formeel-woord",))))
    (finding,) = report.findings
    assert finding.anchor == "alinea 2"
    assert report.source.text[slice(*finding.span)] == "indien"
