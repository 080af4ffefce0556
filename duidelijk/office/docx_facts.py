"""How a Word file is made: languages and sizes of its text, empty paragraphs, what floats, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from duidelijk.model import Origin
from duidelijk.office.docx_styles import BODY, Look, with_paragraph, with_runs
from duidelijk.office.facts import Facts, Merged, Run, Walk, first_text, main_language, main_size
from duidelijk.office.ooxml import VAL, WP, A, W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from duidelijk.office.docx import Docx

_BOX: Final = W + "txbxContent"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHOWN: Final = tuple(
    W + name
    for name in (
        "drawing", "pict", "object", "sym", "fldChar", "fldSimple", "footnoteReference", "sdt",
        "sectPr", "pageBreakBefore", "lastRenderedPageBreak", "framePr", "pBdr", "numPr", "vanish",
    )
)  # fmt: skip
_NEUTRAL: Final = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))
_MOST_BASES: Final = 50
_ORDINARY: Final = 10.0  # points, where nothing says a size


def docx_facts(docx: Docx, origins: Sequence[Origin], text: str) -> Facts:
    """How this file is made; ``origins`` and ``text`` are those of its document."""
    starts: dict[_Element, int] = {}
    sizes = _Sizes(docx)
    runs = []
    for origin in origins:
        paragraph, run = _around(origin.handle)
        if paragraph is None or run is None:
            continue
        starts.setdefault(paragraph, origin.start)
        runs.append(_run(docx, sizes, origin, paragraph, run))
    walk = Walk(starts)
    merged: list[Merged] = []
    if docx.body is not None:
        _walk(docx, docx.body, walk)
        merged += _merged(docx.body, starts)
    return Facts(
        title=docx.title,
        runs=runs,
        gaps=walk.gaps,
        floating=walk.floating,
        merged=merged,
        empty_headings=walk.empty_headings,
        lang=main_language(runs, text),
        size=main_size(runs),
    )


def _around(handle: _Element) -> tuple[_Element | None, _Element | None]:
    """The paragraph and the run in which text stands."""
    run: _Element | None = None
    for one in handle.iterancestors(W + "r", W + "p"):
        if one.tag == W + "p":
            return one, run
        run = one if run is None else run
    return None, run


def _run(docx: Docx, sizes: _Sizes, origin: Origin, paragraph: _Element, run: _Element) -> Run:
    properties = run.find(W + "rPr")
    style = value(paragraph.find(W + "pPr"), W + "pStyle")
    own = value(properties, W + "rStyle")
    look = docx.styles.paragraph(style)
    lang = with_runs(Look(lang=docx.styles.character(own).lang or look.lang), properties).lang
    size = _points(value(properties, W + "sz")) or sizes.of(own) or sizes.of(style) or sizes.default
    line = None if properties is None else properties.find(W + "u")
    is_underlined = line is not None and line.get(VAL) not in {None, "none"}
    return Run(origin.start, origin.end, size, lang or "", is_underlined)


class _Sizes:
    """The sizes of letters that styles say, each worked out once."""

    __slots__ = ("_docx", "_known", "default")

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self._known: dict[str, float] = {}
        part = docx.related(docx.main, "styles")
        root = docx.part(part) if part else None
        said = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        ground = _points(value(said, W + "sz")) or _ORDINARY
        self.default = self.of(docx.styles.default_paragraph) or ground

    def of(self, style: str | None) -> float:
        """The size in points, 0 when neither the style nor what it is based on says any."""
        if not style:
            return 0
        if style not in self._known:
            at: str | None = style
            size = 0.0
            for _ in range(_MOST_BASES):
                element = self._docx.styles.element(at)
                size = 0 if element is None else _points(value(element.find(W + "rPr"), W + "sz"))
                if element is None or size:
                    break
                at = value(element, W + "basedOn")
            self._known[style] = size
        return self._known[style]


def _points(half: str | None) -> float:
    return (number(half) or 0) / 2


def _walk(docx: Docx, body: _Element, walk: Walk) -> None:
    """Follow the paragraphs of the text, those in tables and boxes as well."""
    for one in body.iterchildren("*"):
        if one.tag == W + "p" and one not in walk.starts and not _shows(one):
            walk.empty(is_heading=_is_heading(docx, one))
            continue
        if one not in walk.starts and one.tag not in _NEUTRAL:
            walk.other()
        for anchor in one.iter(WP + "anchor", W + "p"):
            if anchor.tag == W + "p":
                walk.text(anchor)
            elif _is_picture(anchor):
                walk.picture(next(anchor.iterancestors(W + "p"), None))
    walk.end()


def _shows(paragraph: _Element) -> bool:
    """Whether a paragraph without text has something else: a picture, a line, the start of a page."""
    if next(paragraph.iter(*_SHOWN), None) is not None:
        return True
    return any(one.get(W + "type") in {"page", "column"} for one in paragraph.iter(W + "br"))


def _is_heading(docx: Docx, paragraph: _Element) -> bool:
    properties = paragraph.find(W + "pPr")
    look = with_paragraph(docx.styles.paragraph(value(properties, W + "pStyle")), properties)
    return look.outline is not None and look.outline < BODY


def _is_picture(anchor: _Element) -> bool:
    """Whether what floats is a picture with something to say, and no text box."""
    if anchor.find(f".//{A}blip") is None or next(anchor.iter(_BOX), None) is not None:
        return False
    if anchor.get("behindDoc") in {"1", "true"}:
        return False
    mark = next(anchor.iter(_DECORATIVE), None)
    return mark is None or mark.get("val") in {"0", "false"}


def _merged(body: _Element, starts: dict[_Element, int]) -> Iterator[Merged]:
    for table in body.iter(W + "tbl"):
        cells = (cell for row in table.iterchildren(W + "tr") for cell in row.iterchildren(W + "tc"))
        count = sum(map(_is_merged, cells))
        at = first_text(table, (W + "p",), starts) if count else None
        if at is not None:
            yield Merged(at, count)


def _is_merged(cell: _Element) -> bool:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return False
    down = properties.find(W + "vMerge")
    return (number(value(properties, W + "gridSpan")) or 1) > 1 or (
        down is not None and down.get(VAL) == "restart"
    )
