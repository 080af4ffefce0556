"""HTML to a beautifulsoup4 tree as a browser builds it; every node knows where it stands in the source.

turbohtml parses as the HTML standard says (it supplies elements that the source leaves out, moves text out of
tables) and knows the places of tags and attributes; the places of text and comments come from ``marks``. The
outcome is replayed into ordinary bs4 objects. ``places`` reads the positions back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import turbohtml
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import Comment, Doctype, NavigableString, PageElement, ProcessingInstruction, Tag
from turbohtml import DocumentFragment, Element, Node, SourceLocation, Text

from duidelijk.html import marks
from duidelijk.html.places import PIECES, SPAN, WHERE
from duidelijk.html.segments import Sourced
from duidelijk.model import Span

MAX_DEPTH: Final = 512
"""Deeper elements become siblings, as in Chrome: no page needs them, and nothing has to fear recursion."""

_HTML: Final = turbohtml.Namespace.HTML
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_URIS: Final = {
    turbohtml.Namespace.SVG: "http://www.w3.org/2000/svg",
    turbohtml.Namespace.MATHML: "http://www.w3.org/1998/Math/MathML",
}
# What these hold is text, whatever it looks like.
_RAW: Final = frozenset(
    {"title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"}
)


def parse(text: str) -> BeautifulSoup:
    """The tree of ``text``. Any text gives a tree, in time linear in its length, without recursion."""
    return BeautifulSoup("", builder=_Builder(marks.plain(text)))


class _Builder(HTMLTreeBuilder):
    """Feeds bs4 from turbohtml. It holds the text itself, as bs4 warns about text like ``index.html``."""

    NAME = "duidelijk"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def feed(self, markup: object) -> None:  # noqa: ARG002
        """Fill the soup that bs4 has just made."""
        if self.soup is not None:
            _Replay(self._text, self.soup, self).run()


class _Open(NamedTuple):
    """An element whose children are being made: the bs4 tag that takes them and the class of its strings."""

    node: Node
    tag: Tag
    strings: type[NavigableString]
    where: SourceLocation | None


class _Bare(NamedTuple):
    """What all elements of one name share, and which of their attributes are lists of words."""

    state: dict[str, object]
    lists: frozenset[str]


class _Replay:
    """One walk in document order through turbohtml's tree that makes the same nodes in bs4.

    ``edge`` is where in the source the markup before the next child ends, -1 where the source does not say;
    ``reach`` is the last known place.
    """

    def __init__(self, text: str, soup: BeautifulSoup, builder: HTMLTreeBuilder) -> None:
        self._soup = soup
        self._builder = builder
        self._previous: PageElement = soup
        self._bare: dict[tuple[str, turbohtml.Namespace], _Bare] = {}
        self._lists = builder.cdata_list_attributes or {}
        self._edge = self._reach = 0
        # Parsed twice, plain and with marks: both trees are the same but for the marks.
        # Scripts run in a browser: what stands in noscript is no part of the page.
        self._document = turbohtml.parse(
            text, source_locations=True, scripting=True, allow_declarative_shadow_roots=False
        )
        self._nodes = list(self._document.descendants)
        self._where = [node.source_location if isinstance(node, Element) else None for node in self._nodes]
        self._sourced = Sourced(text, *self._tags())
        self._said = _texts(self._sourced.marked())
        # A copy that the parser made of an element (to mend crossing tags) stands where the first one does.
        self._first = {
            node.position: where for node, where in zip(self._nodes, self._where, strict=True) if where
        }

    def run(self) -> None:
        """Make the nodes."""
        top = _Open(self._document, self._soup, NavigableString, None)
        stack = [top]
        for node, where in zip(self._nodes, self._where, strict=True):
            above = node.parent
            while top.node is not above:
                self._leave(top)
                stack.pop()
                top = stack[-1]
            if isinstance(node, Text):
                self._text(top, node.data)
            elif isinstance(node, Element):
                tag = self._element(top.tag, node, where)
                strings = self._builder.string_containers.get(tag.name, top.strings)
                top = _Open(node, tag if len(stack) <= MAX_DEPTH else top.tag, strings, where)
                stack.append(top)
            elif isinstance(node, DocumentFragment):
                top = _Open(node, top.tag, top.strings, None)
                stack.append(top)
            else:
                self._other(top.tag, node)

    def _tags(self) -> tuple[list[tuple[int, int]], frozenset[int]]:
        """The spans of all tags, and the places where text begins that cannot hold markup."""
        tags: list[tuple[int, int]] = []
        raw: set[int] = set()
        for node, where in zip(self._nodes, self._where, strict=True):
            if where is None or not isinstance(node, Element):
                continue
            start, end = where.start_tag, where.end_tag
            tags.append((start.start_offset, start.end_offset))
            if end is not None:
                tags.append((end.start_offset, end.end_offset))
            if node.tag in _RAW and node.namespace is _HTML:
                raw.add(start.end_offset)
        return tags, frozenset(raw)

    def _element(self, parent: Tag, node: Element, where: SourceLocation | None) -> Tag:
        tag = self._tag(node)
        place = node.position
        if where is not None:
            self._edge = self._reach = where.start_tag.end_offset
        elif place is not None:
            where = self._first.get(place)
        if place is not None:
            tag.sourceline, tag.sourcepos = place
        tag.__dict__[WHERE] = where
        tag.setup(parent, self._previous)
        parent.contents.append(tag)
        self._previous = tag
        return tag

    def _tag(self, node: Element) -> Tag:
        """The element as bs4 makes it, with its attributes; not yet in the tree.

        What bs4 works out for each is the same for all of one name, except for ``<meta>``.
        """
        name, builder = node.tag, self._builder
        attrs = builder.attribute_dict_class(
            {
                key: " ".join(value) if isinstance(value, list) else value or ""
                for key, value in node.attrs.items()
            }
        )
        bare = self._bare.get((name, node.namespace))
        if bare is None or name == "meta":
            uri = _XHTML if node.namespace is _HTML else _URIS[node.namespace]
            tag = Tag(self._soup, builder, name, uri, None, attrs)
            lists = frozenset(self._lists.get("*", ())) | frozenset(self._lists.get(name.lower(), ()))
            self._bare[name, node.namespace] = _Bare(dict(tag.__dict__), lists)
            return tag
        for key in bare.lists.intersection(attrs) if attrs else ():
            attrs[key] = builder.attribute_value_list_class(str(attrs[key]).split())
        tag = Tag.__new__(Tag)
        tag.__dict__.update(bare.state, attrs=attrs, contents=[])
        return tag

    def _leave(self, closed: _Open) -> None:
        if closed.where is not None and closed.where.end_tag is not None:
            self._edge = self._reach = closed.where.end_tag.end_offset
        elif closed.tag.contents:
            self._edge = -1

    def _text(self, top: _Open, data: str) -> None:
        segments = self._sourced.segments(data, next(self._said, data), self._edge, self._reach)
        self._append(top.tag, str.__new__(top.strings, data)).__dict__[PIECES] = segments
        self._edge, self._reach = -1, segments[-1].s1

    def _other(self, parent: Tag, node: Node) -> None:
        if isinstance(node, turbohtml.Comment):
            run = self._sourced.run(next(self._said, ""))
            comment = self._append(parent, str.__new__(Comment, node.data))
            if run is not None:
                comment.__dict__[SPAN] = Span(run.start, run.end)
            self._edge = -1 if run is None else run.end
        elif isinstance(node, turbohtml.Doctype):
            doctype = Doctype.for_name_and_ids(node.name, node.public_id, node.system_id)
            self._append(parent, doctype)
        elif isinstance(node, turbohtml.ProcessingInstruction):
            data = f"{node.target} {node.data}"
            self._append(parent, str.__new__(ProcessingInstruction, data))

    def _append(self, parent: Tag, string: NavigableString) -> NavigableString:
        string.hidden = False
        string.setup(parent, self._previous)
        parent.contents.append(string)
        self._previous = string
        return string


def _texts(text: str) -> Iterator[str]:
    """The text and comments of a page, in document order."""
    document = turbohtml.parse(text, positions=False, scripting=True, allow_declarative_shadow_roots=False)
    for node in document.descendants:
        if isinstance(node, (Text, turbohtml.Comment)):
            yield node.data
