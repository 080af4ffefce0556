"""Words as a reader counts them, and the figures about sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk import measure
from duidelijk.model import Block, BlockKind, Document, OffsetMap, Segment, Source, Span

WORDS = [
    ("", 0),
    ("– , ; ! …", 0),
    ("😀", 0),
    ("Dit is een zin.", 4),
    ("€ 1.250,-", 1),
    ("U krijgt € 1.250,-. Dan bent u klaar.", 7),
    ("U betaalt €3,50.", 3),
    ("12 maart 2024", 3),
    ("artikel 3:41 Awb", 1),
    ("art. 4:1 jo. 4:2 Awb", 1),
    ("Volgens artikel 3:41, eerste lid, van de Awb moet u dat.", 5),
    ("Volgens artikel 3 van de Algemene wet bestuursrecht", 7),
    ("Artikel 3 De aanvraag", 3),
    ("Volgens artikel 3. U hebt gelijk.", 5),
    ("artikelen van wol", 3),
    ("een kwart 3 delen", 4),
    ("Kijk op www.dus-i.nl/btv.", 3),
    ("https://a.nl/x?y=1&z=2", 1),
    ("Mail info@gemeente.nl.", 2),
    ("de e-mail en de WOZ-waarde", 5),
    ("auto’s en foto's", 3),
    ("’s Avonds", 2),
    ("m.b.t. uw vraag", 3),
    ("25% van 3,5 miljoen", 4),
    ("1.250.000,50", 1),
    ("14.30 uur", 2),
    ("en/of", 1),
    ("24/7", 1),
    ("(her)indicatie", 1),
    ("woord,woord", 2),
    ("woord…woord", 2),
    ("eerste, tweede – derde", 3),
    ("‘Ja’, zei hij.", 3),
    ("Uw naam: ________", 2),
    ("_nadruk_ en snake_case", 3),
]


@pytest.mark.parametrize(("text", "number"), WORDS)
def test_words(text: str, number: int) -> None:
    assert measure.count_words(text) == number


def test_word_spans_leave_out_the_marks_around_a_word() -> None:
    text = "‘Kijk’ op (www.dus-i.nl/btv), of bel € 5,-!"
    assert [text[start:end] for start, end in measure.word_spans(text)] == [
        *("Kijk", "op", "www.dus-i.nl/btv", "of", "bel", "€ 5,-")
    ]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([text for text, _ in WORDS]), max_size=6).map(" ".join) | st.text(max_size=80)
)
def test_count_is_the_number_of_spans_and_spans_hold_all_letters_and_digits(text: str) -> None:
    spans = measure.word_spans(text)
    assert measure.count_words(text) == len(spans)
    at = 0
    for start, end in spans:
        assert not any(char.isalnum() for char in text[at:start])
        assert any(char.isalnum() for char in text[start:end])
        at = end
    assert not any(char.isalnum() for char in text[at:])


def _block(text: str, kind: BlockKind = "paragraph", *, lang: str | None = None, main: bool = True) -> Block:
    whole = OffsetMap((Segment(0, len(text), 0, len(text), literal=True),))
    return Block(kind, text, whole, Span(0, len(text)), lang=lang, main=main)


def _document(*blocks: Block) -> Document:
    return Document(Source("brief.txt", "", ""), "text", blocks)


def test_prose_leaves_out_headings_salutation_boilerplate_and_other_languages() -> None:
    document = _document(
        _block("Een kop.", "heading"),
        _block("Geachte heer.", "salutation"),
        _block("Een zin. Nog een."),
        _block("Een vraag?", "list_item"),
        _block("A sentence.", lang="en"),
        _block("Een zin uit België.", lang="nl-BE"),
        _block("Cookies.", "boilerplate", main=False),
        _block("In de zijbalk.", main=False),
        _block("Met vriendelijke groet.", "closing"),
        _block("Het citaat.", "quote"),
        _block("De cel.", "table_cell"),
    )
    assert [sentence.text for _, sentence in measure.prose_sentences(document)] == [
        *("Een zin.", "Nog een.", "Een vraag?", "Een zin uit België.", "Het citaat.", "De cel.")
    ]


def test_figures_need_five_sentences() -> None:
    four = _document(_block("Dit zijn vier woorden. " * 4))
    assert measure.words_per_sentence(four) is None
    assert measure.long_sentence_share(four) is None
    assert measure.words_per_sentence(_document(_block("Dit zijn vier woorden. " * 5))) == 4


def test_share_counts_sentences_over_the_limit() -> None:
    lengths = (21, 20, 4, 30, 5)
    document = _document(*(_block("woord " * (length - 1) + "slot.") for length in lengths))
    assert measure.sentence_lengths(document) == lengths
    assert measure.words_per_sentence(document) == 16
    assert measure.long_sentence_share(document) == 0.4
    assert measure.long_sentence_share(document, limit=19) == 0.6


def test_items_and_cells_that_are_no_sentence_do_not_count() -> None:
    document = _document(
        _block("een kopie van uw paspoort", "list_item"),
        _block("12,50", "table_cell"),
        _block("U stuurt een kopie mee.", "list_item"),
        _block("Dit telt ook zonder punt"),
        _block("…"),
    )
    assert measure.sentence_lengths(document) == (5, 5)
