"""Compounds: words of letters and decisions that we cut by hand, and what must never be cut."""

from __future__ import annotations

import gzip
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.compounds import boundaries, gold_words, score, types
from duidelijk.errors import RuleError
from duidelijk.nlp import compounds
from duidelijk.nlp.compounds import Part, head, read, split
from duidelijk.resources import data_folder

COMPOUNDS = """
    beslis|termijn belasting|aanslag|formulier vergunning-s|aanvraag|procedure bijstand-s|uitkering
    huur|toeslag zorg|verzekering-s|wet gemeente|raad-s|verkiezing verblijf-s|vergunning inkomsten|belasting
    kinder|opvang|toeslag rechts|gevolg bezwaar|schrift uitvoering-s|besluit vergunning|houder|
    bouw|vergunning bouw|vergunningen omgeving-s|vergunning omgeving-s|vergunningen gemeente|bestuur
    gemeente|bestuurders belasting|aangifte belasting|aanslagen belasting|betaler bezwaar|termijn
    bezwaar|schriften beroep-s|termijn beroep|schrift hoor|zitting hoor|commissie parkeer|vergunning
    parkeer|vergunningen parkeer|terrein afval|stoffen hulp|verlener schuld|hulp|verlening schuld|sanering
    inkomen-s|toets inkomen-s|verklaring vermogen-s|grens toeslag|partner zorg|toeslag zorg|verzekering
    zorg|verzekeraars zorg|verlener jeugd|zorg jeugd|bescherming arbeid-s|overeenkomst arbeid-s|markt
    arbeid-s|ongeschiktheid-s|uitkering uitkering-s|instantie uitkering-s|bedrag ziekte|verlof
    ziekte|uitkering pensioen|aanvraag pensioen|uitkering ouderdom-s|pensioen persoon-s|gegevens
    privacy|verklaring klacht-en|procedure klacht-en|commissie klacht|formulier aanvraag|formulier
    aanmeld|formulier inschrijf|formulier toestemming-s|formulier overdracht-s|belasting erf|belasting
    schenk|belasting motor|rijtuigen|belasting toeristen|belasting hond-en|belasting
    onroerend|zaak|belasting| waterschap-s|verkiezingen provincie|raad gemeente|raad-s|lid
    gemeente|raad-s|leden gemeente|begroting begroting-s|jaar begroting-s|tekort subsidie|besluit
    subsidie|verordening subsidie|verlening subsidie|ontvanger bestemming-s|plan bestemming-s|plannen
    bouw|plan milieu|effect|rapportage geluid-s|overlast geluid-s|scherm geur|overlast bodem|vervuiling
    bodem|sanering grond|water|stand natuur|gebieden natuur|bescherming natuur|bescherming-s|wet
    verkeer-s|besluit verkeer-s|maatregelen verkeer-s|bord snelheid-s|controle snelheid-s|limiet
    rij|vaardigheid-s|bewijs identiteit-s|bewijs identiteit-s|bewijzen legitimatie|bewijs geboorte|akte
    huwelijk-s|akte overlijden-s|bericht verhuis|kosten|vergoeding reis|kosten|vergoedingen reis|documenten
    vreemdeling-en|recht asiel|aanvraag asiel|zoeker asiel|zoekers asiel|procedure inburgering-s|examen
    inburgering-s|traject taal|niveau studie|financiering studie|toelage leer|plicht leer|lingen|vervoer|
    school|bestuur onderwijs|inspectie dienst|verlening dienst|verleners klant|contact|centrum
    contact|gegevens contact|persoon telefoon|nummer rekening|nummer rekening|nummers betaling-s|regeling
    betaling-s|herinnering betaal|regeling incasso|bureau deurwaarders|kosten rente|kosten
    dwangsom|besluit| last|geving| straf|rechter straf|recht bestuur-s|recht bestuur-s|rechters
    bestuur-s|organen bewijs|materiaal getuigen|verklaring rechtbank|zitting proces|kosten griffier|kosten|
    vrijwilligers|werk vrijwilligers|organisatie mantel|zorg mantel|zorgers woningbouw|vereniging
    woning|aanpassing huur|verlaging huur|achterstand huur|commissie koop|woning hypotheek|rente
    hypotheek|rente|aftrek energie|toeslag energie|rekening energie|prijzen stroom|storing nood|opvang
    crisis|opvang opvang|locatie opvang|locaties wijk|verpleegkundige wijk|team wijk|teams buurt|bewoners
    bewoners|avond informatie|avond informatie|bijeenkomst vergader|zaal vergader|datum datum|stempel
    adres|gegevens post|bus|nummer voor|letters straat|verlichting groen|voorziening speel|plaatsen
    sport|accommodatie zwem|bad evenement-en|vergunning evenement-en|beleid drank|vergunning
    horeca|vergunning horeca|ondernemer markt|plaats standplaats|houder| winkel|centrum bedrijven|terrein
    bedrijf-s|afval bedrijf-s|vergunning
"""
"""A stroke before each part but the first, a hyphen before linking letters. A word that ends in a stroke is
left out: cut by hand in more than one way that is right."""

