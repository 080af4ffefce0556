"""Reading PDF: lines become paragraphs, headings, lists and tables, by tags or by how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from duidelijk.model import Document
from duidelijk.pdf.characters import Glyphs
from duidelijk.readers import pdf as reader
from duidelijk.readers.extracted import origins_of
from tests.pdf_files import Words, lines, pdf, stream, tagged

LONG = (
    "Wij hebben uw aanvraag voor een bijdrage in de kosten van een fiets op 3 februari ontvangen.",
    "Daarbij hebben wij gekeken naar de regels van de gemeente en naar de prijs van de nieuwe fiets,",
    "en wij kennen de bijdrage toe.",
)
OTHER = (
    "De bijdrage is alleen bedoeld voor de fiets. Bewaar daarom de bon van de winkel waar u kocht.",
    "Wij kunnen u tot een jaar na deze brief vragen om die bon te laten zien.",
)


def read(data: bytes) -> Document:
    return reader.read(data, "brief.pdf")


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.main]


def paragraph(*parts: str) -> str:
    return " ".join(parts)


def test_lines_of_a_paragraph_are_joined_and_white_parts_paragraphs() -> None:
    found = read(pdf([*lines(*LONG), *lines(*OTHER, y=750 - 3 * 13 - 6)]))
    assert shown(found) == [("paragraph", paragraph(*LONG)), ("paragraph", paragraph(*OTHER))]
    assert found.source.text == "\n".join(LONG) + "\n\n" + "\n".join(OTHER) + "\n"
    assert not found.problems
    assert not found.notices


def test_without_white_a_short_line_ends_a_paragraph() -> None:
    assert texts(read(pdf(lines(*LONG, *OTHER)))) == [paragraph(*LONG), paragraph(*OTHER)]


def test_an_indented_line_begins_a_paragraph() -> None:
    words = lines(
        *LONG[:2], "Daarom krijgt u binnen vier weken het hele bedrag op uw rekening, als u de bon hebt"
    )
    again = [Words(words[0].x + 14, 750 - 3 * 13, LONG[0]), *lines(LONG[2], y=750 - 4 * 13)]
    assert len(texts(read(pdf([*words, *again])))) == 2


def test_a_broken_word_is_whole_and_leads_back_to_both_lines() -> None:
    words = lines(
        "Tegen dit besluit kunt u bezwaar maken. Dan beoordelen wij uw aanvraag en deze beschik-",
        "king opnieuw.",
    )
    found = read(pdf(words))
    block = found.blocks[0]
    assert block.text.endswith("en deze beschikking opnieuw.")
    assert "beschik-\nking" in found.source.text
    at = block.text.index("beschikking")
    span = block.map.to_source(at, at + len("beschikking"))
    parts = [(handle.boxes[start:end], end - start) for handle, start, end in origins_of(found, span)]
    assert sum(length for _, length in parts) == len("beschik-king")
    heights = {round(box[1]) for boxes, _ in parts for box in boxes}
    assert len(heights) == 2


def test_hyphens_that_belong_to_the_word_stay() -> None:
    full = "Vul het formulier in dat bij deze brief zit en stuur het daarna met de post of met de e-"
    assert texts(read(pdf(lines(full, "mail naar ons op."))))[0].endswith("met de e-mail naar ons op.")
    full = "De aanvraag gaat over alle gemeenten die sinds vorig jaar liggen in de provincie Noord-"
    assert texts(read(pdf(lines(full, "Holland en daarbuiten."))))[0].endswith("Noord-Holland en daarbuiten.")


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    found = read(pdf(lines(*LONG[:2], y=80), lines(LONG[2], y=780)))
    assert texts(found) == [paragraph(*LONG)]
    assert found.anchor(found.source.text.index("en wij kennen")) == "pagina 2, regel 1"


def test_each_line_has_its_name_and_each_character_its_box() -> None:
    found = read(pdf(lines(*LONG)))
    assert found.anchor(0) == "pagina 1, regel 1"
    assert found.anchor(found.source.text.index("en wij kennen")) == "pagina 1, regel 3"
    block = found.blocks[0]
    assert block.attrs["page"] == "1"
    left, bottom, right, top = map(float, block.attrs["box"].split())
    assert left == 71
    assert 715 < bottom < 724
    assert 750 < top < 765
    assert 450 < right < 595
    [(handle, start, end)] = origins_of(found, block.map.to_source(0, 3))
    assert isinstance(handle, Glyphs)
    assert (handle.page, start, end) == (0, 0, 3)
    boxes = handle.boxes[start:end]
    assert [round(one[0]) for one in boxes] == [71, 81, 84]


def test_headings_are_larger_or_bold_and_alone() -> None:
    found = read(
        pdf(
            [
                Words(71, 780, "Jaarverslag", 20, "F2"),
                Words(71, 745, "Wat wij deden", 14, "F2"),
                *lines(*LONG, y=720),
                Words(71, 660, "Kosten", 11, "F2"),
                *lines(*OTHER, y=645),
            ]
        )
    )
    assert [(block.kind, block.level, block.text) for block in found.blocks] == [
        ("heading", 1, "Jaarverslag"),
        ("heading", 2, "Wat wij deden"),
        ("paragraph", 0, paragraph(*LONG)),
        ("heading", 3, "Kosten"),
        ("paragraph", 0, paragraph(*OTHER)),
    ]


def test_lists_have_marks_and_depth() -> None:
    found = read(
        pdf(
            [
                *lines("U moet drie dingen doen:"),
                Words(85, 737, "•"),
                Words(99, 737, "Betaal de rekening die bij deze brief zit binnen vier weken aan de gemeente"),
                Words(99, 724, "Voorbeeld."),
                Words(110, 711, "–"),
                Words(124, 711, "Dat kan met een overschrijving."),
                Words(85, 698, "•"),
                Words(99, 698, "Bewaar deze brief."),
                Words(85, 672, "1."),
                Words(99, 672, "Eerst dit."),
                Words(85, 659, "2."),
                Words(99, 659, "Dan dat."),
            ]
        )
    )
    assert [(block.level, block.attrs.get("marker"), block.text) for block in found.blocks[1:]] == [
        (1, "•", "Betaal de rekening die bij deze brief zit binnen vier weken aan de gemeente Voorbeeld."),
        (2, "–", "Dat kan met een overschrijving."),
        (1, "•", "Bewaar deze brief."),
        (1, "1.", "Eerst dit."),
        (1, "2.", "Dan dat."),
    ]
    assert {block.kind for block in found.blocks[1:]} == {"list_item"}
    assert "• Betaal" in found.source.text


COLUMN = (
    "Wij hebben uw aanvraag voor een",
    "bijdrage op tijd ontvangen en daarna",
    "met veel zorg gelezen. Wij vinden dat",
    "u voor de bijdrage in aanmerking komt",
    "omdat u al lang in de gemeente woont.",
)
BESIDE = (
    "Het bedrag staat over vier weken op",
    "uw rekening, als u ons de bon van de",
    "winkel stuurt. Stuur die bon naar het",
    "adres dat boven aan deze brief staat",
    "en bewaar zelf een kopie van de bon.",
)


def test_columns_are_read_one_after_the_other() -> None:
    above = "Dit bericht staat in twee kolommen, en deze regel gaat over de hele breedte van het blad."
    page = [*lines(above), *lines(*COLUMN, y=700), *lines(*BESIDE, x=320, y=700)]
    assert texts(read(pdf(page))) == [above, paragraph(*COLUMN), paragraph(*BESIDE)]
    assert texts(read(pdf(list(reversed(page))))) == [above, paragraph(*COLUMN), paragraph(*BESIDE)]


def test_a_letter_head_is_read_block_by_block() -> None:
    address = lines("De heer A. de Vries", "Dorpsstraat 12", "1234 CD Voorbeeld")
    reference = lines("Datum", "12 maart 2026", "Ons kenmerk", "2026-00123", x=400, y=750, size=9, pitch=11)
    found = read(pdf([*address, *reference, *lines("Geachte heer De Vries,", y=660), *lines(*LONG, y=640)]))
    assert texts(found)[:7] == [
        "De heer A. de Vries",
        "Dorpsstraat 12",
        "1234 CD Voorbeeld",
        "Datum",
        "12 maart 2026",
        "Ons kenmerk",
        "2026-00123",
    ]
    assert [block.kind for block in found.blocks[:8]] == ["address"] * 7 + ["salutation"]
    assert found.meta["kind"] == "letter"


def rows(*cells: Sequence[str], y: float = 600, pitch: float = 20) -> list[Words]:
    return [
        Words(71 + 150 * column, y - pitch * number, text, 11, "F1" if number else "F2")
        for number, row in enumerate(cells)
        for column, text in enumerate(row)
        if text
    ]


def test_cells_that_line_up_are_a_table() -> None:
    found = read(
        pdf(
            [
                *lines(*LONG),
                *rows(
                    ("Soort", "Duur", "Bedrag"),
                    ("Bewoner", "1 jaar", "120 euro"),
                    ("Bezoeker", "", "15 euro"),
                ),
                Words(71, 547, "van een bewoner"),
                *lines(*OTHER, y=500),
            ]
        )
    )
    assert shown(found)[1:-1] == [
        ("table_header", "Soort"),
        ("table_header", "Duur"),
        ("table_header", "Bedrag"),
        ("table_cell", "Bewoner"),
        ("table_cell", "1 jaar"),
        ("table_cell", "120 euro"),
        ("table_cell", "Bezoeker van een bewoner"),
        ("table_cell", "15 euro"),
    ]
    assert "Bewoner\t1 jaar\t120 euro\n" in found.source.text


def test_what_stands_at_the_edge_of_each_page_is_no_part_of_the_text() -> None:
    pages = [
        [Words(71, 810, "Gemeente Voorbeeld"), *lines(*text), Words(280, 30, f"Pagina {number} van 2")]
        for number, text in ((1, LONG), (2, OTHER))
    ]
    found = read(pdf(*pages))
    assert texts(found) == [paragraph(*LONG), paragraph(*OTHER)]
    assert [block.text for block in found.blocks if block.kind == "boilerplate"] == [
        "Gemeente Voorbeeld",
        "Pagina 1 van 2",
        "Gemeente Voorbeeld",
        "Pagina 2 van 2",
    ]


def test_links_come_from_annotations() -> None:
    words = "Meer staat op onze website."
    annotation = (
        b"/Annots [<< /Type /Annot /Subtype /Link /Rect [142 745 203 762] "
        b"/A << /S /URI /URI (https://example.nl/fiets) >> >>]"
    )
    block = read(pdf(lines(words), page=annotation)).blocks[0]
    [link] = block.inlines
    assert link.attrs == {"href": "https://example.nl/fiets"}
    assert block.text[slice(*link.span)] in "onze website."
    assert "website" in block.text[slice(*link.span)]


def test_marks_of_notes_stand_outside_the_text() -> None:
    words = [
        Words(71, 700, "Dit staat in de regeling."),
        Words(184, 704, "1", 6),
        Words(192, 700, "Dat is zo."),
    ]
    assert texts(read(pdf([*lines(*LONG), *words])))[1] == "Dit staat in de regeling. Dat is zo."


def test_a_turned_page_reads_as_one_that_is_upright() -> None:
    turned = b"q 0 1 -1 0 0 0 cm BT /F1 11 Tf 71 -100 Td (" + LONG[0].encode() + b") Tj 0 -13 Td ("
    turned += LONG[1].encode() + b") Tj 0 -13 Td (" + LONG[2].encode() + b") Tj ET Q"
    data = pdf([], page=b"/Rotate 90")
    assert texts(read(_with_content(data, turned))) == [paragraph(*LONG)]


def test_text_without_ink_counts_and_text_off_the_page_does_not() -> None:
    hidden = b"BT 3 Tr /F1 11 Tf 71 700 Td (Herkende tekst van een scan.) Tj ET "
    hidden += b"BT 0 Tr /F1 11 Tf 2000 700 Td (Buiten beeld.) Tj ET"
    assert texts(read(_with_content(pdf([]), hidden))) == ["Herkende tekst van een scan."]


def _with_content(data: bytes, content: bytes) -> bytes:
    """The file with other content on its only page. The table of places is then repaired by the reader."""
    start = data.index(b"11 0 obj")
    return data[:start] + b"11 0 obj\n" + stream(content) + b"\nendobj\n" + data[data.index(b"xref\n") :]


def test_the_title_and_language_of_the_file_are_known() -> None:
    found = read(pdf(lines(*LONG), catalog=b"/Lang (nl-NL)"))
    assert found.meta == {"lang": "nl-NL"}
    assert (
        read(pdf(lines(*LONG), catalog=b"/Lang (en-US)")).meta == {}
    )  # the language of the program, not of LONG
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        b'<rdf:li xml:lang="x-default">Een besluit</rdf:li></rdf:Alt></dc:title></rdf:Description>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    data = pdf(
        lines(*LONG), catalog=b"/Metadata 5 0 R", more={5: stream(xmp, b"/Type /Metadata /Subtype /XML")}
    )
    assert read(data).meta == {"title": "Een besluit"}


def element(kind: str, kids: str, more: str = "", page: int = 10) -> bytes:
    return f"<< /Type /StructElem /S /{kind} /Pg {page} 0 R /K [{kids}] {more} >>".encode()


def marked(*texts: str, y: float = 750) -> list[Words]:
    return [Words(71, y - 20 * number, text, mcid=number) for number, text in enumerate(texts)]


def test_tags_say_what_text_is_and_in_which_order() -> None:
    words = marked(
        "You can also ask us for this letter in English.",
        "Een kop",
        "• Een punt.",
        "Tweede punt.",
        "Naam",
        "Bedrag",
    )
    more = {
        900: element("Document", "901 0 R 902 0 R 903 0 R 910 0 R"),
        901: element("Kop", "1"),
        902: element("P", "0", "/Lang (en)"),
        903: element("L", "904 0 R 905 0 R"),
        904: element("LI", "906 0 R"),
        906: element("LBody", "2"),
        905: element("LI", "907 0 R"),
        907: element("LBody", "3"),
        910: element("Table", "911 0 R"),
        911: element("TR", "912 0 R 913 0 R"),
        912: element("TH", "4"),
        913: element("TD", "5"),
    }
    found = read(tagged("[900 0 R]", words, more=more))
    assert [(block.kind, block.level, block.text) for block in found.blocks] == [
        ("heading", 1, "Een kop"),
        ("paragraph", 0, "You can also ask us for this letter in English."),
        ("list_item", 1, "Een punt."),
        ("list_item", 1, "Tweede punt."),
        ("table_header", 0, "Naam"),
        ("table_cell", 0, "Bedrag"),
    ]
    assert found.blocks[2].attrs["marker"] == "•"
    assert [block.lang for block in found.blocks[:2]] == [None, "en"]
    assert found.source.text.endswith("\n\nNaam\tBedrag\n")


def test_a_label_is_the_mark_of_its_item() -> None:
    more = {
        900: element("L", "901 0 R"),
        901: element("LI", "902 0 R 903 0 R"),
        902: element("Lbl", "0"),
        903: element("LBody", "904 0 R 905 0 R"),
        904: element("P", "1"),
        905: element("P", "2"),
    }
    found = read(tagged("[900 0 R]", marked("a)", "Betaal de rekening.", "Dat kan ook later."), more=more))
    assert [(block.kind, block.attrs.get("marker"), block.text) for block in found.blocks] == [
        ("list_item", "a)", "Betaal de rekening."),
        ("paragraph", None, "Dat kan ook later."),
    ]


def test_a_picture_gives_its_alternative_text() -> None:
    more = {
        900: element("P", "0 901 0 R 1"),
        901: element("Figure", "2", "/Alt (Foto van het stadhuis)"),
    }
    words = marked("De foto toont", "ons stadhuis.", "woorden in de foto")
    found = read(tagged("[900 0 R]", words, more=more))
    assert shown(found) == [
        ("paragraph", "De foto toont ons stadhuis."),
        ("image_alt", "Foto van het stadhuis"),
    ]


def test_words_that_the_file_gives_instead_are_read() -> None:
    more = {
        900: element("P", "0 901 0 R 2 902 0 R 4"),
        901: element("Span", "1", "/ActualText <FEFF00AD>"),
        902: element("Span", "3", "/ActualText (euro)"),
    }
    words = [
        Words(71, 750, "Dit is een beschik", mcid=0),
        Words(153.9, 750, "-", mcid=1),
        Words(71, 737, "king over 12", mcid=2),
        Words(135, 737, "E", mcid=3),
        Words(145, 737, "per week.", mcid=4),
    ]
    block = read(tagged("[900 0 R]", words, more=more)).blocks[0]
    assert block.text == "Dit is een beschikking over 12 euro per week."


def test_notes_stand_behind_the_paragraph() -> None:
    more = {900: element("P", "0 901 0 R 1"), 901: element("Note", "2")}
    found = read(tagged("[900 0 R]", marked("Dit staat in", "de regeling.", "Zie de website."), more=more))
    assert texts(found) == ["Dit staat in de regeling.", "Zie de website."]
    assert found.blocks[1].attrs["note"] == "1"


def test_artifacts_are_no_text_and_what_has_no_tags_is_read_all_the_same() -> None:
    words = [
        *marked("De eerste alinea van deze brief.", "De tweede alinea van deze brief."),
        Words(71, 600, "Zonder label."),
        Words(71, 30, "Concept", tag="Artifact"),
    ]
    more = {900: element("P", "0"), 901: element("P", "1")}
    found = read(tagged("[900 0 R 901 0 R]", words, more=more))
    assert [(block.text, block.main) for block in found.blocks] == [
        ("De eerste alinea van deze brief.", True),
        ("De tweede alinea van deze brief.", True),
        ("Zonder label.", True),
        ("Concept", False),
    ]


def test_tags_that_name_little_of_the_text_are_passed_over() -> None:
    words = [Words(71, 800, "Kop", mcid=0), *lines(*LONG), *lines(*OTHER, y=690)]
    found = read(tagged("[900 0 R]", words, more={900: element("H1", "0")}))
    assert texts(found) == ["Kop", paragraph(*LONG), paragraph(*OTHER)]


def test_a_tree_that_bites_its_tail_is_read_once() -> None:
    more = {
        900: element("Heen", "901 0 R 902 0 R 900 0 R"),
        901: element("Kop", "0"),
        902: element("P", "1 900 0 R 903 0 R"),
        903: element("L", "902 0 R"),
    }
    found = read(tagged("[900 0 R]", marked("Een kop", "Een alinea."), more=more))
    assert shown(found) == [("heading", "Een kop"), ("paragraph", "Een alinea.")]
