"""Splitting sentences into words and marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.nlp.words import split


def _words(text: str) -> str:
    return " ".join(text[start:end] for start, end in split(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U krijgt bericht.", "U krijgt bericht ."),
        ("Wij bellen u op 3 mei jl. over art. 5, lid 2.", "Wij bellen u op 3 mei jl. over art. 5 , lid 2 ."),
        ("Dat staat in de N.V. Kijk s.v.p.", "Dat staat in de N.V. Kijk s.v.p."),
        ("Mevrouw A. de Vries (de buurvrouw) belt.", "Mevrouw A. de Vries ( de buurvrouw ) belt ."),
        ("’s Avonds kost het € 1.250,-.", "’s Avonds kost het € 1.250,- ."),
        ("'t Is zo'n \"ding\"...", "'t Is zo'n \" ding \" ..."),
        ("Hij zei: ‘Nee.’", "Hij zei : ‘ Nee . ’"),
        ("Zie www.gemeente.nl/loket.", "Zie www.gemeente.nl/loket ."),
        ("Mail info@gemeente.nl!", "Mail info@gemeente.nl !"),
        ("De zuurstoftent(je) en de auto’s", "De zuurstoftent(je) en de auto’s"),
        ("in- en uitgaan t/m 50%", "in- en uitgaan t/m 50%"),
        ("eind zin.Volgende zin", "eind zin . Volgende zin"),
        ("Klaar? Ja!!", "Klaar ? Ja !!"),
        ("Dit is onderdeel b.", "Dit is onderdeel b ."),
        ("😀 Leuk", "😀 Leuk"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert _words(text) == expected


@given(st.text(alphabet=st.sampled_from(list("aBé1.,'’\"()-…@/ \n😀\u00ad[]!?€"))))
@settings(max_examples=300, deadline=None)
def test_every_character_is_in_one_word(text: str) -> None:
    spans = split(text)
    assert "".join(text[start:end] for start, end in spans) == re.sub(r"\s", "", text)
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert not any(re.search(r"\s", text[start:end]) for start, end in spans)


def test_a_stretch_that_is_no_word_stays_whole() -> None:
    assert split("a " + "x(" * 300 + " b") == [(0, 1), (2, 602), (603, 604)]
