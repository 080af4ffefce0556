"""Which texts say nothing, and which only look like it."""

from __future__ import annotations

import pytest

from duidelijk.checks.empty_phrases import Kind, fold, says_nothing


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("link", "Lees hier meer!", True),
        ("link", "Voor meer informatie klik hier", True),
        ("link", "pdf", None),
        ("link", "Over deze website", False),
        ("link", "Volgende pagina", False),
        ("link", "Lees deze pagina voor", False),
        ("link", "Artikel 5", False),
        ("titel", "Naamloos-1", True),
        ("titel", "{{ page.title }}", True),
        ("titel", "Formulier", None),
        ("titel", "Nieuwe site van de gemeente", False),
        ("kop", "Voeg hier een kop toe", True),
        ("kop", "Overige", None),
        ("kop", "Let op: nieuwe regels", False),
        ("label", "Vul hier uw gegevens in", True),
        ("label", "Kies een datum", False),
        ("melding", "De gegevens konden niet worden verwerkt", True),
        ("melding", "Uw aanvraag is verzonden", False),
        ("melding", "De gegevens zijn correct", False),
        ("melding", "Er zijn geen fouten gevonden", False),
        ("melding", "Dit veld is verplicht", None),
        ("alt", "Foto 3", True),
        ("alt", "Foto van de brug", False),
    ],
)
def test_what_a_text_says(kind: Kind, text: str, expected: bool | None) -> None:
    assert says_nothing(text, kind) is expected


def test_dutch_texts_do_not_count_on_an_english_page() -> None:
    assert says_nothing("Read more", "link", dutch=False)
    assert says_nothing("Read more", "link")
    assert says_nothing("lees verder", "link")
    assert says_nothing("lees verder", "link", dutch=False) is False


def test_a_long_text_is_not_looked_up() -> None:
    assert says_nothing("klik hier " * 50_000, "link") is False


def test_folding_keeps_words_and_numbers_apart() -> None:
    assert fold(" Pagina’s, 12-A… ") == "paginas # a"
