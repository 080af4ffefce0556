"""Splits a sentence into words and marks, as the Dutch treebanks do: without a model, in microseconds.

White space always divides. Marks around a word come apart, apart from the full stop of an abbreviation, the
apostrophe of ``'s`` and brackets inside a word (``zuurstoftent(je)``). Marks inside a word mostly stay.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from duidelijk.nlp.abbreviations import CAPITALISED, ENDS, NEVER, WEAK

LONGEST: Final = 500
"""Characters; a longer stretch without white space is no word, and stays whole."""

_CHUNK: Final = re.compile(r"\S+")
_PLAIN: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|[^\s@()<>]+@[^\s@]+\.)[^\s<>\"”]+"
    r"|(?:[a-z0-9-]+\.)+(?:nl|be|eu|com|org|net)(?:/[^\s<>\"”]*)?",
    re.IGNORECASE,
)
_ADDRESS_END: Final = re.compile(r"[.,;:!?'’\"”)\]>]+\Z")
_OPENING: Final = re.compile(
    r"\.{2,}|…+|,,|''|--+|[\"“”„‟«»‹›‘‚`()\[\]{}<>*_~|•·▪●◦■►→=€$£§¿¡,;:!?–—]"
    r"|['’](?!(?:[smnrtk]|ns|tis|t\S{0,3})(?![^\W\d_])|\d\d(?!\d))"  # not 's, 't and '98
)
_CLOSING: Final = re.compile(r"(?:\.{2,}|…+|,,|''|[?!]+|--+|[\"“”„«»‹›’‘'`)\]}>*_~|•€,;:–—])\Z")
_CLOSING_REACH: Final = 40  # characters; a row of marks that is longer comes apart in pieces of this size
_INSIDE: Final = re.compile(
    r"\.{3,}|…+|,,|--+|—|(?<=[^\W\d_])[,;!?\"“”\[\]](?=[^\W\d_])|(?<=[a-zà-ÿ]{2})\.(?=[A-Z][a-z])"
)
_BRACKETED: Final = re.compile(r"\([^\W\d_]+\)-?[^\W\d_]|[^\W\d_]+-?\([^\W\d_]+\)")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}\Z")
_SHORT: Final = 4  # letters of a name such as "Kon." that keeps its full stop where no sentence ends
_ABBREVIATIONS: Final = NEVER | ENDS | WEAK


def split(text: str) -> list[tuple[int, int]]:
    """Where the words and marks of the sentence ``text`` start and end, in order.

    Every character that is not white space lies in exactly one of them. Linear in the length of ``text``.
    """
    spans: list[tuple[int, int]] = []
    last = len(text.rstrip())
    for match in _CHUNK.finditer(text):
        begin, end = match.span()
        if end - begin > LONGEST:
            spans.append((begin, end))
        else:
            spans += [(begin + start, begin + stop) for start, stop in _pieces(match[0], ends=end == last)]
    return spans


@lru_cache(maxsize=50_000)
def _pieces(chunk: str, *, ends: bool) -> tuple[tuple[int, int], ...]:
    """The words and marks of ``chunk``, a stretch without white space; ``ends`` if it ends the sentence."""
    if _PLAIN.match(chunk):
        return ((0, len(chunk)),)
    before: list[tuple[int, int]] = []
    after: list[tuple[int, int]] = []
    start, end = 0, len(chunk)
    while start < end:
        match = _OPENING.match(chunk, start, end)
        if match is None or _BRACKETED.match(chunk, start, end):
            break
        before.append(match.span())
        start = match.end()
    address = _ADDRESS.match(chunk, start, end)
    if address is not None:
        tail = _ADDRESS_END.search(address[0])
        stop = address.end() - (len(tail[0]) if tail else 0)
        return (*before, (start, stop), *((at, at + 1) for at in range(stop, end)))
    while start < end:
        cut = _closed(chunk, start, end, ends=ends or bool(after))
        if cut == end:
            break
        after.append((cut, end))
        end = cut
    return (*before, *_inner(chunk, start, end), *reversed(after))


def _closed(chunk: str, start: int, end: int, *, ends: bool) -> int:
    """Where the last mark of ``chunk[start:end]`` begins; ``end`` if it ends in a word."""
    if chunk[end - 1] == "." and chunk[end - 2 : end - 1] != ".":
        return end if _keeps_stop(chunk[start : end - 1], ends=ends) else end - 1
    match = _CLOSING.search(chunk, max(start, end - _CLOSING_REACH), end)
    if match is None or (chunk[end - 1] == ")" and _BRACKETED.match(chunk, start, end)):
        return end
    return match.start()


def _keeps_stop(word: str, *, ends: bool) -> bool:
    """Whether the full stop after ``word`` is part of it; ``ends`` where a sentence may end with it."""
    if not word or word.lower() in _ABBREVIATIONS or word in CAPITALISED or _DOTTED.match(word):
        return True
    return not ends and word.isalpha() and (len(word) == 1 or (len(word) <= _SHORT and word[0].isupper()))


def _inner(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _INSIDE.finditer(chunk, start, end):
        if match.start() > start:
            spans.append((start, match.start()))
        spans.append(match.span())
        start = match.end()
    if start < end:
        spans.append((start, end))
    return spans
