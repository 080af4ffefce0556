"""Letters in many forms: what they are, who writes to whom, and what they ask."""

# ruff: noqa: E501 - a sentence is one string, as in the letter

from __future__ import annotations

from collections.abc import Mapping

import pytest

from duidelijk import readers
from duidelijk.letter import Letter, letter
from duidelijk.model import LetterKind
from tests.more_letter_samples import MORE_LETTERS

KINDS: Mapping[str, LetterKind] = {
    "ww-stopt.txt": "decision",
    "mail-verzoek.txt": "request",
    "waarde.html": "invoice",
    "naheffing.txt": "invoice",
    "inschrijving-vl.txt": "request",
    "keukentafel.md": "invitation",
    "terugvordering.txt": "decision",
    "klacht.html": "notice",
    "ongegrond.txt": "decision",
    "erfpacht.md": "invoice",
    "brug.txt": "notice",
    "huisvuil-vl.md": "decision",
}
PARTS: Mapping[str, Mapping[str, list[str]]] = {
    "ww-stopt.txt": {
        "address": ["De heer T.M. van der Veen", "Spechtstraat 12-2", "3901 ZX Kerkhaven"],
        "date": ["Datum", "14 april 2026"],
        "subject": ["Uw uitkering stopt op 1 mei 2026"],
        "decision": ["Uw uitkering stopt op 1 mei 2026."],
        "legal_basis": ["Ons besluit staat in artikel 42 van de Werkloosheidswet."],
        "action": [
            "Vraag dan bijstand aan bij uw gemeente.",
            "Doe dat vóór 24 april 2026, anders krijgt u misschien een tijd geen geld.",
        ],
        "deadline": [
            "Doe dat vóór 24 april 2026, anders krijgt u misschien een tijd geen geld.",
            "Stuur dan uiterlijk 26 mei 2026 een brief of een digitaal formulier naar ons op.",
        ],
        "contact": [
            "www.uitkeringsdienst.example",
            "T 088 765 43 21",
            "Kijk voor meer informatie op www.uitkeringsdienst.example.",
            "U kunt ons ook bellen: 088 765 43 21.",
        ],
    },
    "mail-verzoek.txt": {
        "sender": [
            "Van: Sandra Bakker <s.bakker@dorpsdam.example>",
            "Gemeente Dorpsdam | Raadhuisstraat 2 | 4321 AA Dorpsdam",
            "T 0123 - 45 67 89 | ik werk op maandag, woensdag en vrijdag",
        ],
        "address": ["Aan: 'Marieke Smit'"],
        "date": ["Verzonden: woensdag 8 april 2026 10:42"],
        "action": [
            "Kun je die vóór vrijdag 17 april naar mij mailen?",
            "Vul ook het formulier in de bijlage in en stuur het mee.",
        ],
        "deadline": ["Kun je die vóór vrijdag 17 april naar mij mailen?"],
        "signature": ["Sandra", "Sandra Bakker | medewerker Evenementen"],
    },
    "waarde.html": {
        "sender": [
            "Belastingsamenwerking Rivierstreek",
            "Postbus 70",
            "4100 AB Waalhoven",
            "Tel. 0345 12 34 56",
            "Bezoekadres: Kade 4, Waalhoven | www.rivierstreek.example | KvK 00001234",
        ],
        "contact": [
            "Tel. 0345 12 34 56",
            "Bezoekadres: Kade 4, Waalhoven | www.rivierstreek.example | KvK 00001234",
        ],
        "reference": ["Aanslagnummer", "883.201.44"],
        "decision": [],
        "action": [
            "U betaalt het bedrag uiterlijk 31 maart 2026.",
            "Maak het over op rekeningnummer NL00 RIVI 0000 1234 56 en vermeld het betalingskenmerk 8832 0144.",
            "U moet wel gewoon op tijd betalen.",
        ],
    },
    "naheffing.txt": {
        "date": ["Oosterstad, 2 juni 2026"],
        "reference": ["Aanslagbiljetnummer 5500.1234.77"],
        "subject": ["NAHEFFINGSAANSLAG PARKEERBELASTING"],
        "signature": ["De heffingsambtenaar van de gemeente Oosterstad"],
    },
    "inschrijving-vl.txt": {
        "reference": ["uw kenmerk", "ons kenmerk", "SEC/26/081"],
        "date": ["datum", "25 augustus 2026"],
        "salutation": ["Beste ouders"],
        "action": [
            "Gelieve ons tegen 15 september het volgende te bezorgen:",
            "Kunnen jullie daarnaast het bedrag van 45 euro voor de boeken overschrijven op rekening BE00 0000 1111 2222?",
        ],
        "deadline": [
            "Gelieve ons tegen 15 september het volgende te bezorgen:",
            "Dat kan tot 30 september.",
        ],
        "closing": ["Alvast bedankt en met vriendelijke groeten"],
        "enclosures": ["bijlagen", "2", "Bijlagen:", "schoolreglement", "overschrijvingsformulier"],
    },
    "keukentafel.md": {
        "contact": ["Contactpersoon", "Bo Willems, 024 123 45 67"],
        "action": ["Leg uw identiteitsbewijs klaar.", "Laat dat uiterlijk 16 maart aan Bo weten."],
    },
    "terugvordering.txt": {
        "address": ["Mw. S. Achterberg", "Dwarsweg 5", "6601 AB Zandwijk"],
        "date": ["Verzonden d.d. 11 mei 2026"],
        "enclosures": ["Bijlage(n):", "berekening"],
        "decision": [
            "Wij herzien uw recht op bijstand over deze maanden.",
            "Op grond van artikel 58, eerste lid, van de Participatiewet vorderen wij de te veel betaalde bijstand van u terug.",
        ],
    },
    "klacht.html": {
        "sender": ["Vervoerbedrijf Streeklijn", "Klantenservice", "Postbus 88, 8800 CC Friesmeer"],
        "action": [],
        "deadline": [],
        "decision": [],
    },
    "ongegrond.txt": {
        "decision": ["Ik verklaar uw bezwaar ongegrond en laat het bestreden besluit in stand."],
        "signature": [
            "DE MINISTER VAN WATERZAKEN,",
            "namens deze,",
            "de directeur Juridische Zaken,",
            "mr. A.B. Terpstra",
        ],
    },
    "erfpacht.md": {
        "date": ["Factuurdatum", "15 januari 2026"],
        "reference": ["Factuurnummer", "Klantnummer", "F26-00871", "40012"],
        "subject": ["Factuur erfpacht eerste halfjaar 2026"],
    },
    "brug.txt": {
        "address": ["Aan de schippers en omwonenden van de Zwaanbrug"],
        "subject": ["Zwaanbrug acht weken dicht voor onderhoud"],
        "salutation": ["L.S."],
        "action": [],
    },
    "huisvuil-vl.md": {
        "address": ["Mevrouw Fatima Azzouzi", "Molenberg 14", "2999 Heidegem"],
        "salutation": ["Mevrouw"],
        "decision": ["We keuren uw aanvraag goed."],
        "deadline": [
            "Doe dit binnen de maand, anders vervalt de goedkeuring.",
            "Dan kunt u binnen 60 dagen een verzoekschrift indienen bij de Raad van State, Wetenschapsstraat 33, 1040 Brussel.",
        ],
    },
}


