"""Comments in OpenDocument texts as LibreOffice opens and shows them."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from duidelijk import readers
from duidelijk.annotate.odt import annotate_odt
from duidelijk.engine import lint_bytes
from duidelijk.model import Finding, Span
from duidelijk.settings import Settings
from tests.conftest import unavailable
from tests.odt_files import comments_in, heading, listed, odt, paragraph, row, table

pytestmark = pytest.mark.integration

NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>Kijk in de wet.</text:p></text:note-body></text:note>"
)
BOX = (
    '<draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>'
    "<text:p>Wij verzoeken u zulks kenbaar te maken.</text:p></draw:text-box></draw:frame>"
)
BODY = (
    paragraph("Geachte mevrouw Jansen,")
    + paragraph(f"Wij delen <text:span>u</text:span> mede dat <text:span>het mag{NOTE}.</text:span>")
    + heading("Inzake de aanvraag")
    + paragraph(f"U dient zulks onverwijld kenbaar te maken.{BOX}")
    + listed("het formulier retourneren", "de gegevens verstrekken", style="Numbers")
    + table(row("Termijn", "U dient te betalen."), row("Wijze", "Middels een overschrijving."))
    + paragraph("Met vriendelijke groet,")
)  # fmt: skip


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, tuple[Finding, ...], Path]:
    """A letter with its findings as comments, those findings, and the folder where LibreOffice works."""
    program = shutil.which("soffice")
    if program is None:
        unavailable("LibreOffice is needed to look at comments")
    folder = tmp_path_factory.mktemp("office")
    data = odt(BODY, meta="<dc:title>Brief</dc:title>")
    findings = lint_bytes(data, "brief.odt", Settings()).findings
    assert len(findings) >= 8
    at = readers.read(data, "brief.odt").source.text.index("Kijk in de wet")
    findings = (*findings, replace(findings[0], span=Span(at, at + 4), message="Dit is een noot."))
    copy = annotate_odt(data, "brief.odt", findings)
    file = folder / "brief.odt"
    file.write_bytes(copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    notes = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    for kind in (notes, "odt"):
        subprocess.run(
            [program, profile, "--headless", "--convert-to", kind, "--outdir", folder / "out", file],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return copy, findings, folder


def test_libreoffice_keeps_each_comment_at_its_words(
    commented: tuple[bytes, tuple[Finding, ...], Path],
) -> None:
    copy, findings, folder = commented
    after = (folder / "out" / "brief.odt").read_bytes()
    assert sorted(comments_in(after), key=str) == sorted(comments_in(copy), key=str)
    assert len(comments_in(copy)) == len(findings)
    assert readers.read(after, "brief.odt").source.text == readers.read(copy, "brief.odt").source.text


def test_libreoffice_shows_each_comment_on_the_page(
    commented: tuple[bytes, tuple[Finding, ...], Path],
) -> None:
    _, findings, folder = commented
    shown: list[str] = []
    with pikepdf.open(io.BytesIO((folder / "out" / "brief.pdf").read_bytes())) as pdf:
        for page in pdf.pages:
            notes = [one for one in page.get("/Annots", []) if one.get("/Subtype") == "/Text"]
            shown += [str(one["/Contents"]) for one in notes]
            assert all(str(one["/T"]).startswith("duidelijk") for one in notes)
    assert len(shown) == len(findings)
    for finding in findings:
        assert any(finding.message in one for one in shown)
