"""The default view: every warning, and as many suggestions as a writer can take in."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from duidelijk.default_view import LEAST, default_view
from duidelijk.engine import lint_bytes
from duidelijk.model import Finding, Guideline, Level, Span
from duidelijk.settings import Settings

HEAVY = "De brief wordt getypt. De kaart wordt gestuurd. Het geld wordt betaald. " * 20


def finding(rule: str, at: int, level: Level = "suggestion", wcag: tuple[str, ...] = ()) -> Finding:
    span, mark = Span(at, at + 1), f"{rule}{at}"
    return Finding(rule, span, "", level, "medium", "failed", mark, Guideline(""), mark, wcag=wcag)


def test_few_suggestions_are_all_there() -> None:
    found = [finding("a", at) for at in range(LEAST + 5)]
    assert default_view(found, words=5) == found


def test_warnings_and_accessibility_are_always_there() -> None:
    found = [finding("a", at, "warning") for at in range(99)] + [finding("b", 100, wcag=("1.1.1",))] * 99
    assert default_view(found, words=5) == found


def test_the_third_time_a_warning_about_a_word_is_a_suggestion() -> None:
    again = [replace(finding("a", at, "warning"), excerpt="Tevens") for at in range(30)]
    assert default_view(again, words=5) == again[: 2 + LEAST]


def test_every_rule_has_its_first_before_one_has_its_second() -> None:
    found = [finding("often", at) for at in range(50)] + [finding("rare", 99)]
    shown = default_view(found, words=5)
    assert len(shown) == LEAST
    assert shown == [*found[: LEAST - 1], found[-1]]


def test_a_longer_text_has_room_for_more() -> None:
    found = [finding("a", at) for at in range(100)]
    assert len(default_view(found, words=2000)) == 50


def test_what_a_template_repeats_is_there_once() -> None:
    one = replace(finding("a", 0, "error", ("4.1.2",)), audience="techniek")
    menus = [replace(one, excerpt=f'<nav id="m{at}" class="menu" aria-expanded="true">') for at in range(3)]
    plain = [replace(one, excerpt=f'<nav id="m{at}">') for at in range(3)]
    other = replace(one, excerpt='<nav class="submenu">')
    said = replace(menus[0], message="iets anders")
    assert default_view([*menus, *plain, other, said], 5) == [menus[0], plain[0], other, said]
    to_write = [replace(one, audience="redactie") for one in menus]
    assert default_view(to_write, 5) == to_write


def test_the_report_says_how_many_are_left_out() -> None:
    shown = lint_bytes(HEAVY.encode(), "brief.txt", Settings())
    every = lint_bytes(HEAVY.encode(), "brief.txt", Settings(all_suggestions=True))
    missing = len(every.findings) - len(shown.findings)
    assert missing > 0
    assert f"nog {missing} meldingen" in shown.notices[-1].message
    assert not every.notices


def test_all_shows_all_and_so_does_a_chosen_rule(tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text(HEAVY, "utf-8")

    def rows(*options: str) -> Counter[str]:
        done = subprocess.run(
            [sys.executable, "-m", "duidelijk", "check", letter.name, "--format", "csv", *options],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return Counter(row["regel"] for row in csv.DictReader(done.stdout.lstrip("\ufeff").splitlines()))

    everything = rows("--all")
    assert everything["lijdende-vorm"] == rows("--select", "lijdende-vorm")["lijdende-vorm"]
    assert 0 < rows()["lijdende-vorm"] < everything["lijdende-vorm"]
