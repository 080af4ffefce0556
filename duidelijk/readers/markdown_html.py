"""HTML inside Markdown: enough of it to keep text apart from tags, with exact positions.

Whole pages have a reader of their own; here stand a picture, a fold-out, a bit of bold text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from duidelijk.model import NO_ATTRS, Block, BlockKind, Comment, InlineKind, Span
from duidelijk.readers.blocktext import BlockText
from duidelijk.readers.markdown_positions import Content, Lines

# A comment, a declaration, or a tag; lengths are bounded so that loose quotes cannot make it slow.
TAG: Final = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<[!?][^<>]*>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<attrs>(?:[^<>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}')*)>",
    re.DOTALL,
)
_ATTR: Final = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_INLINE: Final[Mapping[str, InlineKind]] = {
    "a": "link", "abbr": "abbr", "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code", "var": "code", "q": "quote",
}  # fmt: skip
_KEPT: Final = {"link": "href", "abbr": "title"}
_BLOCKS: Final[Mapping[str, BlockKind]] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "list_item", "td": "table_cell", "th": "table_header", "blockquote": "quote", "pre": "code",
    "label": "label", "legend": "label",
}  # fmt: skip
_PLAIN_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        "address article aside body caption center dd details dialog div dl dt fieldset figcaption figure "
        "footer form header hr html main nav ol p picture section summary table tbody tfoot thead tr ul",
    )
)
_SKIPPED: Final = frozenset(
    {"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"}
)
_VOID: Final = frozenset({"hr", "br", "img", "wbr"})


class Attr(NamedTuple):
    """The value of an attribute, entities decoded, and where it stands (offsets in the content)."""

    value: str
    start: int
    end: int


def attributes(match: re.Match[str]) -> dict[str, Attr]:
    """The attributes of a tag found by ``TAG``, names in lower case."""
    base = match.start("attrs")
    found: dict[str, Attr] = {}
    for attr in _ATTR.finditer(match["attrs"]):
        group = attr.lastindex or 1
        start, end = attr.span(group) if group > 1 else (attr.end(), attr.end())
        value = html.unescape(attr[group]) if group > 1 else ""
        found.setdefault(attr[1].lower(), Attr(value, base + start, base + end))
    return found


def add_text(out: BlockText, content: Content, start: int, end: int) -> None:
    """Add ``content.text[start:end]`` as it stands; a line break becomes one space."""
    for first, last, is_break in content.pieces(start, end):
        if is_break:
            out.add_decoded(" ", first, last)
        else:
            out.add(first, last)


def add_decoded(out: BlockText, content: Content, start: int, end: int) -> None:
    """Add ``content.text[start:end]``, in which entities stand for characters."""
    at = start
    for match in _ENTITY.finditer(content.text, start, end):
        decoded = html.unescape(match[0])
        if decoded == match[0] or match.start() < content.floor:
            continue
        add_text(out, content, at, match.start())
        at = match.end()
        out.add_decoded(decoded, content.at(match.start()), content.at(at - 1) + 1)
    add_text(out, content, at, end)


def picture(match: re.Match[str], content: Content, source: str) -> Block:
    """An ``<img>`` tag as a block."""
    attrs = attributes(match)
    out = BlockText(source)
    alt = attrs.get("alt")
    if alt is not None:
        add_decoded(out, content, alt.start, alt.end)
    text, offsets, _ = out.build()
    state = "missing" if alt is None else "text" if text else "empty"
    place = Span(content.at(match.start()), content.at(match.end() - 1) + 1)
    src = attrs["src"].value if "src" in attrs else ""
    return Block("image_alt", text, offsets, place, attrs={"src": src, "alt": state})


class Marks:
    """Opens and closes inline stretches by name, so that crossed tags cannot upset the order."""

    __slots__ = ("_names", "_out")

    def __init__(self, out: BlockText) -> None:
        self._out = out
        self._names: list[str] = []

    def open(self, name: str, kind: InlineKind, attrs: Mapping[str, str] = NO_ATTRS) -> None:
        """Begin a stretch."""
        self._out.open(kind, attrs)
        self._names.append(name)

    def close(self, name: str) -> None:
        """End the last stretch of that name and all that was opened inside it."""
        if name in self._names:
            self._out.close()
            while self._names.pop() != name:
                self._out.close()

    def tag(self, match: re.Match[str]) -> None:
        """Follow a tag such as ``<b>`` or ``</a>``; tags without a meaning for the text do nothing."""
        name = match["name"].lower()
        kind = _INLINE.get(name)
        if kind is None:
            return
        if match["close"]:
            self.close(f"<{name}")
            return
        kept = _KEPT.get(kind)
        value = attributes(match).get(kept) if kept else None
        self.open(f"<{name}", kind, {kept: value.value} if kept and value else NO_ATTRS)


@dataclass(slots=True)
class _Open:
    name: str
    kind: BlockKind
    level: int
    lang: str | None
    place: Span
    written: bool = False


@dataclass(slots=True)
class Found:
    """What a piece of HTML holds."""

    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


class _Writer:
    def __init__(self, content: Content, lines: Lines, kind: BlockKind, level: int) -> None:
        self._content = content
        self._lines = lines
        self._source = lines.text
        self._outer = _Open("", kind, level, None, Span(content.at(0), content.at(0)))
        self._stack: list[_Open] = []
        self._begin()
        self.found = Found()

    def _begin(self) -> None:
        self._out = BlockText(self._source)
        self._marks = Marks(self._out)
        self._pictures: list[Block] = []

    def text(self, start: int, end: int) -> None:
        add_decoded(self._out, self._content, start, end)

    def tag(self, match: re.Match[str]) -> None:
        span = Span(self._content.at(match.start()), self._content.at(match.end() - 1) + 1)
        if match["comment"] is not None:
            self.found.comments.append(Comment(match["comment"], span))
            return
        name = (match["name"] or "").lower()
        if name in _BLOCKS or name in _PLAIN_BLOCKS:
            if match["close"]:
                self._close(name)
            else:
                self._open(name, match, span)
        elif name == "br":
            self._out.add_decoded(" ", *span)
        elif name == "img":
            self._pictures.append(picture(match, self._content, self._source))
        elif name:
            self._marks.tag(match)

    def _open(self, name: str, match: re.Match[str], span: Span) -> None:
        self._flush()
        if name in _VOID:
            return
        if name in {"li", "p", "td", "th", "dt", "dd"} and self._stack and self._stack[-1].name == name:
            self._close(name)
        kind = _BLOCKS.get(name)
        around = self._stack[-1] if self._stack else self._outer
        lang = attributes(match).get("lang")
        level = around.level
        if kind == "heading":
            level = int(name[1])
        elif kind == "list_item":
            lists = sum(opened.name in {"ul", "ol"} for opened in self._stack)
            level = max(1, lists + (self._outer.level if self._outer.kind == "list_item" else 0))
        elif kind is not None:
            level = 0
        self._stack.append(_Open(name, kind or around.kind, level, lang.value if lang else around.lang, span))

    def _close(self, name: str) -> None:
        self._flush()
        if not any(opened.name == name for opened in self._stack):
            return
        while True:
            opened = self._stack.pop()
            if opened.kind == "heading" and opened.name in _BLOCKS and not opened.written:
                self._write(opened)
            if opened.name == name:
                return

    def _flush(self) -> None:
        opened = self._stack[-1] if self._stack else self._outer
        if len(self._out) or self._pictures:
            self._write(opened)

    def _write(self, opened: _Open) -> None:
        text, offsets, inlines = self._out.build()
        pictures = self._pictures
        self._begin()
        if text or opened.kind == "heading":
            place = opened.place
            if opened is self._outer:
                place = self._lines.around(offsets.segments[0].s0)
            block = Block(opened.kind, text, offsets, place, opened.level, opened.lang, inlines=inlines)
            opened.written = True
            self.found.blocks.append(block)
        self.found.blocks.extend(pictures)

    def finish(self) -> Found:
        self._flush()
        while self._stack:
            self._close(self._stack[-1].name)
        return self.found


def read_html(content: Content, lines: Lines, *, kind: BlockKind, level: int) -> Found:
    """The blocks and comments of a piece of HTML; text outside any block tag gets ``kind`` and ``level``."""
    writer = _Writer(content, lines, kind, level)
    text = content.text
    at = 0
    while match := TAG.search(text, at):
        writer.text(at, match.start())
        at = match.end()
        name = (match["name"] or "").lower()
        if name not in _SKIPPED:
            writer.tag(match)
        elif not match["close"] and not match["attrs"].endswith("/"):
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
            at = end.end() if end else len(text)
    writer.text(at, len(text))
    return writer.finish()
