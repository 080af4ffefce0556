"""``duidelijk init``: a settings file to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.errors import ConfigError

_TEMPLATE: Final = """\
# Instellingen van duidelijk. Alles achter een # is uitleg of staat uit.

# Begin met een set regels: brief, webpagina, besluit, strikt, wcag of nl-be.
extends = "{preset}"

# Vanaf welk niveau de controle niet slaagt: error, warning, suggestion of never.
fail-on = "error"

# Woorden en namen van uw organisatie die u nooit gemeld wilt zien.
words = []

# Regels die u niet gebruikt.
ignore = []

# Mappen en bestanden die u overslaat.
exclude = []

# Andere grenzen voor een regel:
# [options.lange-zin]
# warning = 25

# Andere regels voor een deel van uw bestanden:
# [[overrides]]
# paths = ["brieven/**"]
# preset = "brief"
"""


@click.command(cls=DutchCommand, short_help="Maak een bestand met instellingen.")
@click.option(
    "--preset",
    default="webpagina",
    metavar="NAAM",
    help="De set regels om mee te beginnen (standaard: webpagina).",
)
def init(preset: str) -> int:
    """Maak duidelijk.toml in de map waarin u staat. Een bestaand bestand blijft zoals het is."""
    from duidelijk.fix import write_atomically
    from duidelijk.settings import preset as load_preset

    load_preset(preset)
    file = Path("duidelijk.toml")
    if file.exists():
        raise ConfigError("Dit bestand bestaat al; het is niet veranderd.", file=str(file))
    write_atomically(file, [_TEMPLATE.format(preset=preset).encode("utf-8")])
    click.echo(f"{file} is gemaakt. Controleer nu uw teksten met: duidelijk check .")
    return 0
