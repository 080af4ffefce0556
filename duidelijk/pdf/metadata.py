"""The title in the XMP metadata of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duidelijk.pdf.limits import unpacked

if TYPE_CHECKING:
    import pikepdf

_MOST: Final = 1_000_000  # bytes; the metadata of a real file is a few thousand
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ITEM: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


def xmp_title(tree: pikepdf.Pdf) -> str:
    """``dc:title`` of the XMP metadata, empty without it or when the metadata cannot be read."""
    import pikepdf
    from lxml import etree

    stream = tree.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream) or not unpacked(stream, _MOST):
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        data = stream.read_bytes()
        root = etree.fromstring(data.strip(b"\0 \r\n\t"), parser) if len(data) <= _MOST else None
    except (pikepdf.PdfError, etree.XMLSyntaxError, ValueError, RuntimeError):
        return ""
    title = root.find(f".//{_TITLE}") if root is not None else None
    if title is None:
        return ""
    found = [item.text or "" for item in title.iter(_ITEM)]
    return next((text for text in found if text.strip()), title.text or "")
