"""Writes docs/regels/ from the rule files: one page a rule and an index. Run: ``make docs``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from duidelijk.resources import data_folder
from duidelijk.rules.load import load_examples, load_rules
from duidelijk.rules.quality import in_words, recorded
from duidelijk.rules.rule import Example, Rule

FOLDER: Final = Path(__file__).resolve().parent / "regels"
LEVELS: Final = {"error": "ernstig", "warning": "waarschuwing", "suggestion": "suggestie"}
_WRITTEN_AS: Final = {"docx": "html", "odt": "html", "pdf": "html"}  # see tests/office_examples.py
SURE: Final = {"high": "heel zeker", "medium": "meestal goed", "low": "minder zeker (alleen met `--all`)"}


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with its text."""
    every = load_rules([data_folder("rules")]).values()
    rules = sorted(every, key=lambda rule: (rule.folder, rule.id))
    for rule in rules:
        yield FOLDER / f"{rule.id}.md", "\n".join(_page(rule)) + "\n"
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


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield ""
    yield rule.why.strip()
    yield ""
    yield f"- Melding: {rule.message}"
    yield f"- Niveau: {LEVELS[rule.level]}"
    yield f"- Zekerheid: {SURE[rule.confidence]}"
    if rule.id in recorded():
        yield f"- Gemeten: {in_words(recorded()[rule.id])} ([alle regels](kwaliteit.md))"
    yield f"- Voor: {rule.audience}"
    if rule.wcag:
        criteria = ", ".join(rule.wcag)
        yield f"- Eis voor toegankelijkheid (Web Content Accessibility Guidelines, WCAG): {criteria}"
    if rule.act:
        yield f"- Testregel van het W3C (Accessibility Conformance Testing, ACT): {', '.join(rule.act)}"
    for key, value in (rule.options or {}).items():
        yield f"- Instelling `{key}`: {value}"
    name, url = rule.guideline
    yield f"- Bron: {f'[{name}]({url})' if url else name}"
    yield from _examples(load_examples(rule.path))


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    yield ""
    yield "## Zo niet, maar zo"
    for example in examples:
        if example.bad:
            yield from _block("Niet", example.bad, example.format)
            if example.good:
                yield from _block("Maar", example.good, example.format)
    if any(not example.bad for example in examples):
        yield ""
        yield "## Dit is wel goed"
        for example in examples:
            if not example.bad and example.good:
                yield from _block("Goed", example.good, example.format)


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


def _block(label: str, text: str, format: str) -> Iterator[str]:  # noqa: A002 - the field's word
    yield ""
    yield f"{label}:"
    yield ""
    yield f"~~~~{_WRITTEN_AS.get(format, format)}"
    yield text.rstrip("\n")
    yield "~~~~"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    wanted = dict(pages())
    for old in set(FOLDER.glob("*.md")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
