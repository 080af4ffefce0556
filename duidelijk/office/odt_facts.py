"""How an OpenDocument text is made: languages and sizes of its text, empty paragraphs, what floats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.model import Origin
from duidelijk.office.facts import Facts, Merged, Run, Walk, first_text, main_language, main_size
from duidelijk.office.odf import DRAW, STYLE, TABLE, TEXT, count

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.odt import Odt
    from duidelijk.office.odt_styles import Look, Styles

_PARAGRAPHS: Final = (TEXT + "p", TEXT + "h")
_BOX: Final = DRAW + "text-box"
_FRAME: Final = DRAW + "frame"
_NEUTRAL: Final = frozenset(TEXT + name for name in ("sequence-decls", "tracked-changes", "soft-page-break"))
_LINE: Final = STYLE + "text-underline-style"


def odt_facts(odt: Odt, origins: Sequence[Origin], text: str) -> Facts:
    """How this file is made; ``origins`` and ``text`` are those of its document."""
    starts: dict[_Element, int] = {}
    looks = _Looks(odt)
    runs = []
    for origin in origins:
        element, side = origin.handle[:2]
        inside = element if side == "text" else element.getparent()
        run, paragraph = looks.run(inside, origin)
        if paragraph is not None:
            starts.setdefault(paragraph, origin.start)
            runs.append(run)
    walk = Walk(starts)
    _walk(odt, walk)
    return Facts(
        title=odt.title,
        runs=runs,
        gaps=walk.gaps,
        floating=walk.floating,
        merged=list(_merged(odt.body, starts)),
        empty_headings=walk.empty_headings,
        lang=main_language(runs, text),
        size=main_size(runs),
    )


class _Looks:
    """What holds for text in an element, worked out once for each."""

    __slots__ = ("_known", "_odt")

    def __init__(self, odt: Odt) -> None:
        self._odt = odt
        self._known: dict[_Element, tuple[Look, bool, _Element] | None] = {}

    def run(self, element: _Element | None, origin: Origin) -> tuple[Run, _Element | None]:
        """What the file says of a stretch of text in an element, and the paragraph around it."""
        found = self._look(element)
        if found is None:
            return Run(origin.start, origin.end, 0, "", is_underlined=False), None
        look, is_underlined, paragraph = found
        return Run(origin.start, origin.end, look.size, look.lang or "", is_underlined), paragraph

    def _look(self, element: _Element | None) -> tuple[Look, bool, _Element] | None:
        path: list[_Element] = []
        while element is not None and element not in self._known and element.tag not in _PARAGRAPHS:
            path.append(element)
            element = element.getparent()
        if element is None:
            return None
        if element not in self._known:
            style = element.get(TEXT + "style-name")
            styles = self._styles(element)
            line = styles.said("paragraph", style, _LINE)
            self._known[element] = styles.paragraph(style), line not in {None, "none"}, element
        found = self._known[element]
        for one in reversed(path):
            if found is not None and one.tag == TEXT + "span":
                look, is_underlined, paragraph = found
                style = one.get(TEXT + "style-name")
                styles = self._styles(paragraph)
                line = styles.said("text", style, _LINE)
                found = styles.text(look, style), is_underlined if line is None else line != "none", paragraph
            self._known[one] = found
        return found

    def _styles(self, element: _Element) -> Styles:
        """The styles of the part in which an element stands."""
        body = self._odt.body
        is_text = element is body or any(one is body for one in element.iterancestors(body.tag))
        return self._odt.styles if is_text else self._odt.paper_styles


def _walk(odt: Odt, walk: Walk) -> None:
    """Follow the paragraphs of the text, those in tables and boxes as well."""
    for one in odt.body.iterchildren("*"):
        if one.tag in _NEUTRAL:
            continue
        if one.tag in _PARAGRAPHS and one not in walk.starts and not len(one):
            walk.empty(is_heading=one.tag == TEXT + "h")
            continue
        if one.tag not in _PARAGRAPHS:
            walk.other()
        for found in one.iter(_FRAME, *_PARAGRAPHS):
            if found.tag != _FRAME:
                walk.text(found)
            elif _floats(odt, found):
                walk.picture(next(found.iterancestors(*_PARAGRAPHS), None))
    walk.end()


def _floats(odt: Odt, frame: _Element) -> bool:
    """Whether a frame is a picture beside the text with something to say."""
    if frame.find(DRAW + "image") is None or frame.find(_BOX) is not None:
        return False
    if frame.get(TEXT + "anchor-type") in {None, "as-char"}:
        return False
    if any(str(name).endswith("}decorative") and said == "true" for name, said in frame.items()):
        return False
    through = odt.styles.said("graphic", frame.get(DRAW + "style-name"), STYLE + "run-through")
    return through != "background"


def _merged(body: _Element, starts: dict[_Element, int]) -> Iterator[Merged]:
    for table in body.iter(TABLE + "table"):
        cells = (
            cell
            for row in table.iterchildren(TABLE + "table-row", TABLE + "table-header-rows")
            for cell in row.iter(TABLE + "table-cell")
        )
        merged = sum(
            count(cell.get(TABLE + "number-columns-spanned")) > 1
            or count(cell.get(TABLE + "number-rows-spanned")) > 1
            for cell in cells
        )
        at = first_text(table, _PARAGRAPHS, starts) if merged else None
        if at is not None:
            yield Merged(at, merged)
