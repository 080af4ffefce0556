"""Text in another language: never mistaken for Dutch the other way round, skipped, and said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from duidelijk import measure, readers
from duidelijk.model import Report
from duidelijk.nlp.foreign import DUTCH, NAMES, foreign_languages, recognise
from duidelijk.nlp.language import language_blocks
from duidelijk.report import render
from tests.test_cli import run

HERE = Path(__file__).parent
FOREIGN = [line.split("\t") for line in (HERE / "foreign_blocks.tsv").read_text("utf-8").splitlines()]
DUTCH_LETTER = "Wij hebben uw aanvraag ontvangen en sturen u voor 1 mei een brief met ons besluit."
ENGLISH = "You must apply for a parking permit before you move to your new address in the city."
GERMAN = "Gegen diesen Bescheid können Sie innerhalb eines Monats nach Bekanntgabe Widerspruch einlegen."

# Dutch that looks like something else: old, full of names, of English, of numbers, from Flanders or Limburg.
HARD_DUTCH = """
Gelet op de artikelen 6 en 7 der wet van den 28sten Juni 1881, Staatsblad No. 97
In naam des Konings, de rechtbank te 's-Gravenhage, recht doende in de zaak van eischer
Wij Wilhelmina, bij de gratie Gods, Koningin der Nederlanden, Prinses van Oranje-Nassau, enz. enz. enz.
De ondergeteekenden verklaren zulks ter eener en ter anderer zijde
Jan de Vries, Pieter van den Berg, Sjoukje Hoekstra, Douwe Fennema, Wytske de Jong, Jelle Wiersma
Fatma Yılmaz, Mehmet Öztürk, Ayşe Şahin, Łukasz Wiśniewski, Małgorzata Dąbrowska, José García Núñez
dhr. A.B. de Boer, mw. C.D. Jansen, dhr. E. van Dijk, mw. F.G. el Amrani, dhr. H.I. da Silva
Burgemeester Van der Laan, wethouder De La Fuente, griffier Di Marco, secretaris Du Pré, raadslid El Idrissi
Keizersgracht 123, 1015 CJ Amsterdam, Postbus 20011, 2500 EA Den Haag
Rue de la Loi 16, 1000 Brussel, Avenue des Arts 21, Place du Luxembourg 3, Boulevard de Waterloo 10
Café de la Paix, Bistro Le Petit, Hotel des Indes, Restaurant La Rive, Brasserie du Nord, Chez Georges
Januari 1.250,00 Februari 1.320,50 Maart 1.190,75 April 1.402,10 Mei 1.275,00 Juni 1.310,00
De scrum master bespreekt de backlog tijdens de sprint review met de product owner en stakeholders
Onboarding, offboarding, performance management, employee experience en recruitment in de cloud
Via single sign-on logt de user in op het dashboard en start de workflow voor approval
Ze is in de sale in de app op de site van de shop en in de store
Zie The Hague Convention on the Civil Aspects of International Child Abduction en de Uitvoeringswet
Raadpleeg de handreiking "How to write for the web: a guide for government" van het ministerie
Bij de 3FM Serious Request van The Voice of Holland zong Within Temptation Stand My Ground
Gemeente Súdwest-Fryslân, De Fryske Marren, Noardeast-Fryslân, Waadhoeke, Tytsjerksteradiel en Dantumadiel
Ut gemeentehoes in Mestreech is dich op vriedig, veur vraoge belt geer mer
Ge kunt uw aanvraag indienen bij het gemeentehuis, het schepencollege beslist binnen de 30 dagen
Het OCMW en de dienst Burgerzaken van de stad Gent zijn gesloten op brugdagen
Kwaliteit van bestaan, zelfregie, eigen kracht, maatwerk, nabijheid, vertrouwen, samenwerking, eenvoud
Stb. 2015, 425; Stb. 2018, 312; Stcrt. 2019, 1234; Trb. 1999, 13; PbEU L 119/1
a. aanvraag b. besluit c. bezwaar d. beroep e. hoger beroep f. cassatie g. herziening h. klacht
Do en vr van 9 tot 12 uur, ma, di en wo van 13 tot 17 uur
WEET U NIET OF U RECHT HEBT OP EEN TOESLAG? DOE DAN DE PROEFBEREKENING
Die man daar was als kind al in de war, men had hem in die tijd over de dam gezien
As is verbrande turf, en of dat nu net zo was of niet, dat wol werd warm
Universiteit Leiden, Rijksuniversiteit Groningen, TU Delft, Erasmus MC, Amsterdam UMC, Radboudumc
Bring mij de en het, zei de lector, en ik geef u een, twee, drie en vier
"""


@pytest.mark.parametrize("text", HARD_DUTCH.strip().splitlines())
def test_dutch_is_never_taken_for_another_language(text: str) -> None:
    assert recognise(text) in {None, DUTCH}
    assert foreign_languages([text, DUTCH_LETTER]) == [None, None]


def test_foreign_blocks_are_recognised() -> None:
    found = [recognise(text) for _, text in FOREIGN]
    foreign = sum(code not in {None, DUTCH} for code in found)
    named = sum(code == right for code, (right, _) in zip(found, FOREIGN, strict=True))
    assert len(FOREIGN) >= 200
    assert foreign / len(FOREIGN) > 0.97
    assert named / foreign > 0.98
    assert all(code in NAMES for code, _ in FOREIGN)
    assert DUTCH not in Counter(found)


def dutch_blocks(shared_data: Path) -> Iterator[str]:
    """The dev sets as blocks of one to three sentences, and a city's own sentences."""
    for name in ("nl_alpino-ud-dev", "nl_lassysmall-ud-dev"):
        lines = (shared_data / "ud" / f"{name}.conllu").read_text("utf-8").splitlines()
        texts = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        for size in (1, 2, 3):
            yield from (" ".join(texts[at : at + size]) for at in range(0, len(texts), size))
    pairs = (shared_data / "pairs" / "amsterdam_municipal.dev.tsv").read_text("utf-8")
    yield from re.split(r"[\t\n]", pairs)


