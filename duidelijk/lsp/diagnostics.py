"""Findings as the remarks that an editor shows under the text and in its list of problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticSeverity

from duidelijk.errors import DuidelijkError
from duidelijk.lsp.checked import Checked, visible
from duidelijk.lsp.positions import Positions
from duidelijk.model import Finding, Level, Problem

SOURCE: Final = "duidelijk"
_SEVERITY: Final[Mapping[Level, DiagnosticSeverity]] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "suggestion": DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked) -> list[Diagnostic]:
    """One for each finding, after one for each thing that kept something from being checked."""
    errors = [_of_error(problem, checked) for problem in checked.report.errors]
    return [*errors, *(diagnostic(finding, checked) for finding in checked.report.findings)]


def diagnostic(finding: Finding, checked: Checked) -> Diagnostic:
    """A finding as a diagnostic; what a person still has to judge is only a hint."""
    url = finding.guideline.url
    is_unsure = finding.outcome == "cantTell"
    return Diagnostic(
        range=checked.buffer.positions.range(visible(finding.span, checked.buffer)),
        message=finding.message,
        severity=DiagnosticSeverity.Hint if is_unsure else _SEVERITY[finding.level],
        code=finding.rule,
        code_description=CodeDescription(url) if url else None,
        source=SOURCE,
        data={"fingerprint": finding.fingerprint},
    )


def on_line(
    positions: Positions,
    line: int | None,
    message: str,
    severity: DiagnosticSeverity,
    code: str | None = None,
) -> Diagnostic:
    """A remark on a whole line (from 1), or on the nearest one that there is."""
    place = positions.line(min(max(line or 1, 1), positions.lines) - 1)
    return Diagnostic(positions.range(place), message, severity, code=code, source=SOURCE)


def said(problem: Problem | DuidelijkError) -> str:
    """What is the matter, and what to do about it."""
    return f"{problem.message} {problem.hint}" if problem.hint else problem.message


def _of_error(problem: Problem, checked: Checked) -> Diagnostic:
    """An error on its line. A text that was not checked at all is no mistake of the writer."""
    was_read = bool(checked.report.format)
    severity = DiagnosticSeverity.Warning if was_read else DiagnosticSeverity.Information
    return on_line(checked.buffer.positions, problem.line, said(problem), severity)
