"""Edits as the protocol sends them: for one version of a text, or for a file that is yet to be made."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol.types import (
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from duidelijk.lsp.buffers import Buffer
from duidelijk.model import Edit


def workspace_edit(buffer: Buffer, edits: Iterable[Edit], *, versioned: bool) -> WorkspaceEdit:
    """Edits in one text. With ``versioned`` the editor refuses them once the text is another version."""
    changes = [TextEdit(buffer.positions.range(edit.span), edit.text) for edit in edits]
    if not versioned:
        return WorkspaceEdit(changes={buffer.uri: changes})
    document = OptionalVersionedTextDocumentIdentifier(uri=buffer.uri, version=buffer.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, list(changes))])


def new_file(uri: str, text: str) -> WorkspaceEdit:
    """A new file with a text; a file that is there after all is left alone."""
    start = Position(0, 0)
    document = OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
    return WorkspaceEdit(
        document_changes=[
            CreateFile(uri=uri, options=CreateFileOptions(overwrite=False, ignore_if_exists=False)),
            TextDocumentEdit(document, [TextEdit(Range(start, start), text)]),
        ]
    )
