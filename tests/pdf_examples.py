"""PDF files for the examples in rules: tagged, with a line of text for each block."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from tests.office_examples import Node

_TOP: Final = 780
_LEFT: Final = 72
_CELL: Final = 120
_ROLES: Final = {"p": "P", "li": "LI", "td": "TD", "th": "TH"}


def pdf(document: Node) -> bytes:
    """The file that an example describes; see ``office_examples``."""
    return _Maker(document).bytes()


class _Maker:
    def __init__(self, document: Node) -> None:
        from tests.office_examples import TITLE

        self._said = document.attrs
        self._pdf = pikepdf.new()
        self._font = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
            )
        )
        self._pages: list[tuple[Any, list[str]]] = []
        self._tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
        self._top = self._element(self._tree, "Document")
        self._new_page(is_image=False)
        for one in document.children:
            if not isinstance(one, str):
                self._block(one)
        title = document.attrs.get("title", TITLE)
        if title:
            self._pdf.docinfo["/Title"] = title
        self._say(self._pdf.Root)

    def bytes(self) -> bytes:
        """The file."""
        for page, content in self._pages:
            page.obj.Contents = self._pdf.make_stream("\n".join(content).encode("cp1252"))
        data = io.BytesIO()
        rights = self._said.get("rights")
        if rights is None:
            self._pdf.save(data)
        else:
            allow = pikepdf.Permissions(accessibility=bool(int(rights) & 0x200))
            secured = pikepdf.Encryption(owner="geheim", user="", R=3, aes=False, metadata=False, allow=allow)
            self._pdf.save(data, encryption=secured)
        return data.getvalue()

    def _say(self, root: Any) -> None:
        lang = self._said.get("lang", "nl-NL")
        if lang:
            root.Lang = String(lang)
        if self._said.get("tagged") != "nee":
            root.StructTreeRoot = self._tree
            root.MarkInfo = Dictionary(Marked=True)
        if self._said.get("showtitle") != "nee":
            root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _new_page(self, *, is_image: bool) -> None:
        page = self._pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=self._font))
        content = []
        if is_image:
            image = self._pdf.make_stream(
                b"\x80",
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=1,
                Height=1,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            )
            page.obj.Resources.XObject = Dictionary(I1=image)
            content.append("q 595 0 0 842 0 0 cm /I1 Do Q")
        self._pages.append((page, content))
        self._at = _TOP
        self._mcid = 0

    def _block(self, node: Node) -> None:
        if node.name == "page":
            self._new_page(is_image="image" in node.attrs)
        elif node.name == "table":
            table = self._element(self._top, "Table")
            for row in node.nodes("tr"):
                made = self._element(table, "TR")
                for column, cell in enumerate(row.nodes("td", "th")):
                    element = self._element(made, _ROLES[cell.name])
                    if "scope" in cell.attrs:
                        element.A = Dictionary(O=Name.Table, Scope=Name("/" + cell.attrs["scope"]))
                    self._write(element, cell.text, _LEFT + column * _CELL)
                self._at -= 20
        else:
            self._paragraph(node)

    def _paragraph(self, node: Node) -> None:
        role = _ROLES.get(node.name, node.name.upper())
        element = self._element(self._top, role)
        if node.text:
            self._write(element, node.text, _LEFT, 20 if role[0] == "H" else 11)
        self._at -= 30
        for image in node.nodes("img"):
            figure = self._element(self._top, "Figure")
            figure.Pg = self._pages[-1][0].obj
            figure.K = self._mcid
            self._mcid += 1
            if "alt" in image.attrs:
                figure.Alt = String(image.attrs["alt"])
        for link in node.nodes("a"):
            self._link(element, link)

    def _link(self, element: Any, link: Node) -> None:
        page = self._pages[-1][0].obj
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([_LEFT, self._at, _LEFT + 100, self._at + 15]),
            A=Dictionary(S=Name.URI, URI=String(link.attrs["href"])),
        )
        if "contents" in link.attrs:
            made.Contents = String(link.attrs["contents"])
        annotation = self._pdf.make_indirect(made)
        page.Annots = Array([annotation])
        if "loose" not in link.attrs:
            inside = self._element(element, "Link")
            inside.K = Array([Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)])

    def _write(self, element: Any, text: str, left: int, size: int = 11) -> None:
        page, content = self._pages[-1]
        element.Pg = page.obj
        element.K = Array([*element.get("/K", []), self._mcid])
        said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        content.append(
            f"{element.S} <</MCID {self._mcid}>> BDC BT /F1 {size} Tf {left} {self._at} Td ({said}) Tj ET EMC"
        )
        self._mcid += 1

    def _element(self, parent: Any, role: str) -> Any:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent))
        parent.K = Array([*parent.get("/K", []), made])
        return made
