"""A scripted client of a language server: the texts of an editor, and what its user sees and does."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.clients.lsp_pipe import SERVER, TIMEOUT, Json, LspError, LspPipe, SilentError
from tests.clients.lsp_text import edited, position_at, range_at

__all__ = [
    "SERVER",
    "TIMEOUT",
    "Json",
    "LspClient",
    "LspError",
    "OpenText",
    "SilentError",
    "capabilities_of",
    "path_of",
]


@dataclass
class OpenText:
    """A text as this client has it; ``mark`` is when it was opened."""

    language: str
    version: int
    text: str
    mark: int


def capabilities_of(*encodings: str) -> Json:
    """A client that can do all that the server may ask of it, and waits for pushed diagnostics."""
    kinds = ["quickfix", "source", "source.fixAll", "source.fixAll.duidelijk", "refactor"]
    return {
        "general": {"positionEncodings": list(encodings)},
        "textDocument": {
            "synchronization": {"didSave": True},
            "publishDiagnostics": {
                "versionSupport": True,
                "codeDescriptionSupport": True,
                "dataSupport": True,
            },
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": kinds}},
                "isPreferredSupport": True,
                "dataSupport": True,
                "resolveSupport": {"properties": ["edit"]},
            },
        },
        "workspace": {
            "applyEdit": True,
            "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
            "configuration": True,
            "didChangeConfiguration": {"dynamicRegistration": True},
            "didChangeWatchedFiles": {"dynamicRegistration": True},
            "workspaceFolders": True,
            "executeCommand": {},
        },
        "window": {"workDoneProgress": True, "showMessage": {}},
    }


def merged(base: Json, more: Mapping[str, Any]) -> Json:
    """The base with other values laid over it, level by level; None takes a value away."""
    result = dict(base)
    for key, value in more.items():
        here = result.get(key)
        if value is None:
            result.pop(key, None)
        else:
            both = isinstance(value, Mapping) and isinstance(here, dict)
            result[key] = merged(here, value) if both and isinstance(here, dict) else value
    return result


def path_of(uri: str) -> Path:
    """The file of an address."""
    return Path(unquote(urlsplit(uri).path))


class LspClient(LspPipe):
    """A client with one server of its own.

    ``settings`` is what it answers to workspace/configuration (None: nothing is set), ``applied`` what the
    server asked to edit, ``created`` the files that those edits and code actions made.
    """

    def __init__(
        self,
        command: Sequence[str] = SERVER,
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.texts: dict[str, OpenText] = {}
        self.settings: Json | None = None
        self.encoding = "utf-16"
        self.server: Json = {}
        self.applied: list[Json] = []
        self.created: list[Path] = []
        super().__init__(command, cwd=cwd, env=env)
        self.answers |= {
            "workspace/configuration": self._configuration,
            "workspace/applyEdit": self._apply_edit,
            "workspace/workspaceFolders": lambda _: None,
            "workspace/diagnostic/refresh": lambda _: None,
            "client/registerCapability": lambda _: None,
            "client/unregisterCapability": lambda _: None,
            "window/workDoneProgress/create": lambda _: None,
            "window/showMessageRequest": lambda _: None,
        }

    def initialize(
        self,
        root: Path | None = None,
        *,
        encodings: Sequence[str] = ("utf-16",),
        capabilities: Mapping[str, Any] | None = None,
        options: Any = None,
        initialized: bool = True,
        timeout: float = TIMEOUT,
    ) -> Json:
        """Say hello, with more or fewer (None) capabilities than :func:`capabilities_of`."""
        params: Json = {
            "processId": os.getpid(),
            "rootUri": None if root is None else root.as_uri(),
            "workspaceFolders": None if root is None else [{"uri": root.as_uri(), "name": root.name}],
            "capabilities": merged(capabilities_of(*encodings), capabilities or {}),
        }
        if options is not None:
            params["initializationOptions"] = options
        answer: Json = self.request("initialize", params, timeout)
        self.server = answer["capabilities"]
        self.encoding = self.server.get("positionEncoding", "utf-16")
        if initialized:
            self.notify("initialized", {})
        return answer

    # Texts

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> str:
        """Open a text; gives its address."""
        self.texts[uri] = OpenText(language, version, text, self.mark())
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, *changes: Json | str) -> int:
        """Send changes in one notification: a whole text, or ``{"range", "text"}``; gives the new version."""
        mine = self.texts[uri]
        mine.version += 1
        events: list[Json] = []
        for change in changes:
            if isinstance(change, str):
                mine.text = change
                events.append({"text": change})
            else:
                edit = {"range": change["range"], "newText": change["text"]}
                mine.text = edited(mine.text, [edit], self.encoding)
                events.append(change)
        document = {"uri": uri, "version": mine.version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": events})
        return mine.version

    def edit(self, uri: str, start: int, end: int, new: str) -> int:
        """Replace the code points ``start:end`` of an open text; gives the new version."""
        where = range_at(self.texts[uri].text, start, end, self.encoding)
        return self.change(uri, {"range": where, "text": new})

    def save(self, uri: str) -> None:
        """Write an open text to its file and say so."""
        path_of(uri).write_bytes(self.texts[uri].text.encode())
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri: str) -> None:
        """Close a text."""
        del self.texts[uri]
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def text(self, uri: str) -> str:
        """The text as it stands in this client."""
        return self.texts[uri].text

    def version(self, uri: str) -> int:
        """The version that this client is at."""
        return self.texts[uri].version

    # What a user sees and does

    def diagnostics(
        self, uri: str, version: int | None = None, *, since: int = 0, timeout: float = TIMEOUT
    ) -> list[Json]:
        """Wait for the pushed diagnostics of a version (default: the one that is open); the newest count."""
        if uri in self.texts:
            version = self.texts[uri].version if version is None else version
            since = max(since, self.texts[uri].mark)

        def ready() -> Json | None:
            published: list[Json] = self.since(since, "textDocument/publishDiagnostics")
            mine = [one for one in published if one["uri"] == uri]
            fitting = [one for one in mine if version is None or one.get("version") == version]
            return fitting[-1] if fitting else None

        found: Json = self.wait_for(ready, f"diagnostics van {uri} versie {version}", timeout)
        diagnostics: list[Json] = found["diagnostics"]
        return diagnostics

    def pull(self, uri: str, previous: str | None = None, timeout: float = TIMEOUT) -> Json:
        """Ask for the diagnostics of a text."""
        params: Json = {"textDocument": {"uri": uri}}
        if previous is not None:
            params["previousResultId"] = previous
        report: Json = self.request("textDocument/diagnostic", params, timeout)
        return report

    def hover(self, uri: str, offset: int) -> str | None:
        """What stands in the window at a place, as Markdown."""
        where = position_at(self.text(uri), offset, self.encoding)
        answer = self.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": where})
        return None if answer is None else str(answer["contents"]["value"])

    def actions(
        self, uri: str, start: int, end: int | None = None, *, only: Sequence[str] | None = None
    ) -> list[Json]:
        """The code actions at the code points ``start:end``."""
        where = range_at(self.text(uri), start, start if end is None else end, self.encoding)
        context: Json = {"diagnostics": []}
        if only is not None:
            context["only"] = list(only)
        params = {"textDocument": {"uri": uri}, "range": where, "context": context}
        found: list[Json] = self.request("textDocument/codeAction", params) or []
        return found

    def do(self, action: Json) -> Any:
        """Carry a code action out, as an editor does; gives the result of its command, if it has one."""
        if "edit" not in action and "command" not in action:
            action = self.request("codeAction/resolve", action)
        if "edit" in action:
            self.apply(action["edit"])
        command = action.get("command")
        if command is None:
            return None
        params = {"command": command["command"], "arguments": command.get("arguments", [])}
        return self.request("workspace/executeCommand", params)

    def apply(self, edit: Json) -> None:
        """Carry an edit of the workspace out, in open texts and in files.

        Raises:
            AssertionError, OutsideError: when it is for another version, or lies outside the text.
        """
        changes = edit.get("documentChanges")
        if changes is None:
            changes = [
                {"textDocument": {"uri": uri, "version": None}, "edits": edits}
                for uri, edits in edit["changes"].items()
            ]
        for change in changes:
            if change.get("kind") == "create":
                path = path_of(change["uri"])
                options = change.get("options") or {}
                assert options.get("ignoreIfExists") or not path.exists(), path
                if not path.exists():
                    path.write_bytes(b"")
                    self.created.append(path)
            else:
                assert "kind" not in change, change
                self._apply_one(change["textDocument"], change["edits"])

    def _apply_one(self, document: Json, edits: Sequence[Json]) -> None:
        uri, version = document["uri"], document.get("version")
        mine = self.texts.get(uri)
        if mine is None:
            assert version is None, f"een versie van een bestand dat niet open is: {document}"
            path = path_of(uri)
            path.write_bytes(edited(path.read_bytes().decode(), edits, self.encoding).encode())
            return
        assert version in {None, mine.version}, f"{version} is niet de versie van nu: {mine.version}"
        self.change(uri, edited(mine.text, edits, self.encoding))

    def _configuration(self, params: Json) -> list[Any]:
        def of(section: str) -> Any:
            found: Any = {"duidelijk": self.settings}
            for part in section.split(".") if section else []:
                found = found.get(part) if isinstance(found, dict) else None
            return found

        return [of(item.get("section", "")) for item in params["items"]]

    def _apply_edit(self, params: Json) -> Json:
        self.applied.append(params)
        try:
            self.apply(params["edit"])
        except (AssertionError, ValueError) as problem:
            return {"applied": False, "failureReason": str(problem)}
        return {"applied": True}
