"""Settings, in a file and in the editor: they count at once, and mistakes are shown where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clients.lsp_client import Json, LspClient
from tests.clients.lsp_session import codes, expected, session, words

TEXT = "Wij bellen u indien dat nodig is, en sturen u middels een brief bericht.\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LspClient]:
    with session(tmp_path_factory.mktemp("map")) as client:
        yield client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the server has never seen, with a letter."""
    folder = tmp_path / "map ë 😀"
    folder.mkdir()
    (folder / "brief.md").write_text(TEXT, "utf-8")
    return folder


def shown(client: LspClient, uri: str, mark: int, fits: Callable[[list[Json]], bool]) -> list[Json]:
    """Wait for remarks on a file that are as they should be."""
    found = client.wait_notification(
        "textDocument/publishDiagnostics",
        lambda one: one["uri"] == uri and fits(one["diagnostics"]),
        mark,
    )
    diagnostics: list[Json] = found["diagnostics"]
    return diagnostics


def watched(client: LspClient, file: Path, kind: int) -> int:
    """Say that a file was made (1), changed (2) or deleted (3) on the disk."""
    mark = client.mark()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": kind}]})
    return mark


MISTAKES = [
    ("duidelijk.toml", 'words = ["a"]\n# ë 😀\nwoorden = ["b"]\n', 2),
    ("duidelijk.toml", '# een\nwords = ["a"\n', None),
    ("duidelijk.toml", 'words = ["a"]\n\nselect = ["bestaat-niet"]\n', 2),
    ("duidelijk.toml", 'words = 7\r\nfail-on = "error"\r\n', 0),
    (".duidelijk.toml", 'words = ["a"]\n[levels]\nformeel-woord = "erg"\n', 2),
    ("pyproject.toml", '[project]\nname = "x"\n\n[tool.duidelijk]\nwoorden = []\n', 4),
    ("duidelijk.toml", 'rules = ["bestaat-niet"]\n', 0),
    ("duidelijk.toml", 'extends = "briefje"\n', 0),
]


@pytest.mark.parametrize(("name", "text", "line"), MISTAKES)
def test_a_mistake_is_shown_while_typing(
    client: LspClient, folder: Path, name: str, text: str, line: int | None
) -> None:
    """At its line, in text that was not saved; and it goes when it is mended."""
    good = '[project]\nname = "x"\n' if name == "pyproject.toml" else 'fail-on = "error"\n'
    file = folder / name
    file.write_text(good, "utf-8")
    uri = client.open(file.as_uri(), good, "toml")
    assert client.diagnostics(uri) == []
    client.change(uri, text)
    (found,) = client.diagnostics(uri)
    assert (found["source"], found["severity"]) == ("duidelijk", 1)
    assert found["message"]
    if line is not None:
        assert found["range"]["start"]["line"] == line
    assert found["range"]["end"]["line"] < len(text.splitlines())
    client.change(uri, good)
    assert client.diagnostics(uri) == []
    client.close(uri)


def test_other_settings_files_are_left_alone(client: LspClient, folder: Path) -> None:
    mark = client.mark()
    other = client.open((folder / "ander.toml").as_uri(), "woorden = 1\n", "toml")
    project = client.open((folder / "pyproject.toml").as_uri(), "[tool.ander]\nwoorden = 1\n", "toml")
    assert client.diagnostics(project) == []
    assert other not in {one["uri"] for one in client.since(mark, "textDocument/publishDiagnostics")}
    client.close(project)
    client.close(other)


def test_a_mistake_goes_when_its_file_is_closed(client: LspClient, folder: Path) -> None:
    file = folder / "duidelijk.toml"
    file.write_text("words = []\n", "utf-8")
    uri = client.open(file.as_uri(), "woorden = []\n", "toml")
    assert client.diagnostics(uri)
    mark = client.mark()
    client.close(uri)
    assert shown(client, uri, mark, lambda found: not found) == []


def test_settings_count_when_they_are_saved(client: LspClient, folder: Path) -> None:
    file = folder / "duidelijk.toml"
    file.write_text("words = []\n", "utf-8")
    letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
    assert words(client.diagnostics(letter), TEXT, "utf-16") == ["indien", "middels"]
    config = client.open(file.as_uri(), "words = []\n", "toml")
    client.change(config, 'words = ["indien"]\n')
    assert client.diagnostics(config) == []
    client.edit(letter, len(TEXT), len(TEXT), "\n")
    assert words(client.diagnostics(letter), TEXT + "\n", "utf-16") == ["indien", "middels"]
    mark = client.mark()
    client.save(config)
    shown(client, letter, mark, lambda found: words(found, TEXT, "utf-16") == ["middels"])
    client.close(config)
    client.close(letter)


