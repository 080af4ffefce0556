"""``--verapdf``: what veraPDF says comes into the report, and what keeps it from that is said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from duidelijk.errors import ReadError
from duidelijk.pdf.verapdf import verdict
from tests.office_examples import made

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<report><jobs><job><item size="1"><name>brief.pdf</name></item>
<validationReport profileName="PDF/UA-1 validation profile" isCompliant="{met}">
<details passedRules="100" failedRules="3" failedChecks="15">{rules}</details></validationReport>
</job></jobs></report>
"""
RULE = (
    '<rule specification="ISO 14289-1:2014" clause="{}" testNumber="{}" status="failed" failedChecks="{}"/>'
)
FAILED = REPORT.format(
    met="false", rules=RULE.format("7.18.5", 1, 3) + RULE.format("7.1", 9, 10) + RULE.format("7.1", 3, 2)
)
MET = REPORT.format(met="true", rules="")


class Ran(NamedTuple):
    """What the program said."""

    exit_code: int
    stdout: str
    output: str


def check(*arguments: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "duidelijk", "check", *arguments, "--select", "documenttitel-ontbreekt"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, " ".join((done.stdout + done.stderr).split()))


Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a program on the path that says this, and writes down how it was called."""

    def put(body: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        program = folder / "verapdf"
        program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{body}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return program

    return put


def said(report: str) -> str:
    noted = "pathlib.Path(__file__).with_name('called').write_text('\\n'.join(sys.argv[1:]))"
    return f"{noted}\nprint('''{report}''')"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "brief.pdf"
    file.write_bytes(made("<p>U maakt eerst een afspraak op onze website.</p>", "pdf"))
    return file


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program in these tests is a script")


def test_the_verdict_is_in_the_report(install: Install, letter: Path) -> None:
    program = install(said(FAILED))
    result = check(str(letter), "--verapdf", "--format", "json")
    notices = [one["message"] for one in json.loads(result.stdout)["reports"][0]["notices"]]
    assert (
        "veraPDF: deze pdf voldoet niet aan PDF/UA-1. Het gaat om deze onderdelen van ISO 14289-1: "
        "7.1 (12 keer), 7.18.5 (3 keer)."
    ) in notices
    called = program.with_name("called").read_text("utf-8").splitlines()
    assert called == ["--flavour", "ua1", str(letter.resolve())]


def test_a_good_file_is_praised_with_reserve(install: Install, letter: Path) -> None:
    install(said(MET))
    result = check(str(letter), "--verapdf")
    assert "voldoet aan PDF/UA-1, voor zover" in result.output


def test_other_files_are_not_given_to_it(install: Install, tmp_path: Path) -> None:
    program = install(said(FAILED))
    text = tmp_path / "brief.txt"
    text.write_text("U maakt eerst een afspraak.", "utf-8")
    assert check(str(text), "--verapdf").exit_code == 0
    assert not program.with_name("called").exists()


def test_without_the_program_nothing_is_checked(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = check(str(letter), "--verapdf")
    assert result.exit_code == 2
    assert "veraPDF staat niet op deze computer" in result.output
    assert "https://verapdf.org" in result.output


@pytest.mark.parametrize("body", ["print('Exception in thread main')", "print('<report/>')", "sys.exit(4)"])
def test_no_verdict_is_said(install: Install, letter: Path, body: str) -> None:
    install(body)
    result = check(str(letter), "--verapdf")
    assert result.exit_code == 2
    assert "geen oordeel" in result.output


def test_it_may_not_take_for_ever(install: Install, letter: Path) -> None:
    program = install("time.sleep(60)")
    with pytest.raises(ReadError, match="nog niet klaar"):
        verdict(str(program), letter, seconds=0.2)


def test_an_entity_bomb_is_no_verdict(install: Install, letter: Path) -> None:
    bomb = (
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<validationReport isCompliant="true">&b;</validationReport>'
    )
    program = install(said(bomb))
    assert verdict(str(program), letter).is_met  # entities stay as they are: nothing grows
