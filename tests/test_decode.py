"""Decoding: the text as it stands, the encoding to write it back, and plain words for what is no text."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from duidelijk import readers
from duidelijk.errors import ReadError
from duidelijk.readers.decode import MAX_BYTES, decode, encode, known_encoding

DUTCH = "De coördinatie kost € 3, zei zij: ‘één idee’.\r\nGeïnd à la carte."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    data = mark + DUTCH.encode(encoding)
    source = decode(data, "a.txt", markup=False, charset="cp1252")
    assert (source.text, source.encoding, source.bom) == (DUTCH, encoding, True)
    assert encode(source, source.text) == data


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    data = DUTCH.encode(encoding)
    source = decode(data, "a.txt", markup=False)
    assert (source.text, source.encoding, source.bom) == (DUTCH, encoding, False)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert encode(source, source.text) == data


def test_a_mark_inside_stays() -> None:
    assert decode("a\ufeffb".encode(), "a.txt", markup=False).text == "a\ufeffb"


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_old_encodings_are_guessed(encoding: str) -> None:
    text = "De financiële coördinatie van één idee, geïnd en geëerd. " * 20
    assert decode(text.encode(encoding), "a.txt", markup=False).text == text


def test_other_encodings_are_guessed_too() -> None:
    text = "Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni i równi pod względem godności. " * 20
    assert decode(text.encode("cp1250"), "a.txt", markup=False).text == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="iso-8859-15">',
        "<META CharSet=iso-8859-15>",
        '<!-- <meta charset="utf-7"> --><meta http-equiv=Content-Type content="x; charset=iso-8859-15">',
        '<?xml version="1.0" encoding="ISO-8859-15"?><html>',
    ],
)
def test_markup_may_declare_its_encoding(head: str) -> None:
    text = f"{head}<p>€ één</p>"
    source = decode(text.encode("iso-8859-15"), "a.html", markup=True)
    assert (source.text, source.encoding) == (text, "iso8859-15")


def test_a_declaration_counts_only_in_the_first_1024_bytes_of_markup() -> None:
    head = '<meta charset="iso-8859-15">'
    assert decode((" " * 1000 + head + "é").encode(), "a.html", markup=True).text.endswith("é")
    assert decode((head + "é").encode(), "a.md", markup=False).text == head + "é"


def test_a_declaration_that_is_not_true_is_left_aside() -> None:
    text = "<meta charset=utf-8><p>één coördinator</p>"
    assert decode(text.encode("cp1252"), "a.html", markup=True).text == text


def test_a_server_goes_before_the_page() -> None:
    data = "<meta charset=utf-8>€".encode("iso-8859-15")
    assert decode(data, "https://voorbeeld.nl", markup=True, charset="iso-8859-15").text.endswith("€")


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("utf-16", "utf-8"),
        ("Windows-1252", "cp1252"),
        ("klingon", None),
        ("base64", None),
        ("rot13", None),
    ],
)
def test_names_of_encodings(label: str, encoding: str | None) -> None:
    assert known_encoding(label) == encoding


def test_empty() -> None:
    source = decode(b"", "leeg.txt", markup=False)
    assert (source.text, source.encoding, source.bom) == ("", "utf-8", False)
    assert readers.read(b"", "leeg.txt").blocks == ()
    assert readers.read(codecs.BOM_UTF8, "leeg.md").blocks == ()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "png"),
        (b"\xff\xd8\xff\xe0\0", "jpg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "docx"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04\x14\0\0\0los.bin", "zip"),
        (b"gewoon\0ja", "geen gewone tekst"),
        (bytes(range(1, 9)) * 20, "geen gewone tekst"),
        ("a\0b".encode("utf-16"), "geen gewone tekst"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "brief.txt", markup=False)
    assert what in caught.value.message
    assert caught.value.file == "brief.txt"
    assert caught.value.hint


def test_damaged_utf8_names_the_line() -> None:
    data = "één\r\ntwéé\r\n".encode() + b"dr\xffie\n"
    with pytest.raises(ReadError, match="beschadigd") as caught:
        decode(data, "a.txt", markup=False)
    assert caught.value.line == 3


def test_damaged_utf16_names_the_line() -> None:
    data = codecs.BOM_UTF16_LE + "een\ntwee".encode("utf-16-le") + b"\x00\xd8!\0"
    with pytest.raises(ReadError, match="beschadigd") as caught:
        decode(data, "a.txt", markup=False)
    assert caught.value.line == 2


def test_too_large() -> None:
    with pytest.raises(ReadError, match=r"te groot: 20,1 MB. Het maximum is 20 MB"):
        decode(b" " * (MAX_BYTES + 1), "a.html", markup=True)
    assert decode(b" " * MAX_BYTES, "a.html", markup=True).text


def test_a_character_that_does_not_fit() -> None:
    source = decode("één".encode("cp1252"), "a.txt", markup=False)
    with pytest.raises(ReadError, match="‘ł’ past niet") as caught:
        encode(source, "één\nzłoty")
    assert caught.value.line == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_that_is_too_long(name: str, newline: str) -> None:
    data = f"kort{newline}kort{newline}{'a' * (readers.MAX_LINE + 1)}{newline}kort".encode()
    with pytest.raises(ReadError, match="te lang") as caught:
        readers.read(data, name)
    assert caught.value.line == 3
    assert readers.read(f"kort{newline}{'a' * readers.MAX_LINE}{newline}kort".encode(), name).blocks


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"<p>", "text"),
        ("A.TXT", b"", "text"),
        ("map\\a.MD", b"", "markdown"),
        ("a.markdown", b"", "markdown"),
        ("a.htm", b"", "html"),
        ("a.xhtml", b"", "html"),
        ("-", b"Gewone tekst < 3", "text"),
        ("-", b"  <!DOCTYPE html><title>x", "html"),
        ("-", b"<!-- c -->\n<div class='x'>", "html"),
        ("-", "\ufeff<p>één".encode("utf-16"), "html"),
        ("-", b"<!-- duidelijk: uit -->\nGewone tekst.", "text"),
        ("https://voorbeeld.nl/pagina.php?x=1.txt", b"<html>", "html"),
        ("https://voorbeeld.nl/lees.md?ref=a", b"# Kop", "markdown"),
        ("https://voorbeeld.nl/lees.md", b"<!doctype html>", "html"),
        ("https://voorbeeld.nl", b"tekst", "text"),
    ],
)
def test_format_of(name: str, data: bytes, expected: str) -> None:
    assert readers.format_of(data, name) == expected
