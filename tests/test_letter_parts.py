"""The parts of letters: above the text, in it and below it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from duidelijk import readers
from duidelijk.letter import Letter, is_letter, letter
from duidelijk.letter.choice import with_choice
from duidelijk.letter.phrases import said_in, words_of
from duidelijk.resources import table
from duidelijk.settings import LetterChoice
from tests.letter_samples import LETTERS

HEADS: Mapping[str, Mapping[str, list[str]]] = {
    "vergunning.txt": {
        "sender": [
            "Gemeente Voorbeeldstad",
            "Afdeling Vergunningen",
            "Bezoekadres: Stadhuisplein 1, Voorbeeldstad",
            "Postadres: Postbus 100, 1234 AB Voorbeeldstad",
            "Telefoon: 14 012",
            "E-mail: info@voorbeeldstad.example",
        ],
        "address": ["De heer A. Bakker", "Lindelaan 4", "1234 CD Voorbeeldstad"],
        "date": ["Voorbeeldstad, 3 mei 2026"],
        "reference": [
            "Ons kenmerk: Z2026-001",
            "Uw kenmerk: -",
            "Behandeld door: afdeling Vergunningen",
        ],
        "subject": ["u krijgt een vergunning voor uw dakkapel"],
        "salutation": ["Geachte heer Bakker,"],
        "closing": ["Met vriendelijke groet,"],
        "signature": [
            "namens burgemeester en wethouders van Voorbeeldstad,",
            "B. de Groot",
            "teammanager Vergunningen",
        ],
        "enclosures": ["Bijlage(n): 1", "Bijlage: formulier start bouw"],
    },
    "herinnering.txt": {
        "sender": ["Waterschap De Stroom", "Postbus 9", "5678 EF Waterdam", "www.destroom.example"],
        "address": ["Mevrouw C. Visser", "Dijkweg 12", "5678 GH Waterdam"],
        "date": ["Datum", "12 januari 2026"],
        "reference": ["Kenmerk", "WS-889", "Behandeld door", "Team Heffingen"],
        "signature": ["De ontvanger van Waterschap De Stroom"],
    },
    "infoavond.html": {
        "sender": [
            "Stad Voorbeeldgem",
            "Dienst Ruimtelijke Ordening",
            "Grote Markt 1",
            "9000 Voorbeeldgem",
        ],
        "address": ["Aan de bewoners van de Kerkstraat", "9000 Voorbeeldgem"],
        "subject": ["uitnodiging voor een infoavond over de heraanleg van de Kerkstraat"],
        "salutation": ["Geachte heer", "Geachte mevrouw"],
        "closing": ["Met de meeste hoogachting"],
        "signature": [
            "namens het college van burgemeester en schepenen",
            "D. Peeters",
            "schepen van Openbare Werken",
        ],
        "enclosures": ["bijlagen", "2", "Bijlagen: plan van de straat, folder"],
    },
    "gegevens.md": {
        "subject": ["Wij hebben nog gegevens van u nodig"],
        "date": ["Datum: 8 juni 2026"],
        "reference": ["Ons kenmerk: BB-2026-17"],
        "signature": ["Team Inkomen", "Gemeente Voorbeeldstad"],
    },
    "riool.txt": {
        "sender": ["Van: Klantenservice Gemeente Voorbeeldstad <klant@voorbeeldstad.example>"],
        "address": ["Aan: e.smit@mail.example"],
        "subject": ["Werkzaamheden in uw straat"],
        "signature": ["Team Riolering"],
    },
    "uitspraak.txt": {
        "sender": ["GEMEENTE VOORBEELDSTAD"],
        "date": ["Verzonden op 14 juli 2026"],
        "address": ["Familie De Wit", "Beukenlaan 77", "1234 XY VOORBEELDSTAD"],
        "reference": ["Uw brief van: 2 juni 2026", "Zaaknummer: 556677"],
        "salutation": [],
        "closing": [],
        "signature": ["Namens de heffingsambtenaar,", "F. Willems"],
    },
    "uitstel.txt": {
        "address": [
            "Aan:",
            "Bakkerij Het Hoekje B.V.",
            "t.a.v. de directie",
            "Postbus 55",
            "4321 AB Dorpsdam",
        ],
        "subject": ["Uw verzoek om uitstel"],
        "sender": [
            "Omgevingsdienst Rivierenland | Kade 3 | 4321 ZZ Dorpsdam",
            "T 088 123 45 67 | info@odrivier.example | www.odrivier.example",
        ],
        "contact": ["T 088 123 45 67 | info@odrivier.example | www.odrivier.example"],
    },
    "school.txt": {
        "sender": [],
        "date": ["Voorbeeldstad, dinsdag 2 juni 2026"],
        "salutation": ["Beste ouders/verzorgers,", "Beste leerling,"],
        "signature": ["mede namens het team", "H. Kuipers", "directeur"],
    },
    "dwangsom.txt": {
        "sender": ["Gemeente Voorbeeldstad", "Team Handhaving", "Postbus 100", "1234 AB Voorbeeldstad"],
        "address": ["Aan de eigenaar van", "Havenweg 3", "1234 AB Voorbeeldstad"],
        "date": ["Datum", "20 februari 2026"],
        "subject": ["last onder dwangsom voor uw schuur"],
    },
    "paspoort.md": {
        "subject": ["Factuur voor uw paspoort"],
        "address": ["De heer K. Jansen", "Plein 1", "1234 AB Voorbeeldstad"],
        "reference": ["Factuurnummer: 2026-778"],
        "closing": ["Met vriendelijke groet,"],
        "signature": ["Financiële administratie"],
    },
    "lamp.html": {
        "salutation": ["Beste meneer De Jong,"],
        "closing": ["Met vriendelijke groet,"],
        "signature": ["Wijkbeheer", "Gemeente Voorbeeldstad"],
    },
    "verblijfskaart.txt": {
        "sender": ["Stad Voorbeeldgem", "Dienst Burgerzaken"],
        "reference": ["ons kenmerk", "uw kenmerk", "BZ/55", "/"],
        "date": ["datum", "18 mei 2026"],
        "address": ["Mevrouw Anna Claes", "Markt 2 bus 3", "9000 Voorbeeldgem"],
        "subject": ["Uw verblijfskaart"],
        "enclosures": ["bijlagen: 1"],
    },
}
SENTENCES: Mapping[str, Mapping[str, list[str]]] = {
    "vergunning.txt": {
        "decision": [
            "U mag een dakkapel plaatsen aan de voorkant van uw huis.",
            "Wij geven u hiervoor een vergunning.",
        ],
        "legal_basis": ["Dat staat in artikel 5.1 van de Omgevingswet."],
        "action": ["Begin binnen een jaar met de bouw.", "Meld ons uiterlijk 1 juni 2026 wanneer u begint."],
        "deadline": [
            "Begin binnen een jaar met de bouw.",
            "Meld ons uiterlijk 1 juni 2026 wanneer u begint.",
            "Doe dat binnen zes weken na de datum van deze brief.",
        ],
        "objection": [
            "Bent u het niet eens met dit besluit?",
            "Dan kunt u bezwaar maken.",
            "Doe dat binnen zes weken na de datum van deze brief.",
            "Stuur uw bezwaarschrift naar het college, Postbus 100, 1234 AB Voorbeeldstad.",
            "Zet in uw brief:",
            "uw naam en adres;",
            "de datum en uw handtekening;",
            "waarom u het niet eens bent met ons besluit.",
        ],
    },
    "herinnering.txt": {
        "decision": [],
        "action": [
            "Betaal dit bedrag voor 26 januari 2026.",
            "Maak het geld over naar NL00 BANK 0123 4567 89 en vermeld WS-889.",
            "Vraag dan een betalingsregeling aan op www.destroom.example/betalen.",
        ],
        "deadline": ["Betaal dit bedrag voor 26 januari 2026."],
        "objection": [],
    },
    "gegevens.md": {
        "decision": [],
        "contact": [
            "Bel met Werk en Inkomen: 012 345 67 89.",
            "Wij zijn elke werkdag bereikbaar van 9.00 tot 12.00 uur.",
        ],
    },
    "uitspraak.txt": {
        "decision": [
            "De heffingsambtenaar verklaart uw bezwaar gegrond.",
            "U hoeft de aanslag van € 84,00 niet te betalen.",
        ],
        "legal_basis": [
            (
                "Gelet op artikel 226 van de Gemeentewet heeft de heffingsambtenaar uw bezwaarschrift "
                "ontvangen op 4 juni 2026."
            )
        ],
    },
    "verblijfskaart.txt": {
        "action": [
            "Gelieve vóór 15 juni 2026 naar het loket Burgerzaken te komen met een recente pasfoto.",
        ]
    },
}


def found_in(name: str, text: str | None = None) -> Letter | None:
    """The letter in a sample, or in another text with the format of ``name``."""
    return letter(readers.read((text or LETTERS[name]).encode(), name))


@pytest.mark.parametrize("samples", [HEADS, SENTENCES], ids=["heads", "sentences"])
@pytest.mark.parametrize("name", LETTERS)
def test_parts(name: str, samples: Mapping[str, Mapping[str, list[str]]]) -> None:
    found = found_in(name)
    assert found is not None
    wanted = samples.get(name, {})
    assert {part: [one.text for one in found.parts if one.name == part] for part in wanted} == wanted


@pytest.mark.parametrize("name", LETTERS)
def test_parts_are_in_the_order_of_the_text_and_have_words(name: str) -> None:
    found = found_in(name)
    assert found is not None
    starts = [part.block.map.to_source(*part.span).start for part in found.parts]
    assert starts == sorted(starts)
    assert all(part.text.strip() == part.text != "" for part in found.parts)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "pagina.html",
            "<h1>Schrijven</h1><p>Beste lezer,</p><p>Zo schrijft u een brief aan de gemeente.</p>",
        ),
        ("pagina.html", "<h1>Afval</h1><p>Het afval komt op dinsdag. Zet het voor 8 uur buiten.</p>"),
        ("los.txt", "Het afval komt op dinsdag. Zet het voor 8 uur buiten."),
        ("leeg.txt", ""),
    ],
)
def test_what_is_no_letter(name: str, text: str) -> None:
    assert letter(readers.read(text.encode(), name)) is None


def test_a_postscript_and_a_clause_below_the_signature_are_text() -> None:
    found = found_in("riool.txt")
    assert found is not None
    assert found.of("body")[-1].text == "PS Op 20 april is er ook geen water tussen 9 en 11 uur."
    below = found_in("dwangsom.txt")
    assert below is not None
    assert below.of("objection")[0].text == "Bezwaar maken"


@pytest.mark.parametrize(
    "sentence",
    [
        "U hebt op 3 mei bezwaar gemaakt tegen de aanslag.",
        "Wij hebben uw bezwaarschrift ontvangen.",
        "Hebt u vragen over dit besluit?",
    ],
)
def test_what_is_no_clause_about_objections(sentence: str) -> None:
    found = found_in(
        "x.txt", f"Geachte heer,\n\n{sentence} Wij bellen u.\n\nMet vriendelijke groet,\n\nAnna\n"
    )
    assert found is not None
    assert not found.has("objection")


@pytest.mark.parametrize(
    "sentence",
    [
        "Betaalt u niet op tijd, dan krijgt u een boete.",
        "U kunt ook langskomen bij de balie.",
        "Wilt u komen?",
        "Neem contact op met de afdeling.",
    ],
)
def test_what_asks_nothing(sentence: str) -> None:
    found = found_in(
        "x.txt", f"Geachte heer,\n\n{sentence} Dat is alles.\n\nMet vriendelijke groet,\n\nAnna\n"
    )
    assert found is not None
    assert not found.has("action")


@pytest.mark.parametrize("row", [row for row in table("briefzinnen", 4) if row[0] != "group"], ids=" ".join)
def test_each_phrase_finds_its_example(row: list[str]) -> None:
    does, _, _, example = row
    assert does in said_in(words_of(example))


def test_parts_on_the_letter_paper_and_parts_that_are_not_there() -> None:
    document = readers.read(LETTERS["vergunning.txt"].encode(), "x.txt")
    choice = LetterChoice(present=("wettelijke grond", "bijlagen"), absent=("bezwaar of beroep", "afzender"))
    found = letter(with_choice(document, choice))
    assert found is not None
    assert found.has("enclosures")
    assert not found.has("objection")
    assert not found.has("sender")


def test_the_user_says_what_is_a_letter() -> None:
    page = readers.read(b"<p>Het afval komt op dinsdag.</p>", "x.html")
    chosen = with_choice(page, LetterChoice(kind="mededeling"))
    assert is_letter(chosen)
    note = readers.read(b"Beste Anna,\n\nTot morgen.\n", "x.txt")
    assert is_letter(note)
    assert letter(with_choice(note, LetterChoice(kind="geen"))) is None


def test_a_letter_is_worked_out_once() -> None:
    document = readers.read(LETTERS["lamp.html"].encode(), "x.html")
    assert letter(document) is letter(document)


@pytest.mark.parametrize(
    "line", ["wij " * 50_000, "Wij wijzen " * 20_000, "u moet " * 50_000, "1234 AB " * 20_000, "a. " * 50_000]
)
def test_odd_text_comes_to_an_end(line: str) -> None:
    assert found_in("x.txt", f"Geachte heer,\n\n{line}\n\nGroeten,\n\n{line}") is not None
    assert found_in("x.txt", f"{line}\n\n{line}\n\nHoogachtend,\n\n{line}") is not None
