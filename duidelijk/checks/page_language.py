"""Whether the language that a page or a part of it names is the language of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.elements import element_of, inside, is_main, squeeze
from duidelijk.checks.language_tags import is_language
from duidelijk.checks.markup import attr, is_hidden, named, tree
from duidelijk.html.tree_index import index
from duidelijk.measure import count_words
from duidelijk.model import Block, Document, Hit, Span
from duidelijk.nlp import function_words
from duidelijk.nlp.foreign import DUTCH, NAMES
from duidelijk.nlp.language import recognised_language
from duidelijk.office.facts import OFFICE, count_letters, facts

if TYPE_CHECKING:
    from bs4.element import Tag

_KEY: Final = "checks.page_language"
_PARTS: Final = "checks.page_language.parts"
_SPANS: Final = "checks.page_language.spans"
LANGUAGES: Final = {DUTCH: "Nederlands", **NAMES}
"""The Dutch names of languages by their code."""

# Languages that a Dutch text may name, and that small words cannot tell from Dutch or from each other.
_AKIN: Final = {
    "nl": {"li", "nds", "zea", "vls", "af", "dut", "nld", "zxx", "und", "mul"},
    "en": {"sco", "und", "mul"}, "da": {"no", "nb", "nn"}, "sv": {"no", "nb", "nn"}, "id": {"ms"},
    "hr": {"sr", "bs", "sh"}, "sr": {"hr", "bs", "sh"}, "de": {"gsw", "nds", "lb"}, "pt": {"gl"},
    "es": {"ca", "gl"}, "fr": {"oc"}, "ru": {"be", "uk", "bg"},
}  # fmt: skip
_SURE: Final = 0.8
_KINDS: Final = 3  # different small words that only Dutch has
_SHARE: Final = 0.2  # of all words
_WORD: Final = re.compile(r"[^\W\d_]+")
_UNREAD: Final = frozenset({"code", "address", "signature"})


def wrong_page_language(document: Document) -> Iterator[Hit]:
    """A page whose ``lang`` names another language than nearly all of its text is in.

    What stands in an element with a language of its own does not count. Eight words are needed to tell.
    """
    root = next(iter(named(document, "html")), None)
    said = primary(attr(root, "lang")) if root is not None else ""
    if root is None or len(said) != 2 or not is_language(attr(root, "lang")):
        return
    words: Counter[str] = Counter()
    unsure: list[str] = []
    for block in document.blocks:
        if block.lang is not None or block.kind in _UNREAD:
            continue
        text, found = _language(document, block, said)
        if found is None:
            unsure.append(text)
        else:
            words[found] += count_words(text)
    if not words and (whole := sure_language(document, " ".join(unsure), said)) is not None:
        words[whole] = 1
    code, count = max(words.items(), key=itemgetter(1), default=(said, 0))
    if not fits(said, code) and count >= _SURE * words.total():
        yield Hit(None, html.place(root), {"taal": LANGUAGES[code], "gevonden": said, "code": code})


def wrong_part_language(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Blocks in another language than the page or an element around them says, and parts with a wrong one.

    What is too short to tell is passed over, and so are lists of names and references to sources.
    """
    if document.format in OFFICE:
        yield from _wrong_runs(document)
        return
    page = document.meta.get("lang") or ""
    if tree(document) is None:
        return
    page_is_wrong = any(wrong_page_language(document))
    for block in document.blocks:
        said = primary(block.lang if block.lang is not None else page)
        if not said or block.kind in _UNREAD or not (block.main or whole_page):
            continue
        found = _language(document, block, said)[1]
        if found is None or fits(said, found) or (block.lang is None and page_is_wrong):
            continue
        tag = element_of(document, block)
        if tag is None or not (is_hidden(tag) or inside(tag, "cite", "code") or tag.find("cite") is not None):
            yield Hit(None, block.place, {"taal": LANGUAGES[found], "code": found})
    for tag in _parts(document):
        said = primary(attr(tag, "lang"))
        found = sure_language(document, squeeze(tag.get_text(" ")), said)
        if (
            found is None
            or not is_language(attr(tag, "lang"))
            or fits(said, found)
            or tag.find(lang=True) is not None
        ):
            continue
        if (whole_page or is_main(document, tag)) and not is_hidden(tag):
            yield Hit(None, html.place(tag), {"taal": LANGUAGES[found], "code": found})


