"""What ``--masker`` hides: in every format, from every source, and nothing that is no personal data."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from duidelijk import readers
from duidelijk.cli.rule import infos
from duidelijk.engine import lint_bytes
from duidelijk.letter.people import names_in
from duidelijk.letter.personal import personal
from duidelijk.mask import masked
from duidelijk.model import (
    Answer,
    Cost,
    Costs,
    LetterView,
    Passage,
    Problem,
    Report,
    Section,
    Span,
)
from duidelijk.report import FORMATS, render
from duidelijk.settings import Choice, Settings

LETTER = """\
Gemeente Voorbeeld
Postbus 100
1234 AB Plaats

De heer J. de Boer
Korenbloemstraat 12-a
4321 ZX Plaats

Datum: 3 mei 2026
Kenmerk: 2026-00123
BSN: 123456782
Onderwerp: uw aanvraag

Geachte heer De Boer,

Wij sturen u een brief; derhalve belt De Boer met 06 12 34 56 78 of mailt hij derhalve naar
jan.deboer@voorbeeld.nl. U bent geboren op 4 april 1961 en woont derhalve op Korenbloemstraat 12-a. Uw
rekening is derhalve NL91 ABNA 0417 1643 00, en een boer is geen Boer. Derhalve betaalt u € 12,50 aan de
heer J. de Boer; derhalve weten wij dat Boers brief aan jan.deboer@voorbeeld.nl d.m.v. de post is verzonden
naar 4321 ZX.

Met vriendelijke groet,

