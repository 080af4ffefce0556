"""Mistakes in the settings, shown in the settings file: while one types there, and when a text needs it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lsprotocol.types import Diagnostic, DiagnosticSeverity
from pygls.uris import from_fs_path

from duidelijk.errors import DuidelijkError
from duidelijk.lsp.buffers import Buffer, Buffers, name_of
from duidelijk.lsp.configs import Configs, problem_in
from duidelijk.lsp.diagnostics import on_line, said
from duidelijk.lsp.options import Options
from duidelijk.lsp.positions import Positions
from duidelijk.memory import Memory

Publish = Callable[[str, int | None, Sequence[Diagnostic]], None]
Run = Callable[[Callable[[Memory], DuidelijkError | None]], Awaitable[DuidelijkError | None]]

_PAUSE: Final = 0.3  # seconds after the last keystroke
_CODE: Final = "instellingen"


@dataclass(slots=True)
class ConfigFiles:
    """Keeps the remarks on settings files up to date."""

    configs: Configs
    buffers: Buffers
    publish: Publish
    run: Run
    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _shown: dict[str, DuidelijkError | None] = field(default_factory=dict)

    def typed(self, buffer: Buffer) -> None:
        """A settings file is open and has this text now."""
        before = self._tasks.pop(buffer.uri, None)
        if before is not None:
            before.cancel()
        self._tasks[buffer.uri] = asyncio.get_running_loop().create_task(self._look(buffer))

    def closed(self, buffer: Buffer, options: Options) -> None:
        """What the file says on the disk counts again."""
        self._shown.pop(buffer.uri, None)
        self.publish(buffer.uri, None, [])
        self.show(buffer.name, options)

    def show(self, name: str, options: Options) -> None:
        """The settings of this text were used: say what is wrong with them, where they are not open."""
        file = self.configs.file(name, options)
        uri = from_fs_path(str(file)) if file is not None else None
        if file is None or uri is None or self.buffers.at(file) is not None:
            return
        self._show(uri, self.configs.known(file).problem, None)

    def forget(self) -> None:
        """Show everything again when it is met again."""
        for buffer in self.buffers:
            if buffer.is_config:
                self.typed(buffer)

    async def _look(self, buffer: Buffer) -> None:
        await asyncio.sleep(_PAUSE)
        problem = await self.run(lambda _: problem_in(Path(buffer.name), buffer.text))
        if self.buffers.get(buffer.uri) is buffer:
            self._show(buffer.uri, problem, buffer)

    def _show(self, uri: str, problem: DuidelijkError | None, buffer: Buffer | None) -> None:
        if buffer is None and str(problem) == str(self._shown.get(uri)):
            return
        self._shown[uri] = problem
        found = [] if problem is None else [_diagnostic(problem, name_of(uri), buffer)]
        self.publish(uri, buffer.version if buffer is not None else None, found)


def _diagnostic(problem: DuidelijkError, file: str, buffer: Buffer | None) -> Diagnostic:
    """The problem on its line; on the first line when it is in another file, which it names."""
    text = buffer.text if buffer is not None else _read(file)
    positions = Positions(text, buffer.encoding if buffer is not None else "utf-16")
    is_here = problem.file is None or Path(problem.file) == Path(file)
    line, message = (problem.line, said(problem)) if is_here else (1, str(problem))
    return on_line(positions, line, message, DiagnosticSeverity.Error, _CODE)


def _read(file: str) -> str:
    try:
        return Path(file).read_text("utf-8", "replace")
    except OSError:
        return ""
