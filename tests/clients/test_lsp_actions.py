"""What a writer can do with one click: the text is as expected, also after an emoji, in every encoding."""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.lsp_client import Json, LspClient, LspError, path_of
from tests.clients.lsp_session import ENCODINGS, checked, codes, session, words

BEFORE = "😀 e\u0301 👩\u200d👩\u200d👧🇳🇱 "
LINE = f"{BEFORE}wij sturen u middels een brief bericht."
TWO = f"Uw aanvraag\n\n{LINE}\n{BEFORE}wij bellen u indien dat nodig is.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("brieven ë")


@pytest.fixture(scope="module", params=ENCODINGS)
def client(folder: Path, request: pytest.FixtureRequest) -> Iterator[LspClient]:
    with session(folder, encodings=[request.param]) as client:
        yield client


@pytest.fixture(scope="module")
def one(folder: Path) -> Iterator[LspClient]:
    """For what does not depend on the encoding."""
    with session(folder, encodings=["utf-8"]) as client:
        yield client


def titled(actions: list[Json], start: str) -> Json:
    """The action whose title starts so."""
    found = [action for action in actions if action["title"].startswith(start)]
    assert found, [action["title"] for action in actions]
    return found[0]


def at(client: LspClient, uri: str, word: str) -> list[Json]:
    """The actions on a word."""
    start = client.text(uri).index(word)
    return client.actions(uri, start, start + len(word))


def page(line: str) -> str:
    return f"<!doctype html><html lang=nl><title>Uw aanvraag</title><main><p>{line}</p>\r\n</main></html>\r\n"


TEXTS = [
    ("markdown", f"# Uw aanvraag\n\n{LINE}\n"),
    ("markdown", f"# Uw aanvraag\r\n\r\n- {LINE}\r\n- Een ander punt.\r\n"),
    ("markdown", f"# Uw aanvraag\n\n| Wat | Hoe |\n|---|---|\n| {BEFORE} | middels een brief |\n"),
    ("plaintext", f"Uw aanvraag\r\n\r\n{LINE}\r\n"),
    ("html", page(LINE)),
    ("html", page(f"{BEFORE}<b>wij sturen</b> u&nbsp;het <i>middels</i> een brief.")),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_suggestion_replaces_the_word_and_nothing_else(client: LspClient, language: str, text: str) -> None:
    uri = client.open("untitled:Vervang", text, language)
    action = titled(at(client, uri, "middels"), "Vervang door ‘met’")
    assert (action["kind"], action["isPreferred"]) == ("quickfix", True)
    (cause,) = action["diagnostics"]
    assert words([cause], text, client.encoding) == ["middels"]
    client.do(action)
    assert client.text(uri) == text.replace("middels", "met")
    client.close(uri)


def test_only_the_first_safe_suggestion_is_preferred(one: LspClient) -> None:
    uri = one.open("untitled:Keus", TWO)
    actions = at(one, uri, "middels")
    assert [a["title"] for a in actions if a.get("isPreferred")] == ["Vervang door ‘met’"]
    one.do(titled(actions, "Vervang door ‘via’"))
    assert one.text(uri) == TWO.replace("middels", "via")
    one.close(uri)


def test_a_suggestion_of_several_words(client: LspClient) -> None:
    text = f"{BEFORE}U dient contact op te nemen.\n"
    uri = client.open("untitled:Dient", text)
    action = titled(at(client, uri, "dient"), "Vervang door ‘moet")
    assert not action.get("isPreferred")
    client.do(action)
    assert client.text(uri) == f"{BEFORE}U moet contact opnemen.\n"
    client.close(uri)


def test_edits_are_of_the_version_that_was_asked_about(one: LspClient) -> None:
    """An editor that has gone on in the meantime can see that, and does not carry them out."""
    uri = one.open("untitled:Ouder", TWO, version=41)
    action = titled(at(one, uri, "middels"), "Vervang door ‘met’")
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 41}
    one.edit(uri, 0, 0, "😀")
    with pytest.raises(AssertionError):
        one.do(action)
    one.do(titled(at(one, uri, "middels"), "Vervang door ‘met’"))
    assert one.text(uri) == "😀" + TWO.replace("middels", "met")
    one.close(uri)


