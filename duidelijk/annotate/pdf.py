"""Writes findings as notes into a copy of a PDF: a highlight over the words, that opens to what is found.

Pages, tags, metadata and the notes that are there stay as they are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from duidelijk.annotate.note import AUTHOR, note
from duidelijk.annotate.pdf_places import Box, Places, Spot, View, around, view, visible
from duidelijk.annotate.pdf_tags import Tags
from duidelijk.errors import ReadError
from duidelijk.model import Finding, Level
from duidelijk.readers.pdf import read

if TYPE_CHECKING:
    import pikepdf

    from duidelijk.pdf.file import Pdf
    from duidelijk.pdf.structure import Element

_COLORS: Final[Mapping[Level, tuple[float, float, float]]] = {
    "error": (1.0, 0.78, 0.74),
    "warning": (1.0, 0.92, 0.5),
    "suggestion": (0.8, 0.92, 1.0),
}
"""Light enough for dark text to stay readable, also where several lie over each other: the darkest of them
shows in each of red, green and blue, and dark text is darker.
"""

_LONG: Final = 60  # characters; more is a sentence, in which words of their own must stand out
_PRINTED: Final = 4  # the flag of a note that comes along on paper
_ICON: Final = 18.0  # points, the side of a note without words
_MARGIN: Final = 6.0
_POPUP: Final = (180.0, 90.0)  # points, width and height
_SIGN: Final = b"0.3 w 0.2 G 1 1 17 16 re 1 1 m B 4 5 m 15 5 l 4 9 m 15 9 l 4 13 m 11 13 l S"
_TURNS: Final = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


class _Note(NamedTuple):
    """One annotation to be: ``at`` is the first place of the finding in the text, ``length`` of how much."""

    spot: Spot
    says: str
    level: Level
    at: int
    length: int
    holder: Element | None


def annotate_pdf(
    data: bytes, name: str, findings: Sequence[Finding], *, date: datetime | None = None
) -> bytes:
    """A copy of a PDF with a note for each finding, over its words.

    Findings are those of this very file. What is not at any words is at the top of its page; a finding that
    runs on over pages has a note on each. In a tagged file the notes have tags too. A signature in the file
    is not valid for the copy. ``date`` is when the notes were made; by default now.

    Raises:
        ReadError: when the file cannot be read, or is protected.
    """
    import pikepdf

    document = read(data, name)
    pdf: Pdf = document.raw
    with pdf:
        if pdf.tree.is_encrypted:
            raise ReadError(
                "Deze pdf is beveiligd; duidelijk maakt er geen kopie met opmerkingen van.",
                file=name,
                hint="Sla de pdf op zonder beveiliging, en controleer dat bestand.",
            )
        places, tags = Places(document), Tags(pdf)
        notes = [one for finding in findings for one in _notes(finding, places, tags)]
        pdf.release()
        try:
            _write(pdf, notes, tags, date or datetime.now(tz=UTC).astimezone())
            stream = io.BytesIO()
            pdf.tree.save(
                stream,
                fix_metadata_version=False,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                deterministic_id=True,
            )
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as problem:
            raise ReadError(
                "Van deze pdf lukt het niet om een kopie met opmerkingen te maken.",
                file=name,
                hint="Maak de pdf opnieuw in het programma waarin de tekst staat, en controleer dat bestand.",
            ) from problem
    return stream.getvalue()


def _notes(finding: Finding, places: Places, tags: Tags) -> Iterator[_Note]:
    for spot in places.spots(finding.span):
        has_place = spot.first is None and finding.span.end > 0
        says = "\n".join(note(finding, (finding.anchor or "") if has_place else ""))
        length = finding.span.end - finding.span.start
        yield _Note(spot, says, finding.level, finding.span.start, length, tags.holder(spot))


def _write(pdf: Pdf, notes: Sequence[_Note], tags: Tags, date: datetime) -> None:
    """Put notes on their pages. The longest come first, so that those within them lie on top."""
    import pikepdf

    pages: dict[int, list[_Note]] = {}
    for one in sorted(notes, key=lambda one: (one.at, -one.length)):
        pages.setdefault(one.spot.page, []).append(one)
    look = pdf.tree.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Darken))
    number = 0
    for index, found in pages.items():
        page = pdf.tree.pages[index]
        shown = view(page)
        known = page.obj.get("/Annots")
        annotations = list(known) if isinstance(known, pikepdf.Array) else []
        used = {str(one.get("/NM")) for one in annotations if isinstance(one, pikepdf.Dictionary)}
        loose = 0
        for one in found:
            number += 1
            while f"{AUTHOR}-{number}" in used:
                number += 1
            made = _highlight(pdf, one, shown, look)
            if made is None:
                made = _loose(pdf, one, shown, loose)
                loose += 1
            _sign(made, one, page.obj, f"{AUTHOR}-{number}", date)
            made = pdf.tree.make_indirect(made)
            annotations += [made, _popup(pdf, made, page.obj, shown)]
            if one.holder is not None:
                tags.add(made, page.obj, one.holder)
        page.obj.Annots = pikepdf.Array(annotations)
        if any(one.holder is not None for one in found) and "/Tabs" not in page.obj:
            page.obj.Tabs = pikepdf.Name.S


def _sign(made: pikepdf.Dictionary, one: _Note, page: pikepdf.Object, label: str, date: datetime) -> None:
    """Say of an annotation what every note says."""
    from pikepdf import Array, Name, String

    made.Type = Name.Annot
    made.P = page
    made.T = String(AUTHOR)
    made.NM = String(label)
    made.Contents = String(one.says)
    made.M = made.CreationDate = String(_stamp(date))
    made.F = _PRINTED
    made.C = Array(_COLORS[one.level])


def _highlight(pdf: Pdf, one: _Note, shown: View, look: pikepdf.Object) -> pikepdf.Dictionary | None:
    """A highlight over the words; None when none of them can be seen."""
    from pikepdf import Dictionary, Name

    stretches = list(visible(one.spot.stretches, shown.box))
    if not stretches:
        return None
    box = around([stretch.box for stretch in stretches])
    red, green, blue = (_paler(part) if one.length > _LONG else part for part in _COLORS[one.level])
    drawn = [f"/Over gs {red:g} {green:g} {blue:g} rg"]
    for left, bottom, right, top in (stretch.box for stretch in stretches):
        drawn.append(f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re")
    form = pdf.tree.make_stream(
        "\n".join([*drawn, "f"]).encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=_numbers(box),
        Resources=Dictionary(ExtGState=Dictionary(Over=look)),
        Group=Dictionary(Type=Name.Group, S=Name.Transparency),
    )
    corners = [corner for stretch in stretches for corner in stretch.corners]
    return Dictionary(
        Subtype=Name.Highlight, Rect=_numbers(box), QuadPoints=_numbers(corners), AP=Dictionary(N=form)
    )


def _paler(part: float) -> float:
    return (1 + part) / 2


def _loose(pdf: Pdf, one: _Note, shown: View, number: int) -> pikepdf.Dictionary:
    """A note at the top of the page, beside the ``number`` that are there already."""
    from pikepdf import Array, Dictionary, Name

    red, green, blue = _COLORS[one.level]
    form = pdf.tree.make_stream(
        f"{red:g} {green:g} {blue:g} rg ".encode("ascii") + _SIGN,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, int(_ICON), int(_ICON)]),
        Matrix=Array([*_TURNS[shown.rotation], 0, 0]),
        Resources=Dictionary(),
    )
    return Dictionary(
        Subtype=Name.Text,
        Name=Name.Comment,
        Rect=_numbers(_at_top(shown, number)),
        AP=Dictionary(N=form),
        Open=False,
    )


def _at_top(shown: View, number: int) -> Box:
    """The box of note ``number`` (from 0) in the row at the top of the page as a reader sees it."""
    left, bottom, right, top = shown.box
    side, margin = _ICON / shown.unit, _MARGIN / shown.unit
    step = side + margin
    room = (right - left if shown.rotation % 180 == 0 else top - bottom) - margin
    row, column = divmod(number, max(1, int(room // step)))
    over, down = margin + column * step, margin + row * step
    x, y = {
        0: (left + over, top - down - side),
        90: (left + down, bottom + over),
        180: (right - over - side, bottom + down),
        270: (right - down - side, top - over - side),
    }[shown.rotation]
    return x, y, x + side, y + side


def _popup(pdf: Pdf, made: pikepdf.Object, page: pikepdf.Object, shown: View) -> pikepdf.Object:
    """The window of a note, closed, at the right side of the page."""
    from pikepdf import Dictionary, Name

    right, top = shown.box[2], float(made.Rect[3])
    width, height = (side / shown.unit for side in _POPUP)
    popup = pdf.tree.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Popup,
            Parent=made,
            P=page,
            Rect=_numbers((right, top - height, right + width, top)),
            Open=False,
        )
    )
    made.Popup = popup
    return popup


def _numbers(values: Sequence[float]) -> pikepdf.Array:
    from pikepdf import Array

    return Array([round(value, 3) for value in values])


def _stamp(date: datetime) -> str:
    """A moment as a PDF writes it: ``D:20260131095900+01'00'``."""
    zone = date.strftime("%z")
    return date.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
