"""Comments and tracked changes in a copy of a Word file: at the words, and nothing else is touched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.annotate.docx_changes import change_docx
from duidelijk.annotate.docx_comments import comment_docx
from duidelijk.errors import ReadError
from duidelijk.fix import apply_edits
from duidelijk.model import Edit, Finding, Guideline, Span, Suggestion
from duidelijk.office.docx import Docx, open_docx
from duidelijk.office.ooxml import SPACE, W
from duidelijk.readers.docx import read
from tests.docx_files import box, field, link, pack, paragraph, part, picture, row, run, table, word

if TYPE_CHECKING:
    from lxml.etree import _Element

DATE: Final = datetime(2026, 3, 9, 14, 5, 6, tzinfo=UTC)
TOUCHED: Final = {
    "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml",
}  # fmt: skip


def finding(
    span: Span,
    message: str = "Schrijf korter.",
    *,
    titles: Sequence[str] = (),
    anchor: str = "",
    excerpt: str = "",
) -> Finding:
    suggestions = tuple(Suggestion(title, ()) for title in titles)
    return Finding(
        "een-regel", span, message, "warning", "high", "failed", excerpt, Guideline("Bron"), "f",
        suggestions, anchor or None,
    )  # fmt: skip


def at(data: bytes, words: str) -> Span:
    start = read(data, "b.docx").source.text.index(words)
    return Span(start, start + len(words))


def comment(data: bytes, *findings: Finding) -> bytes:
    return comment_docx(data, "b.docx", findings, date=DATE)


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment covers, by its id, read from the marks in the text."""
    root = open_docx(data, "b.docx").root
    opened: dict[str, str] = {}
    done: dict[str, str] = {}
    shown = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "-"}
    for one in root.iter("*"):
        name = one.get(W + "id") or ""
        if one.tag == W + "commentRangeStart":
            opened[name] = ""
        elif one.tag == W + "commentRangeEnd":
            done[name] = opened.pop(name)
        elif one.tag == W + "t" or one.tag in shown:
            for name in opened:
                text = one.text or ""
                kept = text if one.get(SPACE) == "preserve" else text.strip()
                opened[name] += shown.get(one.tag, kept)
    assert not opened
    references = [one.get(W + "id") for one in root.iter(W + "commentReference")]
    assert sorted(done) == sorted(map(str, references))
    return done


