"""The language server of one editor: its open texts, its settings, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from duidelijk._version import __version__
from duidelijk.lsp import actions
from duidelijk.lsp.buffers import Buffer, Buffers
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.checks import Checks
from duidelijk.lsp.config_files import ConfigFiles
from duidelijk.lsp.configs import Configs
from duidelijk.lsp.diagnostics import diagnostics
from duidelijk.lsp.options import Abilities, Options, options_from
from duidelijk.lsp.positions import Encoding
from duidelijk.lsp.protocol import Protocol
from duidelijk.lsp.status import STATUS, status
from duidelijk.lsp.workspace import Workspace
from duidelijk.settings import CONFIG_NAMES, Settings

_ENCODINGS: Final[Mapping[types.PositionEncodingKind, Encoding]] = {
    types.PositionEncodingKind.Utf8: "utf-8",
    types.PositionEncodingKind.Utf16: "utf-16",
    types.PositionEncodingKind.Utf32: "utf-32",
}


class Server(LanguageServer):
    """One editor's server. All methods run in the thread of its event loop."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("duidelijk", __version__, protocol_cls=Protocol, max_workers=2)
        self.buffers = Buffers()
        self.options = Options()
        self.abilities = Abilities()
        self.configs = Configs(self.home)
        self.checks = Checks(self.buffers, self.settings_for, self.show)
        self.config_files = ConfigFiles(self.configs, self.buffers, self.publish, self.checks.in_between)
        self.files = Workspace(self)
        self.generation = 0

    @property
    def encoding(self) -> Encoding:
        """How this editor counts the characters of a line."""
        kind = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        return _ENCODINGS[kind]

    def folders(self) -> list[Path]:
        """The folders that are open in the editor."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri]
        paths = (to_fs_path(uri) for uri in uris if uri)
        return [Path(path) for path in paths if path]

    def home(self) -> Path | None:
        """The folder of texts that are no file yet."""
        return next(iter(self.folders()), None)

    def settings_for(self, name: str) -> Settings:
        """The settings that hold for a text."""
        return self.configs.settings(name, self.options)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002
        """Something broke while a message was handled: nothing of it may land in a log or on a screen."""
        self.protocol.unreadable(error)

    def publish(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        """Show these remarks, and no others, with a text."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(found), version))

    def show(self, checked: Checked) -> None:
        """Show what a check found."""
        try:
            self._show(checked)
        except Exception as problem:  # noqa: BLE001 - silence would look like a text without findings
            kind = type(problem).__name__
            message = (
                f"duidelijk kan de meldingen niet tonen door een storing ({kind}). Meld dit aan de makers."
            )
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def _show(self, checked: Checked) -> None:
        buffer = checked.buffer
        if not self.abilities.pulls:
            self.publish(buffer.uri, buffer.version, diagnostics(checked))
        self.config_files.show(buffer.name, self.options)
        self.protocol.notify(STATUS, status(checked))

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take in a text."""
        self._changed(self.buffers.open(params.text_document, self.encoding), after=0.0)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take in edits."""
        document = params.text_document
        buffer = self.buffers.change(document.uri, document.version, params.content_changes)
        if buffer is not None:
            self._changed(buffer, after=self.options.delay / 1000)

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text and what was said of it."""
        uri = params.text_document.uri
        buffer = self.buffers.close(uri)
        self.checks.forget(uri)
        if buffer is None:
            return
        if buffer.is_config:
            self.config_files.closed(buffer, self.options)
        elif buffer.format is not None and not self.abilities.pulls:
            self.publish(uri, None, [])
            self.files.closed(buffer)

    def _changed(self, buffer: Buffer, *, after: float) -> None:
        if buffer.is_config:
            self.config_files.typed(buffer)
        elif buffer.format is not None:
            self.checks.want(buffer.uri, after=after)

    def reload(self) -> None:
        """Read the settings anew and check everything again."""
        self.generation += 1
        self.configs.forget()
        self.config_files.forget()
        self.checks.again()
        if self.abilities.pulls and self.abilities.refreshes:
            self.workspace_diagnostic_refresh(None)
        self.files.changed()

    def take(self, said: Any) -> None:
        """Take over the settings of the editor."""
        options = options_from(said)
        if options != self.options:
            self.options = options
            self.reload()

    def config_target(self, buffer: Buffer) -> actions.ConfigTarget | None:
        """The settings file that the words of the organisation are in, or will be."""
        file = self.configs.file(buffer.name, self.options)
        if file is None:
            home = self.home()
            return None if home is None else self._target(home / CONFIG_NAMES[0], exists=False)
        return self._target(file, exists=file.is_file())

    def _target(self, file: Path, *, exists: bool) -> actions.ConfigTarget | None:
        opened = self.buffers.at(file)
        uri = opened.uri if opened is not None else from_fs_path(str(file))
        if uri is None:
            return None
        text = opened.text if opened is not None else None
        if text is None and exists:
            try:
                text = file.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                return None
        return actions.ConfigTarget(
            uri, text, opened.version if opened else None, self.encoding, file.name == "pyproject.toml"
        )
