"""Text for writers: each finding at its place in the line, then a summary with the worst first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duidelijk.letter.names import KINDS, QUESTIONS
from duidelijk.model import Finding, LetterView, Problem, Report, Span
from duidelijk.report.common import DUTCH, Places, grade, has_lines, line_of, shown
from duidelijk.report.excerpt import excerpt
from duidelijk.report.score_text import headline
from duidelijk.report.style import Paint, painter
from duidelijk.report.summary import is_unread, plural, summary
from duidelijk.report.width import visible, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS: Final = {"letter": "brief", "page": "webpagina"}
_OPEN: Final = "het antwoord staat niet in de brief"
_BAR: Final = "  | "
_INDENT: Final = "  "
_NARROWEST: Final = 40
_AWAY: Final = re.compile(r"\bweg\b")


def render(reports: Sequence[Report], *, color: bool, width: int) -> Iterator[str]:
    """The findings, problems and notices of every file that has any, and the summary."""
    paint = painter(color=color)
    room = max(width, _NARROWEST)
    for report in reports:
        for line in _file(report, paint, room, alone=len(reports) == 1):
            yield line + "\n"
    for line in summary(reports, paint, room):
        yield line + "\n"


def _file(report: Report, paint: Paint, room: int, *, alone: bool) -> Iterator[str]:
    findings = tuple(shown(report))
    level = headline(report)
    if not findings and not report.errors and not report.notices and not (alone and level):
        return
    name = visible(report.source.name)
    yield paint(name, "title") + paint(_about(report, len(findings)), "quiet")
    yield from _wrapped(level, room) if level else ()
    yield ""
    if findings:
        places = Places(report.source.text)
        for finding in findings:
            yield from _finding(report, finding, name, places, paint, room)
    if report.letter is not None:
        yield from _questions(report.letter, paint, room)
    for problem in report.errors:
        yield from _problem(problem, line_of(report, problem), paint("probleem", "error"), room)
    for notice in report.notices:
        yield from _problem(notice, line_of(report, notice), paint("opmerking", "suggestion"), room)


def _about(report: Report, findings: int) -> str:
    facts = []
    if report.kind in _KINDS:
        letter = "" if report.letter is None else f" ({KINDS[report.letter.kind]})"
        facts.append(_KINDS[report.kind] + letter)
    if report.words:
        facts.append(plural(report.words, "woord", "woorden"))
    if findings:
        facts.append(plural(findings, "melding", "meldingen"))
    if is_unread(report):
        facts.append("niet gecontroleerd")
    return "  " + ", ".join(facts) if facts else ""


def _finding(
    report: Report, finding: Finding, name: str, places: Places, paint: Paint, room: int
) -> Iterator[str]:
    place = places(finding.span)
    level = grade(finding)
    where = f"{name}:{place.line}:{place.column}" if has_lines(report) else name
    if finding.anchor:
        where += f" ({visible(finding.anchor)})" if has_lines(report) else f": {visible(finding.anchor)}"
    yield f"{where}  {paint(DUTCH[level], level)}  {visible(finding.rule)}"
    line = places.line(place.line)
    piece = excerpt(report.source.text, line, Span(place.start, place.end), room - len(_BAR))
    if piece is not None and (has_lines(report) or finding.anchor):
        yield paint(_BAR, "quiet") + piece.line
        yield paint(_BAR, "quiet") + " " * piece.start + paint("^" * piece.length, level)
    yield from _wrapped(finding.message, room)
    alternatives = _alternatives(finding)
    if alternatives:
        yield from _wrapped(alternatives, room)
    yield _INDENT + paint(f"Richtlijn: {visible(_guideline(finding))}", "quiet")
    yield ""


def _questions(letter: LetterView, paint: Paint, room: int) -> Iterator[str]:
    """The five questions of a reader, each with the sentence that answers it."""
    yield paint("Vijf vragen van de lezer", "title")
    size = max(map(len, QUESTIONS.values()))
    for answer in letter.answers:
        name = f"{QUESTIONS[answer.question]:<{size}}"
        text = visible(answer.text) if answer.text else ""
        found = wrap(text, room - size - 4) if text else [paint(_OPEN, "warning")]
        yield f"  {name}  {found[0]}"
        yield from (f"  {'':<{size}}  {line}" for line in found[1:])
    yield ""


def _guideline(finding: Finding) -> str:
    name = finding.guideline.name
    wcag = ", ".join(criterion for criterion in finding.wcag if criterion not in name)
    if not wcag:
        return name
    return f"{name}, {wcag}" if "WCAG" in name else f"{name} (WCAG {wcag})"


def _problem(problem: Problem, line: int | None, label: str, room: int) -> Iterator[str]:
    at = "" if line is None else f":{line}"
    rule = f"  {visible(problem.rule)}" if problem.rule else ""
    yield f"{visible(problem.file)}{at}  {label}{rule}"
    yield from _wrapped(problem.message, room)
    if problem.hint:
        yield from _wrapped(problem.hint, room)
    yield ""


def _wrapped(text: str, room: int) -> Iterator[str]:
    return (_INDENT + line for line in wrap(visible(text), room - len(_INDENT)))


def _alternatives(finding: Finding) -> str:
    """The alternatives that the message does not name yet."""
    message = finding.message.casefold()
    titles = [
        title[:1].lower() + title[1:] for title in (item.title for item in finding.suggestions) if title
    ]
    new = [title for title in titles if not _mentioned(title.casefold(), message)]
    if not new:
        return ""
    *first, last = new
    start = "Liever" if len(new) == len(titles) else "Kan ook"
    return f"{start}: {', '.join(first)}{' of ' if first else ''}{last}"


def _mentioned(title: str, message: str) -> bool:
    return title in message or (title == "weglaten" and _AWAY.search(message) is not None)
