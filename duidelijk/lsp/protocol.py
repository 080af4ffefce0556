"""What the protocol asks and the library leaves open: an answer to every request, and nothing in a log."""

from __future__ import annotations

import contextlib
import json
import logging
import os
from typing import TYPE_CHECKING, Any, Final, NoReturn

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from duidelijk.lsp.server import Server

_POSITION: Final = {"line", "character"}
_LARGEST: Final = 2**31 - 1
_UNREADABLE: Final = {"jsonrpc": ""}
"""Stands for a message that has been answered already."""


class Protocol(LanguageServerProtocol):
    """The protocol of the library, with texts of our own: its own count lines otherwise than editors do."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text was opened."""
        self._server.did_open(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was edited."""
        self._server.did_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text was closed."""
        self._server.did_close(params)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_args: Any) -> NoReturn:
        """Leave at once: nothing of ours needs to be written, and a check may still be going on."""
        leave(0 if self._shutdown else 1)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message as an object; a request that is not understood is answered with an error."""
        if data.keys() == _POSITION:  # the library refuses the whole message for a place outside the text
            return {key: min(max(at, 0), _LARGEST) if type(at) is int else at for key, at in data.items()}
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" in data and "method" in data:
                method = str(data["method"])
                unknown = self.get_message_type(method) is None
                kind = JsonRpcMethodNotFound if unknown else JsonRpcInvalidParams
                self._refuse(data["id"], self._out_of_order(method) or kind)
            return _UNREADABLE

    def handle_message(self, message: Any) -> None:
        """Handle a message, if it may come now."""
        if message is _UNREADABLE or not hasattr(message, "jsonrpc"):
            return
        method, number = getattr(message, "method", None), getattr(message, "id", None)
        refusal = None if method is None else self._out_of_order(method)
        if refusal is not None:
            if number is not None:
                self._refuse(number, refusal)
            return
        super().handle_message(message)

    def unreadable(self, problem: Exception) -> None:
        """Something came in that is no message."""
        if isinstance(problem, json.JSONDecodeError):
            self._refuse(None, JsonRpcParseError)

    def _out_of_order(self, method: str) -> type[JsonRpcException] | None:
        """Why a message may not come now: before the editor said hello, twice, or after it said goodbye."""
        if self._workspace is None and method not in {types.INITIALIZE, types.EXIT}:
            return JsonRpcServerNotInitialized
        is_again = self._workspace is not None and method == types.INITIALIZE
        return JsonRpcInvalidRequest if is_again or (self._shutdown and method != types.EXIT) else None

    def _refuse(self, said: object, kind: type[JsonRpcException]) -> None:
        number = said if isinstance(said, (int, str)) else None
        error = types.ResponseError(code=kind.CODE, message=kind.MESSAGE)
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": error})


def leave(code: int) -> NoReturn:
    """End the process, whatever its threads are doing."""
    logging.shutdown()
    with contextlib.suppress(OSError, ValueError):
        os.close(1)
    os._exit(code)


def keep_quiet() -> None:
    """Keep what the library says of messages, and so the text of letters, out of every log."""
    for name in ("pygls", "lsprotocol", "cattrs", "asyncio"):
        logger = logging.getLogger(name)
        logger.disabled = True
        logger.propagate = False
        logger.addHandler(logging.NullHandler())
        logger.setLevel(logging.CRITICAL + 1)