def test_no_block_of_a_treebank_or_a_city_is_skipped(shared_data: Path) -> None:
    wrong = [text for text in dutch_blocks(shared_data) if recognise(text) not in {None, DUTCH}]
    assert wrong == []


def test_short_blocks_follow_the_blocks_around_them() -> None:
    heading = "How to apply"
    assert foreign_languages([heading]) == [None]
    assert foreign_languages([heading, ENGLISH]) == ["en", "en"]
    assert foreign_languages(["Contact", ENGLISH, "Contact"]) == ["en", "en", "en"]
    assert foreign_languages(["Contact", ENGLISH, "Vragen aan ons?"]) == [None, "en", None]
    assert foreign_languages(["Contact", ENGLISH, DUTCH_LETTER]) == [None, "en", None]
    assert foreign_languages([DUTCH_LETTER, ENGLISH, "a passport", ENGLISH]) == [None, "en", "en", "en"]
    assert foreign_languages([DUTCH_LETTER, ENGLISH, "Aanvragen", ENGLISH]) == [None, "en", None, "en"]
    assert foreign_languages([DUTCH_LETTER, "a passport", GERMAN]) == [None, None, "de"]


def test_a_list_of_short_items_is_judged_as_a_whole() -> None:
    items = ["a valid passport", "the name of your bank", "proof of payment", "what you earn", "your address"]
    assert foreign_languages(items) == ["en"] * 5
    assert foreign_languages(["Paspoort", "Identiteitskaart", "Rijbewijs"] * 4) == [None] * 12
    assert foreign_languages([]) == []


def test_a_foreign_block_is_skipped_and_said_once(lint: Callable[..., Report]) -> None:
    text = f"{DUTCH_LETTER}\n\n{ENGLISH}\n\nIn case of emergency: download the app, or call us.\n\n"
    report = lint(text + f"{DUTCH_LETTER} Teneinde te helpen.\n\n{ENGLISH}\n")
    assert [notice.message for notice in report.notices] == [
        "In het Engels: regel 3 tot en met 5 en regel 9. De taalregels zijn daar overgeslagen."
    ]
    assert report.notices[0].line == 3
    assert not report.errors
    assert {report.source.text[slice(*finding.span)] for finding in report.findings} == {"Teneinde"}


