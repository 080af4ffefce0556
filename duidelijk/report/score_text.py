"""The reading level for writers: one text in full, two versions side by side, or many, hardest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.report.style import painter
from duidelijk.report.summary import is_unread, plural
from duidelijk.report.width import head, tail, visible, width, wrap

if TYPE_CHECKING:
    from duidelijk.model import Cost, Report, Score
    from duidelijk.report.style import Paint

LEVEL: Final = "lint-niveau"
DIFFICULTY: Final = "moeilijkheid"
NAMES: Final = {
    DIFFICULTY: "Moeilijkheid",
    LEVEL: "Leesniveau (LiNT)",
    "woorden-per-zin": "Woorden per zin",
    "lange-zinnen": "Lange zinnen",
    "lijdende-vormen": "Lijdende vormen",
    "moeilijke-woorden": "Moeilijke woorden",
    "flesch-douma": "Flesch-Douma",
    "brouwer": "Brouwer",
    "lix": "LIX",
}
TOO_SHORT: Final = "Te weinig tekst voor een betrouwbaar leesniveau."
_PERCENT: Final = frozenset({"lange-zinnen", "lijdende-vormen"})
_TEXTSTAT: Final = "textstat-"
_SHOWN: Final = 60
_NARROWEST: Final = 40


def render(reports: Sequence[Report], *, color: bool, columns: int) -> Iterator[str]:
    """Lines of the scores of every report, with problems first."""
    paint = painter(color=color)
    room = max(columns, _NARROWEST)
    readable = [report for report in reports if not is_unread(report)]
    for report in reports:
        for problem in (*report.errors, *report.notices):
            hint = f" {problem.hint}" if problem.hint else ""
            yield visible(f"{problem.file}: {problem.message}{hint}")
    if len(readable) == 2:
        yield from _compared(readable[0], readable[1], paint, room)
    elif len(readable) > 2:
        yield from _many(readable, paint, room)
    for report in readable if len(readable) == 1 else ():
        yield from _one(report, paint, room)


def headline(report: Report) -> str:
    """The level of a text in one sentence, or that there is too little text; empty where nothing is known."""
    found = by_name(report)
    if not found:
        return ""
    level, difficulty = found.get(LEVEL), found.get(DIFFICULTY)
    if level is None or not level.reliable:
        return TOO_SHORT if level is not None else ""
    parts = [f"Leesniveau: {level.label}."]
    if difficulty is not None:
        parts.append(f"Moeilijkheid: {number(difficulty.value)} van 100.")
    if report.advice:
        parts.append(f"B1-richtlijnen: {followed(report)} gevolgd.")
    return " ".join(parts)


def followed(report: Report) -> str:
    """How many guidelines the text follows: ‘14 van 17’."""
    return f"{sum(item.followed for item in report.advice)} van {len(report.advice)}"


def by_name(report: Report) -> dict[str, Score]:
    """The scores of a report by their name."""
    return {score.name: score for score in report.scores}


def number(value: float) -> str:
    """A figure as the Dutch write it, with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",")


def shown(score: Score) -> str:
    """The value of a score as a reader wants it."""
    return f"{round(score.value)} %" if score.name in _PERCENT else number(score.value)


def _one(report: Report, paint: Paint, room: int) -> Iterator[str]:
    yield paint(visible(report.source.name), "title") + paint(
        f"  {plural(report.words, 'woord', 'woorden')}", "quiet"
    )
    yield ""
    if not any(score.reliable for score in report.scores):
        yield f"  {TOO_SHORT}"
        yield ""
    own = [score for score in report.scores if not score.name.startswith(_TEXTSTAT)]
    yield from _figures(own, room)
    yield ""
    yield from _beside([score for score in report.scores if score.name.startswith(_TEXTSTAT)], paint, room)
    yield from _advice(report, paint)
    yield from _costs(report, paint, room)
    yield from _sections(report, paint)
    yield from _sources(report, paint, room)


def _figures(scores: Sequence[Score], room: int) -> Iterator[str]:
    size = max((len(NAMES.get(score.name, score.name)) for score in scores), default=0)
    for score in scores:
        line = f"  {NAMES.get(score.name, score.name):<{size}}  {shown(score):>6}  "
        yield from _hung(line, score.label, room)


def _beside(scores: Sequence[Score], paint: Paint, room: int) -> Iterator[str]:
    """The figures of textstat, each with ours and why they differ."""
    if not scores:
        return
    yield paint("Naast textstat", "title")
    names = [
        NAMES.get(name, name.capitalize()) for score in scores for name in [score.name[len(_TEXTSTAT) :]]
    ]
    size = max(map(len, names))
    yield paint(f"  {'':<{size}}  {'textstat':>8}  duidelijk", "quiet")
    for name, score in zip(names, scores, strict=True):
        theirs, ours = number(score.inputs["textstat"]), number(score.inputs["duidelijk"])
        yield from _hung(f"  {name:<{size}}  {theirs:>8}  {ours:>9}  ", score.label, room)
    yield ""


def _hung(start: str, text: str, room: int) -> Iterator[str]:
    """``text`` after ``start``, with its further lines under its first."""
    first, *rest = wrap(text, max(room - len(start), 20)) or [""]
    yield (start + first).rstrip()
    yield from (" " * len(start) + more for more in rest)


