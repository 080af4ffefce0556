"""click in Dutch: headings of help pages, and messages about options that are not right."""

from __future__ import annotations

import difflib

import click


class DutchCommand(click.Command):
    """A command whose help page is in Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = ["[OPTIES]", *self.collect_usage_pieces(ctx)[1:]]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_dutch(super().get_help_option(ctx))


class DutchGroup(click.Group):
    """A group of commands whose help page is in Dutch."""

    command_class = DutchCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "COMMANDO [OPTIES] …", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        DutchCommand.format_options(self, ctx, formatter)  # type: ignore[arg-type]
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            (name, command.get_short_help_str(limit=80))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("Commando’s"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_dutch(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            hint = (
                f"Bedoelt u ‘{near[0]}’?"
                if near
                else f"Wilt u een bestand controleren? duidelijk check {name}"
            )
            raise click.UsageError(f"Het commando ‘{name}’ bestaat niet. {hint}", ctx)
        return super().resolve_command(ctx, args)


def usage_message(error: click.ClickException) -> str:
    """What is wrong with the command line, in one or two Dutch sentences."""
    if isinstance(error, click.NoSuchOption):
        near = [str(option) for option in error.possibilities or ()][:1]
        return f"De optie ‘{error.option_name}’ bestaat niet." + (f" Bedoelt u ‘{near[0]}’?" if near else "")
    if isinstance(error, click.MissingParameter):
        return f"Er ontbreekt iets: {_parameter(error)}."
    if isinstance(error, click.BadParameter):
        choices = getattr(error.param and error.param.type, "choices", None)
        hint = f" Kies uit: {', '.join(choices)}." if choices else f" {error.message}"
        return f"De waarde bij {_parameter(error)} kan niet.{hint}"
    if isinstance(error, click.BadOptionUsage):
        return f"Bij de optie ‘{error.option_name}’ ontbreekt een waarde, of er is er een te veel."
    return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return "een optie"
    option = isinstance(error.param, click.Option)
    return f"‘{error.param.opts[-1] if option else error.param.human_readable_name}’"


def _in_dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Toon deze hulp."
    return option
