"""Which verbs make a passive, who does it, and what an active perfect or a state is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duidelijk.model import Report
from duidelijk.nlp.participles import active_perfect, adjective, is_negated

Lint = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "De kosten kunnen door de ouders worden teruggevraagd.",
            "kunnen door de ouders worden teruggevraagd",
        ),
        ("Het afval wordt elke week op maandag of dinsdag opgehaald.", "opgehaald"),
        ("Wij denken dat het plan vorig jaar goedgekeurd is.", "goedgekeurd is"),
        ("De aanvraag wordt gecontroleerd en goedgekeurd.", "wordt gecontroleerd"),
    ],
)
def test_the_mark_is_short(lint: Lint, text: str, found: str) -> None:
    (finding,) = lint(text, "lijdende-vorm").findings
    assert text[slice(*finding.span)] == found


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Uw aanvraag wordt door ons beoordeeld.", "‘wij’"),
        ("De weg is door het waterschap afgesloten.", "‘het waterschap’"),
        ("De weg wordt door de gracht begrensd.", "vertelt niet wie"),
        ("De wedstrijd is door de regen afgelast.", "vertelt niet wie"),
        ("Er is besloten dat u geld krijgt.", "noemt niemand"),
        ("Als uw brief door mij is ontvangen, hoort u het.", "verstopt achter ‘door’"),
    ],
)
def test_the_message_knows_who_does_it(lint: Lint, text: str, advice: str) -> None:
    (finding,) = lint(text, "lijdende-vorm").findings
    assert advice in finding.message


@pytest.mark.parametrize(
    "text",
    ["Het formulier moet worden ingevuld.", "Uw bezwaar is afgewezen.", "Er wordt streng gecontroleerd."],
)
def test_one_passive_gives_one_finding(lint: Lint, text: str) -> None:
    assert len(lint(text, "lijdende-vorm", "lijdend-zonder-dader").findings) == 1


def test_a_duty_names_the_verb_for_the_reader(lint: Lint) -> None:
    (finding,) = lint("De huur hoeft niet te worden terugbetaald.", "lijdend-zonder-dader").findings
    assert "‘u hoeft … terug te betalen’ of ‘wij hoeven … terug te betalen’" in finding.message


def test_a_duty_without_a_known_verb_asks_who(lint: Lint) -> None:
    (finding,) = lint("De lijst moet worden ontdubbeld.", "lijdend-zonder-dader").findings
    assert "noem die persoon of organisatie" in finding.message


@pytest.mark.parametrize(("passives", "level"), [(0, None), (3, None), (4, "suggestion"), (7, "warning")])
def test_the_share_of_passives_decides_the_level(lint: Lint, passives: int, level: str | None) -> None:
    text = "Uw bezwaar is afgewezen. " * passives + "U kunt ons altijd bellen. " * (16 - passives)
    assert [finding.level for finding in lint(text, "veel-lijdende-vormen").findings] == (
        [level] if level else []
    )


def test_a_short_text_has_no_share(lint: Lint) -> None:
    assert lint("Uw bezwaar is afgewezen. " * 9, "veel-lijdende-vormen").findings == ()


def test_the_word_lists() -> None:
    assert active_perfect("stijgen") == "altijd"
    assert active_perfect("verbeteren") == "ook"
    assert active_perfect("afwijzen") is None
    assert adjective("gevestigd") is not None
    assert is_negated("ongewijzigd")
    assert not is_negated("onderzocht")
    assert not is_negated("ontvangen")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("De lucht is verbeterd.", 0),
        ("De lucht is door de gemeente verbeterd.", 1),
        ("De winkel is gesloten.", 0),
        ("Het contract is gesloten.", 1),
        ("De kamer is zeer beperkt.", 0),
    ],
)
def test_verbs_that_do_either(lint: Lint, text: str, count: int) -> None:
    assert len(lint(text, "lijdende-vorm").findings) == count
