"""PDF files made by hand, byte by byte, so that a test shows all that is in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"


class Words(NamedTuple):
    """Text with the start of its baseline at ``x``, ``y`` in points; ``mcid`` puts it in marked content."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "F1"
    mcid: int | None = None
    tag: str = "P"


def drawn(words: Iterable[Words]) -> bytes:
    """The content of a page that shows these words. ``F1`` is Helvetica, ``F2`` the bold one."""
    parts = []
    for one in words:
        text = one.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown = f"BT /{one.font} {one.size} Tf {one.x} {one.y} Td (".encode() + text + b") Tj ET"
        if one.tag == "Artifact":
            shown = b"/Artifact BMC " + shown + b" EMC"
        elif one.mcid is not None:
            shown = f"/{one.tag} << /MCID {one.mcid} >> BDC ".encode() + shown + b" EMC"
        parts.append(shown)
    return b"\n".join(parts)


def written(objects: Mapping[int, bytes], *, root: int = 1, trailer: bytes = b"") -> bytes:
    """A file of these objects, with its table and trailer."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        place = places.get(number)
        out += b"0000000000 65535 f \n" if place is None else b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root %d 0 R " % (size, root) + trailer + b" >>\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d " % len(content) + entries + b" >>\nstream\n" + content + b"\nendstream"


def pdf(
    *pages: Sequence[Words],
    box: str = "0 0 595 842",
    fonts: Mapping[str, bytes] | None = None,
    catalog: bytes = b"",
    page: bytes = b"",
    more: Mapping[int, bytes] | None = None,
) -> bytes:
    """A file with a page for each sequence of words.

    Page ``n`` (from 0) is object ``10 + 2 n``, what it shows the object after it. ``catalog`` and ``page``
    are entries to add, ``more`` are objects to add; those with numbers from 1,000,000 on are free.
    """
    known = {"F1": FONT % b"Helvetica", "F2": FONT % b"Helvetica-Bold", **(fonts or {})}
    named = b" ".join(f"/{name} ".encode() + font for name, font in known.items())
    kids = b" ".join(b"%d 0 R" % (10 + 2 * number) for number in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        2: b"<< /Type /Pages /Count %d /Kids [" % len(pages) + kids + b"] >>",
        3: b"<< /Font << " + named + b" >> >>",
        **(more or {}),
    }
    for number, words in enumerate(pages):
        objects[10 + 2 * number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [" + box.encode() + b"] /Resources 3 0 R "
            b"/Contents %d 0 R " % (11 + 2 * number) + page + b" >>"
        )
        objects[11 + 2 * number] = stream(drawn(words))
    return written(objects)


def lines(*texts: str, x: float = 71, y: float = 750, pitch: float = 13, size: float = 11) -> list[Words]:
    """Lines below each other."""
    return [Words(x, y - pitch * number, text, size) for number, text in enumerate(texts)]


def tagged(tree: str, *pages: Sequence[Words], more: Mapping[int, bytes] | None = None) -> bytes:
    """A file with tags. ``tree`` is the ``/K`` of the root; its objects are in ``more``, from 900 on."""
    root = f"<< /Type /StructTreeRoot /K {tree} /RoleMap << /Kop /H1 /Heen /Weer /Weer /Heen >> >>".encode()
    return pdf(
        *pages,
        catalog=b"/MarkInfo << /Marked true >> /Lang (nl-NL) /StructTreeRoot 800 0 R",
        more={800: root, **(more or {})},
    )
