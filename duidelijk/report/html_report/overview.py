"""The index of several documents: worst first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from duidelijk.report.common import GRADES, Grade, grade, shown
from duidelijk.report.html_report.document import kind
from duidelijk.report.html_report.gauge import gauge
from duidelijk.report.summary import is_unread, rates
from duidelijk.report.width import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duidelijk.model import Report


class Row(NamedTuple):
    """A document in the index. ``level`` is 0 when it is not known."""

    id: str
    name: str
    kind: str
    words: int
    counts: dict[Grade, int]
    level: int
    unread: bool


def worst_first(reports: Sequence[Report]) -> tuple[tuple[Row, Report], ...]:
    """The reports in the order of the page, each with its row: most serious findings per 1,000 words first.

    What could not be checked stands in front: that asks for attention before anything else.
    """
    counted = [(report, Counter(map(grade, shown(report)))) for report in reports]
    counted.sort(key=lambda pair: (not is_unread(pair[0]), *rates(*pair), pair[0].source.name))
    return tuple((_row(at, *pair), pair[0]) for at, pair in enumerate(counted, start=1))


def _row(at: int, report: Report, counts: Counter[Grade]) -> Row:
    picture = gauge(report.scores)
    return Row(
        id=f"d{at}",
        name=visible(report.source.name),
        kind=kind(report),
        words=report.words,
        counts={name: counts[name] for name in GRADES},
        level=picture.level if picture and picture.reliable else 0,
        unread=is_unread(report),
    )
