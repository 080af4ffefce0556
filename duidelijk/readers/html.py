"""Reads a web page: a tree of elements becomes blocks of text, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag

from duidelijk.html import comment_span, end_tag, parse, pieces, place, start_tag
from duidelijk.html.content import Outline, outline
from duidelijk.html.hidden import is_concealed, is_hidden
from duidelijk.html.meaning import (
    BREAKS,
    INLINES,
    KINDS,
    LISTS,
    WHOLE,
    alternative,
    heading_level,
    is_note,
    is_page_title,
    kind_of,
)
from duidelijk.html.nodes import following
from duidelijk.model import (
    NO_ATTRS,
    Block,
    BlockKind,
    Document,
    Inline,
    InlineKind,
    OffsetMap,
    Problem,
    Segment,
    Source,
    Span,
)
from duidelijk.model import Comment as SourceComment
from duidelijk.readers.blocktext import BlockText

_SEPARATORS: Final = " |/·•,;›»>–-"
"""What stands between links that are a row of their own."""
_MAX_INLINES: Final = 32
"""So many inlines around one word count: each block in them has them all."""


def read(source: Source) -> Document:
    """Read a page or a piece of one. Reading never fails: a browser shows anything too."""
    return read_tree(source, parse(source.text))


def read_tree(source: Source, soup: BeautifulSoup) -> Document:
    """Read a page of which this is the tree, or what is left of it; places are in ``source``."""
    walk = _Walk(source.text, soup, outline(soup))
    walk.title()
    walk.run()
    blocks = sorted(walk.blocks, key=_order)
    return Document(
        source,
        "html",
        tuple(blocks),
        meta=_meta(soup, blocks),
        comments=tuple(_comments(soup)),
        problems=tuple(_problems(source, soup, blocks)),
        raw=soup,
    )


def read_around(source: Source, tag: Tag) -> list[Block]:
    """The blocks in a part of a tree that is no part of the main content."""
    walk = _Walk(source.text, tag, Outline(frozenset(), landmarks=False, has_title=False))
    walk.run()
    return sorted(walk.blocks, key=_order)


_Leave = Literal["nothing", "inline", "frame", "space"]


@dataclass(slots=True)
class _Frame:
    """An open element that parts text.

    ``owner`` is the frame, this one or one around it, that gives the text its kind. ``depth`` counts the
    lists around it, ``first`` is the first block that an owner gave, ``alt`` the text of images in a heading.
    """

    tag: Tag
    up: _Frame | None
    main: bool
    kind: BlockKind = "paragraph"
    owner: _Frame | None = None
    level: int = 0
    depth: int = 0
    lang: str | None = None
    first: Block | None = None
    alt: str = ""


class _Walk:
    """One walk through the tree, in document order and without recursion, that collects blocks."""

    def __init__(self, source: str, soup: Tag, page: Outline) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._soup = soup
        self._page = page
        self._frame = _Frame(soup, None, main=id(soup) in page.roots)
        self._text: BlockText | None = None
        self._open: list[tuple[InlineKind, dict[str, str]]] = []
        self._breaks = 0
        self._titled = not page.has_title
        self._mixed: dict[int, bool] = {}

    def title(self) -> None:
        """Read the title of the page."""
        tag = self._soup.find(is_page_title)
        if isinstance(tag, Tag):
            text = BlockText(self._source)
            for string in tag.contents:
                if isinstance(string, NavigableString):
                    _put(text, string, pieces(string))
            words, places, _ = text.build()
            self.blocks.append(Block("title", words, places, place(tag)))

    def run(self) -> None:
        """Read all that is shown."""
        stack: list[tuple[Iterator[PageElement], _Leave, Tag]] = [
            (iter(self._soup.contents), "nothing", self._soup)
        ]
        while stack:
            children, leave, tag = stack[-1]
            for node in children:
                if isinstance(node, Tag):
                    following = self._enter(node)
                    if following is not None:
                        stack.append((iter(node.contents), following, node))
                        break
                elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                    self._add(node)
            else:
                stack.pop()
                self._leave(tag, leave)
        self._flush()

    def _enter(self, tag: Tag) -> _Leave | None:
        """Start an element: what to do at its end, or None where nothing inside is to be read."""
        name, attrs = tag.name, tag.attrs
        if name == "br":
            self._break(tag)
        elif name in {"img", "input"} or attrs.get("role") == "img":
            self._image(tag)
        elif not (is_hidden(tag) or is_note(tag)):
            if name == "h1":
                self._titled = True
            if name in INLINES and not (name == "a" and self._leaves_main(tag)):
                return self._inline(tag)
            return self._part(tag)
        return None

    def _leave(self, tag: Tag, leave: _Leave) -> None:
        if leave == "inline":
            self._open.pop()
            if self._text is not None:
                self._text.close()
        elif leave == "space":
            self._space(end_tag(tag))
        elif leave == "frame":
            self._flush()
            frame = self._frame
            if frame.kind == "heading" and frame.owner is frame and frame.first is None:
                self._emit("heading", "", OffsetMap(()), ())
            self._frame = frame.up or frame

    def _inline(self, tag: Tag) -> _Leave:
        if len(self._open) >= _MAX_INLINES:
            return "nothing"
        kind = INLINES[tag.name]
        attrs: dict[str, str] = {}
        if kind == "link":
            if "href" not in tag.attrs:
                return "nothing"
            attrs["href"] = str(tag.attrs["href"])
        elif kind == "abbr" and "title" in tag.attrs:
            attrs["title"] = str(tag.attrs["title"])
        self._open.append((kind, attrs))
        if self._text is not None:
            self._text.open(kind, attrs)
        return "inline"

    def _part(self, tag: Tag) -> _Leave:
        """An element that is not inline: it parts text, or it means nothing to text (``span``)."""
        name, frame = tag.name, self._frame
        kind = kind_of(tag)
        leaves = self._leaves_main(tag)
        if kind is None and name not in BREAKS and name not in KINDS and not leaves:
            return "nothing"
        if frame.kind in WHOLE and not (kind == "heading" and frame.kind == "label"):
            self._space(place(tag))
            return "space"
        if name in {"button", "label"} and self._is_mixed(tag.parent):
            return "nothing"
        self._flush()
        depth = frame.depth + (name in LISTS)
        inner = _Frame(tag, frame, (frame.main and not leaves) or id(tag) in self._page.roots)
        inner.depth = depth
        inner.lang = str(tag.attrs["lang"]) if "lang" in tag.attrs and name != "html" else frame.lang
        if kind is None:
            inner.kind, inner.level, inner.owner = frame.kind, frame.level, frame.owner
        else:
            inner.kind, inner.owner = kind, inner
            inner.level = heading_level(tag) if kind == "heading" else max(1, depth) * (kind == "list_item")
        self._frame = inner
        return "frame"

    def _leaves_main(self, tag: Tag) -> bool:
        if not self._frame.main or id(tag) in self._page.roots:
            return False
        return self._page.is_around(tag, before_title=not self._titled)

    def _is_mixed(self, parent: Tag | None) -> bool:
        """Whether an element also holds text of its own, so that a button in it is part of a sentence."""
        if parent is None:
            return False
        if id(parent) not in self._mixed:
            self._mixed[id(parent)] = any(
                type(child) is NavigableString and not child.isspace() for child in parent.contents
            )
        return self._mixed[id(parent)]

    def _add(self, text: NavigableString) -> None:
        if not text.isspace():
            self._breaks = 0
        elif self._text is None:
            return
        if self._text is None:
            self._text = BlockText(self._source)
            for kind, attrs in self._open:
                self._text.open(kind, attrs)
        _put(self._text, text, pieces(text))

    def _space(self, span: Span | None) -> None:
        if self._text is not None and span is not None:
            self._text.add_decoded(" ", *span)

    def _break(self, tag: Tag) -> None:
        self._breaks += 1
        if self._breaks > 1 and self._frame.kind not in WHOLE:
            self._flush()
        else:
            self._space(place(tag))

    def _flush(self) -> None:
        """What was gathered becomes a block, or a block a link where there is nothing but links."""
        gathered, self._text = self._text, None
        if gathered is None:
            return
        text, places, inlines = gathered.build()
        inlines = tuple(one for one in inlines if one.span.end > one.span.start)
        links = _only_links(text, inlines) if self._frame.kind == "paragraph" else ()
        if links:
            for inline, part in zip(links, _cut(places, [inline.span for inline in links]), strict=True):
                start, end = inline.span
                whole = Inline("link", Span(0, end - start), inline.attrs)
                self._emit("link", text[start:end], part, (whole,))
        elif text:
            self._emit(self._frame.kind, text, places, inlines)

    def _emit(self, kind: BlockKind, text: str, places: OffsetMap, inlines: tuple[Inline, ...]) -> None:
        frame = self._frame
        owner = frame.owner
        start = frame
        parent = None
        if owner is not None:
            if owner.first is None:
                start = owner
            above: _Frame | None = owner
            while above is not None and parent is None:
                parent = above.first
                above = above.up.owner if above.up is not None else None
        attrs: Mapping[str, str] = {"alt": frame.alt} if frame.alt else NO_ATTRS
        if not frame.main:
            attrs = {"kind": kind, **attrs}
        block = Block(
            kind if frame.main else "boilerplate",
            text,
            places,
            _place(start.tag, places),
            level=frame.level,
            lang=frame.lang,
            parent=parent,
            main=frame.main,
            inlines=inlines,
            attrs=attrs,
        )
        self.blocks.append(block)
        if owner is not None and owner.first is None:
            owner.first = block

    def _image(self, tag: Tag) -> None:
        if is_concealed(tag) or (tag.name == "input" and str(tag.get("type")).lower() != "image"):
            return
        frame = self._frame
        text = BlockText(self._source)
        state, said, segments = alternative(tag, self._source)
        _put(text, said, segments)
        words, places, _ = text.build()
        attrs = {"src": str(tag.get("src", "")), "alt": state}
        block = Block("image_alt", words, places, place(tag), lang=frame.lang, attrs=attrs)
        if not frame.main:
            block = replace(block, kind="boilerplate", main=False, attrs={"kind": block.kind, **attrs})
        self.blocks.append(block)
        if words and frame.kind == "heading":
            frame.alt = f"{frame.alt} {words}".strip()


def _put(text: BlockText, data: str, segments: Iterable[Segment]) -> None:
    """Add the text of a node or an attribute, piece by piece."""
    for t0, t1, s0, s1, literal in segments:
        if literal:
            text.add(s0, s1)
        else:
            text.add_decoded(data[t0:t1], s0, s1)


def _place(tag: Tag, places: OffsetMap) -> Span:
    """The start tag; where the source leaves it out, the text itself."""
    segments = places.segments
    if segments and start_tag(tag) is None:
        return Span(segments[0].s0, max(segment.s1 for segment in segments))
    return place(tag)


def _only_links(text: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The links of a text in which nothing but links says anything, as on a row of buttons; else none."""
    links = tuple(inline for inline in inlines if inline.kind == "link")
    if not links or text.endswith((".", "!", "?")):
        return ()
    at = 0
    for link in links:
        if link.span.start < at or text[at : link.span.start].strip(_SEPARATORS):
            return ()
        at = link.span.end
    return () if text[at:].strip(_SEPARATORS) else links


