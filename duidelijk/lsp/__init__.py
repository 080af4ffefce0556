"""A language server: ``duidelijk`` in every editor that speaks the protocol (LSP 3.17), while one writes."""

from __future__ import annotations

import gc
from typing import NoReturn


def serve() -> NoReturn:
    """Talk with an editor over standard input and output until it leaves; then the process ends."""
    from duidelijk.lsp import protocol_types

    gc.disable()  # until the first check is done, hardly anything is garbage
    protocol_types.load()
    from duidelijk.lsp.features import make_server
    from duidelijk.lsp.headers import Input
    from duidelijk.lsp.protocol import keep_quiet, leave

    keep_quiet()
    server = make_server()
    server.start_io(Input())
    leave(1)  # it went without saying so
