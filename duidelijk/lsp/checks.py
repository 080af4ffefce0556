"""When which open text is checked: after a pause in the typing, one at a time, and never for nothing."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from duidelijk.lsp.buffers import Buffer, Buffers
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.checking import check
from duidelijk.memory import Memory, Stopped
from duidelijk.settings import Settings

_T = TypeVar("_T")


class _Text:
    """What is going on with one open text. ``stop`` is of the check that is planned or runs now."""

    def __init__(self) -> None:
        self.latest: Checked | None = None
        self.task: asyncio.Task[None] | None = None
        self.is_running = False
        self.stop = threading.Event()
        self._served = self.stop
        self.memory = Memory(self._is_stopped)

    def plan(self, make: Callable[[threading.Event], Coroutine[Any, Any, None]]) -> None:
        """Let this check come in the place of what was planned or goes on."""
        self.drop()
        self.stop = threading.Event()
        self.task = asyncio.get_running_loop().create_task(make(self.stop))

    def _is_stopped(self) -> bool:
        return self._served.is_set()

    def drop(self) -> None:
        """Nobody waits any more for the check that is planned or goes on."""
        self.stop.set()
        self.is_running = False
        if self.task is not None:
            self.task.cancel()
            self.task = None

    def check(
        self, buffer: Buffer, settings_for: Callable[[str], Settings], stop: threading.Event
    ) -> Checked | None:
        """The check itself, in the thread of the worker; None when it was stopped."""
        self._served = stop
        try:
            return None if stop.is_set() else check(buffer, settings_for, self.memory)
        except Stopped:
            return None


class Checks:
    """Plans the checks of the open texts. They run in one thread: the language model serves one at a time.

    ``done`` gets every check of the version that is still open. Of all methods only that of the worker runs
    outside the thread of the event loop.
    """

    def __init__(
        self, buffers: Buffers, settings_for: Callable[[str], Settings], done: Callable[[Checked], None]
    ) -> None:
        self._buffers = buffers
        self._settings_for = settings_for
        self._done = done
        self._texts: dict[str, _Text] = {}
        self._worker = ThreadPoolExecutor(1, "controle")
        self._aside = threading.Event()
        self._is_settled = False

    def want(self, uri: str, *, after: float) -> None:
        """Check the text as it is then, ``after`` so many seconds without another wish."""
        text = self._texts.setdefault(uri, _Text())
        text.plan(lambda stop: self._run(uri, text, stop, after))

    def again(self, *, after: float = 0.0) -> None:
        """Check every open text anew: the settings have changed."""
        for buffer in self._buffers:
            if buffer.format is not None:
                self._texts.setdefault(buffer.uri, _Text()).latest = None
                self.want(buffer.uri, after=after)

    def forget(self, uri: str) -> None:
        """The text was closed."""
        text = self._texts.pop(uri, None)
        if text is not None:
            text.drop()

    def stop(self) -> None:
        """Let nothing go on."""
        self._aside.set()
        for uri in list(self._texts):
            self.forget(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)

    def latest(self, uri: str) -> Checked | None:
        """The last check of a text, if it is of the version that is open now."""
        text = self._texts.get(uri)
        found = text.latest if text is not None else None
        return found if found is not None and found.buffer is self._buffers.get(uri) else None

    async def current(self, uri: str, *, hurry: bool = True) -> Checked | None:
        """The check of the version that is open now, waited for; None when nothing is open there.

        With ``hurry`` a pause in the typing is not waited for.
        """
        while (buffer := self._buffers.get(uri)) is not None and buffer.format is not None:
            found = self.latest(uri)
            if found is not None:
                return found
            task = self._planned(uri, hurry=hurry)
            await asyncio.wait([task])  # who waits may give up; the check goes on
            if not task.cancelled() and task.exception() is not None:
                return None
        return None

    async def about(self, uri: str, work: Callable[[Checked, Memory], _T]) -> _T | None:
        """Do work with the check of the version that is open now, and with what is remembered of it."""
        loop = asyncio.get_running_loop()
        while (checked := await self.current(uri)) is not None:
            text = self._texts[uri]
            try:
                return await loop.run_in_executor(self._worker, work, checked, text.memory)
            except Stopped:
                await asyncio.sleep(0)  # the text has changed meanwhile
        return None

    async def in_between(self, work: Callable[[Memory], _T]) -> _T:
        """Do work in the same thread; an open text that must be checked goes first, and it starts again."""
        loop = asyncio.get_running_loop()
        while True:
            self._aside.clear()
            try:
                return await loop.run_in_executor(self._worker, work, Memory(self._aside.is_set))
            except Stopped:
                await asyncio.sleep(0)

    def _planned(self, uri: str, *, hurry: bool) -> asyncio.Task[None]:
        text = self._texts.get(uri)
        task = text.task if text is not None else None
        if text is None or task is None or task.done() or (hurry and not text.is_running):
            self.want(uri, after=0)
            return self._planned(uri, hurry=False)
        return task

    async def _run(self, uri: str, text: _Text, stop: threading.Event, after: float) -> None:
        if after > 0:
            await asyncio.sleep(after)
        buffer = self._buffers.get(uri)
        if buffer is None:
            return
        text.is_running = True
        self._aside.set()
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._worker, text.check, buffer, self._settings_for, stop)
        if found is not None and self._buffers.get(uri) is buffer and self._texts.get(uri) is text:
            text.latest = found
            self._done(found)
            if not self._is_settled:
                self._is_settled = True
                self._worker.submit(_settle)


def _settle() -> None:
    """Look for garbage from now on, but never in what the first check has loaded: a keystroke would wait."""
    gc.collect()
    gc.freeze()
    gc.enable()
