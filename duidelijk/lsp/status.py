"""How a text does as a whole, for the status bar of an editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from duidelijk.lsp.checked import Checked
from duidelijk.model import LEVELS, Report, Score
from duidelijk.report.score_text import LEVEL, by_name, headline
from duidelijk.report.summary import plural

STATUS: Final = "$/duidelijk/status"
"""The notification; ``$/`` lets an editor that does not know it pass it over."""


def status(checked: Checked) -> dict[str, Any]:
    """The parameters of the notification."""
    report = checked.report
    counts = Counter(finding.level for finding in report.findings)
    level = by_name(report).get(LEVEL)
    return {
        "uri": checked.buffer.uri,
        "version": checked.buffer.version,
        "text": " · ".join(_parts(report, level)),
        "tooltip": "\n".join(_lines(report)),
        "words": report.words,
        "findings": {name: counts[name] for name in LEVELS},
        "score": None if level is None else _score(level),
    }


def _parts(report: Report, level: Score | None) -> Iterator[str]:
    if report.errors and not report.words:
        yield "niet gecontroleerd"
        return
    if level is not None and level.reliable:
        yield level.label.partition(":")[0].replace("niveau", "Leesniveau", 1)
    count = len(report.findings)
    yield plural(count, "melding", "meldingen") if count else "geen meldingen"


def _lines(report: Report) -> Iterator[str]:
    line = headline(report)
    if line:
        yield line
    yield plural(report.words, "woord", "woorden") + "."
    for said in (*report.errors, *report.notices):
        yield said.message


def _score(level: Score) -> dict[str, Any]:
    return {
        "name": level.name,
        "value": round(level.value, 1),
        "label": level.label,
        "reliable": level.reliable,
    }
