"""duidelijk: a linter for plain Dutch government language and accessible structure.

The public interface; each name loads what it needs on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from duidelijk._version import __version__

if TYPE_CHECKING:
    from duidelijk.bulk import lint_paths
    from duidelijk.engine import lint_bytes
    from duidelijk.model import Finding, Report
    from duidelijk.settings import Settings

__all__ = ["Finding", "Report", "Settings", "__version__", "lint_bytes", "lint_paths"]

_HOME: Final = {
    "Finding": "duidelijk.model",
    "Report": "duidelijk.model",
    "Settings": "duidelijk.settings",
    "lint_bytes": "duidelijk.engine",
    "lint_paths": "duidelijk.bulk",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'duidelijk' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