def said(data: bytes) -> dict[str, list[str]]:
    """The lines of each comment, by its id."""
    root = open_docx(data, "b.docx").part("word/comments.xml")
    assert root is not None
    return {
        one.get(W + "id") or "": ["".join(map(str, line.itertext())) for line in one.iterchildren(W + "p")]
        for one in root.iterchildren(W + "comment")
    }


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def canonical(element: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(element, method="c14n")


def test_a_comment_stands_at_its_words_and_says_what_the_finding_says() -> None:
    data = word(paragraph("Wij doen dit ten behoeve van u."))
    copy = comment(data, finding(at(data, "ten behoeve van"), titles=["voor", "Om"]))
    assert commented(copy) == {"0": "ten behoeve van"}
    assert said(copy) == {"0": ["Schrijf korter.", "Liever: voor of om", "Regel: een-regel (waarschuwing)"]}
    root = open_docx(copy, "b.docx").part("word/comments.xml")
    assert root is not None
    said_by = [root[0].get(W + name) for name in ("id", "author", "initials", "date")]
    assert said_by == ["0", "duidelijk", "d", "2026-03-09T14:05:06Z"]
    assert read(copy, "b.docx").source.text == read(data, "b.docx").source.text


def test_the_look_of_each_piece_stays() -> None:
    look = '<w:b/><w:color w:val="FF0000"/>'
    data = word(paragraph(run("een ") + run("twee drie vier", look) + run(" vijf")))
    copy = comment(
        data, finding(at(data, "drie")), finding(at(data, "twee drie")), finding(at(data, "vier vijf"))
    )
    assert commented(copy) == {"0": "drie", "1": "twee drie", "2": "vier vijf"}
    texts = [
        (
            "".join(one.text or "" for one in piece.iterchildren(W + "t")),
            piece.find(f"{W}rPr/{W}color") is not None,
        )
        for piece in open_docx(copy, "b.docx").root.iter(W + "r")
        if piece.find(W + "t") is not None
    ]
    assert texts == [
        ("een ", False), ("twee ", True), ("drie", True), (" ", True), ("vier", True), (" vijf", False),
    ]  # fmt: skip


def test_words_in_links_cells_insertions_and_over_tabs() -> None:
    body = (
        paragraph(f'{run("Lees ")}<w:hyperlink r:id="rId9">{run("deze pagina")}</w:hyperlink>{run(" goed.")}')
        + table(row("cel een", "cel twee"))
        + paragraph(f'<w:ins w:id="7" w:author="A">{run("erbij gezet")}</w:ins>{run(" en klaar")}')
        + paragraph("<w:r><w:t>voor</w:t><w:tab/><w:t>achter</w:t></w:r>")
    )
    data = word(body, relations=link("rId9", "https://example.nl"))
    words = ["Lees deze", "pagina", "twee", "gezet en", "or\tach"]
    copy = comment(data, *(finding(at(data, one)) for one in words))
    assert list(commented(copy).values()) == words
    assert read(copy, "b.docx").source.text == read(data, "b.docx").source.text


def test_text_without_kept_spaces_reads_the_same() -> None:
    data = word("<w:p><w:r><w:t>  een twee drie  </w:t></w:r></w:p>")
    copy = comment(data, finding(at(data, "twee")), finding(at(data, "een twee drie")))
    assert commented(copy) == {"0": "twee", "1": "een twee drie"}
    assert read(copy, "b.docx").source.text == "een twee drie\n"


def test_existing_comments_stay_with_their_numbers() -> None:
    marks = (
        '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>'
    )
    old = f'<w:comment w:id="4" w:author="Collega">{paragraph("Klopt dit?")}</w:comment>'
    data = word(
        paragraph(run("Dit ") + marks.format(run("is zo")) + run(".")),
        parts={"comments": part("comments", old)},
    )
    copy = comment(data, finding(at(data, "zo.")))
    assert commented(copy) == {"4": "is zo", "5": "zo."}
    assert said(copy)["4"] == ["Klopt dit?"]
    assert {name for name, bytes_ in parts(data).items() if parts(copy)[name] != bytes_} == {
        "word/document.xml", "word/comments.xml",
    }  # fmt: skip


def test_where_word_shows_no_comment_it_stands_at_what_leads_there() -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Een lange noot.")}</w:footnote>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = (
        paragraph("Eerste alinea.")
        + paragraph(run("Tekst") + sign)
        + paragraph(box(paragraph("In het vak.")))
    )
    data = word(
        body + section, parts={"footnotes": notes, "header1": part("hdr", paragraph("Gemeente Voorbeeld"))}
    )
    copy = comment(
        data,
        finding(at(data, "lange noot"), anchor="voetnoot 1", excerpt="lange noot"),
        finding(at(data, "het vak"), anchor="tekstvak 1", excerpt="het vak"),
        finding(at(data, "Voorbeeld"), anchor="kop- of voettekst", excerpt="Voorbeeld"),
    )
    root = open_docx(copy, "b.docx").root
    around = {}
    for start in root.iter(W + "commentRangeStart"):
        (inside,) = [one for one in start.itersiblings() if one.tag == W + "r"][:1]
        around[start.get(W + "id")] = [one.tag.rpartition("}")[2] for one in inside if one.tag != W + "rPr"]
    assert around == {"0": ["footnoteReference"], "1": ["AlternateContent"], "2": ["t"]}
    assert commented(copy)["2"] == "Eerste alinea."
    assert [lines[0] for lines in said(copy).values()] == [
        "Voetnoot 1: ‘lange noot’", "Tekstvak 1: ‘het vak’", "Kop- of voettekst: ‘Voorbeeld’",
    ]  # fmt: skip
    assert parts(copy)["word/footnotes.xml"] == notes.encode()


