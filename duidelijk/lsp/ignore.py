"""Where in a text the comment goes that makes an exception for one finding.

Every place that may do is tried in turn, and tried out: the text with the comment must read the same, and a
new check must find the same, but for that one finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from duidelijk import readers
from duidelijk.engine import lint_document
from duidelijk.errors import ReadError
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.shape import shape
from duidelijk.memory import Memory
from duidelijk.model import Document, Edit, Finding, LineIndex, Report, Span
from duidelijk.ruleset import Ruleset, ruleset_for
from duidelijk.suppress import exceptions

_DASHES: Final = re.compile(r"--+")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_HEAD: Final = re.compile(r"<!doctype\b|<\?xml\b", re.IGNORECASE)
_BOM: Final = "\ufeff"
_BREAKING: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})

_Key = tuple[str, int, int, str]


def ignoring(checked: Checked, finding: Finding, reason: str, *, memory: Memory | None = None) -> Edit | None:
    """The edit that silences a finding, and what the same rule finds on its line, and changes nothing else.

    A rule that gave way to it may speak there instead. None where no place for the comment does all that, or
    without a reason. ``memory`` is that of the text.
    """
    buffer = checked.buffer
    why = cleaned(reason)
    if not why or buffer.format is None:
        return None
    ruleset = ruleset_for(checked.settings.for_path(buffer.name))
    if any(rule.id == finding.rule for rule, _ in ruleset.late):
        return None
    mark = f"<!-- duidelijk: uit-regel {finding.rule} — {why} -->"
    trial = _Trial(checked, finding, mark, ruleset, Memory() if memory is None else memory)
    return next((edit for edit in _candidates(buffer.text, finding.span, mark) if trial.works(edit)), None)


def cleaned(reason: str) -> str:
    """A reason as it can stand in a comment: on one line, and without what would end the comment."""
    shown = "".join(" " if unicodedata.category(char) in _BREAKING else char for char in reason)
    return _DASHES.sub("–", " ".join(shown.split()))


class _Trial:
    """Tries out places for a comment; what the text was before is worked out once, when it is needed."""

    def __init__(
        self, checked: Checked, finding: Finding, mark: str, ruleset: Ruleset, memory: Memory
    ) -> None:
        self._checked = checked
        self._finding = finding
        self._mark = mark
        self._memory = memory
        self._ruleset = ruleset
        self._settings = replace(
            checked.settings.for_path(checked.buffer.name),
            all_suggestions=True,
            baseline=None,
            tell_of_outside=False,
            show_text=False,
        )
        self._document = self._read(checked.buffer.text)
        self._before: Report | None = None

    def works(self, edit: Edit) -> bool:
        """Whether the text with this comment says the same, and only the finding is gone."""
        text = self._checked.buffer.text
        at = edit.span.start
        if (head := _HEAD.search(text, at)) and not text[:at].strip().strip(_BOM) and _is_first(text, head):
            return False
        changed = text[:at] + edit.text + text[at:]
        document = self._read(changed)
        if self._document is None or document is None or not self._covers(document, edit):
            return False
        if shape(document, self._mark) != shape(self._document, self._mark):
            return False
        if self._before is None:
            self._before = self._report(self._document)
        return self._is_only_change(self._before, self._report(document), edit)

    def _covers(self, document: Document, edit: Edit) -> bool:
        """Whether the comment is read as one, and holds for the place of the finding."""
        size = len(edit.text)
        start, end = self._finding.span
        at = edit.span.start
        moved = Span(start + size if start >= at else start, end + size if end > at else end)
        rule = self._finding.rule
        return any(
            at <= silence.place.start < at + size and silence.covers(rule, "", moved)
            for silence in exceptions(document)
        )

    def _is_only_change(self, before: Report, after: Report, edit: Edit) -> bool:
        if [one.message for one in before.errors] != [one.message for one in after.errors]:
            return False
        first, last = _lines_of(self._checked.buffer.text, self._finding.span)
        old = Counter(_key(finding, Edit(edit.span, "")) for finding in before.findings)
        new = Counter(_key(finding, edit) for finding in after.findings)
        gone, come = old - new, new - old
        rule, span = self._finding.rule, self._finding.span
        if not any(key[:3] == (rule, *span) for key in gone):
            return False
        giving_way = self._ruleset.giving_way
        return all(key[0] == rule and key[1] <= last and first <= key[2] for key in gone) and all(
            key[0] in giving_way and any(key[1] <= one[2] and one[1] <= key[2] for one in gone)
            for key in come
        )

    def _read(self, text: str) -> Document | None:
        buffer = self._checked.buffer
        try:
            return readers.read_text(readers.held(text, buffer.name), buffer.format or "")
        except ReadError:
            return None

    def _report(self, document: Document) -> Report:
        memory = self._memory
        memory.begin(self._ruleset)
        report = lint_document(replace(document, memory=memory), self._ruleset, settings=self._settings)
        memory.finish()
        return report


def _key(finding: Finding, edit: Edit) -> _Key:
    """What makes a finding the same one before and after the edit."""
    size, at = len(edit.text), edit.span.start
    start, end = (place if place <= at else max(at, place - size) for place in finding.span)
    return finding.rule, start, end, "" if start < at < end else finding.excerpt


def _candidates(text: str, span: Span, mark: str) -> Iterator[Edit]:
    """Places for a comment, the one that a writer would choose first."""
    lines = LineIndex(text)
    first = lines.position(span.start)[0]
    last = max(first, lines.position(max(span.start, span.end - 1))[0])
    start, end = lines.line_span(first)
    start += text.startswith(_BOM) and start == 0
    line = text[start:end]
    indent = line[: len(line) - len(line.lstrip())]
    yield _insert(start, f"{indent}{mark}{_line_end(text, end)}")
    for number in range(first, last + 1):
        place = lines.line_span(number)
        yield _insert(_stripped(text, place), f" {mark}")
    for number in range(first, last + 1):
        place = lines.line_span(number)
        pipe = text.rfind("|", place.start, place.end)
        if pipe >= 0:
            yield _insert(_stripped(text, Span(place.start, pipe)), f" {mark}")
    yield _insert(span.end, mark)
    close = text.find(">", span.end, lines.line_span(last).end)
    if close >= 0:
        yield _insert(close + 1, mark)
    yield _insert(span.start, mark)
    opening = text.rfind("<", start, span.start)
    if opening >= 0:
        yield _insert(opening, mark)


def _insert(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def _stripped(text: str, place: Span) -> int:
    """The end of a line or a part of it, before the white space there."""
    return place.start + len(text[place.start : place.end].rstrip())


def _line_end(text: str, end: int) -> str:
    """How the line that ends here ends, or the one before it, or the first of the text."""
    here = _LINE_END.match(text, end) or _LINE_END.search(text)
    return here[0] if here else "\n"


def _lines_of(text: str, span: Span) -> Span:
    """The lines that a span touches."""
    lines = LineIndex(text)
    first = lines.line_span(lines.position(span.start)[0]).start
    return Span(first, lines.line_span(lines.position(max(span.start, span.end - 1))[0]).end)


def _is_first(text: str, head: re.Match[str]) -> bool:
    """Whether nothing but comments and white space stands before the head of a page."""
    return not re.sub(r"<!--.*?-->", "", text[: head.start()], flags=re.DOTALL).strip().strip(_BOM)
