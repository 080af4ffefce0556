"""PDF files that are damaged, locked, empty or hostile: a clear message, never garbage, never a crash."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from duidelijk.errors import ReadError
from duidelijk.model import Document
from duidelijk.pdf.characters import MAX_OBJECTS
from duidelijk.pdf.file import MAX_PAGES
from duidelijk.pdf.limits import MAX_STREAM
from duidelijk.readers import pdf as reader
from duidelijk.readers import read as read_any
from tests.pdf_files import Words, lines, pdf, stream, tagged, written

GOOD = pdf(lines("Dit is een gewone regel."), lines("Dit is pagina twee."))
PICTURE = stream(
    b"\0" * 100,
    b"/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceGray /BitsPerComponent 8",
)
SHAPES = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [0.001 0 0 0.001 0 0] "
    b"/CharProcs << /g1 5 0 R >> /Encoding << /Type /Encoding /Differences [97 "
    + b" ".join(b"/g%d" % number for number in range(1, 27))
    + b"] >> /FirstChar 97 /LastChar 122 /Widths ["
    + b"500 " * 26
    + b"] >>"
)
SHAPE = stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")


def read(data: bytes) -> Document:
    return reader.read(data, "brief.pdf")


def locked(*, user: str) -> bytes:
    out = io.BytesIO()
    pikepdf.open(io.BytesIO(GOOD)).save(out, encryption=pikepdf.Encryption(user=user, owner="eigenaar"))
    return out.getvalue()


def test_a_password_is_named() -> None:
    with pytest.raises(ReadError, match="wachtwoord") as caught:
        read(locked(user="geheim"))
    assert caught.value.hint


def test_a_password_against_changes_does_not_keep_from_reading() -> None:
    assert len(read(locked(user="")).blocks) == 2


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b"xref\n0", b"xxxx\n0"),
        GOOD.replace(b"startxref\n", b"startxref\n9"),
        GOOD[: GOOD.index(b"trailer")],
    ],
    ids=["no table", "table elsewhere", "cut off"],
)
def test_a_broken_table_is_mended_and_said(data: bytes) -> None:
    found = read(data)
    assert [block.text for block in found.blocks] == ["Dit is een gewone regel.", "Dit is pagina twee."]
    assert "hersteld" in found.notices[0].message
    assert not found.problems


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nhallo",
        GOOD[:60],
        written({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 2 /Kids [2 0 R] >>"}),
        written({1: b"<< /Type /Catalog >>"}),
    ],
    ids=["no pdf", "only its head", "pages in a circle", "no pages"],
)
def test_what_cannot_be_mended_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="beschadigd") as caught:
        read(data)
    assert caught.value.hint


def test_a_file_that_lost_its_text_says_so() -> None:
    start = GOOD.index(b"11 0 obj")
    [problem] = read(GOOD[:start] + b"\n%%EOF").problems
    assert "beschadigd" in problem.message


def test_something_else_with_the_name_of_a_pdf_is_refused() -> None:
    with pytest.raises(ReadError, match="geen pdf-bestand"):
        read_any(b"Geachte heer,", "brief.pdf")


def scan(*pages: list[Words]) -> bytes:
    data = pdf(*pages, page=b"/Resources << /XObject << /X 5 0 R >> >>", more={5: PICTURE})
    return data.replace(b"/Resources 3 0 R ", b"")


def test_a_scan_needs_recognised_text() -> None:
    found = read(scan([], []))
    assert not found.blocks
    [problem] = found.problems
    assert "scan" in problem.message
    assert "OCR" in (problem.hint or "")
    assert "blind" in (problem.hint or "")


def test_a_scanned_page_among_others_is_named() -> None:
    data = pdf(lines("Dit is een gewone regel."), [], more={5: PICTURE})
    start = data.index(b"12 0 obj")
    page = data[start:].replace(b"/Resources 3 0 R", b"/Resources << /XObject << /X 5 0 R >> >>", 1)
    found = read(data[:start] + page)
    assert [block.text for block in found.blocks] == ["Dit is een gewone regel."]
    assert not found.problems
    assert found.notices[0].message == "Dit is een afbeelding zonder tekst: pagina 2."


def test_an_empty_page_is_said_to_be_empty() -> None:
    [problem] = read(pdf([])).problems
    assert "geen tekst" in problem.message


def test_letters_that_nobody_can_name_are_no_text() -> None:
    shapes = Words(71, 600, "besluit over uw aanvraag", font="F3")
    fonts = {"F3": SHAPES}
    found = read(pdf([shapes], [*lines("Dit is een gewone regel.")], [shapes], fonts=fonts, more={5: SHAPE}))
    assert [block.text for block in found.blocks] == ["Dit is een gewone regel."]
    [problem] = found.problems
    assert "pagina 1 en 3" in problem.message
    assert "lettertype" in (problem.hint or "")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ReadError, match=r"10\.000 pagina") as caught:
        read(pdf(*[[]] * 10_000))
    assert "Splits" in (caught.value.hint or "")


def test_many_pages_are_read_one_by_one() -> None:
    found = read(pdf(*[[]] * (MAX_PAGES - 1), lines("De laatste bladzijde.")))
    assert found.blocks[0].anchor == f"pagina {MAX_PAGES}, regel 1"


@pytest.mark.parametrize("box", ["-1e30 -1e30 1e30 1e30", "0 0 0 0", "a b", "595 842 0 0"])
def test_an_odd_size_of_page_does_no_harm(box: str) -> None:
    assert [block.text for block in read(pdf(lines("Dit is een regel."), box=box)).blocks] == [
        "Dit is een regel."
    ]


def test_a_tree_of_five_thousand_levels_is_walked() -> None:
    more = {900 + number: b"<< /S /Sect /K %d 0 R >>" % (901 + number) for number in range(5_000)}
    more[5_900] = b"<< /S /P /Pg 10 0 R /K 0 >>"
    found = read(tagged("[900 0 R]", [Words(71, 700, "Een alinea.", mcid=0)], more=more))
    assert [block.text for block in found.blocks] == ["Een alinea."]


def test_a_form_that_draws_itself_ends() -> None:
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 3 0 R")
    resources = b"<< /Font << >> /XObject << /X 4 0 R >> >>"
    [problem] = read(pdf([], more={3: resources, 4: form})).problems
    assert "geen tekst" in problem.message


def test_a_page_too_crowded_to_read_is_named() -> None:
    crowd = [Words(10 + 7 * (number % 80), 800, "a", 6) for number in range(MAX_OBJECTS + 1)]
    found = read(pdf(crowd, lines("Dit is een gewone regel.")))
    assert [block.text for block in found.blocks] == ["Dit is een gewone regel."]
    assert "pagina 1" in found.problems[0].message


def test_sizes_that_no_letter_has_do_no_harm() -> None:
    words = [
        Words(71, 700, "Groot.", 1e9),
        Words(71, 600, "Klein.", 1e-9),
        Words(300, 500, "Op zijn kop.", -11),
    ]
    assert "Op zijn kop." in [block.text for block in read(pdf(words)).blocks]


def nested(depth: int) -> bytes:
    """A page of which each form draws the next one twice."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Resources << /XObject << /X %d 0 R >> >>"
    more = {3: b"<< /XObject << /X 500 0 R >> >>"}
    for number in range(500, 500 + depth):
        more[number] = stream(b"/X Do /X Do", kind % (number + 1))
    more[500 + depth] = stream(b"", kind % 500)
    empty = b"11 0 obj\n" + stream(b"")
    return pdf([], more=more).replace(empty, b"11 0 obj\n" + stream(b"/X Do"))


def test_forms_that_double_the_work_each_time_are_not_drawn() -> None:
    [problem] = read(nested(35)).problems
    assert "te vol: pagina 1" in problem.message
    assert "geen tekst" in read(nested(3)).problems[-1].message


def test_a_page_that_unpacks_to_too_much_is_not_drawn() -> None:
    packed = zlib.compress(b" " * (MAX_STREAM + 1), 9)
    whole = stream(packed, b"/Filter /FlateDecode")
    data = pdf([]).replace(b"11 0 obj\n" + stream(b""), b"11 0 obj\n" + whole)
    [problem] = read(data).problems
    assert "te vol: pagina 1" in problem.message
