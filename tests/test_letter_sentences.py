"""What a sentence of a letter does, by families of wording: those that do it and those that seem to."""

from __future__ import annotations

import pytest

from duidelijk import readers
from duidelijk.letter import letter
from duidelijk.model import LetterPart

Family = tuple[LetterPart, str]
DOES: list[Family] = [
    ("decision", "De deputatie verleent de omgevingsvergunning voor een termijn van twintig jaar."),
    ("decision", "Het college keurt uw aanvraag goed."),
    ("decision", "Wij trekken de ontheffing met ingang van 1 juni in."),
    ("decision", "Uw verzoek om uitstel is ingewilligd."),
    ("decision", "Hierbij ken ik u een tegemoetkoming van € 300 toe."),
    ("decision", "De gemeenteraad heeft beslist uw bezwaar te verwerpen."),
    ("decision", "Uw beroep wordt ongegrond verklaard."),
    ("decision", "Wij leggen u een boete op van € 120."),
    ("decision", "Het schepencollege weigert de gevraagde vergunning."),
    ("decision", "Daarom vorderen wij € 412 van u terug."),
    ("decision", "Uw uitkering wordt per 1 mei beëindigd."),
    ("decision", "Wij hebben uw aanvraag om huurtoeslag afgewezen."),
    ("decision", "Ik verklaar uw bezwaarschrift niet-ontvankelijk."),
    ("decision", "Wij staan u toe de boom te vellen."),
    ("decision", "Het recht op kinderbijslag wordt herzien."),
    ("decision", "Wij stellen u vrij van de leges."),
    ("decision", "De aanslag wordt verminderd tot € 80."),
    ("action", "Stuur ons vóór 1 juni een kopie van uw paspoort."),
    ("action", "U moet het formulier ondertekenen."),
    ("action", "Wilt u de bijlage voor 3 mei aan ons mailen?"),
    ("action", "Wij verzoeken u de haag te snoeien."),
    ("action", "Gelieve het bedrag over te schrijven."),
    ("action", "Zou u de sleutel bij de balie willen afgeven?"),
    ("action", "U dient uw auto te verplaatsen."),
    ("action", "Per post: stuur het formulier naar postbus 12."),
    ("action", "Het formulier moet uiterlijk 3 mei zijn ingeleverd."),
    ("action", "Wij verwachten dat u zich uiterlijk 3 mei aanmeldt."),
    ("action", "Vooraf aanmelden is verplicht."),
    ("action", "Neem uw paspoort mee."),
    ("action", "Mail het formulier naar info@dorp.example."),
    ("action", "U wordt verzocht de stukken aan te vullen."),
    ("action", "Wij willen graag dat u het formulier invult."),
    ("action", "Vul de vragenlijst in en onderteken hem."),
    ("action", "Haal uw kaart op bij het loket."),
    ("action", "Zorg dat de stoep vrij is."),
    ("action", "Graag ontvangen wij een kopie van uw huurcontract."),
    ("action", "Inschrijven gebeurt uiterlijk op 2 mei bij het onthaal."),
    ("deadline", "Meld u vóór de start van het werk aan."),
    ("deadline", "U kunt tot 1 november reageren."),
    ("deadline", "Betaal uiterlijk 3 mei 2026."),
    ("deadline", "Stuur de stukken binnen twee weken op."),
    ("deadline", "Onderteken voor die tijd het plan."),
    ("deadline", "De uiterste betaaldatum is 5 juli 2027."),
    ("deadline", "Geef dit direct aan ons door."),
    ("deadline", "U hebt tot 3 mei de tijd om te reageren."),
    ("deadline", "Lever het formulier voor het gesprek in."),
    ("deadline", "Dat kan tot en met 31 mei 2026."),
    ("contact", "Bel 012 345 67 89 op werkdagen."),
    ("contact", "U kunt ons bereiken van 9 tot 12 uur."),
    ("contact", "Meer informatie vindt u op www.dorp.example."),
    ("contact", "Hebt u vragen? Mail naar info@dorp.example."),
    ("contact", "Kom gerust langs aan de balie."),
    ("contact", "Onze balie is open op maandag."),
    ("contact", "Voor inlichtingen kunt u zich wenden tot mevrouw Smit."),
    ("contact", "Neem contact op met de afdeling Belastingen."),
    ("contact", "Zie www.dorp.example."),
    ("contact", "Wij helpen u op werkdagen tussen 9 en 12 uur."),
    ("objection", "U kunt binnen zes weken bezwaar maken."),
    ("objection", "Tegen dit besluit kan een belanghebbende beroep instellen bij de rechtbank."),
    ("objection", "Bent u het niet eens met dit besluit?"),
    ("objection", "Tegen deze beslissing staat beroep open bij de Raad."),
    ("objection", "Een bezwaar moet schriftelijk worden ingediend."),
    ("objection", "Stuur een bezwaarschrift naar het college."),
    ("objection", "U kunt een zienswijze indienen."),
    ("objection", "Wilt u bezwaar maken?"),
    ("objection", "De mogelijkheid bestaat beroep aan te tekenen."),
    ("objection", "Tegen de aanslag kunt u bezwaar aantekenen."),
]
SEEMS: list[Family] = [
    ("decision", "Als wij u een vergunning verlenen, hoort u dat in mei."),
    ("decision", "Wij beslissen binnen acht weken op uw aanvraag."),
    ("decision", "Kunnen wij u een subsidie toekennen?"),
    ("decision", "Een gemeente kan een vergunning weigeren."),
    ("decision", "Indien u niet betaalt, leggen wij u een boete op."),
    ("decision", "Wij verlenen u graag hulp bij het invullen."),
    ("decision", "Wij hebben uw aanvraag ontvangen."),
    ("decision", "U ontvangt hierover een besluit."),
    ("decision", "Wij stellen vast dat u niet hebt betaald."),
    ("decision", "In deze brief leest u wat wij hebben besloten."),
    ("decision", "Wij geven u meer informatie over de subsidie."),
    ("decision", "Op grond van de wet kan het college een uitkering intrekken."),
    ("decision", "Wij wijzen u op uw rechten."),
    ("decision", "Hebben wij alle stukken, dan kennen wij u de toelage toe."),
    ("decision", "Wij zullen de vergunning later verlenen."),
    ("decision", "U krijgt een brief over de werkzaamheden."),
    ("decision", "De buren hebben geen parkeerplaats."),
    ("decision", "Wij moeten uw recht op een uitkering nog vaststellen."),
    ("decision", "Wij wijzigen onze openingstijden."),
    ("decision", "U krijgt binnenkort een uitnodiging."),
    ("action", "U kunt ook online betalen."),
    ("action", "Bel ons als u vragen hebt."),
    ("action", "Wij vragen u nooit om uw pincode."),
    ("action", "Wij moeten u nog € 200 terugbetalen."),
    ("action", "Wilt u meer weten? Lees dan onze folder op www.dorp.example."),
    ("action", "U mag de bon bewaren."),
    ("action", "U hoeft niets te doen."),
    ("action", "Houd rekening met een wachttijd."),
    ("action", "Artikel 9 bepaalt dat een terras een doorgang moet hebben."),
    ("action", "Wij stuurden u een formulier."),
    ("action", "Denk aan een verhuizing of een nieuwe baan."),
    ("action", "Wilt u in termijnen betalen? Dat kan."),
    ("action", "U krijgt een formulier."),
    ("action", "De aannemer moet de straat herstellen."),
    ("action", "Hebt u al betaald? Dan hoeft u niets te doen."),
    ("action", "Kunt u niet komen?"),
    ("action", "Wilt u komen?"),
    ("action", "De commissie vraagt het college om advies."),
    ("action", "Wij gaan de weg herstellen."),
    ("action", "Wilt u iemand spreken? Kom dan gerust langs."),
    ("deadline", "Wij beslissen binnen acht weken."),
    ("deadline", "De vergunning geldt tot 1 mei 2028."),
    ("deadline", "Kom op 3 mei naar het gemeentehuis."),
    ("deadline", "Wij bellen u voor 3 mei."),
    ("deadline", "U krijgt binnen tien dagen antwoord."),
    ("deadline", "Het werk duurt tot 3 mei."),
    ("deadline", "Op 3 mei ontvingen wij uw brief."),
    ("deadline", "De weg is dicht van 3 mei tot 5 juni."),
    ("deadline", "Het gesprek duurt een uur."),
    ("deadline", "Stuur ons een kopie."),
    ("contact", "Onze medewerker belt u daarna op."),
    ("contact", "Vul het formulier in op www.dorp.example/formulier."),
    ("contact", "Wij nemen contact met u op."),
    ("contact", "Wij helpen u graag verder."),
    ("contact", "Mail het formulier voor 3 mei naar info@dorp.example."),
    ("contact", "U betaalt 12 euro per uur."),
    ("contact", "Stuur uw brief naar postbus 12."),
    ("contact", "De winkel ligt aan de weg."),
    ("contact", "Betalen kan op www.dorp.example."),
    ("contact", "Wij wensen u fijne feestdagen."),
    ("objection", "Wij hebben uw bezwaar ontvangen."),
    ("objection", "Op 3 mei is een bezwaarschrift ingekomen tegen het besluit."),
    ("objection", "De rechter behandelt uw beroep in mei."),
    ("objection", "Uw beroep als bakker vraagt om vroeg opstaan."),
    ("objection", "Wij behandelen uw bezwaarschrift."),
    ("objection", "U hebt bezwaar gemaakt tegen de aanslag."),
    ("objection", "De hoorzitting over uw bezwaar is op 3 mei."),
    ("objection", "Wij verklaren uw bezwaar ongegrond."),
    ("objection", "Wilt u dat de rechter uw beroep behandelt?"),
    ("objection", "Hebt u vragen over dit besluit?"),
]
# What the reader gets or need not do is a decision where something was asked or decided.
IN_ANSWER = [
    "De subsidie wordt vastgesteld op € 4.000.",
    "U hoeft de boete niet te betalen.",
    "Vanaf 1 juli krijgt u € 210 bijstand per maand.",
]


def names_in(sentence: str, opening: str = "Uw brief kwam op 2 mei binnen.") -> set[LetterPart]:
    """The parts that a sentence is in a letter that opens like this."""
    text = f"Geachte heer,\n\n{opening}\n\n{sentence} Dat is alles.\n\nGroeten,\n\nAnna\n"
    found = letter(readers.read(text.encode(), "x.txt"))
    assert found is not None
    return {part.name for part in found.parts if part.text in sentence}


@pytest.mark.parametrize(("name", "sentence"), DOES)
def test_what_does_it(name: LetterPart, sentence: str) -> None:
    assert name in names_in(sentence)


@pytest.mark.parametrize(("name", "sentence"), SEEMS)
def test_what_only_seems_to(name: LetterPart, sentence: str) -> None:
    assert name not in names_in(sentence)


@pytest.mark.parametrize("sentence", IN_ANSWER)
def test_what_the_reader_gets_is_a_decision_in_an_answer(sentence: str) -> None:
    assert "decision" in names_in(sentence, "U vroeg bijstand aan met uw aanvraag van 2 mei.")
    assert "decision" not in names_in(sentence)
