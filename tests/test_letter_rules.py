"""What the rules for letters do that the examples in their files cannot show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from duidelijk.checks.letter_days import in_words, last_day
from duidelijk.engine import lint_bytes
from duidelijk.model import Finding, Report
from duidelijk.settings import Settings, choice_of, preset_data

Lint = Callable[..., Report]

RULES = (
    "geen-onderwerp",
    "vaag-onderwerp",
    "kern-achteraan",
    "actie-zonder-termijn",
    "relatieve-termijn",
    "geen-contact",
    "contact-zonder-waarvoor",
    "onduidelijk-bezwaar",
    "wet-voorop",
    "bijlage-niet-genoemd",
)


def a_letter(*paragraphs: str, head: str = "Datum: 3 november 2026\nOnderwerp: uw terras aan de Kade") -> str:
    """A letter with these paragraphs, and the things that no rule here is about."""
    return "\n\n".join(
        (head, "Geachte heer Jansen,", *paragraphs, "Met vriendelijke groet,", "Gemeente Voorbeeld\n")
    )


def offered(lint: Lint, text: str) -> list[str]:
    """The dates that the rule about terms offers."""
    findings = lint(text, "relatieve-termijn").findings
    return [edit.text for found in findings for one in found.suggestions for edit in one.edits]


def the_only(found: Report) -> Finding:
    assert len(found.findings) == 1, found.findings
    return found.findings[0]


@pytest.mark.parametrize(
    ("sent", "duration", "expected"),
    [
        (date(2026, 11, 3), "P6W", date(2026, 12, 15)),
        (date(2026, 11, 3), "P14D", date(2026, 11, 17)),
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2026, 11, 30), "P3M", date(2027, 2, 28)),
        (date(2026, 12, 31), "P6M", date(2027, 6, 30)),
        (date(2028, 2, 15), "P2W", date(2028, 2, 29)),
    ],
)
def test_the_last_day_is_counted_from_the_day_after_the_date(
    sent: date, duration: str, expected: date
) -> None:
    assert last_day(sent, duration) == expected


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (date(2026, 3, 7), date(2026, 4, 20)),  # a Saturday
        (date(2026, 3, 16), date(2026, 4, 28)),  # Koningsdag
        (date(2026, 2, 20), date(2026, 4, 7)),  # Goede Vrijdag, a weekend and tweede Paasdag
        (date(2026, 11, 13), date(2026, 12, 28)),  # Kerst and a weekend
        (date(2026, 4, 2), date(2026, 5, 15)),  # Hemelvaartsdag
        (date(2026, 4, 13), date(2026, 5, 26)),  # tweede Pinksterdag
    ],
)
def test_a_legal_term_ends_on_a_working_day(sent: date, expected: date) -> None:
    assert last_day(sent, "P6W", legal=True) == expected


@pytest.mark.parametrize("duration", ["PT24H", "6W", "P", "", "P6X"])
def test_a_length_that_is_not_in_days_has_no_last_day(duration: str) -> None:
    assert last_day(date(2026, 11, 3), duration) is None


def test_a_term_past_the_last_year_has_no_last_day() -> None:
    assert last_day(date(9999, 12, 1), "P6W") is None
    assert last_day(date(9999, 12, 1), "P1Y") is None


def test_a_day_is_written_as_in_a_letter() -> None:
    assert in_words(date(2027, 3, 1)) == "1 maart 2027"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Betaal binnen 2 weken.", ["uiterlijk 17 november 2026"]),
        ("Binnen twee weken na dagtekening betaalt u de rekening.", ["Uiterlijk 17 november 2026"]),
        ("Over 10 dagen komt u bij ons.", ["Op 13 november 2026"]),
        ("U betaalt binnen 3 maanden.", ["uiterlijk 3 februari 2027"]),
        ("Betaal binnen 2 weken na ontvangst van deze brief.", []),
        ("Betaal binnen 10 werkdagen.", []),
    ],
)
def test_a_term_from_the_date_of_the_letter_gets_a_date(
    lint: Lint, sentence: str, expected: list[str]
) -> None:
    text = a_letter(sentence)
    assert the_only(lint(text, "relatieve-termijn")).level == (
        "warning" if "dagtek" not in sentence else "suggestion"
    )
    assert offered(lint, text) == expected


def test_without_a_date_on_the_letter_no_date_is_offered(lint: Lint) -> None:
    text = a_letter("Betaal binnen 2 weken.", head="Onderwerp: uw rekening")
    assert the_only(lint(text, "relatieve-termijn")).suggestions == ()


def test_the_date_is_for_a_writer_to_judge(lint: Lint) -> None:
    found = the_only(lint(a_letter("Betaal binnen 2 weken."), "relatieve-termijn"))
    assert [one.applicability for one in found.suggestions] == ["manual"]
    assert "3 november 2026" in found.suggestions[0].title


HOW = "hoe dat kan, bijvoorbeeld met een brief of online"
OBJECTION = (
    "Wij hebben besloten dat u een vergunning krijgt.",
    "Binnen zes weken na de datum van deze brief kunt u een bezwaarschrift sturen aan het college.",
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("3 november 2026", "Uiterlijk 15 december 2026"), ("7 maart 2026", "Uiterlijk 20 april 2026")],
)
def test_the_legal_term_is_a_suggestion_with_its_last_working_day(
    lint: Lint, day: str, expected: str
) -> None:
    text = a_letter(*OBJECTION, head=f"Datum: {day}\nOnderwerp: besluit over uw terras")
    assert the_only(lint(text, "relatieve-termijn")).level == "suggestion"
    assert offered(lint, text) == [expected]


def test_one_finding_a_section_for_actions(lint: Lint) -> None:
    text = a_letter(
        "Wat hebben wij nodig?",
        "Stuur ons een kopie van uw huurcontract. Stuur ook een bankafschrift.",
        "Stuur ons uw jaaropgave.",
        "Wat moet u verder doen?",
        "U moet de heg voor uw huis snoeien. Verwijder ook het afval.",
    )
    assert [found.excerpt for found in lint(text, "actie-zonder-termijn").findings] == [
        "Stuur ons een kopie van uw huurcontract.",
        "U moet de heg voor uw huis snoeien.",
    ]


@pytest.mark.parametrize(
    ("clause", "message"),
    [
        (
            "Tegen dit besluit kunt u bezwaar maken bij het college.",
            f"Zeg bij het bezwaar ook binnen welke termijn dat moet en {HOW}.",
        ),
        (
            "Tegen dit besluit kunt u binnen zes weken bezwaar maken met een brief.",
            "Zeg bij het bezwaar ook waar de lezer het heen stuurt.",
        ),
        (
            "Tegen dit besluit kunt u beroep instellen bij de rechtbank met een beroepschrift.",
            "Zeg bij het beroep ook binnen welke termijn dat moet en hoeveel griffierecht de lezer betaalt.",
        ),
    ],
)
def test_the_message_says_what_the_clause_leaves_out(lint: Lint, clause: str, message: str) -> None:
    found = the_only(lint(a_letter(OBJECTION[0], clause), "onduidelijk-bezwaar"))
    assert (found.excerpt, found.message) == (clause, message)


HTML = """\
<html lang="nl"><body>
<p>Datum: 3 november 2026</p>
<p>Geachte heer Jansen,</p>
<p>Wij hebben besloten dat u een vergunning krijgt. Betaal de rekening binnen 2 weken.</p>
<p>Tegen dit besluit kunt u bezwaar maken.</p>
<p>Met vriendelijke groet,</p>
<p>Gemeente Voorbeeld</p>
</body></html>
"""


def test_a_letter_in_html_is_a_letter(lint: Lint) -> None:
    found = {one.rule: one for one in lint(HTML, "brief", format="html").findings}
    assert set(found) == {"geen-onderwerp", "relatieve-termijn", "onduidelijk-bezwaar", "geen-contact"}
    assert [edit.text for edit in found["relatieve-termijn"].suggestions[0].edits] == [
        "uiterlijk 17 november 2026"
    ]
    assert found["geen-onderwerp"].excerpt == "Geachte heer Jansen,"


def test_a_link_is_a_way_to_reach_the_sender(lint: Lint) -> None:
    text = HTML.replace(
        "Tegen dit besluit", '<a href="mailto:info@voorbeeld.nl">Mail ons.</a> Tegen dit besluit'
    )
    assert "geen-contact" not in {one.rule for one in lint(text, "brief", format="html").findings}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Geachte heer,\n",
        "Geachte heer,\n\nMet vriendelijke groet,\n\nGemeente\n",
        "# U krijgt een vergunning\n",
        "Onderwerp: u krijgt een vergunning\n",
        "Geachte heer,\n\nBezwaar\n\nMet vriendelijke groet,\n",
        "Geachte heer,\n\n[foto]\n\nMet vriendelijke groet,\n",
        "Bijlage: formulier\n",
    ],
)
def test_hardly_a_letter_gets_no_advice_about_what_it_says(lint: Lint, text: str) -> None:
    rules = [rule for rule in RULES if rule not in {"geen-onderwerp", "geen-contact"}]
    assert lint(text, *rules).findings == ()


@pytest.mark.parametrize(
    "unit",
    [
        "stuur het formulier terug en ",
        "Stuur het formulier terug. ",
        "binnen 2 weken betaalt u en ",
        "Tegen dit besluit kunt u bezwaar maken. ",
        "in de bijlage sturen wij u hierbij ",
        "u hebt bij u bent u had u krijgt ",
        "Op grond van het gestelde in de ",
        "www.voorbeeld.nl zie 14 012 ",
        "omdat dit nodig is daarom want ",
    ],
)
def test_a_very_long_letter_is_read_to_the_end(lint: Lint, unit: str) -> None:
    text = a_letter("Wij hebben besloten dat u een vergunning krijgt.", unit * (20_000 // unit.count(" ")))
    assert lint(text, *RULES).errors == ()


def test_the_preset_for_decisions_lets_the_law_stand_in_front() -> None:
    text = a_letter("Op grond van artikel 35 van de Participatiewet krijgt u € 450.")
    for preset, expected in (("besluit", 0), ("brief", 1)):
        settings = Settings(
            choice=Settings().choice.then(choice_of(preset_data(preset))), all_suggestions=True
        )
        found = lint_bytes(text.encode(), "brief.txt", settings).findings
        assert sum(one.rule == "wet-voorop" for one in found) == expected
