"""One word, one finding: which rule goes first where two speak about the same words."""

from __future__ import annotations

from duidelijk.model import Finding, Guideline, Span
from duidelijk.precedence import with_precedence


def finding(rule: str, start: int, end: int) -> Finding:
    return Finding(
        rule, Span(start, end), "", "suggestion", "high", "failed", "", Guideline(""), f"{rule}{start}"
    )


def test_a_rule_gives_way_to_any_other_at_the_same_words() -> None:
    rare, formal, apart = finding("zeldzaam", 5, 9), finding("formeel", 4, 9), finding("zeldzaam", 20, 24)
    assert with_precedence([rare, formal, apart], {"zeldzaam": True}) == [formal, apart]


def test_a_finding_about_the_sentence_leaves_room_for_one_about_a_word() -> None:
    both = [finding("lang", 0, 200), finding("zeldzaam", 5, 9)]
    assert with_precedence(both, {"zeldzaam": True}) == both


def test_two_rules_that_give_way_both_stay() -> None:
    both = [finding("lang-woord", 5, 30), finding("zeldzaam", 5, 30)]
    assert with_precedence(both, {"zeldzaam": True, "lang-woord": True}) == both


def test_a_rule_may_give_way_to_one_other_only() -> None:
    duty, passive, formal = finding("dienen", 0, 20), finding("passief", 10, 30), finding("formeel", 15, 20)
    named = {"dienen": ("passief",)}
    assert with_precedence([duty, passive, formal], named) == [passive, formal]
    assert with_precedence([duty, formal], named) == [duty, formal]
