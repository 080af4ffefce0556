"""SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning and viewers.

Columns are code points (``columnKind``), and a lone carriage return also ends a line, as in our own lines.
A finding that a person must judge is a result of kind ``review`` without a level.
Only safe suggestions are fixes. In a file without lines (Word, PDF) a result has a logical location, the
anchor, in the place of a region; the message starts with it, and what was found is a property.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from duidelijk._version import __version__
from duidelijk.report.common import (
    TOOL,
    Places,
    has_lines,
    is_url,
    line_of,
    merged,
    message,
    model,
    path,
    problem_text,
)
from duidelijk.report.compact import dumps
from duidelijk.report.info import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Edit, Finding, Level, Outcome, Problem, Report, Span

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT: Final = "%SRCROOT%"
_LEVELS: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "suggestion": "note"}
_SEVERITY: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "suggestion": "recommendation"}
_KINDS: Final[dict[Outcome, str]] = {
    "passed": "pass",
    "failed": "fail",
    "inapplicable": "notApplicable",
    "cantTell": "review",
}
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DRIVE: Final = re.compile(r"[A-Za-z]:/")


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:
    """The reports as one SARIF log with one run, one result a line."""
    known = dict(rules)
    for report in reports:
        for finding in report.findings:
            if finding.rule not in known:
                known[finding.rule] = _unknown(finding)
    index = {name: number for number, name in enumerate(known)}
    run = {
        "tool": {
            "driver": {
                "name": TOOL,
                "version": __version__,
                "language": "nl",
                "rules": [_rule(name, info) for name, info in known.items()],
            },
            **_extensions(reports),
        },
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not any(report.errors for report in reports),
                "toolExecutionNotifications": [
                    _notification(problem, line_of(report, problem), level, index)
                    for report in reports
                    for level, problems in (("error", report.errors), ("note", report.notices))
                    for problem in problems
                ],
            }
        ],
        "results": [result for report in reports for result in _results(report, index)],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, depth=4)


def _extensions(reports: Sequence[Report]) -> dict[str, Any]:
    """The language model as an extension of the tool, when there was one."""
    name, _, version = (model(reports) or "").rpartition(" ")
    return {"extensions": [{"name": name, "version": version}]} if name else {}


def _unknown(finding: Finding) -> RuleInfo:
    return RuleInfo(
        id=finding.rule,
        folder="",
        message=finding.rule,
        why="",
        level=finding.level,
        guideline=finding.guideline,
        wcag=finding.wcag,
        audience=finding.audience,
    )


def _rule(rule_id: str, info: RuleInfo) -> dict[str, Any]:
    name, url = info.guideline
    why = f"{info.why}\n\n" if info.why else ""
    tags = (info.folder, info.audience, *(f"wcag-{criterion}" for criterion in info.wcag))
    rule: dict[str, Any] = {
        "id": rule_id,
        "shortDescription": {"text": _PLACEHOLDER.sub("…", info.message)},
        "fullDescription": {"text": info.why or _PLACEHOLDER.sub("…", info.message)},
        "help": {
            "text": f"{why}Richtlijn: {name}" + (f" ({url})" if url else ""),
            "markdown": f"{why}Richtlijn: " + (f"[{name}]({url})" if url else name),
        },
        "defaultConfiguration": {"level": _LEVELS[info.level]},
        "properties": {
            "tags": [tag for tag in dict.fromkeys(tags) if tag],
            "problem.severity": _SEVERITY[info.level],
        },
    }
    address = info.url or url
    if address and is_url(address):
        rule["helpUri"] = _url(address)
    return rule


def _results(report: Report, index: Mapping[str, int]) -> list[dict[str, Any]]:
    if not report.findings:
        return []
    text = report.source.text
    places = Places(text)
    artifact = _artifact(report.source.name)
    results: list[dict[str, Any]] = []
    for finding in report.findings:
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "kind": _KINDS[finding.outcome],
            "level": _LEVELS[finding.level] if finding.outcome == "failed" else "none",
            "message": {"text": _message(message(report, finding))},
            "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
            "partialFingerprints": {f"{TOOL}/v1": finding.fingerprint},
            "properties": {"confidence": finding.confidence},
        }
        location = result["locations"][0]
        if has_lines(report):
            region = _region(places, finding.span)
            start = region["charOffset"]
            region["snippet"] = {"text": text[start : start + region["charLength"]]}
            location["physicalLocation"]["region"] = region
        elif finding.excerpt:
            result["properties"]["excerpt"] = finding.excerpt
        if finding.anchor:
            location["message"] = {"text": _message(finding.anchor)}
            if not has_lines(report):
                location["logicalLocations"] = [{"name": finding.anchor, "kind": "element"}]
        fixes = [
            _fix(places, artifact, suggestion.title, edit)
            for suggestion in finding.suggestions
            if suggestion.applicability == "safe"
            and has_lines(report)
            and (edit := merged(text, suggestion)) is not None
        ]
        if fixes:
            result["fixes"] = fixes
        results.append(result)
    return results


def _region(places: Places, span: Span) -> dict[str, Any]:
    place = places(span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }


def _fix(places: Places, artifact: dict[str, str], title: str, edit: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(places, edit.span), "insertedContent": {"text": edit.text}}
    return {
        "description": {"text": _message(title)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _notification(problem: Problem, line: int | None, level: str, index: Mapping[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(problem.file)}
    if line is not None and line > 0:
        place["region"] = {"startLine": line}
    notification: dict[str, Any] = {
        "level": level,
        "message": {"text": _message(problem_text(problem))},
        "locations": [{"physicalLocation": place}],
    }
    if problem.rule is not None:
        notification["associatedRule"] = {"id": problem.rule, "index": index.get(problem.rule, -1)}
    return notification


def _artifact(name: str) -> dict[str, str]:
    name = path(name)
    if is_url(name):
        return {"uri": _url(name)}
    escaped = quote(name, safe="/~-._", errors="surrogateescape" if _is_escaped(name) else "replace")
    if _DRIVE.match(name):
        return {"uri": f"file:///{name[0]}:{quote(name[2:], safe='/~-._', errors='replace')}"}
    if name.startswith("/"):
        return {"uri": f"file:{escaped}" if name.startswith("//") else f"file://{escaped}"}
    return {"uri": escaped, "uriBaseId": ROOT}


def _url(address: str) -> str:
    """A web address with what may not stand in a URI escaped; what is escaped already stays as it is."""
    address = _STRAY_PERCENT.sub("%25", address)
    return quote(address, safe="/:?#[]@!$&'()*+,;=~%-._", errors="replace")


def _is_escaped(name: str) -> bool:
    """Whether every lone surrogate in a file name stands for a raw byte, as Python reads names on Linux."""
    return not any("\ud800" <= char < "\udc80" or "\udcff" < char <= "\udfff" for char in name)


def _message(text: str) -> str:
    """Plain text in which a viewer sees no link: square brackets that look like one are escaped."""
    return re.sub(r"[\[\]]", r"\\\g<0>", text) if "](" in text else text
