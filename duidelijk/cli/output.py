"""Writes what a command has to say, on any console and in any encoding."""

from __future__ import annotations

import sys
from pathlib import Path


def emit(text: str, file: str | None = None) -> None:
    """Write text to a file (whole or not at all), or to standard output without changing a line end.

    Raises:
        ReadError: when the file cannot be written.
    """
    if file is not None:
        from duidelijk.fix import write_atomically

        write_atomically(Path(file), text.encode("utf-8"))
        return
    stream = sys.stdout
    encoding = "utf-8" if not stream.isatty() else stream.encoding or "utf-8"
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
        return
    buffer.write(text.encode(encoding, "replace"))
    buffer.flush()
