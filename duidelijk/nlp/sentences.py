"""Sentences in Dutch running text: one pass for places that may end one, cheap checks only there.

A full stop ends a sentence unless the word before it is an abbreviation, an initial or a list number;
what follows decides the doubtful ones. A colon or semicolon never ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from duidelijk.nlp.abbreviations import (
    BEFORE_NUMBER,
    CAPITALISED,
    ENDS,
    JOINERS,
    LABELS,
    NAMES,
    NEVER,
    NUMBERED,
    POINTERS,
    STARTERS,
    WEAK,
)

MAX_WORDS: Final = 5_000
"""Longer "sentences" are cut, so that whatever works per sentence stays bounded."""

# A mark, perhaps a footnote number, closing quotes and brackets, then white space. Not before a small
# letter, unless it is a list letter or a name such as eHerkenning.
_CANDIDATE: Final = re.compile(
    r"([.?!…][.?!…]{0,39}+(?:\d{1,3}(?!\S))?(?:['’\"”»›)\]]|\[\d{1,3}\])*+(?:\s(?:''|['\"”’])(?!\S))?)(?:\s++|\Z)"
    r"(?![a-zà-öø-ÿ](?![A-Z]|[ivx]{0,3}\. ))"
)
_REACH: Final = 40  # no abbreviation is longer; keeps the look back bounded
_BRACKET_REACH: Final = 1_000
_OPENERS: Final = frozenset("\"“„‟‘‚'’«‹([{¿¡*_,`")
_DASHES: Final = frozenset("-–—•·▪●")
_INSIDE: Final = frozenset(".,;:!?…/=%)]}>|\\~^")
_DIGITS_OR_STOP: Final = frozenset("0123456789.")
_SHORT_START: Final = re.compile(r"['’‘](?:s|t|n|k|m)[ -](?=[\"'‘“]?[^\W\d_a-zà-öø-ÿ])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"\S+")
_NAME_AFTER: Final = re.compile(
    r"(?:De|Den|Der|Van|Von|Ter|Ten|Te|Het|In|Op|Uit|La|Le|Du|El|Al|Ben)"
    r"(?: (?:de|den|der|het|[’']t))* [A-ZÀ-Þ]"
)
_LIST_LETTER: Final = re.compile(r"(?:[a-z]|[ivx]{2,4})\. ")
_MARKER: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5}|\d{1,2}[a-z]\d?)\Z")
_DOTTED: Final = re.compile(r"(?:[a-zA-ZÀ-Þ][a-z]{0,2}\.-?)+[a-zA-ZÀ-Þ][a-z]{0,2}\Z")
_DOMAINS: Final = (".nl", ".be", ".eu", ".com", ".org", ".net")


class _Stop(NamedTuple):
    """A full stop at ``mark`` after the word ``text[at:mark]``, in the sentence that begins at ``start``.

    ``following`` is where the next word begins, ``capital`` whether it does so with a capital.
    """

    text: str
    start: int
    at: int
    mark: int
    following: int
    capital: bool


def split(text: str) -> list[tuple[int, int]]:
    """Where the sentences of ``text`` start and end, in order, without the white space around them.

    ``text`` is block text (white space normalised); other text works too. Every character that is not
    white space lies in exactly one sentence. Linear in the length of ``text``.
    """
    length = len(text)
    start = length - len(text.lstrip())
    spans: list[tuple[int, int]] = []
    quotes = counted = 0
    for match in _CANDIDATE.finditer(text, start):
        following = match.end()
        end = match.end(1)
        if text[end - 1] == '"' and text[end - 2] == " ":
            quotes += text.count('"', counted, end - 1)
            counted = end - 1
            if quotes % 2 == 0:  # a loose mark that opens what follows
                following, end = end - 1, end - 2
        if following < length and _ends(text, start, match.start(), end, following):
            spans.append((start, end))
            start = following
    if start < length:
        spans.append((start, len(text.rstrip())))
    if length > 2 * MAX_WORDS and any(end - begin > 2 * MAX_WORDS for begin, end in spans):
        return [piece for begin, end in spans for piece in _bounded(text, begin, end)]
    return spans


def _ends(text: str, start: int, mark: int, closed: int, following: int) -> bool:
    """Whether the sentence from ``start`` ends with the mark at ``mark`` (closers up to ``closed``)."""
    capital = text[following].isupper()
    if not capital:
        following, capital = _opening(text, following)
    if following < 0 or mark == start:
        return False
    before = text[mark - 1]
    last = text[closed - 1]
    if last in ")]" and not _bracket_ends(text, start, mark, closed, following):
        return False
    if last.isdigit() and not text[mark - 2 : mark].isalpha() and before not in '"”’»)':
        return False
    if text[mark] != "." or text[mark + 1 : mark + 2] in {".", "?", "!", "…"} or not before.isalnum():
        return True
    reach = max(start, mark - _REACH)
    at = max(reach, text.rfind(" ", reach, mark) + 1)
    while text[at] in _OPENERS:
        at += 1
    return _ends_stop(_Stop(text, start, at, mark, following, capital))


def _ends_stop(stop: _Stop) -> bool:
    """Whether a single full stop after a word or number ends the sentence."""
    word = stop.text[stop.at : stop.mark]
    if len(word) <= 11 and _MARKER.match(word) and _is_marker(stop.text, stop.start, stop.at):
        return False
    if word[-1].isdigit():
        return True
    if len(word) == 1:
        return _ends_letter(stop, word)
    if ".-" in word:  # adv.-gen., J.-P.
        return stop.capital and _starts(stop.text, stop.following)
    if "/" in word or "-" in word:
        word = word[max(word.rfind("/"), word.rfind("-")) + 1 :]
    return _ends_dotted(stop, word) if "." in word else _ends_word(stop, word)


def _opening(text: str, at: int) -> tuple[int, bool]:
    """The first letter or sign from ``at``, and whether it is a capital; (-1, False) inside a sentence."""
    if _SHORT_START.match(text, at):
        return at + 3, True
    end = min(len(text), at + 6)
    while at < end and (text[at] in _OPENERS or (text[at] in _DASHES and text[at + 1 : at + 2] == " ")):
        at += 1
        while at < end and text[at] == " ":
            at += 1
    if at == end:
        return at, False
    char = text[at]
    if char.islower():
        if text[at + 1 : at + 2].isupper():
            return at, True
        return (at if _LIST_LETTER.match(text, at) else -1), False
    return (-1 if char in _INSIDE else at), char.isalpha()


def _is_marker(text: str, start: int, at: int) -> bool:
    """Whether the number or letter at ``at`` opens a list item: "1. Vul in", "Stap 1. Vul in"."""
    if at == start or text[at - 2 : at] in {": ", "; "}:
        return True
    return at - start < 12 and text[start].isupper() and text[start : at - 1].lower() in NUMBERED


def _bracket_ends(text: str, start: int, mark: int, closed: int, following: int) -> bool:
    """Whether a mark inside closing brackets ends the sentence around them: if it began inside them too."""
    if text[mark - 1] in "([":
        return _starts(text, following)
    if text[closed - 1] == "]" and text[mark + 1 : closed].strip("[]").isdigit():
        return True
    bracket = "(" if text[closed - 1] == ")" else "["
    return text.rfind(bracket, max(start, mark - _BRACKET_REACH), mark) <= start or _starts(text, following)


def _ends_word(stop: _Stop, word: str) -> bool:
    """Whether a full stop after ``word`` ends the sentence."""
    low = word.lower()
    if low in NEVER or low.endswith(("nr", "nrs")):
        ends = False
    elif low in ENDS or (word == "Chr" and stop.text[stop.at - 3 : stop.at] in {"v. ", "n. "}):
        ends = stop.capital
    elif low in WEAK or word in CAPITALISED or low.endswith("str"):
        ends = stop.capital and _starts(stop.text, stop.following)
    else:
        return stop.capital or low not in BEFORE_NUMBER
    if ends or "." in word:
        return ends
    return (word in NAMES and stop.at > stop.start) or (len(word) == 2 and word.isupper())


def _ends_dotted(stop: _Stop, word: str) -> bool:
    """The same for a word with a full stop inside: m.b.t., J.P., B.V., overheid.nl."""
    low = word.lower()
    if low in NEVER or low in WEAK or low in ENDS:
        return _ends_word(stop, word)
    if word.startswith("p."):  # per month, per person
        return stop.capital
    if low.endswith(_DOMAINS) or not _DOTTED.match(word):
        return True
    return stop.capital and _starts(stop.text, stop.following)


def _ends_letter(stop: _Stop, letter: str) -> bool:
    """The same for a single letter: an initial ("A. Jansen") or the name of a part ("onder c. Dit")."""
    text, start, at = stop.text, stop.start, stop.at
    reach = max(start, at - _REACH)
    since = max(reach, text.rfind(" ", reach, max(reach, at - 1)) + 1)
    previous = text[since : max(since, at - 1)].lower().lstrip("(")
    if letter == "u" and previous[-1:] not in _DIGITS_OR_STOP:
        return True
    starts = stop.capital and _starts(text, stop.following)
    if letter.isupper():
        if previous in JOINERS and since >= start + 2:
            return starts or (text[since - 2].isupper() and text[since - 3 : since - 2] in {"", " "})
        return starts or previous in LABELS
    if previous.endswith(".") or text.startswith("Chr", stop.following):
        return False
    part = previous in POINTERS or previous.endswith(",") or previous[-1:].isdigit()
    return starts or (stop.capital and part)


def _starts(text: str, at: int) -> bool:
    """Whether the word at ``at`` seldom has a capital other than at the start of a sentence."""
    match = _WORD.match(text, at)
    return match is not None and match[0] in STARTERS and not _NAME_AFTER.match(text, at)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``start:end`` in pieces of at most MAX_WORDS words, cut after a mark in the second half if any."""
    if end - start <= 2 * MAX_WORDS:
        yield start, end
        return
    begun = last = start
    words = 0
    cut: tuple[int, int, int] | None = None
    for match in _TOKEN.finditer(text, start, end):
        if words >= MAX_WORDS // 2 and text[last - 1] in ";:,)–—":
            cut = last, match.start(), words
        if words == MAX_WORDS:
            stop, resume, used = cut or (last, match.start(), words)
            yield begun, stop
            begun, words, cut = resume, words - used, None
        last = match.end()
        words += 1
    yield begun, end
