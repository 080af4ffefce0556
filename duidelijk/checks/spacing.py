"""Spacing that a ``style`` attribute nails down, so that readers cannot give the text more room.

WCAG 1.4.12 names the room that readers must be able to have. A style sheet of the reader wins from the page,
but not from ``!important`` in a ``style`` attribute.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk import html
from duidelijk.checks.attributes import carrying
from duidelijk.html.css import Declaration, Style, style
from duidelijk.html.css.values import VIEWPORT, number
from duidelijk.html.exposure import is_visible
from duidelijk.html.tree_index import index
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag


class _Measure(NamedTuple):
    """How many times the size of the letters a property must be at least, and what the reader calls it."""

    least: float
    called: str


_MEASURES: Final = {
    "letter-spacing": _Measure(0.12, "de ruimte tussen letters"),
    "word-spacing": _Measure(0.16, "de ruimte tussen woorden"),
    "line-height": _Measure(1.5, "de hoogte van de regels"),
}
_PASSING_ON: Final = frozenset({"inherit", "unset", "revert", "revert-layer"})
_RELATIVE: Final = ("em", "ex", "ch", "%")
_HTML: Final = "http://www.w3.org/1999/xhtml"
# A letter is seldom narrower than this part of its height: text that is longer for sure does not fit.
_NARROW: Final = 0.4
_LENGTHS: Final = "checks.spacing.lengths"
_BOXES: Final = "checks.spacing.boxes"
_WIDTHS: Final = "checks.spacing.widths"
_ROUNDING: Final = 1e-6


def fixed_spacing(document: Document) -> Iterator[Hit]:
    """Elements whose ``style`` keeps letters, words or lines closer together than readers may need."""
    if not any("important" in str(tag["style"]).lower() for tag in carrying(document, "style")):
        return
    for name, measure in _MEASURES.items():
        reported: set[int] = set()
        for text, source in _held(document, name):
            if id(source) in reported or not _is_tight(document, text, name, measure.least):
                continue
            reported.add(id(source))
            sure = _is_sure(style(document, text), style(document, source), name)
            yield Hit(
                None,
                html.place(source),
                {"wat": measure.called, "eigenschap": name},
                outcome="failed" if sure else "cantTell",
            )


def _held(document: Document, name: str) -> Iterator[tuple[Tag, Tag]]:
    """Elements with text of their own, each with the one whose ``style`` attribute decides its spacing."""
    deciding: dict[int, Tag | None] = {}
    for tag in index(document).tags:
        declared = style(document, tag).declaration(name)
        above = None if tag.parent is None else deciding.get(id(tag.parent))
        if declared is not None and declared.value not in _PASSING_ON:
            above = tag if _is_nailed(declared) and tag.namespace in {None, _HTML} else None
        deciding[id(tag)] = above
        if above is not None and _own_text(tag) and is_visible(document, tag):
            yield tag, above


def _is_nailed(declared: Declaration) -> bool:
    return declared.important and declared.origin == "inline" and "var(" not in declared.value


def _own_text(tag: Tag) -> str:
    from bs4.element import NavigableString, PreformattedString

    return " ".join(
        child.strip()
        for child in tag.contents
        if isinstance(child, NavigableString) and not isinstance(child, PreformattedString)
    ).strip()


def _is_tight(document: Document, tag: Tag, name: str, least: float) -> bool:
    """Whether the text of the element gets less room than ``least``. Sometimes room makes no difference."""
    own = style(document, tag)
    text = _own_text(tag)
    if name == "letter-spacing" and len(text) < 2:
        return False
    if name == "word-spacing" and not (" " in text or len(text.split()) > 1):
        return False
    room = own.px(name)
    if room is None and own.get(name) == "normal":
        room = 0.0
    tight = room is not None and room + _ROUNDING < least * own.font_px
    return tight and (name != "line-height" or _wraps(document, tag))


def _is_sure(own: Style, source: Style, name: str) -> bool:
    """Whether no style sheet that is not at hand can change the outcome."""
    if not own.is_sure(name):
        return False
    value = source.get(name)
    if own is source and (value.endswith(_RELATIVE) or value == "normal" or number(value) is not None):
        return True
    return own.is_sure("font-size") and source.is_sure("font-size")


def _wraps(document: Document, tag: Tag) -> bool:
    """Whether the text is for sure longer than a line, so that the height of lines matters."""
    own = style(document, tag)
    if own.get("white-space") in {"nowrap", "pre"}:
        return False
    box = _box(document, tag)
    return _longest_line(document, box) * own.font_px * _NARROW > _width(document, box)


def _box(document: Document, tag: Tag) -> Tag:
    """The element in which the lines of the text are made."""
    known: dict[int, Tag] = document.cache.setdefault(_BOXES, {})
    path = [tag]
    while (last := path[-1]).parent is not None and id(last) not in known:
        if style(document, last).display != "inline":
            break
        path.append(last.parent)
    box = known.get(id(path[-1]), path[-1])
    for step in path:
        known[id(step)] = box
    return box


def _width(document: Document, tag: Tag) -> float:
    """How wide the element can get at most, as far as it or one around it says."""
    known: dict[int, float] = document.cache.setdefault(_WIDTHS, {})
    path = []
    around: Tag | None = tag
    while around is not None and id(around) not in known:
        path.append(around)
        around = around.parent
    width = VIEWPORT[0] if around is None else known[id(around)]
    for step in reversed(path):
        own, most = (style(document, step).px(side) for side in ("width", "max-width"))
        width = own or width
        width = known[id(step)] = min(width, most) if most else width
    return width


def _longest_line(document: Document, box: Tag) -> int:
    """The number of characters in the longest stretch of text of a block without a ``<br>``."""
    from bs4.element import NavigableString, Tag

    known: dict[int, int] = document.cache.setdefault(_LENGTHS, {})
    if id(box) not in known:
        longest = length = 0
        for child in box.contents:
            if isinstance(child, NavigableString):
                length += len(" ".join(child.split()))
            elif isinstance(child, Tag) and style(document, child).display == "inline" and child.name != "br":
                length += len(" ".join(child.get_text().split()))
            else:
                length = 0
            longest = max(longest, length)
        known[id(box)] = longest
    return known[id(box)]