def test_two_languages_and_many_places_are_one_notice(lint: Callable[..., Report]) -> None:
    text = f"{DUTCH_LETTER}\n\n{ENGLISH}\n\n{DUTCH_LETTER}\n\n{GERMAN}"
    (notice,) = lint(text).notices
    assert notice.message.startswith(
        "Niet in het Nederlands: regel 3 (Engels) en regel 7 (Duits). De taalregels"
    )
    (notice,) = lint("\n\n".join([DUTCH_LETTER, ENGLISH] * 9)).notices
    assert "regel 3, regel 7, regel 11, regel 15 en nog 5 plaatsen." in notice.message


def test_a_foreign_document_is_never_called_clean(tmp_path: Path, lint: Callable[..., Report]) -> None:
    (tmp_path / "a.txt").write_text(f"{ENGLISH}\n\nContact\n", "utf-8")
    shown = run("check", "a.txt", cwd=tmp_path, code=0).stdout
    assert "Deze tekst is in het Engels. De taalregels zijn overgeslagen." in shown
    assert "leest duidelijk" not in shown
    page = lint(f"<html lang=nl><title>x</title><h1>Hi</h1><h3>There</h3><p>{ENGLISH}", format="html")
    assert [finding.rule for finding in page.findings] == ["paginataal-klopt-niet", "overgeslagen-kop"]
    assert len(page.notices) == 1
    assert '"notices": [\n        {"message": "Deze tekst' in "".join(render((page,), "json", {}))


def test_foreign_text_does_not_count_in_measures() -> None:
    dutch = "De zon schijnt nu. Het regent niet meer. Wij gaan dus naar buiten. Dat is fijn. U mag mee."
    document = readers.read(f"{dutch}\n\n{ENGLISH} {ENGLISH}\n".encode(), "a.txt")
    assert [block.text for block in language_blocks(document)] == [dutch]
    assert measure.words_per_sentence(document) == pytest.approx(19 / 5)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (f"<html lang=en><p>{ENGLISH}", "Deze tekst is in het Engels."),
        (f"<html lang=de-AT><p>{ENGLISH}", "Deze tekst is in het Duits."),
        (f"<html lang=tlh><p>{ENGLISH}", "Deze tekst is in een andere taal."),
        (
            f"<html lang=en><p>{DUTCH_LETTER}",
            "Dit bestand zegt dat het in het Engels is, maar de tekst lijkt",
        ),
        (f"<html lang=nl><p>{DUTCH_LETTER}<p lang=en>{ENGLISH}", "In het Engels: regel 1."),
        (f"<html lang=nl><p>{DUTCH_LETTER}<p lang=tlh>{ENGLISH}", "In een andere taal: regel 1."),
        (f"<html lang=en><p lang=nl>{DUTCH_LETTER}<p>{ENGLISH}", "In het Engels: regel 1."),
        (f"<html lang=nl><p>{ENGLISH}", "Deze tekst is in het Engels."),
        (f"<html lang=nl><p>{DUTCH_LETTER}<ul><li lang=en>English<li lang=fr>Français</ul>", None),
        (f"<html lang=nl><main><p>{DUTCH_LETTER}</main><footer><p>{ENGLISH}", None),
    ],
)
def test_what_the_page_says_of_its_language(
    lint: Callable[..., Report], page: str, message: str | None
) -> None:
    told = [notice.message for notice in lint(page, format="html").notices]
    assert [text.startswith(message or "") for text in told] == [True] * bool(message)


def test_nothing_is_said_where_no_language_rule_ran(lint: Callable[..., Report]) -> None:
    assert lint(f"<html lang=en><p>{ENGLISH}", "paginatitel-ontbreekt", format="html").notices == ()
    assert lint(ENGLISH, "lange-zin").notices


def test_a_text_in_another_script_needs_no_eight_words(lint: Callable[..., Report]) -> None:
    report = lint(f"{DUTCH_LETTER}\n\n您必须在五天之内向市政府申报新的住址。\n\nΕλλάδα en Кіпр\n")
    assert [notice.message.split(".")[0] for notice in report.notices] == ["In het Chinees: regel 3"]
