"""Old letters by way of LibreOffice: with the real program, and with one that does it wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from duidelijk import bulk
from duidelijk.bulk import convert
from duidelijk.bulk.choose import old_letter
from duidelijk.model import Report
from duidelijk.settings import Choice, Settings
from tests.conftest import unavailable
from tests.test_cli import BAD, run

CONVERT = Settings(choice=Choice(select=("puntkomma",)), convert=True)
RTF = rb"{\rtf1\ansi Wij sturen u een brief; daarin staat meer.\par}"
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="een script als programma kan daar niet")


def report_on(file: Path, settings: Settings = CONVERT) -> Report:
    (report,) = bulk.lint_paths([file], settings)
    return report


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ``brief.rtf``, where ``soffice`` is the script that a test writes."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "brief.rtf").write_bytes(RTF)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setattr(convert, "libreoffice", lambda: str(tmp_path / "bin" / "soffice"))
    return tmp_path


def program(folder: Path, script: str) -> None:
    file = folder / "bin" / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_an_old_letter_is_checked_by_way_of_a_copy(tmp_path: Path, kind: str) -> None:
    office = convert.libreoffice()
    if office is None:
        unavailable("LibreOffice is er niet")
    (tmp_path / "brief.txt").write_text(BAD, "utf-8")
    profile = (tmp_path / "profiel").as_uri()
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind, "brief.txt"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (tmp_path / "brief.txt").unlink()
    shutil.rmtree(tmp_path / "profiel")
    file = tmp_path / f"brief.{kind}"
    before = file.read_bytes()
    refused = report_on(file, Settings())
    assert "niet lezen" in refused.errors[0].message
    assert "docx" in (refused.errors[0].hint or "")
    assert "--convert" in (refused.errors[0].hint or "")
    done = run("check", ".", "--convert", "--select", "puntkomma", cwd=tmp_path, code=0)
    assert f"brief.{kind}: alinea 2  suggestie  puntkomma" in done.stdout
    assert "Niet gecontroleerd" not in done.stderr
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_without_libreoffice_it_says_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "libreoffice", lambda: None)
    (tmp_path / "brief.rtf").write_bytes(RTF)
    (problem,) = report_on(tmp_path / "brief.rtf").errors
    assert "is LibreOffice nodig" in problem.message
    assert "sla het op als docx" in (problem.hint or "")
    (problem,) = report_on(tmp_path / "brief.rtf", Settings()).errors
    assert "--convert" not in (problem.hint or "")


def test_the_program_is_also_found_outside_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice.exe").write_text("x", "utf-8")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(convert, "_ELSEWHERE", (str(tmp_path / "weg"), str(tmp_path / "soffice.exe")))
    assert convert.libreoffice() == str(tmp_path / "soffice.exe")
    monkeypatch.setattr(convert, "_ELSEWHERE", ())
    assert convert.libreoffice() is None


@needs_scripts
@pytest.mark.parametrize(
    "script", ["exit 1", "exit 0", "exec not-there", 'mkdir -p "${10}"; : > "${10}/brief.docx"']
)
def test_a_conversion_that_fails_is_said(fake: Path, script: str) -> None:
    program(fake, script)
    (fake / "goed.txt").write_text(BAD, "utf-8")
    one, two = bulk.lint_paths([fake / "brief.rtf", fake / "goed.txt"], CONVERT)
    assert "kan dit bestand niet omzetten" in one.errors[0].message
    assert two.findings
    assert (fake / "brief.rtf").read_bytes() == RTF


@needs_scripts
def test_a_program_that_is_none_is_said(fake: Path) -> None:
    (problem,) = report_on(fake / "brief.rtf").errors
    assert "kan dit bestand niet omzetten" in problem.message


@needs_scripts
def test_a_conversion_that_hangs_is_stopped_with_all_that_it_started(
    fake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "SECONDS", 0.5)
    program(fake, f"(sleep 3; touch {fake}/wakker) & sleep 300")
    (problem,) = report_on(fake / "brief.rtf").errors
    assert "duurde te lang" in problem.message
    time.sleep(4)
    assert not (fake / "wakker").exists()


@needs_scripts
def test_nothing_of_the_letter_or_its_name_reaches_the_command(fake: Path) -> None:
    program(fake, f'for one in "$@"; do echo "$one" >> {fake}/gezien; done; exit 1')
    odd = fake / "-o geheim; brief.rtf"
    odd.write_bytes(RTF)
    report_on(odd)
    seen = (fake / "gezien").read_text("utf-8")
    assert "geheim" not in seen
    assert "--headless" in seen
    assert "-env:UserInstallation=file:///" in seen


def test_what_can_be_converted_is_told_by_content() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
    assert old_letter(RTF) == ".rtf"
    assert old_letter(ole + "WordDocument".encode("utf-16-le")) == ".doc"
    assert old_letter(ole + "Workbook".encode("utf-16-le")) is None
    assert old_letter(b"PK\x03\x04") is None
