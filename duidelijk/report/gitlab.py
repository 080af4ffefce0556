"""Code Quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).

GitLab drops findings with an equal fingerprint, and ours says nothing of the file or the place. So the path
and a number for repeats within a file are hashed in; both survive edits elsewhere in the file. Notices are
left out: GitLab counts all that stands here as a drop in quality.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

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
from duidelijk.report.compact import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report
    from duidelijk.report.info import RuleInfo

_SEVERITY: Final[dict[Grade, str]] = {
    "error": "major",
    "warning": "minor",
    "suggestion": "info",
    "cantTell": "info",
}


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """A JSON array, one finding a line; a file that could not be checked is ``critical``."""
    seen: Counter[str] = Counter()
    return dumps((item for report in reports for item in _items(report, seen)), depth=1)


def _items(report: Report, seen: Counter[str]) -> Iterator[dict[str, Any]]:
    for problem in report.errors:
        text = problem_text(problem)
        key = "\0".join((path(problem.file), problem.rule or TOOL, problem.message))
        line = max(1, line_of(report, problem) or 1)
        yield _item(text, problem.rule or TOOL, _unique(key, seen), "critical", path(problem.file), line)
    if not report.findings:
        return
    places = Places(report.source.text)
    file = path(report.source.name)
    for finding in shown(report):
        unique = _unique(f"{file}\x00{finding.rule}\x00{finding.fingerprint}", seen)
        line = places(finding.span).line if has_lines(report) else 1  # GitLab wants a line of every file
        yield _item(message(report, finding), finding.rule, unique, _SEVERITY[grade(finding)], file, line)


def _item(text: str, rule: str, fingerprint: str, severity: str, file: str, line: int) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": file, "lines": {"begin": line}},
    }


def _unique(key: str, seen: Counter[str]) -> str:
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="surrogatepass")).hexdigest()
