"""A passive, an idle *zullen*, a noun made of a verb: the suggestion is a sentence, or there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.fix import apply_edits
from duidelijk.model import Report

Lint = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Uw aanvraag wordt door ons beoordeeld.", "Wij beoordelen uw aanvraag."),
        ("De vergunning is door het college verleend.", "Het college heeft de vergunning verleend."),
        ("Het formulier moet door u worden ingevuld.", "U moet het formulier invullen."),
        (
            "Uw aanvraag wordt binnen acht weken door ons beoordeeld.",
            "Wij beoordelen uw aanvraag binnen acht weken.",
        ),
        (
            "Vandaag wordt uw aanvraag door de gemeente behandeld.",
            "Vandaag behandelt de gemeente uw aanvraag.",
        ),
        (
            "Het afval wordt op maandag door de gemeente opgehaald.",
            "De gemeente haalt het afval op maandag op.",
        ),
        ("Door het college is de vergunning geweigerd.", "Het college heeft de vergunning geweigerd."),
        ("De kosten kunnen door de ouders worden teruggevraagd.", "De ouders kunnen de kosten terugvragen."),
        ("U wordt door ons gebeld.", "Wij bellen u."),
        (
            "De aanvraag werd door de burgemeester en wethouders afgewezen.",
            "De burgemeester en wethouders wezen de aanvraag af.",
        ),
    ],
)
def test_the_active_sentence(lint: Lint, text: str, better: str) -> None:
    (finding,) = lint(text, "lijdende-vorm").findings
    assert finding.suggestions[0].applicability == "manual"
    assert apply_edits(text, finding.suggestions[0].edits) == better


@pytest.mark.parametrize(
    "text",
    [
        "Uw aanvraag wordt beoordeeld.",
        "Wordt uw aanvraag door ons beoordeeld?",
        "Uw aanvraag wordt door ons beoordeeld, als u alles heeft ingevuld.",
        "Uw aanvraag wordt alleen door ons beoordeeld.",
        "De weg is door de regen beschadigd.",
    ],
)
def test_no_active_sentence_where_it_could_go_wrong(lint: Lint, text: str) -> None:
    (finding,) = lint(text, "lijdende-vorm").findings
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Wij zullen u bellen.", "Wij bellen u."),
        ("Wij zullen u het besluit toesturen.", "Wij sturen u het besluit toe."),
        ("Wij laten weten wanneer wij u zullen bellen.", "Wij laten weten wanneer wij u bellen."),
        ("De aanvraag zal worden beoordeeld.", "De aanvraag wordt beoordeeld."),
    ],
)
def test_without_will(lint: Lint, text: str, better: str) -> None:
    (finding,) = lint(text, "onnodig-zullen").findings
    assert apply_edits(text, finding.suggestions[0].edits) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Het indienen van een aanvraag is gratis.", "Een aanvraag indienen is gratis."),
        (
            "Bij het indienen van een aanvraag betaalt u leges.",
            "Als u een aanvraag indient, betaalt u leges.",
        ),
        (
            "Voor het aanvragen van een paspoort betaalt u leges.",
            "Om een paspoort aan te vragen betaalt u leges.",
        ),
    ],
)
def test_the_verb_instead_of_the_noun(lint: Lint, text: str, better: str) -> None:
    (finding,) = lint(text, "naamwoordstijl").findings
    assert apply_edits(text, finding.suggestions[0].edits) == better
