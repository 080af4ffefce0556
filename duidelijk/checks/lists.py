"""Lists that hide in a sentence and read better one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from duidelijk.checks.prose import prose_blocks
from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp import sentences
from duidelijk.nlp.protect import in_protected, protected

_ORDINAL: Final = re.compile(r"\bten (?P<rank>eerste|tweede|derde|vierde|vijfde|zesde)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:^|(?<=[\s(]))(?P<mark>[1-9a-h]|i{1,3}|iv|v)\) (?=\w)")
_BARE: Final = re.compile(r"(?:,|;|\s|\(|en|of|tot|met|t/m)*")  # ‘onder a) en b)’
_SERIES: Final = (("1", "2"), ("a", "b"), ("i", "ii"))
_ADJECTIVE: Final = re.compile(r"[a-zà-ÿ-]+(?<!i)e")
_JOINED: Final = re.compile(r" (?:en|of|en/of|dan wel) ")
_NAME_OR_NUMBER: Final = re.compile(r"(?:(?:de|het|van|een|voor|in|te|’s|'s) )*(?:[\dA-ZÀ-Þ(€’']|\W*$)")
_CLAUSE: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|kan|kunt|kunnen|moet|moeten|mag|mogen|wil|wilt|willen|zal|zullen|zult|zou|"
    r"gaat|gaan|komt|komen|krijgt|krijgen|bent|hebt|doet|doen|die|dat|wat|waar|waarbij|waarin|waarmee|als|omdat|want|maar|dan|zodat|terwijl|dus|"
    r"om|wie|hoe|of|indien|mits|tenzij|zoals|waaronder|inclusief|namelijk|bijvoorbeeld|bedoeld|waarvan|lid|onder|onderdeel|artikel|artikelen|aanhef|alsook|alsmede|u|je|we|wij|ik|ze|zij|hij|er)\b",
    re.IGNORECASE,
)


def inline_lists(document: Document, *, min_items: int = 5, max_words: int = 5) -> Iterator[Hit]:
    """Sentences that list ``min_items`` or more things of at most ``max_words`` words each, and stretches
    with ‘ten eerste … ten tweede’ or ‘1) … 2) …’."""
    for block in prose_blocks(document):
        text = block.text
        if "ten tweede" in text:
            yield from _ordinals(block)
        if ") " in text:
            yield from _numbered(document, block)
        if text.count(", ") >= min_items - 2:
            yield from _commas(document, block, min_items, max_words)


def _ordinals(block: Block) -> Iterator[Hit]:
    marks = list(_ORDINAL.finditer(block.text))
    ranks = [mark["rank"].lower() for mark in marks]
    if ranks[:2] == ["eerste", "tweede"]:
        yield Hit(block, Span(marks[0].start(), marks[-1].end()))


def _numbered(document: Document, block: Block) -> Iterator[Hit]:
    text = block.text
    marks = list(_NUMBER.finditer(text))
    names = [mark["mark"] for mark in marks]
    for first, second in _SERIES:
        if first in names and second in names[names.index(first) :]:
            spans = protected(block)
            here = marks[names.index(first) :]
            start = here[0].start("mark")
            apart = all(_BARE.fullmatch(text, a.end(), b.start()) is None for a, b in pairwise(here))
            if apart and not in_protected(spans, start, start + 1):
                end = next(s.end for s in sentences(document, block) if s.end > here[-1].end())
                yield Hit(block, Span(start, end))
            return


def _commas(document: Document, block: Block, min_items: int, max_words: int) -> Iterator[Hit]:
    spans: list[Span] | None = None
    for sentence in sentences(document, block):
        if sentence.text.count(", ") < min_items - 2:
            continue
        run = _longest_run(sentence.text, max_words)
        if run is None:
            continue
        start, end, items = run
        if items >= min_items:
            spans = protected(block) if spans is None else spans
            if not in_protected(spans, sentence.start + start, sentence.start + end):
                yield Hit(block, Span(sentence.start, sentence.end))


def _longest_run(text: str, max_words: int) -> tuple[int, int, int] | None:
    """Start, end and number of items of a run ``…, item, item en item`` in ``text``: the first and last item
    only count as far as a listing may begin or end inside a longer clause."""
    parts = text.split(", ")
    best: tuple[int, int, int] | None = None
    begin = 1
    offsets = [0]
    for part in parts[:-1]:
        offsets.append(offsets[-1] + len(part) + 2)
    for index in range(1, len(parts)):
        part = parts[index]
        joined = _JOINED.search(part)
        whole = joined is None and _is_item(part, max_words)
        if whole:
            continue
        if joined is not None and index > begin and _is_item(part[: joined.start()], max_words):
            items = index - begin + 3  # the one before the first comma, those between, and the joined pair
            found = parts[begin:index]
            if (best is None or items > best[2]) and not _names(found):
                best = (max(0, offsets[begin] - 2), offsets[index] + joined.end(), items)
        begin = index + 1
    return best


def _is_item(part: str, max_words: int) -> bool:
    return (
        0 < count_words(part) <= max_words and not _CLAUSE.search(part) and not re.search(r"[.:;?!()]", part)
    )


def _names(parts: list[str]) -> bool:
    """Whether most items are names or numbers, or all are adjectives: those read well in a row."""
    return all(map(_ADJECTIVE.fullmatch, parts)) or sum(
        bool(_NAME_OR_NUMBER.match(part)) for part in parts
    ) * 2 >= len(parts)
