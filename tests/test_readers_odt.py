"""OpenDocument texts: what their readers see, and where it came from."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from duidelijk import readers
from duidelijk.model import Block, Document, Span
from duidelijk.readers.extracted import origins_of
from tests.odt_files import STYLES, heading, listed, odt, paragraph, row, table

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTE = (
    '<text:note text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
    "<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
)
PAGE = (
    '<style:master-page style:name="Standard">'
    "<style:header><text:p>Gemeente Voorbeeld</text:p></style:header>"
    "<style:footer><text:p>Bladzijde <text:page-number>1</text:page-number></text:p></style:footer>"
    "</style:master-page>"
)


def read(body: str, **more: object) -> Document:
    return readers.read(odt(body, **more), "brief.odt")


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def marks(document: Document) -> list[str]:
    return [f"{block.attrs.get('marker', '')}|{block.text}" for block in document.blocks]


def text(body: str, **more: object) -> str:
    return read(body, **more).source.text


def origin(document: Document, words: str) -> list[tuple[str, str, str]]:
    """For each stretch of these words: the name of its element, its side and its characters in the file."""
    at = document.source.text.index(words)
    found = []
    for handle, start, end in origins_of(document, Span(at, at + len(words))):
        element: _Element = handle[0]
        inside = {"text": element.text, "tail": element.tail, "element": " "}[handle[1]] or ""
        found.append((str(element.tag).split("}")[1], handle[1], inside[start:end]))
    return found


def test_titles_headings_paragraphs_and_quotes() -> None:
    body = (
        paragraph("Jaarverslag", "Title")
        + heading("Over ons")
        + paragraph("Wij helpen u.")
        + heading("Zorg", 2)
        + paragraph("U kiest zelf.", "Quotations")
    )
    document = read(body)
    assert shown(document) == [
        ("title", "Jaarverslag"),
        ("heading", "Over ons"),
        ("paragraph", "Wij helpen u."),
        ("heading", "Zorg"),
        ("quote", "U kiest zelf."),
    ]
    assert [block.level for block in document.blocks] == [0, 1, 0, 2, 0]
    assert [block.anchor for block in document.blocks] == [f"alinea {number}" for number in range(1, 6)]
    assert document.format == "odt"
    assert document.blocks[1].attrs["style"] == "Heading 1"


def test_a_style_of_its_own_is_the_style_it_is_based_on() -> None:
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title">'
        '<style:paragraph-properties fo:text-align="justify"/></style:style>'
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>'
    )
    block = read(paragraph("Jaarverslag", "P2"), automatic=automatic).blocks[0]
    assert block.kind == "title"
    assert dict(block.attrs) == {"style": "Title", "align": "both", "bold": "true"}


def test_styles_have_a_size_in_points() -> None:
    styles = read(paragraph("x")).raw.styles
    assert styles.paragraph("Standard").size == 12
    assert styles.paragraph("Heading_20_1").size == 21  # 150% of 14
    assert styles.paragraph("Heading_20_1").bold


def test_white_space_is_as_it_is_shown() -> None:
    body = (
        "<text:p>\n  Een  <text:span>  zin</text:span>\n met<text:s text:c='3'/>ruimte,"
        "<text:tab/>een tab<text:line-break/>en<text:soft-page-break/> een regel.</text:p>"
    )
    assert text(body) == "Een zin met   ruimte,\teen tab\nen een regel.\n"


def test_every_word_leads_back_to_its_place() -> None:
    document = read(
        "<text:p>\n  Wij  delen <text:span text:style-name='Strong'>u mede</text:span>"
        "\n  dat <text:s/>het lukt.</text:p>"
    )
    assert document.source.text == "Wij delen u mede dat  het lukt.\n"
    assert origin(document, "delen u mede dat") == [
        ("p", "text", "delen "),
        ("span", "text", "u mede"),
        ("span", "tail", "\n"),
        ("span", "tail", "dat"),
    ]
    assert origin(document, " het") == [("s", "element", " "), ("s", "tail", "het")]


def test_links_bold_and_italic() -> None:
    body = paragraph(
        'Kijk op <text:a xlink:href="https://example.nl">onze <text:span text:style-name="Strong">site'
        '</text:span></text:a> of <text:span text:style-name="Emphasis">bel</text:span>.'
    )
    block = read(body).blocks[0]
    found = [(one.kind, block.text[slice(*one.span)], dict(one.attrs)) for one in block.inlines]
    assert found == [
        ("link", "onze site", {"href": "https://example.nl"}),
        ("strong", "site", {}),
        ("emphasis", "bel", {}),
    ]


def test_lists_have_the_marks_that_libreoffice_shows() -> None:
    body = listed(
        "een", paragraph("twee") + listed("a", paragraph("b") + listed("diep")), "drie", style="Numbers"
    ) + listed(paragraph("bol") + listed("streep"), style="Bullets")
    document = read(body)
    assert marks(document) == [
        "1.|een",
        "2.|twee",
        "a)|a",
        "b)|b",
        "2.b.1|diep",
        "3.|drie",
        "•|bol",
        "–|streep",
    ]
    assert [block.level for block in document.blocks] == [1, 1, 2, 2, 3, 1, 1, 2]
    assert {block.kind for block in document.blocks} == {"list_item"}
    assert document.source.text.startswith("1. een\n2. twee\na) a\n")


def test_a_second_paragraph_of_an_item_has_no_number() -> None:
    document = read(listed(paragraph("een") + paragraph("nog iets"), "twee", style="Numbers"))
    assert marks(document) == ["1.|een", "|nog iets", "2.|twee"]
    assert [block.kind for block in document.blocks] == ["list_item", "paragraph", "list_item"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "1."),
        ('text:continue-numbering="true"', "3."),
        ('text:continue-list="first"', "3."),
    ],
)
def test_a_list_starts_again_or_goes_on(attributes: str, expected: str) -> None:
    body = (
        listed("een", "twee", style="Numbers", attributes='xml:id="first"')
        + paragraph("Tussendoor.")
        + listed("en verder", style="Numbers", attributes=attributes)
    )
    assert marks(read(body))[-1] == f"{expected}|en verder"


def test_numbers_of_their_own_and_lists_without() -> None:
    started = listed("zeven", "acht", style="Numbers").replace(
        "<text:list-item>", '<text:list-item text:start-value="7">', 1
    )
    header = (
        '<text:list text:style-name="Numbers"><text:list-header><text:p>kop</text:p></text:list-header>'
        "<text:list-item><text:p>een</text:p></text:list-item></text:list>"
    )
    numbered = "".join(
        f'<text:numbered-paragraph text:list-id="n" text:level="{level}" text:style-name="Numbers">'
        "<text:p>los</text:p></text:numbered-paragraph>"
        for level in (1, 2, 1)
    )
    assert marks(read(started + header + numbered)) == [
        "7.|zeven", "8.|acht", "|kop", "1.|een", "1.|los", "a)|los", "2.|los",
    ]  # fmt: skip


def test_a_level_that_was_passed_over_counts_as_one_item() -> None:
    assert marks(read(listed(listed("a", "b"), "boven", style="Numbers"))) == ["a)|a", "b)|b", "2.|boven"]


def test_headings_have_the_numbers_of_their_chapters() -> None:
    outline = (
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="I"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = heading("Doel") + heading("Wat", 2) + heading("Hoe") + heading("Wie", 2)
    assert marks(read(body, styles=STYLES + outline)) == ["I|Doel", "I.1|Wat", "II|Hoe", "II.1|Wie"]


def test_tables_have_headers_cells_and_places() -> None:
    merged = '<table:table-cell table:number-columns-spanned="2"><text:p>samen</text:p></table:table-cell>'
    body = table(
        row("Wat", "Wanneer", "Hoeveel"),
        row(merged, "<table:covered-table-cell/>", "laatste"),
        header=row("Kop", "Datum", "Bedrag"),
    )
    document = read(paragraph("Vooraf.") + body)
    assert [(block.kind, block.anchor) for block in document.blocks] == [
        ("paragraph", "alinea 1"),
        *(("table_header", f"tabel 1, rij 1, kolom {column}") for column in (1, 2, 3)),
        *(("table_cell", f"tabel 1, rij 2, kolom {column}") for column in (1, 2, 3)),
        ("table_cell", "tabel 1, rij 3, kolom 1"),
        ("table_cell", "tabel 1, rij 3, kolom 3"),
    ]
    assert document.source.text == ("Vooraf.\n\nKop\tDatum\tBedrag\nWat\tWanneer\tHoeveel\nsamen\tlaatste\n")


def test_a_table_for_the_layout_is_no_table() -> None:
    nested = table(row("Bedrag", "100 euro"), row("Datum", "1 mei"))
    document = read(table(row(paragraph("Links.") + nested, paragraph("Rechts."))))
    assert [(block.kind, block.anchor) for block in document.blocks] == [
        ("paragraph", "alinea 1"),
        *(("table_cell", f"tabel 1, rij {line}, kolom {column}") for line in (1, 2) for column in (1, 2)),
        ("paragraph", "alinea 2"),
    ]


def test_a_cell_that_was_split_stays_a_cell() -> None:
    part = table(row("a", "b"), attributes='table:is-sub-table="true"')
    document = read(table(row("Naam", part), row("c", "d")))
    assert [block.anchor for block in document.blocks] == [
        "tabel 1, rij 1, kolom 1",
        "tabel 1, rij 1, kolom 2",
        "tabel 1, rij 1, kolom 2",
        "tabel 1, rij 2, kolom 1",
        "tabel 1, rij 2, kolom 2",
    ]


def test_notes_follow_the_text() -> None:
    first = NOTE.format(kind="footnote", number=1, text="Zie de wet.")
    second = NOTE.format(kind="endnote", number="i", text="Zie de bron.")
    document = read(paragraph(f"Dit mag{first} altijd{second}.") + paragraph("Klaar."))
    assert [(block.anchor, block.text) for block in document.blocks] == [
        ("alinea 1", "Dit mag altijd."),
        ("alinea 2", "Klaar."),
        ("voetnoot 1", "Zie de wet."),
        ("eindnoot 1", "Zie de bron."),
    ]


def test_text_boxes_and_shapes_with_text() -> None:
    box = "<draw:frame><draw:text-box><text:p>Let op de datum.</text:p></draw:text-box></draw:frame>"
    shape = "<draw:custom-shape><text:p>Bel ons.</text:p><draw:enhanced-geometry/></draw:custom-shape>"
    document = read(paragraph(f"Boven.{box}") + paragraph(f"Onder.<draw:g>{shape}</draw:g>"))
    assert [(block.anchor, block.text) for block in document.blocks] == [
        ("alinea 1", "Boven."),
        ("tekstvak 1", "Let op de datum."),
        ("alinea 2", "Onder."),
        ("tekstvak 2", "Bel ons."),
    ]


def test_pictures_have_their_alternative_text() -> None:
    image = '<draw:image xlink:href="Pictures/{0}.png"/>'
    frames = (
        f'<draw:frame draw:name="Logo">{image.format(1)}<svg:title>Logo</svg:title>'
        "<svg:desc>Logo van gemeente Voorbeeld</svg:desc></draw:frame>"
        f"<draw:frame>{image.format(2)}<svg:title>Het stadhuis</svg:title></draw:frame>"
        f"<draw:frame>{image.format(3)}</draw:frame>"
        f'<draw:frame loext:decorative="true">{image.format(4)}</draw:frame>'
    )
    document = read(paragraph(frames))
    assert [
        (block.kind, block.text, block.attrs["alt"], block.attrs["src"]) for block in document.blocks
    ] == [
        ("image_alt", "Logo van gemeente Voorbeeld", "text", "Pictures/1.png"),
        ("image_alt", "Het stadhuis", "text", "Pictures/2.png"),
        ("image_alt", "", "missing", "Pictures/3.png"),
        ("image_alt", "", "empty", "Pictures/4.png"),
    ]
    assert document.blocks[0].attrs["name"] == "Logo"
    assert document.blocks[1].anchor == "afbeelding 2"


def test_changes_are_read_as_accepted() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg ermee</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    body = paragraph(
        'Dit <text:change text:change-id="d"/>blijft<text:change-start text:change-id="i"/> en is nieuw'
        '<text:change-end text:change-id="i"/>.'
    )
    assert text(changes + body) == "Dit blijft en is nieuw.\n"


def test_comments_fields_bookmarks_and_rubies() -> None:
    comment = '<office:annotation office:name="a"><text:p>niet</text:p></office:annotation>'
    body = paragraph(
        f'U krijgt {comment}bericht<office:annotation-end office:name="a"/> op '
        "<text:date>1 mei 2026</text:date>, <text:bookmark text:name='b'/>zie <text:ruby><text:ruby-base>"
        "onder</text:ruby-base><text:ruby-text>boven</text:ruby-text></text:ruby><!-- niets --> "
        "<text:script>alert(1)</text:script>&lt;<text:placeholder>naam</text:placeholder>&gt;."
    )
    assert text(body) == "U krijgt bericht op 1 mei 2026, zie onder <naam>.\n"


def test_what_is_hidden_is_not_read() -> None:
    body = (
        paragraph('Open<text:span text:style-name="Hidden"> en geheim</text:span>.')
        + paragraph(
            'Wel<text:hidden-text text:is-hidden="true" text:string-value="x"> niet</text:hidden-text>.'
        )
        + paragraph('<text:hidden-paragraph text:is-hidden="true"/>Weg.')
        + f'<text:section text:display="none">{paragraph("Ook weg.")}</text:section>'
        + f'<text:section text:display="true">{paragraph("Hier.")}</text:section>'
    )
    assert text(body) == "Open.\nWel.\nHier.\n"


def test_headers_and_footers_stand_apart() -> None:
    document = read(paragraph("De brief."), pages=PAGE)
    assert [(block.kind, block.text, block.anchor, block.main) for block in document.blocks] == [
        ("boilerplate", "Gemeente Voorbeeld", "kop- of voettekst", False),
        ("paragraph", "De brief.", "alinea 1", True),
        ("boilerplate", "Bladzijde 1", "kop- of voettekst", False),
    ]


def test_only_pages_that_are_used_count_and_each_text_once() -> None:
    def page(name: str, text: str, following: str = "") -> str:
        return (
            f'<style:master-page style:name="{name}" style:next-style-name="{following}">'
            f"<style:header><text:p>{text}</text:p></style:header></style:master-page>"
        )

    pages = page("Standard", "gewoon") + page("First", "eerste", "Next") + page("Next", "volgende")
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"'
        ' style:master-page-name="First"/>'
    )
    document = read(paragraph("De brief.", "P1"), automatic=automatic, pages=pages)
    assert [block.text for block in document.blocks] == ["eerste", "volgende", "De brief."]
    again = read(paragraph("De brief.", "P1"), automatic=automatic, pages=pages.replace("volgende", "eerste"))
    assert [block.text for block in again.blocks] == ["eerste", "De brief."]


def test_a_table_of_contents_is_no_text_of_the_writer() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>"
        f"{paragraph('Inhoud')}</text:index-title>{paragraph('Doel 3')}</text:index-body>"
        "</text:table-of-content>"
    )
    document = read(index + heading("Doel"))
    assert [(block.kind, block.main) for block in document.blocks] == [
        ("boilerplate", False),
        ("boilerplate", False),
        ("heading", True),
    ]
    assert document.blocks[1].attrs["kind"] == "list_item"


def test_title_and_language_of_the_file_and_of_its_parts() -> None:
    dutch = "Wij hebben uw aanvraag ontvangen en nemen binnen zes weken een besluit."
    english = "We have received your application and we will decide within the next six weeks."
    body = 2 * paragraph(dutch) + paragraph(f'<text:span text:style-name="English">{english}</text:span>')
    document = read(body, meta="<dc:title> Uw  aanvraag </dc:title>")
    assert document.meta == {"title": "Uw aanvraag", "lang": "nl-NL"}
    assert [block.lang for block in document.blocks] == [None, None, "en-GB"]
    without = read(paragraph(dutch), styles="", meta="<dc:language>nl</dc:language>")
    assert without.meta == {"lang": "nl"}


def test_a_letter_has_its_parts() -> None:
    lines = ("Onderwerp: uw aanvraag", "Geachte mevrouw,", "U krijgt de subsidie.", "Met vriendelijke groet,")
    document = read("".join(map(paragraph, lines)))
    assert [block.kind for block in document.blocks] == ["subject", "salutation", "paragraph", "closing"]
    assert document.meta["kind"] == "letter"


def test_macros_are_said_and_never_run() -> None:
    data = odt(paragraph("Een zin."), more={"Basic/Standard/Module1.xml": "<x/>"})
    assert "macro’s" in readers.read(data, "brief.odt").notices[0].message


def test_templates_are_read_alike() -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.text-template"}
    assert readers.read(odt(paragraph("Een zin."), more=parts), "sjabloon.ott").source.text == "Een zin.\n"


def test_a_file_that_another_program_made() -> None:
    """The library odfdo builds lists, tables, notes and pictures in its own way."""
    from odfdo import Cell, Frame, Header, List, Paragraph, Row, Table
    from odfdo import Document as Made

    made = Made("text")
    made.body.clear()
    made.body.append(Header(1, "Uw aanvraag"))
    noted = Paragraph("U krijgt de subsidie.")
    noted.insert_note(after="subsidie", note_id="n1", citation="1", body="Van de gemeente.")
    made.body.append(noted)
    made.body.append(List(["eerst dit", "dan dat"]))
    grid = Table("Bedragen")
    for line in (("Wat", "Bedrag"), ("Huur", "100")):
        cells = Row()
        for at, word in enumerate(line):
            cells.set_cell(at, Cell(text=word))
        grid.append_row(cells)
    made.body.append(grid)
    box = Paragraph("")
    box.append(Frame.text_frame("In een kader."))
    made.body.append(box)
    file = io.BytesIO()
    made.save(file)
    document = readers.read(file.getvalue(), "brief.odt")

    def block(text: str) -> Block:
        return next(one for one in document.blocks if one.text == text)

    assert (block("Uw aanvraag").kind, block("Uw aanvraag").level) == ("heading", 1)
    assert block("U krijgt de subsidie.").anchor == "alinea 2"
    assert block("Van de gemeente.").anchor == "voetnoot 1"
    assert block("100").anchor == "tabel 1, rij 2, kolom 2"
    assert block("In een kader.").anchor == "tekstvak 1"
    assert block("dan dat").anchor == "alinea 4"
