"""The texts that are open in the editor, kept up to date edit by edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from lsprotocol.types import (
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentItem,
)
from pygls.uris import to_fs_path

from duidelijk.lsp.positions import Encoding, Positions
from duidelijk.readers.kinds import EXTENSIONS
from duidelijk.settings import CONFIG_NAMES

Format = Literal["text", "markdown", "html"]

_FORMATS: Final[Mapping[str, Format]] = {
    "markdown": "markdown",
    "gfm": "markdown",
    "html": "html",
    "xhtml": "html",
    "mhtml": "html",
    "plaintext": "text",
    "text": "text",
}
"""Of the names that editors give to languages: what we can read."""


@dataclass(frozen=True)
class Buffer:
    """One version of an open text. ``format`` is text, markdown, html, or None for what we do not read."""

    uri: str
    name: str
    version: int | None
    text: str
    format: Format | None
    encoding: Encoding

    @cached_property
    def positions(self) -> Positions:
        """The places of this text."""
        return Positions(self.text, self.encoding)

    @property
    def is_config(self) -> bool:
        """Whether this is a file with our settings."""
        return Path(self.name).name in CONFIG_NAMES

    def changed(
        self,
        version: int | None,
        changes: Iterable[TextDocumentContentChangeEvent],
    ) -> Buffer:
        """The next version: each change applies to what the one before it left."""
        text = self.text
        for change in changes:
            if isinstance(change, TextDocumentContentChangePartial):
                start, end = Positions(text, self.encoding).span(change.range)
                text = _joined(text[:start], change.text, text[end:])
            else:
                text = change.text
        return replace(self, version=version, text=text)


class Buffers:
    """All open texts, by address."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: dict[str, Buffer] = {}

    def open(self, item: TextDocumentItem, encoding: Encoding) -> Buffer:
        """Take a text in."""
        name = name_of(item.uri)
        format_ = format_of(item.language_id, name)
        buffer = Buffer(item.uri, name, item.version, item.text, format_, encoding)
        self._open[item.uri] = buffer
        return buffer

    def change(
        self, uri: str, version: int | None, changes: Iterable[TextDocumentContentChangeEvent]
    ) -> Buffer | None:
        """Carry out edits; None when the text was never opened."""
        buffer = self._open.get(uri)
        if buffer is None:
            return None
        self._open[uri] = changed = buffer.changed(version, changes)
        return changed

    def close(self, uri: str) -> Buffer | None:
        """Forget a text."""
        return self._open.pop(uri, None)

    def get(self, uri: str) -> Buffer | None:
        """The text at this address, if it is open."""
        return self._open.get(uri)

    def at(self, file: Path) -> Buffer | None:
        """The open text of a file, in whichever way the editor writes its address."""
        return next((one for one in self._open.values() if Path(one.name) == file), None)

    def __iter__(self) -> Iterator[Buffer]:
        return iter(list(self._open.values()))


def name_of(uri: str) -> str:
    """The path of a file, or what an editor calls a text that is no file yet."""
    if uri.startswith("file:"):
        return to_fs_path(uri) or uri
    return uri.rpartition(":")[2] or uri


def _joined(before: str, new: str, after: str) -> str:
    """The three together; two halves of a character that come to stand side by side are that character."""
    text = before + new + after
    if any("\ud800" <= mark <= "\udfff" for mark in (before[-1:], new[:1], new[-1:], after[:1])):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def format_of(language: str, name: str) -> Format | None:
    """How to read a text: by what the editor calls its language, else by its name; None when we cannot."""
    by_name = EXTENSIONS.get(Path(name).suffix.lower(), "")
    return _FORMATS.get(language.lower()) or _FORMATS.get(by_name)
