"""Which files in a folder are checked, and that one file never stops the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from duidelijk import bulk
from duidelijk.bulk.files import expand, passed_over
from duidelijk.engine import lint_bytes
from duidelijk.errors import DuidelijkError
from duidelijk.readers.kinds import format_of
from duidelijk.settings import Choice, Settings, load_config
from tests.test_cli import BAD, run

SEMICOLONS = Settings(choice=Choice(select=("puntkomma",)))
PDF = b"%PDF-1.7\n"
MAIL = b"From: a@example.nl\nSubject: Uw brief\n\nBeste lezer; tekst.\n"


def made(folder: Path, **files: str | bytes) -> None:
    for name, data in files.items():
        write(folder, name, data)


def write(folder: Path, name: str, data: str | bytes = "Tekst.\n") -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)


def zipped(file: Path, **parts: str) -> None:
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)


def found(folder: Path, settings: Settings = SEMICOLONS, start: str = "") -> list[str]:
    """The names that come out of a folder, errors with a mark."""
    return [
        f"! {one.file}" if isinstance(one, DuidelijkError) else one.relative_to(folder).as_posix()
        for one in expand(str(folder / start), settings)
    ]


def test_files_come_in_order_those_of_a_folder_first(tmp_path: Path) -> None:
    for name in ("b/1.txt", "a/z.md", "a/diep/q.html", "z.txt", "c.eml", "A.DOCX"):
        write(tmp_path, name)
    assert found(tmp_path) == ["A.DOCX", "c.eml", "z.txt", "a/z.md", "a/diep/q.html", "b/1.txt"]


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("Brief", PDF, True),
        ("bezwaar 12.05.2026", PDF, True),
        ("bericht", MAIL, True),
        ("pagina", b"<!-- kop -->\n<!DOCTYPE html><title>x</title>", True),
        ("scan.pdf_oud", PDF, True),
        ("brief.doc", b"<html><body><p>Uit Word", True),
        ("LICENSE", b"Gewone tekst.\n", False),
        ("plaatje", b"\x89PNG\r\n\x1a\n", False),
        ("tekening.svg", b"<?xml version='1.0'?><svg/>", False),
        ("data.xml", b"<html></html>", False),
        ("les.yml", b"subject: x\nfrom: y\n", False),
        ("onbekend.qqq", MAIL, False),
        ("logo.ai", PDF, False),
        ("leeg", b"", False),
    ],
)
def test_content_decides_where_the_name_does_not(
    tmp_path: Path, name: str, data: bytes, *, taken: bool
) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, name, data)
    assert (name in found(tmp_path)) is taken


def test_many_comments_before_no_page_are_read_once() -> None:
    data = b"<!---->" * 9_000 + b"x"  # with an expression that goes back, 30 of them take hours
    assert format_of(data, "brief") == "text"
    assert format_of(b"<!-- a --> <!-- b -->\n<p>Tekst", "brief") == "html"


def test_a_letter_in_a_zip_is_told_from_other_zips(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    zipped(tmp_path / "brief", **{"[Content_Types]_xml": "x", "word__document_xml": "x"})
    zipped(tmp_path / "oud", mimetype="application/vnd.oasis.opendocument.text", content_xml="x")
    zipped(tmp_path / "foto's", word__foto="x")
    zipped(tmp_path / "blad", **{"[Content_Types]_xml": "x", "xl__workbook_xml": "x"})
    assert found(tmp_path) == ["a.txt", "brief", "oud"]


def test_a_docx_that_is_no_letter_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    zipped(tmp_path / "brief.docx", foto="x")
    write(tmp_path, "goed.txt", BAD)
    done = run("check", ".", "--select", "puntkomma", cwd=tmp_path, code=2)
    assert "brief.docx  probleem\n  Dit is een ingepakt bestand (zip)" in done.stdout
    assert "goed.txt:3:23" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "~$brief.docx", ".~lock.brief.odt#", ".brief.txt", "brief.txt~", "#brief.txt#", "~WRL0001.tmp",
        "a.bak", "Brief.docx.crdownload", "Thumbs.db", "desktop.ini", ".git/a.txt", "node_modules/a.txt",
        "__MACOSX/a.txt",
    ],
)  # fmt: skip
def test_hidden_and_temporary_files_are_left_alone(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, name, PDF)
    assert found(tmp_path) == ["a.txt"]
    assert not passed_over([str(tmp_path)], SEMICOLONS)


def test_letters_that_cannot_be_read_are_counted_in_one_line(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    write(tmp_path, "a.txt", BAD)
    made(tmp_path, **{"b.rtf": b"{\\rtf1 x}", "c.rtf": b"{\\rtf1 x}", "rijen.xls": ole})
    made(tmp_path, **{"d.doc": ole, "e.msg": ole, "winmail.dat": b"\x78\x9f\x3e\x22", "log.dat": b"1 2 3"})
    done = run("check", ".", "--select", "puntkomma", cwd=tmp_path, code=0)
    assert "niet lezen: 1 × .dat, 1 × .doc, 1 × .msg, 2 × .rtf." in done.stderr


def test_gitignore_counts_as_in_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, ".gitignore", "# oud\n*.oud.txt\n!belangrijk.oud.txt\nuit/\n/boven.txt\n\\!a.txt\n[\n")
    write(tmp_path, "map/.gitignore", "!b.oud.txt\nc.txt\n")
    for name in ("a.oud.txt", "belangrijk.oud.txt", "uit/a.txt", "boven.txt", "!a.txt", "d.txt"):
        write(tmp_path, name)
    for name in ("map/a.oud.txt", "map/b.oud.txt", "map/c.txt", "map/boven.txt", "map/diep/c.txt"):
        write(tmp_path, name)
    expected = ["belangrijk.oud.txt", "d.txt", "map/b.oud.txt", "map/boven.txt"]
    assert found(tmp_path) == expected
    assert found(tmp_path, start="map") == expected[2:]
    assert len(found(tmp_path, Settings(respect_gitignore=False))) == 11


def test_git_agrees(tmp_path: Path) -> None:
    from tests.conftest import unavailable

    lines = (
        "*.txt\n!/map/**/houd*.txt\nmap/diep/**\nwissel?.md\n**/laag/*.md\n!laag/w.md\n a.md\nspatie.md \n"
    )
    write(tmp_path, ".gitignore", lines)
    write(tmp_path, "map/sub/.gitignore", "houd2.txt\n/x.md\n")
    folders = ("", "map/", "map/sub/", "map/diep/", "laag/")
    files = ("a.txt", "houd1.txt", "houd2.txt", "wissel1.md", "w.md", "x.md", "spatie.md", "a.md")
    names = [folder + file for folder in folders for file in files]
    for name in names:
        write(tmp_path, name)
    try:
        subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True, capture_output=True)
    except FileNotFoundError:
        unavailable("git is er niet")
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=", "ls-files", "-co", "--exclude-standard"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")
    assert sorted(found(tmp_path)) == sorted(name for name in listed if name and ".gitignore" not in name)


def test_a_folder_or_file_that_is_named_is_read_also_when_git_passes_it_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, ".gitignore", "uit/\n*.txt\n")
    write(tmp_path, "uit/diep/a.txt")
    assert found(tmp_path, start="uit") == ["uit/diep/a.txt"]
    assert found(tmp_path, start="uit/diep/a.txt") == ["uit/diep/a.txt"]
    (error,) = expand(str(tmp_path), SEMICOLONS)
    assert "--no-gitignore" in str(error)
    shown = run("check", ".", "--no-gitignore", cwd=tmp_path, code=0).stdout
    assert "1 bestand gecontroleerd" in shown


def test_gitignore_can_be_turned_off_in_the_settings(tmp_path: Path) -> None:
    write(tmp_path, ".gitignore", "a.txt\n")
    write(tmp_path, "a.txt")
    write(tmp_path, "duidelijk.toml", "respect-gitignore = false\n")
    assert found(tmp_path, load_config(tmp_path / "duidelijk.toml")) == ["a.txt"]
    write(tmp_path, "duidelijk.toml", "respect-gitignore = true\n")
    (error,) = found(tmp_path, load_config(tmp_path / "duidelijk.toml"))
    assert error.startswith("!")


def test_exclude_counts_and_closes_whole_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("archief/a.txt", "archief/diep/b.txt", "los/c.txt", "los/diep/d.txt", "e.md"):
        write(tmp_path, name)
    opened: list[str] = []
    real = os.scandir

    def noted(path: Path) -> object:
        opened.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(os, "scandir", noted)
    settings = Settings(exclude=("archief/**", "los/*", "*.md"), root=tmp_path)
    assert found(tmp_path, settings) == ["los/diep/d.txt"]
    assert "archief" not in opened


@pytest.mark.skipif(sys.platform == "win32", reason="verwijzingen vragen op Windows extra rechten")
def test_links_pipes_and_closed_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "map/a.txt")
    write(tmp_path, "dicht/b.txt")
    (tmp_path / "map" / "rond").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "map" / "rond.txt").symlink_to(tmp_path / "map", target_is_directory=True)
    (tmp_path / "map" / "los.txt").symlink_to(tmp_path / "weg.txt")
    (tmp_path / "map" / "los").symlink_to(tmp_path / "weg")
    os.mkfifo(tmp_path / "map" / "pijp.txt")
    os.mkfifo(tmp_path / "map" / "pijp")
    real = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "dicht":
            raise PermissionError(13, "nee")
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert found(tmp_path) == [f"! {tmp_path / 'dicht'}", "map/a.txt", "map/los.txt"]


def test_a_file_that_breaks_us_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, **{"a.txt": BAD, "b.txt": BAD})
    real = lint_bytes

    def broken(data: bytes, name: str, settings: Settings) -> object:
        if name.endswith("a.txt"):
            raise ZeroDivisionError
        return real(data, name, settings)

    monkeypatch.setattr(bulk, "lint_bytes", broken)
    one, two = bulk.lint_paths([tmp_path], SEMICOLONS)
    assert "storing (ZeroDivisionError)" in one.errors[0].message
    assert two.findings
    with pytest.raises(ZeroDivisionError):
        list(bulk.lint_paths([tmp_path], Settings(debug=True)))


@pytest.mark.parametrize(
    ("files", "processors", "workers"),
    [(1, 16, 1), (63, 16, 1), (64, 16, 2), (64, 1, 1), (10_000, 4, 4), (10_000, 64, 8)],
)
def test_processes_only_where_they_save_time(
    monkeypatch: pytest.MonkeyPatch, files: int, processors: int, workers: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    assert bulk._workers(files) == workers


def test_jobs_keep_the_order(tmp_path: Path) -> None:
    for number in range(9):
        write(tmp_path, f"{number}.txt", BAD * (1 + number % 2))
    write(tmp_path, "5.docx", "geen docx")
    one, two = (
        [
            (report.source.name, report.findings, report.errors)
            for report in bulk.lint_paths([tmp_path], SEMICOLONS, jobs=jobs)
        ]
        for jobs in (1, 2)
    )
    assert one == two


def _worker_dies(file: Path | DuidelijkError, settings: Settings) -> None:
    os._exit(9)


def test_a_process_that_is_killed_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, **{"a.txt": BAD, "b.txt": BAD})
    monkeypatch.setattr(bulk, "lint_file", _worker_dies)
    with pytest.raises(DuidelijkError, match="--jobs 1"):
        list(bulk.lint_paths([tmp_path], SEMICOLONS, jobs=2))


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C gaat op Windows anders")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_at_once_and_writes_nothing(tmp_path: Path, jobs: str) -> None:
    made(tmp_path, **{"a.txt": BAD, "b.txt": BAD})
    os.mkfifo(tmp_path / "pijp.txt")
    files = ("a.txt", "pijp.txt", "b.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "duidelijk", "check", *files, "--jobs", jobs, "--output", "uit"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # a test run in the background ignores Ctrl-C, and its children would do so as well
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    pipe = None
    while pipe is None and process.poll() is None:  # until it is reading the pipe
        try:
            pipe = os.open(tmp_path / "pijp.txt", os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, shown = process.communicate(timeout=60)
    if pipe is not None:
        os.close(pipe)
    assert process.returncode == 2
    assert shown.decode().strip() == "duidelijk: gestopt op uw verzoek. Er is niets half geschreven."
    assert not (tmp_path / "uit").exists()
