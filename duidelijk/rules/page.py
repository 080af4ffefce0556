"""The page about a rule in Markdown: for the documentation, and for an editor that can show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from duidelijk.rules.quality import in_words, recorded
from duidelijk.rules.rule import Example, Rule

LEVELS: Final = {"error": "ernstig", "warning": "waarschuwing", "suggestion": "suggestie"}
SURE: Final = {"high": "heel zeker", "medium": "meestal goed", "low": "minder zeker (alleen met `--all`)"}
_WRITTEN_AS: Final = {"docx": "html", "odt": "html", "pdf": "html"}  # see tests/office_examples.py


def page(rule: Rule, examples: Sequence[Example], *, figures: str | None = None) -> Iterator[str]:
    """The lines of the page. ``figures`` is the address of the page with the figures of all rules."""
    yield f"# {rule.id}"
    yield ""
    yield rule.why.strip()
    yield ""
    yield f"- Melding: {rule.message}"
    yield f"- Niveau: {LEVELS[rule.level]}"
    yield f"- Zekerheid: {SURE[rule.confidence]}"
    if rule.id in recorded():
        more = f" ([alle regels]({figures}))" if figures else ""
        yield f"- Gemeten: {in_words(recorded()[rule.id])}{more}"
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
    if examples:
        yield from _examples(examples)


def fenced(text: str, language: str) -> Iterator[str]:
    """The lines of a piece of code or text that is shown as it stands."""
    fence = "~~~~"
    while fence in text:
        fence += "~"
    yield f"{fence}{_WRITTEN_AS.get(language, language)}"
    yield text.rstrip("\n")
    yield fence


def _examples(examples: Sequence[Example]) -> Iterator[str]:
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


def _block(label: str, text: str, language: str) -> Iterator[str]:
    yield ""
    yield f"{label}:"
    yield ""
    yield from fenced(text, language)
