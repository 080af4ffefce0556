"""From what the user named — files, folders, web addresses, ‘-’ — to one report each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from duidelijk.errors import DuidelijkError

if TYPE_CHECKING:
    from duidelijk.model import Report
    from duidelijk.settings import Settings

_LONG: Final = 20  # files; fewer are done before a progress bar can be read


def reports_of(
    paths: Sequence[str],
    settings: Settings,
    *,
    stdin_filename: str | None = None,
    jobs: int | None = None,
    allow_private: bool = False,
    force_exclude: bool = False,
    browser: bool = False,
    lint: Callable[[Sequence[Path | DuidelijkError], Settings], Iterator[Report]] | None = None,
) -> Iterator[Report]:
    """The report on every input, in the order of ``paths``. ``lint`` does the files in its own way.

    ``browser``: pages are looked at in a browser. Raises ReadError when there is none.
    """
    if browser:
        yield from _in_browser(paths, settings, allow_private=allow_private, force_exclude=force_exclude)
        return
    from duidelijk.bulk import lint_files
    from duidelijk.bulk.files import expand

    files: list[Path | DuidelijkError] = []
    for path in paths:
        if path == "-":
            yield from _stdin_reports(stdin_filename, settings)
        elif "://" in path:
            yield _url_report(path, settings, allow_private=allow_private)
        else:
            files += expand(path, settings, force_exclude=force_exclude)
    with _progress(len(files)) as bar:
        for report in lint_files(files, settings, jobs=jobs) if lint is None else lint(files, settings):
            yield report
            if bar is not None:
                bar.update(1)


def _in_browser(
    paths: Sequence[str], settings: Settings, *, allow_private: bool, force_exclude: bool
) -> Iterator[Report]:
    from duidelijk.bulk.files import expand
    from duidelijk.cli.rendered import file_reports, opened, url_reports
    from duidelijk.ruleset import ruleset_for

    ruleset_for(settings)  # errors in rules or settings come before the browser starts
    with opened(allow_private=allow_private) as browser:
        for path in paths:
            if "://" in path:
                yield from url_reports(browser, path, settings)
            else:
                files = list(expand(path, settings, force_exclude=force_exclude))
                with _progress(len(files)) as bar:
                    for file in files:
                        yield from file_reports(browser, [file], settings)
                        if bar is not None:
                            bar.update(1)


def _stdin_reports(name: str | None, settings: Settings) -> Iterator[Report]:
    from duidelijk.engine import lint_bytes

    data = sys.stdin.buffer.read()
    report = lint_bytes(data, name or "-", settings)
    if not settings.attachments:
        yield report
        return
    from duidelijk.bulk.attachments import with_attachments

    yield from with_attachments(report, data, settings, lint_bytes)


def _url_report(url: str, settings: Settings, *, allow_private: bool) -> Report:
    from duidelijk.engine import failed, lint_bytes
    from duidelijk.readers.fetch import fetch

    try:
        page = fetch(url, allow_private=allow_private)
    except DuidelijkError as problem:
        return failed(url, problem)
    return lint_bytes(page.data, page.url, settings, charset=page.charset)


def _progress(length: int) -> Any:
    if length < _LONG or not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=length, label="Controleren", file=sys.stderr)
