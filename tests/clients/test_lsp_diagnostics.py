"""The remarks that a writer sees: the right ones, at the right place, of the text as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.lsp_client import LspClient
from tests.clients.lsp_session import ENCODINGS, LETTER, PAGE, codes, expected, session, words
from tests.clients.lsp_text import range_at


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("brieven")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[LspClient]:
    with session(folder) as client:
        yield client


@pytest.fixture(scope="module", params=ENCODINGS)
def encoded(folder: Path, request: pytest.FixtureRequest) -> Iterator[LspClient]:
    with session(folder, encodings=[request.param]) as client:
        assert client.encoding == request.param
        yield client


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [("brief.md", "markdown", LETTER), ("brief.txt", "plaintext", LETTER), ("brief.html", "html", PAGE)],
)
def test_diagnostics_are_those_of_a_check(
    encoded: LspClient, folder: Path, name: str, language: str, text: str
) -> None:
    file = folder / name
    file.write_bytes(text.encode())
    uri = encoded.open(file.as_uri(), text, language)
    found = encoded.diagnostics(uri)
    encoded.close(uri)
    assert found == expected(file, encoded.encoding)
    assert {"middels", "Teneinde"} & set(words(found, text, encoded.encoding))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_columns_after_emoji_and_combining_characters(encoded: LspClient, line_end: str) -> None:
    line = "👩\u200d👩\u200d👧 e\u0301🇳🇱 brief middels een bode."
    text = line_end.join(["Uw aanvraag", "", f"Een\u2028regel {line}", ""])
    uri = encoded.open("untitled:Kolommen", text)
    found = encoded.diagnostics(uri)
    encoded.close(uri)
    at = text.index("middels")
    ranges = [one["range"] for one in found if one["code"] == "formeel-woord"]
    assert ranges == [range_at(text, at, at + len("middels"), encoded.encoding)]


def test_the_known_columns_of_one_line(encoded: LspClient) -> None:
    """Written down by hand, so that no helper can be wrong in the same way as the server."""
    uri = encoded.open("untitled:Hand", "😀e\u0301: brief middels bode.\n")
    (found,) = [one for one in encoded.diagnostics(uri) if one["code"] == "formeel-woord"]
    encoded.close(uri)
    character = {"utf-8": 4 + 3 + 8, "utf-16": 2 + 2 + 8, "utf-32": 1 + 2 + 8}[encoded.encoding]
    assert found["range"]["start"] == {"line": 0, "character": character}
    assert found["range"]["end"] == {"line": 0, "character": character + len("middels")}


def test_versions_never_go_back(client: LspClient) -> None:
    mark = client.mark()
    uri = client.open("untitled:Versies", "Teneinde u te helpen, bellen wij u.\n", version=7)
    client.diagnostics(uri)
    for _ in range(20):
        client.edit(uri, 0, 0, "Wij bellen u indien dat nodig is. ")
    client.diagnostics(uri)
    client.close(uri)
    client.wait_notification(
        "textDocument/publishDiagnostics", lambda one: one["uri"] == uri and not one["diagnostics"], mark
    )
    published = client.since(mark, "textDocument/publishDiagnostics")
    versions = [one["version"] for one in published if one["uri"] == uri and one.get("version") is not None]
    assert versions == sorted(set(versions))
    assert (versions[0], versions[-1]) == (7, 27)


def test_several_changes_in_one_notification(client: LspClient, folder: Path) -> None:
    uri = client.open((folder / "reeks.md").as_uri(), "", "markdown")
    text = "😀 Wij sturen u middels een brief bericht.\n"
    at = text.index("middels")
    first, second, third = (
        {"range": range_at("", 0, 0, "utf-16"), "text": text},
        {"range": range_at(text, at, at + len("middels"), "utf-16"), "text": "per"},
        {"range": range_at(text.replace("middels", "per"), 0, 0, "utf-16"), "text": "Teneinde u te helpen: "},
    )
    client.change(uri, first, second, third)
    found = client.diagnostics(uri)
    assert client.text(uri) == "Teneinde u te helpen: 😀 Wij sturen u per een brief bericht.\n"
    assert words(found, client.text(uri), "utf-16") == ["Teneinde"]
    client.close(uri)


def test_rapid_typing_ends_with_the_diagnostics_of_the_last_version(folder: Path) -> None:
    """Nothing is waited for between the keys; versions in between need no diagnostics."""
    text = LETTER * 2 + "Wij bellen u indien dat nodig is. 😀 U dient contact op te nemen.\n"
    file = folder / "snel.md"
    with session(folder, settings={"delay": 20}) as client:
        uri = client.open(file.as_uri(), "", "markdown")
        for character in text:
            at = len(client.text(uri))
            client.edit(uri, at, at, character)
        found = client.diagnostics(uri)
        published = [one for one in client.since(0, "textDocument/publishDiagnostics") if one["uri"] == uri]
    file.write_bytes(text.encode())
    assert found == expected(file, "utf-16")
    assert "dienen-te" in codes(found)
    assert len(published) < len(text)


def test_closing_takes_the_diagnostics_away(client: LspClient) -> None:
    uri = client.open("untitled:Dicht", "Teneinde u te helpen, bellen wij u.\n")
    assert client.diagnostics(uri)
    mark = client.mark()
    client.close(uri)
    assert (
        client.wait_notification("textDocument/publishDiagnostics", lambda one: one["uri"] == uri, mark)[
            "diagnostics"
        ]
        == []
    )


def test_closing_while_a_check_runs_leaves_nothing_behind(client: LspClient) -> None:
    uri = client.open("untitled:Weg", LETTER * 50, "markdown")
    client.close(uri)
    other = client.open("untitled:Daarna", "Teneinde u te helpen, bellen wij u.\n")
    assert client.diagnostics(other)
    client.close(other)
    last = [one for one in client.since(0, "textDocument/publishDiagnostics") if one["uri"] == uri]
    assert not last or last[-1]["diagnostics"] == []


def test_opening_again_with_another_text(client: LspClient) -> None:
    for text, count in (("Teneinde u te helpen, bellen wij u.\n", 1), ("Wij bellen u.\n", 0)):
        mark = client.mark()
        uri = client.open("untitled:Opnieuw", text)
        assert len(client.diagnostics(uri, 1, since=mark)) == count
        client.close(uri)


def test_edits_of_a_text_that_was_never_opened(client: LspClient) -> None:
    uri = "untitled:Nooit"
    for changes in (
        [{"text": "Teneinde u te helpen."}],
        [{"range": range_at("", 0, 0, "utf-16"), "text": "x"}],
    ):
        document = {"uri": uri, "version": 2}
        client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    other = client.open("untitled:Wel", "Teneinde u te helpen, bellen wij u.\n")
    assert codes(client.diagnostics(other)) == ["formeel-woord"]
    client.close(other)
    assert uri not in {one["uri"] for one in client.since(0, "textDocument/publishDiagnostics")}


def test_an_edit_while_a_check_runs(client: LspClient, folder: Path) -> None:
    file = folder / "bezig.md"
    text = LETTER * 40
    uri = client.open(file.as_uri(), text, "markdown")
    client.edit(uri, 0, 0, "😀 Wij bellen u indien dat nodig is.\n\n")
    found = client.diagnostics(uri)
    file.write_bytes(client.text(uri).encode())
    client.close(uri)
    assert found == expected(file, "utf-16")


@pytest.mark.parametrize(
    ("language", "uri"), [("python", "file:///map/a.py"), ("latex", "untitled:Brief"), ("", "file:///map/a")]
)
def test_other_languages_are_passed_over(client: LspClient, language: str, uri: str) -> None:
    mark = client.mark()
    client.open(uri, "Teneinde u te helpen, bellen wij u.\n", language)
    client.edit(uri, 0, 0, "Indien u vragen hebt. ")
    assert client.actions(uri, 0, 5) == []
    assert client.hover(uri, 2) is None
    client.close(uri)
    other = client.open("untitled:Wel", "Teneinde u te helpen, bellen wij u.\n")
    assert client.diagnostics(other, since=mark)
    client.close(other)
    assert uri not in {one["uri"] for one in client.since(mark, "textDocument/publishDiagnostics")}


@pytest.mark.parametrize(
    "name", ["een brief.md", "100% korting.md", "coöperatie ë.md", "brief😀.md", "a#b?c.md", "a+b&c.md"]
)
def test_names_of_files(client: LspClient, folder: Path, name: str) -> None:
    """The exact address comes back, and the file is known: its folder's settings hold for it."""
    inner = folder / "map met ë en %41"
    inner.mkdir(exist_ok=True)
    (inner / "duidelijk.toml").write_text('words = ["teneinde"]\n', "utf-8")
    text = "Teneinde u te helpen, bellen wij u indien dat nodig is.\n"
    uri = client.open((inner / name).as_uri(), text, "markdown")
    assert words(client.diagnostics(uri), text, "utf-16") == ["indien"]
    client.close(uri)


