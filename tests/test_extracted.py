"""The canonical text of letters that have no text of their own."""

from __future__ import annotations

from collections.abc import Sequence

from duidelijk.model import BlockKind, Document, Span
from duidelijk.readers.extracted import Mark, Paragraph, Piece, compose, origins_of


def document(*paragraphs: Paragraph) -> Document:
    return compose(b"", "brief.docx", "docx", paragraphs)


def plain(text: str, number: int = 1, kind: BlockKind = "paragraph", **more: object) -> Paragraph:
    return Paragraph(kind, [Piece(text, f"run {number}")], f"alinea {number}", **more)  # type: ignore[arg-type]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_paragraphs_are_parted_by_an_empty_line_cells_by_a_tab_and_items_have_their_mark() -> None:
    read = document(
        plain("Titel", 1, "heading", level=1),
        plain("een", 2, "list_item", level=1, marker="–"),
        plain("twee", 3, "list_item", level=1, marker="–", gap=False),
        plain("Naam", 4, "table_header"),
        plain("Bedrag", 5, "table_header", beside=True),
    )
    assert read.source.text == "Titel\n\n– een\n– twee\n\nNaam\tBedrag\n"
    assert read.source.origin == "extracted"
    assert read.blocks[1].attrs == {"marker": "–"}


def test_every_word_leads_back_to_where_it_came_from() -> None:
    pieces = [Piece("U krijgt ", "a"), Piece("geen\n", "b", 10), Piece("subsidie.", "c")]
    read = document(Paragraph("paragraph", pieces, "alinea 1"))
    block = read.blocks[0]
    assert block.text == "U krijgt geen subsidie."
    at = block.text.index("geen subsidie")
    span = block.map.to_source(at, at + len("geen subsidie"))
    assert list(origins_of(read, span)) == [("b", 10, 15), ("c", 0, 8)]
    assert list(origins_of(read, Span(0, 1))) == [("a", 0, 1)]


def test_each_offset_has_the_name_of_its_place() -> None:
    lines = [Piece("een ", 1, anchor="pagina 1, regel 1"), Piece("twee", 2, anchor="pagina 1, regel 2")]
    read = document(Paragraph("paragraph", lines, "pagina 1, regel 1"), plain("Drie.", 9))
    assert read.anchor(0) == read.anchor(3) == "pagina 1, regel 1"
    assert read.anchor(5) == "pagina 1, regel 2"
    assert read.anchor(read.source.text.index("Drie")) == "alinea 9"


def test_inline_stretches_hold_over_pieces() -> None:
    link = Mark("link", (("href", "https://example.nl"),), 1)
    other = Mark("link", (("href", "https://example.nl"),), 2)
    pieces = [Piece("Lees ", 1), Piece("de ", 2, 0, (link,)), Piece("brief", 3, 0, (link, Mark("strong")))]
    read = document(Paragraph("paragraph", [*pieces, Piece("hier", 4, 0, (other,))], "alinea 1"))
    found = [(one.kind, read.blocks[0].text[slice(*one.span)]) for one in read.blocks[0].inlines]
    assert sorted(found) == [("link", "de brief"), ("link", "hier"), ("strong", "brief")]


LETTER: Sequence[str] = (
    "Gemeente Voorbeeld",
    "Postbus 1",
    "1234 AB Voorbeeld",
    "Onderwerp: uw aanvraag",
    "Geachte mevrouw,",
    "U hebt subsidie aangevraagd. Wij kennen deze toe.",
    "Met vriendelijke groet,",
    "A. de Vries",
)


def test_the_parts_of_a_letter_have_their_kind() -> None:
    read = document(*(plain(text, number) for number, text in enumerate(LETTER)))
    assert [kind for kind, _ in kinds(read)] == [
        "address", "address", "address", "subject", "salutation", "paragraph", "closing", "signature",
    ]  # fmt: skip
    assert kinds(read)[3] == ("subject", "uw aanvraag")
    assert read.source.text.splitlines()[6] == "Onderwerp: uw aanvraag"
    assert read.meta["kind"] == "letter"


def test_a_subject_may_stand_beside_its_name() -> None:
    cells = [plain("Onderwerp", 1, "table_cell"), plain("uw aanvraag", 2, "table_cell", beside=True)]
    read = document(*cells, plain("Geachte mevrouw,", 3), plain("Wij kennen de subsidie toe.", 4))
    assert kinds(read)[:3] == [
        ("address", "Onderwerp"),
        ("subject", "uw aanvraag"),
        ("salutation", "Geachte mevrouw,"),
    ]


def test_a_report_is_no_letter_and_keeps_its_kinds() -> None:
    read = document(plain("Jaarverslag", 1, "heading", level=1), plain("Wij hielpen dit jaar 300 mensen.", 2))
    assert kinds(read) == [("heading", "Jaarverslag"), ("paragraph", "Wij hielpen dit jaar 300 mensen.")]
    assert "kind" not in read.meta


def test_nothing_gives_an_empty_text() -> None:
    assert document().source.text == ""
