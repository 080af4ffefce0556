"""What a writer sees who points at a finding: what, why, an example and where the advice comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from duidelijk.lsp.checked import Checked, findings_at, visible
from duidelijk.lsp.explain import examples_of, one_line
from duidelijk.model import Finding, Guideline, Span
from duidelijk.rules.page import fenced
from duidelijk.rules.rule import Example, Rule

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>#&~|!$@]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
_OPENS_LINE: Final = re.compile(r"\A(?:[-+=]|\d+(?=[.)]))")
_LONG: Final = 600
"""Characters: a longer example hides the rest, and stays out where there is a shorter one."""


def hover(checked: Checked, offset: int, every: Mapping[str, Rule], *, markdown: bool = True) -> Hover | None:
    """The explanation of the findings at an offset, the shortest first; None where there are none.

    ``markdown``: the client can show it; the words of the letter are then escaped.
    """
    found = findings_at(checked, Span(offset, offset))
    if not found:
        return None
    found.sort(key=_length)
    said = [list(_parts(one, every.get(one.rule), checked.report.format, markdown=markdown)) for one in found]
    between = "\n\n---\n\n" if markdown else "\n\n"
    kind = MarkupKind.Markdown if markdown else MarkupKind.PlainText
    value = between.join("\n\n".join(parts) for parts in said)
    place = visible(found[0].span, checked.buffer)
    return Hover(MarkupContent(kind, value), checked.buffer.positions.range(place))


def escaped(text: str) -> str:
    """Words from elsewhere as they stand, on one line, whatever they mean in Markdown."""
    safe = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _OPENS_LINE.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", safe)


def _length(finding: Finding) -> tuple[int, int]:
    return finding.span.end - finding.span.start, finding.span.start


def _parts(finding: Finding, rule: Rule | None, format_: str, *, markdown: bool) -> Iterator[str]:
    yield f"**{escaped(finding.message)}**" if markdown else finding.message
    if rule is not None:
        yield rule.why.strip()
        example = _example(rule, format_)
        if example is not None:
            yield _shown(example, markdown=markdown)
    yield _source(finding.guideline, markdown=markdown)


def _example(rule: Rule, format_: str) -> Example | None:
    """The first example of how it should not be: with a better one, not long, and of this kind of text."""
    bad = [one for one in examples_of(rule) if one.bad]
    bad.sort(
        key=lambda one: (
            len(one.bad or "") + len(one.good or "") > _LONG,
            one.good is None,
            one.format not in {"text", format_},
        )
    )
    return bad[0] if bad else None


def _shown(example: Example, *, markdown: bool) -> str:
    sides = [("Niet", example.bad), ("Maar", example.good)]
    named = [(label, text.strip()) for label, text in sides if text]
    if not markdown:
        return "\n".join(f"{label}: {text}" for label, text in named)
    if example.format == "text" and not any("\n" in text for _, text in named):
        return "\n".join(f"- {label}: {escaped(text)}" for label, text in named)
    return "\n\n".join("\n".join((f"{label}:", "", *fenced(text, example.format))) for label, text in named)


def _source(guideline: Guideline, *, markdown: bool) -> str:
    name, url = guideline
    if not url:
        return f"Bron: {escaped(name) if markdown else name}"
    return f"Bron: [{escaped(name)}]({url})" if markdown else f"Bron: {name}, {url}"
