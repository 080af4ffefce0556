"""The text reader: paragraphs, headings, lists, columns and the parts of a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.model import Block, Document
from duidelijk.readers import read
from duidelijk.settings import Choice, Settings
from tests.property.written import check_block

LETTER = """\
Gemeente Voorbeeldstad
Postbus 100
1234 AB Voorbeeldstad

De heer J. de Vries
Dorpsstraat 12
1234 CD  VOORBEELDSTAD

Datum:         3 maart 2024
Ons kenmerk:   Z-2024-123
Onderwerp:     Besluit op uw aanvraag voor een
               parkeervergunning

Geachte heer De Vries,

U hebt op 12 februari 2024 een parkeervergunning aangevraagd voor de
Dorpsstraat. Wij hebben besloten dat u deze vergunning krijgt. Hieronder
leest u waarom. Ons telefoonnummer is
14 012. Bel ons gerust.

Waarom krijgt u een vergunning?
U voldoet aan de voorwaarden. Dat staat in artikel 3 van de
Parkeerverordening:
- u woont in Voorbeeldstad;
- u hebt een auto op uw naam, en die auto
  staat op uw adres;
  o de auto is niet ouder dan 20 jaar
  o de auto rijdt
- u hebt geen eigen parkeerplaats.

1. Wat moet u doen?

Betaal binnen 14 dagen. Stuur ook mee:
1. een kopie van uw paspoort
2. een kopie van uw kentekenbewijs
   a) de voorkant
   b) de achterkant

2. Kosten

Soort                Prijs      Periode
Bewoner              € 10       maand

Stuur uw stukken naar:
Gemeente Voorbeeldstad
Postbus 100
1234 AB Voorbeeldstad

Met vriendelijke groet,

namens burgemeester en wethouders,

mr. P. Jansen
Hoofd Vergunningen

Bijlagen: 2

