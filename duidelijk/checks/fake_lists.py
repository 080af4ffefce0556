"""Lists that are typed with dashes, bullets or numbers instead of made as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk import html
from duidelijk.checks.elements import is_main, squeeze
from duidelijk.checks.markup import is_hidden, kind_of, named, tree
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.office.facts import OFFICE

if TYPE_CHECKING:
    from bs4.element import Tag

_MARK: Final = re.compile(
    r"(?P<bullet>[-–—•*·▪■●◦○‣⁃►▸✓✔➤\uf0a7\uf0b7])[ \t\u00a0]+|(?P<bare>[•▪■●◦‣►▸✓✔➤\uf0a7\uf0b7])|"
    r"(?P<order>\(?(?:\d{1,2}|[a-h])[.)])[ \t\u00a0]+"
)
_DASHES: Final = "-–—"
_AMOUNT: Final = re.compile(r"(?:€|EUR|eur|euro)?\s*[\d.,]+(?:,-|%)?(?:\s*(?:euro|procent|%|graden))?\W*")
_TALK: Final = re.compile(r"[?!]['’”\"]?$|\b(?:zei|zegt|vraagt|vroeg|antwoordt|antwoordde)\b")
_ARTICLE: Final = re.compile(r"(?:artikel|art\.|paragraaf|§)\s*\d", re.IGNORECASE)
_LONG: Final = 300  # characters: a numbered paragraph of a decision or a law, not an item
_HOLDERS: Final = frozenset({"p", "div", "td", "dd", "section", "blockquote", "article", "main", "body"})
_BLOCKS: Final = _HOLDERS | {
    "li", "ul", "ol", "dl", "dt", "table", "tr", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "address",
    "form", "script", "style", "button", "select", "label", "figure", "nav", "header", "footer", "aside",
}  # fmt: skip


class _Line(NamedTuple):
    """A line of text as a reader sees it: its words, and where to point."""

    text: str
    place: Span


def fake_lists(document: Document) -> Iterator[Hit]:
    """Two or more lines in a row that begin with a dash, a bullet or the next number or letter.

    The lines are parted by ``<br>``, are paragraphs of their own or, in Markdown and office files, stand in
    one paragraph.
    """
    for lines, before in (*_paragraphs(document), *_broken(document)):
        yield from (Hit(None, place) for place in _lists(lines, before))


def _lists(lines: Sequence[_Line], before: str) -> Iterator[Span]:
    """Where the lists begin in lines that follow each other; ``before`` is the text above the first."""
    at = 0
    while at < len(lines):
        end = at + 1
        first = _mark(lines[at].text)
        if first is None:
            before, at = lines[at].text, end
            continue
        while end < len(lines) and _continues(first, _mark(lines[end].text), end - at):
            end += 1
        items = [_MARK.sub("", line.text, count=1) for line in lines[at:end]]
        if end - at > 1 and _is_list(items, first, before):
            yield lines[at].place
        at = end


def _mark(text: str) -> str | None:
    match = _MARK.match(text)
    return match[0].strip() if match and match.end() < len(text) else None


def _continues(first: str, mark: str | None, number: int) -> bool:
    """Whether ``mark`` is that of item ``number`` (from 0) of the list that begins with ``first``."""
    if mark is None:
        return False
    bare, expected = first.strip("()."), mark.strip("().")
    if bare.isdecimal():
        return expected.isdecimal() and int(expected) == int(bare) + number
    if bare.isalpha() and bare.isascii():
        return expected.isalpha() and ord(expected) == ord(bare) + number
    return mark == first


def _is_list(items: Sequence[str], mark: str, before: str) -> bool:
    ordered = mark[-1] in ".)"
    if ordered and (mark.strip("()") not in {"1.", "1)", "1", "a.", "a)", "a"} or _ARTICLE.match(before)):
        return False
    if sum(map(len, items)) > _LONG * len(items) or not all(re.search(r"\w", item) for item in items):
        return False
    if mark in _DASHES:
        return not (any(map(_TALK.search, items)) or all(map(_AMOUNT.fullmatch, items)))
    return True


def _paragraphs(document: Document) -> Iterator[tuple[Sequence[_Line], str]]:
    """Runs of paragraphs that follow each other; in Markdown also the lines within one."""
    run: list[_Line] = []
    before = last = ""
    for block in document.blocks:
        if block.kind in {"paragraph", "table_cell"} and block.main and not _hides_lines(document, block):
            if block.kind == "table_cell" and run:  # cells stand beside each other
                yield run, before
                run, before = [], last
            run += _source_lines(document, block)
        elif kind_of(block) != "image_alt":
            yield run, before
            run, before = [], block.text
        last = block.text
    yield run, before


def _hides_lines(document: Document, block: Block) -> bool:
    """Whether the block joins several lines that :func:`_broken` looks at."""
    return tree(document) is not None and any(
        not one.literal and document.source.text[one.s0 : one.s0 + 3].lower() == "<br"
        for one in block.map.segments
    )


def _source_lines(document: Document, block: Block) -> Iterator[_Line]:
    if document.format not in {"markdown", *OFFICE}:
        yield _Line(block.text, block.place)
        return
    at = 0
    for one in block.map.segments:
        if one.t0 > at and "\n" in document.source.text[one.s0 : one.s1]:
            yield _Line(block.text[at : one.t0].strip(), _source(block, at, one.t0))
            at = one.t1
    yield _Line(block.text[at:].strip(), _source(block, at, len(block.text)))


def _source(block: Block, start: int, end: int) -> Span:
    return block.map.to_source(start, end) if start else block.place


def _broken(document: Document) -> Iterator[tuple[Sequence[_Line], str]]:
    """The lines that ``<br>`` makes inside one element of a page; a block inside it parts them."""
    soup = tree(document)
    if soup is None or not named(document, "br"):
        return
    from bs4.element import NavigableString, PreformattedString, Tag

    around: dict[int, _Holder] = {id(soup): _Holder(soup)}
    holders: list[_Holder] = []
    for node in soup.descendants:
        holder = around[id(node.parent)]
        if isinstance(node, Tag):
            if node.name == "br":
                holder.line()
                holder.broken += 1
            elif node.name in _BLOCKS:
                holder.line()
                holder.lines.append(_Line("", Span(0, 0)))
                holders.append(around.setdefault(id(node), _Holder(node)))
            around.setdefault(id(node), holder)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            holder.parts.append(node)
    for holder in holders:
        if holder.broken and holder.tag.name in _HOLDERS and is_main(document, holder.tag):
            holder.line()
            if not is_hidden(holder.tag):
                yield holder.lines, ""


class _Holder:
    """A block of the page while the lines of its own text are gathered."""

    __slots__ = ("broken", "lines", "parts", "tag")

    def __init__(self, tag: Tag) -> None:
        self.tag = tag
        self.lines: list[_Line] = []
        self.parts: list[str] = []
        self.broken = 0

    def line(self) -> None:
        """End the line that is being gathered."""
        text = squeeze("".join(self.parts))
        if text:
            self.lines.append(_Line(text, html.place(self.tag)))
        self.parts = []
