"""Applies safe suggestions to a text, and writes files so that nothing can be lost half-way."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from duidelijk.errors import ReadError
from duidelijk.model import Edit, Finding, Suggestion


def safe_edits(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The edits of the first safe suggestion of each finding, in order, none touching another."""
    return tuple(edit for edits in safe_changes(findings) for edit in edits)


def safe_changes(findings: Iterable[Finding]) -> tuple[tuple[Edit, ...], ...]:
    """The same edits, those of one suggestion together."""
    wanted = sorted(
        (suggestion.edits for finding in findings for suggestion in _first_safe(finding)),
        key=lambda edits: (edits[0].span.start, -edits[-1].span.end),
    )
    kept: list[tuple[Edit, ...]] = []
    end = -1
    for edits in wanted:
        if edits[0].span.start > end:
            kept.append(edits)
            end = edits[-1].span.end
    return tuple(kept)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits applied; they are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def diff(name: str, before: str, after: str) -> str:
    """A unified diff, as version control shows it; empty when nothing changes."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{name.lstrip('/')}",
        f"b/{name.lstrip('/')}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ Geen regeleinde aan het eind van het bestand\n"
        for line in lines
    )


def write_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace the file in one step by these pieces; on any failure the old file stays as it was.

    The permissions of the old file are kept. A device or a pipe is written to as it is.

    Raises:
        ReadError: when the folder or the disk does not allow it.
    """
    target = path.resolve()
    temporary: Path | None = None
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.writelines(pieces)
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as problem:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        raise ReadError(
            "Dit bestand is niet te schrijven; het is niet veranderd.",
            file=str(path),
            hint=f"{_reason(problem)} Kijk of u in deze map mag schrijven en of er ruimte is.",
        ) from problem


def _first_safe(finding: Finding) -> list[Suggestion]:
    return [s for s in finding.suggestions if s.applicability == "safe" and s.edits][:1]


def _reason(problem: OSError) -> str:
    import errno

    known = {
        errno.ENOSPC: "De schijf is vol.",
        errno.EACCES: "U hebt geen rechten in deze map.",
        errno.EPERM: "U hebt geen rechten in deze map.",
        errno.EROFS: "Deze map is alleen-lezen.",
        errno.ENOENT: "De map bestaat niet.",
    }
    return known.get(problem.errno or 0, "Het besturingssysteem weigerde.")
