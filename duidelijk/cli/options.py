"""The options that several commands share, and the settings that they make."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from duidelijk.errors import ConfigError

if TYPE_CHECKING:
    from duidelijk.settings import Settings

_F = TypeVar("_F", bound=Callable[..., Any])


def rule_options(command: _F) -> _F:
    """Which rules run (``--select``, ``--ignore``, ``--preset``, ``--config``) and on what part of a page."""
    for option in (
        click.option(
            "--heel-de-pagina",
            is_flag=True,
            help="Kijk ook naar het menu, de voet en de cookiebalk van een webpagina.",
        ),
        click.option(
            "--config",
            metavar="BESTAND",
            help="Gebruik deze instellingen in plaats van het dichtstbijzijnde duidelijk.toml.",
        ),
        click.option(
            "--preset",
            metavar="NAAM",
            help="Kies een set regels: brief, webpagina, besluit, strikt, wcag of nl-be.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="REGEL",
            help="Laat deze regel of map weg. Mag vaker, of met komma’s.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="REGEL",
            help="Gebruik alleen deze regels of mappen. Mag vaker, of met komma’s.",
        ),
    ):
        command = option(command)
    return command


def report_options(formats: Sequence[str]) -> Callable[[_F], _F]:
    """How the report looks and where it goes: ``--format`` and ``--output``."""

    def add(command: _F) -> _F:
        command = click.option("--output", metavar="BESTAND", help="Schrijf het verslag in dit bestand.")(
            command
        )
        return click.option(
            "--format",
            "format_",
            type=click.Choice(formats),
            default="text",
            metavar="SOORT",
            help=f"Vorm van het verslag: {', '.join(formats)}.",
        )(command)

    return add


def settings_from(
    paths: Sequence[str],
    *,
    config: str | None,
    preset_name: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    heel_de_pagina: bool = False,
) -> Settings:
    """Defaults < preset < settings file < command line.

    Raises:
        ConfigError: for a settings file or preset that cannot be used.
    """
    from dataclasses import replace

    from duidelijk.settings import Choice, Settings, find_config, load_config, preset

    if config is not None:
        file: Path | None = Path(config)
        if not Path(config).is_file():
            raise ConfigError("Dit bestand met instellingen bestaat niet.", file=config)
    else:
        file = find_config(start_folder(paths))
    settings = load_config(file) if file is not None else Settings(root=Path.cwd())
    choice = settings.choice
    if preset_name is not None:
        choice = choice.then(preset(preset_name))
    choice = choice.then(Choice(select=split(select), ignore=split(ignore)))
    overrides = () if select else settings.overrides
    whole_page = settings.whole_page or heel_de_pagina
    return replace(settings, choice=choice, overrides=overrides, whole_page=whole_page)


def start_folder(paths: Sequence[str]) -> Path:
    """Where the search for a settings file starts: the folder that all paths share."""
    real = [Path(path).absolute() for path in paths if path != "-" and "://" not in path]
    if not real:
        return Path.cwd()
    folders = [str(path if path.is_dir() else path.parent) for path in real]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # several drives on Windows
        return Path.cwd()


def split(values: Sequence[str]) -> tuple[str, ...]:
    """Values that were given apart or with commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
