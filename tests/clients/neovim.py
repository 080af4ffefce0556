"""A real Neovim without a window: a test types in it and asks it what it shows."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from tests.clients.editor_texts import ROOT, SERVER_ENV

T = TypeVar("T")
PLUGIN: Final = ROOT / "integrations" / "neovim"
PATIENCE: Final = 60.0
"""Seconds to wait for what must come; machines may be slow."""

_FOUND: Final = """
local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
return vim.tbl_map(function(one)
  local rule = one.code or vim.tbl_get(one, 'user_data', 'lsp', 'code') or ''
  local last = one.end_lnum == one.lnum and one.end_col or -1
  return {rule, one.lnum, string.sub(lines[one.lnum + 1] or '', one.col + 1, last)}
end, vim.diagnostic.get(0))
"""


def wait_for(what: str, ask: Callable[[], T | None], patience: float = PATIENCE) -> T:
    """Ask until there is an answer that is not None or False."""
    end = monotonic() + patience
    while monotonic() < end:
        answer = ask()
        if answer is not None and answer is not False:
            return answer
        sleep(0.05)
    message = f"{what}: na {patience:.0f} seconden nog niet"
    raise AssertionError(message)


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return True


class Neovim:
    """One Neovim with the plugin on its path. ``start`` is Lua that runs at the start."""

    def __init__(self, program: str, start: str, cwd: Path) -> None:
        self._program = program
        self._folder = tempfile.TemporaryDirectory(prefix="nvim")
        self._address = str(Path(self._folder.name) / "s")
        script = Path(self._folder.name) / "start.lua"
        script.write_text(start, "utf-8")
        env = os.environ | SERVER_ENV
        env |= {f"XDG_{name}_HOME": self._folder.name for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        arguments = ("--headless", "-u", "NONE", "-i", "NONE", "-n", "--listen", self._address)
        commands = (
            f"set rtp^={PLUGIN}",
            "set hidden nofixendofline",
            "filetype on",
            f"luafile {script}",
        )
        self.process = subprocess.Popen(
            [program, *arguments, *(word for command in commands for word in ("-c", command))],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._env = env
        wait_for("Neovim luistert", lambda: Path(self._address).exists())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            servers = []
            with suppress(AssertionError):
                servers = self.children()
            self.process.kill()
            for pid in servers:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self._folder.cleanup()

    def _remote(self, *words: str) -> str:
        done = subprocess.run(
            [self._program, "--server", self._address, *words],
            env=self._env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout or done.stderr

    def lua(self, code: str, *values: object) -> Any:
        """What a chunk of Lua returns; the values are its ``...``. Only what JSON knows comes back."""
        script = Path(self._folder.name) / "ask.lua"
        answer = Path(self._folder.name) / "answer.json"
        script.write_text(
            f"local given = vim.fn.json_decode([==[{json.dumps(list(values))}]==])\n"
            f"local function ask(...)\n{code}\nend\n"
            "local ok, result = pcall(ask, unpack(given))\n"
            "local said = ok and {result = result} or {problem = tostring(result)}\n"
            f"local file = io.open([==[{answer}]==], 'w')\n"
            "file:write(vim.fn.json_encode(next(said) and said or vim.empty_dict()))\n"
            "file:close()\nreturn 1\n",
            "utf-8",
        )
        self._remote("--remote-expr", f"luaeval('dofile(_A)', '{script}')")
        said = json.loads(answer.read_text("utf-8"))
        assert "problem" not in said, said["problem"]
        return said.get("result")

    def keys(self, keys: str) -> None:
        """Type keys, as a user does."""
        self._remote("--remote-send", keys)

    def text(self) -> str:
        """The text that is open."""
        lines: Sequence[str] = self.lua("return vim.api.nvim_buf_get_lines(0, 0, -1, true)")
        return "\n".join(lines) + "\n"

    def found(self) -> list[tuple[str, int, str]]:
        """Rule, line and words of each diagnostic of the open text; cut out by bytes, as Neovim counts."""
        return sorted((rule, line, words) for rule, line, words in self.lua(_FOUND))

    def children(self) -> list[int]:
        """The processes that Neovim started."""
        pids: list[int] = self.lua("return vim.api.nvim_get_proc_children(vim.fn.getpid())")
        return pids
