"""Every letter and page in the folders of the editor, also those that are not open."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from lsprotocol import types
from pygls.uris import from_fs_path

from duidelijk.bulk.files import expand, read_file
from duidelijk.errors import DuidelijkError
from duidelijk.lsp.buffers import Buffer, format_of, name_of
from duidelijk.lsp.checking import check
from duidelijk.lsp.configs import stamp
from duidelijk.lsp.diagnostics import diagnostics
from duidelijk.memory import Memory
from duidelijk.readers.decode import decode

if TYPE_CHECKING:
    from duidelijk.lsp.server import Server

_AGAIN: Final = 10.0  # seconds that an editor waits for news before it asks anew


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in a file as it was; ``mark`` changes with the file and the settings."""

    mark: str
    found: tuple[types.Diagnostic, ...]


class Workspace:
    """Checks the files of the folders, one by one, between the checks of what the writer has open."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._known: dict[str, _Known] = {}
        self._shown: set[str] = set()
        self._task: asyncio.Task[Any] | None = None
        self._news = asyncio.Event()
        self._again: set[asyncio.Task[None]] = set()

    def changed(self) -> None:
        """Something may have changed: tell who waits for it."""
        self._news.set()
        server = self._server
        if server.options.workspace_diagnostics and not server.abilities.pulls:
            self.stop()
            self._task = asyncio.get_running_loop().create_task(self.check_all())

    def stop(self) -> None:
        """Let nothing go on."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def closed(self, buffer: Buffer) -> None:
        """A text was closed: what its file says counts again, for a writer who looks at all files."""
        server = self._server
        if server.options.workspace_diagnostics and not server.abilities.pulls:
            task = asyncio.get_running_loop().create_task(self._show_again(buffer))
            self._again.add(task)
            task.add_done_callback(self._again.discard)

    async def _show_again(self, buffer: Buffer) -> None:
        path = Path(buffer.name)
        if any(one == path for _, one in self._files()):
            known = await self._of(buffer.uri, path)
            if self._server.buffers.at(path) is None:
                self._server.publish(buffer.uri, None, known.found)
                self._shown.add(buffer.uri)

    async def check_all(self) -> dict[str, Any]:
        """Check every file and show what was found, with progress that the writer can stop."""
        files = list(self._files())
        found = done = 0
        is_cancelled = False
        progress = await _Progress.begin(self._server)
        try:
            for uri, path in files:
                if progress.is_cancelled:
                    is_cancelled = True
                    break
                progress.report(done, len(files), path.name)
                known = await self._of(uri, path)
                found += len(known.found)
                done += 1
                if self._server.buffers.at(path) is None:
                    self._server.publish(uri, None, known.found)
                    self._shown.add(uri)
            for gone in self._shown - {uri for uri, _ in files} if not is_cancelled else ():
                self._server.publish(gone, None, [])
                self._shown.discard(gone)
        finally:
            progress.end(done, found)
        return {"files": done, "findings": found, "cancelled": is_cancelled}

    async def pulled(self, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        """What is new since the editor asked last; when nothing is, the answer waits for a while."""
        before = {known.uri: known.value for known in params.previous_result_ids}
        self._news.clear()
        report = await self._report(before)
        is_new = any(item.kind == types.DocumentDiagnosticReportKind.Full for item in report.items)
        if before and not is_new:
            try:
                await asyncio.wait_for(self._news.wait(), _AGAIN)
            except TimeoutError:
                return report
            report = await self._report(before)
        return report

    async def _report(self, before: dict[str, str]) -> types.WorkspaceDiagnosticReport:
        items: list[types.WorkspaceDocumentDiagnosticReport] = []
        seen: set[str] = set()
        for uri, path in self._files() if self._server.options.workspace_diagnostics else ():
            if self._server.buffers.at(path) is not None:
                continue  # the editor asks for those by themselves
            seen.add(uri)
            known = await self._of(uri, path)
            if before.get(uri) == known.mark:
                items.append(types.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, result_id=known.mark))
            else:
                found = list(known.found)
                items.append(
                    types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=found, result_id=known.mark)
                )
        gone = (uri for uri in before.keys() - seen if self._server.buffers.at(Path(name_of(uri))) is None)
        items += (types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=[]) for uri in gone)
        return types.WorkspaceDiagnosticReport(items=items)

    async def _of(self, uri: str, path: Path) -> _Known:
        mark = f"{self._server.generation}.{stamp(path)}"
        known = self._known.get(uri)
        if known is None or known.mark != mark:
            known = _Known(mark, await self._server.checks.in_between(lambda m: self._checked(uri, path, m)))
            self._known[uri] = known
        return known

    def _checked(self, uri: str, path: Path, memory: Memory) -> tuple[types.Diagnostic, ...]:
        server = self._server
        name = str(path)
        kind = format_of("", name)
        try:
            text = decode(read_file(path), name, markup=kind == "html").text
        except DuidelijkError:
            return ()
        buffer = Buffer(uri, name, None, text, kind, server.encoding)
        return tuple(diagnostics(check(buffer, server.settings_for, memory)))

    def _files(self) -> Iterator[tuple[str, Path]]:
        """The addresses and paths of what can be shown in an editor."""
        for folder in self._server.folders():
            settings = self._server.settings_for(str(folder / "tekst.md"))
            for path in expand(str(folder), settings):
                if isinstance(path, DuidelijkError) or format_of("", str(path)) is None:
                    continue
                uri = from_fs_path(str(path))
                if uri is not None:
                    yield uri, path


class _Progress:
    """How far the work is, for an editor that can show it."""

    def __init__(self, server: Server, token: str | None) -> None:
        self._server = server
        self._token = token

    @classmethod
    async def begin(cls, server: Server) -> _Progress:
        """Start to show it."""
        if not server.abilities.progress:
            return cls(server, None)
        token = f"duidelijk-{uuid4()}"
        try:
            await server.work_done_progress.create_async(token)
        except Exception:  # noqa: BLE001 - an editor that says it can, and cannot
            return cls(server, None)
        begin = types.WorkDoneProgressBegin(
            "duidelijk controleert alle bestanden", cancellable=True, percentage=0
        )
        server.work_done_progress.begin(token, begin)
        return cls(server, token)

    @property
    def is_cancelled(self) -> bool:
        """Whether the writer wants it to stop."""
        return self._token is not None and self._server.work_done_progress.tokens[self._token].cancelled()

    def report(self, done: int, of: int, name: str) -> None:
        """So many files are done, and this one is next."""
        if self._token is not None:
            value = types.WorkDoneProgressReport(message=name, percentage=100 * done // max(1, of))
            self._server.work_done_progress.report(self._token, value)

    def end(self, done: int, found: int) -> None:
        """It is over."""
        if self._token is not None:
            message = f"{done} bestanden, {found} meldingen"
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd(message=message))
