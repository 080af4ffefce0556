"""How many guidelines for plain language a text follows."""

from __future__ import annotations

from duidelijk.advice import FEWEST_WORDS, advice, guides
from duidelijk.engine import lint_bytes
from duidelijk.model import Finding, Guideline, Span
from duidelijk.ruleset import all_rules
from duidelijk.settings import Settings

EVERY = {rule for guide in guides() for rule in guide.rules}
PLAIN = (
    "U krijgt een parkeervergunning. U mag vanaf 1 mei 2026 in uw straat parkeren. "
    "De vergunning kost € 20 per maand. Wij halen dat bedrag van uw rekening. "
    "Hebt u vragen? Bel ons op 14 020. Wij helpen u graag."
)
STIFF = (
    "Teneinde uw aanvraag in behandeling te kunnen nemen, dient u onverwijld de benodigde bescheiden te "
    "verstrekken. Indien de gegevens niet tijdig worden ontvangen, zal uw aanvraag ingevolge de verordening "
    "buiten behandeling worden gesteld. Derhalve verzoeken wij u het formulier per omgaande te retourneren."
)


def finding(rule: str) -> Finding:
    return Finding(rule, Span(0, 1), "", "warning", "high", "failed", "", Guideline("x"), "")


def test_every_rule_that_a_guideline_names_exists_and_is_named_once() -> None:
    named = [rule for guide in guides() for rule in guide.rules]
    assert len(named) == len(set(named))
    assert set(named) <= set(all_rules(Settings()))


def test_a_guideline_is_followed_up_to_its_limit() -> None:
    (guide,) = (guide for guide in guides() if "formeel-woord" in guide.rules)
    few = [finding("formeel-woord")] * guide.most
    (followed,) = (item for item in advice(few, EVERY, 1000) if item.title == guide.title)
    assert followed.followed
    assert followed.findings == guide.most
    (broken,) = (
        item for item in advice([*few, finding("leenwoord")], EVERY, 1000) if item.title == guide.title
    )
    assert not broken.followed


def test_a_shorter_text_may_have_fewer_findings() -> None:
    (guide,) = (guide for guide in guides() if "formeel-woord" in guide.rules)
    found = [finding("formeel-woord")] * guide.most
    (item,) = (item for item in advice(found, EVERY, 500) if item.title == guide.title)
    assert not item.followed


def test_guidelines_whose_rules_do_not_run_are_left_out() -> None:
    assert [item.rules for item in advice([], {"lange-zin"}, 500)] == [("lange-zin",)]
    assert advice([], set(), 500) == ()


def test_nothing_is_said_about_a_few_words() -> None:
    assert advice([], EVERY, FEWEST_WORDS - 1) == ()


def test_a_plain_text_follows_more_than_a_stiff_one() -> None:
    plain, stiff = (
        sum(item.followed for item in lint_bytes(text.encode(), "tekst.txt", Settings()).advice)
        for text in (PLAIN, STIFF)
    )
    assert plain > stiff


def test_a_page_is_not_judged_as_a_letter() -> None:
    letter = (
        f"Onderwerp: uw vergunning\n\nBeste lezer,\n\n{PLAIN}\n\nMet vriendelijke groet,\n\nDe gemeente\n"
    )
    of_letter = lint_bytes(letter.encode(), "brief.txt", Settings()).advice
    of_text = lint_bytes(PLAIN.encode(), "tekst.txt", Settings()).advice
    assert len(of_text) < len(of_letter)
    assert not any("geen-contact" in item.rules for item in of_text)
