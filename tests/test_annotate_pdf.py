"""Findings as notes in a copy of a PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest

from duidelijk import readers
from duidelijk.annotate import annotated
from duidelijk.annotate.pdf import annotate_pdf
from duidelijk.engine import lint_bytes
from duidelijk.errors import ReadError
from duidelijk.model import Document, Edit, Finding, Guideline, Span, Suggestion
from duidelijk.pdf.file import open_pdf
from duidelijk.pdf.structure import Content, Reference, structure
from duidelijk.settings import Settings
from tests.pdf_files import Words, lines, pdf, tagged

DATE = datetime(2026, 1, 31, 9, 59, tzinfo=timezone(timedelta(hours=1)))
LETTER = lines(
    "Geachte mevrouw,",
    "",
    "Wij delen u mede dat de gemeente uw aanvraag heeft ont-",
    "vangen. U krijgt binnen zes weken bericht over de aan-",
    "vraag. U hoeft niets te doen.",
)


class Note(NamedTuple):
    """An annotation as it stands in a file."""

    page: int
    kind: str
    says: str
    words: list[str]
    object: Any


def finding(span: Span, message: str = "Let op.", *, title: str = "", anchor: str | None = None) -> Finding:
    suggestions = (Suggestion(title, (Edit(span, ""),)),) if title else ()
    return Finding(
        "een-regel",
        span,
        message,
        "warning",
        "high",
        "failed",
        "",
        Guideline("Bron"),
        "0",
        suggestions,
        anchor,
    )


def about(document: Document, words: str) -> Finding:
    at = document.source.text.index(words)
    return finding(Span(at, at + len(words)))


def noted(data: bytes, *words: str) -> list[Note]:
    """The notes of a copy with a finding for each of these words, after a look at all else in it."""
    document = readers.read(data, "brief.pdf")
    copy = annotate_pdf(data, "brief.pdf", [about(document, one) for one in words], date=DATE)
    assert_same(data, copy)
    return notes_in(copy)


def notes_in(data: bytes) -> list[Note]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as tree:
        drawn = pypdfium2.PdfDocument(data)
        for number, page in enumerate(tree.pages):
            text = drawn[number].get_textpage()
            for one in page.obj.get("/Annots", []):
                is_note = isinstance(one, pikepdf.Dictionary) and str(one.get("/T", "")) == "duidelijk"
                if not is_note or one.Subtype == "/Popup":
                    continue
                quads = [float(corner) for corner in one.get("/QuadPoints", [])]
                words = [
                    text.get_text_bounded(*_inner(quads[at : at + 8])).strip(" -\x02\ufffe\r\n")
                    for at in range(0, len(quads), 8)
                ]
                kind, says = str(one.Subtype)[1:], str(one.Contents)
                found.append(Note(number, kind, says, words, _plain(one)))
        drawn.close()
    return found


def _inner(quad: Sequence[float]) -> tuple[float, float, float, float]:
    """A quad without its edge, where the letters beside it may begin."""
    left, right = min(quad[0::2]), max(quad[0::2])
    bottom, top = min(quad[1::2]), max(quad[1::2])
    return left + 0.6, bottom + 0.6, right - 0.6, top - 0.6


def _plain(one: Any) -> dict[str, Any]:
    """What an annotation says, as far as it is no reference to elsewhere."""
    kept = {key: one[key] for key in one.keys() if key not in {"/P", "/Popup", "/AP"}}  # noqa: SIM118
    out: dict[str, Any] = {}
    for key, value in kept.items():
        is_list = isinstance(value, pikepdf.Array)
        out[key] = [float(item) for item in value] if is_list else str(value)
    return out


def assert_same(before: bytes, after: bytes) -> None:
    """The copy has the same text and tags as the file, and the very bytes of what its pages draw."""
    first, second = (readers.read(data, "brief.pdf") for data in (before, after))
    assert first.source.text == second.source.text
    assert first.anchors == second.anchors
    assert [(one.kind, one.level, one.text, one.attrs) for one in first.blocks] == [
        (one.kind, one.level, one.text, one.attrs) for one in second.blocks
    ]
    with pikepdf.open(io.BytesIO(before)) as old, pikepdf.open(io.BytesIO(after)) as new:
        assert not new.check_pdf_syntax()
        assert len(old.pages) == len(new.pages)
        ours = {"/StructTreeRoot"}
        assert {*old.Root.keys()} | ours == {*new.Root.keys()} | ours
        for one, other in zip(old.pages, new.pages, strict=True):
            assert _drawn(one) == _drawn(other)
            assert {*one.obj.keys()} <= {*other.obj.keys()} <= {*one.obj.keys(), "/Annots", "/Tabs"}
            for key in ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/StructParents"):
                assert repr(one.obj.get(key)) == repr(other.obj.get(key))


def _drawn(page: pikepdf.Page) -> list[bytes]:
    contents: Any = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [one.read_raw_bytes() for one in streams]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("mede", ["mede"]),
        ("delen u mede", ["delen u mede"]),
        ("Geachte mevrouw", ["Geachte mevrouw"]),
        ("gemeente uw aanvraag heeft ont-\nvangen", ["gemeente uw aanvraag heeft ont", "vangen"]),
        ("bericht over de aan-\nvraag", ["bericht over de aan", "vraag"]),
        ("niets", ["niets"]),
    ],
)
def test_a_highlight_covers_its_words(words: str, expected: list[str]) -> None:
    (note,) = noted(pdf(LETTER), words)
    assert (note.kind, note.page) == ("Highlight", 0)
    assert note.words == expected


def test_links_and_other_pieces_on_a_line_make_one_box() -> None:
    link = (
        b"/Annots [<< /Type /Annot /Subtype /Link /Rect [96 720 118 738] /Border [0 0 0]"
        b" /A << /S /URI /URI (https://example.nl) >> >>]"
    )
    data = pdf(LETTER, page=link)
    document = readers.read(data, "brief.pdf")
    assert [one.kind for block in document.blocks for one in block.inlines] == ["link"]
    (note,) = noted(data, "Wij delen u mede")
    assert note.words == ["Wij delen u mede"]


@pytest.mark.parametrize(
    "page",
    [
        b"/Rotate 90",
        b"/Rotate 180",
        b"/Rotate -90",
        b"/CropBox [50 600 400 800]",
        b"/CropBox [50 600 400 800] /Rotate 270 /UserUnit 2.5",
    ],
)
def test_pages_that_are_rotated_cut_or_scaled(page: bytes) -> None:
    data = pdf(LETTER, page=page)
    (note,) = noted(data, "mede")
    assert note.words == ["mede"]
    assert note.object["/Rect"] == [note.object["/QuadPoints"][at] for at in (4, 5, 2, 3)]


@pytest.mark.parametrize(
    ("turn", "x", "y", "first"),
    [
        ("0 1 -1 0", 300, 200, "left bottom"),
        ("-1 0 0 -1", 300, 500, "right bottom"),
        ("0 -1 1 0", 300, 500, "right top"),
    ],
)
def test_text_in_another_direction(turn: str, x: int, y: int, first: str) -> None:
    shown = f"BT /F1 11 Tf {turn} {x} {y} Tm (Wij delen u mede dat alles klaar is.) Tj ET".encode()
    data = replaced(pdf([]), contents=shown)
    (note,) = noted(data, "delen")
    assert note.words == ["delen"]
    corners = note.object["/QuadPoints"]
    left, bottom, right, top = note.object["/Rect"]
    place = {"left bottom": (left, bottom), "right bottom": (right, bottom), "right top": (right, top)}
    assert tuple(corners[:2]) == place[first]  # top left as the text is read


def test_text_that_climbs_gets_a_box_for_each_step() -> None:
    shown = b"BT /F1 20 Tf 0.866 0.5 -0.5 0.866 100 200 Tm (Alleen voor wie hier woont) Tj ET"
    (note,) = noted(replaced(pdf([]), contents=shown), "Alleen voor wie hier woont")
    quads = note.object["/QuadPoints"]
    assert len(quads) > 4 * 8
    assert max(quads[at + 1] - quads[at + 5] for at in range(0, len(quads), 8)) < 60


def test_a_finding_on_two_pages_has_a_note_on_each() -> None:
    first = lines("Wij hebben besloten dat u", "voor het hele jaar", y=100)
    second = lines("recht hebt op een toeslag.", "U krijgt het geld in mei.")
    found = noted(pdf(first, second), "u\nvoor het hele jaar\nrecht hebt")
    assert [(one.page, one.words) for one in found] == [(0, ["u", "voor het hele jaar"]), (1, ["recht hebt"])]


def test_what_is_outside_the_shown_part_is_left_out() -> None:
    data = pdf(LETTER, page=b"/CropBox [0 600 110 842]")
    document = readers.read(data, "brief.pdf")
    line = next(one for one in document.source.text.splitlines() if one.startswith("Wij"))
    (note,) = noted(data, line)
    assert note.object["/Rect"][2] == 110


def test_what_a_note_says() -> None:
    data = pdf(LETTER)
    document = readers.read(data, "brief.pdf")
    at = document.source.text.index("mede")
    found = finding(Span(at, at + 4), "Schrijf liever een gewoon woord.", title="Laten weten")
    copy = annotate_pdf(data, "brief.pdf", [found], date=DATE)
    (note,) = notes_in(copy)
    assert (
        note.says == "Schrijf liever een gewoon woord.\nLiever: laten weten\nRegel: een-regel (waarschuwing)"
    )
    assert note.object["/M"] == note.object["/CreationDate"] == "D:20260131095900+01'00'"
    assert (note.object["/T"], note.object["/F"], note.object["/NM"]) == ("duidelijk", "4", "duidelijk-1")
    with pikepdf.open(io.BytesIO(copy)) as tree:
        highlight, popup = tree.pages[0].obj.Annots
        assert popup.Subtype == "/Popup"
        assert popup.Parent.objgen == highlight.objgen
        assert highlight.Popup.objgen == popup.objgen
        assert highlight.P.objgen == tree.pages[0].obj.objgen


def test_every_program_that_draws_shows_the_highlight() -> None:
    data = pdf(LETTER)
    document = readers.read(data, "brief.pdf")
    copy = annotate_pdf(data, "brief.pdf", [about(document, "niets")], date=DATE)
    (note,) = notes_in(copy)
    left, bottom, right, top = note.object["/Rect"]
    drawn = pypdfium2.PdfDocument(copy)[0].render(scale=2).to_numpy()
    inside = drawn[int(2 * (842 - top)) + 1, int(left + right)]
    assert tuple(inside[:3]) != (255, 255, 255)
    assert (drawn[int(2 * (842 - bottom)) + 3, int(left + right)][:3] == 255).all()
    text = drawn[int(2 * (842 - top)) : int(2 * (842 - bottom)), int(2 * left) : int(2 * right)]
    assert text.min() < 40  # the words can still be read


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_finding_without_words_is_at_the_top_of_its_page(rotation: int) -> None:
    data = pdf(LETTER, lines("U hoeft niets te doen."), page=f"/Rotate {rotation}".encode())
    document = readers.read(data, "brief.pdf")
    at = document.source.text.rindex("U hoeft")
    found = [finding(Span(0, 0)), finding(Span(0, 0)), finding(Span(at, at), anchor="pagina 2, regel 1")]
    copy = annotate_pdf(data, "brief.pdf", found, date=DATE)
    assert_same(data, copy)
    notes = notes_in(copy)
    assert [(one.page, one.kind) for one in notes] == [(0, "Text"), (0, "Text"), (1, "Text")]
    assert notes[0].says.startswith("Let op.")
    assert notes[2].says.startswith("Pagina 2, regel 1\nLet op.")
    drawn = pypdfium2.PdfDocument(copy)[0].render().to_numpy()
    row = drawn[15, :80]  # as a reader sees the page
    assert [bool((row[at][:3] != 255).any()) for at in (3, 15, 28, 39, 60)] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_many_findings_without_words_stay_on_the_page() -> None:
    data = pdf(LETTER, box="0 0 200 842")
    copy = annotate_pdf(data, "brief.pdf", [finding(Span(0, 0))] * 20, date=DATE)
    boxes = [one.object["/Rect"] for one in notes_in(copy)]
    assert len({tuple(box) for box in boxes}) == 20
    assert all(box[0] >= 0 and box[2] <= 200 and box[1] > 700 and box[3] <= 842 for box in boxes)


def replaced(data: bytes, *, contents: bytes) -> bytes:
    """The file with other contents on its first page."""
    with pikepdf.open(io.BytesIO(data)) as tree:
        tree.pages[0].obj.Contents = tree.make_stream(contents)
        stream = io.BytesIO()
        tree.save(stream)
    return stream.getvalue()


TREE: Mapping[int, bytes] = {
    900: b"<< /Type /StructElem /S /Document /P 800 0 R /K [901 0 R 902 0 R] >>",
    901: b"<< /Type /StructElem /S /Kop /P 900 0 R /Pg 10 0 R /K 0 >>",
    902: b"<< /Type /StructElem /S /P /P 900 0 R /Pg 10 0 R /K [1 903 0 R] >>",
    903: b"<< /Type /StructElem /S /Link /P 902 0 R /Pg 10 0 R /K [2] >>",
}
TAGGED = [
    Words(71, 750, "Uw aanvraag", 16, mcid=0),
    Words(71, 730, "U hoeft niets te doen.", mcid=1),
    Words(190, 730, "Lees hier verder", mcid=2),
]


def test_notes_in_a_tagged_file_have_tags_at_their_words() -> None:
    data = tagged("900 0 R", TAGGED, more=TREE)
    document = readers.read(data, "brief.pdf")
    words = [about(document, one) for one in ("verder", "aanvraag", "niets")]
    copy = annotate_pdf(data, "brief.pdf", [*words, finding(Span(0, 0))], date=DATE)
    assert_same(data, copy)
    with open_pdf(copy, "brief.pdf") as after:
        assert after.is_tagged
        tree = structure(after)
        assert tree is not None
        holders: dict[str, str] = {}
        numbers = pikepdf.NumberTree(after.root.StructTreeRoot.ParentTree)
        for element in tree.walk():
            for child in element.children:
                if isinstance(child, Reference):
                    target = child.target
                    assert element.role == "Annot"
                    assert element.parent is not None
                    holders[str(target.NM)] = element.parent.role
                    assert numbers[int(target.StructParent)].objgen == element.object.objgen
        notes = [one for one in after.page_object(0).Annots if one.Subtype != "/Popup"]
        by_name = {str(one.NM): holders[str(one.NM)] for one in notes}
        assert list(by_name.values()) == ["Document", "H1", "P", "P"]  # in the order of the text
        assert after.root.StructTreeRoot.ParentTreeNextKey == 4
        assert after.page_object(0).Tabs == "/S"
        contents = [one for element in tree.walk() for one in element.children if isinstance(one, Content)]
        assert contents == [Content(0, 0), Content(0, 1), Content(0, 2)]


def test_the_tree_of_numbers_keeps_what_it_has() -> None:
    numbers = b"<< /Nums [0 [901 0 R 902 0 R 903 0 R] 7 903 0 R] >>"
    with pikepdf.open(io.BytesIO(tagged("900 0 R", TAGGED, more={**TREE, 950: numbers}))) as tree:
        tree.Root.StructTreeRoot.ParentTree = tree.get_object(950, 0)
        tree.pages[0].obj.StructParents = 0
        stream = io.BytesIO()
        tree.save(stream)
    data = stream.getvalue()
    document = readers.read(data, "brief.pdf")
    copy = annotate_pdf(data, "brief.pdf", [about(document, "niets")], date=DATE)
    assert_same(data, copy)
    with pikepdf.open(io.BytesIO(copy)) as after:
        found = pikepdf.NumberTree(after.Root.StructTreeRoot.ParentTree)
        assert sorted(found) == [0, 7, 8]
        assert len(found[0]) == 3
        assert found[7].S == "/Link"
        assert found[8].S == "/Annot"


def test_a_file_without_tags_gets_none() -> None:
    copy = annotate_pdf(pdf(LETTER), "brief.pdf", [finding(Span(0, 7))], date=DATE)
    with pikepdf.open(io.BytesIO(copy)) as after:
        assert "/StructTreeRoot" not in after.Root
        assert "/StructParent" not in after.pages[0].obj.Annots[0]
        assert "/Tabs" not in after.pages[0].obj


def test_notes_that_are_there_stay_and_names_stay_unique() -> None:
    own = b"/Annots [<< /Type /Annot /Subtype /Text /Rect [1 2 3 4] /T (Voorbeeld) /Contents (Let op) >>]"
    data = pdf(LETTER, page=own)
    document = readers.read(data, "brief.pdf")
    once = annotate_pdf(data, "brief.pdf", [about(document, "mede")], date=DATE)
    twice = annotate_pdf(once, "brief.pdf", [about(document, "niets")], date=DATE)
    with pikepdf.open(io.BytesIO(twice)) as after:
        first, *rest = after.pages[0].obj.Annots
        assert (str(first.T), str(first.Contents)) == ("Voorbeeld", "Let op")
        assert [str(one.Subtype) for one in rest] == ["/Highlight", "/Popup"] * 2
    names = [one.object["/NM"] for one in notes_in(twice)]
    assert names == ["duidelijk-1", "duidelijk-2"]
    assert [one.words for one in notes_in(twice)] == [["mede"], ["niets"]]


def test_a_list_of_notes_that_pages_share_is_not_shared_any_more() -> None:
    with pikepdf.open(io.BytesIO(pdf(LETTER, LETTER))) as tree:
        shared = tree.make_indirect(pikepdf.Array([]))
        for page in tree.pages:
            page.obj.Annots = shared
        stream = io.BytesIO()
        tree.save(stream)
    notes = noted(stream.getvalue(), "niets")
    assert [one.page for one in notes] == [0]


def test_the_findings_of_a_real_check() -> None:
    data = pdf(LETTER)
    report = lint_bytes(data, "brief.pdf", Settings())
    copy = annotated(data, "brief.pdf", "pdf", report.findings, date=DATE)
    notes = notes_in(copy.data)
    assert copy.comments == len(report.findings) == len(notes) > 0
    assert all(one.rule in "".join(note.says for note in notes) for one in report.findings)


def test_the_copy_has_the_same_findings_and_is_the_same_each_time() -> None:
    data = pdf(LETTER)
    report = lint_bytes(data, "brief.pdf", Settings())
    copy = annotate_pdf(data, "brief.pdf", report.findings, date=DATE)
    again = lint_bytes(copy, "brief.pdf", Settings())
    assert [(one.rule, one.span) for one in again.findings] == [
        (one.rule, one.span) for one in report.findings
    ]
    assert copy == annotate_pdf(data, "brief.pdf", report.findings, date=DATE)


@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_protected_file_is_refused(password: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(LETTER))) as tree:
        stream = io.BytesIO()
        tree.save(stream, encryption=pikepdf.Encryption(owner="geheim", user=password))
    with pytest.raises(ReadError) as caught:
        annotate_pdf(stream.getvalue(), "brief.pdf", [finding(Span(0, 0))])
    assert caught.value.hint


@pytest.mark.parametrize(
    "page",
    [
        b"/Annots 5",
        b"/Annots [5 null (a) << >> 4711 0 R]",
        b"/Rotate (a) /CropBox [1 2] /UserUnit 0",
        b"/CropBox [9000 9000 9001 9001]",
        b"/Rotate 45",
    ],
)
def test_a_page_that_says_nonsense(page: bytes) -> None:
    data = pdf(LETTER, page=page)
    copy = annotate_pdf(data, "brief.pdf", [finding(Span(0, 7)), finding(Span(0, 0))], date=DATE)
    assert len(notes_in(copy)) == 2


@pytest.mark.parametrize(
    "tree",
    [
        {900: b"<< /S /P /P 900 0 R /K [900 0 R 0] /Pg 10 0 R >>"},
        {900: b"<< /S /Document /K << /S /P /Pg 10 0 R /K [0 1 2] >> >>"},
        {900: b"(a)"},
        {**TREE, 800: b"<< /Type /StructTreeRoot /K 900 0 R /ParentTree 5 /ParentTreeNextKey (a) >>"},
        {**TREE, 800: b"<< /Type /StructTreeRoot /K 900 0 R /ParentTree << /Kids [800 0 R] >> >>"},
        {**TREE, 800: b"<< /Type /StructTreeRoot /K 900 0 R /ParentTree << /Nums [(a) 1 2] >> >>"},
    ],
)
def test_tags_that_say_nonsense(tree: dict[int, bytes]) -> None:
    data = tagged("900 0 R", TAGGED, more=tree)
    copy = annotate_pdf(data, "brief.pdf", [finding(Span(0, 7)), finding(Span(0, 0))], date=DATE)
    assert len(notes_in(copy)) == 2
    with pikepdf.open(io.BytesIO(copy)) as after:
        assert len(after.pages) == 1
