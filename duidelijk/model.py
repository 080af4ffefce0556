"""The data that flows through the house: from bytes to findings. Plain, frozen, standard library only.

All offsets are code points. ``Span`` in a finding points into ``Source.text``; ``Span`` in a ``Hit``
points into ``Block.text`` and reaches the source through the block's ``OffsetMap``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple

from duidelijk.memory import Memory

Level = Literal["error", "warning", "suggestion"]
Confidence = Literal["high", "medium", "low"]
Outcome = Literal["passed", "failed", "inapplicable", "cantTell"]
Audience = Literal["redactie", "techniek"]
Applicability = Literal["safe", "manual"]
BlockKind = Literal[
    "title", "heading", "paragraph", "list_item", "table_cell", "table_header", "quote", "code", "link",
    "image_alt", "label", "subject", "salutation", "closing", "signature", "address", "boilerplate",
]  # fmt: skip
InlineKind = Literal["link", "code", "strong", "emphasis", "abbr", "quote"]
LetterKind = Literal["decision", "request", "invoice", "invitation", "notice"]
LetterPart = Literal[
    "sender", "address", "date", "reference", "subject", "salutation", "body", "decision", "legal_basis",
    "deadline", "action", "contact", "objection", "closing", "signature", "enclosures",
]  # fmt: skip
Question = Literal["what", "why", "when", "how", "where"]

LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "suggestion")
NO_ATTRS: Final[Mapping[str, str]] = {}
_LINE_END = re.compile(r"\r\n|\n|\r")
_LAST: Final = chr(0x10FFFF)  # after any name of a place


class Span(NamedTuple):
    """A range of code points, end exclusive."""

    start: int
    end: int


class Segment(NamedTuple):
    """Block text ``t0:t1`` comes from source ``s0:s1``; ``literal`` means character for character."""

    t0: int
    t1: int
    s0: int
    s1: int
    literal: bool


class OffsetMap:
    """From offsets in a block's text to offsets in the source.

    Segments are sorted by ``t0`` and cover the text without gaps; source ranges may have gaps (markup).
    A segment that is not literal (an entity, a joined line) is atomic: any part of it maps to the whole.
    """

    __slots__ = ("_starts", "segments")

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self.segments = segments
        self._starts: list[int] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.segments == other.segments

    def __hash__(self) -> int:
        return hash(self.segments)

    def __repr__(self) -> str:
        return f"OffsetMap({self.segments!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return (OffsetMap, (self.segments,))

    def _at(self, offset: int) -> Segment:
        if len(self.segments) == 1:
            return self.segments[0]
        if self._starts is None:
            self._starts = [segment.t0 for segment in self.segments]
        return self.segments[max(0, bisect_right(self._starts, offset) - 1)]

    def to_source(self, start: int, end: int) -> Span:
        """The smallest source range that holds text ``start:end``. An empty range stays empty."""
        if not self.segments:
            return Span(0, 0)
        first = self._at(start)
        begin = first.s0 + min(start - first.t0, first.s1 - first.s0) if first.literal else first.s0
        if end <= start:
            if start >= first.t1:
                begin = first.s1
            return Span(begin, begin)
        last = self._at(end - 1)
        stop = last.s0 + (end - last.t0) if last.literal else last.s1
        return Span(begin, stop)

    def within(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments that hold text ``start:end``, in order."""
        if not self.segments or end <= start:
            return ()
        starts = [segment.t0 for segment in self.segments] if self._starts is None else self._starts
        self._starts = starts
        return self.segments[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end - 1)]

    def to_text(self, start: int, end: int) -> Span | None:
        """The range of the text that comes from source ``start:end``; None when no part of it does."""
        touched = [one for one in self.segments if one.s0 < end and start < one.s1]
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        begin = first.t0 + max(0, start - first.s0) if first.literal else first.t0
        stop = last.t1 - max(0, last.s1 - end) if last.literal else last.t1
        return Span(begin, stop) if begin < stop else None

    def is_literal(self, start: int, end: int) -> bool:
        """Whether text ``start:end`` stands in the source unbroken and character for character."""
        if not self.segments or end <= start:
            return False
        first = self._at(start)
        return first.literal and end <= first.t1


@dataclass(frozen=True, slots=True)
class Source:
    """One input as text, exactly as it stands in the file (newlines kept, byte order mark apart).

    ``rendered``: the text is not that of the file but of the page that a browser made of it.
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    bom: bool = False
    origin: Literal["verbatim", "extracted", "rendered"] = "verbatim"


class LineIndex:
    """Line and column (both from 1, in code points) of offsets in one text."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """Where line ``line`` (from 1) lies, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_text(self, line: int) -> str:
        """The text of line ``line`` (from 1), without its line end."""
        start, end = self.line_span(line)
        return self._text[start:end]

    def __len__(self) -> int:
        return len(self._starts)


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of a block's text with a meaning of its own; for a link ``attrs`` holds ``href``."""

    kind: InlineKind
    span: Span
    attrs: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A unit of text that sentences never cross.

    ``text`` has single spaces, composed characters and no soft hyphens; ``map`` leads each offset back to
    the source. ``place`` is the source range of the structure itself: the start tag in HTML, the line in
    Markdown and text. ``level`` is 1–6 for headings, the nesting depth (from 1) for list items, else 0.
    ``main`` is false outside the main content of a page. ``attrs`` is what the format knows (src, marker …).
    """

    kind: BlockKind
    text: str
    map: OffsetMap
    place: Span
    level: int = 0
    lang: str | None = None
    anchor: str | None = None
    parent: Block | None = None
    main: bool = True
    inlines: tuple[Inline, ...] = ()
    attrs: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the source (``<!-- … -->``): ``text`` is what stands between the marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with one input: data, not an exception (DESIGN convention 7)."""

    message: str
    file: str
    line: int | None = None
    hint: str | None = None
    rule: str | None = None


