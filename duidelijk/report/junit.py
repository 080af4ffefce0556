"""JUnit XML, for the test page of GitLab, Jenkins and Azure: a suite a file, a case a finding.

A clean file is one case that passed. What a person must look at is skipped, not failed, and so is what
duidelijk itself passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.report.common import (
    DUTCH,
    TOOL,
    Places,
    grade,
    has_lines,
    line_of,
    path,
    problem_text,
    shown,
    spot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report
    from duidelijk.report.info import RuleInfo

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


class _Case(NamedTuple):
    lines: list[str]
    result: str  # the element that tells what happened; empty when the case passed


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """One XML document."""
    suites = [(report, list(_cases(report))) for report in reports]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    everything = [case for _, cases in suites for case in cases]
    lines.append(f"<testsuites name={_quoted(TOOL)} {_counts(everything)}>")
    for report, cases in suites:
        lines.append(f"  <testsuite name={_quoted(path(report.source.name))} {_counts(cases)}>")
        for case in cases:
            lines += case.lines
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    yield "\n".join(lines) + "\n"


def _cases(report: Report) -> Iterator[_Case]:
    file = path(report.source.name)
    for result, problems in (("error", report.errors), ("skipped", report.notices)):
        for problem in problems:
            line = line_of(report, problem)
            where = path(problem.file) + (f":{line}" if line is not None else "")
            body = f"{where}\n{problem_text(problem)}"
            yield _case(file, problem.rule or TOOL, result, "probleem", problem.message, body)
    count = 0
    if report.findings:
        places = Places(report.source.text)
        for finding in shown(report):
            count += 1
            at = spot(report, finding, places(finding.span))
            name = f"{finding.rule} ({at})" if at else finding.rule
            level = DUTCH[grade(finding)]
            result = "skipped" if finding.outcome == "cantTell" else "failure"
            body = (
                f"{file}:{' ' * (not has_lines(report))}{at}\n{finding.excerpt}\n"
                f"Richtlijn: {finding.guideline.name}"
            )
            yield _case(file, name, result, level, finding.message, body)
    if not count and not report.errors:
        yield _Case([f"    <testcase classname={_quoted(file)} name={_quoted(TOOL)}/>"], "")


def _case(file: str, name: str, result: str, level: str, message: str, body: str) -> _Case:
    kind = "" if result == "skipped" else f" type={_quoted(level)}"
    lines = [
        f"    <testcase classname={_quoted(file)} name={_quoted(name)}>",
        f"      <{result} message={_quoted(message)}{kind}>{_escaped(body)}</{result}>",
        "    </testcase>",
    ]
    return _Case(lines, result)


def _counts(cases: Sequence[_Case]) -> str:
    results = [case.result for case in cases]
    return (
        f'tests="{len(cases)}" failures="{results.count("failure")}" '
        f'errors="{results.count("error")}" skipped="{results.count("skipped")}"'
    )


def _quoted(text: str) -> str:
    return '"' + _FORBIDDEN.sub("\ufffd", text).translate(_ATTRIBUTE) + '"'


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text).translate(_TEXT)
