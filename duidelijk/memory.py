"""What one open text lets us remember between its versions: a keystroke then costs a block, not a page."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final

Drawer = dict[Hashable, Any]
"""What was worked out about one piece of text, by name."""

_UNFINISHED: Final = 100  # versions in a row that were stopped, before forgetting goes on all the same


class Stopped(BaseException):
    """Nobody waits for this check any more. No ``Exception``: what catches those must let it through."""


class Memory:
    """A drawer for each piece of an open text, found by what it says and never by its place.

    What neither this version nor the last one has is forgotten. A version that was stopped half-way makes
    nothing be forgotten: most of its text was not even looked at. ``stopped`` is asked now and then whether
    still somebody waits. Of one text, so for one check at a time.
    """

    __slots__ = ("_last", "_now", "_stopped", "_unfinished", "_with")

    def __init__(self, stopped: Callable[[], bool] | None = None) -> None:
        self._stopped = stopped
        self._with: object = None
        self._last: dict[Hashable, Drawer] = {}
        self._now: dict[Hashable, Drawer] = {}
        self._unfinished = 0

    def __len__(self) -> int:
        """How many pieces of text are remembered."""
        return len(self._last.keys() | self._now.keys())

    def begin(self, rules: object) -> None:
        """A version of the text comes in; everything is forgotten when it meets other rules than the last."""
        if rules is not self._with:
            self._with, self._last, self._now = rules, {}, {}
        self._unfinished += 1
        if self._unfinished > _UNFINISHED:
            self.finish()

    def finish(self) -> None:
        """The version has been checked in full: what it did not have is forgotten after the next one."""
        self._last, self._now = self._now, {}
        self._unfinished = 0

    def about(self, content: Hashable) -> Drawer:
        """The drawer of a piece of text. All that lies in it must follow from that content and the rules."""
        found = self._now.get(content)
        if found is None:
            found = self._now[content] = self._last.get(content, {})
        return found

    def go_on(self) -> None:
        """Nothing, as long as somebody waits for the outcome.

        Raises:
            Stopped: otherwise.
        """
        if self._stopped is not None and self._stopped():
            raise Stopped
