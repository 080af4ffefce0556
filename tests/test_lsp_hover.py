"""What a hover and an explanation say, and that words from a letter mean nothing in Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position, Range
from markdown_it import MarkdownIt

from duidelijk.lsp.checked import Checked
from duidelijk.lsp.explain import SHORT, explanation, short
from duidelijk.lsp.hover import escaped, hover
from duidelijk.rules.rule import Rule
from duidelijk.ruleset import all_rules
from duidelijk.settings import Settings
from tests.lsp_samples import checked, only

EVERY = all_rules(Settings())
PAGES = Path(__file__).parents[1] / "docs" / "regels"
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(found: Hover | None) -> str:
    assert found is not None
    assert isinstance(found.contents, MarkupContent)
    return found.contents.value


def at(found: Checked, words: str) -> Hover | None:
    return hover(found, found.buffer.text.index(words) + 1, EVERY)


def test_a_hover_says_what_why_how_and_where_from() -> None:
    found = checked("U hoort het indien u belt.", "formeel-woord")
    text = shown(at(found, "indien"))
    finding, rule = only(found, "formeel-woord"), EVERY["formeel-woord"]
    assert text.startswith(f"**{finding.message}**")
    assert rule.why.strip() in text
    assert text.index("- Niet: ") < text.index("- Maar: ") < text.index("Bron: ")
    assert f"]({finding.guideline.url})" in text
    hovered = at(found, "indien")
    assert hovered is not None
    assert hovered.range == Range(Position(0, 12), Position(0, 18))


def test_there_is_no_hover_beside_a_finding() -> None:
    found = checked("U hoort het indien u belt.", "formeel-woord")
    assert hover(found, 2, EVERY) is None


def test_several_findings_come_one_after_another_the_shortest_first() -> None:
    text = "U krijgt geld indien u " + "en ".join(["samen met uw partner meer verdient "] * 8) + "."
    found = checked(text, "formeel-woord", "lange-zin")
    said = shown(at(found, "indien"))
    first, second = said.split("\n\n---\n\n")
    assert only(found, "formeel-woord").message in first
    assert EVERY["lange-zin"].why.strip() in second


def test_plain_text_has_no_marks() -> None:
    found = checked("Indien u belt.", "formeel-woord")
    hovered = hover(found, 1, EVERY, markdown=False)
    assert hovered is not None
    assert isinstance(hovered.contents, MarkupContent)
    assert hovered.contents.kind == MarkupKind.PlainText
    said = hovered.contents.value
    assert said.startswith(only(found, "formeel-woord").message)
    assert "**" not in said
    assert "](" not in said


def test_an_example_in_html_is_shown_as_code() -> None:
    found = checked('<img src="a.png">', "alt-ontbreekt", kind="html")
    assert "~~~~html\n" in shown(hover(found, 1, EVERY))


def test_a_rule_that_is_gone_leaves_the_message() -> None:
    found = checked("Indien u belt.", "formeel-woord")
    text = shown(hover(found, 1, {}))
    assert only(found, "formeel-woord").message in text
    assert "Bron: " in text


@pytest.mark.parametrize(
    "words",
    ["*nu*", "<b onclick=x>", "[hier](https://example.nl)", "`code`", "![x](y)", "# kop", "- punt", "1. een"],
)
def test_the_words_of_a_letter_are_no_markdown(words: str) -> None:
    found = checked("Indien u belt.", "formeel-woord")
    finding = replace(only(found, "formeel-woord"), message=words)
    sly = replace(found, report=replace(found.report, findings=(finding,)))
    rendered = MARKDOWN.render(shown(hover(sly, 1, {})))
    assert rendered.startswith("<p><strong>")
    first = MARKDOWN.parse(shown(hover(sly, 1, {})))[1].children or []
    assert "".join(child.content for child in first) == words
    assert {child.type for child in first} <= {"text", "strong_open", "strong_close", "text_special"}


@given(st.text(max_size=60))
def test_escaped_text_reads_as_it_stands(text: str) -> None:
    said = escaped(text)
    tokens = MARKDOWN.parse(f"‘{said}’")
    wanted = " ".join(text.split()).replace("\0", "\ufffd")
    assert "".join(child.content for child in tokens[1].children or []) == f"‘{wanted}’"
    alone = MARKDOWN.parse(said)
    assert not wanted or [token.type for token in alone] == ["paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize("rule", EVERY.values(), ids=lambda rule: rule.id)
def test_an_explanation_is_the_page_in_the_docs(rule: Rule) -> None:
    page = (PAGES / f"{rule.id}.md").read_text("utf-8")
    assert explanation(rule) == page.replace(" ([alle regels](kwaliteit.md))", "")
    said = short(rule)
    assert 0 < len(said) <= SHORT < 400
    assert said.startswith(" ".join(rule.why.split())[:100])


def test_a_short_explanation_has_an_example_where_it_fits() -> None:
    assert "\nNiet: " in short(EVERY["formeel-woord"])
    assert "\nMaar: " in short(EVERY["formeel-woord"])


def test_a_rule_whose_file_is_gone_is_still_explained(tmp_path: Path) -> None:
    rule = replace(EVERY["formeel-woord"], path=tmp_path / "weg.yml")
    assert rule.why.strip() in explanation(rule)
    assert "Zo niet" not in explanation(rule)
    assert rule.why.split()[0] in short(rule)
