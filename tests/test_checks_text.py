"""What the examples in the rule files cannot show: levels, counts, options, and cost on hostile text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from duidelijk.checks import abbreviations, address_form, capitals, lists, paragraphs, sentences, terms
from duidelijk.checks.acronyms import expands, known_abbreviations, long_form
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
    ("count", "levels"), [(20, []), (21, ["suggestion"]), (35, ["suggestion"]), (36, ["warning"])]
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


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Vraag hulp vanuit de Wmo aan.", "vanuit de Wet maatschappelijke ondersteuning (Wmo) aan"),
        ("U krijgt een pgb van ons.", "een persoonsgebonden budget (pgb) van"),
        ("Bij DUO kunt u terecht.", "Bij DUO (Dienst Uitvoering Onderwijs) kunt"),
        ("Bel het RDW voor hulp.", "het RDW (Rijksdienst voor het Wegverkeer) voor"),
        ("Uw WOZ-waarde is hoog.", "Uw WOZ-waarde (WOZ: Wet waardering onroerende zaken) is"),
        ("Voor het werk in het Bbl en de bbl.", "het Besluit bouwwerken leefomgeving (Bbl) en"),
        ("Twee VOG’s kosten geld.", None),
        ("Dat mag (volgens de Awb) niet.", None),
        ("De XYZQ helpt u.", None),
    ],
)
def test_the_full_name_is_offered_where_it_fits(text: str, mended: str | None) -> None:
    hit = next(iter(abbreviations.unexplained(document(text))))
    edits = [edit for suggestion in hit.suggestions for edit in suggestion.edits]
    if mended is None:
        assert not edits
    else:
        ((span, new),) = edits
        result = text[: span.start] + new + text[span.end :]
        assert mended in result
        key = hit.values["gevonden"]
        assert key not in [other.values["gevonden"] for other in abbreviations.unexplained(document(result))]


def test_a_law_weighs_more_than_an_organisation_or_what_we_do_not_know() -> None:
    hits = abbreviations.unexplained(document("De Awb, de SVB, een MER en de XYZQ zijn nieuw."))
    assert {hit.values["gevonden"]: hit.level for hit in hits} == {
        "Awb": None,
        "SVB": "suggestion",
        "MER": "suggestion",
        "XYZQ": "suggestion",
    }


def test_technicians_know_the_abbreviations_of_their_trade() -> None:
    assert [hit.values["gevonden"] for hit in abbreviations.unexplained(document("De API is nieuw."))] == [
        "API"
    ]
    text = document("De API en de CSS zijn nieuw.", "De JSON en de Awb ook.")
    assert [hit.values["gevonden"] for hit in abbreviations.unexplained(text)] == ["Awb"]


def test_over_320_abbreviations_have_a_full_name_and_over_60_are_known_by_everybody() -> None:
    known, others = (
        [
            line.split("\t")
            for line in (data_folder("lexicons") / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
        ]
        for name in ("bekende-afkortingen", "overheidsafkortingen")
    )
    assert len(known) >= 60
    assert len(known) + len(others) >= 320
    assert all(cells[1] for cells in (*known, *others))
    assert not {cells[0].upper() for cells in known} & {cells[0].upper() for cells in others}
    assert len({cells[0] for cells in others}) == len(others)
    assert {(cells[2], cells[3]) for cells in others} <= {
        (article, kind)
        for article in ("de", "het")
        for kind in ("wet", "regeling", "begrip", "organisatie", "techniek")
    }
    assert all(
        form is not None and form.text == long for word, long, *_ in others if (form := long_form(word))
    )


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
        '<p><a href="x">Hier</a></p></html>'
    )
    language = ("lange-zin", "puntkomma", "hoofdletters", "vage-linktekst", "onverklaarde-afkorting")
    assert not lint(page, *language, format="html").findings
    assert lint(page.replace('"en"', '"nl"'), *language, format="html").findings


CHECKS: list[Callable[[Document], Iterator[Hit]]] = [
    sentences.long_sentences,
    sentences.semicolons,
    sentences.long_asides,
    abbreviations.unexplained,
    terms.unexplained_terms,
    paragraphs.long_paragraphs,
    paragraphs.missing_headings,
    lists.inline_lists,
    capitals.all_capitals,
    address_form.mixed_forms,
]
HOSTILE = [
    "( ",
    "((((",
    "(a ",
    "; ",
    "A, ",
    "– a b ",
    "AB ",
    "u je ",
    "a) b ",
    "1) ",
    "WOZ (",
    "een, twee ",
    "leges, de ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    found = document(piece * (200_000 // len(piece)))
    for check in CHECKS:  # work that grows with the square of this would not end
        assert all(hit.span.end <= 200_000 for hit in check(found))
