"""``duidelijk score``: one text, two versions, many."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from duidelijk.cli import duidelijk as command
from tests.test_advice import PLAIN, STIFF


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(command, ["score", *arguments], input=text, standalone_mode=False)


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "oud.txt", tmp_path / "nieuw.txt"
    old.write_text("\n\n".join([STIFF] * 4), "utf-8")
    new.write_text("\n\n".join([PLAIN] * 4), "utf-8")
    return old, new


def test_one_text_gives_every_figure_with_its_source(versions: tuple[Path, Path]) -> None:
    found = run(str(versions[0])).stdout
    for words in (
        "Moeilijkheid",
        "Leesniveau",
        "Flesch-Douma",
        "Brouwer",
        "LIX",
        "Woorden per zin",
        "Lange zinnen",
        "Lijdende vormen",
        "Moeilijke woorden",
        "B1-richtlijnen gevolgd",
        "Hier valt het meeste te winnen",
        "Bronnen:",
    ):
        assert words in found
    assert "is B1" not in found


def test_two_versions_are_compared(versions: tuple[Path, Path]) -> None:
    found = run(*map(str, versions)).stdout
    assert "oud.txt" in found
    assert "De tweede tekst is makkelijker dan de eerste." in found
    back = run(str(versions[1]), str(versions[0])).stdout
    assert "De tweede tekst is moeilijker dan de eerste." in back


def test_the_same_text_twice_is_as_hard(versions: tuple[Path, Path]) -> None:
    assert "ongeveer even moeilijk" in run(str(versions[0]), str(versions[0])).stdout


def test_many_texts_are_listed_hardest_first(versions: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "kort.txt").write_text("Twee woorden.", "utf-8")
    found = run(str(tmp_path)).stdout
    assert found.index("oud.txt") < found.index("nieuw.txt") < found.index("kort.txt")
    assert "te weinig tekst" in found


def test_json_has_scores_sections_and_costs(versions: tuple[Path, Path]) -> None:
    (report,) = json.loads(run(str(versions[0]), "--format", "json").stdout)["reports"]
    names = {score["name"] for score in report["scores"]}
    assert {"moeilijkheid", "lint-niveau", "flesch-douma", "brouwer", "lix", "woorden-per-zin"} <= names
    assert report["costs"]["mended"] < report["costs"]["now"]
    assert len(report["costs"]["items"]) == 10
    assert report["findings"] == []
    assert all(score["inputs"] and score["source"]["name"] for score in report["scores"])


def test_sections_have_scores_of_their_own() -> None:
    text = f"# Vergunning\n\n{PLAIN}\n\n# Voorwaarden\n\n{STIFF}\n"
    found = run("-", "--stdin-filename", "x.md", "--format", "json", text=text)
    (report,) = json.loads(found.stdout)["reports"]
    first, second = report["sections"]
    assert (first["title"], second["title"]) == ("Vergunning", "Voorwaarden")
    assert text[: second["span"]["start"]["offset"]].endswith("\n\n")
    easy, hard = (
        next(score["value"] for score in section["scores"] if score["name"] == "moeilijkheid")
        for section in (first, second)
    )
    assert easy < hard


def test_textstat_stands_beside_ours(versions: tuple[Path, Path]) -> None:
    found = run(str(versions[0]), "--vergelijk").stdout
    assert "Naast textstat" in found
    assert "Lettergrepen" in found


@pytest.mark.parametrize(
    "text",
    [
        "Twee woorden.",
        "",
        "12 34 56\n78 90 12\n",
        "Rozen zijn rood\nviooltjes zijn blauw\nsuiker is zoet\nen zo ben jij ook",
        "This is an English letter about your parking permit. You can park your car in your street from May.",
        "![een brief](brief.png)",
    ],
    ids=["two words", "empty", "numbers", "poem", "English", "image"],
)
def test_a_text_that_cannot_be_scored_says_so(text: str) -> None:
    found = run("-", "--stdin-filename", "x.md", text=text)
    assert found.return_value == 0
    assert "Te weinig tekst" in found.stdout


def test_a_missing_file_is_exit_2(tmp_path: Path) -> None:
    found = run(str(tmp_path / "weg.txt"))
    assert found.return_value == 2
