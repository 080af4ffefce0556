"""OpenDocument texts that are damaged, locked, or made to do harm: refused, with what to do."""

from __future__ import annotations

import pytest

from duidelijk import readers
from duidelijk.errors import ReadError
from duidelijk.model import Document
from tests.odt_files import (
    LISTS,
    MIMETYPE,
    content_of,
    listed,
    manifest,
    odt,
    paragraph,
    part,
    parts_of,
    row,
    table,
    zipped,
)

TEXT = paragraph("Een zin.")


def refused(data: bytes, name: str = "brief.odt") -> str:
    with pytest.raises(ReadError) as caught:
        readers.read(data, name)
    assert caught.value.file == name
    assert caught.value.hint
    return caught.value.message


def read(body: str, **more: object) -> Document:
    return readers.read(odt(body, **more), "brief.odt")


@pytest.mark.parametrize("kept", [["content.xml"], ["encrypted-package"]])
def test_a_password_on_the_parts_or_on_the_whole(kept: list[str]) -> None:
    inside = (
        '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm/></manifest:encryption-data>'
    )
    parts = dict.fromkeys(kept, b"\x8a\x01geheim")
    data = zipped({"mimetype": MIMETYPE, **parts, "META-INF/manifest.xml": manifest(kept, inside)})
    assert refused(data) == "Op dit bestand zit een wachtwoord."


def test_a_file_that_is_cut_off() -> None:
    data = odt(TEXT)
    assert refused(data[: len(data) // 2]) == "Dit bestand is beschadigd."


def test_a_damaged_part() -> None:
    data = bytearray(odt(TEXT))
    at = data.index(b"content.xml") + len("content.xml") + 20
    data[at : at + 40] = bytes(40)
    assert refused(bytes(data)) == "Dit bestand is beschadigd: het onderdeel content.xml is niet te lezen."


@pytest.mark.parametrize("text", ["", "geen xml", "<office:document-content", content_of(TEXT)[:-20]])
@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml"])
def test_a_part_that_is_no_xml(name: str, text: str) -> None:
    assert f"{name} is niet te lezen" in refused(zipped({**parts_of(TEXT), name: text}))


def test_a_file_without_text() -> None:
    message = "In dit bestand staat geen tekst die LibreOffice kan lezen."
    parts = parts_of(TEXT)
    del parts["content.xml"]
    assert refused(zipped(parts)) == message
    sheet = part("document-content", "<office:body><office:spreadsheet/></office:body>")
    assert refused(zipped({**parts, "content.xml": sheet})) == message
    assert read("").blocks == ()


def test_a_file_with_only_its_content() -> None:
    data = zipped({"mimetype": MIMETYPE, "content.xml": content_of(TEXT)})
    assert [block.text for block in readers.read(data, "brief.odt").blocks] == ["Een zin."]


def test_a_zip_that_grows_too_large() -> None:
    bomb = content_of("<text:p>" + " " * 30_000_000 + "</text:p>")
    assert refused(zipped({**parts_of(TEXT), "content.xml": bomb})) == (
        "Dit bestand wordt bij het uitpakken veel te groot."
    )


@pytest.mark.parametrize("name", ["../../buiten.xml", "/etc/buiten.xml"])
def test_names_outside_the_folder(name: str) -> None:
    assert "onveilige naam" in refused(odt(TEXT, more={name: "x"}))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    ],
)
@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml"])
def test_entities_and_outside_files_are_refused(name: str, declared: str) -> None:
    parts = parts_of(TEXT)
    head, rest = str(parts[name]).split("?>", 1)
    assert "onveilig opgebouwd" in refused(zipped({**parts, name: f"{head}?>{declared}{rest}"}))


def test_a_flat_file_is_not_read_as_a_page() -> None:
    flat = part("document", f"<office:body><office:text>{TEXT}</office:text></office:body>").encode()
    for name in ("brief.fodt", "brief.xml", "brief.odt"):
        assert "fodt" in refused(flat, name)
    about = b"Een plat bestand begint met <office:document>."
    assert readers.read(about, "uitleg.md").format == "markdown"


