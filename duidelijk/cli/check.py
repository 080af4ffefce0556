"""``duidelijk check``: the main job."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.cli.inputs import reports_of
from duidelijk.cli.options import report_options, rule_options, settings_from
from duidelijk.cli.output import emit
from duidelijk.errors import ConfigError, DuidelijkError

if TYPE_CHECKING:
    from duidelijk.model import Report
    from duidelijk.settings import Settings

_FORMATS: Final = ("text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "csv", "html", "earl")
_INPUT_OPTIONS: Final = ("stdin_filename", "jobs", "allow_private", "force_exclude", "browser")
_ROUNDS: Final = 10  # a swap can make room for another; more rounds than this do not happen
_EVERYTHING: Final = ("everything", "fix", "diff", "track_changes")  # options that leave no suggestion out


class _Fixes:
    """What ``--fix`` did: the number of changes made, or the differences it would make.

    ``tracked`` is whether a Word file gets its changes in a copy.
    """

    __slots__ = ("count", "diff", "tracked")

    def __init__(self, *, tracked: bool) -> None:
        self.tracked = tracked
        self.count = 0
        self.diff = ""


@click.command(cls=DutchCommand, short_help="Controleer brieven en webpagina’s.")
@click.argument("paths", nargs=-1, metavar="[BESTAND|MAP|URL|-]…")
@report_options(_FORMATS)
@rule_options
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "suggestion", "never"]),
    metavar="NIVEAU",
    help="Vanaf welk niveau de controle niet slaagt: error (standaard), warning, suggestion of never.",
)
@click.option("--baseline", metavar="BESTAND", help="Toon alleen wat nog niet in dit bestand staat.")
@click.option("--fix", is_flag=True, help="Voer veilige verbeteringen door in het bestand.")
@click.option("--diff", is_flag=True, help="Toon wat --fix zou veranderen en schrijf niets.")
@click.option(
    "--comments",
    metavar="BESTAND|MAP",
    help="Schrijf een kopie met elke melding als opmerking (docx, odt, pdf). Bij meer bestanden: een map.",
)
@click.option(
    "--track-changes",
    is_flag=True,
    help="Zet veilige verbeteringen als wijzigingen in die kopie (docx).",
)
@click.option(
    "--stdin-filename",
    metavar="NAAM",
    help="Naam van de tekst die via ‘-’ binnenkomt; de extensie bepaalt de soort.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Controleer N bestanden tegelijk. Standaard kiest duidelijk dat zelf.",
)
@click.option("--no-gitignore", is_flag=True, help="Lees in een map ook wat in .gitignore staat.")
@click.option(
    "--convert", is_flag=True, help="Laat LibreOffice van een oude brief (doc, rtf) een kopie in docx maken."
)
@click.option("--bijlagen", is_flag=True, help="Controleer ook de bijlagen van een e-mail (eml).")
@click.option("--verapdf", is_flag=True, help="Vraag ook veraPDF of een pdf aan PDF/UA voldoet.")
@click.option("--all", "everything", is_flag=True, help="Toon alle suggesties, ook die minder zeker zijn.")
@click.option(
    "--force-exclude", is_flag=True, help="Laat ‘exclude’ ook gelden voor bestanden die u zelf noemt."
)
@click.option(
    "--masker",
    is_flag=True,
    help="Maak namen, adressen, BSN, IBAN, telefoonnummers en e-mailadressen onleesbaar in het verslag."
    " De naam van het bestand blijft staan.",
)
@click.option(
    "--browser", is_flag=True, help="Bekijk webpagina’s in een echte browser, na het laden, met alle stijlen."
)
@click.option("--allow-private", is_flag=True, help="Sta webadressen op uw eigen netwerk toe.")
@click.option("--debug", is_flag=True, help="Toon bij een storing de technische details.")
def check(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preset: str | None,
    config: str | None,
    **rest: Any,
) -> int:
    """Controleer brieven en webpagina’s op duidelijke taal en toegankelijkheid.

    Geef bestanden, mappen, webadressen, of ‘-’ voor tekst van een ander programma. Zonder naam controleert
    duidelijk de map waarin u staat.

    Uitkomst: 0 als er niets ernstigs is, 1 als er meldingen zijn, 2 als iets niet gecontroleerd kon worden.
    """
    from dataclasses import replace

    from duidelijk.cli.copies import Copies
    from duidelijk.cli.verapdf import judge
    from duidelijk.settings import at_least

    paths = paths or (".",)
    copies = Copies(paths, rest["comments"], rest["track_changes"])
    copies.refuse_early()
    settings = settings_from(
        paths,
        config=config,
        preset_name=preset,
        select=select,
        ignore=ignore,
        heel_de_pagina=rest["heel_de_pagina"] or format_ == "earl",  # it says what a whole page passes
    )
    settings = replace(
        settings,
        fail_on=rest["fail_on"] or settings.fail_on,
        baseline=Path(rest["baseline"]) if rest["baseline"] else settings.baseline,
        low_confidence=rest["everything"],
        all_suggestions=any(rest[name] for name in _EVERYTHING) or bool(select) or format_ == "earl",
        mask=rest["masker"],
        show_text=format_ == "html",
        tell_of_outside=format_ in {"text", "html"},
        respect_gitignore=settings.respect_gitignore and not rest["no_gitignore"],
        convert=rest["convert"],
        attachments=rest["bijlagen"],
        debug=rest["debug"],
    )
    fixes = _Fixes(tracked=rest["track_changes"]) if rest["fix"] or rest["diff"] else None
    if rest["browser"]:
        from duidelijk.cli.rendered import refuse_unfit

        refuse_unfit(paths, fix=fixes is not None)
    if fixes is not None and any(path == "-" or "://" in path for path in paths):
        raise ConfigError("--fix werkt alleen op bestanden.", hint="Bewaar de tekst eerst in een bestand.")
    fixing = None if fixes is None else partial(_fixed, fixes=fixes, dry=rest["diff"])
    known = _known(settings)
    judged = judge(wanted=rest["verapdf"])
    reports = [
        judged(_only_new(report, known, settings))
        for report in reports_of(paths, settings, lint=fixing, **_wanted(rest))
    ]
    if copies.are_wanted:
        reports = copies.write(reports)
    reports = [_readable(report, settings) for report in reports]
    if rest["diff"]:
        emit([fixes.diff if fixes is not None else ""], output)
        _say_errors(reports)
    else:
        emit(_rendered(reports, format_, output, settings), output)
        refused = any(report.errors for report in reports)
        if fixes is not None and format_ == "text" and (fixes.count or not (fixes.tracked or refused)):
            click.echo(_fixed_message(fixes.count), err=True)
    if format_ == "text":
        for line in copies.said:
            click.echo(line, err=True)
        _say_passed_over(paths, settings)
    if any(report.errors for report in reports):
        return 2
    failing = any(
        finding.outcome == "failed" and at_least(finding.level, settings.fail_on)
        for report in reports
        for finding in report.findings
    )
    return int(failing)


def _wanted(rest: dict[str, Any]) -> dict[str, Any]:
    return {name: rest[name] for name in _INPUT_OPTIONS}


def _fixed(
    files: Sequence[Path | DuidelijkError], settings: Settings, *, fixes: _Fixes, dry: bool
) -> Iterator[Report]:
    from duidelijk.bulk import lint_file

    for file in files:
        report = lint_file(file, settings)
        yield _fix(file, report, settings, fixes, dry=dry) if isinstance(file, Path) else report


def _fix(file: Path, report: Report, settings: Settings, fixes: _Fixes, *, dry: bool) -> Report:
    from dataclasses import replace

    from duidelijk.engine import failed, lint_bytes
    from duidelijk.fix import apply_edits, diff, safe_edits, write_atomically
    from duidelijk.readers.decode import encode

    if report.source.origin == "extracted":
        return report if fixes.tracked and report.format == "docx" else _unfixed(report)
    before = report.source
    after = report
    count = 0
    try:
        for _ in range(_ROUNDS):
            edits = safe_edits(after.findings)
            if not edits:
                break
            data = encode(before, apply_edits(after.source.text, edits))
            after = lint_bytes(data, str(file), settings)
            count += len(edits)
        if count and dry:
            texts = (_readable(one, settings).source.text for one in (report, after))
            fixes.diff += diff(settings.relative(str(file)), *texts)
        elif count:
            write_atomically(file, [encode(before, after.source.text)])
            fixes.count += count
            return after
    except DuidelijkError as problem:
        error = failed(str(file), problem).errors
        return replace(report, errors=(*report.errors, *error))
    return report


def _unfixed(report: Report) -> Report:
    """The report on a letter that has something to mend, which this option does not do in such a file."""
    from dataclasses import replace

    from duidelijk.fix import safe_edits
    from duidelijk.model import Problem

    if not safe_edits(report.findings):
        return report
    hint = "Neem de verbeteringen zelf over."
    if report.format == "docx":
        hint = "Met --track-changes krijgt u een kopie met de verbeteringen als wijzigingen."
    problem = Problem("--fix verandert alleen tekst, Markdown en HTML.", report.source.name, None, hint)
    return replace(report, errors=(*report.errors, problem))


def _known(settings: Settings) -> dict[str, dict[str, int]] | None:
    if settings.baseline is None:
        return None
    from duidelijk.baseline import load

    return {path: dict(known) for path, known in load(settings.baseline).items()}


def _only_new(report: Report, known: dict[str, dict[str, int]] | None, settings: Settings) -> Report:
    if known is None:
        return report
    from dataclasses import replace

    from duidelijk.baseline import only_new

    new = only_new(report.findings, known.get(settings.relative(report.source.name), {}))
    return replace(report, findings=new, hidden=len(report.findings) - len(new))


def _readable(report: Report, settings: Settings) -> Report:
    """The report as others may read it."""
    if not settings.mask:
        return report
    from duidelijk.mask import masked

    return masked(report)


def _rendered(
    reports: Sequence[Report], format_: str, output: str | None, settings: Settings
) -> Iterator[str]:
    from duidelijk.cli.rule import infos
    from duidelijk.report import render
    from duidelijk.settings import colour_wanted

    return render(
        reports,
        format_,
        infos(settings),
        color=output is None and colour_wanted(terminal=sys.stdout.isatty()),
        width=shutil.get_terminal_size((100, 40)).columns,
    )


def _say_errors(reports: Sequence[Report]) -> None:
    for report in reports:
        for error in report.errors:
            click.echo(f"duidelijk: {error.file}: {error.message} {error.hint or ''}".rstrip(), err=True)


def _say_passed_over(paths: Sequence[str], settings: Settings) -> None:
    from duidelijk.bulk.files import passed_over

    found = passed_over(paths, settings)
    if found:
        kinds = ", ".join(f"{count} × {extension}" for extension, count in sorted(found.items()))
        way = " Met --convert leest duidelijk .doc en .rtf via LibreOffice." if _can_convert(found) else ""
        click.echo(f"Niet gecontroleerd, want dat kan duidelijk niet lezen: {kinds}.{way}", err=True)


def _can_convert(found: Iterable[str]) -> bool:
    from duidelijk.bulk.convert import libreoffice
    from duidelijk.bulk.files import CONVERTIBLE

    return not CONVERTIBLE.isdisjoint(found) and libreoffice() is not None


def _fixed_message(count: int) -> str:
    if not count:
        return "Er viel niets veilig te verbeteren."
    return f"{count} verbetering{'en' if count != 1 else ''} doorgevoerd."
