"""Imports the classes of the protocol at half the price, for a process that does nothing else with them."""

from __future__ import annotations

import sys
from functools import partial


def load() -> None:
    """Import ``lsprotocol.types`` without ways to compare or print its 550 classes: a server does neither.

    Making those methods is over half of what that import costs (docs/adr/0013-language-server.md). What was
    imported before stays as it is.
    """
    if "lsprotocol.types" in sys.modules:
        return
    import attrs

    define = attrs.define
    attrs.define = partial(define, eq=False, repr=False)
    try:
        import lsprotocol.types  # noqa: F401
    finally:
        attrs.define = define
