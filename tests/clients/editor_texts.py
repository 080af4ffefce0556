"""A letter and a page for real editors: before each finding stand characters of one, two and four bytes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from duidelijk.engine import lint_bytes
from duidelijk.fix import apply_edits, safe_edits
from duidelijk.model import Finding
from duidelijk.settings import Settings

ROOT: Final = Path(__file__).resolve().parents[2]
SERVER_ENV: Final = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
FAMILY: Final = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG: Final = "\U0001f1f3\U0001f1f1"
CAFE: Final = "cafe\u0301"
LETTER: Final = f"""\
# Uw aanvraag

{FAMILY} {FLAG} Het {CAFE} sluit, {FLAG} indien u niet reageert.

Wij zullen u {FAMILY} trachten te helpen en het {CAFE} 😀 wordt door ons geopend, doch ten spoedigste.
"""
PAGE: Final = f"""\
<!DOCTYPE html>
<html lang="nl">
<head><title>{CAFE} {FLAG} open</title></head>
<body><h1>Het {CAFE} 😀</h1>
<p>{FAMILY} {FLAG} Het {CAFE} sluit, 😀 indien u niet reageert.</p>
<p>{FLAG} <img src="kaart.png"> {CAFE} <b>trachten</b> wij te openen.</p>
</body>
</html>
"""


def findings(text: str, name: str, root: Path) -> tuple[Finding, ...]:
    """What the engine itself says about a text, with the settings that count without a settings file."""
    report = lint_bytes(text.encode(), str(root / name), Settings(root=root))
    assert not report.errors, report.errors
    return report.findings


def places(text: str, name: str, root: Path) -> list[tuple[str, int, str]]:
    """Rule, line (from 0) and words of each finding, in order; of more lines only the first."""
    result = []
    for finding in findings(text, name, root):
        before = text[: finding.span.start]
        words = text[finding.span.start : finding.span.end].partition("\n")[0]
        result.append((finding.rule, before.count("\n"), words))
    return sorted(result)


def fixed(text: str, name: str, root: Path) -> str:
    """The text with all its safe improvements."""
    return apply_edits(text, safe_edits(findings(text, name, root)))


SERVER: Final = (sys.executable, "-m", "duidelijk", "lsp")
