"""Paragraphs that look like a heading and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from duidelijk.checks.elements import covered, element_of, inside, style_of
from duidelijk.checks.prose import any_of
from duidelijk.html.css import style
from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit
from duidelijk.nlp.language import language_blocks
from duidelijk.office.facts import OFFICE, facts

if TYPE_CHECKING:
    from bs4.element import Tag

_NO_TITLE: Final = re.compile(r"[.:;,!…]['’”\")]*$|^[-–•*(‘“\"']|^\d+$|https?:|@|\[\[?|\{\{")
# What opens a remark or stands above a name; none of it names the text that follows.
_REMARK: Final = re.compile(
    any_of(
        r"""
        (?:let (?:wel )?op|belangrijk|tips?|nb|n\.b|ps|noot|opmerking|waarschuwing|voorbeeld|update)\b.*
        (?:met vriendelijke groet|hoogachtend|namens|geachte|beste)\b.*
        (?:door|tekst|foto|auteur|versie|datum|bron|status|kenmerk|bijlagen?)[ :].*
        (?:figuur|tabel|afbeelding|grafiek|kaart|illustratie|foto|schema|diagram|listing|code) \d.*
        (?:ma|di|wo|do|vr|za|zo|maan|dins|woens|donder|vrij|zater|zon)(?:dag)?\b.*\d.*
        \W*\d[\d\s.,/:–-]*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)?[\s\d]*
        """
    ),
    re.IGNORECASE,
)
_END: Final = re.compile(r"[.!?:][’”\"')]*(?:\s|$)")
_TYPED_ITEM: Final = re.compile(r"[-–•*·] \w")
_NOT_IN: Final = (
    "table", "figure", "figcaption", "dl", "li", "label", "legend", "button", "form", "blockquote", "address",
    "summary", "a", "footer", "header",
)  # fmt: skip
_LARGE: Final = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|em|rem|%)")
_LEAST: Final = {"px": 20.0, "pt": 15.0, "em": 1.25, "rem": 1.25, "%": 125.0}
_LARGER: Final = 1.25  # times the size of the text below it
_LARGER_IN_FILE: Final = 1.2  # times the size of most of the text
_BOLD: Final = 600
_NAMED: Final = re.compile(r"(?:sub ?title|ondertitel|caption|bijschrift|quote|citaat)", re.IGNORECASE)
_FOLLOWED: Final = frozenset({"paragraph", "list_item"})


def fake_headings(document: Document, *, most: int = 10, least: int = 6) -> Iterator[Hit]:
    """Paragraphs of at most ``most`` words, wholly bold or large, above a text of ``least`` words or more.

    Also bold words at the start of a paragraph, set apart from the text below by a line break.
    """
    blocks = _shown(document)
    letter = document.meta.get("kind") == "letter"
    for block, after in zip_longest(blocks, blocks[1:]):
        if (letter and document.format not in OFFICE) or not _is_plain(block):
            continue
        is_title = _is_title(block.text, most)
        end = 0 if is_title else _bold_line(document, block)
        if not is_title and not end:
            continue
        tag = element_of(document, block)
        if tag is not None and inside(tag, *_NOT_IN):
            continue
        if is_title:
            if after is None or not _is_text(after, least):
                continue
            if _looks_so(document, block, tag) or _stands_out(document, tag, element_of(document, after)):
                yield Hit(None, block.place)
        elif (tag is not None or document.format in OFFICE) and _is_title(block.text[:end], most):
            rest = block.text[end:]
            if count_words(rest) >= 2 * least and _END.search(rest.rstrip()[-3:]):
                yield Hit(None, block.place)


def _is_plain(block: Block) -> bool:
    """Whether the block is a paragraph of its own, to which no style gives another meaning."""
    is_own = block.kind == "paragraph" and block.main and block.parent is None
    return is_own and not _NAMED.match(block.attrs.get("style", ""))


def _shown(document: Document) -> Sequence[Block]:
    return [b for b in language_blocks(document) if b.text and b.kind not in {"image_alt", "title"}]


def _is_title(text: str, most: int) -> bool:
    return (
        len(text) <= 9 * most
        and 0 < count_words(text) <= most
        and text[0].isupper() | text[0].isdigit()
        and not _NO_TITLE.search(text)
        and not _REMARK.fullmatch(text)
    )


def _is_text(block: Block, least: int) -> bool:
    """Whether the block is what a heading stands above: running text, or a list."""
    if block.kind not in _FOLLOWED or not block.main or covered(block, "strong"):
        return False
    if block.kind == "list_item":
        return True
    is_prose = _END.search(block.text) is not None or _TYPED_ITEM.match(block.text) is not None
    return is_prose and count_words(block.text) >= least


def _looks_so(document: Document, block: Block, tag: Tag | None) -> bool:
    if covered(block, "strong") or (tag is not None and _is_large(tag, block.text)):
        return True
    known = facts(document)
    if known is None:
        return False
    runs = list(known.within(block.place))
    return bool(runs) and bool(known.size) and all(run.size >= _LARGER_IN_FILE * known.size for run in runs)


def _is_large(tag: Tag, text: str) -> bool:
    """Whether the element, or the only one in it, is set in large or bold letters where it stands."""
    for _ in range(4):
        style = style_of(tag)
        size = _LARGE.match(style.get("font-size", ""))
        large = size is not None and float(size[1]) >= _LEAST[size[2]]
        named = style.get("font-size") in {"large", "larger", "x-large", "xx-large"}
        weight = style.get("font-weight", "")
        bold = weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= 600)
        if large or named or bold or tag.name == "big":
            return True
        if tag.name == "font" and str(tag.get("size", "")) in {"4", "5", "6", "7", "+1", "+2", "+3"}:
            return True
        only = tag.find(True, recursive=False)
        if only is None or len("".join(only.get_text().split())) < len("".join(text.split())):
            return False
        tag = only
    return False


def _stands_out(document: Document, tag: Tag | None, below: Tag | None) -> bool:
    """Whether a style sheet sets the text larger or bolder than the text below it."""
    if tag is None or below is None:
        return False
    look, other = style(document, tag), style(document, below)
    if not all(one.is_sure(name) for one in (look, other) for name in ("font-size", "font-weight")):
        return False
    return look.font_px >= _LARGER * other.font_px or look.weight >= _BOLD > other.weight


def _bold_line(document: Document, block: Block) -> int:
    """Where in the text the bold words end that a paragraph begins with, on a line of their own; else 0."""
    first = min(block.inlines, key=lambda inline: inline.span, default=None)
    if first is None or first.kind != "strong" or first.span.start or first.span.end >= len(block.text):
        return 0
    end = first.span.end
    rest = block.text[end:]
    following = end + len(rest) - len(rest.lstrip())
    between = document.source.text[
        block.map.to_source(end - 1, end).end : block.map.to_source(following, following + 1).start
    ]
    if document.format in OFFICE:
        return end if between.strip(" \t") == "\n" else 0
    return end if re.fullmatch(r"(?:\s|</\w+>)*<br\b[^>]*>(?:\s|</\w+>)*", between, re.IGNORECASE) else 0
