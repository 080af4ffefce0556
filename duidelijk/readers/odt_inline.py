"""The text of one paragraph of an OpenDocument text, as it is shown: changes accepted, fields filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from duidelijk.office.odf import OFFICE, TEXT, XLINK, count, is_shape
from duidelijk.readers.extracted import Mark, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.odt_styles import Look, Styles

Side = Literal["text", "tail", "element"]

SPAN: Final = TEXT + "span"
_DROPPED: Final = frozenset(
    {OFFICE + name for name in ("annotation", "annotation-end", "event-listeners")}
    | {TEXT + name for name in ("script", "ruby-text", "note-citation", "tracked-changes")}
)
_MOST_SPACES: Final = 200
_WHITE: Final = re.compile(r"[ \t\r\n]+")
_AS_SPACE: Final = dict.fromkeys(map(ord, "\t\r\n"), " ")
_STRONG: Final = Mark("strong")
_EMPHASIS: Final = Mark("emphasis")


@dataclass(slots=True)
class Line:
    """What one paragraph holds. ``letters`` counts the letters of each language, ``plain`` those not bold.

    ``drawings`` are the elements that show something, ``notes`` those of the notes.
    """

    pieces: list[Piece] = field(default_factory=list)
    drawings: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    letters: Counter[str] = field(default_factory=Counter)
    plain: int = 0
    is_hidden: bool = False
    spaced: bool = True  # the next space is one too many


class Inline:
    """Reads paragraphs. ``Piece.origin`` is an element and which text of it that is.

    The side is ``element`` for a space, a tab or a break: there the element itself is what is shown.
    """

    __slots__ = ("_keys", "_styles")

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._keys = 0

    def read(self, paragraph: _Element, look: Look) -> Line:
        """What a paragraph shows."""
        line = Line()
        self._inside(paragraph, look, (), line)
        return line

    def _inside(self, parent: _Element, look: Look, links: tuple[Mark, ...], line: Line) -> None:
        _put(line, parent.text, (parent, "text"), look, links)
        for one in parent:
            tag = one.tag
            if tag == SPAN:
                self._inside(one, self._styles.text(look, one.get(TEXT + "style-name")), links, line)
            elif not isinstance(tag, str) or tag in _DROPPED:
                pass
            elif tag == TEXT + "a":
                self._inside(one, look, self._link(one), line)
            elif tag == TEXT + "note" or is_shape(one):
                if not look.hidden:
                    (line.drawings if is_shape(one) else line.notes).append(one)
            elif not self._sign(one, look, links, line) and not _is_hidden(one, line):
                self._inside(one, look, links, line)
            _put(line, one.tail, (one, "tail"), look, links)

    def _sign(self, one: _Element, look: Look, links: tuple[Mark, ...], line: Line) -> bool:
        """Add what is written with an element of its own; whether this is such an element."""
        match one.tag.removeprefix(TEXT):
            case "s":
                text = " " * count(one.get(TEXT + "c"), most=_MOST_SPACES)
            case "tab":
                text = "\t"
            case "line-break":
                text = "\n"
            case _:
                return False
        if text and not look.hidden:
            line.pieces.append(Piece(text, (one, "element"), 0, _marks(look, links)))
            line.spaced = False
        return True

    def _link(self, element: _Element) -> tuple[Mark, ...]:
        self._keys += 1
        return (Mark("link", (("href", element.get(XLINK + "href") or ""),), self._keys),)


def _put(
    line: Line, text: str | None, origin: tuple[_Element, Side], look: Look, links: tuple[Mark, ...]
) -> None:
    if not text or look.hidden:
        return
    marks = _marks(look, links)
    for at, shown in _shown(text, line):
        line.pieces.append(Piece(shown, origin, at, marks))
        letters = sum(map(str.isalpha, shown))
        if look.lang:
            line.letters[look.lang] += letters
        if not look.bold:
            line.plain += letters


def _shown(text: str, line: Line) -> Iterator[tuple[int, str]]:
    """The stretches of a text without what white space it has too many, and where each begins."""
    start = 0
    for match in _WHITE.finditer(text):
        kept = 0 if line.spaced and match.start() == 0 else 1
        if match.end() - match.start() == kept:
            continue
        if match.start() + kept > start:
            yield start, text[start : match.start() + kept].translate(_AS_SPACE)
        start = match.end()
    if start < len(text):
        yield start, text[start:].translate(_AS_SPACE)
    line.spaced = text[-1] in " \t\r\n"


def _marks(look: Look, links: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if look.outline or look.role == "title" or not (look.bold or look.italic):
        return links
    return (*links, *((_STRONG,) if look.bold else ()), *((_EMPHASIS,) if look.italic else ()))


def _is_hidden(one: _Element, line: Line) -> bool:
    """Whether a field is there and not shown; one kind of field hides the paragraph that it is in."""
    is_hidden = one.get(TEXT + "is-hidden") == "true"
    line.is_hidden |= is_hidden and one.tag == TEXT + "hidden-paragraph"
    return is_hidden or one.get(TEXT + "display") == "none"