def found_in(name: str, text: str | None = None) -> Letter:
    """The letter in a sample, or in another text with the format of ``name``."""
    found = letter(readers.read((text or MORE_LETTERS[name]).encode(), name))
    assert found is not None
    return found


@pytest.mark.parametrize("name", MORE_LETTERS)
def test_kind(name: str) -> None:
    assert found_in(name).kind == KINDS[name]


@pytest.mark.parametrize("name", MORE_LETTERS)
def test_parts(name: str) -> None:
    found = found_in(name)
    wanted = PARTS[name]
    assert {part: [one.text for one in found.parts if one.name == part] for part in wanted} == wanted


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Rijnmark : 11 februari 2026", "date"),
        ("Gedaan te Gent op 3 mei 2026", "date"),
        ("Factuur 8831-12", "reference"),
        ("Ref. FIN/2026/0209", "reference"),
        ("Vaccinatie op school op 21 april 2026", "subject"),
        ("AANGETEKEND", None),
        ("Per e-mail: a.bakker@mail.example", None),
        ("Kopie aan: gemeente Dorpsdam", None),
    ],
)
def test_a_line_above_the_salutation(line: str, part: str | None) -> None:
    head = (
        "Gemeente Dorpsdam\nPostbus 2\n4321 AA Dorpsdam\n\nDe heer A. Bakker\nPlein 1\n4321 AB Dorpsdam\n\n"
    )
    found = found_in(
        "x.txt", f"{head}{line}\n\nGeachte heer Bakker,\n\nWij geven u uitstel.\n\nGroeten,\n\nAnna\n"
    )
    names = [one.name for one in found.parts if one.text == line]
    assert names == ([] if part is None else [part])


