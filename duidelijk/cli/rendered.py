"""``--browser``: reports on pages as a real browser shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from duidelijk.errors import ConfigError, DuidelijkError

if TYPE_CHECKING:
    from duidelijk.model import Report
    from duidelijk.readers.browser import BrowserReader, Rendered
    from duidelijk.settings import Settings

# What a page must have as a whole; a part of it in a frame of its own need not.
_OF_WHOLE_PAGE: Final = frozenset({"2.4.1", "2.4.2", "3.1.1"})


def refuse_unfit(paths: Sequence[str], *, fix: bool) -> None:
    """Raise ConfigError for what a browser cannot be used for."""
    if fix:
        raise ConfigError(
            "--fix en --diff werken niet met --browser.",
            hint="De browser toont een andere tekst dan er in het bestand staat. Laat --browser weg.",
        )
    if "-" in paths:
        raise ConfigError(
            "--browser werkt met webadressen en bestanden, niet met ‘-’.",
            hint="Bewaar de pagina eerst in een bestand.",
        )


def opened(*, allow_private: bool) -> AbstractContextManager[BrowserReader]:
    """A browser for the run. Raises ReadError when there is none."""
    from duidelijk.readers.browser import BrowserReader

    return BrowserReader(allow_private=allow_private)


def url_reports(browser: BrowserReader, url: str, settings: Settings) -> Iterator[Report]:
    """The reports on a web page and on the parts of its own site in it."""
    return _reports(browser, url, settings)


def file_reports(
    browser: BrowserReader, files: Sequence[Path | DuidelijkError], settings: Settings
) -> Iterator[Report]:
    """A report on each file: pages through the browser, other texts as always."""
    from duidelijk.bulk import lint_file
    from duidelijk.readers import EXTENSIONS

    for file in files:
        if isinstance(file, Path) and EXTENSIONS.get(file.suffix.lower()) == "html" and file.is_file():
            yield from _reports(browser, file, settings)
        else:
            yield lint_file(file, settings)


def _reports(browser: BrowserReader, target: str | Path, settings: Settings) -> Iterator[Report]:
    from duidelijk.engine import failed

    try:
        pages = browser.read(target)
    except DuidelijkError as problem:
        yield failed(str(target), problem)
        return
    for page in pages:
        yield _report(page, settings)


def _report(page: Rendered, settings: Settings) -> Report:
    from duidelijk.engine import lint_document
    from duidelijk.ruleset import ruleset_for

    mine = settings.for_path(page.document.source.name)
    ruleset = ruleset_for(mine)
    if page.frame:
        ruleset = replace(ruleset, checks=tuple(_fit_for_frames(ruleset.checks)))
    report = lint_document(page.document, ruleset, settings=mine)
    return replace(report, notices=(*page.notices, *report.notices))


def _fit_for_frames(checks: Sequence[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    return (one for one in checks if _OF_WHOLE_PAGE.isdisjoint(one[0].wcag))
