"""One number for how hard a text is: what it is made of, and what it says of texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from duidelijk import readers
from duidelijk.model import Score
from duidelijk.overview import hard_words
from duidelijk.scores.difficulty import (
    contributions,
    difficulty,
    difficulty_score,
    label,
    sum_of,
    weights,
)
from duidelijk.scores.features import FEATURES, Features, features

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT.parent / "shared" / "data" / "pairs" / "amsterdam_edit_spans.dev.jsonl"

VALUES = some.tuples(*(some.floats(0, feature.most) for feature in FEATURES.values()))

VERSIONS = [
    ("De aanvraag dient schriftelijk door u te worden ingediend.", "U moet uw aanvraag op papier sturen."),
    (
        "Indien u niet tijdig betaalt, zijn wij genoodzaakt (extra) kosten in rekening te brengen.",
        "Betaalt u te laat? Dan moet u meer betalen.",
    ),
    (
        "De werkzaamheden, welke in het kader van de herinrichting worden verricht, starten circa 1 mei.",
        "Op 1 mei beginnen we met het werk aan de straat.",
    ),
    (
        "Door de gemeente is besloten tot het afsluiten van de brug gedurende de avonduren.",
        "De gemeente sluit de brug in de avond.",
    ),
    (
        "Ten behoeve van de beoordeling is het noodzakelijk dat nadere gegevens worden verstrekt.",
        "Wij hebben meer gegevens van u nodig. Dan kunnen wij uw vraag bekijken.",
    ),
]


def measure(text: str) -> Features | None:
    document = readers.read(text.encode(), "tekst.txt")
    return features(document, hard_words(document))


def score(text: str) -> Score | None:
    document = readers.read(text.encode(), "tekst.txt")
    return difficulty_score(document, hard_words(document))


def hardness(text: str) -> float:
    found = measure(text)
    assert found is not None
    return difficulty(found)


@pytest.mark.parametrize(("formal", "plain"), VERSIONS)
def test_the_formal_version_is_harder(formal: str, plain: str) -> None:
    assert hardness(formal) > hardness(plain)


def test_a_text_of_formal_sentences_is_harder() -> None:
    formal, plain = (" ".join(side) for side in zip(*VERSIONS, strict=True))
    assert hardness(formal) > 55
    assert hardness(plain) < 40


def test_the_length_of_a_text_plays_no_part() -> None:
    text = " ".join(plain for _, plain in VERSIONS)
    assert hardness("\n\n".join([text] * 20)) == pytest.approx(hardness(text))


@given(VALUES, some.integers(0, len(FEATURES) - 1), some.floats(0.01, 5))
def test_more_of_a_feature_never_makes_a_text_easier(values: tuple[float, ...], at: int, more: float) -> None:
    harder = tuple(value + more * (number == at) for number, value in enumerate(values))
    assert difficulty(Features(5, harder)) >= difficulty(Features(5, values))


def test_every_feature_counts() -> None:
    nothing = [0.0] * len(FEATURES)
    assert difficulty(Features(5, tuple(nothing))) == 0
    for at in range(len(FEATURES)):
        one = tuple(1.0 if number == at else 0.0 for number in range(len(FEATURES)))
        assert difficulty(Features(5, one)) > 0


@given(VALUES)
def test_what_features_add_is_the_score(values: tuple[float, ...]) -> None:
    found = Features(5, values)
    assert sum(part.points for part in contributions(found)) == pytest.approx(difficulty(found), abs=1e-6)
    assert all(part.points >= 0 for part in contributions(found))
    assert 0 <= difficulty(found) <= 100


def test_the_sum_and_the_score_lead_to_each_other() -> None:
    found = measure(VERSIONS[0][0])
    assert found is not None
    total = sum(weight.points * value for weight, value in zip(weights().values(), found.values, strict=True))
    assert sum_of(difficulty(found)) == pytest.approx(total)


def test_the_average_edited_text_has_forty_and_the_original_more() -> None:
    edited = tuple(weight.edited for weight in weights().values())
    original = tuple(weight.original for weight in weights().values())
    assert difficulty(Features(5, edited)) == pytest.approx(40, abs=0.05)
    assert difficulty(Features(5, original)) == pytest.approx(53, abs=1)


def test_what_is_measured_of_a_sentence() -> None:
    found = measure("De aanvraag (zie p. 4) wordt door ons in behandeling genomen.")
    assert found is not None
    values = dict(zip(FEATURES, found.values, strict=True))
    assert values["passives"] == 1
    assert values["participles"] == 1
    assert values["helpers"] == 1
    assert values["bracket"] == 4  # door ons in behandeling
    assert values["marks"] == 2
    assert values["short_forms"] == 1
    assert values["no_we"] == 0  # ons
    assert values["no_you"] == 1
    assert values["nominal"] > 0


def test_a_sentence_in_capitals_is_no_row_of_abbreviations() -> None:
    found = measure("LET OP: DE AANVRAAG IS TE LAAT. Uw BSN is bekend.")
    assert found is not None
    assert dict(zip(FEATURES, found.values, strict=True))["short_forms"] == 0.5


@pytest.mark.parametrize("text", ["", "\n\n", "12 34 56", "# * - ;"])
def test_a_text_without_sentences_has_no_score(text: str) -> None:
    found = score(text)
    assert found is None or not found.reliable


def test_a_short_text_has_a_score_that_is_not_reliable() -> None:
    found = score("U krijgt geld van ons. Dat is snel.")
    assert found is not None
    assert not found.reliable
    assert found.label == "makkelijk"
    assert sum(found.inputs.values()) == pytest.approx(found.value, abs=0.2)


def test_a_long_text_has_a_reliable_score() -> None:
    found = score("\n\n".join(formal for formal, _ in VERSIONS * 3))
    assert found is not None
    assert found.reliable
    assert found.label in ("moeilijk", "zeer moeilijk")


def test_labels_go_up_with_the_score() -> None:
    assert [label(value) for value in (0, 40, 50, 60, 99)] == [
        "makkelijk", "tamelijk makkelijk", "tamelijk moeilijk", "moeilijk", "zeer moeilijk",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["vergunning", "indien", "(a)", "wordt betaald,"])
def test_a_sentence_of_very_many_words_gets_an_answer(word: str) -> None:
    found = score(" ".join([word] * (3_000 // len(word.split()))) + ".")
    assert found is not None
    assert 0 < found.value <= 100


def test_one_endless_sentence_does_not_decide_about_a_text() -> None:
    plain = " ".join(plain for _, plain in VERSIONS * 10)
    endless = " ".join(["vergunning"] * 1000) + "."
    assert hardness(f"{plain}\n\n{endless}") < hardness(plain) + 10


@pytest.mark.skipif(not PAIRS.is_file(), reason="the pairs are not here")
def test_the_table_is_what_training_makes_and_tells_versions_apart() -> None:
    from make_difficulty import OUT, cross_validated, differences, read_pairs, table

    found = differences(read_pairs(PAIRS))
    rows, shipped = (
        [line.split("\t") for line in text.splitlines()] for text in (table(found), OUT.read_text("utf-8"))
    )
    assert [row[:2] for row in rows] == [row[:2] for row in shipped]
    for row, other in zip(rows[1:], shipped[1:], strict=True):
        assert list(map(float, row[2:])) == pytest.approx(list(map(float, other[2:])), rel=0.02, abs=0.01)
    result = cross_validated(found)
    assert result.pairs >= 0.8
    assert result.documents == 1
