"""Many documents: one after another, or several at a time in processes of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from duidelijk.bulk.choose import old_letter
from duidelijk.bulk.files import expand, read_file
from duidelijk.engine import failed, lint_bytes
from duidelijk.errors import DuidelijkError, ReadError
from duidelijk.model import Report
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Settings

__all__ = ["lint_file", "lint_files", "lint_paths"]

_WORTH_A_PROCESS: Final = 32  # files; starting one costs as much time as some 20 letters
_MOST: Final = 8  # processes that nobody asked for; each takes some 150 MB


def lint_paths(
    paths: Iterable[str | Path], settings: Settings | None = None, *, jobs: int | None = 1
) -> Iterator[Report]:
    """A report on every file in the paths (files or folders), in order.

    ``jobs`` is how many processes take part; None lets the number of files and processors decide. With more
    than one, a script needs ``if __name__ == "__main__":`` on Windows and macOS.

    Raises:
        ConfigError, RuleError: when the settings or the rule files cannot be used.
    """
    settings = settings or Settings()
    files = [file for path in paths for file in expand(str(path), settings)]
    return lint_files(files, settings, jobs=jobs)


def lint_files(
    files: Iterable[Path | DuidelijkError], settings: Settings, *, jobs: int | None = 1
) -> Iterator[Report]:
    """A report on each file, in order; an error in the list becomes a report with that error.

    The attachments of a mail come after it, where the settings ask for them.
    """
    ruleset_for(settings)  # errors in rules or settings come before the first report
    listed = list(files)
    workers = min(_workers(len(listed)) if jobs is None else jobs, len(listed))
    if workers <= 1:
        for file in listed:
            yield from lint_all(file, settings)
    else:
        yield from _in_processes(listed, settings, workers)


def _workers(files: int) -> int:
    """How many processes are sure to save time."""
    usable = getattr(os, "sched_getaffinity", None)  # a container may have fewer than the machine
    processors = len(usable(0)) if usable is not None else os.cpu_count() or 1
    return max(1, min(processors, _MOST, files // _WORTH_A_PROCESS))


def _in_processes(
    files: Sequence[Path | DuidelijkError], settings: Settings, workers: int
) -> Iterator[Report]:
    import signal
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from itertools import repeat

    pool = ProcessPoolExecutor(
        workers,
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),  # Ctrl-C reaches them too: they end at once, and silently
    )
    try:
        for reports in pool.map(lint_all, files, repeat(settings)):
            yield from reports
    except BrokenProcessPool as problem:
        raise DuidelijkError(
            "Een van de processen is door het systeem gestopt, misschien omdat het geheugen vol was.",
            hint="Probeer het met --jobs 1.",
        ) from problem
    finally:
        pool.shutdown(cancel_futures=True)


def lint_file(file: Path | DuidelijkError, settings: Settings) -> Report:
    """The report on one file."""
    if isinstance(file, DuidelijkError):
        return failed(file.file or "", file)
    try:
        data = read_file(file)
    except DuidelijkError as problem:
        return failed(str(file), problem)
    return lint_data(data, str(file), settings)


def lint_all(file: Path | DuidelijkError, settings: Settings) -> list[Report]:
    """The report on one file and, where they are asked for, those on the attachments of a mail."""
    report = lint_file(file, settings)
    if not (settings.attachments and report.format == "eml" and isinstance(file, Path)):
        return [report]
    from duidelijk.bulk.attachments import with_attachments

    return list(with_attachments(report, read_file(file), settings, lint_data))


def lint_data(data: bytes, name: str, settings: Settings) -> Report:
    """The report on the bytes of a file, under that name, also if it was converted first."""
    try:
        data = _readable(data, name, settings)
    except DuidelijkError as problem:
        return failed(name, problem)
    try:
        return lint_bytes(data, name, settings)
    except DuidelijkError:
        raise
    except Exception as problem:  # one file that we do not understand must not silence the others
        if settings.debug:
            raise
        error = ReadError(
            f"Dit bestand is niet gecontroleerd door een storing ({type(problem).__name__}).",
            hint="De andere zijn wel gecontroleerd. Meld dit aan de makers; --debug toont de details.",
        )
        return failed(name, error)


def _readable(data: bytes, name: str, settings: Settings) -> bytes:
    """The bytes, of a letter in an old format those of the copy that LibreOffice makes.

    Raises:
        ReadError: for such a letter if nobody asked for a copy, or none can be made.
    """
    extension = old_letter(data)
    if extension is None:
        return data
    from duidelijk.bulk.convert import HINT, libreoffice, to_docx
    from duidelijk.readers.kinds import format_of

    if settings.convert:
        return to_docx(data, name, extension)
    try:
        format_of(data, name)
    except ReadError as problem:
        if libreoffice() is None:
            raise
        raise ReadError(problem.message, file=name, hint=f"{problem.hint} {HINT}") from problem
    return data
