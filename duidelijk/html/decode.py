"""Lines up decoded text with the source it was written as, reference by reference."""

from __future__ import annotations

from duidelijk.model import Segment


def align(source: str, start: int, end: int, data: str, at: int) -> list[Segment] | None:
    """Segments for ``data`` from offset ``at`` on, which is written as ``source[start:end]``.

    Each character reference is one atomic segment. None when ``data`` does not say what the source says;
    ``data`` may go on after it.
    """
    if source.find("&", start, end) < 0:
        stop = at + end - start
        if data[at:stop] != source[start:end]:
            return None
        return [Segment(at, stop, start, end, literal=True)] if stop > at else []
    from turbohtml import TokenType, tokenize

    segments: list[Segment] = []
    # Whatever stands in text is text: a "<" must not start a tag here.
    raw = source[start:end].replace("<", "\ufffc")
    place = start
    for token in tokenize(raw, resolve_references=False, capture_source=True):
        said = token.data or ""
        if token.type is TokenType.CHARACTER_REFERENCE:
            written = len(token.source or "")
            # In an attribute "&copy=1" stays as it is; what was decoded tells.
            literal = not data.startswith(said, at)
        else:
            written, literal = len(said), True
        if literal:
            said = source[place : place + written]
            if not data.startswith(said, at):
                return None
        stop = at + len(said)
        last = segments[-1] if segments else None
        if literal and last is not None and last.literal:
            segments[-1] = Segment(last.t0, stop, last.s0, place + written, literal=True)
        else:
            segments.append(Segment(at, stop, place, place + written, literal))
        at = stop
        place += written
    return segments if place == end else None
