"""``duidelijk baseline``: write down what is known, so that only new problems are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.cli.options import rule_options, settings_from

_FILE: Final = "duidelijk-baseline.json"


@click.command(cls=DutchCommand, short_help="Leg de bekende meldingen vast.")
@click.argument("paths", nargs=-1, metavar="[BESTAND|MAP]…")
@click.option("--output", metavar="BESTAND", help=f"Waar de lijst komt (standaard: {_FILE}).")
@rule_options
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Controleer N bestanden tegelijk. Standaard kiest duidelijk dat zelf.",
)
def baseline(
    paths: tuple[str, ...],
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preset: str | None,
    config: str | None,
    heel_de_pagina: bool,
    jobs: int | None,
) -> int:
    """Leg alle meldingen van nu vast in een bestand. Met --baseline ziet u daarna alleen wat nieuw is."""
    from dataclasses import replace

    from duidelijk.baseline import dump
    from duidelijk.bulk import lint_paths
    from duidelijk.fix import write_atomically

    paths = paths or (".",)
    settings = settings_from(
        paths,
        config=config,
        preset_name=preset,
        select=select,
        ignore=ignore,
        heel_de_pagina=heel_de_pagina,
    )
    settings = replace(settings, all_suggestions=True)
    file = Path(output) if output else settings.baseline or Path(_FILE)
    reports = list(lint_paths(paths, settings, jobs=jobs))
    known = {settings.relative(report.source.name): report.findings for report in reports}
    write_atomically(file, [dump(known).encode("utf-8")])
    count = sum(len(report.findings) for report in reports)
    click.echo(f"{count} bekende meldingen staan in {file}. Gebruik: duidelijk check --baseline {file}")
    for report in reports:
        for error in report.errors:
            click.echo(f"duidelijk: {error.file}: {error.message} {error.hint or ''}".rstrip(), err=True)
    return 2 if any(report.errors for report in reports) else 0
