"""``duidelijk rule``: which rules there are, and what one of them is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import click

from duidelijk.cli.dutch import DutchCommand
from duidelijk.cli.options import settings_from
from duidelijk.cli.output import emit
from duidelijk.errors import ConfigError

if TYPE_CHECKING:
    from duidelijk.report import RuleInfo
    from duidelijk.rules.rule import Example, Rule
    from duidelijk.settings import Settings

_LEVELS: Final = {"error": "ernstig", "warning": "waarschuwing", "suggestion": "suggestie"}
_SURE: Final = {"high": "heel zeker", "medium": "meestal goed", "low": "minder zeker (alleen met --all)"}
_SHOWN: Final = 6  # examples


@click.command(cls=DutchCommand, short_help="Leg een regel uit, of toon alle regels.")
@click.argument("name", required=False, metavar="[REGEL]")
@click.option("--config", metavar="BESTAND", help="Gebruik deze instellingen.")
def rule(name: str | None, config: str | None) -> int:
    """Leg een regel uit, met voorbeelden en bron. Zonder naam: alle regels."""
    from duidelijk.ruleset import all_rules
    from duidelijk.validate import did_you_mean

    settings = settings_from((), config=config, preset_name=None, select=(), ignore=())
    every = all_rules(settings)
    if name is None:
        emit(f"{line}\n" for line in _overview(every))
        return 0
    if name not in every:
        hint = did_you_mean(name, sorted(every)) or "Alle regels ziet u met: duidelijk rule."
        raise ConfigError(f"De regel ‘{name}’ bestaat niet.", hint=hint)
    emit(f"{line}\n" for line in _explanation(every[name]))
    return 0


def infos(settings: Settings) -> dict[str, RuleInfo]:
    """What reports say about each rule."""
    from duidelijk.report import RuleInfo
    from duidelijk.ruleset import all_rules

    return {
        rule.id: RuleInfo(
            id=rule.id,
            folder=rule.folder,
            message=rule.message,
            why=rule.why,
            level=rule.level,
            guideline=rule.guideline,
            wcag=rule.wcag,
            audience=rule.audience,
            url=rule.guideline.url,
        )
        for rule in all_rules(settings).values()
    }


def _overview(every: Mapping[str, Rule]) -> Iterator[str]:
    width = max(len(name) for name in every)
    for folder in sorted({rule.folder for rule in every.values()}):
        yield folder.capitalize()
        for item in sorted(every.values(), key=lambda rule: rule.id):
            if item.folder == folder:
                off = "" if item.default else " (staat standaard uit)"
                yield f"  {item.id:<{width}}  {_first_sentence(item.why)}{off}"
        yield ""
    yield f"{len(every)} regels. Uitleg bij een regel: duidelijk rule NAAM"


def _explanation(item: Rule) -> Iterator[str]:
    from duidelijk.rules.load import load_examples
    from duidelijk.rules.quality import in_words, recorded

    yield f"{item.id} ({item.folder})"
    yield ""
    yield f"  {item.why.strip()}"
    yield ""
    yield f"  Melding:    {item.message}"
    yield f"  Niveau:     {_LEVELS[item.level]}"
    yield f"  Zekerheid:  {_SURE[item.confidence]}"
    if item.id in recorded():
        yield f"  Gemeten:    {in_words(recorded()[item.id])}"
    yield f"  Voor:       {item.audience}"
    if item.wcag:
        yield f"  WCAG:       {', '.join(item.wcag)}"
    if item.act:
        yield f"  ACT-regel:  {', '.join(item.act)}"
    for key, value in (item.options or {}).items():
        yield f"  Instelling: {key} = {value}"
    yield f"  Bron:       {item.guideline.name}{f' ({item.guideline.url})' if item.guideline.url else ''}"
    yield from _examples(load_examples(item.path))


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    bad = [example for example in examples if example.bad][:_SHOWN]
    fine = [example for example in examples if not example.bad][:_SHOWN]
    yield ""
    yield "  Zo niet, maar zo:"
    for example in bad:
        yield f"    - {_indented(example.bad or '')}"
        if example.good:
            yield f"    + {_indented(example.good)}"
    if fine:
        yield ""
        yield "  Dit is wel goed:"
        for example in fine:
            yield f"    = {_indented(example.good or '')}"


def _indented(text: str) -> str:
    lines = text.strip().splitlines()
    shown = lines[:8] + (["…"] if len(lines) > 8 else [])
    return "\n      ".join(line if len(line) < 200 else line[:199] + "…" for line in shown)


def _first_sentence(text: str) -> str:
    from duidelijk.nlp.sentences import split

    spans = split(text.strip())
    return text.strip()[spans[0][0] : spans[0][1]] if spans else text