def test_with_a_mistake_the_last_good_settings_count(client: LspClient, folder: Path) -> None:
    """A text is checked on; the mistake is shown in the settings file, also when that is not open."""
    file = folder / "duidelijk.toml"
    file.write_text('words = ["indien"]\n', "utf-8")
    letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
    assert words(client.diagnostics(letter), TEXT, "utf-16") == ["middels"]
    file.write_text('words = ["indien"]\nwoorden = []\n', "utf-8")
    mark = watched(client, file, 2)
    (found,) = shown(client, file.as_uri(), mark, bool)
    assert found["range"]["start"]["line"] == 1
    assert words(client.diagnostics(letter, since=mark), TEXT, "utf-16") == ["middels"]
    file.write_text("words = []\n", "utf-8")
    mark = watched(client, file, 2)
    shown(client, file.as_uri(), mark, lambda found: not found)
    shown(client, letter, mark, lambda found: words(found, TEXT, "utf-16") == ["indien", "middels"])
    client.close(letter)


def test_settings_that_come_and_go(client: LspClient, folder: Path) -> None:
    file = folder / "duidelijk.toml"
    letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
    assert len(client.diagnostics(letter)) == 2
    file.write_text('words = ["indien"]\n', "utf-8")
    mark = watched(client, file, 1)
    shown(client, letter, mark, lambda found: words(found, TEXT, "utf-16") == ["middels"])
    file.unlink()
    mark = watched(client, file, 3)
    shown(client, letter, mark, lambda found: words(found, TEXT, "utf-16") == ["indien", "middels"])
    client.close(letter)


def test_rules_of_the_organisation_that_change(client: LspClient, folder: Path) -> None:
    rules = folder / "regels"
    rules.mkdir()
    (folder / "duidelijk.toml").write_text('rules = ["regels"]\nselect = ["eigen-regel"]\n', "utf-8")
    rule = """kind: substitute
message: "Schrijf liever ‘{suggestie}’ dan ‘{gevonden}’."
why: "Dit woord zegt weinig."
level: warning
confidence: high
audience: redactie
source: {name: "Huisstijl"}
replace: {WOORD: [ander]}
examples:
  - bad: "Dat is een «WOORD» van ons."
    good: "Dat is een ander van ons."
"""
    file = rules / "eigen-regel.yml"
    file.write_text(rule.replace("WOORD", "nodig"), "utf-8")
    letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
    found = client.diagnostics(letter)
    assert words(found, TEXT, "utf-16") == ["nodig"]
    file.write_text(rule.replace("WOORD", "brief"), "utf-8")
    mark = watched(client, file, 2)
    shown(client, letter, mark, lambda found: words(found, TEXT, "utf-16") == ["brief"])
    client.close(letter)


def test_files_that_the_settings_leave_out(client: LspClient, folder: Path) -> None:
    (folder / "duidelijk.toml").write_text('exclude = ["brief.md"]\n', "utf-8")
    letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
    assert client.diagnostics(letter) == []
    client.close(letter)


def test_settings_of_the_editor(folder: Path, tmp_path: Path) -> None:
    """As options at the start, as an answer to a question, and as a message that they changed."""
    text = TEXT * 12
    letter_file = folder / "brief.md"
    letter_file.write_text(text, "utf-8")
    few, all_ = expected(letter_file, "utf-16"), expected(letter_file, "utf-16", "--all")
    assert len(all_) > len(few)
    elsewhere = tmp_path / "elders.toml"
    elsewhere.write_text('words = ["indien", "middels"]\n', "utf-8")

    with session(folder, settings={"allSuggestions": True}) as client:
        letter = client.open(letter_file.as_uri(), text, "markdown")
        assert client.diagnostics(letter) == all_

        mark = client.mark()
        settings: Json = {"delay": 0, "allSuggestions": False}
        client.notify("workspace/didChangeConfiguration", {"settings": {"duidelijk": settings}})
        shown(client, letter, mark, lambda found: found == few)

        mark = client.mark()
        client.settings = {"delay": 0, "allSuggestions": True}
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        shown(client, letter, mark, lambda found: found == all_)

        mark = client.mark()
        settings = {"delay": 0, "config": str(elsewhere)}
        client.notify("workspace/didChangeConfiguration", {"settings": {"duidelijk": settings}})
        shown(client, letter, mark, lambda found: "formeel-woord" not in codes(found))
        client.close(letter)


def test_the_editor_is_asked_for_its_settings(folder: Path) -> None:
    with LspClient() as client:
        client.settings = {"delay": 0, "config": "elders.toml"}
        (folder / "elders.toml").write_text('words = ["indien", "middels"]\n', "utf-8")
        client.initialize(folder)
        letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
        shown(client, letter, 0, lambda found: not found)
        asked = [params for method, params in client.asked if method == "workspace/configuration"]
        assert asked[0]["items"][0]["section"] == "duidelijk"
        assert client.stderr == ""


def test_an_editor_that_does_not_answer_is_not_waited_for(folder: Path) -> None:
    """It says that it can be asked, and then knows nothing of the question."""
    with LspClient() as client:
        for method in ("workspace/configuration", "client/registerCapability"):
            del client.answers[method]
        client.initialize(folder)
        letter = client.open((folder / "brief.md").as_uri(), TEXT, "markdown")
        assert len(client.diagnostics(letter)) == 2
        assert client.stderr == ""
