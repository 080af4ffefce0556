"""Workflow commands of GitHub Actions: each finding becomes an annotation in the pull request.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub refuses
columns when a place runs over several lines, so those are left out. It shows ten annotations a level a step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.report.common import (
    TOOL,
    Grade,
    Places,
    grade,
    has_lines,
    line_of,
    message,
    path,
    problem_text,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report
    from duidelijk.report.info import RuleInfo

_COMMANDS: Final[dict[Grade, str]] = {
    "error": "error",
    "warning": "warning",
    "suggestion": "notice",
    "cantTell": "notice",
}
_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """One command a line; a single newline when there is nothing to say."""
    yield "\n".join(line for report in reports for line in _lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    for command, problems in (("error", report.errors), ("notice", report.notices)):
        for problem in problems:
            line = line_of(report, problem)
            at = f",line={line}" if line is not None else ""
            file = path(problem.file).translate(_PROPERTY)
            yield f"::{command} file={file}{at},title={TOOL}::{problem_text(problem).translate(_MESSAGE)}"
    if not report.findings:
        return
    places = Places(report.source.text)
    file = path(report.source.name).translate(_PROPERTY)
    for finding in shown(report):
        place = places(finding.span)
        at = f",line={place.line},endLine={place.end_line}" if has_lines(report) else ""
        if at and place.line == place.end_line:
            at += f",col={place.column},endColumn={place.end_column}"
        title = finding.rule.translate(_PROPERTY)
        text = message(report, finding).translate(_MESSAGE)
        yield f"::{_COMMANDS[grade(finding)]} file={file}{at},title={title}::{text}"
