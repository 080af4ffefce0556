"""Findings as comments in a copy of an OpenDocument text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from duidelijk import readers
from duidelijk.annotate.odt import annotate_odt
from duidelijk.engine import lint_bytes
from duidelijk.errors import ReadError
from duidelijk.model import Document, Edit, Finding, Guideline, Span, Suggestion
from duidelijk.settings import Settings
from tests.odt_files import Comment, comments_in, heading, listed, odt, paragraph, row, table, zipped

STRONG = '<text:span text:style-name="Strong">{}</text:span>'
LINK = '<text:a xlink:href="https://example.nl">{}</text:a>'
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>Zie de wet.</text:p></text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box><text:p>Let op de datum.</text:p></draw:text-box></draw:frame>"
SHAPE = "<draw:custom-shape><text:p>Bel ons.</text:p><draw:enhanced-geometry/></draw:custom-shape>"
PICTURE = (
    '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>Het stadhuis</svg:desc></draw:frame>'
)
LETTER = (
    paragraph("Geachte mevrouw,")
    + paragraph(f"Wij delen {STRONG.format('u  mede')} dat<text:s/>u recht{NOTE} hebt{BOX}{SHAPE}.")
    + heading("Wat moet u doen?")
    + listed("bellen", paragraph(f"of {LINK.format('naar de site')} gaan"), style="Numbers")
    + table(row("Bedrag", "100 euro"), row("Datum", "<text:p>op <text:date>1 mei</text:date> 2026</text:p>"))
    + paragraph(f"Kijk.{PICTURE}")
)  # fmt: skip
PAGE = (
    '<style:master-page style:name="Standard"><style:footer><text:p>Voorbeeld</text:p></style:footer>'
    "</style:master-page>"
)


def finding(span: Span, message: str = "Let op.", titles: Iterable[str] = ()) -> Finding:
    suggestions = tuple(Suggestion(title, (Edit(span, ""),)) for title in titles)
    return Finding(
        "een-regel", span, message, "warning", "high", "failed", "", Guideline("Bron"), "0", suggestions
    )


def about(document: Document, words: str, **more: object) -> Finding:
    at = document.source.text.index(words)
    return finding(Span(at, at + len(words)), **more)  # type: ignore[arg-type]


def comments(words: Iterable[str], body: str = LETTER, part: str = "content.xml") -> list[Comment]:
    data = odt(body, pages=PAGE)
    document = readers.read(data, "brief.odt")
    copy = annotate_odt(data, "brief.odt", [about(document, one) for one in words])
    assert same_text(data, copy)
    return comments_in(copy, part)


def same_text(before: bytes, after: bytes) -> bool:
    first, second = (readers.read(data, "brief.odt") for data in (before, after))
    return (
        first.source.text == second.source.text
        and first.anchors == second.anchors
        and [(one.kind, one.text) for one in first.blocks] == [(one.kind, one.text) for one in second.blocks]
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("delen u mede", "delen u  mede"),
        ("Wij", "Wij"),
        ("mede dat u", "mede datu"),  # a text:s has no characters
        ("recht hebt", "rechtZie de wet. hebt"),  # the note stands between them
        ("Zie de", "Zie de"),
        ("datum", "datum"),
        ("moet u", "moet u"),
        ("bellen", "bellen"),
        ("of naar de", "of naar de"),
        ("euro", "euro"),
        ("op 1", "op 1 mei"),  # no comment can stand within a field
        ("mei 2026", "1 mei 2026"),
    ],
)
def test_a_comment_is_at_the_words(words: str, expected: str) -> None:
    (comment,) = comments([words])
    found = (comment.words or "").replace("1Zie", "Zie").replace("Let op de datum.Bel ons.", "")
    assert found == expected
    assert comment.lines == ("Let op.", "Regel: een-regel (waarschuwing)")


def test_comments_may_share_words_and_hold_each_other() -> None:
    found = comments(["moet u", "moet", "u doen?", "moet u doen", "moet u"])
    assert sorted(one.words or "" for one in found) == ["moet", "moet u", "moet u", "moet u doen", "u doen?"]


def test_a_comment_stays_within_one_paragraph() -> None:
    data = odt(paragraph("Een zin.") + paragraph("Nog een."))
    document = readers.read(data, "brief.odt")
    copy = annotate_odt(data, "brief.odt", [finding(Span(4, len(document.source.text)))])
    assert comments_in(copy)[0].words == "zin."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bel", Comment(None, ("Tekstvak 2", "Let op.", "Regel: een-regel (waarschuwing)"))),
        ("stadhuis", Comment("Het stadhuis", ("Let op.", "Regel: een-regel (waarschuwing)"))),
    ],
)
def test_comments_on_drawings_stand_beside_or_around_them(words: str, expected: Comment) -> None:
    assert comments([words]) == [expected]


def test_a_comment_on_a_picture_without_words_is_at_the_picture() -> None:
    bare = PICTURE.replace("<svg:desc>Het stadhuis</svg:desc>", "")
    data = odt(paragraph("Voor.") + paragraph(f"Kijk {bare} hier.") + paragraph("Na."))
    document = readers.read(data, "brief.odt")
    place = next(block.place for block in document.blocks if block.kind == "image_alt")
    copy = annotate_odt(data, "brief.odt", [finding(place)])
    assert len(comments_in(copy)) == 1
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        text = archive.read("content.xml").decode()
    assert text.index("Kijk") < text.index("<office:annotation>") < text.index("<draw:frame>")


def test_a_footer_has_its_comment_in_the_other_part() -> None:
    data = odt(LETTER, pages=PAGE)
    document = readers.read(data, "brief.odt")
    copy = annotate_odt(data, "brief.odt", [about(document, "Voorbeeld")])
    assert [one.words for one in comments_in(copy, "styles.xml")] == ["Voorbeeld"]
    assert changed(data, copy) == ["styles.xml"]


@pytest.mark.parametrize("body", ["", paragraph(""), "<text:sequence-decls/>", paragraph("Een zin.")])
def test_a_finding_without_words_is_at_a_paragraph(body: str) -> None:
    data = odt(body)
    copy = annotate_odt(data, "brief.odt", [finding(Span(0, 0), "Geef dit bestand een titel.")])
    (comment,) = comments_in(copy)
    assert comment.words is None
    assert comment.lines[0] == "Geef dit bestand een titel."
    assert same_text(data, copy)


def test_the_mark_of_an_item_belongs_to_its_paragraph() -> None:
    data = odt(paragraph("Eerst.") + listed("bellen", style="Numbers"))
    at = readers.read(data, "brief.odt").source.text.index("1.")
    copy = annotate_odt(data, "brief.odt", [finding(Span(at, at + 2))])
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        text = archive.read("content.xml").decode()
    assert text.index("<text:list-item>") < text.index("<office:annotation>") < text.index("bellen")


def changed(before: bytes, after: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.namelist() == old.namelist()
        assert new.testzip() is None
        return [name for name in old.namelist() if old.read(name) != new.read(name)]


def test_the_rest_of_the_file_stays_as_it_is() -> None:
    old = '<office:annotation office:name="duidelijk-1"><dc:creator>Iemand</dc:creator></office:annotation>'
    data = odt(
        f"<!-- let op --><?wat dan?>{paragraph(f'Een {old}zin.')}{LETTER}",
        more={"Pictures/1.png": b"\x89PNG"},
    )
    kept = bytes(data)
    document = readers.read(data, "brief.odt")
    copy = annotate_odt(data, "brief.odt", [about(document, "Een"), about(document, "recht hebt")])
    assert data == kept
    assert changed(data, copy) == ["content.xml"]
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        first = archive.infolist()[0]
        root = etree.fromstring(archive.read("content.xml"))
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert copy[30:38] == b"mimetype"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        before = etree.fromstring(archive.read("content.xml"))
    assert etree.tostring(without_comments(root), method="c14n") == etree.tostring(before, method="c14n")


def without_comments(root: etree._Element) -> etree._Element:
    """Take our comments out, and put the text around them together again."""
    names = ["{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"]
    names.append(f"{names[0]}-end")
    for one in list(root.iter(*names)):
        creator = one.findtext("{http://purl.org/dc/elements/1.1/}creator")
        parent = one.getparent()
        if creator == "Iemand" or parent is None:
            continue
        previous = one.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + (one.tail or "") or None
        else:
            previous.tail = (previous.tail or "") + (one.tail or "") or None
        one.tail = None
        parent.remove(one)
    return root


def test_a_comment_names_its_alternatives_and_its_date() -> None:
    data = odt(paragraph("Dit is evident."))
    found = [finding(Span(7, 14), "Schrijf het gewoner.", ["‘duidelijk’", "‘helder’"])]
    made = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    copy = annotate_odt(data, "brief.odt", found, date=made)
    assert comments_in(copy)[0].lines[:2] == ("Schrijf het gewoner.", "Liever: ‘duidelijk’ of ‘helder’")
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert b"<dc:date>2026-03-04T05:06:07</dc:date>" in archive.read("content.xml")
    assert annotate_odt(data, "brief.odt", found, date=made) == copy


def test_comments_on_a_copy_that_has_comments() -> None:
    data = odt(paragraph("Een zin met woorden."))
    first = annotate_odt(data, "brief.odt", [finding(Span(0, 3))])
    second = annotate_odt(first, "brief.odt", [finding(Span(4, 7)), finding(Span(12, 19))])
    assert [one.words for one in comments_in(second)] == ["Een", "zin", "woorden"]
    assert same_text(data, second)


def test_real_findings_are_at_their_words() -> None:
    body = "".join(
        map(
            paragraph,
            ("Geachte mevrouw,", "U dient zulks onverwijld kenbaar te maken.", "Met vriendelijke groet,"),
        )
    )
    data = odt(body)
    found = lint_bytes(data, "brief.odt", Settings()).findings
    assert len(found) > 3
    copy = annotate_odt(data, "brief.odt", found)
    assert sorted(one.words or "" for one in comments_in(copy)) == sorted(one.excerpt for one in found)


_LEAVES = st.sampled_from([
    "woord ", "  ", "é", "<text:s/>", "<text:tab/>", "<text:line-break/>", "<!-- x -->", NOTE, BOX, SHAPE,
    PICTURE, "<text:date>1 mei</text:date>", "<text:bookmark/>",
])  # fmt: skip
_INLINE = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4).map(
        lambda parts: f"<text:span>{''.join(parts)}</text:span>tussen"
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_INLINE, min_size=1, max_size=5), st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40)))
)
def test_the_text_stays_the_same_wherever_comments_are(
    parts: list[str], places: list[tuple[int, int]]
) -> None:
    data = odt(paragraph("".join(parts)) + paragraph("Nog een zin."))
    found = [finding(Span(start, start + length)) for start, length in places]
    copy = annotate_odt(data, "brief.odt", found)
    assert same_text(data, copy)
    assert len(comments_in(copy)) == len(found)


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(ReadError):
        annotate_odt(zipped({"content.xml": "x"}), "brief.odt", [])