def test_a_hundred_thousand_paragraphs() -> None:
    document = read("".join(paragraph(f"Zin {at}.") for at in range(100_000)))
    assert len(document.blocks) == 100_000
    assert document.blocks[-1].anchor == "alinea 100000"


def test_a_great_many_styles_in_a_row() -> None:
    styles = "".join(
        f'<style:style style:name="P{at}" style:family="paragraph" style:parent-style-name="P{at + 1}"'
        f' style:master-page-name="M{at}"/>'
        for at in range(20_000)
    )
    pages = "".join(
        f'<style:master-page style:name="M{at}" style:next-style-name="M{at + 1}"/>' for at in range(20_000)
    )
    body = "".join(paragraph(f"Zin {at}.", f"P{at}") for at in range(20_000))
    assert len(read(body, automatic=styles, pages=pages).blocks) == 20_000


def test_styles_in_a_ring() -> None:
    ring = "".join(
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{base}"/>'
        for family in ("paragraph", "text")
        for name, base in (("A", "B"), ("B", "A"))
    )
    body = paragraph('Een <text:span text:style-name="B">zin</text:span>.', "A")
    pages = '<style:master-page style:name="Standard" style:next-style-name="Standard"/>'
    assert [block.text for block in read(body, automatic=ring, pages=pages).blocks] == ["Een zin."]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<text:section>" * 240, "</text:section>" * 240),
        ("<text:list><text:list-item>" * 120, "</text:list-item></text:list>" * 120),
        (
            "<table:table><table:table-row><table:table-cell>" * 80,
            "</table:table-cell></table:table-row></table:table>" * 80,
        ),
        (
            "<text:p><draw:frame><draw:text-box>" * 80,
            "</draw:text-box></draw:frame></text:p>" * 80,
        ),
        (
            "<text:p><text:note><text:note-body>" * 80,
            "</text:note-body></text:note></text:p>" * 80,
        ),
    ],
)
def test_parts_deep_within_each_other(start: str, end: str) -> None:
    assert len(read(start + TEXT + end).blocks) <= 1


@pytest.mark.parametrize("wrapper", ["text:span", "text:a", "text:meta", "text:onbekend"])
def test_words_deep_within_each_other(wrapper: str) -> None:
    body = f"<text:p>{f'<{wrapper}>' * 240}Diep.{f'</{wrapper}>' * 240}</text:p>"
    assert [block.text for block in read(body).blocks] == ["Diep."]


def test_too_deep_for_anyone() -> None:
    body = "<text:section>" * 5_000 + TEXT + "</text:section>" * 5_000
    assert "niet te lezen" in refused(odt(body))


def test_great_numbers_stay_small() -> None:
    many = "9" * 4_000
    lists = LISTS + (
        '<text:list-style style:name="Great">'
        f'<text:list-level-style-number text:level="1" style:num-format="a" text:start-value="{many}"'
        f' style:num-prefix="{"x" * 9_000}" text:display-levels="{many}"/></text:list-style>'
    )
    body = (
        f'<text:p>a<text:s text:c="{many}"/>b</text:p>'
        + listed("item", style="Great")
        + table(
            row(f'<table:table-cell table:number-columns-repeated="{many}"/>').replace(
                "<table:table-row>", f'<table:table-row table:number-rows-repeated="{many}">'
            ),
            row("d", "e"),
        )
        + f'<text:h text:outline-level="{many}">Kop</text:h>'
    )
    document = read(body, styles=lists)
    assert len(document.source.text) < 600
    assert document.blocks[-1].level == 6


@pytest.mark.parametrize(
    "attributes",
    [
        'fo:margin="0.5em"',
        'fo:margin-top="-"',
        'fo:margin-bottom="1e999cm"',
        'fo:margin-top="99999999999999cm"',
    ],
)
def test_nonsense_in_styles_is_passed_over(attributes: str) -> None:
    style = (
        '<style:style style:name="P1" style:family="paragraph" style:default-outline-level="x">'
        f'<style:paragraph-properties {attributes}/><style:text-properties fo:font-size="x" '
        'fo:font-weight="y" fo:language="" fo:country=""/></style:style>'
    )
    assert [block.text for block in read(paragraph("Een zin.", "P1"), automatic=style).blocks] == ["Een zin."]
