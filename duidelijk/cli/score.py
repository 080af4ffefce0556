"""``duidelijk score``: how hard a text is, and for whom."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.cli.inputs import reports_of
from duidelijk.cli.options import report_options, settings_from
from duidelijk.cli.output import emit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duidelijk.model import Report

_FORMATS: Final = ("text", "json")


@click.command(cls=DutchCommand, short_help="Meet hoe moeilijk een tekst is.")
@click.argument("paths", nargs=-1, required=True, metavar="BESTAND|MAP|URL|-…")
@report_options(_FORMATS)
@click.option("--config", metavar="BESTAND", help="Gebruik deze instellingen.")
@click.option("--vergelijk", is_flag=True, help="Toon ook de cijfers van textstat, met het verschil.")
@click.option("--masker", is_flag=True, help="Maak persoonsgegevens onleesbaar in het verslag.")
@click.option(
    "--stdin-filename",
    metavar="NAAM",
    help="Naam van de tekst die via ‘-’ binnenkomt; de extensie bepaalt de soort.",
)
@click.option("--allow-private", is_flag=True, help="Sta webadressen op uw eigen netwerk toe.")
def score(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    config: str | None,
    stdin_filename: str | None,
    *,
    vergelijk: bool,
    masker: bool,
    allow_private: bool,
) -> int:
    """Meet het leesniveau van brieven en webpagina’s.

    Geef één tekst voor alle cijfers, twee versies om ze te vergelijken (eerst de oude, dan de nieuwe), of
    meer teksten voor een lijst met de moeilijkste bovenaan.

    Uitkomst: 0, of 2 als een tekst niet gelezen kon worden.
    """
    from dataclasses import replace

    settings = settings_from(paths, config=config, preset_name=None, select=(), ignore=())
    settings = replace(settings, all_suggestions=True, mask=masker, scores=True, compare=vergelijk)
    found = reports_of(paths, settings, stdin_filename=stdin_filename, allow_private=allow_private)
    reports = list(found)
    if masker:
        from duidelijk.mask import masked

        reports = [masked(report) for report in reports]
    lines = _json(reports) if format_ == "json" else _text(reports, to_terminal=output is None)
    emit(lines, output)
    return 2 if any(report.errors for report in reports) else 0


def _json(reports: Sequence[Report]) -> Iterator[str]:
    from dataclasses import replace

    from duidelijk.report import render

    return render([replace(report, findings=()) for report in reports], "json", {})


def _text(reports: Sequence[Report], *, to_terminal: bool) -> Iterator[str]:
    from duidelijk.report.score_text import render
    from duidelijk.settings import colour_wanted

    lines = render(
        reports,
        color=to_terminal and colour_wanted(terminal=sys.stdout.isatty()),
        columns=shutil.get_terminal_size((100, 40)).columns,
    )
    return (f"{line}\n" for line in lines)
