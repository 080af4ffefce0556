"""OpenDocument texts for tests, put together from pieces of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final, NamedTuple

MIMETYPE: Final = "application/vnd.oasis.opendocument.text"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES: Final = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        **{name: f"{_OASIS}{name}:1.0" for name in ("office", "text", "style", "table", "meta")},
        "draw": f"{_OASIS}drawing:1.0",
        "fo": f"{_OASIS}xsl-fo-compatible:1.0",
        "svg": f"{_OASIS}svg-compatible:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

STYLES: Final = """
<style:default-style style:family="paragraph">
  <style:text-properties fo:language="nl" fo:country="NL" fo:font-size="12pt"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
  style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.25cm"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard">
  <style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:parent-style-name="Heading" style:default-outline-level="1">
  <style:text-properties fo:font-size="150%"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
  style:parent-style-name="Heading" style:default-outline-level="2"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading"/>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Strong" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text">
  <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Hidden" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="English" style:family="text">
  <style:text-properties fo:language="en" fo:country="GB"/></style:style>
"""

LISTS: Final = """
<text:list-style style:name="Numbers">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
  <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>
</text:list-style>
<text:list-style style:name="Bullets">
  <text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="-"/>
</text:list-style>
"""


def paragraph(content: str, style: str = "Standard") -> str:
    """A ``text:p``."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(content: str, level: int = 1) -> str:
    """A ``text:h``."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{content}</text:h>'


def listed(*items: str, style: str = "", attributes: str = "") -> str:
    """A ``text:list``; an item that is no XML becomes a paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    inner = "".join(
        f"<text:list-item>{item if item.startswith('<') else paragraph(item)}</text:list-item>"
        for item in items
    )
    return f"<text:list{named} {attributes}>{inner}</text:list>"


def table(*rows: str, header: str = "", attributes: str = "", columns: int = 2) -> str:
    """A ``table:table``; ``header`` is the row at the top."""
    head = f"<table:table-header-rows>{header}</table:table-header-rows>" if header else ""
    grid = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f"<table:table {attributes}>{grid}{head}{''.join(rows)}</table:table>"


def row(*cells: str) -> str:
    """A ``table:table-row``; a cell that is no XML becomes a paragraph."""
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(content: str) -> str:
    if content.startswith(("<table:table-cell", "<table:covered")):
        return content
    inner = content if content.startswith("<") else paragraph(content)
    return f"<table:table-cell>{inner}</table:table-cell>"


def part(root: str, content: str) -> str:
    """A part of its own: ``part("document-styles", …)``."""
    return f'{_HEAD}<office:{root} {NAMES} office:version="1.3">{content}</office:{root}>'


def content_of(body: str, automatic: str = "") -> str:
    """The ``content.xml`` with a body."""
    return part(
        "document-content",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with the mimetype first, not packed, as OpenDocument wants it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content, how)
    return file.getvalue()


def parts_of(
    body: str,
    *,
    automatic: str = "",
    styles: str = STYLES + LISTS,
    paper_styles: str = "",
    pages: str = "",
    meta: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> dict[str, str | bytes]:
    """The parts of an odt by name."""
    return {
        "mimetype": MIMETYPE,
        "content.xml": content_of(body, automatic),
        "styles.xml": part(
            "document-styles",
            f"<office:styles>{styles}</office:styles>"
            f"<office:automatic-styles>{paper_styles}</office:automatic-styles>"
            f"<office:master-styles>{pages}</office:master-styles>",
        ),
        "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
        **(more or {}),
        "META-INF/manifest.xml": manifest(["content.xml", "styles.xml", "meta.xml", *(more or {})]),
    }


def manifest(names: list[str], inside: str = "") -> str:
    """The list of parts; ``inside`` is what each entry holds."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{inside}'
        "</manifest:file-entry>"
        for name in names
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>{entries}'
        "</manifest:manifest>"
    )


def odt(body: str, **more: object) -> bytes:
    """An OpenDocument text with this in its body; see :func:`parts_of` for what else it may have."""
    return zipped(parts_of(body, **more))  # type: ignore[arg-type]


class Comment(NamedTuple):
    """A comment in an odt: the words that it is about, None when it is at a point, and its lines."""

    words: str | None
    lines: tuple[str, ...]


def comments_in(data: bytes, name: str = "content.xml", author: str = "duidelijk") -> list[Comment]:
    """The comments by one author, in their order."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(name))
    office = f"{{{_OASIS}office:1.0}}"
    found: list[Comment] = []
    is_open: dict[str, int] = {}

    def words(text: str | None) -> None:
        for at in is_open.values():
            found[at] = found[at]._replace(words=(found[at].words or "") + (text or ""))

    def walk(element: etree._Element) -> None:
        label = str(element.get(f"{office}name"))
        if element.tag == f"{office}annotation":
            lines = ["".join(map(str, one.itertext())) for one in element.findall(f"{{{_OASIS}text:1.0}}p")]
            if element.findtext("{http://purl.org/dc/elements/1.1/}creator") == author:
                if root.find(f".//{office}annotation-end[@{office}name='{label}']") is not None:
                    is_open[label] = len(found)
                found.append(Comment(None, tuple(lines)))
        elif element.tag == f"{office}annotation-end":
            is_open.pop(label, None)
        else:
            words(element.text)
            for child in element:
                walk(child)
        words(element.tail)

    walk(root)
    return found