def test_actions_are_worked_out_on_the_newest_text(client: LspClient) -> None:
    """The request comes right after the edit, before any check of it was shown."""
    uri = client.open("untitled:Nieuw", "Uw aanvraag\n")
    client.edit(uri, 0, 0, f"{LINE}\n")
    client.do(titled(at(client, uri, "middels"), "Vervang door ‘met’"))
    assert client.text(uri) == f"{LINE}\nUw aanvraag\n".replace("middels", "met")
    client.close(uri)


def test_where_nothing_is_wrong_there_is_nothing_to_mend(one: LspClient) -> None:
    uri = one.open("untitled:Goed", "Wij sturen u een brief.\n")
    assert one.actions(uri, 0, 5) == []
    one.close(uri)


@pytest.mark.parametrize(("language", "text"), [TEXTS[1], TEXTS[3], TEXTS[4]])
def test_all_safe_improvements(client: LspClient, folder: Path, language: str, text: str) -> None:
    suffix = {"markdown": "md", "plaintext": "txt", "html": "html"}[language]
    file = folder / f"alles.{suffix}"
    text = text.replace("bericht.", "bericht. Teneinde u te helpen, bellen wij u indien dat nodig is.")
    uri = client.open(file.as_uri(), text, language)
    (action,) = client.actions(uri, 0, 0, only=["source.fixAll.duidelijk"])
    assert action["title"] == "Voer alle veilige verbeteringen in deze tekst door"
    client.do(action)
    file.write_bytes(client.text(uri).encode())
    left = [s for finding in checked(file, "--all") for s in finding["suggestions"]]
    assert [s["title"] for s in left if s["applicability"] == "safe"] == []
    assert BEFORE in client.text(uri)
    assert client.text(uri) != text
    assert client.actions(uri, 0, 0, only=["source.fixAll"]) == []
    client.close(uri)


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source"], {"source.fixAll.duidelijk"}),
        (["source.fixAll"], {"source.fixAll.duidelijk"}),
        (["refactor"], set()),
        (["source.fixAll.ander"], set()),
        (["quickfix", "source.fixAll.duidelijk"], {"quickfix", "source.fixAll.duidelijk"}),
    ],
)
def test_only_the_kinds_that_are_asked_for(one: LspClient, only: list[str], kinds: set[str]) -> None:
    uri = one.open("untitled:Soort", TWO)
    start = TWO.index("middels")
    assert {action["kind"] for action in one.actions(uri, start, start + 3, only=only)} == kinds
    one.close(uri)


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_an_exception_makes_the_finding_go_away(client: LspClient, language: str, text: str) -> None:
    uri = client.open("untitled:Negeer", text, language)
    action = titled(at(client, uri, "middels"), "Negeer ‘formeel-woord’ hier: vaste term")
    assert action["kind"] == "quickfix"
    client.do(action)
    after = client.text(uri)
    mark = "<!-- duidelijk: uit-regel formeel-woord — vaste term -->"
    assert after.count(mark) == 1
    assert after.replace(mark, "").split() == text.split()
    assert "middels" not in words(client.diagnostics(uri), after, client.encoding)
    client.close(uri)


def test_an_exception_hides_nothing_else(one: LspClient) -> None:
    uri = one.open("untitled:Alleen", TWO, "markdown")
    before = codes(one.diagnostics(uri))
    one.do(titled(at(one, uri, "middels"), "Negeer ‘formeel-woord’ hier: citaat"))
    found = one.diagnostics(uri)
    assert words(found, one.text(uri), "utf-8") == ["indien"]
    assert len(found) == len(before) - 1
    one.close(uri)


def test_the_reasons_are_those_of_the_settings(folder: Path) -> None:
    with session(folder, settings={"reasons": ["naam van een wet"]}) as client:
        uri = client.open("untitled:Reden", TWO)
        titles = [a["title"] for a in at(client, uri, "middels") if a["title"].startswith("Negeer")]
    assert titles == ["Negeer ‘formeel-woord’ hier: naam van een wet"]


@pytest.fixture(scope="module")
def asking(folder: Path) -> Iterator[LspClient]:
    """An editor with a window for a reason, and one for rules."""
    with session(folder, asksForReason=True, showsRules=True) as client:
        yield client


