"""``duidelijk lsp``: the language server that editors start."""

from __future__ import annotations

from importlib.util import find_spec

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.errors import ConfigError


@click.command(cls=DutchCommand, short_help="Start de taalserver voor uw editor.")
@click.option(
    "--stdio", is_flag=True, help="Praat met de editor via standaardinvoer en -uitvoer (altijd zo)."
)
def lsp(stdio: bool) -> None:  # noqa: ARG001 - editors pass it
    """Start de taalserver: meldingen in uw editor, terwijl u schrijft.

    Uw editor start deze opdracht zelf. Hoe u dat instelt, staat in docs/editors.
    """
    if find_spec("pygls") is None:
        raise ConfigError(
            "De taalserver is niet geïnstalleerd.", hint='Installeer hem met: pip install "duidelijk[lsp]".'
        )
    from duidelijk.lsp import serve

    serve()