def _wrong_runs(document: Document) -> Iterator[Hit]:
    """Blocks of an office file that are in another language than the file says of them.

    Not where the file says of most of its text that it is in another language than it is.
    """
    known = facts(document)
    for block in document.blocks if known is not None else ():
        if not block.main or block.kind in _UNREAD or known is None:
            continue
        letters = count_letters(known.within(block.place), document.source.text)
        said = primary(max(letters, key=lambda lang: letters[lang], default=""))
        found = sure_language(document, block.text, said)
        if found is None or found == DUTCH or not said or fits(said, found):
            continue
        yield Hit(None, block.place, {"taal": LANGUAGES[found], "code": found})


def _language(document: Document, block: Block, said: str) -> tuple[str, str | None]:
    """The text of the block and its language, when ``said`` is what the page says. Worked out once."""
    key = (_KEY, block, said)
    found: tuple[str, str | None] | None = document.cache.get(key)
    if found is None:
        text = _without_parts(document, block)
        found = document.cache[key] = text, sure_language(document, text, said)
    return found


def sure_language(document: Document, text: str, said: str) -> str | None:
    """The language of the text, without doubt: ``recognised_language`` says Dutch when it may be.

    A short text with many small words of Dutch and none of the language ``said`` is Dutch as well.
    """
    found = recognised_language(document, text)
    if said == DUTCH or found not in {None, DUTCH}:
        return found
    other = function_words.LATIN.get(said, frozenset())
    words = _WORD.findall(text.lower())
    own = [word for word in words if word in function_words.DUTCH and word not in other]
    if len(set(own)) < _KINDS:
        return None
    if found is None and (not other or not other.isdisjoint(set(words) - function_words.DUTCH)):
        return None
    return DUTCH if len(own) >= (_SHARE if found else 2 * _SHARE) * len(words) else None


def primary(lang: str) -> str:
    """The language of a tag without region: ‘nl’ of ‘nl-BE’."""
    return lang.strip().lower().replace("_", "-").split("-")[0]


def fits(said: str, found: str) -> bool:
    """Whether text that seems to be in language ``found`` may be in the language that the page says."""
    return said == found or said in _AKIN.get(found, ()) or len(said) > 3


def _parts(document: Document) -> Sequence[Tag]:
    """The elements inside a sentence that have a language of their own. Worked out once."""
    found: tuple[Tag, ...] | None = document.cache.get(_PARTS)
    if found is None:
        from duidelijk.html.meaning import BREAKS, KINDS

        tags = index(document).by_attribute.get("lang", ())
        found = tuple(tag for tag in tags if tag.name not in BREAKS and tag.name not in KINDS)
        document.cache[_PARTS] = found
    return found


def _without_parts(document: Document, block: Block) -> str:
    """The text of the block without what stands in elements with a language of their own."""
    spans: list[Span] | None = document.cache.get(_SPANS)
    if spans is None:
        spans = []
        for tag in _parts(document):
            start, end = html.start_tag(tag), html.end_tag(tag)
            if start is not None and end is not None and (not spans or start.start >= spans[-1].end):
                spans.append(Span(start.start, end.end))
        document.cache[_SPANS] = spans
    if not spans:
        return block.text
    kept = []
    for one in block.map.segments:
        at = bisect_right(spans, one.s0, key=itemgetter(0)) - 1
        kept.append(block.text[one.t0 : one.t1] if at < 0 or one.s0 >= spans[at].end else " ")
    return "".join(kept)
