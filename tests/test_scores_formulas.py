"""The classic figures: what is counted, the formulas themselves, and texts that have little to count."""

from __future__ import annotations

import sys
from math import isclose

import pytest

from duidelijk.errors import ConfigError
from duidelijk.measure import sentence_lengths
from duidelijk.model import Document, Score
from duidelijk.overview import hard_words
from duidelijk.readers import read
from duidelijk.scores.comparison import compared, comparisons
from duidelijk.scores.counts import Counts, counted, prose_blocks, sentence_counts, total
from duidelijk.scores.formulas import (
    brouwer,
    classic_scores,
    count_scores,
    flesch_douma,
    is_reliable,
    lix,
)

LETTER = (
    "Geachte mevrouw,\n\nWij hebben uw aanvraag ontvangen. Uw aanvraag wordt deze week beoordeeld. "
    "U krijgt daarna een brief van ons.\n\nHebt u vragen? Bel ons dan.\n\nMet vriendelijke groet,\n"
)
NAMES = [
    "flesch-douma",
    "brouwer",
    "lix",
    "woorden-per-zin",
    "lange-zinnen",
    "lijdende-vormen",
    "moeilijke-woorden",
]


def document(text: str, name: str = "tekst.txt") -> Document:
    return read(text.encode(), name)


def scores(text: str) -> dict[str, Score]:
    found = document(text)
    return {score.name: score for score in classic_scores(found, hard_words(found))}


def test_a_sentence_is_counted_as_a_reader_counts() -> None:
    assert sentence_counts("De gemeente helpt u.") == Counts(
        words=4, sentences=1, plain=4, syllables=6, letters=16, long_words=1
    )


@pytest.mark.parametrize("number", ["€ 1.250,-", "2024", "artikel 3:41 Awb", "www.gemeente.nl", "12a"])
def test_numbers_count_for_the_sentence_but_not_for_the_words(number: str) -> None:
    plain, found = sentence_counts("U leest dat."), sentence_counts(f"U leest {number} dat.")
    assert found.words == plain.words + 1
    assert (found.plain, found.syllables, found.letters) == (plain.plain, plain.syllables, plain.letters)


def test_an_abbreviation_is_one_word_with_the_syllables_that_are_said() -> None:
    with_it, without = sentence_counts("Dit gaat m.b.t. geld."), sentence_counts("Dit gaat geld.")
    assert with_it.words - without.words == 1
    assert with_it.syllables - without.syllables == 5


def test_a_sentence_of_21_words_is_long() -> None:
    assert sentence_counts("en " * 20 + "u.").long_sentences == 1
    assert sentence_counts("en " * 19 + "u.").long_sentences == 0


def test_counts_add_up() -> None:
    assert total([]) == Counts()
    assert total([Counts(words=2, sentences=1), Counts(words=3, sentences=1)]) == Counts(words=5, sentences=2)


def test_scores_and_rules_count_the_same_sentences() -> None:
    text = LETTER + "\n- een kopie van uw pas\n- U stuurt ons een kopie.\n\n| 1 | 2 |\n"
    found = document(text, "tekst.md")
    counts = counted(found)
    assert counts.sentences == len(sentence_lengths(found))
    assert counts.words == sum(sentence_lengths(found))


def test_the_formulas_are_the_published_ones() -> None:
    counts = Counts(words=150, sentences=10, plain=100, syllables=160, letters=500, long_words=30)
    assert isclose(flesch_douma(counts), 206.835 - 0.93 * 15 - 77 * 1.6)
    assert isclose(brouwer(counts), 195 - 2 * 15 - 66.7 * 1.6)
    assert isclose(lix(counts), 15 + 20)


@pytest.mark.parametrize(
    ("syllables", "label"),
    [(206, "zeer moeilijk"), (190, "moeilijk"), (170, "tamelijk moeilijk"), (160, "normaal"),
     (150, "tamelijk makkelijk"), (135, "makkelijk"), (120, "zeer makkelijk")],
)  # fmt: skip
def test_flesch_douma_has_the_bands_of_onze_taal(syllables: int, label: str) -> None:
    (found, *_) = count_scores(Counts(words=1000, sentences=50, plain=100, syllables=syllables))
    assert found.label == label


