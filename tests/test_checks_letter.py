"""Subject lines of letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.model import Report

Lint = Callable[..., Report]
LETTER = (
    "Onderwerp: {}\n\nGeachte heer Jansen,\n\nU krijgt uitstel.\n\nMet vriendelijke groet,\n\nDe gemeente\n"
)


@pytest.mark.parametrize(
    "subject",
    [
        "Uw brief", "Besluit", "informatie", "Uw e-mail van 3 mei 2026", "Reactie op uw brief",
        "Onze brief d.d. 3-5-2026",
        "Uw aanvraag", "Belangrijke informatie", "Uitnodiging", "Antwoord op uw vraag", "Mededeling.",
    ],
)  # fmt: skip
def test_subjects_that_fit_any_letter(lint: Lint, subject: str) -> None:
    text = LETTER.format(subject)
    assert [text[slice(*finding.span)] for finding in lint(text, "vaag-onderwerp").findings] == [subject]


@pytest.mark.parametrize(
    "subject",
    [
        "Uw brief over het terras", "Besluit op uw bezwaar tegen de boete", "Informatie over afval",
        "U krijgt uitstel",
        "Uitnodiging voor een gesprek", "Uw aanvraag voor een parkeervergunning", "Betalingsherinnering",
    ],
)  # fmt: skip
def test_subjects_that_say_what_it_is_about(lint: Lint, subject: str) -> None:
    assert not lint(LETTER.format(subject), "vaag-onderwerp", "geen-onderwerp").findings


def test_a_heading_below_the_salutation_is_no_subject(lint: Lint) -> None:
    letter = (
        "Geachte heer Jansen,\n\n# Besluit\n\nU krijgt uitstel.\n\nMet vriendelijke groet,\n\nDe gemeente\n"
    )
    findings = lint(letter, "geen-onderwerp", format="markdown").findings
    assert [letter[slice(*finding.span)] for finding in findings] == ["Geachte heer Jansen,"]
