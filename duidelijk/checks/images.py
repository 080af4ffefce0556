"""Images and the text that stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.markup import DECORATIVE, attr, is_hidden, kind_of, own_name, role, tag_at, with_role
from duidelijk.checks.prose import word_set
from duidelijk.model import Block, Document, Hit, Span

if TYPE_CHECKING:
    from bs4.element import Tag

_EXTENSION: Final = re.compile(
    r"[^/\\:;?!, ]*(?: [^/\\:;?!, ]+){0,4}\.(?:jpe?g|jfif|png|gif|svg|webp|bmp|tiff?|avif|heic|ico|eps|pdf)",
    re.IGNORECASE,
)
# What cameras, phones and screens call their pictures.
_CAMERA: Final = re.compile(
    r"(?:IMG|DSC[NF]?|PXL|DCIM|MVI|WP|VID|Screenshot|Screen Shot|Schermafbeelding|Schermafdruk|"
    r"WhatsApp Image|Naamloos|Untitled|image|img|picture|photo|foto|afbeelding|unnamed)"
    r"[ _-]*\(?\d[\d ().:_-]*(?:at|om)?[\d ().:_-]*",
    re.IGNORECASE,
)
_HASH: Final = re.compile(
    r"(?=\w*\d)(?=\w*[a-f])[0-9a-f]{8,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
_JOINED: Final = re.compile(r"[\w.-]*\w_\w[\w.-]*|(?=\S*\d)\w+(?:-\w+){2,}")
_EMPTY_WORDS: Final = word_set(
    """
    afbeelding beeld plaatje foto foto's fotos illustratie figuur icoon icoontje icon pictogram logo
    banner header image img picture photo graphic grafiek diagram schema tekening placeholder spacer
    thumbnail thumb hero slide bullet alt alt-tekst alttekst
    """
)
_EXCUSED: Final = re.compile(
    r"\s(?:role\s*=\s*[\"']?(?:none|presentation)\b|aria-label(?:ledby)?\s*=|title\s*=|hidden\b|"
    r"aria-hidden\s*=\s*[\"']?true)",
    re.IGNORECASE,
)


def missing_alt(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Images that assistive technology meets without any name.

    ``whole_page``: also outside the main content. In HTML an ``alt`` of white space alone counts as missing.
    """
    for block in document.blocks:
        if kind_of(block) != "image_alt" or not (block.main or whole_page) or block.text:
            continue
        tag = tag_at(document, block.place.start)
        if tag is None:
            written = document.source.text[slice(*block.place)]
            if block.attrs.get("alt") == "missing" and not _EXCUSED.search(written):
                yield Hit(None, block.place)
        elif tag.name == "img" and not _is_decorative(tag) and not _has_name(tag):
            yield Hit(None, block.place)
    for tag in with_role(document):
        if tag.get("role") == "img" and tag.name not in {"img", "svg"} and not _has_name(tag):
            yield Hit(None, html.place(tag))


def file_name_alt(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Text alternatives that are a file name, a code or just a word such as ‘foto’."""
    for block in document.blocks:
        text = block.text
        if text and kind_of(block) == "image_alt" and (block.main or whole_page) and _says_nothing(block):
            yield Hit(block, Span(0, len(text)), {"gevonden": text})


def _is_decorative(tag: Tag) -> bool:
    """Whether the page says that the image is only decoration: ``alt=""`` or a role."""
    return tag.get("alt") == "" or role(tag) in DECORATIVE


def _has_name(tag: Tag) -> bool:
    """Whether the element has a name, or needs none because nobody meets it."""
    return bool(own_name(tag) or attr(tag, "title") or is_hidden(tag))


def _says_nothing(block: Block) -> bool:
    text = block.text
    if text.strip(" .:-").lower() in _EMPTY_WORDS:
        return True
    if _EXTENSION.fullmatch(text) or _CAMERA.fullmatch(text) or _HASH.fullmatch(text):
        return True
    stem = re.split(r"[/\\]", block.attrs.get("src", ""))[-1].rsplit(".", 1)[0]
    return bool(_JOINED.fullmatch(text)) and (
        not stem or text.islower() or text.lower() in stem.lower() or "_" in text
    )