def test_a_letter_has_all_figures() -> None:
    found = scores(LETTER)
    assert list(found) == NAMES
    assert found["woorden-per-zin"].label == "gemiddeld 4,8 woorden per zin"
    assert found["lange-zinnen"].label == "0 van de 5 zinnen langer dan 20 woorden"
    assert found["lijdende-vormen"].value == 20.0


def test_words_on_the_lists_and_rare_words_are_hard() -> None:
    easy = scores("Wij gaan dat doen. Dat is een mooi plan voor het dorp.")["moeilijke-woorden"]
    hard = scores("Wij gaan dat derhalve doen. Dat is een obscurantistisch plan voor het dorp.")[
        "moeilijke-woorden"
    ]
    assert easy.value == 0.0
    assert hard.inputs["woorden op onze lijsten"] == 1
    assert hard.inputs["zeldzame woorden"] == 1


def test_names_and_numbers_are_not_rare_words() -> None:
    found = scores("Meneer Xhaferlippens betaalt 1234567 euro aan de heer Quispelzwaag.")["moeilijke-woorden"]
    assert found.inputs["zeldzame woorden"] == 0


def test_a_short_text_is_not_reliable() -> None:
    assert not any(score.reliable for score in scores(LETTER).values())
    assert all(score.reliable for score in scores(LETTER * 5).values())
    assert not is_reliable(Counts(words=500, sentences=4))


@pytest.mark.parametrize("text", ["", "\n\n", "…", "--- --- ---"])
def test_a_text_without_words_has_no_figures(text: str) -> None:
    assert scores(text) == {}


def test_only_numbers() -> None:
    found = scores("12 13 14. 15 16 17.")
    assert "flesch-douma" not in found
    assert found["lix"].value == found["woorden-per-zin"].value
    assert not any(score.reliable for score in found.values())


def test_text_in_another_language_is_not_measured() -> None:
    english = (
        "This is a letter from the council about your parking permit. Please send us the form this week. " * 9
    )
    assert scores(english) == {}


def test_a_poem_is_measured_as_it_stands() -> None:
    poem = "De maan hangt stil boven de sloot\nen niemand weet waar de eenden slapen\nook ik niet\n" * 4
    found = scores(poem)
    assert found["woorden-per-zin"].inputs["woorden"] == 68


@pytest.mark.parametrize("end", [" ", ". "])
def test_a_text_of_200_000_words_is_counted(end: str) -> None:
    counts = counted(document(f"De gemeente helpt u met geld{end}" * 33_334 + "."))
    assert counts.words == 6 * 33_334
    assert len(count_scores(counts)) == 5


def test_textstat_stands_beside_our_figures() -> None:
    pytest.importorskip("textstat")
    found = document(
        "Uw idee over de radio is mooi. Zie art. 5 e.d. van de wet, d.w.z. van de Awb. U krijgt geld."
    )
    by_name = {one.name: one for one in comparisons(found)}
    assert list(by_name) == ["woorden", "zinnen", "lettergrepen", "flesch-douma", "lix"]
    assert by_name["zinnen"].ours == 3 < by_name["zinnen"].theirs
    assert "‘idee’ 1 in plaats van 2" in by_name["lettergrepen"].why
    assert "afkorting" in by_name["zinnen"].why


def test_the_comparison_comes_as_scores_beside_ours() -> None:
    pytest.importorskip("textstat")
    found = document(LETTER)
    ours = classic_scores(found, hard_words(found))
    by_name = {score.name: score for score in compared(found, ours)}
    assert by_name["textstat-lix"].inputs["duidelijk"] == next(one.value for one in ours if one.name == "lix")
    assert compared(document("…"), ()) == ()


def test_without_textstat_there_is_a_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    monkeypatch.setitem(sys.modules, "textstat.textstat", None)
    with pytest.raises(ConfigError, match="textstat is er niet") as caught:
        comparisons(document(LETTER))
    assert "pip install textstat" in str(caught.value.hint)


def test_sections_can_be_measured_apart() -> None:
    found = document(
        "# Een\n\nDit is kort.\n\n# Twee\n\nDeze zin is een stuk langer dan de andere.\n", "tekst.md"
    )
    first, second = prose_blocks(found)
    assert counted(found, [first]).words == 3
    assert counted(found, [first, second]) == counted(found)