def test_a_finding_about_the_whole_file_stands_at_the_first_words() -> None:
    data = word(paragraph("Geachte lezer,") + paragraph("Dag."))
    assert commented(comment(data, finding(Span(0, 0)))) == {"0": "Geachte lezer,"}


def test_a_comment_on_a_picture_without_text_stands_at_the_picture() -> None:
    pictures = run("Kijk:") + picture('name="p1"') + run("en") + picture('name="p2"')
    data = word(paragraph("Geachte lezer,") + paragraph(pictures) + paragraph("Dag."))
    blocks = [one for one in read(data, "b.docx").blocks if one.kind == "image_alt"]
    copy = comment(data, *(finding(one.place) for one in blocks))
    around = [
        [one.tag.rpartition("}")[2] for one in run_.iterchildren("*")]
        for start in open_docx(copy, "b.docx").root.iter(W + "commentRangeStart")
        for run_ in [start.getnext()]
        if run_ is not None
    ]
    assert around == [["drawing"], ["drawing"]]


def test_a_file_without_text_stays_as_it_is() -> None:
    data = word("<w:p/>")
    assert comment(data, finding(Span(0, 0))) == data


def test_nothing_else_in_the_file_changes() -> None:
    kept = paragraph(run("blijft", "<w:i/>") + picture('name="p" descr="Een kaart"')) + table(row("a", "b"))
    data = word(kept + paragraph("hier iets"), parts={"styles": part("styles", "")}, title="Titel")
    copy = comment(data, finding(at(data, "iets")))
    before, after = parts(data), parts(copy)
    assert list(after) == [*before, "word/comments.xml"]
    assert {name for name in before if before[name] != after[name]} == TOUCHED - {"word/comments.xml"}
    bodies = [open_docx(one, "b.docx").body for one in (data, copy)]
    first, second = ([canonical(one) for one in body] for body in bodies if body is not None)
    assert first[:-1] == second[:-1]
    assert first[-1] != second[-1]
    assert packed_as(data) == {name: how for name, how in packed_as(copy).items() if name in before}


def packed_as(data: bytes) -> Mapping[str, int]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {one.filename: one.compress_type for one in packed.infolist()}


def test_the_new_part_is_named_where_it_must_be() -> None:
    data = word(paragraph("Dag."))
    copy = open_docx(comment(data, finding(at(data, "Dag"))), "b.docx")
    assert copy.related(copy.main, "comments") == "word/comments.xml"
    types = copy.part("[Content_Types].xml")
    assert types is not None
    (named,) = [one for one in types if one.get("PartName") == "/word/comments.xml"]
    assert (named.get("ContentType") or "").endswith("wordprocessingml.comments+xml")


def test_what_cannot_be_opened_gives_no_copy() -> None:
    with pytest.raises(ReadError):
        comment(b"PK\x03\x04 geen zip", finding(Span(0, 0)))


# --- tracked changes ---

