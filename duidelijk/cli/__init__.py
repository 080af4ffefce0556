"""The command line. Each command is one file; what costs time loads inside it."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final, NoReturn

import click

from duidelijk._version import __version__
from duidelijk.cli.baseline import baseline
from duidelijk.cli.check import check
from duidelijk.cli.dutch import DutchGroup, usage_message
from duidelijk.cli.init import init
from duidelijk.cli.lsp import lsp
from duidelijk.cli.rule import rule
from duidelijk.cli.score import score
from duidelijk.errors import DuidelijkError

_COULD_NOT_RUN: Final = 2


@click.group(
    cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", message="duidelijk %(version)s", help="Toon de versie.")
def duidelijk() -> None:
    """Maak brieven en webpagina’s van de overheid duidelijk.

    duidelijk leest uw tekst, wijst aan wat lastig is voor lezers en zegt hoe het beter kan. Alles gebeurt op
    uw eigen computer.

    \b
    Begin zo:  duidelijk check brief.txt
    """


for _command in (check, score, rule, init, baseline, lsp):
    duidelijk.add_command(_command)


def main() -> NoReturn:
    """Run the command line and leave with 0 (nothing found), 1 (findings) or 2 (could not run)."""
    # Trees and findings are many small objects that live until the end: looking for garbage among them
    # takes up to half of the time of a page.
    gc.set_threshold(100_000, 50, 100)
    try:
        code = duidelijk.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = 0
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        click.echo(f"duidelijk: {usage_message(error)}", err=True)
        if context is not None:
            click.echo(f"Hulp: {context.command_path} --help", err=True)
        code = _COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo("duidelijk: gestopt op uw verzoek. Er is niets half geschreven.", err=True)
        code = _COULD_NOT_RUN
    except DuidelijkError as error:
        click.echo(f"duidelijk: {error}", err=True)
        code = _COULD_NOT_RUN
    except BrokenPipeError:
        # the reader of our output has gone (| head): keep Python from complaining when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
