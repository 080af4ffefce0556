"""What the examples in the rule files cannot show: levels, counts, options, and cost on hostile text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from duidelijk.checks import abbreviations, address_form, capitals, lists, paragraphs, sentences
from duidelijk.checks.acronyms import expands, known_abbreviations
from duidelijk.model import Block, Document, Hit, OffsetMap, Report, Segment, Source, Span
from duidelijk.resources import data_folder

Lint = Callable[..., Report]


def document(*texts: str) -> Document:
    blocks = tuple(
        Block("paragraph", text, OffsetMap((Segment(0, len(text), 0, len(text), literal=True),)), Span(0, 0))
        for text in texts
    )
    return Document(Source("x.txt", "\n\n".join(texts), ""), "text", blocks)


def words(count: int) -> str:
    return "Wij " + "lopen " * (count - 2) + "door."


@pytest.mark.parametrize(
    ("count", "levels"), [(20, []), (21, ["suggestion"]), (30, ["suggestion"]), (31, ["warning"])]
)
def test_a_long_sentence_weighs_more_when_it_is_longer(lint: Lint, count: int, levels: list[str]) -> None:
    findings = lint(words(count), "lange-zin").findings
    assert [finding.level for finding in findings] == levels
    assert all(f" {count} woorden" in finding.message for finding in findings)


def test_limits_are_options() -> None:
    text = words(12)
    hits = list(sentences.long_sentences(document(text), suggestion=5, warning=10))
    assert [(hit.span, hit.level) for hit in hits] == [(Span(0, len(text)), "warning")]
    aside = document("Kom langs (op dinsdag of donderdag) in het stadhuis.")
    assert [hit.values["woorden"] for hit in sentences.long_asides(aside, words=3)] == [4]
    assert not list(sentences.long_asides(aside))


def test_every_semicolon_of_a_sentence_is_found_but_not_that_of_a_code() -> None:
    text = "Wij komen; u hoeft niets te doen; kijk op &nbsp; voor meer."
    hits = [hit.span.start for hit in sentences.semicolons(document(text))]
    assert hits == [9, 32]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U belt. Je komt langs.", ["Je"]),
        ("Je komt langs. U belt.", ["U"]),
        ("U belt. Uw buur belt. U komt. Je komt, en jouw buur.", ["Je"]),
        ("Je belt. Jij komt. Je bent er. Ook jij. Wij helpen u en uw kind. Wij bellen u.", ["u", "u"]),
    ],
)
def test_the_minority_is_reported_once_a_sentence_and_on_a_tie_the_later(text: str, found: list[str]) -> None:
    hits = address_form.mixed_forms(document(text))
    assert [text[slice(*hit.span)] for hit in hits] == found


def test_a_letter_to_a_child_with_only_je_is_fine(lint: Lint) -> None:
    text = "Beste Kim,\n\nJe mag meedoen. Neem je tas mee. Tot dan.\n\nGroet,\n\nDe gemeente\n"
    assert not lint(text, "gemengde-aanspreekvorm", "geen-aanspreking").findings


@pytest.mark.parametrize(
    ("abbr", "phrase", "fits"),
    [
        ("UWV", "Uitvoeringsinstituut Werknemersverzekeringen", True),
        ("Wmo", "Wet maatschappelijke ondersteuning", True),
        ("BSN", "burgerservicenummer", True),
        ("Awb", "de Algemene wet bestuursrecht", True),
        ("VNG", "een brief van de gemeente", False),
        ("WOZ", "zie artikel 3", False),
    ],
)
def test_a_full_name_gives_the_letters_of_its_abbreviation(abbr: str, phrase: str, *, fits: bool) -> None:
    assert expands(abbr, phrase) is fits


def test_an_entry_in_a_list_of_terms_explains_an_abbreviation_anywhere(lint: Lint) -> None:
    text = "De WOZ bepaalt de waarde.\n\nWOZ: waardering onroerende zaken\n"
    assert not lint(text, "onverklaarde-afkorting").findings
    assert lint(text.replace("WOZ:", "Let op:"), "onverklaarde-afkorting").findings


def test_one_abbreviation_in_two_spellings_is_one_finding(lint: Lint) -> None:
    findings = lint("De AMvB geldt. De AMVB is nieuw.", "onverklaarde-afkorting").findings
    assert [finding.span for finding in findings] == [Span(3, 7)]


def test_an_organisation_may_name_what_its_readers_know() -> None:
    text = document("De VNG en de WOZ.")
    assert [hit.values["gevonden"] for hit in abbreviations.unexplained(text)] == ["VNG", "WOZ"]
    assert [hit.values["gevonden"] for hit in abbreviations.unexplained(text, known=["vng"])] == ["WOZ"]


def test_the_known_abbreviations_are_sorted_and_unique() -> None:
    lines = (data_folder("lexicons") / "bekende-afkortingen.tsv").read_text("utf-8").splitlines()[1:]
    assert lines == sorted(lines, key=str.lower)
    assert len(lines) == len(known_abbreviations())


def test_a_long_text_needs_headings_once_for_every_stretch(lint: Lint) -> None:
    paragraph = "Dit is een alinea van precies elf woorden voor deze test. " * 11
    stretch = "\n\n".join([paragraph] * 3)
    text = f"# Een\n\n{stretch}\n\n## Twee\n\n{stretch}\n\n**Drie**\n\n{paragraph}\n"
    findings = lint(text, "geen-tussenkoppen", format="markdown").findings
    assert [text.count("\n", 0, finding.span.start) for finding in findings] == [2, 10]
    assert all(" 363 woorden " in finding.message for finding in findings)


def test_quotations_are_left_to_their_authors(lint: Lint) -> None:
    text = f"> {words(40)}\n>\n> U belt; wij komen.\n"
    assert not lint(text, "lange-zin", "puntkomma", format="markdown").findings


def test_text_in_another_language_is_left_alone(lint: Lint) -> None:
    page = (
        f'<html lang="en"><title>T</title><p>{words(40)}</p><p>LOOK AT THIS; NOW.</p>'
        '<p><a href="x">Here</a></p></html>'
    )
    language = ("lange-zin", "puntkomma", "hoofdletters", "vage-linktekst", "onverklaarde-afkorting")
    assert not lint(page, *language, format="html").findings
    assert lint(page.replace('"en"', '"nl"'), *language, format="html").findings


CHECKS: list[Callable[[Document], Iterator[Hit]]] = [
    sentences.long_sentences,
    sentences.semicolons,
    sentences.long_asides,
    abbreviations.unexplained,
    paragraphs.long_paragraphs,
    paragraphs.missing_headings,
    lists.inline_lists,
    capitals.all_capitals,
    address_form.mixed_forms,
]
HOSTILE = ["( ", "((((", "(a ", "; ", "A, ", "– a b ", "AB ", "u je ", "a) b ", "1) ", "WOZ (", "een, twee "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    found = document(piece * (200_000 // len(piece)))
    for check in CHECKS:  # work that grows with the square of this would not end
        assert all(hit.span.end <= 200_000 for hit in check(found))
