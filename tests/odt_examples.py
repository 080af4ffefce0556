"""OpenDocument files for the examples in rules."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.office_examples import Node

_NAMES: Final = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "meta": "meta", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)  # fmt: skip
_TYPE: Final = "application/vnd.oasis.opendocument.text"
_TEXT_STYLES: Final = {
    "b": 'fo:font-weight="bold"',
    "i": 'fo:font-style="italic"',
    "u": 'style:text-underline-style="solid"',
}


def odt(document: Node) -> bytes:
    """The file that an example describes; see ``office_examples``."""
    from tests.office_examples import TITLE, Node

    lang, _, country = document.attrs.get("lang", "nl-NL").partition("-")
    said = f'fo:language="{lang}" fo:country="{country or "none"}"' if lang else ""
    own = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {what}/></style:style>'
        for name, what in _TEXT_STYLES.items()
    ) + (
        '<style:style style:name="both" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:text-align="justify"/></style:style>'
        '<style:style style:name="large" style:family="text"><style:text-properties fo:font-size="18pt"/>'
        '</style:style><style:style style:name="en" style:family="text"><style:text-properties '
        'fo:language="en" fo:country="GB"/></style:style>'
    )
    body = "".join(_block(one) for one in document.children if isinstance(one, Node))
    return _packed(
        {
            "mimetype": _TYPE,
            "META-INF/manifest.xml": (
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
                "</manifest:manifest>"
            ),
            "content.xml": (
                f"<office:document-content {_NAMES}><office:automatic-styles>{own}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {_NAMES}><office:styles><style:default-style "
                f'style:family="paragraph"><style:text-properties fo:font-size="11pt" {said}/>'
                '</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'
                "</office:styles></office:document-styles>"
            ),
            "meta.xml": (
                f"<office:document-meta {_NAMES}><office:meta><dc:title>"
                f"{document.attrs.get('title', TITLE)}</dc:title></office:meta></office:document-meta>"
            ),
        }
    )


def _packed(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return data.getvalue()


def _block(node: Node) -> str:
    match node.name:
        case "ul" | "ol":
            items = "".join(
                f"<text:list-item><text:p>{_inline(one)}</text:p></text:list-item>"
                for one in node.nodes("li")
            )
            return f"<text:list>{items}</text:list>"
        case "table":
            rows = node.nodes("tr")
            head = "".join(_row(row) for row in rows if row.nodes("th"))
            rest = "".join(_row(row) for row in rows if not row.nodes("th"))
            head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
            return f'<table:table table:name="t"><table:table-column/>{head}{rest}</table:table>'
        case "aside":
            return (
                '<text:p><draw:frame draw:name="vak" text:anchor-type="paragraph"><draw:text-box><text:p>'
                f"{_inline(node)}</text:p></draw:text-box></draw:frame></text:p>"
            )
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return f'<text:h text:outline-level="{node.name[1]}">{_inline(node)}</text:h>'
    style = "both" if node.attrs.get("align") == "both" else "Standard"
    text = _inline(node)
    for attribute, name in (("size", "large"), ("lang", "en")):
        text = f'<text:span text:style-name="{name}">{text}</text:span>' if attribute in node.attrs else text
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _row(row: Node) -> str:
    cells = "".join(
        f'<table:table-cell table:number-columns-spanned="{cell.attrs.get("colspan", "1")}">'
        f"<text:p>{_inline(cell)}</text:p></table:table-cell>"
        for cell in row.nodes("td", "th")
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _inline(node: Node) -> str:
    found = []
    for one in node.children:
        if isinstance(one, str):
            found.append(one.replace("\t", "<text:tab/>"))
        elif one.name == "br":
            found.append("<text:line-break/>")
        elif one.name == "img":
            found.append(_picture(one))
        elif one.name == "a":
            found.append(f'<text:a xlink:href="{one.attrs["href"]}">{_inline(one)}</text:a>')
        else:
            found.append(f'<text:span text:style-name="{one.name}">{_inline(one)}</text:span>')
    return "".join(found)


def _picture(image: Node) -> str:
    alt = image.attrs.get("alt")
    anchor = "paragraph" if "float" in image.attrs else "as-char"
    decorative = 'loext:decorative="true"' if "decorative" in image.attrs else ""
    title = f"<svg:title>{alt}</svg:title>" if alt else ""
    return (
        f'<draw:frame draw:name="a" text:anchor-type="{anchor}" {decorative}>'
        f'<draw:image xlink:href="Pictures/a.png"/>{title}</draw:frame>'
    )
