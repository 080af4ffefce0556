"""Findings as a reader sees them: what it is, what can stand there instead, and which rule says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.report.common import grade, has_lines
from duidelijk.report.html_report.names import GRADES
from duidelijk.report.width import visible

if TYPE_CHECKING:
    from duidelijk.model import Finding, Guideline, Report
    from duidelijk.report.common import Grade, Places

_AWAY: Final = re.compile(r"\bweg\b")
_SAFE: Final = re.compile(r"https?://", re.IGNORECASE)
_SHOWN: Final = 120


class Link(NamedTuple):
    """A name, with an address when it is one that a browser may follow."""

    name: str
    url: str | None


class Note(NamedTuple):
    """A finding. ``placed``: it has a place in the text that is shown; ``where``: where it is in the file."""

    number: int
    grade: Grade
    level: str
    message: str
    alternatives: tuple[str, ...]
    rule: str
    guideline: Link
    wcag: str
    where: str
    excerpt: str
    placed: bool


def note(report: Report, finding: Finding, number: int, places: Places, *, placed: bool) -> Note:
    """The finding as note ``number``. A line is only named where no text is shown beside it."""
    level = grade(finding)
    found = visible(finding.excerpt)
    if not has_lines(report):
        where = visible(finding.anchor or "")
    else:
        where = "" if placed else f"regel {places(finding.span).line}"
    return Note(
        number=number,
        grade=level,
        level=GRADES[level][0],
        message=visible(finding.message),
        alternatives=_alternatives(finding),
        rule=visible(finding.rule),
        guideline=link(finding.guideline),
        wcag=", ".join(one for one in map(visible, finding.wcag) if one not in finding.guideline.name),
        where=where,
        excerpt=found if len(found) <= _SHOWN else found[: _SHOWN - 1].rstrip() + "…",
        placed=placed,
    )


def link(guideline: Guideline) -> Link:
    """A guideline as a link; an address of another kind than http is not followed."""
    url = guideline.url if guideline.url and _SAFE.match(guideline.url) else None
    return Link(visible(guideline.name), url)


def _alternatives(finding: Finding) -> tuple[str, ...]:
    """The alternatives that the message does not name yet."""
    message = finding.message.casefold()
    titles = (item.title for item in finding.suggestions if item.title)
    return tuple(visible(title) for title in titles if not _is_named(title.casefold(), message))


def _is_named(title: str, message: str) -> bool:
    return title in message or (title == "weglaten" and _AWAY.search(message) is not None)
