"""From a word with its tag to the form that a dictionary lists."""

from __future__ import annotations

import pytest

from duidelijk.nlp.lemmas import lemma, lemmas

PARTICIPLE = "WW|vd|vrij|zonder"
PRESENT = "WW|pv|tgw|met-t"
NOUN = "N|soort|mv|basis"


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("gewijzigde", "WW|vd|prenom|met-e", "wijzigen"),
        ("vastgesteld", PARTICIPLE, "vaststellen"),
        ("geïnd", PARTICIPLE, "innen"),
        ("beoordeeld", PARTICIPLE, "beoordelen"),
        ("ingediend", PARTICIPLE, "indienen"),
        ("verstrekt", PRESENT, "verstrekken"),
        ("stelt", PRESENT, "stellen"),
        ("leeft", PRESENT, "leven"),
        ("verhuisde", "WW|pv|verl|ev", "verhuizen"),
        ("is", "WW|pv|tgw|ev", "zijn"),
        ("besluiten", NOUN, "besluit"),
        ("besluiten", "WW|inf|vrij|zonder", "besluiten"),
        ("Aanvragen", NOUN, "aanvraag"),
        ("beslistermijnen", NOUN, "beslistermijn"),
        ("verzekeringsmaatschappijen", NOUN, "verzekeringsmaatschappij"),
        ("gemeenteraadsleden", NOUN, "gemeenteraadslid"),
        ("steden", NOUN, "stad"),
        ("kinderen", NOUN, "kind"),
        ("briefje", "N|soort|ev|dim|onz|stan", "brief"),
        ("hogere", "ADJ|prenom|comp|met-e|stan", "hoog"),
        ("schriftelijke", "ADJ|prenom|basis|met-e|stan", "schriftelijk"),
        ("Utrecht", "N|eigen|ev|basis|onz|stan", "Utrecht"),
        ("BSN", "N|soort|ev|basis|onz|stan", "BSN"),
        ("TOELICHTING", "N|soort|ev|basis|zijd|stan", "toelichting"),
        ("U", "VNW|pers|pron|nomin|vol|2b|getal", "u"),
        ("", "LET", ""),
    ],
)
def test_word(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


def tagged(sentence: str) -> tuple[list[str], list[str]]:
    """``woord/TAG woord/TAG`` to words and tags."""
    pairs = [piece.split("/") for piece in sentence.split()]
    return [word for word, _ in pairs], [tag for _, tag in pairs]


@pytest.mark.parametrize(
    ("sentence", "place", "expected"),
    [
        ("Wij/VNW stellen/WW|pv|tgw|mv het/LID bedrag/N|soort vast/VZ|fin ./LET", 1, "vaststellen"),
        ("Om/VZ|init dat/VNW vast/VZ|fin te/VZ|init stellen/WW|inf|vrij|zonder", 4, "vaststellen"),
        ("Hij/VNW woont/WW|pv|tgw|met-t er/VNW sinds/VZ|fin", 1, "wonen"),
        ("Wij/VNW sturen/WW|pv|tgw|mv de/LID brief/N", 1, "sturen"),
    ],
)  # fmt: skip
def test_a_loose_particle_without_a_parse(sentence: str, place: int, expected: str) -> None:
    assert lemmas(*tagged(sentence))[place] == expected


def test_a_loose_particle_with_a_parse() -> None:
    words, tags = tagged("De/LID raad/N stelt/WW|pv|tgw|met-t die/VNW regels/N vast/ADJ|vrij ./LET")
    deps = ["det", "nsubj", "root", "det", "obj", "compound:prt", "punct"]
    assert lemmas(words, tags, [1, 2, -1, 4, 2, 2, 2], deps)[2] == "vaststellen"


def test_the_capital_of_a_place_stays_inside_a_sentence() -> None:
    words, tags = tagged("De/LID Zwolse/ADJ|prenom|basis|met-e|stan brug/N")
    assert lemmas(words, tags)[1] == "Zwols"
