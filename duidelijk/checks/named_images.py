"""Drawings, embedded files and image buttons without a name, and decoration that speaks all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from duidelijk import html
from duidelijk.checks.by_role import nameless
from duidelijk.html.exposed import is_exposed
from duidelijk.html.exposure import is_svg
from duidelijk.html.names import name
from duidelijk.html.native_names import input_type
from duidelijk.html.roles import NO_ROLE, explicit_role, has_conflict, role
from duidelijk.html.tree_index import index, named
from duidelijk.model import Document, Hit

if TYPE_CHECKING:
    from bs4.element import Tag

_DRAWINGS: Final = frozenset({"graphics-document", "graphics-symbol", "image", "img"})
_MEDIA_TYPE: Final = re.compile(r"(?:image|audio|video)/", re.IGNORECASE)
_MEDIA_FILE: Final = re.compile(
    r"\.(?:jpe?g|jfif|png|apng|gif|svgz?|webp|bmp|tiff?|avif|heic|ico|mp3|m4a|aac|ogg|oga|opus|wav|flac|"
    r"mp4|m4v|mov|webm|ogv|avi|mpe?g|wmv)$",
    re.IGNORECASE,
)
_SVG: Final = re.compile(r"image/svg|\.svgz?\b", re.IGNORECASE)
_MEDIA_DATA: Final = re.compile(r"\s*data:(?:image|audio|video)/", re.IGNORECASE)


def unnamed_drawings(document: Document) -> Iterator[Hit]:
    """SVG elements with a role of a picture and without a name (ACT rule 7d6734)."""
    drawn = (
        tag
        for tag in index(document).with_role
        if is_svg(tag) and explicit_role(document, tag) in _DRAWINGS and is_exposed(document, tag)
    )
    yield from nameless(document, drawn)


def unnamed_objects(document: Document) -> Iterator[Hit]:
    """``<object>`` elements that show an image, film or sound and have no name (ACT rule 8fc3b6).

    The type or the address tells what the file is. Of an address that says nothing, nothing is said. A
    drawing in SVG can hold text of its own, so there somebody has to look.
    """
    for tag in named(document, "object"):
        if _is_media(tag) and is_exposed(document, tag) and not name(document, tag):
            yield Hit(None, html.place(tag), outcome="cantTell" if _is_drawing(tag) else "failed")


def unnamed_image_buttons(document: Document) -> Iterator[Hit]:
    """Image buttons without a name (ACT rule 59796f)."""
    buttons = (
        tag for tag in named(document, "input") if input_type(tag) == "image" and is_exposed(document, tag)
    )
    yield from nameless(document, buttons)


def exposed_decoration(document: Document) -> Iterator[Hit]:
    """Elements marked as decoration that assistive technology meets all the same (ACT rule 46ca7f).

    An attribute such as ``aria-label``, or the focus, makes browsers ignore the mark.
    """
    given = [tag for tag in index(document).with_role if explicit_role(document, tag) in NO_ROLE]
    silent = [
        tag
        for tag in named(document, "img")
        if tag.attrs.get("alt") == "" and not explicit_role(document, tag)
    ]
    for tag in (*given, *silent):
        if role(document, tag) == "none" or not has_conflict(document, tag) or not is_exposed(document, tag):
            continue
        yield Hit(None, html.place(tag))


def _is_drawing(tag: Tag) -> bool:
    return _SVG.search(f"{tag.attrs.get('type', '')} {tag.attrs.get('data', '')}") is not None


def _is_media(tag: Tag) -> bool:
    kind, address = str(tag.attrs.get("type", "")).strip(), str(tag.attrs.get("data", "")).strip()
    if kind or not address:
        return bool(address and _MEDIA_TYPE.match(kind))
    if _MEDIA_DATA.match(address):
        return True
    return bool(_MEDIA_FILE.search(unquote(address.partition("#")[0].partition("?")[0])))