class Origin(NamedTuple):
    """Characters ``start:end`` of an extracted text are those of ``handle`` in the file from ``at`` on."""

    start: int
    end: int
    handle: Any
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One input after reading. ``raw`` is the format's own tree and never leaves the process.

    An extracted text has ``origins``, that lead back to the file, and ``anchors``: from which offset on a
    place has which name (“alinea 12”); both sorted. ``cache`` holds what is worked out once per document
    (sentences, protected stretches), ``memory`` what stays true from one version of an open text to the next.
    ``pipeline`` names the language model that looks at the words; None is the one in the box. With ``parse``
    it parses all words that it looks at, whoever asks first. ``problems`` and ``notices`` become the errors
    and notices of the report.
    """

    source: Source
    format: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    raw: Any = None
    cache: dict[object, Any] = field(default_factory=dict)
    pipeline: str | None = None
    origins: tuple[Origin, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    notices: tuple[Problem, ...] = ()
    memory: Memory | None = None
    parse: bool = False

    def anchor(self, offset: int) -> str | None:
        """The name of the place at an offset of the text, for formats without lines of their own."""
        at = bisect_right(self.anchors, (offset, _LAST)) - 1
        return self.anchors[at][1] if at >= 0 else None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; offsets in the block's text, ``tag`` and ``lemma`` as in the Dutch treebanks.

    Once parsed, ``head`` is an index in the sentence (-1 for the root) and ``dep`` a UD relation, else "".
    """

    text: str
    start: int
    end: int
    tag: str = ""
    lemma: str = ""
    head: int = -1
    dep: str = ""


class Sentence(NamedTuple):
    """A sentence of a block: ``start:end`` in the block's text."""

    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """Replace the source range by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to mend a finding. In a ``Hit`` the edits are in block text, in a ``Finding`` in the source.

    ``safe``: the meaning cannot change, a machine may apply it. ``manual``: a writer must look.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = "manual"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a checker yields. ``span`` is in the text of ``block``; without a block it is in the source.

    ``values`` fill the message of the rule. ``level`` and ``outcome`` override the rule's own.
    """

    block: Block | None
    span: Span
    values: Mapping[str, str | int | float] = field(default_factory=lambda: NO_ATTRS)
    suggestions: tuple[Suggestion, ...] = ()
    level: Level | None = None
    outcome: Outcome = "failed"


class Guideline(NamedTuple):
    """Where a rule comes from."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place, ready to print. ``span`` is in ``Source.text``."""

    rule: str
    span: Span
    message: str
    level: Level
    confidence: Confidence
    outcome: Outcome
    excerpt: str
    guideline: Guideline
    fingerprint: str
    suggestions: tuple[Suggestion, ...] = ()
    anchor: str | None = None
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    audience: Audience = "redactie"


class RuleOutcome(NamedTuple):
    """What one accessibility rule says about a whole input; ``untested``: it ran into trouble."""

    rule: str
    outcome: Outcome | Literal["untested"]
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A figure about a whole text."""

    name: str
    value: float
    scale: str
    label: str
    inputs: Mapping[str, float]
    reliable: bool
    source: Guideline


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text under it, up to the next heading. ``span`` is all of it in the source."""

    title: str
    span: Span
    words: int
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """A sentence or word that makes the text harder than it needs to be.

    ``reason`` says why, for a writer. ``points`` is how much lower ``moeilijkheid`` is once it is mended.
    """

    what: Literal["sentence", "word"]
    span: Span
    text: str
    reason: str
    points: float


@dataclass(frozen=True, slots=True)
class Costs:
    """The sentences and words that cost most, dearest first; ``mended`` is the score without all of them."""

    items: tuple[Cost, ...]
    now: float
    mended: float


@dataclass(frozen=True, slots=True)
class Advice:
    """A guideline for plain language, and whether the text follows it. ``rules`` are those that looked."""

    title: str
    followed: bool
    rules: tuple[str, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part of a letter and where it stands in the source."""

    name: LetterPart
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that a reader of a letter has, with the sentence that answers it; None when it is open."""

    question: Question
    span: Span | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class LetterView:
    """What a letter is and does, as a report shows it. Parts are in the order of the text."""

    kind: LetterKind
    confidence: Confidence
    parts: tuple[PartPlace, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A block as a report can show it: what a :class:`Block` is, without what only checks need."""

    kind: BlockKind
    level: int
    text: str
    map: OffsetMap
    main: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about one input. ``hidden`` counts findings that a baseline keeps silent.

    ``errors`` are what kept something from being checked against the user's wish; ``notices`` say what was
    passed over on purpose, such as a text in another language, and change no outcome.
    ``model`` is the name and version of the language model that looked at the words, None if none did.
    ``outcomes`` hold one for each accessibility rule that was chosen, also where it found nothing.
    ``passages`` hold the text for a report that shows it, ``personal`` the places of personal data in the
    source; both are empty unless the settings ask for them.
    """

    source: Source
    format: str
    kind: str | None = None
    lang: str | None = None
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    errors: tuple[Problem, ...] = ()
    words: int = 0
    hidden: int = 0
    model: str | None = None
    notices: tuple[Problem, ...] = ()
    sections: tuple[Section, ...] = ()
    costs: Costs | None = None
    advice: tuple[Advice, ...] = ()
    letter: LetterView | None = None
    outcomes: tuple[RuleOutcome, ...] = ()
    passages: tuple[Passage, ...] = ()
    personal: tuple[Span, ...] = ()
