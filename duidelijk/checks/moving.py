"""What moves or sounds by itself, and films without captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

from duidelijk import html
from duidelijk.checks.attributes import carrying
from duidelijk.checks.markup import attr, named
from duidelijk.html.exposure import is_hidden, is_rendered
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_TEXTS: Final = frozenset({"captions", "subtitles"})
_WRITTEN_OUT: Final = re.compile(
    r"ondertitel|uitgeschreven|transcri|tekst(?:versie|alternatief)|als tekst|in tekst|lees de tekst",
    re.IGNORECASE,
)
_NEARBY: Final = 400
_STEPS: Final = 200
_STOPPED: Final = re.compile(r"0+(?:\.0*)?")
_OFF: Final = frozenset({"", "0", "false"})


def moving_text(document: Document) -> Iterator[Hit]:
    """Text that runs or blinks by itself. With ``loop`` it stops; ``<blink>`` no longer does anything."""
    for tag in named(document, "marquee"):
        if is_rendered(document, tag) and not _STOPPED.fullmatch(attr(tag, "scrollamount")):
            stops = attr(tag, "loop").isdecimal() or attr(tag, "behavior").lower() == "slide"
            yield Hit(None, html.place(tag), {"wat": "loopt"}, outcome="cantTell" if stops else "failed")
    for tag in named(document, "blink"):
        if is_rendered(document, tag):
            yield Hit(None, html.place(tag), {"wat": "knippert"}, level="suggestion", outcome="cantTell")


def autoplay(document: Document) -> Iterator[Hit]:
    """Sound and film that start by themselves. How long, and what stops them, somebody must see."""
    for tag in carrying(document, "autoplay"):
        if tag.name == "audio" and "muted" not in tag.attrs and _has_source(tag):
            yield Hit(None, html.place(tag), {"wat": "Dit geluid"}, outcome="cantTell")
        elif tag.name == "video" and is_rendered(document, tag) and _has_source(tag):
            silent = "muted" in tag.attrs
            if not silent or "controls" not in tag.attrs:
                yield Hit(None, html.place(tag), {"wat": "Deze video"}, outcome="cantTell")
    for tag in named(document, "iframe"):
        if "src" in tag.attrs and is_rendered(document, tag) and _plays(attr(tag, "src")):
            yield Hit(None, html.place(tag), {"wat": "Deze video"}, outcome="cantTell")


def films_without_captions(document: Document) -> Iterator[Hit]:
    """Films without a track of captions, and without a word about a text version right after them.

    A silent film that starts by itself and has no buttons is decoration. The captions may be in the picture.
    """
    for tag in named(document, "video"):
        decorative = {"autoplay", "muted"} <= tag.attrs.keys() and "controls" not in tag.attrs
        if decorative or is_hidden(document, tag) or not _has_source(tag):
            continue
        tracks = (child for child in _inside(tag) if child.name == "track")
        if not any(attr(track, "kind").lower() in {"", *_TEXTS} for track in tracks) and not _is_written_out(
            tag
        ):
            yield Hit(None, html.place(tag), outcome="cantTell")


def _inside(tag: Tag) -> Iterator[Tag]:
    from bs4.element import Tag as Element

    return (child for child in tag.contents if isinstance(child, Element))


def _has_source(tag: Tag) -> bool:
    return bool(attr(tag, "src")) or any(child.name == "source" for child in _inside(tag))


def _plays(address: str) -> bool:
    """Whether the player behind the address starts by itself, and with sound."""
    try:
        asked = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    except ValueError:
        return False
    silent = any(asked.get(name, "").lower() not in _OFF for name in ("mute", "muted", "background"))
    return not silent and asked.get("autoplay", "0").lower() not in _OFF


def _is_written_out(tag: Tag) -> bool:
    """Whether the text just after the film speaks of captions or of a version in text."""
    from bs4.element import NavigableString

    seen = 0
    for node in islice(tag.next_elements, _STEPS):
        if isinstance(node, NavigableString):
            if _WRITTEN_OUT.search(node):
                return True
            seen += len(node.strip())
        if seen > _NEARBY:
            break
    return False
