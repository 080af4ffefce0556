"""Dates, terms, times, amounts, phone numbers, addresses, laws, IBAN and BSN in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from duidelijk.nlp.facts import FactKind, facts


def found(text: str, *kinds: FactKind) -> list[tuple[str, str]]:
    """The text and value of the facts of these kinds."""
    return [(text[fact.start : fact.end], fact.value) for fact in facts(text) if fact.kind in kinds]


def all_kinds(text: str) -> list[tuple[str, str]]:
    """Kind and text of all facts."""
    return [(fact.kind, text[fact.start : fact.end]) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("Op 1 mei sluit de balie.", "1 mei", "--05-01"),
        ("Op 1 mei 2026 sluit de balie.", "1 mei 2026", "2026-05-01"),
        ("Reageer voor 1 mei a.s. bij ons.", "1 mei a.s.", "--05-01"),
        ("uw brief van 3 maart jl. over", "3 maart jl.", "--03-03"),
        ("Datum: 01-05-2026", "01-05-2026", "2026-05-01"),
        ("Datum: 1-5-'26", "1-5-'26", "2026-05-01"),
        ("Datum: 1/5/2026.", "1/5/2026", "2026-05-01"),
        ("Datum: 1.5.2026.", "1.5.2026", "2026-05-01"),
        ("geboren op 12-03-58", "12-03-58", "1958-03-12"),
        ("Datum: 2026-05-01", "2026-05-01", "2026-05-01"),
        ("Kom op maandag 3 maart langs.", "maandag 3 maart", "--03-03"),
        ("Kom vr. 3 mrt. 2026 langs.", "vr. 3 mrt. 2026", "2026-03-03"),
        ("Dat is op 18 december.", "18 december", "--12-18"),
        ("Vanaf mei 2026 geldt het nieuwe tarief.", "mei 2026", "2026-05"),
        ("Op 29 februari 2024 was het zover.", "29 februari 2024", "2024-02-29"),
        ("op 5\u00a0mei\u00a02026", "5\u00a0mei\u00a02026", "2026-05-05"),
    ],
)
def test_dates(text: str, date: str, value: str) -> None:
    assert found(text, "date") == [(date, value)]


@pytest.mark.parametrize(
    "text",
    [
        "eind mei", "in mei", "op 30 februari 2026", "op 29 februari 2025", "kenmerk 2026-00123",
        "versie 2.10", "versie 1.5.26", "artikel 3:41", "32 mei", "zaak 12-2026", "2026-05-01-17",
        "1 op de 3", "maatregel 3", "de maand mei", "tabel 4-5-6000",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert found(text, "date") == []


def test_days_that_share_a_month() -> None:
    assert found("van 3 tot en met 7 mei", "date") == [("3", "--05-03"), ("7 mei", "--05-07")]


@pytest.mark.parametrize(
    ("text", "time", "value"),
    [
        ("om 14.00 uur", "14.00 uur", "14:00"),
        ("om 9:30 uur", "9:30 uur", "09:30"),
        ("om 9:30.", "9:30", "09:30"),
        ("om half tien", "half tien", "09:30"),
        ("om half een", "half een", "00:30"),
        ("om kwart voor negen", "kwart voor negen", "08:45"),
        ("om 9 uur", "9 uur", "09:00"),
        ("tussen 9 en 12 uur", "9 en 12 uur", "09:00-12:00"),
        ("van 9.00 tot 17.00 uur", "9.00 tot 17.00 uur", "09:00-17:00"),
        ("van 9 tot 17 uur", "9 tot 17 uur", "09:00-17:00"),
    ],
)
def test_times(text: str, time: str, value: str) -> None:
    assert found(text, "time") == [(time, value)]


@pytest.mark.parametrize(
    "text",
    [
        "het duurt 3 uur",
        "een half uur",
        "half twee jaar",
        "artikel 3:41",
        "versie 2.10",
        "€ 12.50",
        "25.00 uur",
    ],
)
def test_no_times(text: str) -> None:
    assert found(text, "time") == []


@pytest.mark.parametrize(
    ("text", "term", "value", "anchor"),
    [
        ("Binnen vijfendertig dagen betalen wij.", "Binnen vijfendertig dagen", "P35D", ""),
        (
            "Binnen 22 weken na de datum waarop de operatie is gedaan, belt u.",
            "Binnen 22 weken na de datum waarop de operatie is gedaan",
            "P22W",
            "event",
        ),
        ("Reageer binnen zes weken.", "binnen zes weken", "P6W", ""),
        ("Reageer binnen 14 dagen.", "binnen 14 dagen", "P14D", ""),
        ("Reageer binnen 14 (veertien) dagen.", "binnen 14 (veertien) dagen", "P14D", ""),
        ("binnen 5 werkdagen", "binnen 5 werkdagen", "P5D", ""),
        ("Binnen 24 uur", "Binnen 24 uur", "PT24H", ""),
        ("binnen een half jaar", "binnen een half jaar", "P6M", ""),
        ("binnen 2 tot 4 weken", "binnen 2 tot 4 weken", "P4W", ""),
        ("binnen een termijn van zes weken", "binnen een termijn van zes weken", "P6W", ""),
        ("De bezwaartermijn is zes weken.", "bezwaartermijn is zes weken", "P6W", ""),
        ("U hebt zes weken de tijd.", "zes weken de tijd", "P6W", ""),
        ("over 3 weken", "over 3 weken", "P3W", ""),
        ("binnen zes weken na dagtekening", "binnen zes weken na dagtekening", "P6W", "letter"),
        (
            "binnen 6 weken na de dag waarop deze brief is verzonden kunt u",
            "binnen 6 weken na de dag waarop deze brief is verzonden", "P6W", "letter",
        ),
        (
            "binnen 6 weken na de dag waarop wij dit besluit verzonden hebben, schrijft u",
            "binnen 6 weken na de dag waarop wij dit besluit verzonden hebben", "P6W", "letter",
        ),
        (
            "binnen zes weken na de datum die boven deze brief staat",
            "binnen zes weken na de datum die boven deze brief staat", "P6W", "letter",
        ),
        (
            "binnen zes weken na de officiële bekendmaking van dit besluit",
            "binnen zes weken na de officiële bekendmaking van dit besluit", "P6W", "letter",
        ),
        ("zes weken vanaf vandaag", "zes weken vanaf vandaag", "P6W", "letter"),
        (
            "binnen 6 weken na ontvangst van deze brief kunt u",
            "binnen 6 weken na ontvangst van deze brief", "P6W", "receipt",
        ),
        (
            "binnen 2 weken nadat u de factuur hebt gekregen",
            "binnen 2 weken nadat u de factuur hebt gekregen", "P2W", "receipt",
        ),
        (
            "binnen twee maanden na uw verhuizing meldt u dit",
            "binnen twee maanden na uw verhuizing", "P2M", "event",
        ),
        ("binnen 2 weken na het besluit", "binnen 2 weken na het besluit", "P2W", "event"),
        ("uiterlijk 24 uur voor uw afspraak", "uiterlijk 24 uur voor uw afspraak", "PT24H", "event"),
        ("binnen 2 weken na 3 mei 2026", "binnen 2 weken na 3 mei 2026", "P2W", "date"),
        ("uiterlijk 1 mei a.s. bij ons", "uiterlijk 1 mei a.s.", "--05-01", "date"),
        ("vóór 12 mei", "vóór 12 mei", "--05-12", "date"),
        ("voor 12 mei 2026", "voor 12 mei 2026", "2026-05-12", "date"),
        ("tot en met 3 juni", "tot en met 3 juni", "--06-03", "date"),
        ("tot 1 juli", "tot 1 juli", "--07-01", "date"),
        ("ten laatste op 3 mei", "ten laatste op 3 mei", "--05-03", "date"),
        (
            "De uiterste betaaldatum is 3 mei 2026.",
            "uiterste betaaldatum is 3 mei 2026", "2026-05-03", "date",
        ),
        (
            "uiterlijk vrijdag 3 mei om 12.00 uur",
            "uiterlijk vrijdag 3 mei om 12.00 uur", "--05-03", "date",
        ),
        ("uiterlijk vrijdag", "uiterlijk vrijdag", "", ""),
        ("uiterlijk eind mei", "uiterlijk eind mei", "", ""),
        ("vóór 12.00 uur", "vóór 12.00 uur", "", ""),
    ],
)  # fmt: skip
def test_terms(text: str, term: str, value: str, anchor: str) -> None:
    terms = [fact for fact in facts(text) if fact.kind == "deadline"]
    assert [(text[fact.start : fact.end], fact.value, fact.anchor) for fact in terms] == [
        (term, value, anchor)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "zo snel mogelijk", "De vergunning geldt 2 jaar.", "Dat duurt 4 tot 6 weken.", "op 3 mei 2026",
        "vanaf 1 juli", "Bel ons maandag tot en met vrijdag.", "van 9 tot 17 uur", "binnen de gemeente",
        "Wij bewaren dit 10 jaar na wijziging.", "binnen", "een dag voor de markt",
    ],
)  # fmt: skip
def test_no_terms(text: str) -> None:
    assert found(text, "deadline") == []


@pytest.mark.parametrize(
    ("text", "amount", "value"),
    [
        ("€ 1.250,-", "€ 1.250,-", "1250.00"),
        ("U betaalt € 12,50.", "€ 12,50", "12.50"),
        ("€12", "€12", "12.00"),
        ("150 euro", "150 euro", "150.00"),
        ("EUR 20", "EUR 20", "20.00"),
        ("honderd euro", "honderd euro", "100.00"),
        ("1,2 miljoen euro", "1,2 miljoen euro", "1200000.00"),
        ("€ 3 mln. extra", "€ 3 mln.", "3000000.00"),
        ("100.000 euro", "100.000 euro", "100000.00"),
    ],
)
def test_amounts(text: str, amount: str, value: str) -> None:
    assert found(text, "amount") == [(amount, value)]


@pytest.mark.parametrize("text", ["€1,250.00", "de euro", "12 procent", "Europa 2020"])
def test_no_amounts(text: str) -> None:
    assert found(text, "amount") == []


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Bel 14 020.", "14 020"),
        ("Bel 14020 voor een afspraak", "14020"),
        ("Bel ons op 14 012.", "14 012"),
        ("Bel 14 0294 en vraag het", "14 0294"),
        ("Telefoon: 070 - 123 45 67", "070 - 123 45 67"),
        ("(030) 123 45 67", "(030) 123 45 67"),
        ("06-12345678", "06-12345678"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("0612345678", "0612345678"),
        ("0800-1234", "0800-1234"),
        ("0900 8015 (lokaal tarief)", "0900 8015"),
        ("088 123 4567", "088 123 4567"),
        ("+31 6 12 34 56 78", "+31 6 12 34 56 78"),
        ("+31 (0)20 123 45 67", "+31 (0)20 123 45 67"),
        ("0031 20 123 45 67", "0031 20 123 45 67"),
        ("02 123 45 67", "02 123 45 67"),
        ("0470 12 34 56", "0470 12 34 56"),
        ("+32 2 123 45 67", "+32 2 123 45 67"),
        ("Bel 112 bij brand.", "112"),
    ],
)
def test_phones(text: str, phone: str) -> None:
    digits = "".join(char for char in phone if char.isdigit())
    assert found(text, "phone") == [(phone, digits)]


@pytest.mark.parametrize(
    "text",
    [
        "14 021 inwoners", "14 020 inwoners", "14 021", "ISBN 978-90-01-23456-7", "kenmerk 2026-00123456",
        "01-05-2026 12 personen", "NL91 ABNA 0417 1643 00", "1 op de 3", "112 woningen", "0,5 procent",
        "0123.456.789", "0026.4471.9920",
        "012 34", "010203040506070809",
    ],
)  # fmt: skip
def test_no_phones(text: str) -> None:
    assert found(text, "phone") == []


@pytest.mark.parametrize(
    ("text", "kind", "fact"),
    [
        ("Mail naar info@voorbeeld.nl.", "email", "info@voorbeeld.nl"),
        ("Mail naar a.b-c+d@sub.voorbeeld.nl, of bel", "email", "a.b-c+d@sub.voorbeeld.nl"),
        ("Zie https://www.voorbeeld.nl/a?b=1.", "web", "https://www.voorbeeld.nl/a?b=1"),
        ("Zie www.voorbeeld.nl.", "web", "www.voorbeeld.nl"),
        ("Kijk op voorbeeld.nl/parkeren", "web", "voorbeeld.nl/parkeren"),
        ("(zie voorbeeld.nl/parkeren)", "web", "voorbeeld.nl/parkeren"),
        ("artikel 6:7 van de Awb", "law", "artikel 6:7 van de Awb"),
        ("Dat staat in art. 6:7 Awb.", "law", "art. 6:7 Awb"),
        ("in artikel 6 van de Wet open overheid staat", "law", "artikel 6 van de Wet open overheid"),
        ("IBAN: NL91 ABNA 0417 1643 00 ten name van", "iban", "NL91 ABNA 0417 1643 00"),
        ("NL91ABNA0417164300", "iban", "NL91ABNA0417164300"),
        ("BE68 5390 0754 7034", "iban", "BE68 5390 0754 7034"),
        ("BSN: 123456782", "bsn", "123456782"),
        ("uw burgerservicenummer (BSN) is 1234.56.782", "bsn", "1234.56.782"),
        ("BSN 10464554", "bsn", "10464554"),
        ("ingeschreven onder 123456782 en", "bsn", "123456782"),
        ("Postbus 100", "address", "Postbus 100"),
        ("Voorbeeldstraat 12-a", "address", "Voorbeeldstraat 12-a"),
        ("Kom naar Grote Markt 3 in Plaats.", "address", "Grote Markt 3"),
        ("Dorpsstraat 3, 9000 Gent", "address", "Dorpsstraat 3, 9000 Gent"),
        ("1234 AB", "postcode", "1234 AB"),
        ("1234AB Plaats", "postcode", "1234AB"),
    ],
)
def test_other_facts(text: str, kind: FactKind, fact: str) -> None:
    assert all_kinds(text) == [(kind, fact)]


@pytest.mark.parametrize(
    "text",
    [
        "i.o.v. de raad", "NL92 ABNA 0417 1643 00", "BSN 123456789", "kenmerk 123456782",
        "zaaknummer: 123456782", "RSIN 123456782", "123456782B01", "BSN 000000000", "in 2026 AI gebruiken",
        "1234 SS", "1234 ABC", "langs de weg 3 keer", "tabel 9000 Gent", "eind.klaar", "@naam",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert all_kinds(text) == []


def test_a_term_holds_its_date_and_an_address_its_postcode() -> None:
    assert all_kinds("Stuur het uiterlijk 3 mei 2026 naar Postbus 100, 1234 AB Den Haag.") == [
        ("deadline", "uiterlijk 3 mei 2026"),
        ("date", "3 mei 2026"),
        ("address", "Postbus 100, 1234 AB Den Haag"),
        ("postcode", "1234 AB"),
    ]


def test_other_facts_never_overlap() -> None:
    text = (
        "Op grond van artikel 3:41, eerste lid, Awb betaalt u voor 1-5-2026 om 12.00 uur € 1.250,- op "
        "rekening NL91 ABNA 0417 1643 00. Bel 070 - 123 45 67, mail info@voorbeeld.nl of kijk op "
        "voorbeeld.nl/2026-05-01. "
        "Ons adres is Markt 1 1234 AB Plaats. Uw BSN is 123456782."
    )
    kinds = {"law", "deadline", "amount", "iban", "phone", "email", "web", "address", "bsn"}
    outer = [fact for fact in facts(text) if fact.kind in kinds]
    assert {fact.kind for fact in outer} == kinds
    assert all(left.end <= right.start for left, right in pairwise(outer))
    assert [fact.start for fact in facts(text)] == sorted(fact.start for fact in facts(text))


def test_places_are_those_of_the_text() -> None:
    text = "İİ ﬁ: bel 06 12 34 56 78"
    assert found(text, "phone") == [("06 12 34 56 78", "0612345678")]


@pytest.mark.parametrize(
    "part",
    [
        "1", "1 ", "0 ", " ", "06 12 34 ", "binnen ", "6 weken na ", "binnen 6 weken na de dag waarop ", "a.",
        "a@", "NL91 ABNA 0417 ", "Abc ", "Markt 1 ", "1-1-", "https://", "www.", "termijn ", "\0",
    ],
)  # fmt: skip
def test_hostile_text_is_read_to_its_end(part: str) -> None:
    text = part * (200_000 // len(part)) + ", mail a@b.nl"
    assert facts(text)[-1].value == "a@b.nl"
