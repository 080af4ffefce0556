"""Writes what a command has to say, on any console and in any encoding."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path


def emit(pieces: Iterable[str], file: str | None = None) -> None:
    """Write pieces of text to a file (all or nothing), or to standard output without changing a line end.

    Raises:
        ReadError: when the file cannot be written.
    """
    if file is not None:
        from duidelijk.fix import write_atomically

        write_atomically(Path(file), (piece.encode("utf-8") for piece in pieces))
        return
    stream = sys.stdout
    encoding = "utf-8" if not stream.isatty() else stream.encoding or "utf-8"
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.writelines(pieces)
        return
    buffer.writelines(piece.encode(encoding, "replace") for piece in pieces)
    buffer.flush()
