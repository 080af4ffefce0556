"""The piece of a source line around a place, and where to underline it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duidelijk.report.width import head, tail, visible, width

if TYPE_CHECKING:
    from duidelijk.model import Span

_CUT = "…"


class Excerpt(NamedTuple):
    """``line`` as shown, with ``length`` columns underlined from column ``start`` (from 0)."""

    line: str
    start: int
    length: int


def excerpt(text: str, line: Span, place: Span, room: int) -> Excerpt | None:
    """The line of ``text`` where ``place`` starts, in at most ``room`` columns, cut around the place with …

    Only as much of the line is read as can be shown, so a line may be of any length. A place over several
    lines is underlined to the end of its first line; an empty place gets one mark. None for a blank line.
    """
    start = min(max(place.start, line.start), line.end)
    end = min(max(place.end, start), line.end)
    # Four times the room, because invisible characters take no columns.
    reach = 4 * room
    left = visible(text[max(line.start, start - reach) : start])
    found = visible(text[start : min(end, start + reach)])
    right = visible(text[end : min(line.end, end + reach)])
    more_left = start - reach > line.start
    more_right = end + reach < line.end
    if not more_left:
        left = left.lstrip()
    if not more_right:
        right = right.rstrip()
        found = found if right else found.rstrip() or found
    if not (left or found or right).strip():
        return None
    if width(left) + width(found) + width(right) > room or more_left or more_right:
        left, found, right = _cut(left, found, right, room)
    return Excerpt(left + found + right, width(left), max(1, width(found.removesuffix(_CUT))))


def _cut(left: str, found: str, right: str, room: int) -> tuple[str, str, str]:
    spare = room - 2  # an ellipsis at either side
    before = min(width(left), spare // 4)
    if width(found) > spare - before:
        kept = head(found, spare - before)
        return _cut_left(left, before), kept + _CUT, ""
    spare -= width(found)
    left = _cut_left(left, max(spare // 2, spare - width(right)))
    kept = head(right, spare - width(left.removeprefix(_CUT)))
    return left, found, kept if kept == right else kept + _CUT


def _cut_left(left: str, room: int) -> str:
    kept = tail(left, room)
    return kept if kept == left else _CUT + kept
