"""What a finding about a word offers, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.model import Report

Lint = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "level"),
    [("U kunt bellen en/of mailen.", "warning"), ("De ouder/verzorger tekent.", "suggestion")],
)
def test_a_pattern_has_a_level_of_its_own(lint: Lint, text: str, level: str) -> None:
    (finding,) = lint(text, "schuine-streep").findings
    assert finding.level == level


def test_an_alternative_that_the_writer_must_finish_changes_nothing(lint: Lint) -> None:
    (finding,) = lint("Alvorens een aanvraag in te dienen, leest u de regels.", "formeel-woord").findings
    assert [suggestion.title for suggestion in finding.suggestions] == ["‘Voordat u …’", "‘Voordat wij …’"]
    assert not any(suggestion.edits for suggestion in finding.suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "Volgend jaar zal de raad de regels beoordelen en daarover een besluit nemen.",
        "Wij zullen uw brief lezen en u een antwoord sturen.",
        "Daar zal vaak met de pas kunnen worden betaald.",
    ],
)
def test_will_that_more_verbs_share_stays(lint: Lint, text: str) -> None:
    (finding,) = lint(text, "onnodig-zullen").findings
    assert not finding.suggestions
