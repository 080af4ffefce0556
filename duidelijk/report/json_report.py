"""JSON, version 1: the contract that other programs build on.

Its schema is ``duidelijk/schemas/report.schema.json``. Lines and columns count from 1, offsets from 0, all in
code points.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from duidelijk._version import __version__
from duidelijk.report.common import GRADES, TOOL, Place, Places, grades, merged, model, path, shown
from duidelijk.report.compact import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import (
        Advice,
        Costs,
        Finding,
        Guideline,
        LetterView,
        Problem,
        Report,
        Score,
        Section,
        Suggestion,
    )
    from duidelijk.report.info import RuleInfo

VERSION: Final = 1


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """The reports as one JSON object, one finding a line."""
    return dumps(
        {
            "version": VERSION,
            "tool": {"name": TOOL, "version": __version__, "model": model(reports)},
            "reports": (_report(report) for report in reports),
            "summary": _summary(reports),
        },
        depth=4,
    )


def _report(report: Report) -> dict[str, Any]:
    places = Places(report.source.text)
    return {
        "source": path(report.source.name),
        **({"origin": "rendered"} if report.source.origin == "rendered" else {}),
        "format": report.format,
        "kind": report.kind,
        "lang": report.lang,
        "findings": (
            _finding(report.source.text, finding, places(finding.span)) for finding in report.findings
        ),
        "scores": [_score(score) for score in report.scores],
        "sections": [_section(section, places) for section in report.sections],
        "costs": _costs(report.costs, places) if report.costs is not None else None,
        "advice": [_advice(item) for item in report.advice],
        "letter": _letter(report.letter, places) if report.letter is not None else None,
        "errors": [_problem(problem) for problem in report.errors],
        "notices": [_problem(notice) for notice in report.notices],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "file": path(problem.file),
        "line": problem.line,
        "hint": problem.hint,
        "rule": problem.rule,
    }


def _finding(text: str, finding: Finding, place: Place) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "confidence": finding.confidence,
        "outcome": finding.outcome,
        "message": finding.message,
        "span": _span(place),
        "anchor": finding.anchor,
        "excerpt": finding.excerpt,
        "suggestions": [
            {
                "title": suggestion.title,
                "text": _text(text, place, suggestion),
                "applicability": suggestion.applicability,
            }
            for suggestion in finding.suggestions
        ],
        "guideline": _guideline(finding.guideline),
        "wcag": finding.wcag,
        "act": finding.act,
        "audience": finding.audience,
        "fingerprint": finding.fingerprint,
    }


def _span(place: Place) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": place.column, "offset": place.start},
        "end": {"line": place.end_line, "column": place.end_column, "offset": place.end},
    }


def _text(text: str, place: Place, suggestion: Suggestion) -> str | None:
    """What would stand in the place of the finding; None when the suggestion also changes text around it."""
    edit = merged(text, suggestion)
    if edit is None or edit.span.start < place.start or edit.span.end > place.end:
        return None
    return text[place.start : edit.span.start] + edit.text + text[edit.span.end : place.end]


def _score(score: Score) -> dict[str, Any]:
    return {
        "name": score.name,
        "value": _number(score.value),
        "scale": score.scale,
        "label": score.label,
        "inputs": {name: _number(value) for name, value in score.inputs.items()},
        "reliable": score.reliable,
        "source": _guideline(score.source),
    }


def _section(section: Section, places: Places) -> dict[str, Any]:
    return {
        "title": section.title,
        "span": _span(places(section.span)),
        "words": section.words,
        "scores": [_score(score) for score in section.scores],
    }


def _costs(costs: Costs, places: Places) -> dict[str, Any]:
    return {
        "now": _number(costs.now),
        "mended": _number(costs.mended),
        "items": [
            {
                "what": item.what,
                "span": _span(places(item.span)),
                "text": item.text,
                "reason": item.reason,
                "points": _number(item.points),
            }
            for item in costs.items
        ],
    }


def _advice(item: Advice) -> dict[str, Any]:
    return {
        "title": item.title,
        "followed": item.followed,
        "rules": item.rules,
        "findings": item.findings,
    }


def _letter(letter: LetterView, places: Places) -> dict[str, Any]:
    return {
        "kind": letter.kind,
        "confidence": letter.confidence,
        "parts": [{"name": part.name, "span": _span(places(part.span))} for part in letter.parts],
        "answers": [
            {
                "question": answer.question,
                "span": _span(places(answer.span)) if answer.span is not None else None,
                "text": answer.text,
            }
            for answer in letter.answers
        ],
    }


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _guideline(guideline: Guideline) -> dict[str, str | None]:
    return {"name": guideline.name, "url": guideline.url}


def _summary(reports: Sequence[Report]) -> dict[str, Any]:
    by_grade = grades(reports)
    by_rule = Counter(finding.rule for report in reports for finding in shown(report))
    return {
        "files": len(reports),
        "errors": sum(len(report.errors) for report in reports),
        "words": sum(report.words for report in reports),
        "hidden": sum(report.hidden for report in reports),
        "findings": {name: by_grade[name] for name in GRADES},
        "rules": dict(sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))),
    }
