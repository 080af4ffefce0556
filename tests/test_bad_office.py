"""Word and OpenDocument files that are damaged, locked, or made to do harm: refused, with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from duidelijk import readers
from duidelijk.errors import ReadError
from duidelijk.model import Document
from tests.docx_files import listed, numbering, pack, paragraph, part, style, word

TEXT = part("document", f"<w:body>{paragraph('Een zin.')}</w:body>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, name: str = "brief.docx") -> str:
    with pytest.raises(ReadError) as caught:
        readers.read(data, name)
    assert caught.value.file == name
    assert caught.value.hint
    return caught.value.message


def test_a_word_file_with_a_password() -> None:
    data = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert refused(data) == "Op dit bestand zit een wachtwoord."


def test_a_zip_with_a_locked_part() -> None:
    data = bytearray(pack({"word/document.xml": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "Op dit bestand zit een wachtwoord."


def test_a_word_file_that_is_cut_off() -> None:
    data = word(paragraph("Een zin."))
    assert refused(data[: len(data) // 2]) == "Dit bestand is beschadigd."


def test_a_word_file_with_a_damaged_part() -> None:
    data = bytearray(pack({"word/document.xml": TEXT}))
    at = data.index(b"word/document.xml") + len("word/document.xml") + 20
    data[at : at + 40] = bytes(40)
    assert refused(bytes(data)) == (
        "Dit bestand is beschadigd: het onderdeel word/document.xml is niet te lezen."
    )


@pytest.mark.parametrize("text", ["", "geen xml", "<w:document", TEXT[:-20]])
def test_a_word_file_with_a_text_that_is_no_xml(text: str) -> None:
    assert "word/document.xml is niet te lezen" in refused(pack({"word/document.xml": text}))


def test_a_word_file_without_text() -> None:
    message = "In dit bestand staat geen tekst die Word kan lezen."
    assert refused(pack({"word/styles.xml": part("styles", "")})) == message
    assert refused(pack({"word/document.xml": "<html/>"})) == message
    assert readers.read(pack({"word/document.xml": part("document", "")}), "leeg.docx").blocks == ()


def test_a_zip_that_grows_too_large() -> None:
    bomb = b"<w:t>" + b" " * 30_000_000
    assert refused(pack({"word/document.xml": bomb})) == (
        "Dit bestand wordt bij het uitpakken veel te groot."
    )


def test_a_zip_that_lies_about_its_size() -> None:
    data = bytearray(pack({"word/document.xml": TEXT + " " * 30_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert refused(bytes(data)).startswith("Dit bestand")


def test_a_zip_with_a_great_many_parts() -> None:
    data = pack({"word/document.xml": TEXT, **{f"word/{at}.xml": "" for at in range(5_001)}})
    assert refused(data) == "Dit bestand wordt bij het uitpakken veel te groot."


@pytest.mark.parametrize("name", ["../../buiten.xml", "/etc/buiten.xml", "C:/buiten.xml", "..\\buiten.xml"])
def test_a_zip_with_names_outside_its_folder(name: str) -> None:
    assert "onveilige naam" in refused(pack({"word/document.xml": TEXT, name: "x"}))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "https://example.nl/a.dtd">',
    ],
)
@pytest.mark.parametrize("target", ["word/document.xml", "_rels/.rels"])
def test_entities_and_outside_files_are_refused(declared: str, target: str) -> None:
    parts = {"word/document.xml": TEXT, target: declared + TEXT.split("?>", 1)[1]}
    assert "onveilig opgebouwd" in refused(pack(parts))
    wide = ('<?xml version="1.0" encoding="UTF-16"?>' + parts[target]).encode("utf-16")
    assert "onveilig opgebouwd" in refused(pack({**parts, target: wide}))


def test_relations_that_lead_outside_the_file_lead_nowhere() -> None:
    away = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="a" Type="x/styles" Target="../../../../etc/passwd"/><Relationship Id="b" Type="x/footnotes" '
        'Target="https://example.nl/a.xml" TargetMode="External"/></Relationships>'
    )
    data = pack({"word/document.xml": TEXT, "word/_rels/document.xml.rels": away})
    assert [block.text for block in readers.read(data, "brief.docx").blocks] == ["Een zin."]


def test_a_hundred_thousand_paragraphs() -> None:
    data = word("".join(f"<w:p><w:r><w:t>Zin {at}.</w:t></w:r></w:p>" for at in range(100_000)))
    document = readers.read(data, "groot.docx")
    assert len(document.blocks) == 100_000
    assert document.blocks[-1].anchor == "alinea 100000"


def test_fifty_tables_within_each_other() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 50 + paragraph("Diep.") + "</w:tc></w:tr></w:tbl>" * 50
    assert [block.text for block in readers.read(word(body), "diep.docx").blocks] == ["Diep."]


def test_tables_too_deep_for_anyone() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 5_000 + paragraph("Diep.") + "</w:tc></w:tr></w:tbl>" * 5_000
    assert "niet te lezen" in refused(word(body))


@pytest.mark.parametrize("wrapper", ["sdtContent", "ins", "hyperlink", "smartTag"])
def test_wrappers_within_wrappers(wrapper: str) -> None:
    inside = f"<w:{wrapper}>" * 240 + "<w:r><w:t>Diep.</w:t></w:r>" + f"</w:{wrapper}>" * 240
    document = readers.read(word(f"<w:p>{inside}</w:p>"), "diep.docx")
    assert [block.text for block in document.blocks] == ["Diep."]


def test_marks_of_lists_stay_short() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="lowerLetter"/>'
    levels += f'<w:lvlText w:val="{"%1" * 100_000}"/></w:lvl>'
    document: Document = readers.read(
        word(listed("x", 1), parts={"numbering": numbering(levels)}), "lijst.docx"
    )
    assert len(document.source.text) < 1_000


def test_styles_in_a_long_row_are_harmless() -> None:
    row = "".join(style(f"s{at}", base=f"s{at + 1}") for at in range(20_000))
    body = "".join(paragraph("Een zin.", style=f"s{at}") for at in range(0, 20_000, 100))
    document = readers.read(word(body, parts={"styles": part("styles", row)}), "stijl.docx")
    assert len(document.blocks) == 200


@pytest.mark.parametrize(
    "attack",
    [
        '<w:numPr><w:ilvl w:val="-5"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
        '<w:outlineLvl w:val="twee"/>',
        '<w:spacing w:before="1e400" w:after="-12pt" w:afterLines="x"/>',
        '<w:pStyle w:val=""/>',
        "<w:rPr/><!-- niets --><?niets niets?>",
    ],
)
def test_nonsense_in_properties_is_passed_over(attack: str) -> None:
    body = f"<w:p><w:pPr>{attack}</w:pPr><w:r><w:t>Een zin.</w:t><w:sym w:char='ZZ'/></w:r></w:p>"
    lists = numbering('<w:lvl w:ilvl="x"><w:numFmt/></w:lvl>')
    assert readers.read(word(body, parts={"numbering": lists}), "a.docx").source.text.endswith("Een zin.\n")


def test_two_parts_with_one_name() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("word/document.xml", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("word/document.xml", TEXT.replace("zin", "zin twee"))
    assert len(readers.read(data.getvalue(), "dubbel.docx").blocks) == 1