def ignoring(client: LspClient, uri: str) -> Json:
    actions = [action for action in at(client, uri, "middels") if action["title"].startswith("Negeer")]
    (action,) = actions
    assert action["title"] == "Negeer ‘formeel-woord’ hier, met een reden…"
    command: Json = action["command"]
    return command


@pytest.mark.parametrize(
    "reason", ["staat zo in de wet", "ë 😀 ‘zo’", "pijl --> en -- streep", "twee\nregels"]
)
def test_a_reason_of_ones_own(asking: LspClient, reason: str) -> None:
    uri = asking.open("untitled:Eigen", TWO, "markdown")
    command = ignoring(asking, uri)
    assert command["command"] == "duidelijk.ignoreHere"
    assert command["arguments"] == [uri, 1, "formeel-woord", TWO.index("middels")]
    before = len(asking.applied)
    params = {"command": command["command"], "arguments": [*command["arguments"], reason]}
    asking.request("workspace/executeCommand", params)
    assert len(asking.applied) == before + 1
    assert words(asking.diagnostics(uri), asking.text(uri), "utf-16") == ["indien"]
    assert asking.text(uri).count("-->") == 1
    assert reason.split(maxsplit=1)[0] in asking.text(uri)
    asking.close(uri)


def test_a_reason_that_comes_too_late(asking: LspClient) -> None:
    """While the writer thought of a reason the text changed: nothing is done, and the writer hears why."""
    uri = asking.open("untitled:Laat", TWO)
    command = ignoring(asking, uri)
    asking.edit(uri, 0, 0, "😀 ")
    mark = asking.mark()
    params = {"command": command["command"], "arguments": [*command["arguments"], "vaste term"]}
    asking.request("workspace/executeCommand", params)
    assert asking.text(uri) == "😀 " + TWO
    assert asking.wait_notification("window/showMessage", since=mark)["message"]
    asking.close(uri)


@pytest.mark.parametrize("reason", ["", "   ", None])
def test_no_reason_is_no_exception(asking: LspClient, reason: object) -> None:
    uri = asking.open("untitled:Geen", TWO)
    command = ignoring(asking, uri)
    arguments = [*command["arguments"], *([] if reason is None else [reason])]
    with contextlib.suppress(LspError):
        asking.request("workspace/executeCommand", {"command": command["command"], "arguments": arguments})
    assert asking.text(uri) == TWO
    asking.close(uri)


def test_an_explanation(one: LspClient, asking: LspClient) -> None:
    for client, shown in ((one, 1), (asking, 0)):
        uri = client.open("untitled:Uitleg", TWO)
        mark = client.mark()
        action = titled(at(client, uri, "middels"), "Uitleg over ‘formeel-woord’")
        assert action["command"]["arguments"] == ["formeel-woord"]
        result = client.do(action)
        assert result["rule"] == "formeel-woord"
        assert result["markdown"].startswith("# ")
        client.diagnostics(uri)
        assert len(client.since(mark, "window/showMessage")) == shown
        assert client.text(uri) == TWO
        client.close(uri)


def test_a_rule_that_does_not_exist_has_no_explanation(one: LspClient) -> None:
    command = {"command": "duidelijk.explainRule", "arguments": ["bestaat-niet"]}
    assert one.request("workspace/executeCommand", command) is None


CONFIGS = {
    "leeg": "",
    "zonder": '# Onze huisstijl 😀\nfail-on = "warning"\n\n[levels]\nformeel-woord = "error"  # streng\n',
    "op één regel": '# ë\nwords = ["gemeenteblad"]  # onze woorden\nfail-on = "warning"\n',
    "op meer regels": 'words = [\n  "gemeenteblad", # vast\n  # nog een\n  "raadsstuk"\n]\n',
    "lege lijst": "words = []\n",
    "CRLF": '# ë\r\nwords = [\r\n  "gemeenteblad",\r\n]\r\n',
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("is_open", [False, True], ids=["op schijf", "open"])
def test_a_word_of_the_organisation(one: LspClient, folder: Path, config: str, is_open: bool) -> None:
    """The word is added; every line that was there stands there still, byte for byte."""
    file = folder / "duidelijk.toml"
    file.write_bytes(config.encode())
    try:
        _add_word(one, folder, file, config, is_open=is_open)
    finally:
        file.unlink()
        one.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 3}]})


