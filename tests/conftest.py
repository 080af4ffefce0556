"""What several tests need: linting a text by name, and the shared data when it is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from duidelijk.engine import lint_bytes
from duidelijk.model import Report
from duidelijk.settings import Choice, Settings

SUFFIX = {"text": "txt", "markdown": "md", "html": "html"}


@pytest.fixture
def shared_data() -> Path:
    """The folder with real documents and test sets beside the checkout."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("de map met gedeelde gegevens is er niet")
    return folder


@pytest.fixture
def lint() -> Callable[..., Report]:
    """Lint a text with the chosen rules (default: all that are on)."""

    def run(text: str, *select: str, format: str = "text", name: str | None = None) -> Report:  # noqa: A002
        settings = Settings(
            choice=Choice(select=select or ("standaard",)),
            low_confidence=True,
            all_suggestions=True,
            debug=True,
        )
        return lint_bytes(text.encode(), name or f"tekst.{SUFFIX[format]}", settings)

    return run


def unavailable(what: str) -> NoReturn:
    """Skip a test that lacks something from outside; with DUIDELIJK_REQUIRE=all that is a failure."""
    if os.environ.get("DUIDELIJK_REQUIRE") == "all":
        pytest.fail(what)
    pytest.skip(what)
