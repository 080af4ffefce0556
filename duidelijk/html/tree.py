"""HTML to a beautifulsoup4 tree as a browser builds it; every node knows where it stands in the source.

turbohtml parses as the HTML standard says (it supplies elements that the source leaves out, moves text out of
tables) and knows the places of tags and attributes; the places of text and comments come from ``marks``. The
outcome is replayed into ordinary bs4 objects. ``places`` reads the positions back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import turbohtml
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import Comment, Doctype, NavigableString, PageElement, ProcessingInstruction, Tag
from turbohtml import DocumentFragment, Element, Node, SourceLocation, Text

from duidelijk.html import marks
from duidelijk.html.linking import append
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


class _Bare(NamedTuple):
    """What all elements of one name share: what bs4 knows of them, which attributes are lists of words."""

    state: dict[str, Any]
    lists: frozenset[str]
    strings: type[NavigableString] | None


# An element whose children are being made: turbohtml's node, the bs4 tag that takes the children, the class
# of its strings, and where it stands.
_Open = tuple[Node, Tag, type[NavigableString], SourceLocation | None]


class _Replay:
    """One walk in document order through turbohtml's tree that makes the same nodes in bs4.

    ``edge`` is where in the source the markup before the next child ends, -1 where the source does not say;
    ``reach`` is the last known place.
    """

    def __init__(self, text: str, soup: BeautifulSoup, builder: HTMLTreeBuilder) -> None:
        self._soup = soup
        self._builder = builder
        self._attributes = builder.attribute_dict_class
        self._words = builder.attribute_value_list_class
        self._previous: PageElement = soup
        self._bare: dict[str, _Bare] = {}
        self._foreign: dict[tuple[str, str], _Bare] = {}
        self._lists = builder.cdata_list_attributes or {}
        self._edge = self._reach = 0
        # Parsed twice, plain and with marks: both trees are the same but for the marks.
        # Scripts run in a browser: what stands in noscript is no part of the page.
        self._document = turbohtml.parse(
            text, source_locations=True, scripting=True, allow_declarative_shadow_roots=False
        )
        self._nodes = list(self._document.descendants)
        self._where: list[SourceLocation | None] = []
        # A copy that the parser made of an element (to mend crossing tags) stands where the first one does.
        self._first: dict[tuple[int, int] | None, SourceLocation] = {}
        self._sourced = Sourced(text, *self._tags())
        self._said = _texts(self._sourced.marked())

    def run(self) -> None:
        """Make the nodes."""
        opened: Node = self._document
        tag: Tag = self._soup
        strings = NavigableString
        closing: SourceLocation | None = None
        stack: list[_Open] = [(opened, tag, strings, closing)]
        for node, where in zip(self._nodes, self._where, strict=True):
            above = node.parent
            while opened is not above:
                self._leave(tag, closing)
                stack.pop()
                opened, tag, strings, closing = stack[-1]
            if isinstance(node, Text):
                self._text(tag, node.data, strings)
            elif isinstance(node, Element):
                made, bare = self._element(tag, node, where)
                opened, closing = node, where
                tag = made if len(stack) <= MAX_DEPTH else tag
                strings = bare.strings or strings
                stack.append((opened, tag, strings, closing))
            elif isinstance(node, DocumentFragment):
                opened, closing = node, None
                stack.append((opened, tag, strings, closing))
            else:
                self._other(tag, node)

    def _tags(self) -> tuple[list[tuple[int, int]], frozenset[int]]:
        """The spans of all tags, and the places where text begins that cannot hold markup."""
        tags: list[tuple[int, int]] = []
        raw: set[int] = set()
        for node in self._nodes:
            where = node.source_location if isinstance(node, Element) else None
            self._where.append(where)
            if where is None or not isinstance(node, Element):
                continue
            self._first[node.position] = where
            start, end = where.start_tag, where.end_tag
            tags.append((start.start_offset, start.end_offset))
            if end is not None:
                tags.append((end.start_offset, end.end_offset))
            if node.tag in _RAW and node.namespace is _HTML:
                raw.add(start.end_offset)
        return tags, frozenset(raw)

    def _element(self, parent: Tag, node: Element, where: SourceLocation | None) -> tuple[Tag, _Bare]:
        """Make the element, with its attributes.

        What bs4 works out for each is the same for all of one name, except for ``<meta>``.
        """
        name, namespace = node.tag, node.namespace
        bare = self._bare.get(name) if namespace is _HTML else self._foreign.get((name, namespace.name))
        if bare is None or name == "meta":
            tag, bare = self._anew(node)
            state = tag.__dict__
        else:
            tag = Tag.__new__(Tag)
            state = bare.state.copy()
            state["attrs"] = attrs = self._attributes()
            if node.attrs:
                for key, value in _attributes(node):
                    attrs[key] = self._words(value.split()) if key in bare.lists else value
            state["contents"] = []
        place = node.position
        if where is not None:
            self._edge = self._reach = where.start_tag.end_offset
        elif place is not None:
            where = self._first.get(place)
        if place is not None:
            state["sourceline"], state["sourcepos"] = place
        state[WHERE] = where
        append(tag, state, parent, self._previous)
        self._previous = tag
        return tag, bare

    def _anew(self, node: Element) -> tuple[Tag, _Bare]:
        """The element as bs4 makes it; not yet in the tree."""
        name, namespace = node.tag, node.namespace
        uri = _XHTML if namespace is _HTML else _URIS[namespace]
        tag = Tag(self._soup, self._builder, name, uri, None, self._attributes(_attributes(node)))
        lists = frozenset(self._lists.get("*", ())) | frozenset(self._lists.get(name.lower(), ()))
        bare = _Bare(dict(tag.__dict__), lists, self._builder.string_containers.get(name))
        if namespace is _HTML:
            self._bare[name] = bare
        else:
            self._foreign[name, namespace.name] = bare
        return tag, bare

    def _leave(self, tag: Tag, closing: SourceLocation | None) -> None:
        if closing is not None and closing.end_tag is not None:
            self._edge = self._reach = closing.end_tag.end_offset
        elif tag.contents:
            self._edge = -1

    def _text(self, parent: Tag, data: str, strings: type[NavigableString]) -> None:
        segments = self._sourced.segments(data, next(self._said, data), self._edge, self._reach)
        string = str.__new__(strings, data)
        append(string, {PIECES: segments, "hidden": False}, parent, self._previous)
        self._previous = string
        self._edge, self._reach = -1, segments[-1].s1

    def _other(self, parent: Tag, node: Node) -> None:
        if isinstance(node, turbohtml.Comment):
            run = self._sourced.run(next(self._said, ""))
            place = {} if run is None else {SPAN: Span(run.start, run.end)}
            self._append(parent, str.__new__(Comment, node.data), place)
            self._edge = -1 if run is None else run.end
        elif isinstance(node, turbohtml.Doctype):
            doctype = Doctype.for_name_and_ids(node.name, node.public_id, node.system_id)
            self._append(parent, doctype, {})
        elif isinstance(node, turbohtml.ProcessingInstruction):
            data = f"{node.target} {node.data}"
            self._append(parent, str.__new__(ProcessingInstruction, data), {})

    def _append(self, parent: Tag, string: NavigableString, state: dict[str, Any]) -> None:
        state["hidden"] = False
        append(string, state, parent, self._previous)
        self._previous = string


def _attributes(node: Element) -> Iterator[tuple[str, str]]:
    """The attributes as they are written; turbohtml takes some of them apart."""
    for key, value in node.attrs.items():
        yield key, " ".join(value) if isinstance(value, list) else value or ""


def _texts(text: str) -> Iterator[str]:
    """The text and comments of a page, in document order."""
    document = turbohtml.parse(text, positions=False, scripting=True, allow_declarative_shadow_roots=False)
    for node in document.descendants:
        if isinstance(node, (Text, turbohtml.Comment)):
            yield node.data
