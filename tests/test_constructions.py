"""Verb constructions whose words stand apart: found in every form, and put in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from duidelijk.errors import RuleError
from duidelijk.model import Report
from duidelijk.resources import data_folder
from duidelijk.rules.constructions import Construction, construction
from duidelijk.rules.lexicon import Row, load_entries, read_rows
from tests.test_inflected_words import mended

Lint = Callable[..., Report]
RULE = "omslachtige-verbinding"
ROWS = list(read_rows(data_folder("lexicons") / "vaste-verbindingen.tsv"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the preposition stays or changes
        ("Wij dragen binnen 6 weken zorg voor de betaling.", "Wij zorgen binnen 6 weken voor de betaling."),
        ("De eigenaar die hiervoor zorg draagt, betaalt.", "De eigenaar die hiervoor zorgt, betaalt."),
        ("Het is tijd zorg te dragen voor het riool.", "Het is tijd te zorgen voor het riool."),
        ("Wij dragen geen zorg voor het onderhoud.", "Wij zorgen niet voor het onderhoud."),
        ("Wij dragen er zorg voor dat u hulp krijgt.", "Wij zorgen ervoor dat u hulp krijgt."),
        ("Wij hebben er zorg voor gedragen dat het klopt.", "Wij hebben ervoor gezorgd dat het klopt."),
        ("De gemeente heeft zorggedragen voor de bomen.", "De gemeente heeft gezorgd voor de bomen."),
        ("Draag zorg voor een goede afloop.", "Zorg voor een goede afloop."),
        ("Deze regel is niet op u van toepassing.", "Deze regel geldt niet voor u."),
        ("De regels waarop de wet van toepassing is.", "De regels waarvoor de wet geldt."),
        ("De regels zijn van toepassing geweest.", "De regels hebben gegolden."),
        ("Deze brief heeft betrekking op uw aanvraag.", "Deze brief gaat over uw aanvraag."),
        # the object of the preposition becomes the object of the verb
        ("Wij maken gebruik van camera's.", "Wij gebruiken camera's."),
        ("U kunt gebruik maken van de app.", "U kunt de app gebruiken."),
        ("U kunt van deze regeling gebruik maken.", "U kunt deze regeling gebruiken."),
        ("Van deze regeling kunt u gebruik maken.", "Deze regeling kunt u gebruiken."),
        ("Om gebruik te maken van de app, logt u in.", "Om de app te gebruiken, logt u in."),
        ("Als u gebruik wilt maken van de app, belt u.", "Als u de app wilt gebruiken, belt u."),
        ("De app waarvan u gebruikmaakt, is gratis.", "De app die u gebruikt, is gratis."),
        ("Het plein waar u gebruik van maakt, is nieuw.", "Het plein dat u gebruikt, is nieuw."),
        ("Wij hebben gebruik gemaakt van uw gegevens.", "Wij hebben uw gegevens gebruikt."),
        ("Het gebruik maken van drones mag niet.", "Het gebruiken van drones mag niet."),
        ("Wij maken geen gebruik van de app.", "Wij gebruiken de app niet."),
        ("Wij maken geen gebruik van cookies.", "Wij gebruiken geen cookies."),
        ("Als u geen gebruik maakt van de app, belt u.", "Als u de app niet gebruikt, belt u."),
        ("Maak gebruik van de balie en de website.", "Gebruik de balie en de website."),
        ("Als u beschikt over een auto, betaalt u.", "Als u een auto hebt, betaalt u."),
        ("Beschikt u over een auto?", "Hebt u een auto?"),
        # the object becomes the subject
        ("Er is gebruikgemaakt van camera's.", "Er zijn camera's gebruikt."),
        ("Er kan gebruik worden gemaakt van camera's.", "Er kunnen camera's worden gebruikt."),
        ("De diensten waarvan gebruik wordt gemaakt.", "De diensten die worden gebruikt."),
        ("Als er gebruik wordt gemaakt van de app.", "Als de app wordt gebruikt."),
        ("Is er sprake van problemen?", "Zijn er problemen?"),
        ("Als er sprake is van schulden, helpen wij u.", "Als er schulden zijn, helpen wij u."),
        # fixed words for fixed words, and what closes the clause
        ("Wij stellen u in kennis van ons besluit.", "Wij informeren u over ons besluit."),
        ("U wordt in kennis gesteld van de uitkomst.", "U wordt geïnformeerd over de uitkomst."),
        ("De schuur maakt onderdeel uit van het plan.", "De schuur hoort bij het plan."),
        ("De kelder lijkt deel uit te maken van de hal.", "De kelder lijkt te horen bij de hal."),
        ("U komt niet in aanmerking voor subsidie.", "U kunt geen subsidie krijgen."),
        ("Als u voor subsidie in aanmerking komt.", "Als u subsidie kunt krijgen."),
        ("Wij hechten belang aan een schone wijk.", "Wij vinden een schone wijk belangrijk."),
        ("De tabel geeft inzicht in de kosten.", "De tabel laat de kosten zien."),
        ("De markt vindt geen doorgang.", "De markt gaat niet door."),
        ("Uw aanvraag wordt buiten behandeling gesteld.", "Uw aanvraag wordt niet behandeld."),
        ("Het ter beschikking gestelde bedrag.", "Het beschikbaar gestelde bedrag."),
        ("U bent € 50 verschuldigd.", "U moet € 50 betalen."),
        ("De raad heeft nog geen besluit genomen.", "De raad heeft nog niet beslist."),
        ("Bijgaand treft u een formulier aan.", "Hierbij krijgt u een formulier."),
        ("U treft bijgaand een formulier aan.", "U krijgt hierbij een formulier."),
        # a clause follows
        ("U bent van mening dat dit niet klopt.", "U vindt dat dit niet klopt."),
        ("Dit kan tot gevolg hebben dat u betaalt.", "Dit kan ervoor zorgen dat u betaalt."),
        ("U bent in staat om uw huur te betalen.", "U kunt uw huur betalen."),
        ("U bent niet in staat uw huur te betalen.", "U kunt uw huur niet betalen."),
        ("U bent gehouden uw inkomen door te geven.", "U moet uw inkomen doorgeven."),
    ],
)  # fmt: skip
def test_the_sentence_comes_out_right(lint: Lint, text: str, expected: str) -> None:
    assert mended(text, lint(text, RULE)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Er wordt gebruik van gemaakt.",
        "Hiervan kunt u gebruik maken.",
        "U kunt daar ook gebruik van maken.",
        "Van toepassing is artikel 5.",
        "Indien hiervan sprake is, belt u ons.",
        "In dat geval is sprake van een storing.",
        "Er wordt gebruik gemaakt van de app.",
        "De deuren die zijn voorzien van een slot, gaan dicht.",
        "Wij maken veel gebruik van de app.",
        "Maak niet alleen gebruik van kleur.",
        "U wordt in het gelijk gesteld.",
        "Wie in staat is uw huur te betalen, krijgt niets.",
        "U bent niet in staat alle rekeningen en brieven zelf te betalen.",
        "U kunt gebruik maken van zalen, fietsen, enzovoort.",
        "Door gebruik te maken van onze hulpmiddelen en voorbeelden zorgt u voor een goede site.",
        "Op 3 mei heeft u een aanvraag ingediend voor de regeling ‘Wonen’.",
        "Het is verplicht een melding te doen.",
        "Dit veld is verplicht om in te vullen.",
    ],
)
def test_a_message_without_a_suggestion_that_would_be_wrong(lint: Lint, text: str) -> None:
    (finding,) = lint(text, RULE).findings
    assert finding.suggestions
    assert not any(suggestion.edits for suggestion in finding.suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit dat wij over uw aanvraag hebben genomen, is klaar.",
        "De raad neemt morgen het besluit.",
        "De raad heeft vorige week een vergadering gehouden.",
        "De raad is gehouden.",
        "De wethouder beschikt op uw aanvraag.",
        "Het gebruik van drones is verboden.",
        "Wij maken een plan voor het gebruik van de zaal.",
        "De zorg voor uw kind dragen wij samen.",
        "Het park is een werk in uitvoering.",
        "Kruis aan wat van toepassing lijkt.",
        "Zij hebben de mogelijkheid gekregen om te reageren.",
        "Uw inkomen heeft invloed op de hoogte van de toeslag.",
        "Wij maakten in de loop van de dag de zaal klaar voor gebruik.",
        "In de brief staat: ‘Deze regel is van toepassing op u.’",
    ],
)
def test_no_construction(lint: Lint, text: str) -> None:
    assert not lint(text, RULE).findings


@pytest.mark.parametrize(
    ("text", "excerpt", "message"),
    [
        (
            "Wij dragen in mei zorg voor de betaling.",
            "dragen in mei zorg voor",
            "Schrijf liever ‘zorgen … voor’ dan ‘dragen … zorg voor’.",
        ),
        (
            "Wij dragen samen met de politie en de buurt zorg voor een veilige wijk.",
            "zorg voor",
            "Schrijf liever ‘zorgen … voor’ dan ‘dragen … zorg voor’.",
        ),
        (
            "Er is gebruikgemaakt van camera's.",
            "gebruikgemaakt van",
            "Schrijf liever ‘zijn … gebruikt’ dan ‘gebruikgemaakt van’.",
        ),
        (
            "Het is mogelijk medewerking te verlenen aan het plan.",
            "medewerking te verlenen aan",
            "Schrijf liever ‘mee te werken aan’ dan ‘medewerking te verlenen aan’.",
        ),
    ],
)
def test_what_is_marked_and_said(lint: Lint, text: str, excerpt: str, message: str) -> None:
    (finding,) = lint(text, RULE).findings
    assert (finding.excerpt, finding.message) == (excerpt, message)


def test_the_longest_construction_counts(lint: Lint) -> None:
    (finding,) = lint("U kunt hoger beroep instellen bij de rechter.", RULE).findings
    assert finding.excerpt == "hoger beroep instellen"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.cells["word"])
def test_the_first_alternative_of_every_entry_fits_in_its_example(lint: Lint, row: Row) -> None:
    cells = row.cells
    text = cells["example"].replace("«", "").replace("»", "")
    (finding,) = lint(text, RULE).findings
    assert finding.suggestions[0].edits
    assert len(finding.excerpt.split()) <= 6
    if cells["near_miss"]:
        assert not lint(cells["near_miss"], RULE).findings


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("zorg dragen voor", Construction(("zorg",), "dragen", "voor")),
        ("in staat zijn te", Construction(("in", "staat"), "zijn", "te")),
        ("een besluit nemen", Construction(("een", "besluit"), "nemen", "")),
        ("beschikken over", Construction((), "beschikken", "over")),
        ("op basis van", None),
    ],
)
def test_the_parts_of_a_construction(phrase: str, parts: Construction | None) -> None:
    assert construction(phrase) == parts


def test_a_construction_needs_a_verb(tmp_path: Path) -> None:
    lexicon = tmp_path / "lijst.tsv"
    lexicon.write_text("word\tpos\talternatives\tforms\nop basis van\tVERB\tmet\t*\n", "utf-8")
    with pytest.raises(RuleError, match="Alle vormen zoeken kan alleen"):
        list(load_entries(lexicon))
