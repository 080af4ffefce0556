"""What every renderer needs: places as lines and columns, grades, the effect of a suggestion."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from duidelijk.model import Edit, Finding, LineIndex, Problem, Report, Span, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Grade = Literal["error", "warning", "suggestion", "cantTell"]
GRADES: Final[tuple[Grade, ...]] = ("error", "warning", "suggestion", "cantTell")
DUTCH: Final[dict[Grade, str]] = {
    "error": "ernstig",
    "warning": "waarschuwing",
    "suggestion": "suggestie",
    "cantTell": "nakijken",
}
TOOL: Final = "duidelijk"
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Place(NamedTuple):
    """A range of the source: code points from 0, lines and columns from 1, end exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """Turns spans in one source text into places. A span outside the text is pulled inside."""

    __slots__ = ("_index", "_size")

    def __init__(self, text: str) -> None:
        self._index = LineIndex(text)
        self._size = len(text)

    def __call__(self, span: Span) -> Place:
        """The place of ``span``."""
        start = min(max(span.start, 0), self._size)
        end = min(max(span.end, start), self._size)
        line, column = self._index.position(start)
        end_line, end_column = self._index.position(end)
        return Place(start, end, line, column, end_line, end_column)

    def line(self, number: int) -> Span:
        """Where line ``number`` lies, without its line end."""
        return self._index.line_span(number)


def model(reports: Iterable[Report]) -> str | None:
    """Name and version of the language model that took part, None where no rule needed one."""
    return next((report.model for report in reports if report.model), None)


def grade(finding: Finding) -> Grade:
    """The level of a finding, or ``cantTell`` when a person must look; that never counts as a failure."""
    return "cantTell" if finding.outcome == "cantTell" else finding.level


def shown(report: Report) -> Iterator[Finding]:
    """The findings that ask something of the writer: what failed, and what a person must look at."""
    return (finding for finding in report.findings if finding.outcome in ("failed", "cantTell"))


def grades(reports: Iterable[Report]) -> Counter[Grade]:
    """How many findings of each grade."""
    return Counter(grade(finding) for report in reports for finding in shown(report))


def has_lines(report: Report) -> bool:
    """Whether the lines of the text are those of the file, not of what was read from a Word file."""
    return report.source.origin != "extracted"


def spot(report: Report, finding: Finding, place: Place) -> str:
    """Where a writer finds it: line and column, in a file without lines its anchor; empty for all of it."""
    return f"{place.line}:{place.column}" if has_lines(report) else finding.anchor or ""


def line_of(report: Report, problem: Problem) -> int | None:
    """The line that a problem is about, None where the file has no lines."""
    return problem.line if has_lines(report) else None


def message(report: Report, finding: Finding) -> str:
    """The message for a format that only has lines to point with: else the anchor goes before it."""
    if has_lines(report) or not finding.anchor:
        return finding.message
    return f"{finding.anchor[:1].upper()}{finding.anchor[1:]}: {finding.message}"


def is_url(name: str) -> bool:
    """Whether a source name is a web address and not a path."""
    return _URL.match(name) is not None


def path(name: str) -> str:
    """A source name for machines: forward slashes, no ``./`` in front."""
    if is_url(name):
        return name
    name = name.replace("\\", "/")
    while name.startswith("./") and len(name) > 2:
        name = name[2:].lstrip("/")
    return name


def problem_text(problem: Problem) -> str:
    """What went wrong and what to do, in one string."""
    return f"{problem.message} {problem.hint}" if problem.hint else problem.message


def merged(text: str, suggestion: Suggestion) -> Edit | None:
    """The edits of a suggestion as one edit of the source, or None when they cannot be carried out."""
    edits = suggestion.edits if len(suggestion.edits) < 2 else tuple(sorted(suggestion.edits))
    if not edits or edits[0].span.start < 0 or edits[-1].span.end > len(text):
        return None
    if len(edits) == 1:
        return edits[0] if edits[0].span.end >= edits[0].span.start else None
    start = at = edits[0].span.start
    parts: list[str] = []
    for span, new in edits:
        if span.start < at or span.end < span.start:
            return None
        parts += (text[at : span.start], new)
        at = span.end
    return Edit(Span(start, at), "".join(parts))
