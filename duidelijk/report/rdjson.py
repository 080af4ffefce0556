"""Diagnostic format of reviewdog (rdjson, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Columns count bytes of UTF-8 from 1, the end is exclusive. A byte order mark counts on line 1, because
reviewdog puts suggestions into the file as it stands. There are no suggestions for a file
in another encoding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from duidelijk.report.common import (
    TOOL,
    Grade,
    Places,
    grade,
    has_lines,
    is_url,
    line_of,
    merged,
    message,
    path,
    problem_text,
    shown,
)
from duidelijk.report.compact import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report, Source, Span
    from duidelijk.report.info import RuleInfo

_SEVERITY: Final[dict[Grade, str]] = {
    "error": "ERROR",
    "warning": "WARNING",
    "suggestion": "INFO",
    "cantTell": "INFO",
}
_CHUNK: Final = 256


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:
    """One DiagnosticResult, one diagnostic a line."""
    return dumps(
        {
            "source": {"name": TOOL},
            "diagnostics": [item for report in reports for item in _diagnostics(report, rules)],
        },
        depth=2,
    )


class _Ranges:
    """Turns spans of one source into ranges with byte columns, without walking the text for each of them."""

    __slots__ = ("_before", "_bom", "_places", "_text")

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._places = Places(source.text)
        self._bom = 3 if source.bom and _is_utf8(source.encoding) else 0
        self._before = [0]  # bytes before each chunk; empty for ASCII, where a byte is a character
        if source.text.isascii():
            self._before.clear()
        else:
            for at in range(0, len(source.text), _CHUNK):
                self._before.append(self._before[-1] + _size(source.text[at : at + _CHUNK]))

    def __call__(self, span: Span) -> dict[str, Any]:
        place = self._places(span)
        return {
            "start": self._position(place.start, place.line, place.column),
            "end": self._position(place.end, place.end_line, place.end_column),
        }

    def _position(self, offset: int, line: int, column: int) -> dict[str, int]:
        size = self._bytes(offset) - self._bytes(offset - column + 1)
        return {"line": line, "column": size + 1 + (self._bom if line == 1 else 0)}

    def _bytes(self, offset: int) -> int:
        if not self._before:
            return offset
        chunk = offset // _CHUNK
        return self._before[chunk] + _size(self._text[chunk * _CHUNK : offset])


def _diagnostics(report: Report, rules: Mapping[str, RuleInfo]) -> Iterator[dict[str, Any]]:
    for severity, problems in (("ERROR", report.errors), ("INFO", report.notices)):
        for problem in problems:
            location: dict[str, Any] = {"path": path(problem.file)}
            line = line_of(report, problem)
            if line is not None and line > 0:
                location["range"] = {"start": {"line": line}}
            yield {
                "message": problem_text(problem),
                "location": location,
                "severity": severity,
                "code": {"value": problem.rule or TOOL},
            }
    if not report.findings:
        return
    text = report.source.text
    ranges = _Ranges(report.source)
    file = path(report.source.name)
    editable = _is_utf8(report.source.encoding) and has_lines(report)
    for finding in shown(report):
        code = {"value": finding.rule}
        info = rules.get(finding.rule)
        url = (info.url if info else None) or finding.guideline.url
        if url and is_url(url):
            code["url"] = url
        place = ranges(finding.span)
        item: dict[str, Any] = {
            "message": message(report, finding),
            "location": {"path": file, "range": place} if has_lines(report) else {"path": file},
            "severity": _SEVERITY[grade(finding)],
            "code": code,
        }
        suggestions = [
            {"range": place if edit.span == finding.span else ranges(edit.span), "text": edit.text}
            for suggestion in finding.suggestions
            if editable and (edit := merged(text, suggestion)) is not None
        ]
        if suggestions:
            item["suggestions"] = suggestions
        yield item


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("_", "-") in {"utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii"}