@pytest.mark.parametrize(
    ("salutation", "closing"),
    [
        ("Geacht bestuur,", "Met verschuldigde hoogachting,"),
        ("Mevrouw, mijnheer", "Hoogachtend"),
        ("Mijnheer,", "Alvast bedankt en met vriendelijke groet,"),
        ("Beste inwoner", "Met dank en de hartelijke groeten,"),
    ],
)
def test_forms_of_salutation_and_closing(salutation: str, closing: str) -> None:
    found = found_in("x.txt", f"{salutation}\n\nWij geven u uitstel tot mei.\n\n{closing}\n\nAnna\n")
    assert [one.text for one in found.of("salutation")] == [salutation]
    assert [one.text for one in found.of("closing")] == [closing]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("De vergunninghouder dient het begin van het werk te melden.", True),
        ("Hebt u geen computer? Kom dan naar ons kantoor aan de Brugstraat.", True),
        ("Bent u ziek, geef dit dan binnen twee dagen door.", True),
        ("Betaalt u liever zelf? Zet de automatische betaling dan stop.", False),
        ("Hebt u vragen? Bel ons dan op werkdagen.", False),
        ("Meer weten? Lees de folder op onze website.", False),
        ("Houd rekening met een wachttijd van vijf dagen.", False),
        ("U hoeft verder niets te doen.", False),
    ],
)
def test_what_asks_the_reader_to_do_something(text: str, asks: bool) -> None:
    found = found_in("x.txt", f"Geachte heer,\n\n{text} Dat is alles.\n\nGroeten,\n\nAnna\n")
    assert found.has("action") is asks


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Geef het nieuwe nummer direct aan ons door.", True),
        ("Zorg dat de straat op 28 juni weer schoon is.", True),
        ("U kunt tot 1 november uw mening geven.", True),
        ("Tot tien dagen voor de zitting kunnen stukken worden ingediend.", True),
        ("U krijgt binnen 40 dagen antwoord van ons.", False),
        ("Wij beslissen binnen acht weken op uw aanvraag.", False),
        ("De vergunning geldt tot 1 mei 2028.", False),
    ],
)
def test_terms_for_the_reader(text: str, sets: bool) -> None:
    found = found_in("x.txt", f"Geachte heer,\n\n{text} Dat is alles.\n\nGroeten,\n\nAnna\n")
    assert found.has("deadline") is sets


def test_what_stands_below_the_names() -> None:
    below = (
        "Anna de Wit\nTeam Vergunningen\na.dewit@dorpsdam.example\n\nverzonden: 29 mei 2026\n\n"
        "Gemeente Dorpsdam | Plein 1, 4321 AA Dorpsdam | 0123 45 67 89\n\nKopie aan:\n- de provincie\n"
    )
    found = found_in("x.txt", f"Geachte heer,\n\nWij geven u uitstel.\n\nHoogachtend,\n\n{below}")
    names = {one.text: {part.name for part in found.parts if part.text == one.text} for one in found.parts}
    assert names["a.dewit@dorpsdam.example"] == {"signature", "contact"}
    assert names["verzonden: 29 mei 2026"] == {"date"}
    footer = "Gemeente Dorpsdam | Plein 1, 4321 AA Dorpsdam | 0123 45 67 89"
    assert names[footer] == {"sender", "contact"}
    assert "de provincie" not in names
