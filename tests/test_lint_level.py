"""The LiNT level: the published formula, our features, and the four published example texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.lint_fit import Measured, examples, fit, left_out, measured
from duidelijk.model import Document, Score, Token
from duidelijk.nlp import parsed
from duidelijk.readers import read
from duidelijk.scores.concreteness import is_concrete
from duidelijk.scores.counts import prose_blocks
from duidelijk.scores.lint import Features, level_of, lint_score, margin, numbers, points
from duidelijk.scores.lint_features import (
    SentenceFeatures,
    document_features,
    known_form,
    longest_dependency,
    sentence_features,
    together,
)
from duidelijk.scores.noun_heads import noun_head

EASY = (
    "De kat zit op de stoel. Het meisje eet een appel. De man loopt naar de winkel. Hij koopt brood en melk. "
)
HARD = (
    "De inwerkingtreding van de verordening, bedoeld in het eerste lid, geschiedt met inachtneming van de "
    "door het bestuursorgaan ten aanzien van de rechtmatigheid van de tenuitvoerlegging gestelde eisen. "
)


def document(text: str, name: str = "tekst.txt") -> Document:
    return read(text.encode(), name)


def score(text: str, name: str = "tekst.txt") -> Score | None:
    return lint_score(document(text, name))


def tokens_of(text: str) -> tuple[Token, ...]:
    found = document(text)
    return parsed(found, prose_blocks(found)[0])[0]


def features_of(text: str) -> SentenceFeatures:
    return sentence_features(tokens_of(text))


def token(text: str, tag: str, *, head: int = -1, dep: str = "", lemma: str = "") -> Token:
    return Token(text, 0, len(text), tag, lemma or text.lower(), head, dep)


@pytest.mark.parametrize(
    ("published", "expected"),
    [((4.494, 8.0, 5.188, 0.831), 39.39), ((4.221, 5.333, 4.265, 0.183), 47.79),
     ((3.613, 23.71, 12.4, 0.091), 100), ((9.0, 0.0, 0.0, 1.0), 0)],
)  # fmt: skip
def test_the_formula_is_the_published_one(published: Sequence[float], expected: float) -> None:
    assert points(Features(*published)) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (0, (1, 14)),
        (33.9, (1, 14)),
        (34, (2, 29)),
        (46, (3, 53)),
        (57.9, (3, 53)),
        (58, (4, 78)),
        (100, (4, 78)),
    ],
)
def test_the_borders_are_the_published_ones(value: float, level: tuple[int, int]) -> None:
    assert level_of(value) == level


def test_auxiliaries_adverbs_and_numbers_are_no_content_words() -> None:
    found = features_of("Wij hebben vandaag twee mooie brieven gelezen.")
    assert (found.content_words, found.finite_verbs) == (3, 1)


def test_the_longest_dependency_counts_words_between_without_marks() -> None:
    row = [
        token("Wij", "VNW|pers", head=4),
        token(",", "LET", head=0),
        token("zegt", "WW|pv", head=4),
        token("hij", "VNW|pers", head=2),
        token("gaan", "WW|pv"),
    ]
    assert longest_dependency(row) == 2
    assert longest_dependency(row[4:]) is None


def test_names_have_no_frequency() -> None:
    with_name, without = (
        features_of("De burgemeester van Utrecht lacht."),
        features_of("De burgemeester lacht."),
    )
    assert len(with_name.zipfs) == len(without.zipfs) == 2
    assert with_name.content_words == without.content_words + 1


@pytest.mark.parametrize(
    ("noun", "form"),
    [("hoofdstad", "stad"), ("zaadcel", "cel"), ("brief", "brief"), ("waardering", "waardering"),
     ("bakkerij", "bakkerij"), ("Levensloop", "loop")],
)  # fmt: skip
def test_the_head_of_a_compound(noun: str, form: str) -> None:
    assert noun_head(noun) == form


def test_a_compound_that_nobody_lists_is_unknown() -> None:
    noun = "N|soort|ev|basis|zijd|stan"
    assert known_form(token("basisregistratie", noun)) == "registratie"
    assert known_form(token("adressenregistratie", noun)) is None


@pytest.mark.parametrize(
    ("noun", "concrete"),
    [("huurder", True), ("stoel", True), ("januari", True), ("keukentafel", True), ("wet", False),
     ("rechtmatigheid", False), ("vergunning", False), ("bank", False), ("wxyzk", None)],
)  # fmt: skip
def test_nouns_are_concrete_or_not(noun: str, concrete: bool | None) -> None:
    assert is_concrete(noun) is concrete


def test_a_text_is_means_of_words_and_of_sentences() -> None:
    short = SentenceFeatures((6.0,), 0, 2, 1, 1, 1, 1)
    long = SentenceFeatures((4.0, 4.0, 4.0), 3, 8, 9, 3, 0, 4)
    bare = SentenceFeatures((), 0, None, 0, 0, 0, 0)
    found = together((short, long, bare))
    assert found.frequency == 4.5
    assert found.derived_share == 0.75
    assert (found.longest_dependency, found.words_per_verb) == (5, 2)
    assert found.concrete_share == 0.2


def test_officialese_is_harder_than_a_story() -> None:
    easy, hard = score(EASY * 5), score(HARD * 5)
    assert easy is not None
    assert hard is not None
    assert easy.inputs["level"] == 1
    assert hard.inputs["level"] == 4
    assert hard.label.startswith("niveau 4 van 4: 78 van de 100 volwassenen hebben hier moeite mee")
    assert "B1" not in easy.label + hard.label
    assert easy.reliable
    assert not score(EASY).reliable  # type: ignore[union-attr]


def test_near_a_border_the_label_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    found = score(EASY * 5)
    assert found is not None
    for border, value, near in ((34, 33.0, 2), (34, 35.0, 1), (46, 45.0, 3), (58, 59.0, 3)):
        monkeypatch.setattr("duidelijk.scores.lint.points", lambda _, value=value: value)
        close = score(EASY * 5)
        assert close is not None
        assert close.label.endswith(f"dicht bij niveau {near}"), border
    monkeypatch.setattr("duidelijk.scores.lint.points", lambda _: 10.0)
    assert "dicht bij" not in score(EASY * 5).label  # type: ignore[union-attr]


def test_the_margin_wears_off_with_length() -> None:
    assert margin(1) > margin(10) > margin(1000) > numbers()["margin_text"] * 0.99


@pytest.mark.parametrize(
    "text",
    [
        "Kom snel. Ga weg. Loop door.",
        "Mooi en goed. Vlug en duur. Warm en nat.",
        "Blorpsel wumpt. Knarf zwibt.",
    ],
)
def test_a_text_that_lacks_a_feature_still_has_a_level(text: str) -> None:
    found = score(text)
    assert found is not None
    assert 0 <= found.value <= 100
    assert not found.reliable


@pytest.mark.parametrize("text", ["", "…", "12 13 14. 15 16 17.", "Of en dan. Van de het."])
def test_a_text_without_content_words_has_no_level(text: str) -> None:
    assert score(text) is None


def test_text_in_another_language_has_no_level() -> None:
    assert (
        score("This is a letter from the council about your parking permit. Please send us the form. " * 9)
        is None
    )


def test_a_poem_has_a_level() -> None:
    poem = "De maan hangt stil boven de sloot\nen niemand weet waar de eenden slapen\nook ik niet\n\n" * 4
    found = score(poem)
    assert found is not None
    assert found.inputs["level"] in {1, 2, 3, 4}


def test_a_sentence_of_200_000_words_is_measured() -> None:
    words = [token("brief", "N|soort|ev", head=at + 1, dep="nmod") for at in range(200_000)]
    words[-1] = token("komt", "WW|pv|tgw", head=-1, dep="root")
    found = sentence_features(words)
    assert found.longest == 0
    assert found.content_words == 200_000


@pytest.fixture(scope="module")
def published() -> tuple[Measured, ...]:
    folder = Path(__file__).resolve().parents[2] / "shared" / "data" / "lint"
    if not folder.is_dir():
        pytest.skip("de voorbeeldteksten van LiNT-II zijn er niet")
    return tuple((example, measured(example)) for example in examples(folder))


def test_the_example_texts_come_out_in_their_level(shared_data: Path) -> None:
    for example in examples(shared_data / "lint"):
        found = score("\n\n".join(example.sentences))
        assert found is not None
        assert found.inputs["level"] == example.level
        assert found.value == pytest.approx(example.score, abs=3)


def test_an_example_text_that_was_left_out_comes_out_in_its_level(published: tuple[Measured, ...]) -> None:
    for found, (example, _) in zip(left_out(published), published, strict=True):
        assert level_of(found).number == example.level


def test_the_shipped_corrections_are_the_fitted_ones(published: tuple[Measured, ...]) -> None:
    for name, value in fit(published)._asdict().items():
        assert numbers()[name] == pytest.approx(value, abs=0.01)


def test_features_are_worked_out_once() -> None:
    found = document(EASY)
    assert document_features(found) == document_features(found, prose_blocks(found))
