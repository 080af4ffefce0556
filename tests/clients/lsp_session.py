"""What the tests of the language server share: a client that is ready, and what it should be told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner

from duidelijk.cli import duidelijk
from tests.clients.lsp_client import Json, LspClient
from tests.clients.lsp_text import cut, position_at

LETTER: Final = (
    "# Uw aanvraag 😀\n\n"
    "😀 e\u0301 👩\u200d👩\u200d👧 wij sturen u middels een brief bericht. "
    "Teneinde u te helpen, bellen wij u.\n"
)
PAGE: Final = (
    "<!doctype html><html lang=nl><head><title>Uw aanvraag</title></head>\r\n"
    "<body><main><h1>Uw aanvraag 😀</h1>\r\n"
    "<p>😀 e\u0301 <b>🇳🇱</b> wij sturen u middels een brief bericht.</p><img src=a.png></main>\r\n"
    "</body></html>\r\n"
)
ENCODINGS: Final = ("utf-8", "utf-16", "utf-32")
_SEVERITY: Final = {"error": 1, "warning": 2, "suggestion": 3}


@contextmanager
def session(
    folder: Path | None = None,
    *,
    encodings: Sequence[str] = ("utf-16",),
    settings: Mapping[str, Any] | None = None,
    capabilities: Mapping[str, Any] | None = None,
    **options: Any,
) -> Iterator[LspClient]:
    """A client that has said hello and waits for nothing while typing."""
    with LspClient() as client:
        client.initialize(
            folder,
            encodings=encodings,
            capabilities=capabilities,
            options={"settings": {"delay": 0, **(settings or {})}, **options},
        )
        yield client
        assert client.stderr == ""


def checked(file: Path, *options: str) -> list[Json]:
    """The findings of ``duidelijk check --format json`` in one file."""
    arguments = ["check", str(file), "--format", "json", "--fail-on", "never", *options]
    said = CliRunner().invoke(duidelijk, arguments, standalone_mode=False)
    assert said.exception is None, said.exception
    findings: list[Json] = json.loads(said.stdout)["reports"][0]["findings"]
    return findings


def expected(file: Path, encoding: str, *options: str) -> list[Json]:
    """The diagnostics of a file, worked out from what ``duidelijk check`` says of it."""
    text = file.read_bytes().decode()
    return [_diagnostic(finding, text, encoding) for finding in checked(file, *options)]


def _diagnostic(finding: Json, text: str, encoding: str) -> Json:
    start, end = (finding["span"][side]["offset"] for side in ("start", "end"))
    severity = 4 if finding["outcome"] == "cantTell" else _SEVERITY[finding["level"]]
    made: Json = {
        "range": {"start": position_at(text, start, encoding), "end": position_at(text, end, encoding)},
        "message": finding["message"],
        "severity": severity,
        "code": finding["rule"],
        "source": "duidelijk",
        "data": {"fingerprint": finding["fingerprint"]},
    }
    url = finding["guideline"]["url"]
    return {**made, "codeDescription": {"href": url}} if url else made


def codes(diagnostics: Sequence[Json]) -> list[str]:
    """The rules of diagnostics, in order."""
    return [str(one.get("code")) for one in diagnostics]


def words(diagnostics: Sequence[Json], text: str, encoding: str) -> list[str]:
    """What the diagnostics point at."""
    return [cut(text, one["range"], encoding) for one in diagnostics]
