"""From stretches of lines to the paragraph that they make."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from duidelijk.model import BlockKind
from duidelijk.pdf.lines import Line, around
from duidelijk.pdf.links import Link
from duidelijk.readers.extracted import Mark, Paragraph, Piece
from duidelijk.readers.line_ends import unbroken

_KEEPS_HYPHEN: Final = re.compile(
    r"(?:(?<![^\W\d_])[^\W\d_]-(\n)(?=[^\W\d_])|[^\W_]-(\n)(?=[A-Z\d]))"  # e-\nmail, Noord-\nHolland
)
_NOTED: Final = re.compile(r"(?:[^\W\d_]{3}|[.,;:?!)\]\"”’'])$")


class Fragment(NamedTuple):
    """Characters ``start:end`` of a line.

    ``hidden`` is a hyphen of which the file says that it is none, ``spoken`` what the file says instead.
    """

    line: Line
    start: int
    end: int
    hidden: bool = False
    spoken: str = ""

    @property
    def text(self) -> str:
        """The characters."""
        return self.spoken or self.line.text[self.start : self.end]


def whole(line: Line) -> Fragment:
    """A line from begin to end."""
    return Fragment(line, 0, len(line.text))


def without_notes(fragment: Fragment) -> list[Fragment]:
    """The fragment, with the marks of notes (a raised figure behind a word or a full stop) hidden."""
    line = fragment.line
    if not any(run.raised for run in line.runs):
        return [fragment]
    ends = [*(run.start for run in line.runs[1:]), len(line.text)]
    out: list[Fragment] = []
    at = fragment.start
    for run, end in zip(line.runs, ends, strict=True):
        start = max(run.start, fragment.start)
        mark = line.text[start : min(end, fragment.end)].rstrip()
        if run.raised and mark.isdigit() and _NOTED.search(line.text, 0, start):
            stop = start + len(mark)
            out += [
                fragment._replace(start=at, end=start),
                fragment._replace(start=start, end=stop, hidden=True),
            ]
            at = stop
    if at < fragment.end:
        out.append(fragment._replace(start=at))
    return out


def note_mark(line: Line) -> str:
    """The raised figure that the text of a note begins with."""
    end = line.runs[1].start if len(line.runs) > 1 else 0
    mark = line.text[:end].strip()
    return mark if line.runs[0].raised and mark.isdigit() else ""


def anchor_of(line: Line) -> str:
    """How a reader finds a line."""
    return f"pagina {line.page + 1}, regel {line.number}"


def paragraph(
    kind: BlockKind,
    fragments: Sequence[Fragment],
    links: Mapping[int, Sequence[Link]],
    *,
    joint: str = "\n",
    level: int = 0,
    marker: str = "",
) -> Paragraph:
    """One block of text. Lines are parted by ``joint``; a word that is broken at the end of one is whole.

    ``links`` are those of each page.
    """
    fragments = [part for fragment in fragments for part in without_notes(fragment)]
    starts: list[int] = []
    text = ""
    before: Fragment | None = None
    for fragment in fragments:
        if before is not None and not _touches(before, fragment):
            text += joint
        starts.append(len(text))
        text += fragment.text
        before = fragment
    pieces = list(_pieces(text, starts, fragments, _cuts(text), links))
    first = fragments[0].line
    box = around(
        tuple(fragment.line.boxes[4 * at : 4 * at + 4])
        for fragment in fragments
        if fragment.line.page == first.page
        for at in range(fragment.start, fragment.end)
    )
    attrs = {"page": str(first.page + 1), "box": " ".join(f"{side:.1f}" for side in box)}
    return Paragraph(kind, pieces, anchor_of(first), level=level, marker=marker, attrs=attrs)


def _touches(before: Fragment, after: Fragment) -> bool:
    """Whether two stretches follow each other on one line without a space between them."""
    if before.hidden and before.end == len(before.line.text):
        return before.text.endswith(("-", "\u00ad"))
    return before.line is after.line and before.end == after.start


def _cuts(text: str) -> list[tuple[int, int]]:
    """The stretches of the text that stay when broken words are whole, in order."""
    if "-\n" not in text:
        return [(0, len(text))]
    kept = []
    for start, end in unbroken(text, 0, len(text)):
        at = start
        for match in _KEEPS_HYPHEN.finditer(text, start, end):
            kept.append((at, match.end() - 1))
            at = match.end()
        kept.append((at, end))
    return kept


def _pieces(
    text: str,
    starts: Sequence[int],
    fragments: Sequence[Fragment],
    kept: Sequence[tuple[int, int]],
    links: Mapping[int, Sequence[Link]],
) -> list[Piece]:
    pieces: list[Piece] = []
    at = stretch = 0

    def put(upto: int, fragment: Fragment | None, offset: int, marks: tuple[Mark, ...]) -> None:
        """Write the text up to ``upto``, apart what stays and what does not."""
        nonlocal at, stretch
        while at < upto:
            while stretch < len(kept) and kept[stretch][1] <= at:
                stretch += 1
            start, end = kept[stretch] if stretch < len(kept) else (len(text), len(text))
            is_kept = start <= at
            stop = min(upto, end if is_kept else start)
            hidden = not is_kept or (fragment is not None and fragment.hidden)
            origin = anchor = None
            if fragment is not None:
                anchor = anchor_of(fragment.line)
            if fragment is not None and not fragment.spoken:
                origin = fragment.line.fragment(at - offset, stop - offset)
            pieces.append(Piece(text[at:stop], origin, 0, marks, anchor or "", hidden))
            at = stop

    for begin, fragment in zip(starts, fragments, strict=True):
        put(begin, None, 0, ())
        if fragment.spoken:
            put(begin + len(fragment.spoken), fragment, 0, ())
            continue
        offset = begin - fragment.start
        for start, end, marks in _marked(fragment, links.get(fragment.line.page, ())):
            if end > start:
                put(end + offset, fragment, offset, marks)
    return pieces


def _marked(fragment: Fragment, links: Sequence[Link]) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """The stretches of a fragment that have one link, or none."""
    line, start, end = fragment.line, fragment.start, fragment.end
    left, bottom, right, top = line.box if links else (0.0, 0.0, 0.0, 0.0)
    near = [
        (number, link, box)
        for number, link in enumerate(links)
        for box in link.boxes
        if box[0] < right and left < box[2] and box[1] < top and bottom < box[3]
    ]
    if not near:
        return [(start, end, ())]
    found: list[tuple[int, int, tuple[Mark, ...]]] = []
    for at in range(start, end):
        char_left, low, char_right, high = line.boxes[4 * at : 4 * at + 4]
        x, y = (char_left + char_right) / 2, (low + high) / 2
        inside = next(
            ((number, link) for number, link, box in near if box[0] <= x <= box[2] and box[1] <= y <= box[3]),
            None,
        )
        marks: tuple[Mark, ...] = ()
        if inside is not None:
            marks = (Mark("link", (("href", inside[1].uri),), inside[0] + 1),)
        elif found and line.text[at] == " " and char_left == char_right:
            marks = found[-1][2]
        if found and found[-1][2] == marks:
            found[-1] = (found[-1][0], at + 1, marks)
        else:
            found.append((at, at + 1, marks))
    return found
