"""Open texts: edit by edit the same text as in the editor, whatever the editor sends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
    TextDocumentItem,
)

from duidelijk.lsp.buffers import Buffer, Buffers, name_of
from duidelijk.lsp.positions import Encoding
from tests.clients.lsp_text import edited, range_at
from tests.test_lsp_positions import ENCODINGS, as_sent, encodings, numbers, texts


def partial(start: Position, end: Position, text: str) -> TextDocumentContentChangePartial:
    return TextDocumentContentChangePartial(Range(start, end), text)


def as_event(where: dict[str, Any], text: str) -> TextDocumentContentChangePartial:
    return partial(Position(**where["start"]), Position(**where["end"]), text)


def opened(text: str, encoding: Encoding = "utf-16", uri: str = "file:///brief.md") -> Buffer:
    return Buffers().open(TextDocumentItem(uri, "markdown", 1, text), encoding)


@given(texts, encodings, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), texts), max_size=5))
def test_edits_give_the_text_of_the_editor(
    text: str, encoding: Encoding, edits: Sequence[tuple[int, int, str]]
) -> None:
    """The edits go in one notification: each counts in what the one before it left."""
    buffer, model, events = opened(text, encoding), text, list[TextDocumentContentChangeEvent]()
    for one, other, new in edits:
        start, end = sorted(min(place, len(model)) for place in (one, other))
        start, end = _beside_line_end(model, start), _beside_line_end(model, end)
        where = range_at(model, start, end, encoding)
        model = as_sent(edited(model, [{"range": where, "newText": new}], encoding))
        events.append(as_event(where, new))
    changed = buffer.changed(2, events)
    assert (changed.text, changed.version) == (model, 2)


def _beside_line_end(text: str, offset: int) -> int:
    """Between the two marks of a line end there is no place to edit."""
    return offset - 1 if offset and text[offset - 1 : offset + 1] == "\r\n" else offset


@given(texts, encodings, st.tuples(numbers, numbers), st.tuples(numbers, numbers), texts)
def test_an_impossible_range_breaks_nothing(
    text: str, encoding: Encoding, start: tuple[int, int], end: tuple[int, int], new: str
) -> None:
    changed = opened(text, encoding).changed(2, [partial(Position(*start), Position(*end), new)])
    assert (
        changed.text.encode("utf-16-le", "surrogatepass").find(new.encode("utf-16-le", "surrogatepass")) >= 0
    )
    assert len(changed.text) <= len(text) + len(new)
    assert changed.positions.lines >= 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_halves_that_meet_are_one_character(encoding: Encoding) -> None:
    """Some editors send the two halves of an emoji one by one."""
    buffer = opened("a b\n", encoding)
    for half in ("\ud83d", "\ude00"):
        at = buffer.positions.position(
            len(buffer.text) - 3 if half == "\ud83d" else buffer.text.index("\ud83d") + 1
        )
        buffer = buffer.changed(2, [partial(at, at, half)])
    assert buffer.text == "a😀 b\n"


def test_changes_apply_in_their_order() -> None:
    start = Position(0, 0)
    changes: list[TextDocumentContentChangeEvent] = [
        partial(start, start, "twee "),
        TextDocumentContentChangeWholeDocument("drie"),
        partial(start, start, "één "),
        partial(Position(0, 4), Position(0, 8), "vier"),
    ]
    assert opened("nul").changed(7, changes).text == "één vier"


def test_versions_and_texts_by_address() -> None:
    buffers = Buffers()
    buffers.open(TextDocumentItem("file:///a.md", "markdown", 4, "oud"), "utf-16")
    buffers.open(TextDocumentItem("file:///b.md", "markdown", 1, "b"), "utf-16")
    new = buffers.change("file:///a.md", 9, [TextDocumentContentChangeWholeDocument("nieuw")])
    assert new is buffers.get("file:///a.md")
    assert new is not None
    assert (new.text, new.version) == ("nieuw", 9)
    assert [one.uri for one in buffers] == ["file:///a.md", "file:///b.md"]
    assert buffers.close("file:///a.md") is new
    assert buffers.get("file:///a.md") is None
    assert buffers.close("file:///a.md") is None


def test_an_edit_of_a_text_that_is_not_open_is_no_text() -> None:
    buffers = Buffers()
    assert buffers.change("file:///a.md", 2, [TextDocumentContentChangeWholeDocument("x")]) is None
    assert list(buffers) == []


@pytest.mark.parametrize(
    ("language", "uri", "format_"),
    [
        ("markdown", "file:///brief.md", "markdown"),
        ("gfm", "file:///brief", "markdown"),
        ("html", "file:///pagina.html", "html"),
        ("xhtml", "file:///pagina", "html"),
        ("mhtml", "file:///pagina", "html"),
        ("plaintext", "untitled:Untitled-1", "text"),
        ("Text", "file:///brief", "text"),
        ("", "file:///brief.MARKDOWN", "markdown"),
        ("fundamental", "file:///brief.txt", "text"),
        ("", "file:///pagina.HTM", "html"),
        ("python", "file:///brief.py", None),
        ("", "file:///brief.docx", None),
        ("", "file:///.md", None),
        ("latex", "untitled:Untitled-1", None),
    ],
)
def test_which_texts_are_read(language: str, uri: str, format_: str | None) -> None:
    buffer = Buffers().open(TextDocumentItem(uri, language, 1, ""), "utf-16")
    assert buffer.format == format_


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("file:///map/een%20brief%20%25%20co%C3%B6peratie.md", "/map/een brief % coöperatie.md"),
        ("untitled:Untitled-1", "Untitled-1"),
        ("vscode-notebook-cell:/map/a.md", "/map/a.md"),
        ("geen adres", "geen adres"),
    ],
)
def test_the_name_of_a_text(uri: str, name: str) -> None:
    assert Path(name_of(uri)) == Path(name)


@pytest.mark.parametrize(
    ("name", "is_config"),
    [("duidelijk.toml", True), (".duidelijk.toml", True), ("pyproject.toml", True), ("ander.toml", False)],
)
def test_settings_files_are_known_by_name(name: str, is_config: bool) -> None:
    buffer = Buffers().open(TextDocumentItem(f"file:///map/{name}", "toml", 1, ""), "utf-16")
    assert buffer.is_config is is_config
