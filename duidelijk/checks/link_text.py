"""What the text of a link must say: no bare address, the kind of a file, and not the same for two targets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Final
from urllib.parse import unquote

from duidelijk.checks.elements import inside
from duidelijk.checks.link_list import Link, links, page_address, target
from duidelijk.checks.links import is_vague
from duidelijk.model import Document, Hit, Level, Span

_ADDRESS: Final = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_TYPED: Final = re.compile(r"(?<![\w/(<\[=\"'])https?://[^\s<>\[\]|]+", re.IGNORECASE)
_FRONT: Final = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_SOURCE: Final = re.compile(r"(?:url|uri|doi|bron|isbn)\s*:?\s*$", re.IGNORECASE)
_FILE: Final = re.compile(
    r"\.(?P<type>pdf|docx?|dotx?|xlsx?|xlsm|pptx?|ppsx?|od[tsp]|rtf|csv|zip|epub)$", re.IGNORECASE
)
_WORD: Final = r"docx?|dotx?|word|tekstbestand|sjabloon"
_SHEET: Final = r"xls[xm]?|ods|csv|excel|rekenblad|spreadsheet"
_SLIDES: Final = r"pp[st]x?|odp|powerpoint|presentatie"
_KINDS: Final = {
    "pdf": "pdf", "doc": _WORD, "dot": _WORD, "xls": _SHEET, "ppt": _SLIDES, "pps": _SLIDES,
    "odt": "odt|tekstbestand", "ods": _SHEET, "odp": _SLIDES, "rtf": "rtf|tekstbestand", "csv": _SHEET,
    "zip": "zip", "epu": "epub|e-book",
}  # fmt: skip
_SIZE: Final = re.compile(r"\d\s*(?:[kmg]b|[kmg]i?b|bytes?|kilobytes?|megabytes?)\b", re.IGNORECASE)
_AFTER: Final = 45  # characters after the link in which its type and size may stand
_NO_PAGE: Final = re.compile(r"\s*(?:#|$|(?!https?:)[a-z][a-z+.-]*:)", re.IGNORECASE)
_NOTE: Final = re.compile(r"[\W\d_]*|[ivx]+", re.IGNORECASE)


def address_links(document: Document, *, most: int = 30) -> Iterator[Hit]:
    """Links whose text is a web address with a path, longer than ``most`` characters or with a query."""
    if document.meta.get("kind") == "letter":  # who prints a letter needs the address
        return
    for link in links(document):
        text = link.text.rstrip(".,;")
        if link.name != link.text or not _ADDRESS.fullmatch(text):
            continue
        bare = _FRONT.sub("", text, count=1).rstrip("/")
        if "/" not in bare and "?" not in bare:
            continue
        if _is_hard(bare, most) and not _is_reference(link):
            yield Hit(link.block, link.span, {"gevonden": text})
    if document.format == "markdown":
        yield from _typed_addresses(document, most)


def _typed_addresses(document: Document, most: int) -> Iterator[Hit]:
    """Addresses in running text that most sites with Markdown turn into a link by themselves."""
    for block in document.blocks:
        if block.kind not in {"paragraph", "list_item"} or "://" not in block.text:
            continue
        taken = sorted(one.span for one in block.inlines if one.kind in {"link", "code"})
        for match in _TYPED.finditer(block.text):
            start = match.start()
            text = match[0].rstrip(".,;:!?)'\"’”*_")
            at = bisect_right(taken, start, key=itemgetter(0)) - 1
            is_taken = at >= 0 and start < taken[at].end
            bare = _FRONT.sub("", text, count=1).rstrip("/")
            if is_taken or ("/" not in bare and "?" not in bare) or not _is_hard(bare, most):
                continue
            if not _SOURCE.search(block.text, max(0, start - 12), start):
                yield Hit(block, Span(start, start + len(text)), {"gevonden": text})


def _is_hard(bare: str, most: int) -> bool:
    """Whether nobody can listen to the address: it is long, or has signs."""
    return len(bare) > most or "?" in bare or "%" in bare


def file_links(document: Document) -> Iterator[Hit]:
    """Links to a file that do not say of which type, or say the type and not the size.

    Type and size may stand in the link, between brackets right after it, or on a line of their own below.
    """
    below = dict(zip(map(id, document.blocks), (block.text for block in document.blocks[1:]), strict=False))
    for link in links(document):
        match = _FILE.search(unquote(link.href.partition("#")[0].partition("?")[0]))
        if match is None or _NO_PAGE.match(link.href) or _is_reference(link):
            continue
        kind = match["type"].lower()
        said = link.name + " " + link.block.text[link.span.end : link.span.end + _AFTER].partition(". ")[0]
        if link.span == (0, len(link.block.text)) and len(line := below.get(id(link.block), "")) <= _AFTER:
            said = f"{said} {line}"
        typed = re.search(rf"\b(?:{_KINDS[kind[:3]]})\b", said, re.IGNORECASE) is not None
        if not typed:
            yield Hit(
                link.block, link.span, {"wat": f"dat het een {kind}-bestand", "zo": f"({kind}, 400 kB)"}
            )
        elif not _SIZE.search(said):
            values = {"wat": "hoe groot het bestand", "zo": f"({kind}, 400 kB)"}
            yield Hit(link.block, link.span, values, level="suggestion")


def same_text(document: Document) -> Iterator[Hit]:
    """Links that say the same as an earlier one and lead elsewhere.

    One for each text: the first that differs. A query string or a place on a page makes no other target.
    """
    first: dict[str, Link] = {}
    said: set[str] = set()
    page = page_address(document)
    names = [link.name.casefold().strip(" .,:;»›>→") for link in links(document)]
    times = Counter(names)
    for link, name in zip(links(document), names, strict=True):
        if times[name] == 1 or name in said or len(name) < 3:
            continue
        if _NOTE.fullmatch(name) or is_vague(link.name) or _NO_PAGE.match(link.href):
            continue
        earlier = first.setdefault(name, link)
        in_rows = earlier.block.kind == link.block.kind == "table_cell"
        if earlier is not link and not in_rows and target(earlier.href, page) != target(link.href, page):
            said.add(name)
            near = earlier.block is link.block
            level: Level = "warning" if near else "suggestion"
            yield Hit(link.block, link.span, {"gevonden": link.text}, level=level, outcome="cantTell")


def _is_reference(link: Link) -> bool:
    """Whether the link belongs to a list of sources or versions, where the address or title is the point."""
    if _SOURCE.search(link.block.text[: link.span.start].rstrip(" <(")):
        return True
    tag = link.tag
    if tag is None:
        return False
    alone = inside(tag, "dd") and link.span == (0, len(link.block.text))
    return alone or inside(tag, "cite") or tag.find("cite") is not None