LOCKED: Final = (
    '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)


def change(data: bytes, *suggestions: Sequence[tuple[str, str]]) -> tuple[bytes, int]:
    edits = [tuple(Edit(at(data, old), new) for old, new in one) for one in suggestions]
    return change_docx(data, "b.docx", edits, date=DATE)


def rejected(data: bytes) -> str:
    """The text when the changes of duidelijk are rejected."""
    docx = open_docx(data, "b.docx")
    return read(pack({**texts_of(data), docx.main: without_changes(docx)}), "b.docx").source.text


def texts_of(data: bytes) -> dict[str, str | bytes]:
    return dict(parts(data))


def without_changes(docx: Docx) -> bytes:
    mine = [one for one in docx.root.iter(W + "ins", W + "del") if one.get(W + "author") == "duidelijk"]
    for one in mine:
        parent = one.getparent()
        assert parent is not None
        if one.tag == W + "del":
            for run_ in one:
                for text in run_.iterchildren(W + "delText"):
                    text.tag = W + "t"
                one.addprevious(run_)
        parent.remove(one)
    return docx.serialise(docx.main)


def test_a_change_is_tracked_with_the_look_of_what_it_replaces() -> None:
    data = word(paragraph(run("Wij doen dit ") + run("ten behoeve", "<w:b/>") + run(" van u.", "<w:i/>")))
    copy, made = change(data, [("ten behoeve van", "voor")])
    assert made == 1
    root = open_docx(copy, "b.docx").root
    deleted = [("".join(map(str, one.itertext())), one.get(W + "author")) for one in root.iter(W + "del")]
    assert deleted == [("ten behoeve", "duidelijk"), (" van", "duidelijk")]
    (inserted,) = root.iter(W + "ins")
    assert "".join(map(str, inserted.itertext())) == "voor"
    assert inserted.get(W + "date") == "2026-03-09T14:05:06Z"
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None
    assert not list(root.iter(f"{W}del/{W}r/{W}t"))
    assert read(copy, "b.docx").source.text == "Wij doen dit voor u.\n"
    assert rejected(copy) == "Wij doen dit ten behoeve van u.\n"
    numbers = [one.get(W + "id") for one in root.iter(W + "ins", W + "del")]
    assert len(set(numbers)) == len(numbers) == 3


def test_words_that_go_leave_no_insertion() -> None:
    data = word(paragraph("Dat is in principe goed."))
    copy, _ = change(data, [("in principe ", "")])
    assert read(copy, "b.docx").source.text == "Dat is goed.\n"
    assert not list(open_docx(copy, "b.docx").root.iter(W + "ins"))


@pytest.mark.parametrize(
    "content",
    [
        field("DATE", "reeds"),
        field('HYPERLINK "https://example.nl"', "reeds"),
        f'<w:fldSimple w:instr="AUTHOR">{run("reeds")}</w:fldSimple>',
        f'<w:moveTo w:id="1" w:author="A">{run("reeds")}</w:moveTo>',
        LOCKED.format(run("reeds")),
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{run('reeds')}</w:sdtContent></w:sdt>",
        run("re") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("eds"),
    ],
    ids=["field", "link field", "simple field", "moved", "locked", "bound", "note inside"],
)
def test_what_must_stay_as_it_is_is_not_changed(content: str) -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Noot.")}</w:footnote>')
    data = word(paragraph(run("Het is ") + content + run(" zo, indien nodig.")), parts={"footnotes": notes})
    assert change(data, [("reeds", "al")]) == (data, 0)
    copy, made = change(data, [("reeds", "al")], [("indien", "als")])
    assert made == 1
    assert "Het is reeds zo, als nodig." in read(copy, "b.docx").source.text


@pytest.mark.parametrize("unseen", ["<w:t> </w:t>", "<w:t/>"])
def test_a_text_that_shows_nothing_does_not_stand_between(unseen: str) -> None:
    data = word(paragraph(run("a") + f"<w:r>{unseen}<w:tab/>{unseen}</w:r>" + run("b")))
    copy, made = change(data, [("a\tb", "een")])
    assert made == 1
    assert read(copy, "b.docx").source.text == "een\n"
    assert rejected(copy) == "a\tb\n"


def test_a_suggestion_is_carried_out_whole_or_not_at_all() -> None:
    data = word(paragraph(run("Wij vangen ") + field("DATE", "vandaag") + run(" aan.")))
    assert change(data, [("vangen", "beginnen"), ("vandaag", "nu")]) == (data, 0)


def test_a_change_in_an_insertion_of_someone_else() -> None:
    data = word(paragraph(f'<w:ins w:id="3" w:author="A">{run("en reeds klaar")}</w:ins>{run(" nu")}'))
    copy, made = change(data, [("reeds", "al")])
    assert made == 1
    assert read(copy, "b.docx").source.text == "en al klaar nu\n"
    root = open_docx(copy, "b.docx").root
    assert not list(root.iter(f"{W}ins/{W}ins"))
    found = [
        (one.get(W + "author"), "".join(map(str, one.itertext(W + "t")))) for one in root.iter(W + "ins")
    ]
    assert found == [("A", "en "), ("duidelijk", "al"), ("A", " klaar")]
    assert rejected(copy) == "en reeds klaar nu\n"


def test_changes_reach_links_notes_and_headers() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Indien nodig.")}</w:footnote>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(f'<w:hyperlink r:id="rId9">{run("Reeds gedaan")}</w:hyperlink>{sign}')
    header = part("hdr", paragraph("Gaarne melden"))
    data = word(
        body + section,
        parts={"footnotes": notes, "header1": header},
        relations=link("rId9", "https://example.nl"),
    )
    copy, made = change(data, [("Reeds", "Al")], [("Indien", "Als")], [("Gaarne", "Graag")])
    assert made == 3
    assert read(copy, "b.docx").source.text.split("\n\n") == ["Graag melden", "Al gedaan", "Als nodig.\n"]


def test_comments_and_changes_in_one_copy() -> None:
    data = word(paragraph("Wij doen dit ten behoeve van u."))
    span = at(data, "ten behoeve van")
    copy, made = change(comment(data, finding(span)), [("ten behoeve van", "voor")])
    assert made == 1
    assert commented(copy) == {"0": "voor"}
    assert read(copy, "b.docx").source.text == "Wij doen dit voor u.\n"


# --- whatever the runs ---

LETTERS: Final = st.text("ab é€😀", min_size=1, max_size=8)
PIECES: Final = st.one_of(
    LETTERS.map(run),
    LETTERS.map(lambda text: run(text, "<w:b/>")),
    LETTERS.map(lambda text: f"<w:r><w:t>{text}</w:t><w:tab/><w:t>{text}</w:t></w:r>"),
    LETTERS.map(lambda text: f'<w:ins w:id="1" w:author="A">{run(text)}</w:ins>'),
    LETTERS.map(
        lambda text: f'<w:del w:id="2" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'
    ),
    LETTERS.map(lambda text: f"<w:smartTag>{run(text)}</w:smartTag>"),
    LETTERS.map(lambda text: f'<w:hyperlink w:anchor="x">{run(text)}</w:hyperlink>'),
)
PARAGRAPHS: Final = st.lists(
    st.lists(PIECES, min_size=1, max_size=6).map("".join).map(paragraph), min_size=1, max_size=3
)
PLACES: Final = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), min_size=1, max_size=6)


