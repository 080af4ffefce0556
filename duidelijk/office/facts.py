"""What a check wants to know of a Word file or an OpenDocument text besides its words: how it is made.

Places are offsets in the canonical text of the document. What has no text of its own, such as an empty
paragraph, has the place of the text that follows it or, at the end, of the text before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from duidelijk.model import Document, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE: Final = frozenset({"docx", "odt"})
_KEY: Final = "office.facts"


class Run(NamedTuple):
    """Characters ``start:end`` with what the file says of them.

    ``size`` is in points, 0 when nothing says it; ``lang`` is empty when nothing says it.
    """

    start: int
    end: int
    size: float
    lang: str
    is_underlined: bool


class Gap(NamedTuple):
    """``number`` empty paragraphs in a row before the text at offset ``at``."""

    at: int
    number: int


class Merged(NamedTuple):
    """A table with ``number`` merged cells. ``at`` is its first text."""

    at: int
    number: int


@dataclass(frozen=True, slots=True)
class Facts:
    """How a document is made. ``floating`` are pictures beside the text.

    ``lang`` is the language that the file says most of its text is in, empty when it says nothing; ``size``
    the size of most of its text in points, 0 when nothing says it.
    """

    title: str
    runs: Sequence[Run]
    gaps: Sequence[Gap] = ()
    floating: Sequence[int] = ()
    merged: Sequence[Merged] = ()
    empty_headings: Sequence[int] = ()
    lang: str = ""
    size: float = 0

    def within(self, span: Span) -> Iterator[Run]:
        """The runs that lie in a range of the text, in order."""
        at = max(0, bisect_right(self.runs, span.start, key=itemgetter(0)) - 1)
        while at < len(self.runs) and self.runs[at].start < span.end:
            if self.runs[at].end > span.start:
                yield self.runs[at]
            at += 1


def facts(document: Document) -> Facts | None:
    """How a Word file or an OpenDocument text is made; None for other formats. Worked out once."""
    if document.format not in OFFICE or document.raw is None:
        return None
    found: Facts | None = document.cache.get(_KEY)
    if found is None:
        if document.format == "docx":
            from duidelijk.office.docx_facts import docx_facts

            found = docx_facts(document.raw, document.origins, document.source.text)
        else:
            from duidelijk.office.odt_facts import odt_facts

            found = odt_facts(document.raw, document.origins, document.source.text)
        document.cache[_KEY] = found
    return found


def count_letters(runs: Iterable[Run], text: str) -> Counter[str]:
    """How many letters each language has."""
    counts: Counter[str] = Counter()
    for run in runs:
        counts[run.lang] += sum(map(str.isalpha, text[run.start : run.end]))
    return counts


def main_language(runs: Iterable[Run], text: str) -> str:
    """The language with most letters, empty when no language is said anywhere."""
    known = {lang: count for lang, count in count_letters(runs, text).items() if lang}
    return max(known, key=lambda lang: known[lang], default="")


def main_size(runs: Iterable[Run]) -> float:
    """The size with most characters, in points."""
    counts: Counter[float] = Counter()
    for run in runs:
        counts[run.size] += run.end - run.start
    return max(counts, key=lambda size: counts[size], default=0)


class Walk:
    """Follows the paragraphs of a text in their order, and knows where the next text is.

    ``starts`` are the offsets of the paragraphs that have text.
    """

    __slots__ = (
        "_empty",
        "_headings",
        "_waiting",
        "empty_headings",
        "floating",
        "gaps",
        "last",
        "starts",
    )

    def __init__(self, starts: Mapping[Any, int]) -> None:
        self.starts = starts
        self.gaps: list[Gap] = []
        self.empty_headings: list[int] = []
        self.floating: list[int] = []
        self.last = -1
        self._empty = 0
        self._waiting = 0
        self._headings = 0

    def text(self, paragraph: _Element) -> None:
        """A paragraph with text stands here."""
        at = self.starts.get(paragraph)
        if at is None:
            return
        if self._empty > 1 and self.last >= 0:
            self.gaps.append(Gap(at, self._empty))
        self.floating += [at] * self._waiting
        self.empty_headings += [at] * min(1, self._headings)
        self._empty = self._waiting = self._headings = 0
        self.last = at

    def empty(self, *, is_heading: bool = False) -> None:
        """An empty paragraph stands here."""
        self._empty += 1
        self._headings += is_heading

    def other(self) -> None:
        """Something else stands here, such as a table."""
        self._empty = 0

    def picture(self, holder: _Element | None) -> None:
        """A picture beside the text stands here, in a paragraph."""
        at = None if holder is None else self.starts.get(holder)
        if at is None:
            self._waiting += 1
        else:
            self.floating.append(at)

    def end(self) -> None:
        """The text ends here."""
        self.floating += [max(self.last, 0)] * self._waiting
        self._waiting = 0


def joined(spans: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Ranges in order, with those that touch each other as one."""
    start = end = -1
    for begin, stop in spans:
        if begin == end:
            end = stop
            continue
        if end > start:
            yield Span(start, end)
        start, end = begin, stop
    if end > start:
        yield Span(start, end)


def first_text(element: _Element, tags: tuple[str, ...], starts: Mapping[Any, int]) -> int | None:
    """Where the first text in an element is, None without any."""
    return next((starts[one] for one in element.iter(*tags) if one in starts), None)