def _advice(report: Report, paint: Paint) -> Iterator[str]:
    if not report.advice:
        return
    yield paint(f"{followed(report)} B1-richtlijnen gevolgd", "title")
    for item in report.advice:
        mark = paint("  ja  ", "good") if item.followed else paint("  nee ", "warning")
        count = "" if item.followed else f" ({plural(item.findings, 'melding', 'meldingen')})"
        yield f"{mark} {item.title}{count}"
    yield ""


def _costs(report: Report, paint: Paint, room: int) -> Iterator[str]:
    costs = report.costs
    if costs is None or not costs.items:
        return
    yield paint("Hier valt het meeste te winnen", "title")
    for what, title in (("sentence", "Zinnen"), ("word", "Woorden")):
        chosen = [item for item in costs.items if item.what == what]
        if chosen:
            yield f"  {title}"
            for item in chosen:
                yield from _cost(item, room)
    change = f"van {number(costs.now)} naar {number(costs.mended)}"
    yield f"  Verbetert u dit alles, dan gaat de moeilijkheid {change}."
    yield ""


def _cost(item: Cost, room: int) -> Iterator[str]:
    text = visible(item.text)
    space = min(room - 12, _SHOWN)
    cut = text if width(text) <= space else head(text, space - 1) + "…"
    yield f"    −{number(item.points):<5} ‘{cut}’"
    yield from (f"           {line}" for line in wrap(item.reason, room - 11))


def _sections(report: Report, paint: Paint) -> Iterator[str]:
    if not report.sections:
        return
    yield paint("Per deel", "title")
    for section in report.sections:
        figures = {score.name: score for score in section.scores}
        difficulty = figures.get(DIFFICULTY)
        value = "–" if difficulty is None or not difficulty.reliable else number(difficulty.value)
        words = plural(section.words, "woord", "woorden")
        yield f"  {value:>6}  {head(visible(section.title), _SHOWN)}  ({words})"
    yield ""


def _sources(report: Report, paint: Paint, room: int) -> Iterator[str]:
    names = dict.fromkeys(score.source.name for score in report.scores)
    for line in wrap(f"Bronnen: {'; '.join(names)}.", room) if names else ():
        yield paint(line, "quiet")


def _compared(old: Report, new: Report, paint: Paint, room: int) -> Iterator[str]:
    yield paint(f"{visible(old.source.name)} → {visible(new.source.name)}", "title")
    yield ""
    before, after = by_name(old), by_name(new)
    size = max(len(name) for name in NAMES.values())
    yield paint(f"  {'':<{size}}  {'voor':>7}  {'na':>7}  verschil", "quiet")
    yield f"  {'Woorden':<{size}}  {old.words:>7}  {new.words:>7}  {new.words - old.words:+}"
    for name, score in before.items():
        other = after.get(name)
        if other is not None:
            yield (
                f"  {NAMES.get(name, name):<{size}}  {shown(score):>7}  {shown(other):>7}"
                f"  {_difference(score, other)}"
            )
    if old.advice and new.advice:
        yield f"  {'B1-richtlijnen gevolgd':<{size}}  {followed(old)} → {followed(new)}"
    yield ""
    yield from wrap(_verdict(before.get(DIFFICULTY), after.get(DIFFICULTY)), room)


def _difference(old: Score, new: Score) -> str:
    change = new.value - old.value
    if old.name in _PERCENT:
        return f"{change:+.0f} %".replace("-", "−")
    return f"{change:+.1f}".replace(".", ",").replace("-", "−")


def _verdict(old: Score | None, new: Score | None) -> str:
    if old is None or new is None or not (old.reliable and new.reliable):
        return TOO_SHORT
    change = new.value - old.value
    if abs(change) < 1:
        return "De twee teksten zijn ongeveer even moeilijk."
    return f"De tweede tekst is {'makkelijker' if change < 0 else 'moeilijker'} dan de eerste."


def _many(reports: Sequence[Report], paint: Paint, room: int) -> Iterator[str]:
    ordered = sorted(reports, key=lambda report: (-_hardness(report), report.source.name))
    yield paint("  moeilijkheid  niveau  richtlijnen  woorden  bestand", "quiet")
    for report in ordered:
        found = by_name(report)
        level, difficulty = found.get(LEVEL), found.get(DIFFICULTY)
        is_known = difficulty is not None and difficulty.reliable
        cells = (
            number(difficulty.value) if difficulty is not None and is_known else "–",
            f"{level.inputs['level']:.0f}" if level is not None and level.reliable else "–",
            followed(report) if report.advice else "–",
            str(report.words),
        )
        line = f"  {cells[0]:>12}  {cells[1]:>6}  {cells[2]:>11}  {cells[3]:>7}  "
        name, space = visible(report.source.name), max(20, room - len(line))
        yield line + (name if width(name) <= space else "…" + tail(name, space - 1))
    if any(_hardness(report) < 0 for report in reports):
        yield f"  –: {TOO_SHORT[0].lower()}{TOO_SHORT[1:]}"


def _hardness(report: Report) -> float:
    found = by_name(report).get(DIFFICULTY)
    return found.value if found is not None and found.reliable else -1.0
