"""Markdown (CommonMark with tables) to blocks. Front matter, code and comments never count as prose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from markdown_it.token import Token

from duidelijk.letter.lines import Progress
from duidelijk.model import NO_ATTRS, Block, BlockKind, Comment, Document, Inline, OffsetMap, Source, Span
from duidelijk.readers.blocktext import BlockText
from duidelijk.readers.front_matter import front_matter
from duidelijk.readers.markdown_html import add_text, read_html
from duidelijk.readers.markdown_inline import InlineReader
from duidelijk.readers.markdown_positions import (
    Content,
    Lines,
    cell_contents,
    content_of,
    heading_content,
    parser,
)

_TASK: Final = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_ALERT: Final = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|\Z)", re.IGNORECASE)
# Placeholders of Hugo, Jekyll and the like: {{< figuur >}}, {{ site.naam }}, {% include … %}.
_NO_NEWLINE: Final = re.compile(r"[^\r\n]")
_PLACEHOLDER: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(slots=True)
class _Container:
    """A list item, quote or the document itself, while its content is read."""

    kind: BlockKind
    level: int = 0
    attrs: Mapping[str, str] = field(default_factory=lambda: NO_ATTRS)
    first: Block | None = None


def read(source: Source) -> Document:
    """All blocks of a Markdown file in source order."""
    front = front_matter(source)
    reader = _Reader(source)
    if front and front.title:
        reader.title(*front.title)
    reader.body(front.end if front else 0)
    kind = front.letter.get("letter-kind") if front else None
    is_letter = kind != "none" and (kind is not None or reader.letter.found)
    if front and front.subject and is_letter:
        reader.subject(*front.subject)
    meta = {"kind": "letter"} if is_letter else {}
    if front and front.title:
        meta["title"] = front.title[0]
    if front and front.lang:
        meta["lang"] = front.lang
    meta |= front.letter if front and (is_letter or kind) else {}
    problems = front.problems if front else ()
    return Document(source, "markdown", tuple(reader.blocks), meta, tuple(reader.comments), problems)


class _Reader:
    """Walks over the parser's tokens once and collects blocks and comments."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._lines = Lines(source.text)
        self._stack = [_Container("paragraph")]
        self._depth = 0
        self.letter = Progress()
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []

    def title(self, value: str, span: Span) -> None:
        """Add the title from the front matter."""
        self.blocks.append(self._from_front("title", value, span))

    def subject(self, value: str, span: Span) -> None:
        """Add the subject of a letter from the front matter; it goes before the text, after the title."""
        at = 1 if self.blocks and self.blocks[0].kind == "title" else 0
        self.blocks.insert(at, self._from_front("subject", value, span))

    def _from_front(self, kind: BlockKind, value: str, span: Span) -> Block:
        out = BlockText(self._text)
        if self._text[span.start : span.end] == value:
            out.add(*span)
        else:
            out.add_decoded(value, *span)
        text, offsets, _ = out.build()
        return Block(kind, text, offsets, self._lines.around(span.start))

    def body(self, start: int) -> None:
        """Read all that follows offset ``start``, where the front matter ends."""
        blanked = _NO_NEWLINE.sub(" ", self._text[:start])
        tokens = parser().parse(blanked + self._text[start:])
        number = 0
        while number < len(tokens):
            number += self._block(tokens, number)

    def _block(self, tokens: Sequence[Token], number: int) -> int:
        """Read the block that begins at token ``number``; says how many tokens it took."""
        token = tokens[number]
        match token.type:
            case "heading_open":
                self._heading(token, tokens[number + 1])
                return 3
            case "paragraph_open":
                self._paragraph(tokens[number + 1])
                return 3
            case "tr_open":
                return self._row(tokens, number)
            case "fence" | "code_block":
                self._code(token)
            case "html_block":
                self._html(token)
            case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                self._depth += token.nesting
            case "list_item_open":
                attrs = {"marker": token.info + token.markup}
                self._stack.append(_Container("list_item", self._depth, attrs))
            case "blockquote_open":
                self._stack.append(_Container("quote"))
            case "list_item_close" | "blockquote_close":
                self._stack.pop()
        return 1

    def _heading(self, opening: Token, token: Token) -> None:
        level = int(opening.tag[1])
        if opening.markup in {"=", "-"}:
            content = content_of(token, self._lines)
        else:
            content = heading_content(token, level, self._lines)
        self.letter.heading()
        self._leaf("heading", token, content, level=level)

    def _row(self, tokens: Sequence[Token], number: int) -> int:
        end = next(at for at in range(number, len(tokens)) if tokens[at].type == "tr_close")
        cells = [
            (tokens[at - 1].type, tokens[at]) for at in range(number, end) if tokens[at].type == "inline"
        ]
        contents = cell_contents([cell for _, cell in cells], self._lines)
        for (opening, cell), content in zip(cells, contents, strict=True):
            self._leaf("table_header" if opening == "th_open" else "table_cell", cell, content)
        return end + 1 - number

    def _paragraph(self, token: Token) -> None:
        around = self._stack[-1]
        content = content_of(token, self._lines)
        attrs = around.attrs if around.first is None else NO_ATTRS
        if content is not None and around.first is None and around.kind != "paragraph":
            mark = (_TASK if around.kind == "list_item" else _ALERT).match(content.text)
            if mark:
                content.floor = mark.end()
                if around.kind == "list_item":
                    attrs = {**attrs, "checked": "no" if mark[1] == " " else "yes"}
        block = self._leaf(around.kind, token, content, level=around.level, attrs=attrs, parent=around.first)
        if block is not None and around.kind != "paragraph" and around.first is None:
            around.first = block

    def _leaf(
        self,
        kind: BlockKind,
        token: Token,
        content: Content | None,
        *,
        level: int = 0,
        attrs: Mapping[str, str] = NO_ATTRS,
        parent: Block | None = None,
    ) -> Block | None:
        """Add the block of one inline token with its pictures; only a heading may be without text."""
        children = token.children or []
        place = self._place(token)
        pictures: list[Block] = []
        if content is None:
            text, offsets, inlines = self._whole(children, place)
        else:
            reader = InlineReader(content, self._text)
            text, offsets, inlines = reader.read(children)
            pictures = [*reader.pictures, *reader.links]
            self.comments += reader.comments
        if kind == "heading" and not text and pictures:
            text, offsets = pictures[0].text, pictures[0].map
        block = None
        if text or kind == "heading":
            if "{{" in text or "{%" in text:
                kind, inlines = _placeholders(kind, text, inlines)
            if kind == "paragraph":
                kind = self.letter.part(text) or kind
            first = self._lines.around(place.start)
            if kind in {"table_cell", "table_header"} and content is not None:
                first = Span(content.at(0), content.end)
            block = Block(kind, text, offsets, first, level, parent=parent, inlines=inlines, attrs=attrs)
            self.blocks.append(block)
        self.blocks += (replace(picture, parent=block) for picture in pictures)
        return block

    def _whole(self, children: Sequence[Token], place: Span) -> tuple[str, OffsetMap, tuple[Inline, ...]]:
        """The text as one piece that leads to all its lines: for content whose place is not certain."""
        out = BlockText(self._text)
        breaks = {"softbreak", "hardbreak"}
        out.add_decoded("".join(" " if child.type in breaks else child.content for child in children), *place)
        return out.build()

    def _code(self, token: Token) -> None:
        content = content_of(token, self._lines)
        place = self._place(token)
        out = BlockText(self._text)
        if content is None:
            out.add_decoded(token.content, *place)
        else:
            add_text(out, content, 0, len(content.text))
        text, offsets, _ = out.build()
        attrs = {"info": token.info.strip()} if token.info.strip() else NO_ATTRS
        self.blocks.append(Block("code", text, offsets, self._lines.around(place.start), attrs=attrs))

    def _html(self, token: Token) -> None:
        content = content_of(token, self._lines)
        if content is None:
            return
        around = self._stack[-1]
        found = read_html(content, self._lines, kind=around.kind, level=around.level)
        self.blocks += found.blocks
        self.comments += found.comments

    def _place(self, token: Token) -> Span:
        """All lines of a token, from the first character after the marks around it."""
        first, last = token.map or (0, 1)
        return Span(self._lines.start(first), self._lines.end(last - 1))


def _placeholders(
    kind: BlockKind, text: str, inlines: tuple[Inline, ...]
) -> tuple[BlockKind, tuple[Inline, ...]]:
    """Treat what a site generator fills in as code; a paragraph with nothing else is code altogether."""
    spans = [Span(*match.span()) for match in _PLACEHOLDER.finditer(text)]
    if kind == "paragraph" and not _PLACEHOLDER.sub("", text).strip():
        return "code", inlines
    found = [*inlines, *(Inline("code", span) for span in spans)]
    return kind, tuple(sorted(found, key=lambda inline: inline.span))
