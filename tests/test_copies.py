"""``--comments`` and ``--track-changes``: where copies come, and that nothing goes over an original."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.cli.check import check
from duidelijk.errors import ConfigError
from duidelijk.office.docx import open_docx
from duidelijk.office.ooxml import W
from duidelijk.readers.docx import read
from tests.docx_files import paragraph, word

LETTER = word(paragraph("Wij betalen dit ten behoeve van u. Bel ons indien u een vraag heeft."))
RULES = "--select=woordkeus"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map" / "onder").mkdir(parents=True)
    for place in ("brief.docx", "map/brief.docx", "map/onder/brief.docx"):
        (tmp_path / place).write_bytes(LETTER)
    (tmp_path / "map" / "a.txt").write_text("Dag.", "utf-8")
    return tmp_path


def run(*args: str) -> int:
    code = check.main([*args, RULES], standalone_mode=False)
    assert isinstance(code, int)
    return code


def marks(file: Path) -> tuple[int, int]:
    """How many comments and how many deletions a copy holds."""
    root = open_docx(file.read_bytes(), file.name).root
    return len(list(root.iter(W + "commentReference"))), len(list(root.iter(W + "del")))


def test_a_copy_with_comments(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("brief.docx", "--comments", "uit.docx")
    comments, deleted = marks(folder / "uit.docx")
    assert comments >= 2
    assert deleted == 0
    assert f"Kopie met {comments} opmerkingen: uit.docx" in capsys.readouterr().err
    assert (folder / "brief.docx").read_bytes() == LETTER


def test_an_older_copy_is_replaced_and_holds_changes_as_well(folder: Path) -> None:
    (folder / "uit.docx").write_bytes(b"oud")
    run("brief.docx", "--comments", "uit.docx", "--track-changes")
    comments, deleted = marks(folder / "uit.docx")
    assert comments >= 2
    assert deleted >= 1
    assert "indien" not in read((folder / "uit.docx").read_bytes(), "uit.docx").source.text


def test_changes_alone_come_beside_the_letter_and_not_over_what_is_there(folder: Path) -> None:
    run("brief.docx", "--track-changes")
    made = folder / "brief-duidelijk.docx"
    comments, deleted = marks(made)
    assert comments == 0
    assert deleted >= 1
    before = made.read_bytes()
    with pytest.raises(ConfigError, match="al"):
        run("brief.docx", "--track-changes")
    assert made.read_bytes() == before


def test_the_copies_of_a_folder_come_in_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("map", "--comments", "uit")
    made = {file.relative_to(folder / "uit").as_posix() for file in (folder / "uit").rglob("*.docx")}
    assert made == {"brief.docx", "onder/brief.docx"}
    assert "Zonder kopie, want dat kan niet bij deze soort: 1." in capsys.readouterr().err


@pytest.mark.parametrize(
    "args",
    [
        ["brief.docx", "--comments", "brief.docx"],
        ["brief.docx", "--comments", "map/../brief.docx"],
        ["brief.docx", "--comments", "."],
        ["brief.docx", "--comments", "koppeling.docx"],
        ["brief.docx", "--comments", "uit.pdf"],
        ["map", "--comments", "map"],
        ["map", "--comments", "uit.docx"],
        ["map", "brief.docx", "--comments", "brief.docx"],
        ["map/a.txt", "--comments", "uit.txt"],
        ["map/a.txt", "--track-changes"],
        ["-", "--comments", "uit.docx"],
        ["https://example.nl/brief.docx", "--track-changes"],
    ],
    ids=" ".join,
)
def test_what_is_refused_writes_nothing(folder: Path, args: list[str]) -> None:
    (folder / "koppeling.docx").symlink_to(folder / "brief.docx")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(ConfigError):
        run(*args)
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_a_folder_that_cannot_be_made_is_said_and_the_report_still_comes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "vol").write_bytes(b"")
    assert run("brief.docx", "--comments", "vol/uit.docx") == 2
    assert "Deze map is niet te maken." in capsys.readouterr().out


def test_fix_on_a_word_file_names_the_way_that_works(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief.docx", "--fix") == 2
    assert "--track-changes" in " ".join(capsys.readouterr().out.split())
    assert (folder / "brief.docx").read_bytes() == LETTER
    assert run("brief.docx", "--fix", "--comments", "uit.docx", "--track-changes") == 0


def test_the_copy_of_a_masked_report_is_the_letter_itself(folder: Path) -> None:
    data = word(paragraph("Uw BSN 111222333 hebben wij nodig ten behoeve van dit."))
    (folder / "brief.docx").write_bytes(data)
    run("brief.docx", "--masker", "--comments", "uit.docx")
    assert "111222333" in read((folder / "uit.docx").read_bytes(), "uit.docx").source.text