@settings(max_examples=80, deadline=None)
@given(PARAGRAPHS, PLACES)
def test_every_comment_covers_exactly_its_words(paragraphs: list[str], places: list[tuple[int, int]]) -> None:
    data = word("".join(paragraphs))
    text = read(data, "b.docx").source.text
    spans = [span for span in (within(text, *place) for place in places) if span is not None]
    copy = comment(data, *map(finding, spans))
    assert read(copy, "b.docx").source.text == text
    if spans:
        assert commented(copy) == {str(number): text[slice(*span)] for number, span in enumerate(spans)}
        assert parts_beside(copy) == parts_beside(data)


@settings(max_examples=80, deadline=None)
@given(PARAGRAPHS, PLACES, st.sampled_from(["", "x", "een twee"]))
def test_accepted_changes_are_the_fix_and_rejected_changes_the_original(
    paragraphs: list[str], places: list[tuple[int, int]], new: str
) -> None:
    data = word("".join(paragraphs))
    text = read(data, "b.docx").source.text
    edits: list[Edit] = []
    for span in sorted(span for span in (within(text, *place) for place in places) if span is not None):
        if not edits or span.start > edits[-1].span.end:
            edits.append(Edit(span, new))
    copy, made = change_docx(data, "b.docx", [(edit,) for edit in edits], date=DATE)
    assert made == len(edits)
    assert lines_of(read(copy, "b.docx").source.text) == lines_of(apply_edits(text, edits))
    assert rejected(copy) == text
    assert parts_beside(copy) == parts_beside(data)


def lines_of(text: str) -> list[str]:
    """The lines that are not empty: a paragraph without words is no paragraph to a reader."""
    return [line for line in text.splitlines() if line.strip()]


def within(text: str, start: int, length: int) -> Span | None:
    """A span that does not leave its paragraph and is not empty."""
    end = start + length
    stop = text.find("\n", start)
    end = min(end, stop if stop >= 0 else len(text))
    return Span(start, end) if start < end else None


def parts_beside(data: bytes) -> dict[str, bytes]:
    return {name: bytes_ for name, bytes_ in parts(data).items() if name not in TOUCHED}
