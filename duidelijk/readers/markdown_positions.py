"""Exact positions for markdown-it-py, which by itself only knows on which lines a block stands.

Every leaf token of the block parser gets ``meta["starts"]``: where the text of each of its lines begins.
Every inline token gets ``meta["at"]``: its offset in the content of the block. ``Content`` joins the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from duidelijk.model import Span

_LEAVES: Final = frozenset({"inline", "html_block", "fence", "code_block"})
_NEWLINE: Final = re.compile(r"\r\n?|\n")
_PIPE: Final = re.compile(r"\|")
_BLANK: Final = " \t\n\r\v\f"  # what CommonMark trims from a block


class _Blocks(ParserBlock):
    """Notes where lines begin while the marks of the quotes and lists around them are known."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        before = len(state.tokens)
        super().tokenize(state, startLine, endLine)
        for token in state.tokens[before:]:
            if token.type in _LEAVES and token.map and "starts" not in token.meta:
                lines = range(*token.map)
                token.meta["starts"] = [state.bMarks[line] + state.tShift[line] for line in lines]


class _InlineState(StateInline):
    """Notes at which offset of the content each token begins."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> None:  # noqa: N803
        self._text: list[str] = []
        self._from = self.pos = 0
        super().__init__(src, md, env, outTokens)

    @property
    def pending(self) -> str:
        """Text that waits for the next token."""
        if len(self._text) > 1:
            self._text = ["".join(self._text)]
        return self._text[0] if self._text else ""

    @pending.setter
    def pending(self, value: str) -> None:
        if not self._text:
            self._from = self.pos
        self._text = [value] if value else []

    def append_pending(self, text: str) -> None:
        if not self._text:
            self._from = self.pos
        self._text.append(text)

    def pushPending(self) -> Token:  # noqa: N802
        start = self._from
        token = super().pushPending()
        token.meta["at"] = start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token


class _Inlines(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        _spread_runs(state.tokens)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _spread_runs(tokens: Sequence[Token]) -> None:
    """Give each mark of a run such as ``***`` its own offset, and the text of an autolink too."""
    run_start, length = -1, 0
    for number, token in enumerate(tokens):
        if token.type != "text":
            run_start = -1
            continue
        at = token.meta["at"]
        if number and tokens[number - 1].info == "auto" and tokens[number - 1].nesting == 1:
            token.meta["at"] = at + 1
        elif at == run_start:
            token.meta["at"] = at + length
            length += len(token.content)
        else:
            run_start, length = at, len(token.content)


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, that notes positions and keeps entities and escapes apart."""
    md = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    md.disable(["text_join", "fragments_join"])
    blocks, inlines = _Blocks(), _Inlines()
    blocks.ruler, inlines.ruler, inlines.ruler2 = md.block.ruler, md.inline.ruler, md.inline.ruler2
    md.block, md.inline = blocks, inlines
    return md


