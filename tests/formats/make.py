"""Writes the letter and the page of ``source.py`` in each format, beside this file.

Needs LibreOffice; the files that it makes are kept, so that a test does not. To make them again:
``python -m tests.formats.make``.
"""

from __future__ import annotations

import io
import re
import struct
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path
from typing import Any, Final

from tests.formats.source import SOURCES, Heading, Link, List, Part, Picture, Source, Table, Text

FOLDER: Final = Path(__file__).parent
DATE: Final = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
_STAMP: Final = (2026, 3, 4, 12, 0, 0)
_LINK_TYPE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NOT_META: Final = re.compile(
    r"<(meta:(?:generator|initial-creator|creation-date|editing-duration|editing-cycles|printed-by|print-date)"
    r"|dc:(?:creator|date))>[^<]*</\1>"
)
_LEFT_OUT: Final = ("Thumbnails/", "docProps/thumbnail", "settings.xml")
_NOT_THERE: Final = re.compile(r'<manifest:file-entry[^>]*"(?:Thumbnails/[^"]*|settings\.xml)"[^>]*/>')


def main() -> None:
    """Write all files."""
    (FOLDER / "kaart.png").write_bytes(picture())
    for source in SOURCES:
        for suffix, content in (("txt", plain(source)), ("md", markdown(source)), ("html", page(source))):
            (FOLDER / f"{source.name}.{suffix}").write_text(content, encoding="utf-8", newline="\n")
        (FOLDER / f"{source.name}.eml").write_bytes(mail(source))
        word = FOLDER / f"{source.name}.docx"
        word.write_bytes(repacked(docx(source)))
        odt, tagged, untagged = converted(word)
        (FOLDER / f"{source.name}.odt").write_bytes(repacked(odt))
        (FOLDER / f"{source.name}.pdf").write_bytes(cleaned(tagged))
        (FOLDER / f"{source.name}-zonder-labels.pdf").write_bytes(cleaned(untagged))


def plain(source: Source) -> str:
    """As text."""
    out = []
    for part in source.parts:
        match part:
            case Heading(_, words):
                out.append(f"\n{words}")
            case Text(parts, near):
                out.append(("" if near else "\n") + _words(parts))
            case List(items, numbered):
                out.append("")
                out += [
                    f"{f'{number}.' if numbered else '-'} {_words(item)}"
                    for number, item in enumerate(items, 1)
                ]
            case Table(rows):
                out += ["", *("\t".join(row) for row in rows)]
            case Picture():
                pass
    return "\n".join(out).lstrip("\n") + "\n"


def markdown(source: Source) -> str:
    """As Markdown."""
    out: list[str] = []
    for part in source.parts:
        match part:
            case Heading(level, words):
                out += ["", f"{'#' * level} {words}"]
            case Text(parts, near):
                words = "".join(
                    f"[{one.words}]({one.address})" if isinstance(one, Link) else one for one in parts
                )
                if near:
                    out[-1] += "\\"
                    out.append(words)
                else:
                    out += ["", words]
            case List(items, numbered):
                out.append("")
                for number, item in enumerate(items, 1):
                    mark = f"{number}." if numbered else "-"
                    out.append(
                        f"{mark} "
                        + "".join(
                            f"[{one.words}]({one.address})" if isinstance(one, Link) else one for one in item
                        )
                    )
            case Table(rows):
                head, *rest = (f"| {' | '.join(row)} |" for row in rows)
                out += ["", head, "|" + " --- |" * len(rows[0]), *rest]
            case Picture(file, alt):
                out += ["", f"![{alt}]({file})"]
    return "\n".join(out).lstrip("\n") + "\n"


def page(source: Source) -> str:
    """As a page."""
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(source.title)}</title>\n</head>\n<body>\n<main>\n{_html(source.parts)}</main>\n</body>\n</html>\n"
    )


def _html(parts: tuple[Part, ...]) -> str:
    out: list[str] = []
    for part in parts:
        match part:
            case Heading(level, words):
                out.append(f"<h{level}>{escape(words)}</h{level}>")
            case Text(inner, near):
                if near:
                    out[-1] = out[-1].removesuffix("</p>") + f"<br>\n{_inline(inner)}</p>"
                else:
                    out.append(f"<p>{_inline(inner)}</p>")
            case List(items, numbered):
                kind = "ol" if numbered else "ul"
                inside = "\n".join(f"<li>{_inline(item)}</li>" for item in items)
                out.append(f"<{kind}>\n{inside}\n</{kind}>")
            case Table(rows):
                head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
                body = "\n".join(
                    f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[1:]
                )
                out.append(
                    f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
                )
            case Picture(file, alt):
                out.append(f'<img src="{file}" alt="{escape(alt)}">')
    return "\n".join(out) + "\n"


def _inline(parts: tuple[str | Link, ...]) -> str:
    return "".join(
        f'<a href="{one.address}">{escape(one.words)}</a>' if isinstance(one, Link) else escape(one)
        for one in parts
    )


