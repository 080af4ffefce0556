"""The walk that computes an accessible name, step by step as the specification (accname 1.2) says."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from duidelijk.html import aria, native_names
from duidelijk.html.exposure import is_hidden, is_only_invisible, separates
from duidelijk.html.nodes import is_tag, is_text
from duidelijk.html.roles import role
from duidelijk.html.tree_index import index, is_inside, labels, referred
from duidelijk.model import Document

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

NameSource: TypeAlias = Literal[
    "", "aria-labelledby", "aria-label", "label", "alt", "title", "value", "default", "placeholder",
    "caption", "legend", "figcaption", "svg-title", "contents", "document-title",
]  # fmt: skip
_LONGEST: Final = 4000
_MOST_STEPS: Final = 100_000
_INVISIBLE: Final = dict.fromkeys(
    (
        0xAD,
        0x34F,
        0x115F,
        0x1160,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x2060, 0x2065),
        0x2800,
        0x3164,
        0xFEFF,
        0xFFA0,
    )
)
_NEVER_TEXT: Final = frozenset({
    "audio", "datalist", "embed", "iframe", "noembed", "noframes", "noscript", "object", "script", "select",
    "style", "template", "textarea", "video",
})  # fmt: skip


class Name(NamedTuple):
    """A name and where it comes from; both empty when there is none."""

    text: str
    source: NameSource


class _Way(NamedTuple):
    """How the walk came here.

    ``referenced``: through ``aria-labelledby`` or ``aria-describedby``. ``native``: through a ``<label>`` and
    the like. ``hidden``: the element where that began is itself hidden; then what is hidden in it counts.
    """

    referenced: bool = False
    native: bool = False
    hidden: bool = False


_Steps: TypeAlias = Generator["_Steps", str, str]
_NONE: Final = Name("", "")
PLAIN: Final = _Way()


def tidy(text: str) -> str:
    """The text on one line; ``""`` when nothing of it shows or can be said."""
    line = " ".join(text.split())
    return line if line.translate(_INVISIBLE).strip() else ""


def run(steps: _Steps) -> str:
    """Do the steps one by one: a page may be nested deeper than Python calls can be."""
    stack = [steps]
    value = ""
    first = True
    while True:
        try:
            stack.append(next(stack[-1]) if first else stack[-1].send(value))
            first = True
        except StopIteration as end:
            stack.pop()
            value, first = str(end.value), False
            if not stack:
                return value


class Walk:
    """The computation of one name. Texts of elements are kept for the next name on the page."""

    __slots__ = ("_active", "_document", "_memo", "_root", "_spent")

    def __init__(self, document: Document, root: Tag) -> None:
        self._document = document
        self._root = root
        self._memo: dict[tuple[int, _Way, bool], str] = document.cache.setdefault("html.names.texts", {})
        self._spent: list[int] = document.cache.setdefault("html.names.spent", [0])
        self._active: set[int] = set()

    def name(self) -> Name:
        root, document = self._root, self._document
        if is_hidden(document, root):
            return _NONE
        found = aria.roles().get(role(document, root))
        naming = found.naming if found is not None else frozenset[str]()
        if "prohibited" in naming:
            return _NONE
        given = self._labelled()
        if given.text:
            return given
        for source, steps in self._native(root, PLAIN):
            text = tidy(steps if isinstance(steps, str) else run(steps))
            if text:
                return Name(text, source)
        if "contents" in naming or root.name == "summary":
            text = tidy(run(self.inside(root, PLAIN)))
            if text:
                return Name(text, "contents")
        for source, value in native_names.last(document, root):
            if text := tidy(value):
                return Name(text, source)
        return _NONE

    def given(self) -> Name:
        """By ``aria-labelledby``, ``aria-label`` or ``title``."""
        found = self._labelled()
        if found.text:
            return found
        text = tidy(str(self._root.attrs.get("title", "")))
        return Name(text, "title") if text else _NONE

    def referred_text(self, attribute: str) -> str:
        """The texts of the elements that the attribute of the root refers to, joined."""
        if attribute not in self._root.attrs:
            return ""
        return tidy(run(self._references(self._root, attribute, PLAIN)))

    def _references(self, tag: Tag, attribute: str, way: _Way) -> _Steps:
        parts: list[str] = []
        length = 0
        for other in referred(self._document, tag, attribute):
            onward = _Way(referenced=True, native=way.native, hidden=is_hidden(self._document, other))
            part = yield self.text(other, onward, direct=True)
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                break
        return " ".join(parts)[:_LONGEST]

    def _labelled(self) -> Name:
        text = self.referred_text("aria-labelledby")
        if text:
            return Name(text, "aria-labelledby")
        text = tidy(str(self._root.attrs.get("aria-label", "")))
        return Name(text, "aria-label") if text else _NONE

    def text(self, tag: Tag, way: _Way, *, direct: bool = False) -> _Steps:
        """The text that the element adds to a name. ``direct``: it is itself what a reference points to."""
        if id(tag) in self._active or (tag is self._root and not direct):
            return ""
        key = (id(tag), way, direct)
        lasting = tag is not self._root and not self._is_around(tag)
        kept = self._memo.get(key) if lasting else None
        if kept is not None:
            return kept
        self._active.add(id(tag))
        found = yield self._fresh_text(tag, way, direct=direct)
        self._active.discard(id(tag))
        if lasting:
            self._memo[key] = found
        return found

    def _is_around(self, tag: Tag) -> bool:
        """Whether the root lies in the element, so that its text depends on the root."""
        if self._spent[0] > _MOST_STEPS:
            return False
        return is_inside(self._document, self._root, tag)

    def _fresh_text(self, tag: Tag, way: _Way, *, direct: bool) -> _Steps:
        document, attrs = self._document, tag.attrs
        if not way.hidden and is_hidden(document, tag):
            return (yield self.inside(tag, way, mute=True)) if is_only_invisible(document, tag) else ""
        if not way.referenced and "aria-labelledby" in attrs:
            text = yield self._references(tag, "aria-labelledby", way)
            if tidy(text):
                return text
        kind = role(document, tag)
        if tag is not self._root:
            value = native_names.chosen_value(document, tag, kind)
            if value is not None and (not direct or tidy(value)):
                return value
        label = str(attrs.get("aria-label", ""))
        if label.strip():
            return label
        return (yield self._own_text(tag, way, kind))

    def _own_text(self, tag: Tag, way: _Way, kind: str) -> _Steps:
        """What HTML, the content or a tooltip says."""
        for _, steps in self._native(tag, way) if kind != "none" else ():
            text = steps if isinstance(steps, str) else (yield steps)
            if tidy(text):
                return text
        text = yield self.inside(tag, way)
        if kind == "none" or tidy(text):
            return text
        return next((value for _, value in native_names.last(self._document, tag) if tidy(value)), text)

    def _native(self, tag: Tag, way: _Way) -> Iterable[tuple[NameSource, str | _Steps]]:
        """What HTML offers as a name before the content of the element counts, best first."""
        document = self._document
        if not way.native:
            labelled = labels(document, tag)
            if labelled:
                yield "label", self._labels(labelled)
        for source, found in native_names.first(document, tag):
            if isinstance(found, str):
                yield source, found
            else:
                onward = way._replace(native=True, hidden=way.hidden or is_hidden(document, found))
                yield source, self.text(found, onward)

    def _labels(self, labelled: Iterable[Tag]) -> _Steps:
        parts = []
        length = 0
        for label in labelled:
            part = yield self.text(label, _Way(native=True, hidden=is_hidden(self._document, label)))
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                break
        return " ".join(parts)

    def inside(self, tag: Tag, way: _Way, *, mute: bool = False) -> _Steps:
        """The text of what is in the element, with a space where its parts do not stand on one line.

        ``mute``: without its own text, as only elements in it can be seen.
        """
        document = self._document
        if tag.name in _NEVER_TEXT:
            return ""
        parts: list[str] = []
        length = 0
        mute = mute or (tag.name == "details" and "open" not in tag.attrs and not way.hidden)
        for child in self._children(tag):
            self._spent[0] += 1
            if not is_tag(child):
                part = "" if mute else _string(child)
            elif child.name == "br":
                part = " "
            else:
                part = yield self.text(child, way)
                if separates(document, child):
                    part = f" {part} "
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                break
        return "".join(parts)[:_LONGEST]

    def _children(self, tag: Tag) -> Iterable[PageElement]:
        """The nodes in the element as assistive technology meets them: ``aria-owns`` moves some."""
        owned_by = index(self._document).owned_by
        if not owned_by:
            yield from tag.contents
            return
        for child in tag.contents:
            if owned_by.get(id(child), tag) is tag:
                yield child
        if "aria-owns" in tag.attrs:
            for other in referred(self._document, tag, "aria-owns"):
                if owned_by.get(id(other)) is tag and other.parent is not tag:
                    yield other


def _string(node: PageElement) -> str:
    """The characters of a text node; none of a comment."""
    return str(node) if is_text(node) else ""