def _cut(places: OffsetMap, spans: Iterable[Span]) -> Iterator[OffsetMap]:
    """The map of each span of the text alone; the spans are in order and do not overlap."""
    segments = places.segments
    at = 0
    for start, end in spans:
        while segments[at].t1 <= start:
            at += 1
        cut: list[Segment] = []
        index = at
        while index < len(segments) and segments[index].t0 < end:
            t0, t1, s0, s1, literal = segments[index]
            first, last = max(t0, start), min(t1, end)
            source = (s0 + first - t0, s1 - (t1 - last)) if literal else (s0, s1)
            cut.append(Segment(first - start, last - start, *source, literal))
            index += 1
        yield OffsetMap(tuple(cut))


def _order(block: Block) -> int:
    return block.map.segments[0].s0 if block.map.segments else block.place.start


def _meta(soup: Tag, blocks: Iterable[Block]) -> dict[str, str]:
    meta = {"kind": "page"}
    for block in blocks:
        if block.kind == "title":
            meta["title"] = block.text
    page = soup.find("html")
    lang = str(page.get("lang", "")).strip() if isinstance(page, Tag) else ""
    if lang:
        meta["lang"] = lang
    return meta


def _comments(soup: Tag) -> Iterator[SourceComment]:
    for node in following(soup):
        if isinstance(node, Comment):
            span = comment_span(node)
            if span is not None:
                yield SourceComment(str(node), span)


def _problems(source: Source, soup: Tag, blocks: Iterable[Block]) -> Iterator[Problem]:
    """A page that fills itself with a script has nothing to check; say so instead of finding it clean."""
    if soup.find("script") is not None and not any(block.main and block.kind != "title" for block in blocks):
        yield Problem(
            "Op deze pagina staat geen leesbare tekst; waarschijnlijk laadt een script de tekst.",
            source.name,
            hint="Sla de pagina in uw browser op als alles geladen is, en controleer dat bestand.",
        )
