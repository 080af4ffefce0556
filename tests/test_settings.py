"""Settings: what wins, and what is said about a mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from duidelijk.engine import lint_bytes
from duidelijk.errors import ConfigError, RuleError
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import (
    Settings,
    colour_wanted,
    find_config,
    glob_matches,
    load_config,
    preset,
    preset_names,
)

SCHEMAS = Path(__file__).parents[1] / "duidelijk" / "schemas"


def write(folder: Path, text: str, name: str = "duidelijk.toml") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def rules(settings: Settings) -> set[str]:
    return {rule.id for rule in ruleset_for(settings).rules}


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = write(tmp_path, "")
    assert find_config(deep) == top
    write(tmp_path / "a", "[tool.ruff]\n", "pyproject.toml")
    assert find_config(deep) == top
    near = write(tmp_path / "a", "[tool.duidelijk]\nignore = ['puntkomma']\n", "pyproject.toml")
    assert find_config(deep) == near
    assert "puntkomma" not in rules(load_config(near))


def test_a_preset_lies_under_the_settings(tmp_path: Path) -> None:
    settings = load_config(write(tmp_path, 'extends = "strikt"\nignore = ["puntkomma"]\n'))
    assert rules(settings) == rules(Settings(choice=preset("strikt"))) - {"puntkomma"}


def test_another_file_can_be_extended(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "warning"\nwords = ["Omgevingsloket"]\nignore = ["puntkomma"]\n', "basis.toml")
    settings = load_config(write(tmp_path, 'extends = "basis.toml"\nwords = ["Mijn Gemeente"]\n'))
    assert settings.fail_on == "warning"
    assert settings.words == ("Omgevingsloket", "Mijn Gemeente")
    assert "puntkomma" not in rules(settings)


def test_the_whole_page_can_be_asked_for_in_settings(tmp_path: Path) -> None:
    assert not load_config(write(tmp_path, 'words = ["WOZ"]\n')).whole_page
    write(tmp_path, "whole_page = true\n", "basis.toml")
    assert load_config(write(tmp_path, 'extends = "basis.toml"\n')).whole_page
    assert not load_config(write(tmp_path, 'extends = "basis.toml"\nwhole_page = false\n')).whole_page
    with pytest.raises(ConfigError, match="whole_page"):
        load_config(write(tmp_path, 'whole_page = "ja"\n'))


def test_a_circle_of_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, 'extends = "duidelijk.toml"\n', "een.toml")
    file = write(tmp_path, 'extends = "een.toml"\n')
    with pytest.raises(ConfigError, match="kring"):
        load_config(file)


def test_overrides_count_for_their_paths(tmp_path: Path) -> None:
    settings = load_config(
        write(
            tmp_path,
            '[[overrides]]\npaths = ["brieven/**"]\npreset = "wcag"\n'
            '[[overrides]]\npaths = ["*.html"]\nselect = ["puntkomma"]\n',
        )
    )
    assert rules(settings.for_path(str(tmp_path / "brieven" / "a.txt"))) == rules(
        Settings(choice=Settings().choice.then(preset("wcag")))
    )
    assert rules(settings.for_path(str(tmp_path / "web" / "a.html"))) == {"puntkomma"}
    assert rules(settings.for_path(str(tmp_path / "web" / "a.txt"))) == rules(Settings())


def test_an_own_word_list_adds_to_the_list_of_a_rule(tmp_path: Path) -> None:
    write(tmp_path, "word\talternatives\tsafe\nklantreis\tstappen\tno\n", "eigen.tsv")
    settings = load_config(
        write(tmp_path, 'select = ["formeel-woord"]\n[lexicons]\nformele-woorden = ["eigen.tsv"]\n')
    )
    (finding,) = lint_bytes(b"De klantreis begint hier.\n", "a.txt", settings).findings
    assert finding.excerpt == "klantreis"
    assert finding.suggestions[0].edits[0].text == "stappen"


def test_an_own_word_without_a_replacement_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "word\nklantreis\n", "eigen.tsv")
    settings = load_config(write(tmp_path, '[lexicons]\nformele-woorden = ["eigen.tsv"]\n'))
    with pytest.raises(RuleError, match="‘klantreis’ heeft geen vervanging") as caught:
        ruleset_for(settings)
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "eigen.tsv"), 2)


def test_own_words_are_never_reported(tmp_path: Path) -> None:
    settings = load_config(write(tmp_path, 'words = ["Derhalve", "WIZ"]\n'))
    text = "Derhalve belt u met de afdeling WIZ. Wij zijn derhalve open. Daarna helpt de afdeling SPO u.\n"
    found = [finding.excerpt for finding in lint_bytes(text.encode(), "a.txt", settings).findings]
    assert found == ["SPO"]


def test_levels_and_options_change_a_rule(tmp_path: Path) -> None:
    settings = load_config(
        write(tmp_path, '[levels]\npuntkomma = "error"\n[options.lange-zin]\nwarning = 12\n')
    )
    ruleset = ruleset_for(settings)
    assert next(rule for rule in ruleset.rules if rule.id == "puntkomma").level == "error"
    assert {rule.id: options for rule, options in ruleset.checks}["lange-zin"]["warning"] == 12


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("selct = ['x']\n", 1, "Bedoelt u ‘select’?"),
        ("\nfail-on = 'fout'\n", 2, "Kies uit"),
        ("words = 'x'\n", 1, "een lijst"),
        ("x = [\n", 1, "geen geldige TOML"),
        ("\nextends = 'brieff'\n", 2, "Bedoelt u ‘brief’?"),
        ("extends = 'weg.toml'\n", 1, "bestaat niet"),
        ("rules = ['weg']\n", 1, "bestaat niet"),
        ("[lexicons]\nformele-woorden = ['weg.tsv']\n", 2, "bestaat niet"),
        ("[[overrides]]\nselect = ['puntkomma']\n", None, "‘paths’ ontbreekt"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int | None, message: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert caught.value.file == str(file)
    assert line is None or caught.value.line == line
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("ignore = [\n 'lange-zinn',\n]\n", 2, "Bedoelt u ‘lange-zin’?"),
        ("[options.lange-zin]\nwarnin = 3\n", 2, "Bedoelt u ‘warning’?"),
        ("[levels]\nbestaat-niet = 'error'\n", 2, "bestaat niet"),
    ],
)
def test_an_unknown_rule_or_option_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        ruleset_for(load_config(file))
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("brieven/**", "brieven/2024/a.txt", True),
        ("brieven/", "brieven/a.txt", True),
        ("**/*.md", "a.md", True),
        ("**/*.md", "x/y/a.md", True),
        ("*.md", "x/y/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("archief", "x/archief/a.md", True),
        ("a?.txt", "ab.txt", True),
        ("a.b", "aXb", False),
    ],
)
def test_path_patterns(pattern: str, path: str, expected: bool) -> None:
    assert glob_matches(pattern, path) is expected


def test_colour_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colour_wanted(terminal=True)
    assert not colour_wanted(terminal=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colour_wanted(terminal=True)


def test_the_six_presets_exist() -> None:
    assert set(preset_names()) >= {"brief", "webpagina", "besluit", "strikt", "wcag", "nl-be"}


@pytest.mark.parametrize("name", ["rule", "preset", "config"])
def test_the_schemas_use_only_what_our_validator_knows(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    known = {
        "$schema", "$ref", "$defs", "title", "description", "type", "enum", "pattern", "minLength", "minimum",
        "minItems", "items", "properties", "additionalProperties", "required", "allOf", "if", "then",
    }  # fmt: skip

    def words(node: object, *, names: bool = False) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(words, node))
        if not isinstance(node, dict):
            return set()
        own = set() if names else set(node)
        return own.union(
            *(words(value, names=key in {"properties", "$defs"} and not names) for key, value in node.items())
        )

    assert words(schema) <= known