P. Klaassen
"""
SECRETS = (
    "Boer", "Korenbloemstraat", "12-a", "4321 ZX", "123456782", "06 12 34", "34 56 78", "jan.deboer",
    "4 april 1961", "NL91", "0417",
)  # fmt: skip
PAGE = """\
<html lang="nl"><head><title>Brief</title></head><body><main><h1>Uw aanvraag</h1>
<p>Geachte mevrouw M&uuml;ller-Smit,</p>
<p>Wij schrijven derhalve mevrouw <b>M&uuml;ller</b> over 06&nbsp;12 34 <i>56</i> 78; zie
<a href="mailto:a.smit@voorbeeld.nl">hier</a> of <img src="x.png" alt="">.</p></main></body></html>
"""


def run(folder: Path, *args: str, stdin: bytes | None = None) -> str:
    """Everything that the command says."""
    done = subprocess.run(
        [sys.executable, "-m", "duidelijk", *args], cwd=folder, input=stdin, capture_output=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


def report_on(text: str, name: str = "brief.txt") -> Report:
    """The report with all that one can hold, not masked yet."""
    settings = Settings(
        choice=Choice(select=("alles",)),
        low_confidence=True,
        all_suggestions=True,
        scores=True,
        show_text=True,
        mask=True,
        debug=True,
    )
    return lint_bytes(text.encode(), name, settings)


def hidden(text: str, name: str = "brief.txt") -> list[str]:
    """What is personal in a text."""
    document = readers.read(text.encode(), name)
    return [document.source.text[start:end] for start, end in personal(document)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brief.txt").write_text(LETTER, "utf-8")
    (tmp_path / "duidelijk.toml").write_text("", "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def report() -> Report:
    """The report on the letter, with everything a report can hold."""
    return report_on(LETTER)


def said(value: Any) -> str:
    """Every string in a report, however deep."""
    if isinstance(value, str):
        return f"{value}\n"
    if is_dataclass(value):
        return "".join(said(getattr(value, one.name)) for one in fields(value))
    return "".join(map(said, value)) if isinstance(value, tuple) else ""


def words_in(report: Report) -> set[str]:
    return set(re.findall(r"\w+", said(replace(report, outcomes=()))))  # those hold numbers of criteria


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_shows_personal_data(report: Report, form: str) -> None:
    rules = infos(Settings())
    found = "earl:passed" if form == "earl" else "formeel-woord"
    assert found in "".join(render([report], form, rules))
    shown = "".join(render([masked(report)], form, rules))
    assert found in shown
    assert leaks(shown) == []


def test_the_letter_shows_its_secrets_without_masking(report: Report) -> None:
    assert leaks(said(report)) == list(SECRETS)
    assert leaks("".join(render([report], "sarif", {})))


def test_nothing_in_a_masked_report_is_personal(report: Report) -> None:
    clean = masked(report)
    assert leaks(said(clean)) == []
    assert len(clean.source.text) == len(report.source.text)
    assert clean.source.sha256 != report.source.sha256
    assert clean.source.name == "brief.txt"
    assert [finding.span for finding in clean.findings] == [finding.span for finding in report.findings]
    assert clean.source.text.split("\n")[0] == "Gemeente Voorbeeld"
    assert "een boer is geen ••••" in clean.source.text
    assert "€ 12,50" in clean.source.text


def test_fingerprints_say_nothing_of_what_is_hidden(report: Report) -> None:
    other = report_on(LETTER.replace("123456782", "111222333").replace("Boer", "Smid"))
    new, old = ([finding.fingerprint for finding in masked(one).findings] for one in (report, other))
    assert new == old
    assert len(set(new)) == len(new)


def test_output_and_standard_input(folder: Path) -> None:
    run(folder, "check", "brief.txt", "--masker", "--format", "sarif", "--output", "verslag.sarif")
    written = (folder / "verslag.sarif").read_text("utf-8")
    assert "formeel-woord" in written
    assert leaks(written) == []
    args = ("check", "-", "--stdin-filename", "brief.txt", "--masker", "--all")
    shown = run(folder, *args, stdin=LETTER.encode())
    assert "formeel-woord" in shown
    assert leaks(shown) == []


def test_fix_writes_the_real_text_and_diff_shows_a_masked_one(folder: Path) -> None:
    diff = run(folder, "check", "brief.txt", "--masker", "--diff")
    assert "daarom" in diff
    assert leaks(diff) == []
    assert leaks(run(folder, "check", "brief.txt", "--masker", "--fix")) == []
    fixed = (folder / "brief.txt").read_text("utf-8")
    assert "daarom" in fixed
    assert leaks(fixed) == list(SECRETS)


def test_baseline_still_knows_its_findings(folder: Path) -> None:
    run(folder, "baseline", "brief.txt")
    shown = run(folder, "check", "brief.txt", "--masker", "--baseline", "duidelijk-baseline.json")
    assert "formeel-woord" not in shown


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("De heer J. de Vries", ["J. de Vries"]),
        ("Aan mevrouw A.B. Jansen-Smit", ["A.B. Jansen-Smit"]),
        ("Familie Bakker", ["Bakker"]),
        ("t.a.v. mevrouw Li", ["Li"]),
        ("t.a.v. afdeling Burgerzaken", []),
        ("Jan de Vries", ["Jan de Vries"]),
        ("DE HEER J. DE VRIES", ["J. DE VRIES"]),
        ("De heer J. de Vries en mevrouw A. Smit", ["J. de Vries", "A. Smit"]),
        ("De heer J. de Vries, Kerkstraat 3, 1234 AB Plaats", ["J. de Vries"]),
        ("Aan de ouders van Sem Bakker", ["Sem Bakker"]),
        ("Aan de bewoners van dit adres", []),
        ("Bakkerij Jansen B.V.", []),
        ("Kerkstraat 3", []),
        ("1234 AB Plaats", []),
        ("Geachte mevrouw Jansen,", ["Jansen"]),
        ("Geachte heer/mevrouw Jansen,", ["Jansen"]),
        ("Geachte heer en mevrouw De Vries,", ["Vries"]),
        ("Geachte heer J. (Jan) de Vries,", ["J. (Jan) de Vries"]),
        ("Geachte heer, mevrouw,", []),
        ("Geachte Voorzitter,", []),
        ("Beste Anna en Els,", ["Anna", "Els"]),
        ("Beste lezer,", []),
        ("Beste bewoners van de Tulpstraat,", []),
        ("Buurtvereniging Het Anker", []),
        ("Beste Lezer,", []),
        ("Dag Çelik!", ["Çelik"]),
        ("L.S.,", []),
    ],
)
def test_names(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in names_in(line, Span(0, len(line)))] == names


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("Beste lezer,\n\nDe bakker en de koning komen langs. Koning is geen naam hier.\n", []),
        ("Beste mevrouw Koning,\n\nDe koning komt. Komt u ook, Koning?\n", ["Koning", "Koning"]),
        ("Onze balie is open tot 12.00 uur. Bel 112 bij brand.\n", []),
        ("Een bsn zoals 123456789 bestaat niet.\n", []),
        ("BSN: 123456789.\n", ["123456789"]),
        ("IBAN: NL00 ABNA 0417 1643 00\n", ["NL00 ABNA 0417 1643 00"]),
        ("Rijksregisternummer 85.07.30-033.28\n", ["85.07.30-033.28"]),
        ("Zij is geboren te Gent op 4 april 1961. De brief is van 3 mei 2026.\n", ["4 april 1961"]),
        ("Bel 14 020 of mail info@voorbeeld.nl.\n", ["14 020", "info@voorbeeld.nl"]),
    ],
)
def test_what_is_personal(text: str, secrets: list[str]) -> None:
    assert hidden(text) == secrets


def test_date_of_birth_in_the_next_cell() -> None:
    table = "<table><tr><td>Geboortedatum</td><td>4 april 1961</td><td>3 mei 2026</td></tr></table>"
    assert hidden(table, "blad.html") == ["4 april 1961"]


def test_markup_does_not_keep_data_apart() -> None:
    clean = masked(report_on(PAGE, "brief.html"))
    assert words_in(clean) & {"uuml", "Müller", "Smit", "smit", "34", "12"} == set()
    assert "<title>Brief</title>" in clean.source.text
    page = masked(
        report_on("# Brief\n\nMail derhalve jan\\_smit@voorbeeld.nl of bel 06 12 **34** 56 78.\n", "a.md")
    )
    assert words_in(page) & {"jan", "smit", "_smit", "jan_smit", "34", "12"} == set()


def test_every_string_of_a_report_is_masked() -> None:
    text = "Geachte mevrouw Jansen,\n\nBel 06 12 34 56 78.\n"
    base = report_on(text)
    words = "Jansen belt 06 12\n34 56 78"
    problem = Problem(words, "jansen.txt", 1, words)
    full = replace(
        base,
        errors=(problem,),
        notices=(problem,),
        sections=(Section(words, Span(0, 1), 1, ()),),
        costs=Costs((Cost("word", Span(0, 1), words, words, 1.0),), 1.0, 0.5),
        letter=LetterView("notice", "low", (), (Answer("how", Span(0, 1), words),)),
        kind="letter",
    )
    clean = masked(full)
    assert words_in(clean) & {"Jansen", "34", "12"} == set()
    assert clean.errors[0].file == "jansen.txt"
    assert clean.errors[0].message == "•••••• belt •• ••\n•• •• ••"


def test_passages_keep_their_length_and_map() -> None:
    document = readers.read(LETTER.encode(), "brief.txt")
    passages = tuple(
        Passage(block.kind, block.level, block.text, block.map, block.main) for block in document.blocks
    )
    full = replace(report_on(LETTER), passages=passages)
    clean = masked(full).passages
    assert leaks("".join(passage.text for passage in clean)) == []
    assert [(len(one.text), one.map) for one in clean] == [(len(one.text), one.map) for one in passages]


def test_half_of_a_number_at_the_cut_of_an_excerpt() -> None:
    text = "Bel 06 12 34 56 78.\n"
    base = report_on(text)
    finding = replace(
        report_on(LETTER).findings[0], span=Span(0, 8), excerpt="Bel 06 12 3…", message="… 56 78."
    )
    whole = replace(finding, span=Span(4, 12), excerpt="06 12 34")
    clean = masked(replace(base, findings=(finding, whole)))
    assert [one.excerpt for one in clean.findings] == ["Bel •• •• •…", "•• •• ••"]
    assert clean.findings[0].message == "… •• ••."
