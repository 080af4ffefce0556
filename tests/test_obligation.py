"""``dienen te``: the suggestion is a sentence again, or there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.fix import apply_edits
from duidelijk.model import Report

Lint = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("U dient te betalen.", "U moet betalen."),
        ("U dient uw aanvraag in te dienen.", "U moet uw aanvraag indienen."),
        ("Dient u een kopie mee te sturen?", "Moet u een kopie meesturen?"),
        ("Wij dienden dit besluit te nemen.", "Wij moesten dit besluit nemen."),
        ("De formulieren dienen te worden ondertekend.", "De formulieren moeten worden ondertekend."),
        ("U dient om 9.00 uur aanwezig te zijn.", "U moet om 9.00 uur aanwezig zijn."),
    ],
)
def test_the_suggestion_gives_a_sentence(lint: Lint, text: str, better: str) -> None:
    (finding,) = lint(text, "dienen-te").findings
    assert apply_edits(text, finding.suggestions[0].edits) == better


@pytest.mark.parametrize("text", ["U dient er rekening mee te houden.", "U dient hier zorg voor te dragen."])
def test_what_needs_a_parser_gets_no_suggestion(lint: Lint, text: str) -> None:
    (finding,) = lint(text, "dienen-te").findings
    assert finding.suggestions == ()
    assert "‘moet’" in finding.message
