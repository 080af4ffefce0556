"""Images and the text that stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from duidelijk.checks import pdf_structure
from duidelijk.checks.by_role import exposed, nameless
from duidelijk.checks.empty_phrases import says_nothing
from duidelijk.checks.markup import kind_of, own_name, tag_at, tree
from duidelijk.checks.prose import word_set
from duidelijk.html.exposure import is_svg
from duidelijk.html.roles import NO_ROLE, explicit_role
from duidelijk.model import Block, Document, Hit, Span

if TYPE_CHECKING:
    from bs4.element import Tag

_NEAR: Final = 10
_EXTENSION: Final = re.compile(
    r"[^/\\:;?!, ]*(?: [^/\\:;?!, ]+){0,4}\.(?:jpe?g|jfif|png|gif|svg|webp|bmp|tiff?|avif|heic|ico|eps|pdf)",
    re.IGNORECASE,
)
# What cameras, phones and screens call their pictures.
_CAMERA: Final = re.compile(
    r"(?:IMG|DSC[NF]?|PXL|DCIM|MVI|WP|VID|Screenshot|Screen Shot|Schermafbeelding|Schermafdruk|"
    r"WhatsApp Image|Naamloos|Untitled|image|img|picture|photo|foto|afbeelding|unnamed|scan)"
    r"[ _-]*\(?\d[\d ().:_-]*(?:at|om|WA)?[\d ().:_-]*",
    re.IGNORECASE,
)
_HASH: Final = re.compile(
    r"(?=\w*\d)(?=\w*[a-f])[0-9a-f]{8,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
_JOINED: Final = re.compile(r"[\w.-]*\w_\w[\w.-]*|(?=\S*\d)\w+(?:-\w+){2,}")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
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
    if tree(document) is not None:
        pictures = (
            tag for tag in exposed(document, "img") if not is_svg(tag) and not _is_decorative(document, tag)
        )
        yield from nameless(document, pictures, whole_page=whole_page)
        return
    if document.format == "pdf":
        yield from pdf_structure.figures_without_alt(document)
        return
    for block in document.blocks:
        if kind_of(block) != "image_alt" or not (block.main or whole_page) or block.text:
            continue
        written = document.source.text[slice(*block.place)]
        if block.attrs.get("alt") == "missing" and not _EXCUSED.search(written):
            yield Hit(None, block.place)


def file_name_alt(document: Document, *, whole_page: bool = False) -> Iterator[Hit]:
    """Text alternatives that are a file name, a code or just a word such as ‘foto’.

    Not where the link or button around the image has a name of its own: then nobody hears the alternative.
    """
    for block in document.blocks:
        text = block.text
        if not text or kind_of(block) != "image_alt" or not (block.main or whole_page):
            continue
        if _says_nothing(block) and not _is_silenced(tag_at(document, block.place.start)):
            yield Hit(block, Span(0, len(text)), {"gevonden": text})


def _is_decorative(document: Document, tag: Tag) -> bool:
    """Whether the page marks the image as decoration: by ``alt=""`` or a role."""
    given = explicit_role(document, tag)
    return given in NO_ROLE or (tag.name == "img" and not given and tag.attrs.get("alt") == "")


def _is_silenced(tag: Tag | None) -> bool:
    near = islice(tag.parents, _NEAR) if tag is not None else ()
    return any(own_name(around) for around in near if around.name in {"a", "button"})


def _says_nothing(block: Block) -> bool:
    text = block.text
    if text.strip(" .:-").lower() in _EMPTY_WORDS or says_nothing(text, "alt") or _ADDRESS.fullmatch(text):
        return True
    if _EXTENSION.fullmatch(text) or _CAMERA.fullmatch(text) or _HASH.fullmatch(text):
        return True
    stem = re.split(r"[/\\]", block.attrs.get("src", ""))[-1].rsplit(".", 1)[0]
    return bool(_JOINED.fullmatch(text)) and (
        not stem or text.islower() or text.lower() in stem.lower() or "_" in text
    )
