"""The settings in ``integrations/``, with clients that can what those editors can: the files work."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from markdown_it import MarkdownIt

from tests.clients.editor_texts import LETTER, PAGE, ROOT, SERVER_ENV, places
from tests.clients.lsp_client import LspClient
from tests.clients.lsp_text import offset_at

INTEGRATIONS: Final = ROOT / "integrations"
PULL: Final = {"textDocument": {"diagnostic": {"dynamicRegistration": False, "relatedDocumentSupport": True}}}


class Editor(NamedTuple):
    """How an editor starts the server, says its file. ``languages``: what it calls each kind of file."""

    command: tuple[str, ...]
    languages: Mapping[str, str]
    options: Any
    settings: Mapping[str, Any]
    encodings: tuple[str, ...]
    capabilities: Mapping[str, Any]


def commented_json(file: Path) -> Any:
    """JSON with lines of comment, as these editors take it."""
    return json.loads(re.sub(r"(?m)^\s*//.*$", "", file.read_text("utf-8")))


def helix() -> Editor:
    """Helix 25: gives ``config`` when it starts and when it is asked; counts in bytes if it may; pulls."""
    config = tomllib.loads((INTEGRATIONS / "helix" / "languages.toml").read_text("utf-8"))
    server = config["language-server"]["duidelijk"]
    own = {one["name"]: one for one in config["language"]}
    assert all("duidelijk" in one["language-servers"] for one in own.values())
    endings = {"markdown": ".md", "html": ".html", "text": ".txt", "toml": ".toml"}
    assert set(own) == set(endings)
    return Editor(
        (server["command"], *server["args"]),
        {endings[name]: one.get("language-id", name) for name, one in own.items()},
        server["config"],
        server["config"]["duidelijk"],
        ("utf-8", "utf-32", "utf-16"),
        PULL,
    )


def sublime() -> Editor:
    """The package LSP of Sublime Text: settings with dots, pushed diagnostics."""
    clients = commented_json(INTEGRATIONS / "sublime" / "LSP.sublime-settings")["clients"]
    client = clients["duidelijk"]
    assert client["enabled"] is True
    names = {
        "text.html.markdown": (".md", "markdown"),
        "text.html.basic": (".html", "html"),
        "text.plain": (".txt", "plaintext"),
        "source.toml": (".toml", "toml"),
    }
    scopes = client["selector"].split(" | ")
    assert set(scopes) == set(names)
    own = {key.removeprefix("duidelijk."): value for key, value in client["settings"].items()}
    assert all(key.startswith("duidelijk.") for key in client["settings"])
    options = client.get("initializationOptions")
    return Editor(tuple(client["command"]), dict(names[one] for one in scopes), options, own, ("utf-16",), {})


def zed() -> Editor:
    """Zed: the extension says how to start and gives the settings on; pushed and pulled diagnostics."""
    extension = tomllib.loads((INTEGRATIONS / "zed" / "extension.toml").read_text("utf-8"))
    server = extension["language_servers"]["duidelijk"]
    assert set(server["languages"]) == set(server["language_ids"])
    code = (INTEGRATIONS / "zed" / "src" / "lib.rs").read_text("utf-8")
    program = re.search(r'const PROGRAM: &str = "([^"]+)";', code)
    arguments = re.search(r"const ARGUMENTS: \[&str; \d\] = \[([^\]]*)\];", code)
    assert program is not None
    assert arguments is not None
    settings = commented_json(INTEGRATIONS / "zed" / "settings.json")["lsp"]["duidelijk"]["settings"]
    endings = {"Markdown": ".md", "HTML": ".html", "Plain Text": ".txt", "TOML": ".toml"}
    return Editor(
        (program[1], *re.findall(r'"([^"]+)"', arguments[1])),
        {endings[name]: language for name, language in server["language_ids"].items()},
        None,
        settings,
        ("utf-16",),
        PULL,
    )


EDITORS: Final = {"helix": helix, "sublime": sublime, "zed": zed}


def start(editor: Editor, folder: Path, stack: ExitStack) -> LspClient:
    """The very command of the file; ``duidelijk`` is the one of this checkout."""
    assert editor.command[0] == "duidelijk"
    command = (sys.executable, "-m", *editor.command)
    client = stack.enter_context(LspClient(command, cwd=folder, env=SERVER_ENV))
    client.settings = dict(editor.settings)
    client.initialize(
        folder, encodings=editor.encodings, options=editor.options, capabilities=editor.capabilities
    )
    return client


def shown(client: LspClient, uri: str, editor: Editor) -> list[dict[str, Any]]:
    """The diagnostics of an open text, in the way of this editor."""
    if editor.capabilities:
        items: list[dict[str, Any]] = client.pull(uri)["items"]
        return items
    return client.diagnostics(uri)


def cut(text: str, diagnostics: Sequence[Mapping[str, Any]], encoding: str) -> list[tuple[str, int, str]]:
    """Rule, line and words (of the first line) of each diagnostic, counted as this editor counts."""
    result = []
    for one in diagnostics:
        start, end = (offset_at(text, one["range"][edge], encoding) for edge in ("start", "end"))
        words = text[start:end].partition("\n")[0]
        result.append((one["code"], one["range"]["start"]["line"], words))
    return sorted(result)


@pytest.mark.parametrize("name", EDITORS)
def test_findings_stand_at_their_words(name: str, tmp_path: Path) -> None:
    editor = EDITORS[name]()
    with ExitStack() as stack:
        client = start(editor, tmp_path, stack)
        assert client.encoding == editor.encodings[0]
        for file, text in (("brief.md", LETTER), ("pagina.html", PAGE), ("brief.txt", LETTER[1:])):
            path = tmp_path / file
            path.write_bytes(text.encode())
            uri = client.open(path.as_uri(), text, editor.languages[path.suffix])
            expected = places(text, file, tmp_path)
            assert expected
            assert cut(text, shown(client, uri, editor), client.encoding) == expected


@pytest.mark.parametrize("name", EDITORS)
def test_the_settings_in_the_file_take_effect(name: str, tmp_path: Path) -> None:
    editor = EDITORS[name]()
    editor = editor._replace(settings={**editor.settings, "reasons": ["zo heet het"]})
    if isinstance(editor.options, dict):
        editor = editor._replace(options={"duidelijk": dict(editor.settings)})
    with ExitStack() as stack:
        client = start(editor, tmp_path, stack)
        client.notify("workspace/didChangeConfiguration", {"settings": {"duidelijk": dict(editor.settings)}})
        uri = client.open((tmp_path / "brief.md").as_uri(), LETTER, editor.languages[".md"])
        shown(client, uri, editor)
        titles = [one["title"] for one in client.actions(uri, LETTER.index("indien"))]
        assert "Negeer ‘formeel-woord’ hier: zo heet het" in titles
        assert "Vervang door ‘als’" in titles


@pytest.mark.parametrize("name", EDITORS)
def test_a_better_word_is_put_in_place(name: str, tmp_path: Path) -> None:
    editor = EDITORS[name]()
    with ExitStack() as stack:
        client = start(editor, tmp_path, stack)
        uri = client.open((tmp_path / "brief.md").as_uri(), LETTER, editor.languages[".md"])
        shown(client, uri, editor)
        found = client.actions(uri, LETTER.index("indien"))
        (action,) = [one for one in found if one["title"] == "Vervang door ‘als’"]
        client.do(action)
        assert client.text(uri) == LETTER.replace("indien", "als")


@pytest.mark.parametrize("name", EDITORS)
def test_a_mistake_in_the_settings_of_the_organisation_is_shown(name: str, tmp_path: Path) -> None:
    editor = EDITORS[name]()
    text = '# \U0001f600\npresets = "brief"\n'
    with ExitStack() as stack:
        client = start(editor, tmp_path, stack)
        uri = client.open((tmp_path / "duidelijk.toml").as_uri(), text, editor.languages[".toml"])
        (one,) = client.diagnostics(uri)  # what is no text of a writer is pushed, also to who pulls
        assert one["range"]["start"]["line"] == 1


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("helix", "helix/languages.toml"),
        ("sublime", "sublime/LSP.sublime-settings"),
        ("zed", "zed/settings.json"),
    ],
)
def test_the_page_shows_the_file(page: str, file: str) -> None:
    text = (ROOT / "docs" / "editors" / f"{page}.md").read_text("utf-8")
    fences = [one for one in MarkdownIt("commonmark").parse(text) if one.type == "fence"]
    (shown_file,) = [one.content for one in fences if one.info.endswith(Path(file).name)]
    assert shown_file == (INTEGRATIONS / file).read_text("utf-8")


def test_each_page_is_in_the_list() -> None:
    folder = ROOT / "docs" / "editors"
    text = (folder / "index.md").read_text("utf-8")
    for page in folder.glob("*.md"):
        assert page.name == "index.md" or f"({page.name})" in text, page.name


def test_the_parts_of_the_extension_for_zed_agree() -> None:
    extension = tomllib.loads((INTEGRATIONS / "zed" / "extension.toml").read_text("utf-8"))
    crate = tomllib.loads((INTEGRATIONS / "zed" / "Cargo.toml").read_text("utf-8"))
    assert extension["version"] == crate["package"]["version"]
    assert extension["schema_version"] == 1
    assert crate["lib"]["crate-type"] == ["cdylib"]
