"""Whatever comes in: the server lives, the next text is checked as ever, and no letter lands in a log."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.lsp_client import Json, LspClient
from tests.clients.lsp_session import ENCODINGS, LETTER, codes, expected, session, words

SHORT = "Teneinde u te helpen, bellen wij u.\n"
INFORMATION = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("map")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[LspClient]:
    with session(folder) as client:
        yield client


def insert(line: int, character: int, text: str, end: tuple[int, int] | None = None) -> Json:
    """A change that the client does not check itself."""
    last = end or (line, character)
    return {
        "range": {
            "start": {"line": line, "character": character},
            "end": {"line": last[0], "character": last[1]},
        },
        "text": text,
    }


def send(client: LspClient, uri: str, *changes: Json) -> int:
    """Send changes as they are; gives the version."""
    client.texts[uri].version += 1
    document = {"uri": uri, "version": client.version(uri)}
    client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})
    return client.version(uri)


def test_a_text_of_five_million_characters(client: LspClient) -> None:
    text = LETTER * (5_000_000 // len(LETTER) + 1)
    uri = client.open("untitled:Groot", text, "markdown")
    (found,) = client.diagnostics(uri)
    assert found["severity"] == INFORMATION
    assert found["range"]["start"]["line"] == 0
    assert "te groot" in found["message"]
    version = send(client, uri, insert(0, 0, "x"))
    assert len(client.diagnostics(uri, version)) == 1
    client.change(uri, SHORT)
    assert codes(client.diagnostics(uri)) == ["formeel-woord"]
    client.close(uri)


def test_binary_that_is_pasted_in(client: LspClient) -> None:
    uri = client.open("untitled:Plakken", SHORT)
    client.edit(uri, len(SHORT), len(SHORT), "\0\x01\x02PNG\x1a\0\0\r\n\x7f\ufffd\0")
    (found,) = client.diagnostics(uri)
    assert (found["severity"], found["source"]) == (INFORMATION, "duidelijk")
    client.edit(uri, len(SHORT), len(client.text(uri)), "")
    assert codes(client.diagnostics(uri)) == ["formeel-woord"]
    client.close(uri)


@pytest.mark.parametrize(
    "odd", ["\x01\x07\x1b[0m", "\ufeff", "\u202e", "\U0010ffff", "\ufdd0", "\x85\u2028\f\v"]
)
@pytest.mark.parametrize("language", ["plaintext", "markdown", "html"])
def test_odd_characters_move_nothing(client: LspClient, language: str, odd: str) -> None:
    before = f"<p>{odd} 😀 " if language == "html" else f"{odd} 😀 "
    text = f"{before}wij bellen u indien dat nodig is.\n"
    uri = client.open("untitled:Vreemd", text, language)
    found = [one for one in client.diagnostics(uri) if one["code"] == "formeel-woord"]
    assert words(found, text, "utf-16") == ["indien"]
    client.close(uri)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_half_a_character(folder: Path, encoding: str) -> None:
    with session(folder, encodings=[encoding]) as client:
        for half in ("\ud83d", "\ude00", "\udc80\udc81"):
            text = f"A{half}B 😀 wij bellen u indien dat nodig is.\n"
            uri = client.open("untitled:Half", text)
            found = client.diagnostics(uri)
            assert words(found, text, encoding) == ["indien"]
            start = text.index("indien")
            action = next(a for a in client.actions(uri, start, start + 3) if a.get("isPreferred"))
            client.do(action)
            assert client.text(uri) == text.replace("indien", "als")
            client.close(uri)


def test_two_halves_that_are_typed_one_by_one(client: LspClient, folder: Path) -> None:
    uri = client.open("untitled:Helften", "Wij bellen u indien dat nodig is.\n")
    send(client, uri, insert(0, 0, "\ud83d"))
    version = send(client, uri, insert(0, 1, "\ude00 "))
    text = "😀 Wij bellen u indien dat nodig is.\n"
    assert words(client.diagnostics(uri, version), text, "utf-16") == ["indien"]
    client.close(uri)


def test_ten_thousand_edits_in_a_row(folder: Path) -> None:
    """Each a character, at places all over the text; the last text is as the editor has it."""
    draw = random.Random(8)  # noqa: S311
    pieces = ["a", " ", "\n", "😀", "e\u0301", "indien ", "\r\n", ".", "# ", "ë"]
    file = folder / "lang.md"
    with session(folder, settings={"delay": 50}) as client:
        uri = client.open(file.as_uri(), LETTER, "markdown")
        while client.version(uri) < 10_000:
            text = client.text(uri)
            start = draw.randrange(len(text))
            grows = len(text) < 300
            end = min(start + draw.randrange(2 if grows else 7), len(text))
            if "\r\n" in {text[start - 1 : start + 1], text[end - 1 : end + 1]}:
                continue  # between these two there is no place
            client.edit(uri, start, end, draw.choice(pieces) if grows else "")
        found = client.diagnostics(uri)
        file.write_bytes(client.text(uri).encode())
        assert found == expected(file, "utf-16")


INVALID: list[tuple[Json, str]] = [
    (insert(0, 10_000, "!"), "een!\ntwee\n"),
    (insert(99, 0, "slot"), "een\ntwee\nslot"),
    (insert(2**31 - 1, 2**31 - 1, "slot"), "een\ntwee\nslot"),
    (insert(1, 4, "X", (0, 3)), "eenX\n"),
    (insert(0, 0, "nieuw", (2**31 - 1, 0)), "nieuw"),
    (insert(1, 2, "", (1, 99)), "een\ntw\n"),
]


@pytest.mark.parametrize(("change", "after"), INVALID)
def test_ranges_outside_the_text_are_brought_inside(client: LspClient, change: Json, after: str) -> None:
    uri = client.open("untitled:Buiten", "een\ntwee\n")
    send(client, uri, change)
    version = send(client, uri, insert(0, 0, "Teneinde u te helpen, bellen wij u.\n\n"))
    found = client.diagnostics(uri, version)
    assert codes(found)[0] == "formeel-woord"
    begin = {"line": 2, "character": 0}
    assert found[0]["range"]["start"]["line"] == 0
    version = send(client, uri, {"range": {"start": begin, "end": begin}, "text": "Indien ja, "})
    client.diagnostics(uri, version)
    client.texts[uri].text = SHORT + "\nIndien ja, " + after
    (action,) = client.actions(uri, 0, 0, only=["source.fixAll"])
    client.do(action)
    assert client.text(uri).endswith(after)
    client.close(uri)


@pytest.mark.parametrize(
    "change",
    [
        {"range": None, "text": "x"},
        {"text": None},
    ],
)
def test_an_edit_that_is_none_breaks_nothing(client: LspClient, change: Json) -> None:
    """What the editor meant cannot be known; with its next whole text all is well again."""
    uri = client.open("untitled:Onzin", SHORT)
    send(client, uri, change)
    version = send(client, uri, {"text": "Wij bellen u indien dat nodig is.\n"})
    found = client.diagnostics(uri, version)
    assert words(found, "Wij bellen u indien dat nodig is.\n", "utf-16") == ["indien"]
    client.close(uri)


@pytest.mark.parametrize(("line", "character"), [(-1, 0), (0, -7), (-(2**40), 0)])
def test_a_place_before_the_text_is_its_start(client: LspClient, line: int, character: int) -> None:
    text = "Wij bellen u indien dat nodig is.\n"
    uri = client.open("untitled:Onder nul", text)
    version = send(client, uri, insert(line, character, "😀 "))
    assert words(client.diagnostics(uri, version), "😀 " + text, "utf-16") == ["indien"]
    client.close(uri)


def test_edits_out_of_order(client: LspClient) -> None:
    """An editor that numbers its versions wrongly still gets the remarks of the text as it is."""
    uri = client.open("untitled:Volgorde", "", version=9)
    for version, text in ((4, "Wij bellen u.\n"), (4, SHORT)):
        document = {"uri": uri, "version": version}
        client.notify(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]}
        )
    client.texts[uri].text, client.texts[uri].version = SHORT, 4
    start = client.actions(uri, 0, 8)
    assert any(action.get("isPreferred") for action in start)
    client.close(uri)


def test_opening_twice_takes_the_last(client: LspClient) -> None:
    uri = client.open("untitled:Dubbel", "Wij bellen u.\n")
    client.open(uri, SHORT, version=2)
    assert codes(client.diagnostics(uri)) == ["formeel-woord"]
    client.close(uri)


@pytest.mark.skipif(os.name == "nt", reason="signalen zijn er op Windows niet")
def test_after_a_crash_a_new_server_finds_the_same(folder: Path) -> None:
    found: list[list[Json]] = []
    for is_killed in (True, False):
        with session(folder) as client:
            uri = client.open((folder / "brief.md").as_uri(), LETTER, "markdown")
            client.edit(uri, len(LETTER), len(LETTER), "\nWij bellen u indien dat nodig is.\n")
            found.append(client.diagnostics(uri))
            if is_killed:
                client.edit(uri, 0, 0, LETTER * 50)
                client.process.send_signal(signal.SIGKILL)
                assert client.exit_code() == -signal.SIGKILL
                assert client.is_alone()
    assert found[0] == found[1]
    assert "indien" in words(found[1], LETTER + "\nWij bellen u indien dat nodig is.\n", "utf-16")


def test_no_letter_in_a_log(folder: Path) -> None:
    """Also where something is wrong: broken messages, impossible edits, a client that goes in the middle."""
    hidden = "Geheimenstein"
    with LspClient(env={"PYTHONWARNINGS": "default", "PYTHONASYNCIODEBUG": "1"}) as client:
        client.initialize(folder, options={"settings": {"delay": 0}})
        uri = client.open("untitled:Geheim", f"{SHORT}{hidden}\n")
        send(client, uri, insert(-1, 0, hidden))
        send(client, uri, {"range": hidden, "text": hidden})
        send(client, uri, insert(0, 0, f"{hidden}\ud83d\0"))
        client.raw_write(b'Content-Length: 30\r\n\r\n{"jsonrpc": "2.0", "x": Geheimenstein')
        client.raw_write(b"Geheimenstein\r\n\r\n")
        for method in ("textDocument/hover", "textDocument/codeAction", hidden):
            client.send_request(method, {"textDocument": {"uri": uri}, "hidden": hidden})
        command = {"command": "duidelijk.explainRule", "arguments": [{"a": hidden}]}
        client.response(client.send_request("workspace/executeCommand", command))
        client.open("untitled:Lang", f"{hidden} {LETTER}" * 50, "markdown")
        client.close_input()
        client.exit_code()
        assert hidden not in client.stderr