WHOLE = """
    aanvraag aanvragen aanvrager onderhoud besluit besluiten toestemming ondernemer ondernemers overheid
    overheden overeenkomst overeenkomsten uitkering uitkeringen aangifte aanslag aanslagen aanmaning
    afspraak afspraken antwoord beslissing beslissingen beschikking bezwaar bezwaren beroep bijlage bijlagen
    bijdrage bijdragen burger burgers gemeente gemeenten minister ministerie inwoner inwoners medewerker
    termijn termijnen toelichting toeslag uitspraak uitspraken uitvoering vergunning vergunningen
    verordening verzoek verzoeken voorwaarde voorwaarden voorziening voorzieningen wijziging wijzigingen
    organisatie informatie procedure verantwoordelijk verantwoordelijkheid mogelijkheid mogelijkheden
    noodzakelijk persoonlijk schriftelijk gemeentelijk maatschappelijk wettelijk redelijk onmiddellijk
    belangrijk duidelijk bijzonder ontvangen onderdeel onderwerp onderzoek onderzoeken onderwijs inkomen
    inkomens uitstel uitleg instelling instellingen beoordeling behandeling ontheffing ondersteuning
    verplichting verplichtingen verklaring verzekering belanghebbende belanghebbenden rechter rechters
    kosten gevolg gevolgen gegevens maatregel maatregelen
"""


def gold(marked: str) -> tuple[str, ...]:
    """The parts of a word in COMPOUNDS."""
    return tuple(part.partition("-")[0] for part in marked.split("|"))


MARKED = [word for word in COMPOUNDS.split() if not word.endswith("|")]


@pytest.mark.parametrize("marked", MARKED)
def test_compound(marked: str) -> None:
    word = marked.replace("|", "").replace("-", "")
    assert tuple(part.text for part in split(word)) == gold(marked)
    assert head(word) == gold(marked)[-1]


@pytest.mark.parametrize("word", WHOLE.split())
def test_no_compound(word: str) -> None:
    assert split(word) == (Part(word, 0, len(word)),)


def test_the_table_is_large_enough() -> None:
    assert len({*MARKED}) >= 150
    assert len({*WHOLE.split()}) >= 100


@pytest.mark.parametrize(
    ("word", "texts"),
    [
        ("Huurtoeslag", ("Huur", "toeslag")),
        ("HUURTOESLAG", ("HUUR", "TOESLAG")),
        ("gemeente-ambtenaar", ("gemeente", "ambtenaar")),
        ("WOZ-beschikking", ("WOZ", "beschikking")),
        ("e-mail", ("e-mail",)),
        ("verzekeringsmaatschappijen", ("verzekering", "maatschappijen")),
        ("", ("",)),
        ("2026", ("2026",)),
        ("-", ("-",)),
        ("a" * 10_000, ("a" * 10_000,)),
    ],
)
def test_other_spellings(word: str, texts: tuple[str, ...]) -> None:
    assert tuple(part.text for part in split(word)) == texts


@given(
    st.one_of(
        st.text(max_size=30), st.lists(st.sampled_from(("huur", "s", "-", "toeslag", "en", "İ"))).map("".join)
    )
)
def test_parts_lie_in_the_word_in_order(word: str) -> None:
    parts = split(word)
    assert all(word[part.start : part.end] == part.text for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert (parts[0].start, parts[-1].end) == (0, len(word))


@pytest.mark.parametrize(
    ("form", "lemma", "starts"),
    [
        ("verzekeringsmaatschappijen", "verzekering maatschappij", (12,)),
        ("gemeenteraadsleden", "gemeente raad lid", (8, 13)),
        ("personenauto", "persoon auto", (8,)),
        ("aanvraag", "aanvraag", ()),
        ("diepte-investeringen", "diepte investering", (7,)),
    ],
)
def test_the_gold_standard_is_brought_back_to_the_word(
    form: str, lemma: str, starts: tuple[int, ...]
) -> None:
    assert boundaries(form, lemma.split()) == starts


def test_boundaries_of_the_treebanks(shared_data: Path) -> None:
    words = gold_words(shared_data / "ud" / "nl_alpino-ud-dev.conllu")
    words += gold_words(shared_data / "ud" / "nl_lassysmall-ud-dev.conllu")
    assert score(types(words)).f1 >= 0.88


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"kind\tvalue\tkeys\n",
        gzip.compress(b""),
        gzip.compress(b"kind\tvalue\tkeys\n"),
        gzip.compress(b"kind\tvalue\tkeys\npart\tx y\thuis\n"),
        gzip.compress(b"\xff\xfe"),
        gzip.compress(b"kind\tvalue\tkeys\npart\t1 1\t-\n")[:-9],
    ],
    ids=["empty", "not compressed", "no header", "no parts", "no number", "no text", "cut"],
)
def test_a_damaged_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    (tmp_path / compounds.FILE).write_bytes(data)
    monkeypatch.setattr(compounds, "data_folder", lambda _name: tmp_path)
    with pytest.raises(RuleError, match=r"beschadigd.*Installeer") as caught:
        compounds._weights.__wrapped__()
    assert caught.value.file == str(tmp_path / compounds.FILE)


def test_a_small_table_can_be_read() -> None:
    table = "kind\tvalue\tkeys\npart\t5 -10\t- huis\nlink\t3\ts\nnamed\t4 8\tdrieledig\nnamed\t\theel\n"
    weights = read(gzip.compress(table.encode()))
    assert weights.first["huis"] == 5 / compounds.SCALE
    assert weights.named == {"drieledig": (4, 8), "heel": ()}


def test_the_table_is_small() -> None:
    assert (data_folder("lexicons") / compounds.FILE).stat().st_size < 500_000