class Lines:
    """The lines of a file, and the way from offsets in the parser's copy of it (with plain newlines) back."""

    __slots__ = ("_file", "_parsed", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._file = [0]
        self._parsed = [0]
        shift = 0
        for match in _NEWLINE.finditer(text):
            shift += match.end() - match.start() - 1
            self._file.append(match.end())
            self._parsed.append(match.end() - shift)

    def offset(self, parsed: int) -> int:
        """The offset in the file for an offset in the parser's copy."""
        line = bisect_right(self._parsed, parsed) - 1
        return self._file[line] + parsed - self._parsed[line]

    def start(self, line: int) -> int:
        """Where line ``line`` (from 0) begins; the end of the text past the last line."""
        return self._file[line] if line < len(self._file) else len(self.text)

    def end(self, line: int) -> int:
        """Where line ``line`` (from 0) ends, its newline not included."""
        end = self.start(line + 1)
        while end > self.start(line) and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def around(self, offset: int) -> Span:
        """The line that ``offset`` is on, without its newline."""
        line = bisect_right(self._file, offset) - 1
        return Span(self._file[line], self.end(line))


class Content:
    """The text of one block as the parser sees it, and where each part of it stands in the file.

    ``anchors`` are pairs (offset in ``text``, offset in the file): from there on the two run alike up to the
    next anchor or newline. ``floor`` hides what comes before it (a task box, the mark of an alert).
    """

    __slots__ = ("_offsets", "anchors", "end", "floor", "text")

    def __init__(self, text: str, anchors: Sequence[tuple[int, int]], end: int) -> None:
        self.text = text
        self.anchors = anchors
        self.end = end
        self.floor = 0
        self._offsets = [offset for offset, _ in anchors]

    def at(self, offset: int) -> int:
        """Where in the file the character at ``offset`` stands."""
        number = max(0, bisect_right(self._offsets, offset) - 1)
        start, file = self.anchors[number]
        return min(file + max(0, offset - start), self.end)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The file ranges of ``text[start:end]``; the flag marks a line break with what surrounds it."""
        start = max(start, self.floor)
        while start < end:
            number = max(0, bisect_right(self._offsets, start) - 1)
            offset, file = self.anchors[number]
            stop = self._offsets[number + 1] if number + 1 < len(self._offsets) else len(self.text)
            newline = self.text.find("\n", start, min(stop, end))
            if newline == start:
                yield file + start - offset, self.at(stop), True
                start = stop
                continue
            last = newline if newline > 0 else min(stop, end)
            yield file + start - offset, file + last - offset, False
            start = last


def content_of(token: Token, lines: Lines) -> Content | None:
    """Where the content of a paragraph, underlined heading, code block or piece of HTML stands.

    None when it does not agree with the file, letter for letter.
    """
    starts = [lines.offset(start) for start in token.meta["starts"]]
    if token.type == "fence":
        starts = starts[1:]
    anchors = []
    offset = 0
    for line, start in zip(token.content.split("\n"), starts, strict=False):
        body = line.lstrip(" \t")
        if not lines.text.startswith(body, start):
            return None
        anchors.append((offset + len(line) - len(body), start))
        offset += len(line) + 1
    if token.content and not anchors:
        return None
    return Content(token.content, anchors or [(0, starts[0] if starts else 0)], _end(token, lines))


def heading_content(token: Token, level: int, lines: Lines) -> Content | None:
    """The content of a heading with marks (``## Kop ##``); None when it does not agree with the file."""
    start = lines.offset(token.meta["starts"][0]) + level
    end = _end(token, lines)
    while start < end and lines.text[start] in _BLANK:
        start += 1
    if not lines.text.startswith(token.content, start):
        return None
    return Content(token.content, [(0, start)], end)


def cell_contents(cells: Sequence[Token], lines: Lines) -> Iterator[Content | None]:
    """The contents of the cells of one table row, split as the parser splits it."""
    if not cells:
        return
    base = lines.offset(cells[0].meta["starts"][0])
    end = _end(cells[0], lines)
    row = lines.text[base:end].rstrip(_BLANK)
    pipes = [match.start() for match in _PIPE.finditer(row)]
    escaped = [pipe for pipe in pipes if pipe and row[pipe - 1] == "\\"]
    walls = [-1, *(pipe for pipe in pipes if pipe not in set(escaped)), len(row)]
    ranges = [(left + 1, right) for left, right in pairwise(walls)]
    if ranges[0][0] == ranges[0][1]:
        del ranges[0]
    if ranges and ranges[-1][0] == ranges[-1][1]:
        del ranges[-1]
    for cell, (left, right) in zip_longest(cells, ranges[: len(cells)], fillvalue=(0, 0)):
        yield _cell(cell, row, base, left, right, escaped)  # type: ignore[arg-type]


def _cell(token: Token, row: str, base: int, left: int, right: int, escaped: Sequence[int]) -> Content | None:
    while left < right and row[left] in _BLANK:
        left += 1
    while right > left and row[right - 1] in _BLANK:
        right -= 1
    anchors = [(0, base + left)]
    parts = []
    at = left
    for dropped, pipe in enumerate((pipe for pipe in escaped if left < pipe < right), 1):
        parts.append(row[at : pipe - 1])
        anchors.append((pipe - left - dropped, base + pipe))
        at = pipe
    parts.append(row[at:right])
    text = "".join(parts)
    return Content(text, anchors, base + right) if text == token.content else None


def _end(token: Token, lines: Lines) -> int:
    return lines.end((token.map or (0, 1))[1] - 1)
