"""Diagnostics that the editor asks for, and requests that it takes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clients.lsp_client import Json, LspClient, LspError
from tests.clients.lsp_session import LETTER, codes, expected, session

PULLS: Json = {
    "textDocument": {"diagnostic": {"dynamicRegistration": False}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
SHORT = "Teneinde u te helpen, bellen wij u.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brieven")
    (folder / "een.md").write_text(LETTER, "utf-8")
    (folder / "twee.txt").write_text(SHORT, "utf-8")
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[LspClient]:
    with session(folder, capabilities=PULLS, settings={"workspaceDiagnostics": True}) as client:
        yield client


def of_workspace(client: LspClient, previous: dict[str, str]) -> dict[str, Json]:
    number = ask_workspace(client, previous)
    return {item["uri"]: item for item in client.result(number)["items"]}


def ask_workspace(client: LspClient, previous: dict[str, str]) -> int:
    known = [{"uri": uri, "value": value} for uri, value in previous.items()]
    return client.send_request("workspace/diagnostic", {"previousResultIds": known})


def test_the_server_says_that_it_can_be_asked(client: LspClient) -> None:
    provider = client.server["diagnosticProvider"]
    assert provider["workspaceDiagnostics"] is True
    assert provider["interFileDependencies"] is False


def test_what_is_asked_for_is_not_pushed_too(client: LspClient, folder: Path) -> None:
    file = folder / "een.md"
    uri = client.open(file.as_uri(), LETTER, "markdown")
    report = client.pull(uri)
    client.close(uri)
    assert report["kind"] == "full"
    assert report["items"] == expected(file, "utf-16")
    assert [one for one in client.since(0, "textDocument/publishDiagnostics") if one["diagnostics"]] == []


def test_nothing_new_is_not_sent_again(client: LspClient) -> None:
    uri = client.open("untitled:Vraag", SHORT)
    first = client.pull(uri)
    again = client.pull(uri, first["resultId"])
    assert (again["kind"], again["resultId"]) == ("unchanged", first["resultId"])
    assert "items" not in again
    client.edit(uri, 0, 0, "Wij bellen u indien dat nodig is. ")
    changed = client.pull(uri, first["resultId"])
    assert (changed["kind"], len(changed["items"])) == ("full", 2)
    assert changed["resultId"] != first["resultId"]
    client.close(uri)


def test_opening_again_under_the_same_version_is_new(client: LspClient) -> None:
    uri = client.open("untitled:Weer", SHORT)
    first = client.pull(uri)
    client.close(uri)
    client.open(uri, "Wij bellen u indien dat nodig is, en sturen u middels een brief bericht.\n")
    second = client.pull(uri, first["resultId"])
    client.close(uri)
    assert second["kind"] == "full"
    assert len(second["items"]) == 2


def test_a_text_that_is_not_open_has_no_diagnostics(client: LspClient) -> None:
    assert client.pull("untitled:Niets")["items"] == []
    uri = client.open("untitled:Code", SHORT, "python")
    assert client.pull(uri)["items"] == []
    client.close(uri)


def test_asking_while_typing_gives_the_last_version(client: LspClient) -> None:
    uri = client.open("untitled:Typen", "")
    numbers: list[int] = []
    for character in SHORT:
        at = len(client.text(uri))
        client.edit(uri, at, at, character)
        numbers.append(client.send_request("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
    last = client.result(numbers[-1])
    assert codes(last["items"]) == ["formeel-woord"]
    answers = [client.response(number) for number in numbers]
    client.close(uri)
    assert all("result" in one or one["error"]["code"] in {-32800, -32801, -32802} for one in answers)


@pytest.mark.parametrize(
    "method", ["textDocument/diagnostic", "textDocument/hover", "textDocument/codeAction"]
)
def test_a_request_that_is_taken_back_is_answered(client: LspClient, method: str) -> None:
    """With its result or with “cancelled”, never with silence; and the next one is answered in full."""
    uri = client.open("untitled:Terug", LETTER * 60, "markdown")
    begin = {"line": 0, "character": 0}
    params: dict[str, Any] = {
        "textDocument": {"uri": uri},
        "position": begin,
        "range": {"start": begin, "end": begin},
        "context": {"diagnostics": []},
    }
    numbers = [client.send_request(method, params) for _ in range(5)]
    for number in numbers:
        client.cancel(number)
    answers = [client.response(number) for number in numbers]
    assert all("result" in one or one["error"]["code"] == -32800 for one in answers)
    assert any("error" in one for one in answers)
    assert client.pull(uri)["items"]
    client.close(uri)


def test_a_request_that_was_answered_may_be_taken_back(client: LspClient) -> None:
    uri = client.open("untitled:Laat", SHORT)
    number = client.send_request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    client.result(number)
    client.cancel(number)
    assert client.pull(uri)["items"]
    client.close(uri)


def test_other_settings_ask_the_editor_to_ask_again(client: LspClient) -> None:
    uri = client.open("untitled:Opnieuw", SHORT)
    first = client.pull(uri)
    before = sum(method == "workspace/diagnostic/refresh" for method, _ in client.asked)
    here = {"delay": 0, "workspaceDiagnostics": True}
    client.notify(
        "workspace/didChangeConfiguration", {"settings": {"duidelijk": {**here, "allSuggestions": True}}}
    )
    client.wait_for(
        lambda: sum(method == "workspace/diagnostic/refresh" for method, _ in client.asked) > before,
        "refresh",
    )
    assert client.pull(uri, first["resultId"])["kind"] == "full"
    client.notify("workspace/didChangeConfiguration", {"settings": {"duidelijk": here}})
    client.close(uri)


def test_the_files_of_the_folder(client: LspClient, folder: Path) -> None:
    found = of_workspace(client, {})
    assert set(found) == {(folder / name).as_uri() for name in ("een.md", "twee.txt")}
    for name in ("een.md", "twee.txt"):
        item = found[(folder / name).as_uri()]
        assert item["kind"] == "full"
        assert item["items"] == expected(folder / name, "utf-16")


def test_only_what_changed_is_sent_again(client: LspClient, folder: Path) -> None:
    """The request may wait until there is something new; then it is answered."""
    before = {uri: item["resultId"] for uri, item in of_workspace(client, {}).items()}
    number = ask_workspace(client, before)
    changed, same = (folder / "twee.txt").as_uri(), (folder / "een.md").as_uri()
    (folder / "twee.txt").write_text("Wij bellen u indien dat nodig is, of wij sturen een brief.\n", "utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": changed, "type": 2}]})
    items = {item["uri"]: item for item in client.result(number)["items"]}
    if items[changed]["kind"] == "unchanged":
        items = of_workspace(client, before)
    assert codes(items[changed]["items"]) == ["formeel-woord"]
    assert items[changed]["resultId"] != before[changed]
    assert items[same]["kind"] == "unchanged" or items[same]["items"] == expected(folder / "een.md", "utf-16")


def test_a_file_that_is_gone_loses_its_diagnostics(client: LspClient, folder: Path) -> None:
    file = folder / "drie.txt"
    file.write_text(SHORT, "utf-8")
    before = {uri: item["resultId"] for uri, item in of_workspace(client, {}).items()}
    assert file.as_uri() in before
    file.unlink()
    found = of_workspace(client, before)
    assert found[file.as_uri()]["items"] == []


def test_a_request_for_the_folder_that_is_taken_back(client: LspClient) -> None:
    before = {uri: item["resultId"] for uri, item in of_workspace(client, {}).items()}
    number = ask_workspace(client, before)
    client.cancel(number)
    answer = client.response(number)
    assert "result" in answer or answer["error"]["code"] == -32800
    with pytest.raises(LspError):
        client.request("geen/methode", {})
