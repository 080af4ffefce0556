"""Finds and starts a browser on this machine: Playwright's own, Chrome, Edge or Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from duidelijk.errors import ReadError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

_PROGRAMS: Final = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
_CHANNELS: Final = ("chrome", "msedge")
"""Browsers whose usual places Playwright knows, on every system."""
_PLACES: Final = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/AppData/Local/Chromium/Application/chrome.exe",
    "/snap/bin/chromium",
)
# A browser talks to its makers of itself; nothing but the page of the user is to be asked for.
_QUIET: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
_INSTALL: Final = "Installeer Chrome, Edge of Chromium. Of geef de opdracht: playwright install chromium"
_START: Final = 30_000  # milliseconds


async def start(playwright: Playwright) -> Browser:
    """The first browser that starts. Raises ReadError, with a hint, when there is none."""
    from playwright.async_api import Error

    cause = ""
    for way in _ways(Path(playwright.chromium.executable_path)):
        try:
            return await playwright.chromium.launch(
                **way,
                args=list(_QUIET),
                chromium_sandbox=not _is_root(),
                timeout=_START,
            )
        except Error as problem:
            found = problem.message.strip().splitlines()
            if "channel" not in way:
                cause = cause or (found[0] if found else "")
    if cause:
        raise ReadError(
            "De browser op deze computer start niet.",
            hint=f"Geef de opdracht: playwright install chromium. De technische oorzaak is: {cause}",
        )
    raise ReadError("Er is geen browser gevonden voor --browser.", hint=_INSTALL)


def _ways(own: Path) -> Iterator[dict[str, Any]]:
    """What to ask Playwright for, best first."""
    if own.is_file():
        yield {}
    yield from ({"channel": channel} for channel in _CHANNELS)
    seen = set()
    for found in (*map(shutil.which, _PROGRAMS), *(str(Path(place).expanduser()) for place in _PLACES)):
        if found and found not in seen and Path(found).is_file():
            seen.add(found)
            yield {"executable_path": found}


def _is_root() -> bool:
    """Whether the sandbox of the browser cannot be had: Chromium refuses it to root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
