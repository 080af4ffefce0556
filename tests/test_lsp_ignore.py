"""An exception goes where it silences one finding and leaves the text and all other findings as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.fix import apply_edits
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.ignore import cleaned, ignoring
from duidelijk.model import Finding
from duidelijk.rules.load import load_examples, load_rule
from duidelijk.rules.rule import Example, Rule
from duidelijk.ruleset import ruleset_for
from tests.lsp_samples import Kind, checked, settings
from tests.test_rules import RULE_FILES, marked

MARK = "<!-- duidelijk: uit-regel formeel-woord — citaat -->"
LONG = (
    "Wij hebben besloten dat u vanaf 1 januari van volgend jaar geen recht meer hebt op de\n"
    "toeslag die u tot nu toe elke maand van ons op uw rekening kreeg, omdat u vorig jaar\n"
    "samen met uw partner meer hebt verdiend dan in de regeling staat die de gemeente kent.\n"
)


def after(text: str, kind: Kind, rule: str = "formeel-woord", *, number: int = 0) -> str | None:
    """The text with an exception for a finding of the rule, and ``*`` for the comment; None for no place."""
    found = checked(text, kind=kind)
    finding = [one for one in found.report.findings if one.rule == rule][number]
    edit = ignoring(found, finding, "citaat")
    if edit is None:
        return None
    changed = apply_edits(text, (edit,))
    assert_only(found, finding, changed)
    return changed.replace(MARK.replace("formeel-woord", rule), "*")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Eerst dit.\n\nIndien u belt.\n", "Eerst dit.\n\n*\nIndien u belt.\n"),
        ("Eerst dit.\nIndien u belt.\n", "Eerst dit.\nIndien u belt. *\n"),
        ("Indien u belt.\r\n\r\nDag.\r\n", "*\r\nIndien u belt.\r\n\r\nDag.\r\n"),
        ("Indien u belt.", "*\nIndien u belt."),
        ("# Indien u belt\n\nTekst.\n", "*\n# Indien u belt\n\nTekst.\n"),
        ("# Kop\n\nIndien u\n===\n", "# Kop\n\n*\nIndien u\n===\n"),
        ("- Een\n- Indien u belt\n- Drie\n", "- Een\n- Indien u belt *\n- Drie\n"),
        ("- Een\n\n- Indien u belt\n", "- Een\n\n- Indien u belt *\n"),
        ("- Een\n  - Indien u\n", "- Een\n  *\n  - Indien u\n"),
        ("1. Een\n2. Indien u\n", "1. Een\n2. Indien u *\n"),
        ("| a | b |\n|---|---|\n| Indien | c |\n", "| a | b |\n|---|---|\n| Indien | c * |\n"),
        ("| Indien | b |\n|---|---|\n| a | c |\n", "*\n| Indien | b |\n|---|---|\n| a | c |\n"),
        ("---\ntitle: x\n---\nIndien u belt.\n", "---\ntitle: x\n---\n*\nIndien u belt.\n"),
        ("Tekst hier  \nindien u  \nbelt\n", "Tekst hier  \nindien u *  \nbelt\n"),
        ("~~~\ncode\n~~~\nIndien u\n", "~~~\ncode\n~~~\n*\nIndien u\n"),
        ("<div>\nIndien u\n</div>\n", "<div>\n*\nIndien u\n</div>\n"),
        ("---\ntitle: Indien u belt\n---\n\nTekst.\n", None),
    ],
)
def test_markdown(text: str, wanted: str | None) -> None:
    assert after(text, "markdown") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>\n  Indien u belt.\n</p>\n", "<p>\n  *\n  Indien u belt.\n</p>\n"),
        ("<p>a</p>\r\n\t<p>Indien u</p>\r\n", "<p>a</p>\r\n\t*\r\n\t<p>Indien u</p>\r\n"),
        ("<ul>\n<li>a</li>\n<li>Indien</li>\n</ul>", "<ul>\n<li>a</li>\n*\n<li>Indien</li>\n</ul>"),
        ("<table>\n<tr><td>Indien</td></tr></table>", "<table>\n*\n<tr><td>Indien</td></tr></table>"),
        ("<!doctype html><title>Indien u</title><p>a", "<!doctype html><title>Indien u</title><p>a *"),
        ("<head>\n<title>Indien u</title>\n<p>a", "<head>\n*\n<title>Indien u</title>\n<p>a"),
        ("<img\n src=x\n alt='Indien u belt'>\n<p>a", "<img\n src=x\n alt='Indien u belt'> *\n<p>a"),
        ("<title>a</title>\n<p>b <em>indien</em></p>", "<title>a</title>\n*\n<p>b <em>indien</em></p>"),
        ("<title>\nIndien\nu\n</title>\n", None),
        ("<img\n src=x\n alt='Indien u belt'\n width=3>", None),
    ],
)
def test_html(text: str, wanted: str | None) -> None:
    assert after(text, "html") == wanted


def test_a_comment_does_not_go_before_the_doctype() -> None:
    page = "<!DOCTYPE html><html><head><title>Pagina</title></head>\n<body><h2></h2></body></html>"
    found = checked(page, "alles", kind="html")
    first = [one for one in found.report.findings if one.span.start < page.index("\n")]
    edits = [ignoring(found, finding, "citaat") for finding in first]
    assert [edit is not None and edit.span.start > page.index(">") for edit in edits] == [True] * len(first)
    assert first


def test_plain_text() -> None:
    assert after("Dag.\n\nIndien u belt.\n", "text") == "Dag.\n\n*\nIndien u belt.\n"


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_a_sentence_over_several_lines(kind: Kind) -> None:
    assert after(f"Dag.\n\n{LONG}", kind, "lange-zin") == f"Dag.\n\n*\n{LONG}"


def test_a_byte_order_mark_stays_in_front() -> None:
    text = after("\ufeff<p>Indien u</p>", "html")
    assert text is not None
    assert text.startswith("\ufeff")


def test_an_exception_that_is_there_keeps_its_line() -> None:
    text = "<!-- duidelijk: uit-regel lange-zin — citaat -->\n" + LONG.replace("omdat", "indien")
    changed = after(text, "markdown")
    assert changed is not None
    assert not [one for one in checked(changed, kind="markdown").report.findings if one.rule == "lange-zin"]


def test_the_findings_about_exceptions_have_none() -> None:
    found = checked("<!-- duidelijk: uit-regel lange-zin — citaat -->\nKort.\n", "alles", kind="markdown")
    (finding,) = [one for one in found.report.findings if one.rule == "ongebruikte-uitzondering"]
    assert ignoring(found, finding, "citaat") is None


@pytest.mark.parametrize("reason", ["", "  \n ", "\x00\x1f"])
def test_an_exception_has_a_reason(reason: str) -> None:
    found = checked("Indien u belt.", kind="markdown")
    assert ignoring(found, found.report.findings[0], reason) is None


@pytest.mark.parametrize("reason", ["a --> b", "een\nregel -- en <b>meer</b>", "x -", "| `pijp` |", "--!>"])
def test_no_reason_breaks_the_comment(reason: str) -> None:
    found = checked("| a | b |\n|---|---|\n| Indien | c |\n", kind="markdown")
    (finding,) = [one for one in found.report.findings if one.rule == "formeel-woord"]
    edit = ignoring(found, finding, reason)
    if edit is not None:
        assert_only(found, finding, apply_edits(found.buffer.text, (edit,)))


@given(st.text(max_size=40))
def test_a_cleaned_reason_fits_in_a_comment(reason: str) -> None:
    said = cleaned(reason)
    assert "--" not in said
    assert said == said.strip()
    assert len(said.splitlines()) <= 1
    assert cleaned(said) == said


def assert_only(found: Checked, finding: Finding, changed: str) -> None:
    """The finding is gone, and of all others only those of its rule on its lines."""
    kind = found.report.format
    assert kind in {"text", "markdown", "html"}
    selected = found.settings.choice.select
    now = checked(changed, *selected, kind=kind)  # type: ignore[arg-type]
    gone = [one for one in found.report.findings if _near(found, finding, one)]
    assert finding in gone
    other = Counter((one.rule, one.excerpt) for one in found.report.findings if one not in gone)
    left = Counter((one.rule, one.excerpt) for one in now.report.findings)
    giving_way = ruleset_for(found.settings).giving_way
    excerpts = {one.excerpt for one in gone}
    come = left - other
    assert other - left == Counter()
    assert all(rule in giving_way and excerpt in excerpts for rule, excerpt in come)


def _near(found: Checked, finding: Finding, other: Finding) -> bool:
    text = found.buffer.text
    start = max(text.rfind("\n", 0, finding.span.start), text.rfind("\r", 0, finding.span.start)) + 1
    ends = [at for at in (text.find("\n", finding.span.end), len(text)) if at >= 0]
    return other.rule == finding.rule and other.span.start <= min(ends) and other.span.end >= start


def cases() -> Iterator[tuple[Rule, Example]]:
    for path in RULE_FILES:
        for example in load_examples(path):
            if example.bad is not None and example.format in {"markdown", "html"}:
                yield load_rule(path), example


CASES = [pytest.param(*case, id=f"{case[0].id}-{n}") for n, case in enumerate(cases())]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_each_bad_example_of_a_page_can_be_ignored_alone(rule: Rule, example: Example) -> None:
    text, _ = marked(example.bad or "")
    kind: Kind = "html" if example.format == "html" else "markdown"
    found = checked(text, "alles", kind=kind)
    late = {one.id for one, _ in ruleset_for(settings("alles")).late}
    for finding in found.report.findings:
        if finding.rule != rule.id:
            continue
        edit = ignoring(found, finding, "citaat")
        if edit is not None:
            assert edit.span.start == edit.span.end
            assert_only(found, finding, apply_edits(text, (edit,)))
        assert edit is not None or rule.id in late
