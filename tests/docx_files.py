"""Word files for tests, put together from pieces of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

NAMES: Final = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }.items()
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def part(root: str, content: str) -> str:
    """A part of its own: ``part("styles", …)``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMES}>{content}</w:{root}>'


def paragraph(content: str, *, style: str = "", properties: str = "") -> str:
    """A ``w:p``; ``content`` that is no XML is the text of its only run."""
    if not content.startswith("<"):
        content = run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A ``w:r`` with text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(
        text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def table(*rows: str, properties: str = "") -> str:
    """A ``w:tbl``."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "", cell: str = "") -> str:
    """A ``w:tr``; ``cell`` are the properties of each of its cells."""
    inside = (
        f"<w:tc><w:tcPr>{cell}</w:tcPr>{one if one.startswith('<w:') else paragraph(one)}</w:tc>"
        for one in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inside)}</w:tr>"


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return data.getvalue()


def word(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relations: str = "",
    title: str = "",
    kind: str = "document",
) -> bytes:
    """A Word file. ``parts`` are by the name of their relation: styles, numbering, footnotes, header1 …"""
    parts = parts or {}
    linked = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name.rstrip("0123456789")}+xml"/>'
        for name in parts
    )
    core = (
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{title}</dc:title></cp:coreProperties>"
    )
    return pack(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_WORD}.{kind}.main+xml"/>'
                '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
                f'package.core-properties+xml"/>{kinds}</Types>'
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
                f'Target="word/document.xml"/><Relationship Id="b" Type="{_CORE}" '
                'Target="docProps/core.xml"/></Relationships>'
            ),
            "docProps/core.xml": core,
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{_RELATIONS}">{linked}{relations}</Relationships>'
            ),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def link(name: str, address: str) -> str:
    """A relation to an address outside, for ``word(relations=…)``."""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'


def style(name: str, properties: str = "", *, kind: str = "paragraph", base: str = "", key: str = "") -> str:
    """A ``w:style``; its id is its name without spaces, unless ``key`` says otherwise."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    known = key or name.replace(" ", "")
    return (
        f'<w:style w:type="{kind}" w:styleId="{known}"><w:name w:val="{name}"/>{based}{properties}</w:style>'
    )


def level(at: int, form: str, text: str, more: str = "") -> str:
    """A ``w:lvl`` of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, *nums: str) -> str:
    """The part with one list of these levels, and the numbers that paragraphs name it by."""
    used = nums or ('<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',)
    abstract = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    return part("numbering", abstract + "".join(used))


def field(code: str, result: str) -> str:
    """A field of five runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        mark("begin") + f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        + mark("separate") + run(result) + mark("end")
    )  # fmt: skip


def picture(properties: str, inside: str = "") -> str:
    """A picture with these ``wp:docPr`` attributes."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" {properties}>{inside}'
        '</wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:blipFill><a:blip r:embed="image"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(content: str, *, relative: str = "paragraph") -> str:
    """A text box as Word writes it: the new way, and the old way for old programs."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionV relativeFrom="{relative}"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:docPr id="2" name="Tekstvak 2"/><a:graphic><a:graphicData uri="'
        'http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
