"""All that the page shows about one document."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.letter.names import KINDS, PARTS
from duidelijk.report.common import GRADES, Grade, Places, grade, line_of, problem_text, shown
from duidelijk.report.html_report import names
from duidelijk.report.html_report.body import Body
from duidelijk.report.html_report.figures import Figure, SectionRow, difficulty, figures, section_rows
from duidelijk.report.html_report.gauge import Gauge, gauge
from duidelijk.report.html_report.letter_view import LetterPage, letter_page
from duidelijk.report.html_report.notes import Note, note
from duidelijk.report.html_report.pieces import Mark
from duidelijk.report.html_report.places import Index, Place
from duidelijk.report.html_report.strip import Line, Strip, lines, strip
from duidelijk.report.score_text import number
from duidelijk.report.summary import is_unread, plural
from duidelijk.report.width import head, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from duidelijk.model import Advice, Cost, Finding, LetterView, Problem, Report, Span

_SHOWN: Final = 160
_WHOLE: Final = frozenset({"body"})


class Count(NamedTuple):
    """How many findings of one grade, with the word for them."""

    grade: Grade
    number: int
    word: str


class Warned(NamedTuple):
    """A problem or a notice, with the line it is about."""

    text: str
    line: int | None


class Price(NamedTuple):
    """A sentence or word that costs much, with its anchor in the text."""

    text: str
    reason: str
    points: str
    target: str | None


class Prices(NamedTuple):
    """Sentences and words that cost most; the score is ``now`` and becomes ``mended``."""

    sentences: tuple[Price, ...]
    words: tuple[Price, ...]
    now: str
    mended: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document on the page. ``id`` starts all its anchors; ``loose`` are the notes without a place."""

    id: str
    name: str
    about: str
    counts: tuple[Count, ...]
    errors: tuple[Warned, ...]
    notices: tuple[Warned, ...]
    unread: bool
    hidden: str
    gauge: Gauge | None
    difficulty: Figure | None
    strip: Strip | None
    letter: LetterPage | None
    advice: tuple[Advice, ...]
    prices: Prices | None
    figures: tuple[Figure, ...]
    sections: tuple[SectionRow, ...]
    body: Body | None
    notes: tuple[Note, ...]
    loose: tuple[Note, ...]


class _Finder:
    """Anchors for places in the source: a sentence where there is one, else a passage."""

    __slots__ = ("_index", "_lines", "_starts")

    def __init__(self, index: Index, found: Sequence[Line]) -> None:
        self._index = index
        self._lines = found
        self._starts = [(line.passage, line.start) for line in found]

    def __call__(self, span: Span) -> str | None:
        places = self._index.find(span)
        if not places:
            return None
        at, start, _ = places[0]
        before = bisect_right(self._starts, (at, start))
        is_sentence = before and self._lines[before - 1].passage == at
        return f"z{before}" if is_sentence else f"p{at}"


def page(report: Report, id_: str) -> Page:
    """The document as the page shows it."""
    index = Index(report.passages, report.source.text)
    sentences = tuple(lines(report.passages))
    find = _Finder(index, sentences)
    notes, loose, marks = _notes(report, index)
    return Page(
        id=id_,
        name=visible(report.source.name),
        about=_about(report),
        counts=counts(shown(report)),
        errors=tuple(_warned(report, problem) for problem in report.errors),
        notices=tuple(_warned(report, problem) for problem in report.notices),
        unread=is_unread(report),
        hidden=plural(report.hidden, "bekende melding", "bekende meldingen") if report.hidden else "",
        gauge=gauge(report.scores),
        difficulty=difficulty(report.scores),
        strip=strip(sentences),
        letter=letter_page(report.letter, find) if report.letter else None,
        advice=report.advice,
        prices=_prices(report, find),
        figures=figures(report.scores),
        sections=section_rows(report.sections, find),
        body=_body(report, marks, sentences, index) if report.passages else None,
        notes=notes,
        loose=loose,
    )


def counts(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """How many there are of each grade that occurs, most serious first."""
    found = Counter(map(grade, findings))
    return tuple(
        Count(name, found[name], names.GRADES[name][found[name] != 1]) for name in GRADES if found[name]
    )


def kind(report: Report) -> str:
    """What the document is: ‘brief: besluit’; empty when that is not known."""
    known = names.DOCUMENTS.get(report.kind or "", "")
    if report.letter is None:
        return known
    return f"{known or 'brief'}: {KINDS[report.letter.kind]}"


def _about(report: Report) -> str:
    words = plural(report.words, "woord", "woorden") if report.words else ""
    return ", ".join(fact for fact in (kind(report), words) if fact)


def _warned(report: Report, problem: Problem) -> Warned:
    return Warned(visible(problem_text(problem)), line_of(report, problem))


def _notes(
    report: Report, index: Index
) -> tuple[tuple[Note, ...], tuple[Note, ...], Mapping[int, Sequence[Mark]]]:
    """The findings in the order of the text, those without a place in it, and the marks by passage."""
    found = [(finding, index.find(finding.span)) for finding in shown(report)]
    ordered = sorted((pair for pair in found if pair[1]), key=lambda pair: _order(pair[1]))
    places = Places(report.source.text)
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    notes = []
    for at, (finding, where) in enumerate(ordered, start=1):
        notes.append(note(report, finding, at, places, placed=True))
        for place in where:
            is_last = place is where[-1]
            marks[place.passage].append(Mark(at, place.start, place.end, grade(finding), is_last))
    rest = (finding for finding, where in found if not where)
    loose = tuple(
        note(report, finding, at, places, placed=False) for at, finding in enumerate(rest, len(notes) + 1)
    )
    return tuple(notes), loose, marks


def _order(where: Sequence[Place]) -> tuple[int, int, int]:
    """By where the number is printed: the end of the last place."""
    last = where[-1]
    return last.passage, last.end, -last.start


def _prices(report: Report, find: _Finder) -> Prices | None:
    costs = report.costs
    if costs is None or not costs.items:
        return None

    def chosen(what: str) -> tuple[Price, ...]:
        return tuple(_price(cost, find) for cost in costs.items if cost.what == what)

    return Prices(chosen("sentence"), chosen("word"), number(costs.now), number(costs.mended))


def _price(cost: Cost, find: _Finder) -> Price:
    text = visible(cost.text)
    cut = text if len(text) <= _SHOWN else head(text, _SHOWN - 1) + "…"
    return Price(cut, visible(cost.reason), number(cost.points), find(cost.span))


def _body(
    report: Report, marks: Mapping[int, Sequence[Mark]], sentences: Sequence[Line], index: Index
) -> Body:
    in_passage: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for at, line in enumerate(sentences, start=1):
        in_passage[line.passage].append((at, line.start, line.end))
    return Body(report.passages, marks, in_passage, _parts(report.letter, index))


def _parts(letter: LetterView | None, index: Index) -> Mapping[int, Sequence[str]]:
    """The names of the parts of a letter by passage."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for part in letter.parts if letter else ():
        for place in index.find(part.span) if part.name not in _WHOLE else ():
            found[place.passage][PARTS[part.name]] = None
    return {at: tuple(parts) for at, parts in found.items()}
