"""The pipes to a language server: starts it, frames messages, and waits for messages, never for time."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import IO, Any, Final, Self

SERVER: Final = (sys.executable, "-m", "duidelijk", "lsp")
TIMEOUT: Final = 60.0
"""Seconds to wait for a message: machines may be slow."""

Json = dict[str, Any]
Answer = Callable[[Any], Any]


class LspError(Exception):
    """The server answered a request with an error."""

    def __init__(self, error: Json) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: int = error["code"]
        self.data = error.get("data")


class SilentError(AssertionError):
    """What a test waited for did not come, or the server has gone."""


class LspPipe:
    """One server with the messages to and from it; as a context manager it never leaves a process behind.

    ``answers`` says what the client answers to requests of the server, by method. ``responses`` (by id),
    ``notifications`` and ``asked`` hold all that the server sent.
    """

    def __init__(
        self,
        command: Sequence[str] = SERVER,
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.responses: dict[int | str | None, Json] = {}
        self.notifications: list[tuple[str, Any]] = []
        self.asked: list[tuple[str, Any]] = []
        self.answers: dict[str, Answer] = {}
        self._news = threading.Condition()
        self._gone = False
        self._trouble: str | None = None
        self._last_id = 0
        self._errors = bytearray()
        self._out: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        whole_env = None if env is None else {**os.environ, **env}
        self.process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=whole_env,
            start_new_session=True,
        )
        self._threads = [
            threading.Thread(target=work, daemon=True)
            for work in (self._read, self._write, self._read_errors)
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def shutdown(self, timeout: float = TIMEOUT) -> int:
        """Say goodbye as a good client does; gives the exit code of the server."""
        self.request("shutdown", None, timeout)
        self.notify("exit")
        return self.exit_code(timeout)

    def exit_code(self, timeout: float = TIMEOUT) -> int:
        """Wait for the server to end."""
        code = self.process.wait(timeout)
        self._join(timeout)
        return code

    def close_input(self) -> None:
        """Close the pipe to the server, once all is written: what a client that dies leaves behind."""
        self._out.put(None)

    def kill(self) -> None:
        """End the server at once, if it has not ended, and wait for the rest of its messages."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._out.put(None)
        self._join(10)

    def is_alone(self) -> bool:
        """Whether no process of the server is left (POSIX)."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False

    @property
    def stderr(self) -> str:
        """What the server wrote on its stderr until now."""
        return bytes(self._errors).decode("utf-8", "replace")

    # Messages

    def raw_write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._out.put(data)

    def send(self, message: Json) -> None:
        """Send one message; half a pair of surrogates goes as an escape, as JavaScript does it."""
        text = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False)
        data = text.encode("utf-8", "backslashreplace")
        self.raw_write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))

    def notify(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self.send({"method": method} if params is None else {"method": method, "params": params})

    def send_request(self, method: str, params: Any = None) -> int:
        """Send a request; gives its id."""
        with self._news:
            self._last_id += 1
            number = self._last_id
        message: Json = {"id": number, "method": method}
        self.send(message if params is None else {**message, "params": params})
        return number

    def cancel(self, number: int) -> None:
        """Ask the server to stop with a request."""
        self.notify("$/cancelRequest", {"id": number})

    def response(self, number: int | str | None, timeout: float = TIMEOUT) -> Json:
        """Wait for the whole answer to a request, result or error."""
        self.wait_for(lambda: number in self.responses, f"antwoord op {number}", timeout)
        return self.responses[number]

    def result(self, number: int, timeout: float = TIMEOUT) -> Any:
        """Wait for the result of a request.

        Raises:
            LspError: when the answer is an error.
        """
        answer = self.response(number, timeout)
        if "error" in answer:
            raise LspError(answer["error"])
        return answer["result"]

    def request(self, method: str, params: Any = None, timeout: float = TIMEOUT) -> Any:
        """Send a request and wait for its result."""
        return self.result(self.send_request(method, params), timeout)

    def wait_for(self, ready: Callable[[], Any], what: str = "bericht", timeout: float = TIMEOUT) -> Any:
        """Wait until something holds, looking again after each message; gives what ``ready`` gave."""
        end = monotonic() + timeout
        with self._news:
            while not (found := ready()):
                if self._trouble is not None:
                    raise SilentError(f"{self._trouble} (wachtte op: {what})")
                if self._gone:
                    raise SilentError(f"de server is weg, zonder {what}; stderr: {self.stderr}")
                if not self._news.wait(end - monotonic()) and monotonic() >= end:
                    raise SilentError(f"geen {what} in {timeout} s; stderr: {self.stderr}")
            return found

    def mark(self) -> int:
        """How many notifications there were until now: where :meth:`since` starts."""
        return len(self.notifications)

    def since(self, mark: int, method: str) -> list[Any]:
        """The params of all notifications of one kind after a mark."""
        return [params for name, params in self.notifications[mark:] if name == method]

    def wait_notification(
        self, method: str, fits: Callable[[Any], bool] = bool, since: int = 0, timeout: float = TIMEOUT
    ) -> Any:
        """Wait for a notification that fits; gives its params."""
        return self.wait_for(
            lambda: next((one for one in self.since(since, method) if fits(one)), None), method, timeout
        )

    def _read(self) -> None:
        assert self.process.stdout is not None
        try:
            while (message := _message(self.process.stdout)) is not None:
                self._take(message)
        except (ValueError, KeyError, TypeError, OSError) as problem:
            self._trouble = f"de server schreef iets wat geen bericht is: {problem!r}"
        finally:
            with self._news:
                self._gone = True
                self._news.notify_all()

    def _take(self, message: Json) -> None:
        method = message.get("method")
        if method is not None and "id" in message:
            self._answer(message["id"], method, message.get("params"))
        with self._news:
            if method is None:
                self.responses[message["id"]] = message
            elif "id" in message:
                self.asked.append((method, message.get("params")))
            else:
                self.notifications.append((method, message.get("params")))
            self._news.notify_all()

    def _answer(self, number: Any, method: str, params: Any) -> None:
        answer = self.answers.get(method)
        if answer is None:
            self.send({"id": number, "error": {"code": -32601, "message": f"onbekend: {method}"}})
        else:
            self.send({"id": number, "result": answer(params)})

    def _write(self) -> None:
        pipe = self.process.stdin
        assert pipe is not None
        try:
            while (data := self._out.get()) is not None:
                pipe.write(data)
                pipe.flush()
        except OSError:
            pass  # the server has gone; whoever waits for it will hear
        finally:
            with contextlib.suppress(OSError):
                pipe.close()

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        while data := self.process.stderr.read1(65536):  # type: ignore[attr-defined]
            self._errors += data

    def _join(self, timeout: float) -> None:
        self._out.put(None)
        for thread in self._threads:
            thread.join(timeout)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


def _message(pipe: IO[bytes]) -> Json | None:
    """The next message; None at the end of the stream."""
    length = None
    while True:
        line = pipe.readline()
        if not line:
            return None
        if line == b"\r\n":
            break
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        elif name.lower() != b"content-type":
            raise ValueError(line[:80])
    if length is None:
        raise ValueError("geen Content-Length")
    data = pipe.read(length)
    if len(data) < length:
        return None
    message: Json = json.loads(data)
    return message
