"""Writes docs/regels/ from the rule files: one page a rule and an index. Run: ``make docs``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from duidelijk.resources import data_folder
from duidelijk.rules.load import load_examples, load_rules
from duidelijk.rules.page import LEVELS, page
from duidelijk.rules.quality import recorded
from duidelijk.rules.rule import Rule

FOLDER: Final = Path(__file__).resolve().parent / "regels"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with its text."""
    every = load_rules([data_folder("rules")]).values()
    rules = sorted(every, key=lambda rule: (rule.folder, rule.id))
    for rule in rules:
        lines = page(rule, load_examples(rule.path), figures="kwaliteit.md")
        yield FOLDER / f"{rule.id}.md", "\n".join(lines) + "\n"
    yield FOLDER / "index.md", "\n".join(_index(rules)) + "\n"
    yield FOLDER / "kwaliteit.md", "\n".join(_quality()) + "\n"


def _index(rules: list[Rule]) -> Iterator[str]:
    yield "# Alle regels"
    yield ""
    yield f"duidelijk kent {len(rules)} regels. Deze pagina’s zijn gemaakt uit de regelbestanden in `rules/`."
    for folder in sorted({rule.folder for rule in rules}):
        yield ""
        yield f"## {folder.capitalize()}"
        yield ""
        for rule in rules:
            if rule.folder == folder:
                off = "" if rule.default else " (staat standaard uit)"
                yield f"- [{rule.id}]({rule.id}.md): {LEVELS[rule.level]}{off}"


def _quality() -> Iterator[str]:
    yield "# Hoe vaak kloppen de meldingen?"
    yield ""
    yield "In ruim 1.000 zinnen van de overheid is met de hand aangewezen wat beter kan, voordat de regels"
    yield "erop liepen. Veel zinnen hebben iets dat op een probleem lijkt, maar het niet is. Zo meten wij:"
    yield ""
    yield "- **precisie**: welk deel van de meldingen klopt;"
    yield "- **bereik**: welk deel van wat mensen aanwezen, de regel ook vindt."
    yield ""
    yield "Bij weinig zinnen zegt een percentage niet veel. Daarom staan de aantallen erbij. De zinnen staan"
    yield "in [tests/corpus](../../tests/corpus/README.md). Zelf meten: `python -m benchmarks.gold`."
    yield ""
    yield "| regel | meldingen | waarvan goed | precisie | aangewezen | gevonden | bereik |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, quality in recorded().items():
        found, right, labelled, reached = quality
        shares = (_percent(quality.precision), _percent(quality.recall))
        yield f"| {name} | {found} | {right} | {shares[0]} | {labelled} | {reached} | {shares[1]} |"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    wanted = dict(pages())
    for old in set(FOLDER.glob("*.md")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
