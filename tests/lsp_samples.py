"""A text as the language server sees it, for the tests of what it says about one."""

from __future__ import annotations

from typing import Literal

from duidelijk.engine import lint_text
from duidelijk.lsp.buffers import Buffer
from duidelijk.lsp.checked import Checked
from duidelijk.lsp.positions import Encoding
from duidelijk.model import Finding
from duidelijk.settings import Choice, Settings

Kind = Literal["text", "markdown", "html"]
URI = "file:///brieven/brief"


def settings(*select: str, words: tuple[str, ...] = ()) -> Settings:
    """Settings with which every finding is shown."""
    choice = Choice(select=select or ("standaard",))
    return Settings(choice=choice, low_confidence=True, all_suggestions=True, words=words)


def checked(text: str, *select: str, kind: Kind = "text", encoding: Encoding = "utf-16") -> Checked:
    """A text of version 7 with what the chosen rules find in it; default: the rules that are on."""
    mine = settings(*select)
    report = lint_text(text, "brief", mine, format=kind)
    return Checked(Buffer(URI, "brief", 7, text, kind, encoding), report, mine)


def only(found: Checked, rule: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = [one for one in found.report.findings if one.rule == rule]
    return finding
