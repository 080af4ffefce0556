"""CSV for spreadsheets: RFC 4180 (commas, quotes doubled, CRLF) in UTF-8 with a byte order mark.

The mark is there for Excel, which else reads ‘é’ as two letters; a Dutch Excel asks for the comma under
‘Gegevens, Van tekst/CSV’. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

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
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duidelijk.model import Report
    from duidelijk.report.info import RuleInfo

HEADER: Final = (
    "bestand", "regelnummer", "kolom", "plaats", "niveau", "zekerheid", "regel",
    "melding", "fragment", "alternatieven", "richtlijn", "wcag", "doelgroep",
)  # fmt: skip
_CONFIDENCE: Final = {"high": "hoog", "medium": "midden", "low": "laag"}
# The start of a formula in Excel, LibreOffice and Google Sheets, full-width forms too (OWASP, CSV injection).
_FORMULA: Final = frozenset("=+-@＝＋－＠")
_CONTROL: Final = {code: "\ufffd" for code in (*range(32), 127) if chr(code) not in "\t\r\n"}


def render(reports: Sequence[Report], rules: Mapping[str, RuleInfo]) -> Iterator[str]:  # noqa: ARG001
    """A header in Dutch and a row a finding; a problem is a row ‘probleem’, a notice a row ‘opmerking’."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for report in reports:
        for row in _rows(report):
            writer.writerow([_guarded(cell) for cell in row])
    yield out.getvalue()


def _rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    for name, problems in (("probleem", report.errors), ("opmerking", report.notices)):
        for problem in problems:
            line = line_of(report, problem)
            at = "" if line is None else line
            where = (path(problem.file), at, "", "", name, "", problem.rule or TOOL)
            yield (*where, problem_text(problem), "", "", "", "", "")
    if not report.findings:
        return
    places = Places(report.source.text)
    file = path(report.source.name)
    for finding in shown(report):
        place = places(finding.span)
        yield (
            file,
            place.line if has_lines(report) else "",
            place.column if has_lines(report) else "",
            finding.anchor or "",
            DUTCH[grade(finding)],
            _CONFIDENCE[finding.confidence],
            finding.rule,
            finding.message,
            finding.excerpt,
            " | ".join(suggestion.title for suggestion in finding.suggestions),
            finding.guideline.name,
            " ".join(
                f"WCAG {criterion}" for criterion in finding.wcag
            ),  # a bare 1.3.1 becomes a date in Excel
            finding.audience,
        )


def _guarded(cell: str | int) -> str | int:
    if isinstance(cell, int):
        return cell
    cell = cell.translate(_CONTROL)
    start = cell.lstrip()[:1]
    return f"'{cell}" if start and start in _FORMULA else cell