def _words(parts: tuple[str | Link, ...]) -> str:
    return "".join(one.words if isinstance(one, Link) else one for one in parts)


def mail(source: Source) -> bytes:
    """As a mail with a text part and an html part; the subject is in its head, and not in its text."""
    subject = Text((f"Onderwerp: {source.subject}",), near=True)
    body = source._replace(parts=tuple(part for part in source.parts if part != subject))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = source.subject
    message["From"] = "Gemeente Voorbeeld <post@example.nl>"
    message["To"] = "inwoner@example.nl"
    message["Date"] = DATE
    message["Message-ID"] = f"<{source.name}@example.nl>"
    message.set_content(plain(body))
    html = f'<!DOCTYPE html>\n<html lang="nl">\n<body>\n{_html(body.parts)}</body>\n</html>\n'
    message.add_alternative(html, subtype="html")
    message.set_boundary("grens")
    return message.as_bytes()


def docx(source: Source) -> bytes:
    """As a Word file."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    made: Any = Document()
    made.core_properties.title = source.title
    for name in ("author", "comments", "keywords", "last_modified_by", "subject", "category"):
        setattr(made.core_properties, name, "")
    made.core_properties.language = "nl-NL"
    made.core_properties.created = made.core_properties.modified = DATE.replace(tzinfo=None)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for fonts in made.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for which in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{which}"), "Liberation Sans")
    for said in made.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), "nl-NL")
    made.styles["Normal"].font.size = Pt(11)
    link = made.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline, link.font.color.rgb = True, RGBColor(0, 0, 0xC0)
    for part in source.parts:
        _add(made, part)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _add(made: Any, part: Part) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    match part:
        case Heading(level, words):
            made.add_heading(words, level)
        case Text(parts, near):
            if near:
                made.paragraphs[-1].paragraph_format.space_after = Pt(0)
            _runs(made.add_paragraph(), parts)
        case List(items, numbered):
            style = "List Number" if numbered else "List Bullet"
            for item in items:
                _runs(made.add_paragraph(style=style), item)
        case Table(rows):
            table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            made.add_paragraph().paragraph_format.space_after = Pt(0)
        case Picture(file, alt):
            made.add_picture(io.BytesIO(picture()), width=Cm(6))
            named = made.inline_shapes[-1]._inline.docPr
            named.set("descr", alt)
            named.set("name", file)


def _runs(paragraph: Any, parts: tuple[str | Link, ...]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for one in parts:
        if isinstance(one, str):
            paragraph.add_run(one)
            continue
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(one.address, _LINK_TYPE, is_external=True))
        link.append(paragraph.add_run(one.words, style="Hyperlink")._r)
        paragraph._p.append(link)


def picture() -> bytes:
    """A small picture: three bands of colour."""
    colors = (b"\x1f\x5f\x9f", b"\xf0\xc0\x40", b"\x3f\x8f\x4f")
    rows = b"".join(b"\0" + color * 48 for color in colors for _ in range(10))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 48, 30, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def converted(word: Path) -> tuple[bytes, bytes, bytes]:
    """What LibreOffice makes of a Word file: an odt, and a PDF with tags and one without."""
    with tempfile.TemporaryDirectory() as folder:
        return (
            _convert(word, folder, "odt"),
            _convert(word, folder, _pdf(True)),
            _convert(word, folder, _pdf(False)),
        )


def _pdf(tagged: bool) -> str:
    said = str(tagged).lower()
    return f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{said}"}}}}'


def _convert(word: Path, folder: str, kind: str) -> bytes:
    subprocess.run(
        ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", folder, str(word)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return Path(folder, f"{word.stem}.{kind[:3]}").read_bytes()


def repacked(data: bytes) -> bytes:
    """A zip without times, and without what LibreOffice says of who made it on which computer."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in _parts(old):
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, content)
    return out.getvalue()


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in packed.namelist():
        if name.endswith("/") or name.startswith(_LEFT_OUT):
            continue
        content = packed.read(name)
        if name in {"meta.xml", "META-INF/manifest.xml"}:
            said = _NOT_META.sub("", content.decode("utf-8"))
            content = _NOT_THERE.sub("", said).encode()
        elif name in {"_rels/.rels", "[Content_Types].xml"}:
            content = re.sub(
                rb'<Relationship [^>]*thumbnail[^>]*/>|<Default Extension="jpeg"[^>]*/>', b"", content
            )
        yield name, content


def cleaned(data: bytes) -> bytes:
    """A PDF without the times and programs that made it."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as tree:
        for key in ("/ID", "/DocChecksum"):
            if key in tree.trailer:
                del tree.trailer[key]
        for key in list(tree.docinfo.keys()):
            if key != "/Title":
                del tree.docinfo[key]
        tree.remove_unreferenced_resources()
        tree.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


if __name__ == "__main__":
    main()
