"""Makes the file that an example in a rule describes: HTML becomes Word, OpenDocument or PDF.

``<document title lang>`` around it says what the file says about itself. ``<aside>`` is a text box,
``<img float decorative>`` a picture that floats or is decoration, ``\\t`` a tab. For a PDF: ``tagged="nee"``,
``showtitle="nee"``, ``rights`` (the permission bits), ``<page>`` and ``<page image>``, ``<a href loose>`` and
``<a href contents>``.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from tests import docx_files as docx

TITLE: Final = "Een paspoort aanvragen"
_VOID: Final = frozenset({"img", "br"})


class Node:
    """An element with its children in order; a text is a ``str``."""

    def __init__(self, name: str, attrs: dict[str, str]) -> None:
        self.name = name
        self.attrs = attrs
        self.children: list[Node | str] = []

    @property
    def text(self) -> str:
        """All text below."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def nodes(self, *names: str) -> list[Node]:
        """The children with these names."""
        return [one for one in self.children if isinstance(one, Node) and one.name in names]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if tag == "document":
            self.open[0].attrs = node.attrs
            return
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag != "document" and tag not in _VOID:
            del self.open[max(1, len(self.open) - 1) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data.replace("\\t", "\t"))


def parsed(text: str) -> Node:
    """The tree of an example."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.open[0]


def made(text: str, kind: str) -> bytes:
    """The file that an example describes; a mail stands there as it is."""
    if kind == "eml":
        return text.encode()
    document = parsed(text)
    if kind == "docx":
        return word(document)
    if kind == "odt":
        from tests.odt_examples import odt

        return odt(document)
    from tests.pdf_examples import pdf

    return pdf(document)


def word(document: Node) -> bytes:
    """A Word file."""
    lang = document.attrs.get("lang", "nl-NL")
    said = f'<w:lang w:val="{lang}"/>' if lang else ""
    headings = "".join(
        docx.style(
            f"heading {level}", f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>', key=f"Kop{level}"
        )
        for level in range(1, 7)
    )
    relations = "".join(docx.link(f"l{at}", one.attrs["href"]) for at, one in enumerate(_links(document)))
    return docx.word(
        "".join(_block(one, document) for one in document.children if isinstance(one, Node)),
        parts={
            "styles": docx.part(
                "styles",
                f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>{said}</w:rPr></w:rPrDefault>'
                f"</w:docDefaults>{headings}",
            ),
            "numbering": docx.numbering(docx.level(0, "bullet", "•")),
        },
        relations=relations,
        title=document.attrs.get("title", TITLE),
    )


def _links(node: Node) -> list[Node]:
    found = []
    for one in node.children:
        if isinstance(one, Node):
            found += ([one] if one.name == "a" else []) + _links(one)
    return found


def _block(node: Node, document: Node) -> str:
    match node.name:
        case "ul" | "ol":
            return "".join(
                docx.paragraph(
                    _runs(item, document),
                    properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
                )
                for item in node.nodes("li")
            )
        case "table":
            return docx.table(*(_row(row, document) for row in node.nodes("tr")))
        case "aside":
            return docx.paragraph(docx.box(docx.paragraph(_runs(node, document))))
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return docx.paragraph(_runs(node, document) or "<w:r/>", style=f"Kop{node.name[1]}")
    align = node.attrs.get("align")
    return docx.paragraph(
        _runs(node, document) or "<w:r/>", properties=f'<w:jc w:val="{align}"/>' if align else ""
    )


def _row(row: Node, document: Node) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:gridSpan w:val="{cell.attrs.get("colspan", "1")}"/></w:tcPr>'
        f"{docx.paragraph(_runs(cell, document) or '<w:r/>')}</w:tc>"
        for cell in row.nodes("td", "th")
    )
    head = "<w:tblHeader/>" if row.nodes("th") else ""
    return f"<w:tr><w:trPr>{head}</w:trPr>{cells}</w:tr>"


def _runs(node: Node, document: Node, properties: str = "") -> str:
    size, lang = node.attrs.get("size"), node.attrs.get("lang")
    properties += f'<w:sz w:val="{2 * int(size)}"/>' if size else ""
    properties += f'<w:lang w:val="{lang}"/>' if lang else ""
    found = []
    for one in node.children:
        if isinstance(one, str):
            parts = one.split("\t")
            found.append("<w:r><w:tab/></w:r>".join(docx.run(part, properties) for part in parts))
        elif one.name == "br":
            found.append("<w:r><w:br/></w:r>")
        elif one.name == "img":
            found.append(_picture(one))
        elif one.name == "a":
            at = _links(document).index(one)
            found.append(f'<w:hyperlink r:id="l{at}">{_runs(one, document, properties)}</w:hyperlink>')
        else:
            more = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}.get(one.name, "")
            found.append(_runs(one, document, properties + more))
    return "".join(found)


def _picture(image: Node) -> str:
    alt = image.attrs.get("alt")
    inside = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    made = docx.picture(
        'name="Afbeelding 1"' + (f' descr="{alt}"' if alt else ""),
        inside if "decorative" in image.attrs else "",
    )
    return made.replace("wp:inline>", "wp:anchor>") if "float" in image.attrs else made
