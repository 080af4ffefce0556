"""Where it hurts: the sentences and words that cost most, and what the score becomes without them."""

from __future__ import annotations

import pytest

from duidelijk import readers
from duidelijk.model import Cost, Costs, Document
from duidelijk.overview import hard_words
from duidelijk.scores.costs import MOST, costs
from duidelijk.scores.difficulty import difficulty
from duidelijk.scores.features import features

WORST = (
    "Indien u de verschuldigde leges niet tijdig voldoet, zal de aanvraag (ingevolge de verordening) door "
    "het college buiten behandeling worden gesteld, waarna u desgewenst een nieuwe aanvraag kunt indienen."
)
PLAIN = [
    "Wij hebben uw brief gekregen.",
    "U krijgt geld van ons.",
    "Wij bellen u morgen.",
    "U hoeft niets te doen.",
]


def read(text: str) -> Document:
    return readers.read(text.encode(), "tekst.txt")


def found(text: str) -> Costs:
    document = read(text)
    result = costs(document, hard_words(document))
    assert result is not None
    return result


def of_kind(result: Costs, what: str) -> list[Cost]:
    return [item for item in result.items if item.what == what]


def test_the_worst_sentence_comes_first_and_says_why() -> None:
    text = " ".join([*PLAIN[:2], WORST, *PLAIN[2:]])
    first = found(text).items[0]
    assert first.what == "sentence"
    assert first.text == WORST
    assert text[slice(*first.span)] == WORST
    assert first.reason.startswith("29 woorden, ")
    assert "moeilijke woorden" in first.reason
    assert first.points > 5


def test_mending_a_sentence_is_worth_what_a_plain_text_has_less() -> None:
    result = found(" ".join([*PLAIN, WORST]))
    document = read(" ".join(PLAIN))
    plain = features(document, hard_words(document))
    assert plain is not None
    assert difficulty(plain) < result.mended + 10
    assert result.mended < result.now - 5


def test_a_word_that_comes_back_is_one_cost() -> None:
    text = "Indien het regent, blijven wij thuis. Wij gaan uit indien u dat wilt. Wij bellen u op tijd."
    words = of_kind(found(text), "word")
    assert [item.text for item in words] == ["Indien"]
    assert words[0].reason == "moeilijk of formeel woord, 2 keer"
    assert text[slice(*words[0].span)] == "Indien"


def test_without_a_word_the_text_is_as_hard_as_the_cost_says() -> None:
    old, new = "Indien u komt, bellen wij u. Wij zijn er dan.", "Als u komt, bellen wij u. Wij zijn er dan."
    (word,) = of_kind(found(old), "word")
    assert found(new).now == pytest.approx(found(old).now - word.points, abs=0.11)


def test_plain_text_has_nothing_to_mend() -> None:
    result = found(" ".join(PLAIN))
    assert result.items == ()
    assert result.mended == result.now


def test_no_more_than_five_of_each_and_the_dearest_first() -> None:
    sentence = "De {} dient {} door de gemeente te worden verstrekt aan de betrokken bewoners van de wijk."
    hard = ["derhalve", "onverwijld", "conform", "tevens", "teneinde", "alsmede", "echter", "reeds"]
    result = found(" ".join(sentence.format(word, word) for word in hard))
    assert len(of_kind(result, "sentence")) == MOST
    assert len(of_kind(result, "word")) == MOST
    points = [item.points for item in result.items]
    assert points == sorted(points, reverse=True)
    assert all(value > 0 for value in points)


def test_all_together_is_worth_more_than_any_and_never_makes_it_harder() -> None:
    result = found(" ".join([WORST, *PLAIN, WORST.replace("Indien", "Wanneer")]))
    assert result.mended <= result.now - max(item.points for item in result.items)
    assert result.mended >= 0


def test_a_sentence_in_markup_is_found_in_the_source() -> None:
    marked = WORST.replace("college", "<b>college</b>")
    page = f"<html><body><main><p>U krijgt geld.</p><p>{marked}</p></main></body></html>"
    document = readers.read(page.encode(), "pagina.html")
    result = costs(document, hard_words(document))
    assert result is not None
    assert page[slice(*result.items[0].span)].startswith("Indien u")
    assert "<b>college</b>" in page[slice(*result.items[0].span)]


@pytest.mark.parametrize("text", ["", "(( )) -- !"])
def test_no_sentences_no_costs(text: str) -> None:
    document = read(text)
    assert costs(document, hard_words(document)) is None


def test_a_long_text_has_small_costs_that_still_count() -> None:
    result = found(" ".join(PLAIN * 100 + [WORST]))
    first = result.items[0]
    assert first.text == WORST
    assert 0 < first.points < 2
