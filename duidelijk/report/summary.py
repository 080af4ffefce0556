"""The end of the text output: which files need the most work, what is found most, and one closing line."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from duidelijk.model import LEVELS
from duidelijk.report.common import DUTCH, GRADES, Grade, grade, grades, has_lines, shown
from duidelijk.report.width import head, tail, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duidelijk.model import Level, Report
    from duidelijk.report.style import Paint

_MOST: Final = 10
_FEWEST_WORDS: Final = 100
_NAMES: Final[dict[Level, tuple[str, str]]] = {
    "error": ("ernstig", "ernstig"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "suggestion": ("suggestie", "suggesties"),
}


def summary(reports: Sequence[Report], paint: Paint, room: int) -> Iterator[str]:
    """Lines of the summary. The tables are left out where they would repeat what stands above them."""
    found = [(report, Counter(map(grade, shown(report)))) for report in reports]
    busy = [(report, counts) for report, counts in found if counts]
    total = grades(reports)
    if len(busy) > 1:
        yield from _files(busy, paint, room)
    rules = Counter(finding.rule for report in reports for finding in shown(report))
    if len(rules) > 1 and rules.total() > len(rules):
        yield from _rules(rules, paint)
    yield from _remarks(reports)
    if not reports or not all(map(is_unread, reports)):
        yield _closing(reports, total, paint)


def plural(count: int, one: str, many: str) -> str:
    """A count with its word: ‘1 melding’, ‘1.200 meldingen’."""
    return f"{_thousands(count)} {one if count == 1 else many}"


def is_unread(report: Report) -> bool:
    """Whether nothing of the input could be checked; an empty file without problems is simply clean."""
    return bool(report.errors) and not report.source.text


def _files(busy: list[tuple[Report, Counter[Grade]]], paint: Paint, room: int) -> Iterator[str]:
    """Worst first: the most serious findings per 1,000 words, then the warnings, then the rest."""
    ordered = sorted(busy, key=lambda item: (*rates(*item), item[0].source.name))
    used = [name for name in GRADES if any(counts[name] for _, counts in busy)]
    heads = [*(DUTCH[name] for name in used), "woorden", "per 1.000 woorden"]
    rows = [
        (
            [
                *(_thousands(counts[name]) for name in used),
                _thousands(report.words),
                _rate_text(report, counts),
            ],
            visible(report.source.name),
        )
        for report, counts in ordered[:_MOST]
    ]
    widths = [max(len(head), *(len(cells[at]) for cells, _ in rows)) for at, head in enumerate(heads)]
    left = max(20, room - sum(widths) - 2 * len(widths) - 2)
    yield paint("Hier valt het meeste te winnen", "title")
    yield paint(_row(heads, widths, "bestand"), "quiet")
    for cells, name in rows:
        yield _row(cells, widths, _shortened(name, left))
    if len(ordered) > _MOST:
        yield f"  en nog {plural(len(ordered) - _MOST, 'bestand', 'bestanden')} met meldingen"
    yield ""


def _shortened(name: str, room: int) -> str:
    """A path without its first folders; of a file with too long a name the middle goes."""
    if width(name) <= room:
        return name
    file = re.split(r"[/\\]", name)[-1]
    if width(file) < room:
        return "…" + tail(name, room - 1)
    end = tail(file, room // 2)
    return f"{head(file, room - width(end) - 1)}…{end}"


def rates(report: Report, counts: Counter[Grade]) -> tuple[float, ...]:
    """What puts the worst report first: the findings in 1,000 words, each grade in turn, negated."""
    return tuple(-_rate(report, counts[name]) for name in GRADES)


def _row(cells: list[str], widths: list[int], name: str) -> str:
    return "".join(f"  {cell:>{size}}" for cell, size in zip(cells, widths, strict=True)) + f"  {name}"


def _rules(rules: Counter[str], paint: Paint) -> Iterator[str]:
    ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    size = len(_thousands(ordered[0][1]))
    yield paint("Dit komt het vaakst voor", "title")
    often = [(name, count) for name, count in ordered[:_MOST] if count > 1]
    for name, count in often:
        yield f"  {_thousands(count):>{size}}  {visible(name)}"
    if len(ordered) > len(often):
        yield f"  en {plural(len(ordered) - len(often), 'andere regel', 'andere regels')}"
    yield ""


def _remarks(reports: Sequence[Report]) -> Iterator[str]:
    hidden = sum(report.hidden for report in reports)
    if hidden:
        known = plural(hidden, "bekende melding", "bekende meldingen")
        yield f"{known} weggelaten (--baseline)."
    safe = sum(
        any(item.applicability == "safe" for item in finding.suggestions)
        for report in reports
        if has_lines(report)
        for finding in shown(report)
    )
    if safe:
        yield f"Met --fix past duidelijk {plural(safe, 'plek', 'plekken')} zelf aan."
    unread = sum(is_unread(report) for report in reports)
    if unread:
        yield f"{plural(unread, 'bestand', 'bestanden')} niet gecontroleerd, zie de uitleg hierboven."


def _closing(reports: Sequence[Report], total: Counter[Grade], paint: Paint) -> str:
    if not reports:
        return "Er zijn geen bestanden gecontroleerd."
    checked = sum(not is_unread(report) for report in reports)
    start = f"{plural(checked, 'bestand', 'bestanden')} gecontroleerd"
    if not total:
        clean = not any(report.errors or report.notices for report in reports)
        return (
            paint(f"{start}: geen meldingen, dit leest duidelijk.", "good")
            if clean
            else f"{start}: geen meldingen."
        )
    line = f"{start}, {plural(_failed(total), 'melding', 'meldingen')}"
    parts = [f"{_thousands(total[name])} {_NAMES[name][total[name] != 1]}" for name in LEVELS if total[name]]
    if parts:
        line += f": {', '.join(parts)}"
    if total["cantTell"]:
        line += f" (en {_thousands(total['cantTell'])} om zelf na te kijken)"
    return paint(f"{line}.", "title")


def _failed(counts: Counter[Grade]) -> int:
    return counts.total() - counts["cantTell"]


def _rate_text(report: Report, counts: Counter[Grade]) -> str:
    if report.words < _FEWEST_WORDS:
        return "–"
    return f"{_rate(report, _failed(counts)):,.1f}".translate(_DUTCH_NUMBER)


def _rate(report: Report, count: int) -> float:
    """Per 1,000 words. A text under 100 words counts as 100, or a lone heading would be the worst file."""
    return count * 1000 / max(report.words, _FEWEST_WORDS)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


_DUTCH_NUMBER: Final = str.maketrans(",.", ".,")
