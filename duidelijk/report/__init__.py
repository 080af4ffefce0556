"""Report → text in one of the output formats. One renderer a file, imported only when asked for.

What comes back can always be written as UTF-8: half of a surrogate pair becomes U+FFFD. It ends with a
newline. Newlines are ``\\n``, in csv ``\\r\\n``: write without newline translation.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

from duidelijk.errors import ConfigError
from duidelijk.report.info import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from duidelijk.model import Report

__all__ = ["FORMATS", "RuleInfo", "render"]

_MODULES: Final = {
    "text": "text",
    "json": "json_report",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "csv": "csv_report",
    "html": "html_report",
    "earl": "earl",
}
FORMATS: Final[tuple[str, ...]] = tuple(_MODULES)
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def render(
    reports: Iterable[Report],
    format: str,  # noqa: A002 - the word of the command line
    rules: Mapping[str, RuleInfo],
    *,
    color: bool = False,
    width: int = 100,
) -> Iterator[str]:
    """All ``reports`` in ``format``, in pieces to write one after another: a large report needs no memory.

    ``color`` and ``width`` (columns of the terminal) only matter to text. A finding of a rule that is not in
    ``rules`` is printed with what the finding itself knows.

    Raises:
        ConfigError: when there is no such format.
    """
    if format not in _MODULES:
        raise ConfigError(f"Het formaat ‘{format}’ bestaat niet.", hint=f"Kies uit: {', '.join(FORMATS)}.")
    module = import_module(f"duidelijk.report.{_MODULES[format]}")
    pieces: Iterator[str]
    if format == "text":
        pieces = module.render(tuple(reports), color=color, width=width)
    else:
        pieces = module.render(tuple(reports), rules)
    return (_SURROGATE.sub("\ufffd", piece) for piece in pieces)
