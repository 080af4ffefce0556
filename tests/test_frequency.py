"""The frequency table: values, forms of the same word, damage, and how common words are that it lacks."""

from __future__ import annotations

import contextlib
import multiprocessing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.errors import RuleError
from duidelijk.nlp import frequency
from duidelijk.nlp.familiarity import estimated_zipf
from duidelijk.nlp.frequency import FILE, HEADER, zipf
from duidelijk.resources import data_folder

VALUES = """
    de=7.73 het=7.49 gemeente=5.35 u=6.39 aanvraag=4.35 besluit=4.81 bezwaar=4.31 beslistermijn=1.43
    vergunning=4.15 bijstand=4.07 huurtoeslag=2.86 belastingdienst=4.03 inkomen=4.46 burgemeester=4.94
    wethouder=4.30 beschikking=4.30 beëindigen=4.13 coördinatie=3.55 geïnteresseerd=4.53 reünie=3.82
    financiële=4.84 privé=4.57 één=5.77 café=4.50 auto's=4.80 foto's=5.40 zo'n=5.59 betreffende=4.35
    conform=3.63 mitsdien=1.22 verschuldigd=3.99 dientengevolge=2.75 niettegenstaande=2.88
    kinderopvangtoeslag=2.77 uitkering=4.01 schuldhulpverlening=2.73 gezin=4.93 huis=5.73 kind=5.36 werk=5.78
    geld=5.61 brief=4.90 water=5.52 loopt=5.18 gelopen=4.39 stelt=4.98 vaststellen=3.81 vastgesteld=4.52
    ondertekenen=3.84 ondertekend=4.02 voldoen=4.20 formulier=3.81 handtekening=4.10 paspoort=4.28
    rijbewijs=4.27 e-mail=4.78 website=5.56 vrouw=5.73 lekker=5.35 fiets=4.77 koe=4.08
    verzekeringsmaatschappijen=3.27 aansprakelijkheidsverzekering=2.38
"""
"""What wordfreq 3.1.1 says, list ‘large’."""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the table that a test may spoil, read afresh."""
    copy = tmp_path / FILE
    copy.write_bytes((data_folder("lexicons") / FILE).read_bytes())
    monkeypatch.setattr(frequency, "data_folder", lambda _name: tmp_path)
    monkeypatch.setattr(frequency, "_table", frequency._table.__wrapped__)
    monkeypatch.setattr(frequency, "zipf", zipf.__wrapped__)
    return copy


@pytest.mark.parametrize("value", VALUES.split())
def test_the_table_agrees_with_its_source(value: str) -> None:
    word, _, wanted = value.partition("=")
    assert zipf(word) == pytest.approx(float(wanted), abs=0.05)


@pytest.mark.parametrize(
    "word", ["", "-", "'", "12", "2026", "xqzwv", "\x00", "\ud800", "👍", "привет", "a" * 9999]
)
def test_what_is_no_dutch_word_is_unknown(word: str) -> None:
    assert zipf(word) == 0.0


@pytest.mark.parametrize(
    ("form", "same"),
    [
        ("Gemeente", "gemeente"),
        ("GEMEENTE", "gemeente"),
        ("auto’s", "auto's"),
        ("gráág", "graag"),
        ("geïnteresseerd".replace("ï", "i\u0308"), "geïnteresseerd"),
        ("bijv.", "bijv"),
        ("huur-", "huur"),
        ("e‑mail", "e-mail"),
    ],
)
def test_forms_of_one_word(form: str, same: str) -> None:
    assert zipf(form) == zipf(same) > 0


def test_a_diaeresis_is_not_stress() -> None:
    assert zipf("geinteresseerd") < zipf("geïnteresseerd")


def test_the_first_and_the_last_word_of_the_table_are_found() -> None:
    assert min(map(zipf, ("a", "a'b", "œuvre", "œuvres"))) > 0
    assert max(map(zipf, ("'", "œuvresz", "œuvr"))) == 0


def test_hyphens_join_words_as_the_source_does() -> None:
    assert 0 < zipf("gemeente-ambtenaar") < min(zipf("gemeente"), zipf("ambtenaar"))
    assert zipf("gemeente-xqzwv") == 0.0


@given(st.text(max_size=40))
def test_any_text_has_a_value(text: str) -> None:
    assert 0.0 <= zipf(text) < 8.0


def test_the_table_is_small_and_not_empty() -> None:
    data = (data_folder("lexicons") / FILE).read_bytes()
    assert len(data) <= 2_000_000
    assert HEADER.unpack_from(data)[3] > 300_000


def test_another_process_reads_it_too() -> None:
    for method in {"spawn", *multiprocessing.get_all_start_methods()} - {"fork"}:
        with multiprocessing.get_context(method).Pool(1) as pool:
            assert pool.map(zipf, ["gemeente", "xqzwv"]) == [zipf("gemeente"), 0.0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _data: b"",
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"PK\x03\x04" + data[4:],
        lambda data: data[:7] + b"\x09" + data[8:],
        lambda data: data[: HEADER.size] + b"\xff" * 400 + data[HEADER.size + 400 :],
    ],
    ids=["empty", "header cut", "one byte short", "half", "other magic", "other version", "places"],
)
def test_a_damaged_table_is_named(table: Path, spoil: object) -> None:
    assert callable(spoil)
    table.write_bytes(spoil(table.read_bytes()))
    with pytest.raises(RuleError, match=r"beschadigd.*Installeer") as caught:
        frequency.zipf("gemeente")
    assert caught.value.file == str(table)


def test_a_missing_table_is_named(table: Path) -> None:
    table.unlink()
    with pytest.raises(RuleError, match="ontbreekt"):
        frequency.zipf("gemeente")


def test_spoiled_blocks_never_give_another_kind_of_error(table: Path) -> None:
    data = bytearray(table.read_bytes())
    for at in range(len(data) // 2, len(data), 5):
        data[at] = 0xFF
    table.write_bytes(bytes(data))
    for word in ("aanvraag", "gemeente", "water", "zwemmen"):
        with contextlib.suppress(RuleError):
            assert 0 <= frequency.zipf(word) < 8


@pytest.mark.parametrize(
    ("word", "lemma", "known_by", "form"),
    [
        ("vergunning", "vergunning", "word", "vergunning"),
        ("verhuisvergunningen", "verhuisvergunning", "head", "vergunningen"),
        ("inschrijfmodule", "", "head", "module"),
        ("stelt", "vaststellen", "lemma", "vaststellen"),
        ("stellen", "vaststellen", "lemma", "vaststellen"),
        ("vaststelt", "vaststellen", "word", "vaststelt"),
        ("timmert", "vasttimmeren", "verb", "timmeren"),
        ("vasttimmert", "vasttimmeren", "verb", "timmeren"),
        ("legt", "overleggen", "lemma", "overleggen"),
        ("xqzwv", "", "none", ""),
        ("xqzwven", "gemeente", "lemma", "gemeente"),
    ],
)
def test_words_that_the_table_lacks(word: str, lemma: str, known_by: str, form: str) -> None:
    estimate = estimated_zipf(word, lemma=lemma)
    assert (estimate.known_by, estimate.form) == (known_by, form)
    assert estimate.zipf == zipf(form)


def test_compounds_by_head_on_request() -> None:
    assert estimated_zipf("huurtoeslag").form == "huurtoeslag"
    assert estimated_zipf("huurtoeslag", compounds_by_head=True).form == "toeslag"
    assert estimated_zipf("gemeente", compounds_by_head=True).form == "gemeente"
