"""What an editor can ask of the language server, and how it is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls.uris import to_fs_path

from duidelijk.lsp import actions, explain
from duidelijk.lsp.buffers import Buffer
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.diagnostics import diagnostics
from duidelijk.lsp.edits import workspace_edit
from duidelijk.lsp.hover import hover
from duidelijk.lsp.options import SECTION, abilities, options_from
from duidelijk.lsp.server import Server
from duidelijk.memory import Memory
from duidelijk.model import Edit
from duidelijk.ruleset import all_rules

CHECK_WORKSPACE: Final = "duidelijk.checkWorkspace"
_NO_PLACE: Final = "Hier past geen uitzondering in de tekst."
_WATCHED: Final = "**/*.{toml,yml,yaml,tsv,json}"


def make_server() -> Server:
    """A server with all that it can do, which has not started yet."""
    server = Server()
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    kinds = [types.CodeActionKind.QuickFix, actions.FIX_ALL]
    server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True),
    )(_code_action)
    server.feature(types.CODE_ACTION_RESOLVE)(_resolve)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_did_change_configuration)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_change_watched_files)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_did_change_folders)
    server.command(actions.EXPLAIN)(_explain)
    server.command(actions.IGNORE)(_ignore)
    server.command(CHECK_WORKSPACE)(_check_workspace)
    return server


def _initialize(server: Server, params: types.InitializeParams) -> None:
    said = params.initialization_options
    server.abilities = abilities(params.capabilities, said)
    server.options = options_from(said.get("settings") if isinstance(said, dict) else None)
    if server.abilities.pulls:
        options = types.DiagnosticOptions(
            inter_file_dependencies=False,
            workspace_diagnostics=server.options.workspace_diagnostics,
            identifier="duidelijk",
        )
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_diagnostic)
        if server.options.workspace_diagnostics:  # else editors would ask every other second, for nothing
            server.feature(types.WORKSPACE_DIAGNOSTIC)(_workspace_diagnostic)


async def _initialized(server: Server, _: types.InitializedParams) -> None:
    if server.abilities.watches:
        watchers = [types.FileSystemWatcher(glob_pattern=_WATCHED)]
        wish = types.Registration(
            id="duidelijk.files",
            method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
        )
        server.client_register_capability(types.RegistrationParams(registrations=[wish]))
    await _ask_options(server)
    server.files.changed()


async def _ask_options(server: Server) -> None:
    """The settings as the editor has them now, if it can be asked."""
    if not server.abilities.configuration:
        return
    item = types.ConfigurationItem(section=SECTION)
    try:
        answers = await server.workspace_configuration_async(types.ConfigurationParams(items=[item]))
    except Exception:  # noqa: BLE001 - an editor that says it can be asked, and cannot
        return
    if answers and answers[0] is not None:
        server.take(answers[0])


def _shutdown(server: Server, _: None) -> None:
    server.files.stop()
    server.checks.stop()


def _did_save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    buffer = server.buffers.get(params.text_document.uri)
    if buffer is not None and buffer.is_config:
        server.reload()


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    checked = await server.checks.current(params.text_document.uri)
    if checked is None:
        return None
    offset = checked.buffer.positions.offset(params.position)
    return hover(checked, offset, all_rules(checked.settings), markdown=server.abilities.markdown)


async def _code_action(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    def work(checked: Checked, memory: Memory) -> list[types.CodeAction]:
        span = checked.buffer.positions.span(params.range)
        target = server.config_target(checked.buffer)
        reasons = server.options.reasons
        only = params.context.only
        return actions.code_actions(checked, span, only, server.abilities, target, reasons, memory=memory)

    return await server.checks.about(params.text_document.uri, work) or []


async def _resolve(server: Server, action: types.CodeAction) -> types.CodeAction:
    def work(checked: Checked, memory: Memory) -> types.CodeAction:
        return actions.resolve(action, checked, server.abilities, memory=memory)

    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    if not isinstance(uri, str):
        return action
    resolved = await server.checks.about(uri, work) or action
    if resolved.edit is None:
        _refused(server, _NO_PLACE)
    return resolved


async def _did_change_configuration(server: Server, params: types.DidChangeConfigurationParams) -> None:
    said = params.settings
    if isinstance(said, dict) and SECTION in said:
        server.take(said[SECTION])
    else:
        await _ask_options(server)


def _did_change_watched_files(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    paths = (to_fs_path(change.uri) for change in params.changes)
    if any(server.configs.concerns(Path(path)) for path in paths if path):
        server.reload()


def _did_change_folders(server: Server, _: types.DidChangeWorkspaceFoldersParams) -> None:
    server.reload()


async def _diagnostic(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
    checked = await server.checks.current(params.text_document.uri, hurry=False)
    if checked is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    mark = f"{server.generation}.{checked.buffer.version}.{hash(checked.buffer.text)}"
    if mark == params.previous_result_id and checked.buffer.version is not None:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=mark)
    return types.RelatedFullDocumentDiagnosticReport(items=diagnostics(checked), result_id=mark)


async def _workspace_diagnostic(
    server: Server, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    return await server.files.pulled(params)


async def _check_workspace(server: Server) -> dict[str, Any]:
    return await server.files.check_all()


def _explain(server: Server, rule: str) -> dict[str, str] | None:
    found = all_rules(server.settings_for("")).get(rule)
    if found is None:
        return None
    if not server.abilities.shows_rules:
        message = types.ShowMessageParams(types.MessageType.Info, explain.short(found))
        server.window_show_message(message)
    return {"rule": rule, "markdown": explain.explanation(found)}


async def _ignore(server: Server, uri: str, version: int | None, rule: str, offset: int, reason: str) -> bool:
    """Make an exception in the text, if it is still the version that the writer looked at."""

    def work(checked: Checked, memory: Memory) -> tuple[Buffer, Edit | None]:
        return checked.buffer, actions.ignored(checked, rule, offset, reason, memory=memory)

    found = await server.checks.about(uri, work)
    if found is None or found[0].version != version:
        return _refused(server, "De tekst is intussen veranderd. Kies de actie opnieuw.")
    buffer, edit = found
    if edit is None:
        return _refused(server, _NO_PLACE)
    change = workspace_edit(buffer, [edit], versioned=server.abilities.versioned_edits)
    label = f"Negeer ‘{rule}’ hier"
    answer = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(change, label))
    return answer.applied


def _refused(server: Server, why: str) -> bool:
    server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, why))
    return False
