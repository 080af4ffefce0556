"""The copy with comments and changes in a real LibreOffice: it opens, and each comment is at its words."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pikepdf
import pypdfium2
import pytest

from duidelijk.annotate import annotated
from duidelijk.engine import lint_bytes
from duidelijk.fix import safe_changes
from duidelijk.model import Finding, Report
from duidelijk.office.xml import parse
from duidelijk.settings import Choice, Settings
from tests.conftest import unavailable
from tests.docx_files import box, link, paragraph, part, row, run, style, table, word

if TYPE_CHECKING:
    from lxml.etree import _Element

pytestmark = pytest.mark.integration
OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
NOTES: Final = '{"ExportNotes":{"type":"boolean","value":"true"}}'
NEAR: Final = 30.0  # points; the sign of a note is about this high
Convert = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """A Word file as LibreOffice writes it in another format."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        unavailable("LibreOffice is needed to look at the comments")
    folder = tmp_path_factory.mktemp("office")

    def made(data: bytes, kind: str) -> bytes:
        (folder / "brief.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        how = f"pdf:writer_pdf_Export:{NOTES}" if kind == "pdf" else kind
        done = subprocess.run(
            [
                program,
                profile,
                "--headless",
                "--convert-to",
                how,
                "--outdir",
                str(folder),
                str(folder / "brief.docx"),
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": str(folder)},
        )
        assert (folder / f"brief.{kind}").exists(), done.stderr
        return (folder / f"brief.{kind}").read_bytes()

    return made


@pytest.fixture(scope="module")
def letter() -> bytes:
    """A letter with findings in runs, a table, a link, a note, a text box and a header."""
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        paragraph("Uw aanvraag voor een vergunning", style="Heading1")
        + paragraph("Geachte mevrouw Voorbeeld,")
        + paragraph(
            run("Wij doen dit ")
            + run("ten behoeve", "<w:b/>")
            + run(" van", "<w:i/>")
            + run(" alle inwoners.")
            + sign
        )
        + table(row("Indien u belt", "Kosten"), row("Gaarne vóór 12 uur", "€ 10"))
        + paragraph(
            run("Lees ") + f'<w:hyperlink r:id="rId9">{run("de betreffende pagina")}</w:hyperlink>' + run(".")
        )
        + paragraph(run("Hiernaast staat een vak.") + box(paragraph("Teneinde u te helpen.")))
        + paragraph("Met vriendelijke groet,")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    )
    parts = {
        "styles": part(
            "styles", style("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', key="Heading1")
        ),
        "footnotes": part(
            "footnotes", f'<w:footnote w:id="2">{paragraph("Teneinde dit te regelen.")}</w:footnote>'
        ),
        "header1": part("hdr", paragraph("Gemeente Voorbeeld")),
    }
    return word(body, parts=parts, relations=link("rId9", "https://example.nl"))


@pytest.fixture(scope="module")
def report(letter: bytes) -> Report:
    settings = Settings(choice=Choice(select=("standaard",)), low_confidence=True, all_suggestions=True)
    found = lint_bytes(letter, "brief.docx", settings)
    assert len(found.findings) >= 6
    assert {finding.anchor for finding in found.findings} >= {"voetnoot 1", "tekstvak 1"}
    return found


def at_words(finding: Finding) -> bool:
    """Whether the words are in the text itself, where a comment can stand at them."""
    return finding.span.end > finding.span.start and (finding.anchor or "").startswith(("alinea", "tabel"))


def copied(letter: bytes, report: Report, *, tracked: bool) -> bytes:
    suggestions = safe_changes(report.findings) if tracked else ()
    return annotated(
        letter,
        "brief.docx",
        "docx",
        report.findings,
        date=datetime(2026, 3, 9, tzinfo=UTC),
        suggestions=suggestions,
    ).data


def test_libreoffice_reads_every_comment_at_its_words(
    letter: bytes, report: Report, convert: Convert
) -> None:
    content = opened(convert(copied(letter, report, tracked=False), "odt"))
    notes = list(content.iter(OFFICE + "annotation"))
    assert {one.findtext(DC + "creator") for one in notes} == {"duidelijk"}
    assert len(notes) == len(report.findings)
    covered = {one.get(OFFICE + "name") or "": "" for one in notes}
    said = {
        one.get(OFFICE + "name") or "": "\n".join(
            "".join(map(str, line.itertext())) for line in one.iter(TEXT + "p")
        )
        for one in notes
    }
    walk(content, set(), covered)
    pairs = {(said[name], words) for name, words in covered.items()}
    for finding in report.findings:
        words = report.source.text[slice(*finding.span)]
        found = {covered_ for text, covered_ in pairs if finding.message in text}
        assert found, finding.message
        if at_words(finding) and "\n" not in words and "\t" not in words:
            assert words in found, finding


def walk(element: _Element, opened_: set[str], covered: dict[str, str]) -> None:
    """Give every comment that is open the text that comes by."""
    if element.tag == OFFICE + "annotation":
        opened_.add(element.get(OFFICE + "name") or "")
    elif element.tag == OFFICE + "annotation-end":
        opened_.discard(element.get(OFFICE + "name") or "")
    elif element.tag != TEXT + "note":
        give(element.text, opened_, covered)
        for child in element.iterchildren("*"):
            walk(child, opened_, covered)
            give(child.tail, opened_, covered)


def give(text: str | None, names: set[str], covered: dict[str, str]) -> None:
    for name in names:
        covered[name] += text or ""


def opened(data: bytes) -> _Element:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return parse(packed.read("content.xml"), "brief.odt", "content.xml")


def test_libreoffice_shows_every_comment_beside_its_line(
    letter: bytes, report: Report, convert: Convert
) -> None:
    data = convert(copied(letter, report, tracked=False), "pdf")
    notes: list[tuple[int, float, str]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for one in page.get("/Annots", []):
                if one.get("/Subtype") == "/Text":
                    notes.append((number, float(one["/Rect"][3]), str(one["/Contents"])))  # noqa: PERF401
    for finding in report.findings:
        tops = [(number, top) for number, top, text in notes if finding.message in text]
        assert tops, finding.message
        words = report.source.text[slice(*finding.span)].split("\n")[-1].split("\t")[-1]
        if at_words(finding):
            places = lines_with(data, words)
            assert any(n == m and abs(top - y) < NEAR for n, top in tops for m, y in places), (
                words,
                tops,
                places,
            )


def lines_with(data: bytes, words: str) -> list[tuple[int, float]]:
    """The pages with these words, and the height of the last line of them."""
    found: list[tuple[int, float]] = []
    pdf = pypdfium2.PdfDocument(data)
    for number in range(len(pdf)):
        page = pdf[number].get_textpage()
        search = page.search(words[-20:].strip())
        while (hit := search.get_next()) is not None:
            first, count = hit
            found.append((number, page.get_charbox(first + count - 1)[3]))
    pdf.close()
    return found


def test_libreoffice_shows_the_changes_as_changes(letter: bytes, report: Report, convert: Convert) -> None:
    wanted = safe_changes(report.findings)
    assert wanted
    content = opened(convert(copied(letter, report, tracked=True), "odt"))
    changes = list(content.iter(TEXT + "changed-region"))
    assert {one.findtext(f".//{DC}creator") for one in changes} == {"duidelijk"}
    deleted = " ".join(
        "".join(map(str, one.itertext())) for region in changes for one in region.iter(TEXT + "deletion")
    )
    for edits in wanted:
        for edit in edits:
            for word_ in report.source.text[slice(*edit.span)].split():
                assert word_ in deleted
    assert len(list(content.iter(OFFICE + "annotation"))) == len(report.findings)


def test_the_real_letters_open(shared_data: Path, convert: Convert) -> None:
    for file in sorted((shared_data / "docs").glob("*.docx")):
        data = file.read_bytes()
        found = lint_bytes(data, file.name, Settings())
        before = len(list(opened(convert(data, "odt")).iter(OFFICE + "annotation")))
        content = opened(convert(copied(data, found, tracked=True), "odt"))
        assert len(list(content.iter(OFFICE + "annotation"))) == before + len(found.findings), file.name
