"""What puts text in its place in an office file, and changes the order in which it is heard."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit, Outcome, Span
from duidelijk.office.facts import OFFICE, facts, joined

_BETWEEN: Final = re.compile(r"[ ]*\t[\t ]*|[ ]{4,}")
_MARKER: Final = re.compile(r"[-–—•*·▪o]|\(?[\dA-Za-z]{1,4}[.):]?|(?:\d+\.)+\d*|[ivxIVX]+[.)]|\W+")
_LABEL: Final = re.compile(r".*[:.…_]")
_BOX: Final = re.compile(r"tekstvak \d+")
_PLAIN: Final = frozenset({"paragraph", "list_item"})
_ON_PAPER: Final = frozenset({"address", "subject", "salutation", "signature"})
_SHORT: Final = 8  # words: less fits on one line
_JUSTIFIED: Final = frozenset({"both", "justify", "distribute"})
_INK: Final = re.compile(r"\w")
_RULE: Final = re.compile(r"[\W_]*")


class _Line(NamedTuple):
    block: Block
    span: Span
    parts: int


def tabbed_columns(document: Document, *, least: int = 2) -> Iterator[Hit]:
    """Columns that are made with tabs or spaces: ``least`` lines in a row, each in two or more parts.

    Two columns may be read line by line without harm: somebody has to look. A label with what it stands for,
    a number or bullet before a text, and the head of a letter are none.
    """
    run: list[_Line] = []
    for line in (*_lines(document), None):
        if line is not None and line.parts > 1:
            run.append(line)
            continue
        if len(run) >= least:
            outcome: Outcome = "failed" if max(line.parts for line in run) > 2 else "cantTell"
            yield Hit(None, Span(run[0].span.start, run[-1].span.end), outcome=outcome)
        run = []


def floating_pictures(document: Document) -> Iterator[Hit]:
    """Pictures that stand beside the text instead of in it; decoration apart."""
    known = facts(document)
    for at in () if known is None else known.floating:
        block = _block_at(document, at)
        if block is not None and block.main:
            yield Hit(None, block.place, outcome="cantTell")


def text_boxes(document: Document) -> Iterator[Hit]:
    """Text boxes in the main text: the first paragraph of each."""
    seen: set[str] = set()
    for block in document.blocks:
        box = _BOX.match(block.anchor or "")
        if box is not None and block.main and block.text and box[0] not in seen:
            seen.add(box[0])
            yield Hit(None, block.place, {"gevonden": block.text}, outcome="cantTell")


def empty_paragraphs(document: Document, *, most: int) -> Iterator[Hit]:
    """More than ``most`` empty paragraphs in a row between texts.

    Not those that put the address of a letter in its window, or leave room to sign.
    """
    known = facts(document)
    for at, number in () if known is None else known.gaps:
        block = _block_at(document, at)
        if number > most and block is not None and block.kind not in _ON_PAPER:
            yield Hit(None, block.place, {"wat": f"{number} lege alinea’s"})


def empty_headings(document: Document) -> Iterator[Hit]:
    """Headings without text: they stand in the list of headings all the same."""
    known = facts(document)
    for at in () if known is None else known.empty_headings:
        block = _block_at(document, at)
        if block is not None:
            yield Hit(None, block.place)


def justified_paragraphs(document: Document) -> Iterator[Hit]:
    """The first of the justified paragraphs, with how many there are."""
    found = [
        block
        for block in document.blocks
        if block.main
        and block.attrs.get("align") in _JUSTIFIED
        and block.kind in {*_PLAIN, "quote", "table_cell"}
        and count_words(block.text) > _SHORT
    ]
    for block in found[:1]:
        more = len(found)
        values = {"hoeveel": f"{more} alinea’s zijn" if more > 1 else "Deze alinea is"}
        yield Hit(None, block.place, values)


def underlined_words(document: Document) -> Iterator[Hit]:
    """Words that are underlined and are no link or heading."""
    known = facts(document)
    runs = () if known is None else known.runs
    for span in joined((run.start, run.end) for run in runs if run.is_underlined):
        block = _block_at(document, span.start)
        if block is None or not block.main or block.kind not in {*_PLAIN, "table_cell"}:
            continue
        links = (block.map.to_source(*one.span) for one in block.inlines if one.kind == "link")
        text = document.source.text[slice(*span)]
        if len(_INK.findall(text)) > 2 and not any(
            link.start < span.end and span.start < link.end for link in links
        ):
            yield Hit(None, span)


def _lines(document: Document) -> Iterator[_Line]:
    """The lines of the paragraphs in the main text; anything else is one that has no parts."""
    if document.format not in OFFICE:
        return
    text = document.source.text
    for block in document.blocks:
        if block.kind == "image_alt":
            continue
        if block.kind not in _PLAIN or not block.main or not block.text:
            yield _Line(block, block.place, 0)
            continue
        start = block.map.to_source(0, 1).start
        for line in text[start : block.place.end].split("\n"):
            yield _Line(block, Span(start, start + len(line)), _parts(line))
            start += len(line) + 1


def _parts(line: str) -> int:
    """Into how many parts with words tabs or many spaces divide a line; 0 for one that only looks so."""
    if "\t" not in line and "    " not in line:
        return 0
    parts = _BETWEEN.split(line.strip())
    if _MARKER.fullmatch(parts[0]) or _LABEL.fullmatch(parts[0]):
        return 0
    shown = [part for part in parts if part and not _RULE.fullmatch(part)]
    return 0 if shown[1:] and shown[1].startswith(":") else len(shown)


def _block_at(document: Document, offset: int) -> Block | None:
    """The block with the text at an offset."""
    key = "checks.document_layout"
    known: tuple[Sequence[int], Sequence[Block]] | None = document.cache.get(key)
    if known is None:
        written = [block for block in document.blocks if block.text]
        known = document.cache[key] = [block.place.start for block in written], written
    at = bisect_right(known[0], offset) - 1
    return known[1][at] if at >= 0 else None