def test_an_address_as_another_editor_writes_it(client: LspClient, folder: Path) -> None:
    """VS Code escapes more than others; what comes back is what it sent."""
    uri = (folder / "ander.md").as_uri().replace("/ander", "/%61nder")
    client.open(uri, "Teneinde u te helpen, bellen wij u.\n", "markdown")
    assert codes(client.diagnostics(uri)) == ["formeel-woord"]
    client.close(uri)


def test_the_status_of_a_text(client: LspClient) -> None:
    mark = client.mark()
    text = "Teneinde u te helpen, bellen wij u.\n"
    uri = client.open("untitled:Stand", text, version=3)
    said = client.wait_notification("$/duidelijk/status", lambda one: one["uri"] == uri, mark)
    client.close(uri)
    assert (said["version"], said["words"]) == (3, 7)
    assert said["findings"] == {"error": 0, "warning": 1, "suggestion": 0}
    assert "1 melding" in said["text"]
    assert said["tooltip"]


def test_hover_tells_what_and_why(encoded: LspClient) -> None:
    text = "😀 e\u0301 wij sturen u middels een brief bericht.\n"
    uri = encoded.open("untitled:Uitleg", text)
    (found,) = encoded.diagnostics(uri)
    at = text.index("middels")
    shown = encoded.hover(uri, at + 3)
    assert shown is not None
    assert found["message"] in shown
    assert len(shown) > len(found["message"]) + 40
    assert encoded.hover(uri, 0) is None
    encoded.close(uri)
