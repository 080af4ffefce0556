"""Many documents: one after another, or several at a time in processes of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from duidelijk.bulk.files import expand, read_file
from duidelijk.engine import failed, lint_bytes
from duidelijk.errors import DuidelijkError
from duidelijk.model import Report
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Settings

__all__ = ["lint_file", "lint_files", "lint_paths"]


def lint_paths(
    paths: Iterable[str | Path], settings: Settings | None = None, *, jobs: int = 1
) -> Iterator[Report]:
    """A report on every file in the paths (files or folders), in order.

    Raises:
        ConfigError, RuleError: when the settings or the rule files cannot be used.
    """
    settings = settings or Settings()
    files = [file for path in paths for file in expand(str(path), settings)]
    return lint_files(files, settings, jobs=jobs)


def lint_files(
    files: Iterable[Path | DuidelijkError], settings: Settings, *, jobs: int = 1
) -> Iterator[Report]:
    """A report on each file, in order; an error in the list becomes a report with that error."""
    ruleset_for(settings)  # errors in rules or settings come before the first report
    listed = list(files)
    if jobs <= 1 or len(listed) <= 1:
        for file in listed:
            yield lint_file(file, settings)
        return
    import signal
    from concurrent.futures import ProcessPoolExecutor
    from itertools import repeat

    pool = ProcessPoolExecutor(
        min(jobs, len(listed)),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),  # Ctrl-C reaches us; the workers just stop
    )
    try:
        yield from pool.map(lint_file, listed, repeat(settings))
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
    return lint_bytes(data, str(file), settings)
