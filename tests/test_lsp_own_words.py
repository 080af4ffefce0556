"""A word goes into a settings file, and everything else in the file stays as it was."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.fix import apply_edits
from duidelijk.lsp.own_words import new_config, with_word
from duidelijk.settings import load_config


def added(config: str, word: str = "x", *, pyproject: bool = False) -> str | None:
    edit = with_word(config, word, pyproject=pyproject)
    return None if edit is None else apply_edits(config, (edit,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'words = ["x"]\n'),
        ("words = []\n", 'words = ["x"]\n'),
        ("words = [ ]", 'words = ["x" ]'),
        ('words = ["a"]\n', 'words = ["a", "x"]\n'),
        ('words = ["a",]\n', 'words = ["a", "x"]\n'),
        ("words = ['a', 'b'] # zo\n", "words = ['a', 'b', \"x\"] # zo\n"),
        ('words = ["a","b"]\n', 'words = ["a","b", "x"]\n'),
        ('"words" = [ "a" ]\n', '"words" = [ "a", "x" ]\n'),
        ('words = [\n  "a",\n  "b", # zo\n]\n', 'words = [\n  "a",\n  "b", # zo\n  "x",\n]\n'),
        ('words = [\r\n\t"a"\r\n]\r\n', 'words = [\r\n\t"a",\r\n\t"x"\r\n]\r\n'),
        ('words = ["a",\n         "b"]\n', 'words = ["a",\n         "b",\n         "x"]\n'),
        ("words = [\n]\n", 'words = [\n    "x"\n]\n'),
        ("words = [\n  # leeg\n]\n", 'words = [\n  # leeg\n  "x"\n]\n'),
        ('words = ["""]#""", "b"]', 'words = ["""]#""", "b", "x"]'),
        ('fail-on = "error" # zo\n\n[levels]\n', 'fail-on = "error" # zo\nwords = ["x"]\n\n[levels]\n'),
        ("# Hoi\n\n# Niveaus\n[levels]\n", '# Hoi\n\n# Niveaus\nwords = ["x"]\n\n[levels]\n'),
        ('[[overrides]]\nwords = ["y"]\n', 'words = ["x"]\n[[overrides]]\nwords = ["y"]\n'),
        ('exclude = ["[a]", # "]\n]', 'exclude = ["[a]", # "]\n]\nwords = ["x"]\n'),
        ("\ufeffwords = []", '\ufeffwords = ["x"]'),
        ("# niets\n", '# niets\nwords = ["x"]\n'),
    ],
)
def test_a_settings_file(before: str, after: str) -> None:
    assert added(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[tool.duidelijk]\nwords = ["x"]\n'),
        ('[project]\nname = "a"', '[project]\nname = "a"\n[tool.duidelijk]\nwords = ["x"]\n'),
        ('[tool.duidelijk]\na = "b"\n', '[tool.duidelijk]\na = "b"\nwords = ["x"]\n'),
        ("[ tool . 'duidelijk' ] # zo\n", "[ tool . 'duidelijk' ] # zo\nwords = [\"x\"]\n"),
        ('[tool.duidelijk]\nwords = ["a"]\n', '[tool.duidelijk]\nwords = ["a", "x"]\n'),
        ('[tool]\nduidelijk = {a = "b"}\n', '[tool]\nduidelijk = {a = "b",words = ["x"]}\n'),
        ("[tool]\nduidelijk = {}\n", '[tool]\nduidelijk = {words = ["x"]}\n'),
        ("[tool]\nduidelijk = {words = []}\n", '[tool]\nduidelijk = {words = ["x"]}\n'),
        ('tool.duidelijk.a = "b"', 'tool.duidelijk.a = "b"\ntool.duidelijk.words = ["x"]\n'),
        ("[tool.duidelijk.levels]\n", '[tool.duidelijk]\nwords = ["x"]\n\n[tool.duidelijk.levels]\n'),
        ('words = ["y"]\n[tool.duidelijk]\n', 'words = ["y"]\n[tool.duidelijk]\nwords = ["x"]\n'),
    ],
)
def test_a_pyproject(before: str, after: str) -> None:
    assert added(before, pyproject=True) == after


@pytest.mark.parametrize(
    "config", ['words = ["Straße"]', "words = [", 'words = "x"', 'words = "strasse"', "a = 1\na = 2"]
)
def test_nothing_is_added(config: str) -> None:
    assert added(config, "STRASSE") is None


@pytest.mark.parametrize("word", ["", " \n", "\ud800"])
def test_a_word_has_letters_that_a_file_can_hold(word: str) -> None:
    assert added("words = []", word) is None


def test_a_quote_that_the_word_has_itself_is_not_used() -> None:
    assert added("words = ['a']", "foto's") == "words = ['a', \"foto's\"]"


def test_a_new_file_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "duidelijk.toml"
    file.write_text(new_config('de "Gids" C:\\x'), "utf-8")
    assert load_config(file).words == ('de "Gids" C:\\x',)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
GAPS = st.sampled_from(["", " ", "\n", "\n  ", " # ], \"'\n  ", "\t"])
OTHERS = st.sampled_from(
    ['fail-on = "error"', 'exclude = ["[", "#"]', "# los", "", "f = nan", 't = """\nwords = [\n"""']
)
TABLES = st.sampled_from(["[levels]\na = 1", "[[overrides]]\nwords = [1]", "[a.'b.c']\nwords = {x = []}", ""])


@st.composite
def configs(draw: st.DrawFn) -> str:
    """A settings file that someone may have written, with or without words."""
    lines = [draw(OTHERS)]
    if draw(st.booleans()):
        words = draw(st.lists(WORDS, max_size=4))
        quoted = [_basic(word) for word in words]
        inside = "".join(f"{draw(GAPS)}{word}{draw(GAPS)}," for word in quoted)
        if not draw(st.booleans()):
            inside = inside.removesuffix(",")
        lines.append(f"words = [{inside}{draw(GAPS)}]{draw(st.sampled_from(['', ' # zo']))}")
    lines.append(draw(TABLES))
    return draw(st.sampled_from(["\n", "\r\n"])).join("\n".join(lines).split("\n"))


def _basic(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _without_words(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "words"}


@given(configs(), WORDS)
def test_any_file_keeps_all_it_had(config: str, word: str) -> None:
    before = tomllib.loads(config, parse_float=str)
    had = before.get("words", [])
    changed = added(config, word)
    wanted = " ".join(word.split())
    if not wanted or wanted.casefold() in {one.casefold() for one in had}:
        assert changed is None
        return
    if changed is None:  # the library does not read every comment inside a list
        assert re.search(r"\[[^\]]*#", config)
        return
    after = tomllib.loads(changed, parse_float=str)
    assert after["words"] == [*had, wanted]
    assert _without_words(after) == _without_words(before)
    assert changed.count("#") == config.count("#") + wanted.count("#")


@given(configs(), WORDS)
def test_a_file_in_a_pyproject_keeps_all_it_had(config: str, word: str) -> None:
    text = f"[project]\nname = 'a'\n\n[tool.duidelijk]\n{config.partition('[levels]')[0]}"
    if "[[" in text or "[a." in text:
        return
    before = tomllib.loads(text, parse_float=str)
    changed = added(text, word, pyproject=True)
    if changed is not None:
        after = tomllib.loads(changed, parse_float=str)
        assert after["tool"]["duidelijk"].pop("words")[-1] == " ".join(word.split())
        before["tool"]["duidelijk"].pop("words", None)
        assert after == before
