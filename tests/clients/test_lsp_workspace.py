"""All letters and pages in the folder, also those that are not open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.lsp_client import Json, LspClient
from tests.clients.lsp_session import LETTER, PAGE, expected, session, words

SHORT = "Teneinde u te helpen, bellen wij u.\n"
CHECK = {"command": "duidelijk.checkWorkspace", "arguments": []}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four texts that count, and eight files that do not."""
    folder = tmp_path_factory.mktemp("map ë")
    files = {
        "brief.md": LETTER,
        "pagina.html": PAGE,
        "map/brief.txt": SHORT,
        "map/goed.md": "Wij bellen u.\n",
        "weg/oud.md": SHORT,
        "genegeerd.md": SHORT,
        "map/ook.md": SHORT,
        "node_modules/pakket/README.md": SHORT,
        ".verborgen/brief.md": SHORT,
        "code.py": SHORT,
        "beeld.png": "\0",
        "duidelijk.toml": 'exclude = ["weg/**"]\n',
        ".gitignore": "genegeerd.md\nmap/ook.md\n",
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[LspClient]:
    with session(folder) as client:
        yield client


def published(client: LspClient, mark: int) -> dict[str, list[Json]]:
    """The last remarks on each file after a mark."""
    said = client.since(mark, "textDocument/publishDiagnostics")
    return {one["uri"]: one["diagnostics"] for one in said}


def test_every_file_is_checked(client: LspClient, folder: Path) -> None:
    mark = client.mark()
    result = client.request("workspace/executeCommand", CHECK)
    found = published(client, mark)
    names = ("brief.md", "pagina.html", "map/brief.txt", "map/goed.md")
    for name in names:
        assert found.get((folder / name).as_uri(), []) == expected(folder / name, "utf-16"), name
    assert {uri for uri, one in found.items() if one} == {(folder / name).as_uri() for name in names[:3]}
    assert result == {"files": 4, "findings": sum(map(len, found.values())), "cancelled": False}


def test_progress_is_shown(client: LspClient) -> None:
    mark = client.mark()
    client.request("workspace/executeCommand", CHECK)
    (token,) = {one["token"] for one in client.since(mark, "$/progress")}
    assert ("window/workDoneProgress/create", {"token": token}) in client.asked
    values = [one["value"] for one in client.since(mark, "$/progress")]
    assert [value["kind"] for value in (values[0], values[-1])] == ["begin", "end"]
    assert values[0]["title"]
    assert values[0]["cancellable"] is True
    percentages = [value["percentage"] for value in values[1:-1] if "percentage" in value]
    assert percentages == sorted(percentages)
    assert all(0 <= one <= 100 for one in percentages)


def test_an_open_text_keeps_its_own_remarks(client: LspClient, folder: Path) -> None:
    """What the writer has not saved counts, not what the file says."""
    uri = client.open((folder / "brief.md").as_uri(), SHORT, "markdown", version=5)
    assert words(client.diagnostics(uri), SHORT, "utf-16") == ["Teneinde"]
    mark = client.mark()
    client.request("workspace/executeCommand", CHECK)
    last = published(client, mark).get(uri)
    assert last is None or words(last, SHORT, "utf-16") == ["Teneinde"]
    client.close(uri)


def test_a_file_that_is_gone_loses_its_remarks(client: LspClient, folder: Path) -> None:
    file = folder / "tijdelijk.txt"
    file.write_text(SHORT, "utf-8")
    mark = client.mark()
    client.request("workspace/executeCommand", CHECK)
    assert published(client, mark)[file.as_uri()]
    file.unlink()
    mark = client.mark()
    client.request("workspace/executeCommand", CHECK)
    assert published(client, mark)[file.as_uri()] == []


def test_it_can_be_stopped(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"brief-{number}.md").write_text(LETTER * 10 + f"\n{number}\n", "utf-8")
    with session(tmp_path) as client:
        number = client.send_request("workspace/executeCommand", CHECK)
        begun = client.wait_notification("$/progress", lambda one: one["value"]["kind"] == "begin")
        client.notify("window/workDoneProgress/cancel", {"token": begun["token"]})
        result = client.result(number)
        assert result["cancelled"] is True
        assert result["files"] < 60
        ended = client.wait_notification("$/progress", lambda one: one["value"]["kind"] == "end")
        assert ended["token"] == begun["token"]

        other = client.send_request("workspace/executeCommand", CHECK)
        client.wait_notification(
            "$/progress",
            lambda one: one["token"] != begun["token"] and one["value"]["kind"] == "begin",
        )
        client.cancel(other)
        answer = client.response(other)
        assert "result" in answer or answer["error"]["code"] == -32800

        uri = client.open("untitled:Daarna", SHORT)
        assert words(client.diagnostics(uri), SHORT, "utf-16") == ["Teneinde"]


def test_what_the_writer_types_goes_first(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"brief-{number}.md").write_text(LETTER * 20 + f"\n{number}\n", "utf-8")
    with session(tmp_path) as client:
        number = client.send_request("workspace/executeCommand", CHECK)
        client.wait_notification("$/progress")
        uri = client.open("untitled:Nu", SHORT)
        client.diagnostics(uri)
        assert number not in client.responses


def test_without_progress_and_without_a_folder(tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text(LETTER, "utf-8")
    with session(tmp_path, capabilities={"window": None}) as client:
        assert client.request("workspace/executeCommand", CHECK)["files"] == 1
        assert client.since(0, "$/progress") == []
    with session() as client:
        empty = {"files": 0, "findings": 0, "cancelled": False}
        assert client.request("workspace/executeCommand", CHECK) == empty


def test_the_whole_folder_from_the_start(folder: Path) -> None:
    with session(folder, settings={"workspaceDiagnostics": True}) as client:
        uri = (folder / "map" / "brief.txt").as_uri()
        found = client.wait_notification("textDocument/publishDiagnostics", lambda one: one["uri"] == uri)
        assert found["diagnostics"] == expected(folder / "map" / "brief.txt", "utf-16")


def test_closing_a_text_brings_back_what_its_file_says(folder: Path) -> None:
    """For a writer who looks at the whole folder, also when the text was never saved."""
    uri = (folder / "map" / "brief.txt").as_uri()
    with session(folder, settings={"workspaceDiagnostics": True}) as client:
        client.wait_notification("textDocument/publishDiagnostics", lambda one: one["uri"] == uri)
        client.open(uri, "Wij bellen u.\n")
        assert client.diagnostics(uri) == []
        mark = client.mark()
        client.close(uri)
        client.wait_notification(
            "textDocument/publishDiagnostics", lambda one: one["uri"] == uri and one["diagnostics"], mark
        )
