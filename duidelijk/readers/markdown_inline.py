"""The text inside one Markdown block: links, emphasis, code, pictures and breaks, with exact positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from duidelijk.model import Block, Comment, Inline, OffsetMap, Span
from duidelijk.readers.blocktext import BlockText
from duidelijk.readers.markdown_html import TAG, Marks, add_text, picture
from duidelijk.readers.markdown_positions import Content

_PAIRS = {"em": "emphasis", "strong": "strong"}


class InlineReader:
    """Turns the inline tokens of one block into its text; collects its pictures, bare links and comments."""

    def __init__(self, content: Content, source: str) -> None:
        self._content = content
        self._source = source
        self._out = BlockText(source)
        self._marks = Marks(self._out)
        self._href = ""
        self.pictures: list[Block] = []
        self.links: list[Block] = []
        self.comments: list[Comment] = []

    def read(self, tokens: Sequence[Token]) -> tuple[str, OffsetMap, tuple[Inline, ...]]:
        """The text of the block, its map and its inline stretches."""
        for first, after, shows in _without_text(tokens):
            end = tokens[after].meta["at"] if after < len(tokens) else len(self._content.text)
            self.links.append(self._bare(tokens[first].meta["at"], end, tokens[first], shows))
        for number, token in enumerate(tokens):
            following = tokens[number + 1].meta["at"] if number + 1 < len(tokens) else len(self._content.text)
            self._token(token, following)
        return self._out.build()

    def _token(self, token: Token, following: int) -> None:
        at = token.meta["at"]
        match token.type:
            case "text" | "text_special" | "code_inline" | "softbreak" | "hardbreak":
                add_token(self._out, token, self._content, at)
            case "em_open":
                self._marks.open("*", "emphasis")
            case "strong_open":
                self._marks.open("**", "strong")
            case "em_close":
                self._marks.close("*")
            case "strong_close":
                self._marks.close("**")
            case "link_open":
                self._href = str(token.attrs.get("href", ""))
                self._marks.open("[", "link", {"href": self._href})
            case "link_close":
                self._href = ""
                self._marks.close("[")
            case "image":
                self._picture(token, at, following)
            case "html_inline":
                self._html(token, at)

    def _bare(self, start: int, end: int, token: Token, shows: str) -> Block:
        """A link without a name; ``shows`` is what there is to see of it."""
        attrs = {"href": str(token.attrs.get("href", "")), "shows": shows}
        start -= self._content.text[start - 1 : start] == "["
        place = self._span(start, start + len(self._content.text[start:end].rstrip()))
        return Block("link", "", OffsetMap(()), place, attrs=attrs)

    def _picture(self, token: Token, at: int, following: int) -> None:
        out = BlockText(self._source)
        self._label(out, token.children or [], at + 2)
        text, offsets, _ = out.build()
        place = self._span(at, at + len(self._content.text[at:following].rstrip()))
        attrs = {"src": str(token.attrs.get("src", "")), "alt": "text" if text else "empty"}
        if self._href:
            attrs["href"] = self._href
        self.pictures.append(Block("image_alt", text, offsets, place, attrs=attrs))

    def _label(self, out: BlockText, tokens: Sequence[Token], base: int) -> None:
        """Add what stands between the brackets of a picture, without its markup."""
        for token in tokens:
            at = base + token.meta["at"]
            if token.type == "image":
                self._label(out, token.children or [], at + 2)
            elif token.type == "html_inline" and token.content.startswith("<!--"):
                self._html(token, at)
            else:
                add_token(out, token, self._content, at)

    def _html(self, token: Token, at: int) -> None:
        match = TAG.match(self._content.text, at, at + len(token.content))
        if match is None:
            return
        span = self._span(at, match.end())
        name = (match["name"] or "").lower()
        if match["comment"] is not None:
            self.comments.append(Comment(match["comment"], span))
        elif name == "br":
            self._out.add_decoded(" ", *span)
        elif name == "img":
            self.pictures.append(picture(match, self._content, self._source))
        elif name:
            self._marks.tag(match)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._content.at(start), self._content.at(max(start, end - 1)) + 1)


def _without_text(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """The links in which nothing is to be read: the numbers of their first token and of the one after them.

    With what each shows: ``nothing`` or a ``picture``.
    """
    first: int | None = None
    shows = "nothing"
    for number, token in enumerate(tokens):
        if token.type == "link_open":
            first, shows = (None if token.attrs.get("title") else number), "nothing"
        elif token.type == "link_close":
            if first is not None:
                yield first, number + 1, shows
            first = None
        elif _says_something(token):
            first = None
        elif token.type == "image":
            shows = "picture"


def _says_something(token: Token) -> bool:
    """Whether a token in a link may give it a name; of HTML nobody knows."""
    if token.type == "image":
        return bool(token.content.strip() or token.attrs.get("title"))
    return token.type in {"html_inline", "text_special"} or bool(token.content.strip())


def add_token(out: BlockText, token: Token, content: Content, at: int) -> None:
    """Add a token that is plain text, code or a break; ``at`` is its offset in the content."""
    if at < content.floor and at + len(token.content) <= content.floor:
        return
    match token.type:
        case "text":
            end = at + len(token.content)
            if content.text[at:end] == token.content:
                add_text(out, content, at, end)
            else:  # an address between < and >, written with codes such as %20
                close = content.text.find(">", at)
                out.add_decoded(token.content, content.at(at), content.at(close if close >= 0 else at))
        case "text_special":
            out.add_decoded(token.content, content.at(at), content.at(at + len(token.markup) - 1) + 1)
        case "code_inline":
            start = at + len(token.markup)
            if content.text[start : start + len(token.content)].replace("\n", " ") != token.content:
                start += 1  # one space at either side is not part of the code
            out.open("code")
            add_text(out, content, start, start + len(token.content))
            out.close()
        case "softbreak" | "hardbreak":
            _add_break(out, content, at)


def _add_break(out: BlockText, content: Content, at: int) -> None:
    newline = content.text.find("\n", at)
    end = newline + 1
    while end < len(content.text) and content.text[end] in " \t":
        end += 1
    while at > content.floor and content.text[at - 1] == " ":
        at -= 1
    out.add_decoded(" ", content.at(at), content.at(end))