Bezwaar maken
Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken. Doe dat
binnen zes weken na de datum van deze brief.
"""


def document(text: str) -> Document:
    found = read(text.encode(), "brief.txt")
    for block in found.blocks:
        check_block(block, text)
    return found


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document(text).blocks]


def kinds(text: str) -> list[str]:
    return [block.kind for block in document(text).blocks]


def cut(source: str, block: Block) -> str:
    return source[slice(*block.map.to_source(0, len(block.text)))]


def test_a_whole_letter() -> None:
    assert blocks(LETTER) == [
        ("address", "Gemeente Voorbeeldstad"),
        ("address", "Postbus 100"),
        ("address", "1234 AB Voorbeeldstad"),
        ("address", "De heer J. de Vries"),
        ("address", "Dorpsstraat 12"),
        ("address", "1234 CD VOORBEELDSTAD"),
        ("address", "Datum:"),
        ("address", "3 maart 2024"),
        ("address", "Ons kenmerk:"),
        ("address", "Z-2024-123"),
        ("subject", "Besluit op uw aanvraag voor een parkeervergunning"),
        ("salutation", "Geachte heer De Vries,"),
        (
            "paragraph",
            (
                "U hebt op 12 februari 2024 een parkeervergunning aangevraagd voor de Dorpsstraat. Wij "
                "hebben besloten dat u deze vergunning krijgt. Hieronder leest u waarom. Ons telefoonnummer "
                "is 14 012. Bel ons gerust."
            ),
        ),
        ("heading", "Waarom krijgt u een vergunning?"),
        ("paragraph", "U voldoet aan de voorwaarden. Dat staat in artikel 3 van de Parkeerverordening:"),
        ("list_item", "u woont in Voorbeeldstad;"),
        ("list_item", "u hebt een auto op uw naam, en die auto staat op uw adres;"),
        ("list_item", "de auto is niet ouder dan 20 jaar"),
        ("list_item", "de auto rijdt"),
        ("list_item", "u hebt geen eigen parkeerplaats."),
        ("heading", "Wat moet u doen?"),
        ("paragraph", "Betaal binnen 14 dagen. Stuur ook mee:"),
        ("list_item", "een kopie van uw paspoort"),
        ("list_item", "een kopie van uw kentekenbewijs"),
        ("list_item", "de voorkant"),
        ("list_item", "de achterkant"),
        ("heading", "Kosten"),
        *[("table_cell", text) for text in ("Soort", "Prijs", "Periode", "Bewoner", "€ 10", "maand")],
        ("paragraph", "Stuur uw stukken naar:"),
        ("address", "Gemeente Voorbeeldstad"),
        ("address", "Postbus 100"),
        ("address", "1234 AB Voorbeeldstad"),
        ("closing", "Met vriendelijke groet,"),
        ("signature", "namens burgemeester en wethouders,"),
        ("signature", "mr. P. Jansen"),
        ("signature", "Hoofd Vergunningen"),
        ("paragraph", "Bijlagen: 2"),
        ("heading", "Bezwaar maken"),
        (
            "paragraph",
            (
                "Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken. Doe dat binnen zes weken na "
                "de datum van deze brief."
            ),
        ),
    ]
    assert document(LETTER).meta == {"kind": "letter"}
    crlf = LETTER.replace("\n", "\r\n")
    assert blocks(crlf) == blocks(LETTER)
    assert cut(crlf, document(crlf).blocks[10]) == (
        "Besluit op uw aanvraag voor een\r\n               parkeervergunning"
    )


def test_nested_items_know_their_depth_and_mark() -> None:
    items = [block for block in document(LETTER).blocks if block.kind == "list_item"]
    assert [(item.level, item.attrs["marker"]) for item in items] == [
        (1, "-"), (1, "-"), (2, "o"), (2, "o"), (1, "-"), (1, "1."), (1, "2."), (2, "a)"), (2, "b)"),
    ]  # fmt: skip


def test_the_place_is_the_first_line() -> None:
    text = "Eerste alinea.\n\n  Een alinea die over\n  twee regels loopt.\n"
    assert [text[slice(*block.place)] for block in document(text).blocks] == [
        "Eerste alinea.",
        "Een alinea die over",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kop\n===\nTekst.", [("heading", "Kop"), ("paragraph", "Tekst.")]),
        ("Kop van twee\n------------\n\nTekst.", [("heading", "Kop van twee"), ("paragraph", "Tekst.")]),
        ("2.1 Uw auto\n\nU hebt een auto.", [("heading", "Uw auto"), ("paragraph", "U hebt een auto.")]),
        ("Artikel 3 Nu\n\nDit geldt nu.", [("heading", "Artikel 3 Nu"), ("paragraph", "Dit geldt nu.")]),
        ("Artikel 3\n1. Eerste lid.", [("heading", "Artikel 3"), ("list_item", "Eerste lid.")]),
        ("HET BESLUIT\n\nU krijgt geld.", [("heading", "HET BESLUIT"), ("paragraph", "U krijgt geld.")]),
        ("Wat nu?\n\nBel ons op.", [("heading", "Wat nu?"), ("paragraph", "Bel ons op.")]),
        ("Nu\n\nWat?\n\nBel ons op.", [("heading", "Nu"), ("heading", "Wat?"), ("paragraph", "Bel ons op.")]),
        ("Let op:\n\nBel ons op.", [("paragraph", "Let op:"), ("paragraph", "Bel ons op.")]),
        ("Bel ons.\n\nKlaar", [("paragraph", "Bel ons."), ("paragraph", "Klaar")]),
        ("ondertekening\n\nBel ons op.", [("paragraph", "ondertekening"), ("paragraph", "Bel ons op.")]),
        ("3 maart 2024\n\nBel ons op.", [("address", "3 maart 2024"), ("paragraph", "Bel ons op.")]),
        ("* * *\n\nBel ons op.\n\n----", [("paragraph", "Bel ons op.")]),
    ],
)  # fmt: skip
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_headings_right_above_their_text() -> None:
    text = (
        "Geachte heer,\nU hebt ons op 3 maart een brief geschreven over uw uitkering. In deze\n"
        "brief leest u ons antwoord.\nOns besluit\nU krijgt een uitkering vanaf 1 april en\n"
        "wij betalen die elke maand.\nWaarom?\nU hebt te weinig inkomen. Dat blijkt uit uw loonstrook.\n"
    )
    assert kinds(text) == ["salutation", "paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_columns() -> None:
    tabs = "Soort\tPrijs\nBewoner\t€ 10\n"
    pipes = "| Soort | Prijs |\n|-------|-------|\n| Bewoner | € 10 |\n"
    cells = [("table_cell", text) for text in ("Soort", "Prijs", "Bewoner", "€ 10")]
    assert blocks(tabs) == blocks(pipes) == cells
    assert kinds("Kenmerk\tZ-1\nDatum\t3 mei") == ["address"] * 4
    assert kinds("Een gewone zin met   veel wit erin.") == ["paragraph"]


def test_heading_levels() -> None:
    text = "Een\n===\n\nTwee\n----\n\n1.2.3 Drie diep\n\nTekst is er."
    assert [block.level for block in document(text).blocks] == [1, 2, 3, 0]


def test_a_numbered_list_with_empty_lines_is_no_row_of_headings() -> None:
    assert kinds("Doe dit:\n\n1. Vul het formulier in\n\n2. Stuur het op\n\nKlaar bent u.") == [
        "paragraph", "list_item", "list_item", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "·", "+", "1.", "1)", "(1)", "a.", "a)", "(a)", "ii."])
def test_marks_of_lists(mark: str) -> None:
    text = f"U stuurt mee:\n{mark} uw paspoort\n   of uw rijbewijs;\n{mark} een pasfoto."
    found = document(text).blocks
    assert [(block.kind, block.text, block.attrs.get("marker")) for block in found[1:]] == [
        ("list_item", "uw paspoort of uw rijbewijs;", mark),
        ("list_item", "een pasfoto.", mark),
    ]


def test_a_second_paragraph_of_an_item() -> None:
    text = "- een item\n\n  met een tweede alinea.\n\n- nog een\n\nGewone tekst hier."
    found = document(text).blocks
    assert [block.kind for block in found] == ["list_item", "list_item", "list_item", "paragraph"]
    assert found[1].parent is found[0]
    assert found[2].parent is None


@pytest.mark.parametrize(
    "text",
    [
        "Het bedrag is hoger dan u dacht en het staat op pagina\n12. Wij leggen dat op die pagina uit.",
        "Uw loon is het bedrag dat u krijgt na aftrek van belasting\n– zoals u weet – en premies.",
        "Wij sturen u de brief die u nodig hebt voor de afdeling van het\nMinisterie van Financiën.",
        "U krijgt van ons op uw rekening een bedrag van\n€ 3.830 dat u niet hoeft terug te betalen.",
    ],
)
def test_wrapped_prose_is_one_paragraph(text: str) -> None:
    around = "Deze alinea laat zien hoe breed de tekst in dit bestand is gezet\nen loopt dus door."
    assert kinds(f"{around}\n\n{text}") == ["paragraph", "paragraph"]


def test_each_long_line_is_a_paragraph_where_text_is_not_wrapped() -> None:
    long = "Dit is een zin die in een tekst zonder harde regeleinden staat. " * 4
    assert kinds(f"Inleiding\n{long}\nVragen?\nBel ons dan op.") == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_short_lines_are_not_joined() -> None:
    text = "Ministerie van Volksgezondheid, Welzijn en Sport\nDirectie Communicatie\nAfdeling Web"
    assert len(blocks(text)) == 3


def test_a_list_without_marks() -> None:
    after_colon = (
        "Stuur ons deze stukken voor 1 mei op:\neen kopie van uw paspoort\neen loonstrook\neen pasfoto"
    )
    assert kinds(after_colon) == ["paragraph", "list_item", "list_item", "list_item"]
    loose = "U krijgt dit als u:\n\nouder bent dan 18;\n\nhier woont; en\n\neen huis huurt.\n\nBel ons."
    assert kinds(loose) == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Geachte mevrouw Jansen,", "salutation"),
        ("Geachte heer, mevrouw,", "salutation"),
        ("Beste lezer", "salutation"),
        ("Dag Fatima,", "salutation"),
        ("L.s.,", "salutation"),
        ("Hoogachtend,", "closing"),
        ("Met vriendelijke groeten", "closing"),
        ("Met de meeste hoogachting,", "closing"),
        ("Vriendelijke groet, Jan", "closing"),
        ("Beste kandidaten krijgen een brief.", "paragraph"),
        ("De groeten zijn gedaan.", "paragraph"),
        ("Geachte lezers vinden hier uitleg.", "paragraph"),
        ("Groet uw buren als u ze ziet.", "paragraph"),
    ],
)
def test_salutations_and_closings(line: str, kind: str) -> None:
    found = document(f"{line}\n\nWij hebben uw brief ontvangen.")
    assert found.blocks[0].kind == kind
    assert found.meta.get("kind") == ("letter" if kind != "paragraph" else None)


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Onderwerp: Uw aanvraag", "Uw aanvraag"),
        ("Betreft:uw aanvraag", "uw aanvraag"),
        ("ONDERWERP\tUw aanvraag", "Uw aanvraag"),
        ("Betreft uw aanvraag", "uw aanvraag"),
        ("Onderwerp:\nUw aanvraag", "Uw aanvraag"),
        ("Onderwerp: Uw aanvraag voor\neen vergunning", "Uw aanvraag voor een vergunning"),
    ],
)
def test_subjects(line: str, subject: str) -> None:
    found = document(f"{line}\n\nGeachte heer,\n\nWij hebben uw brief ontvangen.")
    assert [block.text for block in found.blocks if block.kind == "subject"] == [subject]


def test_a_subject_further_on_is_prose() -> None:
    assert blocks("Wij schreven u.\n\nBetreft het uw auto, bel ons dan op.")[1][0] == "paragraph"


def test_an_address_without_salutation() -> None:
    assert blocks("Postbus 1\n1234 AB Utrecht\n\nBetreft: uw aanvraag\n\nWij hebben uw brief ontvangen.") == [
        ("address", "Postbus 1"),
        ("address", "1234 AB Utrecht"),
        ("subject", "uw aanvraag"),
        ("paragraph", "Wij hebben uw brief ontvangen."),
    ]


def test_a_note_after_the_signature_is_prose() -> None:
    text = "Hoogachtend,\n\nJ. Jansen\n\nDeze brief is door een computer gemaakt en daarom niet ondertekend."
    assert kinds(text) == ["closing", "signature", "paragraph"]


def test_comments_are_kept_apart() -> None:
    text = "Zin <!-- duidelijk: uit x — reden --> met\r\n<!-- twee\r\nregels -->\r\ncommentaar. <!-- open"
    found = document(text)
    assert [block.text for block in found.blocks] == ["Zin met", "commentaar. <!-- open"]
    texts = [comment.text for comment in found.comments]
    assert texts == [" duidelijk: uit x — reden ", " twee\r\nregels "]
    assert [text[slice(*comment.span)][:4] for comment in found.comments] == ["<!--", "<!--"]


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "\ufeff", "----\n\n===="])
def test_nothing_to_read(text: str) -> None:
    assert document(text).blocks == ()
    assert document(text).meta == {}


def test_real_letters(shared_data: Path) -> None:
    for path in sorted((shared_data / "docs").glob("*.txt")):
        found = read(path.read_bytes(), path.name)
        for block in found.blocks:
            check_block(block, found.source.text)
        names = [block.kind for block in found.blocks]
        assert names[0] == "salutation"
        assert names.count("closing") == 1
        assert names[-1] == "signature"
        assert "Besluit" in [block.text for block in found.blocks if block.kind == "heading"]


def test_a_large_text_is_read_whole(shared_data: Path) -> None:
    data = (shared_data / "bulk_nl.txt").read_bytes()
    found = read(data, "bulk.txt")
    assert len(found.blocks) > 20_000


@pytest.mark.parametrize(
    "text",
    [
        " " * 200_000 + "x",
        "a   b\n" * 20_000,
        "a:\n" * 20_000,
        "".join(" " * (number % 300) + "- a\n" for number in range(20_000)),
        "<!--" * 40_000,
        "woord " * 100_000,
        "1.1 " * 50_000,
    ],
)
def test_odd_text_comes_to_an_end(text: str) -> None:
    assert read(text.encode(), "vreemd.txt").format == "text"  # work that grows with the square would not end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U krijgt een beschik-\nking over uw aanvraag.", "U krijgt een beschikking over uw aanvraag."),
        (
            "Dit is een ruimte voor niet-\nrokers en bezoekers.",
            "Dit is een ruimte voor niet-rokers en bezoekers.",
        ),
        (
            "U hebt een woon-\nen werkplek in deze straat nodig.",
            "U hebt een woon- en werkplek in deze straat nodig.",
        ),
        ("Start uw bezwaar-\r\n  procedure op tijd bij ons.", "Start uw bezwaarprocedure op tijd bij ons."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(text: str, expected: str) -> None:
    (block,) = read(text.encode(), "brief.txt").blocks
    assert block.text == expected
    at = block.text.index("bezwaar") if "bezwaar" in block.text else 0
    span = block.map.to_source(at, at + 7)
    assert text[span.start : span.end] == block.text[at : at + 7]


def test_a_finding_in_a_broken_word_spans_it_in_the_file() -> None:
    text = "Wij zullen dit ver-\nstrekken aan u."
    report = lint_bytes(text.encode(), "brief.txt", Settings(choice=Choice(select=("formeel-woord",))))
    assert [text[slice(*finding.span)] for finding in report.findings] == ["ver-\nstrekken"]
