"""Standard input, in which headers are found back after a message whose length was wrong."""

from __future__ import annotations

import io
import re
from typing import Final

_LENGTH: Final = re.compile(rb"content-length:[ \t]*0*(\d+)[ \t]*\r?\n\Z", re.IGNORECASE)
"""At the end of a line: what is left of a broken message may stand before it."""
_MOST_DIGITS: Final = 9


class Input(io.BufferedReader):
    """What an editor sends. Only headers are read by line; a message has as many bytes as its header says."""

    def __init__(self) -> None:
        super().__init__(io.FileIO(0, closefd=False))

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line of a header; a length as the library wants to see it, if it can be one."""
        line = super().readline(size)
        found = _LENGTH.search(line)
        if found is None:
            return line
        return b"Content-Length: %b\r\n" % found[1] if len(found[1]) <= _MOST_DIGITS else b"\r\n"
