"""The order of the protocol, messages that are none, and ends of all kinds: never a process left behind."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator

import pytest

from duidelijk._version import __version__
from duidelijk.lsp.options import Options, options_from
from tests.clients.lsp_client import LspClient, LspError, SilentError
from tests.clients.lsp_session import LETTER, codes, session

SOON = 20.0
"""Seconds in which a server must have ended when its client has gone, on a slow machine."""
SHORT = "Teneinde u te helpen, bellen wij u.\n"


@pytest.fixture(scope="module")
def client() -> Iterator[LspClient]:
    with session() as client:
        yield client


@pytest.fixture
def silent() -> Iterator[LspClient]:
    """A server to which nothing has been said."""
    with LspClient() as client:
        yield client
        assert client.stderr == ""


def works(client: LspClient) -> bool:
    """Whether the server checks a text as ever."""
    mark = client.mark()
    uri = client.open(f"untitled:Werkt{mark}", SHORT)
    found = client.diagnostics(uri, since=mark)
    client.close(uri)
    return codes(found) == ["formeel-woord"]


def test_from_hello_to_goodbye(silent: LspClient) -> None:
    """Before hello every request is refused and every notification passed over; the order after is kept."""
    silent.notify("textDocument/didOpen", {"textDocument": {"uri": "untitled:Vroeg"}})
    silent.notify("initialized", {})
    for method in ("textDocument/hover", "shutdown", "geen/methode"):
        with pytest.raises(LspError) as refused:
            silent.request(method, {})
        assert refused.value.code == -32002

    answer = silent.initialize()
    assert answer["serverInfo"] == {"name": "duidelijk", "version": __version__}
    can = answer["capabilities"]
    assert can["positionEncoding"] == "utf-16"
    assert can["textDocumentSync"]["openClose"] is True
    assert can["textDocumentSync"]["change"] == 2  # incremental
    assert can["textDocumentSync"]["save"]
    assert can["hoverProvider"]
    assert {"quickfix", "source.fixAll.duidelijk"} <= set(can["codeActionProvider"]["codeActionKinds"])
    commands = can["executeCommandProvider"]["commands"]
    assert {"duidelijk.ignoreHere", "duidelijk.explainRule", "duidelijk.checkWorkspace"} == set(commands)
    assert "diagnosticProvider" not in can  # this client waits for diagnostics to be pushed

    with pytest.raises(LspError):
        silent.initialize()
    assert works(silent)

    silent.request("shutdown")
    with pytest.raises(LspError) as refused:
        silent.request("textDocument/hover", {})
    assert refused.value.code == -32600
    silent.notify("exit")
    assert silent.exit_code(SOON) == 0
    assert silent.is_alone()


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32", "utf-8"], "utf-32"),
        (["utf-16"], "utf-16"),
        (["utf-7"], "utf-16"),
        ([], "utf-16"),
    ],
)
def test_the_first_encoding_that_both_know(silent: LspClient, offered: list[str], chosen: str) -> None:
    assert silent.initialize(encodings=offered)["capabilities"].get("positionEncoding", "utf-16") == chosen


def test_a_client_that_says_next_to_nothing(silent: LspClient) -> None:
    silent.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    silent.notify("initialized", {})
    assert works(silent)
    uri = silent.open("untitled:Kaal", SHORT)
    silent.diagnostics(uri)
    assert silent.actions(uri, 0, 8) is not None
    assert silent.asked == []  # it cannot be asked for anything
    assert silent.shutdown() == 0


@pytest.mark.parametrize("said", [None, 1, "tekst", [], {}, {"delay": "?", "config": 7, "reasons": [1]}])
def test_odd_settings_are_passed_over(said: object) -> None:
    assert options_from(said) == Options()


def test_odd_options_are_passed_over(silent: LspClient) -> None:
    silent.initialize(options={"settings": {"delay": "?", "reasons": {}}, "asksForReason": 1, "meer": []})
    assert works(silent)


def test_unknown_methods(client: LspClient) -> None:
    with pytest.raises(LspError) as refused:
        client.request("textDocument/bestaatNiet", {"a": 1})
    assert refused.value.code == -32601
    with pytest.raises(LspError):
        client.request("$/bestaatNiet", {"a": 1})
    client.notify("bestaat/niet", {"a": 1})
    client.notify("$/bestaatNiet")
    assert works(client)


def test_an_unknown_command(client: LspClient) -> None:
    with pytest.raises(LspError):
        client.request("workspace/executeCommand", {"command": "duidelijk.bestaatNiet", "arguments": []})
    assert works(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/hover", {"textDocument": {"uri": "untitled:Werkt"}}),
        ("textDocument/hover", {"textDocument": "tekst", "position": {"line": 0, "character": 0}}),
        ("textDocument/hover", {"textDocument": {"uri": "x"}, "position": {"line": "een", "character": 0}}),
        ("textDocument/codeAction", {"textDocument": {"uri": "x"}, "range": None, "context": {}}),
        ("textDocument/codeAction", [1, 2]),
        ("workspace/executeCommand", {"arguments": []}),
        ("workspace/executeCommand", {"command": "duidelijk.ignoreHere", "arguments": []}),
        (
            "workspace/executeCommand",
            {"command": "duidelijk.ignoreHere", "arguments": [1, "a", None, {}, []]},
        ),
        ("workspace/executeCommand", {"command": "duidelijk.explainRule", "arguments": [7, 8]}),
        ("workspace/executeCommand", {"command": "duidelijk.explainRule"}),
    ],
)
def test_requests_with_wrong_params_get_an_error(client: LspClient, method: str, params: object) -> None:
    with pytest.raises(LspError) as refused:
        client.request(method, params)
    assert refused.value.code in {-32602, -32600, -32603}
    assert works(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/didOpen", {"textDocument": {"uri": "untitled:Half"}}),
        ("textDocument/didChange", {"textDocument": {"uri": "untitled:Half"}, "contentChanges": [{"x": 1}]}),
        ("textDocument/didClose", {}),
        ("workspace/didChangeConfiguration", {"settings": 7}),
        ("workspace/didChangeWatchedFiles", {"changes": "?"}),
        ("$/cancelRequest", {"id": 12345}),
        ("$/cancelRequest", {}),
        ("window/workDoneProgress/cancel", {"token": "bestaat niet"}),
    ],
)
def test_notifications_with_wrong_params_break_nothing(
    client: LspClient, method: str, params: object
) -> None:
    client.notify(method, params)
    assert works(client)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"",
        b"geen json",
        b'{"jsonrpc": "2.0", "method": "textDocument/hover", "id": 1, ]',
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"7",
        b"{}",
        b'{"jsonrpc": "1.0"}',
        b'{"jsonrpc": "2.0", "id": 99999, "result": null}',
        b'{"jsonrpc": "2.0", "id": "onbekend", "error": {"code": 1, "message": "x"}}',
        b'{"jsonrpc": "2.0", "method": 7}',
        b'{"jsonrpc": "2.0", "method": [7], "id": 1000001}',
        b'{"jsonrpc": "2.0", "method": "textDocument/hover", "id": {}}',
        b"[" * 5000,
        b'"' + b"a" * 100_000,
    ],
    ids=lambda body: repr(body[:16]),
)
def test_a_body_that_is_no_message_costs_only_itself(client: LspClient, body: bytes) -> None:
    client.raw_write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    assert works(client)


def test_broken_json_is_answered(client: LspClient) -> None:
    client.responses.pop(None, None)
    client.raw_write(b"Content-Length: 5\r\n\r\n{oei}")
    assert client.response(None)["error"]["code"] == -32700


def test_other_headers_and_their_order(client: LspClient) -> None:
    kind = b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
    body = b'{"jsonrpc": "2.0", "id": "kop", "method": "geen/methode"}'
    size = b"Content-Length: %d\r\n" % len(body)
    for header in (kind + size, size + kind):
        client.responses.pop("kop", None)
        client.raw_write(header + b"\r\n" + body)
        assert client.response("kop")["error"]["code"] == -32601


def test_a_message_in_pieces(client: LspClient) -> None:
    body = b'{"jsonrpc": "2.0", "id": "stuk", "method": "geen/methode", "params": {"a": "\xc3\xab"}}'
    for byte in b"Content-Length: %d\r\n\r\n%b" % (len(body), body):
        client.raw_write(bytes([byte]))
    assert client.response("stuk")["error"]["code"] == -32601


@pytest.mark.parametrize(
    "garbage",
    [
        b"Content-Length: 3\r\n\r\n{}{}{}",
        b"Content-Length: 5000\r\n\r\n{}",
        b"Content-Length: 99999999999999999999\r\n\r\n{}",
        b"Content-Length: -5\r\n\r\n",
        b"Content-Length: x\r\n\r\n{}",
        b"{}\r\n\r\n",
    ],
    ids=["te klein", "te groot", "veel te groot", "onder nul", "geen getal", "geen kop"],
)
def test_a_wrong_length_is_not_waited_for(silent: LspClient, garbage: bytes) -> None:
    """After it the server either finds the next message or ends; it never lives on without hearing."""
    silent.initialize()
    silent.raw_write(garbage)
    silent.send_request("geen/methode", {"vulling": "a" * 5000})
    for _ in range(2):
        silent.send_request("geen/methode")
    number = silent.send_request("geen/methode")
    try:
        assert silent.response(number, SOON)["error"]["code"] == -32601
    except SilentError:
        assert silent.exit_code(SOON) != 0


def test_exit_without_shutdown(silent: LspClient) -> None:
    silent.initialize()
    silent.notify("exit")
    assert silent.exit_code(SOON) == 1
    assert silent.is_alone()


def test_exit_before_hello(silent: LspClient) -> None:
    silent.notify("exit")
    assert silent.exit_code(SOON) == 1


def at_rest(client: LspClient) -> None:
    assert works(client)


def in_a_check(client: LspClient) -> None:
    client.open("untitled:Lang", LETTER * 400, "markdown")
    client.request("textDocument/hover", _hover("untitled:Leeg"))


def in_a_message(client: LspClient) -> None:
    client.raw_write(b'Content-Length: 1000\r\n\r\n{"jsonrpc": "2.0", "method": "textD')


def in_a_header(client: LspClient) -> None:
    client.raw_write(b"Content-Len")


def with_a_question_open(client: LspClient) -> None:
    client.answers.clear()
    client.open("untitled:Lang", LETTER * 100, "markdown")
    for _ in range(5):
        client.send_request("textDocument/hover", _hover("untitled:Lang"))


def _hover(uri: str) -> dict[str, object]:
    return {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}


@pytest.mark.parametrize(
    "when",
    [at_rest, in_a_check, in_a_message, in_a_header, with_a_question_open],
    ids=lambda when: when.__name__,
)
def test_a_client_that_dies_takes_the_server_with_it(
    silent: LspClient, when: Callable[[LspClient], None]
) -> None:
    silent.initialize(options={"settings": {"delay": 0}})
    when(silent)
    silent.close_input()
    silent.exit_code(SOON)
    assert silent.is_alone()


def test_a_client_that_reads_no_more_takes_the_server_with_it() -> None:
    """Both pipes close at once, as when the editor is killed."""
    with LspClient() as client:
        client.initialize(options={"settings": {"delay": 0}})
        client.open("untitled:Lang", LETTER * 50, "markdown")
        assert client.process.stdout is not None
        client.close_input()
        client.exit_code(SOON)
        assert client.is_alone()


def test_goodbye_while_a_check_runs(silent: LspClient) -> None:
    silent.initialize(options={"settings": {"delay": 0}})
    in_a_check(silent)
    assert silent.shutdown(SOON) == 0
    assert silent.is_alone()


@pytest.mark.skipif(os.name == "nt", reason="signalen zijn er op Windows niet")
def test_a_request_to_end(silent: LspClient) -> None:
    silent.initialize()
    in_a_check(silent)
    silent.process.send_signal(signal.SIGTERM)
    silent.exit_code(SOON)
    assert silent.is_alone()


def test_requests_may_have_names_as_numbers(client: LspClient) -> None:
    client.send({"id": "een-naam", "method": "textDocument/hover", "params": _hover("untitled:Niets")})
    assert client.response("een-naam")["result"] is None


def test_the_dashes_of_other_editors() -> None:
    with LspClient([sys.executable, "-m", "duidelijk", "lsp", "--stdio"]) as client:
        client.initialize()
        assert client.shutdown() == 0
        assert client.stderr == ""