def _add_word(client: LspClient, folder: Path, file: Path, config: str, *, is_open: bool) -> None:
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 1}]})
    uri = client.open((folder / "brief.md").as_uri(), TWO, "markdown")
    assert "middels" in words(client.diagnostics(uri), TWO, "utf-8")
    if is_open:
        client.open(file.as_uri(), config, "toml")
    mark = client.mark()
    client.do(titled(at(client, uri, "middels"), "Zet ‘middels’ bij de woorden van uw organisatie"))
    if is_open:
        assert file.read_bytes() == config.encode()  # the writer saves
        client.save(file.as_uri())
        client.close(file.as_uri())
    else:
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 2}]})
    after = file.read_bytes().decode()
    assert set(tomllib.loads(after)["words"]) == {*tomllib.loads(config).get("words", ()), "middels"}
    for comment in [
        part for line in config.splitlines() if "#" in line for part in [line[line.index("#") :]]
    ]:
        assert comment in after
    kept = [
        line for line in config.splitlines(keepends=True) if "words" not in line and '"raadsstuk"' not in line
    ]
    assert [line for line in after.splitlines(keepends=True) if line in kept] == kept
    assert ("\r\n" in after) == ("\r\n" in config)
    assert not ("\r\n" in config and "\n" in after.replace("\r\n", ""))
    found = client.wait_notification(
        "textDocument/publishDiagnostics",
        lambda one: one["uri"] == uri and "middels" not in words(one["diagnostics"], TWO, "utf-8"),
        mark,
    )
    assert words(found["diagnostics"], TWO, "utf-8") == ["indien"]
    client.close(uri)


def test_the_first_word_of_the_organisation_makes_the_file(tmp_path: Path) -> None:
    with session(tmp_path) as client:
        uri = client.open((tmp_path / "brief.md").as_uri(), TWO, "markdown")
        client.do(titled(at(client, uri, "middels"), "Zet ‘middels’ bij"))
        assert client.created == [tmp_path / "duidelijk.toml"]
        assert tomllib.loads((tmp_path / "duidelijk.toml").read_text("utf-8")) == {"words": ["middels"]}
        mark = client.mark()
        changes = [{"uri": (tmp_path / "duidelijk.toml").as_uri(), "type": 1}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        assert words(client.diagnostics(uri, since=mark), TWO, "utf-16") == ["indien"]


def test_settings_that_another_address_leads_to(folder: Path, one: LspClient) -> None:
    """The settings file is open, with words that are not saved, under an address written otherwise."""
    inner = folder / "map+naam"
    inner.mkdir()
    file = inner / "duidelijk.toml"
    file.write_text("words = []\n", "utf-8")
    escaped = file.as_uri().replace("duidelijk.toml", "%64uidelijk.toml")
    one.open(escaped, "# nog niet bewaard\nwords = []\n", "toml")
    uri = one.open((inner / "brief.md").as_uri(), TWO, "markdown")
    one.do(titled(at(one, uri, "middels"), "Zet ‘middels’ bij"))
    assert one.text(escaped).startswith("# nog niet bewaard\n")
    assert "middels" in one.text(escaped)
    one.close(uri)
    one.close(escaped)


def test_an_editor_that_knows_only_plain_edits(folder: Path) -> None:
    plain: Json = {
        "workspace": {"workspaceEdit": None},
        "textDocument": {"codeAction": {"resolveSupport": None}},
    }
    with session(folder, capabilities=plain) as client:
        uri = client.open("untitled:Kaal", TWO)
        actions = at(client, uri, "middels")
        action = titled(actions, "Vervang door ‘met’")
        assert list(action["edit"]) == ["changes"]
        assert not any(a["title"].startswith("Zet ‘middels’") for a in actions)  # it cannot make a file
        assert "edit" in titled(actions, "Negeer ‘formeel-woord’ hier: citaat")  # it asks for nothing later
        client.do(action)
        assert client.text(uri) == TWO.replace("middels", "met")


def test_own_path_helper_leads_back() -> None:
    assert path_of(Path("/map/een ë %41.md").as_uri()) == Path("/map/een ë %41.md")
