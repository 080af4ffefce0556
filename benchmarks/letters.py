"""Are letters understood? Compares parts, kinds, findings and answers with the labels in tests/letters.

A part that is found is right where a label with its name has the same words, for at least half of the
longer of the two; lines that stand beside each other are one. A finding is right where it lies in a label
of its rule, and one about the letter as a whole where the labels name its rule. An answer is right where it
overlaps the labelled sentence, or where both leave the question open.

Usage: ``python -m benchmarks.letters [--list PART|RULE|kind|questions|all] [--only GLOB ...]``
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, get_args

from benchmarks.letter_labels import Gold, labels, places, spaced
from duidelijk.engine import lint_document
from duidelijk.letter import Letter, letter
from duidelijk.letter.layout import lines_of
from duidelijk.letter.names import PARTS
from duidelijk.letter.questions import answers
from duidelijk.model import Confidence, Document, Finding, Question
from duidelijk.resources import data_folder
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings

WITH_BRIEF: Final = ("dreigende-toon", "onpersoonlijke-lezer", "geen-aanspreking", "wij-perspectief")
ABOUT_ALL: Final = frozenset({"geen-aanspreking", "wij-perspectief", "kern-achteraan"})
_LIGHTER: Final = "-suggestie"


class Judged(NamedTuple):
    """Something found or labelled in a letter, and whether the other side agrees."""

    letter: str
    name: str
    text: str
    agrees: bool


class Kind(NamedTuple):
    """The kind of a letter on both sides, and how sure the program is."""

    letter: str
    labelled: str
    found: str
    confidence: str

    @property
    def agrees(self) -> bool:
        """Whether both sides say the same."""
        return self.labelled == self.found


class Asked(NamedTuple):
    """The answer to a question on both sides; empty where it is open."""

    letter: str
    question: str
    labelled: str
    found: str
    agrees: bool


class Figures(NamedTuple):
    """All that was found and labelled."""

    found: list[Judged]
    labelled: list[Judged]
    kinds: list[Kind]
    questions: list[Asked]
    skipped: list[str]


def rules() -> tuple[str, ...]:
    """The rules that look at letters."""
    folder = data_folder("rules") / "brief"
    return tuple(sorted({*(path.stem for path in folder.glob("*.yml")), *WITH_BRIEF}))


def judge(*only: str) -> Figures:
    """Every letter with its parts, kind, findings and answers beside its labels."""
    settings = Settings(choice=Choice(select=rules()), all_suggestions=True)
    ruleset = ruleset_for(settings)
    figures = Figures([], [], [], [], [])
    for gold in labels(*only):
        if gold.document is None:
            figures.skipped.append(gold.name)
            continue
        found = letter(gold.document)
        kind, confidence = (found.kind, found.confidence) if found else ("none", "high")
        figures.kinds.append(Kind(gold.name, str(gold.label["kind"]), kind, confidence))
        _judge_parts(figures, gold, gold.document, found)
        meta = {**gold.document.meta, "kind": "letter"} if found else gold.document.meta
        report = lint_document(replace(gold.document, meta=meta), ruleset, settings=settings)
        if report.errors:
            raise ValueError(report.errors)
        _judge_rules(figures, gold, gold.document, report.findings)
        _judge_questions(figures, gold, gold.document, found)
    return figures


def _judge_parts(figures: Figures, gold: Gold, document: Document, found: Letter | None) -> None:
    pieces = found_parts(document, found) if found else {}
    for part in sorted({*(gold.label.get("parts") or {}), *pieces} - {"body"}):
        left = gold.part(part)
        labelled = list(left)
        for text in _as_labelled(pieces.get(part, ()), labelled):
            match = text if text in left else next((one for one in left if gold.same(text, one)), None)
            if match is not None:
                left.remove(match)
            figures.found.append(Judged(gold.name, part, text, match is not None))
        for text in labelled:
            missed = text in left
            if missed:
                left.remove(text)
            figures.labelled.append(Judged(gold.name, part, text, not missed))


def found_parts(document: Document, found: Letter) -> Mapping[str, list[list[str]]]:
    """The texts of each part, with those together that stand beside each other on one line of the letter."""
    rows = {(line.block, line.start): line.row for line in lines_of(document)}
    pieces: dict[str, list[list[str]]] = defaultdict(list)
    last: tuple[str, int] | None = None
    for part in found.parts:
        row = rows.get((part.block, part.span.start))
        here = (part.name, row) if row is not None else None
        if here is None or here != last:
            pieces[part.name].append([])
        pieces[part.name][-1].append(spaced(part.text))
        last = here
    return pieces


def _as_labelled(rows: Iterable[list[str]], labelled: Sequence[str]) -> Iterator[str]:
    """The texts one by one, but a label and its value on one line as one where the gold has them so."""
    for texts in rows:
        whole = " ".join(texts)
        if whole in labelled:
            yield whole
        else:
            yield from texts


def _judge_rules(figures: Figures, gold: Gold, document: Document, findings: Iterable[Finding]) -> None:
    labelled = gold.label.get("rules") or {}
    spans = {
        rule: [span for entry in entries or () for span in places(document, _label_text(entry))]
        for rule, entries in labelled.items()
    }
    all_found = [(_rule(finding), finding) for finding in findings]
    for rule, finding in all_found:
        anywhere = rule in ABOUT_ALL or not labelled.get(rule)
        agrees = rule in labelled and (anywhere or _lies_in(finding.span, spans[rule]))
        figures.found.append(Judged(gold.name, rule, finding.excerpt, agrees))
    for rule, entries in labelled.items():
        mine = [finding.span for this, finding in all_found if this == rule]
        for entry in entries or [""]:
            text = _label_text(entry)
            there = places(document, text)
            agrees = (
                bool(mine) if rule in ABOUT_ALL or not text else any(_lies_in(one, there) for one in mine)
            )
            figures.labelled.append(Judged(gold.name, rule, text, agrees))


def _judge_questions(figures: Figures, gold: Gold, document: Document, found: Letter | None) -> None:
    given = {answer.question: answer for answer in (answers(document, found) if found else ())}
    for question, labelled in (gold.label.get("questions") or {}).items():
        answer = given.get(question)
        text, span = "", None
        if answer is not None and answer.block is not None and answer.span is not None:
            text = answer.block.text[answer.span.start : answer.span.end]
            span = answer.block.map.to_source(*answer.span)
        good = labelled if isinstance(labelled, list) else [labelled] if labelled else []
        wanted = [spaced(one) for one in good]
        agrees = not wanted if span is None else any(_lies_in(span, places(document, one)) for one in wanted)
        figures.questions.append(Asked(gold.name, question, " / ".join(wanted), text, agrees))


def _lies_in(one: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)


def _rule(finding: Finding) -> str:
    lighter = finding.rule == "relatieve-termijn" and finding.level == "suggestion"
    return finding.rule + _LIGHTER * lighter


def _label_text(entry: object) -> str:
    return str(entry.get("text", "")) if isinstance(entry, Mapping) else str(entry)


class Score(NamedTuple):
    """How much of what was found is right, and how much of what was labelled was found."""

    right: int
    found: int
    reached: int
    labelled: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was labelled that was found."""
        return self.reached / self.labelled if self.labelled else 1.0

    @property
    def f(self) -> float:
        """Precision and recall in one figure."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def scores(figures: Figures) -> dict[str, Score]:
    """The score of each part and rule by its name, and of all parts together as ``PARTS``."""
    found, labelled = (_counted(side) for side in (figures.found, figures.labelled))
    names = sorted({*found, *labelled}, key=lambda name: (name not in PARTS, name))
    scored = {name: _score([found[name]], [labelled[name]]) for name in names}
    parts = [name for name in names if name in PARTS]
    scored["PARTS"] = _score([found[name] for name in parts], [labelled[name] for name in parts])
    return scored


def share(agreements: Iterable[bool]) -> float:
    """Which part of the answers agree; all when there are none."""
    known = list(agreements)
    return sum(known) / len(known) if known else 1.0


def table(figures: Figures) -> Iterator[str]:
    """The scores of parts and rules, how many kinds are right by how sure they are, and the answers."""
    for name, score in scores(figures).items():
        yield (
            f"{name:28} found {score.found:4} precision {score.precision:6.1%} "
            f"labelled {score.labelled:4} recall {score.recall:6.1%} F {score.f:6.1%}"
        )
    yield _shares("KIND", (one.agrees for one in figures.kinds))
    for confidence in get_args(Confidence):
        sure = (one.agrees for one in figures.kinds if one.confidence == confidence)
        yield _shares(f"  {confidence}", sure)
    yield _shares("QUESTIONS", (one.agrees for one in figures.questions))
    for question in get_args(Question):
        yield _shares(f"  {question}", (one.agrees for one in figures.questions if one.question == question))
    yield from (f"not here: {name}" for name in figures.skipped)


def _counted(side: Iterable[Judged]) -> dict[str, Counter[bool]]:
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for one in side:
        counts[one.name][one.agrees] += 1
    return counts


def _score(found: Iterable[Counter[bool]], labelled: Iterable[Counter[bool]]) -> Score:
    mine, theirs = Counter[bool](), Counter[bool]()
    for count in found:
        mine += count
    for count in labelled:
        theirs += count
    return Score(mine[True], mine.total(), theirs[True], theirs.total())


def _shares(name: str, agreements: Iterable[bool]) -> str:
    known = list(agreements)
    return f"{name:28} {sum(known):4} of {len(known):4} = {share(known):6.1%}"


def disagreements(figures: Figures, name: str) -> Iterator[str]:
    """What was found and not labelled (+) or labelled and not found (-) of one part or rule, or of kinds."""
    if name in {"kind", "all"}:
        yield from (
            f"{one.letter}: {one.labelled}, found {one.found} ({one.confidence})"
            for one in figures.kinds
            if not one.agrees
        )
    if name in {"questions", "all"}:
        yield from (
            f"? {one.letter} [{one.question}] {one.labelled or '(open)'} | found: {one.found or '(open)'}"
            for one in figures.questions
            if not one.agrees
        )
    for sign, side in (("+", figures.found), ("-", figures.labelled)):
        yield from (
            f"{sign} {one.letter} [{one.name}] {one.text}"
            for one in side
            if not one.agrees and (name in {one.name, "all"} or (name == "parts" and one.name in PARTS))
        )


def main() -> None:
    """Print the table, or what the two sides disagree about."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", metavar="PART|RULE|kind|questions|parts|all")
    parser.add_argument("--only", nargs="+", default=["*"], metavar="GLOB")
    options = parser.parse_args()
    figures = judge(*options.only)
    lines = disagreements(figures, options.list) if options.list else table(figures)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
